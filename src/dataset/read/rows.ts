import { type Diagnostic, errorAt, type Place } from '../../diagnostic.ts'
import { placeAt, type SourceText, tooLargeHint } from '../../files/source-text.ts'
import { constants } from '../../memory/derived.ts'
import { leadingSpaces } from '../figure/quantity.ts'
import { type CsvField, type CsvRow, readCsv } from '../yaml/csv.ts'
import { type Located, type Path, valueAt } from '../yaml/located.ts'
import type { ObservationItem } from './draft.ts'
import { observationSchema } from './schema.ts'
import { validate } from './validate.ts'

/** The columns of an observation table, in order; each holds text as in the dataset, or is empty. */
export const rowColumns = [
  'indicator',
  'period',
  'value',
  'since',
  'by',
  'rate',
  'basis',
  'status',
  'source',
  'paragraph',
  'locator',
  'speaker',
  'printed',
  'note',
  'plausible',
  'change-source',
  'change-paragraph',
  'change-locator',
  'change-speaker',
  'printed-by',
  'printed-rate',
  'category',
] as const

export type RowColumn = (typeof rowColumns)[number]

/** The columns that a table of observations must have. */
export const requiredColumns = ['indicator', 'period', 'value'] as const

/** The columns that a CSV file of observations may have: those of a change go by the level's names. */
export const csvColumns: readonly string[] = rowColumns.filter((column) => !column.includes('-'))

/** The path of a column's field in a YAML observation: `change.by`, or for `printed-by` `change.printed.by`. */
export const fieldPath = constants((column: string): readonly string[] => {
  const [, of = '', key = ''] = /^(change|printed)-(.*)$/.exec(column) ?? []
  if (of === 'printed') return ['change', of, key]
  return of === 'change' ? [of, key] : ['since', 'by', 'rate', 'basis'].includes(column) ? ['change', column] : [column]
})

/** Whether a column is of an observation's change. */
export function isChangeColumn(column: string): boolean {
  return fieldPath(column)[0] === 'change'
}

/** An observation as YAML has it, of fields with their paths. */
export function toEntry<T>(fields: readonly (readonly [path: readonly string[], value: T])[]): NestedEntry<T> {
  const at = (depth: number) =>
    Object.fromEntries(fields.flatMap(([path, value]) => (path.length === depth ? [[path.at(-1), value]] : [])))
  const [own, change, printed] = [at(1), at(2), at(3)]
  const isPrinted = Object.keys(printed).length > 0
  const isMoved = isPrinted || Object.keys(change).length > 0
  return { ...own, ...(isMoved && { change: { ...change, ...(isPrinted && { printed }) } }) }
}

/** Values by their names, or more of them. */
export interface NestedEntry<T> {
  readonly [name: string]: T | NestedEntry<T>
}

/** Each row takes some kilobytes once it is read, and what is wrong with it as many. */
const mostRows = 250_000

/** What a CSV file gives: its observations, what is wrong with it, and the indicators of rows that were left out. */
export interface Rows {
  items: ObservationItem[]
  diagnostics: Diagnostic[]
  dropped: string[]
  /** Whether no row could be read, so that any figure may have been in the file. */
  unread: boolean
}

/** Reads a CSV file of one observation a row: columns indicator, period and value, and any optional ones. */
export function readRows(source: SourceText): Rows {
  if (source.lineStarts.length > mostRows)
    return { items: [], diagnostics: [tooManyRows(source)], dropped: [], unread: true }
  const { value, diagnostics } = readCsv(source, requiredColumns, csvColumns)
  const rows = value ?? []
  const results = rows.map((row) => readRow(row, source))
  return {
    items: results.flatMap(({ items }) => items),
    diagnostics: [...diagnostics, ...results.flatMap((result) => result.diagnostics)],
    dropped: results.flatMap(({ dropped }) => dropped),
    unread: value === undefined,
  }
}

function tooManyRows(source: SourceText): Diagnostic {
  const message = `file has too many lines: ${source.lineStarts.length.toLocaleString('en')}`
  const expected = `at most ${mostRows.toLocaleString('en')}`
  return errorAt(placeAt(source, 0), message, { expected, hint: tooLargeHint })
}

function readRow(row: CsvRow, source: SourceText): Omit<Rows, 'unread'> {
  const located = rowLocated(row, source)
  const indicator = getText(row.fields.get('indicator')) ?? ''
  const { value: entry, diagnostics } = validate(observationSchema, located)
  const dropped = diagnostics.length > 0 ? [indicator] : []
  if (!entry) return { items: [], diagnostics, dropped }
  const item = {
    indicator,
    entry,
    place: located.place,
    isWritten: located.isWritten,
    indicatorPlace: () => located.place(['indicator']),
  }
  return { items: [item], diagnostics, dropped }
}

/** A row as the schema of an observation has it, with the place of each column. */
function rowLocated({ offset, fields }: CsvRow, source: SourceText): Located {
  const text = (name: string) => getText(fields.get(name))
  // Of a row without a level it is the change that was printed so, or the rate.
  const printed = ['value', 'by', 'rate'].find((name) => text(name) !== undefined)
  const written = csvColumns.slice(1).flatMap((name) => {
    const own = name === 'printed' && printed !== undefined && printed !== 'value' ? `printed-${printed}` : name
    const value = name === 'paragraph' ? paragraphs(text(name)) : text(name)
    return value === undefined ? [] : [[fieldPath(own), value] as const]
  })
  const entry = toEntry<string | (number | string)[]>(written)
  const place = (path: Path, index = 0): Place => {
    const field = path.includes('printed') ? fields.get('printed') : fields.get(String(path.findLast(isColumn) ?? ''))
    return placeAt(source, field ? field.offset + leadingSpaces(field.text) + index : offset)
  }
  const isWritten = (path: Path) => valueAt(entry, path) !== undefined
  return { file: source.file, value: entry, dropped: [], isWritten, place, keyPlace: place }
}

function isColumn(step: string | number): boolean {
  return typeof step === 'string' && step !== 'change'
}

/** `4`, `4 5 14` or `4;5;14` as a list of numbers; what is no number stays as it is, for the schema to refuse. */
function paragraphs(text: string | undefined): (number | string)[] | undefined {
  return text?.split(/[\s;,]+/).map((word) => (/^\d+$/.test(word) ? Number(word) : word))
}

function getText(field: CsvField | undefined): string | undefined {
  const text = field?.text.trim()
  return text === '' ? undefined : text
}
