import type { BaseTable, MarkedText } from '../../build/base/base-types.ts'
import type { LivingRow, LivingTable } from '../../build/base/living-types.ts'
import { childElements } from '../../opc/xml.ts'
import { normalizedText } from '../../trust/verify/mention-key.ts'
import { mergeText } from '../merge/merge-text.ts'
import { editText } from '../write/edit-package.ts'
import { entriesFor } from './refresh-texts.ts'
import type { RefreshEntry, Refreshing } from './types.ts'

/** Brings the tables of a deck up to date, cell by cell; rows come and go in the table's own style. */
export function refreshTables(refreshing: Refreshing): RefreshEntry[] {
  const { theirs, base, ours, slides } = refreshing
  return theirs.tables.flatMap((table) => {
    const built = mostAlike(table, base.tables, ({ slide }) => slide === slides.theirs.get(table.slide))
    const now = built && mostAlike(built, ours.tables, ({ slide }) => slides.ours.get(slide) === built.slide)
    return built ? refreshTable(table, built, now, refreshing) : []
  })
}

interface Rows {
  rows: readonly (LivingRow | readonly MarkedText[])[]
}

const getCells = (row: LivingRow | readonly MarkedText[]): readonly MarkedText[] | LivingRow['cells'] =>
  'cells' in row ? row.cells : row

const getHead = (row: LivingRow | readonly MarkedText[]): string => normalizedText(getCells(row)[0]?.text ?? '')

/** What each row is called. Where a head spans rows, cells below it are empty: its words and the row's own are the name. */
function rowHeads(rows: readonly (LivingRow | readonly MarkedText[])[]): string[] {
  const isGrouped = rows.slice(1).some((row) => getHead(row) === '')
  let group = ''
  return rows.map((row) => {
    group = getHead(row) || group
    return isGrouped ? [group, ...firstCells(row).slice(1, 2)].join(', ') : getHead(row)
  })
}

/** What each column is called. Where a head spans columns, cells beside it are empty: its words and those below are the name. */
function columnHeads([row, below]: readonly (LivingRow | readonly MarkedText[])[]): string[] {
  const upper = firstCells(row)
  if (!upper.slice(1).includes('')) return upper
  let head = ''
  return firstCells(below).map((own, column) => {
    head = upper[column] || head
    return own === '' ? head : `${head}, ${own}`
  })
}

/** The table that shares most heads of rows and columns; less than half is another. */
function mostAlike<T extends Rows>(table: Rows, tables: readonly T[], isLikely: (table: T) => boolean): T | undefined {
  const heads = getHeads(table)
  const scored = tables.map((other) => {
    const own = getHeads(other)
    const shared = [...own].filter((head) => heads.has(head)).length
    return { other, score: (2 * shared) / (own.size + heads.size) + (isLikely(other) ? 0.1 : 0) }
  })
  const [best] = scored.filter(({ score }) => score >= 0.5).sort((a, b) => b.score - a.score)
  return best?.other
}

function getHeads({ rows }: Rows): Set<string> {
  return new Set([...rowHeads(rows), ...columnHeads(rows)])
}

function refreshTable(
  table: LivingTable,
  built: BaseTable,
  now: BaseTable | undefined,
  refreshing: Refreshing,
): RefreshEntry[] {
  const columns = matchLists(columnHeads(table.rows), columnHeads(built.rows))
  const columnsNow = matchLists(columnHeads(built.rows), columnHeads(now?.rows ?? []))
  const rows = matchLists(rowHeads(table.rows), rowHeads(built.rows))
  const rowsNow = matchLists(rowHeads(built.rows), rowHeads(now?.rows ?? []))
  const entries = table.rows.flatMap((row, index) => {
    const from = rows.get(index)
    const to = from === undefined ? undefined : rowsNow.get(from)
    return row.cells.flatMap((cell, place) => {
      const column = columns.get(place)
      const was = from === undefined || column === undefined ? undefined : built.rows[from]?.[column]
      const columnNow = column === undefined ? undefined : columnsNow.get(column)
      const is = to === undefined || columnNow === undefined ? undefined : now?.rows[to]?.[columnNow]
      if (!was) return []
      return entriesFor(cell, mergeText(was, cell.text, is, refreshing.figures), refreshing)
    })
  })
  if (!now) return entries
  return [...entries, ...arrangeRows({ table, built, now, rows, rowsNow, columns, columnsNow }, refreshing)]
}

function firstCells(row: LivingRow | readonly MarkedText[] | undefined): string[] {
  return row ? getCells(row).map(({ text }) => normalizedText(text)) : []
}

/** For the index of each head its index in another list: the same words, else, where both lists are as long, the same place. */
function matchLists(from: readonly string[], to: readonly string[]): Map<number, number> {
  const used = new Set<number>()
  const pairs = new Map<number, number>()
  from.forEach((head, index) => {
    const at = to[index] === head ? index : to.findIndex((other, place) => other === head && !used.has(place))
    if (at < 0) return
    used.add(at)
    pairs.set(index, at)
  })
  if (from.length === to.length) {
    from.forEach((_, index) => {
      if (!pairs.has(index) && !used.has(index)) pairs.set(index, index)
    })
  }
  return pairs
}

interface Matched {
  table: LivingTable
  built: BaseTable
  now: BaseTable
  rows: ReadonlyMap<number, number>
  rowsNow: ReadonlyMap<number, number>
  columns: ReadonlyMap<number, number>
  columnsNow: ReadonlyMap<number, number>
}

