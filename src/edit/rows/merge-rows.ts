import { isChangeColumn, type RowColumn, rowColumns } from '../../dataset/read/rows.ts'
import { type Diagnostic, errorAt, type Outcome, type Place, warningAt } from '../../diagnostic.ts'
import { numberColumns, type ObservationRow, seriesOfRow } from './observation-row.ts'
import { pairRows } from './pair-rows.ts'
import type { Preference } from './preferences.ts'
import type { WrittenItem } from './written-items.ts'

/** A row that came in, and where each of its fields stands there. */
export interface IncomingRow {
  row: ObservationRow
  place: Place
  /** Columns that the table has; others stay as they are in the dataset. */
  columns: readonly RowColumn[]
  /** How the row is named in messages: `Figures!A12`. */
  name: string
  /** Where a field stands, and how its cell is named where it has a name. */
  cell(column: RowColumn): { place: Place; name?: string }
}

/** The rows of a table, and what it was when it was exported, or last imported; undefined for one that does not say. */
export interface IncomingTable {
  rows: readonly IncomingRow[]
  exported?: Exported | undefined
}

export interface Exported {
  rows: readonly ObservationRow[]
  /** Whether rows that were deleted since are among them. */
  isWhole: boolean
}

/** What of a row is to be written: an observation that is new, or columns of one that is there. */
export interface RowEdit {
  incoming: IncomingRow
  item: WrittenItem | undefined
  columns: readonly RowColumn[]
}

export interface Merged {
  edits: RowEdit[]
  /** Observations whose rows were deleted from the table; they stay. */
  missing: WrittenItem[]
}

/** Columns that are one statement: where both sides changed it, a mixture would be stated by nobody. */
const statements: readonly (readonly RowColumn[])[] = [
  ['value', 'status', 'source', 'paragraph', 'locator', 'speaker', 'printed'],
  rowColumns.filter(isChangeColumn),
  ['note'],
  ['plausible'],
]

/**
 * What was edited in a table since it was exported. A statement that was edited in the dataset too, to something else,
 * is a
 * conflict, and an error at its cell, unless one side is preferred; of a table that does not say what it was, each
 * difference is one.
 */
export function mergeRows(
  { rows, exported }: IncomingTable,
  items: readonly WrittenItem[],
  prefer: Preference | undefined,
): Outcome<Merged> {
  const texts = rows.map(({ row }) => row)
  const itemOf = pairRows(texts, items, ({ row }) => row)
  const baseOf = pairRows(texts, exported?.rows ?? [], (row) => row)
  // Of rows for one figure, the one that the dataset's stands for, else the first.
  const isKnown = ({ row }: IncomingRow) => itemOf.has(row)
  const firsts = new Map(
    [...rows.filter((one) => !isKnown(one)).toReversed(), ...rows.filter(isKnown)].map((one) => [
      statementKey(one.row),
      one,
    ]),
  )
  const results = rows.map((incoming) => {
    const item = itemOf.get(incoming.row)
    const first = firsts.get(statementKey(incoming.row))
    if (!item && first && first !== incoming && !isBlank(incoming.row))
      return { diagnostics: [doubled(incoming, first)] }
    const row = { incoming, base: baseOf.get(incoming.row), isRecorded: exported !== undefined }
    return item ? mergeRow({ ...row, item }, prefer) : mergeNew(row, prefer)
  })
  const edits = results.flatMap(({ edit }) => edit ?? [])
  const diagnostics = results.flatMap((result) => result.diagnostics)
  const kept = new Set(itemOf.values())
  const absent = items.filter((item) => !kept.has(item))
  return { value: { edits, missing: getDeleted(absent, exported) }, diagnostics }
}

interface Sides {
  incoming: IncomingRow
  /** The row when it was exported; undefined for one that is new, or of which nothing is recorded. */
  base: ObservationRow | undefined
  isRecorded: boolean
}

interface RowResult {
  edit?: RowEdit
  diagnostics: Diagnostic[]
}

function mergeRow({ item, ...sides }: Sides & { item: WrittenItem }, prefer: Preference | undefined): RowResult {
  const results = statements.map((columns) => mergeStatement(columns, item, sides))
  const conflicts = results.flatMap(({ conflicts }) => conflicts)
  const taken = results.filter((one) => one.conflicts.length === 0 || prefer === 'sheet')
  const columns = taken.flatMap(({ write }) => write)
  const diagnostics = prefer ? [] : conflicts.map((column) => conflictAt(column, item, sides))
  return { ...(columns.length > 0 && { edit: { incoming: sides.incoming, item, columns } }), diagnostics }
}

