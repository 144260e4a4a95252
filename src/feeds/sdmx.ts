import { Decimal } from 'decimal.js'
import { observationKey } from '../dataset/reference.ts'
import type { Dataset, Observation, Unit } from '../dataset/types.ts'
import { percent, percentagePoints } from '../dataset/unit.ts'

/** Words for powers of ten, as SDMX's UNIT_MULT gives them. */
const scales: Readonly<Record<number, string>> = { 3: ' thousand', 6: ' million', 9: ' billion', 12: ' trillion' }

/** SDMX observation status (CL_OBS_STATUS), and the flags of Eurostat, as statuses of this tool; others are left to the reader. */
const statuses: Readonly<Record<string, string>> = { A: 'stated', P: 'provisional', E: 'estimated', R: 'revised' }
const codes: Readonly<Record<string, string>> = {
  stated: 'A',
  provisional: 'P',
  estimated: 'E',
  revised: 'R',
  derived: 'I',
}

/** The status that a code or flag stands for; empty for a normal value or a code of another kind. */
export function statusOf(code: string): string {
  const status = statuses[code.trim().toUpperCase()] ?? ''
  return status === 'stated' ? '' : status
}

/** A time period of SDMX as this tool writes it: `2023-A1` is 2023, `2023-M12` is 2023-12. */
export function periodOf(text: string): string {
  return text
    .trim()
    .replace(/-A1$/, '')
    .replace(/-M(\d\d)$/, '-$1')
}

/**
 * A value as people write it, from a number with its power of ten and decimals: `1092` with UNIT_MULT 6 is `1092 million`,
 * and with DECIMALS 1 `77.5` stays and `77` is `77.0`.
 */
export function writtenValue(number: string, unit: Unit, multiplier = '', decimals = ''): string {
  const digits = /^\d+$/.test(decimals) && /^-?\d+(\.\d+)?$/.test(number) ? padded(number, Number(decimals)) : number
  const scale = scales[Number(multiplier)]
  const said = multiplier === '' || Number(multiplier) === 0 ? '' : scale
  if (said === undefined) return new Decimal(number).times(new Decimal(10).pow(Number(multiplier))).toFixed()
  if (unit.id === percent.id) return `${digits}${said}%`
  if (unit.id === percentagePoints.id) return `${digits}${said} pp`
  return `${digits}${said}`
}

function padded(number: string, decimals: number): string {
  const [whole = '', rest = ''] = number.split('.')
  return rest.length >= decimals ? number : `${whole}.${rest.padEnd(decimals, '0')}`
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
  'BASE_PER',
  'SOURCE',
  'TITLE',
] as const

/** All figures of a dataset, derived ones too, as SDMX-CSV 2.0: a row each, in the order of the dataset. */
export function toSdmxCsv(dataset: Dataset): string {
  const { id } = dataset.report
  const structure = `BRIEFWRIGHT:${id.toUpperCase().replaceAll('-', '_')}(1.0)`
  const rows = [...dataset.observations.values()]
    .filter(({ quantity }) => quantity.value.isFinite())
    .map((observation) => rowOf(observation, structure, dataset))
  return `${[columns.join(','), ...rows.map((row) => row.map(quote).join(','))].join('\n')}\n`
}

function rowOf(observation: Observation, structure: string, { indicators, report }: Dataset): string[] {
  const { indicator, measure, period, since, quantity, status, statement } = observation
  const multiplier = multiplierOf(quantity.value, quantity.precision)
  const decimals = Math.max(0, multiplier - quantity.precision)
  const label = indicators.get(indicator)?.label ?? {}
  return [
    'dataflow',
    structure,
    'I',
    indicator,
    measure,
    period,
    quantity.value.dividedBy(new Decimal(10).pow(multiplier)).toFixed(decimals),
    codes[status] ?? 'A',
    quantity.unit,
    String(multiplier),
    String(decimals),
    quantity.qualifier ?? '',
    since ?? '',
    statement?.source ?? '',
    label[report.language] ?? observationKey(indicator, measure, period),
  ]
}

/** The largest named power of ten that leaves a digit before the point, or that the last printed digit stands at. */
function multiplierOf(value: Decimal, precision: number): number {
  const magnitude = value.isZero() ? precision : value.abs().log(10).floor().toNumber()
  return [12, 9, 6].find((power) => power <= Math.max(magnitude, precision)) ?? 0
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
