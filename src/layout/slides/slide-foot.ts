import type { Document } from '../../document/types.ts'
import { toPieces } from '../pages/block-pieces.ts'
import { placeStack, stackHeight } from '../pieces/pieces.ts'
import { mergeText } from '../text/merge-text.ts'
import { breakText, naturalWidth, placeText } from '../text/set-text.ts'
import type { Setting } from '../text/setting.ts'
import type { Box, Item, Page, Role, Run, Tag, TextItem, TextStyle } from '../types.ts'
import { columnOf, type Frame, frameOf } from './slide-frame.ts'
import type { SlideParts } from './slide-parts.ts'
import { uniqueNames } from './unique-names.ts'

/** The source line, its last line just above the footer. */
export function sourceItems(
  parts: SlideParts,
  frame: Frame,
  sect: Tag[],
  setting: Setting,
): { items: Item[]; top: number } {
  if (parts.sources.length === 0) return { items: [], top: frame.bottom }
  const pieces = toPieces(parts.sources, columnOf(frame.width, setting, sect, setting.theme.slide.body), setting)
  const top = frame.bottom - stackHeight(pieces)
  return { items: mergeText(placeStack(pieces, frame.left, top), 'source'), top }
}

/** Each slide with its footer and number. */
export function addFooters(pages: readonly Page[], document: Document, setting: Setting): Page[] {
  return pages.map((page) => {
    const items = [...page.items, ...footerItems(page, document, setting)]
    return { ...page, items: uniqueNames(items) }
  })
}

function footerItems(page: Page, document: Document, setting: Setting): Item[] {
  if (page.layout === 'title' || page.layout === 'section') return []
  const { theme, styles, locale } = setting
  const { left, width } = frameOf(theme)
  const y = theme.slide.height - theme.slide.margin.bottom + 4
  const height = styles.running.leading
  const text = footerText(document, width * 0.6, setting)
  const set = (words: string, role: Role, name: string, box: Box, align: TextStyle['align']): Item =>
    runningItem([{ text: words }], { ...styles.running, align }, role, name, box, setting)
  return [
    {
      type: 'rect',
      name: locale.names.footerRule,
      role: 'artifact',
      box: { x: left, y: y - 4, width, height: 0.75 },
      fill: 'rule',
    },
    ...(text ? [set(text, 'footer', locale.names.footer, { x: left, y, width: width * 0.6, height }, 'left')] : []),
    ...(document.asOf
      ? [
          set(
            document.asOf,
            'date',
            locale.names.date,
            { x: left + width * 0.62, y, width: width * 0.3, height },
            'right',
          ),
        ]
      : []),
    set(
      String(page.number),
      'pageNumber',
      locale.names.slideNumber,
      { x: left + width * 0.93, y, width: width * 0.07, height },
      'right',
    ),
  ]
}

/** Who publishes what: `CNNIC  |  53rd edition`; without the publisher where that is too long for one line. */
function footerText({ publisher, edition }: Document, width: number, { styles, fonts }: Setting): string {
  const whole = [publisher, edition].filter(Boolean).join('  |  ')
  const isFitting = naturalWidth([{ text: whole }], styles.running, fonts) <= width * 0.95
  return isFitting ? whole : edition
}

function runningItem(runs: Run[], style: TextStyle, role: Role, name: string, box: Box, setting: Setting): TextItem {
  const text = breakText(runs, style, box.width, setting.fonts)
  return {
    type: 'text',
    name,
    role,
    box,
    verticalAlign: 'top',
    paragraphs: [placeText(text, box.x, box.y, setting.fonts, { tags: [] })],
  }
}
