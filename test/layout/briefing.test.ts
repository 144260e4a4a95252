import { describe, expect, test } from 'vitest'
import type { Item, Page } from '../../src/layout/types.ts'
import { composeReport, everyBlock } from '../built-report.ts'
import { getText } from './stage.ts'

const { pages, theme } = await composeReport(everyBlock, 'briefing')

const round = (points: number): number => Math.round(points * 10) / 10

/** `56, 64  483.3 × 32.3  title  Larkhaven City…`, a line for each item. */
const outline = ({ number, items }: Page): string =>
  [`page ${number}`, ...items.map((item) => `  ${place(item)}  ${item.role}  ${words(item)}`)].join('\n')

const place = ({ box: { x, y, width, height } }: Item): string =>
  `${round(x)}, ${round(y)}  ${round(width)} × ${round(height)}`

const words = (item: Item): string => {
  if (item.type === 'text') return item.paragraphs.map(getText).join(' ').slice(0, 32)
  return item.type === 'table' ? `${item.rows.length} rows` : item.type
}

/** Without rules and running lines. */
const getBody = ({ items }: Page): Item[] => items.filter(({ role }) => role !== 'artifact' && role !== 'footer')

const textItems = (page: Page) => page.items.flatMap((item) => (item.type === 'text' ? [item] : []))

const paragraphs = pages.flatMap((page) => textItems(page).flatMap((item) => item.paragraphs))

describe('a briefing with every kind of block', () => {
  test('stands where it stood, in points', () => {
    expect(pages.map(outline).join('\n')).toMatchSnapshot()
  })

  test('keeps every item inside the margins', () => {
    for (const page of pages) {
      for (const { box, name } of getBody(page)) {
        expect(box.x, name).toBeGreaterThanOrEqual(theme.page.margin.left - 0.01)
        expect(box.x + box.width, name).toBeLessThanOrEqual(page.width - theme.page.margin.right + 0.01)
        expect(box.y + box.height, name).toBeLessThanOrEqual(page.height - theme.page.margin.bottom + 0.25)
      }
    }
  })

  test('has its running text on one grid of half lines: in two columns, in lists, on facing pages', async () => {
    const { baseline, margin } = theme.page
    const bound = await composeReport(everyBlock, 'briefing', (own) => ({ ...own, page: { ...own.page, binding: 20 } }))
    const lines = [...pages, ...bound.pages].flatMap((page) =>
      textItems(page)
        .flatMap(({ paragraphs }) => paragraphs)
        .filter(({ style }) => style.size === theme.page.body && style.leading === baseline)
        .flatMap((paragraph) => paragraph.lines.map((line) => (line.baseline - margin.top) / (baseline / 2))),
    )
    const first = lines[0] ?? 0
    expect(lines.length).toBeGreaterThan(40)
    for (const line of lines) expect(line - first).toBeCloseTo(Math.round(line - first), 6)
  })

  test('gives each heading in the contents the page that it stands on', () => {
    const getPage = (anchor: string): number =>
      pages.find((page) => textItems(page).some(({ paragraphs }) => paragraphs.some((one) => one.anchor === anchor)))
        ?.number ?? 0
    const entries = paragraphs.filter(({ tags }) => tags.some(({ type }) => type === 'TOCI'))
    expect(entries.map((entry) => getText(entry).replace(/ \d+$/, ''))).toEqual([
      'Visits',
      'The way back',
      'By branch',
      'Readers',
      'Opening hours',
      'Definitions',
      'Sources',
    ])
    for (const entry of entries) {
      const target = entry.runs[0]?.href?.slice(1) ?? ''
      expect(getText(entry)).toMatch(new RegExp(` ${getPage(target)}$`))
    }
  })

  test('numbers notes in the order of their references, whatever they are called', () => {
    expect(
      paragraphs
        .filter(({ anchor }) => anchor?.startsWith('note-'))
        .map(({ anchor, marker }) => [anchor, marker?.text]),
    ).toEqual([['note-1', '1.']])
  })

  test('leads from a number to its source, and from the source to figures, tables and pages', () => {
    const [first] = paragraphs.flatMap(({ runs }) => runs.filter(({ observation }) => observation))
    expect(first).toMatchObject({ text: '1.284\u00a0million', href: '#source-annual-return' })
    const entry = paragraphs.findIndex(({ anchor }) => anchor === 'source-annual-return')
    const places = paragraphs[entry + 1]
    expect(places && getText(places)).toBe('Figures\u00a01, 2; Table\u00a01; Page\u00a01')
    expect(places?.runs.flatMap(({ href }) => href ?? [])).toEqual([
      '#figure-visits',
      expect.stringMatching(/^#figure-/),
      '#table-branches',
      '#page-1',
    ])
  })

  test('marks numbers by their status, and says at the foot of each page what its marks mean', () => {
    const byPage = pages.map((page) => {
      const runs = textItems(page).flatMap((item) =>
        item.paragraphs.flatMap(({ lines }) => lines.flatMap(({ runs }) => runs)),
      )
      const marks = new Set(runs.flatMap(({ text, statuses }) => (statuses ? [text] : [])))
      const legend = page.items.flatMap((item) => (item.name === 'Legend of marks' ? words(item) : []))
      return [[...marks].join(' '), legend.join('').replaceAll('\u00a0', ' ')]
    })
    expect(byPage).toEqual([
      ['[p] [e]', '[p] provisional, [e] estimated'],
      ['[e]', '[e] estimated'],
      ['', ''],
      ['', ''],
    ])
  })

  test('says that sums may fail only where they visibly do', () => {
    const noted = paragraphs.map(getText).filter((text) => text.includes('may not add up'))
    expect(noted).toEqual([
      'Source: Larkhaven City Library, annual return 2025; own calculations. Figures may not add up to totals because they are rounded',
    ])
  })

  test('keeps a table with its caption and source line on one page', () => {
    const page = pages.find(({ items }) => items.some(({ type }) => type === 'table'))
    const roles = page?.items.map(({ role }) => role) ?? []
    const table = roles.indexOf('table')
    expect(roles.slice(table - 1, table + 2)).toEqual(['caption', 'table', 'source'])
  })
})

describe('paper', () => {
  test('Letter pages hold it too', async () => {
    const letter = await composeReport(everyBlock, 'briefing', (own) => ({
      ...own,
      page: { ...own.page, size: 'Letter' },
    }))
    expect(new Set(letter.pages.map(({ width, height }) => `${width} × ${height}`))).toEqual(new Set(['612 × 792']))
    for (const page of letter.pages) {
      for (const { box, name } of getBody(page)) {
        expect(box.x + box.width, name).toBeLessThanOrEqual(612 - theme.page.margin.right + 0.01)
        expect(box.y + box.height, name).toBeLessThanOrEqual(792 - theme.page.margin.bottom + 0.25)
      }
    }
  })

  test('a binding moves odd pages to the right, and numbers to the outside', async () => {
    const bound = await composeReport(everyBlock, 'briefing', (own) => ({ ...own, page: { ...own.page, binding: 20 } }))
    const lefts = bound.pages.map((page) => Math.min(...getBody(page).map(({ box }) => box.x)))
    expect(lefts.slice(0, 3)).toEqual([76, 56, 76])
    const numberAt = (page: Page | undefined): number | undefined =>
      page?.items.find((item) => item.type === 'text' && item.paragraphs.some((one) => getText(one).startsWith('Page')))
        ?.box.x
    expect(numberAt(bound.pages[1])).toBe(56)
    expect(numberAt(bound.pages[2])).toBeGreaterThan(300)
  })
})
