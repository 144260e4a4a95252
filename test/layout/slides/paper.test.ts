import { describe, expect, test } from 'vitest'
import type { Block } from '../../../src/document/types.ts'
import { layoutHandout } from '../../../src/layout/slides/handout.ts'
import { layoutSlides } from '../../../src/layout/slides/slides.ts'
import type { Page } from '../../../src/layout/types.ts'
import { at, fonts, getDocument, getText, heading, list, locale, paragraph, theme, words } from '../stage.ts'

const figures: Block = {
  type: 'speakerNotes',
  children: [
    paragraph('Say this first.'),
    { type: 'paragraph', children: [{ type: 'strong', children: words('Figures shown') }], place: at(9) },
    list('Visits, 2025: 1.284 million. Source: annual return'),
  ],
  place: at(8),
}

const getSlides = (document: ReturnType<typeof getDocument>) =>
  layoutSlides(document, { theme, fonts, locale }).value ?? []

const sizes = (pages: readonly Page[]) =>
  pages.flatMap(({ items }) =>
    items.flatMap((item) =>
      item.type === 'text' ? item.paragraphs.map((one) => [getText(one), one.style.size] as const) : [],
    ),
  )

describe('slides on paper', () => {
  const source: Block = { type: 'sourceLine', children: words('Source: an office'), place: at(7) }
  const document = getDocument('deck', heading(1, 'Cover'), heading(1, 'A'), list('One', 'Two'), source, figures)

  test('three to a page can be read: body text of 7 points and more, sources of 5', () => {
    const { value } = layoutHandout(getSlides(document), document, { theme, fonts, locale }, 3)
    const found = new Map(sizes(value ?? []))
    expect(found.get('One')).toBeGreaterThanOrEqual(7)
    expect(found.get('Source: an office')).toBeGreaterThanOrEqual(5)
  })

  test('of a dark theme stand dark on light paper, with dark words beside them', () => {
    const dark = { ...theme, colors: { ...theme.colors, paper: '#101820', ink: '#ffffff' } }
    const { value } = layoutHandout(getSlides(document), document, { theme: dark, fonts, locale }, 'notes')
    const [page] = value ?? []
    expect(page?.background).toBe('ink')
    const colorOf = (words: string) => {
      const texts = page?.items.flatMap((item) => (item.type === 'text' ? item.paragraphs : [])) ?? []
      return texts.find((one) => getText(one).includes(words))?.style.color
    }
    expect([colorOf('One'), colorOf('Say this first.')]).toEqual(['ink', 'paper'])
    expect(page?.items.filter(({ name }) => name === 'Slide background')).toMatchObject([{}, { fill: 'paper' }])
  })

  test('notes lead with what to say, large; where figures come from is small below', () => {
    const { value } = layoutHandout(getSlides(document), document, { theme, fonts, locale }, 'notes')
    const found = sizes(value ?? [])
    const order = found.map(([text]) => text)
    const [said, origin] = ['Say this first.', 'Visits, 2025: 1.284 million. Source: annual return']
    expect(order.indexOf(origin)).toBeGreaterThan(order.indexOf(said))
    const size = new Map(found)
    expect(size.get(said)).toBeCloseTo(theme.page.body * 1.2, 1)
    expect(size.get(origin)).toBe(theme.page.small)
  })
})
