import { subtract } from '../../dataset/figure/interval.ts'
import { areAlike, comparePeriods, parsePeriod, periodEnd } from '../../dataset/figure/period.ts'
import { observationKey } from '../../dataset/figure/reference.ts'
import { monthsBetween, shiftPeriod } from '../../dataset/figure/shift-period.ts'
import { getObservations } from '../../dataset/find.ts'
import type { Dataset, Observation, Period } from '../../dataset/types.ts'
import { differenceEnds, type Operand, observed } from './operand.ts'

/** Earlier observations of the same number of an indicator, oldest first; of changes and rates, over an equal span. */
export function earlier(dataset: Dataset, observation: Observation): Observation[] {
  const { series, measure, period } = observation
  const isStock = dataset.indicators.get(observation.indicator)?.type === 'stock'
  return getObservations(dataset, series)
    .filter((other) => other.measure === measure)
    .filter((other) => isStock || areAlike(other.period, period))
    .filter((other) => measure === 'value' || getSpan(other) === getSpan(observation))
    .filter((other) => comparePeriods(other.period, period) < 0)
    .sort((a, b) => comparePeriods(a.period, b.period))
}

/** An indicator's yearly steps up to a period, latest first, as far back as the dataset has them without a gap. */
export function yearlySteps(dataset: Dataset, series: string, period: Period): Operand[] {
  const step = stepOver(dataset, series, yearBefore(period), period)
  return step ? [step, ...yearlySteps(dataset, series, yearBefore(period))] : []
}

/** From each level of an indicator that ends with its period to the one before it in the dataset, latest first. */
export function stepsBetweenLevels(dataset: Dataset, level: Observation): Operand[] {
  const levels = [...earlier(dataset, level), level].reverse()
  return levels.slice(0, -1).flatMap((later, index) => {
    const before = levels[index + 1]
    const step = before && stepOver(dataset, level.series, before.period, later.period)
    return step ? [step] : []
  })
}

/** An indicator's movement between two periods: the stated or derived change over that span, else the difference. */
function stepOver(dataset: Dataset, series: string, from: Period, to: Period): Operand | undefined {
  const { observations } = dataset
  const keys = [observationKey(series, 'change', to), observationKey(series, 'change', to, from)]
  const change = keys.map((key) => observations.get(key)).find((one) => one?.since === from)
  if (change) return observed(dataset, change)
  const [before, after] = [from, to].map((period) => observations.get(observationKey(series, 'value', period)))
  if (!before || !after) return undefined
  const [a, b] = [observed(dataset, after), observed(dataset, before)]
  return {
    ...a,
    text: `${a.text} - ${b.text}`,
    allowed: subtract(a.allowed, b.allowed),
    rounding: undefined,
    ...differenceEnds(a, b),
  }
}

/** A step without its sign; one that may be of either sign may be as small as zero. */
export function size(step: Operand): Operand {
  const { low, high } = step.allowed
  if (!low.isNegative()) return step
  const top = low.negated()
  if (high.gt(0)) return { ...step, allowed: { low: low.times(0).abs(), high: top.gt(high) ? top : high } }
  return { ...step, allowed: { low: high.negated(), high: top }, openLow: step.openHigh, openHigh: step.openLow }
}

/** A change's span in months, its month of the year, and its periods' length: December to December is `12 12 P1M`. */
function getSpan({ period, since }: Observation): string {
  const months = since ? monthsBetween(since, period) : ''
  return `${months} ${periodEnd(period).slice(5, 7)} ${parsePeriod(period)?.length}`
}

/** The period of the same form a year before. */
export function yearBefore(period: Period): Period {
  return shiftPeriod(period, -12) ?? ''
}
