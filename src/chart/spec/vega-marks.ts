import { isJsonObject, type JsonObject } from './json/json.ts'

/** How a mark of a Vega spec is drawn, by channels: its `update` set. */
export function getUpdate({ encode }: JsonObject): JsonObject {
  return isJsonObject(encode) && isJsonObject(encode.update) ? encode.update : {}
}

/** What Vega-Lite calls a mark of a Vega spec: `bar` of a `rect`, its type where it has no style. */
export function markName({ style, type }: JsonObject): string {
  const [first = type] = [style].flat()
  return String(first)
}
