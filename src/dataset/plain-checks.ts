import type { Place } from '../diagnostic.ts'
import type { Draft } from './draft.ts'
import { observationKey } from './reference.ts'
import type { Check, Indicator, Observation } from './types.ts'

/** A check that follows from what is stated, without an author asking for it. */
export interface PlainCheck {
  id: string
  kind: Check['kind']
  /** The assertion, in the language of formulas. */
  text: string
  place: Place
}

type Observations = ReadonlyMap<string, Observation>

/**
 * What should hold between the figures of each indicator and of those that it is part or share of. Figures that were worked
 * out unasked are not tested against what they were worked out from.
 */
export function plainChecks({ indicators, stated, formulas }: Draft, observations: Observations): PlainCheck[] {
  const asserted = new Set([...stated, ...formulas].map(({ key }) => key))
  const has = (key: string) => asserted.has(key) && observations.has(key)
  return [
    ...stated.flatMap((observation) => movementChecks(observation, has)),
    ...[...indicators.values()].flatMap((indicator) => [
      ...partChecks(indicator, observations),
      ...shareChecks(indicator, stated, observations),
    ]),
  ]
}

/** Of a stated change or rate. A rate on a comparable basis is never tested, nor a movement whose beginning is not stated. */
function movementChecks(
  { indicator, measure, period, since, basis, key, place }: Observation,
  has: (key: string) => boolean,
): PlainCheck[] {
  if (measure === 'value' || !since || basis === 'comparable') return []
  const now = observationKey(indicator, 'value', period)
  const before = observationKey(indicator, 'value', since)
  const change = observationKey(indicator, 'change', period)
  if (measure === 'change') {
    return has(now) && has(before)
      ? [{ id: `change:${key}`, kind: 'change', text: `${now} - ${before} = ${key}`, place }]
      : []
  }
  const rate = rateOf(now, before, change, has)
  return rate === undefined ? [] : [{ id: `rate:${key}`, kind: 'rate', text: `${rate} = ${key}`, place }]
}

/** The rate by whichever figures are there: change and level first, since a change is printed with the most digits. */
function rateOf(now: string, before: string, change: string, has: (key: string) => boolean): string | undefined {
  if (has(change) && has(now)) return `${change} / (${now} - ${change})`
  if (has(now) && has(before)) return `${now} / ${before} - 100%`
  return has(change) && has(before) ? `${change} / ${before}` : undefined
}

function partChecks({ id, partOf }: Indicator, observations: Observations): PlainCheck[] {
  if (partOf === undefined) return []
  return levelsOf(id, observations).flatMap(({ key, period, place }) => {
    const whole = observationKey(partOf, 'value', period)
    return observations.has(whole) ? [{ id: `part:${key}`, kind: 'part', text: `${key} <= ${whole}`, place }] : []
  })
}

function shareChecks(
  { id, shareOf }: Indicator,
  stated: readonly Observation[],
  observations: Observations,
): PlainCheck[] {
  if (!shareOf) return []
  const shares = stated.filter(({ indicator, measure }) => indicator === id && measure === 'value')
  return shares.flatMap(({ key, period, place }) => {
    const [above, below] = [shareOf.numerator, shareOf.denominator].map((other) =>
      observationKey(other, 'value', period),
    )
    if (above === undefined || below === undefined || !observations.has(above) || !observations.has(below)) return []
    return [{ id: `share:${key}`, kind: 'share', text: `${above} / ${below} = ${key}`, place }]
  })
}

function levelsOf(id: string, observations: Observations): Observation[] {
  return [...observations.values()].filter(({ indicator, measure }) => indicator === id && measure === 'value')
}
