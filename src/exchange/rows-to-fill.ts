import { comparePeriods, periodEnd } from '../dataset/period.ts'
import type { Dataset } from '../dataset/types.ts'
import { type ObservationRow, toRow } from './observation-row.ts'

/** Indicators with a figure of the period before, but none of the report's own: a new edition's, to be filled in. */
export function rowsToFill(rows: readonly ObservationRow[], { report }: Dataset): ObservationRow[] {
  const earlier = [...new Set(rows.map(({ period }) => period))].filter(
    (period) => periodEnd(period) < periodEnd(report.period),
  )
  const latest = earlier.sort(comparePeriods).at(-1)
  if (rows.some(({ period }) => period === report.period) && latest === undefined) return []
  const has = new Set(
    rows.filter(({ period }) => periodEnd(period) === periodEnd(report.period)).map(({ indicator }) => indicator),
  )
  const before = rows.filter(
    ({ indicator, period }) => latest !== undefined && period === latest && !has.has(indicator),
  )
  return [...new Set(before.map(({ indicator }) => indicator))].map((indicator) =>
    toRow({ indicator, period: report.period }),
  )
}
