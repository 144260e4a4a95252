import { describe, expect, test } from 'vitest'
import type { Observation } from '../../../src/dataset/types.ts'
import { formatDiagnostic } from '../../../src/diagnostic.ts'
import type { Block, TableCell } from '../../../src/document/types.ts'
import { layoutPages } from '../../../src/layout/pages/pages.ts'
import { pageStyles } from '../../../src/layout/text/styles.ts'
import type { Page } from '../../../src/layout/types.ts'
import { getLocale } from '../../../src/locale/get-locale.ts'
import {
  at,
  chart,
  fonts,
  getDocument,
  heading,
  lineTexts,
  list,
  locale,
  numbersTable,
  paragraph,
  table,
  texts,
  theme,
  words,
} from '../stage.ts'

const prose = (sentences: number): string =>
  'The number of people who use the internet rose again over the year. '.repeat(sentences).trim()

const getPages = (...blocks: Block[]): Page[] => {
  const { value, diagnostics } = layoutPages(getDocument('briefing', ...blocks), { theme, fonts, locale })
  if (!value) throw new Error(diagnostics.map(formatDiagnostic).join('\n'))
  return value
}

const numbered = (number: number) => ({ id: `n${number}`, number })

const getBottom = (page: Page): number => page.height - theme.page.margin.bottom

function expectInside(pages: readonly Page[]): void {
  for (const page of pages) {
    const body = page.items.filter((item) => item.role !== 'footer' && item.role !== 'artifact')
    expect(body.length, `page ${page.number} is blank`).toBeGreaterThan(0)
    for (const { box, name } of body) {
      expect(box.x, name).toBeGreaterThanOrEqual(theme.page.margin.left - 0.01)
      expect(box.x + box.width, name).toBeLessThanOrEqual(page.width - theme.page.margin.right + 0.01)
      expect(box.y + box.height, name).toBeLessThanOrEqual(getBottom(page) + 0.25)
    }
  }
}

