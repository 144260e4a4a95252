import { describe, expect, test } from 'vitest'
import { formatDiagnostic } from '../../../src/diagnostic.ts'
import type { LayoutName } from '../../../src/document/layout-names.ts'
import type { Block, Inline, KeyFigures } from '../../../src/document/types.ts'
import { layoutSlides } from '../../../src/layout/slides/slides.ts'
import type { Item, Page } from '../../../src/layout/types.ts'
import {
  at,
  chart,
  fonts,
  getDocument,
  getText,
  getTextItem,
  heading,
  lineTexts,
  list,
  locale,
  paragraph,
  table,
  theme,
  words,
} from '../stage.ts'

const layout = (...blocks: Block[]) => layoutSlides(getDocument('deck', ...blocks), { theme, fonts, locale })

function getPage(...blocks: Block[]): Page {
  const { value, diagnostics } = layout(heading(1, 'Cover'), ...blocks)
  const page = value?.[1]
  if (!page) throw new Error(diagnostics.map(formatDiagnostic).join('\n'))
  return page
}

const options = (layout: LayoutName, section?: string): Block => ({
  type: 'slideOptions',
  layout,
  section,
  place: at(3),
})
const paragraphOf = (...children: Inline[]): Block => ({ type: 'paragraph', children, place: at(2) })
const columns = (...given: Block[][]): Block => ({ type: 'columns', columns: given, place: at(4) })
const bodies = (page: Page) => page.items.filter((item) => item.role === 'body')
const getSizes = (items: readonly Item[]) =>
  items.flatMap((item) => (item.type === 'text' ? item.paragraphs.map(({ style }) => style.size) : []))
const getRules = (page: Page) =>
  page.items.filter((item) => item.type === 'rect' && item.box.y > 20 && item.box.y < 500)

const oneFigure: KeyFigures = {
  type: 'keyFigures',
  figures: [
    { value: words('1.284 million'), label: words('Visits'), change: words('up 7%'), observation: {} as never },
  ],
  place: at(5),
}

