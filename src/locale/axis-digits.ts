import { Decimal } from 'decimal.js'
import { powerOfTen } from '../dataset/figure/power-of-ten.ts'
import { group, type Scale, type ScaledDigits, scaleFor } from './digits.ts'

/**
 * An axis tick in the largest scale that it reaches, with the decimals that tell one step from the next: 1e9 in steps of 2e8 is `1.0` billion.
 * Without a step, the value's own decimals, at most three.
 */
export function axisDigits(
  value: number,
  step: number | undefined,
  scales: readonly Scale[],
  groupBy: number,
): ScaledDigits {
  // A tick computed in binary may be 0.30000000000000004: twelve digits are more than any axis shows.
  const exact = new Decimal(value).toSignificantDigits(12)
  if (exact.isZero()) return { negative: false, digits: '0', scale: undefined }
  const scale = scaleFor(exact, scales)
  const unit = powerOfTen(scale?.exponent ?? 0)
  const decimals = Math.min(3, new Decimal(step ?? exact).abs().toSignificantDigits(12).div(unit).dp())
  return {
    negative: exact.isNegative(),
    digits: group(exact.abs().div(unit).toFixed(decimals, Decimal.ROUND_HALF_UP), groupBy),
    scale,
  }
}
