import { observationKey } from '../../dataset/figure/reference.ts'
import { monthsBetween, shiftPeriod } from '../../dataset/figure/shift-period.ts'
import { isAt } from './parts.ts'
import type { ChartRequest } from './types.ts'

/** The later and the earlier of the periods that a chart compares, as expressions: those that are asked for, else the report's, or one as long before as the report's is. */
export function twoPeriods({ options, dataset: { report } }: ChartRequest): { isNow: string; isThen: string } {
  const { period } = options
  const since = options.since ?? (period && shiftPeriod(period, monthsBetween(report.period, report.comparison)))
  return {
    isNow: isAt(period),
    isThen: isAt(since, 'datum.previous'),
  }
}

/** Whether the changes of a chart's rows, which count from the report's comparison, count from the earlier of the two periods that it shows. */
export function hasOwnChange({ options: { period, since }, series, dataset }: ChartRequest): boolean {
  const { observations, report } = dataset
  const changes = series.map((one) => observations.get(observationKey(one, 'change', period ?? report.period)))
  return since === undefined || changes.every((change) => change?.since === since)
}
