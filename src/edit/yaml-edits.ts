import { type Document, isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap } from 'yaml'
import type { Path } from '../dataset/yaml/located.ts'
import { getNewline, lineEnd, type TextEdit } from './text-edit.ts'
import { type Writable, writeBlock, writeFlow, writeLike } from './yaml-scalar.ts'

/** A YAML file that is edited where it stands: comments, order, quotes and layout of all else stay as they are. */
export interface YamlText {
  text: string
  document: Document
}

/** A YAML text, parsed with the place of each node. */
export function openYaml(text: string): YamlText {
  return { text, document: parseDocument(text, { logLevel: 'silent' }) }
}

/** The edits that set the value of a key in the map at `path`, or add the key after the map's last plain one. */
export function setKey(yaml: YamlText, path: Path, key: string, value: Writable): TextEdit[] {
  const map = mapAt(yaml, path)
  if (!map) return []
  const pair = getPair(map, key)
  const range = pair && getRange(pair.value)
  if (!range) return addKey(yaml, map, key, value)
  const isBlockMap = isMap(pair.value) && !pair.value.flow
  const [start, end] = range
  const kept = isScalar(pair.value) ? writeLike(pair.value.type, value, map.flow === true) : undefined
  // The range of a block map ends behind its last line end.
  const stop = isBlockMap ? trimEnd(yaml.text, start, end) : end
  return [{ start, end: stop, text: kept ?? writeFlow(value, map.flow === true || !isBlockMap) }]
}

/** The edits that take a key and its value out of the map at `path`. */
export function removeKey(yaml: YamlText, path: Path, key: string): TextEdit[] {
  const map = mapAt(yaml, path)
  const pair = map && getPair(map, key)
  const [start] = getRange(pair?.key) ?? []
  const [, end] = getRange(pair?.value) ?? getRange(pair?.key) ?? []
  if (!map || start === undefined || end === undefined) return []
  if (map.flow) return [flowRemoval(yaml.text, start, end)]
  const lineStart = yaml.text.lastIndexOf('\n', start - 1) + 1
  const isFirst = yaml.text.slice(lineStart, start).trim() !== ''
  const stop = lineEnd(yaml.text, trimEnd(yaml.text, start, end))
  const next = stop + (/^(\r\n|\n|\r)/.exec(yaml.text.slice(stop))?.[0].length ?? 0)
  if (!isFirst) return [{ start: lineStart, end: next, text: '' }]
  // The first key of a list's item shares its line with the hyphen: what follows takes its place.
  const indent = /^[ \t]*/.exec(yaml.text.slice(next))?.[0].length ?? 0
  return [{ start, end: next + indent, text: '' }]
}

/** The edits that insert maps at the start of the list under `key` of the map at `path`, in the list's own style. */
export function insertItems(
  yaml: YamlText,
  path: Path,
  key: string,
  items: readonly { readonly [key: string]: Writable }[],
): TextEdit[] {
  const map = mapAt(yaml, path)
  if (!map || items.length === 0) return []
  const newline = getNewline(yaml.text)
  const pair = getPair(map, key)
  const list = pair?.value
  const keyEnd = getRange(pair?.key)?.[1]
  const flow = items.map((item) => writeFlow(item, true)).join(', ')
  const [listStart = 0, listEnd = 0] = getRange(list) ?? []
  if (!isSeq(list) || keyEnd === undefined || (list.items.length === 0 && !map.flow)) {
    if (map.flow) return addText(map, `${key}: [${flow}]`)
    const indent = `${getIndent(yaml.text, map)}  `
    const lines = items.map((item) => `${newline}${indent}- ${writeBlock(item, `${indent}  `, newline)}`).join('')
    if (!isSeq(list) || keyEnd === undefined) return addLine(yaml, map, `${key}:${lines}`)
    // Empty brackets go, and what is said behind them stays above the items.
    const at = lineEnd(yaml.text, listEnd)
    return [{ start: keyEnd + 1, end: at, text: `${yaml.text.slice(listEnd, at)}${lines}` }]
  }
  if (list.flow)
    return [{ start: listStart + 1, end: listStart + 1, text: ` ${flow}${list.items.length > 0 ? ',' : ''}` }]
  const indent = yaml.text.slice(yaml.text.lastIndexOf('\n', listStart) + 1, listStart)
  const [first] = list.items
  const isFlow = isMap(first) && first.flow === true
  const texts = items.map((item) => (isFlow ? writeFlow(item, false) : writeBlock(item, `${indent}  `, newline)))
  const at = lineEnd(yaml.text, keyEnd)
  return [{ start: at, end: at, text: texts.map((text) => `${newline}${indent}- ${text}`).join('') }]
}

function addKey(yaml: YamlText, map: YAMLMap, key: string, value: Writable): TextEdit[] {
  if (!map.flow) return addLine(yaml, map, `${key}: ${writeFlow(value, false)}`)
  return addText(map, `${key}: ${writeFlow(value, true)}`)
}

/** A key with its value at the end of a map in braces. */
function addText(map: YAMLMap, text: string): TextEdit[] {
  const last = map.items.at(-1)
  const at = getRange(last?.value)?.[1] ?? (getRange(map)?.[0] ?? 0) + 1
  return [{ start: at, end: at, text: `${last ? ', ' : ' '}${text}` }]
}

/** A line of a block map, after its last pair whose value is a scalar, or list in brackets, on one line. */
function addLine({ text }: YamlText, map: YAMLMap, line: string): TextEdit[] {
  const after = map.items.findLast(({ value }) => isScalar(value) || ((isSeq(value) || isMap(value)) && value.flow))
  const end = getRange(after?.value)?.[1]
  if (end === undefined) return []
  const indent = getIndent(text, map)
  const newline = getNewline(text)
  if (/[\r\n]/.test(text[end - 1] ?? '')) return [{ start: end, end, text: `${indent}${line}${newline}` }]
  const at = lineEnd(text, end)
  return [{ start: at, end: at, text: `${newline}${indent}${line}` }]
}

/** The spaces before the keys of a block map; the hyphen of a list's item counts as one. */
function getIndent(text: string, map: YAMLMap): string {
  const start = getRange(map.items[0]?.key)?.[0] ?? 0
  return ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1))
}

function flowRemoval(text: string, start: number, end: number): TextEdit {
  const before = /,\s*$/.exec(text.slice(0, start))
  if (before) return { start: before.index, end, text: '' }
  const after = /^\s*,\s*/.exec(text.slice(end))
  return { start, end: end + (after?.[0].length ?? 0), text: '' }
}

function trimEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length
}

function mapAt({ document }: YamlText, path: Path): YAMLMap | undefined {
  const node = path.length === 0 ? document.contents : document.getIn([...path], true)
  return isMap(node) ? node : undefined
}

function getPair(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key)
}

/** Where a node starts, and where its value ends. */
function getRange(node: unknown): [number, number] | undefined {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined
  return Array.isArray(range) && typeof range[0] === 'number' && typeof range[1] === 'number'
    ? [range[0], range[1]]
    : undefined
}
