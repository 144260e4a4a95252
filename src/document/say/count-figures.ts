import { comparePeriods } from '../../dataset/figure/period.ts'
import type { Observation } from '../../dataset/types.ts'
import type { Locale } from '../../locale/types.ts'

/** `36 figures, March 2020 to December 2023`: how many figures, and from which period to which. */
export function countFigures(observations: readonly Observation[], locale: Locale): string {
  const periods = observations.map(({ period }) => period).toSorted(comparePeriods)
  return locale.figuresOver(observations.length, periods[0] ?? '', periods.at(-1) ?? '')
}
