import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** A language's patterns as the package holds them, by their name there. The bundle has a file for each in its place (`bundle/read-patterns.cjs`). */
export function readPatterns(name: string): unknown {
  return require(`hyphen/patterns/${name}.js`)
}
