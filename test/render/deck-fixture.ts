import type { Chart } from '../../src/chart/types.ts'
import type { Block, Document } from '../../src/document/types.ts'
import type { DrawnChart } from '../../src/layout/drawings.ts'
import type {
  Box,
  ChartItem,
  Item,
  Page,
  RectItem,
  Role,
  Run,
  SetParagraph,
  TableItem,
  TextItem,
  TextStyle,
} from '../../src/layout/types.ts'
import { defaultTheme } from '../default-theme.ts'
import { renderDeck } from './rendered-deck.ts'

/** The look of the real report. */
export const theme = defaultTheme()

const place = { file: 'templates/deck.md.hbs', line: 1, column: 1 }

export const document: Document = {
  kind: 'deck',
  language: 'en',
  title: 'Internet use & access',
  subtitle: 'What changed',
  author: 'A. Author',
  publisher: 'An Office <of> Figures',
  subject: 'Internet',
  keywords: ['internet', 'access'],
  date: '2024-03-22',
  asOf: 'As of December 2023',
  edition: '53rd report',
  blocks: [],
  sources: [],
}

const baseStyle: TextStyle = {
  font: 'body',
  size: 18,
  leading: 23.5,
  weight: 'regular',
  italic: false,
  color: 'ink',
  align: 'left',
}

const titleStyle: TextStyle = { ...baseStyle, font: 'heading', size: 30, leading: 34.5, weight: 'bold' }
const subtitleStyle: TextStyle = { ...baseStyle, size: 16, leading: 20, color: 'muted' }
const smallStyle: TextStyle = { ...baseStyle, size: 11, leading: 13.75, color: 'muted' }

type ParagraphGiven = Partial<Omit<SetParagraph, 'style'>> & { style?: Partial<TextStyle> }

/** A paragraph that is set on one line; a text stands for its runs. */
export function paragraph(words: string | Run[], { style, ...given }: ParagraphGiven = {}): SetParagraph {
  const runs = typeof words === 'string' ? [{ text: words }] : words
  return {
    runs,
    lines: [{ baseline: 0, runs: runs.map((run) => ({ ...run, x: 0, width: 10 })) }],
    spaceBefore: 0,
    tags: [],
    ...given,
    style: { ...baseStyle, ...style },
  }
}

/** An item of a list, `depth` from 1. */
export function listItem(words: string | Run[], marker: string, box: Box, depth = 1): SetParagraph {
  const tags = Array.from({ length: depth }, (_, index) => ({ type: 'L' as const, id: `list-${index}` }))
  return paragraph(words, {
    tags,
    spaceBefore: 8.225,
    marker: { text: marker, x: box.x + (depth - 1) * 19.8, indent: 19.8, ordered: /\d/.test(marker) },
  })
}

export function textItem(role: Role, box: Box, paragraphs: SetParagraph[], given: Partial<TextItem> = {}): TextItem {
  return { type: 'text', name: role, role, box, paragraphs, verticalAlign: 'top', ...given }
}

export function titleItem(words: string | Run[], given: Partial<SetParagraph> = {}): TextItem {
  const box = { x: 48, y: 40, width: 864, height: 34.5 }
  return textItem('title', box, [paragraph(words, { ...given, style: titleStyle })], { name: 'Title' })
}

function subtitleItem(words: string): TextItem {
  const box = { x: 48, y: 78.5, width: 864, height: 20 }
  return textItem('subtitle', box, [paragraph(words, { style: subtitleStyle })], { name: 'Subtitle' })
}

export const bodyBox: Box = { x: 48, y: 132, width: 864, height: 300 }

export function bodyItem(paragraphs: SetParagraph[], box: Box = bodyBox): TextItem {
  return textItem('body', box, paragraphs, { name: 'Text' })
}

function footItems(number: number): Item[] {
  const y = 508
  return [
    textItem('source', { x: 48, y: 484, width: 864, height: 13.75 }, [
      paragraph(
        [{ text: 'Source: ' }, { text: 'the report', href: 'https://example.org/a b?c=1&d=2', color: 'accentText' }],
        {
          style: smallStyle,
        },
      ),
    ]),
    rule('Footer rule', { x: 48, y: 504, width: 864, height: 0.75 }, 'rule'),
    textItem('footer', { x: 48, y, width: 691, height: 13.75 }, [
      paragraph('As of December 2023', { style: smallStyle }),
    ]),
    textItem('pageNumber', { x: 825.6, y, width: 86.4, height: 13.75 }, [
      paragraph(String(number), { style: { ...smallStyle, align: 'right' } }),
    ]),
  ]
}

function rule(name: string, box: Box, fill: RectItem['fill']): RectItem {
  return { type: 'rect', name, role: 'artifact', box, fill }
}

const chart: Chart = {
  file: 'templates/charts/netizens.vl.json',
  text: '{}',
  spec: { data: { values: [] }, mark: 'bar' },
  rows: [],
  observations: [],
  alt: 'Bars',
  language: 'en',
  medium: 'slide',
  parameters: {},
  formats: { quantity: String, period: String },
  place,
}

