import type { Inline, Table, TableCell } from '../../document/types.ts'
import { runText, toRuns } from '../text/runs.ts'
import type { Span } from '../types.ts'

/** A place of a table's grid. Where a cell spans several, each holds its words, and says which sides it joins. */
export interface GridSlot {
  children: Inline[]
  joins?: 'left' | 'above' | undefined
}

/** A table row by row and column by column, upper heads in rows and columns of their own. */
export interface TableGrid {
  align: Table['align']
  /** How many columns, from the left, head the rows. */
  stubs: number
  head: GridSlot[][]
  rows: GridSlot[][]
}

/** The grid of a table: a row of heads for each level of upper heads, a column for each level of the rows'. */
export function toGrid(table: Table): TableGrid {
  const [corner = { children: [] }, ...header] = table.header
  const stubs = 1 + Math.max(levels(corner), ...table.rows.map(([first]) => levels(first)))
  const depth = 1 + Math.max(0, ...header.map(levels))
  const corners = deepen(corner, stubs)
  const heads = header.map((cell) => deepen(cell, depth))
  const head = Array.from({ length: depth }, (_, level) => [
    ...corners.map(({ children }): GridSlot => ({ children, joins: level > 0 ? 'above' : undefined })),
    ...heads.map((column, index) => headSlot(column, heads[index - 1], level)),
  ])
  const labels = table.rows.map(([first]) => deepen(first ?? { children: [] }, stubs))
  const rows = table.rows.map(([, ...cells], index) => [
    ...(labels[index] ?? []).map((slot, level) => rowHeadSlot(slot, labels, index, level)),
    ...cells.map(({ children }): GridSlot => ({ children })),
  ])
  const align = [...Array.from({ length: stubs }, () => table.align[0] ?? 'left'), ...table.align.slice(1)]
  return { align, stubs, head, rows }
}

const levels = (cell: TableCell | undefined): number => cell?.over?.length ?? 0

/** The heads of a cell, outermost first; its own takes the places of those that it lacks. */
function deepen({ children, over = [] }: TableCell, depth: number): GridSlot[] {
  const own = Array.from(
    { length: Math.max(1, depth - over.length) },
    (_, index): GridSlot => ({
      children,
      joins: index > 0 ? 'above' : undefined,
    }),
  )
  return [...over.map((head): GridSlot => ({ children: head })), ...own]
}

const words = (slot: GridSlot | undefined): string | undefined => slot && runText(toRuns(slot.children))

const isSame = (a: GridSlot | undefined, b: GridSlot | undefined): boolean => words(a) === words(b)

/** A column's head at a level; one that spans joins its neighbour to the left where all above them are shared too. */
function headSlot(column: readonly GridSlot[], former: readonly GridSlot[] | undefined, level: number): GridSlot {
  const slot = column[level] ?? { children: [] }
  const isOwn = slot.joins !== undefined || level === lastOwn(column)
  if (isOwn || !former || lastOwn(former) <= level) return slot
  const isShared = column.slice(0, level + 1).every((one, index) => isSame(one, former[index]))
  return isShared ? { ...slot, joins: 'left' } : slot
}

/** The level at which a column's own head begins. */
const lastOwn = (column: readonly GridSlot[]): number => column.findLastIndex(({ joins }) => joins === undefined)

/** A row's head at a level; an outer one joins that of the row above. */
function rowHeadSlot(slot: GridSlot, labels: readonly (readonly GridSlot[])[], row: number, level: number): GridSlot {
  const own = labels[row] ?? []
  // A label with fewer levels takes the columns to its right.
  if (slot.joins === 'above') return { ...slot, joins: 'left' }
  if (row === 0 || level === lastOwn(own)) return slot
  const isShared = own.slice(0, level + 1).every((one, index) => isSame(one, labels[row - 1]?.[index]))
  return isShared ? { ...slot, joins: 'above' } : slot
}

/** How many columns and rows the cell at a place takes. */
export function getSpan(rows: readonly (readonly GridSlot[])[], row: number, column: number): Span {
  let [right, below] = [column + 1, row + 1]
  while (rows[row]?.[right]?.joins === 'left') right++
  while (rows[below]?.[column]?.joins === 'above') below++
  return { columns: right - column, rows: below - row }
}

/** The grid with its row heads and some of its number columns; a cut head stands over what is left of it. */
export function withColumns(grid: TableGrid, columns: readonly number[]): TableGrid {
  const [first] = columns
  const kept = [...Array.from({ length: grid.stubs }, (_, index) => index), ...columns]
  const pick = (row: readonly GridSlot[]): GridSlot[] =>
    kept.flatMap((column) => {
      const slot = row[column]
      if (!slot) return []
      return column === first && slot.joins === 'left' ? { ...slot, joins: undefined } : slot
    })
  return {
    ...grid,
    align: kept.map((column) => grid.align[column] ?? 'left'),
    head: grid.head.map(pick),
    rows: grid.rows.map(pick),
  }
}

/** The columns of numbers in the groups that their outermost heads make. */
export function columnGroups({ head, stubs }: TableGrid): number[][] {
  const [outer = []] = head
  const groups: number[][] = []
  for (const [column, slot] of outer.entries()) {
    if (column < stubs) continue
    const last = groups.at(-1)
    if (slot.joins === 'left' && last) last.push(column)
    else groups.push([column])
  }
  return groups
}
