import { currentPeriod } from '../../dataset/figure/period.ts'
import type { Dataset, Observation } from '../../dataset/types.ts'

/** The figure of a series that a chart shows at a period, by default the report's, as `current` picks it. */
export function figureAt(
  series: string,
  measure: string,
  period: string | undefined,
  { observations, report }: Dataset,
): Observation | undefined {
  const own = [...observations.values()].filter((one) => one.series === series && one.measure === measure)
  const periods = own.map((one) => one.period)
  const at = period ?? currentPeriod(periods, report.period)
  return own.find((one) => one.period === at)
}
