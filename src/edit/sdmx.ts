import { Decimal } from 'decimal.js'
import { financialYear, parsePeriod } from '../dataset/figure/period.ts'
import { observationKey } from '../dataset/figure/reference.ts'
import { shiftPeriod } from '../dataset/figure/shift-period.ts'
import { percent, percentagePoints } from '../dataset/figure/unit/unit.ts'
import type { Dataset, Observation, Period, Quantity, Unit } from '../dataset/types.ts'
import { guardFormula, quoteCsv } from '../dataset/yaml/csv.ts'
import { textTag } from '../locale/languages.ts'

/** Words for powers of ten, as SDMX's UNIT_MULT gives them. */
const scales: Readonly<Record<number, string>> = { 3: ' thousand', 6: ' million', 9: ' billion', 12: ' trillion' }

/** The codes that say this tool's statuses. */
export const statusCodes = {
  stated: 'A',
  provisional: 'P',
  estimated: 'E',
  revised: 'R',
  forecast: 'F',
  derived: 'I',
} as const satisfies Record<Observation['status'], string>

/** Our statuses by SDMX code (CL_OBS_STATUS) and Eurostat flag; I means imputed where others write it. */
const statuses: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(statusCodes).flatMap(([status, code]) => (status === 'derived' ? [] : [[code, status]])),
)

/** How the id of each structure begins that this tool writes. */
export const ownStructure = 'BRIEFWRIGHT:'

/** What other codes of both lists mean: a figure of this tool cannot say it but in a note. */
const meanings: Readonly<Record<string, string>> = {
  B: 'break in the series',
  C: 'confidential',
  D: 'definition differs',
  G: 'experimental',
  I: 'imputed',
  N: 'not significant',
  S: 'estimate of the office that publishes it',
  U: 'low reliability',
  V: 'not validated',
}

/**
 * The status that a code, flags or a word stand for, empty for a normal value, and what else they say.
 * Eurostat's `bp` is provisional, and a break in the series.
 */
export function getStatus(code: string): { status: string; others: string[] } {
  const [said = ''] = code.split(':')
  const word = said.trim().toLowerCase()
  if (Object.values(statuses).includes(word)) return { status: word === 'stated' ? '' : word, others: [] }
  if (/[^a-z ,]/.test(word) || /[a-z]{4}/.test(word)) return { status: '', others: [said.trim()] }
  const letters = [...new Set(word.toUpperCase())].filter((letter) => letter !== ' ' && letter !== ',')
  const found = letters.flatMap((letter) => statuses[letter] ?? [])
  const others = letters.filter((letter) => statuses[letter] === undefined).map((letter) => meanings[letter] ?? letter)
  return { status: found.find((status) => status !== 'stated') ?? '', others }
}

/**
 * A time period of SDMX, or of the ILO, as this tool writes it: `2023-A1` is 2023, `2023-M12` and `2023M12` are
 * 2023-12, `2023Q4`, `2023-T4` and `T4 2023` are 2023-Q4; a date, the one that it stands for where a feed says that.
 */
export function getPeriod(text: string, dates?: 'month' | 'quarter' | 'year'): string {
  const iso = text.trim().replace(/^(\d\d)\.(\d\d)\.(\d{4})$/, '$3-$2-$1')
  const [, year = '', month = ''] = /^(\d{4})-(\d\d)-\d\d(?:[T ][\d:.]+Z?)?$/.exec(iso) ?? []
  if (dates && month !== '')
    return { year, quarter: `${year}-Q${Math.ceil(Number(month) / 3)}`, month: `${year}-${month}` }[dates]
  return getRange(iso)
    .replace(/-?A1$/, '')
    .replace(/^(\d{4})-?M(\d\d)$/, '$1-$2')
    .replace(/^(\d{4})-?H([12])$/, '$1-S$2')
    .replace(/^([QST]\d)[ /-](\d{4})$/, '$2-$1')
    .replace(/^(\d{4})-?([QST])(\d)$/, (_, year, kind, number) => `${year}-${kind.replace('T', 'Q')}${number}`)
}

/**
 * `2020-01-01/P2M` is 2020-01/2020-02, `P1M` a month, and a year is `P1Y`, from April a financial one; any other text
 * is itself.
 */
function getRange(text: string): string {
  const [, year = '', month = '', count, unit] = /^(\d{4})-(\d{2})-01\/P(\d{1,2})([MY])$/.exec(text) ?? []
  if (count === undefined) return text
  const months = Number(count) * (unit === 'Y' ? 12 : 1)
  if (months === 12 && month === '01') return year
  if (months === 12 && month === '04') return financialYear(Number(year))
  const first = `${year}-${month}`
  return months === 1 ? first : `${first}/${shiftPeriod(first, months - 1)}`
}

