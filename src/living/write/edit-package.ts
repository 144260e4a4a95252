import type { LivingText } from '../../build/base/living-types.ts'
import { type OpenedPackage, openPackage } from '../../opc/open-package.ts'
import type { XmlSpan, XmlSpans } from '../../opc/parse-xml.ts'
import { descendants, escapeAttribute, escapeText, type XmlElement } from '../../opc/xml.ts'
import type { TextPiece } from '../../trust/verify/read/drawing-text.ts'
import type { Replacement } from '../merge/merge-words.ts'

/** A package in which stretches of parts are replaced, all else as it stands to the byte. */
export interface PackageEditor extends OpenedPackage {
  /** Where an element of a part stands in it. */
  spanOf(element: XmlElement): XmlSpan
  /** A stretch of a part as it will be, with the replacements made in it so far. */
  written(part: string, start: number, end: number): string
  /** Puts XML in place of a stretch of a part; replacements within it are forgotten. */
  replace(part: string, start: number, end: number, xml: string): void
  /** A part as it will be. */
  text(part: string): string
  /** A new part, or one whose content is another altogether: replacements in it come before, not after. */
  set(part: string, content: Uint8Array | string): void
  /** The files by name without the leading slash, in the order of the archive. */
  files(): Map<string, Uint8Array>
  /** The parts that are not as they were. */
  changed(): string[]
}

/** Opens a package to be edited. Throws UnreadableFile where openPackage does. */
export function openEditor(archive: Uint8Array): PackageEditor {
  const spans: XmlSpans = new Map()
  const reader = openPackage(archive, { spans })
  const known = new Map<string, XmlElement | undefined>()
  const edits = new Map<string, Replacement[]>()
  const added = new Map<string, Uint8Array>()
  const sources = new Map<string, string>()
  const source = (part: string) => {
    const text = sources.get(part) ?? Buffer.from(reader.bytes(part) ?? []).toString('utf8')
    sources.set(part, text)
    return text
  }
  const xml = (part: string) => {
    if (!known.has(part)) known.set(part, reader.xml(part))
    return known.get(part)
  }
  const written = (part: string, start: number, end: number) =>
    applyEdits(source(part), edits.get(part) ?? [], start, end)
  return {
    ...reader,
    xml,
    spanOf: (element) => {
      const span = spans.get(element)
      if (!span) throw new RangeError(`an element of no part: ${element.name}`)
      return span
    },
    written,
    replace: (part, start, end, text) => {
      const isOutside = (edit: Replacement) =>
        (edit.start !== start || edit.end !== end) && (edit.end <= start || end <= edit.start)
      const outside = (edits.get(part) ?? []).filter(isOutside)
      edits.set(part, [...outside, { start, end, text }])
    },
    text: (part) => Buffer.from(added.get(part) ?? written(part, 0, source(part).length)).toString('utf8'),
    set: (part, content) => added.set(part, Buffer.from(content)),
    files: () => {
      const kept = reader.names.map((name): [string, Uint8Array] => {
        const whole = added.get(name)
        if (whole) return [name.slice(1), whole]
        const changed = edits.has(name) ? Buffer.from(written(name, 0, source(name).length), 'utf8') : undefined
        return [name.slice(1), changed ?? reader.bytes(name) ?? new Uint8Array()]
      })
      const fresh = [...added].filter(([name]) => !reader.names.includes(name))
      return new Map([...kept, ...fresh.map(([name, bytes]): [string, Uint8Array] => [name.slice(1), bytes])])
    },
    changed: () => [...new Set([...edits.keys(), ...added.keys()])],
  }
}

function applyEdits(source: string, edits: readonly Replacement[], start: number, end: number): string {
  const parts: string[] = []
  let at = start
  for (const edit of edits.filter((one) => one.start >= start && one.end <= end).sort(inPlace)) {
    parts.push(source.slice(at, edit.start), edit.text)
    at = edit.end
  }
  parts.push(source.slice(at, end))
  return parts.join('')
}

/** What is put in before what is replaced at the same place. */
function inPlace(a: Replacement, b: Replacement): number {
  return a.start - b.start || a.end - b.end
}

