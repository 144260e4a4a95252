import type { Picture } from '../../../graphics/types.ts'
import type { PictureItem } from '../../../layout/types.ts'
import { relationTypes } from '../../../opc/package.ts'
import { element, type XmlElement } from '../../../opc/xml.ts'
import type { Media } from '../media.ts'
import { type ChartFiles, pictureElement } from './chart-shape.ts'
import type { ShapeNaming } from './shape.ts'

/** A photograph: the whole of it is in the file, cropped to its box, so that a person can crop it otherwise. */
export function photoShape(
  { box, whole, picture, alt }: PictureItem,
  naming: ShapeNaming,
  { relations, media }: Pick<ChartFiles, 'relations' | 'media'>,
): XmlElement {
  const related = getMedia(picture, media).map((name) => relations.add(relationTypes.image, name))
  const part = (points: number, of: number): number => Math.max(0, Math.round((points / of) * 100_000))
  const crop = {
    l: part(box.x - whole.x, whole.width),
    t: part(box.y - whole.y, whole.height),
    r: part(whole.x + whole.width - box.x - box.width, whole.width),
    b: part(whole.y + whole.height - box.y - box.height, whole.height),
  }
  const own = alt === undefined ? { ...naming, isDecorative: true } : { ...naming, alt }
  return pictureElement(own, related, box, element('a:srcRect', crop))
}

/** The names of the files that hold a picture: its pixels, and its SVG where it is one. */
export function getMedia({ bytes, svg }: Picture, media: Media): string[] {
  const pixels = media.add(bytes, bytes[0] === 0x89 ? 'png' : 'jpeg')
  return svg === undefined ? [pixels] : [pixels, media.add(Buffer.from(svg, 'utf8'), 'svg')]
}
