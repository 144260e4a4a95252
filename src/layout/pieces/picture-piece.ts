import { warningAt } from '../../diagnostic.ts'
import type { PictureBlock } from '../../document/types.ts'
import type { Setting } from '../text/setting.ts'
import type { Box, PictureItem, Tag } from '../types.ts'
import { createPiece, joinPieces, type Piece } from './pieces.ts'
import { textPiece } from './text-piece.ts'

/** Fewer pixels an inch look coarse in print. */
const leastResolution = 200

/** What a picture stands in: a width in points, and the structure elements. */
interface Room extends Setting {
  width: number
  tags: Tag[]
}

/** A picture with its credit below it. */
export function picturePieces(block: PictureBlock, column: Room): Piece[] {
  const shown = shownPiece(block, column)
  const credit = creditPiece(block, column)
  return [credit ? joinPieces([shown, credit], { spaceAfter: column.styles.body.leading }) : shown]
}

/**
 * A picture in its own proportions, as wide as its column and at most two thirds of that high: a higher one is
 * narrower, or cropped about the point that its author names.
 * An icon is somewhat higher than a line, and starts where the words below it do.
 */
function shownPiece(block: PictureBlock, column: Room): Piece {
  const { picture, isIcon, place } = block
  const { leading } = column.styles.body
  const ratio = isIcon ? 1 : picture.width / picture.height
  const most = isIcon ? leading * 2 : (column.width * 2) / 3
  const height = isIcon ? most : Math.min(column.width / ratio, most)
  const width = block.focus && !isIcon ? column.width : height * ratio
  if (!isIcon) checkResolution(block, { width, height }, column)
  return createPiece({
    height,
    spaceBefore: leading * 0.7,
    spaceAfter: isIcon ? leading * 0.4 : leading,
    source: place,
    place: (x, y) => [pictureItem(block, { x, y, width, height }, column.tags, column)],
  })
}

/** Who made the picture, small below it. */
export function creditPiece({ credit, place }: PictureBlock, column: Room): Piece | undefined {
  const { width, tags, styles, locale } = column
  if (credit === undefined) return undefined
  return textPiece(
    {
      runs: [{ text: credit }],
      style: styles.small,
      width,
      source: place,
      role: 'caption',
      name: locale.names.caption,
      tags: [...tags, { type: 'P', id: column.nextId() }],
      spaceBefore: styles.small.leading * 0.3,
    },
    column,
  )
}

/** The picture so large that it covers the box, as near to its focus as it can be. */
export function pictureItem(
  block: PictureBlock,
  box: Box,
  tags: readonly Tag[],
  { locale, nextId }: Setting,
): PictureItem {
  const { picture, focus = { x: 0.5, y: 0.5 }, alt, file } = block
  const scale = Math.max(box.width / picture.width, box.height / picture.height)
  const [width, height] = [picture.width * scale, picture.height * scale]
  const whole = {
    x: box.x - cut(width - box.width, focus.x, width, box.width),
    y: box.y - cut(height - box.height, focus.y, height, box.height),
    width,
    height,
  }
  const name = locale.labelled(locale.names.picture, file.replace(/^.*\//, ''))
  return {
    type: 'picture',
    name,
    role: alt === undefined ? 'artifact' : 'chart',
    box,
    picture,
    whole,
    alt,
    tags: [...tags, { type: 'Figure', id: nextId() }],
  }
}

/** What is cut off at the left or top, so that the focus comes to the middle as far as the picture reaches. */
function cut(spare: number, focus: number, length: number, shown: number): number {
  return Math.min(spare, Math.max(0, focus * length - shown / 2))
}

/** Tells a picture that has too few pixels for its size. */
export function checkResolution(
  { picture, file, place }: PictureBlock,
  shown: { width: number; height: number },
  { report }: Setting,
): void {
  const inches = Math.max(shown.width / picture.width, shown.height / picture.height) / 72
  const resolution = Math.floor(1 / inches)
  if (resolution >= leastResolution) return
  report(
    warningAt(place, `coarse in print: ${file} has ${resolution} pixels an inch at its size`, {
      expected: `at least ${leastResolution}`,
      hint: `take it ${Math.ceil(picture.width * (leastResolution / resolution))} pixels wide, or show it smaller`,
    }),
  )
}
