import { Decimal } from 'decimal.js'
import { suggest } from '../../diagnostic.ts'
import { numberLanguage } from '../../locale/languages.ts'
import type { Qualifier, Quantity, Unit } from '../types.ts'
import { boundingWords, saidAs } from './bounding-words.ts'
import { allowed } from './interval.ts'
import { commaScales, letterScales, scaleNames, scales, sharedScales, shortScales } from './unit/scales.ts'
import { isPercentage, percent, percentagePoints, unitNames } from './unit/unit.ts'
import { rateBase } from './unit/unit-list.ts'

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
  /** Whether 多 or 余 beside its scale says more. */
  isMore?: boolean
  /** A currency's sign or code before the number, and its index. */
  sign?: { text: string; index: number } | undefined
}

/** The words before and after a number that bound it, in any language. */
const wordsBefore = Object.values(boundingWords)
  .flatMap(({ before }) => saidAs(before))
  .map(([word, says]) => ({ word, says, start: /[a-zà-ÿ.]$/.test(word) ? `${word} ` : word }))
const wordsAfter = Object.values(boundingWords)
  .flatMap(({ after }) => saidAs(after))
  .map(([word, says]) => ({ word, says, end: /^[a-zà-ÿ]/.test(word) ? ` ${word}` : word }))

/**
 * Reads a value as people print it (`1.092 billion`, `over 47 million`, `-4.4 pp`, `10亿9200万`, `£4.2bn`, `€ 1,5 Mrd.`)
 * in the given unit.
 * `units` are those that a report knows, to tell a wrong unit from a wrong word; in a report in a language that writes
 * decimals with a comma, `1,5` is read so.
 */
