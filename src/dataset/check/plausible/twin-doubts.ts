import { groupBy } from '../../group-by.ts'
import type { DatasetDraft } from '../../read/draft.ts'
import type { Observation } from '../../types.ts'
import type { Doubt } from './doubt.ts'

/** So likely may it be that two of the figures are alike by chance; fewer digits than these are alike for many a reason. */
const chance = 0.05
const fewestDigits = 4

/** Figures that are the same under different names, where so many digits are hardly alike by chance: one was copied in the place of the other. */
export function twinDoubts(draft: DatasetDraft, stated: readonly Observation[]): Doubt[] {
  const comparable = groupBy(stated, ({ measure, period, quantity }) => `${measure} ${period} ${quantity.unit}`)
  return [...comparable.values()].flatMap((figures) => {
    const pairs = (figures.length * (figures.length - 1)) / 2
    const saying = figures.filter((one) => {
      const digits = countDigits(one)
      return digits >= fewestDigits && pairs / (9 * 10 ** (digits - 1)) < chance
    })
    return [...groupBy(saying, ({ quantity }) => quantity.value.toString()).values()].flatMap((same) =>
      same.slice(1).flatMap((of) => {
        const twin = same.find((one) => one !== of && !isRelated(one, of, draft))
        return twin && same.indexOf(twin) < same.indexOf(of)
          ? [{ of, what: `the same figure as ${twin.series}`, beside: [twin] }]
          : []
      }),
    )
  })
}

/** Whether one is a part of the other, and may well be all of it. */
function isRelated(a: Observation, b: Observation, { indicators }: DatasetDraft): boolean {
  if (a.indicator !== b.indicator) {
    return indicators.get(a.indicator)?.partOf === b.indicator || indicators.get(b.indicator)?.partOf === a.indicator
  }
  const [few, many] = [a, b].map(({ categories }) => Object.entries(categories)).toSorted((x, y) => x.length - y.length)
  return (few ?? []).every(([dimension, category]) => (many ?? []).some(([d, c]) => d === dimension && c === category))
}

/** How many digits were printed, zeros at the end aside: 4 of 1.067 billion and of 10.67. */
function countDigits({ quantity: { value } }: Observation): number {
  return value.precision(false)
}