export function chartItem(
  box: Box,
  alt = 'Bars that grow from 904 million to 1.092 billion.',
  name = 'Chart',
): ChartItem {
  return { type: 'chart', name, role: 'chart', box, chart, alt, tags: [] }
}

/** 1 × 1 pixel. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Each chart a bar as large as its box. */
export function drawings({ box: { width, height } }: ChartItem): DrawnChart {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#0b5fa5"/></svg>`
  return { drawing: { width, height, svg, texts: [], seen: [], paint: () => {} }, png }
}

/** A table whose cells are words; numbers are right-aligned in all columns but the first. */
export function tableItem(rows: readonly (readonly string[])[], box: Box = bodyBox): TableItem {
  const count = rows[0]?.length ?? 0
  const width = box.width / count
  const height = 26
  return {
    type: 'table',
    name: 'Table: users',
    role: 'table',
    box: { ...box, height: height * rows.length },
    columns: Array.from({ length: count }, () => width),
    rules: { header: { color: 'ink', width: 0.75 }, row: { color: 'rule', width: 0.5 } },
    alt: 'Users of two applications.',
    tags: [],
    rows: rows.map((cells, row) => ({
      header: row === 0,
      height,
      cells: cells.map((words, column) => {
        const cellBox = { x: box.x + column * width, y: box.y + row * height, width, height }
        const style: TextStyle = {
          ...baseStyle,
          size: 14,
          leading: 18,
          weight: row === 0 ? 'bold' : 'regular',
          color: row === 0 ? 'muted' : 'ink',
          align: column === 0 ? 'left' : 'right',
        }
        const textWidth = words.length * 7
        const x = column === 0 ? cellBox.x + 8 : cellBox.x + width - 8 - textWidth
        const set = paragraph(words, { style })
        const lines = [{ baseline: cellBox.y + 18, runs: [{ text: words, x, width: textWidth }] }]
        return {
          box: cellBox,
          paragraph: { ...set, lines },
          shift: 0,
          fill: row > 0 && row % 2 === 0 ? 'panel' : undefined,
        }
      }),
    })),
  }
}

export function slide(number: number, layout: string, title: string, items: Item[], given: Partial<Page> = {}): Page {
  return { number, width: 960, height: 540, layout, title, items, notes: [], place, ...given }
}

/** A content slide with title, subtitle, accent rule and foot around its items. */
export function contentSlide(
  number: number,
  layout: string,
  title: string,
  items: Item[],
  given: Partial<Page> = {},
): Page {
  return slide(
    number,
    layout,
    title,
    [
      rule('Accent rule', { x: 48, y: 22, width: 48, height: 5 }, 'accent'),
      titleItem(title, { anchor: `slide-${number}` }),
      subtitleItem('Millions of people, China, December 2023'),
      ...items,
      ...footItems(number),
    ],
    given,
  )
}

export const text = (value: string) => ({ type: 'text' as const, value })

export const notes: Block[] = [
  { type: 'paragraph', place, children: [{ type: 'strong', children: [text('Say first')] }] },
  {
    type: 'paragraph',
    place,
    children: [
      text('Netizens reached '),
      { type: 'strong', children: [text('1.092 billion')] },
      text(', '),
      { type: 'emphasis', children: [text('up')] },
      text('; see '),
      { type: 'link', href: 'https://example.org/report', children: [text('the report')] },
      text('.'),
    ],
  },
  {
    type: 'list',
    ordered: true,
    start: 1,
    place,
    items: [
      [{ type: 'paragraph', place, children: [text('Previous value: 1.067 billion')] }],
      [{ type: 'paragraph', place, children: [text('Source: paragraph 4')] }],
    ],
  },
]

const half = (left: boolean): Box => ({ x: left ? 48 : 496, y: 132, width: 416, height: 300 })

