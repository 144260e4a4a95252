import type { Document } from '../document/types.ts'
import { noteGap } from './page-ends.ts'
import { type Grid, isRightHand, ruleItem } from './page-grid.ts'
import type { PageFill } from './paginate.ts'
import { placeStack, stackHeight } from './pieces.ts'
import { breakText, placeText } from './set-text.ts'
import type { Setting } from './setting.ts'
import type { Item, Role, TextItem } from './types.ts'

/** What stands on a page between head and foot. */
export function placedItems({ placed }: PageFill, number: number, grid: Grid): Item[] {
  return placed.flatMap(({ piece, y, column }) => piece.place(grid.left(number, column), grid.top + y))
}

/** The page's footnotes under a short rule, standing on the foot of the text area. */
export function noteItems(fill: PageFill, number: number, grid: Grid, { theme }: Setting): Item[] {
  if (fill.notes.length === 0) return []
  const left = grid.left(number, 'text')
  const top = grid.top + grid.height - stackHeight(fill.notes)
  return [
    ruleItem('Footnote rule', left, top - noteGap / 2, theme.page.gutter * 5, 0.5, 'ink'),
    ...placeStack(fill.notes, left, top),
  ]
}

/** The head of every page but the first: the report, and what the page is about. Where pages are bound, the section stands on the outer side. */
export function runningHead(section: string, number: number, grid: Grid, document: Document, setting: Setting): Item[] {
  if (number === 1) return []
  const y = setting.theme.page.margin.top * 0.45
  return [
    ...runningLine([document.title, section], number, 'artifact', y, grid, setting),
    ruleItem('Head rule', grid.left(number), y + setting.styles.running.leading + 3, grid.width, 0.5, 'rule'),
  ]
}

/** The foot of every page: the edition and the date of its figures, and the page's number, on the outer side where pages are bound. */
export function runningFoot(number: number, total: number, grid: Grid, document: Document, setting: Setting): Item[] {
  const { locale, theme } = setting
  const y = grid.paper.height - theme.page.margin.bottom * 0.6
  const words = `${locale.word('page')}\u00a0${number} ${locale.word('of')}\u00a0${total}`
  const about = [document.edition, document.asOf].filter(Boolean).join('  |  ')
  return [
    ruleItem('Foot rule', grid.left(number), y - 4, grid.width, 0.5, 'rule'),
    ...runningLine([about, words], number, 'footer', y, grid, setting),
  ]
}

/** What stands inside and what outside, on one line. */
function runningLine(
  [inner, outer]: readonly [string, string],
  number: number,
  role: Role,
  y: number,
  grid: Grid,
  setting: Setting,
): TextItem[] {
  const { styles, fonts, theme } = setting
  const isMirrored = theme.page.binding > 0 && !isRightHand(number)
  const side = (words: string, align: 'left' | 'right'): TextItem[] => {
    if (!words) return []
    const left = grid.left(number)
    const box = {
      x: left + (align === 'right' ? grid.width / 2 : 0),
      y,
      width: grid.width / 2,
      height: styles.running.leading,
    }
    const text = breakText([{ text: words }], { ...styles.running, align }, box.width, fonts)
    return [
      {
        type: 'text',
        name: align === 'left' ? 'Running line' : 'Running line, right',
        role,
        box,
        verticalAlign: 'top',
        paragraphs: [placeText(text, box.x, y, fonts, { tags: [] })],
      },
    ]
  }
  return isMirrored
    ? [...side(outer, 'left'), ...side(inner, 'right')]
    : [...side(inner, 'left'), ...side(outer, 'right')]
}
