import type { Table, TableCell } from '../../document/types.ts'
import { decimalShifts } from '../text/decimal-shifts.ts'
import { runText, toRuns } from '../text/runs.ts'
import { type BrokenText, breakText, noteLabels, placeText } from '../text/set-text.ts'
import { checkGlyphs, type Setting } from '../text/setting.ts'
import type { SetCell, SetRow, TableItem, Tag } from '../types.ts'
import { type CellStyles, cellPadding, fitTable } from './fit-table.ts'
import { createPiece, cutOnce, type Piece } from './pieces.ts'
import { breakWidth } from './text-piece.ts'

/** Space between a repeated caption and its table, points. */
const captionGap = 4

/** A row, broken into lines, before it is placed. */
interface BrokenRow {
  header: boolean
  cells: BrokenText[]
  /** Labels of the footnotes that its cells refer to. */
  notes: string[]
  /** By cell: points to the left that bring its decimal point under the others. */
  shifts: number[]
  height: number
  tagId: string
}

interface BrokenTable {
  table: Table
  columns: number[]
  header: BrokenRow
  rows: BrokenRow[]
  /** By row: the height of all rows before it; one more for the table's end. */
  tops: number[]
  hasNotes: boolean
  /** The path of its element. */
  tags: Tag[]
  name: string
  /** What stands above the parts after the first: the caption, with the word that says so. */
  continued: Piece | undefined
}

/** A table as a piece that may be cut between rows; header row and `continued` are repeated on each further part. Cells wrap; columns are as wide as their content asks. */
export function tablePiece(
  table: Table,
  width: number,
  size: number,
  continued: Piece | undefined,
  tags: Tag[],
  setting: Setting,
): Piece {
  const { locale } = setting
  const { columns, styles } = fitTable(table, size, width, setting)
  const row = (cells: readonly TableCell[], header: boolean): BrokenRow =>
    breakRow(table, cells, header, columns, styles, setting)
  const rows = table.rows.map((cells) => row(cells, false))
  const shifts = table.align.map((align, column) =>
    align === 'right'
      ? decimalShifts(
          rows.map(({ cells }) => cells[column]?.runs ?? []),
          styles.body,
          setting.fonts,
        )
      : [],
  )
  const broken: BrokenTable = {
    table,
    columns,
    header: row(table.header, true),
    rows: rows.map((row, index) => ({ ...row, shifts: shifts.map((column) => column[index] ?? 0) })),
    tops: runningSums(rows.map(({ height }) => height)),
    hasNotes: rows.some(({ notes }) => notes.length > 0),
    tags,
    name: table.caption ? locale.labelled(locale.names.table, runText(toRuns(table.caption))) : locale.names.table,
    continued,
  }
  return rowsPiece(broken, 0, table.rows.length, setting)
}

function breakRow(
  table: Table,
  cells: readonly TableCell[],
  header: boolean,
  columns: readonly number[],
  styles: CellStyles,
  setting: Setting,
): BrokenRow {
  const { x, y } = cellPadding[setting.medium]
  const texts = cells.map((cell, column) => {
    const runs = toRuns(cell.children)
    const style = { ...(header ? styles.header : styles.body), align: table.align[column] ?? 'left' }
    checkGlyphs(runs, style, table.place, setting)
    return breakText(runs, style, breakWidth((columns[column] ?? 0) - 2 * x, setting), setting.fonts)
  })
  return {
    header,
    cells: texts,
    shifts: [],
    notes: texts.flatMap(noteLabels),
    height: Math.max(...texts.map((text) => text.height)) + 2 * y,
    tagId: setting.nextId(),
  }
}

/** 0, the first, the first and the second, and so on. */
function runningSums(values: readonly number[]): number[] {
  const sums = [0]
  for (const value of values) sums.push((sums.at(-1) ?? 0) + value)
  return sums
}

/** How much higher than its own height each row of a slide's table may be set, as a part of it: what a reader's eye still follows. */
const rowStretch = 0.35

/** On a slide, how much higher the rows may be set. */
function stretchRows(broken: BrokenTable, from: number, to: number, height: number, setting: Setting): Partial<Piece> {
  if (setting.medium !== 'slide') return {}
  const taller = (by: number): BrokenTable => {
    const more = by / (to - from + 1)
    const tall = (row: BrokenRow): BrokenRow => ({ ...row, height: row.height + more })
    const tops = broken.tops.map((top, row) => top + row * more)
    return { ...broken, header: tall(broken.header), rows: broken.rows.map(tall), tops }
  }
  return {
    flex: { shrink: 0, stretch: height * rowStretch },
    resize: (by) => rowsPiece(taller(by), from, to, setting),
  }
}