export function parseQuantity(
  text: string,
  unit: Unit,
  units: Iterable<Unit> = [unit],
  language = 'en',
): Quantity | QuantityFault {
  const whole = plainText(text)
  const expected = quantityForm(unit)
  const before = qualifierBefore(whole)
  const after = before.qualifier ? {} : qualifierAfter(whole)
  const plain = after.plain ?? whole
  const number = readNumber(plain, before.end, language)
  if ('fault' in number) return { ...number, expected }
  const fault = readSign(number, unit) ?? readUnit(plain, number, unit, units)
  if (fault) return { ...fault, expected }
  const { value, precision } = number
  const qualifier = before.qualifier ?? after.qualifier ?? (number.isMore ? 'over' : undefined)
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
      if (rateBase(unit.id) !== undefined) return `a rate, such as 12.5 or '12.5 ${unit.label.en}'`
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

/** The qualifier before a number, one in Latin letters with a space after it, and where it ends. */
function qualifierBefore(text: string): { qualifier?: Qualifier | undefined; end: number } {
  const start = leadingSpaces(text)
  const rest = text.slice(start).toLowerCase()
  const found = wordsBefore.find((one) => rest.startsWith(one.start))
  return { qualifier: found?.says, end: start + (found?.word.length ?? 0) }
}

/** The qualifier after a number and its unit, and what stands before it: `47 million or more`, `4700万以上`. */
function qualifierAfter(text: string): { qualifier?: Qualifier; plain?: string } {
  const trimmed = text.trimEnd().toLowerCase()
  const found = wordsAfter.find(({ end }) => trimmed.endsWith(end))
  return found ? { qualifier: found.says, plain: text.slice(0, trimmed.length - found.word.length) } : {}
}

const allScales = { ...scales, ...shortScales, ...commaScales }
const scaleWords = Object.keys(allScales)
  .toSorted((one, other) => other.length - one.length)
  .map((word) => word.replace('.', '\\.?'))
  .join('|')
const currency = String.raw`(?:[A-Z]{1,3})?\p{Sc}|[A-Z]{3}(?=[\s\d])`
/** Groups parted by spaces or apostrophes, as in French or Swiss texts, are of three digits. */
const number = String.raw`\d{1,3}(?:[ '’]\d{3})+(?:[.,]\d+)?(?!\d)|\d(?:[\d.,]*\d)?`
const numberPattern = new RegExp(
  String.raw`\s*([+-]?)\s*(${currency})?\s*([+-]?)(${number})([多余]?)(?:\s*(${scaleWords}|[kmbt](?=\s*$))(?![a-z]))?([多余]?)`,
  'iuy',
)
/** What follows the scale of a Chinese number: 10亿9200万. */
const restPattern = /(\d+(?:\.\d+)?)(亿|万)/y

function readNumber(text: string, from: number, language: string): WrittenNumber | Omit<QuantityFault, 'expected'> {
  const commas = writesCommas(language)
  numberPattern.lastIndex = from
  const match = numberPattern.exec(text)
  if (!match) return numberFault(text, from)
  const [whole, before = '', sign, after = '', written = '', more = '', scale = '', still = ''] = match
  const isLetter = /^[kmbt]$/i.test(scale)
  const word = isLetter && !sign ? '' : scale.toLowerCase()
  // 71.178 millions is a fraction too, as programs write it.
  const isShared = commas && word in sharedScales && /^\d+,\d+$/.test(written)
  const isComma = (word.replace(/\.?$/, '') in bareCommaScales && !writesPoints(language)) || isShared
  const digits = plainDigits(written, isComma ? 'always' : commas ? 'may be' : 'never')
  if (digits === undefined || (before && after)) return numberFault(text, from)
  if (digits.length > 18) return { fault: `too many digits: ${text.trim()}`, index: from }
  if (/^0\d/.test(digits))
    return { fault: `a number that begins with 0: ${text.trim()}`, index: from, hint: 'digits may have changed places' }
  const power = getPower(word)
  const end = from + whole.length - (isLetter && !sign ? scale.length : 0)
  const value = new Decimal(`${digits}e${power}`)
  const precision = power - (digits.split('.')[1]?.length ?? 0)
  const rest = readRest(text, end, power)
  const size = rest ? value.plus(rest.value) : value
  return {
    value: before === '-' || after === '-' ? size.negated() : size,
    precision: rest?.precision ?? precision,
    end: rest?.end ?? end,
    ...((more || still) && { isMore: true }),
    ...(sign && { sign: { text: sign, index: from + whole.indexOf(sign) } }),
  }
}

const bareCommaScales = Object.fromEntries(
  Object.entries(commaScales).map(([word, power]) => [word.replace('.', ''), power]),
)

function getPower(word: string): number {
  const bare = word.replace('.', '')
  return scales[word] ?? shortScales[word] ?? bareCommaScales[bare] ?? letterScales[word] ?? 0
}

/**
 * The digits as computers write them, or undefined where the marks are no language's.
 * In data 1,204 has a group of three, whatever the language; only after a scale is it a decimal there.
 */
function plainDigits(written: string, commas: 'never' | 'may be' | 'always'): string | undefined {
  if (/[ '’]/.test(written)) return written.replaceAll(/[ '’]/g, '').replace(',', '.')
  const isEnglish = /^(?:[1-9]\d{0,2}(?:,\d{3})+|\d+)(?:\.\d+)?$/.test(written)
  const isOther = /^(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/.test(written)
  if (isEnglish && commas !== 'always') return written.replaceAll(',', '')
  return isOther && commas !== 'never' ? written.replaceAll('.', '').replace(',', '.') : undefined
}

/** What a smaller scale adds, as in 10亿9200万. */
function readRest(text: string, from: number, power: number): WrittenNumber | undefined {
  restPattern.lastIndex = from
  const [whole, digits = '', scale = ''] = restPattern.exec(text) ?? []
  const own = scales[scale] ?? 0
  const value = new Decimal(`${digits || 0}e${own}`)
  if (whole === undefined || power < 8 || value.gte(`1e${power}`)) return undefined
  return { value, precision: own - (digits.split('.')[1]?.length ?? 0), end: from + whole.length }
}

/** Whether a language writes decimals with a comma. */
export function writesCommas(language: string): boolean {
  return groupsByPoint(language) || /^(?:fr|pl|sv|fi|cs)\b/.test(language)
}

/** Whether a language writes 14.302 for 14302. */
export function groupsByPoint(language: string): boolean {
  return /^(?:de|es|it|pt|nl|da)\b/.test(language) && !writesPoints(language)
}

/** Whether Spanish has a point before decimals there: 1.5 millones. */
function writesPoints(language: string): boolean {
  return numberLanguage(language) === 'es-419'
}

/** A currency's sign before a number that is not the unit's. */
function readSign({ sign }: WrittenNumber, unit: Unit): Omit<QuantityFault, 'expected'> | undefined {
  if (!sign || unitNames(unit).includes(sign.text.toLowerCase())) return undefined
  const hint = /^[A-Z]{3}$/.test(unit.id) ? undefined : 'name the currency by its code: unit: EUR'
  return { fault: `wrong unit: ${sign.text}`, index: sign.index, hint }
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
  // Of a scale some languages say its unit with a word between: millions de personnes.
  const word = rest
    .trim()
    .toLowerCase()
    .replace(/^(?:de |d’|d')/, '')
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
  const full = scaleNames.get(letterScales[word] ?? Number.NaN)
  const known = [...Object.keys(scales), ...unitNames(unit)].filter(() => word.length > 2)
  return {
    fault: `unknown unit or scale: ${rest.trim()}`,
    index,
    hint: fall ?? (full ? `write${full}` : suggest(word, known)),
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

/** How many white characters a text begins with. */
export function leadingSpaces(text: string): number {
  return text.length - text.trimStart().length
}

/** The plus of a change that rises; empty for a fall, which has its minus, and for a qualifier (`over 47 million`). */
export function plusOf({ value, qualifier }: Quantity): string {
  return value.isPositive() && !value.isZero() && !qualifier ? '+' : ''
}
