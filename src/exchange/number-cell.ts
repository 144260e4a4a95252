import { Decimal } from 'decimal.js'
import { isFault, parseQuantity } from '../dataset/figure/quantity.ts'
import { commaScales, scales, sharedScales } from '../dataset/figure/unit/scales.ts'
import { percent } from '../dataset/figure/unit/unit.ts'
import type { Dataset, Unit } from '../dataset/types.ts'
import { escapePattern } from '../files/escape-pattern.ts'
import { numberLanguage } from '../locale/languages.ts'
import type { Notation } from '../locale/numbers/digits.ts'
import { numberWords } from '../locale/numbers/numbers.ts'
import { derived } from '../memory/derived.ts'

/** A written value as a spreadsheet keeps it: a number, and the format that shows it as it is written. */
export interface NumberCell {
  number: number
  /** An Excel number format: `0.000,,," billion"`, `0.0%`, `"over "0,," million"`. */
  format: string
}

/** The marks that a dataset's numbers are written with. */
export type NumberMarks = Pick<Notation, 'decimal' | 'group'>

const englishMarks: NumberMarks = { decimal: '.', group: ',' }

/** The marks of a language that writes decimals with a comma, as they are typed; else those of English. */
export function marksOf(language: string): NumberMarks {
  const { decimal, group } = numberWords[numberLanguage(language)].notation
  return decimal === ',' ? { decimal, group: group.replace('\u202f', ' ') } : englishMarks
}

/** The marks that a dataset's figures are written with: those of its language where any has a decimal comma. */
export const writtenMarks = derived(({ report, observations }: Dataset): NumberMarks => {
  const hasComma = [...observations.values()].some(({ statement }) => /\d,\d/.test(statement?.printed ?? ''))
  return hasComma ? marksOf(report.language) : englishMarks
})

/** How a written value looks around its digits. */
interface Look {
  before: string
  decimals: number
  grouped: boolean
  /** Powers of a thousand that the format leaves out: 3 for billion. */
  thousands: number
  /** The sign of a percentage with the space before it. */
  percent: string
  after: string
}

/** A value as a number with its format; undefined where a spreadsheet's format cannot show it (10.92亿). */
export function toNumberCell(
  text: string,
  unit: Unit,
  units: Iterable<Unit>,
  marks: NumberMarks = englishMarks,
): NumberCell | undefined {
  const language = marks.decimal === ',' ? 'es' : 'en'
  const quantity = parseQuantity(text, unit, units, language)
  const look = getLook(text, marks)
  if (isFault(quantity) || !look) return undefined
  const number = look.percent ? quantity.value.dividedBy(100) : quantity.value
  const cell = { number: number.toNumber(), format: getFormat(look) }
  // What does not come back as it was is better kept as text.
  return fromNumberCell(cell, unit, marks) === text ? cell : undefined
}

/**
 * A number of a spreadsheet as written: in the scale and with the decimals of its format, and more where the number has
 * more.
 * Undefined where the format is none that says how it is written.
 */
export function fromNumberCell(
  { number, format }: NumberCell,
  unit: Unit,
  { decimal, group }: NumberMarks = englishMarks,
): string | undefined {
  const look = parseFormat(format)
  if (!look || (look.percent !== '') !== (unit.id === percent.id)) return undefined
  const exact = new Decimal(number).times(look.percent ? 100 : 1).dividedBy(new Decimal(1000).pow(look.thousands))
  const digits = exact.abs().toFixed(Math.max(look.decimals, exact.decimalPlaces()))
  const [whole = '', rest] = digits.split('.')
  const grouped = look.grouped ? whole.replace(/\B(?=(\d{3})+$)/g, group) : whole
  const sign = exact.isNegative() ? '-' : ''
  return `${look.before}${sign}${grouped}${rest === undefined ? '' : decimal + rest}${look.percent}${look.after}`
}

/** Whether a cell shows no digit of its number but zeros: 1.1 where the format shows billions. */
export function showsZero({ number, format }: NumberCell, unit: Unit): boolean {
  const look = parseFormat(format)
  if (!look || (look.percent !== '') !== (unit.id === percent.id)) return false
  const shown = new Decimal(number).times(look.percent ? 100 : 1).dividedBy(new Decimal(1000).pow(look.thousands))
  return shown.toDecimalPlaces(look.decimals).isZero()
}

/** Scales that a format leaves out by commas, a thousand and its powers, the longest name first. */
const formatScales = Object.entries({ ...scales, ...sharedScales, ...commaScales })
  .filter(([, power]) => power % 3 === 0)
  .sort(([a], [b]) => b.length - a.length)

function getLook(text: string, { decimal, group }: NumberMarks): Look | undefined {
  const digit = `\\d[\\d${group}]*(?:\\${decimal}\\d+)?`
  const [, before = '', digits = '', percent = '', after = ''] =
    new RegExp(`^(\\D*?)-?(${digit})(\\s?%|)(.*)$`).exec(text) ?? []
  if (digits === '' || /["\\]/.test(before + after)) return undefined
  const [, power = 0] =
    formatScales.find(([name]) => new RegExp(`^\\s${escapePattern(name)}(?![\\p{L}.])`, 'iu').test(after)) ?? []
  return {
    before,
    decimals: digits.split(decimal)[1]?.length ?? 0,
    grouped: digits.includes(group),
    thousands: power / 3,
    percent,
    after,
  }
}

function getFormat({ before, decimals, grouped, thousands, percent, after }: Look): string {
  const digits = `${grouped ? '#,##0' : '0'}${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`
  const quoted = (text: string) => (text === '' ? '' : `"${text}"`)
  const sign = percent === '' ? '' : `${quoted(percent.slice(0, -1))}%`
  return `${quoted(before)}${digits}${','.repeat(thousands)}${sign}${quoted(after)}`
}

/** Reads a format as `formatOf` writes it; programs may put a backslash before a character in place of quotes. */
function parseFormat(format: string): Look | undefined {
  const words = '(?:"[^"]*"|\\\\.| )*'
  const match = new RegExp(`^(${words})(#,##0|0)(?:\\.(0+))?(,*)((?:${words}%)?)(${words})$`).exec(format)
  if (!match) return undefined
  const [, before = '', whole, decimals = '', commas = '', sign = '', after = ''] = match
  const plain = (text: string) =>
    text.replace(/"([^"]*)"|\\(.)/g, (_, quoted?: string, one?: string) => quoted ?? one ?? '')
  return {
    before: plain(before),
    decimals: decimals.length,
    grouped: whole === '#,##0',
    thousands: commas.length,
    percent: plain(sign),
    after: plain(after),
  }
}
