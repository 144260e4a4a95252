import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { getBuildDate } from '../../src/build/build-date.ts'
import { bindChart } from '../../src/chart/bind/bind.ts'
import { drawChart } from '../../src/chart/draw/draw.ts'
import { createRasterizer } from '../../src/chart/draw/pictures/rasterize.ts'
import type { Medium } from '../../src/chart/types.ts'
import { readDataset } from '../../src/dataset/read/read.ts'
import { openFonts } from '../../src/fonts/fonts.ts'
import { getLocale } from '../../src/locale/get-locale.ts'
import { readTheme } from '../../src/theme/read-theme.ts'
import { paintedTexts } from '../chart/painted.ts'
import { soundValue } from '../chart/sample.ts'

const dataset = soundValue(readDataset('.'))
const theme = soundValue(readTheme('.'))
const fonts = openFonts(theme, '.')
const options = { theme, fonts, folder: '.' }
const locale = getLocale('en')
const folder = 'templates/charts'
const setting = { folder: '.', now: getBuildDate(dataset.report).getTime() }
const specs = readdirSync(folder).map((name) => ({ id: name.replace('.vl.json', ''), file: `${folder}/${name}` }))
const sizes = { slide: { width: 864, height: 330 }, page: { width: 483, height: 210 } }
const rasterizer = createRasterizer(fonts, theme)
afterAll(() => rasterizer.close())

const bindFile = (file: string, medium: Medium) =>
  soundValue(bindChart({ file, text: readFileSync(file, 'utf8'), dataset, locale, theme, fonts, medium, ...setting }))
const drawFile = async (file: string, medium: Medium) =>
  soundValue(await drawChart(bindFile(file, medium), sizes[medium], options))

describe.each(specs)('$id', ({ file }) => {
  // `soundValue` refuses every warning too: no label cut off, none on another, no glyph missing.
  test.each(['slide', 'page'] as const)('is drawn without any trouble on a %s', async (medium) => {
    const drawing = await drawFile(file, medium)
    const { width, height } = sizes[medium]
    for (const { text, x, y } of paintedTexts(drawing)) {
      expect(text).not.toMatch(/NaN|undefined|null|object/)
      expect([x >= 0, x <= width + 1, y >= 0, y <= height + 1], text).toEqual([true, true, true, true])
    }
  })

  test('draws the figures as they are printed', async () => {
    const chart = bindFile(file, 'slide')
    const drawn = paintedTexts(await drawFile(file, 'slide'))
      .map(({ text }) => text)
      .join('\n')
    const row = chart.rows.find(({ current, value }) => current && value !== null)
    const forms = [row?.valueText, row?.valueShort, row?.changeText, row?.rateText].filter((form) => form)
    expect(forms.some((form) => drawn.includes(form?.match(/[\d.,]+/)?.[0] ?? 'no figure'))).toBe(true)
  })

  test('is described in a breath, with a figure', () => {
    const { alt } = bindFile(file, 'slide')
    expect(alt).toMatch(/^[A-Z].*\d.*\.$/)
    expect(alt.length).toBeLessThan(350)
  })

  test('holds no colour and no figure', () => {
    const text = readFileSync(file, 'utf8')
    expect(text).not.toMatch(/#[0-9a-f]{3,8}\b|"(red|blue|green|gray|grey|steelblue)"/i)
    expect(text.replace(/"[^"]*schema[^"]*"/g, '')).not.toMatch(/\b\d{2,}\.\d|\b20\d\d\b/)
  })

  test('becomes a picture in which something is seen', async () => {
    const png = await rasterizer.rasterize(await drawFile(file, 'slide'), 1)
    const blank = await rasterizer.rasterize(
      { svg: '<svg xmlns="http://www.w3.org/2000/svg" width="864" height="330"/>' },
      1,
    )
    expect(png.length).toBeGreaterThan(blank.length * 2)
  })
})
