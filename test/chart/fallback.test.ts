import { createHash } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { drawChart } from '../../src/chart/draw/draw.ts'
import { createRasterizer } from '../../src/chart/draw/pictures/rasterize.ts'
import type { Drawing } from '../../src/chart/types.ts'
import { formatDiagnostic } from '../../src/diagnostic.ts'
import { openFonts } from '../../src/fonts/fonts.ts'
import { renderChartPdf } from '../../src/free-chart/one-chart.ts'
import { decodePng } from '../../src/graphics/png.ts'
import type { Size } from '../../src/graphics/types.ts'
import { getLocale } from '../../src/locale/get-locale.ts'
import type { Theme } from '../../src/theme/theme.ts'
import { drawPages, readPdf } from '../pdf.ts'
import { worldly } from '../worldly-theme.ts'
import { bringDown, difference } from './picture-difference.mjs'
import { bound, soundValue, theme } from './sample.ts'

const fonts = openFonts(worldly, '.')
const rasterizer = createRasterizer(fonts, worldly)
afterAll(() => rasterizer.close())

/** The theme with one of the fallbacks as its family. */
function only(index: number): Theme {
  const { regular = '', bold = regular } = worldly.fallback[index] ?? {}
  const family = { ...theme.fonts.body, files: { regular, bold, italic: regular, boldItalic: bold } }
  return { ...theme, fonts: { heading: family, body: family } }
}

/** Labels below one another, from 10 points to the right of the edge. */
const labelled = (texts: readonly string[], mark: object = {}) => ({
  ...bound({
    data: { values: texts.map((text) => ({ text })) },
    mark: { type: 'text', align: 'left', x: 10, fontSize: 20, ...mark },
    encoding: { y: { field: 'text', type: 'nominal', axis: null, sort: null }, text: { field: 'text' } },
  }),
  alt: 'Labels',
})

const draw = (texts: readonly string[], mark?: object, own = worldly) =>
  drawChart(labelled(texts, mark), size, { theme: own, fonts: openFonts(own, '.'), folder: process.cwd() })

const size: Size = { width: 300, height: 150 }

const toPdf = (drawing: Drawing, own = worldly) =>
  renderChartPdf(drawing, {
    ...{ chart: labelled([]), title: 'Labels', theme: own, fonts: openFonts(own, '.') },
    ...{ locale: getLocale('en', 'en'), date: new Date(0) },
  })

/** A word that tells one picture from another. */
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const getPixels = async (pdf: Uint8Array) => (await drawPages(pdf, 2)).map(({ data }) => hash(data)).join()

const regular = { font: 'body', weight: 'regular', italic: false } as const

describe('a label with characters that the family lacks', () => {
  const labels = ['网民 1.09 亿', 'عدد الدول', 'Up 📈 & up']

  test('copies from the PDF as it was written', async () => {
    const { pages } = await readPdf(await toPdf(soundValue(await draw(labels))))
    expect(pages[0]?.text.replaceAll(/\s+/g, ' ')).toBe('网民 1.09 亿 الدول عدد Up 📈 & up')
  })

  test('copies letters of one shape, with other dots, each as itself, and no dot by itself', async () => {
    const { pages } = await readPdf(await toPdf(soundValue(await draw(['المستخدمين']))))
    expect(pages[0]?.text.trim()).toBe('المستخدمين')
  })

  test('has each piece as wide as the font that has it', async () => {
    const { pages } = await readPdf(await toPdf(soundValue(await draw(labels, { align: 'right', x: 250 }))))
    const found = pages[0]?.texts.find(({ text }) => text === '网民')
    const rest = fonts.width(' 1.09 ', regular, 20) + fonts.width('亿', { ...regular, fallback: 0 }, 20)
    expect(found?.width).toBeCloseTo(40, 2)
    expect(found?.x).toBeCloseTo(250 - rest - 40, 2)
  })

  test.each([
    ['normal', '网民', 0],
    ['bold', '网民', 0],
    ['normal', 'الدول', 1],
    ['bold', 'عدد', 1],
    ['normal', '📈', 2],
  ])('looks, %s, as in that font: %s', async (fontWeight, label, fallback) => {
    const own = only(fallback)
    const [one, other] = [
      soundValue(await draw([label], { fontWeight })),
      soundValue(await draw([label], { fontWeight }, own)),
    ]
    expect(await getPixels(await toPdf(one))).toBe(await getPixels(await toPdf(other, own)))
    const ownRasterizer = createRasterizer(openFonts(own, '.'), own)
    expect(hash(await rasterizer.rasterize(one, 2))).toBe(hash(await ownRasterizer.rasterize(other, 2)))
    await ownRasterizer.close()
  })

  test('stands in the PNG where it stands in the PDF, turned and in lines', async () => {
    const twice = ['网民 1.09 亿|عدد الدول & up 📈']
    const look = { align: 'center', x: 150, angle: -20, lineBreak: '|', fontWeight: 'bold' }
    const drawing = soundValue(await draw(twice, look))
    const [page] = await drawPages(await toPdf(drawing), 4)
    const { width, height, data } = decodePng(await rasterizer.rasterize(drawing, 4))
    if (!page) throw new Error('no page')
    const { share } = difference(bringDown(page, 4), bringDown({ width, height, data, channels: 4 }, 4))
    expect(share).toBeLessThan(0.002)
  })

  test('is an error where no font has one', async () => {
    const { value, diagnostics } = await draw(['A ᚠ rune 网'])
    expect(value).toBeUndefined()
    expect(diagnostics.map(formatDiagnostic).join()).toMatch(
      /error: the theme's fonts have no glyph for: ᚠ\n(.|\n)*name a font that has it under fallback: in the theme/,
    )
  })
})
