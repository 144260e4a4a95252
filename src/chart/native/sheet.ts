import type { NativeCell, NativeColumn } from './native-types.ts'

/** The sheet behind a chart, filled column by column; a column that is there already is used again. */
export interface Sheet {
  /** The column's index. A header that names a series must be the only one of its words; `any` other may be there again. */
  add(header: string, cells: readonly NativeCell[], format: string, names?: 'series' | 'any'): number
  columns(): NativeColumn[]
}

export function createSheet(): Sheet {
  const columns: NativeColumn[] = []
  return {
    add(header, cells, format, names = 'series') {
      const same = columns.findIndex(
        (column) => column.header === header && JSON.stringify(column.cells) === JSON.stringify(cells),
      )
      if (same >= 0) return same
      columns.push({ header: names === 'any' ? header : uniqueHeader(header, columns), cells: [...cells], format })
      return columns.length - 1
    },
    columns: () => columns,
  }
}

/** Two series of one name would be one to a reader of the sheet. */
function uniqueHeader(header: string, columns: readonly NativeColumn[]): string {
  const taken = new Set(columns.map((column) => column.header))
  if (!taken.has(header)) return header
  for (let number = 2; ; number++) if (!taken.has(`${header} ${number}`)) return `${header} ${number}`
}
