import { isMap } from '../../../dataset/is-map.ts'

/** A JSON value, as a spec's file holds it. */
export type Json = null | boolean | number | string | Json[] | JsonObject
export interface JsonObject {
  [key: string]: Json
}
/** Where a value stands in a JSON document: keys and indices from the root. */
export type JsonPath = readonly (string | number)[]

/** Whether a value is a JSON object (not null, not an array). */
export function isJsonObject(value: unknown): value is JsonObject {
  return isMap(value)
}

/** What a spec asks of us, `"usermeta": {"briefwright": …}`; empty where it asks for nothing. */
export function ownMeta({ usermeta }: JsonObject): JsonObject {
  const own = isJsonObject(usermeta) ? usermeta.briefwright : undefined
  return isJsonObject(own) ? own : {}
}

/** The objects in a list; none where it is no list. */
export function objectsIn(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : []
}

/** The value at a path; undefined where nothing stands there. */
export function jsonAt(value: Json | undefined, [key, ...rest]: JsonPath): Json | undefined {
  if (key === undefined || typeof value !== 'object' || value === null) return key === undefined ? value : undefined
  return jsonAt(Reflect.get(value, key), rest)
}

/** Every object within a value, outermost first, with its path; not what lies in properties that are left aside. */
export function walkObjects(
  value: Json | undefined,
  isAside: (key: string, path: JsonPath) => boolean = () => false,
): [JsonObject, JsonPath][] {
  const found: [JsonObject, JsonPath][] = []
  const walk = (value: Json | undefined, path: JsonPath): void => {
    // Most of what a spec holds is neither an object nor a list.
    if (typeof value !== 'object' || value === null) return
    const isList = Array.isArray(value)
    if (!isList) found.push([value, path])
    for (const [key, item] of Object.entries(value))
      if (typeof item === 'object' && (isList || !isAside(key, path))) walk(item, [...path, isList ? Number(key) : key])
  }
  walk(value, [])
  return found
}

/**
 * The value with `change` applied to every object, innermost first.
 * Rows of a data set (`name` with `values`) are left alone: they may be many, and are no syntax.
 */
export function mapObjects(value: JsonObject, change: (object: JsonObject) => JsonObject): JsonObject
export function mapObjects(value: Json, change: (object: JsonObject) => JsonObject): Json
export function mapObjects(value: Json, change: (object: JsonObject) => JsonObject): Json {
  if (Array.isArray(value)) return value.map((item) => mapObjects(item, change))
  if (!isJsonObject(value)) return value
  const isData = typeof value.name === 'string' && Array.isArray(value.values)
  const mapped: JsonObject = {}
  for (const key in value) {
    const item = value[key]
    if (item !== undefined) mapped[key] = isData && key === 'values' ? item : mapObjects(item, change)
  }
  return change(mapped)
}

/** Every object of a spec with its path, as `walkObjects`, but without data rows, which may be many and no syntax. */
export function walkSpec(value: Json | undefined): [JsonObject, JsonPath][] {
  return walkObjects(value, isRows)
}

/** The path of the first of some objects' properties that has a name. */
export function propertyIn(objects: Iterable<[JsonObject, JsonPath]>, name: string): JsonPath | undefined {
  for (const [object, path] of objects) if (Object.hasOwn(object, name)) return [...path, name]
  return undefined
}

/** Whether a property holds rows: `data.values`, `data[0].values`, `datasets`. */
function isRows(key: string, path: JsonPath): boolean {
  const around = path.filter((part) => typeof part === 'string').at(-1)
  return (key === 'values' && around === 'data') || (key === 'datasets' && path.length === 0)
}
