import type { BaseTable, MarkedText } from '../../../build/base/base-types.ts'
import type { LivingRow, LivingTable, LivingText } from '../../../build/base/living-types.ts'
import { likest, likestPairs, pairLeft } from '../../../dataset/likest.ts'
import { normalizedText } from '../../../trust/verify/mention-key.ts'
import { similarity, type WordBag } from '../../../trust/verify/word-bag.ts'
import { type Beside, figuresThen, mergeLoose } from '../../merge/merge-loose.ts'
import { mergeMarkedText } from '../../merge/merge-marked-text.ts'
import { entriesFor, followStatus } from '../texts/refresh-texts.ts'
import {
  isSlideGone,
  type MatchedLines,
  type MatchedTable,
  type RefreshEntry,
  type Refreshing,
  titleOn,
  toSettle,
} from '../types.ts'
import { arrangeTable, turned } from './arrange-table.ts'
import { followMargins } from './cell-margins.ts'

/** Brings the tables of a deck up to date, cell by cell; rows and columns come and go in the table's own style. */
export function refreshTables(refreshing: Refreshing): RefreshEntry[] {
  const { theirs, base, ours, slides } = refreshing
  return theirs.tables.flatMap((table) => {
    const built = mostAlike(table, base.tables, ({ slide }) => slide === slides.theirs.get(table.slide))
    const now = built && mostAlike(built, ours.tables, ({ slide }) => slides.ours.get(slide) === built.slide)
    return built
      ? refreshTable(table, built, now, refreshing)
      : table.rows.flatMap((row) => looseCells(row.cells, table, row, false, refreshing))
  })
}

interface Rows {
  rows: readonly (LivingRow | readonly MarkedText[])[]
}

const getCells = (row: LivingRow | readonly MarkedText[]): readonly MarkedText[] | LivingRow['cells'] =>
  'cells' in row ? row.cells : row

const getHead = (row: LivingRow | readonly MarkedText[]): string => normalizedText(getCells(row)[0]?.text ?? '')

/** Each row's name. Where a head spans rows, cells below are empty: its words and the row's own are the name. */
function rowHeads(rows: Rows['rows']): string[] {
  const isGrouped = rows.slice(1).some((row) => getHead(row) === '')
  let group = ''
  return rows.map((row) => {
    group = getHead(row) || group
    return isGrouped ? [group, ...getWords(row).slice(1, 2)].join(', ') : getHead(row)
  })
}

/** Each column's name. Where a head spans columns, cells beside it are empty: its words and those below it. */
function columnHeads([row, below]: Rows['rows']): string[] {
  const upper = row ? getWords(row) : []
  if (!upper.slice(1).includes('') || !below) return upper
  let head = ''
  return getWords(below).map((own, column) => {
    head = upper[column] || head
    return own === '' ? head : `${head}, ${own}`
  })
}

function getWords(row: Rows['rows'][number]): string[] {
  return getCells(row).map(({ text }) => normalizedText(text))
}

/** The table that shares most heads of rows and columns; less than half is another. */
function mostAlike<T extends Rows>(table: Rows, tables: readonly T[], isLikely: (table: T) => boolean): T | undefined {
  const heads = getHeads(table)
  const likeness = (other: T) => similarity(heads, getHeads(other)) + (isLikely(other) ? 0.1 : 0)
  return likest(tables, likeness, 0.5)
}

function getHeads({ rows }: Rows): WordBag {
  return new Map([...rowHeads(rows), ...columnHeads(rows)].map((head) => [head, 1]))
}

