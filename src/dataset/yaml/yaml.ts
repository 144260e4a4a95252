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
import { type Diagnostic, errorAt, type Outcome } from '../../diagnostic.ts'
import { placeAt, type SourceText } from '../../files/source-text.ts'
import { type Located, unreadable } from './located.ts'
import { readPlainYaml } from './plain-yaml.ts'
import { locateTree, type YamlNode, type YamlScalar } from './yaml-tree.ts'

/** How deep maps and lists may stand in each other. */
const deepest = 32
const nestedTooDeep = `nested too deep: more than ${deepest} levels`
// Of several hundred levels the library may run out of stack, which can end the process.
const mostParsed = 400
// An alias may stand for a value that is used twice, but ten of them in ten lines can stand for gigabytes.
const maximumAliased = 10_000

interface Reading {
  source: SourceText
  document: Document
  diagnostics: Diagnostic[]
  dropped: string[]
  /** How many values aliases have stood for so far. */
  aliased: number
  /** Whether something was too much to be read on. */
  exhausted: boolean
}

/** Reads YAML 1.2 as values with their places; syntax faults, duplicate keys and forbidden names are errors. */
export function readYaml(source: SourceText): Outcome<Located> {
  const plain = readPlainYaml(source.text)
  return plain ? { value: locateTree(source, plain), diagnostics: [] } : readFullYaml(source)
}

/** As readYaml, by the YAML library: several times slower, but for all of YAML, and with its errors. */
export function readFullYaml(source: SourceText): Outcome<Located> {
  const failed = (diagnostics: Diagnostic[]): Outcome<Located> => ({ value: undefined, diagnostics })
  const tooDeep = deepOffset(source.text)
  if (tooDeep !== undefined) return failed([errorAt(placeAt(source, tooDeep), nestedTooDeep)])
  const document = parseDocument(source.text, { prettyErrors: false, uniqueKeys: false, logLevel: 'error' })
  const faults = [...document.errors, ...document.warnings]
  if (faults.length > 0) return failed(syntaxErrors(source, faults))
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null)) {
    const hint = 'delete the file, or write in it what it is for'
    return failed([errorAt(placeAt(source, 0), 'file is empty', { hint })])
  }
  const reading: Reading = { source, document, diagnostics: [], dropped: [], aliased: 0, exhausted: false }
  const tree = toTree(document.contents, reading, 0, false)
  if (reading.exhausted) return failed(reading.diagnostics)
  return { value: locateTree(source, tree, reading.dropped), diagnostics: reading.diagnostics }
}

function toTree(node: unknown, reading: Reading, depth: number, aliased: boolean): YamlNode {
  const offset = getStart(node)
  if (aliased && ++reading.aliased > maximumAliased) return { type: 'scalar', value: unreadable, offset }
  if (reading.exhausted) return { type: 'scalar', value: unreadable, offset }
  if (depth > deepest) return exhaust(node, reading, nestedTooDeep)
  if (isAlias(node)) return aliasTree(node, reading, depth, aliased)
  if (isScalar(node)) return scalarTree(node, reading.source)
  if (isSeq(node))
    return { type: 'list', items: node.items.map((item) => toTree(item, reading, depth + 1, aliased)), offset }
  if (isMap(node)) return mapTree(node, reading, depth, aliased)
  return { type: 'scalar', value: null, offset }
}

function scalarTree(node: Scalar, { text }: SourceText): YamlScalar {
  const { value, source, type } = node
  const offset = getStart(node)
  // A number only where its text is the number's own, so that 77.50 keeps its last digit.
  const own = typeof value === 'number' && source !== undefined && String(value) !== source ? source : value
  const textOffset = type === 'PLAIN' ? offset : offset + 1
  return { type: 'scalar', value: own, offset, ...(text.startsWith(String(own), textOffset) && { textOffset }) }
}

