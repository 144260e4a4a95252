import type { CsvField } from '../dataset/csv.ts'
import { comparePeriods } from '../dataset/period.ts'
import { monthsBetween } from '../dataset/shift-period.ts'
import type { Diagnostic, Outcome, Place } from '../diagnostic.ts'
import { applyEdits, lineEnd, lineStart, newlineOf, type TextEdit } from '../edit/text-edit.ts'
import { insertItem, openYaml, removeKey, setKey, type YamlText } from '../edit/yaml-edits.ts'
import type { Writable } from '../edit/yaml-scalar.ts'
import { changeFields, numberColumns, type ObservationRow, type RowColumn, rowColumns } from './observation-row.ts'
import { type WrittenItem, writtenItems } from './written-items.ts'

/** A row that came in, and where each of its fields stands there. */
export interface IncomingRow {
  row: ObservationRow
  place: Place
  /** Columns that the table has; others stay as they are in the dataset. */
  columns: readonly RowColumn[]
  /** How the row is named in messages: `Figures!12`. */
  name: string
}

/** The dataset's files with what came in; only files that change are there. */
export interface Imported {
  texts: ReadonlyMap<string, string>
  changed: number
  added: number
  /** Observations of the dataset that are in no row; they stay. */
  missing: WrittenItem[]
}

/** Takes rows into a dataset's files: each field that differs is written where it stands, a new row goes beside its indicator's others, and all else stays byte for byte. */
export function importRows(
  rows: readonly IncomingRow[],
  texts: ReadonlyMap<string, string>,
  language: string,
): Outcome<Imported> {
  const items = writtenItems(texts, language)
  const { pairs, missing } = matchRows(rows, items)
  const yaml = new Map(
    [...texts].filter(([path]) => path.endsWith('.yaml')).map(([path, text]) => [path, openYaml(text)]),
  )
  const diagnostics: Diagnostic[] = []
  const edits = new Map<string, TextEdit[]>()
  const counts = { changed: 0, added: 0 }
  for (const { incoming, item } of pairs) {
    const result = item ? changeItem(incoming, item, yaml, texts, language) : addItem(incoming, items, yaml, texts)
    diagnostics.push(...result.diagnostics)
    for (const { file, edit } of result.value ?? []) edits.set(file, [...(edits.get(file) ?? []), edit])
    if ((result.value ?? []).length > 0) counts[item ? 'changed' : 'added'] += 1
  }
  const changed = [...edits].map(([file, list]) => [file, applyEdits(texts.get(file) ?? '', list)] as const)
  return { value: { texts: new Map(changed), ...counts, missing }, diagnostics }
}

type FileEdits = Outcome<{ file: string; edit: TextEdit }[]>

interface Pair {
  incoming: IncomingRow
  item: WrittenItem | undefined
}

/** Each row with the observation of its indicator and period that it is: the one that shares most of its numbers. Rows that say nothing and are nothing known are left out. */
function matchRows(
  rows: readonly IncomingRow[],
  items: readonly WrittenItem[],
): { pairs: Pair[]; missing: WrittenItem[] } {
  const left = new Map<string, WrittenItem[]>()
  const keyOf = ({ indicator, period }: ObservationRow) => `${indicator}@${period}`
  for (const item of items) left.set(keyOf(item.row), [...(left.get(keyOf(item.row)) ?? []), item])
  const pairs = rows.flatMap((incoming): Pair[] => {
    const candidates = left.get(keyOf(incoming.row)) ?? []
    const item = candidates.toSorted((a, b) => likeness(incoming.row, b.row) - likeness(incoming.row, a.row))[0]
    if (!item) return isEmpty(incoming.row) ? [] : [{ incoming, item: undefined }]
    left.set(
      keyOf(item.row),
      candidates.filter((one) => one !== item),
    )
    return [{ incoming, item }]
  })
  return { pairs, missing: [...left.values()].flat() }
}

function likeness(a: ObservationRow, b: ObservationRow): number {
  return numberColumns.filter((column) => (a[column] === '') === (b[column] === '')).length
}

function isEmpty(row: ObservationRow): boolean {
  return numberColumns.every((column) => row[column] === '')
}

function changeItem(
  { row, columns, place, name }: IncomingRow,
  item: WrittenItem,
  yaml: ReadonlyMap<string, YamlText>,
  texts: ReadonlyMap<string, string>,
  language: string,
): FileEdits {
  const changed = columns.filter((column) => row[column] !== item.row[column])
  if (changed.length === 0) return { value: [], diagnostics: [] }
  const { file, at } = item
  if (at.type === 'csv') return changeFieldsOf(at.fields, texts.get(file) ?? '', row, changed, { file, place, name })
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
  if (!had) return [...edits, ...setKey(yaml, path, 'change', changeOf(row))]
  const below = [...path, 'change']
  return [
    ...edits,
    ...moved.flatMap((column) => {
      const printed = column.startsWith('printed-') ? column.slice('printed-'.length) : undefined
      if (printed === undefined) return setOrRemove(yaml, below, changeFields[column] ?? column, row[column])
      const isThere = before['printed-by'] !== '' || before['printed-rate'] !== ''
      return isThere
        ? setOrRemove(yaml, [...below, 'printed'], printed, row[column])
        : setKey(yaml, below, 'printed', { [printed]: row[column] })
    }),
  ]
}

