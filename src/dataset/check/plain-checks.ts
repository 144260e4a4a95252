import { asserting, operation, referTo, whole } from '../derive/format-formula.ts'
import type { Formula } from '../derive/formula.ts'
import { observationKey } from '../figure/reference.ts'
import { percent } from '../figure/unit/unit.ts'
import { groupBy } from '../group-by.ts'
import type { DatasetDraft } from '../read/draft.ts'
import type { Indicator, Observation } from '../types.ts'
import type { PlainCheck } from './dimension-checks.ts'

type Observations = ReadonlyMap<string, Observation>

/**
 * What should hold between the figures of each indicator and of those that it is part or share of. Figures that were
 * worked
 * out unasked are not tested against what they were worked out from.
 */
export function plainChecks({ indicators, stated, formulas }: DatasetDraft, observations: Observations): PlainCheck[] {
  const asserted = new Set([...stated, ...formulas].map(({ key }) => key))
  const [levels, statedLevels] = [[...observations.values()], stated].map(levelsByIndicator)
  const has = (key: string) => asserted.has(key) && observations.has(key)
  return [
    ...stated.flatMap((observation) => movementChecks(observation, has, observations)),
    ...stated.flatMap((one) => boundChecks(one, indicators.get(one.indicator), observations)),
    ...[...indicators.values()].flatMap((indicator) => [
      ...partChecks(indicator, levels?.get(indicator.id) ?? [], observations),
      ...shareChecks(indicator, statedLevels?.get(indicator.id) ?? [], observations),
    ]),
  ]
}

function levelsByIndicator(figures: readonly Observation[]): ReadonlyMap<string, Observation[]> {
  const levels = figures.filter(({ measure }) => measure === 'value')
  return groupBy(levels, ({ indicator }) => indicator)
}

/** Checks a stated change or rate, except rates on a comparable basis and movements whose beginning is not stated. */
function movementChecks(
  { series, measure, period, since, basis, key, place }: Observation,
  has: (key: string) => boolean,
  observations: Observations,
): PlainCheck[] {
  if (measure === 'value' || !since || basis === 'comparable') return []
  const now = observationKey(series, 'value', period)
  const before = observationKey(series, 'value', since)
  const keys = [observationKey(series, 'change', period), observationKey(series, 'change', period, since)]
  const change = keys.find((one) => observations.get(one)?.since === since) ?? ''
  if (measure === 'change')
    return has(now) && has(before)
      ? [
          {
            id: `change:${key}`,
            kind: 'change',
            assertion: asserting(operation(referTo(now), '-', referTo(before)), '=', referTo(key)),
            place,
          },
        ]
      : []
  const rate = getRate(now, before, change, has)
  return rate === undefined
    ? []
    : [{ id: `rate:${key}`, kind: 'rate', assertion: asserting(rate, '=', referTo(key)), place }]
}

/** The rate by whichever figures are there: change and level first, since a change is printed with the most digits. */
function getRate(now: string, before: string, change: string, has: (key: string) => boolean): Formula | undefined {
  const [level, previous, by] = [referTo(now), referTo(before), referTo(change)]
  if (has(change) && has(now)) return operation(by, '/', operation(level, '-', by))
  if (has(now) && has(before)) return operation(operation(level, '/', previous), '-', whole)
  return has(change) && has(before) ? operation(by, '/', previous) : undefined
}

function partChecks(
  { id, partOf }: Indicator,
  levels: readonly Observation[],
  observations: Observations,
): PlainCheck[] {
  if (partOf === undefined) return []
  return levels.flatMap(({ key, series, period, place }) => {
    const all = observationKey(alongside(series, id, partOf), 'value', period)
    return alike(key, all, observations)
      ? [{ id: `part:${key}`, kind: 'part', assertion: asserting(referTo(key), '<=', referTo(all)), place }]
      : []
  })
}

function shareChecks(
  { id, unit, shareOf }: Indicator,
  levels: readonly Observation[],
  observations: Observations,
): PlainCheck[] {
  if (!shareOf || unit !== percent.id) return []
  return levels.flatMap(({ key, series, period, place }) => {
    const { numerator, denominator } = shareOf
    // A market share: of the same thing, a category's part of the whole.
    const whole = numerator === denominator ? denominator : alongside(series, id, denominator)
    const above = observationKey(alongside(series, id, numerator), 'value', period)
    const below = observationKey(whole, 'value', period)
    if (!alike(above, below, observations)) return []
    return [
      {
        id: `share:${key}`,
        kind: 'share',
        assertion: asserting(operation(referTo(above), '/', referTo(below)), '=', referTo(key)),
        place,
      },
    ]
  })
}

/** The series of another indicator in the same categories: `users[75-plus]` beside `population[75-plus]`. */
function alongside(series: string, indicator: string, other: string): string {
  return other + series.slice(indicator.length)
}

/** Whether both are there, in one unit: another is an error of the indicator, reported already. */
function alike(a: string, b: string, observations: Observations): boolean {
  const unit = observations.get(a)?.quantity.unit
  return unit !== undefined && unit === observations.get(b)?.quantity.unit
}

/**
 * What no figure of its sort can pass, whatever the others say: a share of something is no more than all of it, and
 * what is part of something
 * else, and so never below nothing, cannot have grown by more than it is.
 */
function boundChecks(
  { key, series, measure, period, place }: Observation,
  indicator: Indicator | undefined,
  observations: ReadonlyMap<string, Observation>,
): PlainCheck[] {
  if (measure === 'value' && indicator?.unit === percent.id && indicator.denominator !== undefined)
    return [{ id: `whole:${key}`, kind: 'share', assertion: asserting(referTo(key), '<=', whole), place }]
  const level = observationKey(series, 'value', period)
  if (measure !== 'change' || indicator?.partOf === undefined || !observations.has(level)) return []
  return [{ id: `size:${key}`, kind: 'change', assertion: asserting(referTo(key), '<=', referTo(level)), place }]
}
