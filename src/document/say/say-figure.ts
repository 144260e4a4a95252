import type { Dataset, Observation } from '../../dataset/types.ts'
import type { Locale } from '../../locale/types.ts'
import { getUnit, hasNumber } from './figure.ts'

/** A number as the locale says it, with its unit; the interval where that is all that is known. */
export function sayFigure(observation: Observation, dataset: Dataset, locale: Locale): string {
  const unit = getUnit(dataset, observation)
  const said = hasNumber(observation)
    ? locale.quantity(observation.quantity, unit, { unit: true })
    : locale.interval(observation.quantity, unit)
  return said.replaceAll('\u00a0', ' ')
}
