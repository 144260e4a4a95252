/** The letters of a spreadsheet's column, from 0: A, Z, AA. */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26) - 1
  return `${rest < 0 ? '' : columnName(rest)}${String.fromCharCode('A'.charCodeAt(0) + (column % 26))}`
}

/** A spreadsheet's cell, of row and column from 0: D12. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`
}
