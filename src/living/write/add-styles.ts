import { childElements, childNamed, escapeAttribute, type XmlElement } from '../../opc/xml.ts'
import type { PackageEditor } from './edit-package.ts'

/** Adds number formats to the styles of a workbook; returns the number of the style that has each. None where the workbook has no styles. */
export function addStyles(editor: PackageEditor, formats: readonly string[]): Map<string, string> {
  const [main] = editor.related('/', 'officeDocument')
  const [part] = main === undefined ? [] : editor.related(main, 'styles')
  const root = part === undefined ? undefined : editor.xml(part)
  const looks = childNamed(root, 'cellXfs')
  if (formats.length === 0 || part === undefined || !root || !looks) return new Map()
  const known = childNamed(root, 'numFmts')
  const first = Math.max(163, ...childElements(known).map(({ attributes }) => Number(attributes.numFmtId))) + 1
  const numbers = formats.map(
    (format, index) => `<numFmt numFmtId="${first + index}" formatCode="${escapeAttribute(format)}"/>`,
  )
  if (known) extend(editor, part, known, numbers)
  else {
    const at = editor.spanOf(root).contentStart
    editor.replace(part, at, at, `<numFmts count="${numbers.length}">${numbers.join('')}</numFmts>`)
  }
  const styles = formats.map(
    (_, index) => `<xf numFmtId="${first + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  )
  extend(editor, part, looks, styles)
  const count = childElements(looks).length
  return new Map(formats.map((format, index) => [format, String(count + index)]))
}

/** Puts more at the end of a list that says how many it holds. */
function extend(editor: PackageEditor, part: string, list: XmlElement, added: readonly string[]): void {
  const { start, contentStart, contentEnd, end } = editor.spanOf(list)
  const count = childElements(list).length + added.length
  const held = contentEnd < end ? editor.written(part, contentStart, contentEnd) : ''
  editor.replace(part, start, end, `<${list.name} count="${count}">${held}${added.join('')}</${list.name}>`)
}
