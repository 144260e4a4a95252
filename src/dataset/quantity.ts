import { Decimal } from 'decimal.js'
import { suggest } from '../diagnostic.ts'
import { add, exactly, halfWidth, interval, isBounded, negate, settled } from './interval.ts'
import type { Interval, Qualifier, Quantity, Unit } from './types.ts'
import { isPercentage, percent, percentagePoints, unitNames } from './unit.ts'

/** Why a text is no quantity: what is wrong, at which index of the text, and what would be right. */
export interface QuantityFault {
  fault: string
  index: number
  expected: string
  hint?: string | undefined
}

/** A number as written, before its unit is known to be the right one. */
interface WrittenNumber {
  value: Decimal
  precision: number
  /** Index of the first character after the number and its scale word. */
  end: number
}

const qualifiers: readonly Qualifier[] = ['over', 'at least', 'nearly', 'under', 'at most', 'about']

const otherQualifiers: Readonly<Record<string, Qualifier>> = {
  'more than': 'over',
  above: 'over',
  almost: 'nearly',
  'close to': 'nearly',
  'less than': 'under',
  'fewer than': 'under',
  below: 'under',
  'up to': 'at most',
  around: 'about',
  approximately: 'about',
  roughly: 'about',
  some: 'about',
  '~': 'about',
  '>': 'over',
  '<': 'under',
}

const scales: Readonly<Record<string, number>> = {
  thousand: 3,
  million: 6,
  billion: 9,
  trillion: 12,
  万亿: 12,
  亿: 8,
  万: 4,
}

/**
 * Reads a value as people print it (`1.092 billion`, `over 47 million`, `-4.4 pp`, `10.92亿`) in the given unit.
 * `units` are those that a report knows, to tell a wrong unit from a wrong word.
 */
export function parseQuantity(text: string, unit: Unit, units: Iterable<Unit> = [unit]): Quantity | QuantityFault {
  const plain = plainText(text)
  const expected = quantityForm(unit)
  const start = plain.length - plain.trimStart().length
  const { qualifier, end } = readQualifier(plain, start)
  const unknown = otherQualifier(plain, start)
  if (unknown)
    return { fault: `unknown qualifier: ${unknown}`, index: start, expected, hint: `write ${otherQualifiers[unknown]}` }
  const number = readNumber(plain, end)
  if ('fault' in number) return { ...number, expected }
  const fault = readUnit(plain, number, unit, units)
  if (fault) return { ...fault, expected }
  const { value, precision } = number
  return {
    value,
    precision,
    unit: unit.id,
    ...(qualifier && { qualifier }),
    interval: allowed(value, precision, qualifier),
  }
}

/** Whether parseQuantity found a fault. */
export function isFault(result: Quantity | QuantityFault): result is QuantityFault {
  return 'fault' in result
}

/** What a value of the unit looks like, for messages. */
export function quantityForm(unit: Unit): string {
  switch (unit.id) {
    case percent.id:
      return 'a percentage, such as 77.5%'
    case percentagePoints.id:
      return 'percentage points, such as 16.8 pp or -4.4 pp'
    default:
      return `a number of ${unit.label.en ?? unit.id}, such as 86.29 million, 961,000 or over 47 million`
  }
}

/**
 * What a printed number allows, by its qualifier:
 *   none      half a unit of the last printed place either way;
 *   over, at least   the value and all above it, since nothing bounds it;
 *   at most   zero to the value;
 *   nearly, under    from one unit of the last non-zero digit below, but no more than a tenth: "nearly 1.1 billion" is not
 *             1.0 billion, which would have been printed so, and "nearly 100 million" is not 60 million;
 *   about     one unit of the last printed place either way.
 * A qualifier speaks of the size, so that a fall of "over 3 million" is -3 million or less.
 */
export function allowed(value: Decimal, precision: number, qualifier?: Qualifier): Interval {
  if (value.isNegative()) return negate(allowed(value.negated(), precision, qualifier))
  const place = powerOfTen(precision)
  switch (qualifier) {
    case undefined:
      return around(value, place.times('0.5'))
    case 'about':
      return around(value, place)
    case 'over':
    case 'at least':
      return interval(value, Number.POSITIVE_INFINITY)
    case 'at most':
      return interval(0, value)
    case 'nearly':
    case 'under':
      return interval(Decimal.max(value.minus(lastNonZeroPlace(value)), value.times('0.9')), value)
  }
}

/**
 * A derived quantity, with no more digits than it is good for: its finest place is not smaller than half its interval's width,
 * at most one decimal for percentages, at most four significant digits. An open interval gives its finite end,
 * rounded outwards and qualified `at least` or `at most`; undefined where neither end is finite.
 */
