import type { NativeChart, NativePlot } from '../../src/chart/native/native-types.ts'

/** Whether two numbers are one but for what binary fractions cost. */
export const isSame = (one: number, other: number): boolean =>
  Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one))

/** A date as Excel counts it. */
export const toMilliseconds = (days: number): number => Math.round((days - 25569) * 86_400_000)

/**
 * The numbers that a chart shows: those that its plots refer to, but for places of categories that have an order and no number; what floats by
 * where it begins and ends; and where error bars reach.
 */
export function getShown(native: NativeChart): number[] {
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

/** Whether bars or bands stand on a series that is not seen. */
export function isFloating({ kind, series }: NativePlot, { columns }: NativeChart): boolean {
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
