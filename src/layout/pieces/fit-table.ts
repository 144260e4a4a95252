import { errorAt } from '../../diagnostic.ts'
import type { Table } from '../../document/types.ts'
import { leastType } from '../../theme/check-print.ts'
import { decimalShifts } from '../text/decimal-shifts.ts'
import { toRuns } from '../text/runs.ts'
import { breakText, minimumWidth, naturalWidth } from '../text/set-text.ts'
import type { Setting } from '../text/setting.ts'
import type { Run, TextStyle } from '../types.ts'
import { columnGroups, type GridSlot, getSpan, type TableGrid, toGrid, withColumns } from './table-grid.ts'
import { breakWidth } from './text-piece.ts'

/** Points inside a cell: left and right, above and below. */
export const cellPadding = { slide: { x: 8, y: 4 }, page: { x: 5, y: 3 } } as const

/** Styles of a table's header row and of its other cells. */
export interface CellStyles {
  header: TextStyle
  body: TextStyle
}

function cellStyles(size: number, { styles }: Setting): CellStyles {
  const scale = (style: TextStyle): TextStyle => ({
    ...style,
    tabular: true,
    size: (style.size * size) / styles.tableCell.size,
    leading: (style.leading * size) / styles.tableCell.size,
  })
  return { header: scale(styles.tableHeader), body: scale(styles.tableCell) }
}

/** How a table's columns and letters are sized to fit a width. */
export interface TableFit {
  columns: number[]
  styles: CellStyles
}

/** A part of a table that stands by itself: all of it, or some of its columns after the heads of its rows. */
export interface FittedTable extends TableFit {
  grid: TableGrid
}

/**
 * Columns as wide as their content where there is room, else the widest ones shrunk towards their longest word, a
 * number with its unit kept whole
 * as far as slightly smaller type can; where that is not enough, the table is set smaller, though no smaller than print
 * can hold, or the theme's small type on a slide: past that it is parted by its columns, each
 * part with the heads of the rows; a column that is too wide by itself is an error.
 */
export function fitTable(table: Table, size: number, width: number, setting: Setting): FittedTable[] {
  const grid = toGrid(table)
  const fit = fitGrid(grid, size, width, setting)
  if (fit && !isCramped(grid, fit, setting)) return [{ ...fit, grid }]
  const groups = partColumns(grid, size, width, setting)
  const parts = groups.map((columns) => (groups.length === 1 ? grid : withColumns(grid, columns)))
  return parts.map((part) => ({
    ...(fitGrid(part, size, width, setting) ?? tooWide(part, size, width, table, setting)),
    grid: part,
  }))
}

function fitGrid(grid: TableGrid, size: number, width: number, setting: Setting): TableFit | undefined {
  const styles = cellStyles(size, setting)
  const natural = naturalWidths(grid, styles, setting)
  const total = sum(natural)
  if (total <= width) return { styles, columns: widen(natural, grid.stubs, width - total, setting) }
  const whole = shrunkWidths(grid, size, width, naturalWidth, setting)
  const isSlight = whole.scale >= Math.max(slightScale, smallestScale(size, setting))
  const { minimum, scale } = isSlight ? whole : shrunkWidths(grid, size, width, minimumWidth, setting)
  if (scale < 1) return shrinkTable(size, minimum, scale, setting)
  const labels = keptLabels(grid, natural, minimum, width)
  const [from, to] = [sum(labels), sum(natural)]
  const share = to > from ? (width - from) / (to - from) : 0
  return { styles, columns: natural.map((value, column) => lerp(labels[column] ?? 0, value, share)) }
}

/**
 * The least widths, but labels of rows under spanning heads stay on one line where others have room.
 * A label that wraps makes its row higher, a head only the head row.
 */
function keptLabels(
  { head, stubs }: TableGrid,
  natural: readonly number[],
  minimum: readonly number[],
  width: number,
): number[] {
  const kept = minimum.map((value, column) => (column < stubs ? (natural[column] ?? value) : value))
  return (stubs > 1 || head.length > 1) && sum(kept) <= width ? kept : [...minimum]
}

const lerp = (from: number, to: number, share: number): number => from + (to - from) * share

/** The part of a table's type down to which a number's unit is kept on its line. */
const slightScale = 0.85

