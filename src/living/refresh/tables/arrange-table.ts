import type { MarkedText } from '../../../build/base/base-types.ts'
import type { ItemPlace, LivingRow, LivingTable } from '../../../build/base/living-types.ts'
import { childElements, childNamed, type XmlElement } from '../../../opc/xml.ts'
import { normalizedText } from '../../../trust/verify/mention-key.ts'
import { setElement, source } from '../../write/edit-elements.ts'
import { findAround } from '../../write/edit-package.ts'
import { editText } from '../../write/edit-text.ts'
import {
  type MatchedLines,
  type MatchedTable,
  type RefreshEntry,
  type Refreshing,
  toSettle,
  updated,
} from '../types.ts'
import { getMargin, getRowCells, withMargin } from './cell-margins.ts'

const cells = /<a:tc[ >].*?<\/a:tc>/gs
/** What is as large as a build makes it in a cell: type, lines, margins. */
const sizes = [
  /\ssz="\d+"/g,
  /<a:spcPts val="\d+"\/>/g,
  ...['L', 'R', 'T', 'B'].map((side) => new RegExp(`\\smar${side}="\\d+"`, 'g')),
]

/** A row or column as it will stand: one that is there, or one that looks as one there does. */
interface Standing {
  /** Its index in the table; of a new one that of its model. */
  place: number
  /** Its index in the present build; undefined for one that a person added. */
  now: number | undefined
  isNew: boolean
}

type Lines = readonly (readonly Pick<MarkedText, 'text'>[])[]

/** Rows or columns, each as its cells: as they stand, as they were built, and as the present build has them. */
interface Direction extends MatchedLines {
  noun: 'row' | 'column'
  lines: Lines
  built: Lines
  now: Lines
  /** Which line across of its build each line across is. */
  across: ReadonlyMap<number, number>
}

/**
 * Inserts the build's new rows and columns and removes lost ones.
 * Rows are put in its order where the deck has kept that of its former build.
 */
export function arrangeTable(matched: MatchedTable, refreshing: Refreshing): RefreshEntry[] {
  const { table, built, now } = matched
  const lines = table.rows.map((row) => row.cells)
  const [toRows, toColumns] = [matched.rows, matched.columns]
  const rows = arrange(
    { noun: 'row', ...toRows, lines, built: built.rows, now: now.rows, across: toColumns.toBuilt },
    table,
  )
  const across = { lines: turned(lines), built: turned(built.rows), now: turned(now.rows), across: toRows.toBuilt }
  const columns = arrange({ noun: 'column', ...toColumns, ...across }, table)
  const cells = table.rows.flatMap(({ element }) => getRowCells(element))
  const has = (...names: string[]) => cells.some(({ attributes }) => names.some((name) => attributes[name]))
  // A row or column cannot be put in or taken out by itself where a cell spans it.
  if ((has('vMerge', 'rowSpan') && rows.isChanged) || (has('hMerge', 'gridSpan') && columns.isChanged))
    return [
      toSettle(table, 'rows or columns came or went, and cells of this table are merged: copy it from a new build'),
    ]
  const entries = [...rows.entries, ...columns.entries]
  if (!rows.isChanged && !columns.isChanged) return entries
  if (entries.length === 0) entries.push(updated(table, 'rows', 'rows in their new order'))
  return [...entries, ...writeRows(matched, rows.standing, columns, refreshing)]
}

/** Columns as rows. */
export function turned<T>(rows: readonly (readonly T[])[]): readonly (readonly T[])[] {
  const length = Math.max(0, ...rows.map((row) => row.length))
  return Array.from({ length }, (_, column) => rows.flatMap((row) => row.slice(column, column + 1)))
}

function wordsAt(lines: Lines, place: number, at = 0): string {
  return normalizedText(lines[place]?.[at]?.text ?? '')
}

function isAsBuilt({ lines, built, toBuilt, across }: Direction, place: number): boolean {
  const was = toBuilt.get(place) ?? -1
  return (
    lines[place]?.every((_, at) => wordsAt(lines, place, at) === wordsAt(built, was, across.get(at) ?? -1)) ?? false
  )
}

