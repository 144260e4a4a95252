import { type LayoutName, layoutNames } from '../document/layout-names.ts'
import type { Block, Document } from '../document/types.ts'
import { chooseLayout } from '../reference/choose-layout.ts'
import type { Reference, ReferenceLayout, Slot } from '../reference/types.ts'
import { toPieces } from './block-pieces.ts'
import { continuation, continued } from './continued.ts'
import { mergeText } from './merge-text.ts'
import { placeStack, stackHeight } from './pieces.ts'
import { plainText, toRuns } from './runs.ts'
import { breakText, naturalWidth, placeText } from './set-text.ts'
import type { Setting } from './setting.ts'
import { bodyItems } from './slide-body.ts'
import { blankPage, columnOf, type Frame, sectTags } from './slide-frame.ts'
import { headingItem } from './slide-head.ts'
import type { SlideParts } from './slide-parts.ts'
import { intoSlot, type Slots, slotStyle, sortSlots, textArea } from './slots.ts'
import { resized, slideStyles } from './styles.ts'
import { breakWidth } from './text-piece.ts'
import type { Box, Item, Page, Tag, TextItem, TextStyle } from './types.ts'
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

function titleItems(parts: SlideParts, { title }: Slots, sect: Tag[], setting: Setting): Item[] {
  if (!title) {
    const message = 'the template has no placeholder for a title there'
    const hint = 'choose another layout with layouts: in templates/theme.yaml'
    setting.report({ severity: 'error', message, place: parts.place, hint })
    return []
  }
  const style = slotStyle(setting.styles.title, title)
  const runs = toRuns(parts.heading.children)
  const area = textArea(title)
  const fitting = shrunk(style, 0.6).find(
    (size) =>
      breakText(runs, resized(style, size), breakWidth(area.width, setting), setting.fonts).height <= area.height + 0.5,
  )
  if (fitting === undefined) reportTooHigh('the title', title, parts, setting)
  const at = { x: area.x, y: area.y, width: area.width }
  const tags: Tag[] = [...sect, { type: 'H1', id: setting.nextId() }]
  const item = headingItem(runs, resized(style, fitting ?? style.size), at, 'title', tags, parts, setting)
  const outline = { text: plainText(runs), depth: 1 }
  const named = { ...item, paragraphs: item.paragraphs.map((one) => ({ ...one, anchor: parts.heading.id, outline })) }
  return [intoSlot(named, title)]
}

/** Sizes from a style's own down to a part of it, points. */
function shrunk({ size }: TextStyle, least: number): number[] {
  const steps = Math.max(0, Math.floor(size - size * least))
  return Array.from({ length: steps + 1 }, (_, step) => size - step)
}

function reportTooHigh(what: string, { name }: Slot, parts: SlideParts, setting: Setting): void {
  setting.report({
    severity: 'error',
    message: `${what} does not fit the placeholder ${name}`,
    place: parts.place,
    hint: 'say it in fewer words, or choose another layout with layouts: in templates/theme.yaml',
  })
}

/** Subtitle and text of a cover: each in a placeholder of its own where there are two, else together in the one that there is. */
function coverText(parts: SlideParts, slots: Slots, sect: Tag[], setting: Setting): Item[] {
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
  const name = role === 'subtitle' ? 'Subtitle' : 'Text'
  return text?.type === 'text' ? [intoSlot({ ...text, name, role }, slot)] : []
}

/** The room for content: what its placeholders cover, or without any what lies between title and foot. */
function groundOf({ contents, title }: Slots, footTop: number, { theme }: Setting): Frame {
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

/** The subtitle in its placeholder; where the layout has none, at the top of the content, which begins below it. */
function subtitleItems(
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
  const fitting = shrunk(style, 0.6).find(
    (size) =>
      breakText(runs, resized(style, size), breakWidth(area.width, setting), setting.fonts).height <= area.height + 0.5,
  )
  if (slot && fitting === undefined) reportTooHigh('the subtitle', slot, parts, setting)
  const item = headingItem(runs, resized(style, fitting ?? style.size), area, 'subtitle', tags, parts, setting)
  if (slot) return { items: [intoSlot(item, slot)], ground }
  const lower = (frame: Frame): Frame => ({ ...frame, top: frame.top + item.box.height + 8 })
  const sides = ground.sides && ([lower(ground.sides[0]), lower(ground.sides[1])] as const)
  return { items: [item], ground: { ...lower(ground), sides } }
}

/** The source line: in its placeholder, else just above what stands at the slide's foot. */
function sourceItem(parts: SlideParts, slots: Slots, sect: Tag[], setting: Setting): { items: Item[]; top: number } {
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

/** Each slide with what its layout has a place for: footer, date, number. */
export function addReferenceFooters(pages: readonly Page[], document: Document, setting: Setting): Page[] {
  const { reference } = setting
  if (!reference) return [...pages]
  return pages.map((page) => {
    const name = layoutNames.find((layout) => layout === page.layout) satisfies LayoutName | undefined
    const layout = name && chooseLayout(name, setting.theme, reference)
    if (!layout || !('part' in layout)) return page
    const slots = sortSlots(layout)
    const { publisher, edition, asOf } = document
    // A date that has no room in its own place stands in the footer.
    const date = slots.date && fitsLine(asOf, slots.date, setting) ? slots.date : undefined
    const said = date ? [[publisher, edition], [edition]] : [[publisher, edition, asOf], [edition, asOf], [asOf]]
    const join = (words: readonly string[]): string => words.filter(Boolean).join('  |  ')
    return {
      ...page,
      items: [
        ...page.items,
        ...runningItems(said.map(join), 'footer', 'Footer', slots.footer, page, setting),
        ...runningItems([asOf], 'date', 'Date', date, page, setting),
        ...runningItems([String(page.number)], 'pageNumber', 'Slide number', slots.pageNumber, page, setting),
      ],
    }
  })
}

function fitsLine(text: string, slot: Slot, { styles, fonts }: Setting): boolean {
  const width = naturalWidth([{ text }], slotStyle(styles.running, slot), fonts)
  return width <= textArea(slot).width * 0.985
}

/** The first of some texts that fits a placeholder's line. */
function runningItems(
  texts: readonly string[],
  role: 'footer' | 'date' | 'pageNumber',
  name: string,
  slot: Slot | undefined,
  page: Page,
  setting: Setting,
): TextItem[] {
  if (!slot) return []
  const style = slotStyle(setting.styles.running, slot)
  const area = textArea(slot)
  const text = texts.filter(Boolean).find((words) => fitsLine(words, slot, setting))
  if (text === undefined) {
    if (texts.some(Boolean)) {
      setting.report({
        severity: 'error',
        message: `slide “${page.title}”: ${texts.at(-1)} does not fit the placeholder ${slot.name}`,
        place: page.place,
        hint: 'widen it in the template',
      })
    }
    return []
  }
  const broken = breakText([{ text }], style, area.width, setting.fonts)
  const item: TextItem = {
    type: 'text',
    name,
    role,
    box: { ...area, height: broken.height },
    verticalAlign: 'top',
    paragraphs: [placeText(broken, area.x, area.y, setting.fonts, { tags: [] })],
  }
  return [intoSlot(item, slot)]
}