describe('layouts', () => {
  test('one key figure is a big number, with a chart at its right and a line below', () => {
    const alone = getPage(heading(1, 'A'), oneFigure)
    const beside = getPage(heading(1, 'A'), oneFigure, paragraph('Counted at the doors.'), chart('a.vl.json'))
    expect([alone.layout, beside.layout]).toEqual(['big-number', 'big-number'])
    const [value = 0] = getSizes(alone.items.filter(({ role }) => role === 'keyFigure'))
    expect(value).toBeGreaterThan(theme.slide.keyFigure * 2)
    const figure = beside.items.find(({ role }) => role === 'keyFigure')
    const picture = beside.items.find(({ role }) => role === 'chart')
    expect(picture?.box.x).toBeGreaterThan((figure?.box.x ?? 0) + (figure?.box.width ?? 0))
    expect(bodies(beside)[0]?.box.y).toBeGreaterThan(figure?.box.y ?? 0)
  })

  test('a few key figures are set larger, many as the theme has them', () => {
    const cards = (count: number): Block => {
      const [figure] = oneFigure.type === 'keyFigures' ? oneFigure.figures : []
      return { ...oneFigure, figures: Array.from({ length: count }, () => figure) } as Block
    }
    const [three = 0, nine = 0] = [3, 9].map(
      (count) => getSizes(getPage(heading(1, 'A'), cards(count)).items.filter(({ role }) => role === 'keyFigure'))[0],
    )
    expect(three).toBeGreaterThan(theme.slide.keyFigure * 1.2)
    expect(nine).toBeLessThanOrEqual(theme.slide.keyFigure)
  })

  test('key figures stand in one row over a chart, which takes the height below them', () => {
    const [figure] = oneFigure.type === 'keyFigures' ? oneFigure.figures : []
    const page = getPage(heading(1, 'A'), { ...oneFigure, figures: Array(4).fill(figure) } as Block, chart('a.vl.json'))
    expect(page.layout).toBe('key-figures')
    const cards = page.items.filter(({ role }) => role === 'keyFigure')
    expect(new Set(cards.map(({ box }) => box.y)).size).toBe(1)
    const picture = page.items.find(({ role }) => role === 'chart')?.box
    expect(picture?.y).toBeGreaterThan(Math.max(...cards.map(({ box }) => box.y + box.height)))
    expect(picture?.height).toBeGreaterThan(theme.slide.height * 0.4)
  })

  test('a small table by itself is set larger, a long one as the theme has it', () => {
    const sizeOf = (rows: number) => {
      const set = getPage(heading(1, 'A'), table(rows)).items.find(({ type }) => type === 'table')
      return set?.type === 'table' ? set.rows.at(-1)?.cells[0]?.paragraph.style.size : undefined
    }
    expect(sizeOf(3)).toBeCloseTo(theme.slide.subtitle * 1.3)
    expect(sizeOf(9)).toBe(theme.slide.subtitle)
  })

  test('a table beside a chart is set larger where it has room, in a wider half, its rows let out', () => {
    const page = getPage(heading(1, 'A'), chart('a.vl.json'), table(3))
    const [picture, set] = ['chart', 'table'].map((kind) => page.items.find(({ type }) => type === kind))
    expect(picture?.box.width).toBeLessThan(theme.slide.width * 0.53)
    const cell = set?.type === 'table' ? set.rows.at(-1)?.cells[0]?.paragraph.style : undefined
    expect(cell?.size).toBeGreaterThan(theme.slide.subtitle * 1.15)
    expect((set?.box.height ?? 0) / 4).toBeGreaterThan((cell?.size ?? 0) * 2)
  })

  test('few words beside a chart, and below a big number, are set as much larger as they leave room', () => {
    const sizeOf = (count: number, ...before: Block[]) => {
      const page = getPage(heading(1, 'A'), ...before, paragraph('Some words. '.repeat(count)), chart('a.vl.json'))
      return getSizes(bodies(page))[0]
    }
    const { body } = theme.slide
    expect([4, 20, 24].map((count) => sizeOf(count))).toEqual([Math.round(body * 1.22), Math.round(body * 1.12), body])
    expect([2, 22].map((count) => sizeOf(count, oneFigure))).toEqual([Math.round(body * 1.22), body])
  })

  test('a chart is wider beside words so few that a narrower column holds them as large', () => {
    const widthOf = (count: number) => {
      const page = getPage(heading(1, 'A'), paragraph('Some words. '.repeat(count)), chart('a.vl.json'))
      return page.items.find(({ type }) => type === 'chart')?.box.width ?? 0
    }
    const [few, more, many] = [4, 19, 24].map(widthOf)
    expect(more).toBe(many)
    expect(few).toBeGreaterThan((many ?? 0) * 1.05)
  })

  test('words are set smaller rather than cut: in a title, in columns, on cards', () => {
    const long = 'Kinderbetreuungseinrichtungen'
    const lines = (...blocks: Block[]) =>
      getPage(...blocks).items.flatMap((item) =>
        item.type === 'text'
          ? item.paragraphs.flatMap((one) =>
              one.lines.map(({ runs }) =>
                runs
                  .map(({ text }) => text)
                  .join('')
                  .trim(),
              ),
            )
          : [],
      )
    const column = [paragraph(long), paragraph('Kurz.')]
    const three = lines(heading(1, 'A'), options('three-columns'), columns(column, column, column))
    expect(three.filter((line) => line === long)).toHaveLength(3)
    const figures = oneFigure.figures.flatMap((figure) =>
      ['Visits', long, 'Loans'].map((label) => ({ ...figure, label: words(label) })),
    )
    expect(lines(heading(1, 'A'), { ...oneFigure, figures })).toContain(long)
    const wide = 'Haushaltsrechnungsstatistiküberwachungsverordnungswerk'
    expect(lines(heading(1, wide), paragraph('Words.'))).toContain(wide)
    // An address may be cut, and text is as large as without it.
    const sizesOf = (text: string) => getSizes(bodies(getPage(heading(1, 'A'), paragraph(text))))
    expect(sizesOf(`See ${'x1'.repeat(60)}.`)).toEqual(sizesOf('See here.'))
  })

  test('a table of few rows is set smaller rather than parted, a longer one is parted', () => {
    const large = { ...theme, slide: { ...theme.slide, subtitle: 26 } }
    const sizesOf = (rows: number) =>
      (
        layoutSlides(getDocument('deck', heading(1, 'Cover'), heading(1, 'A'), table(rows)), {
          theme: large,
          fonts,
          locale,
        }).value ?? []
      )
        .flatMap(({ items }) => items.flatMap((item) => (item.type === 'table' ? [item] : [])))
        .map((item) => item.rows.at(-1)?.cells[0]?.paragraph.style.size)
    const [whole, ...others] = sizesOf(10)
    expect(others).toEqual([])
    expect(whole).toBeLessThan(26)
    expect(whole).toBeGreaterThanOrEqual(large.slide.small)
    const parted = sizesOf(17)
    expect(parted.length).toBeGreaterThan(1)
    expect(new Set(parted)).toEqual(new Set([26]))
  })

  test('charts over words in two columns are of one height, the words below start at one line', () => {
    const page = getPage(
      heading(1, 'A'),
      columns([chart('a.vl.json'), paragraph('Few.')], [chart('b.vl.json'), paragraph('Many words. '.repeat(20))]),
    )
    const [one, other] = page.items.filter(({ role }) => role === 'chart').map(({ box }) => box.height)
    expect(one).toBeCloseTo(other ?? 0)
    const [few, many] = bodies(page).map(({ box }) => box.y)
    expect(few).toBeCloseTo(many ?? 0)
  })

  test('a big number is less large where its words need the room, down to a least size', () => {
    const [figure] = oneFigure.type === 'keyFigures' ? oneFigure.figures : []
    const short = { ...oneFigure, figures: [{ ...figure, value: words('30%') }] } as Block
    const sizes = Array.from({ length: 14 }, (_, lines) => {
      const text = paragraph('Counted at the doors of all branches. '.repeat(lines + 1))
      const { value } = layout(heading(1, 'Cover'), heading(1, 'A'), short, text, chart('a.vl.json'))
      return value ? getSizes((value[1]?.items ?? []).filter(({ role }) => role === 'keyFigure'))[0] : undefined
    })
    const set = sizes.flatMap((size) => size ?? [])
    expect(set).toEqual(set.toSorted((one, other) => other - one))
    expect(set[0]).toBeCloseTo(theme.slide.keyFigure * 2.2)
    expect(set.at(-1)).toBeLessThan(theme.slide.keyFigure * 2)
    expect(set.at(-1)).toBeGreaterThanOrEqual(theme.slide.keyFigure * 1.6 - 0.1)
    expect(sizes.at(-1)).toBeUndefined()
  })

  test('a cover is no field of bright colour in a theme for dark rooms', () => {
    const [paper, ink] = [theme.colors.ink, theme.colors.paper]
    const dark = { ...theme, colors: { ...theme.colors, paper, ink } }
    const grounds = [theme, dark].map(
      (one) => layoutSlides(getDocument('deck', heading(1, 'Cover')), { theme: one, fonts, locale }).value?.[0],
    )
    expect(grounds.map((page) => page?.background)).toEqual(['accent', 'panel'])
    expect(grounds.map((page) => page && getTextItem(page, 'title')?.paragraphs[0]?.style.color)).toEqual([
      'onAccent',
      'ink',
    ])
  })

  test('columns stand beside each other under rules, their words of one size', () => {
    const long = list(...Array.from({ length: 4 }, (_, index) => `Point ${index}, which says something at length`))
    const three = getPage(heading(1, 'A'), columns([paragraph('Few')], [long], [paragraph('words')]))
    expect(three.layout).toBe('three-columns')
    expect(getRules(three)).toHaveLength(3)
    expect(new Set(getSizes(bodies(three))).size).toBe(1)
    const figures = getPage(heading(1, 'A'), columns([oneFigure], [oneFigure], [oneFigure]))
    expect(getRules(figures)).toHaveLength(3)
    const two = getPage(heading(1, 'A'), options('comparison'), columns([paragraph('Before')], [paragraph('After')]))
    const [before, after] = bodies(two)
    expect(before?.box.y).toBe(after?.box.y)
    expect(after?.box.x).toBeGreaterThan(theme.slide.width / 2)
    expect(getSizes(bodies(two))).toEqual([24, 24])
  })

  test('an agenda marks the section in which it stands', () => {
    const contents = { ...list('Visits', 'Loans'), isContents: true } as Block
    const weights = (page: Page) =>
      getTextItem(page, 'body').paragraphs.map((paragraph) => [
        getText(paragraph),
        paragraph.runs[0]?.weight === 'bold',
      ])
    const start = getPage(heading(1, 'A'), contents)
    const inside = getPage(heading(1, 'A'), options('agenda', 'Loans'), contents)
    expect(start.layout).toBe('agenda')
    expect(weights(start)).toEqual([
      ['Visits', false],
      ['Loans', false],
    ])
    expect(weights(inside)).toEqual([
      ['Visits', false],
      ['Loans', true],
    ])
    expect(getRules(inside)).toHaveLength(getRules(start).length + 1)
  })

  test('events of a timeline stand at even steps, each in a text of its own', () => {
    const page = getPage(heading(1, 'A'), options('timeline'), list('One', 'Two', 'Three'))
    const [a = 0, b = 0, c = 0] = bodies(page).map(({ box }) => box.x)
    expect(c - b).toBeCloseTo(b - a, 3)
    expect(
      layout(heading(1, 'A'), options('timeline'), list('Alone')).diagnostics.map(({ message }) => message),
    ).toEqual(['too few or too many events for a timeline: 1'])
  })

  test('the time of an event stands in a line of its own', () => {
    const event = (when: string, what: string) =>
      paragraphOf({ type: 'strong', children: words(when) }, ...words(` ${what}`))
    const events = [event('May:', 'Doors open'), event('June:', 'Doors shut')].map((one) => [one])
    const page = getPage(heading(1, 'A'), options('timeline'), { ...list('x'), items: events } as Block)
    const lines = bodies(page).flatMap((item) => (item.type === 'text' ? item.paragraphs.map(lineTexts) : []))
    expect(lines).toEqual([
      ['May:', 'Doors open'],
      ['June:', 'Doors shut'],
    ])
  })

  test('links on a ground of the accent are as light as the words around them', () => {
    const link = paragraphOf({ type: 'link', href: 'https://example.org', children: words('example.org') })
    const page = getPage(heading(1, 'A'), options('back'), link)
    const runs = page.items.flatMap((item) => (item.type === 'text' ? item.paragraphs.flatMap((one) => one.runs) : []))
    expect(runs.find(({ href }) => href)?.color).toBe('onAccent')
  })

  test('a statement stands on paper, an appendix on a quiet ground, the back on the accent, none with a foot', () => {
    const grounds = (['statement', 'appendix', 'back'] as const).map((name) => {
      const page = getPage(heading(1, 'A'), options(name), heading(2, 'Words'))
      expect(page.items.some(({ role }) => role === 'pageNumber')).toBe(false)
      return page.background
    })
    expect(grounds).toEqual(['paper', 'panel', 'accent'])
  })

  test('five slides of one layout in a row are a warning at the fifth', () => {
    const run = (count: number) =>
      Array.from({ length: count }, (_, index) => [heading(1, `Slide ${index}`), list('x')]).flat()
    expect(layout(heading(1, 'Cover'), ...run(4)).diagnostics).toEqual([])
    expect(layout(heading(1, 'Cover'), ...run(6)).diagnostics.map(formatDiagnostic)).toEqual([
      expect.stringMatching(
        /^templates\/deck.md.hbs:\d+:1: warning: 6 slides of one layout in a row: text\n {2}hint: /,
      ),
    ])
  })
})
