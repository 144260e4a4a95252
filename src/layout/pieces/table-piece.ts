import type { Place } from '../../diagnostic.ts'
import type { Table } from '../../document/types.ts'
import { decimalShifts } from '../text/decimal-shifts.ts'
import { runText, toRuns } from '../text/runs.ts'
import { type BrokenText, breakText, noteLabels, placeText } from '../text/set-text.ts'
import { checkGlyphs, type Setting } from '../text/setting.ts'
import type { Box, SetCell, SetParagraph, SetRow, Span, TableItem, Tag, TextStyle } from '../types.ts'
import { type CellStyles, cellPadding, type FittedTable, fitTable, sum } from './fit-table.ts'
import { createPiece, cutOnce, type Piece } from './pieces.ts'
import { type GridSlot, getSpan } from './table-grid.ts'
import { breakWidth } from './text-piece.ts'

/** Space between a repeated caption and its table, points. */
const captionGap = 4

/** A cell, broken into lines, before it is placed. */
interface BrokenCell {
  text: BrokenText
  joins: GridSlot['joins']
  /** In the whole table. */
  span: Span
}

/** A row, broken into lines, before it is placed. */
interface BrokenRow {
  header: boolean
  cells: BrokenCell[]
  /** Labels of the footnotes that its cells refer to. */
  notes: string[]
  /** By column: points to the left that bring its decimal point under the others. */
  shifts: number[]
  height: number
  tagId: string
}

interface BrokenTable {
  table: Table
  columns: number[]
  align: Table['align']
  /** How many columns head the rows. */
  stubs: number
  head: BrokenRow[]
  rows: BrokenRow[]
  /** By row: the height of all rows before it; one more for the table's end. */
  tops: number[]
  hasNotes: boolean
  /** The path of its element. */
  tags: Tag[]
  name: string
  /** What stands above the parts after the first: the caption, with the word that says so. */
  continued: Piece | undefined
  /** Whether columns of the same table stand before it. */
  isFurther: boolean
}

/**
 * A table as a piece that may be cut between rows; header rows and `continued` are repeated on each further part. Cells
 * wrap; columns are as wide as
 * their content asks. One that is too wide is several pieces, each with some of its columns.
 */
export function tablePieces(
  table: Table,
  column: Setting & { width: number; tableSize: number; tags: readonly Tag[] },
  continued: Piece | undefined,
  /** The element of its first part. */
  owner: Tag,
): Piece[] {
  const { locale, medium } = column
  const name = table.caption ? locale.labelled(locale.names.table, runText(toRuns(table.caption))) : locale.names.table
  return fitTable(table, column.tableSize, column.width, column).map((fitted, part) => {
    const tag: Tag = part === 0 ? owner : { type: 'Table', id: column.nextId() }
    const about = { table, name, tags: [...column.tags, tag], continued, isFurther: part > 0 }
    const broken = breakTable(fitted, about, column)
    // On a slide of their own, which says in its title that it goes on.
    const breakBefore = part > 0 && medium === 'slide'
    return { ...rowsPiece(broken, 0, broken.rows.length, column), breakBefore }
  })
}

/** The corner at which something begins. */
type Point = Pick<Box, 'x' | 'y'>

type About = Pick<BrokenTable, 'table' | 'name' | 'tags' | 'continued' | 'isFurther'>

function breakTable({ grid, columns, styles }: FittedTable, about: About, setting: Setting): BrokenTable {
  const { align, stubs } = grid
  const row = (rows: readonly GridSlot[][], index: number, header: boolean): BrokenRow =>
    breakRow(rows, index, { header, columns, align, styles, place: about.table.place }, setting)
  const head = withSpanning(
    grid.head.map((_, index) => row(grid.head, index, true)),
    setting,
  )
  const rows = withSpanning(
    grid.rows.map((_, index) => row(grid.rows, index, false)),
    setting,
  )
  const shifts = align.map((side, column) =>
    side === 'right'
      ? decimalShifts(
          rows.map(({ cells }) => cells[column]?.text.runs ?? []),
          styles.body,
          setting,
        )
      : [],
  )
  return {
    ...about,
    align,
    stubs,
    columns,
    head,
    rows: rows.map((row, index) => ({ ...row, shifts: shifts.map((column) => column[index] ?? 0) })),
    tops: runningSums(rows.map(({ height }) => height)),
    hasNotes: rows.some(({ notes }) => notes.length > 0),
  }
}

interface RowForm {
  header: boolean
  columns: readonly number[]
  align: Table['align']
  styles: CellStyles
  place: Place
}

