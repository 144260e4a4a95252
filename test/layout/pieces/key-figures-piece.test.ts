import { expect, it } from 'vitest'
import type { KeyFigures } from '../../../src/document/types.ts'
import { openFonts } from '../../../src/fonts/fonts.ts'
import { createPageSetting } from '../../../src/layout/pages/page-setting.ts'
import { keyFiguresPiece } from '../../../src/layout/pieces/key-figures-piece.ts'
import { naturalWidth } from '../../../src/layout/text/set-text.ts'
import { resized } from '../../../src/layout/text/styles.ts'
import { at, getDocument, locale, theme, words } from '../stage.ts'

const fonts = openFonts({ ...theme, fallback: [{ regular: './test/fonts/NotoSansSC-few.ttf' }] }, '.')
const { setting } = createPageSetting(getDocument('briefing'), { theme, fonts, locale }, 'x')

/** How high a card is that says of its movement, in a width. */
function heightOf(change: string, width: number): number {
  const figure = { value: words('9'), label: words('A'), change: words(change), place: at(1) }
  const block = { type: 'key-figures', figures: [figure], place: at(1) } as unknown as KeyFigures
  return keyFiguresPiece(block, width, 1, 1, setting).height
}

it('sets a number with a long unit smaller rather than over two lines, on cards that are set large too', () => {
  const figure = { value: words('915 million cubic metres'), label: words('A'), change: [], place: at(1) }
  const block = { type: 'key-figures', figures: [figure], place: at(1) } as unknown as KeyFigures
  const { keyValue } = setting.styles
  const large = { ...setting, styles: { ...setting.styles, keyValue: resized(keyValue, keyValue.size * 1.6) } }
  const lines = [setting, large].map((own) => {
    const [, text] = keyFiguresPiece(block, 175, 1, 1, own).place(0, 0)
    return text?.type === 'text' ? text.paragraphs[0]?.lines.length : undefined
  })
  expect(lines).toEqual([1, 1])
})

it('has room for two lines where an office program, which sets digits and Chinese characters apart, needs two', () => {
  const { keyChange } = setting.styles
  const chinese = '网2022民12网2480民人'
  const width = naturalWidth([{ text: chinese }], keyChange, fonts) / 0.96 + 1
  expect(heightOf(chinese, width) - heightOf(chinese, width + 40)).toBeCloseTo(keyChange.leading, 6)
  const english = 'up 24.8 million on 2022'
  const fitting = naturalWidth([{ text: english }], keyChange, fonts) / 0.96 + 1
  expect(heightOf(english, fitting)).toBe(heightOf(english, fitting + 40))
})

it('sets the unit below a number where both are too wide for a card, and breaks no word', () => {
  const figure = {
    value: words('4,872\u00a0milliards\u00a0d’euros'),
    label: words('A'),
    change: words(''),
    place: at(1),
  }
  const block = { type: 'key-figures', figures: [figure], place: at(1) } as unknown as KeyFigures
  const made = (width: number) =>
    keyFiguresPiece(block, width, 1, 1, setting)
      .place(0, 0)
      .flatMap((item) => (item.type === 'text' ? (item.paragraphs[0]?.lines ?? []) : []))
  const linesIn = (width: number) => made(width).map(({ runs }) => runs.map(({ text }) => text).join(''))
  expect(linesIn(300)).toEqual(['4,872\u00a0milliards\u00a0d’euros'])
  expect(linesIn(70)).toEqual(['4,872', 'milliards', 'd’euros'])
  expect(linesIn(50)).toEqual(['4,872', 'milliards', 'd’euros'])
  // The number is as large as it would be alone.
  const sizeIn = (width: number) => made(width)[0]?.runs[0]?.width ?? 0
  expect(sizeIn(70)).toBeGreaterThan(sizeIn(50))
})
