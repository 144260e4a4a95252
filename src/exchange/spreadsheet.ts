import type { Cell, CellStyle, DataValidation, Sheet, WriteSheet } from 'hucre/xlsx'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { cellName, columnName } from '../opc/cell-name.ts'
import { UnreadableFile } from '../opc/unreadable-file.ts'
import { readZip, writeZip } from '../opc/zip.ts'
import { mostSheetXml } from './limits.ts'

/** A cell to be written: a text, which is never taken for a formula, or another. A table has millions. */
export type SheetCell = string | OwnCell

type OwnCell =
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
  choices?: { column: number; from: string | readonly string[] }[]
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

function toWriteSheet({ name, columns, rows, choices = [], frozen, locked, hidden }: TableSheet): WriteSheet {
  const head = columns.map((column) => column.name)
  const last = cellName(Math.max(rows.length, 1), columns.length - 1)
  return {
    name,
    // The arrow of the filter stands beside the name.
    columns: columns.map((column) => ({ width: Math.max(column.width, column.name.length + 5), style: textStyle })),
    rows: [head, ...rows].map((row) => row.map(plainValue)),
    cells: ownCells(head, rows),
    freezePane: { rows: 1, ...(frozen && { columns: frozen }) },
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '$1:$1' },
    autoFilter: { range: `A1:${last}` },
    dataValidations: choices.map(toValidation),
    ...(hidden && { hidden }),
    ...(locked && { protection: { sheet: true, selectLockedCells: true, selectUnlockedCells: true } }),
  }
}

/** The cells that look otherwise than a column's texts, by `row,column`. */
function ownCells(head: readonly string[], rows: readonly SheetCell[][]): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>(
    head.map((cell, column) => [`0,${column}`, { value: cell, type: 'string', style: headStyle }]),
  )
  for (const [index, row] of rows.entries()) {
    for (const [column, cell] of row.entries())
      if (typeof cell !== 'string') cells.set(`${index + 1},${column}`, toCell(cell))
  }
  return cells
}

function plainValue(cell: SheetCell): string | number | null {
  if (typeof cell === 'string') return cell === '' ? null : cell
  switch (cell.type) {
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
const textStyle: CellStyle = { numFmt: '@', font, alignment: { vertical: 'top' } }
const headStyle: CellStyle = {
  ...textStyle,
  font: { ...font, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E4EAF0' } },
}
/** Away from the text of the next column. */
const right = { horizontal: 'right', vertical: 'top', indent: 1 } as const
const blankStyle: CellStyle = {
  numFmt: '@',
  font,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF6DC' } },
  alignment: right,
}

function toCell(cell: OwnCell): Partial<Cell> {
  switch (cell.type) {
    case 'blank':
      return { value: null, type: 'empty', style: blankStyle }
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

function toValidation({ column, from }: NonNullable<TableSheet['choices']>[number]): DataValidation {
  const letter = columnName(column)
  return {
    type: 'list',
    range: `${letter}2:${letter}${offered}`,
    allowBlank: true,
    ...(typeof from === 'string' ? { formula1: from } : { values: [...from] }),
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: 'Not in the list',
    errorMessage: 'Choose one of the list.',
  }
}

/** The sheets of an Excel workbook, with cells of the named ones; or why the bytes are none or unpack too large. */
export async function readSpreadsheet(
  bytes: Uint8Array,
  wanted: readonly string[],
): Promise<{ sheets: ReadSheet[]; names: string[]; why?: undefined } | { why: string }> {
  const names: string[] = []
  try {
    const read = await readXlsx(withoutEmptyCells(bytes), {
      readStyles: true,
      sheets: ({ name }) => names.push(name) > 0 && wanted.includes(name),
    })
    return { sheets: read.sheets.map(toReadSheet), names }
  } catch (error) {
    return { why: error instanceof UnreadableFile ? error.message : 'it cannot be read' }
  }
}

/**
 * A workbook without the cells that hold a format alone, which are two of three, and each of which the library keeps.
 * It is unpacked here,
 * for the library trusts what an archive says of its sizes.
 */
function withoutEmptyCells(bytes: Uint8Array): Uint8Array {
  if (Buffer.from(bytes.subarray(0, 4)).equals(oldFormat))
    throw new UnreadableFile('it has a password, or is in the older format .xls')
  const parts = [...readZip(bytes, { most: mostSheetXml })].map(([name, content]): [string, Uint8Array] => {
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(name)) return [name, content]
    const xml = Buffer.from(content).toString('latin1')
    const isPlain = !xml.includes('<![CDATA[')
    return [name, isPlain ? Buffer.from(xml.replace(/<c( [a-z]+="[^"]*")*\/>/g, ''), 'latin1') : content]
  })
  return writeZip(new Map(parts), new Date(0))
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
