import type { Place } from '../../diagnostic.ts'
import type { Document } from '../../document/types.ts'
import { placeStack, stackHeight } from '../pieces/pieces.ts'
import { naturalWidth } from '../text/set-text.ts'
import type { Setting } from '../text/setting.ts'
import type { Item, Page, Role, TextItem } from '../types.ts'
import { wordsItem } from '../words-item.ts'
import { noteGap } from './fill-page.ts'
import { type Grid, isRightHand, ruleItem } from './page-grid.ts'
import type { PageFill } from './paginate.ts'

/** What the pages of a document are framed by. */
export interface PageFrame {
  document: Document
  grid: Grid
  setting: Setting
}

/** A page of so many with its running head and foot, which name its section where it has one. */
export function framedPage(
  body: readonly Item[],
  number: number,
  total: number,
  { title, section, place }: { title: string | undefined; section?: string | undefined; place: Place | undefined },
  frame: PageFrame,
): Page {
  return {
    number,
    ...frame.grid.paper,
    layout: 'page',
    title: title ?? frame.document.title,
    section,
    items: [...runningHead(section ?? '', number, frame), ...body, ...runningFoot(number, total, frame)],
    notes: [],
    place: place ?? { file: '', line: 1, column: 1 },
  }
}

/** What stands on a page between head and foot. */
export function frameItems({ placed }: PageFill, number: number, grid: Grid): Item[] {
  return placed.flatMap(({ piece, y, column }) => piece.place(grid.left(number, column), grid.top + y))
}

/** The page's footnotes under a short rule, standing on the foot of the text area. */
export function noteItems(fill: PageFill, number: number, { grid, setting: { theme } }: PageFrame): Item[] {
  if (fill.notes.length === 0) return []
  const left = grid.left(number, 'text')
  const top = grid.top + grid.height - stackHeight(fill.notes)
  return [
    ruleItem('Footnote rule', left, top - noteGap / 2, theme.page.gutter * 5, 0.5, 'ink'),
    ...placeStack(fill.notes, left, top),
  ]
}

/** The head of all pages but the first: report and subject; the section on the outer side of bound pages. */
function runningHead(section: string, number: number, { grid, document, setting }: PageFrame): Item[] {
  if (number === 1) return []
  const y = setting.theme.page.margin.top * 0.45
  return [
    ...runningLine([document.title, section], number, 'artifact', y, grid, setting),
    ruleItem('Head rule', grid.left(number), y + setting.styles.running.leading + 3, grid.width, 0.5, 'rule'),
  ]
}

/** The foot of every page: edition, date of its figures and page number, on the outer side of bound pages. */
function runningFoot(number: number, total: number, { grid, document, setting }: PageFrame): Item[] {
  const y = grid.paper.height - setting.theme.page.margin.bottom * 0.6
  const words = setting.locale.pageOf(number, total)
  const about = [document.edition, document.asOf, document.address].filter(Boolean).join('  |  ')
  return [
    ruleItem('Foot rule', grid.left(number), y - 4, grid.width, 0.5, 'rule'),
    ...runningLine([about, words], number, 'footer', y, grid, setting),
  ]
}

/** What stands inside and what outside, on one line: what has no room there is cut short. */
function runningLine(
  [inner, outer]: readonly [string, string],
  number: number,
  role: Role,
  y: number,
  grid: Grid,
  setting: Setting,
): TextItem[] {
  const { fonts, styles, theme } = setting
  const isMirrored = theme.page.binding > 0 && !isRightHand(number)
  const getWidth = (words: string): number => naturalWidth([{ text: words }], styles.running, fonts)
  const room = grid.width - theme.page.gutter
  // Each has half the line, and what the other leaves.
  const outerRoom = Math.max(room / 2, room - getWidth(inner))
  const innerRoom = Math.max(room / 2, room - getWidth(outer))
  const left = grid.left(number)
  const side = (whole: string, most: number, align: 'left' | 'right'): TextItem[] => {
    if (!whole) return []
    const words = shorten(whole, most, getWidth)
    const width = getWidth(words)
    const x = align === 'right' ? left + grid.width - width : left
    const name = align === 'left' ? 'Running line' : 'Running line, right'
    const box = { x, y, width, height: styles.running.leading }
    return [wordsItem(words, { name, role, box }, { ...styles.running, align }, fonts)]
  }
  return isMirrored
    ? [...side(outer, outerRoom, 'left'), ...side(inner, innerRoom, 'right')]
    : [...side(inner, innerRoom, 'left'), ...side(outer, outerRoom, 'right')]
}

/** The words, or as many of them as fit the width, and an ellipsis. */
function shorten(words: string, width: number, widthOf: (words: string) => number): string {
  if (widthOf(words) <= width) return words
  const characters = [...words]
  // By halves: a title of a thousand letters would be measured a thousand times.
  let [count, over] = [1, characters.length]
  while (over - count > 1) {
    const middle = Math.floor((count + over) / 2)
    if (widthOf(`${characters.slice(0, middle).join('')}…`) > width) over = middle
    else count = middle
  }
  const start = characters.slice(0, count).join('')
  // Not within a word, where there are words.
  return `${characters[count] === ' ' ? start : start.replace(/\s+\S*$/, '')}…`
}
