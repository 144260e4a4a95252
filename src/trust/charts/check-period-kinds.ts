import { specError } from '../../chart/spec/json/spec-file.ts'
import type { Chart } from '../../chart/types.ts'
import { parsePeriod } from '../../dataset/figure/period.ts'
import { groupBy } from '../../dataset/group-by.ts'
import type { Dataset } from '../../dataset/types.ts'
import type { Diagnostic } from '../../diagnostic.ts'

/** Sums over periods that are not equally long, ranked, stacked or drawn on one axis: a half-year's beside a year's. */
export function checkPeriodKinds(chart: Chart, { indicators }: Pick<Dataset, 'indicators'>): Diagnostic[] {
  const flows = chart.observations.filter(
    ({ indicator, measure }) => measure === 'value' && indicators.get(indicator)?.type === 'flow',
  )
  return [...groupBy(flows, ({ quantity }) => quantity.unit).values()].flatMap((alike): Diagnostic[] => {
    const lengths = groupBy(alike, ({ period }) => parsePeriod(period)?.length)
    const [one, other] = [...lengths.values()].map(([first]) => first)
    if (!one || !other) return []
    const message = `sums over periods that are not equally long in one chart: ${one.key}, ${other.key}`
    const hint = 'show periods of one length: a chart by name with each=year, a filter of a spec; or draw two charts'
    return [{ ...specError(chart, ['data'], message), severity: 'warning', kind: 'charts', hint }]
  })
}
