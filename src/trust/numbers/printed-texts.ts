import type { DocumentKind } from '../../build/formats.ts'
import type { Block } from '../../document/types.ts'
import { toRuns } from '../../layout/text/runs.ts'
import type { ChartItem, Item, Page, Run, SetRow, TableItem, TextItem } from '../../layout/types.ts'
import { groupBy } from '../../render/pptx/group-by.ts'

/** What prints a number: running text, a row of a table, a chart, speaker notes, or alternative text. */
export type Medium = 'text' | 'table' | 'chart' | 'notes' | 'alt'

/** The words that one item prints, and the figures among them. */
export interface PrintedText {
  document: DocumentKind
  /** The slide or page, from 1. */
  page: number
  /** The item's name: `Title`, `Chart: netizens`; `Notes` for speaker notes. */
  item: string
  medium: Medium
  /** Cells of a row are parted by tabs, paragraphs by line feeds. Of a chart none: its drawing has its own. */
  runs: readonly Run[]
  /** The chart shown, or told by an alternative text. */
  chart?: ChartItem | undefined
  /** Of a paragraph: the structure element that it belongs to, which may hold others. */
  element?: string | undefined
}

/** All that pages print, in reading order, a text for each shape; what every page repeats (running heads, page numbers) too. */
export function printedTexts(document: DocumentKind, pages: readonly Page[]): PrintedText[] {
  return pages.flatMap((page) => {
    const at = { document, page: page.number }
    const notes = joinRuns(page.notes.map(blockRuns), '\n')
    return [
      ...page.items.flatMap((item) => itemTexts(item, at)),
      ...(notes.length > 0 ? [{ ...at, item: 'Notes', medium: 'notes' as const, runs: notes }] : []),
    ]
  })
}

/** The same, a text for each structure element of a PDF: a paragraph, or the paragraphs of a list's item. */
export function printedElements(document: DocumentKind, pages: readonly Page[]): PrintedText[] {
  return pages.flatMap((page) => {
    const at = { document, page: page.number }
    return joinElements(
      page.items.flatMap((item) => (item.type === 'text' ? paragraphTexts(item, at) : itemTexts(item, at))),
    )
  })
}

function paragraphTexts(item: TextItem, at: Pick<PrintedText, 'document' | 'page'>): PrintedText[] {
  return item.paragraphs.map(({ runs, tags }) => ({
    ...at,
    item: item.name,
    medium: 'text',
    runs,
    element: tags.at(-1)?.id,
  }))
}

function joinElements(texts: readonly PrintedText[]): PrintedText[] {
  const groups = groupBy(texts.entries(), ([index, { element }]) => element ?? `#${index}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    const runs = joinRuns(
      group.map(([, text]) => text.runs),
      '\n',
    )
    return first ? [{ ...first[1], runs }] : []
  })
}

/** The words of runs as one text. */
export function runsText(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('')
}

function itemTexts(item: Item, at: Pick<PrintedText, 'document' | 'page'>): PrintedText[] {
  const where = { ...at, item: item.name }
  switch (item.type) {
    case 'text':
      return [
        {
          ...where,
          medium: 'text',
          runs: joinRuns(
            item.paragraphs.map(({ runs }) => runs),
            '\n',
          ),
        },
      ]
    case 'table':
      return tableTexts(item, where)
    case 'chart':
      return [
        { ...where, medium: 'chart', runs: [], chart: item },
        { ...where, medium: 'alt', runs: [{ text: item.alt }], chart: item },
      ]
    case 'polyline':
      return [{ ...where, medium: 'alt', runs: [{ text: item.alt }] }]
    case 'rect':
      return []
  }
}

function tableTexts(table: TableItem, where: Pick<PrintedText, 'document' | 'page' | 'item'>): PrintedText[] {
  return [
    ...table.rows.map((row) => ({ ...where, medium: 'table' as const, runs: rowRuns(row) })),
    { ...where, medium: 'alt' as const, runs: [{ text: table.alt }] },
  ]
}

function rowRuns({ cells }: SetRow): Run[] {
  return joinRuns(
    cells.map(({ paragraph }) => paragraph.runs),
    '\t',
  )
}

function joinRuns(parts: readonly (readonly Run[])[], separator: string): Run[] {
  const filled = parts.filter((runs) => runs.length > 0)
  return filled.flatMap((runs, index) => (index === 0 ? runs : [{ text: separator }, ...runs]))
}

/** The words of a block of speaker notes, in reading order. */
function blockRuns(block: Block): Run[] {
  const within = (blocks: readonly Block[]) => joinRuns(blocks.map(blockRuns), '\n')
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'sourceLine':
      return toRuns(block.children)
    case 'list':
      return joinRuns(block.items.map(within), '\n')
    case 'table':
      return joinRuns(
        [block.header, ...block.rows].map((cells) =>
          joinRuns(
            cells.map(({ children }) => toRuns(children)),
            '\t',
          ),
        ),
        '\n',
      )
    case 'chart':
      return [{ text: block.alt }]
    case 'keyFigures':
      return joinRuns(
        block.figures.map(({ value, label, change }) =>
          joinRuns(
            [value, label, change].map((part) => toRuns(part)),
            ' ',
          ),
        ),
        '\n',
      )
    case 'columns':
      return joinRuns(block.columns.map(within), '\n')
    case 'quote':
      return joinRuns([within(block.children), toRuns(block.attribution ?? [])], '\n')
    case 'note':
      return joinRuns([block.title ? [{ text: block.title }] : [], within(block.children)], '\n')
    case 'speakerNotes':
    case 'footnote':
      return within(block.children)
    case 'slideOptions':
    case 'pageBreak':
    case 'contents':
    case 'sourceList':
      return []
  }
}
