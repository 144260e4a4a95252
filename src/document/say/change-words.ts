import type { Dataset, Observation } from '../../dataset/types.ts'
import { changeDirection } from '../../locale/change-direction.ts'
import type { Locale } from '../../locale/types.ts'
import { figure, getUnit } from './figure.ts'

/** A change or rate in words, its number tied to it: `up [24.8 million](obs:netizens.change@2023-12)`. */
export function changeWords(dataset: Dataset, locale: Locale, change: Observation): string {
  const direction = changeDirection(change)
  if (direction === 'flat') return figure(change, locale.word('unchanged'))
  const amount = sayAmount(dataset, locale, change)
  return locale.changeWords(direction, amount, change.quantity.qualifier !== undefined, getUnit(dataset, change).id)
}

function sayAmount(dataset: Dataset, locale: Locale, change: Observation): string {
  return figure(change, locale.quantity(change.quantity, getUnit(dataset, change), { unsigned: true }))
}

/** A change in words with its rate: `up 24.8 million, or 2.3%`. */
export function changeAndRate(dataset: Dataset, locale: Locale, change: Observation, rate: Observation): string {
  const words = changeWords(dataset, locale, change)
  const direction = changeDirection(change)
  return direction === 'flat' ? words : locale.andRate(words, sayAmount(dataset, locale, rate), direction)
}
