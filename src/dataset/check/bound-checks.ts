import { asserting, referTo, whole } from '../derive/format-formula.ts'
import { observationKey } from '../figure/reference.ts'
import { percent } from '../figure/unit/unit.ts'
import type { Indicator, Observation } from '../types.ts'
import type { PlainCheck } from './plain-check.ts'

/**
 * What no figure of its sort can pass, whatever the others say: a share of something is no more than all of it, and what is part of something
 * else, and so never below nothing, cannot have grown by more than it is.
 */
export function boundChecks(
  { key, series, measure, period, place }: Observation,
  indicator: Indicator | undefined,
  observations: ReadonlyMap<string, Observation>,
): PlainCheck[] {
  if (measure === 'value' && indicator?.unit === percent.id && indicator.denominator !== undefined) {
    return [{ id: `whole:${key}`, kind: 'share', assertion: asserting(referTo(key), '<=', whole), place }]
  }
  const level = observationKey(series, 'value', period)
  if (measure !== 'change' || indicator?.partOf === undefined || !observations.has(level)) return []
  return [{ id: `size:${key}`, kind: 'change', assertion: asserting(referTo(key), '<=', referTo(level)), place }]
}
