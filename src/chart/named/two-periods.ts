import { observationKey } from '../../dataset/figure/reference.ts'
import { monthsBetween, shiftPeriod } from '../../dataset/figure/shift-period.ts'
import { isAt } from './parts.ts'
import type { ChartRequest } from './types.ts'

/**
 * The later and earlier of the compared periods, as expressions: those requested,
 * else the report's, or the one as long before it as the report's comparison is.
 */
export function twoPeriods({ options, dataset: { report } }: ChartRequest): { isNow: string; isThen: string } {
  const { period } = options
  const since = options.since ?? (period && shiftPeriod(period, monthsBetween(report.period, report.comparison)))
  return {
    isNow: isAt(period),
    isThen: isAt(since, 'datum.previous'),
  }
}

/** Whether changes that count from the report's comparison count from the earlier period that the chart shows. */
export function hasOwnChange({ options: { period, since }, series, dataset }: ChartRequest): boolean {
  const { observations, report } = dataset
  const changes = series.map((one) => observations.get(observationKey(one, 'change', period ?? report.period)))
  return since === undefined || changes.every((change) => change?.since === since)
}
