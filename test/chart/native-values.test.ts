import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Native, type NativeChart, nativeCharts } from '../../src/chart/native/native-types.ts'
import { boundSpec, getNative, getSheet, nativeSpecs } from './native-sample.ts'
import { getShown, isFloating, isSame, toMilliseconds } from './native-shown.ts'
import { readVega } from './vega-values.ts'

/** For each spec the rows of its sheet, or why it is a picture; written from what Vega shows, and looked through. */
const expected: Record<string, (string | number | null)[][] | (string | number | null)[][][] | string> = JSON.parse(
  readFileSync('test/chart/native-specs/expected.json', 'utf8'),
)

describe.each(nativeSpecs)('%s', (name) => {
  const chart = boundSpec(name)
  let native: Native
  beforeAll(async () => {
    native = await getNative(chart)
  })

  test('has the sheet that its reader expects, or the reason why not', () => {
    const [sheet, ...others] = nativeCharts(native).map(getSheet)
    expect(native.type === 'picture' ? native.reason : others.length > 0 ? [sheet, ...others] : sheet).toEqual(
      expected[name],
    )
  })

  test('shows the values of Vega, no more and no fewer', async () => {
    if (native.type === 'picture') return
    const valuesInVega = await readVega(chart)
    const inVega = [...valuesInVega(['rect', 'line', 'area', 'symbol', 'arc', 'rule', 'text'])]
    const charts = nativeCharts(native)
    const inChart = charts.flatMap(getShown)
    for (const value of inChart)
      expect(
        inVega.some((one) => isSame(one, value) || isSame(one, toMilliseconds(value))),
        `${value} in Vega`,
      ).toBe(true)
    for (const value of measures(charts, [...valuesInVega()])) {
      expect(
        inChart.some((one) => isSame(one, value)),
        `${value} in the chart`,
      ).toBe(true)
    }
  })
})

test('at least 85 in 100 are native', () => {
  const natives = nativeSpecs.filter((name) => typeof expected[name] !== 'string')
  expect(natives.length / nativeSpecs.length).toBeGreaterThanOrEqual(0.85)
})

/** Vega's values but for dates and the edges of bins, which are categories. */
function measures(charts: readonly NativeChart[], values: readonly number[]): number[] {
  const cells = charts.flatMap(({ columns }) => columns.flatMap((column) => column.cells))
  const isBinned = cells.some((cell) => /^-?[\d.]+–[\d.]+$/.test(String(cell)))
  const categories = charts.flatMap(({ columns }) => columns[0]?.cells ?? [])
  const texts = new Set(categories.map(String))
  const dates = new Set(categories.map((cell) => toMilliseconds(Number(cell))))
  // What floats may begin at zero, which is where it begins without a word.
  const isFloat = charts.some((native) => native.plots.some((plot) => isFloating(plot, native)))
  return values.filter(
    (value) => value < 1e11 && !dates.has(value) && !isBinned && !texts.has(String(value)) && !(isFloat && value === 0),
  )
}
