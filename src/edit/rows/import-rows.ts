import { formsIn } from '../../dataset/figure/join-forms.ts'
import { comparePeriods } from '../../dataset/figure/period.ts'
import { monthsBetween } from '../../dataset/figure/shift-period.ts'
import { fieldPath, isChangeColumn, type RowColumn, rowColumns, toEntry } from '../../dataset/read/rows.ts'
import { type CsvField, quoteCsv } from '../../dataset/yaml/csv.ts'
import { errorAt, failed, hasErrors, type Outcome, type Place } from '../../diagnostic.ts'
import { textTag } from '../../locale/languages.ts'
import { applyEdits, getNewline, lineEnd, lineStart, type TextEdit } from '../text-edit.ts'
import { insertItems, openYaml, removeKey, setKey, type YamlText } from '../yaml-edits.ts'
import type { Writable } from '../yaml-scalar.ts'
import { type IncomingRow, type IncomingTable, mergeRows, type RowEdit } from './merge-rows.ts'
import { type ObservationRow, seriesOfRow } from './observation-row.ts'
import { pairRows } from './pair-rows.ts'
import type { Preference } from './preferences.ts'
import { type WrittenItem, writtenItems } from './written-items.ts'

/** A field that was written, or all of a new observation; empty where there was or is nothing. */
export interface FieldChange {
  /** The indicator with its categories. */
  series: string
  period: string
  column: RowColumn | undefined
  before: string
  after: string
  file: string
  line: number
}

/** The dataset's files with what came in; only files that change are there. */
export interface Imported {
  texts: ReadonlyMap<string, string>
  changes: FieldChange[]
  changed: number
  added: number
  /** Observations of the dataset that are in no row; they stay. */
  missing: WrittenItem[]
  /** Whether an edit of the table and one of the dataset stand against each other. */
  hasConflicts: boolean
}

/**
 * Takes what was edited in a table into a dataset's files: each such field is written where it stands, a new row goes
 * beside its
 * indicator's others, and all else stays byte for byte. What was edited in the dataset too is an error, unless one side
 * is preferred.
 */
export function importRows(
  table: IncomingTable,
  texts: ReadonlyMap<string, string>,
  { language, prefer }: { language: string; prefer?: Preference | undefined },
): Outcome<Imported> {
  const items = writtenItems(texts, language)
  const merged = mergeRows(table, items, prefer)
  const yaml = new Map(
    [...texts].filter(([path]) => path.endsWith('.yaml')).map(([path, text]) => [path, openYaml(text)]),
  )
  const { edits: rowEdits = [], missing = [] } = merged.value ?? {}
  const fresh = rowEdits.flatMap(({ item, incoming }) => (item ? [] : [incoming]))
  const dataset: WrittenDataset = { texts, yaml, items, fresh, language: textTag(language) }
  const written = rowEdits.map((rowEdit) => ({
    rowEdit,
    ...(rowEdit.item ? changeItem(rowEdit, rowEdit.item, dataset) : addItem(rowEdit.incoming, dataset)),
  }))
  const edits = written.flatMap(({ value = [] }) => value)
  const files = [...new Set(edits.map(({ file }) => file))]
  const own = (file: string) => edits.filter((one) => one.file === file).map(({ edit }) => edit)
  const changed = new Map(files.map((file) => [file, applyEdits(texts.get(file) ?? '', own(file))] as const))
  const done = written
    .filter(({ rowEdit, value }) => value && (value.length > 0 || !rowEdit.item))
    .map(({ rowEdit }) => rowEdit)
  const added = done.filter(({ item }) => !item).length
  const changes = fieldChanges(done, writtenItems(new Map([...texts, ...changed]), language))
  return {
    value: {
      texts: changed,
      changes,
      changed: done.length - added,
      added,
      missing,
      hasConflicts: hasErrors(merged.diagnostics),
    },
    diagnostics: [...merged.diagnostics, ...written.flatMap(({ diagnostics }) => diagnostics)],
  }
}

/** What was written, field by field, each with the line on which it stands now. */
function fieldChanges(edits: readonly RowEdit[], items: readonly WrittenItem[]): FieldChange[] {
  const rows = edits.map(mergedRow)
  const itemOf = pairRows(rows, items, ({ row }) => row)
  return edits.flatMap(({ item: before, columns }, index): FieldChange[] => {
    const row = rows[index]
    const item = row && itemOf.get(row)
    if (!item) return []
    const { period } = item.row
    const change = { series: seriesOfRow(item.row), period, file: item.file }
    if (before)
      return columns.map((column) => ({
        ...change,
        column,
        before: before.row[column],
        after: item.row[column],
        line: item.lineOf(column),
      }))
    const own = columns.filter((column) => column !== 'indicator' && column !== 'period')
    const after = own.map((column) => `${column} ${item.row[column]}`).join(', ')
    return [{ ...change, column: undefined, before: '', after, line: item.firstLine }]
  })
}

