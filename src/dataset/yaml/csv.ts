import { type Diagnostic, errorAt, failed, type Outcome, suggest } from '../../diagnostic.ts'
import { placeAt, type SourceText } from '../../files/source-text.ts'

/** A field of a CSV file: its text without quotes, and the offset of its first character. */
export interface CsvField {
  text: string
  offset: number
}

/** A row by column name; empty fields are left out of `fields` but keep their places. */
export interface CsvRow {
  /** Offset of the row's first character. */
  offset: number
  fields: ReadonlyMap<string, CsvField>
}

/** A table's field separator: spreadsheets write semicolons or tabs where a comma is the decimal sign. */
export type Separator = ',' | ';' | '\t'

/** What may stand in a field without quotes, by the sign that ends it. */
const plainFields = { ',': /[^,\r\n]*/y, ';': /[^;\r\n]*/y, '\t': /[^\t\r\n]*/y }

/** The sign that parts the fields of a table, by its head. */
export function getSeparator({ text }: SourceText): Separator {
  const [head = ''] = text.replaceAll(/"[^"]*"/g, '').split(/[\r\n]/, 1)
  const count = (sign: Separator) => head.split(sign).length - 1
  return ([';', '\t'] as const).find((sign) => count(sign) > 0 && count(sign) >= count(',')) ?? ','
}

/**
 * Reads a CSV file (RFC 4180: commas, or the sign that is given, quotes doubled inside quotes, line ends inside quotes,
 * CRLF or LF) whose header names
 * each of the required columns and no others than the known. Ragged rows are errors and left out.
 */
export function readCsv(
  source: SourceText,
  required: readonly string[],
  known: readonly string[],
  separator?: Separator,
): Outcome<CsvRow[]> {
  const parted = separator ? undefined : partedOtherwise(source)
  if (parted) return failed(parted)
  const { records, diagnostics } = readRecords(source, separator)
  const [header, ...rows] = records
  if (!header) {
    const expected = required.length === 0 ? 'a header' : `a header: ${required.join(',')}`
    return {
      value: undefined,
      diagnostics: [...diagnostics, errorAt(placeAt(source, 0), 'file is empty', { expected })],
    }
  }
  const faults = headerFaults(source, header, required, known)
  if (faults.length > 0) return { value: undefined, diagnostics: [...diagnostics, ...faults] }
  const names = header.map(({ text }) => text.trim())
  const [even, ragged] = partition(rows, (row) => row.length === names.length)
  // A quote that is not closed takes the rest of the file into its row.
  const isCut = diagnostics.some(({ message }) => message === notClosed)
  const raggedFaults = (isCut ? ragged.slice(0, -1) : ragged).map((row) => raggedFault(source, row, names))
  return { value: even.map((row) => toRow(row, names)), diagnostics: [...diagnostics, ...raggedFaults] }
}

const notClosed = 'a quote is not closed'

/** An error for fields not separated by commas, as spreadsheets write where a comma is the decimal sign. */
function partedOtherwise(source: SourceText): Diagnostic | undefined {
  const sign = getSeparator(source)
  if (sign === ',') return undefined
  const hint = 'save it with commas between them (figures may be edited in a workbook: briefwright export figures.xlsx)'
  return errorAt(placeAt(source, 0), `its fields are parted by ${sign === ';' ? 'semicolons' : 'tabs'}`, { hint })
}

function toRow(record: readonly CsvField[], names: readonly string[]): CsvRow {
  const fields = record.map((field, index) => [names[index] ?? '', field] as const)
  return { offset: record[0]?.offset ?? 0, fields: new Map(fields) }
}

