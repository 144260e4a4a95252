import type { NativeCell, NativeColumn } from './native-types.ts'

/** The sheet behind a chart, filled column by column; a column that is there already is used again. */
export type Sheet = ReturnType<typeof createSheet>

export function createSheet() {
  const columns: NativeColumn[] = []
  return {
    /** The column's index. A header that names a series must be unique; with `any`, it may recur. */
    add(header: string, cells: readonly NativeCell[], format: string, names: 'series' | 'any' = 'series'): number {
      const same = columns.findIndex(
        (column) => column.header === header && JSON.stringify(column.cells) === JSON.stringify(cells),
      )
      if (same >= 0) return same
      columns.push({ header: names === 'any' ? header : uniqueHeader(header, columns), cells: [...cells], format })
      return columns.length - 1
    },
    columns: (): NativeColumn[] => columns,
  }
}

/** Two series of one name would be one to a reader of the sheet. */
function uniqueHeader(header: string, columns: readonly NativeColumn[]): string {
  const taken = new Set(columns.map((column) => column.header))
  if (!taken.has(header)) return header
  for (let number = 2; ; number++) if (!taken.has(`${header} ${number}`)) return `${header} ${number}`
}
