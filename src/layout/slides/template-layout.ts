import { type Diagnostic, plainWarning } from '../../diagnostic.ts'
import type { LayoutName } from '../../document/layout-names.ts'
import { chooseLayout, layoutsByPlaces } from '../../reference/choose-layout.ts'
import { templateGrounds } from '../../reference/template-art.ts'
import type { Ground } from '../../reference/template-shapes.ts'
import type { ReferenceLayout, Slot, TemplateDeck } from '../../reference/types.ts'
import { joinBoxes } from '../join-boxes.ts'
import { runText, toRuns } from '../text/runs.ts'
import type { Setting } from '../text/setting.ts'
import { resized, slideStyles } from '../text/styles.ts'
import type { Box, TextStyle } from '../types.ts'
import type { Frame } from './slide-frame.ts'
import { type SlideLayout, slotStyle, textArea } from './slide-layout.ts'
import type { SlideParts } from './slide-parts.ts'

/** The layout of an organisation's template for slides that we call so; what is wrong where it has none. */
export function templateLayout(
  name: LayoutName,
  reference: TemplateDeck,
  setting: Setting,
): SlideLayout | { message: string; expected: string; hint: string } {
  const chosen = chooseLayout(name, setting.theme, reference)
  if (!('part' in chosen)) return chosen
  const slots = sortSlots(chosen)
  const footTop = getFootTop(slots, templateGrounds(reference)(chosen), setting)
  return {
    ...slots,
    ground: getGround(slots, footTop, setting),
    footTop,
    gaps: { subtitle: 8, foot: 8, source: 4 },
    settingFor: (parts) => settingFor(chosen, slots, parts, setting),
  }
}

/** A warning of layouts that no known name tells, so that places decide; it says what to write to choose them. */
export function chosenByPlaces(names: readonly LayoutName[], { reference, theme }: Setting): Diagnostic[] {
  const chosen = reference ? layoutsByPlaces(names, theme, reference) : []
  if (!reference || chosen.length === 0) return []
  const quoted = (name: string): string => (/^[\p{L}\d][\p{L}\d .()–-]*$/u.test(name) ? name : JSON.stringify(name))
  const whole = chosen.flatMap(([ours, theirs]) =>
    reference.layouts.includes(theirs) ? [`${ours}: ${quoted(theirs.name)}`] : [],
  )
  const message = `${reference.file} names no layout for ${chosen.map(([ours]) => ours).join(', ')} slides: chosen by their places`
  const hint =
    whole.length > 0
      ? `where that is right, say so in templates/theme.yaml: layouts: { ${whole.join(', ')} }`
      : 'give the template layouts with a place for content, in PowerPoint: View, Slide Master'
  return [plainWarning(message, { hint })]
}

type Slots = Record<'title' | 'subtitle' | 'source' | 'footer' | 'date' | 'pageNumber', Slot | undefined> & {
  contents: readonly Slot[]
  room: Box | undefined
}

/** Sorts a layout's placeholders: by their types, and where the types are alike by what their names say. */
function sortSlots({ slots, room }: ReferenceLayout): Slots {
  const ofType = (...types: string[]): Slot | undefined => slots.find(({ type }) => types.includes(type))
  const ofName = (words: RegExp): Slot | undefined =>
    slots.find(({ type, name }) => type === 'body' && words.test(name))
  const subtitle = ofType('subTitle') ?? ofName(/sub-?title|untertitel|副标题/i)
  const source = ofName(/source|quelle|来源/i)
  const contents = slots.filter((slot) => contentTypes.has(slot.type) && slot !== subtitle && slot !== source)
  return {
    room,
    title: ofType('title', 'ctrTitle'),
    subtitle,
    source,
    footer: ofType('ftr'),
    date: ofType('dt'),
    pageNumber: ofType('sldNum'),
    contents: contents.toSorted((a, b) => (isBeside(a.box, b.box) ? a.box.x - b.box.x : a.box.y - b.box.y)),
  }
}

const contentTypes: ReadonlySet<string> = new Set(['obj', 'body', 'chart', 'tbl', 'pic', 'dgm', 'media', 'clipArt'])

function isBeside(a: Box, b: Box): boolean {
  return a.y < b.y + b.height / 2 && b.y < a.y + a.height / 2
}

/** The room for content: what its placeholders cover, or without any what lies between title and foot. */
function getGround({ contents, title, room = title?.box }: Slots, footTop: number, { theme }: Setting): Frame {
  const areas = contents.map(textArea)
  const above = title ? title.box.y + title.box.height : theme.slide.margin.top
  const [left, right] = [room?.x ?? theme.slide.margin.left, room ? room.x + room.width : theme.slide.width]
  if (areas.length === 0) return { left, width: right - left, top: above + 8, bottom: footTop - 8 }
  const union = joinBoxes(areas)
  const frame = (box: Box): Frame => ({ left: box.x, width: box.width, top: box.y, bottom: box.y + box.height })
  const [first, second] = areas
  const sides =
    first && second && areas.length === 2 && second.x >= first.x + first.width
      ? ([frame(first), frame(second)] as const)
      : undefined
  return { ...frame(union), sides }
}

/** Where footer, date and number in the slide's lower half begin, or their band, if that begins below the content. */
function getFootTop(
  { contents, footer, date, pageNumber }: Slots,
  grounds: readonly Ground[],
  { theme }: Setting,
): number {
  const tops = [footer, date, pageNumber].flatMap((slot) => slot?.box.y ?? []).filter((y) => y > theme.slide.height / 2)
  const top = Math.min(theme.slide.height - theme.slide.margin.bottom / 2, ...tops)
  const end = Math.max(theme.slide.height / 2, ...contents.map(({ box }) => box.y + box.height))
  const bands = grounds.filter(({ box }) => box.y >= end && box.y < top && box.y + box.height > top)
  return Math.min(top, ...bands.map(({ box }) => box.y))
}

/** The setting with the template's sizes, and with diagnostics that say where on the slide they are. */
function settingFor(layout: ReferenceLayout, slots: Slots, parts: SlideParts, setting: Setting): Setting {
  const { slide } = setting.theme
  const content = getTextSlot(slots, slide.body)
  // Beside a chart in one placeholder, text is not that placeholder's own, and no larger than the theme's.
  const isShared = slots.contents.length < 2 && /chart/.test(parts.layout)
  const [level] = content?.levels ?? []
  const size = level?.isSized ? level.size : slide.body
  const body = isShared ? Math.min(size, slide.body) : size
  const margin = { ...slide.margin, left: (slots.room ?? slots.title?.box)?.x ?? slide.margin.left }
  const sized = { ...slide, body, bodyMinimum: Math.min(slide.bodyMinimum, body), margin }
  const theme = { ...setting.theme, slide: sized }
  // All but body text is in the theme's own sizes.
  const styles = slideStyles(setting.theme)
  const where = `slide “${runText(toRuns(parts.heading.children))}”, layout ${layout.name}`
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

/** A layout's place for body text: of several, such as one for a large number, that with the smallest type. */
function getTextSlot({ contents }: Slots, otherwise: number): Slot | undefined {
  const getSize = ({ levels: [level] }: Slot): number => (level?.isSized ? level.size : otherwise)
  const places = contents.filter(({ type }) => type === 'obj' || type === 'body')
  return places.toSorted((a, b) => getSize(a) - getSize(b))[0]
}

/** Body text at a size, spaced as the placeholder spaces it. */
function bodyStyle(style: TextStyle, slot: Slot | undefined, size: number): TextStyle {
  const spaced = slot ? { ...slotStyle(style, slot), weight: style.weight, align: style.align } : style
  return resized(spaced, size)
}
