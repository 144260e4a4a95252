import { type EmuBox, emu } from '../../opc/shape-box.ts'
import { childNamed, descendants, getText, type XmlElement } from '../../opc/xml.ts'
import type { PlacedShape } from './placed-shapes.ts'

/** Boxes no higher than this, in points, are full; some have their words at the bottom by their layout's word. */
const small = 100
/** Points, where runs do not say it. */
const usualSize = 18

/** The part of a shape that its words take, as near as can be said without its font: a box of words is often larger than they are. Words that do not begin at its top have all of it. */
export function wordsBox({ element, box }: Pick<PlacedShape, 'element' | 'box'>): EmuBox {
  const [body] = descendants(element, 'p:txBody')
  const [placeholder] = descendants(element, 'p:ph')
  const frame = childNamed(body, 'a:bodyPr')
  const isAtTop =
    (frame?.attributes.anchor ?? 't') === 't' && !/title|ftr|dt|sldNum/i.test(placeholder?.attributes.type ?? '')
  if (element.name !== 'p:sp' || !body || !isAtTop || frame?.attributes.vert || box.height < small * emu) return box
  const heights = descendants(body, 'a:p').map((paragraph) => paragraphHeight(paragraph, box.width / emu))
  const height = heights.reduce((sum, one) => sum + one, 0) + usualSize
  return { ...box, height: Math.min(box.height, height * emu) }
}

function paragraphHeight(paragraph: XmlElement, width: number): number {
  const sizes = descendants(paragraph, 'a:rPr').map(({ attributes }) => Number(attributes.sz ?? usualSize * 100) / 100)
  const size = Math.max(...(sizes.length > 0 ? sizes : [usualSize]))
  const words = descendants(paragraph, 'a:t').map(getText).join('')
  // Chinese characters are as wide as they are high, others some half of it.
  const across = [...words].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? 1 : 0.55), 0) * size
  const lines = Math.max(1, Math.ceil(across / Math.max(size, width - 3 * size)))
  return lines * size * 1.2 + size * 0.6
}