/** A slide of each layout. */
export function everyLayout(): Page[] {
  const keyFigure = (index: number): Item => {
    const box = { x: 48 + (index % 3) * 293, y: 150 + Math.floor(index / 3) * 140, width: 277, height: 110 }
    return textItem(
      'keyFigure',
      box,
      [
        paragraph('1.092 billion', {
          style: { font: 'heading', size: 40, leading: 44, weight: 'bold', color: 'accent' },
        }),
        paragraph(`Netizens ${index}`, { style: { size: 16, leading: 20, weight: 'bold' } }),
        paragraph('▲ up 24.8 million', { style: { size: 14, leading: 18, color: index === 1 ? 'bad' : 'good' } }),
      ],
      { name: `Key figure ${index}` },
    )
  }
  const cover = (words: string): Item[] => [
    textItem('title', { x: 48, y: 167, width: 691, height: 103 }, [
      paragraph(words, { style: { ...titleStyle, size: 45, leading: 50.5, color: 'onAccent' } }),
    ]),
    textItem('subtitle', { x: 48, y: 284, width: 691, height: 27 }, [
      paragraph('December 2023', { style: { ...subtitleStyle, size: 20, leading: 27, color: 'onAccent' } }),
    ]),
  ]
  return [
    slide(1, 'title', 'Internet use in China', cover('Internet use in China'), { background: 'accent', notes }),
    contentSlide(2, 'key-figures', 'Six figures', [0, 1, 2, 3, 4, 5].map(keyFigure), { section: 'Overview', notes }),
    slide(3, 'section', 'Access', cover('Access'), { background: 'accent', section: 'Access' }),
    contentSlide(4, 'chart', 'More people are online', [chartItem(bodyBox)], { section: 'Access', notes }),
    contentSlide(
      5,
      'chart-and-text',
      'Town and country',
      [chartItem(half(true)), bodyItem(bodyText(half(false)), half(false))],
      {
        section: 'Access',
      },
    ),
    contentSlide(
      6,
      'two-charts',
      'Two gaps closed',
      [chartItem(half(true)), chartItem(half(false), 'Lines that meet.', 'Chart 2')],
      { section: 'Access' },
    ),
    contentSlide(
      7,
      'table',
      'Applications',
      [
        tableItem([
          ['Application', 'Users', 'Change'],
          ['Messaging', '1,060 million', '+2.1%'],
          ['Video & <short>', '1,067 million', '+3.5%'],
        ]),
      ],
      { section: 'Use' },
    ),
    contentSlide(8, 'text', 'What to watch', [bodyItem(bodyText(bodyBox))], { section: 'Use' }),
    contentSlide(9, 'closing', 'Method and sources', [bodyItem(bodyText(bodyBox))], { section: 'Use' }),
  ]
}

function bodyText(box: Box): SetParagraph[] {
  return [
    paragraph([
      { text: 'Plain, ' },
      { text: 'bold', weight: 'bold' },
      { text: ', ' },
      { text: 'italic', italic: true },
      { text: ' and raised' },
      { text: '1', superscript: true, href: '#slide-9' },
      { text: '\n' },
      { text: '第53次报告', language: 'zh' },
    ]),
    listItem('First', '•', box),
    listItem('Within', '–', box, 2),
    listItem('Second', '•', box),
    paragraph('Then, in order:', { spaceBefore: 12.925 }),
    listItem('Three', '3.', box),
    listItem('Four', '4.', box),
    paragraph([{ text: 'Write to ' }, { text: 'us', href: 'mailto:a@example.org', color: 'accentText' }], {
      spaceBefore: 12.925,
    }),
  ]
}

/** Text that breaks XML, scripts that run the other way, characters beyond the first plane, what a workbook would take for a formula. */
const hostileText = 'a\u0000b\u0008c\u001Bd\uD800e\uDC00f\uFFFEg\uFFFFh <&>"\' ]]> \u{1F600} العربية =HYPERLINK("x")'

/** What is left of it. */
export const harmlessText = 'abcd\uFFFDe\uFFFDf\uFFFDg\uFFFDh <&>"\' ]]> \u{1F600} العربية =HYPERLINK("x")'

/** That text in all places but the title. */
export function hostileDeck(): { pages: Page[]; document: Document } {
  const page = contentSlide(
    1,
    'text',
    'Any text',
    [
      bodyItem([
        paragraph(hostileText),
        paragraph([{ text: hostileText, href: `https://example.org/${hostileText}` }]),
      ]),
      { ...chartItem(bodyBox, hostileText), name: `${hostileText} chart` },
      tableItem([[hostileText, hostileText]]),
    ],
    { section: hostileText, notes: [{ type: 'paragraph', place, children: [text(hostileText)] }] },
  )
  const keys = ['title', 'subtitle', 'author', 'publisher', 'subject', 'edition', 'asOf'] as const
  const words = Object.fromEntries(keys.map((key) => [key, hostileText]))
  return { pages: [page], document: { ...document, ...words, keywords: [hostileText] } }
}

/** The decks that other people's programs are asked about, by name. */
export async function renderSamples(): Promise<Map<string, Uint8Array>> {
  const hostile = hostileDeck()
  const charts = (count: number): Page[] =>
    Array.from({ length: count }, (_, index) =>
      contentSlide(index + 1, 'chart', `Chart ${index + 1}`, [chartItem(bodyBox)], {
        notes,
        section: `Part ${index % 10}`,
      }),
    )
  const texts = Array.from({ length: 1000 }, (_, index) =>
    contentSlide(index + 1, 'text', `Slide ${index + 1}`, [bodyItem([paragraph(`Said on slide ${index + 1}`)])]),
  )
  return new Map([
    ['every-layout.pptx', await renderDeck(everyLayout(), document, drawings, theme)],
    ['any-text.pptx', await renderDeck(hostile.pages, hostile.document, drawings, theme)],
    ['1-slide.pptx', await renderDeck(charts(1), document, drawings, theme)],
    ['15-slides.pptx', await renderDeck(charts(15), document, drawings, theme)],
    ['150-slides.pptx', await renderDeck(charts(150), document, drawings, theme)],
    ['1000-slides.pptx', await renderDeck(texts, document, drawings, theme)],
  ])
}
