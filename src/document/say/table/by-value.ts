import type { Decimal } from 'decimal.js'
import { findObservation } from '../../../dataset/find.ts'
import type { Dataset, Observation, Series } from '../../../dataset/types.ts'
import { isResidual } from '../../../locale/words/series-words.ts'
import type { HelperCall } from '../../template/helper.ts'
import { hasNumber } from '../figure.ts'

/** The key to sort series by, largest first; those without a number and what is left over come last, in given order. */
export function sortByNumber(
  { dataset, locale }: Pick<HelperCall, 'dataset' | 'locale'>,
  members: readonly Series[],
  numberOf: (series: Series) => Observation | undefined,
): Series[] {
  const keyed = members.map((series) => ({
    series,
    number: toNumber(numberOf(series)),
    isRest: isResidual(dataset, locale, series),
  }))
  return keyed
    .sort((a, b) => Number(a.isRest) - Number(b.isRest) || compare(a.number, b.number))
    .map(({ series }) => series)
}

/** Series by their levels in the report's period, largest first. */
export function sortByValue(call: Pick<HelperCall, 'dataset' | 'locale'>, members: readonly Series[]): Series[] {
  return sortByNumber(call, members, ({ key }) => findObservation(call.dataset, key))
}

/** A series' place by value among others, from 1, equal values sharing one; undefined where it has no number. */
export function getRank(dataset: Dataset, { key }: Series, among: readonly Series[]): number | undefined {
  const value = toNumber(findObservation(dataset, key))
  return value && among.filter((other) => toNumber(findObservation(dataset, other.key))?.gt(value)).length + 1
}

function toNumber(observation: Observation | undefined): Decimal | undefined {
  return observation && hasNumber(observation) ? observation.quantity.value : undefined
}

function compare(a: Decimal | undefined, b: Decimal | undefined): number {
  if (!a || !b) return Number(!a) - Number(!b)
  return b.comparedTo(a)
}
