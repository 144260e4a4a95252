import { isJsonObject, type JsonObject } from '../spec/json/json.ts'

/** A configuration with what another says over it, property by property. */
export function mergeConfig(base: object, over: JsonObject): JsonObject {
  const merged: JsonObject = { ...base }
  for (const [key, value] of Object.entries(over)) {
    const below = merged[key]
    merged[key] = isJsonObject(below) && isJsonObject(value) ? mergeConfig(below, value) : value
  }
  return merged
}
