import { plainValue, type YamlMap, type YamlNode, type YamlScalar } from './yaml-tree.ts'

// A report's files are read at each build, and the YAML library takes a tenth of a second before it is warm.
// This reader knows the YAML in such files and nothing else. It gives up at the first thing that it does not
// know or that might be an error, and the library reads the file instead; a test holds the two against each other.

/** A line that is neither blank nor a comment; offsets into the text. */
interface Line {
  /** Column of the first character, from 0. */
  indent: number
  start: number
  end: number
  /** Offset of the line after it. */
  next: number
}

interface Reader {
  text: string
  /** The line to be read, or undefined at the end. */
  line: Line | undefined
  depth: number
}

type Entries = Map<string, { keyOffset: number; node: YamlNode }>

/** Thrown where the text is not plain, and caught in readPlainYaml. */
const giveUp = Symbol('not plain')
const deepest = 30

/**
 * Reads YAML of block maps and lists, flow maps and lists on one line, plain and quoted texts on one line, folded and
 * literal
 * blocks, and comments. Undefined for any other, valid or not.
 */
export function readPlainYaml(text: string): YamlNode | undefined {
  if (/\t|\r(?!\n)|^(?:---|\.\.\.|%)/m.test(text)) return undefined
  try {
    const reader: Reader = { text, line: lineFrom(text, 0), depth: 0 }
    if (!reader.line) return undefined
    const root = readBlock(reader, reader.line)
    return reader.line === undefined ? root : undefined
  } catch (thrown) {
    if (thrown === giveUp) return undefined
    throw thrown
  }
}

/** The first line at or after an offset, itself the start of a line, that is neither blank nor a comment. */
function lineFrom(text: string, offset: number): Line | undefined {
  let lineStart = offset
  while (lineStart < text.length) {
    const newline = text.indexOf('\n', lineStart)
    const next = newline < 0 ? text.length : newline + 1
    const end = newline < 0 ? text.length : text[newline - 1] === '\r' ? newline - 1 : newline
    let start = lineStart
    while (start < end && text[start] === ' ') start++
    if (start < end && text[start] !== '#') return { indent: start - lineStart, start, end, next }
    lineStart = next
  }
  return undefined
}

function readBlock(reader: Reader, line: Line): YamlNode {
  if (++reader.depth > deepest) throw giveUp
  const node = isItem(reader.text, line) ? readList(reader, line) : readMap(reader, line)
  reader.depth--
  return node
}

function readMap(reader: Reader, { indent, start }: Line): YamlMap {
  const { text } = reader
  const entries: Entries = new Map()
  for (let line: Line | undefined = reader.line; line && line.indent >= indent; line = reader.line) {
    if (line.indent > indent || isItem(text, line)) throw giveUp
    const key = match(/([A-Za-z_][\w-]*):(?= |\r?$)/my, text, line.start)
    const name = key.slice(0, -1)
    const from = skipSpaces(text, line.start + key.length)
    const node =
      from < line.end && text[from] !== '#' ? readInline(reader, line, from, indent) : readNested(reader, line)
    addEntry(entries, name, line.start, node)
  }
  return { type: 'map', entries, offset: start }
}

function readList(reader: Reader, { indent, start }: Line): YamlNode {
  const { text } = reader
  const items: YamlNode[] = []
  for (let line: Line | undefined = reader.line; line && line.indent >= indent; line = reader.line) {
    if (line.indent > indent) throw giveUp
    if (!isItem(text, line)) break
    const from = skipSpaces(text, line.start + 1)
    if (from >= line.end || text[from] === '#') throw giveUp
    items.push(isKey(text, from) ? readCompactMap(reader, line, from) : readInline(reader, line, from, indent))
  }
  return { type: 'list', items, offset: start }
}

/** `- key: value`, a map that starts in the line of its list item. */
function readCompactMap(reader: Reader, line: Line, from: number): YamlNode {
  const first = { ...line, indent: line.indent + from - line.start, start: from }
  reader.line = first
  return readBlock(reader, first)
}

/** What stands in the lines below a key. */
function readNested(reader: Reader, line: Line): YamlNode {
  const below = lineFrom(reader.text, line.next)
  // A key without a value is left to the library.
  if (!below || below.indent < line.indent || (below.indent === line.indent && !isItem(reader.text, below)))
    throw giveUp
  reader.line = below
  return readBlock(reader, below)
}

/** What stands in the line of its key or list item. */
function readInline(reader: Reader, line: Line, from: number, parentIndent: number): YamlNode {
  const { text } = reader
  const first = text[from]
  if (first === '|' || first === '>') return readBlockText(reader, line, from, parentIndent)
  const { node, end } =
    first === '[' || first === '{'
      ? readFlow(text, from, 0)
      : first === '"' || first === "'"
        ? readQuoted(text, from)
        : readPlain(text, from, line.end)
  const rest = skipSpaces(text, end)
  if (rest < line.end && (text[rest] !== '#' || rest === end)) throw giveUp
  reader.line = lineFrom(text, line.next)
  // A text that goes on in the next line.
  if (reader.line && reader.line.indent > parentIndent) throw giveUp
  return node
}

