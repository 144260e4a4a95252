import { Decimal } from 'decimal.js'
import { type Diagnostic, errorAt, warningAt } from '../../diagnostic.ts'
import { negate } from '../figure/interval.ts'
import { groupsByPoint, isFault, parseQuantity, writesCommas } from '../figure/quantity.ts'
import { commaScales, scales, sharedScales } from '../figure/unit/scales.ts'
import { percent, percentagePoints } from '../figure/unit/unit.ts'
import type { DatasetDraft } from '../read/draft.ts'
import type { Check, Interval, Observation, Quantity, Unit } from '../types.ts'

/**
 * Compares each value with the form that the source prints, words around its number left aside: another number is an
 * error,
 * since 1.092 billion is 10.92亿 and not 109.2亿, and so is another direction; per cent for percentage points is
 * remarked.
 * A form in which no such number can be read is a warning.
 */
export function printedChecks({ stated, units, report }: DatasetDraft): { value: Check[]; diagnostics: Diagnostic[] } {
  const results = stated
    .filter(({ statement }) => statement?.isRestated)
    .map((observation) => printedCheck(observation, units, report.language))
  return {
    value: results.flatMap(({ value }) => value),
    diagnostics: results.flatMap(({ diagnostics }) => diagnostics),
  }
}

/**
 * Numbers such as 1,612 in a report that writes decimals with a comma, 8,94, and sums such as 14.302 that would be read
 * as fractions, in a language
 * that writes groups so: nobody can tell what the mark is.
 */
export function markChecks({ stated, report: { language }, indicators }: DatasetDraft): Diagnostic[] {
  if (!writesCommas(language)) return []
  const written = stated.flatMap(({ statement, place, indicator }) =>
    statement ? [{ printed: statement.printed, place, isRatio: indicators.get(indicator)?.type === 'ratio' }] : [],
  )
  const [comma, point] = [',', '.'].map((mark) => written.find(({ printed }) => decimalBy(mark).test(printed))?.printed)
  const pointMayGroup = groupsByPoint(language) && (comma !== undefined || point === undefined)
  return written.flatMap(({ printed, place, isRatio }) => {
    const [, whole, mark, rest, word] = /^([^\d.,]*[1-9]\d{0,2})([.,])(\d{3})(?![\d,.])(.*)/.exec(printed) ?? []
    if (mark === ',' && comma && !commaScale.test(word ?? '')) {
      const message = `a comma that may be either: ${printed}, where this report writes decimals so: ${comma}`
      const fraction = isRatio || clearScale.test(word ?? '') ? `, or ${whole}.${rest}${word}` : ''
      return [errorAt(place, message, { hint: `write ${whole}${rest}${word}${fraction}` })]
    }
    // A ratio of 1.739 may be a fraction; 2.870 € beside 5,2 is none.
    const isFraction = isRatio && !(comma !== undefined && /\S/.test(word ?? ''))
    if (mark !== '.' || !pointMayGroup || isFraction || clearScale.test(word ?? '')) return []
    const message = `a point that may be either: ${printed}, in a language that groups digits so`
    const fraction = isRatio ? `${whole},${rest}${word}` : 'the fraction in a smaller unit'
    return [errorAt(place, message, { hint: `write ${whole}${rest}${word}, or ${fraction}` })]
  })
}

/** A scale after which a comma marks decimals, in a report that writes them so. */
const commaScale = new RegExp(`^\\s*(?:${Object.keys({ ...sharedScales, ...commaScales }).join('|')})(?![a-z])`, 'i')
/** A scale by which the language of a number is known. */
const clearScale = new RegExp(`^\\s*(?:${Object.keys({ ...scales, ...commaScales }).join('|')})`, 'i')

/** A number with decimals that are no group of three. */
function decimalBy(mark: string): RegExp {
  return new RegExp(`^[^\\d.,]*\\d+[${mark}](?:\\d\\d?|\\d{4,})(?![\\d,.])`)
}