/** Whether a new line can copy this one's look: no head, and no row with an empty cell, where words have no look. */
function isModel({ noun, lines }: Direction, place: number): boolean {
  return place > 0 && (noun === 'column' || (lines[place]?.every(({ text }) => text.trim() !== '') ?? false))
}

function arrange(
  direction: Direction,
  table: ItemPlace,
): { standing: Standing[]; entries: RefreshEntry[]; isChanged: boolean } {
  const { noun, lines, now: linesNow, toBuilt, toNow } = direction
  const entries: RefreshEntry[] = []
  const all = lines.map((_, place) => ({ place, now: toNow.get(toBuilt.get(place) ?? -1), isNew: false }))
  const kept = all.filter(({ place, now }) => {
    if (now !== undefined || !toBuilt.has(place)) return true
    const [head, isLeft] = [wordsAt(lines, place), !isAsBuilt(direction, place)]
    const message = `the ${noun} is not in the report any more, and was edited`
    entries.push(isLeft ? toSettle(table, message, head) : updated(table, head, ''))
    return isLeft
  })
  const known = new Set(toNow.values())
  const fresh = [...linesNow.keys()].filter((index) => !known.has(index))
  const standing = insertFresh(inOrder(kept, direction), fresh, direction)
  entries.push(...fresh.map((index) => updated(table, '', wordsAt(linesNow, index))))
  const isChanged =
    standing.length !== lines.length || standing.some(({ place, isNew }, index) => isNew || place !== index)
  return { standing, entries, isChanged }
}

/** In the present build's order, where the deck has the former's; what a person added stays where it is. */
function inOrder(standing: readonly Standing[], { lines, toBuilt }: Direction): Standing[] {
  const places = lines.flatMap((_, place) => toBuilt.get(place) ?? [])
  if (places.some((place, index) => index > 0 && place <= (places[index - 1] ?? -1))) return [...standing]
  const known = standing.filter(({ now }) => now !== undefined).sort((a, b) => (a.now ?? 0) - (b.now ?? 0))
  return standing.map((one) => (one.now === undefined ? one : (known.shift() ?? one)))
}

/** Each new one after the one that it follows in the build, and like it. */
function insertFresh(standing: readonly Standing[], fresh: readonly number[], direction: Direction): Standing[] {
  return fresh.reduce<Standing[]>(
    (list, index) => {
      const before = list.findLastIndex(({ now }) => now !== undefined && now < index)
      const isGood = ({ place }: Standing) => isModel(direction, place)
      const model = list.slice(0, before + 1).findLast(isGood) ?? list.find(isGood) ?? list[1] ?? list[0]
      if (!model) return list
      return [...list.slice(0, before + 1), { place: model.place, now: index, isNew: true }, ...list.slice(before + 1)]
    },
    [...standing],
  )
}

function writeRows(
  matched: MatchedTable,
  rows: readonly Standing[],
  columns: { standing: readonly Standing[]; isChanged: boolean },
  refreshing: Refreshing,
): RefreshEntry[] {
  const { editor, built } = refreshing
  const { table, drawn } = matched
  const written = rows.map((row) => {
    const model = table.rows[row.place]
    if (!model) return ''
    return row.isNew || columns.isChanged
      ? rowXml(row, model, columns.standing, matched, refreshing)
      : source(refreshing.editor, model.element)
  })
  const [first, last] = [table.rows[0], table.rows.at(-1)]
  if (!first || !last) return []
  const models = drawn?.rows.map(({ element }) => source(built.opened, element)) ?? []
  const isCrowded = models.length > 0 && largestType(models) < largestType(written)
  const isBuilds = [...rows, ...columns.standing].every(({ now }) => now !== undefined)
  const sized = written.map((row, index) => (isCrowded && isBuilds ? inSizesOf(row, models[index] ?? '') : row))
  editor.replace(table.part, editor.spanOf(first.element).start, editor.spanOf(last.element).end, sized.join(''))
  if (isCrowded && isBuilds) followGrid(first.element, drawn, refreshing)
  else if (columns.isChanged) writeGrid(first.element, columns.standing, refreshing)
  return isCrowded && !isBuilds
    ? [toSettle(table, 'has more rows or columns than it has room for: make it smaller')]
    : []
}

