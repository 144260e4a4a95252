import { applyEdits, type TextEdit } from '../../edit/text-edit.ts'
import { type OpenedPackage, openPackage } from '../../opc/open-package.ts'
import type { XmlSpan, XmlSpans } from '../../opc/parse-xml.ts'
import { descendants, type XmlElement } from '../../opc/xml.ts'

/** A package in which segments of parts are replaced, all else as it stands to the byte. */
export interface PackageEditor extends OpenedPackage {
  /** In which part an element stands, and where. */
  spanOf(element: XmlElement): XmlSpan
  /** A segment of a part as it will be, with the replacements made in it so far. */
  written(part: string, start: number, end: number): string
  /** Puts XML in place of a segment of a part; replacements within it are forgotten. */
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
  const edits = new Map<string, TextEdit[]>()
  const added = new Map<string, Uint8Array>()
  const sources = new Map<string, string>()
  const source = (part: string) => {
    const text = sources.get(part) ?? Buffer.from(reader.bytes(part) ?? []).toString('utf8')
    sources.set(part, text)
    return text
  }
  const xml = (part = '') => {
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
      const isOutside = (edit: TextEdit) =>
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

/** The innermost element of a name that an element stands in. */
export function findAround(editor: PackageEditor, element: XmlElement, name: string): XmlElement | undefined {
  const { part, start, end } = editor.spanOf(element)
  const root = editor.xml(part)
  return descendants(root, name).findLast((one) => {
    const span = editor.spanOf(one)
    return span.start <= start && end <= span.end
  })
}
