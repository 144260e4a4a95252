import { Decimal } from 'decimal.js'
import { suggest } from '../../diagnostic.ts'
import { allowed } from '../check/allowed.ts'
import type { Qualifier, Quantity, Unit } from '../types.ts'
import { scales } from './scales.ts'
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

/** The words before a number that bound it, as sources print them in English and Chinese. */
const qualifiers: Readonly<Record<string, Qualifier>> = {
  over: 'over',
  'just over': 'over',
  'well over': 'over',
  'more than': 'over',
  above: 'over',
  'at least': 'at least',
  nearly: 'nearly',
  almost: 'nearly',
  'close to': 'nearly',
  under: 'under',
  'just under': 'under',
  'less than': 'under',
  'fewer than': 'under',
  below: 'under',
  'at most': 'at most',
  'up to': 'at most',
  about: 'about',
  around: 'about',
  approximately: 'about',
  roughly: 'about',
  some: 'about',
  '~': 'about',
  '>': 'over',
  '<': 'under',
  超过: 'over',
  逾: 'over',
  超: 'over',
  至少: 'at least',
  接近: 'nearly',
  近: 'nearly',
  不足: 'under',
  不到: 'under',
  至多: 'at most',
  大约: 'about',
  约: 'about',
}

const abbreviations: Readonly<Record<string, string>> = {
  k: 'thousand',
  m: 'million',
  mn: 'million',
  mln: 'million',
  b: 'billion',
  bn: 'billion',
  t: 'trillion',
  tn: 'trillion',
}

/**
 * Reads a value as people print it (`1.092 billion`, `over 47 million`, `-4.4 pp`, `10.92亿`) in the given unit.
 * `units` are those that a report knows, to tell a wrong unit from a wrong word.
 */
export function parseQuantity(text: string, unit: Unit, units: Iterable<Unit> = [unit]): Quantity | QuantityFault {
  const plain = plainText(text)
  const expected = quantityForm(unit)
  const start = leadingSpaces(plain)
  const { qualifier, end } = readQualifier(plain, start)
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
function quantityForm(unit: Unit): string {
  switch (unit.id) {
    case percent.id:
      return 'a percentage, such as 77.5%'
    case percentagePoints.id:
      return 'percentage points, such as 16.8 pp or -4.4 pp'
    default:
      return `a number of ${unit.label.en ?? unit.id}, such as 86.29 million, 961,000 or over 47 million`
  }
}

/** Characters of other widths and scripts as their plain partners, one for one so that indexes stay. */
function plainText(text: string): string {
  if (/^[ -~]*$/.test(text)) return text
  return text
    .replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[\u00a0\u2007\u2009\u202f\u3000]/g, ' ')
    .replace(/[\u2212\u2013]/g, '-')
    .replaceAll('億', '亿')
    .replaceAll('萬', '万')
}

/** The qualifier before a number, an English one with a space after it. */
function readQualifier(text: string, start: number): { qualifier?: Qualifier | undefined; end: number } {
  const rest = text.slice(start).toLowerCase()
  const word = Object.keys(qualifiers).find((one) => rest.startsWith(/^[a-z]/.test(one) ? `${one} ` : one))
  return word === undefined ? { end: start } : { qualifier: qualifiers[word], end: start + word.length }
}

function readNumber(text: string, from: number): WrittenNumber | Omit<QuantityFault, 'expected'> {
  const pattern =
    /\s*([+-]?)\s*(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![\d.,])(?:\s*(thousand|million|billion|trillion|万亿|亿|万)(?![a-z]))?/iy
  pattern.lastIndex = from
  const match = pattern.exec(text)
  if (!match) return numberFault(text, from)
  const [whole, sign = '', written = '', scale = ''] = match
  const digits = written.replaceAll(',', '')
  if (digits.length > 18) return { fault: `too many digits: ${text.trim()}`, index: from }
  if (/^0\d/.test(digits)) {
    return { fault: `a number that begins with 0: ${text.trim()}`, index: from, hint: 'digits may have changed places' }
  }
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
  const full = abbreviations[word]
  const known = [...Object.keys(scales), ...unitNames(unit)].filter(() => word.length > 2)
  return {
    fault: `unknown unit or scale: ${rest.trim()}`,
    index,
    hint: fall ?? (full ? `write ${full}` : suggest(word, known)),
  }
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

function leadingSpaces(text: string): number {
  return text.length - text.trimStart().length
}
