import { childElements, childNamed, type XmlElement } from '../opc/xml.ts'
import { colorSlots, type ReferenceColors, type TemplateDeck, type Typefaces } from './types.ts'

/** The colours of a theme part by the names that slides call them: the master's map says which is which. */
export function readColors(design: XmlElement, map: XmlElement | undefined): ReferenceColors {
  const scheme = childNamed(childNamed(design, 'a:themeElements'), 'a:clrScheme')
  const named = (slot: string): string =>
    getColor(childNamed(scheme, `a:${map?.attributes[slot] ?? standardMap[slot] ?? slot}`))
  return Object.fromEntries(colorSlots.map((slot) => [slot, named(slot)])) as ReferenceColors
}

const standardMap: Readonly<Record<string, string>> = { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' }

/** A literal colour, or the last one that a system colour was. */
function getColor(slot: XmlElement | undefined): string {
  const [color] = childElements(slot)
  const hex = color?.attributes.lastClr ?? color?.attributes.val ?? ''
  return /^[\da-f]{6}$/i.test(hex) ? `#${hex.toLowerCase()}` : '#000000'
}

/** The typefaces of a theme part. */
export function readTypefaces(design: XmlElement): TemplateDeck['fonts'] {
  const scheme = childNamed(childNamed(design, 'a:themeElements'), 'a:fontScheme')
  const read = (kind: string): Typefaces => {
    const fonts = childNamed(scheme, kind)
    const face = (name: string): string => childNamed(fonts, name)?.attributes.typeface ?? ''
    return { latin: face('a:latin'), eastAsian: face('a:ea') }
  }
  return { heading: read('a:majorFont'), body: read('a:minorFont') }
}
