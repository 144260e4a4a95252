import { basisPoints, percent, percentagePoints } from '../../dataset/figure/unit/unit.ts'
import type { Dataset, Observation, Unit } from '../../dataset/types.ts'
import type { Locale, QuantityOptions } from '../../locale/types.ts'
import { escapeMarkdown } from '../template/escape.ts'

/** A number as Markdown that keeps its observation: `[1.092 billion](obs:netizens@2023-12)`; in another language than the document's `(obs:fr;netizens@2023-12)`. */
export function figure(observation: Observation, text: string): string {
  return `[${escapeMarkdown(text)}](obs:${observation.key})`
}

/** The number of an observation, said and tied to it. */
export function getFigure(
  dataset: Dataset,
  locale: Locale,
  observation: Observation,
  options?: QuantityOptions,
): string {
  return figure(observation, locale.quantity(observation.quantity, getUnit(dataset, observation), options))
}

/** The unit of an observation's quantity; per cent and points need no declaration. */
export function getUnit({ units }: Dataset, { quantity }: Observation): Unit {
  const builtIn = [percent, percentagePoints, basisPoints].find(({ id }) => id === quantity.unit)
  return units.get(quantity.unit) ?? builtIn ?? { id: quantity.unit, label: {}, said: false }
}

/** Whether the observation has a number to print. A derived one whose interval is open has none, only the interval. */
export function hasNumber({ status, quantity: { interval } }: Observation): boolean {
  return status !== 'derived' || (interval.low.isFinite() && interval.high.isFinite())
}

/** The number, or where there is none the interval, said and tied to the observation. */
export function figureOrInterval(
  dataset: Dataset,
  locale: Locale,
  observation: Observation,
  options?: QuantityOptions,
): string {
  if (hasNumber(observation)) return getFigure(dataset, locale, observation, options)
  return figure(observation, locale.interval(observation.quantity, getUnit(dataset, observation)))
}
