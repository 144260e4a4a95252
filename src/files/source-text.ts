import { isUtf8 } from 'node:buffer'
import { type Diagnostic, errorAt, failed, type Outcome, type Place } from '../diagnostic.ts'
import { firstWhere } from './first-where.ts'

/** A file of a dataset: its path relative to the report folder, and its bytes. */
export interface DatasetFile {
  path: string
  bytes: Uint8Array
  /** Size on disk, where the file was too large to be read. */
  size?: number | undefined
}

/** A file's text, with the offsets at which its lines start. */
export interface SourceText {
  file: string
  text: string
  lineStarts: number[]
}

/** The size above which a file is not read: 100,000 figures are 4 to 12 MB of CSV; known reports are far smaller. */
export function maximumBytes(path: string): number {
  return /\.csv$/i.test(path) ? 16_000_000 : 4_000_000
}

export const tooLargeHint = 'keep the figures that the report tells, and leave the raw data elsewhere'

/**
 * The text of a file without its byte order mark.
 * Errors: too large, not UTF-8, binary; a template or YAML whose lines end in CR alone.
 */
export function decodeFile({ path, bytes, size = bytes.length }: DatasetFile): Outcome<SourceText> {
  const start = { file: path, line: 1, column: 1 }
  const most = maximumBytes(path)
  if (size > most) {
    const message = `file is too large: ${(size / 1e6).toFixed(1)} MB`
    return failed(errorAt(start, message, { expected: `at most ${most / 1e6} MB`, hint: tooLargeHint }))
  }
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (utf16) return failed(errorAt(start, 'file is UTF-16', { expected: 'UTF-8', hint: 'save the file as UTF-8' }))
  const bad = isUtf8(bytes) ? undefined : invalidByte(bytes)
  const source = sourceText(path, new TextDecoder('utf-8').decode(bytes.subarray(0, bad)))
  if (bad !== undefined) {
    const byte = `0x${(bytes[bad] ?? 0).toString(16).padStart(2, '0').toUpperCase()}`
    const hint = 'save the file as UTF-8'
    return failed(errorAt(placeAt(source, source.text.length), `not UTF-8: byte ${byte}`, { expected: 'UTF-8', hint }))
  }
  const nul = source.text.indexOf('\0')
  if (nul >= 0) {
    const hint = 'the file may be binary, or UTF-16; save it as UTF-8'
    return failed(errorAt(placeAt(source, nul), 'not text: a NUL byte', { expected: 'UTF-8 text', hint }))
  }
  const bare = /\.(?:md\.hbs|ya?ml)$/i.test(path) ? source.text.search(/\r(?!\n)/) : -1
  if (bare >= 0) {
    const hint = 'save the file with line ends LF or CRLF'
    return failed(withExcerpt(errorAt(placeAt(source, bare), 'a line ends in CR alone', { hint }), source))
  }
  return { value: source, diagnostics: [] }
}

/** Characters that reorder what is read (“Trojan Source”, CVE-2021-42574), and line ends that editors hide. */
const hidden = /[\u202a-\u202e\u2066-\u2069\u2028\u2029\u0085]/g

/** An error for each character of a text that shows its reader something other than the program reads. */
export function hiddenCharacters(source: SourceText): Diagnostic[] {
  return [...source.text.matchAll(hidden)].map(({ 0: character, index }) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    const what = /[\u2028\u2029\u0085]/.test(character) ? 'a hidden line end' : 'a hidden sign that reorders text'
    const hint = /\.md\.hbs$/.test(source.file)
      ? `delete it; where it is meant, write it so that it is seen: &#x${code};`
      : `delete it; where it is meant, write it so that it is seen: "\\u${code}" in double quotes`
    return errorAt(placeAt(source, index), `${what}: U+${code}`, { hint })
  })
}

/** A text with its lines found; they end in LF, CRLF or CR. */
export function sourceText(file: string, text: string): SourceText {
  const lineStarts = [0]
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) lineStarts.push(index + end.length)
  return { file, text, lineStarts }
}

/** The line and column, from 1, of an offset in the text. */
export function placeAt({ file, lineStarts }: SourceText, offset: number): Place {
  const line = Math.max(
    1,
    firstWhere(lineStarts, (start) => start > offset),
  )
  return { file, line, column: offset - (lineStarts[line - 1] ?? 0) + 1 }
}

/** A line of the text, from 1, without its end. */
export function lineAt({ text, lineStarts }: SourceText, line: number): string {
  const start = lineStarts[line - 1] ?? text.length
  let end = lineStarts[line] ?? text.length
  // Not by a pattern: it would go through a long line for each of its faults.
  while (end > start && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--
  return text.slice(start, end)
}

/** Index of the first byte of the first sequence that is not UTF-8, in bytes that are not. */
function invalidByte(bytes: Uint8Array): number {
  let start = 0
  for (let end = bytes.indexOf(10); end >= 0 && isUtf8(bytes.subarray(start, end)); end = bytes.indexOf(10, start))
    start = end + 1
  let index = start
  while (isUtf8(bytes.subarray(index, index + sequenceLength(bytes[index] ?? 0))))
    index += sequenceLength(bytes[index] ?? 0)
  return index
}

/** How many bytes the sequence has that starts with this one. */
function sequenceLength(lead: number): number {
  return lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1
}

/** A diagnostic about a source with the line that it stands in. */
export function withExcerpt(diagnostic: Diagnostic, source: SourceText): Diagnostic {
  return diagnostic.place ? { ...diagnostic, excerpt: lineAt(source, diagnostic.place.line) } : diagnostic
}
