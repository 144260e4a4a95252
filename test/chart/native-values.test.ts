import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { NativeChart, NotNative } from '../../src/chart/native/native-types.ts'
import { boundSpec, getNative, getSheet, nativeSpecs } from './native-sample.ts'
import { getShown, isFloating, isSame, toMilliseconds } from './native-shown.ts'
import { readVega } from './vega-values.ts'

/** For each spec the rows of its sheet, or why it is a picture; written from what Vega shows, and looked through. */
const expected: Record<string, (string | number | null)[][] | string> = JSON.parse(
  readFileSync('test/chart/native-specs/expected.json', 'utf8'),
)

describe.each(nativeSpecs)('%s', (name) => {
  const chart = boundSpec(name)
  let native: NativeChart | NotNative
  beforeAll(async () => {
    native = await getNative(chart)
  })

  test('has the sheet that its reader expects, or the reason why not', () => {
    expect(native.type === 'native' ? getSheet(native) : native.reason).toEqual(expected[name])
  })

  test('shows the values of Vega, no more and no fewer', async () => {
    if (native.type === 'picture') return
    const valuesInVega = await readVega(chart)
    const inVega = [...valuesInVega(['rect', 'line', 'area', 'symbol', 'arc', 'rule', 'text'])]
    const inChart = getShown(native)
    for (const value of inChart)
      expect(
        inVega.some((one) => isSame(one, value) || isSame(one, toMilliseconds(value))),
        `${value} in Vega`,
      ).toBe(true)
    for (const value of measures(native, [...valuesInVega()])) {
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
function measures(native: NativeChart, values: readonly number[]): number[] {
  const isBinned = native.columns.some(({ cells }) => cells.some((cell) => /^-?[\d.]+–[\d.]+$/.test(String(cell))))
  const texts = new Set(native.columns[0]?.cells.map(String))
  const dates = new Set(native.columns[0]?.cells.map((cell) => toMilliseconds(Number(cell))))
  // What floats may begin at zero, which is where it begins without a word.
  const isFloat = native.plots.some((plot) => isFloating(plot, native))
  return values.filter(
    (value) => value < 1e11 && !dates.has(value) && !isBinned && !texts.has(String(value)) && !(isFloat && value === 0),
  )
}