function matchTable(
  table: LivingTable,
  built: BaseTable,
  now: BaseTable,
  moved: (key: string) => string,
): MatchedTable {
  const words = ({ text }: Pick<MarkedText, 'text'>) => [normalizedText(text)]
  const was = ({ marks }: MarkedText) => marks.map(([, , key]) => moved(key))
  const is = ({ marks }: MarkedText) => marks.map(([, , key]) => key)
  const cells = table.rows.map((row) => row.cells)
  const match = (headsOf: (rows: Rows['rows']) => string[], asLines: typeof turned): MatchedLines => {
    const [heads, wasHeads, isHeads] = [table.rows, built.rows, now.rows].map(headsOf)
    return {
      toBuilt: matchLines(toLines(heads, asLines(cells), words), toLines(wasHeads, asLines(built.rows), words)),
      toNow: matchLines(toLines(wasHeads, asLines(built.rows), was), toLines(isHeads, asLines(now.rows), is)),
    }
  }
  return { table, built, now, rows: match(rowHeads, (lines) => lines), columns: match(columnHeads, turned) }
}

function toLines<T>(
  heads: readonly string[] = [],
  lines: readonly (readonly T[])[],
  marksOf: (cell: T) => string[],
): Line[] {
  return lines.map(([, ...cells], place) => ({
    place,
    head: heads[place] ?? '',
    marks: new Set(cells.flatMap(marksOf)),
  }))
}

function refreshTable(
  table: LivingTable,
  built: BaseTable,
  now: BaseTable | undefined,
  refreshing: Refreshing,
): RefreshEntry[] {
  const across = turnedTable(table)
  const isTurned = headsKnown(across, built) > headsKnown(table, built)
  // A table that stays as it is, though its report has moved on, is the same line by line.
  const stays = JSON.stringify(now?.rows) === JSON.stringify(built.rows)
  const moved = stays ? (key: string) => key : refreshing.figures.moved
  const matched = matchTable(isTurned ? across : table, built, now ?? built, moved)
  const { rows, columns } = matched
  const drawn = now && refreshing.built.deck.tables[refreshing.ours.tables.indexOf(now)]
  const isNew = String(built.rows.map(getWords)) !== String((now ?? built).rows.map(getWords))
  const entries = matched.table.rows.flatMap((row, index) => {
    const from = rows.toBuilt.get(index)
    const to = rows.toNow.get(from ?? -1)
    if (from === undefined) return looseCells(row.cells, matched.table, row, isNew, refreshing)
    // A row that goes has nothing to be settled.
    const goes = now !== undefined && !isTurned && to === undefined
    if (goes && String(getWords(row)) === String(getWords(built.rows[from] ?? []))) return []
    const isOwn = (place: number) => built.rows[from]?.[columns.toBuilt.get(place) ?? -1] === undefined
    const keys = (built.rows[from] ?? []).flatMap(({ marks }) => marks.map(([, , key]) => key))
    const isRowNew = isNew && String(getWords(built.rows[from] ?? [])) !== String(getWords(now?.rows[to ?? -1] ?? []))
    const own = looseCells(
      row.cells.filter((_, place) => isOwn(place)),
      matched.table,
      row,
      isRowNew,
      refreshing,
      keys,
    )
    const known = row.cells.flatMap((cell, place) => {
      const column = columns.toBuilt.get(place) ?? -1
      const columnNow = columns.toNow.get(column) ?? -1
      const [was, is] = [built.rows[from]?.[column], now?.rows[to ?? -1]?.[columnNow]]
      if (!was) return []
      const heads = [row.cells[0]?.text, matched.table.rows[0]?.cells[place]?.text, cell.text].join(' ')
      const figures = now ? refreshing.figures : figuresThen(heads, isSlideGone(table.slide, refreshing), refreshing)
      const merged = mergeMarkedText(was, cell.text, is, figures)
      const edited = entriesFor(cell, merged, refreshing)
      const marks = is ? followStatus(cell, merged, is, drawn?.rows[to ?? -1]?.cells[columnNow], refreshing) : []
      return [...edited, ...marks]
    })
    return [...known, ...own]
  })
  if (!now) {
    const message = 'the report shows this table no more: its rows and columns stay as they are'
    return isSlideGone(table.slide, refreshing) ? entries : [...entries, toSettle(table, message)]
  }
  if (isTurned) return [...entries, ...linesCome(matched)]
  const shown = { ...matched, drawn }
  if (entries.length > 0) followMargins(shown, refreshing)
  return [...entries, ...arrangeTable(shown, refreshing)]
}

