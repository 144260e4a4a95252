import { isJsonObject, type JsonObject } from './json/json.ts'

/** Whether a spec is one view or its layers, with its own width and height. Compositions have only their views'. */
export function isSingle(spec: object): boolean {
  const encoding: unknown = Reflect.get(spec, 'encoding')
  const isFacet = isJsonObject(encoding) && ['facet', 'row', 'column'].some((channel) => channel in encoding)
  return !isFacet && ('mark' in spec || 'layer' in spec)
}

/**
 * A composition without sized views, with an equal first size for each, which is then fitted to the chart.
 * Undefined where the author has sized one, or a view is a grid of cells, such as countable squares.
 */
export function withEqualPanels(spec: JsonObject): JsonObject | undefined {
  const views: JsonObject[] = []
  const collect = (view: JsonObject): JsonObject => {
    const parts = ['hconcat', 'vconcat', 'concat'].find((key) => Array.isArray(view[key]))
    const inner = view.spec
    if (parts) return { ...view, [parts]: (view[parts] as JsonObject[]).map(collect) }
    if (isJsonObject(inner)) return { ...view, spec: collect(inner) }
    views.push(view)
    return { ...view, width: panel, height: panel }
  }
  const sized = collect(spec)
  return views.some((view) => 'width' in view || 'height' in view || isGrid(view)) ? undefined : sized
}

const panel = 200

/** Whether names stand along both sides. */
function isGrid({ encoding }: JsonObject): boolean {
  return ['x', 'y'].every((side) => {
    const channel = isJsonObject(encoding) ? encoding[side] : undefined
    return isJsonObject(channel) && /^(?:nominal|ordinal)$/.test(String(channel.type))
  })
}