export function derivedQuantity(value: Decimal, allowedInterval: Interval, unit: string): Quantity | undefined {
  const base = { unit, interval: allowedInterval }
  if (isBounded(allowedInterval)) {
    const precision = goodPlace(value, halfWidth(allowedInterval), unit)
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

/** Characters of other widths and scripts as their plain partners, one for one so that indexes stay. */
function plainText(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[\u00a0\u2007\u2009\u202f\u3000]/g, ' ')
    .replace(/[\u2212\u2013]/g, '-')
    .replaceAll('億', '亿')
    .replaceAll('萬', '万')
}

function readQualifier(text: string, start: number): { qualifier: Qualifier | undefined; end: number } {
  const rest = text.slice(start).toLowerCase()
  const qualifier = qualifiers.find((word) => rest.startsWith(`${word} `))
  return { qualifier, end: qualifier ? start + qualifier.length : start }
}

function otherQualifier(text: string, start: number): string | undefined {
  const rest = text.slice(start).toLowerCase()
  return Object.keys(otherQualifiers).find((word) => rest.startsWith(word))
}

function readNumber(text: string, from: number): WrittenNumber | Omit<QuantityFault, 'expected'> {
  const pattern =
    /\s*([+-]?)\s*(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![\d.,])(?:\s*(thousand|million|billion|trillion|万亿|亿|万)(?![a-z]))?/iy
  pattern.lastIndex = from
  const match = pattern.exec(text)
  if (!match) return numberFault(text, from)
  const [whole, sign = '', written = '', scale = ''] = match
  const digits = written.replaceAll(',', '')
  if (digits.length > 25) return { fault: `too many digits: ${text.trim()}`, index: from }
  const power = scales[scale.toLowerCase()] ?? 0
  const decimals = digits.split('.')[1]?.length ?? 0
  const value = new Decimal(`${sign === '-' ? '-' : ''}${digits}e${power}`)
  return { value, precision: power - decimals, end: from + whole.length }
}

function numberFault(text: string, from: number): Omit<QuantityFault, 'expected'> {
  const rest = text.slice(from)
  const separators = /^\s*[+-]?\s*[\d.,]*\d/.test(rest)
  const hint = separators ? 'commas group digits by three, and a point marks decimals: 961,000 or 1.092' : undefined
  return { fault: `not a number: ${text.trim() || 'nothing'}`, index: from + leadingSpaces(rest), hint }
}

function readUnit(
  text: string,
  number: WrittenNumber,
  unit: Unit,
  units: Iterable<Unit>,
): Omit<QuantityFault, 'expected'> | undefined {
  const rest = text.slice(number.end)
  const word = rest.trim().toLowerCase()
  const index = word ? number.end + leadingSpaces(rest) : leadingSpaces(text)
  if (unitNames(unit).includes(word)) return undefined
  if (!word) {
    if (!isPercentage(unit.id)) return undefined
    const sign = unit.id === percent.id ? '%' : ' pp'
    return { fault: `missing unit: ${text.trim()}`, index, hint: `write ${text.trim()}${sign}` }
  }
  const other = [percent, percentagePoints, ...units].find((candidate) => unitNames(candidate).includes(word))
  if (other) return { fault: `wrong unit: ${rest.trim()}`, index, hint: wrongUnitHint(text.trim(), unit, other) }
  const fall = /\s(lower|less|fewer|down)$/.test(word) ? 'a fall is written with a minus sign: -4.4 pp' : undefined
  const known = [...Object.keys(scales), ...unitNames(unit)]
  return { fault: `unknown unit or scale: ${rest.trim()}`, index, hint: fall ?? suggest(word, known) }
}

function wrongUnitHint(text: string, unit: Unit, written: Unit): string | undefined {
  if (unit.id === percentagePoints.id && written.id === percent.id) {
    const points = text.replace(/\s*(%|per ?cent)$/i, ' pp')
    return `a difference of percentages is percentage points: write ${points}, and printed: ${text} where the source prints that`
  }
  return unit.id === percent.id && written.id === percentagePoints.id
    ? 'a level or rate is a percentage; only a difference is in percentage points'
    : undefined
}

function goodPlace(value: Decimal, uncertainty: Decimal, unit: string): number {
  const good = uncertainty.isZero() ? Number.NEGATIVE_INFINITY : uncertainty.e + (isPowerOfTen(uncertainty) ? 0 : 1)
  const finest = isPercentage(unit) ? -1 : Number.NEGATIVE_INFINITY
  const significant = value.isZero() ? 0 : new Decimal(value.toSignificantDigits(4)).e - 3
  return Math.max(good, finest, significant)
}

function roundTo(value: Decimal, place: number, rounding: Decimal.Rounding): Decimal {
  return value.times(powerOfTen(-place)).toDecimalPlaces(0, rounding).times(powerOfTen(place))
}

function lastNonZeroPlace(value: Decimal): Decimal {
  if (value.isZero()) return new Decimal(0)
  return powerOfTen(value.e - value.precision(false) + 1)
}

function isPowerOfTen(value: Decimal): boolean {
  return value.equals(powerOfTen(value.e))
}

function powerOfTen(power: number): Decimal {
  return new Decimal(`1e${power}`)
}

function around(value: Decimal, distance: Decimal): Interval {
  return settled(add(exactly(value), interval(distance.negated(), distance)))
}

function leadingSpaces(text: string): number {
  return text.length - text.trimStart().length
}
