import type { XmlSpan } from '../../opc/parse-xml.ts'
import { escapeAttribute, escapeText, type XmlElement } from '../../opc/xml.ts'
import type { PackageEditor } from './edit-package.ts'

/** An element as it is written in its part. */
export function source(editor: PackageEditor, part: string, element: XmlElement): string {
  const { start, end } = editor.spanOf(element)
  return editor.written(part, start, end)
}

/** Puts XML in the place of an element. */
export function setElement(editor: PackageEditor, part: string, element: XmlElement, xml: string): void {
  const { start, end } = editor.spanOf(element)
  editor.replace(part, start, end, xml)
}

/** Takes an element out of its part. */
export function removeElement(editor: PackageEditor, part: string, element: XmlElement): void {
  setElement(editor, part, element, '')
}

/** Sets what an element holds. */
export function setContent(editor: PackageEditor, part: string, element: XmlElement, text: string): void {
  setInner(editor, part, element, escapeText(text))
}

export function setInner(editor: PackageEditor, part: string, element: XmlElement, xml: string): void {
  const { contentStart, contentEnd, end } = editor.spanOf(element)
  if (contentEnd < end) editor.replace(part, contentStart, contentEnd, xml)
  else setElement(editor, part, element, filled(editor, part, element, xml))
}

/** Puts XML before or behind an element, or what it holds, after what was put there before. */
export function insert(
  editor: PackageEditor,
  part: string,
  element: XmlElement,
  side: keyof XmlSpan,
  xml: string,
): void {
  const span = editor.spanOf(element)
  const at = span[side]
  const isEmpty = side.startsWith('content') && span.contentEnd === span.end
  if (isEmpty) setElement(editor, part, element, filled(editor, part, element, xml))
  else editor.replace(part, at, at, `${editor.written(part, at, at)}${xml}`)
}

/** An element that holds nothing, with something in it. */
function filled(editor: PackageEditor, part: string, element: XmlElement, xml: string): string {
  return `${source(editor, part, element).replace(/\s*\/>$/, '')}>${xml}</${element.name}>`
}

/** Changes the tag that an element begins with. */
export function editTag(
  editor: PackageEditor,
  part: string,
  element: XmlElement,
  change: (tag: string) => string,
): void {
  const { start, contentStart } = editor.spanOf(element)
  editor.replace(part, start, contentStart, change(editor.written(part, start, contentStart)))
}

/** Sets an attribute that an element has. */
export function setAttribute(
  editor: PackageEditor,
  part: string,
  element: XmlElement,
  attribute: string,
  value: string,
): void {
  const pattern = new RegExp(`(\\s${attribute}\\s*=\\s*)(?:"[^"]*"|'[^']*')`)
  const set = (_: string, name: string) => `${name}"${escapeAttribute(value)}"`
  editTag(editor, part, element, (tag) => tag.replace(pattern, set))
}
