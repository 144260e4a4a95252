import { Decimal } from 'decimal.js'
import { halfWidth, isBounded } from '../figure/interval.ts'
import { powerOfTen } from '../figure/unit/power-of-ten.ts'
import { isPercentage } from '../figure/unit/unit.ts'
import { rateBase } from '../figure/unit/unit-list.ts'
import type { Interval, Quantity } from '../types.ts'

/**
 * A derived quantity, with no more digits than it is good for: the true value is within two units of the last digit printed (the
 * GUM, JCGM 100:2008, 7.2.6, rounds an estimate to be consistent with its uncertainty), at most one decimal for percentages and rates, at
 * most four significant digits, but whole units below a million. An open interval gives its finite end, rounded outwards and qualified `at least` or `at most`;
 * undefined where neither end is finite.
 */
export function derivedQuantity(value: Decimal, allowedInterval: Interval, unit: string): Quantity | undefined {
  const base = { unit, interval: allowedInterval }
  if (isBounded(allowedInterval)) {
    const precision = goodPlace(value, halfWidth(allowedInterval).div(2), unit)
    return { ...base, value: roundTo(value, precision, Decimal.ROUND_HALF_UP), precision }
  }
  const { low, high } = allowedInterval
  if (low.isFinite()) {
    const precision = goodPlace(low, new Decimal(0), unit)
    return { ...base, value: roundTo(low, precision, Decimal.ROUND_FLOOR), precision, qualifier: 'at least' }
  }
  if (!high.isFinite()) return undefined
  const precision = goodPlace(high, new Decimal(0), unit)
  return { ...base, value: roundTo(high, precision, Decimal.ROUND_CEIL), precision, qualifier: 'at most' }
}

function goodPlace(value: Decimal, uncertainty: Decimal, unit: string): number {
  const good = uncertainty.isZero() ? lastPlace(value) : uncertainty.e + (isPowerOfTen(uncertainty) ? 0 : 1)
  const finest = isPercentage(unit) || rateBase(unit) !== undefined ? -1 : Number.NEGATIVE_INFINITY
  const significant = value.isZero() ? 0 : new Decimal(value.toSignificantDigits(4)).e - 3
  // Below a million, where no word stands for zeros, 10,220 reads as an exact number: 223,105 less 212,881 is 10,224.
  return Math.max(good, finest, value.abs().lessThan(1e6) ? Math.min(significant, 0) : significant)
}

function roundTo(value: Decimal, place: number, rounding: Decimal.Rounding): Decimal {
  return value.times(powerOfTen(-place)).toDecimalPlaces(0, rounding).times(powerOfTen(place))
}

/** The place of the last digit that is not zero: an exact 6 is not 6.000. */
function lastPlace(value: Decimal): number {
  return value.isZero() ? 0 : value.e - value.precision(false) + 1
}

function isPowerOfTen(value: Decimal): boolean {
  return value.equals(powerOfTen(value.e))
}