/** The innermost element of a name that an element stands in. */
export function findAround(
  editor: PackageEditor,
  part: string,
  element: XmlElement,
  name: string,
): XmlElement | undefined {
  const { start, end } = editor.spanOf(element)
  const root = editor.xml(part)
  return (root ? descendants(root, name) : []).findLast((one) => {
    const span = editor.spanOf(one)
    return span.start <= start && end <= span.end
  })
}

/** Makes replacements in a text, wherever it stands: each in the run that it begins in, so that all keep their looks. */
export function editText(
  editor: PackageEditor,
  { part, carrier, text }: LivingText,
  replacements: readonly Replacement[],
): void {
  if (replacements.length === 0) return
  switch (carrier.type) {
    case 'runs':
      editPieces(editor, part, carrier.pieces, replacements)
      break
    case 'attribute': {
      const { start, contentStart } = editor.spanOf(carrier.element)
      const tag = editor.written(part, start, contentStart)
      const value = escapeAttribute(replaceIn(text, replacements))
      const pattern = new RegExp(`(\\s${carrier.name}\\s*=\\s*)(?:"[^"]*"|'[^']*')`)
      editor.replace(
        part,
        start,
        contentStart,
        tag.replace(pattern, (_, name: string) => `${name}"${value}"`),
      )
      break
    }
    case 'content':
      setContent(editor, part, carrier.element, replaceIn(text, replacements))
      break
  }
}

/** The text with replacements made. */
export function replaceIn(text: string, replacements: readonly Replacement[]): string {
  return applyEdits(text, replacements, 0, text.length)
}

/** Makes replacements in the text that pieces are together. */
export function editPieces(
  editor: PackageEditor,
  part: string,
  pieces: readonly TextPiece[],
  replacements: readonly Replacement[],
): void {
  const whole = pieces.map(({ text }) => text).join('')
  const small = replacements.flatMap((one) => smallReplacements(whole, one))
  let start = 0
  pieces.forEach(({ text, element }, index) => {
    const end = start + text.length
    const from = start
    const own = small.flatMap((one) => partIn(one, from, end, index === 0 || isAfterBreak(pieces, index)))
    if (element && own.length > 0) setContent(editor, part, element, replaceIn(text, own))
    start = end
  })
}

function isAfterBreak(pieces: readonly TextPiece[], index: number): boolean {
  return pieces[index - 1]?.element === undefined
}

/** What of a replacement falls into a piece: all of its text into the piece that it begins in. An insertion goes to the end of the piece before it, where there is one. */
function partIn({ start, end, text }: Replacement, from: number, to: number, isFirst: boolean): Replacement[] {
  const takesText =
    start === end ? (start > from && start <= to) || (isFirst && start === from) : start >= from && start < to
  const [first, last] = [Math.max(start, from), Math.min(end, to)]
  if (!takesText && first >= last) return []
  // A paragraph's breaks stay where they are.
  return [{ start: first - from, end: Math.max(first, last) - from, text: takesText ? text.replaceAll('\n', ' ') : '' }]
}

/** The same edit in as little as can be, so that formats change places as little: digit by digit where there are as many as before, else without what stands at its ends already. */
function smallReplacements(whole: string, { start, end, text }: Replacement): Replacement[] {
  const old = whole.slice(start, end)
  if (old.length === text.length) {
    return [...old].flatMap((_, index) =>
      old[index] === text[index] ? [] : [{ start: start + index, end: start + index + 1, text: text[index] ?? '' }],
    )
  }
  const most = Math.min(old.length, text.length)
  let head = 0
  while (head < most && old[head] === text[head]) head += 1
  let tail = 0
  while (tail < most - head && old.at(-1 - tail) === text.at(-1 - tail)) tail += 1
  return [{ start: start + head, end: end - tail, text: text.slice(head, text.length - tail) }]
}

/** Sets what an element holds. */
export function setContent(editor: PackageEditor, part: string, element: XmlElement, text: string): void {
  const { start, contentStart, contentEnd, end } = editor.spanOf(element)
  const escaped = escapeText(text)
  if (contentEnd < end) editor.replace(part, contentStart, contentEnd, escaped)
  else {
    const tag = editor.written(part, start, end).replace(/\s*\/>$/, '')
    editor.replace(part, start, end, `${tag}>${escaped}</${element.name}>`)
  }
}
