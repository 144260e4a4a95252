import type { Table } from '../../document/types.ts'
import { leastType } from '../../theme/check-print.ts'
import { decimalShifts } from '../text/decimal-shifts.ts'
import { toRuns } from '../text/runs.ts'
import { minimumWidth, naturalWidth } from '../text/set-text.ts'
import type { Setting } from '../text/setting.ts'
import type { Run, TextStyle } from '../types.ts'

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
interface Fit {
  columns: number[]
  styles: CellStyles
}

/**
 * Columns as wide as their content where there is room, else the widest ones shrunk towards their longest word; where that is not enough, the
 * table is set smaller, though no smaller than print can hold, or the theme's small type on a slide: past that it is an error.
 */
export function fitTable(table: Table, size: number, width: number, setting: Setting): Fit {
  const styles = cellStyles(size, setting)
  const natural = naturalWidths(table, styles, setting)
  const total = sum(natural)
  if (total <= width) return { styles, columns: widen(natural, width - total, setting) }
  const minimum = minimumWidths(table, styles, width, setting)
  const least = sum(minimum)
  if (least > width) return shrinkTable(table, size, minimum, width, setting)
  const share = (width - least) / (total - least)
  return { styles, columns: natural.map((value, column) => lerp(minimum[column] ?? 0, value, share)) }
}

const lerp = (from: number, to: number, share: number): number => from + (to - from) * share

function shrinkTable(table: Table, size: number, minimum: readonly number[], width: number, setting: Setting): Fit {
  const styles = cellStyles(size, setting)
  const least = sum(minimum)
  const inset = cellInset(setting)
  const insets = inset * minimum.length
  const smallest = Math.min(1, leastSize(setting) / Math.min(styles.header.size, styles.body.size))
  const scale = (width - insets) / (least - insets)
  if (scale < smallest) {
    setting.report({
      severity: 'error',
      message: `this table is ${Math.ceil((least - insets) * smallest + insets - width)} points too wide`,
      place: table.place,
      hint: 'leave columns out, or part it',
    })
  }
  return {
    styles: cellStyles(size * Math.max(scale, smallest), setting),
    columns: minimum.map((value) => (value - inset) * scale + inset),
  }
}

function leastSize({ medium, theme }: Setting): number {
  return medium === 'slide' ? theme.slide.small : leastType
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** More air between columns than the least, points; a page's table is no wider than that, so that a number stands near its label. */
const air = 20

/** With less, columns run together. */
const leastAir = 8

/** A slide's table is as wide as the slide; a page's takes some air, and its rules end with it. */
function widen(natural: readonly number[], spare: number, { medium }: Setting): number[] {
  const total = sum(natural)
  if (medium === 'slide') return natural.map((value) => value + (spare * value) / total)
  const more = Math.min(air, spare / natural.length)
  return natural.map((value) => value + more)
}

/** The least width of a table whose text is not wrapped, points. */
export function tableWidth(table: Table, size: number, setting: Setting): number {
  const natural = naturalWidths(table, cellStyles(size, setting), setting)
  return sum(natural) + leastAir * natural.length
}

/** A word that takes more of a table than this is cut, as a long address is. */
const longestWord = 0.4

function naturalWidths(table: Table, styles: CellStyles, setting: Setting): number[] {
  return columnWidths(table, styles, setting, (runs, style) => naturalWidth(runs, style, setting.fonts))
}

function minimumWidths(table: Table, styles: CellStyles, width: number, setting: Setting): number[] {
  const widest = columnWidths(table, styles, setting, (runs, style) => minimumWidth(runs, style, setting.fonts))
  return widest.map((value) => Math.min(value, width * longestWord))
}

/** By column: what its widest cell takes. */
function columnWidths(
  table: Table,
  styles: CellStyles,
  setting: Setting,
  widthOf: (runs: Run[], style: TextStyle) => number,
): number[] {
  return table.header.map((header, column) => {
    const head = widthOf(toRuns(header.children), styles.header)
    const runs = table.rows.map((row) => toRuns(row[column]?.children ?? []))
    const shifts = table.align[column] === 'right' ? decimalShifts(runs, styles.body, setting.fonts) : []
    const cells = runs.map((cell, row) => widthOf(cell, styles.body) + (shifts[row] ?? 0))
    // Room for what a slide's narrower line takes away, and for rounding.
    return cells.reduce((widest, cell) => Math.max(widest, cell), head) * 1.02 + cellInset(setting)
  })
}

/** What a cell's padding takes of its width, and a point for rounding. */
function cellInset({ medium }: Setting): number {
  return cellPadding[medium].x * 2 + 1
}
