import { toPieces } from '../pages/block-pieces.ts'
import { placeStack, stackHeight } from '../pieces/pieces.ts'
import { mergeText } from '../text/merge-text.ts'
import type { Setting } from '../text/setting.ts'
import type { Box, Item, Tag } from '../types.ts'
import { columnOf, type Frame } from './slide-frame.ts'
import type { SlideParts } from './slide-parts.ts'
import { intoSlot, reportTooHigh, type Slots, textArea } from './slots.ts'

/** The room for content: what its placeholders cover, or without any what lies between title and foot. */
export function groundOf({ contents, title }: Slots, footTop: number, { theme }: Setting): Frame {
  const areas = contents.map(textArea)
  const above = title ? title.box.y + title.box.height : theme.slide.margin.top
  const [left, right] = [
    title?.box.x ?? theme.slide.margin.left,
    title ? title.box.x + title.box.width : theme.slide.width,
  ]
  if (areas.length === 0) return { left, width: right - left, top: above + 8, bottom: footTop - 8 }
  const union = joinBoxes(areas)
  const bottom = Math.min(union.y + union.height, footTop - 8)
  const frame = (box: Box): Frame => ({
    left: box.x,
    width: box.width,
    top: box.y,
    bottom: Math.min(box.y + box.height, bottom),
  })
  const [first, second] = areas
  const sides =
    first && second && areas.length === 2 && second.x >= first.x + first.width
      ? ([frame(first), frame(second)] as const)
      : undefined
  return { ...frame(union), sides }
}

function joinBoxes(boxes: readonly Box[]): Box {
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))]
  const right = Math.max(...boxes.map((box) => box.x + box.width))
  const bottom = Math.max(...boxes.map((box) => box.y + box.height))
  return { x, y, width: right - x, height: bottom - y }
}

/** The source line: in its placeholder, else just above what stands at the slide's foot. */
export function sourceItem(
  parts: SlideParts,
  slots: Slots,
  sect: Tag[],
  setting: Setting,
): { items: Item[]; top: number } {
  const top = footTop(slots, setting)
  if (parts.sources.length === 0) return { items: [], top }
  const { source } = slots
  const content = slots.contents[0] ?? slots.title
  const area = source ? textArea(source) : content ? textArea(content) : undefined
  const widest = slots.contents.length > 1 ? joinBoxes(slots.contents.map(textArea)) : area
  const [x, width] = source || !widest ? [area?.x ?? 0, area?.width ?? 0] : [widest.x, widest.width]
  const pieces = toPieces(parts.sources, columnOf(width, setting, sect, setting.theme.slide.small), setting)
  const height = stackHeight(pieces)
  const [item] = mergeText(placeStack(pieces, x, source && area ? area.y : top - height - 4), 'source')
  if (item?.type !== 'text') return { items: [], top }
  if (!source || !area) return { items: [item], top: item.box.y }
  if (height > area.height + 0.5) reportTooHigh('the source line', source, parts, setting)
  return { items: [intoSlot(item, source)], top: Math.min(top, source.box.y) }
}

/** Where footer, date and number begin that stand in the lower half of the slide. */
function footTop({ footer, date, pageNumber }: Slots, { theme }: Setting): number {
  const tops = [footer, date, pageNumber].flatMap((slot) => slot?.box.y ?? []).filter((y) => y > theme.slide.height / 2)
  return Math.min(theme.slide.height - theme.slide.margin.bottom / 2, ...tops)
}