/** The least widths, and the part of the type at which they fit. */
function shrunkWidths(grid: TableGrid, size: number, width: number, numberWidth: WidthOf, setting: Setting) {
  const minimum = minimumWidths(grid, cellStyles(size, setting), width, setting, numberWidth)
  const insets = cellInset(setting) * minimum.length
  return { minimum, scale: (width - insets) / (sum(minimum) - insets) }
}

/** Undefined where even the smallest letters do not fit. */
function shrinkTable(size: number, minimum: readonly number[], scale: number, setting: Setting): TableFit | undefined {
  const inset = cellInset(setting)
  if (scale < smallestScale(size, setting)) return undefined
  return {
    styles: cellStyles(size * scale, setting),
    columns: minimum.map((value) => (value - inset) * scale + inset),
  }
}

function smallestScale(size: number, setting: Setting): number {
  const { header, body } = cellStyles(size, setting)
  const least = setting.medium === 'slide' ? setting.theme.slide.small : leastType
  return Math.min(1, least / Math.min(header.size, body.size))
}

function tooWide(grid: TableGrid, size: number, width: number, { place }: Table, setting: Setting): TableFit {
  const minimum = minimumWidths(grid, cellStyles(size, setting), width, setting)
  const smallest = smallestScale(size, setting)
  const inset = cellInset(setting)
  const columns = minimum.map((value) => (value - inset) * smallest + inset)
  setting.report(
    errorAt(place, `this table is ${Math.ceil(sum(columns) - width)} points too wide`, {
      hint: 'shorten the labels of its rows, or leave columns out',
    }),
  )
  return { styles: cellStyles(size * smallest, setting), columns }
}

/** Heads that span are to bring order: with more lines than these below them, columns are too many. */
const mostHeadLines = 3

function isCramped({ head, stubs }: TableGrid, { columns, styles }: TableFit, setting: Setting): boolean {
  const last = head.at(-1) ?? []
  return (
    head.length > 1 &&
    last.some(({ children, joins }, column) => {
      return joins === undefined && column >= stubs && !isShort(children, columns[column] ?? 0, styles, setting)
    })
  )
}

/** Whether a head takes no more lines in a column than it may. */
function isShort(children: GridSlot['children'], column: number, { header }: CellStyles, setting: Setting): boolean {
  const width = breakWidth(column - 2 * cellPadding[setting.medium].x, setting)
  return breakText(toRuns(children), header, width, setting.fonts).lines.length <= mostHeadLines
}

/** Splits number columns into as few, even parts as fit at the table's size, keeping columns of one head together. */
function partColumns(grid: TableGrid, size: number, width: number, setting: Setting): number[][] {
  const styles = cellStyles(size, setting)
  const natural = naturalWidths(grid, styles, setting)
  const minimum = minimumWidths(grid, styles, width, setting)
  // Heads on two lines or three rather than a word on each.
  const least = minimum.map((value, column) => {
    const { children = [] } = grid.head.at(-1)?.[column] ?? {}
    const widths = [0, 0.125, 0.25, 0.375, 0.5].map((share) => lerp(value, natural[column] ?? value, share))
    return widths.find((one) => isShort(children, one, styles, setting)) ?? widths.at(-1) ?? value
  })
  const room = width - sum(least.slice(0, grid.stubs))
  const groups = columnGroups(grid)
  const getWidth = (columns: readonly number[]): number => sum(columns.map((column) => least[column] ?? 0))
  const units = groups.every((group) => getWidth(group) <= room) ? groups : groups.flat().map((column) => [column])
  const count = pack(units, room, getWidth).length
  const limits = Array.from({ length: 50 }, (_, step) => (room * (step + 1)) / 50)
  const even = limits.find((limit) => pack(units, limit, getWidth).length <= count)
  return pack(units, even ?? room, getWidth)
}

