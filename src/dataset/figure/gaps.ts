import type { Period } from '../types.ts'
import { periodStart } from './period.ts'

/** A step this many times as long as the middle one of a course is a gap: nobody knows how it went meanwhile. */
const longStep = 2.5

/** The places where gaps between ordered periods end, far longer than most, as between seasons of weekly figures. */
export function gapEnds(periods: readonly Period[]): number[] {
  const times = periods.map((period) => Date.parse(periodStart(period)))
  const steps = times.slice(1).map((time, index) => time - (times[index] ?? 0))
  const middle = steps.toSorted((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0
  return steps.flatMap((step, index) => (step > middle * longStep ? [index + 1] : []))
}