function breakRow(rows: readonly GridSlot[][], index: number, form: RowForm, setting: Setting): BrokenRow {
  const { header, columns, align, styles } = form
  const { x, y } = cellPadding[setting.medium]
  const cells = (rows[index] ?? []).map(({ children, joins }, column): BrokenCell => {
    const runs = toRuns(children)
    const span = getSpan(rows, index, column)
    const side = header && span.columns > 1 ? 'center' : (align[column] ?? 'left')
    const isUnsaid = runText(runs) === setting.locale.word('notStated')
    const style = {
      ...(header ? styles.header : styles.body),
      ...(isUnsaid ? { color: 'muted' as const } : {}),
      align: side,
    }
    if (joins === undefined) checkGlyphs(runs, style, form.place, setting)
    const width = sum(columns.slice(column, column + span.columns))
    return { text: breakText(runs, style, breakWidth(width - 2 * x, setting), setting.fonts), joins, span }
  })
  const own = cells.filter(({ joins }) => joins === undefined)
  return {
    header,
    cells,
    shifts: [],
    notes: own.flatMap(({ text }) => noteLabels(text)),
    height: Math.max(0, ...own.map(({ text, span }) => (span.rows > 1 ? 0 : text.height))) + 2 * y,
    tagId: setting.nextId(),
  }
}

/** The rows with room for what spans several: the last of them is as much higher. */
function withSpanning(rows: readonly BrokenRow[], { medium }: Setting): BrokenRow[] {
  const { y } = cellPadding[medium]
  const heights = rows.map(({ height }) => height)
  for (const [index, { cells }] of rows.entries()) {
    for (const { text, joins, span } of cells) {
      if (joins !== undefined || span.rows === 1) continue
      const last = index + span.rows - 1
      const lacking = text.height + 2 * y - sum(heights.slice(index, last + 1))
      heights[last] = (heights[last] ?? 0) + Math.max(0, lacking)
    }
  }
  return rows.map((row, index) => ({ ...row, height: heights[index] ?? 0 }))
}

/** 0, the first, the first and the second, and so on. */
function runningSums(values: readonly number[]): number[] {
  const sums = [0]
  for (const value of values) sums.push((sums.at(-1) ?? 0) + value)
  return sums
}

/** How much higher than itself a row of a slide's table may be, as a part: what a reader's eye still follows. */
const rowStretch = 0.7

/** On a slide, how much higher the rows may be set. */
function stretchRows(broken: BrokenTable, from: number, to: number, height: number, setting: Setting): Partial<Piece> {
  if (setting.medium !== 'slide') return {}
  const taller = (by: number): BrokenTable => {
    const more = by / (to - from + broken.head.length)
    const tall = (row: BrokenRow): BrokenRow => ({ ...row, height: row.height + more })
    const tops = broken.tops.map((top, row) => top + row * more)
    return { ...broken, head: broken.head.map(tall), rows: broken.rows.map(tall), tops }
  }
  return {
    flex: { shrink: 0, stretch: height * rowStretch },
    resize: (by) => rowsPiece(taller(by), from, to, setting),
  }
}

/** Rows `from` to `to` under the headers. */
function rowsPiece(broken: BrokenTable, from: number, to: number, setting: Setting): Piece {
  const { head, continued, isFurther, tops } = broken
  const caption = from > 0 || isFurther ? continued : undefined
  const headHeight = (caption ? caption.height + captionGap : 0) + sum(head.map(({ height }) => height))
  const heightTo = (row: number): number => headHeight + (tops[row] ?? 0) - (tops[from] ?? 0)
  const height = heightTo(to)
  return createPiece({
    height,
    ...stretchRows(broken, from, to, height, setting),
    notes: broken.hasNotes ? broken.rows.slice(from, to).flatMap((row) => row.notes) : [],
    source: broken.table.place,
    place: (x, y) => {
      const top = caption ? y + caption.height + captionGap : y
      const box = { x, y: top, width: sum(broken.columns), height: y + height - top }
      return [...(caption?.place(x, y) ?? []), toItem(broken, from, to, box, setting)]
    },
    split: cutOnce(
      (available) => {
        let cut = from
        while (cut < to && heightTo(cut + 1) <= available) cut++
        // At least two rows on either side; of many, no fewer than four go on.
        cut = groupStart(broken, from, Math.min(cut, to - (to - from > 8 ? 4 : 2)))
        return cut < from + 2 ? undefined : cut
      },
      (cut) => [rowsPiece(broken, from, cut, setting), rowsPiece(broken, cut, to, setting)],
    ),
  })
}

/** The first row of the group that a cut falls in, if more than half the rows come before it; else the cut. */
function groupStart({ rows }: BrokenTable, from: number, cut: number): number {
  let start = cut
  while (start > from && rows[start]?.cells[0]?.joins === 'above') start--
  return start - from >= (cut - from) / 2 ? start : cut
}

function toItem(broken: BrokenTable, from: number, to: number, box: Box, setting: Setting): TableItem {
  const isFurtherPart = from > 0
  const head = broken.head.map((row) => ({ row, isFirst: false, isRepeated: isFurtherPart }))
  const body = broken.rows.slice(from, to).map((row, index) => ({ row, isFirst: index === 0, isRepeated: false }))
  return {
    type: 'table',
    name: broken.name,
    role: 'table',
    box,
    columns: broken.columns,
    rows: [...placeRows(broken, head, box, setting), ...placeRows(broken, body, below(box, broken.head), setting)],
    rules: { header: { color: 'ink', width: 0.75 }, row: { color: 'rule', width: 0.5 } },
    alt: tableAlt(broken.table),
    tags: broken.tags,
  }
}

