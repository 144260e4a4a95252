import { comparePeriods, parsePeriod, periodEnd } from '../../figure/period.ts'
import { monthsBetween } from '../../figure/shift-period.ts'
import { groupBy } from '../../group-by.ts'
import type { Observation } from '../../types.ts'

/** A series' comparable figures in time order, as plain numbers: good for raising doubts, never for printing. */
export interface History {
  figures: readonly Observation[]
  values: readonly number[]
  /** Steps between figures, per time taken: absolute, as a share of what moved, and in powers of ten. */
  steps: Sizes
  shares: Sizes
  powers: Sizes
  /** How long each step took, in multiples of the shortest: from March to June to December it is one and two. */
  gaps: readonly number[]
}

/** Numbers without their signs, and which are the largest. */
export interface Sizes {
  sizes: readonly number[]
  /** Indexes, from the largest on. */
  ranked: readonly number[]
}

/** The stated figures of each series and measure over periods of one length, changes by how long they took. */
export function getHistories(stated: readonly Observation[]): History[] {
  const alike = groupBy(stated, ({ series, measure, period, since }) => {
    const took = since ? monthsBetween(since, period) : ''
    return `${series} ${measure} ${parsePeriod(period)?.length} ${took}`
  })
  return [...alike.values()].map((figures) => toHistory(figures.toSorted((a, b) => comparePeriods(a.period, b.period))))
}

function toHistory(figures: readonly Observation[]): History {
  const values = figures.map(({ quantity }) => quantity.value.toNumber())
  const gaps = getGaps(figures)
  const steps = getSteps(values).map((step, index) => step / (gaps[index] ?? 1))
  return {
    figures,
    values,
    steps: rank(steps),
    shares: rank(steps.map((step, index) => step / (values[index] || Number.POSITIVE_INFINITY))),
    powers: rank(getSteps(values.map((value) => Math.log10(Math.abs(value))))),
    gaps,
  }
}

function getGaps(figures: readonly Observation[]): number[] {
  const days = figures.map(({ period }) => Date.parse(periodEnd(period)) / 86_400_000)
  const gaps = getSteps(days).map((gap) => Math.max(1, gap))
  const shortest = gaps.reduce((least, gap) => Math.min(least, gap), Number.POSITIVE_INFINITY)
  return gaps.map((gap) => gap / shortest)
}

function getSteps(values: readonly number[]): number[] {
  return values.slice(1).map((value, index) => value - (values[index] ?? value))
}

/** The numbers by their sizes. */
export function rank(numbers: readonly number[]): Sizes {
  const sizes = numbers.map(Math.abs)
  return { sizes, ranked: [...sizes.keys()].sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0)) }
}

/** The largest size without those at some indexes; 0 where there is no other. */
export function largestBut({ sizes, ranked }: Sizes, ...left: readonly number[]): number {
  return sizes[ranked.find((index) => !left.includes(index)) ?? -1] ?? 0
}
