import { oneDay, parsePeriod } from '../../dataset/figure/period.ts'
import { groupBy } from '../../dataset/group-by.ts'
import type { Period } from '../../dataset/types.ts'
import type { JsonObject } from '../spec/json/json.ts'
import { getStartDate } from './beside/remarks.ts'
import { aggregates, inTime, labelSizes, periodKind } from './parts.ts'
import type { ChartRequest } from './types.ts'

/** More slots than these are no columns that one tells apart. */
const mostSlots = 16

/**
 * The dates (milliseconds, UTC) of some periods in order, all as far apart as the nearest two or a multiple of that,
 * with those that they skip, and these
 * alone as `missing`. Undefined where they follow each other unevenly, most dates are missing, or they have another
 * form than months, days and whole numbers of them.
 */
export function regularDates(periods: readonly Period[]): { dates: number[]; missing: number[] } | undefined {
  const kind = kinds.find(({ forms }) => periods.every((period) => forms.includes(parsePeriod(period)?.form ?? '')))
  if (!kind) return undefined
  const places = periods.map((period) => kind.toPlace(getStartDate(period)))
  const steps = places.slice(1).map((place, index) => place - (places[index] ?? 0))
  const step = Math.min(...steps)
  const first = places[0] ?? 0
  const count = steps.length === 0 ? 1 : ((places.at(-1) ?? 0) - first) / step + 1
  if (!steps.every((distance) => distance > 0 && distance % step === 0) || count > mostSlots) return undefined
  const all = Array.from({ length: count }, (_, index) => first + (steps.length === 0 ? 0 : index * step))
  const missing = all.filter((place) => !places.includes(place))
  if (missing.length * 2 > places.length) return undefined
  return { dates: all.map(kind.toDate), missing: missing.map(kind.toDate) }
}

/** Periods that begin with a month, by months, and others by days. */
const kinds = [
  {
    forms: ['year', 'half', 'quarter', 'month', 'financial'],
    toPlace: (date: number) => new Date(date).getUTCFullYear() * 12 + new Date(date).getUTCMonth(),
    toDate: (month: number) => Date.UTC(2000, month - 24_000),
  },
  { forms: ['week', 'day'], toPlace: (date: number) => date / oneDay, toDate: (days: number) => days * oneDay },
]

/** The dates of some periods, and where they follow each other evenly those that they skip (milliseconds, UTC). */
export function getTimeSlots(periods: readonly Period[]): number[] {
  return regularDates(periods)?.dates ?? periods.map(getStartDate)
}

/** The middle of each run of missing periods in an evenly spaced series (milliseconds, UTC). */
export function missingSlots(periods: readonly Period[]): number[] {
  const { missing = [] } = regularDates(periods) ?? {}
  const known = periods.map(getStartDate)
  const runs = groupBy(missing, (date) => known.filter((one) => one < date).length)
  return [...runs.values()].map((dates) => ((dates[0] ?? 0) + (dates.at(-1) ?? 0)) / 2)
}

/** A slot for each of some dates that follow each other evenly, `H1 2023` over two lines where it has no room. */
export function slots(request: ChartRequest): JsonObject & { axis: JsonObject } {
  const isNarrow = `width / ${getTimeSlots(request.periods).length} < axisSize * (length(datum.label) * 0.55 + 0.3)`
  const labelExpr = `${isNarrow} ? split(datum.label, ' ') : datum.label`
  const axis = { formatType: 'period', format: periodKind(request), labelAngle: 0, labelExpr }
  return { ...inTime, type: 'ordinal', axis }
}

/** More columns than this lack room for a number each, and for a label each where they stand in time. */
export const mostLabelled = 8

/** Each at its place in time, with its date in a shorter form where the nearest two have no room for both. */
export function places(request: ChartRequest): JsonObject & { axis: JsonObject } {
  const isEach = request.periods.length <= mostLabelled
  const values = { expr: isEach ? 'allDates' : 'axisDates' }
  const axis = { values, formatType: 'period', format: periodKind(request), domain: true, labelFlush: false }
  const shown = isEach ? { ...axis, labelExpr: shorterDates(request) } : axis
  return { ...inTime, scale: { padding: labelSizes(3) }, axis: shown }
}

/** `’16` after `2015`, and `Jun 2020` over two lines: an expression. */
function shorterDates({ periods }: ChartRequest): string {
  const dates = periods.map(getStartDate)
  const nearest = Math.min(...dates.slice(1).map((date, index) => date - (dates[index] ?? 0)))
  const part = nearest / ((dates.at(-1) ?? 0) - (dates[0] ?? 0))
  const isNarrow = `(width - labelSize * 6) * ${part} < axisSize * (length(datum.label) * 0.5 + 0.6)`
  const short =
    "test(/^\\d{4}$/, datum.label) ? (datum.index > 0 ? '’' + slice(datum.label, 2) : datum.label) : split(datum.label, ' ')"
  return `${isNarrow} ? (${short}) : datum.label`
}

/** The least distance between two columns, in points, on a scale with a padding of three type sizes. */
export const columnWidths: JsonObject[] = [
  aggregates({ firstDate: ['min', 'date'], lastDate: ['max', 'date'] }),
  { window: [{ op: 'lag', field: 'date', as: 'before' }], sort: [{ field: 'date', order: 'ascending' }] },
  {
    calculate:
      'isValid(datum.before) && datum.date > datum.before ? (datum.date - datum.before) / (datum.lastDate - datum.firstDate) * (width - labelSize * 6) : width',
    as: 'distance',
  },
  aggregates({ nearest: ['min', 'distance'] }),
]

/**
 * The greatest width of a column in its slot or beside its neighbour,
 * at most eight type sizes and what the padding of a time scale allows.
 */
export function columnWidth(hasSlots: boolean): JsonObject {
  return { expr: hasSlots ? "min(bandwidth('x'), labelSize * 8)" : 'min(datum.nearest * 0.7, labelSize * 5.8)' }
}
