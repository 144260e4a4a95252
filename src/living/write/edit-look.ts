import { childNamed, type XmlElement } from '../../opc/xml.ts'
import type { PackageEditor } from './edit-package.ts'

/** Gives a run (`a:rPr`) a colour of the theme, or with none that of its paragraph. */
export function setColor(editor: PackageEditor, part: string, look: XmlElement, color: string): void {
  const fill = childNamed(look, 'a:solidFill')
  const written = color === '' ? '' : `<a:solidFill><a:schemeClr val="${color}"/></a:solidFill>`
  if (fill) {
    const { start, end } = editor.spanOf(fill)
    editor.replace(part, start, end, written)
    return
  }
  const { start, contentStart, contentEnd, end } = editor.spanOf(look)
  const line = childNamed(look, 'a:ln')
  // The line of letters comes before what fills them.
  const at = line ? editor.spanOf(line).end : contentStart
  if (contentEnd < end) editor.replace(part, at, at, written)
  else editor.replace(part, start, end, `${editor.written(part, start, end).replace(/\s*\/>$/, '')}>${written}</a:rPr>`)
}