function mergeStatement(
  statement: readonly RowColumn[],
  item: WrittenItem,
  { incoming: { row, columns }, base }: Sides,
): { write: RowColumn[]; conflicts: RowColumn[] } {
  const differing = statement.filter((column) => columns.includes(column) && row[column] !== item.row[column])
  const here = differing.filter((column) => row[column] !== base?.[column])
  const there = differing.filter((column) => item.row[column] !== base?.[column])
  if (here.length === 0) return { write: [], conflicts: [] }
  if (there.length === 0) return { write: here, conflicts: [] }
  return { write: differing, conflicts: here }
}

/** A row that the dataset has not: new, or taken out of the dataset since. */
function mergeNew({ incoming, base }: Sides, prefer: Preference | undefined): RowResult {
  const { row, columns, place, name } = incoming
  if (isBlank(row)) return { diagnostics: [] }
  const edit = newEdit(incoming)
  if (!base || isBlank(base)) return { edit, diagnostics: [] }
  const isEdited = columns.some((column) => row[column] !== base[column])
  const figure = `${seriesOfRow(row)} in ${row.period}`
  if (!isEdited) {
    const message = `${name}: no longer in the dataset, and left out: ${figure}`
    return { diagnostics: [warningAt(place, message)] }
  }
  if (prefer) return prefer === 'sheet' ? { edit, diagnostics: [] } : { diagnostics: [] }
  const message = `${name}: edited here, but no longer in the dataset: ${figure}`
  return { diagnostics: [errorAt(place, message)] }
}

/** What a row states, whatever its values: its figure, and which numbers it has. */
function statementKey(row: ObservationRow): string {
  return [seriesOfRow(row), row.period, ...numberColumns.filter((column) => row[column] !== '')].join(' ')
}

function doubled({ row, place, name }: IncomingRow, first: IncomingRow): Diagnostic {
  const isSame = rowColumns.every((column) => row[column] === first.row[column])
  const figure = `${seriesOfRow(row)} in ${row.period}`
  const message = `${name}: ${isSame ? 'the same row as' : 'the same figure as'} ${first.name}: ${figure}`
  const hint = isSame ? 'it is left out' : 'keep the one that is right, and delete the other'
  return { severity: isSame ? 'warning' : 'error', message, place, hint }
}

/** Whether a row states nothing: one that is still to be filled in. */
function isBlank(row: ObservationRow): boolean {
  return numberColumns.every((column) => row[column] === '')
}

/** A row that was offered with the period of its change, and filled in without one, has none. */
function newEdit(incoming: IncomingRow): RowEdit {
  const hasChange = incoming.row.by !== '' || incoming.row.rate !== ''
  const row = hasChange ? incoming.row : { ...incoming.row, since: '' }
  return { incoming: { ...incoming, row }, item: undefined, columns: rowColumns.filter((column) => row[column] !== '') }
}

function conflictAt(column: RowColumn, item: WrittenItem, { incoming, base, isRecorded }: Sides): Diagnostic {
  const { row, cell } = incoming
  const { place, name } = cell(column)
  const at = (one: RowColumn) => `${item.file}:${item.lineOf(one)}`
  const now = `${said(row, column)} here, ${said(item.row, column)} in ${at(column)}`
  const other = statements.find((one) => one.includes(column))?.find((one) => item.row[one] !== base?.[one])
  const tell = (): string => {
    if (!isRecorded) return `${now}; the file does not say which is newer`
    if (!base) return `added twice: ${now}`
    if (item.row[column] !== base[column] || !other) return `${now}; ${said(base, column)} before`
    const elsewhere = `${at(other)} changed ${other} from ${said(base, other)} to ${said(item.row, other)}`
    return `changed here from ${said(base, column)} to ${said(row, column)}, while ${elsewhere}`
  }
  const figure = `${column} of ${seriesOfRow(row)} in ${row.period}`
  return errorAt(place, `${name ? `${name}: ` : ''}${figure}: ${tell()}`)
}

function said(row: ObservationRow, column: RowColumn): string {
  return row[column] || 'nothing'
}

/** Of the observations that no row holds, those that the table held when exported; all where that is not known. */
function getDeleted(absent: readonly WrittenItem[], exported: Exported | undefined): WrittenItem[] {
  if (!exported?.isWhole) return [...absent]
  const rows = absent.map(({ row }) => row)
  const known = pairRows(rows, exported.rows, (row) => row)
  return absent.filter(({ row }) => known.has(row))
}
