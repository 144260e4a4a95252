import type { Block } from '../../document/types.ts'
import type { Slot } from '../../reference/types.ts'
import { toPieces } from '../pages/block-pieces.ts'
import { placeStack, stackHeight } from '../pieces/pieces.ts'
import { breakWidth } from '../pieces/text-piece.ts'
import { mergeText } from '../text/merge-text.ts'
import { plainText, toRuns } from '../text/runs.ts'
import { breakText } from '../text/set-text.ts'
import type { Setting } from '../text/setting.ts'
import { resized } from '../text/styles.ts'
import type { Box, Item, Run, Tag, TextStyle } from '../types.ts'
import { columnOf, type Frame } from './slide-frame.ts'
import { headingItem } from './slide-head.ts'
import type { SlideParts } from './slide-parts.ts'
import { intoSlot, reportTooHigh, type Slots, slotStyle, textArea } from './slots.ts'

/** The title in its placeholder, set smaller where it would not fit. */
export function titleItems(parts: SlideParts, { title }: Slots, sect: Tag[], setting: Setting): Item[] {
  if (!title) {
    const message = 'the template has no placeholder for a title there'
    const hint = 'choose another layout with layouts: in templates/theme.yaml'
    setting.report({ severity: 'error', message, place: parts.place, hint })
    return []
  }
  const style = slotStyle(setting.styles.title, title)
  const runs = toRuns(parts.heading.children)
  const area = textArea(title)
  const fitting = fittingStyle(runs, style, area, setting)
  if (!fitting) reportTooHigh('the title', title, parts, setting)
  const at = { x: area.x, y: area.y, width: area.width }
  const tags: Tag[] = [...sect, { type: 'H1', id: setting.nextId() }]
  const item = headingItem(runs, fitting ?? style, at, 'title', tags, parts, setting)
  const outline = { text: plainText(runs), depth: 1 }
  const named = { ...item, paragraphs: item.paragraphs.map((one) => ({ ...one, anchor: parts.heading.id, outline })) }
  return [intoSlot(named, title)]
}

/** The subtitle in its placeholder; where the layout has none, at the top of the content, which begins below it. */
export function subtitleItems(
  parts: SlideParts,
  { subtitle: slot }: Slots,
  ground: Frame,
  sect: Tag[],
  setting: Setting,
): { items: Item[]; ground: Frame } {
  if (!parts.subtitle) return { items: [], ground }
  const runs = toRuns(parts.subtitle.children)
  const tags: Tag[] = [...sect, { type: 'P', id: setting.nextId() }]
  const area = slot
    ? textArea(slot)
    : { x: ground.left, y: ground.top, width: ground.width, height: ground.bottom - ground.top }
  const style = slot ? slotStyle(setting.styles.subtitle, slot) : setting.styles.subtitle
  const fitting = fittingStyle(runs, style, area, setting)
  if (slot && !fitting) reportTooHigh('the subtitle', slot, parts, setting)
  const item = headingItem(runs, fitting ?? style, area, 'subtitle', tags, parts, setting)
  if (slot) return { items: [intoSlot(item, slot)], ground }
  const lower = (frame: Frame): Frame => ({ ...frame, top: frame.top + item.box.height + 8 })
  const sides = ground.sides && ([lower(ground.sides[0]), lower(ground.sides[1])] as const)
  return { items: [item], ground: { ...lower(ground), sides } }
}

/** Subtitle and text of a cover: each in a placeholder of its own where there are two, else together in the one that there is. */
export function coverText(parts: SlideParts, slots: Slots, sect: Tag[], setting: Setting): Item[] {
  const lead: Block[] = parts.subtitle
    ? [{ type: 'paragraph', children: parts.subtitle.children, place: parts.place }]
    : []
  const second = slots.contents.find(({ type }) => type === 'body' || type === 'obj')
  if (slots.subtitle && second) {
    return [
      ...coverPart(lead, slots.subtitle, 'subtitle', parts, sect, setting),
      ...coverPart(parts.body, second, 'body', parts, sect, setting),
    ]
  }
  return coverPart([...lead, ...parts.body], slots.subtitle ?? second, 'subtitle', parts, sect, setting)
}

function coverPart(
  blocks: readonly Block[],
  slot: Slot | undefined,
  role: 'subtitle' | 'body',
  parts: SlideParts,
  sect: Tag[],
  setting: Setting,
): Item[] {
  if (blocks.length === 0) return []
  if (!slot) {
    const message = 'the template has no placeholder for the text of a cover'
    setting.report({ severity: 'error', message, place: parts.place, hint: 'leave it out, or choose another layout' })
    return []
  }
  const area = textArea(slot)
  const style = slotStyle(setting.styles.body, slot)
  const own = { ...setting, styles: { ...setting.styles, body: style } }
  const set = (size: number, report: Setting['report']) =>
    toPieces(blocks, columnOf(area.width, own, sect, size), { ...own, report })
  const size = shrunk(style, 0.5).find((size) => stackHeight(set(size, () => {})) <= area.height + 0.5)
  if (size === undefined) reportTooHigh('the text', slot, parts, setting)
  const [text] = mergeText(placeStack(set(size ?? style.size, setting.report), area.x, area.y), 'body')
  const name = setting.locale.names[role === 'subtitle' ? 'subtitle' : 'text']
  return text?.type === 'text' ? [intoSlot({ ...text, name, role }, slot)] : []
}

/** The style at the largest size, down to 0.6 of its own, at which the runs fit an area; undefined where none does. */
function fittingStyle(runs: readonly Run[], style: TextStyle, area: Box, setting: Setting): TextStyle | undefined {
  const width = breakWidth(area.width, setting)
  return shrunk(style, 0.6)
    .map((size) => resized(style, size))
    .find((smaller) => breakText(runs, smaller, width, setting.fonts).height <= area.height + 0.5)
}

/** Sizes from a style's own down to a part of it, points. */
function shrunk({ size }: TextStyle, least: number): number[] {
  const steps = Math.max(0, Math.floor(size - size * least))
  return Array.from({ length: steps + 1 }, (_, step) => size - step)
}
