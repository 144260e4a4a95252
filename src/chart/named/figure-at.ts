import { currentPeriod } from '../../dataset/figure/period.ts'
import { observationsOf } from '../../dataset/find.ts'
import type { Dataset, Observation } from '../../dataset/types.ts'

/** The figure of a series that a chart shows at a period, by default the report's, as `current` picks it. */
export function figureAt(
  series: string,
  measure: string,
  period: string | undefined,
  dataset: Dataset,
): Observation | undefined {
  const own = observationsOf(dataset, series).filter((one) => one.measure === measure)
  const periods = own.map((one) => one.period)
  const at = period ?? currentPeriod(periods, dataset.report.period)
  return own.find((one) => one.period === at)
}
