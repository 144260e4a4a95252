import { type Diagnostic, errorAt, warningAt } from '../../diagnostic.ts'
import { type LayoutName, layoutNames } from '../../document/layout-names.ts'
import type { Document } from '../../document/types.ts'
import { getColumn, toPieces } from '../pages/pieces/block-pieces.ts'
import { placeStack, stackHeight } from '../pieces/pieces.ts'
import { mergeText } from '../text/merge-text.ts'
import { runText, toRuns } from '../text/runs.ts'
import { naturalWidth } from '../text/set-text.ts'
import type { Setting } from '../text/setting.ts'
import { resized } from '../text/styles.ts'
import type { Item, Page, TextItem, TextStyle } from '../types.ts'
import { wordsItem } from '../words-item.ts'
import { findLayout } from './find-layout.ts'
import {
  intoSlot,
  reportTooHigh,
  type SlideLayout,
  type SlideSlot,
  shrunk,
  slotStyle,
  textArea,
} from './slide-layout.ts'
import type { SlideParts } from './slide-parts.ts'

/** The source line in its place, else just above the slide's foot; `top` is where the foot begins with it. */
export function sourceItems(parts: SlideParts, layout: SlideLayout, setting: Setting): { items: Item[]; top: number } {
  const { source, ground, footTop, gaps } = layout
  if (parts.sources.length === 0) return { items: [], top: footTop }
  const { x, width, ...area } = source ? textArea(source) : { x: ground.left, width: ground.width, y: 0, height: 0 }
  const pieces = toPieces(parts.sources, getColumn(width, setting, setting.theme.slide.small))
  const height = stackHeight(pieces)
  const top = footTop - height - gaps.source
  const items = mergeText(placeStack(pieces, x, source ? area.y : top), 'source')
  if (!source) return { items, top }
  const words = runText(parts.sources.flatMap(({ children }) => toRuns(children)))
  // A place for one line grows upwards by a second.
  const { small } = setting.styles
  const more = height <= 2 * small.leading + 0.5 ? Math.max(0, height - area.height) : 0
  if (height > area.height + more + 0.5) reportTooHigh('the source line', words, small, source, parts, setting)
  const box = { ...source.box, y: source.box.y - more, height: source.box.height + more }
  const placed = items.map((item) => (item.type === 'text' ? intoSlot(item, source, box) : item))
  return { items: placed, top: Math.min(footTop, box.y) }
}

/** Each slide with what its layout has a place for: footer, date, number. */
export function addFooters(pages: readonly Page[], document: Document, setting: Setting): Page[] {
  const said = new Set<string>()
  const once: Setting = {
    ...setting,
    report: (diagnostic) => {
      if (!said.has(diagnostic.message)) setting.report(diagnostic)
      said.add(diagnostic.message)
    },
  }
  const feet = new Map<LayoutName, (page: Page) => Item[]>()
  return pages.map((page) => {
    const name = layoutNames.find((one) => one === page.layout)
    if (!name) return page
    const foot = feet.get(name) ?? createFoot(name, page, document, once)
    feet.set(name, foot)
    return { ...page, items: [...page.items, ...foot(page)] }
  })
}

/** The foot of slides of one layout, of which only the number differs; `first` is the first of them. */
function createFoot(name: LayoutName, first: Page, document: Document, setting: Setting): (page: Page) => Item[] {
  const layout = findLayout(name, setting)
  if ('message' in layout) return () => []
  const { publisher, edition, asOf } = document
  const { names } = setting.locale
  // A date that has no room in its own place stands in the footer.
  const date = layout.date && (!layout.footer || fitsLine(asOf, layout.date, setting)) ? layout.date : undefined
  const said = date ? [[publisher, edition], [edition]] : [[publisher, edition, asOf], [edition, asOf], [asOf]]
  const join = (words: readonly string[]): string => words.filter(Boolean).join('  |  ')
  const shared = [
    ...(layout.rule ? [layout.rule] : []),
    ...runningItems(said.map(join), 'footer', names.footer, layout.footer, first, setting),
    ...runningItems([asOf], 'date', names.date, date, first, setting),
  ]
  return (page) => [
    ...shared,
    ...runningItems([String(page.number)], 'pageNumber', names.slideNumber, layout.pageNumber, page, setting),
  ]
}

function fitsLine(text: string, slot: SlideSlot, setting: Setting): boolean {
  return lineStyle(text, slot, setting) !== undefined
}

/** The style in which a text fits a slot's line; smaller where a template's slot is small for its type. */
function lineStyle(text: string, slot: SlideSlot, { styles, fonts }: Setting): TextStyle | undefined {
  const style = slotStyle(styles.running, slot)
  const sizes = slot.id === undefined ? [style.size] : shrunk(style, 0.7)
  return sizes
    .map((size) => (size === style.size ? style : resized(style, size)))
    .find((one) => naturalWidth([{ text }], one, fonts) <= textArea(slot).width * 0.985)
}

/** The first of some texts that fits a slot's line; where a template has no room for any, it is left out. */
function runningItems(
  texts: readonly string[],
  role: 'footer' | 'date' | 'pageNumber',
  name: string,
  slot: SlideSlot | undefined,
  page: Page,
  setting: Setting,
): TextItem[] {
  if (!slot) return []
  const area = textArea(slot)
  const text = texts.filter(Boolean).find((words) => fitsLine(words, slot, setting))
  const style = text === undefined ? undefined : lineStyle(text, slot, setting)
  if (text === undefined || !style) {
    if (texts.some(Boolean)) setting.report(noRoom(texts.at(-1) ?? '', slot, page))
    return []
  }
  const box = { ...area, height: style.leading }
  return [intoSlot(wordsItem(text, { name, role, box }, style, setting.fonts), slot)]
}

function noRoom(words: string, { id, name }: SlideSlot, { place, layout }: Page): Diagnostic {
  return id === undefined
    ? errorAt(place, `too long for the foot of a slide: ${words}`, { hint: 'say it in fewer words' })
    : warningAt(
        place,
        `left out of the foot of ${layout} slides: ${words}, for which the placeholder ${name} is too small`,
        { hint: 'widen it in the template' },
      )
}
