import type { Diagnostic, Place } from '../../diagnostic.ts'
import { placeAt, type SourceText, tooLargeHint } from '../../files/source-text.ts'
import { leadingSpaces } from '../figure/quantity.ts'
import { type CsvField, type CsvRow, readCsv } from '../yaml/csv.ts'
import { errorAt, type Located, type Path, valueAt } from '../yaml/located.ts'
import type { ObservationItem } from './draft.ts'
import { observationSchema } from './schema.ts'
import { validate } from './validate.ts'

const required = ['indicator', 'period', 'value']
const optional = [
  'category',
  'status',
  'source',
  'paragraph',
  'locator',
  'speaker',
  'printed',
  'note',
  'plausible',
  'since',
  'by',
  'rate',
  'basis',
]

/** The columns that a CSV file of observations may have. */
export const csvColumns: readonly string[] = [...required, ...optional]

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

/** Reads a CSV file of observations, one a row, with the columns indicator, period, value and any of the optional ones. */
export function readRows(source: SourceText): Rows {
  if (source.lineStarts.length > mostRows)
    return { items: [], diagnostics: [tooManyRows(source)], dropped: [], unread: true }
  const { value, diagnostics } = readCsv(source, required, csvColumns)
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
  const [value, by, rate, printed] = [text('value'), text('by'), text('rate'), text('printed')]
  const printedName =
    value !== undefined ? undefined : by !== undefined ? 'by' : rate !== undefined ? 'rate' : undefined
  const change = present({
    since: text('since'),
    by,
    rate,
    basis: text('basis'),
    ...(printed !== undefined && printedName && { printed: { [printedName]: printed } }),
  })
  const entry = present({
    period: text('period'),
    category: text('category'),
    value,
    status: text('status'),
    source: text('source'),
    paragraph: paragraphs(text('paragraph')),
    locator: text('locator'),
    speaker: text('speaker'),
    printed: printedName ? undefined : printed,
    note: text('note'),
    plausible: text('plausible'),
    change: Object.keys(change).length > 0 ? change : undefined,
  })
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

function present(entry: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined))
}
