import { Decimal } from 'decimal.js'
import { powerOfTen } from '../../dataset/figure/unit/power-of-ten.ts'
import { type Notation, type Scale, type ScaledDigits, scaleFor, writeDigits } from './digits.ts'

/**
 * An axis tick in the scale that the largest of its axis reaches, with the decimals that tell one step from the next:
 * 8e8 in steps of 2e8 to 1e9 is
 * `0.8` billion. Without these, its own scale and decimals, at most three.
 */
export function axisDigits(
  { value, step, largest = value }: { value: number; step: number | undefined; largest: number | undefined },
  scales: readonly Scale[],
  notation: Notation,
): ScaledDigits {
  // A tick computed in binary may be 0.30000000000000004: twelve digits are more than any axis shows.
  const exact = new Decimal(value).toSignificantDigits(12)
  if (exact.isZero()) return { negative: false, digits: '0', plain: '0', scale: undefined }
  const finest = new Decimal(step ?? exact).abs().toSignificantDigits(12)
  const decimalsIn = (scale: Scale | undefined) => finest.div(powerOfTen(scale?.exponent ?? 0)).dp()
  // One in which steps can be told apart.
  const fine = step === undefined ? scales : scales.filter((scale) => decimalsIn(scale) <= mostDecimals)
  const scale = scaleFor(new Decimal(largest).toSignificantDigits(12), fine)
  const unit = powerOfTen(scale?.exponent ?? 0)
  const decimals = Math.min(mostDecimals, decimalsIn(scale))
  const plain = exact.abs().div(unit).toFixed(decimals, Decimal.ROUND_HALF_UP)
  return { negative: exact.isNegative(), digits: writeDigits(plain, notation), plain, scale }
}

const mostDecimals = 3
