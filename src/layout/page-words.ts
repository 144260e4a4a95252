import type { Block } from '../document/types.ts'
import { toRuns } from './text/runs.ts'
import type {
  ChartItem,
  Item,
  Page,
  PictureItem,
  PolylineItem,
  Run,
  SetCell,
  SetParagraph,
  SetRow,
  TableItem,
  TextItem,
} from './types.ts'

/** Words of a page, the smallest stretch that is read as one. Of a chart's drawing none: it has its own. */
export type PageWords = { runs: readonly Run[] } & (
  | { type: 'paragraph'; item: TextItem; paragraph: SetParagraph }
  | { type: 'cell'; item: TableItem; row: SetRow; cell: SetCell; column: number }
  | { type: 'chart'; item: ChartItem }
  | { type: 'alt'; item: TableItem | ChartItem | PolylineItem | SaidPicture }
  | { type: 'note' }
)

/** A picture that says something. */
export type SaidPicture = PictureItem & { alt: string }

/** All that a page says, in reading order: its items with their alternative texts, then a slide's speaker notes. */
export function pageWords({ items, notes }: Page): PageWords[] {
  return [...items.flatMap(itemWords), ...noteLines(notes).map(({ runs }): PageWords => ({ type: 'note', runs }))]
}

function itemWords(item: Item): PageWords[] {
  switch (item.type) {
    case 'text':
      return item.paragraphs.map((paragraph) => ({ type: 'paragraph', item, paragraph, runs: paragraph.runs }))
    case 'table':
      return [...item.rows.flatMap((row) => rowWords(item, row)), altWords(item)]
    case 'chart':
      return [{ type: 'chart', item, runs: [] }, altWords(item)]
    case 'polyline':
      return [altWords(item)]
    case 'picture':
      return item.alt === undefined ? [] : [altWords({ ...item, alt: item.alt })]
    case 'rect':
      return []
  }
}

function rowWords(item: TableItem, row: SetRow): PageWords[] {
  return row.cells.flatMap((cell, column): PageWords[] =>
    cell.covered ? [] : [{ type: 'cell', item, row, cell, column, runs: cell.paragraph.runs }],
  )
}

function altWords(item: TableItem | ChartItem | PolylineItem | SaidPicture): PageWords {
  return { type: 'alt', item, runs: [{ text: item.alt }] }
}

/** A line of speaker notes: how deep it stands in lists, and the number that its list starts with. */
export interface NoteLine {
  runs: readonly Run[]
  level: number
  start?: number | undefined
}

/** Speaker notes line by line, as they are printed: bold, links and numbers of lists kept. */
export function noteLines(blocks: readonly Block[], level = 0): NoteLine[] {
  return blocks.flatMap((block) => blockLines(block, level))
}

function blockLines(block: Block, level: number): NoteLine[] {
  switch (block.type) {
    case 'paragraph':
      return [{ runs: toRuns(block.children), level }]
    case 'list':
      return block.items.flatMap((item) => itemLines(item, level + 1, block.ordered ? block.start : undefined))
    case 'quote': {
      const attribution = block.attribution && { runs: [{ text: '— ' }, ...toRuns(block.attribution)], level }
      return [...noteLines(block.children, level), ...(attribution ? [attribution] : [])]
    }
    // Nothing else has a place in speaker notes.
    default:
      return []
  }
}

/** The item's first paragraph has its number. */
function itemLines([first, ...rest]: readonly Block[], level: number, start: number | undefined): NoteLine[] {
  const head = first ? blockLines(first, level) : []
  const numbered = first?.type === 'paragraph' ? head.map((line) => ({ ...line, start })) : head
  return [...numbered, ...noteLines(rest, level)]
}

/** The speaker notes of a slide, line by line. */
export function noteTexts(page: Page): string[] {
  return noteLines(page.notes).map(({ runs }) => runWords(runs))
}

/** No-break spaces as plain ones, and no hyphens that show only where a line ends. */
export function plainSpaces(text: string): string {
  return text.replaceAll('\u00a0', ' ').replaceAll('\u00ad', '').trim()
}

/** What runs say, on one line, without no-break spaces and hidden hyphens. */
export function runWords(runs: readonly Run[]): string {
  return plainSpaces(runs.map(({ text }) => (text === '\n' ? ' ' : text)).join(''))
}