/** A number as a program may write it, 1.2345e+07 too, in plain digits; undefined for what is none. */
export function plainNumber(text: string): string | undefined {
  const [, number, exponent] = /^([+-]?(?:\d+\.?\d*|\.\d+))(e[+-]?\d{1,3})?$/i.exec(text) ?? []
  if (number === undefined) return undefined
  // 119.0 is known to its tenths.
  return exponent ? new Decimal(text).toFixed() : new Decimal(text).toFixed(number.split('.')[1]?.length ?? 0)
}

/**
 * A value as people write it, from a number with its power of ten and decimals: `1092` with UNIT_MULT 6 is `1092
 * million`,
 * and with DECIMALS 1 `77.5` stays, `77` is `77.0` and `77.4913` is `77.5`: DECIMALS says how many of them count.
 */
export function writeSdmxValue(number: string, unit: Unit, multiplier = '', decimals = ''): string {
  const digits = /^\d{1,2}$/.test(decimals)
    ? new Decimal(number).toFixed(Number(decimals), Decimal.ROUND_HALF_UP)
    : number
  const scale = scales[Number(multiplier)]
  const said = multiplier === '' || Number(multiplier) === 0 ? '' : scale
  if (said === undefined) return new Decimal(number).times(new Decimal(10).pow(Number(multiplier))).toFixed()
  if (unit.id === percent.id) return `${digits}${said}%`
  if (unit.id === percentagePoints.id) return `${digits}${said} pp`
  return `${digits}${said}`
}

const columns = [
  'STRUCTURE',
  'STRUCTURE_ID',
  'ACTION',
  'INDICATOR',
  'MEASURE',
  'TIME_PERIOD',
  'OBS_VALUE',
  'OBS_STATUS',
  'UNIT_MEASURE',
  'UNIT_MULT',
  'DECIMALS',
  'QUALIFIER',
  'FORMS',
  'BASE_PER',
  'SOURCE',
  'TITLE',
] as const

/** All figures of a dataset, derived ones too, as SDMX-CSV 2.0: a row each, in the order of the dataset. */
export function toSdmxCsv(dataset: Dataset): string {
  const structure = `${ownStructure}${dataset.report.id.toUpperCase().replaceAll('-', '_')}(1.0)`
  const rows = [...dataset.observations.values()]
    .filter(({ quantity }) => quantity.value.isFinite())
    .map((observation) => getRow(observation, structure, dataset))
  const own = [...dataset.dimensions.keys()].map((id) => id.toUpperCase())
  const names = columns.flatMap((name) => (name === 'INDICATOR' ? [name, ...own] : [name]))
  return `${[names.join(','), ...rows.map((row) => row.map(quoteCsv).join(','))].join('\n')}\n`
}

function getRow(observation: Observation, structure: string, dataset: Dataset): string[] {
  const { indicators, dimensions, report } = dataset
  const { indicator, categories, measure, period, since, quantity, status, statement } = observation
  const multiplier = getMultiplier(quantity.value, quantity.precision)
  const decimals = Math.max(0, multiplier - quantity.precision)
  const label = indicators.get(indicator)?.label ?? {}
  return [
    'dataflow',
    structure,
    'I',
    indicator,
    // SDMX's total, or not applicable.
    ...[...dimensions.keys()].map(
      (id) => categories[id] ?? (dataset.indicators.get(indicator)?.dimensions.includes(id) ? '_T' : '_Z'),
    ),
    measure,
    sdmxPeriod(period),
    quantity.value.dividedBy(new Decimal(10).pow(multiplier)).toFixed(decimals),
    statusCodes[status],
    quantity.unit,
    String(multiplier),
    String(decimals),
    quantity.qualifier ?? '',
    writtenForms(quantity),
    since ?? '',
    statement?.source ?? '',
    guardFormula(label[textTag(report.language)] ?? observationKey(indicator, measure, period)),
  ]
}

/** Each language's form, as in a cell of the dataset's tables: `en: 24.8 million; zh: 2480万`; empty for one form. */
function writtenForms({ forms = {} }: Quantity): string {
  return Object.entries(forms)
    .map(([tag, { text }]) => `${tag}: ${text}`)
    .join('; ')
}

/** A range of time as SDMX writes it, its first day and how long it is; other periods are SDMX's own. */
function sdmxPeriod(period: Period): string {
  const span = parsePeriod(period)
  const isRange = span?.form === 'range' || span?.form === 'ending' || span?.form === 'financial'
  return span && isRange ? `${span.start}/${span.length}` : period
}

/**
 * The largest named power of ten that leaves a digit before the point, or that the last printed digit stands at.
 * Thousands only where they keep the number of printed digits.
 */
function getMultiplier(value: Decimal, precision: number): number {
  const magnitude = value.isZero() ? precision : value.abs().log(10).floor().toNumber()
  const powers = precision > 0 ? [12, 9, 6, 3] : [12, 9, 6]
  return powers.find((power) => power <= Math.max(magnitude, precision)) ?? 0
}
