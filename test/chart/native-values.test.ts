import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { NativeChart, NativePlot, NotNative } from '../../src/chart/native/native-types.ts'
import { boundSpec, getNative, getSheet, nativeSpecs } from './native-sample.ts'
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
    const inChart = getValues(native)
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

const isSame = (one: number, other: number): boolean => Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one))

/** A date as Excel counts it. */
const toMilliseconds = (days: number): number => Math.round((days - 25569) * 86_400_000)

/**
 * The numbers that a chart shows: those that its plots refer to, but for places of categories that have an order and no number; what floats by
 * where it begins and ends; and where error bars reach.
 */
function getValues(native: NativeChart): number[] {
  return native.plots.flatMap((plot) =>
    isFloating(plot, native) ? floatingEnds(plot, native) : plainValues(plot, native),
  )
}

function plainValues(plot: NativePlot, { columns, axes }: NativeChart): number[] {
  const { kind, series } = plot
  const isOrder = (axis: 'category' | 'value') => axes?.primary[axis].kind === 'value' && !axes.primary[axis].labels
  const isPoints = kind === 'scatter' || kind === 'bubble'
  const isRest = (row: number, { length }: readonly unknown[]) =>
    'hasRest' in plot && plot.hasRest && row === length - 1
  const numbers = (index: number) =>
    (columns[index]?.cells ?? []).flatMap((cell, row, cells) =>
      typeof cell === 'number' && !isRest(row, cells) ? [cell] : [],
    )
  return series
    .filter(({ isUnseen }) => !isUnseen)
    .flatMap(({ categories, values, sizes, errorBars }) => [
      ...(isPoints && !isOrder('category') && !isDate(columns[categories]?.format) ? numbers(categories) : []),
      ...(isOrder('value') && isPoints ? [] : numbers(values)),
      ...(sizes === undefined ? [] : numbers(sizes)),
      ...(errorBars?.lengths.type === 'columns' ? errorEnds(errorBars.lengths, values, columns) : []),
    ])
}

function errorEnds(
  { minus, plus }: { minus: number | undefined; plus: number | undefined },
  values: number,
  columns: NativeChart['columns'],
): number[] {
  const cell = (index: number | undefined, row: number) =>
    Number(index === undefined ? 0 : (columns[index]?.cells[row] ?? 0))
  return (columns[values]?.cells ?? []).flatMap((value, row) =>
    typeof value === 'number' ? [value - cell(minus, row), value + cell(plus, row)] : [],
  )
}

function isFloating({ kind, series }: NativePlot, { columns }: NativeChart): boolean {
  const isParted = series.some(({ values }) => columns[values]?.header.endsWith(' < 0'))
  return (kind === 'bar' || kind === 'area') && (isParted || series.some(({ isUnseen }) => isUnseen))
}

/** Where the seen series of a stack begin and end; what is negative is stacked by itself, but in areas. */
function floatingEnds({ kind, series }: NativePlot, { columns }: NativeChart): number[] {
  const rows = columns[series[0]?.values ?? 0]?.cells.length ?? 0
  return Array.from({ length: rows }, (_, row) => row).flatMap((row) => {
    const reached = { up: 0, down: 0 }
    return series.flatMap(({ values, isUnseen }) => {
      const length = columns[values]?.cells[row]
      if (typeof length !== 'number') return []
      const side = length < 0 && kind === 'bar' ? 'down' : 'up'
      const from = reached[side]
      reached[side] += length
      return isUnseen ? [] : [from, reached[side]].filter((end) => end !== 0)
    })
  })
}

const isDate = (format = ''): boolean => /yyyy/.test(format)

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
