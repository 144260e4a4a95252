import { errorAt } from '../../diagnostic.ts'
import type { Block } from '../../document/types.ts'
import { getColumn, toPieces } from '../pages/pieces/block-pieces.ts'
import { placeStack, stackHeight } from '../pieces/pieces.ts'
import { breakWidth } from '../pieces/text-piece.ts'
import { mergeText } from '../text/merge-text.ts'
import { runText, toRuns } from '../text/runs.ts'
import { type BrokenText, breakText, placeText, startAligned } from '../text/set-text.ts'
import { checkGlyphs, quiet, type Setting } from '../text/setting.ts'
import { joinAtoms } from '../text/text-atoms.ts'
import type { Item, Role, Run, Tag, TextItem, TextStyle } from '../types.ts'
import type { Frame } from './slide-frame.ts'
import {
  fittingStyle,
  intoSlot,
  reportTooHigh,
  type SlideLayout,
  type SlideSlot,
  shrunk,
  slotStyle,
  textArea,
} from './slide-layout.ts'
import type { SlideParts } from './slide-parts.ts'

/** What stands at the title for the eye, and the title in its place, set smaller where it would not fit. */
export function titleItems(parts: SlideParts, { title, mark }: SlideLayout, setting: Setting): Item[] {
  if (!title) {
    const message = 'the template has no placeholder for a title there'
    const hint = 'choose another layout with layouts: in templates/theme.yaml'
    setting.report(errorAt(parts.place, message, { hint }))
    return []
  }
  const style = slotStyle(setting.styles.title, title)
  const runs = toRuns(parts.heading.children)
  const area = textArea(title)
  const words = runText(runs)
  const fitting = fittingStyle(runs, style, title, area, setting)
  if (!fitting) reportTooHigh('the title', words, style, title, parts, setting)
  const tags: Tag[] = [...setting.sect, { type: 'H1', id: setting.nextId() }]
  const item = headingItem(runs, fitting ?? style, area, 'title', tags, parts, setting)
  const outline = { text: words, depth: 1 }
  const named = { ...item, paragraphs: item.paragraphs.map((one) => ({ ...one, anchor: parts.heading.id, outline })) }
  const placed = intoSlot(named, title)
  return [...(mark ? [mark(placed.box)] : []), placed]
}

/** The subtitle in its place, else at the top of the content; content that is in its way begins below it. */
export function subtitleItems(
  parts: SlideParts,
  { subtitle: slot, gaps }: SlideLayout,
  ground: Frame,
  setting: Setting,
): { items: Item[]; ground: Frame } {
  if (!parts.subtitle) return { items: [], ground }
  const runs = toRuns(parts.subtitle.children)
  const tags: Tag[] = [...setting.sect, { type: 'P', id: setting.nextId() }]
  const area = slot
    ? textArea(slot)
    : { x: ground.left, y: ground.top, width: ground.width, height: ground.bottom - ground.top }
  const style = slot ? slotStyle(setting.styles.subtitle, slot) : setting.styles.subtitle
  const fitting = fittingStyle(runs, style, slot, area, setting)
  if (slot && !fitting) reportTooHigh('the subtitle', runText(runs), style, slot, parts, setting)
  const item = headingItem(runs, fitting ?? style, area, 'subtitle', tags, parts, setting)
  const placed = slot ? intoSlot(item, slot) : item
  if (slot && !slot.isHugging) return { items: [placed], ground }
  const lower = (frame: Frame): Frame => ({
    ...frame,
    top: Math.max(frame.top, placed.box.y + placed.box.height + gaps.subtitle),
  })
  const sides = ground.sides && ([lower(ground.sides[0]), lower(ground.sides[1])] as const)
  return { items: [placed], ground: { ...lower(ground), sides } }
}

function headingItem(
  runs: readonly Run[],
  style: TextStyle,
  at: { x: number; y: number; width: number },
  role: Extract<Role, 'title' | 'subtitle'>,
  tags: Tag[],
  parts: SlideParts,
  setting: Setting,
): TextItem {
  checkGlyphs(runs, style, parts.place, setting)
  const text = evenLines(runs, startAligned(runs, style), breakWidth(at.width, setting), setting)
  return {
    type: 'text',
    name: setting.locale.names[role],
    role,
    box: { x: at.x, y: at.y, width: at.width, height: text.height },
    verticalAlign: 'top',
    paragraphs: [
      placeText(text, at.x + (text.isRightToLeft ? at.width - text.width : 0), at.y, setting.fonts, { tags }),
    ],
  }
}

/** The text in as few, even lines as fit, with no short last line; no word is parted at its hyphen for that. */
function evenLines(runs: readonly Run[], style: TextStyle, width: number, { fonts }: Setting): BrokenText {
  const widest = breakText(runs, style, width, fonts)
  const isEven = ({ lines, cutsWord }: BrokenText): boolean =>
    lines.length === widest.lines.length &&
    !cutsWord &&
    lines.slice(0, -1).every((line) => !joinAtoms(line, style, fonts).at(-1)?.text.trimEnd().endsWith('-'))
  for (const part of widest.lines.length > 1 ? [0.55, 0.65, 0.75, 0.85, 0.95] : []) {
    const even = breakText(runs, style, width * part, fonts)
    if (isEven(even)) return { ...even, width }
  }
  return widest
}

/** Subtitle and text of a cover: each in its own place if there are two, else together in the one there is. */
export function coverItems(parts: SlideParts, layout: SlideLayout, setting: Setting): Item[] {
  const second = layout.contents.find(({ type }) => type === 'body' || type === 'obj')
  if (layout.subtitle && second) {
    const { items } = subtitleItems(parts, layout, layout.ground, setting)
    return [...items, ...coverPart(parts.body, second, 'body', parts, setting)]
  }
  const lead: Block[] = parts.subtitle
    ? [{ type: 'paragraph', children: parts.subtitle.children, place: parts.place }]
    : []
  return coverPart([...lead, ...parts.body], layout.subtitle ?? second, 'subtitle', parts, setting)
}

function coverPart(
  blocks: readonly Block[],
  slot: SlideSlot | undefined,
  role: 'subtitle' | 'body',
  parts: SlideParts,
  setting: Setting,
): Item[] {
  if (blocks.length === 0) return []
  if (!slot) {
    const message = 'the template has no placeholder for the text of a cover'
    setting.report(errorAt(parts.place, message, { hint: 'leave it out, or choose another layout' }))
    return []
  }
  const area = textArea(slot)
  const style = slotStyle(setting.styles.body, slot)
  const styled = { ...setting, styles: { ...setting.styles, body: style } }
  const set = (size: number, own: Setting) => toPieces(blocks, getColumn(area.width, own, size))
  const sizes = slot.sizes ?? shrunk(style, 0.5)
  const size = sizes.find((size) => stackHeight(set(size, quiet(styled))) <= area.height + 0.5)
  if (size === undefined)
    reportTooHigh('the text', runText(toRuns(parts.heading.children)), style, slot, parts, setting)
  const items = mergeText(placeStack(set(size ?? style.size, styled), area.x, area.y), 'body')
  const [text, ...others] = items
  if (text?.type !== 'text' || others.length > 0) return items
  const name = setting.locale.names[role === 'subtitle' ? 'subtitle' : 'text']
  return [intoSlot({ ...text, name, role }, slot)]
}
