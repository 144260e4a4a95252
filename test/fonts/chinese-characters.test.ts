import * as fontkit from 'fontkit'
import { expect, it } from 'vitest'
import { type FontStyle, openFonts } from '../../src/fonts/fonts.ts'
import { defaultTheme } from '../default-theme.ts'

const file = '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'

it('Chinese characters are set as fontkit shapes them, though each is only looked up', () => {
  const fonts = openFonts({ ...defaultTheme(), fallback: [{ regular: file }] }, '.')
  const style: FontStyle = { font: 'body', weight: 'regular', italic: false, fallback: 0 }
  const shaper = fontkit.openSync(fonts.file(style)) as fontkit.Font
  const block = Array.from({ length: (0x9fa6 - 0x4e00) / 9 }, (_, step) => String.fromCodePoint(0x4e00 + step * 9))
  const characters = [...block, ...'々〇网民规模亿万'].filter((one) => fonts.missing(one, style).length === 0)
  expect(characters.length).toBeGreaterThan(1000)
  const shaped = characters.flatMap((character) => {
    const { glyphs, positions } = shaper.layout(character)
    return glyphs.map(({ id }, index) => [id, positions[index]?.xAdvance, positions[index]?.xOffset])
  })
  const em = shaper.unitsPerEm
  const set = characters.flatMap((character) =>
    fonts.glyphs(character, style).map(({ id, advance, offset }) => [id, advance * em, offset.x * em]),
  )
  expect(set).toEqual(shaped)
  expect(fonts.width('网民规模', style, 10)).toBeCloseTo((shaper.layout('网民规模').advanceWidth / em) * 10, 6)
})
