import { periodEnd, periodLike } from '../dataset/figure/period.ts'
import type { Dataset } from '../dataset/types.ts'
import { type ObservationRow, seriesOfRow, toRow } from '../edit/rows/observation-row.ts'

/**
 * Indicators with a figure of the period before, but none of the report's own: a new edition's, to be filled in. Where one
 * declared source states nothing yet it is the new figures', and a change is since the period that the report compares with.
 */
export function rowsToFill(rows: readonly ObservationRow[], { report, sources }: Dataset): ObservationRow[] {
  const end = periodEnd(report.period)
  const ends = rows.map(({ period }) => periodEnd(period)).filter((one) => one < end)
  const latest = ends.sort().at(-1)
  const has = new Set(rows.filter(({ period }) => periodEnd(period) === end).map(seriesOfRow))
  const before = rows.filter((row) => periodEnd(row.period) === latest && !has.has(seriesOfRow(row)))
  const used = new Set(rows.flatMap((row) => [row.source, row['change-source']]))
  const [source = '', ...others] = [...sources.keys()].filter((id) => !used.has(id))
  return [...new Set(before.map(seriesOfRow))].flatMap((series) => {
    const own = before.filter((row) => seriesOfRow(row) === series)
    const [first] = own
    const period = first && periodLike(first.period, report.period)
    // A year's figure is not due in the middle of the next.
    if (!period || periodEnd(period) !== end) return []
    const since = own.some((row) => /\d/.test(row.since)) ? periodLike(period, report.comparison) : ''
    const { indicator, category } = first
    return [toRow({ indicator, category, period, source: others.length > 0 ? '' : source, since })]
  })
}
