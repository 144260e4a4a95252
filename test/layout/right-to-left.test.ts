import { describe, expect, test } from 'vitest'
import { visualOrder } from '../../src/fonts/bidi.ts'
import { openFonts } from '../../src/fonts/fonts.ts'
import { layoutSlides } from '../../src/layout/slides/slides.ts'
import { breakText, placeText, startAligned } from '../../src/layout/text/set-text.ts'
import { pageStyles } from '../../src/layout/text/styles.ts'
import type { Run } from '../../src/layout/types.ts'
import { fonts, getDocument, getTextItem, heading, lineTexts, list, locale, paragraph, theme } from './stage.ts'

const style = pageStyles(theme).body

/** Hebrew, which the theme's own family has. */
const set = (text: string | Run[], width = 400, own = fonts) => {
  const runs = typeof text === 'string' ? [{ text }] : text
  return placeText(breakText(runs, startAligned(runs, style), width, own), 20, 0, own, { tags: [] })
}

/** The pieces of each line as they stand from left to right. */
const seen = (text: string | Run[], width?: number) =>
  set(text, width).lines.map(({ runs }) => runs.toSorted((a, b) => a.x - b.x).map((run) => run.text.trim()))

describe('text that runs from right to left', () => {
  test('starts at the right edge, its numbers and foreign words left to right inside', () => {
    expect(seen('הדוח אומר 25% מהתושבים the Office 1,234 איש')).toEqual([
      ['איש', 'the Office 1,234', 'מהתושבים', '25%', 'הדוח אומר'],
    ])
    const { lines } = set('הדוח אומר שלום')
    const [first] = lines[0]?.runs ?? []
    expect((first?.x ?? 0) + (first?.width ?? 0)).toBeCloseTo(420, 6)
  })

  test('stands inside a line that runs to the right where it was written', () => {
    expect(seen('The word שלום עולם is here')).toEqual([['The word', 'שלום עולם', 'is here']])
    expect(set('The word שלום').lines[0]?.runs[0]?.x).toBe(20)
  })

  test('is broken in the order of reading: the first words stand on the first line', () => {
    const text = 'הספרייה העירונית מונה חברים רבים ומי שבא פעם אחת חוזר אליה'
    const lines = lineTexts(set(text, 120))
    expect(lines.length).toBeGreaterThan(2)
    expect(lines.join(' ')).toBe(text)
  })

  test('takes the direction of a number from its paragraph, not from its line', () => {
    // After Arabic letters a sign of per cent stands to the left of its number, on the next line too.
    const own = openFonts(
      {
        ...theme,
        fallback: [{ regular: '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf' }],
      },
      '.',
    )
    const runs = [{ text: 'من السكان' }, { text: '\n' }, { text: '77.5% من' }]
    const line = placeText(breakText(runs, style, 400, own), 0, 0, own, { tags: [] }).lines[1]?.runs ?? []
    const getX = (text: string) => line.find((run) => run.text.includes(text))?.x ?? 0
    expect(getX('%')).toBeLessThan(getX('77.5'))
  })

  test('turns its brackets', () => {
    const getGlyphs = (text: string, rightToLeft: boolean) =>
      fonts.glyphs(text, { font: 'body', weight: 'regular', italic: false, rightToLeft }).map(({ id }) => id)
    const [open, close] = [getGlyphs('(', false), getGlyphs(')', false)]
    expect(getGlyphs('(', true)).toEqual(close)
    expect(getGlyphs('(ש', true).at(-1)).toBe(close[0])
    expect(getGlyphs('ש)', true)[0]).toBe(open[0])
  })

  test('has a list’s markers at the right', () => {
    const { value } = layoutSlides(
      getDocument('deck', heading(1, 'T'), paragraph('x'), heading(1, 'L'), list('הראשון', 'One')),
      { theme, fonts, locale },
    )
    const slide = value?.[1]
    if (!slide) throw new Error('no slide')
    const { box, paragraphs } = getTextItem(slide, 'body')
    const [hebrew, english] = paragraphs
    expect(hebrew?.style.align).toBe('right')
    expect(hebrew?.marker?.x).toBeGreaterThan(box.x + box.width - 20)
    expect(english?.style.align).toBe('left')
    expect(english?.marker?.x).toBe(box.x)
  })
})

test.each([
  [
    [0, 0, 0],
    [0, 1, 2],
  ],
  [
    [1, 1, 1],
    [2, 1, 0],
  ],
  [
    [0, 1, 1, 0],
    [0, 2, 1, 3],
  ],
  [
    [1, 2, 2, 1],
    [3, 1, 2, 0],
  ],
  [
    [0, 1, 2, 1, 0],
    [0, 3, 2, 1, 4],
  ],
])('pieces of levels %j stand in the order %j', (levels, order) => {
  expect(visualOrder(levels)).toEqual(order)
})
