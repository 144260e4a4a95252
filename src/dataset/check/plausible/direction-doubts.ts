import { firstWhere } from '../../../files/first-where.ts'
import { constants } from '../../../memory/derived.ts'
import { comparePeriods } from '../../figure/period.ts'
import { observationKey } from '../../figure/reference.ts'
import { groupBy } from '../../group-by.ts'
import type { Observation } from '../../types.ts'
import type { Doubt } from './doubt.ts'

/** Changes that point against the levels around their base, where the level of the base itself is not stated: a rise, though it was higher just before the base and just after it. */
export function directionDoubts(stated: readonly Observation[]): Doubt[] {
  const levels = new Map(stated.filter(({ measure }) => measure === 'value').map((one) => [one.key, one]))
  const histories = groupBy([...levels.values()], ({ series }) => series)
  const getHistory = constants((series) =>
    (histories.get(series) ?? []).toSorted((a, b) => comparePeriods(a.period, b.period)),
  )
  return stated.flatMap((of) => {
    const { series, measure, period, since, quantity, basis } = of
    if (measure === 'value' || !since || basis === 'comparable') return []
    const now = levels.get(observationKey(series, 'value', period))
    if (!now || levels.has(observationKey(series, 'value', since))) return []
    const inTime = getHistory(series)
    const before = inTime[firstWhere(inTime, (one) => comparePeriods(one.period, since) >= 0) - 1]
    const after = inTime[firstWhere(inTime, (one) => comparePeriods(one.period, since) > 0)]
    if (!before || !after || comparePeriods(after.period, period) >= 0) return []
    const beside = [before, after, now]
    const { low, high } = quantity.interval
    const fell = [before, after].every((one) => one.quantity.interval.low.gt(now.quantity.interval.high))
    const rose = [before, after].every((one) => one.quantity.interval.high.lt(now.quantity.interval.low))
    if (low.gt(0) && fell) return [{ of, what: 'a rise, though the levels around its base are higher', beside }]
    if (high.lt(0) && rose) return [{ of, what: 'a fall, though the levels around its base are lower', beside }]
    return []
  })
}
