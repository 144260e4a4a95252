import { describe, expect, test } from 'vitest'
import { formatDiagnostic } from '../../../src/diagnostic.ts'
import type { LayoutName } from '../../../src/document/layout-names.ts'
import type { Block, KeyFigure } from '../../../src/document/types.ts'
import { layoutSlides } from '../../../src/layout/slides/slides.ts'
import type { Page } from '../../../src/layout/types.ts'
import {
  at,
  chart,
  fonts,
  getDocument,
  getItem,
  getText,
  getTextItem,
  heading,
  list,
  locale,
  numbersTable,
  paragraph,
  table,
  texts,
  theme,
  words,
} from '../stage.ts'

const layout = (...blocks: Block[]) => layoutSlides(getDocument('deck', ...blocks), { theme, fonts, locale })

const getPages = (...blocks: Block[]): Page[] => {
  const { value, diagnostics } = layout(...blocks)
  if (!value) throw new Error(diagnostics.map(formatDiagnostic).join('\n'))
  return value
}

const getErrors = (...blocks: Block[]): string[] => layout(...blocks).diagnostics.map(formatDiagnostic)

const options = (name: LayoutName): Block => ({ type: 'slideOptions', layout: name, place: at(3) })

/** Every item lies on its slide, and no text lies on other text. */
function expectTidy(page: Page): void {
  for (const { box, name } of page.items) {
    expect(box.x, name).toBeGreaterThanOrEqual(0)
    expect(box.y, name).toBeGreaterThanOrEqual(0)
    expect(box.x + box.width, name).toBeLessThanOrEqual(page.width + 0.01)
    expect(box.y + box.height, name).toBeLessThanOrEqual(page.height + 0.01)
  }
  const solid = page.items.filter((item) => item.role !== 'artifact')
  for (const [index, a] of solid.entries()) {
    for (const b of solid.slice(index + 1)) {
      const apart =
        a.box.x + a.box.width <= b.box.x + 0.5 ||
        b.box.x + b.box.width <= a.box.x + 0.5 ||
        a.box.y + a.box.height <= b.box.y + 0.5 ||
        b.box.y + b.box.height <= a.box.y + 0.5
      expect(apart, `${a.name} and ${b.name} on slide ${page.number}`).toBe(true)
    }
  }
}

