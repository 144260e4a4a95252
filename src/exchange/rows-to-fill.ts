import { comparePeriods, periodEnd } from '../dataset/period.ts'
import type { Dataset } from '../dataset/types.ts'
import { type ObservationRow, toRow } from './observation-row.ts'

/**
 * Indicators with a figure of the period before, but none of the report's own: a new edition's, to be filled in. Where one
 * declared source states nothing yet it is the new figures', and a change is since the period that the report compares with.
 */
export function rowsToFill(rows: readonly ObservationRow[], { report, sources }: Dataset): ObservationRow[] {
  const earlier = [...new Set(rows.map(({ period }) => period))].filter(
    (period) => periodEnd(period) < periodEnd(report.period),
  )
  const latest = earlier.sort(comparePeriods).at(-1)
  if (latest === undefined) return []
  const has = new Set(
    rows.filter(({ period }) => periodEnd(period) === periodEnd(report.period)).map(({ indicator }) => indicator),
  )
  const before = rows.filter(({ indicator, period }) => period === latest && !has.has(indicator))
  const used = new Set(rows.flatMap((row) => [row.source, row['change-source']]))
  const [source = '', ...others] = [...sources.keys()].filter((id) => !used.has(id))
  return [...new Set(before.map(({ indicator }) => indicator))].map((indicator) => {
    const moves = before.some((row) => row.indicator === indicator && /\d/.test(row.since))
    return toRow({
      indicator,
      period: report.period,
      source: others.length > 0 ? '' : source,
      since: moves ? report.comparison : '',
    })
  })
}