/** An observation as it is once an edit is written. */
function mergedRow({ incoming, item, columns }: RowEdit): ObservationRow {
  const fields = columns.map((column) => [column, incoming.row[column]] as const)
  return { ...(item?.row ?? incoming.row), ...Object.fromEntries(fields) }
}

type FileEdits = Outcome<{ file: string; edit: TextEdit }[]>

/** A dataset's files by path, those of YAML opened, what is written in them, and the rows that are not. */
interface WrittenDataset {
  texts: ReadonlyMap<string, string>
  yaml: ReadonlyMap<string, YamlText>
  items: readonly WrittenItem[]
  fresh: readonly IncomingRow[]
  language: string
}

function changeItem(edit: RowEdit, item: WrittenItem, { yaml, texts, language }: WrittenDataset): FileEdits {
  const { columns: changed, incoming } = edit
  const { place, name } = incoming
  const row = mergedRow(edit)
  const { file, at } = item
  if (at.type === 'csv') return getChangeFields(at.fields, texts.get(file) ?? '', row, changed, { file, place, name })
  const text = yaml.get(file)
  const edits = text ? yamlChanges(text, [...at.path], row, item.row, changed, language) : []
  return { value: edits.map((edit) => ({ file, edit })), diagnostics: [] }
}

function yamlChanges(
  yaml: YamlText,
  path: (string | number)[],
  row: ObservationRow,
  before: ObservationRow,
  changed: readonly RowColumn[],
  language: string,
): TextEdit[] {
  const own = changed.filter((column) => !isChangeColumn(column))
  const moved = changed.filter(isChangeColumn)
  const had = rowColumns.some((column) => isChangeColumn(column) && before[column] !== '')
  const has = rowColumns.some((column) => isChangeColumn(column) && row[column] !== '')
  const edits = own.flatMap((column) => {
    if (column !== 'note') return setOrRemove(yaml, path, column, row[column])
    const isByLanguage = setKey(yaml, [...path, 'note'], language, '').length > 0
    return isByLanguage
      ? setOrRemove(yaml, [...path, 'note'], language, row.note)
      : setOrRemove(yaml, path, 'note', row.note)
  })
  if (moved.length === 0) return edits
  if (!has) return [...edits, ...removeKey(yaml, path, 'change')]
  if (!had) return [...edits, ...setKey(yaml, path, 'change', toItem(row).change ?? {})]
  return [
    ...edits,
    ...moved.flatMap((column) => {
      const [, field = '', printed] = fieldPath(column)
      if (printed === undefined) return setOrRemove(yaml, [...path, 'change'], field, row[column])
      const isThere = before['printed-by'] !== '' || before['printed-rate'] !== ''
      return isThere
        ? setOrRemove(yaml, [...path, 'change', 'printed'], printed, row[column])
        : setKey(yaml, [...path, 'change'], 'printed', { [printed]: row[column] })
    }),
  ]
}

function setOrRemove(yaml: YamlText, path: readonly (string | number)[], key: string, text: string): TextEdit[] {
  return text === '' ? removeKey(yaml, path, key) : setKey(yaml, path, key, writable(key, text))
}

/** Paragraphs as numbers where possible (the schema refuses others), each number form under its language tag. */
function writable(key: string, text: string): Writable {
  const isList = key === 'paragraph' && /^\d+(\s*[,;]\s*\d+)*$/.test(text)
  if (isList) return text.split(/[,;]/).map(Number)
  const forms = ['value', 'by', 'rate'].includes(key) ? formsIn(text) : undefined
  return forms ? Object.fromEntries(forms) : text
}

/** The new row as an observation in YAML, or a line of CSV, as the indicator's others are. */
function addItem(incoming: IncomingRow, { fresh, items, yaml, texts }: WrittenDataset): FileEdits {
  const { row, place } = incoming
  const nearest = nearestItem(row, items)
  if (nearest?.at.type === 'csv') {
    const others = items.filter((item) => item.row.indicator === row.indicator && item.file === nearest.file)
    return addLine(incoming, others, texts.get(nearest.file) ?? '')
  }
  const declaring = [...yaml].find(([, text]) => text.document.hasIn(['indicators', row.indicator]))
  if (!declaring) {
    const hint = 'declare it under indicators in data/figures.yaml'
    return failed(errorAt(place, `unknown indicator: ${row.indicator}`, { hint }))
  }
  // All new rows of an indicator are one edit, the first one's: the list may not be there yet.
  const siblings = fresh.filter(
    (one) => one.row.indicator === row.indicator && nearestItem(one.row, items)?.at.type !== 'csv',
  )
  if (siblings[0] !== incoming) return { value: [], diagnostics: [] }
  const [file, text] = declaring
  const edits = insertItems(
    text,
    ['indicators', row.indicator],
    'observations',
    siblings.map((one) => toItem(one.row)),
  )
  return { value: edits.map((edit) => ({ file, edit })), diagnostics: [] }
}

