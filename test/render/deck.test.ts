import { expect, test } from 'vitest'
import type { Block, Inline } from '../../src/document/types.ts'
import { layoutSlides } from '../../src/layout/slides/slides.ts'
import { renderPptx } from '../../src/render/pptx.ts'
import { at, fonts, getDocument, heading, locale, paragraph, theme, words } from '../layout/stage.ts'
import { type ReadDeck, type ReadShape, readPptx } from '../pptx.ts'

/** The deck that blocks make, laid out, written and read back. */
async function getDeck(...blocks: Block[]): Promise<ReadDeck> {
  const document = getDocument('deck', ...blocks)
  const { value: pages, diagnostics } = layoutSlides(document, { theme, fonts, locale })
  if (!pages) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  const noCharts = () => {
    throw new Error('no charts here')
  }
  const { value, diagnostics: troubles } = await renderPptx(pages, document, noCharts, theme)
  expect(troubles).toEqual([])
  return readPptx(value ?? new Uint8Array())
}

function getShape(deck: ReadDeck, slide: number, name: string): ReadShape {
  const shape = deck.slides[slide - 1]?.shapes.find((one) => one.name === name)
  if (!shape) throw new Error(`no ${name}: ${deck.slides[slide - 1]?.shapes.map((one) => one.name).join(', ')}`)
  return shape
}

const getList = (...items: Block[][]): Block => ({ type: 'list', ordered: false, start: 1, items, place: at(1) })
const link = (href: string, text: string): Inline => ({ type: 'link', href, children: words(text) })

test('a list within a list is the second level of one text', async () => {
  const inner = getList([paragraph('Inner one')], [paragraph('Inner two'), paragraph('More of it')])
  const deck = await getDeck(
    heading(1, 'Cover'),
    heading(1, 'List'),
    paragraph('Lead'),
    getList([paragraph('Outer one'), inner], [paragraph('Outer two')]),
  )
  const { paragraphs, placeholder } = getShape(deck, 2, 'Text')
  expect(placeholder).toBe('body 1')
  expect(paragraphs.map(({ text, level }) => [text, level])).toEqual([
    ['Lead', 0],
    ['Outer one', 0],
    ['Inner one', 1],
    ['Inner two', 1],
    ['More of it', 0],
    ['Outer two', 0],
  ])
  const margins = [...(deck.files.get('ppt/slides/slide2.xml') ?? '').matchAll(/marL="(\d+)"/g)].map(([, left]) =>
    Math.round(Number(left) / 12700),
  )
  // Only what is no item says how far it stands in: the lead not at all, what goes on with an inner item two levels of 1.1 times the size.
  expect(margins).toEqual([0, Math.round(2 * 1.1 * 24)])
})

test('a quote by itself has a layout of its own, large', async () => {
  const quote: Block = {
    type: 'quote',
    children: [paragraph('Nothing about us without us.')],
    attribution: words('A saying'),
    place: at(3),
  }
  const deck = await getDeck(heading(1, 'Cover'), heading(1, 'They said'), quote)
  expect(deck.slides[1]?.layout).toBe('Quote')
  const { paragraphs } = getShape(deck, 2, 'Text')
  expect(paragraphs.map(({ text }) => text)).toEqual(['Nothing about us without us.', 'A saying'])
  const layout = deck.layouts.find(({ name }) => name === 'Quote')
  expect(layout?.shapes.map(({ name }) => name)).toEqual(expect.arrayContaining(['Title', 'Text', 'Footer']))
})

test('links lead to slides: from an agenda, and back', async () => {
  const deck = await getDeck(
    heading(1, 'Cover'),
    heading(1, 'Agenda'),
    getList(
      [{ ...paragraph(''), children: [link('#one', 'One')] } as Block],
      [{ ...paragraph(''), children: [link('#two', 'Two')] } as Block],
    ),
    heading(1, 'One'),
    paragraph('Text'),
    { type: 'sourceLine', children: [link('#two', 'Source'), ...words(': an office')], place: at(9) },
    heading(1, 'Two'),
    { ...paragraph(''), children: [link('https://example.org/report', 'The report')] } as Block,
  )
  const links = (slide: number, name: string) =>
    getShape(deck, slide, name).paragraphs.flatMap(({ runs }) => runs.map((run) => run.link))
  expect(links(2, 'Text')).toEqual(['slide 3', 'slide 4'])
  expect(links(3, 'Source')).toEqual(['slide 4', undefined])
  expect(links(4, 'Text')).toEqual(['https://example.org/report'])
})

test('a title stands at the top and what is below it follows; most slides have their places from the layout', async () => {
  const long = 'A title of so many words that it cannot stand on one line and therefore goes on to a second one'
  const slide = (title: string) => [heading(1, title), heading(2, `Measure of ${title.slice(0, 5)}`), paragraph('Text')]
  const deck = await getDeck(heading(1, 'Cover'), ...slide('Short'), ...slide('Brief'), ...slide(long))
  const [short, brief, tall] = [2, 3, 4].map((number) =>
    ['Title', 'Subtitle', 'Text'].map((name) => getShape(deck, number, name).box),
  )
  expect(short).toEqual(brief)
  const tops = (boxes: typeof short) => boxes?.map((box) => box?.y ?? 0) ?? []
  const [title = 0, subtitle = 0, text = 0] = tops(tall)
  expect(tops(short)[0]).toBe(title)
  expect(subtitle - (tops(short)[1] ?? 0)).toBeCloseTo(theme.slide.title * 1.15, 0)
  expect(text - (tops(short)[2] ?? 0)).toBeCloseTo(theme.slide.title * 1.15, 0)
  for (const number of [2, 3]) {
    const shapes = deck.files.get(`ppt/slides/slide${number}.xml`)?.split('<p:sp>').slice(1) ?? []
    expect(shapes.filter((xml) => xml.includes('<a:xfrm>'))).toEqual([])
  }
})
