import type { Observation } from '../../src/dataset/types.ts'
import type { Place } from '../../src/diagnostic.ts'
import type { Block, ChartBlock, Document, Inline } from '../../src/document/types.ts'
import { openFonts } from '../../src/fonts/fonts.ts'
import type { Item, Page, SetParagraph, TextItem } from '../../src/layout/types.ts'
import { getLocale } from '../../src/locale/get-locale.ts'
import { defaultTheme } from '../default-theme.ts'

/** The report's own theme, its fonts, and English: what every layout test works with. */
export const theme = defaultTheme()
export const fonts = openFonts(theme, '.')
export const locale = getLocale('en')

export const at = (line: number): Place => ({ file: 'templates/deck.md.hbs', line, column: 1 })

export const words = (value: string): Inline[] => [{ type: 'text', value }]

export const heading = (depth: 1 | 2 | 3, text: string, line = 1): Block => ({
  type: 'heading',
  depth,
  id: text.toLowerCase().replaceAll(/\W+/g, '-'),
  children: words(text),
  place: at(line),
})

export const paragraph = (text: string, line = 1): Block => ({
  type: 'paragraph',
  children: words(text),
  place: at(line),
})

export const list = (...items: string[]): Block => ({
  type: 'list',
  ordered: false,
  start: 1,
  items: items.map((item) => [paragraph(item)]),
  place: at(1),
})

export const chart = (file: string, size: { width?: number; height?: number } = {}): ChartBlock => ({
  type: 'chart',
  chart: {
    file,
    spec: { mark: 'bar', ...size } as ChartBlock['chart']['spec'],
    parameters: {},
    rows: [],
    observations: [] as Observation[],
    alt: 'A chart.',
    language: 'en',
    place: at(1),
  } as unknown as ChartBlock['chart'],
  alt: 'A chart.',
  place: at(1),
})

export const table = (rows: number, columns = 3): Block => ({
  type: 'table',
  align: Array.from({ length: columns }, (_, column) => (column === 0 ? 'left' : 'right')),
  header: Array.from({ length: columns }, (_, column) => ({ children: words(`Head ${column}`) })),
  rows: Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => ({
      children: words(column === 0 ? `Row ${row}` : `${row}.${column}`),
    })),
  ),
  place: at(7),
})

/** A table of one row of numbers. */
export const numbersTable = (columns: number): Block => ({
  type: 'table',
  align: Array.from({ length: columns }, () => 'right'),
  header: Array.from({ length: columns }, (_, column) => ({ children: words(`C${column}`) })),
  rows: [Array.from({ length: columns }, (_, column) => ({ children: words(`1,234.${column}`) }))],
  place: at(12),
})

export const getDocument = (kind: Document['kind'], ...blocks: Block[]): Document => ({
  kind,
  language: 'en',
  title: 'A report',
  author: 'An office',
  publisher: 'An office',
  subject: '',
  keywords: [],
  date: '2024-03-22',
  asOf: 'As of December 2023',
  edition: '53rd edition',
  blocks,
  sources: [],
})

export const getText = (paragraph: SetParagraph): string => paragraph.runs.map((run) => run.text).join('')

export const lineTexts = (paragraph: SetParagraph): string[] =>
  paragraph.lines.map((line) => line.runs.map((run) => run.text).join(''))

export const texts = (page: Page): string[] =>
  page.items.flatMap((item) => (item.type === 'text' ? item.paragraphs.map(getText) : []))

export const getItem = (page: Page, role: Item['role']): Item => {
  const item = page.items.find((candidate) => candidate.role === role)
  if (!item) throw new Error(`no ${role} on page ${page.number}: ${page.items.map((other) => other.role).join(', ')}`)
  return item
}

export const getTextItem = (page: Page, role: Item['role']): TextItem => {
  const item = getItem(page, role)
  if (item.type !== 'text') throw new Error(`the ${role} is no text`)
  return item
}
