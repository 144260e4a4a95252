import { isReason } from '../dataset/figure/absence.ts'
import { type RowColumn, requiredColumns, rowColumns } from '../dataset/read/rows.ts'
import type { Dataset } from '../dataset/types.ts'
import { guardFormula, quoteCsv, readCsv } from '../dataset/yaml/csv.ts'
import { type Diagnostic, type Outcome, suggest, warningAt } from '../diagnostic.ts'
import type { IncomingRow, IncomingTable } from '../edit/rows/merge-rows.ts'
import {
  columnsFor,
  isColumn,
  numberColumns,
  type ObservationRow,
  seriesOfRow,
  toRow,
} from '../edit/rows/observation-row.ts'
import { numberIn } from '../edit/rows/unit-in.ts'
import { decodeFile, placeAt } from '../files/source-text.ts'
import { exportedColumn, fromExported, toExported } from './exported-row.ts'
import { periodFault } from './period-fault.ts'

/**
 * Rows as a CSV file (RFC 4180, UTF-8, LF); the last column keeps what each row holds now.
 * What a spreadsheet would take for a formula gets an apostrophe, a negative value the minus sign U+2212.
 */
export function toFiguresCsv(rows: readonly ObservationRow[], dataset: Pick<Dataset, 'dimensions'>): string {
  const columns = columnsFor(dataset)
  const lines = rows.map((row) => {
    const fields = columns.map((column) => harmless(row[column], column))
    return [...fields, toExported(row)].map(quoteCsv).join(',')
  })
  return `${[[...columns, exportedColumn].join(','), ...lines].join('\n')}\n`
}

/** The rows of such a file; any of the columns but indicator, period and value may be left out. */
export function readFiguresCsv(file: string, bytes: Uint8Array, dataset: Dataset): Outcome<IncomingTable> {
  const { value: source, diagnostics } = decodeFile({ path: file, bytes, size: 0 })
  if (!source) return { value: undefined, diagnostics }
  const read = readCsv(source, requiredColumns, [...rowColumns, exportedColumn])
  const faults: Diagnostic[] = [...read.diagnostics]
  const reformed: ObservationRow[] = []
  const kept: ObservationRow[] = []
  const columns = [...(read.value?.[0]?.fields.keys() ?? [])].filter(isColumn)
  const rows = (read.value ?? []).map(({ fields, offset }): IncomingRow => {
    const entries = columns.map((column) => [column, plain(fields.get(column)?.text ?? '', column)] as const)
    const typed = toRow(Object.fromEntries(entries))
    const was = fromExported(fields.get(exportedColumn)?.text ?? '')
    if (was) kept.push(was)
    const row = was && isSameKey(typed, was) ? getWithForms(was, typed, dataset) : typed
    if (row !== typed) reformed.push(row)
    const place = placeAt(source, offset)
    const offsets = columns.map((column) => fields.get(column)?.offset ?? offset)
    const cell = (column: RowColumn) => ({ place: placeAt(source, offsets[columns.indexOf(column)] ?? offset) })
    for (const column of columns) {
      const fault = valueFault(row, column, dataset)
      if (fault) faults.push({ severity: 'error', ...cell(column), ...fault })
    }
    return { row, place, columns, name: `${file}:${place.line}`, cell }
  })
  const isExported = (read.value ?? []).some(({ fields }) => fields.get(exportedColumn)?.text)
  const exported = isExported ? { rows: kept, isWhole: false } : undefined
  const value = faults.length > 0 ? undefined : { rows, exported }
  return { value, diagnostics: [...faults, ...reformedWarning(reformed, file)] }
}

function isSameKey(a: ObservationRow, b: ObservationRow): boolean {
  return seriesOfRow(a) === seriesOfRow(b) && a.period === b.period
}

/** The row with unchanged numbers as they were exported: a spreadsheet saves 77.5% as 77.50%, and 961,000 as 961000. */
function getWithForms(was: ObservationRow, row: ObservationRow, dataset: Dataset): ObservationRow {
  const read = (text: string, column: RowColumn) => {
    const { quantity } = numberIn(text, { column, indicator: row.indicator, dataset })
    return quantity ? `${quantity.value} ${quantity.qualifier ?? ''}` : undefined
  }
  const same = numberColumns.filter((column) => {
    const number = row[column] === was[column] ? undefined : read(row[column], column)
    return number !== undefined && number === read(was[column], column)
  })
  return same.length === 0 ? row : { ...row, ...Object.fromEntries(same.map((column) => [column, was[column]])) }
}

function reformedWarning(rows: readonly ObservationRow[], file: string): Diagnostic[] {
  const [first] = rows
  if (!first) return []
  const more = rows.length > 1 ? ` and ${rows.length - 1} more` : ''
  const message = `a spreadsheet has written numbers in another form; they are kept as they were: ${first.indicator} in ${first.period}${more}`
  const hint = 'to change how many digits a number has, edit a workbook (.xlsx) or the dataset'
  return [warningAt({ file, line: 1, column: 1 }, message, { hint })]
}

function valueFault(
  row: ObservationRow,
  column: RowColumn,
  dataset: Dataset,
): Pick<Diagnostic, 'message' | 'hint' | 'expected'> | undefined {
  if (column === 'indicator' && !dataset.indicators.has(row.indicator))
    return { message: `unknown indicator: ${row.indicator}`, hint: suggest(row.indicator, dataset.indicators.keys()) }
  if (column === 'period') return periodFault(row.period)
  if (column === 'since' && row.since !== '' && row.since !== 'not stated') return periodFault(row.since)
  if (row[column] === '' || !numberColumns.some((one) => one === column) || isReason(row[column])) return undefined
  const [wrong] = numberIn(row[column], { column, indicator: row.indicator, dataset }).faults
  return wrong && { message: wrong.fault, expected: wrong.expected, hint: wrong.hint }
}

function harmless(text: string, column: RowColumn): string {
  const isNegative = numberColumns.some((one) => one === column) && text.startsWith('-')
  return isNegative ? `−${text.slice(1)}` : guardFormula(text)
}

function plain(text: string, column: RowColumn): string {
  const trimmed = text.trim()
  if (numberColumns.some((one) => one === column)) return trimmed.replace(/^−/, '-')
  return trimmed.startsWith("'") && guardFormula(trimmed.slice(1)) === trimmed ? trimmed.slice(1) : trimmed
}
