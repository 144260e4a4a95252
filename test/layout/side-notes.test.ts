import { describe, expect, test } from 'vitest'
import { formatDiagnostic } from '../../src/diagnostic.ts'
import type { Block } from '../../src/document/types.ts'
import { layoutPages } from '../../src/layout/pages/pages.ts'
import type { Page, SetParagraph, TextItem } from '../../src/layout/types.ts'
import { at, chart, fonts, getDocument, getText, heading, locale, paragraph, theme } from './stage.ts'

const prose = (sentences: number): string =>
  'The number of people who use the internet rose again over the year. '.repeat(sentences).trim()

const sideNote = (text: string, title?: string, line = 1): Block => ({
  type: 'note',
  title,
  children: [paragraph(text, line)],
  inMargin: true,
  place: at(line),
})

const layout = (blocks: readonly Block[], page: Partial<typeof theme.page> = {}) =>
  layoutPages(getDocument('briefing', ...blocks), {
    theme: { ...theme, page: { ...theme.page, ...page } },
    fonts,
    locale,
  })

function getPages(blocks: readonly Block[], page: Partial<typeof theme.page> = {}): Page[] {
  const { value, diagnostics } = layout(blocks, page)
  if (!value) throw new Error(diagnostics.map(formatDiagnostic).join('\n'))
  return value
}

const isNote = ({ tags }: SetParagraph): boolean => tags.some(({ type }) => type === 'Note')

const textItems = (page: Page): TextItem[] => page.items.flatMap((item) => (item.type === 'text' ? [item] : []))

const notesOn = (page: Page): TextItem[] => textItems(page).filter(({ paragraphs: [first] }) => first && isNote(first))

const getBaseline = (item: TextItem | undefined): number => item?.paragraphs[0]?.lines[0]?.baseline ?? 0

const getBottom = ({ box }: { box: { y: number; height: number } }): number => box.y + box.height

const getItem = (page: Page | undefined, text: string): TextItem | undefined =>
  page && textItems(page).find(({ paragraphs: [first] }) => first && getText(first).startsWith(text))

