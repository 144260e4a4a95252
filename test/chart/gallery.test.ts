import { readFileSync } from 'node:fs'
import { Resvg } from '@resvg/resvg-js'
import { expect, it, vi } from 'vitest'
import { drawNatural } from '../../src/chart/draw/draw.ts'
import { renderChartPdf } from '../../src/free-chart/one-chart.ts'
import { getLocale } from '../../src/locale/get-locale.ts'
import { drawPages } from '../pdf.ts'
import { bringDown, difference } from './picture-difference.mjs'
import { fonts, freeChart, soundValue, theme } from './sample.ts'

vi.setConfig({ testTimeout: 60_000 })

// A quick part of test/conformance/gallery.mjs, which draws every spec with poppler: here pdfium draws the PDF.
const factor = 3
const most = 0.01
const styles = (['regular', 'bold'] as const).flatMap((weight) =>
  [false, true].map((italic) => ({ font: 'body' as const, weight, italic })),
)

it.each([
  'bar-gradient-slanting',
  'blend-multiply',
  'clip',
  'doughnut-labelled',
  'error-band-bootstrap',
  'facet-columns',
  'gradient-by-parameter',
  'gradient-radial',
  'image',
  'image-inline',
  'line-dashes',
  'map-gnomonic-clipped',
  'map-topojson',
  'opacity-overlaps',
  'text-radial',
  'text-right-to-left',
  'text-rotated-aligned',
  'text-styles',
  'trail',
])('%s looks the same as PDF and as SVG', async (name) => {
  const folder = 'test/chart/gallery'
  const file = `${folder}/${name}.vl.json`
  const locale = getLocale('en')
  const text = readFileSync(file, 'utf8')
  const chart = freeChart({ file, text })
  const drawing = soundValue(await drawNatural(chart, { theme, fonts, folder }))
  if (!drawing) throw new Error('nothing was drawn')
  const date = new Date('2024-01-01T00:00:00Z')
  const pdf = await renderChartPdf(drawing, { chart, title: name, theme, fonts, locale, date })
  const [page] = await drawPages(pdf, factor)
  const families = { defaultFontFamily: 'Arimo', sansSerifFamily: 'Arimo' }
  const svg = new Resvg(drawing.svg.replaceAll(/font-family="[^"]*"/g, 'font-family="Arimo"'), {
    font: { loadSystemFonts: false, fontFiles: styles.map((style) => fonts.file(style)), ...families },
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: factor },
  }).render()
  const reference = { width: svg.width, height: svg.height, data: svg.pixels }
  if (!page) throw new Error('the PDF has no page')
  const { share } = difference(bringDown(page, factor), bringDown(reference, factor))
  expect(share).toBeLessThan(most)
})
