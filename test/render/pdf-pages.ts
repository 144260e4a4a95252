import type { Chart, Drawing } from '../../src/chart/types.ts'
import type { Document } from '../../src/document/types.ts'
import { openFonts } from '../../src/fonts/fonts.ts'
import type { Drawings } from '../../src/layout/drawings.ts'
import type {
  Box,
  ChartItem,
  Item,
  Page,
  Role,
  Run,
  SetParagraph,
  SetRun,
  TableItem,
  Tag,
  TextItem,
  TextStyle,
} from '../../src/layout/types.ts'
import { renderPdf } from '../../src/render/pdf.ts'
import { defaultTheme } from '../default-theme.ts'

/** The report's own theme and fonts. */
export const theme = defaultTheme()
export const fonts = openFonts(theme, '.')

const place = { file: 'templates/briefing.md.hbs', line: 1, column: 1 }

export const body: TextStyle = {
  font: 'body',
  size: 10,
  leading: 14,
  weight: 'regular',
  italic: false,
  color: 'ink',
  align: 'left',
}

/** Lines of runs, from a point down, as a layout would set them: each run right after the one before it. */
function setLines(lines: readonly (readonly Run[])[], x: number, top: number, style: TextStyle): SetParagraph['lines'] {
  return lines.map((runs, index) => {
    let left = x
    const placed = runs.map((run): SetRun => {
      const face = { font: style.font, weight: run.weight ?? style.weight, italic: run.italic ?? style.italic }
      const width = fonts.width(run.text, face, run.superscript ? style.size * 0.65 : style.size)
      left += width
      return { ...run, x: left - width, width }
    })
    return { baseline: top + style.leading * (index + 1) - 4, runs: placed }
  })
}

/** A paragraph of which `lines` are set; the text runs on between them with a space. */
export function paragraph(
  lines: readonly (string | readonly Run[])[],
  x: number,
  top: number,
  tags: Tag[],
  extras: Partial<SetParagraph> = {},
): SetParagraph {
  const style = extras.style ?? body
  const runs = lines.map((line) => (typeof line === 'string' ? [{ text: line }] : [...line]))
  return {
    style,
    runs: runs.flatMap((line, index) => (index === 0 ? line : [{ text: ' ' }, ...line])),
    lines: setLines(runs, x, top, style),
    spaceBefore: 0,
    tags,
    ...extras,
  }
}

export function textItem(name: string, paragraphs: SetParagraph[], extras: Partial<TextItem> = {}): TextItem {
  const role: Role = 'body'
  return {
    type: 'text',
    name,
    role,
    box: { x: 56, y: 64, width: 483, height: 14 },
    paragraphs,
    verticalAlign: 'top',
    ...extras,
  }
}

export function tableItem(id: string, rows: readonly string[][], x: number, y: number, repeated = false): TableItem {
  const columns = [160, 90, 90]
  const tags: Tag[] = [{ type: 'Table', id }]
  return {
    type: 'table',
    name: `Table ${id}`,
    role: 'table',
    box: { x, y, width: 340, height: rows.length * 20 },
    columns,
    rules: { header: { color: 'ink', width: 0.75 }, row: { color: 'rule', width: 0.1 } },
    alt: 'Users of applications, by application and year',
    tags,
    rows: rows.map((texts, index) => {
      const header = index === 0
      const isRepeated = header && repeated
      const row: Tag = { type: 'TR', id: `${id}-${texts[0]}` }
      return {
        header,
        height: 20,
        cells: texts.map((text, column) => {
          const heads = header ? ('Column' as const) : column === 0 ? ('Row' as const) : undefined
          const left = x + columns.slice(0, column).reduce((sum, width) => sum + width, 0)
          const own: Tag = { type: heads ? 'TH' : 'TD', id: `${row.id}-${column}`, scope: heads }
          return {
            box: { x: left, y: y + index * 20, width: columns[column] ?? 0, height: 20 },
            paragraph: paragraph([text], left + 4, y + index * 20 + 2, isRepeated ? [] : [...tags, row, own]),
            shift: 0,
            header: heads,
            repeated: isRepeated,
            fill: header ? ('panel' as const) : undefined,
          }
        }),
      }
    }),
  }
}

