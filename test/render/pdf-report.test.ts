import { describe, expect, test } from 'vitest'
import type { SlidesPerPage } from '../../src/document/formats.ts'
import { layoutHandout } from '../../src/layout/slides/handout.ts'
import type { Item, Page } from '../../src/layout/types.ts'
import { getLocale } from '../../src/locale/get-locale.ts'
import { renderPdf } from '../../src/render/pdf.ts'
import { composeReport, everyBlock } from '../built-report.ts'
import { getText } from '../layout/stage.ts'
import { type FoundElement, readObjects, readPdf } from '../pdf.ts'

const date = new Date('2026-02-10T00:00:00Z')

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/** An item's words as it prints them, line by line. */
const printed = (item: Item): string[] => {
  const paragraphs =
    item.type === 'text'
      ? item.paragraphs
      : item.type === 'table'
        ? item.rows.flatMap(({ cells }) => cells.map(({ paragraph }) => paragraph))
        : []
  return paragraphs.flatMap(({ lines }) => lines.map(({ runs }) => plain(runs.map(({ text }) => text).join(''))))
}

/** Elements of some type, in reading order, at any depth. */
const find = (element: FoundElement, type: string): FoundElement[] => [
  ...(element.type === type ? [element] : []),
  ...element.children.flatMap((child) => (typeof child === 'string' ? [] : find(child, type))),
]

const getWords = (element: FoundElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : getWords(child))).join('')

describe('the PDF of a briefing with every kind of block', async () => {
  const { pages, document, drawings, theme, fonts } = await composeReport(everyBlock, 'briefing')
  const bytes = await renderPdf(pages, document, drawings, theme, fonts, { date })
  const pdf = await readPdf(bytes)

  test('copies each line of each page as it was set', () => {
    expect(pdf.pages.length).toBe(pages.length)
    pages.forEach((page, index) => {
      const text = plain(pdf.pages[index]?.text ?? '')
      for (const line of page.items.flatMap(printed)) expect(text, `page ${index + 1}`).toContain(line)
    })
  })

  test('is read out in the order of the document', () => {
    pages.forEach((page, index) => {
      const root = pdf.pages[index]?.structure
      const read = plain(root ? getWords(root) : '').replaceAll(' ', '')
      let from = 0
      const tagged = page.items
        .flatMap((item) => (item.type === 'text' ? item.paragraphs : []))
        .filter(({ tags }) => tags.length > 0)
      for (const { lines } of tagged) {
        for (const { runs } of lines) {
          const words = plain(runs.map(({ text }) => text).join('')).replaceAll(' ', '')
          const at = read.indexOf(words, from)
          expect(at, `page ${index + 1}: ${words}`).toBeGreaterThanOrEqual(from)
          from = at + words.length
        }
      }
    })
  })

  test('has sections, a table of contents, captions inside figures and tables, and a note', () => {
    const roots = pdf.pages.flatMap(({ structure }) => structure ?? [])
    const count = (type: string): number => roots.flatMap((root) => find(root, type)).length
    expect(count('TOCI')).toBe(7)
    // A footnote, a side note, and what the marks mean on two pages.
    expect(count('Note')).toBe(4)
    expect(
      roots
        .flatMap((root) => find(root, 'Figure'))
        .map((figure) => plain(find(figure, 'Caption').map(getWords).join(''))),
    ).toEqual(['', 'Figure 1. Visits a year, all branches', 'Figure 2. The same visits, small'])
    expect(
      roots.flatMap((root) => find(root, 'Table')).map((table) => plain(getWords(find(table, 'Caption')[0] ?? table))),
    ).toEqual(['Table 1. Visits by branch', 'Table 2. Opening hours by month'])
  })

  test('has a bookmark for each heading', () => {
    expect(pdf.outline.map(({ title, children }) => [title, children.map((child) => child.title)])).toEqual([
      ['Larkhaven City Library & Archive in 2025', ['Visits', 'Readers', 'Opening hours', 'Definitions', 'Sources']],
    ])
  })

  test('links a number to its source, and the source back to the page', () => {
    const links = pdf.pages.flatMap((page, index) => page.links.map((link) => ({ ...link, page: index + 1 })))
    const toSource = links.find(({ contents }) => contents === '1.284\u00a0million')
    expect(toSource?.target?.page).toBe(pages.length)
    const back = links.filter(({ page, contents }) => page === pages.length && /^\d+$/.test(contents))
    expect(back.map(({ target }) => target?.page)).toContain(1)
  })

  test('embeds only the glyphs that it uses, and is small', () => {
    expect(bytes.length).toBeLessThan(60_000)
    const names = readObjects(bytes).flatMap((object) => object.match(/\/BaseFont \/([\w+-]+)/)?.[1] ?? [])
    expect(names.length).toBeGreaterThan(0)
    for (const name of names) expect(name).toMatch(/^[A-Z]{6}\+/)
  })
})

