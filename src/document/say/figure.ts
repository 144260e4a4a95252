import { basisPoints, percent, percentagePoints } from '../../dataset/figure/unit/unit.ts'
import type { Dataset, Observation, Unit } from '../../dataset/types.ts'
import type { Locale, QuantityOptions } from '../../locale/types.ts'
import { escapeMarkdown } from '../template/escape.ts'

/**
 * A number as Markdown with its observation: `[1.092 billion](obs:netizens@2023-12)`,
 * or in another language than the document's `(obs:fr;netizens@2023-12)`.
 */
export function figure(observation: Observation, text: string): string {
  return `[${escapeMarkdown(text)}](obs:${observation.key})`
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

/** The number of an observation as the locale says it; the interval where that is all that is known. */
export function sayNumber(
  observation: Observation,
  dataset: Dataset,
  locale: Locale,
  options?: QuantityOptions,
): string {
  const unit = getUnit(dataset, observation)
  return hasNumber(observation)
    ? locale.quantity(observation.quantity, unit, options)
    : locale.interval(observation.quantity, unit)
}

/** The same with its unit, and plain spaces. */
export function sayFigure(observation: Observation, dataset: Dataset, locale: Locale): string {
  return sayNumber(observation, dataset, locale, { unit: true }).replaceAll('\u00a0', ' ')
}