/** A table with its columns as rows: people turn tables. */
function turnedTable({ rows, ...table }: LivingTable): LivingTable {
  const [head] = rows
  const lines = turned(rows.map(({ cells }) => cells))
  return { ...table, rows: head ? lines.map((cells) => ({ element: head.element, cells })) : [] }
}

/** How many heads of a table are those of the built one, rows' as rows' and columns' as columns'. */
function headsKnown({ rows }: LivingTable, built: BaseTable): number {
  const both = [rowHeads, columnHeads].map((heads) => [heads(rows), new Set(heads(built.rows))] as const)
  return both.flatMap(([own, known]) => own.filter((head) => head !== '' && known.has(head))).length
}

/** In a table that was turned, rows and columns neither come nor go. */
function linesCome({ table, built, now, rows, columns }: MatchedTable): RefreshEntry[] {
  const isSame = (lines: ReadonlyMap<number, number>, was: number, is: number) => lines.size === was && was === is
  if (
    isSame(rows.toNow, built.rows.length, now.rows.length) &&
    isSame(columns.toNow, built.rows[0]?.length ?? 0, now.rows[0]?.length ?? 0)
  )
    return []
  return [toSettle(table, 'rows or columns came or went, and this table was turned: copy it from a new build')]
}

/**
 * Cells of a row or column that no build printed; slide title, row head and column head tell what they are about, and
 * the figures of other cells, by `others`. `isNew`: what is around them is another now.
 */
function looseCells(
  cells: readonly LivingText[],
  table: LivingTable,
  row: LivingRow,
  isNew: boolean,
  refreshing: Refreshing,
  others: readonly string[] = [],
): RefreshEntry[] {
  const title = titleOn(table.slide, refreshing)
  const merge = (cell: LivingText, beside?: Beside) => {
    const around = [title, row.cells[0]?.text, table.rows[0]?.cells[row.cells.indexOf(cell)]?.text, cell.text].join(' ')
    return mergeLoose(cell.text, around, refreshing, undefined, beside)
  }
  const alone = cells.map((cell) => merge(cell))
  const keys = [...others, ...alone.flatMap(({ ties }) => ties.map(({ key }) => key))]
  const beside = { keys, isNew, hasOwn: alone.some(({ hasOwn }) => hasOwn) }
  const isAnyNew = isNew || cells.some((cell) => merge(cell, beside).replacements.length > 0)
  return cells.flatMap((cell) => entriesFor(cell, merge(cell, { ...beside, isNew: isAnyNew }), refreshing))
}

/** A row or column of a table: its head, and what else it is known by, such as the figures in it. */
interface Line {
  place: number
  head: string
  marks: ReadonlySet<string>
}

/** How a line is recognised: by marks before its head, which, if a date, may stand over other figures next year. */
const [byHead, byPlace, leastAlike] = [0.6, 0.05, 0.5]

/** Maps each line's index to another table's, the most alike first; lines that are like none pair by place. */
function matchLines(from: readonly Line[], to: readonly Line[]): Map<number, number> {
  const pairs = likestPairs(from, () => to, alike, leastAlike)
  const isInPlace = (line: Line, other: Line) =>
    line.place === other.place && (line.marks.size === 0 || other.marks.size === 0 || shared(line, other) > 0)
  if (from.length === to.length) pairLeft(pairs, from, to, isInPlace)
  return new Map([...pairs].map(([line, other]) => [line.place, other.place]))
}

function alike(a: Line, b: Line): number {
  const most = Math.max(a.marks.size, b.marks.size)
  return (most === 0 ? 0 : shared(a, b) / most) + (a.head === b.head ? byHead : 0) + (a.place === b.place ? byPlace : 0)
}

function shared(a: Line, b: Line): number {
  return [...a.marks].filter((mark) => b.marks.has(mark)).length
}
