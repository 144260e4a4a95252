import type { Composed } from '../build/types.ts'
import { isChartCall } from '../chart/named/call.ts'
import type { ChartRow } from '../chart/types.ts'
import type { Observation } from '../dataset/types.ts'
import { type PageWords, pageWords, plainSpaces, runWords, type SaidPicture } from '../layout/page-words.ts'
import { columnLabel, rowLabel } from '../layout/table-heads.ts'
import type { Box, ChartItem, PolylineItem, Role, Run, SetParagraph, TableItem, TextItem } from '../layout/types.ts'
import type { PassageKind } from './types.ts'

/** A stretch of a document that is compared as one: what it says, and what it would say of any figures. */
export interface ComparedPassage {
  kind: PassageKind
  page: number
  where: string
  text: string
  /** The text with a figure's reference for each of its figures: the same passage of two versions has one skeleton. */
  skeleton: string
  /** Where it stands on its page; undefined where it cannot be seen. */
  box?: Box | undefined
}

/** All that a document says, in reading order: metadata, then by page the items, alternative texts and notes. */
export function getPassages({ document, pages }: Composed): ComparedPassage[] {
  const { title, subtitle, author, publisher, subject, keywords, date } = document
  const metadata = { title, subtitle, author, publisher, subject, keywords: keywords.join(', '), date }
  const head = Object.entries(metadata).map(
    ([where, text]): ComparedPassage => ({ kind: 'metadata', page: 0, where, text: text ?? '', skeleton: where }),
  )
  return [...head, ...pages.flatMap((page) => pageWords(page).flatMap((words) => wordsPassages(words, page.number)))]
}

function wordsPassages(words: PageWords, page: number): ComparedPassage[] {
  switch (words.type) {
    case 'paragraph':
      return words.item.role === 'pageNumber' ? [] : [paragraphPassage(words.item, words.paragraph, page)]
    case 'cell':
      // A header that is repeated on a further page is said once.
      return words.cell.repeated ? [] : [cellPassage(words, page)]
    case 'chart':
      return chartPassages(words.item, page)
    case 'alt':
      return [{ kind: 'alternative text', page, text: words.item.alt, ...altPlace(words.item) }]
    case 'note':
      return [toPassage('notes', page, '', words.runs)]
  }
}

function paragraphPassage({ role, name, box }: TextItem, paragraph: SetParagraph, page: number): ComparedPassage {
  const passage = toPassage(kinds[role], page, itemName(name), paragraph.runs)
  return { ...passage, box: paragraphBox(paragraph, box) }
}

/** The lines of a paragraph, as wide as its item. */
function paragraphBox({ lines, style }: SetParagraph, { x, width, ...item }: Box): Box {
  const [first, last] = [lines[0]?.baseline, lines.at(-1)?.baseline]
  if (first === undefined || last === undefined) return { x, width, ...item }
  return { x, width, y: first - style.size, height: last - first + style.size * 1.22 }
}

/** An item's name without the number that makes it unique on its page, as that changes; empty for a plain text. */
function itemName(name: string): string {
  const own = name.replace(/ \(\d+\)$/, '')
  return own === 'Text' ? '' : own
}

const kinds: Readonly<Record<Role, PassageKind>> = {
  title: 'title',
  source: 'source',
  footer: 'footer',
  keyFigure: 'key figure',
  artifact: 'footer',
  date: 'footer',
  pageNumber: 'footer',
  subtitle: 'text',
  body: 'text',
  chart: 'text',
  table: 'text',
  caption: 'text',
}

function cellPassage({ item, row, cell, column }: Extract<PageWords, { type: 'cell' }>, page: number): ComparedPassage {
  const label = rowLabel(item, row)
  const about = row.header ? 'head' : [label, columnLabel(item, column)].filter(Boolean).join(', ')
  const passage = toPassage('cell', page, `${itemName(item.name)}: ${about}`, cell.paragraph.runs)
  // The row is part of what a cell is: two rows may hold the same words.
  return { ...passage, box: cell.box, skeleton: `${label} ${column} ${passage.skeleton}` }
}

function altPlace(
  item: TableItem | ChartItem | PolylineItem | SaidPicture,
): Pick<ComparedPassage, 'where' | 'skeleton'> {
  switch (item.type) {
    case 'table':
      return {
        where: itemName(item.name),
        skeleton: `table ${item.columns.map((_, column) => columnLabel(item, column)).join(' ')}`,
      }
    case 'chart':
      return { where: item.chart.file, skeleton: `${item.chart.file} alternative text` }
    case 'polyline':
    case 'picture':
      return { where: item.name, skeleton: item.name }
  }
}

/** A passage for each mark of a chart, and for the author's spec that draws them. */
function chartPassages({ chart, box }: ChartItem, page: number): ComparedPassage[] {
  const rows = new Map(chart.rows.map((row) => [`${row.series} ${row.period}`, row]))
  const marks = [...rows.values()].flatMap((row): ComparedPassage[] => {
    const shown = chart.observations.filter((one) => one.series === row.series && one.period === row.period)
    const where = `${chart.file}: ${row.label}, ${row.periodLabel}`
    const skeleton = `${chart.file} ${row.series} ${row.period}`
    return shown.length === 0 ? [] : [{ kind: 'chart', page, where, box, text: rowText(row, shown), skeleton }]
  })
  // A chart by name has no spec of the author's.
  if (isChartCall(chart.file)) return marks
  return [
    ...marks,
    { kind: 'chart', page, where: `${chart.file}: spec`, box, text: chart.text, skeleton: `${chart.file} spec` },
  ]
}

/** The numbers of a row that a chart shows. */
function rowText(row: ChartRow, shown: readonly Observation[]): string {
  const texts = { value: row.valueText, change: row.changeText, rate: row.rateText }
  const measures = (['value', 'change', 'rate'] as const).filter((name) =>
    shown.some(({ measure }) => measure === name),
  )
  return plainSpaces(measures.flatMap((measure) => texts[measure] || []).join(', '))
}

function toPassage(kind: PassageKind, page: number, where: string, runs: readonly Run[]): ComparedPassage {
  const skeleton = runs.map(({ text, observation }) => (observation ? `{${getReference(observation)}}` : text)).join('')
  return { kind, page, where, text: runWords(runs), skeleton: plainSpaces(skeleton) }
}

function getReference({ indicator, measure }: { indicator: string; measure: string }): string {
  return `${indicator}.${measure}`
}
