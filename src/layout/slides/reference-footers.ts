import { type LayoutName, layoutNames } from '../../document/layout-names.ts'
import type { Document } from '../../document/types.ts'
import { chooseLayout } from '../../reference/choose-layout.ts'
import type { Slot } from '../../reference/types.ts'
import { breakText, naturalWidth, placeText } from '../text/set-text.ts'
import type { Setting } from '../text/setting.ts'
import type { Page, TextItem } from '../types.ts'
import { intoSlot, slotStyle, sortSlots, textArea } from './slots.ts'

/** Each slide with what its layout has a place for: footer, date, number. */
export function addReferenceFooters(pages: readonly Page[], document: Document, setting: Setting): Page[] {
  const { reference, locale } = setting
  const { names } = locale
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
        ...runningItems(said.map(join), 'footer', names.footer, slots.footer, page, setting),
        ...runningItems([asOf], 'date', names.date, date, page, setting),
        ...runningItems([String(page.number)], 'pageNumber', names.slideNumber, slots.pageNumber, page, setting),
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
