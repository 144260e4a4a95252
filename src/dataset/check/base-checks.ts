import type { Diagnostic } from '../../diagnostic.ts'
import { intersects } from '../figure/interval.ts'
import { observationKey } from '../figure/reference.ts'
import type { DatasetDraft } from '../read/draft.ts'
import type { Observation } from '../types.ts'
import { errorAt } from '../yaml/located.ts'

/**
 * Warnings for changes that are stated since a period of which nothing else is known, and that are just what the figure changed by since the
 * period that the report compares with: one of the two periods is a slip.
 */
export function baseWarnings({ stated }: DatasetDraft, observations: ReadonlyMap<string, Observation>): Diagnostic[] {
  return stated.flatMap((one) => {
    const { series, measure, period, since, quantity, place } = one
    const usual = observations.get(observationKey(series, measure, period))
    if (measure === 'value' || !since || usual?.since === undefined || usual.since === since) return []
    const isKnown = observations.get(observationKey(series, 'value', since))?.status !== 'derived'
    const base = observations.has(observationKey(series, 'value', since)) && isKnown
    if (base || !intersects(usual.quantity.interval, quantity.interval)) return []
    const message = `the ${measure} since ${since} is the one since ${usual.since}: ${one.key}`
    const hint = `write since: ${usual.since}, or state the level of ${since}`
    return [{ ...errorAt(place, message, { hint }), severity: 'warning' as const }]
  })
}
