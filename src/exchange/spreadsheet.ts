import type { Cell, CellStyle, DataValidation, ReadOptions, Sheet, WriteSheet } from 'hucre/xlsx'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { cellName, columnName } from '../opc/cell-name.ts'
import { openArchive } from '../opc/open-archive.ts'
import { UnreadableFile } from '../opc/unreadable-file.ts'

/** A cell to be written. Text is never taken for a formula. */
export type SheetCell =
  | { type: 'text'; text: string }
  /** A cell that is to be filled in, as text: shaded. */
  | { type: 'blank' }
  | { type: 'number'; number: number; format: string }
  | { type: 'formula'; formula: string; format: string; result: number }

/** A sheet to be written: a table with its head in the first row. */
export interface TableSheet {
  name: string
  columns: { name: string; width: number }[]
  rows: SheetCell[][]
  /** Columns, from 0, whose values are to be chosen: from a range, or from a few words. */
  choices: { column: number; from: string | readonly string[]; strict: boolean }[]
  /** Columns, from the left, that stay in sight. */
  frozen?: number
  /** Whether the sheet may be read and copied, but not changed. */
  locked: boolean
  /** Whether a person does not see it. */
  hidden?: boolean
}

/** A cell as it was read. */
export interface ReadCell {
  /** `F12`. */
  name: string
  row: number
  column: number
  value: string | number | boolean | Date | null
  format: string
  isFormula: boolean
  isError: boolean
}

export interface ReadSheet {
  name: string
  /** Cells that hold something, by row and column from 0. */
  cells: ReadCell[]
  /** `B3:C3`. */
  merged: string[]
  /** Rows that are hidden, from 0. */
  hiddenRows: number[]
}

/** Rows for which choices are offered, so that new rows have them too. */
const offered = 5000

/** An Excel workbook (.xlsx) of tables that can be sorted and filtered; the same tables give the same bytes. */
export async function writeSpreadsheet(sheets: readonly TableSheet[], created: Date): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(toWriteSheet),
    properties: { created, modified: created, creator: 'Briefwright' },
  })
}

function toWriteSheet({ name, columns, rows, choices, frozen, locked, hidden }: TableSheet): WriteSheet {
  const head = columns.map((column): SheetCell => ({ type: 'text', text: column.name }))
  const cells = new Map(
    [head, ...rows].flatMap((row, index) =>
      row.flatMap((cell, column) =>
        cell.type === 'text' && cell.text === '' ? [] : [[`${index},${column}`, toCell(cell, index === 0)] as const],
      ),
    ),
  )
  const last = cellName(Math.max(rows.length, 1), columns.length - 1)
  return {
    name,
    // The arrow of the filter stands beside the name.
    columns: columns.map((column) => ({
      width: Math.max(column.width, column.name.length + 5),
      style: { numFmt: '@' },
    })),
    rows: [head, ...rows].map((row) => row.map(plainValue)),
    cells,
    freezePane: { rows: 1, ...(frozen && { columns: frozen }) },
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '$1:$1' },
    autoFilter: { range: `A1:${last}` },
    dataValidations: choices.map(toValidation),
    ...(hidden && { hidden }),
    ...(locked && { protection: { sheet: true, selectLockedCells: true, selectUnlockedCells: true } }),
  }
}

function plainValue(cell: SheetCell): string | number | null {
  switch (cell.type) {
    case 'text':
      return cell.text === '' ? null : cell.text
    case 'blank':
      return null
    case 'number':
      return cell.number
    case 'formula':
      return cell.result
  }
}

/** The font of every cell; one that names none is set in another by some programs. */
const font = { name: 'Calibri', size: 11 }
const headFill: NonNullable<CellStyle['fill']> = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E4EAF0' } }
const blankFill: NonNullable<CellStyle['fill']> = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF6DC' } }
/** Away from the text of the next column. */
const right = { horizontal: 'right', vertical: 'top', indent: 1 } as const

function toCell(cell: SheetCell, isHead: boolean): Partial<Cell> {
  switch (cell.type) {
    case 'text':
      return {
        value: cell.text,
        type: 'string',
        style: {
          numFmt: '@',
          font: { ...font, ...(isHead && { bold: true }) },
          ...(isHead && { fill: headFill }),
          alignment: { vertical: 'top' },
        },
      }
    case 'blank':
      return { value: null, type: 'empty', style: { numFmt: '@', font, fill: blankFill, alignment: right } }
    case 'number':
      return { value: cell.number, type: 'number', style: { numFmt: cell.format, font, alignment: right } }
    case 'formula':
      return {
        value: cell.result,
        type: 'formula',
        formula: cell.formula,
        formulaResult: cell.result,
        style: { numFmt: cell.format, font, alignment: right, protection: { locked: true } },
      }
  }
}

function toValidation({ column, from, strict }: TableSheet['choices'][number]): DataValidation {
  const letter = columnName(column)
  return {
    type: 'list',
    range: `${letter}2:${letter}${offered}`,
    allowBlank: true,
    ...(typeof from === 'string' ? { formula1: from } : { values: [...from] }),
    showErrorMessage: true,
    errorStyle: strict ? 'stop' : 'warning',
    errorTitle: 'Not in the list',
    errorMessage: 'Choose one of the list.',
  }
}

const reading: ReadOptions = { readStyles: true }

/** The sheets of an Excel workbook; for bytes that are none, or that would unpack to more than a workbook holds, why not. */
export async function readSpreadsheet(bytes: Uint8Array): Promise<ReadSheet[] | { why: string }> {
  const why = refusal(bytes)
  if (why !== undefined) return { why }
  try {
    const { sheets } = await readXlsx(bytes, reading)
    return sheets.map(toReadSheet)
  } catch {
    return { why: 'it cannot be read' }
  }
}

/** Why an archive is not to be unpacked by the library, which trusts what it says of its sizes. */
function refusal(bytes: Uint8Array): string | undefined {
  if (Buffer.from(bytes.subarray(0, 4)).equals(oldFormat)) return 'it has a password, or is in the older format .xls'
  try {
    for (const unpack of openArchive(bytes).values()) unpack()
    return undefined
  } catch (error) {
    if (error instanceof UnreadableFile) return error.message
    throw error
  }
}

/** How a compound file begins (MS-CFB): a workbook of Excel 97, or one that is encrypted. */
const oldFormat = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

function toReadSheet({ name, rows, cells = new Map(), merges = [], rowDefs = new Map() }: Sheet): ReadSheet {
  return {
    name,
    cells: rows.flatMap((row, index) =>
      row.flatMap((value, column) => {
        const cell = cells.get(`${index},${column}`)
        if (value === null && cell?.formula === undefined) return []
        return [
          {
            name: cellName(index, column),
            row: index,
            column,
            value,
            format: cell?.style?.numFmt ?? 'General',
            isFormula: cell?.formula !== undefined,
            isError: cell?.type === 'error',
          },
        ]
      }),
    ),
    merged: merges.map(
      ({ startRow, startCol, endRow, endCol }) => `${cellName(startRow, startCol)}:${cellName(endRow, endCol)}`,
    ),
    hiddenRows: [...rowDefs].flatMap(([index, { hidden }]) => (hidden ? [index] : [])),
  }
}
