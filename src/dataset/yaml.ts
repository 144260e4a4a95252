import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  type Scalar,
  type YAMLError,
  type YAMLMap,
} from 'yaml'
import type { Diagnostic, Outcome } from '../diagnostic.ts'
import { errorAt, type Located, type Path, unreadable } from './located.ts'
import { placeAt, type SourceText } from './source-text.ts'

const deepest = 32
// An alias may stand for a value that is used twice, but ten of them in ten lines can stand for gigabytes.
const maximumAliased = 10_000

interface Reading {
  source: SourceText
  document: Document
  diagnostics: Diagnostic[]
  dropped: string[]
  /** How many values aliases have stood for so far. */
  aliased: number
}

/** Reads a YAML 1.2 file as plain values with their places; each fault of syntax, duplicate key or forbidden name is an error at its place. */
export function readYaml(source: SourceText): Outcome<Located> {
  const failed = (diagnostics: Diagnostic[]): Outcome<Located> => ({ value: undefined, diagnostics })
  const document = parseDocument(source.text, { prettyErrors: false, uniqueKeys: false, logLevel: 'silent' })
  const faults = [...document.errors, ...document.warnings]
  if (faults.length > 0) return failed(syntaxErrors(source, faults))
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null)) {
    const hint = 'delete the file, or write in it what it is for'
    return failed([errorAt(placeAt(source, 0), 'file is empty', { hint })])
  }
  const reading: Reading = { source, document, diagnostics: [], dropped: [], aliased: 0 }
  const value = toValue(document.contents, reading, 0, false)
  return { value: located(reading, value), diagnostics: reading.diagnostics }
}

function located({ source, document, dropped }: Reading, value: unknown): Located {
  return {
    file: source.file,
    value,
    dropped,
    place: (path, index = 0) => placeAt(source, valueOffset(source, document, path, index)),
    keyPlace: (path) => placeAt(source, keyOffset(document, path)),
  }
}

function toValue(node: unknown, reading: Reading, depth: number, aliased: boolean): unknown {
  if (aliased) reading.aliased++
  if (reading.aliased > maximumAliased) return unreadable
  if (depth > deepest) return refuse(node, reading, `nested too deep: more than ${deepest} levels`)
  if (isAlias(node)) return aliasValue(node, reading, depth)
  if (isScalar(node)) return scalarValue(node)
  if (isSeq(node)) return node.items.map((item) => toValue(item, reading, depth + 1, aliased))
  if (isMap(node)) return mapValue(node, reading, depth, aliased)
  return null
}

/** A number only where its text is the number's own, so that 77.50 keeps its last digit. */
function scalarValue({ value, source }: Scalar): unknown {
  return typeof value === 'number' && source !== undefined && String(value) !== source ? source : value
}

function mapValue(map: YAMLMap, reading: Reading, depth: number, aliased: boolean): Record<string, unknown> {
  const entries = new Map<string, unknown>()
  for (const { key, value } of map.items) {
    const name = keyText(key)
    if (name === undefined) refuse(key, reading, 'a key is not a text', 'quote it')
    else if (name in Object.prototype)
      refuse(key, reading, `not allowed as a name: ${name}`, 'choose another name', name)
    else if (entries.has(name)) refuse(key, reading, `duplicate key: ${name}`, firstPlace(map, name, reading))
    else entries.set(name, toValue(value, reading, depth + 1, aliased))
  }
  return Object.fromEntries(entries)
}

function aliasValue(alias: Alias, reading: Reading, depth: number): unknown {
  const target = alias.resolve(reading.document)
  if (!target) return refuse(alias, reading, `unknown alias: *${alias.source}`, `no value is marked &${alias.source}`)
  const value = toValue(target, reading, depth + 1, true)
  if (reading.aliased <= maximumAliased) return value
  const exceeded = reading.diagnostics.some(({ message }) => message.startsWith('aliases stand for'))
  return exceeded ? unreadable : refuse(alias, reading, `aliases stand for more than ${maximumAliased} values`)
}

