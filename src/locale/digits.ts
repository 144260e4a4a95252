import { Decimal } from 'decimal.js'
import { powerOfTen } from '../dataset/figure/power-of-ten.ts'

/** A named power of ten: `{name: 'million', exponent: 6}`. */
export interface Scale {
  name: string
  exponent: number
}

/** A number ready to be said: its sign, its digits in a scale, and the scale where there is one. */
export interface ScaledDigits {
  negative: boolean
  digits: string
  scale: Scale | undefined
}

/** The value rounded half up, by its size, to a multiple of 10^precision. */
export function roundTo(value: Decimal, precision: number): Decimal {
  const digits = value.e - precision + 1
  // Rounding to digits is quicker than to a multiple, but needs at least one to keep.
  return digits >= 1 && value.isFinite() && !value.isZero()
    ? value.toSignificantDigits(digits, Decimal.ROUND_HALF_UP)
    : value.toNearest(powerOfTen(precision), Decimal.ROUND_HALF_UP)
}

/** The largest of the scales (largest first) that the value reaches; undefined for a value below all. */
export function scaleFor(value: Decimal, scales: readonly Scale[]): Scale | undefined {
  return scales.find(({ exponent }) => value.abs().gte(powerOfTen(exponent)))
}

/** The value's digits in a scale, as many as the precision allows: 1092000000 at 6 in billion is `1.092`. */
export function digitsIn(value: Decimal, precision: number, exponent: number, groupBy: number): string {
  const decimals = Math.max(0, exponent - precision)
  const rounded = roundTo(value.abs(), precision)
  return group(rounded.div(powerOfTen(exponent)).toFixed(decimals), groupBy)
}

/** The value in the largest scale that it reaches once rounded, so that 999.96 million at five digits is a billion. */
export function scaleDigits(
  value: Decimal,
  precision: number,
  scales: readonly Scale[],
  groupBy: number,
): ScaledDigits {
  const rounded = roundTo(value, precision)
  const scale = scaleFor(rounded, scales)
  return {
    negative: rounded.isNegative() && !rounded.isZero(),
    digits: digitsIn(rounded, precision, scale?.exponent ?? 0, groupBy),
    scale,
  }
}

/** Digits with a comma between groups; none for a group size of 0. */
export function group(digits: string, size: number): string {
  const [whole = '', fraction] = digits.split('.')
  const grouped = size > 0 ? whole.replace(new RegExp(`\\B(?=(\\d{${size}})+$)`, 'g'), ',') : whole
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}
