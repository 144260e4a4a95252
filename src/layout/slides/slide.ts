import { isPhoto } from '../../document/types.ts'
import { isCover } from '../../theme/cover-looks.ts'
import { runText, toRuns } from '../text/runs.ts'
import { quiet, type Setting } from '../text/setting.ts'
import type { Box, Item, Page } from '../types.ts'
import { fullPicture } from './body/full-picture.ts'
import { bodyItems } from './body/slide-body.ts'
import { findLayout } from './find-layout.ts'
import { sourceItems } from './slide-foot.ts'
import { blankPage, endAt, type Frame, inSect } from './slide-frame.ts'
import { coverItems, subtitleItems, titleItems } from './slide-heads.ts'
import { intoSlot, risenTo, type SlideLayout, type SlideSlot } from './slide-layout.ts'
import type { SlideParts } from './slide-parts.ts'

/** A slide in its layout and those that continue it, without footers. What does not fit is an error at its place. */
export function layoutSlide(parts: SlideParts, outer: Setting): Page[] {
  const layout = findLayout(parts.layout, outer)
  if ('message' in layout) {
    outer.report({ severity: 'error', place: parts.place, ...layout })
    return []
  }
  const setting = inSect(layout.settingFor(parts))
  const title = titleItems(parts, layout, setting)
  if (isCover(parts.layout)) {
    const items = [...title, ...coverItems(parts, layout, setting)]
    return [{ ...blankPage(parts, setting.theme), background: layout.background, items }]
  }
  const [photo] = parts.body
  if (parts.layout === 'picture' && photo && isPhoto(photo) && !setting.reference)
    return [fullPicture(photo, parts, layout, setting)]
  const foot = sourceItems(parts, layout, setting)
  const whole = belowTitle(parts, layout, title, foot.top, setting)
  const isParted = whole.bodies.length > 1
  const { risen, room, under, bodies } = isParted
    ? belowTitle(parts, layout, continuedTitle(parts, layout, setting), foot.top, quiet(setting))
    : whole
  return bodies.map((items, index) => {
    const heads =
      index === 0 ? [...title, ...under.items] : headItems(continued(parts, index, setting), risen, room, setting)
    return {
      ...blankPage(parts, setting.theme),
      title: `${runText(toRuns(parts.heading.children))}${continuation(index, setting)}`,
      items: [...heads, ...fillSlots(items, layout.contents, under.ground), ...foot.items],
      notes: index === 0 ? parts.notes : [],
    }
  })
}

/** Subtitle and body below a title that is set, and those of the slides that continue this one. */
function belowTitle(parts: SlideParts, layout: SlideLayout, title: readonly Item[], footTop: number, setting: Setting) {
  const risen = risenTo(layout, title)
  const room = endAt(risen.ground, footTop - layout.gaps.foot)
  const under = subtitleItems(parts, risen, room, setting)
  return { risen, room, under, bodies: bodyItems(parts, under.ground, setting) }
}

/** The longest title among those of a slide and of what continues it, below which all of them have their body. */
function continuedTitle(parts: SlideParts, layout: SlideLayout, setting: Setting): Item[] {
  return titleItems(continued(parts, 2, setting), layout, quiet(setting))
}

function headItems(parts: SlideParts, layout: SlideLayout, room: Frame, setting: Setting): Item[] {
  const own = inSect(setting)
  return [...titleItems(parts, layout, own), ...subtitleItems(parts, layout, room, own).items]
}

/** ` (continued)` behind the title of a slide's second part, ` (continued 2)` behind its third. */
function continuation(index: number, { locale }: Setting): string {
  return index === 0 ? '' : locale.aside('', locale.continued(index))
}

/** The parts of a slide that continues another: `index` from 1. */
function continued(parts: SlideParts, index: number, setting: Setting): SlideParts {
  const { heading } = parts
  return {
    ...parts,
    heading: {
      ...heading,
      id: `${heading.id}-${index + 1}`,
      children: [...heading.children, { type: 'text', value: continuation(index, setting) }],
    },
  }
}

/** Gives each content placeholder what stands in it: its chart or table, or its text where that is alone. */
function fillSlots(items: readonly Item[], contents: readonly SlideSlot[], ground: Frame): Item[] {
  return contents.reduce<Item[]>(
    (filled, slot) => {
      const inside = filled.filter(
        (item) => isWithin(item.box, slot.box) && item.slot === undefined && item.role !== 'artifact',
      )
      const frame = inside.find(({ type }) => type === 'chart' || type === 'table')
      const [only] = inside
      const main = frame ?? (inside.length === 1 && only?.type === 'text' ? only : undefined)
      if (!main || !isTaken(main, slot)) return filled
      return filled.map((item) => (item === main ? placed(item, slot, ground) : item))
    },
    [...items],
  )
}

function isWithin(box: Box, slot: Box): boolean {
  return box.x >= slot.x - 1 && box.x + box.width <= slot.x + slot.width + 1 && box.y >= slot.y - 1
}

/** Whether a placeholder of that type takes the item. */
function isTaken({ type }: Item, slot: SlideSlot): boolean {
  switch (type) {
    case 'text':
      return slot.type === 'obj' || slot.type === 'body'
    case 'chart':
      return ['obj', 'chart', 'pic'].includes(slot.type)
    case 'table':
      return slot.type === 'obj' || slot.type === 'tbl'
    default:
      return false
  }
}

function placed(item: Item, slot: SlideSlot, ground: Frame): Item {
  if (item.type !== 'text') return { ...item, slot: slot.id }
  const top = item.box.y - slot.inset.top
  const isWhole = Math.abs(top - slot.box.y) < 0.5 && slot.anchor === 'top'
  if (isWhole) return intoSlot(item, slot)
  return intoSlot(item, slot, { ...slot.box, y: top, height: ground.bottom + slot.inset.bottom - top })
}
