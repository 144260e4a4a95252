import { intersects, interval, subtract } from './figure/interval.ts'
import { observationKey } from './figure/reference.ts'
import type { Dataset, Observation, Quantity } from './types.ts'

/** What happened to a report's figures since an earlier version of it. */
export interface Revisions {
  /** The edition of the earlier version, where it is another than this one's. */
  edition: number | string | undefined
  /** The earlier form of each figure that was another, by its key. */
  revised: ReadonlyMap<string, Observation>
  added: number
  dropped: number
  /** Levels of the past that the changes stated now contradict. */
  silent: SilentRevision[]
}

/** A level that a stated change implies (value less change), and what the earlier version printed for it. */
export interface SilentRevision {
  /** The change that is stated now. */
  change: Observation
  printed: Observation
  implied: Quantity
}

/** What was revised, added and dropped since a dataset, and which of its levels the stated changes contradict. */
export function findRevisions(before: Dataset, now: Dataset): Revisions {
  const both = [...now.observations.values()].flatMap((figure) => {
    const then = before.observations.get(figure.key)
    return then && !isSameFigure(then, figure) ? [[figure.key, then] as const] : []
  })
  const missing = (from: Dataset, to: Dataset) =>
    [...from.observations.values()].filter(({ key, statement }) => statement && !to.observations.has(key)).length
  return {
    edition: before.report.edition === now.report.edition ? undefined : before.report.edition,
    revised: new Map(both),
    added: missing(now, before),
    dropped: missing(before, now),
    silent: [...now.observations.values()].flatMap((change) => silentRevision(change, before, now)),
  }
}

/** An earlier level, as a change implies it, that excludes the one printed then. Comparable bases imply none. */
function silentRevision(change: Observation, before: Dataset, now: Dataset): SilentRevision[] {
  const { series, measure, period, since, basis, statement, quantity } = change
  if (measure !== 'change' || !statement || !since || basis === 'comparable') return []
  const level = now.observations.get(observationKey(series, 'value', period))
  const printed = before.observations.get(observationKey(series, 'value', since))
  if (!level?.statement || !printed?.statement) return []
  const range = subtract(level.quantity.interval, quantity.interval)
  if (intersects(range, printed.quantity.interval)) return []
  const implied: Quantity = {
    value: level.quantity.value.minus(quantity.value),
    precision: Math.max(level.quantity.precision, quantity.precision),
    unit: level.quantity.unit,
    interval: interval(range.low, range.high),
  }
  return [{ change, printed, implied }]
}

/** Whether two observations are one number with one status: all that is printed, and how exactly it is known. */
export function isSameFigure(a: Observation, b: Observation): boolean {
  const [one, other] = [a.quantity, b.quantity]
  return (
    one.value.eq(other.value) &&
    one.precision === other.precision &&
    one.unit === other.unit &&
    one.qualifier === other.qualifier &&
    one.interval.low.eq(other.interval.low) &&
    one.interval.high.eq(other.interval.high) &&
    a.status === b.status &&
    a.since === b.since &&
    a.basis === b.basis
  )
}