/** Units in their order, as many in each part as the limit allows. */
function pack(units: readonly number[][], limit: number, widthOf: (columns: readonly number[]) => number): number[][] {
  const parts: number[][] = []
  for (const unit of units) {
    const last = parts.at(-1)
    if (last && widthOf([...last, ...unit]) <= limit) last.push(...unit)
    else parts.push([...unit])
  }
  return parts
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Most extra space between a page table's columns, points, so that a number stays near its label. */
const air = 20

/** With less, columns run together. */
const leastAir = 8

/** A slide's table fills the slide, with even number columns if possible; a page's takes some air, as do its rules. */
function widen(natural: readonly number[], stubs: number, spare: number, { medium }: Setting): number[] {
  if (medium === 'page') return natural.map((value) => value + Math.min(air, spare / natural.length))
  const evenTo = (least: number) => natural.map((value, column) => (column < stubs ? value : Math.max(value, least)))
  const fitting = natural.map(evenTo).filter((columns) => sum(columns) <= sum(natural) + spare)
  const even = fitting.toSorted((one, other) => sum(other) - sum(one))[0] ?? natural
  const rest = sum(natural) + spare - sum(even)
  return even.map((value) => value + (rest * value) / sum(even))
}

/** The least width of a table whose text is not wrapped, points. */
export function tableWidth(table: Table, size: number, setting: Setting): number {
  const natural = naturalWidths(toGrid(table), cellStyles(size, setting), setting)
  return sum(natural) + leastAir * natural.length
}

/** A word that takes more of a table than this is cut, as a long address is. */
const longestWord = 0.4

function naturalWidths(grid: TableGrid, styles: CellStyles, setting: Setting): number[] {
  return columnWidths(grid, styles, setting, (runs, style) => naturalWidth(runs, style, setting.fonts))
}

type WidthOf = typeof minimumWidth

/** Wide enough for the longest words, but for very long ones, and for each number as `numberWidth` has it. */
function minimumWidths(
  grid: TableGrid,
  styles: CellStyles,
  width: number,
  setting: Setting,
  numberWidth: WidthOf = minimumWidth,
): number[] {
  const longest = width * longestWord - cellInset(setting)
  return columnWidths(grid, styles, setting, (runs, style) =>
    isNumber(runs)
      ? numberWidth(runs, style, setting.fonts)
      : Math.min(minimumWidth(runs, style, setting.fonts), longest / slack),
  )
}

/** Whether a cell is a figure alone, with its marks. */
function isNumber(runs: readonly Run[]): boolean {
  return (
    runs.some(({ observation }) => observation) &&
    runs.every(({ observation, superscript }) => observation || superscript)
  )
}

/** By column: what its widest cell takes; the columns under a head that is wider share the rest. */
function columnWidths(
  { align, head, rows }: TableGrid,
  styles: CellStyles,
  setting: Setting,
  widthOf: (runs: readonly Run[], style: TextStyle) => number,
): number[] {
  const inset = cellInset(setting)
  const needed = (slot: GridSlot): number => widthOf(toRuns(slot.children), styles.header) * slack + inset
  const own = align.map((side, column) => {
    const runs = rows.map((row) => toRuns(row[column]?.children ?? []))
    const shifts = side === 'right' ? decimalShifts(runs, styles.body, setting) : []
    const cells = runs.map((cell, row) => widthOf(cell, styles.body) + (shifts[row] ?? 0))
    const heads = head.flatMap((row, level) => {
      const slot = row[column]
      const isAlone = slot?.joins === undefined && getSpan(head, level, column).columns === 1
      return slot && isAlone ? widthOf(toRuns(slot.children), styles.header) : []
    })
    return (
      Math.max(
        0,
        ...heads,
        cells.reduce((widest, cell) => Math.max(widest, cell), 0),
      ) *
        slack +
      inset
    )
  })
  const spanning = head.flatMap((row, level) =>
    row.flatMap((slot, column) => {
      const { columns } = getSpan(head, level, column)
      return slot.joins === undefined && columns > 1 ? [{ column, columns, width: needed(slot) }] : []
    }),
  )
  return spanning.reduce((widths, { column, columns, width }) => {
    const more = Math.max(0, width - sum(widths.slice(column, column + columns))) / columns
    return widths.map((value, index) => (index >= column && index < column + columns ? value + more : value))
  }, own)
}

/** Room for what a slide's narrower line takes away, and for rounding. */
const slack = 1.02

/** What a cell's padding takes of its width, and a point for rounding. */
function cellInset({ medium }: Setting): number {
  return cellPadding[medium].x * 2 + 1
}
