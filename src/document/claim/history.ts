import { subtract } from '../../dataset/figure/interval.ts'
import { comparePeriods } from '../../dataset/figure/period.ts'
import { observationKey } from '../../dataset/figure/reference.ts'
import type { Dataset, Observation, Period } from '../../dataset/types.ts'
import { type Operand, observed } from './operand.ts'

/** The dataset's other observations of the same number of an indicator, before an observation, oldest first; of changes and rates, those over an equal span. */
export function earlier({ observations }: Dataset, observation: Observation): Observation[] {
  const { indicator, measure, period } = observation
  return [...observations.values()]
    .filter((other) => other.indicator === indicator && other.measure === measure)
    .filter((other) => measure === 'value' || spanOf(other) === spanOf(observation))
    .filter((other) => comparePeriods(other.period, period) < 0)
    .sort((a, b) => comparePeriods(a.period, b.period))
}

/** The steps of an indicator over a year each, up to a period, latest first, as far back as the dataset knows them without a gap. */
export function yearlySteps(dataset: Dataset, indicator: string, period: Period): Operand[] {
  const step = stepOver(dataset, indicator, yearBefore(period), period)
  return step ? [step, ...yearlySteps(dataset, indicator, yearBefore(period))] : []
}

/** From each level of an indicator that ends with its period to the one before it in the dataset, latest first. */
export function stepsBetweenLevels(dataset: Dataset, level: Observation): Operand[] {
  const levels = [...earlier(dataset, level), level].reverse()
  return levels.slice(0, -1).flatMap((later, index) => {
    const before = levels[index + 1]
    const step = before && stepOver(dataset, level.indicator, before.period, later.period)
    return step ? [step] : []
  })
}

/** How far an indicator moved between two periods: the change that is stated or derived for just that span, else the difference of the levels. */
function stepOver({ observations }: Dataset, indicator: string, from: Period, to: Period): Operand | undefined {
  const change = observations.get(observationKey(indicator, 'change', to))
  if (change?.since === from) return observed(change)
  const [before, after] = [from, to].map((period) => observations.get(observationKey(indicator, 'value', period)))
  if (!before || !after) return undefined
  const [a, b] = [observed(after), observed(before)]
  return {
    ...a,
    text: `${a.text} - ${b.text}`,
    allowed: subtract(a.allowed, b.allowed),
    openLow: false,
    openHigh: false,
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

/** The years between the ends of a change, and what they are besides years: from one December to the next, `1:-12>-12`. */
function spanOf({ period, since }: Observation): string {
  const from = since ?? ''
  return `${Number(period.slice(0, 4)) - Number(from.slice(0, 4))}:${from.slice(4)}>${period.slice(4)}`
}

/** The period of the same form a year before. */
export function yearBefore(period: Period): Period {
  return period.replace(/^\d{4}/, (year) => String(Number(year) - 1).padStart(4, '0'))
}