describe('layoutPages', () => {
  test('begins with the title under the accent rule and numbers the pages', () => {
    const pages = getPages(heading(1, 'The internet'), ...Array.from({ length: 12 }, () => paragraph(prose(10))))
    expect(texts(pages[0] as Page).slice(0, 2)).toEqual(['An office  |  53rd edition', 'The internet'])
    expect(pages.map((page) => texts(page).at(-1))).toEqual(
      pages.map((_, index) => `Page\u00a0${index + 1} of\u00a0${pages.length}`),
    )
    expectInside(pages)
  })

  test('cuts a paragraph with at least two lines on either page, and loses no word', () => {
    for (let sentences = 1; sentences < 60; sentences += 3) {
      const text = prose(70)
      const pages = getPages(heading(1, 'T'), paragraph(prose(sentences)), paragraph(text))
      const parts = pages.flatMap((page) =>
        page.items.flatMap((item) =>
          item.type === 'text' ? item.paragraphs.filter((p) => p.runs[0]?.text === text) : [],
        ),
      )
      expect(parts.map((part) => lineTexts(part).join(' ')).join(' ')).toBe(text)
      for (const part of parts) expect(part.lines.length).toBeGreaterThanOrEqual(2)
      expect(new Set(parts.map((part) => part.tags.at(-1)?.id)).size).toBe(1)
      expectInside(pages)
    }
  })

  test('a line that leads to a list stands on the page where the list begins', () => {
    for (let sentences = 20; sentences < 60; sentences++) {
      const points = list(prose(2), prose(2), prose(2))
      const before = [heading(1, 'T'), paragraph(prose(sentences)), paragraph('The reasons are:')]
      const pages = getPages(...before, points, paragraph(prose(6)))
      const told = pages.map(texts).find((page) => page.includes('The reasons are:')) ?? []
      expect(told[told.indexOf('The reasons are:') + 1], `after ${sentences} sentences`).toMatch(/The number/)
    }
  })

  test('never leaves a heading at the foot of a page', () => {
    for (let sentences = 20; sentences < 60; sentences++) {
      const pages = getPages(heading(1, 'T'), paragraph(prose(sentences)), heading(2, 'Section'), paragraph(prose(8)))
      const page = pages.find((candidate) => texts(candidate).includes('Section'))
      const body = page?.items.filter((item) => item.role === 'body') ?? []
      expect(body.at(-1)?.name).not.toMatch(/^Section/)
      expectInside(pages)
    }
  })

  test('a chart that does not fit goes to the head of the next page, and text fills this one', () => {
    const pages = getPages(
      heading(1, 'T'),
      paragraph(prose(44)),
      chart('a.vl.json', { width: 400, height: 300 }),
      paragraph(prose(30)),
    )
    const charts = pages.map((page) => page.items.filter((item) => item.type === 'chart').length)
    expect(charts.slice(0, 2)).toEqual([0, 1])
    const last = pages[0]?.items.filter((item) => item.role === 'body').at(-1)
    expect((last?.box.y ?? 0) + (last?.box.height ?? 0)).toBeGreaterThan(
      getBottom(pages[0] as Page) - 3 * theme.page.baseline,
    )
    expect(pages[1]?.items.find((item) => item.type === 'chart')?.box.y).toBeCloseTo(theme.page.margin.top, 0)
    expectInside(pages)
  })

  test('charts that are set higher or lower to fill a page stay inside it, with their captions', () => {
    const captioned = (file: string): Block => ({ ...chart(file), caption: words('Netizens'), number: 1 })
    let resized = 0
    for (let sentences = 4; sentences < 40; sentences++) {
      const pages = getPages(
        heading(1, 'T'),
        captioned('a.vl.json'),
        paragraph(prose(sentences)),
        captioned('b.vl.json'),
        paragraph(prose(40)),
      )
      expectInside(pages)
      const heights = pages.flatMap(({ items }) =>
        items.filter(({ type }) => type === 'chart').map(({ box }) => box.height),
      )
      if (new Set(heights).size > 1) resized++
    }
    expect(resized).toBeGreaterThan(3)
  })

  test.each([
    [12, false],
    [4, true],
  ])('a chart with %i names down its side is set lower to fill a page: %s', (count, isLowered) => {
    const named = (file: string): Block => {
      const block = chart(file)
      const observations = Array.from({ length: count }, (_, at) => ({ series: `visits[${at}]` })) as Observation[]
      return { ...block, chart: { ...block.chart, parameters: { nameWidth: 40 }, observations } }
    }
    const aspects = Array.from({ length: 20 }, (_, sentences) =>
      getPages(
        heading(1, 'T'),
        named('a.vl.json'),
        paragraph(prose(sentences + 4)),
        named('b.vl.json'),
        paragraph(prose(40)),
      ),
    ).flatMap((pages) =>
      pages.flatMap(({ items }) =>
        items.flatMap(({ type, box }) => (type === 'chart' ? [box.height / box.width] : [])),
      ),
    )
    expect(Math.min(...aspects) < 0.41).toBe(isLowered)
  })

  test('a chart with a few lines of text below it stands on the foot, and they go above it', () => {
    let [atFoot, readBefore] = [0, 0]
    for (let sentences = 10; sentences < 60; sentences++) {
      const pages = getPages(
        heading(1, 'T'),
        paragraph(prose(sentences)),
        chart('a.vl.json'),
        ...Array.from({ length: 12 }, () => paragraph(prose(5))),
        // A last page of its own: filling it is no reason to end the chart's early.
        { type: 'pageBreak', place: at(9) },
        paragraph(prose(5)),
      )
      expectInside(pages)
      const page = pages.find(({ items }) => items.some(({ type }) => type === 'chart'))
      const figure = page?.items.find(({ type }) => type === 'chart')
      const end = figure ? figure.box.y + figure.box.height : 0
      const text = page?.items.filter(({ role }) => role === 'body') ?? []
      const below = text.filter(({ box }) => box.y > end).reduce((sum, { box }) => sum + box.height, 0)
      expect(
        below === 0 || below > 6 * theme.page.baseline,
        `${below} points below, ${sentences} sentences above`,
      ).toBe(true)
      if (figure && below === 0 && figure.box.y > 200) {
        atFoot++
        expect(end).toBeGreaterThan(getBottom(page as Page) - theme.page.baseline / 2)
        // It is read where it stands in the document: before the text that follows it there.
        const items = page?.items ?? []
        if (items.slice(items.indexOf(figure)).some((item) => text.includes(item))) readBefore++
      }
    }
    expect(atFoot).toBeGreaterThan(readBefore)
    expect(readBefore).toBeGreaterThan(2)
  })

  test('parts a table between rows, repeats its header as an artifact, and keeps one structure element', () => {
    const pages = getPages(heading(1, 'T'), table(120))
    const tables = pages.flatMap((page) => page.items.flatMap((item) => (item.type === 'table' ? [item] : [])))
    expect(tables.length).toBeGreaterThan(2)
    expect(tables.map((item) => item.rows[0]?.header)).toEqual(tables.map(() => true))
    expect(tables.map((item) => item.rows[0]?.cells[0]?.repeated === true)).toEqual(tables.map((_, index) => index > 0))
    expect(tables.flatMap((item) => item.rows.slice(1)).length).toBe(120)
    expect(new Set(tables.map((item) => item.tags[0]?.id)).size).toBe(1)
    expectInside(pages)
  })

  test('sets a footnote at the foot of the page that refers to it', () => {
    const reference: Block = {
      type: 'paragraph',
      children: [
        { type: 'text', value: 'Sales' },
        { type: 'noteReference', label: '1' },
      ],
      place: at(1),
    }
    const note: Block = { type: 'footnote', label: '1', children: [paragraph('On a comparable basis.')], place: at(9) }
    const pages = getPages(heading(1, 'T'), paragraph(prose(80)), reference, paragraph(prose(30)), note)
    const page = pages.find((candidate) => texts(candidate).some((text) => text === 'Sales1'))
    const item = page?.items.find(
      (candidate) => candidate.type === 'text' && candidate.paragraphs[0]?.anchor === 'note-1',
    )
    expect((item?.box.y ?? 0) + (item?.box.height ?? 0)).toBeCloseTo(getBottom(page as Page), 0)
    expectInside(pages)
  })

  test('a side heading stands beside its text, not above it', () => {
    const [page] = getPages(heading(1, 'T'), heading(2, 'S'), heading(3, 'Growth is slow'), paragraph(prose(6)))
    const side = page?.items.find((item) => item.name.startsWith('Growth is slow'))
    const text = page?.items.find(
      (item) => item.name.startsWith('Text') && item.type === 'text' && item.box.x > (side?.box.x ?? 0) + 10,
    )
    const baselines = [side, text].map((item) => item?.type === 'text' && item.paragraphs[0]?.lines[0]?.baseline)
    expect(baselines[0]).toBeCloseTo(Number(baselines[1]), 6)
  })

  test('a page break starts a page; a section says its name in the running head', () => {
    const pages = getPages(
      heading(1, 'T'),
      paragraph('a'),
      { type: 'pageBreak', place: at(1) },
      heading(2, 'Method'),
      paragraph('b'),
    )
    expect(pages.length).toBe(2)
    expect(texts(pages[1] as Page)).toEqual([
      'A report',
      'Method',
      'Method',
      'b',
      '53rd edition  |  As of December 2023',
      'Page\u00a02 of\u00a02',
    ])
  })

  test('long titles are cut short in the running head, between words, and stay on one line', () => {
    const long = 'The internet in town and country, by age, by province and by what people use it for'
    const pages = layoutPages(
      {
        ...getDocument(
          'briefing',
          heading(1, 'T'),
          ...[long, '', long].flatMap((name) => [
            { type: 'pageBreak', place: at(1) } as const,
            ...(name ? [heading(2, name)] : []),
            paragraph(prose(3)),
          ]),
        ),
        title: `${long}: a report`,
      },
      { theme, fonts, locale },
    ).value
    const heads =
      pages?.[1]?.items.flatMap((item) => (item.type === 'text' && item.role === 'artifact' ? [item] : [])) ?? []
    expect(heads.map(({ paragraphs: [one] }) => one?.lines.length)).toEqual([1, 1])
    expect(heads.map(({ paragraphs: [one] }) => (one ? lineTexts(one)[0] : ''))).toEqual([
      'The internet in town and country, by age, by province and by…',
      'The internet in town and country, by age, by province and by…',
    ])
    const [inner, outer] = heads.map(({ box }) => box)
    expect((inner?.x ?? 0) + (inner?.width ?? 0)).toBeLessThan(outer?.x ?? 0)
  })

  test('contents in the margin stand beside the text that follows, each heading with its page', () => {
    const pages = getPages(
      heading(1, 'T'),
      heading(2, 'Findings'),
      { type: 'contents', depth: 2, inMargin: true, place: at(2) },
      list('One thing.', 'Another.', 'And a third.'),
      { type: 'pageBreak', place: at(1) },
      heading(2, 'Method'),
      paragraph('b'),
    )
    const [first] = pages
    const getBox = (words: string) =>
      first?.items.find(
        (item) => item.type === 'text' && item.paragraphs.some((one) => lineTexts(one).join(' ') === words),
      )?.box
    expect(getBox('Contents')?.y).toBe(getBox('One thing.')?.y)
    expect(getBox('Method 2')?.x).toBe(theme.page.margin.left)
    expectInside(pages)
  })

  test('contents under a heading of their own have it as their title, and do not list it', () => {
    const contents: Block = { type: 'contents', depth: 2, inMargin: false, place: at(2) }
    const [page] = getPages(
      heading(1, 'T'),
      heading(2, 'What is in it'),
      contents,
      heading(2, 'Findings'),
      paragraph('a'),
    )
    const said = page ? texts(page) : []
    expect(said.filter((text) => /^(?:Contents|What is in it)/.test(text))).toEqual(['What is in it'])
    expect(said).toContain('Findings 1')
    // Of a section with more in it, the heading is one of the entries.
    const [other] = getPages(heading(1, 'T'), heading(2, 'Summary'), contents, paragraph('a'), heading(2, 'Findings'))
    expect(other ? texts(other) : []).toEqual(expect.arrayContaining(['Contents', 'Summary', 'Summary 1']))
  })

  test('sources name runs of figures, tables and pages by their ends', () => {
    const source = {
      id: 'a',
      cite: 'An office, 2025',
      figures: [1, 2, 3, 5].map(numbered),
      tables: [1, 2].map(numbered),
    }
    const [page] = getPages(heading(1, 'T'), { type: 'sourceList', entries: [source], place: at(1) } as Block)
    expect(page ? texts(page) : []).toContain('Figures\u00a01–3, 5; Tables\u00a01, 2')
  })

  test('never parts the last item of a list from the others where there is room to move', () => {
    for (let sentences = 20; sentences < 70; sentences++) {
      const items = Array.from({ length: 5 }, (_, index) => `Item ${index}`)
      const pages = getPages(heading(1, 'T'), paragraph(prose(sentences)), list(...items), paragraph(prose(40)))
      const counts = pages.map((page) => texts(page).filter((text) => text.startsWith('Item')).length)
      expect(counts).not.toContain(1)
    }
  })

  test('leaves no entry or two of the contents to a page of their own', () => {
    for (let sections = 30; sections < 60; sections++) {
      const contents: Block = { type: 'contents', depth: 2, inMargin: false, place: at(1) }
      const pages = getPages(
        heading(1, 'T'),
        contents,
        { type: 'pageBreak', place: at(1) },
        ...Array.from({ length: sections }, (_, index) => heading(2, `Section ${index}`)).flatMap((section) => [
          section,
          paragraph(prose(3)),
        ]),
      )
      const entries = pages.map(
        ({ items }) =>
          items.filter((item) => item.type === 'text' && item.paragraphs[0]?.tags.some(({ type }) => type === 'TOCI'))
            .length,
      )
      expect(Math.min(...entries.filter((count) => count > 0)), `${sections} sections`).toBeGreaterThan(2)
    }
  })

  test('no break leaves a page blank: one at the end, or two together', () => {
    const pageBreak: Block = { type: 'pageBreak', place: at(1) }
    const pages = getPages(heading(1, 'T'), paragraph('a'), pageBreak, pageBreak, paragraph('b'), pageBreak)
    expect(pages.length).toBe(2)
    expectInside(pages)
  })

  test('what is higher than a page is an error with its line', () => {
    const { diagnostics } = layoutPages(
      getDocument('briefing', heading(1, 'T'), chart('a.vl.json', { width: 100, height: 300 })),
      { theme, fonts, locale },
    )
    expect(diagnostics.map(formatDiagnostic)).toEqual([
      'templates/deck.md.hbs:1:1: error: this is 229 points too high for a page\n  hint: shorten it, or part it',
    ])
  })

  test('a footnote stands at the foot wherever its reference is: in a box, a quote, a column, the margin', () => {
    const reference: Block = {
      type: 'paragraph',
      children: [...words('Sales'), { type: 'noteReference', label: '1' }],
      place: at(3),
    }
    const footnote: Block = { type: 'footnote', label: '1', children: [paragraph('Recounted.')], place: at(9) }
    const holders: Block[] = [
      { type: 'note', children: [reference], place: at(1) },
      { type: 'note', children: [reference], inMargin: true, place: at(1) },
      { type: 'quote', children: [reference], place: at(1) },
      { type: 'columns', columns: [[paragraph('One')], [reference]], place: at(1) },
      { type: 'list', ordered: false, start: 1, items: [[reference]], place: at(1) },
    ]
    for (const holder of holders) {
      const [page] = getPages(heading(1, 'T'), paragraph('Text.'), holder, footnote)
      const name = `${holder.type}: ${page ? texts(page).join(' | ') : ''}`
      expect(page && texts(page).filter((text) => text === 'Recounted.'), name).toEqual(['Recounted.'])
    }
  })

  test('a footnote or a side heading that is higher than a page is named itself', () => {
    const reference: Block = {
      type: 'paragraph',
      children: [...words('Sales'), { type: 'noteReference', label: '1' }],
      place: at(3),
    }
    const footnote: Block = { type: 'footnote', label: '1', children: [paragraph(prose(90), 9)], place: at(9) }
    const faults = [
      [reference, footnote],
      [heading(3, prose(40), 8), paragraph('Text.')],
    ].map(
      (blocks) =>
        layoutPages(getDocument('briefing', heading(1, 'T'), ...blocks), { theme, fonts, locale }).diagnostics,
    )
    expect(faults.map((told) => told.map(formatDiagnostic))).toEqual([
      [expect.stringMatching(/^templates\/deck\.md\.hbs:9:1: error: this is \d+ points too high for a page/)],
      [expect.stringMatching(/^templates\/deck\.md\.hbs:8:1: error: this is \d+ points too high for a page/)],
    ])
  })

  // Where no more of them waited than there is room for was not seen to, three hundred took half a minute, and a thousand had no end.
  test('hundreds of figures that follow each other without a word are laid out in their order', () => {
    const names = Array.from({ length: 400 }, (_, index) => `${index}.vl.json`)
    const pages = getPages(heading(1, 'T'), ...names.map((name) => chart(name)))
    const drawn = pages.flatMap((page) =>
      page.items.flatMap((item) => (item.type === 'chart' ? [item.chart.file] : [])),
    )
    expect(drawn).toEqual(names)
    expectInside(pages)
  })

  test('five hundred figures and a table of two thousand rows are laid out whole, with their contents', () => {
    const pages = getPages(
      heading(1, 'T'),
      { type: 'contents', depth: 2, inMargin: false, place: at(1) },
      ...Array.from({ length: 250 }, (_, index) => [
        heading(2, `Section ${index}`),
        paragraph(prose(20)),
        chart(`${index}.vl.json`),
        paragraph(prose(12)),
        chart(`${index}-b.vl.json`),
      ]).flat(),
      table(2000),
    )
    expect(pages.length).toBeGreaterThan(200)
    expect(pages.flatMap((page) => page.items.filter((item) => item.type === 'chart')).length).toBe(500)
    const rows = pages.flatMap((page) =>
      page.items.flatMap((item) => (item.type === 'table' ? item.rows.slice(1) : [])),
    )
    expect(rows.length).toBe(2000)
    expectInside(pages)
    // No page but those before the table and the last leaves more than a third white.
    const loose = pages.slice(0, -1).filter((page) => {
      const bottoms = page.items
        .filter(({ role }) => role !== 'footer' && role !== 'artifact')
        .map(({ box }) => box.y + box.height)
      return Math.max(...bottoms) < getBottom(page) - (page.height - 128) / 3
    })
    expect(loose.length).toBeLessThanOrEqual(1)
  })
})

