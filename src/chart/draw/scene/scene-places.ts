import { isJsonObject, type Json, type JsonObject, type JsonPath, walkSpec } from '../../spec/json/json.ts'
import type { SceneText } from './scene.ts'

/** The part of a spec that draws a text: the words themselves where they stand in it, else the mark that they are of, or the encoding that an axis is of. */
export function placeOfText(spec: JsonObject, { text, mark }: SceneText): JsonPath {
  const written = textIn(spec, (words) => words === text)
  if (written) return written
  if (mark.role === 'mark') return placeOfMark(spec, mark.name ?? '')
  if (mark.role?.startsWith('legend')) return propertyIn(spec, 'legend') ?? propertyIn(spec, 'encoding') ?? []
  return mark.role?.startsWith('axis') ? (propertyIn(spec, 'encoding') ?? []) : []
}

/** The text of a spec that has a character in it; its beginning where that comes from data. */
export function placeOfCharacter(spec: JsonObject, character: string): JsonPath {
  return textIn(spec, (words) => words.includes(character)) ?? []
}

/** What leaves a chart without data: its filters, else where they come from. */
export function placeOfData(spec: JsonObject): JsonPath {
  return propertyIn(spec, 'transform') ?? propertyIn(spec, 'data') ?? []
}

/** What puts marks in their places: the first domain that a spec sets, else its encoding. */
export function placeOfScale(spec: JsonObject): JsonPath {
  return propertyIn(spec, 'domain') ?? propertyIn(spec, 'encoding') ?? propertyIn(spec, 'encode') ?? []
}

/** Vega-Lite names marks by the way to their view: `concat_0_layer_1_marks`. What it makes layers of itself (a box plot) is one mark of the spec. */
function placeOfMark(spec: JsonObject, name: string): JsonPath {
  let path: JsonPath = []
  let view: Json | undefined = spec
  for (const [step] of name.matchAll(/(layer|concat)_\d+|child/g)) {
    const [kind = '', index] = step.split('_')
    const keys = kind === 'concat' ? ['concat', 'hconcat', 'vconcat'] : [kind === 'child' ? 'spec' : kind]
    const found: string | undefined = isJsonObject(view)
      ? keys.find((key) => isJsonObject(view) && key in view)
      : undefined
    if (found === undefined || !isJsonObject(view)) break
    path = index === undefined ? [...path, found] : [...path, found, Number(index)]
    view = index === undefined ? view[found] : Reflect.get(Object(view[found]), index)
  }
  return isJsonObject(view) && 'mark' in view ? [...path, 'mark'] : path
}

function propertyIn(spec: JsonObject, name: string): JsonPath | undefined {
  const found = [...walkSpec(spec)].find(([object]) => name in object)
  return found && [...found[1], name]
}

function textIn(spec: JsonObject, matches: (text: string) => boolean): JsonPath | undefined {
  for (const [object, path] of walkSpec(spec)) {
    for (const [key, value] of Object.entries(object))
      if (typeof value === 'string' && matches(value)) return [...path, key]
  }
  return undefined
}