const below = ({ x, y }: Point, rows: readonly BrokenRow[]): Point => ({
  x,
  y: y + sum(rows.map(({ height }) => height)),
})

function tableAlt(table: Table): string {
  const columns = table.header
    .map(({ over = [], children }) => [...over, children].map((head) => runText(toRuns(head))).join(' '))
    .join(', ')
  return table.caption ? `${runText(toRuns(table.caption))}: ${columns}` : columns
}

/** On a page the text of the outer columns is flush with the ends of the rules. */
function getInset(column: number, { align, columns }: BrokenTable, { medium }: Setting): number {
  const { x } = cellPadding[medium]
  if (medium === 'slide') return x
  if (column === 0 && align[0] !== 'right') return 0
  return column === columns.length - 1 && align[column] === 'right' ? 2 * x : x
}

/** A row to be placed: the first under the heads repeats those that it shares with rows before it. */
interface PlacedRow {
  row: BrokenRow
  isFirst: boolean
  /** Heads said before. */
  isRepeated: boolean
}

function placeRows(broken: BrokenTable, rows: readonly PlacedRow[], { x, y }: Point, setting: Setting): SetRow[] {
  const tops = runningSums(rows.map(({ row }) => row.height))
  const edges = runningSums(broken.columns)
  return rows.map((placed, index) => {
    const { row } = placed
    const tags: Tag[] = [...broken.tags, { type: 'TR', id: row.tagId }]
    const cells = row.cells.map((cell, column): SetCell => {
      const span = spanHere(rows, index, column)
      const [left = 0, right = 0] = [edges[column], edges[column + span.columns]]
      const [top = 0, bottom = 0] = [tops[index], tops[index + span.rows]]
      const box = { x: x + left, y: y + top, width: right - left, height: bottom - top }
      const foot = rows[index + span.rows - 1]?.row ?? row
      return placeCell(broken, { cell, column, span, box, placed, foot, tags }, setting)
    })
    return { header: row.header, height: row.height, cells }
  })
}

/** How many columns and rows a cell takes of those that are placed; 1 of each where another covers it. */
function spanHere(rows: readonly PlacedRow[], index: number, column: number): Span {
  const cell = rows[index]?.row.cells[column]
  if (!cell || isCovered(cell, rows[index])) return { columns: 1, rows: 1 }
  let below = index + 1
  while (rows[below]?.row.cells[column]?.joins === 'above') below++
  return { columns: cell.span.columns, rows: below - index }
}

function isCovered({ joins }: BrokenCell, placed: PlacedRow | undefined): boolean {
  return joins === 'left' || (joins === 'above' && !placed?.isFirst)
}

interface Placing {
  cell: BrokenCell
  column: number
  span: Span
  box: Box
  placed: PlacedRow
  /** The last row that it takes. */
  foot: BrokenRow
  /** The path of its row. */
  tags: readonly Tag[]
}

function placeCell(broken: BrokenTable, placing: Placing, setting: Setting): SetCell {
  const { cell, column, span, box, placed, tags } = placing
  if (isCovered(cell, placed)) return { box, paragraph: noWords(cell.text.style), covered: cell.joins }
  const { row } = placed
  // The head of rows that go on from an earlier page.
  const isSaidAgain = placed.isRepeated || cell.joins !== undefined
  const header = row.header ? 'Column' : column < broken.stubs ? 'Row' : undefined
  const tag: Tag = { type: header ? 'TH' : 'TD', id: `${row.tagId}-${column}`, scope: header, span: cell.span }
  const shift = row.shifts[column] ?? 0
  const left = box.x + getInset(column, broken, setting) - shift
  return {
    box,
    shift,
    paragraph: placeText(cell.text, left, wordsTop(placing), setting.fonts, {
      tags: isSaidAgain ? [] : [...tags, tag],
    }),
    header,
    ...(isSaidAgain ? { repeated: true } : {}),
    ...(span.columns > 1 || span.rows > 1 ? { span } : {}),
    ...(isSeenFirst(row) ? { fill: 'panel' as const } : {}),
  }
}

/** A row whose words are all bold. */
function isSeenFirst({ header, cells }: BrokenRow): boolean {
  const runs = cells.flatMap(({ text }) => text.runs.filter((run) => run.text.trim() !== ''))
  return !header && runs.length > 0 && runs.every(({ weight }) => weight === 'bold')
}

/** A row let out has its words in its middle; a head of columns stands on the foot of its rows. */
function wordsTop({ cell, box, placed: { row }, foot }: Placing): number {
  return row.header ? box.y + box.height - wordsInset(foot) - cell.text.height : box.y + wordsInset(row)
}

/** Points between a row's edge and its words. */
function wordsInset({ cells, height }: BrokenRow): number {
  const own = cells.map(({ text, joins, span }) => (joins || span.rows > 1 ? 0 : text.height))
  return (height - Math.max(0, ...own)) / 2
}

function noWords(style: TextStyle): SetParagraph {
  return { style, runs: [], lines: [], spaceBefore: 0, tags: [] }
}