describe('tables on pages', () => {
  test('a row that is bold throughout has a ground of its own', () => {
    const strong = (text: string) => ({ children: [{ type: 'strong' as const, children: words(text) }] })
    const plain = (text: string) => ({ children: words(text) })
    const block: Block = {
      type: 'table',
      align: ['left', 'right'],
      header: [strong('Branch'), strong('Visits')],
      rows: [
        [plain('Harbour'), plain('3')],
        [strong('Central'), strong('6')],
        [strong('Total'), plain('9')],
      ],
      place: at(1),
    }
    const item = getPages(heading(1, 'T'), block)[0]?.items.find((candidate) => candidate.type === 'table')
    const fills = item?.type === 'table' ? item.rows.map(({ cells }) => cells.map(({ fill }) => fill)) : []
    expect(fills).toEqual([
      [undefined, undefined],
      [undefined, undefined],
      ['panel', 'panel'],
      [undefined, undefined],
    ])
  })

  const numbers: Block = {
    type: 'table',
    align: ['left', 'right'],
    header: [{ children: words('A') }, { children: words('B') }],
    rows: ['97.5%', '8%', 'not stated'].map((text) => [{ children: words('x') }, { children: words(text) }]),
    place: at(1),
  }

  test('decimal points stand under each other', () => {
    const [page] = getPages(heading(1, 'T'), numbers)
    const item = page?.items.find((candidate) => candidate.type === 'table')
    const getEnd = (row: number): number => {
      const run = item?.type === 'table' ? item.rows[row]?.cells[1]?.paragraph.lines[0]?.runs.at(-1) : undefined
      return (run?.x ?? 0) + (run?.width ?? 0)
    }
    const size = pageStyles(theme).tableCell.size
    const tail = fonts.width('.5', { font: 'body', weight: 'regular', italic: false }, size)
    expect(getEnd(1) - getEnd(2)).toBeCloseTo(tail, 5)
    expect(getEnd(3)).toBeCloseTo(getEnd(1), 5)
  })

  test('the points of groups are no decimal points', () => {
    const rows = ['60.254', '4128'].map((text) => [{ children: words('x') }, { children: words(text) }])
    const { value } = layoutPages(getDocument('briefing', heading(1, 'T'), { ...numbers, rows }), {
      theme,
      fonts,
      locale: getLocale('es'),
    })
    const item = value?.[0]?.items.find((candidate) => candidate.type === 'table')
    const ends =
      item?.type === 'table' ? item.rows.slice(1).map(({ cells }) => cells[1]?.paragraph.lines[0]?.runs.at(-1)) : []
    const [one, other] = ends.map((run) => (run?.x ?? 0) + (run?.width ?? 0))
    expect(one).toBeCloseTo(other ?? 0, 5)
  })

  test('what is not stated is quieter than figures', () => {
    const item = getPages(heading(1, 'T'), numbers)[0]?.items.find((candidate) => candidate.type === 'table')
    const colors = item?.type === 'table' ? item.rows.map(({ cells }) => cells[1]?.paragraph.style.color) : []
    expect(colors.slice(1)).toEqual(['ink', 'ink', 'muted'])
  })

  test('figures of a table are set in one width', () => {
    const [page] = getPages(heading(1, 'T'), numbers)
    const item = page?.items.find((candidate) => candidate.type === 'table')
    const cells = item?.type === 'table' ? item.rows.flatMap((row) => row.cells) : []
    expect(cells.length).toBeGreaterThan(4)
    expect(cells.every(({ paragraph }) => paragraph.style.tabular)).toBe(true)
  })

  test('marks of status stand beyond the last digit, and figures stay under each other', () => {
    const cell = (text: string, mark?: string): TableCell => ({
      children: [
        {
          type: 'figure',
          text,
          observation: { key: 'k' } as Observation,
          mark: mark === undefined ? null : { text: mark, statuses: ['provisional'] },
        },
      ],
    })
    const marked: Block = {
      type: 'table',
      align: ['left', 'right'],
      header: [{ children: words('A') }, { children: words('B') }],
      rows: [
        [{ children: words('a') }, cell('96,400', '[p]')],
        [{ children: words('b') }, cell('1,200')],
      ],
      place: at(12),
    }
    const [page] = getPages(heading(1, 'T'), marked)
    const item = page?.items.find((candidate) => candidate.type === 'table')
    const rows = item?.type === 'table' ? item.rows.slice(1) : []
    const ends = rows.map(({ cells }) => {
      const run = cells[1]?.paragraph.lines[0]?.runs[0]
      return (run?.x ?? 0) + (run?.width ?? 0)
    })
    expect(ends[0]).toBeCloseTo(ends[1] ?? 0, 5)
  })

  test('a table wider than the page is set smaller, and no number is cut', () => {
    const [page] = getPages(heading(1, 'T'), numbersTable(12))
    const item = page?.items.find((candidate) => candidate.type === 'table')
    const cells = item?.type === 'table' ? item.rows.flatMap((row) => row.cells) : []
    expect(cells.map(({ paragraph }) => paragraph.lines.length)).toEqual(cells.map(() => 1))
    for (const { paragraph } of cells) {
      expect(paragraph.style.size).toBeGreaterThanOrEqual(7)
      expect(paragraph.style.size).toBeLessThan(pageStyles(theme).tableCell.size)
    }
    expectInside(page ? [page] : [])
  })

  test('one that would have to be too small to read is parted by its columns, each part with the heads of the rows', () => {
    const pages = getPages(heading(1, 'T'), { ...numbersTable(20), caption: words('Numbers'), number: 1 } as Block)
    const tables = pages.flatMap(({ items }) => items.filter((item) => item.type === 'table'))
    const heads = tables.map(({ rows }) => rows[0]?.cells.map(({ paragraph }) => lineTexts(paragraph).join(' ')))
    expect(heads.flatMap((row) => row?.slice(1))).toEqual(Array.from({ length: 19 }, (_, index) => `C${index + 1}`))
    expect(heads.map((row) => row?.[0])).toEqual(['C0', 'C0'])
    expect(new Set(tables.map(({ tags }) => tags.at(-1)?.id)).size).toBe(2)
    expectInside(pages)
  })

  test('one of long heads is parted no more often than its numbers need, its heads on two or three lines on their foot', () => {
    const long = (column: number) => words(column % 2 === 0 ? 'Switzerland and Liechtenstein' : 'Poland')
    const { header, ...rest } = numbersTable(15) as Extract<Block, { type: 'table' }>
    const heads = header.map((cell, column) => (column === 0 ? cell : { ...cell, children: long(column) }))
    const pages = getPages(heading(1, 'T'), { ...rest, header: heads } as Block)
    const tables = pages.flatMap(({ items }) => items.filter((item) => item.type === 'table'))
    expect(tables.length).toBe(2)
    for (const { rows } of tables) {
      const lines = rows[0]?.cells.slice(1).map(({ paragraph }) => paragraph.lines) ?? []
      expect(Math.max(...lines.map(({ length }) => length))).toBeGreaterThan(1)
      expect(new Set(lines.map((set) => set.at(-1)?.baseline.toFixed(1))).size).toBe(1)
    }
    expectInside(pages)
  })

  test('leaves no one or two last rows of a table to a page of their own where others can go with them', () => {
    for (let rows = 60; rows < 100; rows++) {
      const pages = getPages(
        heading(1, 'T'),
        paragraph(prose(8)),
        {
          ...table(rows),
          caption: words('U'),
          number: 1,
        } as Block,
        heading(2, 'Method'),
        paragraph(prose(60)),
      )
      const counts = pages.flatMap(({ items }) =>
        items.flatMap((item) => (item.type === 'table' ? [item.rows.length - 1] : [])),
      )
      expect(Math.min(...counts), `${rows} rows`).toBeGreaterThan(3)
    }
  })

  test('a parted table says that it is continued, to the eye only', () => {
    const pages = getPages(heading(1, 'T'), {
      ...table(120),
      caption: words('Users'),
      number: 1,
      id: 'table-users',
    } as Block)
    const captions = pages.flatMap((page) =>
      page.items.flatMap((item) => (item.type === 'text' && item.role === 'caption' ? item.paragraphs : [])),
    )
    expect(captions.map((paragraph) => lineTexts(paragraph).join(' '))).toEqual([
      'Table\u00a01. Users',
      ...captions.slice(1).map(() => 'Table\u00a01. Users (continued)'),
    ])
    expect(captions.map((paragraph) => paragraph.tags.length > 0)).toEqual(captions.map((_, index) => index === 0))
    expect(captions.length).toBeGreaterThan(2)
    expectInside(pages)
  })
})