describe('slides on paper', async () => {
  const deck = await composeReport(everyBlock, 'deck')
  const { pages: slides, document, drawings, theme, fonts } = deck
  const locale = getLocale('en')

  const handout = (perPage: SlidesPerPage) => {
    const { value } = layoutHandout(slides, document, { theme, fonts, locale }, perPage)
    if (!value) throw new Error('no handout')
    return value
  }

  const titlesOn = (page: Page): string[] =>
    page.items.flatMap((item) => (item.type === 'text' && item.role === 'title' ? item.paragraphs.map(getText) : []))

  test.each([
    [1, [1, 1, 1, 1, 1], 'upright'],
    [2, [2, 2, 1], 'upright'],
    [3, [3, 2], 'upright'],
    [4, [4, 1], 'lying'],
    [6, [5], 'upright'],
    [9, [5], 'lying'],
  ] as const)('%i to a page', (perPage, counts, lies) => {
    const pages = handout(perPage)
    expect(pages.map((page) => titlesOn(page).length)).toEqual(counts)
    expect(pages.map(({ width, height }) => (width < height ? 'upright' : 'lying'))).toEqual(pages.map(() => lies))
    for (const page of pages) {
      for (const { box, name } of page.items) {
        expect(box.x, name).toBeGreaterThanOrEqual(-0.01)
        expect(box.x + box.width, name).toBeLessThanOrEqual(page.width + 0.01)
        expect(box.y + box.height, name).toBeLessThanOrEqual(page.height + 0.01)
      }
    }
  })

  test('one to a page has its notes below; three have lines beside', () => {
    const text = handout(1).map((page) => page.items.flatMap(printed).join(' '))
    expect(text[0]).toContain('Greet everyone.')
    expect(handout(3)[0]?.items.filter(({ name }) => name === 'Writing line').length).toBeGreaterThan(10)
  })

  test("the presenter's notes stand beside their slide", () => {
    const { value } = layoutHandout(slides, document, { theme, fonts, locale }, 'notes')
    const [first] = value ?? []
    const notes = first?.items.find((item) => printed(item).some((line) => line.includes('Greet everyone')))
    const [title] = first?.items.filter(({ role }) => role === 'title') ?? []
    expect(notes && title && notes.box.x > title.box.x + title.box.width).toBe(true)
  })

  test('text is that of the slides, real and copied right, charts are their drawings smaller', async () => {
    const pages = handout(6)
    const drawn = new Set<string>()
    const bytes = await renderPdf(
      pages,
      document,
      (item) => {
        drawn.add(item.name)
        return drawings(item)
      },
      theme,
      fonts,
      { date },
    )
    const pdf = await readPdf(bytes)
    const text = plain(pdf.pages.map((page) => page.text).join(' '))
    for (const slide of slides) for (const line of slide.items.flatMap(printed)) expect(text).toContain(line)
    expect(drawn.size).toBeGreaterThan(0)
    const [label] = pdf.pages[0]?.texts.filter((found) => found.text.includes('611,000')) ?? []
    expect(label?.text).toContain('611,000')
    expect(label?.x).toBeLessThan(pages[0]?.width ?? 0)
  })
})