/** The widths of columns as the present build has them. */
function followGrid(row: XmlElement, drawn: LivingTable | undefined, { editor, built }: Refreshing): void {
  const [own, model] = [
    childNamed(findAround(editor, row, 'a:tbl'), 'a:tblGrid'),
    drawn?.rows[0] && childNamed(findAround(built.opened, drawn.rows[0].element, 'a:tbl'), 'a:tblGrid'),
  ]
  if (own && model) setElement(editor, own, source(built.opened, model))
}

function rowXml(
  row: Standing,
  model: LivingRow,
  columns: readonly Standing[],
  matched: MatchedTable,
  refreshing: Refreshing,
): string {
  const { element } = model
  const cells = getRowCells(element)
  const whole = source(refreshing.editor, element)
  const head = /^<a:tr\b[^>]*>/.exec(whole)?.[0] ?? '<a:tr>'
  const tail = childElements(element)
    .filter(({ name }) => name !== 'a:tc')
    .map((one) => source(refreshing.editor, one))
    .join('')
  const written = columns.map((column) => {
    const cell = cells[column.place]
    if (!cell) return ''
    const words = matched.now.rows[row.now ?? -1]?.[column.now ?? -1]?.text ?? ''
    if (!row.isNew && !column.isNew) return source(refreshing.editor, cell)
    const margin = getMargin(matched, row.now, column.now)
    return withMargin(copyCell(cell, model.cells[column.place], words, refreshing), margin)
  })
  // The ids that programs give to rows are not given twice.
  const own = row.isNew ? tail.replace(/<a:extLst>(?:(?!<\/a:extLst>).)*rowId.*?<\/a:extLst>/s, '') : tail
  return `${head}${written.join('')}${own}</a:tr>`
}

/** A cell that looks as another does, with other words. */
function copyCell(
  cell: XmlElement,
  held: LivingRow['cells'][number] | undefined,
  words: string,
  { editor }: Refreshing,
): string {
  const before = source(editor, cell)
  if (held) editText(editor, held, [{ start: 0, end: held.text.length, text: words }])
  const written = source(editor, cell)
  setElement(editor, cell, before)
  return written
}

/** The widths of columns; those that stay make room for those that come, so that the table is as wide as before. */
function writeGrid(row: XmlElement, columns: readonly Standing[], { editor }: Refreshing): void {
  const table = findAround(editor, row, 'a:tbl')
  const grid = childNamed(table, 'a:tblGrid')
  if (!grid) return
  const widths = childElements(grid).map(({ attributes }) => Number(attributes.w))
  const whole = widths.reduce((sum, width) => sum + width, 0)
  const wanted = columns.map(({ place }) => widths[place] ?? 0)
  const share =
    whole /
    Math.max(
      1,
      wanted.reduce((sum, width) => sum + width, 0),
    )
  const written = wanted.map((width) => `<a:gridCol w="${Math.round(width * share)}"/>`)
  setElement(editor, grid, `<a:tblGrid>${written.join('')}</a:tblGrid>`)
}

/** The largest type in rows, in hundredths of a point. */
function largestType(rows: readonly string[]): number {
  return Math.max(0, ...rows.flatMap((row) => [...row.matchAll(/\ssz="(\d+)"/g)].map(([, size]) => Number(size))))
}

/** A row as high, and its cells in such type and margins, as another. */
function inSizesOf(row: string, model: string): string {
  const models = model.match(cells) ?? []
  const [height] = /\sh="\d+"/.exec(model) ?? []
  let at = -1
  const sized = row.replace(cells, (cell) => {
    at += 1
    return sizes.reduce((xml, size) => {
      const [own] = models[at]?.match(size) ?? []
      return own ? xml.replace(size, own) : xml
    }, cell)
  })
  return height ? sized.replace(/\sh="\d+"/, height) : sized
}