function readPlain(text: string, from: number, lineEnd: number): { node: YamlScalar; end: number } {
  const line = text.slice(from, lineEnd)
  const comment = line.indexOf(' #')
  const written = (comment < 0 ? line : line.slice(0, comment)).replace(/ +$/, '')
  if (!/^(?:[^\s,[\]{}#&*!|>'"%@`?:-]|[-?:](?=[^\s]))/.test(written) || /:(?: |$)/.test(written)) throw giveUp
  return {
    node: { type: 'scalar', value: plainValue(written), offset: from, textOffset: from },
    end: from + written.length,
  }
}

function readQuoted(text: string, from: number): { node: YamlScalar; end: number } {
  const quoted = match(/"[^"\\\r\n]*"|'(?:[^'\r\n]|'')*'/y, text, from)
  const inner = quoted.slice(1, -1)
  const doubled = quoted.startsWith("'") && inner.includes("''")
  const value = doubled ? inner.replaceAll("''", "'") : inner
  return {
    node: { type: 'scalar', value, offset: from, ...(!doubled && { textOffset: from + 1 }) },
    end: from + quoted.length,
  }
}

/** A flow map or list, from its bracket. */
function readFlow(text: string, from: number, depth: number): { node: YamlNode; end: number } {
  if (depth > deepest) throw giveUp
  const close = text[from] === '[' ? ']' : '}'
  const entries: Entries = new Map()
  const items: YamlNode[] = []
  let position = skipSpaces(text, from + 1)
  while (text[position] !== close) {
    if (items.length + entries.size > 0) position = skipSpaces(text, position + match(/,/y, text, position).length)
    if (close === ']') {
      const item = readFlowValue(text, position, depth)
      items.push(item.node)
      position = skipSpaces(text, item.end)
    } else {
      const key = match(/[A-Za-z_][\w-]*: +/y, text, position)
      const value = readFlowValue(text, position + key.length, depth)
      addEntry(entries, key.slice(0, key.indexOf(':')), position, value.node)
      position = skipSpaces(text, value.end)
    }
  }
  const node: YamlNode = close === ']' ? { type: 'list', items, offset: from } : { type: 'map', entries, offset: from }
  return { node, end: position + 1 }
}

function readFlowValue(text: string, from: number, depth: number): { node: YamlNode; end: number } {
  const first = text[from]
  if (first === '[' || first === '{') return readFlow(text, from, depth + 1)
  if (first === '"' || first === "'") return readQuoted(text, from)
  const written = match(/(?:[^\s,[\]{}#&*!|>'"%@`?:-]|-(?=[^\s,[\]{}#:]))[^,[\]{}#:\r\n]*/y, text, from).replace(
    / +$/,
    '',
  )
  return {
    node: { type: 'scalar', value: plainValue(written), offset: from, textOffset: from },
    end: from + written.length,
  }
}

/** A folded (`>`) or literal (`|`) block whose lines all have one indentation and none of which is blank. */
function readBlockText(reader: Reader, line: Line, from: number, parentIndent: number): YamlScalar {
  const { text } = reader
  const header = text.slice(from, line.end)
  if (!/^[|>]-?$/.test(header)) throw giveUp
  const { lines, next } = blockLines(text, line.next, parentIndent)
  reader.line = lineFrom(text, next)
  const value = lines.join(header.startsWith('>') ? ' ' : '\n') + (header.endsWith('-') ? '' : '\n')
  return { type: 'scalar', value, offset: from }
}

function blockLines(text: string, from: number, parentIndent: number): { lines: string[]; next: number } {
  const lines: string[] = []
  let next = from
  let indent: number | undefined
  while (next < text.length) {
    const raw = match(/[^\n]*\n/y, text, next).replace(/\r?\n$/, '')
    const own = raw.length - raw.trimStart().length
    if (raw === '' || own <= parentIndent) break
    indent ??= own
    if (own !== indent || raw.endsWith(' ')) throw giveUp
    lines.push(raw.slice(indent))
    next = text.indexOf('\n', next) + 1
  }
  // After a blank line the block may go on: only where what follows is a line that is certainly not its own.
  const after = lineOrComment(text, next)
  if (indent === undefined || (after !== undefined && after > parentIndent)) throw giveUp
  return { lines, next }
}

/** The indentation of the first line at or after an offset that is not empty. */
function lineOrComment(text: string, offset: number): number | undefined {
  const found = /^( *)[^ \r\n]/gm
  found.lastIndex = offset
  return found.exec(text)?.[1]?.length
}

function addEntry(entries: Entries, name: string, keyOffset: number, node: YamlNode): void {
  if (entries.has(name) || name in Object.prototype) throw giveUp
  entries.set(name, { keyOffset, node })
}

function isItem(text: string, { start, end }: Line): boolean {
  return text[start] === '-' && (start + 1 === end || text[start + 1] === ' ')
}

function isKey(text: string, from: number): boolean {
  const key = /[A-Za-z_][\w-]*:(?= |\r?$)/my
  key.lastIndex = from
  return key.test(text)
}

function skipSpaces(text: string, from: number): number {
  let position = from
  while (text[position] === ' ') position++
  return position
}

/** What a sticky pattern matches at an offset. */
function match(pattern: RegExp, text: string, offset: number): string {
  pattern.lastIndex = offset
  const found = pattern.exec(text)?.[0]
  if (found === undefined) throw giveUp
  return found
}
