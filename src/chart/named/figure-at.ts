import { currentPeriod } from '../../dataset/figure/period.ts'
import type { Dataset, Measure, Observation } from '../../dataset/types.ts'
import { groupObservations } from '../bind/rows/rows.ts'

/** The figure of a series that a chart shows at a period, by default the report's, as `current` picks it. */
export function figureAt(
  series: string,
  measure: string,
  period: string | undefined,
  dataset: Dataset,
): Observation | undefined {
  const own = [...(groupObservations(dataset).get(series) ?? [])].flatMap(([at, measures]) => {
    const one = measures[measure as Measure]
    return one ? [[at, one] as const] : []
  })
  const shown =
    period ??
    currentPeriod(
      own.map(([at]) => at),
      dataset.report.period,
    )
  return own.find(([at]) => at === shown)?.[1]
}
