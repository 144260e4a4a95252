import { Decimal } from 'decimal.js'
import { powerOfTen } from '../../dataset/figure/unit/power-of-ten.ts'
import type { Quantity } from '../../dataset/types.ts'
import { roundTo } from './digits.ts'

/**
 * The ends of a quantity's interval as they are to be printed, infinite where open, and the power of ten of their last
 * digit. A closed interval rounded outwards to the second digit of its width (527.0 to 529.2 million); a half-open one
 * to one digit more than the
 * quantity's, without needless noughts (at most 926.5 million).
 */
export function intervalEnds(quantity: Quantity): { low: Decimal; high: Decimal; precision: number } {
  const { low, high } = quantity.interval
  const closed = low.isFinite() && high.isFinite()
  const precision = closed ? closedPrecision(quantity) : openPrecision(quantity)
  return {
    low: roundTo(low, precision, Decimal.ROUND_FLOOR),
    high: roundTo(high, precision, Decimal.ROUND_CEIL),
    precision,
  }
}

function closedPrecision({ interval: { low, high }, precision }: Quantity): number {
  const width = high.minus(low)
  // `e` is the exponent of the first digit.
  if (width.isZero()) return precision
  // A derived value may be known far better than it is printed: two digits more are enough.
  return Math.max(precision - 2, Math.min(width.e - 1, precision))
}

function openPrecision({ interval: { low, high }, precision }: Quantity): number {
  const end = low.isFinite() ? low : high
  const isWhole = end.isFinite() && end.mod(powerOfTen(precision)).isZero()
  // Of what is printed to the last unit there are no halves.
  return isWhole || precision === 0 ? precision : precision - 1
}