function isChangeColumn(column: RowColumn): boolean {
  return changeFields[column] !== undefined || column === 'printed-by' || column === 'printed-rate'
}

function setOrRemove(yaml: YamlText, path: readonly (string | number)[], key: string, text: string): TextEdit[] {
  return text === '' ? removeKey(yaml, path, key) : setKey(yaml, path, key, writable(key, text))
}

/** Paragraphs as numbers, where they are such; the schema refuses others. */
function writable(key: string, text: string): Writable {
  const isList = key === 'paragraph' && /^\d+(\s*[,;]\s*\d+)*$/.test(text)
  return isList ? text.split(/[,;]/).map(Number) : text
}

function changeOf(row: ObservationRow): { [key: string]: Writable } {
  const fields = rowColumns.flatMap((column) => {
    const key = changeFields[column]
    return key !== undefined && row[column] !== '' ? [[key, writable(key, row[column])] as const] : []
  })
  const printed = {
    ...(row['printed-by'] && { by: row['printed-by'] }),
    ...(row['printed-rate'] && { rate: row['printed-rate'] }),
  }
  return { ...Object.fromEntries(fields), ...(Object.keys(printed).length > 0 && { printed }) }
}

/** The new row as an observation in YAML, or a line of CSV, as the indicator's others are. */
function addItem(
  incoming: IncomingRow,
  items: readonly WrittenItem[],
  yaml: ReadonlyMap<string, YamlText>,
  texts: ReadonlyMap<string, string>,
): FileEdits {
  const { row, place } = incoming
  const others = items.filter((item) => item.row.indicator === row.indicator)
  const nearest = others.toSorted((a, b) => distance(a.row, row) - distance(b.row, row))[0]
  if (nearest?.at.type === 'csv')
    return addLine(
      incoming,
      others.filter(({ file }) => file === nearest.file),
      texts.get(nearest.file) ?? '',
    )
  const declaring = [...yaml].find(([, text]) => text.document.hasIn(['indicators', row.indicator]))
  if (!declaring) {
    const hint = 'declare it under indicators in data/figures.yaml'
    return {
      value: undefined,
      diagnostics: [{ severity: 'error', message: `unknown indicator: ${row.indicator}`, place, hint }],
    }
  }
  const own = (
    ['period', 'value', 'status', 'source', 'paragraph', 'locator', 'speaker', 'printed', 'note'] as const
  ).flatMap((column) => (row[column] === '' ? [] : [[column, writable(column, row[column])] as const]))
  const change = changeOf(row)
  const item = { ...Object.fromEntries(own), ...(Object.keys(change).length > 0 && { change }) }
  const [file, text] = declaring
  const edits = insertItem(text, ['indicators', row.indicator], 'observations', item)
  return { value: edits.map((edit) => ({ file, edit })), diagnostics: [] }
}

function addLine({ row, place, name }: IncomingRow, others: readonly WrittenItem[], text: string): FileEdits {
  const [first, last] = [others[0], others.at(-1)]
  if (first?.at.type !== 'csv' || last?.at.type !== 'csv') return { value: [], diagnostics: [] }
  const names = [...first.at.fields.keys()]
  const lost = lostColumns(row, names)
  if (lost.length > 0) return noColumn(lost[0] ?? '', { file: first.file, place, name })
  const line = names.map((column) => quote(csvField(row, column))).join(',')
  const newline = newlineOf(text)
  // In order of time, oldest or newest first, as the indicator's rows are.
  const isFalling = comparePeriods(first.row.period, last.row.period) > 0
  const next = others.find(({ row: { period } }) => comparePeriods(row.period, period) * (isFalling ? -1 : 1) < 0)
  if (next?.at.type === 'csv') {
    const at = lineStart(text, next.at.offset)
    return { value: [{ file: first.file, edit: { start: at, end: at, text: `${line}${newline}` } }], diagnostics: [] }
  }
  const at = lineEnd(text, last.at.offset)
  return { value: [{ file: first.file, edit: { start: at, end: at, text: `${newline}${line}` } }], diagnostics: [] }
}

/** How far apart two rows are in time, in months; those of no known period last. */
function distance(a: ObservationRow, b: ObservationRow): number {
  return Math.abs(monthsBetween(a.period, b.period))
}

function changeFieldsOf(
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
    return field ? [{ file: about.file, edit: { ...extentOf(field, text), text: quote(csvField(row, column)) } }] : []
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
  return {
    value: undefined,
    diagnostics: [{ severity: 'error', message, place, hint: `add the column to ${file}, or move the figure to YAML` }],
  }
}

/** Where a field stands, its quotes included. */
function extentOf({ text, offset }: CsvField, file: string): { start: number; end: number } {
  return file[offset - 1] === '"'
    ? { start: offset - 1, end: offset + text.replaceAll('"', '""').length + 1 }
    : { start: offset, end: offset + text.length }
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
