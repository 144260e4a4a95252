import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** A language's patterns, by their name in the package. A bundle uses `bundle/read-patterns.cjs` instead. */
export function readPatterns(name: string): unknown {
  return require(`hyphen/patterns/${name}.js`)
}
