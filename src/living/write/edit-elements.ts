import { escapeAttribute, escapeText, type XmlElement } from '../../opc/xml.ts'
import type { PackageEditor } from './edit-package.ts'

/** An element as it is written in its part. */
export function source(editor: PackageEditor, element: XmlElement): string {
  const { part, start, end } = editor.spanOf(element)
  return editor.written(part, start, end)
}

/** Puts XML in the place of an element. */
export function setElement(editor: PackageEditor, element: XmlElement, xml: string): void {
  const { part, start, end } = editor.spanOf(element)
  editor.replace(part, start, end, xml)
}

/** Takes an element out of its part. */
export function removeElement(editor: PackageEditor, element: XmlElement): void {
  setElement(editor, element, '')
}

/** Sets what an element holds. */
export function setContent(editor: PackageEditor, element: XmlElement, text: string): void {
  setInner(editor, element, escapeText(text))
}

export function setInner(editor: PackageEditor, element: XmlElement, xml: string): void {
  const { part, contentStart, contentEnd, end } = editor.spanOf(element)
  if (contentEnd < end) editor.replace(part, contentStart, contentEnd, xml)
  else setElement(editor, element, filled(editor, element, xml))
}

/** Puts XML before or behind an element, or what it holds, after what was put there before. */
export function insert(
  editor: PackageEditor,
  element: XmlElement,
  side: 'start' | 'contentStart' | 'contentEnd' | 'end',
  xml: string,
): void {
  const { part, ...span } = editor.spanOf(element)
  const at = span[side]
  const isEmpty = side.startsWith('content') && span.contentEnd === span.end
  if (isEmpty) setElement(editor, element, filled(editor, element, xml))
  else editor.replace(part, at, at, `${editor.written(part, at, at)}${xml}`)
}

/** An element that holds nothing, with something in it. */
function filled(editor: PackageEditor, element: XmlElement, xml: string): string {
  return `${source(editor, element).replace(/\s*\/>$/, '')}>${xml}</${element.name}>`
}

/** The tag that an element begins with. */
export function getTag(editor: PackageEditor, element: XmlElement): string {
  const { part, start, contentStart } = editor.spanOf(element)
  return editor.written(part, start, contentStart)
}

/** Changes the tag that an element begins with. */
export function editTag(editor: PackageEditor, element: XmlElement, change: (tag: string) => string): void {
  const { part, start, contentStart } = editor.spanOf(element)
  editor.replace(part, start, contentStart, change(getTag(editor, element)))
}

/** Sets an attribute that an element has. */
export function setAttribute(editor: PackageEditor, element: XmlElement, attribute: string, value: string): void {
  const pattern = new RegExp(`(\\s${attribute}\\s*=\\s*)(?:"[^"]*"|'[^']*')`)
  const set = (_: string, name: string) => `${name}"${escapeAttribute(value)}"`
  editTag(editor, element, (tag) => tag.replace(pattern, set))
}