const leading: readonly RowColumn[] = ['period', 'category']
/** The columns of an observation as they are written: all but that of the indicator that it stands under. */
const itemColumns = [...leading, ...rowColumns.filter((column) => column !== 'indicator' && !leading.includes(column))]

function toItem(row: ObservationRow): { readonly [key: string]: Writable } {
  const written = itemColumns.flatMap((column) => {
    const path = fieldPath(column)
    return row[column] === ''
      ? []
      : [[path, path.length > 2 ? row[column] : writable(path.at(-1) ?? '', row[column])] as const]
  })
  return toEntry<Writable>(written)
}

/** The indicator's observation that is nearest in time: a new one goes beside it. */
function nearestItem(row: ObservationRow, items: readonly WrittenItem[]): WrittenItem | undefined {
  const others = items.filter((item) => item.row.indicator === row.indicator)
  return others.toSorted((a, b) => distance(a.row, row) - distance(b.row, row))[0]
}

function addLine({ row, place, name }: IncomingRow, others: readonly WrittenItem[], text: string): FileEdits {
  const [first, last] = [others[0], others.at(-1)]
  if (first?.at.type !== 'csv' || last?.at.type !== 'csv') return { value: [], diagnostics: [] }
  const names = [...first.at.fields.keys()]
  const lost = lostColumns(row, names)
  if (lost.length > 0) return noColumn(lost[0] ?? '', { file: first.file, place, name })
  const line = names.map((column) => quoteCsv(csvField(row, column))).join(',')
  const newline = getNewline(text)
  // In order of time, oldest or newest first, as the indicator's rows are.
  const isFalling = comparePeriods(first.row.period, last.row.period) > 0
  const next = others.find(({ row: { period } }) => comparePeriods(row.period, period) * (isFalling ? -1 : 1) < 0)
  const [at, written] =
    next?.at.type === 'csv'
      ? [lineStart(text, next.at.offset), `${line}${newline}`]
      : [lineEnd(text, last.at.offset), `${newline}${line}`]
  return { value: [{ file: first.file, edit: { start: at, end: at, text: written } }], diagnostics: [] }
}

/** How far apart two rows are in time, in months; those of no known period last. */
function distance(a: ObservationRow, b: ObservationRow): number {
  return Math.abs(monthsBetween(a.period, b.period))
}

function getChangeFields(
  fields: ReadonlyMap<string, CsvField>,
  text: string,
  row: ObservationRow,
  changed: readonly RowColumn[],
  about: { file: string; place: Place; name: string },
): FileEdits {
  const names = [...new Set(changed.map((column) => (column === 'printed-by' ? 'printed' : column)))]
  const lost = names.find((column) => !fields.has(column))
  if (lost) return noColumn(lost, about)
  const edits = names.flatMap((column) => {
    const field = fields.get(column)
    return field
      ? [{ file: about.file, edit: { ...getExtent(field, text), text: quoteCsv(csvField(row, column)) } }]
      : []
  })
  return { value: edits, diagnostics: [] }
}

function csvField(row: ObservationRow, column: string): string {
  if (column === 'printed') return row.value === '' ? row['printed-by'] : row.printed
  const known = rowColumns.find((name) => name === column)
  return known ? row[known] : ''
}

function lostColumns(row: ObservationRow, names: readonly string[]): string[] {
  return rowColumns.filter(
    (column) => row[column] !== '' && !names.includes(column === 'printed-by' ? 'printed' : column),
  )
}

function noColumn(column: string, { file, place, name }: { file: string; place: Place; name: string }): FileEdits {
  const message = `${name}: ${file} has no column for it: ${column}`
  return failed(errorAt(place, message, { hint: `add the column to ${file}, or move the figure to YAML` }))
}

/** Where a field stands, its quotes included. */
function getExtent({ text, offset }: CsvField, file: string): { start: number; end: number } {
  return file[offset - 1] === '"'
    ? { start: offset - 1, end: offset + text.replaceAll('"', '""').length + 1 }
    : { start: offset, end: offset + text.length }
}
