import { parseXml } from '../../opc/parse-xml.ts'
import { emu } from '../../opc/shape-box.ts'
import { descendants, type XmlElement } from '../../opc/xml.ts'
import { normalizedText } from '../../trust/verify/mention-key.ts'
import { isTitle, placedShapes } from '../../trust/verify/read/placed-shapes.ts'
import { lettersAcross, textOf } from '../add/add-items.ts'
import { noted, type RefreshEntry, type Refreshing } from './types.ts'

/**
 * People's own titles that run over what is below them, roughly, without knowing their font.
 * A build's titles fit, and PowerPoint fits what its layout allows.
 */
export function findLongTitles({ editor, theirs, ours }: Refreshing): RefreshEntry[] {
  const printed = new Set(ours.texts.map(({ text }) => normalizedText(text)))
  return theirs.slides.flatMap(({ part }, index) => {
    const slide = parseXml(editor.text(part))
    const present = { ...editor, xml: (name = '') => (name === part ? slide : editor.xml(name)) }
    const [layout] = editor.related(part, 'slideLayout')
    const models = [layout, editor.related(layout, 'slideMaster')[0]].map((one) => editor.xml(one))
    return placedShapes(present, part).flatMap(({ element, name, box }): RefreshEntry[] => {
      if (!isTitle(element) || printed.has(normalizedText(textOf(element)))) return []
      const [size, isFitted] = titleLook(element, models)
      const lines = Math.ceil((lettersAcross(textOf(element), 0.48) * size * emu) / box.width)
      if (isFitted || lines * size * emu <= box.height) return []
      return [
        noted({ slide: index + 1, item: name }, `slide ${index + 1}: ${name} has more words than room: shorten it`),
      ]
    })
  })
}

/** A title's type size in points, from runs, layout or master, and whether PowerPoint shrinks a long title. */
function titleLook(title: XmlElement, models: readonly (XmlElement | undefined)[]): [size: number, isFitted: boolean] {
  const placeholders = models.flatMap((root) => descendants(root, 'p:sp').find(isTitle) ?? [])
  const styles = models.flatMap((root) => descendants(root, 'p:titleStyle'))
  const shapes = [title, ...placeholders]
  const found = [...shapes, ...styles].flatMap((one) => [...descendants(one, 'a:rPr'), ...descendants(one, 'a:defRPr')])
  const size = found.flatMap(({ attributes }) => (attributes.sz === undefined ? [] : Number(attributes.sz) / 100))[0]
  return [size ?? 0, shapes.some((one) => descendants(one, 'a:normAutofit').length > 0)]
}
