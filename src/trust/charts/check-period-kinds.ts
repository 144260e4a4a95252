import { specError } from '../../chart/spec/json/spec-file.ts'
import type { Chart } from '../../chart/types.ts'
import { parsePeriod } from '../../dataset/figure/period.ts'
import { groupBy } from '../../dataset/group-by.ts'
import type { Dataset } from '../../dataset/types.ts'
import type { Diagnostic } from '../../diagnostic.ts'

/** Sums over periods that are not equally long, of several things in one unit, ranked, stacked or drawn on one axis: a half-year's beside a year's. Of one thing the axis of time tells it. */
export function checkPeriodKinds(chart: Chart, { indicators }: Pick<Dataset, 'indicators'>): Diagnostic[] {
  if (chart.free) return []
  const flows = chart.observations.filter(
    ({ indicator, measure }) => measure === 'value' && indicators.get(indicator)?.type === 'flow',
  )
  return [...groupBy(flows, ({ quantity }) => quantity.unit).values()].flatMap((alike): Diagnostic[] => {
    const lengths = groupBy(alike, ({ period }) => parsePeriod(period)?.length)
    const [one, other] = [...lengths.values()].flatMap(([first]) => first ?? [])
    if (!one || !other || one.series === other.series) return []
    const message = `sums over periods that are not equally long in one chart: ${one.key}, ${other.key}`
    const hint = 'show periods of one length: filter the others out, or draw two charts'
    return [{ ...specError(chart, ['data'], message), severity: 'warning', kind: 'charts', hint }]
  })
}