function printedCheck(
  { key, measure, quantity, statement, place }: Observation,
  units: DatasetDraft['units'],
  language: string,
): { value: Check[]; diagnostics: Diagnostic[] } {
  const unit = units.get(quantity.unit)
  if (!statement || !unit) return { value: [], diagnostics: [] }
  const { printed } = statement
  const numbers = readPrinted(printed, unit, [...units.values()], language)
  const failed = (diagnostic: Diagnostic) => ({ value: [], diagnostics: [diagnostic] })
  if (numbers.length === 0) {
    const message = `the printed form of ${key} cannot be compared with its value: ${printed}`
    return failed(warningAt(place, message, { hint: 'compare them by eye whenever the value changes' }))
  }
  const read = numbers.find((number) => isSameSize(number, quantity))
  if (!read || (measure !== 'value' && isOpposite(printed, quantity))) {
    const hint = 'printed is the form in the source; write value as the same number'
    return failed(errorAt(place, `contradiction: ${key} is not the printed ${printed}`, { hint }))
  }
  if (read.unit === quantity.unit) return { value: [], diagnostics: [] }
  const assertion = `${printed} is printed for percentage points`
  const check: Check = { id: `unit:${key}`, kind: 'unit', assertion, observations: [key], verdict: 'remarked' }
  return { value: [check], diagnostics: [] }
}

/** The words that say which way a change went; with “than” they are of a bound. */
const directions = {
  fall: /\b(lower|fewer|less|down|fell|narrow\w*)\b(?! than)|下降|减少|缩小/i,
  rise: /\b(higher|more|up|rose|grew)\b(?! than| to)|提升|增长|增加|上升/i,
}

/** What a printed form says: parsed as a value, less a last word of direction; else all numbers in it, in the unit. */
function readPrinted(printed: string, unit: Unit, units: readonly Unit[], language: string): Quantity[] {
  const whole = readLoosely(printed.replace(/\s+(lower|higher|more|fewer|less)$/, ''), unit, units, language)
  if (whole) return [whole]
  const scale = Object.keys(scales).join('|')
  const number = new RegExp(`(?<![\\d.,])\\d[\\d,]*(?:\\.\\d+)?(?:\\s*(?:${scale}))?(\\s*%)?`, 'gi')
  return [...printed.matchAll(number)].flatMap(([text, sign]) => {
    const points = unit.id === percentagePoints.id && !sign ? ' pp' : ''
    const missing = unit.id === percent.id && !sign ? '%' : points
    return readLoosely(`${text}${missing}`, unit, units, language) ?? []
  })
}

/** A quantity; of percentage points also one that is printed as per cent. */
function readLoosely(text: string, unit: Unit, units: readonly Unit[], language: string): Quantity | undefined {
  const own = parseQuantity(text, unit, units, language)
  if (!isFault(own)) return own
  const loose = unit.id === percentagePoints.id ? parseQuantity(text, percent, units, language) : own
  return isFault(loose) ? undefined : loose
}

/** Whether both may be one number, whatever the sign: equal with as many digits, else sharing more than an end. */
function isSameSize(a: Quantity, b: Quantity): boolean {
  if (a.precision === b.precision && !a.qualifier && !b.qualifier) return a.value.abs().eq(b.value.abs())
  return overlaps(a.interval, b.interval) || overlaps(negate(a.interval), b.interval)
}

function overlaps(a: Interval, b: Interval): boolean {
  return Decimal.max(a.low, b.low).lt(Decimal.min(a.high, b.high))
}

/** Whether a printed form says that a change went the other way. */
function isOpposite(printed: string, { value }: Quantity): boolean {
  const [falls, rises] = [directions.fall.test(printed), directions.rise.test(printed)]
  return falls !== rises && (falls ? value.isPositive() : value.isNegative()) && !value.isZero()
}
