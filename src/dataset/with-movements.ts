import { constants, derived } from '../memory/derived.ts'
import { observationKey, usualBase } from './figure/reference.ts'
import { findObservation, getObservations } from './find.ts'
import type { Dataset, Measure } from './types.ts'

/**
 * A dataset with the changes or rates of series at all periods, as far as they can be worked out since as long before
 * as the report compares, as sentences
 * have them; none of a series of which some are stated since another time, for a chart would draw both. The same where
 * there are none.
 */
export function withMovements(dataset: Dataset, measure: Measure, series: readonly string[]): Dataset {
  return measure === 'value' ? dataset : moved(dataset)(JSON.stringify([measure, series]))
}

const moved = derived((dataset: Dataset) =>
  constants((asked): Dataset => {
    const [measure, series]: [Measure, string[]] = JSON.parse(asked)
    const more = series.flatMap((key) => getMovements(dataset, measure, key))
    const fresh = more.filter(({ key }) => !dataset.observations.has(key))
    if (fresh.length === 0) return dataset
    const observations = new Map([...dataset.observations, ...fresh.map((one) => [one.key, one] as const)])
    return { ...dataset, observations }
  }),
)

function getMovements(dataset: Dataset, measure: Measure, series: string) {
  const own = getObservations(dataset, series)
  const plain = own.filter(
    (one) => one.measure !== 'value' && one.key === observationKey(series, one.measure, one.period),
  )
  const isOther = plain.some(
    ({ period, since, basis }) => basis === 'comparable' || since !== usualBase(period, dataset.report),
  )
  if (isOther) return []
  const levels = own.filter((one) => one.measure === 'value')
  return levels.flatMap(({ period }) => findObservation(dataset, observationKey(series, measure, period)) ?? [])
}
