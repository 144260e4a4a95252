import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type NativeChart, nativeCharts } from '../../../src/chart/native/native-types.ts'
import { readNumbers } from '../../../src/trust/numbers/numbers-in-text.ts'
import { getShown, isSame, toMilliseconds } from '../native-shown.ts'
import { readVega } from '../vega-values.ts'
import { type NamedSlide, namedSlides } from './named-slides.ts'

const gallery = 'test/reports/gallery'
const template = readFileSync(`${gallery}/templates/deck.md.hbs`, 'utf8')
const addresses = [...template.matchAll(/!\[\]\((chart:[^\n]*)\)/g)].map(([, address = '']) => address)

/** Numbers of the drawing that PowerPoint's chart does not show, and the other way round; zero, where bars begin, apart. */
async function differences({ chart }: NamedSlide, charts: readonly NativeChart[]): Promise<string[]> {
  const shown = charts.flatMap(getShown)
  const valuesIn = await readVega(chart)
  const known = [...valuesIn(['rect', 'line', 'area', 'symbol', 'rule', 'text'])]
  const drawn = [...valuesIn(['rect', 'line', 'symbol'])].filter((value) => Math.abs(value) < 1e11 && value !== 0)
  return [
    ...shown
      .filter((value) => !known.some((one) => isSame(one, value) || isSame(one, toMilliseconds(value))))
      .map((value) => `PowerPoint alone: ${value}`),
    ...drawn.filter((value) => !shown.some((one) => isSame(one, value))).map((value) => `the PDF alone: ${value}`),
  ]
}

/** Numbers printed in the drawing that stand for none in PowerPoint's sheet, nor on its axes. */
function strangeWords({ texts }: NamedSlide, charts: readonly NativeChart[]): string[] {
  const columns = charts.flatMap((chart) => chart.columns)
  const cells = columns.flatMap((column) => column.cells)
  const labels = charts.flatMap(({ plots }) => plots.flatMap(({ series }) => series.flatMap((one) => one.labels)))
  const said = [
    ...cells,
    ...columns.map(({ header }) => header),
    ...charts.flatMap(({ shapes }) => shapes).flatMap((shape) => (shape.type === 'text' ? [shape.text] : [])),
    ...labels.flatMap(({ format, text }) => (format === undefined ? [text] : [])),
  ]
  const words = said.join('\n').replaceAll('\u00a0', ' ')
  const steps = charts.map(({ axes }) => axes?.primary.value.step ?? 0)
  // A scale that one label names is that of all of them.
  const scales = [1, ...(texts.some((text) => text.includes('million')) ? [1e6] : [])]
  return texts.flatMap((text) =>
    readNumbers(text, 'en').flatMap((mention) => {
      if (mention.kind !== 'number' || words.includes(mention.text)) return []
      const { value, precision } = mention
      const printed = value.abs().toNumber()
      const isShown = cells.some(
        (cell) =>
          typeof cell === 'number' &&
          scales.some((scale) => Math.abs(Math.abs(cell) / scale - printed) <= 10 ** precision / 2 + 1e-9),
      )
      const isTick = steps.some((step) => step > 0 && Math.abs(printed / step - Math.round(printed / step)) < 1e-9)
      return isShown || isTick ? [] : [mention.text]
    }),
  )
}

test('PowerPoint shows the numbers that the PDF draws and prints, in every chart of the gallery', {
  timeout: 300_000,
}, async () => {
  const { slides, told } = await namedSlides(
    gallery,
    addresses.map((address, index) => [`Chart ${index}`, address]),
  )
  expect(told).toEqual([])
  expect(slides).toHaveLength(addresses.length)
  const natives = slides.flatMap((slide) => {
    const charts = nativeCharts(slide.drawing.native)
    return charts.length > 0 ? [{ slide, charts }] : []
  })
  expect(natives.length).toBeGreaterThanOrEqual(20)
  for (const { slide, charts } of natives) {
    expect(await differences(slide, charts), slide.chart.file).toEqual([])
    expect(strangeWords(slide, charts), slide.chart.file).toEqual([])
  }
})