/** A row of the table as it will stand: one that is there, or a copy of one with a new row's words. */
interface Standing {
  row: LivingRow
  /** Of the present build; undefined for one that a person added. */
  now: number | undefined
  isNew: boolean
}

/** Puts in the rows that the build has gained, takes out those that it has lost, and brings them into its order where the deck has kept that of its build. */
function arrangeRows(matched: Matched, refreshing: Refreshing): RefreshEntry[] {
  const { table, built, now, rows, rowsNow } = matched
  const { slide, item, part } = table
  const entries: RefreshEntry[] = []
  const kept = table.rows.flatMap((row, index): Standing[] => {
    const from = rows.get(index)
    const to = from === undefined ? undefined : rowsNow.get(from)
    if (from === undefined || to !== undefined) return [{ row, now: to, isNew: false }]
    const isAsBuilt = row.cells.every(
      (cell, place) =>
        normalizedText(cell.text) === normalizedText(built.rows[from]?.[matched.columns.get(place) ?? -1]?.text ?? ''),
    )
    const head = getHead(row)
    entries.push(
      isAsBuilt
        ? { kind: 'updated', slide, item, before: head, after: '' }
        : {
            kind: 'settle',
            slide,
            item,
            before: head,
            message: 'the row is not in the report any more, and was edited',
          },
    )
    return isAsBuilt ? [] : [{ row, now: undefined, isNew: false }]
  })
  const wasNow = new Set(rowsNow.values())
  const fresh = now.rows.flatMap((_, index) => (wasNow.has(index) ? [] : [index]))
  const standing = insertRows(inOrder(kept, matched), fresh)
  for (const index of fresh)
    entries.push({ kind: 'updated', slide, item, before: '', after: getHead(now.rows[index] ?? []) })
  if (hasMergedCells(table) && (fresh.length > 0 || kept.length < table.rows.length)) {
    const message = 'rows came or went, and cells of this table are merged: copy it from a new build'
    return [{ kind: 'settle', slide, item, before: getHead(table.rows[0] ?? []), message }]
  }
  const isSame =
    standing.length === table.rows.length &&
    standing.every(({ row, isNew }, index) => !isNew && row === table.rows[index])
  if (isSame) return entries
  if (entries.length === 0)
    entries.push({ kind: 'updated', slide, item, before: 'rows', after: 'rows in their new order' })
  const { editor } = refreshing
  const spans = table.rows.map(({ element }) => editor.spanOf(element))
  const written = standing.map((one) =>
    one.isNew ? copyRow(one, matched, refreshing) : rowXml(one.row, part, refreshing),
  )
  const [first, last] = [spans[0], spans.at(-1)]
  if (first && last) editor.replace(part, first.start, last.end, written.join(''))
  return entries
}

/** Whether a cell spans others: a row cannot be put in or taken out by itself then. */
function hasMergedCells({ rows }: LivingTable): boolean {
  return rows.some(({ element }) =>
    childElements(element).some(({ attributes }) => attributes.vMerge || attributes.rowSpan),
  )
}

/** The rows in the order of the present build, where they stand in that of the former. */
function inOrder(standing: readonly Standing[], { table, rows }: Matched): Standing[] {
  const places = table.rows.flatMap((_, index) => rows.get(index) ?? [])
  const isOrdered = places.every((place, index) => index === 0 || place > (places[index - 1] ?? -1))
  if (!isOrdered) return [...standing]
  const known = standing.filter(({ now }) => now !== undefined).sort((a, b) => (a.now ?? 0) - (b.now ?? 0))
  // What a person added stays where it stands.
  return standing.map((one) => (one.now === undefined ? one : (known.shift() ?? one)))
}

/** Each new row after the one that it follows in the build. */
function insertRows(standing: readonly Standing[], fresh: readonly number[]): Standing[] {
  return fresh.reduce<Standing[]>(
    (list, index) => {
      const before = list.findLastIndex(({ now }) => now !== undefined && now < index)
      // The head is no model for what stands below it, nor is a row with an empty cell, where words would have no look.
      const models = list.slice(1).map(({ row }) => row)
      const isFull = ({ cells }: LivingRow) => cells.every(({ text }) => text.trim() !== '')
      const row = models.slice(0, Math.max(1, before)).findLast(isFull) ?? models.find(isFull) ?? models[0]
      return row ? [...list.slice(0, before + 1), { row, now: index, isNew: true }, ...list.slice(before + 1)] : list
    },
    [...standing],
  )
}

function rowXml({ element }: LivingRow, part: string, { editor }: Refreshing): string {
  const { start, end } = editor.spanOf(element)
  return editor.written(part, start, end)
}

/** A row like another, with the words of a row of the present build; the ids that programs give to rows are not given twice. */
function copyRow(
  { row, now }: Standing,
  { table, now: ours, columns, columnsNow }: Matched,
  { editor }: Refreshing,
): string {
  const { part } = table
  const { start, end } = editor.spanOf(row.element)
  const before = editor.written(part, start, end)
  row.cells.forEach((cell, place) => {
    const column = columnsNow.get(columns.get(place) ?? -1)
    const words = column === undefined ? '' : (ours.rows[now ?? -1]?.[column]?.text ?? '')
    editText(editor, cell, [{ start: 0, end: cell.text.length, text: words }])
  })
  const written = editor.written(part, start, end).replace(/<a:extLst>(?:(?!<\/a:extLst>).)*rowId.*?<\/a:extLst>/s, '')
  editor.replace(part, start, end, before)
  return written
}