function mapTree(map: YAMLMap, reading: Reading, depth: number, aliased: boolean): YamlNode {
  const entries = new Map<string, { keyOffset: number; node: YamlNode }>()
  for (const { key, value } of map.items) {
    const name = keyText(key)
    const first = name === undefined ? undefined : entries.get(name)
    const cut = map.flow === true && value === null ? cutNumber(reading.source.text, getStart(key)) : undefined
    if (cut !== undefined) refuseCut(cut, entries, reading)
    else if (name === undefined) refuse(key, reading, 'a key is not a text', 'quote it')
    else if (name in Object.prototype) {
      refuse(key, reading, `not allowed as a name: ${name}`, 'choose another name')
      reading.dropped.push(name)
    } else if (first) {
      const { line } = placeAt(reading.source, first.keyOffset)
      refuse(key, reading, `duplicate key: ${name}`, `it stands first on line ${line}`)
    } else {
      const node = value === null ? emptyAfter(key) : toTree(value, reading, depth + 1, aliased)
      entries.set(name, { keyOffset: getStart(key), node })
    }
  }
  return { type: 'map', entries, offset: getStart(map) }
}

/** The number cut by a valueless key: the 000 of { by: 87,000 }, whose comma ends a value in YAML. */
function cutNumber(text: string, offset: number): { number: string; offset: number } | undefined {
  const [before = ''] = /[\d.,]+,$/.exec(text.slice(Math.max(0, offset - 40), offset)) ?? []
  const [after = ''] = /^\d[\d.,]*(?<![.,])/.exec(text.slice(offset, offset + 40)) ?? []
  return before === '' || after === '' ? undefined : { number: before + after, offset: offset - before.length }
}

/** Reports a number that its commas cut, once: the value before is not read. */
function refuseCut(
  { number, offset }: { number: string; offset: number },
  entries: Map<string, { keyOffset: number; node: YamlNode }>,
  { source, diagnostics }: Reading,
): void {
  const [name, entry] = [...entries].at(-1) ?? []
  if (name === undefined || !entry || isUnreadable(entry.node)) return
  entries.set(name, { ...entry, node: { type: 'scalar', value: unreadable, offset } })
  const hint = `put it into quotes: "${number}"; decimals have a point, 7.3`
  diagnostics.push(errorAt(placeAt(source, offset), `a comma in a number without quotes: ${number}`, { hint }))
}

function isUnreadable(node: YamlNode): boolean {
  return node.type === 'scalar' && node.value === unreadable
}

/** `{ key }`: a key without a value. */
function emptyAfter(key: unknown): YamlScalar {
  return { type: 'scalar', value: null, offset: getStart(key) }
}

function aliasTree(alias: Alias, reading: Reading, depth: number, aliased: boolean): YamlNode {
  const target = alias.resolve(reading.document)
  if (!target) return refuse(alias, reading, `unknown alias: *${alias.source}`, `no value is marked &${alias.source}`)
  const tree = toTree(target, reading, depth + 1, true)
  // The outermost alias is the one to tell.
  if (!aliased && reading.aliased > maximumAliased)
    return exhaust(alias, reading, `aliases stand for more than ${maximumAliased} values`)
  const offset = getStart(alias)
  return tree.type === 'scalar' ? { type: 'scalar', value: tree.value, offset } : { ...tree, offset }
}

/** Reports what ends the reading of the file, once. */
function exhaust(node: unknown, reading: Reading, message: string): YamlScalar {
  const first = !reading.exhausted
  reading.exhausted = true
  return first ? refuse(node, reading, message) : { type: 'scalar', value: unreadable, offset: getStart(node) }
}

/** Reports a node that is not read. */
function refuse(node: unknown, reading: Reading, message: string, hint?: string): YamlScalar {
  const offset = getStart(node)
  reading.diagnostics.push(errorAt(placeAt(reading.source, offset), message, { hint }))
  return { type: 'scalar', value: unreadable, offset }
}

function keyText(key: unknown): string | undefined {
  if (!isScalar(key)) return undefined
  return typeof key.value === 'string' ? key.value : (key.source ?? undefined)
}

function getStart(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0
}

