import { isReason } from '../dataset/figure/absence.ts'
import { writesCommas } from '../dataset/figure/quantity.ts'
import { groupBy } from '../dataset/group-by.ts'
import { type RowColumn, requiredColumns, rowColumns } from '../dataset/read/rows.ts'
import type { Dataset } from '../dataset/types.ts'
import { type Diagnostic, errorAt, failed, type Outcome, type Place, suggest, warningAt } from '../diagnostic.ts'
import type { Exported, IncomingRow, IncomingTable } from '../edit/rows/merge-rows.ts'
import { isColumn, numberColumns, toRow } from '../edit/rows/observation-row.ts'
import { numberIn, type RowNumberPlace, unitIn } from '../edit/rows/unit-in.ts'
import { derived } from '../memory/derived.ts'
import { cellName } from '../opc/cell-name.ts'
import { fromExported } from './exported-row.ts'
import { exportedSheet, figuresSheet, labelColumn } from './figures-workbook.ts'
import { fromNumberCell, showsZero, writtenMarks } from './number-cell.ts'
import { periodFault } from './period-fault.ts'
import type { ReadCell, ReadSheet } from './spreadsheet.ts'

/** The rows of a workbook's sheet of figures; each fault is an error that names sheet and cell. */
export async function readFiguresWorkbook(
  file: string,
  bytes: Uint8Array,
  dataset: Dataset,
): Promise<Outcome<IncomingTable>> {
  // Loaded here, so that a build does not load it.
  const { readSpreadsheet } = await import('./spreadsheet.ts')
  const read = await readSpreadsheet(bytes, [figuresSheet, exportedSheet])
  if (read.why !== undefined)
    return failed(
      errorAt(getPlace(file, 0, 0), `not an Excel workbook: ${file}: ${read.why}`, {
        hint: 'save it as .xlsx, or export a new one',
      }),
    )
  const sheet = read.sheets.find(({ name }) => name === figuresSheet)
  if (!sheet)
    return failed(
      errorAt(getPlace(file, 0, 0), `no sheet named ${figuresSheet}: there is ${read.names.join(', ')}`, {
        hint: `name the sheet of observations ${figuresSheet}`,
      }),
    )
  const head = readHead(file, sheet)
  const hidden = hiddenWarnings(file, sheet)
  const faults = [...mergeErrors(file, sheet), ...head.diagnostics]
  if (!head.value || faults.length > 0) return { value: undefined, diagnostics: [...faults, ...hidden] }
  const columns = head.value
  const cells = sheet.cells.filter(({ row, column }) => row > 0 && columns.has(column))
  const results = [...groupBy(cells, ({ row }) => row)].map(([row, own]) => readRow(file, row, own, columns, dataset))
  const diagnostics = results.flatMap((result) => result.diagnostics)
  const exported = getExported(read.sheets.find(({ name }) => name === exportedSheet))
  const value = diagnostics.length > 0 ? undefined : { rows: results.map(({ row }) => row), exported }
  return { value, diagnostics: [...diagnostics, ...hidden] }
}

/** What the rows were when the workbook was exported; undefined for one that does not say. */
function getExported(sheet: ReadSheet | undefined): Exported | undefined {
  const rows = sheet?.cells.flatMap(({ row, value }) => (row > 0 ? (fromExported(String(value)) ?? []) : []))
  return rows && { rows, isWhole: true }
}

type Head = ReadonlyMap<number, RowColumn>

