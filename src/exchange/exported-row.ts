import { rowColumns } from '../dataset/read/rows.ts'
import { isColumn, type ObservationRow, toRow } from '../edit/rows/observation-row.ts'

/** The column of a CSV file, and of a workbook's hidden sheet, with what each row held when exported. */
export const exportedColumn = 'as-exported'

/** A row in one cell: `indicator=netizens; value=1.092 billion`; backslashes escape `;` and `\`, a line end is `\n`. */
export function toExported(row: ObservationRow): string {
  return rowColumns
    .filter((column) => row[column] !== '')
    .map((column) => `${column}=${row[column].replace(/[\\;]/g, '\\$&').replaceAll('\n', '\\n')}`)
    .join('; ')
}

/** The row of such a cell; undefined for a text that names no indicator and period. */
export function fromExported(text: string): ObservationRow | undefined {
  const fields = [...text.matchAll(/([a-z-]+)=((?:\\.|[^\\;])*)(?:; ?|$)/g)].flatMap(([, name = '', value = '']) => {
    const plain = value.replace(/\\(.)/g, (_, one: string) => (one === 'n' ? '\n' : one))
    return isColumn(name) ? [[name, plain.trim()] as const] : []
  })
  const row = toRow(Object.fromEntries(fields))
  return row.indicator === '' || row.period === '' ? undefined : row
}
