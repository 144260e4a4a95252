import type { Box, Item } from '../../../layout/types.ts'
import type { Theme } from '../../../theme/theme.ts'
import type { Placeholder } from '../parts/placeholder.ts'
import { isSameBox } from './shape.ts'

/** Points kept between a placeholder and the one below it. */
const gap = 8

/** The placeholders, with body and subtitle as deep as possible: the next person's text may be longer. */
export function withRoomBelow(places: readonly Placeholder[], { slide }: Theme): Placeholder[] {
  const lowest = slide.height - slide.margin.bottom
  return places.map((place) => {
    const { role, text, box } = place
    if ((role !== 'body' && role !== 'subtitle') || text?.verticalAlign !== 'top' || text.fill) return place
    const below = places
      .filter((other) => other.box.y > box.y && overlaps(other.box.x, other.box.width, box.x, box.width))
      .map((other) => other.box.y - gap)
    const bottom = Math.max(box.y + box.height, Math.min(lowest, ...below))
    return { ...place, box: { ...box, height: bottom - box.y } }
  })
}

function overlaps(a: number, lengthA: number, b: number, lengthB: number): boolean {
  return a < b + lengthB && b < a + lengthA
}

/** Whether an item can use its placeholder's box: its own, or, for text at the top, a deeper one else empty. */
export function canTakeBox(item: Item, { box, text }: Placeholder, others: readonly Item[]): boolean {
  if (isSameBox(item.box, box)) return true
  const isDeeper = isSameBox({ ...item.box, height: box.height }, box) && item.box.height < box.height
  if (!isDeeper || item.type !== 'text' || item.verticalAlign !== 'top' || item.fill || text?.fill) return false
  const bottom = item.box.y + item.box.height
  const free = { ...box, y: bottom, height: box.y + box.height - bottom }
  return !others.some((other) => other !== item && other.type !== 'rect' && meets(other.box, free))
}

function meets(a: Box, b: Box): boolean {
  return overlaps(a.x, a.width, b.x, b.width) && overlaps(a.y, a.height, b.y, b.height)
}
