import { groupBy } from '../../group-by.ts'
import type { DatasetDraft } from '../../read/draft.ts'
import type { Observation } from '../../types.ts'
import type { Doubt } from './doubt.ts'
import { largestBut, rank } from './history.ts'
import { scaleHint, timesTen } from './history-doubts.ts'

/** Fewer than this are no list to stand out of. */
const fewest = 4

/** Members of a list that are alike lie within this, as a power of ten. */
const alike = 0.6

/** What is odd of a level beside the others of its list, or the other categories of its dimension: all of one magnitude, and it of another, though it never was. */
export function listDoubts(draft: DatasetDraft, stated: readonly Observation[]): Doubt[] {
  const levels = stated.filter(({ measure, quantity }) => measure === 'value' && quantity.value.isPositive())
  const bySeries = groupBy(levels, ({ series }) => series)
  const lists = [...draft.lists.values(), ...getBreakdowns(levels)]
  const doubts = lists.flatMap((list) => {
    const members = list.flatMap((series) => bySeries.get(series) ?? [])
    const together = groupBy(members, ({ period, quantity }) => `${period} ${quantity.unit}`)
    return [...together.values()].flatMap((ones) => standOut(ones, bySeries))
  })
  return [...new Map(doubts.map((doubt) => [doubt.of.key, doubt])).values()]
}

/** The series of each indicator along one dimension, others held. */
function getBreakdowns(levels: readonly Observation[]): string[][] {
  const parts = levels.flatMap(({ series, indicator, categories }) =>
    Object.keys(categories).map((dimension) => {
      const { [dimension]: _, ...held } = categories
      return { series, group: `${indicator} ${dimension} ${Object.values(held).join(' ')}` }
    }),
  )
  return [...groupBy(parts, ({ group }) => group).values()].map((ones) => [
    ...new Set(ones.map(({ series }) => series)),
  ])
}

/** The members of a list in one period that stand out of it. */
function standOut(ones: readonly Observation[], bySeries: ReadonlyMap<string, readonly Observation[]>): Doubt[] {
  if (ones.length <= fewest) return []
  const sizes = rank(ones.map(sizeOf))
  const sum = sizes.sizes.reduce((all, one) => all + one, 0)
  return ones.flatMap((of, index) => {
    const value = sizeOf(of)
    const low = sizes.sizes[sizes.ranked.findLast((one) => one !== index) ?? -1] ?? 0
    const high = largestBut(sizes, index)
    const power = Math.log10(value / Math.sqrt(low * high))
    const isAlone =
      Math.log10(high / low) < alike && Math.abs(power) > 0.8 && Math.abs(power - Math.round(power)) < 0.35
    if (!isAlone || Math.abs(value / (sum - value) - 1) < 0.25) return []
    const wasSo = (one: Observation) => one !== of && Math.abs(Math.log10(sizeOf(one) / value)) < 0.5
    if (bySeries.get(of.series)?.some(wasSo)) return []
    const what = `about ${timesTen(Math.round(power))} the others of its list`
    const beside = ones.filter((one) => one !== of).slice(0, 2)
    return [{ of, what, beside, hint: scaleHint }]
  })
}

function sizeOf({ quantity }: Observation): number {
  return quantity.value.toNumber()
}
