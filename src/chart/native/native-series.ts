import type { NativeLabel, NativeSeries } from '../native-types.ts'
import type { Facts } from './facts.ts'
import { isSame, mostCommon, type PlacedSeries } from './placed.ts'
import type { Sheet } from './sheet.ts'

/** A series in PowerPoint's terms: the look that most of its points have, and what differs. */
export function toNativeSeries(
  { points, smooth, name, kind }: PlacedSeries,
  labels: readonly NativeLabel[],
  { sheet, categories, format, inLegend }: { sheet: Sheet; categories: number; format: string; inLegend: boolean },
): NativeSeries {
  const real = points.filter(({ item }) => item !== undefined)
  // Slices have a look each: PowerPoint varies those that have none of their own.
  const common = <T>(values: readonly (T | undefined)[]) => (kind === 'slices' ? undefined : mostCommon(values))
  const fill = common(real.map((point) => point.fill))
  const line = common(real.map((point) => point.line))
  const marked = real.filter(({ value }) => value !== null)
  const hasMarkers = marked.length > 0 && marked.every((point) => point.marker)
  // LibreOffice overlooks a point's marker that is of the series' shape and size: where markers differ, each is its point's own.
  const marker =
    hasMarkers && marked.every((point) => isSame(point.marker, marked[0]?.marker)) ? marked[0]?.marker : undefined
  const values = points.map(({ value }) => value)
  return {
    categories,
    values: sheet.add(name, values, format),
    rows: [0, Math.max(0, points.length - 1)],
    fill,
    line,
    marker,
    smooth,
    points: real.flatMap((point) => {
      const different = {
        ...(isSame(point.fill, fill) ? {} : { fill: point.fill }),
        ...(isSame(point.line, line) ? {} : { line: point.line }),
        ...(isSame(point.marker, marker) ? {} : { marker: point.marker }),
      }
      return Object.keys(different).length > 0 ? [{ index: point.slot, ...different }] : []
    }),
    labels: [...labels],
    inLegend: inLegend && kind !== 'slices',
  }
}

/** The number format of a series' cells: that of its labels where they agree, else its axis'. */
export function cellFormat(labels: readonly NativeLabel[], axisFormat: string | undefined): string {
  const [first] = labels
  const isCommon = labels.length > 0 && labels.every(({ format }) => format === first?.format)
  return (isCommon ? first?.format : undefined) ?? axisFormat ?? 'General'
}

/** Series in the order of drawing, those of one layer in the order of the legend. */
export function inLegendOrder<T extends PlacedSeries>(facts: Facts, series: readonly T[]): T[] {
  const entries = facts.legends.flatMap((legend) => legend.entries)
  const rank = ({ legendValue }: T) => entries.findIndex(({ value }) => value === legendValue)
  return [...series].sort((one, other) => one.layer - other.layer || rank(one) - rank(other))
}

/** Whether a series is named in one of the legends that were drawn. */
export function isInLegend(facts: Facts, { legendValue, name }: PlacedSeries): boolean {
  return facts.legends.some(({ entries }) => entries.some(({ value, text }) => value === legendValue || text === name))
}
