import type { ReferenceLayout, Slot } from '../../reference/types.ts'
import type { Setting } from '../text/setting.ts'
import type { Box, TextItem, TextStyle } from '../types.ts'
import { moveText } from './slide-head.ts'
import type { SlideParts } from './slide-parts.ts'

/** The placeholders of a template's layout by what a slide fills them with. */
export interface Slots {
  title: Slot | undefined
  subtitle: Slot | undefined
  source: Slot | undefined
  footer: Slot | undefined
  date: Slot | undefined
  pageNumber: Slot | undefined
  /** For text, charts and tables, in the order of reading. */
  contents: readonly Slot[]
}

/** Sorts a layout's placeholders: by their types, and where the types are alike by what their names say. */
export function sortSlots({ slots }: ReferenceLayout): Slots {
  const ofType = (...types: string[]): Slot | undefined => slots.find(({ type }) => types.includes(type))
  const ofName = (words: RegExp): Slot | undefined =>
    slots.find(({ type, name }) => type === 'body' && words.test(name))
  const subtitle = ofType('subTitle') ?? ofName(/sub-?title|untertitel|副标题/i)
  const source = ofName(/source|quelle|来源/i)
  const contents = slots.filter((slot) => contentTypes.has(slot.type) && slot !== subtitle && slot !== source)
  return {
    title: ofType('title', 'ctrTitle'),
    subtitle,
    source,
    footer: ofType('ftr'),
    date: ofType('dt'),
    pageNumber: ofType('sldNum'),
    contents: contents.toSorted((a, b) => (isBeside(a.box, b.box) ? a.box.x - b.box.x : a.box.y - b.box.y)),
  }
}

const contentTypes = new Set(['obj', 'body', 'chart', 'tbl', 'pic', 'dgm', 'media', 'clipArt'])

function isBeside(a: Box, b: Box): boolean {
  return a.y < b.y + b.height / 2 && b.y < a.y + a.height / 2
}

/** Where a placeholder's text may stand. */
export function textArea({ box, inset }: Slot): Box {
  return {
    x: box.x + inset.left,
    y: box.y + inset.top,
    width: box.width - inset.left - inset.right,
    height: box.height - inset.top - inset.bottom,
  }
}

/** A text style as the placeholder sets its first level; at its own size where the template says none. */
export function slotStyle(style: TextStyle, { levels: [level] }: Slot): TextStyle {
  if (!level) return style
  const { size, leading, weight, align } = level
  return { ...style, ...(level.isSized ? { size, leading } : {}), weight, align }
}

/** The text as the placeholder holds it: in its box, at the end of it that the template anchors text to. */
export function intoSlot(item: TextItem, slot: Slot, box: Box = slot.box): TextItem {
  const area = textArea({ ...slot, box })
  const spare = area.height - item.box.height
  const down = slot.anchor === 'top' ? 0 : slot.anchor === 'bottom' ? spare : spare / 2
  return { ...moveText(item, area.y + Math.max(0, down)), box, verticalAlign: slot.anchor, slot: slot.id }
}

/** Tells that a slide's text does not fit a placeholder. */
export function reportTooHigh(what: string, { name }: Slot, parts: SlideParts, setting: Setting): void {
  setting.report({
    severity: 'error',
    message: `${what} does not fit the placeholder ${name}`,
    place: parts.place,
    hint: 'say it in fewer words, or choose another layout with layouts: in templates/theme.yaml',
  })
}