function readHead(file: string, sheet: ReadSheet): Outcome<Head> {
  const cells = sheet.cells.filter(({ row }) => row === 0)
  const named = cells.map((cell) => ({ cell, name: String(cell.value ?? '').trim() }))
  const unknown = named.filter(({ name }) => name !== '' && name !== labelColumn && !isColumn(name))
  const missing = requiredColumns.filter((name) => named.every((one) => one.name !== name))
  const diagnostics = [
    ...unknown.map(({ cell, name }) =>
      fault(
        file,
        cell,
        `unknown column: ${name}`,
        suggest(name, rowColumns) ?? `the columns are ${rowColumns.join(', ')}`,
      ),
    ),
    ...missing.map((name) =>
      errorAt(getPlace(file, 0, 0), `${figuresSheet}!A1: no column ${name}`, {
        hint: 'the first row names the columns',
      }),
    ),
  ]
  return {
    value: new Map(named.flatMap(({ cell, name }) => (isColumn(name) ? [[cell.column, name] as const] : []))),
    diagnostics,
  }
}

function readRow(
  file: string,
  index: number,
  cells: readonly ReadCell[],
  head: Head,
  dataset: Dataset,
): { row: IncomingRow; diagnostics: Diagnostic[] } {
  const indicatorCell = cells.find(({ column }) => head.get(column) === 'indicator')
  const indicator = String(indicatorCell?.value ?? '').trim()
  const diagnostics: Diagnostic[] = []
  const fields = cells.map((cell) => {
    const column = head.get(cell.column) ?? 'note'
    const read = readCell(cell, { column, indicator, dataset })
    if (typeof read === 'string') return [column, read] as const
    diagnostics.push(fault(file, cell, read.message, read.hint))
    return [column, ''] as const
  })
  const row = toRow(Object.fromEntries(fields))
  const [first] = cells
  if (first && indicator === '')
    diagnostics.push(fault(file, first, 'a row without an indicator', 'choose one in column indicator'))
  else if (indicatorCell && !dataset.indicators.has(indicator)) {
    diagnostics.push(
      fault(
        file,
        indicatorCell,
        `unknown indicator: ${indicator}`,
        suggest(indicator, dataset.indicators.keys()) ?? 'declare it in data/figures.yaml first',
      ),
    )
  }
  const place = getPlace(file, index, 0)
  const columns = [...head.values()]
  const cell = (column: RowColumn) => {
    const at = [...head].find(([, name]) => name === column)?.[0] ?? 0
    return { place: getPlace(file, index, at), name: `${figuresSheet}!${cellName(index, at)}` }
  }
  return { row: { row, place, columns, name: `${figuresSheet}!A${index + 1}`, cell }, diagnostics }
}

type CellFault = { message: string; hint: string }

/** A cell as it is written in the dataset. */
function readCell(cell: ReadCell, at: RowNumberPlace): string | CellFault {
  const { value } = cell
  const { column } = at
  if (cell.isError) return { message: `an error of the spreadsheet: ${value}`, hint: 'type the value' }
  if (cell.isFormula)
    return {
      message: 'a formula',
      hint: 'figures are typed; what follows from them is worked out by the tool: paste the value',
    }
  if (value instanceof Date) return dateFault(value)
  if (typeof value === 'boolean')
    return { message: `not a text: ${String(value).toUpperCase()}`, hint: 'format the cell as text and type it again' }
  if (value === null) return ''
  const isNumber = numberColumns.some((one) => one === column)
  const text = String(value).trim()
  const isPeriod = column === 'period' || (column === 'since' && text !== '' && text !== 'not stated')
  if (isPeriod) return periodFault(text) ?? text
  if (!isNumber) return text
  return typeof value === 'number' ? readNumber(value, cell, at) : readText(value.trim(), cell, at)
}

function dateFault(date: Date): CellFault {
  const day = date.toISOString().slice(0, 10)
  return {
    message: `a date, ${day}, that the spreadsheet made of what was typed`,
    hint: 'format the cell as text first, then type it again',
  }
}

