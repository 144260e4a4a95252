import { mostCommon } from '../../dataset/group-by.ts'
import type { Facts } from './facts/facts.ts'
import { type ErrorLook, isSame, type PlacedPoint, type PlacedSeries } from './facts/placed.ts'
import type { NativeErrorBars, NativeLabel, NativeSeries } from './native-types.ts'
import type { Sheet } from './sheet.ts'
import { formatMultiplier, toUnits, unitFormat } from './unit-multiplier.ts'

/** What a series is written with. */
export interface SeriesSetting {
  sheet: Sheet
  /** The column of its categories. */
  categories: number
  /** Of its cells, and of those that its axis counts. */
  format: string
  axisFormat?: string | undefined
  /** The power of ten that its cells are divided by. */
  unitMultiplier: number
  inLegend: boolean
}

/** A series in PowerPoint's terms: the look that most of its points have, and what differs. */
export function toNativeSeries(
  { points, smooth = false, name, kind, beside, errors, isUnseen = false }: PlacedSeries,
  labels: readonly NativeLabel[],
  { sheet, categories, format, axisFormat, unitMultiplier, inLegend }: SeriesSetting,
): NativeSeries {
  const real = points.filter(({ item }) => item !== undefined)
  // Slices have a look each: PowerPoint varies those that have none of their own.
  const common = <T>(values: readonly T[]) => (kind === 'slices' ? undefined : mostCommon(values))
  const fill = common(real.map((point) => point.fill))
  const line = common(real.map((point) => point.line))
  const marked = real.filter(({ value }) => value !== null)
  const hasMarkers = marked.length > 0 && marked.every((point) => point.marker)
  // LibreOffice ignores a point's marker that equals the series': where markers differ, each point has its own.
  const marker =
    hasMarkers && marked.every((point) => isSame(point.marker, marked[0]?.marker)) ? marked[0]?.marker : undefined
  const toCell = (value: number | null) => (value === null ? null : toUnits(value, unitMultiplier))
  const values = sheet.add(
    name,
    points.map(({ value }) => toCell(value)),
    format,
  )
  const errorBars = errors && toErrorBars(errors, points, toCell, sheet, axisFormat ?? format)
  for (const { header, cells } of beside ?? []) sheet.add(header, cells.map(toCell), axisFormat ?? 'General', 'any')
  return {
    categories,
    values,
    fill,
    line,
    marker,
    smooth,
    points: points.flatMap((point, index) => {
      if (!point.item) return []
      const different = {
        ...(isSame(point.fill, fill) ? {} : { fill: point.fill }),
        ...(isSame(point.line, line) ? {} : { line: point.line }),
        ...(isSame(point.marker, marker) ? {} : { marker: point.marker }),
      }
      return Object.keys(different).length > 0 ? [{ index, ...different }] : []
    }),
    labels: [...labels],
    errorBars,
    isUnseen,
    inLegend: inLegend && kind !== 'slices',
  }
}

function toErrorBars(
  { channel, line, hasCaps, names, length, toZero }: ErrorLook,
  points: readonly PlacedPoint[],
  toCell: (value: number | null) => number | null,
  sheet: Sheet,
  format: string,
): NativeErrorBars {
  const look = { direction: channel, line, hasCaps }
  if (length !== undefined) return { ...look, lengths: { type: 'same', length: toCell(length) ?? 0 } }
  if (toZero) return { ...look, lengths: { type: 'toZero' } }
  const there = points.filter(({ margin }) => margin)
  const add = (end: 'minus' | 'plus') =>
    there.every(({ margin }) => margin?.[end] === 0)
      ? undefined
      : sheet.add(
          names[end],
          points.map(({ margin }) => toCell(margin?.[end] ?? null)),
          format,
        )
  return { ...look, lengths: { type: 'columns', minus: add('minus'), plus: add('plus') } }
}

/**
 * The number format of cells: their labels' common one, else one naming their unit, else the axis's.
 * A mark of status belongs to one figure, not the column.
 */
export function cellFormat(
  labels: readonly NativeLabel[],
  axisFormat: string | undefined,
  unitMultiplier: number,
  points: readonly Pick<PlacedPoint, 'value'>[],
): string {
  const [first, ...others] = labels.map(({ format }) => format && withoutMark(format))
  const isCommon = others.every((format) => format === first)
  const cells = points.map(({ value }) => (value === null ? null : toUnits(value, unitMultiplier)))
  const own = [isCommon ? first : undefined, unitFormat(unitMultiplier, cells), axisFormat].find(
    (format) => format !== undefined && formatMultiplier(format) === unitMultiplier,
  )
  return own ?? 'General'
}

/** `0.0"% [p]"` is `0.0"%"` without its mark. */
function withoutMark(format: string): string {
  return format.replace(/\u00a0\[[^\]"]+\]"/g, '"').replace(/(?<!")""(?!")/g, '')
}

/** Whether a legend names series neither in order nor reversed: answers stacked to both sides of a line. */
export function isJumbled(facts: Facts, series: readonly PlacedSeries[]): boolean {
  const entries = facts.legends.flatMap((legend) => legend.entries)
  const ranks = series
    .map(({ legendValue }) => entries.findIndex(({ value }) => value === legendValue))
    .filter((rank) => rank >= 0)
  const steps = new Set(ranks.slice(1).map((rank, index) => Math.sign(rank - (ranks[index] ?? 0))))
  return steps.has(1) && steps.has(-1)
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

/** The series that stand in the legend: of several that one entry names, the first. */
export function legendSeries(facts: Facts, series: readonly PlacedSeries[]): ReadonlySet<PlacedSeries> {
  const named = series.filter((one) => !one.isUnseen && isInLegend(facts, one))
  const getKey = ({ legendValue, name }: PlacedSeries) => String(legendValue ?? name)
  return new Set(named.filter((one, index) => named.findIndex((other) => getKey(other) === getKey(one)) === index))
}
