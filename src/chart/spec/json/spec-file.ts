import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser'
import type { Diagnostic, Outcome } from '../../../diagnostic.ts'
import { placeAt, sourceText, withExcerpt } from '../../../files/source-text.ts'
import { derived, recent } from '../../../memory/derived.ts'
import { isJsonObject, type Json, type JsonObject, type JsonPath, walkObjects } from './json.ts'
import { type JsonFault, jsonFaults, tooDeepAt } from './json-faults.ts'

/** A spec as it stands in its file; `file` is relative to the report folder. */
export interface SpecFile {
  file: string
  text: string
}

/** Deeper than any chart is; what walks through a spec has room for it. */
const mostLevels = 200

/** The spec as JSON; an error at its line and column where it is not a JSON object, or says a property twice. Read once for all who ask, in every medium and language. */
export function parseSpec({ file, text }: SpecFile): Outcome<JsonObject> {
  return parsed(JSON.stringify([file, text]), file, text)
}

/** More than most reports have. */
export const mostSpecs = 200

const parsed = recent(mostSpecs, (_key, file: string, text: string) => parse(file, text))

function parse(file: string, written: string): Outcome<JsonObject> {
  const text = written.replace(/^\uFEFF/, '')
  const source = { file, text }
  const at = (offset: number, fault: Omit<JsonFault, 'offset'>) => faultAt(source, offset, fault)
  const failed = (...diagnostics: Diagnostic[]): Outcome<JsonObject> => ({ value: undefined, diagnostics })
  if (text.trim() === '') return failed(at(0, { message: 'an empty file', expected: 'a Vega-Lite spec, { … }' }))
  const deep = tooDeepAt(text, mostLevels)
  if (deep !== undefined) return failed(at(deep, { message: `nested deeper than ${mostLevels} levels` }))
  const value = parseJson(text)
  const faults = jsonFaults(text).map(({ offset, ...fault }) => at(offset, fault))
  if (value === undefined) return failed(faults[0] ?? at(text.length, { message: 'not valid JSON' }))
  if (isJsonObject(value)) return { value: faults.length > 0 ? undefined : value, diagnostics: faults }
  return failed(at(0, { message: 'not a Vega-Lite spec', expected: 'an object, { … }' }))
}

/** What a text is as JSON; undefined of one that is none. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** An error at a value of the spec (at the spec's beginning where nothing stands at the path). */
export function specError(source: SpecFile, path: JsonPath, message: string): Diagnostic {
  return faultAt(source, nearestNode(source, path)?.offset ?? 0, { message })
}

/** An error at the name of a property, rather than at its value. */
export function propertyError(source: SpecFile, path: JsonPath, message: string): Diagnostic {
  const node = nearestNode(source, path)
  const isNamed = node?.parent?.type === 'property'
  return faultAt(source, (isNamed ? node.parent?.offset : node?.offset) ?? 0, { message })
}

function faultAt(source: SpecFile, offset: number, fault: Omit<JsonFault, 'offset'>): Diagnostic {
  const lines = sourceText(source.file, source.text)
  return withExcerpt({ severity: 'error', place: placeAt(lines, offset), ...fault }, lines)
}

/** The value at the path, or the nearest around it. */
function nearestNode(spec: SpecFile, path: JsonPath): Node | undefined {
  const root = treeOf(spec)
  for (let depth = path.length; root && depth > 0; depth--) {
    const node = findNodeAtLocation(root, path.slice(0, depth))
    if (node) return node
  }
  return root
}

/** Faults are rare, but may be many in one spec. */
const treeOf = derived(({ text }: SpecFile): Node | undefined => parseTree(text))

/** The path of the first property with that name, or undefined. */
export function findProperty({ text }: SpecFile, name: string): JsonPath | undefined {
  const found = [...walkObjects(JSON.parse(text))].find(([object]) => Object.hasOwn(object, name))
  return found && [...found[1], name]
}

/** A fault of a spec, and which of its properties has it. */
export interface SpecFault {
  path: JsonPath
  diagnostic: Diagnostic
}
