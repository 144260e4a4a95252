import { findNodeAtLocation, type Node, type ParseErrorCode, parseTree, visit } from 'jsonc-parser'
import type { Diagnostic, Outcome } from '../../../diagnostic.ts'
import { placeAt, sourceText, withExcerpt } from '../../../files/source-text.ts'
import { derived, recent } from '../../../memory/derived.ts'
import { isJsonObject, type Json, type JsonObject, type JsonPath } from './json.ts'

/** A spec as it stands in its file; `file` is relative to the report folder. */
export interface SpecFile {
  file: string
  text: string
}

/** Deeper than any chart is; what walks through a spec has room for it. */
const mostLevels = 200

/** The spec as JSON, parsed once; an error at its place for what is no object or has a property twice. */
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
  const root = getTree(spec)
  for (let depth = path.length; root && depth > 0; depth--) {
    const node = findNodeAtLocation(root, path.slice(0, depth))
    if (node) return node
  }
  return root
}

/** Faults are rare, but may be many in one spec. */
const getTree = derived(({ text }: SpecFile): Node | undefined => parseTree(text))

/** A fault of a spec, and which of its properties has it. */
export interface SpecFault {
  path: JsonPath
  diagnostic: Diagnostic
}

/** What is wrong with a JSON text, and at which character. */
interface JsonFault {
  offset: number
  message: string
  expected?: string
}

/** Where JSON nests deeper than `most` levels; found without recursion, since JSON readers recurse at each level. */
function tooDeepAt(text: string, most: number): number | undefined {
  let depth = 0
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[\]{}]/gs)) {
    if (token === '}' || token === ']') depth--
    else if ((token === '{' || token === '[') && ++depth > most) return index
  }
  return undefined
}

/** Nobody reads more of them. */
const mostFaults = 100

/** The one name that JavaScript does not keep like others: readers of a spec would lose or misread it. */
const unkept = '__proto__'
const unkeptFault = { message: `a name that cannot be used: ${unkept}`, expected: 'another name' }

/** The first syntax errors, duplicate properties (of which readers keep different ones), and `__proto__`. */
function jsonFaults(text: string): JsonFault[] {
  const faults: JsonFault[] = []
  const names: Set<string>[] = []
  const end = text.trimEnd().length
  const add = (fault: JsonFault) => {
    if (faults.length < mostFaults) faults.push(fault)
  }
  visit(
    text,
    {
      onObjectBegin: () => {
        names.push(new Set())
      },
      onObjectEnd: () => {
        names.pop()
      },
      onObjectProperty: (name, offset) => {
        const before = names.at(-1)
        if (before?.has(name)) add({ offset, message: `property is given twice: ${name}` })
        before?.add(name)
        if (name === unkept) add({ offset, ...unkeptFault })
      },
      onLiteralValue: (value, offset) => {
        if (value === unkept) add({ offset, ...unkeptFault })
      },
      onError: (code, offset) => {
        add({ offset, ...grammarFault(code, offset >= end) })
      },
    },
    { disallowComments: true },
  )
  return faults
}

const quoted = 'double quotes, "…"'

function grammarFault(code: ParseErrorCode, isAtEnd: boolean): { message: string; expected?: string } {
  const expected = isAtEnd ? 'the rest: a bracket is not closed' : expectations[code]
  return { message: 'not valid JSON', ...(expected === undefined ? {} : { expected }) }
}

/** By the codes of jsonc-parser's `ParseErrorCode`, a const enum. */
const expectations: Readonly<Record<number, string>> = {
  1: `a number, true, false, null or text in ${quoted}; NaN and Infinity are not JSON`,
  2: 'a number, such as 0.5',
  3: `a property’s name in ${quoted}, and no comma before a closing bracket`,
  4: 'a value, and no comma before a closing bracket',
  5: 'a colon after the property’s name',
  6: 'a comma between two values',
  7: 'a closing }',
  8: 'a closing ]',
  9: 'the end: a file holds one spec',
  10: 'JSON, which has no comments',
  12: 'a closing double quote on the same line',
  14: 'four hexadecimal digits after \\u',
  15: 'one of \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u after a backslash',
  16: 'no control characters: \\n for a new line, \\t for a tab',
}