describe('layoutSlides', () => {
  test('each level-1 heading is a slide; a level-2 heading below it is its subtitle', () => {
    const pages = getPages(
      heading(1, 'Cover'),
      paragraph('An office'),
      heading(1, 'Growth slows'),
      heading(2, 'Users, million'),
      list('One', 'Two'),
    )
    expect(pages.map((page) => [page.number, page.layout, page.title])).toEqual([
      [1, 'title', 'Cover'],
      [2, 'text', 'Growth slows'],
    ])
    const second = pages[1] as Page
    expect(getText(getTextItem(second, 'subtitle').paragraphs[0] as never)).toBe('Users, million')
    expect(getTextItem(second, 'body').paragraphs.map((p) => [p.marker?.text, getText(p)])).toEqual([
      ['•', 'One'],
      ['•', 'Two'],
    ])
    expect(texts(second)).toEqual(expect.arrayContaining(['An office  |  53rd edition', 'As of December 2023']))
    for (const page of pages) expectTidy(page)
  })

  test('the content chooses the layout', () => {
    const pages = getPages(
      heading(1, 'A'),
      heading(1, 'B'),
      chart('a.vl.json'),
      heading(1, 'C'),
      chart('a.vl.json'),
      list('x'),
      heading(1, 'D'),
      chart('a.vl.json'),
      chart('b.vl.json'),
      heading(1, 'E'),
      table(3),
    )
    expect(pages.map((page) => page.layout)).toEqual(['title', 'chart', 'chart-and-text', 'two-charts', 'table'])
    for (const page of pages) expectTidy(page)
  })

  test('a chart fills the room between title and source', () => {
    const [page] = getPages(heading(1, 'A'), options('chart'), chart('a.vl.json'), {
      type: 'sourceLine',
      children: words('Source: an office'),
      place: at(1),
    })
    const box = getItem(page as Page, 'chart').box
    const source = getItem(page as Page, 'source').box
    expect(box.width).toBe(864)
    expect(source.y - box.y - box.height).toBeCloseTo(10, 0)
    expectTidy(page as Page)
  })

  test('text stands on the side that the template has it', () => {
    const [right] = getPages(heading(1, 'A'), options('chart-and-text'), chart('a.vl.json'), list('x'))
    const [left] = getPages(heading(1, 'A'), options('chart-and-text'), list('x'), chart('a.vl.json'))
    expect(getItem(right as Page, 'body').box.x).toBeGreaterThan(getItem(right as Page, 'chart').box.x)
    expect(getItem(left as Page, 'body').box.x).toBeLessThan(getItem(left as Page, 'chart').box.x)
  })

  test('footnotes stand at the foot of their slide, and leave its text as large as it is without them', () => {
    const text = paragraph('A small number of words.')
    const note: Block = { type: 'footnote', label: '1', children: [paragraph('Recounted.')], place: at(9) }
    const [alone] = getPages(heading(1, 'T'), options('text'), text)
    const [page] = getPages(heading(1, 'T'), options('text'), text, note)
    if (!page || !alone) throw new Error('no slide')
    expectTidy(page)
    const [own, foot] = page.items.filter(({ role }) => role === 'body')
    const size = (slide: Page) => getTextItem(slide, 'body').paragraphs[0]?.style.size
    expect(size(page)).toBe(size(alone))
    expect((foot?.box.y ?? 0) - (own?.box.y ?? 0)).toBeGreaterThan(page.height / 2)
  })

  test('text is set larger where it is little, smaller where it is much, then goes on on another slide, and none is lost', () => {
    const items = Array.from(
      { length: 30 },
      (_, index) => `Point ${index}: ${'some words that fill a line of the slide '.repeat(3)}`,
    )
    const few = getPages(heading(1, 'A'), options('text'), list(...items.slice(0, 4)))
    const many = getPages(heading(1, 'A'), options('text'), list(...items))
    expect(getTextItem(few[0] as Page, 'body').paragraphs[0]?.style.size).toBe(24)
    const some = getPages(heading(1, 'A'), options('text'), list(...items.slice(0, 6)))
    expect(getTextItem(some[0] as Page, 'body').paragraphs[0]?.style.size).toBe(18)
    expect(getTextItem(many[0] as Page, 'body').paragraphs[0]?.style.size).toBe(14)
    expect(many.map((page) => page.title)).toEqual(['A', 'A (continued)', 'A (continued 2)'].slice(0, many.length))
    expect(many.length).toBeGreaterThan(1)
    const all = many.flatMap((page) => texts(page)).join(' ')
    for (const item of items) expect(all).toContain(item.trim())
    for (const page of many) expectTidy(page)
  })

  const getCells = (page: Page | undefined) => {
    const item = page && getItem(page, 'table')
    return item?.type === 'table' ? item.rows.flatMap(({ cells }) => cells) : []
  }

  test('a table wider than the slide is set smaller, no number of it over two lines', () => {
    const [page] = getPages(heading(1, 'A'), numbersTable(13))
    const cells = getCells(page)
    expect(cells.map(({ paragraph }) => paragraph.lines.length)).toEqual(cells.map(() => 1))
    for (const { paragraph } of cells) {
      expect(paragraph.style.size).toBeGreaterThanOrEqual(theme.slide.small)
      expect(paragraph.style.size).toBeLessThan(theme.slide.subtitle)
    }
    if (page) expectTidy(page)
  })

  test('one that would need smaller type than the theme has on slides goes on to the next with its other columns', () => {
    const pages = getPages(heading(1, 'A'), numbersTable(15))
    expect(pages.map(({ title }) => title)).toEqual(['A', 'A (continued)'])
    const widths = pages
      .map((page) => getItem(page, 'table'))
      .map((item) => (item?.type === 'table' ? item.columns.length : 0))
    expect(widths).toEqual([8, 8])
    for (const page of pages) expectTidy(page)
  })

  test('rows whose heads leave no room for a column are an error with its line', () => {
    const long = words('W'.repeat(60))
    const wide: Block = {
      type: 'table',
      align: ['left', 'right'],
      header: [{ children: long, over: [long] }, { children: long }],
      rows: [[{ children: long, over: [long] }, { children: long }]],
      place: at(12),
    }
    expect(getErrors(heading(1, 'A'), wide)).toEqual([
      expect.stringMatching(
        /^templates\/deck\.md\.hbs:12:1: error: this table is \d+ points too wide\n.*labels of its rows/,
      ),
    ])
  })

  test('a number has room for what brings its decimal point under the others', () => {
    const rows = ['36.1306\u00a0million', 'over\u00a047\u00a0million'].map((number) => [
      { children: words('A name of a row that is so long that it must be broken at a space more than once') },
      { children: words(number) },
    ])
    const header = [{ children: words('Row') }, { children: words('Change') }]
    const [page] = getPages(heading(1, 'A'), { type: 'table', align: ['left', 'right'], header, rows, place: at(12) })
    const last = getCells(page).at(-1)
    const [run] = last?.paragraph.lines[0]?.runs ?? []
    expect(last?.shift).toBeGreaterThan(0)
    expect(run && last ? run.x - last.box.x : 0).toBeGreaterThanOrEqual(8)
  })

  test('a long table is parted evenly, its header repeated', () => {
    const pages = getPages(heading(1, 'A'), table(16))
    const tables = pages.map((page) => getItem(page, 'table')).map((item) => (item.type === 'table' ? item : undefined))
    expect(tables.map((item) => item?.rows.length)).toEqual([9, 9])
    expect(tables.map((item) => item?.rows[0]?.cells[0]?.repeated)).toEqual([undefined, true])
    for (const page of pages) expectTidy(page)
  })

  test('key figures are cards of one size, the arrow beside the word', () => {
    const figure = (value: string, direction: KeyFigure['direction'], good: boolean): KeyFigure =>
      ({ value: words(value), label: words('Label'), change: words(`${direction} 4`), direction, good }) as KeyFigure
    const [page] = getPages(heading(1, 'A'), {
      type: 'keyFigures',
      figures: [figure('1.092\u00a0billion', 'up', true), figure('15.4\u00a0trillion\u00a0yuan', 'down', false)],
      place: at(1),
    })
    const cards = (page as Page).items
      .filter((item) => item.role === 'keyFigure')
      .flatMap((item) => (item.type === 'text' ? [item] : []))
    expect(new Set(cards.map((card) => card.paragraphs[0]?.style.size)).size).toBe(1)
    expect(cards.map((card) => getText(card.paragraphs[2] as never))).toEqual(['▲ up 4', '▼ down 4'])
    expect(cards.map((card) => card.paragraphs[2]?.style.color)).toEqual(['good', 'bad'])
  })

  test.each([
    [3, [3]],
    [4, [2, 2]],
    [5, [3, 2]],
  ])('%i key figures stand in rows of %j', (count, rows) => {
    const figures = Array.from({ length: count }, (_, index) => ({
      value: words(String(index)),
      label: words(`Label ${index}`),
      change: [],
    })) as unknown as KeyFigure[]
    const [page] = getPages(heading(1, 'A'), { type: 'keyFigures', figures, place: at(1) })
    const tops = (page as Page).items.filter((item) => item.role === 'keyFigure').map((item) => item.box.y)
    expect([...new Set(tops)].map((top) => tops.filter((one) => one === top).length)).toEqual(rows)
  })

  test('what cannot be set is an error with its line: all of them at once', () => {
    const long =
      'A title that goes on and on and says everything that there is to say about the matter at hand, '.repeat(3)
    expect(getErrors(heading(1, long, 3), heading(1, 'B', 5), heading(1, 'B', 9), options('chart'), list('x'))).toEqual(
      [
        expect.stringMatching(/^templates\/deck.md.hbs:3:1: error: the title needs more than 3 lines: A title/),
        'templates/deck.md.hbs:9:1: error: the layout chart does not fit this slide: it has list\n  expected: a single chart\n  hint: leave the layout out, or name the one that fits: text',
      ],
    )
  })

  test('a date that is too long for its place stands in the footer; what fits nowhere at the foot is one error', () => {
    const feet = (given: Partial<ReturnType<typeof getDocument>>) => {
      const blocks = [heading(1, 'A'), list('x'), heading(1, 'B', 4), list('y')]
      return layoutSlides({ ...getDocument('deck', ...blocks), ...given }, { theme, fonts, locale })
    }
    const asOf = 'As of December 2023, or where that is not known of the last survey before it'
    const [page] = feet({ asOf }).value ?? []
    expect(texts(page as Page)).toContain(`An office  |  53rd edition  |  ${asOf}`)
    expect(texts(page as Page)).not.toContain(asOf)
    expect(feet({ edition: 'edition '.repeat(40).trim() }).diagnostics.map(formatDiagnostic)).toEqual([
      expect.stringMatching(
        /:1:1: error: too long for the foot of a slide: (edition ?)+\n {2}hint: say it in fewer words$/,
      ),
    ])
  })

  test('two slides of one title are an error', () => {
    expect(getErrors(heading(1, 'A', 1), list('x'), heading(1, 'A', 8), list('x'))[0]).toMatch(
      /:8:1: error: two slides have one title: A\n {2}hint: slide 1 \(line 1\)/,
    )
  })

  test('a character without a glyph is an error that names it', () => {
    expect(getErrors(heading(1, 'A'), options('text'), paragraph('Netizens 网民', 4))[0]).toMatch(
      /:4:1: error: the font has no glyph for: 网 \(U\+7F51\), 民 \(U\+6C11\)/,
    )
  })

  test('a thousand slides are laid out, each with its number', () => {
    const pages = getPages(
      ...Array.from({ length: 1000 }, (_, index) => [heading(1, `Slide ${index}`), list('x')]).flat(),
    )
    expect(pages.length).toBe(1000)
    expect(getText(getTextItem(pages[999] as Page, 'pageNumber').paragraphs[0] as never)).toBe('1000')
  })
})
