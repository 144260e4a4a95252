/** The letters of a spreadsheet's column, from 0: A, Z, AA. */
export function columnName(column: number): string {
  const letter = String.fromCharCode('A'.charCodeAt(0) + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}

/** The column, from 0, that has these letters. */
export function columnNumber(name: string): number {
  return [...name].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** A spreadsheet's cell, of row and column from 0: D12. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`
}