/** Reports a node that is not read. */
function refuse(node: unknown, reading: Reading, message: string, hint?: string, name?: string): typeof unreadable {
  const offset = isNode(node) ? (node.range?.[0] ?? 0) : 0
  reading.diagnostics.push(errorAt(placeAt(reading.source, offset), message, { hint }))
  if (name !== undefined) reading.dropped.push(name)
  return unreadable
}

function firstPlace(map: YAMLMap, name: string, { source }: Reading): string {
  const first = map.items.find(({ key }) => keyText(key) === name)
  return `it stands first on line ${placeAt(source, startOf(first?.key) ?? 0).line}`
}

function keyText(key: unknown): string | undefined {
  if (!isScalar(key)) return undefined
  return typeof key.value === 'string' ? key.value : (key.source ?? undefined)
}

/** Walks down a path: the node there or the last one found above it, and the key that names it. */
function walk(document: Document, path: Path): { node: unknown; key: unknown; found: boolean } {
  let node: unknown = document.contents
  let key: unknown
  for (const step of path) {
    const parent = isAlias(node) ? node.resolve(document) : node
    if (isMap(parent)) {
      const pair = parent.items.find((item) => keyText(item.key) === String(step))
      if (!pair) return { node, key, found: false }
      ;({ value: node, key } = pair)
    } else if (isSeq(parent) && typeof step === 'number' && step < parent.items.length) {
      node = parent.items[step]
      key = undefined
    } else return { node, key, found: false }
  }
  return { node, key, found: true }
}

function valueOffset(source: SourceText, document: Document, path: Path, index: number): number {
  const { node, key, found } = walk(document, path)
  if (!found) return startOf(key) ?? startOf(node) ?? 0
  const start = startOf(node) ?? startOf(key) ?? 0
  if (index === 0 || !isScalar(node)) return start
  // Only where the text stands in the file as it is: not after an escape, nor in a folded block.
  const text = String(node.value).slice(0, index)
  const inside = node.type === 'PLAIN' ? start : start + 1
  return source.text.startsWith(text, inside) ? inside + index : start
}

function keyOffset(document: Document, path: Path): number {
  const { node, key } = walk(document, path)
  return startOf(key) ?? startOf(node) ?? 0
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined
}

/** One error a line: the parser often tells one mistake in several ways. */
function syntaxErrors(source: SourceText, faults: readonly YAMLError[]): Diagnostic[] {
  const diagnostics = faults.map((fault) => syntaxError(source, fault))
  const lines = diagnostics.map(({ place }) => place?.line)
  return diagnostics.filter((_, index) => lines.indexOf(lines[index]) === index)
}

function syntaxError(source: SourceText, { code, message, pos }: YAMLError): Diagnostic {
  const place = placeAt(source, pos[0])
  switch (code) {
    case 'TAB_AS_INDENT':
      return errorAt(place, 'a tab is used as indentation', { expected: 'spaces', hint: 'indent by two spaces' })
    case 'RESOURCE_EXHAUSTION':
      return errorAt(placeAt(source, deepOffset(source.text)), `nested too deep: more than ${deepest} levels`)
    case 'MULTIPLE_DOCS':
      return errorAt(place, 'a second document starts', {
        expected: 'one document in a file',
        hint: 'remove the line ---',
      })
    case 'TAG_RESOLVE_FAILED':
      return errorAt(place, 'a tag (!) is not read here', { hint: 'quote a text that starts with an exclamation mark' })
    default:
      return errorAt(place, `not YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}`, {
        hint: syntaxHint(code),
      })
  }
}

function syntaxHint(code: YAMLError['code']): string | undefined {
  switch (code) {
    case 'BAD_INDENT':
      return 'entries of one map or list start in one column'
    case 'MULTILINE_IMPLICIT_KEY':
      return 'a key is followed by a colon and a space'
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'quote a text that holds a colon and a space'
    case 'BAD_SCALAR_START':
      return 'quote a text that starts with a sign'
    default:
      return undefined
  }
}

/** Where brackets are open more than `deepest` times; 0 where indentation alone is so deep. */
function deepOffset(text: string): number {
  let depth = 0
  for (const { 0: bracket, index } of text.matchAll(/[[\]{}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1
    if (depth > deepest) return index
  }
  return 0
}
