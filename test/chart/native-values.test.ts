import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { NativeChart } from '../../src/chart/native-types.ts'
import { boundSpec, nativeOf, nativeSpecs, sheetOf } from './native-sample.ts'
import { vegaValues } from './vega-values.ts'

/** For each spec the rows of its sheet, or why it is a picture; written from what Vega shows, and looked through. */
const expected: Record<string, (string | number | null)[][] | string> = JSON.parse(
  readFileSync('test/chart/native-specs/expected.json', 'utf8'),
)

describe.each(nativeSpecs)('%s', (name) => {
  test('has the sheet that its reader expects, or the reason why not', async () => {
    const native = await nativeOf(boundSpec(name))
    expect(native.type === 'native' ? sheetOf(native) : native.reason).toEqual(expected[name])
  })

  test('shows the values of Vega, no more and no fewer', async () => {
    const chart = boundSpec(name)
    const native = await nativeOf(chart)
    if (native.type === 'picture') return
    const inVega = [...(await vegaValues(chart))]
    const inChart = valuesOf(native)
    for (const value of inChart)
      expect(
        inVega.some((one) => isSame(one, value)),
        `${value} in Vega`,
      ).toBe(true)
    for (const value of measures(native, inVega)) {
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

const isSame = (one: number, other: number): boolean => Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one))

/** The numbers that a chart's plots refer to, but for places of categories that have an order and no number. */
function valuesOf({ plots, columns, axes }: NativeChart): number[] {
  const isOrder = (axis: 'category' | 'value') => axes?.primary[axis].kind === 'value' && !axes.primary[axis].labels
  const numbers = (index: number) =>
    (columns[index]?.cells ?? []).filter((cell): cell is number => typeof cell === 'number')
  return plots.flatMap(({ kind, series }) =>
    series.flatMap(({ categories, values, sizes }) => [
      ...((kind === 'scatter' || kind === 'bubble') && !isOrder('category') && !isDate(columns[categories]?.format)
        ? numbers(categories)
        : []),
      ...(isOrder('value') && (kind === 'scatter' || kind === 'bubble') ? [] : numbers(values)),
      ...(sizes === undefined ? [] : numbers(sizes)),
    ]),
  )
}

const isDate = (format = ''): boolean => /yyyy/.test(format)

/** Vega's values but for dates and the edges of bins, which are categories. */
function measures(native: NativeChart, values: readonly number[]): number[] {
  const isBinned = native.columns.some(({ cells }) => cells.some((cell) => /^-?[\d.]+–[\d.]+$/.test(String(cell))))
  const texts = new Set(native.columns[0]?.cells.map(String))
  return values.filter((value) => value < 1e11 && !isBinned && !texts.has(String(value)))
}
