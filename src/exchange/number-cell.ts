import { Decimal } from 'decimal.js'
import { isFault, parseQuantity } from '../dataset/figure/quantity.ts'
import { scales } from '../dataset/figure/unit/scales.ts'
import { percent } from '../dataset/figure/unit/unit.ts'
import type { Unit } from '../dataset/types.ts'

/** A written value as a spreadsheet keeps it: a number, and the format that shows it as it is written. */
export interface NumberCell {
  number: number
  /** An Excel number format: `0.000,,," billion"`, `0.0%`, `"over "0,," million"`. */
  format: string
}

/** How a written value looks around its digits. */
interface Look {
  before: string
  decimals: number
  grouped: boolean
  /** Powers of a thousand that the format leaves out: 3 for billion. */
  thousands: number
  percent: boolean
  after: string
}

/** A value as a number with its format; undefined where a spreadsheet's format cannot show it (10.92亿). */
export function toNumberCell(text: string, unit: Unit, units: Iterable<Unit>): NumberCell | undefined {
  const quantity = parseQuantity(text, unit, units)
  const look = getLook(text)
  if (isFault(quantity) || !look) return undefined
  const number = look.percent ? quantity.value.dividedBy(100) : quantity.value
  const cell = { number: number.toNumber(), format: getFormat(look) }
  // What does not come back as it was is better kept as text.
  return fromNumberCell(cell, unit) === text ? cell : undefined
}

/**
 * A number of a spreadsheet as written: in the scale and with the decimals of its format, and more where the number has
 * more.
 * Undefined where the format is none that says how it is written.
 */
export function fromNumberCell({ number, format }: NumberCell, unit: Unit): string | undefined {
  const look = parseFormat(format)
  if (!look || look.percent !== (unit.id === percent.id)) return undefined
  const exact = new Decimal(number).times(look.percent ? 100 : 1).dividedBy(new Decimal(1000).pow(look.thousands))
  const digits = exact.abs().toFixed(Math.max(look.decimals, exact.decimalPlaces()))
  const [whole = '', rest] = digits.split('.')
  const grouped = look.grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole
  const sign = exact.isNegative() ? '-' : ''
  return `${look.before}${sign}${grouped}${rest === undefined ? '' : `.${rest}`}${look.percent ? '%' : ''}${look.after}`
}

/** Whether a cell shows no digit of its number but zeros: 1.1 where the format shows billions. */
export function showsZero({ number, format }: NumberCell, unit: Unit): boolean {
  const look = parseFormat(format)
  if (!look || look.percent !== (unit.id === percent.id)) return false
  const shown = new Decimal(number).times(look.percent ? 100 : 1).dividedBy(new Decimal(1000).pow(look.thousands))
  return shown.toDecimalPlaces(look.decimals).isZero()
}

function getLook(text: string): Look | undefined {
  const [, before = '', digits = '', sign = '', after = ''] = /^(\D*?)-?(\d[\d,]*(?:\.\d+)?)(%?)(.*)$/.exec(text) ?? []
  if (digits === '' || /["\\]/.test(before + after)) return undefined
  const [, scale = ''] = /^ (thousand|million|billion|trillion)\b/.exec(after) ?? []
  return {
    before,
    decimals: digits.split('.')[1]?.length ?? 0,
    grouped: digits.includes(','),
    thousands: (scales[scale] ?? 0) / 3,
    percent: sign === '%',
    after,
  }
}

function getFormat({ before, decimals, grouped, thousands, percent, after }: Look): string {
  const digits = `${grouped ? '#,##0' : '0'}${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`
  const quoted = (text: string) => (text === '' ? '' : `"${text}"`)
  return `${quoted(before)}${digits}${','.repeat(thousands)}${percent ? '%' : ''}${quoted(after)}`
}

/** Reads a format as `formatOf` writes it; programs may put a backslash before a character in place of quotes. */
function parseFormat(format: string): Look | undefined {
  const match = /^((?:"[^"]*"|\\.)*)(#,##0|0)(?:\.(0+))?(,*)(%?)((?:"[^"]*"|\\.| )*)$/.exec(format)
  if (!match) return undefined
  const [, before = '', whole, decimals = '', commas = '', sign, after = ''] = match
  const plain = (text: string) =>
    text.replace(/"([^"]*)"|\\(.)/g, (_, quoted?: string, one?: string) => quoted ?? one ?? '')
  return {
    before: plain(before),
    decimals: decimals.length,
    grouped: whole === '#,##0',
    thousands: commas.length,
    percent: sign === '%',
    after: plain(after),
  }
}