export function chartItem(box: Box, tags: Tag[] = [{ type: 'Figure', id: 'figure-1' }]): ChartItem {
  const chart = { file: 'charts/netizens.vl.json', language: 'en', alt: '', place } as unknown as Chart
  return {
    type: 'chart',
    name: 'Chart: netizens',
    role: 'chart',
    box,
    chart,
    alt: 'Bars: netizens rose to 1.092 billion.',
    tags,
  }
}

/** Three bars and a label with a no-break space, drawn as Vega draws. */
export const drawings: Drawings = () => {
  const drawing: Drawing = {
    texts: [],
    seen: [],
    width: 200,
    height: 100,
    svg: '<svg/>',
    paint: (context) => {
      context.fillStyle = theme.colors.accent
      for (const index of [0, 1, 2]) context.fillRect(index * 60, 80 - index * 20, 40, 20 + index * 20)
      context.fillStyle = theme.colors.ink
      context.font = '8px Arial'
      context.fillText('1.092\u00a0billion', 120, 30)
    },
  }
  return { drawing }
}

export function getPage(items: Item[], extras: Partial<Page> = {}): Page {
  return {
    number: 1,
    width: 595.28,
    height: 841.89,
    layout: 'page',
    title: 'A page',
    items,
    notes: [],
    place,
    ...extras,
  }
}

export const document: Document = {
  kind: 'briefing',
  language: 'en',
  title: 'Research & development <2023>',
  subtitle: '',
  author: 'An office',
  publisher: 'An office & its partner',
  subject: 'Figures',
  keywords: ['internet', 'R&D'],
  date: '2024-03-22',
  asOf: 'As of December 2023',
  edition: '53rd',
  blocks: [],
  sources: [],
}

export const date = new Date('2024-03-22T00:00:00Z')

export function render(pages: readonly Page[], extras: Partial<Document> = {}): Promise<Uint8Array> {
  return renderPdf(pages, { ...document, ...extras }, drawings, theme, fonts, { date })
}

const heading = (depth: 1 | 2 | 3, text: string, top: number, sect: Tag[]): TextItem =>
  textItem(text, [
    paragraph([text], 56, top, [...sect, { type: `H${depth}`, id: `h-${text}` }], {
      style: { ...body, font: 'heading', weight: 'bold', size: 22 - depth * 4, leading: 26 },
      anchor: text.toLowerCase().replaceAll(' ', '-'),
      outline: { text, depth },
    }),
  ])

const running = (page: number): Item[] => [
  textItem('Running head', [paragraph(['An office · Figures'], 56, 30, [])], { role: 'artifact' }),
  textItem('Page number', [paragraph([`Page ${page} of 2`], 56, 790, [])], { role: 'pageNumber' }),
  { type: 'rect', name: 'Foot rule', role: 'artifact', box: { x: 56, y: 785, width: 483, height: 0.1 }, fill: 'rule' },
]

