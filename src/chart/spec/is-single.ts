import { isJsonObject } from './json/json.ts'

/** Whether a Vega-Lite spec is one view, or layers of one: width and height are then its own. What is composed of several has no size but theirs. */
export function isSingle(spec: object): boolean {
  const encoding: unknown = Reflect.get(spec, 'encoding')
  const isFacet = isJsonObject(encoding) && ['facet', 'row', 'column'].some((channel) => channel in encoding)
  return !isFacet && ('mark' in spec || 'layer' in spec)
}
