import { isNode, LineCounter, parseDocument } from 'yaml'
import type { Diagnostic, Outcome, Place } from '../diagnostic.ts'
import { isJsonObject, type Json, type JsonObject, type JsonPath } from './json.ts'

/** A spec as it stands in its file; `file` is relative to the report folder. */
export interface SpecFile {
  file: string
  text: string
}

/** The spec as JSON; an error at its line and column where it is not a JSON object. */
export function parseSpec(source: SpecFile): Outcome<JsonObject> {
  try {
    const value: Json = JSON.parse(source.text.replace(/^\uFEFF/, ''))
    if (isJsonObject(value)) return { value, diagnostics: [] }
    return {
      value: undefined,
      diagnostics: [{ ...specError(source, [], 'not a Vega-Lite spec'), expected: 'an object, { … }' }],
    }
  } catch (error) {
    return {
      value: undefined,
      diagnostics: [syntaxError(source, error instanceof Error ? error.message : String(error))],
    }
  }
}

function syntaxError(source: SpecFile, message: string): Diagnostic {
  const lines = new LineCounter()
  // YAML contains JSON, and its parser knows where it stumbles; what only JSON forbids is placed by JSON.parse's own message.
  const [first] = parseDocument(source.text, { lineCounter: lines }).errors
  const named = /position (\d+)/.exec(message)?.[1]
  const offset = named !== undefined ? Number(named) : (first?.pos[0] ?? source.text.length)
  const { line, col } = lines.linePos(Math.min(offset, source.text.length))
  const place = { file: source.file, line: Math.max(1, line), column: Math.max(1, col) }
  return {
    severity: 'error',
    message: 'not valid JSON',
    place,
    excerpt: excerpt(source.text, place),
    expected: 'JSON: double quotes, no comments, no comma before a closing bracket',
  }
}

/** An error at a value of the spec (at the spec's beginning where nothing stands at the path). */
export function specError(source: SpecFile, path: JsonPath, message: string): Diagnostic {
  const place = placeOf(source, path)
  return { severity: 'error', message, place, excerpt: excerpt(source.text, place) }
}

/** Line and column of the value at the path, or of the nearest value around it. The file is parsed anew: troubles are rare, positions are not free. */
function placeOf({ file, text }: SpecFile, path: JsonPath): Place {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  for (let depth = path.length; depth >= 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true)
    if (isNode(node) && node.range) {
      const { line, col } = lines.linePos(node.range[0])
      return { file, line: Math.max(1, line), column: Math.max(1, col) }
    }
  }
  return { file, line: 1, column: 1 }
}

/** The path of the first property with that name, or undefined. */
export function findProperty({ text }: SpecFile, name: string): JsonPath | undefined {
  return findIn(JSON.parse(text), [], (key) => key === name)
}

/** The path of the first string with that value, or undefined. */
export function findString({ text }: SpecFile, value: string): JsonPath | undefined {
  return findIn(JSON.parse(text), [], (_, item) => item === value)
}

function findIn(
  value: Json,
  path: JsonPath,
  matches: (key: string | number, item: Json) => boolean,
): JsonPath | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, item] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(key) : key]
    if (matches(key, item)) return here
    const inside = findIn(item, here, matches)
    if (inside) return inside
  }
  return undefined
}

function excerpt(text: string, { line }: Place): string {
  return text.split(/\r?\n/)[line - 1] ?? ''
}