function headerFaults(
  source: SourceText,
  header: readonly CsvField[],
  required: readonly string[],
  known: readonly string[],
): Diagnostic[] {
  const names = header.map(({ text }) => text.trim())
  const expected = `one of ${known.join(', ')}`
  const unknown = header.flatMap(({ text, offset }, index) => {
    const name = text.trim()
    const place = placeAt(source, offset)
    if (!known.includes(name))
      return [
        errorAt(place, `unknown column: ${name}`, { expected, hint: suggest(name, known) ?? categoryHint(known) }),
      ]
    return names.indexOf(name) < index ? [errorAt(place, `duplicate column: ${name}`)] : []
  })
  const missing = required.filter((name) => !names.includes(name))
  // A misspelt column is one fault, not an unknown and a missing one.
  const isMisspelt = names.some((name) => !known.includes(name) && suggest(name, known) !== undefined)
  if (isMisspelt || missing.length === 0) return unknown
  const place = placeAt(source, header[0]?.offset ?? 0)
  return [
    ...unknown,
    ...missing.map((name) =>
      errorAt(place, `missing column: ${name}`, { expected: `a header: ${required.join(',')}` }),
    ),
  ]
}

function categoryHint(known: readonly string[]): string | undefined {
  return known.includes('category')
    ? 'the categories of a dimension stand in the column category: 16-24, or age=16-24, region=wales'
    : undefined
}

function raggedFault(source: SourceText, row: readonly CsvField[], names: readonly string[]): Diagnostic {
  const surplus = row[names.length]
  const place = placeAt(source, (surplus ?? row[0])?.offset ?? 0)
  const hint = surplus ? 'quote a field that holds a comma: "961,000"' : 'end the row with a comma for each empty field'
  const expected = `${names.length} fields, as the header has`
  return errorAt(place, `the row has ${row.length} fields`, { expected, hint })
}

/** The records of a CSV text, blank lines left out; a quote that is not closed is an error where it opens. */
export function readRecords(
  source: SourceText,
  separator: Separator = ',',
): { records: CsvField[][]; diagnostics: Diagnostic[] } {
  const { text } = source
  const records: CsvField[][] = []
  const diagnostics: Diagnostic[] = []
  let record: CsvField[] = []
  let position = 0
  while (position < text.length) {
    const { field, end, fault } = readField(source, position, separator)
    if (fault) diagnostics.push(fault)
    record.push(field)
    const lineEnd = /\r\n|\n|\r/y
    lineEnd.lastIndex = end
    const newline = lineEnd.exec(text)?.[0]
    position = end + (newline?.length ?? 1)
    if (newline === undefined && position < text.length) continue
    // A separator that ends the text is followed by one more, empty field.
    if (newline === undefined && position === text.length && text[end] === separator)
      record.push({ text: '', offset: position })
    if (record.length > 1 || record[0]?.text.trim()) records.push(record)
    record = []
  }
  return { records, diagnostics }
}

/** One field from an offset to the separator, line end or end of text after it. */
function readField(
  source: SourceText,
  offset: number,
  separator: Separator,
): { field: CsvField; end: number; fault?: Diagnostic } {
  const { text } = source
  if (text[offset] !== '"') {
    const plain = plainFields[separator]
    plain.lastIndex = offset
    const found = plain.exec(text)?.[0] ?? ''
    return { field: { text: found, offset }, end: offset + found.length }
  }
  const quoted = /"([^"]*(?:""[^"]*)*)"/y
  quoted.lastIndex = offset
  const match = quoted.exec(text)
  if (!match) {
    const fault = errorAt(placeAt(source, offset), notClosed, {
      hint: 'a quote inside a quoted field is written twice: ""',
    })
    return { field: { text: '', offset }, end: text.length, fault }
  }
  const [whole, inner = ''] = match
  const end = offset + whole.length
  const after = plainFields[separator]
  after.lastIndex = end
  const rest = after.exec(text)?.[0] ?? ''
  const field = { text: inner.replaceAll('""', '"'), offset: offset + 1 }
  if (rest.trim() === '') return { field, end: end + rest.length }
  const hint = 'a quote inside a quoted field is written twice: ""'
  return {
    field,
    end: end + rest.length,
    fault: errorAt(placeAt(source, end), `text after a closing quote: ${rest.trim()}`, { hint }),
  }
}

function partition<T>(items: readonly T[], accept: (item: T) => boolean): [T[], T[]] {
  return [items.filter(accept), items.filter((item) => !accept(item))]
}

/** A text as a field of a CSV file, quoted where it must be (RFC 4180). */
export function quoteCsv(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A text with an apostrophe before it where a spreadsheet would take it for a formula when it opens the CSV file. */
export function guardFormula(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
