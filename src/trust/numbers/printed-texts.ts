import { groupBy } from '../../dataset/group-by.ts'
import type { DocumentKind } from '../../document/formats.ts'
import { type PageWords, pageWords } from '../../layout/page-words.ts'
import type { ChartItem, Page, Role, Run } from '../../layout/types.ts'

/** What prints a number: running text, a row of a table, a chart, speaker notes, or alternative text. */
export type TextMedium = 'text' | 'table' | 'chart' | 'notes' | 'alt'

/** The words that one item prints, and the figures among them. */
export interface PrintedText {
  document: DocumentKind
  /** The slide or page, from 1. */
  page: number
  /** The item's name: `Title`, `Chart: netizens`; `Notes` for speaker notes. */
  item: string
  medium: TextMedium
  /** Cells of a row are parted by tabs, paragraphs by line feeds. Of a chart none: its drawing has its own. */
  runs: readonly Run[]
  /** Whether every page has it: its foot and its number. */
  isRunning?: boolean | undefined
  /** The chart shown, or described by an alternative text. */
  chart?: ChartItem | undefined
}

/** All that pages print, in reading order: a text per shape, row and page of notes, with what every page repeats. */
export function printedTexts(document: DocumentKind, pages: readonly Page[]): PrintedText[] {
  return pages.flatMap((page) => joinWords(pageWords(page), getWhole, { document, page: page.number }))
}

/** The same, a text for each structure element of a PDF: a paragraph, or the paragraphs of a list's item. */
export function printedElements(document: DocumentKind, pages: readonly Page[]): PrintedText[] {
  return pages.flatMap((page) => {
    const printed = pageWords(page).filter(({ type }) => type !== 'note')
    return joinWords(printed, getElement, { document, page: page.number })
  })
}

/** What words are a part of: a shape, a row, the notes. */
function getWhole(words: PageWords): unknown {
  switch (words.type) {
    case 'paragraph':
      return words.item
    case 'cell':
      return words.row
    case 'note':
      return 'notes'
    default:
      return words
  }
}

function getElement(words: PageWords): unknown {
  return words.type === 'paragraph' ? (words.paragraph.tags.at(-1)?.id ?? words) : getWhole(words)
}

const running: ReadonlySet<Role> = new Set<Role>(['footer', 'date', 'pageNumber'])

const media = { paragraph: 'text', cell: 'table', chart: 'chart', alt: 'alt', note: 'notes' } as const

/** Words in texts, each of those that are parts of one thing. */
function joinWords(
  words: readonly PageWords[],
  partOf: (words: PageWords) => unknown,
  at: Pick<PrintedText, 'document' | 'page'>,
): PrintedText[] {
  return [...groupBy(words, partOf).values()].flatMap((group) => {
    const [first] = group
    const runs = joinRuns(
      group.map((part) => part.runs),
      first.type === 'cell' ? '\t' : '\n',
    )
    const item = first.type === 'note' ? 'Notes' : first.item.name
    const chart = first.type !== 'note' && first.item.type === 'chart' ? first.item : undefined
    const isRunning = first.type !== 'note' && running.has(first.item.role)
    return [{ ...at, item, medium: media[first.type], runs, chart, isRunning }]
  })
}

/** The words of runs as one text. */
export function runsText(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('')
}

function joinRuns(parts: readonly (readonly Run[])[], separator: string): Run[] {
  const filled = parts.filter((runs) => runs.length > 0)
  return filled.flatMap((runs, index) => (index === 0 ? runs : [{ text: separator }, ...runs]))
}
