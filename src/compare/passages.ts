import type { Composed } from '../build/types.ts'
import type { ChartRow } from '../chart/types.ts'
import type { Observation } from '../dataset/types.ts'
import type { Block, Inline } from '../document/types.ts'
import { toRuns } from '../layout/text/runs.ts'
import type { Box, ChartItem, Item, Page, Role, Run, SetParagraph, TableItem, TextItem } from '../layout/types.ts'
import type { PassageKind } from './types.ts'

/** A stretch of a document that is compared as one: what it says, and what it would say of any figures. */
export interface Passage {
  kind: PassageKind
  page: number
  where: string
  text: string
  /** The text with a figure's reference for each of its figures: the same passage of two versions has one skeleton. */
  skeleton: string
  /** Where it stands on its page; undefined where it cannot be seen. */
  box?: Box | undefined
}

/** All that a document says, in reading order: its metadata, then page by page the items, the alternative texts and the notes. */
export function passagesOf({ document, pages }: Composed): Passage[] {
  const { title, subtitle, author, publisher, subject, keywords, date } = document
  const metadata = { title, subtitle, author, publisher, subject, keywords: keywords.join(', '), date }
  const head = Object.entries(metadata).map(
    ([where, text]): Passage => ({ kind: 'metadata', page: 0, where, text: text ?? '', skeleton: where }),
  )
  return [...head, ...pages.flatMap(pagePassages)]
}

/** The speaker notes of a slide, a paragraph each. */
export function notesOf(page: Page): string[] {
  return page.notes.flatMap(noteTexts).map(wordsOf)
}

function pagePassages(page: Page): Passage[] {
  const notes = page.notes.flatMap((block) => noteTexts(block))
  return [
    ...page.items.flatMap((item) => itemPassages(item, page.number)),
    ...notes.map((runs) => toPassage('notes', page.number, '', runs)),
  ]
}

function itemPassages(item: Item, page: number): Passage[] {
  switch (item.type) {
    case 'text':
      return item.role === 'pageNumber' ? [] : textPassages(item, page)
    case 'table':
      return tablePassages(item, page)
    case 'chart':
      return chartPassages(item, page)
    case 'polyline':
      return [{ kind: 'alternative text', page, where: item.name, text: item.alt, skeleton: item.name }]
    case 'rect':
      return []
  }
}

function textPassages({ role, name, paragraphs, box }: TextItem, page: number): Passage[] {
  return paragraphs.map((paragraph) => ({
    ...toPassage(kindOf(role), page, itemName(name), paragraph.runs),
    box: paragraphBox(paragraph, box),
  }))
}

/** The lines of a paragraph, as wide as its item. */
function paragraphBox({ lines, style }: SetParagraph, { x, width, ...item }: Box): Box {
  const [first, last] = [lines[0]?.baseline, lines.at(-1)?.baseline]
  if (first === undefined || last === undefined) return { x, width, ...item }
  return { x, width, y: first - style.size, height: last - first + style.size * 1.22 }
}

/** An item's name without the number that makes it unique on its page, which changes with what stands before; a plain text has none. */
function itemName(name: string): string {
  const own = name.replace(/ \(\d+\)$/, '')
  return own === 'Text' ? '' : own
}

function kindOf(role: Role): PassageKind {
  switch (role) {
    case 'title':
    case 'source':
    case 'footer':
      return role
    case 'keyFigure':
      return 'key figure'
    case 'artifact':
    case 'date':
    case 'pageNumber':
      return 'footer'
    case 'subtitle':
    case 'body':
    case 'chart':
    case 'table':
    case 'caption':
      return 'text'
  }
}

/** A header that is repeated on a further page is said once. */
function tablePassages({ rows, alt, ...item }: TableItem, page: number): Passage[] {
  const name = itemName(item.name)
  const heads = rows.find(({ header }) => header)?.cells.map((cell) => wordsOf(cell.paragraph.runs)) ?? []
  const cells = rows
    .filter(({ repeated }) => !repeated)
    .flatMap(({ cells, header }) => {
      const label = wordsOf(cells[0]?.paragraph.runs ?? [])
      return cells.map(({ paragraph, box }, column) => {
        const where = header ? `${name}: head` : `${name}: ${[label, heads[column]].filter(Boolean).join(', ')}`
        const passage = toPassage('cell', page, where, paragraph.runs)
        // The row is part of what a cell is: two rows may hold the same words.
        return { ...passage, box, skeleton: `${label} ${column} ${passage.skeleton}` }
      })
    })
  return [...cells, { kind: 'alternative text', page, where: name, text: alt, skeleton: `table ${heads.join(' ')}` }]
}

/** A passage for each mark of a chart, for the spec that draws them, and for the alternative text. */
function chartPassages({ chart, alt, box }: ChartItem, page: number): Passage[] {
  const rows = new Map(chart.rows.map((row) => [`${row.indicator} ${row.period}`, row]))
  const marks = [...rows.values()].flatMap((row): Passage[] => {
    const shown = chart.observations.filter((one) => one.indicator === row.indicator && one.period === row.period)
    const where = `${chart.file}: ${row.label}, ${row.periodLabel}`
    const skeleton = `${chart.file} ${row.indicator} ${row.period}`
    return shown.length === 0 ? [] : [{ kind: 'chart', page, where, box, text: rowText(row, shown), skeleton }]
  })
  return [
    ...marks,
    { kind: 'chart', page, where: `${chart.file}: spec`, box, text: chart.text, skeleton: `${chart.file} spec` },
    { kind: 'alternative text', page, where: chart.file, text: alt, skeleton: `${chart.file} alternative text` },
  ]
}

/** The numbers of a row that a chart shows. */
function rowText(row: ChartRow, shown: readonly Observation[]): string {
  const texts = { value: row.valueText, change: row.changeText, rate: row.rateText }
  const measures = (['value', 'change', 'rate'] as const).filter((name) =>
    shown.some(({ measure }) => measure === name),
  )
  return plain(measures.flatMap((measure) => texts[measure] || []).join(', '))
}

function noteTexts(block: Block): Run[][] {
  const one = (inlines: readonly Inline[]) => [toRuns(inlines)]
  const all = (blocks: readonly Block[]) => blocks.flatMap(noteTexts)
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'sourceLine':
      return one(block.children)
    case 'list':
      return all(block.items.flat())
    case 'quote':
    case 'note':
    case 'footnote':
    case 'speakerNotes':
      return all(block.children)
    case 'columns':
      return all(block.columns.flat())
    case 'table':
      return [block.header, ...block.rows].flat().flatMap(({ children }) => one(children))
    case 'keyFigures':
      return block.figures.flatMap(({ value, label, change }) => [...one(value), ...one(label), ...one(change)])
    case 'chart':
    case 'slideOptions':
    case 'pageBreak':
    case 'contents':
    case 'sourceList':
      return []
  }
}

function toPassage(kind: PassageKind, page: number, where: string, runs: readonly Run[]): Passage {
  const skeleton = runs.map(({ text, observation }) => (observation ? `{${referenceOf(observation)}}` : text)).join('')
  return { kind, page, where, text: wordsOf(runs), skeleton: plain(skeleton) }
}

function referenceOf({ indicator, measure }: { indicator: string; measure: string }): string {
  return `${indicator}.${measure}`
}

function wordsOf(runs: readonly Run[]): string {
  return plain(runs.map(({ text }) => (text === '\n' ? ' ' : text)).join(''))
}

/** No-break spaces as plain ones, and no hyphens that show only where a line ends. */
function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ').replaceAll('\u00ad', '').trim()
}