/** Rows `from` to `to` under the header. */
function rowsPiece(broken: BrokenTable, from: number, to: number, setting: Setting): Piece {
  const { header, continued, tops } = broken
  const caption = from > 0 ? continued : undefined
  const headHeight = (caption ? caption.height + captionGap : 0) + header.height
  const heightTo = (row: number): number => headHeight + (tops[row] ?? 0) - (tops[from] ?? 0)
  const height = heightTo(to)
  return createPiece({
    height,
    ...stretchRows(broken, from, to, height, setting),
    notes: broken.hasNotes ? broken.rows.slice(from, to).flatMap((row) => row.notes) : [],
    source: broken.table.place,
    place: (x, y) => {
      const top = caption ? y + caption.height + captionGap : y
      const rows = broken.rows.slice(from, to)
      return [...(caption?.place(x, y) ?? []), toItem(broken, rows, from > 0, x, top, y + height - top, setting)]
    },
    split: cutOnce(
      (available) => {
        let cut = from
        while (cut < to && heightTo(cut + 1) <= available) cut++
        // At least two rows on either side.
        cut = Math.min(cut, to - 2)
        return cut < from + 2 ? undefined : cut
      },
      (cut) => [rowsPiece(broken, from, cut, setting), rowsPiece(broken, cut, to, setting)],
    ),
  })
}

function toItem(
  broken: BrokenTable,
  rows: readonly BrokenRow[],
  continued: boolean,
  x: number,
  y: number,
  height: number,
  setting: Setting,
): TableItem {
  let top = y
  const placed = [broken.header, ...rows].map((row, index) => {
    const set = placeRow(broken, row, index === 0 && continued, x, top, setting)
    top += row.height
    return set
  })
  return {
    type: 'table',
    name: broken.name,
    role: 'table',
    box: { x, y, width: broken.columns.reduce((sum, width) => sum + width, 0), height },
    columns: broken.columns,
    rows: placed,
    rules: { header: { color: 'ink', width: 0.75 }, row: { color: 'rule', width: 0.5 } },
    alt: tableAlt(broken.table),
    tags: broken.tags,
  }
}

function tableAlt(table: Table): string {
  const columns = table.header.map((cell) => runText(toRuns(cell.children))).join(', ')
  return table.caption ? `${runText(toRuns(table.caption))}: ${columns}` : columns
}

/** On a page the text of the outer columns is flush with the ends of the rules. */
function getInset(column: number, { table, columns }: BrokenTable, { medium }: Setting): number {
  const { x } = cellPadding[medium]
  if (medium === 'slide') return x
  if (column === 0 && table.align[0] !== 'right') return 0
  return column === columns.length - 1 && table.align[column] === 'right' ? 2 * x : x
}

function placeRow(
  broken: BrokenTable,
  row: BrokenRow,
  repeated: boolean,
  x: number,
  y: number,
  setting: Setting,
): SetRow {
  const inset = cellPadding[setting.medium]
  const rowTags: Tag[] = [...broken.tags, { type: 'TR', id: row.tagId }]
  let left = x
  const tallest = Math.max(...row.cells.map((text) => text.height))
  const cells = row.cells.map((text, column): SetCell => {
    const width = broken.columns[column] ?? 0
    const header = row.header ? 'Column' : column === 0 ? 'Row' : undefined
    const tag: Tag = { type: header ? 'TH' : 'TD', id: `${row.tagId}-${column}`, scope: header }
    const shift = row.shifts[column] ?? 0
    // A row let out has its words in its middle.
    const above = inset.y + (row.height - tallest - 2 * inset.y) / 2
    const cell: SetCell = {
      box: { x: left, y, width, height: row.height },
      shift,
      paragraph: placeText(text, left + getInset(column, broken, setting) - shift, y + above, setting.fonts, {
        tags: repeated ? [] : [...rowTags, tag],
      }),
      header,
    }
    left += width
    return cell
  })
  return { repeated, header: row.header, height: row.height, cells, tags: repeated ? [] : rowTags }
}
