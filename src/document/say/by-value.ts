import type { Decimal } from 'decimal.js'
import { findObservation } from '../../dataset/figure/reference.ts'
import type { Dataset, Indicator, Observation } from '../../dataset/types.ts'
import { hasNumber } from './figure.ts'

/** What indicators are ordered by, largest first; those without a number come last, in their own order. */
export function sortByNumber(
  indicators: readonly Indicator[],
  numberOf: (indicator: Indicator) => Observation | undefined,
): Indicator[] {
  const keyed = indicators.map((indicator) => ({ indicator, number: toNumber(numberOf(indicator)) }))
  return keyed.sort((a, b) => compare(a.number, b.number)).map(({ indicator }) => indicator)
}

/** Indicators by their levels in the report's period, largest first. */
export function sortByValue(dataset: Dataset, indicators: readonly Indicator[]): Indicator[] {
  return sortByNumber(indicators, ({ id }) => findObservation(dataset, id))
}

/** An indicator's place by value among others, from 1, equal values sharing one; undefined where it has no number. */
export function rankOf(dataset: Dataset, indicator: Indicator, among: readonly Indicator[]): number | undefined {
  const value = toNumber(findObservation(dataset, indicator.id))
  return value && among.filter(({ id }) => toNumber(findObservation(dataset, id))?.gt(value)).length + 1
}

function toNumber(observation: Observation | undefined): Decimal | undefined {
  return observation && hasNumber(observation) ? observation.quantity.value : undefined
}

function compare(a: Decimal | undefined, b: Decimal | undefined): number {
  if (!a || !b) return Number(!a) - Number(!b)
  return b.comparedTo(a)
}
