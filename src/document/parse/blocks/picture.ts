import type { Image } from 'mdast'
import type { Picture, Point } from '../../../graphics/types.ts'
import type { Block } from '../../types.ts'
import { getPlace, type Parsing, report } from '../parsing.ts'

/** Whether an image’s address is that of a picture, not of a chart. */
export function isPicture({ url }: Image): boolean {
  return isIconAddress(url) || /\.(png|jpe?g|gif|webp|svg|tiff?|bmp|heic|avif)(#.*)?$/i.test(url)
}

/** `icon:book-open`: a picture of an icon set, by its name there. */
function isIconAddress(address: string): boolean {
  return address.startsWith('icon:')
}

/**
 * `![What it shows](pictures/room.jpg#focus=30,60 "Photo: A. Winter")`: alternative text (or `decorative`),
 * the point that a crop keeps, in per cent from left and top, and the credit line.
 */
export function parsePicture(node: Image, parsing: Parsing): Block[] {
  const place = getPlace(node, parsing)
  const [address = '', fragment] = node.url.replaceAll('\u00a0', ' ').split('#')
  const alt = node.alt?.trim() ?? ''
  if (alt === '') {
    const hint = `say what it shows: ![A reading room](${address}); or ![decorative](${address}), where it says nothing`
    report(parsing, `a picture without alternative text: ${address}`, place, hint)
  }
  const focus = fragment === undefined ? undefined : toFocus(fragment)
  if (fragment !== undefined && !focus)
    report(parsing, `not a focus: ${fragment}`, place, 'write #focus=30,60: per cent from the left, and from the top')
  const found = parsing.readPicture(decodeURI(address))
  if ('message' in found) report(parsing, found.message, place, found.hint)
  const picture = 'message' in found ? standIn : found
  const credit = node.data?.rawTitle?.text.trim() || undefined
  return [
    {
      type: 'picture',
      picture,
      file: address,
      alt: alt === 'decorative' ? undefined : alt,
      focus,
      credit,
      isIcon: isIconAddress(address),
      place,
    },
  ]
}

/** Replaces a picture that cannot be shown, so that its slide has no other faults; the error prevents any drawing. */
const standIn: Picture = { bytes: new Uint8Array(), width: 4000, height: 3000 }

function toFocus(fragment: string): Point | undefined {
  const [, x, y] = /^focus=(\d{1,3}),(\d{1,3})$/.exec(fragment) ?? []
  const focus = { x: Number(x) / 100, y: Number(y) / 100 }
  return focus.x <= 1 && focus.y <= 1 ? focus : undefined
}