function readNumber(number: number, { format }: ReadCell, at: RowNumberPlace): string | CellFault {
  const unit = unitIn(at)
  if (!unit) return String(number)
  const written = fromNumberCell({ number, format }, unit, writtenMarks(at.dataset))
  if (number !== 0 && written !== undefined && showsZero({ number, format }, unit)) {
    const typed = `${number} ${/(thousand|million|billion|trillion)/.exec(format)?.[0] ?? unit.id}`
    return { message: `a number too small for how it is printed: ${number}`, hint: `type ${typed}, or all its digits` }
  }
  if (written !== undefined && isWritten(written, at)) return written
  const isPercentage = unit.id === 'percent' || unit.id === 'percentage-points'
  if (!isPercentage && format === 'General' && isWritten(String(number), at)) return String(number)
  return {
    message: `a number whose format does not say how it is printed: ${number} (${format})`,
    hint: `copy the format of a cell above, or type text: ${unit.id === 'percent' ? '77.5%' : unit.id === 'percentage-points' ? '16.8 pp' : '1.092 billion'}`,
  }
}

function isWritten(text: string, at: RowNumberPlace): boolean {
  return numberIn(text, at).quantity !== undefined
}

function readText(text: string, { format }: ReadCell, at: RowNumberPlace): string | CellFault {
  if (text === '' || !unitIn(at) || isReason(text)) return text
  const commas = writesCommas(at.dataset.report.language)
  if (!commas && /^[-−]?\d+,\d{1,2}(\D|$)|^[-−]?\d+,\d{4,}|^[-−]?\d{1,3}(\.\d{3})+,\d/.test(text))
    return { message: `a comma as decimal sign: ${text}`, hint: `write ${text.replaceAll('.', '').replace(',', '.')}` }
  // Cells to fill in are text, to keep 77.5% as typed: whole numbers are right there, as are usual decimals.
  const isTyped = format === '@' && (/^[-−]?[\d,]+$/.test(text) || withDecimals(at.dataset).has(at.indicator))
  if ((commas ? /^[-−]?\d+$/ : /^[-−]?[\d,]+(\.\d+)?$/).test(text) && !isTyped)
    return {
      message: `a number stored as text: ${text}`,
      hint: 'make it a number (Data, Text to Columns), or write the scale or unit: 1.092 billion',
    }
  const [wrong] = numberIn(text, at).faults
  return wrong ? { message: wrong.fault, hint: wrong.hint ?? `expected ${wrong.expected}` } : text
}

/** The indicators of which figures are printed with decimals, without a scale: 8.4 books, unlike 1.092 billion. */
const withDecimals = derived(
  ({ observations }: Dataset): ReadonlySet<string> =>
    new Set(
      [...observations.values()].flatMap(({ indicator, quantity }) => (quantity.precision < 0 ? [indicator] : [])),
    ),
)

function mergeErrors(file: string, { merged }: ReadSheet): Diagnostic[] {
  return merged.map((range) =>
    errorAt({ file, line: 1, column: 1 }, `${figuresSheet}!${range}: merged cells`, {
      hint: 'unmerge them: each row is an observation, each column one part of it',
    }),
  )
}

function hiddenWarnings(file: string, { hiddenRows, cells }: ReadSheet): Diagnostic[] {
  const filled = hiddenRows.filter((index) => cells.some(({ row }) => row === index))
  if (filled.length === 0) return []
  const shown = filled
    .slice(0, 5)
    .map((index) => index + 1)
    .join(', ')
  const rest = filled.length > 5 ? ` and ${filled.length - 5} more` : ''
  const message = `${figuresSheet}: hidden rows are read like the others: ${shown}${rest}`
  return [warningAt(getPlace(file, filled[0] ?? 0, 0), message, { hint: 'clear the filter to see them' })]
}

/** A message begins with sheet and cell; its place has the row as line and the column's number as column. */
function fault(file: string, cell: ReadCell, message: string, hint: string): Diagnostic {
  return errorAt(getPlace(file, cell.row, cell.column), `${figuresSheet}!${cell.name}: ${message}`, { hint })
}

function getPlace(file: string, row: number, column: number): Place {
  return { file, line: row + 1, column: column + 1 }
}