describe('a note in the margin', () => {
  test('stands beside its paragraph, small, its first line level with the text’s, and is read after it', () => {
    const [page] = getPages([
      heading(1, 'T'),
      paragraph(prose(5)),
      paragraph(`Netizens are many. ${prose(5)}`),
      sideNote('Residents who used the internet in the past half year.', 'Who counts'),
      paragraph(`After it. ${prose(2)}`),
    ])
    const text = getItem(page, 'Netizens are many')
    const title = getItem(page, 'Who counts')
    const note = getItem(page, 'Residents')
    expect(getBaseline(title)).toBeCloseTo(getBaseline(text), 2)
    expect(title?.box.x).toBe(theme.page.margin.left)
    expect((title?.box.x ?? 0) + (title?.box.width ?? 0)).toBeCloseTo((text?.box.x ?? 0) - theme.page.gutter)
    expect(note?.paragraphs[0]?.style.size).toBeLessThan(theme.page.body)
    expect(note?.paragraphs[0]?.tags.map(({ type }) => type)).toEqual(['Note', 'P'])
    const read = page ? textItems(page).map(({ paragraphs: [first] }) => (first ? getText(first).slice(0, 9) : '')) : []
    expect(read.slice(read.indexOf('Netizens '))).toEqual([
      'Netizens ',
      'Who count',
      'Residents',
      'After it.',
      '53rd edit',
      'Page\u00a01 of',
    ])
  })

  test('makes way for a side heading, for other notes and for what spans the page', () => {
    const [page] = getPages([
      heading(1, 'T'),
      heading(3, 'Growth is slow'),
      paragraph('Netizens are many.'),
      sideNote(prose(2), 'First'),
      sideNote(prose(2), 'Second'),
      chart('a.vl.json'),
    ])
    const [side, first, second] = ['Growth', 'First', 'Second'].map((text) => getItem(page, text))
    const bodies = page ? notesOn(page) : []
    const figure = page?.items.find(({ type }) => type === 'chart')
    expect(first?.box.y).toBeGreaterThan(side ? getBottom(side) : 0)
    expect(second?.box.y).toBeGreaterThan(bodies[1] ? getBottom(bodies[1]) : 0)
    expect(figure?.box.y).toBeGreaterThan(bodies[3] ? getBottom(bodies[3]) : 0)
  })

  test('never runs off its page, nor over another', () => {
    for (let sentences = 24; sentences < 60; sentences++) {
      const pages = getPages([
        heading(1, 'T'),
        paragraph(prose(sentences)),
        heading(3, 'Growth is slow'),
        paragraph(prose(3)),
        sideNote(prose(3), 'One'),
        paragraph(prose(2)),
        sideNote(prose(3), 'Two'),
        paragraph(prose(sentences)),
      ])
      for (const page of pages) {
        const side = textItems(page).filter(({ box, role }) => role === 'body' && box.width < 200)
        for (const [index, item] of side.entries()) {
          expect(getBottom(item)).toBeLessThanOrEqual(page.height - theme.page.margin.bottom + 0.25)
          expect(item.box.y).toBeGreaterThanOrEqual(index === 0 ? 0 : getBottom(side[index - 1] ?? item) - 0.01)
        }
      }
      const noted = pages.flatMap(notesOn).map(({ paragraphs: [first] }) => (first ? getText(first) : ''))
      expect(noted).toEqual(['One', prose(3), 'Two', prose(3)])
    }
  })

  test('stays on the page where its paragraph begins, and moves up where it must', () => {
    let moved = 0
    for (let sentences = 20; sentences < 60; sentences++) {
      const pages = getPages([
        heading(1, 'T'),
        chart('a.vl.json'),
        paragraph(prose(sentences)),
        ...(sentences % 2 === 0 ? [heading(3, 'Growth is slow')] : []),
        paragraph(`Here. ${prose(20)}`),
        sideNote(`A note. ${prose(3)}`),
        // Else the paragraph goes over whole, to fill the last page.
        { type: 'pageBreak', place: at(1) },
        paragraph(prose(20)),
      ])
      const page = pages.find((candidate) => getItem(candidate, 'A note.'))
      const [note, text] = [getItem(page, 'A note.'), getItem(page, 'Here.')]
      expect(text).toBeDefined()
      expect(note ? getBottom(note) : 0).toBeLessThanOrEqual((page?.height ?? 0) - theme.page.margin.bottom + 0.25)
      const lead = getItem(page, 'Growth is slow')
      if (lead) expect(note?.box.y).toBeGreaterThan(getBottom(lead))
      if (getBaseline(note) < getBaseline(text) - 1) moved++
    }
    expect(moved).toBeGreaterThan(0)
  })

  test('stands on the outer side of facing pages, as side headings do', () => {
    const pages = getPages(
      ['One', 'Two'].flatMap((name) => [
        heading(2, name),
        heading(3, `Heading ${name}`),
        paragraph(`Text ${name}. ${prose(5)}`),
        sideNote('A note.', `Note ${name}`),
        { type: 'pageBreak', place: at(1) } as const,
      ]),
      { binding: 20 },
    )
    const isRight = (page: Page | undefined, name: string, other: string): boolean =>
      (getItem(page, name)?.box.x ?? 0) > (getItem(page, other)?.box.x ?? 0)
    expect(['Heading', 'Note'].map((what) => isRight(pages[0], `${what} One`, 'Text One'))).toEqual([true, true])
    expect(['Heading', 'Note'].map((what) => isRight(pages[1], `${what} Two`, 'Text Two'))).toEqual([false, false])
    const right = pages[0] && getItem(pages[0], 'Note One')
    expect((right?.box.x ?? 0) + (right?.box.width ?? 0)).toBeCloseTo((pages[0]?.width ?? 0) - theme.page.margin.right)
  })

  test('is a box where the theme has no column at the side, and headings stand over their text', () => {
    const [page] = getPages(
      [heading(2, 'S'), heading(3, 'Over it'), paragraph(prose(3)), sideNote('A note.', 'Title'), paragraph(prose(3))],
      { side: 0 },
    )
    const over = getItem(page, 'Over it')
    const text = getItem(page, 'The number')
    expect(text?.box.x).toBe(theme.page.margin.left)
    expect(text?.box.y).toBeGreaterThanOrEqual(over ? getBottom(over) : 0)
    const panel = page?.items.find(({ name }) => name.startsWith('Note panel'))
    expect(panel?.box.width).toBeCloseTo((page?.width ?? 0) - theme.page.margin.left - theme.page.margin.right)
    expect(getItem(page, 'Title')?.box.y).toBeGreaterThan(panel?.box.y ?? 0)
  })

  test('is an error with its line where no text stands beside it, or where it is higher than a page', () => {
    const faults = [
      [heading(1, 'T'), chart('a.vl.json'), sideNote('A note.', undefined, 5)],
      [sideNote('A note.', undefined, 6)],
      [paragraph('Text.'), heading(3, 'Heading'), sideNote('A note.', undefined, 7), paragraph('Text.')],
      [paragraph('Text.'), sideNote(prose(90), undefined, 8)],
    ].map((blocks) => layout(blocks).diagnostics.map(formatDiagnostic).join('\n'))
    expect(faults).toEqual([
      expect.stringContaining('deck.md.hbs:5:1: error: a note in the margin has no text beside it'),
      expect.stringContaining('deck.md.hbs:6:1: error: a note in the margin has no text beside it'),
      expect.stringContaining('deck.md.hbs:7:1: error: a note in the margin has no text beside it'),
      expect.stringContaining('deck.md.hbs:8:1: error: this note is higher than a page'),
    ])
  })
})
