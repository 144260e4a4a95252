import { comparePeriods, isPartOf, periodEnd, periodLike } from '../../dataset/figure/period.ts'
import { shiftPeriod, yearsBefore } from '../../dataset/figure/shift-period.ts'
import type { Dataset } from '../../dataset/types.ts'
import { type ObservationRow, seriesOfRow, toRow } from './observation-row.ts'

/**
 * Indicators with a figure of the period before, or of the same part of a year before, but none of the report's own,
 * and of the parts of that year: a new edition's, to be
 * filled in. Where one declared source states nothing yet it is the new figures', and a change is since the period that
 * the report compares with.
 */
export function rowsToFill(rows: readonly ObservationRow[], { report, sources }: Dataset): ObservationRow[] {
  const end = periodEnd(report.period)
  const ends = rows.map(({ period }) => periodEnd(period)).filter((one) => one < end)
  const [earliest] = ends.sort()
  const same = new Set(yearsBefore(report.period, earliest ?? report.period).map(periodEnd))
  const has = new Set(rows.filter(({ period }) => periodEnd(period) === end).map(seriesOfRow))
  const isDue = (when: string) => when === ends.at(-1) || same.has(when)
  const before = rows.filter((row) => isDue(periodEnd(row.period)) && !has.has(seriesOfRow(row)))
  const used = new Set(rows.flatMap((row) => [row.source, row['change-source']]))
  const [source = '', ...others] = [...sources.keys()].filter((id) => !used.has(id))
  const added = others.length > 0 ? '' : source
  const wholes = [...new Set(before.map(seriesOfRow))].flatMap((series) => {
    const all = before
      .filter((row) => seriesOfRow(row) === series)
      .toSorted((a, b) => comparePeriods(a.period, b.period))
    const last = periodEnd(all.at(-1)?.period ?? '')
    const own = all.filter(({ period }) => periodEnd(period) === last)
    const [first] = own
    const period = first && periodLike(first.period, report.period)
    // A year's figure is not due in the middle of the next.
    if (!period || periodEnd(period) !== end) return []
    const since = own.some((row) => /\d/.test(row.since)) ? periodLike(period, report.comparison) : ''
    const { indicator, category } = first
    return [toRow({ indicator, category, period, source: added, since })]
  })
  const known = new Set([...rows, ...wholes].map((row) => `${seriesOfRow(row)}@${row.period}`))
  const year = shiftPeriod(report.period, -12) ?? ''
  const parts = rows.flatMap(({ period: own, since: base, indicator, category }) => {
    const period = isPartOf(own, year) ? shiftPeriod(own, 12) : undefined
    const since = shiftPeriod(base, 12) ?? ''
    return period === undefined ? [] : [toRow({ indicator, category, period, source: added, since })]
  })
  return [...wholes, ...parts.filter((row) => !known.has(`${seriesOfRow(row)}@${row.period}`))]
}
