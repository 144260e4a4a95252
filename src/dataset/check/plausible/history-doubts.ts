import { Decimal } from 'decimal.js'
import type { Observation } from '../../types.ts'
import { type History, largestBut, rank } from './history.ts'

/** A figure that no rule forbids but that is hardly right: what is odd, and the figures that it is compared to. */
export interface Doubt {
  of: Observation
  /** `about 10 times its neighbours in time`. */
  what: string
  beside: readonly Observation[]
  /** What is likely meant, where that can be told. */
  hint?: string | undefined
}

/**
 * What is odd about a level beside its neighbours: its magnitude, digits that fit only when swapped,
 * or a leap that other parts did not make; about a change, that none was ever nearly as large.
 */
export function historyDoubts(history: History, others: readonly History[]): Doubt[] {
  if (history.figures[0]?.measure !== 'value') return getUnheard(history)
  const isPositive = history.values.every((value) => value > 0) && !/^degrees/.test(history.figures[0].quantity.unit)
  return history.figures.flatMap((of, index): Doubt[] => {
    const beside = [history.figures[index - 1], history.figures[index + 1]].filter((one) => one !== undefined)
    const ofScale = isPositive ? magnitude(of, index, history) : undefined
    const odd = ofScale ?? exchanged(of, index, history) ?? leap(of, index, history)
    if (!ofScale && odd && others.some((other) => isShared(index, history, other))) return []
    return odd ? [{ of, beside, ...odd }] : []
  })
}

/** Whether another part of the indicator moved at least half as far: in 2020 more women died, and more men. */
function isShared(index: number, { figures, values }: History, other: History): boolean {
  const [before, now] = [figures[index - 1], figures[index]]
  const at = other.figures.findIndex(({ period }) => period === now?.period)
  if (other.figures === figures || !before || other.figures[at - 1]?.period !== before.period) return false
  const step = (all: readonly number[], to: number) => ((all[to] ?? 0) - (all[to - 1] ?? 0)) / (all[to] || 1)
  return step(other.values, at) / step(values, index) >= 0.5
}

type Odd = Pick<Doubt, 'what' | 'hint'>

/** How far a ratio may lie from a power of ten, in powers of ten; less where only one other figure is known. */
const nearPower = { several: 0.14, single: 0.05 }

/** A history that moves by more than this, as a power of ten, may well grow tenfold. */
const calm = 0.5

/** The values before and after one, where there are such. */
function neighbours(values: readonly number[], index: number): number[] {
  return [values[index - 1], values[index + 1]].filter((value) => value !== undefined)
}

/** About 10, 100, 1,000 or 10,000 times its neighbours, or a part of them; of two figures the later one. */
function magnitude(of: Observation, index: number, { values, powers: known }: History): Odd | undefined {
  const single = values.length === 2
  if (isSmallCount(of) || (single && index === 0) || largestBut(known, index - 1, index) > calm) return undefined
  const powers = neighbours(values, index).map((value) => {
    const power = Math.log10((values[index] ?? 0) / value)
    const whole = Math.round(power)
    return Math.abs(power - whole) <= (single ? nearPower.single : nearPower.several) ? whole : 0
  })
  const [power = 0] = powers
  if (power === 0 || Math.abs(power) > 4 || powers.some((one) => one !== power)) return undefined
  return { what: `about ${timesTen(power)} its neighbours in time`, hint: scaleHint }
}

/** `1,000 times` or `a 1,000th of`. */
export function timesTen(power: number): string {
  const times = (10 ** Math.abs(power)).toLocaleString('en')
  return power > 0 ? `${times} times` : `a ${times}th of`
}

export const scaleHint = 'the scale may be another: million or billion'

/** A handful of things becomes ten handfuls in no time. */
function isSmallCount({ quantity: { value, precision } }: Observation): boolean {
  return precision >= 0 && value.abs().lt(30)
}

/** A history shorter than this has no usual steps. */
const shortest = 5

/** A figure is odd by so many largest usual steps: swapped digits between two neighbours or after one; a leap. */
const misfit = { between: 1.5, after: 2.5, leap: 5 }

/** Whether digits are exchanged: as printed it lies far from its neighbours, with two digits exchanged among them. */
function exchanged({ quantity }: Observation, index: number, { values, steps, gaps }: History): Odd | undefined {
  if (values.length < shortest || index === 0) return undefined
  const near = neighbours(values, index)
  const own = gaps.slice(index - 1, index + 1)
  const over = Math.abs((near[1] ?? near[0] ?? 0) - (near[0] ?? 0)) / own.reduce((sum, gap) => sum + gap, 0)
  const usual = Math.max(over, largestBut(steps, index - 1, index)) * Math.max(...own)
  const far = usual * (near.length > 1 ? misfit.between : misfit.after)
  if (usual === 0 || near.some((one) => Math.abs((values[index] ?? 0) - one) <= far)) return undefined
  const meant = exchanges(quantity.value, quantity.precision).find((value) =>
    near.every((one) => Math.abs(value.toNumber() - one) <= usual),
  )
  if (meant === undefined) return undefined
  return { what: 'far from its neighbours in time', hint: `with two digits exchanged it fits: ${meant.toFixed()}` }
}

/** The value with each two digits side by side exchanged that differ. */
function exchanges(value: Decimal, precision: number): Decimal[] {
  const digits = value.abs().times(`1e${-precision}`).toFixed(0)
  return [...digits].slice(1).flatMap((digit, index) => {
    const before = digits[index] ?? ''
    if (digit === before) return []
    const swapped = `${digits.slice(0, index)}${digit}${before}${digits.slice(index + 2)}`
    return [new Decimal(`${value.isNegative() ? '-' : ''}${swapped}e${precision}`)]
  })
}

/** A step of many times the largest that the history has elsewhere, in itself and by the size of what moved. */
function leap({ quantity }: Observation, index: number, { values, steps, shares }: History): Odd | undefined {
  if (values.length <= shortest) return undefined
  const isLeap = (all: History['steps'], least: number) =>
    (all.sizes[index - 1] ?? 0) > misfit.leap * Math.max(least, largestBut(all, index - 1, index))
  if (!isLeap(steps, 10 ** quantity.precision) || !isLeap(shares, 0)) return undefined
  return { what: 'a change many times larger than any other of its history' }
}

/** By so many times the largest of a history's other changes one is unheard of. */
const unheard = 6

function getUnheard({ figures, values }: History): Doubt[] {
  if (values.length < shortest) return []
  const all = rank(values)
  return figures.flatMap((of, index) => {
    const usual = largestBut(all, index)
    if (usual === 0 || (all.sizes[index] ?? 0) <= unheard * usual) return []
    const beside = figures.slice(Math.max(0, index - 2), index)
    return [{ of, what: `many times larger than any other ${of.measure} of its history`, beside }]
  })
}
