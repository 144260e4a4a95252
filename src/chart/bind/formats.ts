import { parsePeriod } from '../../dataset/figure/period.ts'
import type { Dataset, Period } from '../../dataset/types.ts'
import { type Diagnostic, suggest } from '../../diagnostic.ts'
import type { Locale } from '../../locale/types.ts'
import { type JsonObject, walkObjects } from '../spec/json/json.ts'
import { type SpecFile, specError } from '../spec/json/spec-file.ts'
import type { ChartFormats, ChartRow, PeriodKind } from '../types.ts'

const periodKinds: readonly PeriodKind[] = ['month', 'quarter', 'half', 'year']

/**
 * Formats of axis numbers and dates in the locale's words, for the rows that are `shown`.
 * `marks` are those of dates whose figures have one.
 */
export function chartFormats(
  dataset: Dataset,
  locale: Locale,
  rows: readonly ChartRow[],
  shown: readonly ChartRow[],
  marks?: ReadonlyMap<number, string>,
): ChartFormats {
  let named: ReadonlyMap<number, Period> | undefined
  const getPeriod = (date: Date, kind: PeriodKind) => {
    named ??= new Map(shown.filter(isOwnPeriod).map((row) => [Date.parse(row.date), row.period]))
    return named.get(date.getTime()) ?? periodAt(date, kind)
  }
  return {
    quantity: (value, id, step, largest) => {
      const unit = dataset.units.get(id)
      // A last tick just above the figures is in their scale: 1,000,000 above 973,000.
      const most = Math.max(...rows.map((row) => (row.unit === id ? Math.abs(row.value ?? 0) : 0)))
      const isAbove = largest !== undefined && most < largest && most > largest - (step ?? 0)
      return unit ? locale.axis(value, unit, step, isAbove ? most : largest) : String(value)
    },
    period: (date, kind) =>
      `${locale.period(getPeriod(new Date(date), kind), 'short')}${marks?.get(new Date(date).getTime()) ?? ''}`,
  }
}

/** Whether a row's period is not named by its first day: three months to June, a financial or school year, a week. */
function isOwnPeriod({ period }: ChartRow): boolean {
  const form = parsePeriod(period)?.form
  return form === 'ending' || form === 'financial' || form === 'range' || form === 'week'
}

/** The period of a kind that a date lies in, reckoned in UTC. */
export function periodAt(date: Date, kind: PeriodKind): string {
  const year = String(date.getUTCFullYear())
  switch (kind) {
    case 'month':
      return `${year}-${String(date.getUTCMonth() + 1).padStart(2, '0')}`
    case 'quarter':
      return `${year}-Q${Math.floor(date.getUTCMonth() / 3) + 1}`
    case 'half':
      return `${year}-S${date.getUTCMonth() < 6 ? 1 : 2}`
    case 'year':
      return year
  }
}

/** Errors for a wrong `format`: of type `quantity` it is a unit's id, of `period` month, quarter, half or year. */
export function checkFormats(source: SpecFile, spec: JsonObject, units: readonly string[]): Diagnostic[] {
  return walkObjects(spec).flatMap(([{ formatType, format }, path]) => {
    const known = formatType === 'quantity' ? units : formatType === 'period' ? periodKinds : undefined
    if (!known || known.some((name) => name === format)) return []
    const what = formatType === 'quantity' ? 'unit' : 'kind of period'
    return [
      {
        ...specError(
          source,
          [...path, format === undefined ? 'formatType' : 'format'],
          `unknown ${what}: ${String(format ?? 'none')}`,
        ),
        expected: `one of ${known.join(', ')}`,
        hint: typeof format === 'string' ? suggest(format, known) : undefined,
      },
    ]
  })
}
