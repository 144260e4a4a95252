import { percent } from '../../figure/unit/unit.ts'
import type { DatasetDraft } from '../../read/draft.ts'
import type { Indicator, Observation } from '../../types.ts'
import type { Doubt } from './doubt.ts'

/** What is odd of a figure by itself: a share below nothing or above all, less than nothing of a stock. A share of a net change that is negative is no share. */
export function ownDoubts(
  { indicators }: Pick<DatasetDraft, 'indicators'>,
  observations: ReadonlyMap<string, Observation>,
): Doubt[] {
  const shares = new Set([...indicators.values()].filter(isShare).map(({ id }) => id))
  const amounts = new Set([...indicators.values()].filter(isAmount).map(({ id }) => id))
  return [...observations.values()].flatMap((of): Doubt[] => {
    const { low, high } = of.quantity.interval
    if (of.measure !== 'value' || (!high.lt(0) && !low.gt(100))) return []
    if (shares.has(of.indicator)) return oddShare(of, high.lt(0) ? 'below 0%' : 'above 100%', observations)
    return amounts.has(of.indicator) && high.lt(0) ? [{ of, what: 'a stock of less than nothing', beside: [] }] : []
  })
}

/** What is worked out as a part of another period's whole (visits as a share of 2019's) may be more than all of it. */
function oddShare(of: Observation, side: string, observations: ReadonlyMap<string, Observation>): Doubt[] {
  const beside = of.inputs.flatMap((key) => observations.get(key) ?? [])
  const isNet = beside.some(({ measure, quantity }) => measure === 'change' && quantity.value.isNegative())
  const hint = isNet ? 'a share of a net change that is negative is no share: say both changes' : undefined
  return side === 'below 0%' || of.statement || isNet ? [{ of, what: `a share ${side}`, beside, hint }] : []
}

/** Whether an indicator is a part of something: it says of what, or its label calls it so. A balance or a growth rate may be anything; a share of a balance is a share. */
function isShare(indicator: Indicator): boolean {
  if (indicator.unit !== percent.id) return false
  const share = whereSaid(indicator, shareWords)
  const net = whereSaid(indicator, netWords)
  if (net < share) return false
  return share < Number.POSITIVE_INFINITY || indicator.denominator !== undefined || indicator.shareOf !== undefined
}

/** Whether an indicator counts what is there, and no balance. */
function isAmount(indicator: Indicator): boolean {
  return (
    indicator.type === 'stock' &&
    indicator.unit !== percent.id &&
    whereSaid(indicator, netWords) === Number.POSITIVE_INFINITY
  )
}

const shareWords =
  /\b(share|proportion|percentage of|penetration|coverage|turnout|(usage|employment|unemployment|participation) rate)\b|占比|比例|普及率|使用率|就业率|失业率|参与率/i

/** What may lie below nothing. */
const netWords =
  /\b(net|balance|deficit|surplus|change|growth|increase|gap|difference|position|inflation|index|temperature)\b|净|差|增长|变化|逆差|顺差|赤字|指数|温度/i

/** How early in a label some words stand; infinity where they do not. */
function whereSaid({ label, short }: Indicator, words: RegExp): number {
  const texts = [label, short].flatMap((text) => Object.values(text))
  return Math.min(...texts.map((text) => words.exec(text)?.index ?? Number.POSITIVE_INFINITY))
}
