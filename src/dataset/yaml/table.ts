import type { Outcome } from '../../diagnostic.ts'
import { type SourceText, sourceText } from '../../files/source-text.ts'
import type { CsvField } from './csv.ts'
import { readCsv, readRecords, type Separator } from './csv.ts'

/** A row of a table by column name. */
export type CsvRecord = ReadonlyMap<string, CsvField>

/** A CSV table of whatever columns. */
export interface CsvTable {
  names: string[]
  rows: CsvRecord[]
}

/** Reads a CSV table with a head, parted by commas or the sign that is given; ragged rows are errors. */
export function readTable(source: SourceText, separator?: Separator): Outcome<CsvTable> {
  const end = /\r\n|\n|\r|$/.exec(source.text)?.index ?? 0
  const [head = []] = readRecords(sourceText(source.file, source.text.slice(0, end)), separator).records
  const names = head.map(({ text }) => text.trim())
  const { value, diagnostics } = readCsv(source, [], names, separator)
  return { value: value && { names, rows: value.map(({ fields }) => fields) }, diagnostics }
}
