import { chooseLayout } from '../../reference/choose-layout.ts'
import type { Reference, ReferenceLayout, Slot } from '../../reference/types.ts'
import { plainText, toRuns } from '../text/runs.ts'
import type { Setting } from '../text/setting.ts'
import { resized, slideStyles } from '../text/styles.ts'
import type { Box, Item, Page, TextStyle } from '../types.ts'
import { continuation, continued } from './continued.ts'
import { groundOf, sourceItem } from './reference-ground.ts'
import { coverText, subtitleItems, titleItems } from './reference-heads.ts'
import { bodyItems } from './slide-body.ts'
import { blankPage, type Frame, sectTags } from './slide-frame.ts'
import type { SlideParts } from './slide-parts.ts'
import { intoSlot, type Slots, slotStyle, sortSlots } from './slots.ts'
import { uniqueNames } from './unique-names.ts'

/** A slide, and those that continue it, in a layout of an organisation's template. What does not fit is an error that names slide, layout and placeholder. */
export function referenceSlides(parts: SlideParts, reference: Reference, setting: Setting): Page[] {
  const chosen = chooseLayout(parts.layout, setting.theme, reference)
  if (!('part' in chosen)) {
    setting.report({ severity: 'error', place: parts.place, ...chosen })
    return []
  }
  const slots = sortSlots(chosen)
  const own = settingFor(chosen, slots, parts, setting)
  const sect = sectTags(own)
  const title = titleItems(parts, slots, sect, own)
  const isCover = parts.layout === 'title' || parts.layout === 'section'
  if (isCover) return [{ ...blankPage(parts, own.theme), items: [...title, ...coverText(parts, slots, sect, own)] }]
  const foot = sourceItem(parts, slots, sect, own)
  const under = subtitleItems(parts, slots, groundOf(slots, foot.top, own), sect, own)
  const bodies = bodyItems(parts, under.ground, sect, own)
  return bodies.map((items, index) => ({
    ...blankPage(parts, own.theme),
    title: `${plainText(toRuns(parts.heading.children))}${continuation(index, setting)}`,
    items: uniqueNames([
      ...(index === 0 ? title : titleItems(continued(parts, index, own), slots, sectTags(own), own)),
      ...under.items,
      ...fillSlots(items, slots.contents, under.ground),
      ...foot.items,
    ]),
    notes: index === 0 ? parts.notes : [],
  }))
}

/** The setting with the template's sizes, and with troubles that say where on the slide they are. */
function settingFor(layout: ReferenceLayout, slots: Slots, parts: SlideParts, setting: Setting): Setting {
  const { slide } = setting.theme
  const content = slots.contents.find(({ type }) => type === 'obj' || type === 'body')
  // Beside a chart in one placeholder, text is not that placeholder's own, and no larger than the theme's.
  const isShared = slots.contents.length < 2 && /chart/.test(parts.layout)
  const [level] = content?.levels ?? []
  const size = level?.isSized ? level.size : slide.body
  const body = isShared ? Math.min(size, slide.body) : size
  const margin = { ...slide.margin, left: slots.title?.box.x ?? slide.margin.left }
  const sized = { ...slide, body, bodyMinimum: Math.min(slide.bodyMinimum, body), margin }
  const theme = { ...setting.theme, slide: sized }
  // All but body text is in the theme's own sizes.
  const styles = slideStyles(setting.theme)
  const where = `slide “${plainText(toRuns(parts.heading.children))}”, layout ${layout.name}`
  const placeholders = slots.contents.map(({ name }) => name).join(', ')
  return {
    ...setting,
    theme,
    styles: { ...styles, body: bodyStyle(styles.body, content, body) },
    report: (diagnostic) =>
      setting.report({
        ...diagnostic,
        message: `${diagnostic.message} (${where}${diagnostic.message.includes('placeholder') ? '' : `, ${placeholders || 'no placeholder'}`})`,
      }),
  }
}

/** Body text at a size, spaced as the placeholder spaces it. */
function bodyStyle(style: TextStyle, slot: Slot | undefined, size: number): TextStyle {
  const spaced = slot ? { ...slotStyle(style, slot), weight: style.weight, align: style.align } : style
  return resized(spaced, size)
}

/** Gives each content placeholder what stands in it: its chart or table, or its text where that is alone. */
function fillSlots(items: readonly Item[], contents: readonly Slot[], ground: Frame): Item[] {
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
function isTaken({ type }: Item, slot: Slot): boolean {
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

function placed(item: Item, slot: Slot, ground: Frame): Item {
  if (item.type !== 'text') return { ...item, slot: slot.id }
  const top = item.box.y - slot.inset.top
  const isWhole = Math.abs(top - slot.box.y) < 0.5 && slot.anchor === 'top'
  if (isWhole) return intoSlot(item, slot)
  return intoSlot(item, slot, { ...slot.box, y: top, height: ground.bottom + slot.inset.bottom - top })
}