/** Two pages with every kind of item, run and tag. */
export function everyItem(): Page[] {
  const sect: Tag[] = [{ type: 'Sect', id: 'sect-1' }]
  const list: Tag[] = [...sect, { type: 'L', id: 'list-1' }]
  const item = (index: number): Tag[] => [
    ...list,
    { type: 'LI', id: `li-${index}` },
    { type: 'LBody', id: `lb-${index}` },
  ]
  const inner: Tag[] = [
    ...item(1),
    { type: 'L', id: 'list-2' },
    { type: 'LI', id: 'li-2-1' },
    { type: 'LBody', id: 'lb-2-1' },
  ]
  const broken: Tag[] = [...sect, { type: 'P', id: 'broken' }]
  const all = [
    'The number of netizens rose from',
    '1.067 billion to 1.092 billion, a number',
    'that nobody had expected.',
  ]
  const runs = [{ text: all.join(' ') }]
  const head = ['Application', '2022', '2023']
  const first = getPage(
    [
      ...running(1),
      heading(1, 'Internet in China', 64, sect),
      textItem('Contents', [
        paragraph([[{ text: 'New users', href: '#new-users' }, { text: ' 2' }]], 56, 100, [
          ...sect,
          { type: 'TOC', id: 'toc' },
          { type: 'TOCI', id: 'toci-1' },
        ]),
      ]),
      heading(2, 'Netizens', 120, sect),
      textItem('Runs', [
        paragraph(
          [
            [
              { text: 'Bold, ', weight: 'bold' },
              { text: 'italic', italic: true },
              { text: ', a note' },
              { text: '1', superscript: true, href: '#note-1' },
              { text: ', 1.092\u00a0billion \u2212 4.4\u00a0pp, ' },
              { text: 'L’État', language: 'fr' },
              { text: ', see ' },
              { text: 'the page of the', href: 'https://example.org/a?b=1&c=(2)', color: 'accentText' },
            ],
            [
              { text: 'office', href: 'https://example.org/a?b=1&c=(2)', color: 'accentText' },
              { text: ' or ' },
              { text: 'write', href: 'mailto:office@example.org' },
              { text: '.' },
            ],
          ],
          56,
          150,
          [...sect, { type: 'P', id: 'p-1' }],
        ),
      ]),
      textItem('List', [
        paragraph(['First'], 70, 190, item(1), { marker: { text: '1.', x: 56, indent: 14, ordered: true } }),
        paragraph(['Inner'], 84, 204, inner, { marker: { text: '•', x: 70, indent: 14, ordered: false } }),
        paragraph(['Second'], 70, 218, item(2), { marker: { text: '2.', x: 56, indent: 14, ordered: true } }),
      ]),
      textItem('Caption', [
        paragraph(['Figure 1. Netizens'], 56, 240, [
          ...sect,
          { type: 'Figure', id: 'figure-1' },
          { type: 'Caption', id: 'c-1' },
        ]),
      ]),
      chartItem({ x: 56, y: 260, width: 200, height: 100 }, [...sect, { type: 'Figure', id: 'figure-1' }]),
      textItem(
        'Panel',
        [
          paragraph(['A remark set apart.'], 62, 372, [
            ...sect,
            { type: 'Note', id: 'remark' },
            { type: 'P', id: 'remark-p' },
          ]),
        ],
        { fill: 'panel', box: { x: 56, y: 370, width: 300, height: 24 } },
      ),
      textItem('Quote', [paragraph(['We expected it.'], 56, 400, [...sect, { type: 'BlockQuote', id: 'quote' }])]),
      tableItem('table-1', [head, ['Online video', '1.031', '1.067'], ['Travel', '', '0.509']], 56, 430),
      textItem('Broken', [{ ...paragraph(all.slice(0, 2), 56, 700, broken), runs }]),
      textItem('Footnote', [
        paragraph(
          [[{ text: '1', superscript: true }, { text: ' A note at the foot.' }]],
          56,
          750,
          [{ type: 'Note', id: 'n-1' }],
          {
            anchor: 'note-1',
          },
        ),
      ]),
      {
        type: 'rect',
        name: 'Frame',
        role: 'artifact',
        box: { x: 400, y: 260, width: 100, height: 100 },
        stroke: { color: 'rule', width: 0.1 },
      },
    ],
    { background: 'paper' },
  )
  const second = getPage(
    [
      ...running(2),
      textItem('Broken', [{ ...paragraph(all.slice(2), 56, 64, broken), runs }]),
      tableItem('table-1', [head, ['Government', '0.926', '0.973']], 56, 90, true),
      heading(2, 'New users', 160, sect),
      heading(3, 'Their first application', 190, sect),
      textItem('Back', [
        paragraph([[{ text: 'Back to ' }, { text: 'the start', href: '#internet-in-china' }, { text: '.' }]], 56, 220, [
          ...sect,
          { type: 'P', id: 'p-2' },
        ]),
      ]),
    ],
    { number: 2 },
  )
  return [first, second]
}
