import type { FoundText } from './read/found-document.ts'

/** Whether a row has as many cells as the one that was built, so that each stands for the one in its column. */
export function hasSameCells({ medium, text }: FoundText, built: string): boolean {
  return medium === 'table' && getCells(text).length === getCells(built).length
}

/** Which cell of a row, from 0, a place in its text is in. */
export function cellIndexAt(row: string, at: number): number {
  return getCells(row.slice(0, at)).length - 1
}

/** A row's first cell that had a number and has none now, or has one where it said that there is none: [c]. */
export function turnedCell(row: string, built: string): { was: string; is: string } | undefined {
  const cells = getCells(row)
  const pairs = getCells(built).map((was, index) => ({ was, is: cells[index] ?? '' }))
  return pairs.find(({ was, is }) => /\p{Nd}/u.test(was) !== /\p{Nd}/u.test(is))
}

/** A row's cells in the order of the build's columns, missing ones as built; undefined if it has other columns. */
export function inBuiltColumns({ text, head = '' }: FoundText, builtHead: string, built: string): string | undefined {
  const [heads, cells, builtCells] = [getCells(head), getCells(text), getCells(built)]
  const columns = getCells(builtHead).map((one) => heads.indexOf(one))
  if (new Set(heads).size !== heads.length || columns.filter((at) => at >= 0).length !== heads.length) return undefined
  return columns.map((at, column) => (at < 0 ? builtCells : cells)[at < 0 ? column : at] ?? '').join('\t')
}

function getCells(row: string): string[] {
  return row.split('\t').map((cell) => cell.trim())
}
