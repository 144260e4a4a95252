import { Decimal } from 'decimal.js'
import { powerOfTen } from '../../dataset/figure/unit/power-of-ten.ts'

/** A named power of ten: `{name: 'million', exponent: 6}`. */
export interface Scale {
  /** As a template names it, and as it is said of one. */
  name: string
  exponent: number
  /** As it is said of several, where that differs: millions, Milliarden. */
  plural?: string
  /** As axes have it, where that differs: Mrd. */
  short?: string
}

/** How digits are written. */
export interface Notation {
  /** Before decimals. */
  decimal: string
  /** Between groups of three digits. */
  group: string
  /** Whole numbers of fewer digits have no groups. */
  leastGrouped: number
}

/** A number ready to be said: its sign, its digits in a scale, and the scale where there is one. */
export interface ScaledDigits {
  negative: boolean
  digits: string
  /** The digits as computers write them: `1234.5`. */
  plain: string
  scale: Scale | undefined
}

/** A telephone: `+34 900 111 203` has groups of three, but is no number. Its marks stay. */
const telephone = '\\+\\d{1,3}(?: \\d{1,8}){3,5}(?![.,]?\\d| ?[€$£%])'

/**
 * A text with English marks in its numbers: `1.234,5` becomes `1,234.5`. The length stays the same.
 * Groups of one number are parted by one mark: two numbers stand beside each other with another between them.
 */
export function englishMarks(text: string, { decimal, group }: Notation, otherGroups = ''): string {
  if (decimal === '.') return text
  const numbers = new RegExp(
    `${telephone}|(?<![\\d.,]|\\b[QHST])\\d{1,3}([${group}\u2009${otherGroups}])\\d{3}(?:\\1\\d{3})*(?:,\\d+)?(?!\\d)|\\d+,\\d+`,
    'g',
  )
  return text.replace(numbers, (one) => one.replace(/(?<!^\+.*)[^\d+]/g, (mark) => (mark === decimal ? '.' : ',')))
}

/** The value rounded to a multiple of 10^precision, by default half up in size; an infinite one as it is. */
export function roundTo(
  value: Decimal,
  precision: number,
  rounding: Decimal.Rounding = Decimal.ROUND_HALF_UP,
): Decimal {
  const digits = value.e - precision + 1
  // Rounding to digits is quicker than to a multiple, but needs at least one to keep.
  return digits >= 1 && value.isFinite() && !value.isZero()
    ? value.toSignificantDigits(digits, rounding)
    : value.toNearest(powerOfTen(precision), rounding)
}

/** The largest of the scales (largest first) that the value reaches; undefined for a value below all. */
export function scaleFor(value: Decimal, scales: readonly Scale[]): Scale | undefined {
  return scales.find(({ exponent }) => value.abs().gte(powerOfTen(exponent)))
}

/** A rounded value's digits in a scale, in computer notation: 1092000000 at 6 in billion is `1.092`. */
function plainDigits(rounded: Decimal, precision: number, exponent: number): string {
  const decimals = Math.max(0, exponent - precision)
  const scaled = exponent === 0 ? rounded : rounded.times(powerOfTen(-exponent))
  return scaled.abs().toFixed(decimals)
}

/** The same as a language writes them: `1.092`, `1,092`. */
export function digitsIn(value: Decimal, precision: number, exponent: number, notation: Notation): string {
  return writeDigits(plainDigits(roundTo(value, precision), precision, exponent), notation)
}

/** The value in the largest scale that it reaches once rounded, so that 999.96 million at five digits is a billion. */
export function scaleDigits(
  value: Decimal,
  precision: number,
  scales: readonly Scale[],
  notation: Notation,
): ScaledDigits {
  const rounded = roundTo(value, precision)
  return digitsAt(rounded, precision, scaleFor(rounded, scales), notation)
}

/** A rounded value in a scale, whether it reaches it or not: 486,000 in million is `0.486`. */
export function digitsAt(
  rounded: Decimal,
  precision: number,
  scale: Scale | undefined,
  notation: Notation,
): ScaledDigits {
  const plain = plainDigits(rounded, precision, scale?.exponent ?? 0)
  const negative = rounded.isNegative() && !rounded.isZero()
  return { negative, digits: writeDigits(plain, notation), plain, scale }
}

/** Digits as a language writes them: `1,234.5`, `1234,5`, `1\u202f234,5`. */
export function writeDigits(plain: string, { decimal, group, leastGrouped }: Notation): string {
  const [whole = '', fraction] = plain.split('.')
  const grouped = whole.length < leastGrouped ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, group)
  return fraction === undefined ? grouped : grouped + decimal + fraction
}
