import type { JsonPath } from './json.ts'

/** A path as people write it: `encoding.x.axis`, `layer[1].mark`. */
export function formatPath(path: JsonPath): string {
  return path
    .map((key, index) => {
      if (typeof key === 'number') return `[${key}]`
      if (!/^[\w$]+$/.test(key)) return `[${JSON.stringify(key)}]`
      return index === 0 ? key : `.${key}`
    })
    .join('')
}