/** The first error, and those that no other can cause: after a bracket that is not closed, each line would be one. */
function syntaxErrors(source: SourceText, faults: readonly YAMLError[]): Diagnostic[] {
  const own = faults.filter((fault, index) => index === 0 || independent.includes(fault.code))
  const diagnostics = own.map((fault) => syntaxError(source, fault))
  const lines = diagnostics.map(({ place }) => place?.line)
  return diagnostics.filter((_, index) => lines.indexOf(lines[index]) === index)
}

const independent: readonly YAMLError['code'][] = ['TAB_AS_INDENT', 'BAD_DQ_ESCAPE', 'TAG_RESOLVE_FAILED']

function syntaxError(source: SourceText, { code, message, pos }: YAMLError): Diagnostic {
  const place = placeAt(source, pos[0])
  switch (code) {
    case 'TAB_AS_INDENT':
      return errorAt(place, 'a tab is used as indentation', { expected: 'spaces', hint: 'indent by two spaces' })
    case 'MULTIPLE_DOCS':
      return errorAt(place, 'a second document starts', {
        expected: 'one document in a file',
        hint: 'remove the line ---',
      })
    case 'TAG_RESOLVE_FAILED':
      return errorAt(place, 'a tag (!) is not read here', { hint: 'quote a text that starts with an exclamation mark' })
    case 'MISSING_CHAR':
      return missingCharacter(source, message, pos[0])
    default:
      if (/^Flow (?:map|sequence|collection)/.test(message)) return unclosedBrace(source, pos[0])
      return errorAt(place, `not YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}`, { hint: hints[code] })
  }
}

/** The parser tells of a quote that is not closed where the file ends, which is far from where it is open. */
function missingCharacter(source: SourceText, message: string, offset: number): Diagnostic {
  const quote = /closing (["'])quote/.exec(message)?.[1]
  if (quote === undefined) {
    // [users[75-plus]]: a bracket within a list is another list.
    const [reference] = /[\w-]+$/.exec(source.text.slice(0, offset)) ?? []
    const ofBrackets = reference && source.text[offset] === '[' && `quote it for its brackets: "${reference}[…]"`
    const hint = ofBrackets || (message.startsWith('Sequence item') ? hints.BAD_INDENT : undefined)
    return errorAt(placeAt(source, offset), `not YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}`, { hint })
  }
  const open = source.text.lastIndexOf(quote, offset - 1)
  return errorAt(placeAt(source, Math.max(open, 0)), 'a quote is not closed', { expected: quote })
}

/** The brace or bracket that is open where the parser misses its end, on a later line. */
function unclosedBrace(source: SourceText, offset: number): Diagnostic {
  const before = source.text.slice(0, offset)
  const closed = before.replace(/(["'])(?:(?!\1).)*\1|#.*/g, (words) => ' '.repeat(words.length))
  let depth = 0
  const open = Array.from(closed, (_, at) => closed.length - 1 - at).find((at) => {
    depth += /[}\]]/.test(closed[at] ?? '') ? 1 : /[{[]/.test(closed[at] ?? '') ? -1 : 0
    return depth < 0
  })
  const hint = 'close it; within braces # begins a comment, so a text with it stands in quotes: "#0b5c8f"'
  return errorAt(placeAt(source, open ?? offset), `not closed: ${source.text[open ?? offset] ?? ''}`, { hint })
}

const hints: Readonly<Partial<Record<YAMLError['code'], string>>> = {
  BAD_INDENT: 'entries of one map or list start in one column',
  MULTILINE_IMPLICIT_KEY: 'a key is followed by a colon and a space',
  BLOCK_AS_IMPLICIT_KEY: 'quote a text that holds a colon and a space',
  BAD_SCALAR_START: 'quote a text that starts with a sign',
}

/** Where more dashes, spaces of indentation or open brackets stand than the library can be given. */
function deepOffset(text: string): number | undefined {
  const dashes = text.search(new RegExp(`(?:[-?:] +){${mostParsed}}|^ {${mostParsed}}`, 'm'))
  if (dashes >= 0) return dashes
  let depth = 0
  for (const { 0: bracket, index } of text.matchAll(/[[\]{}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1
    if (depth > mostParsed) return index
  }
  return undefined
}
