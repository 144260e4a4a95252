import { runWords } from './page-words.ts'
import type { SetCell, SetRow, TableItem } from './types.ts'

/** What a row of a table is called: `Men, 16 to 24`. */
export function rowLabel({ rows }: TableItem, row: SetRow): string {
  const at = rows.indexOf(row)
  const stubs = row.cells.findIndex(({ header, covered }) => header !== 'Row' && !covered)
  return row.cells
    .slice(0, Math.max(1, stubs))
    .flatMap(({ covered }, column) => (covered === 'left' ? [] : cellWords(spanning(rows, at, column))))
    .join(', ')
}

/** What a column of a table is called: `Men, 2023`. */
export function columnLabel({ rows }: TableItem, column: number): string {
  return rows
    .flatMap(({ header, cells }, at) =>
      header && cells[column]?.covered !== 'above' ? [spanning(rows, at, column)] : [],
    )
    .flatMap(cellWords)
    .join(', ')
}

function cellWords(cell: SetCell | undefined): string[] {
  const words = runWords(cell?.paragraph.runs ?? [])
  return words === '' ? [] : [words]
}

/** The cell at a place, or the one that covers it. */
function spanning(rows: readonly SetRow[], at: number, column: number): SetCell | undefined {
  const cell = rows[at]?.cells[column]
  if (cell?.covered === 'above') return spanning(rows, at - 1, column)
  return cell?.covered === 'left' ? spanning(rows, at, column - 1) : cell
}
