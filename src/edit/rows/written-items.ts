import { isMap } from '../../dataset/is-map.ts'
import { toLocalText } from '../../dataset/read/local-text.ts'
import { csvColumns, fieldPath, type RowColumn, requiredColumns, rowColumns } from '../../dataset/read/rows.ts'
import type { LocalTextEntry } from '../../dataset/read/schema.ts'
import { type CsvRow, readCsv } from '../../dataset/yaml/csv.ts'
import { type Path, valueAt } from '../../dataset/yaml/located.ts'
import { readYaml } from '../../dataset/yaml/yaml.ts'
import { placeAt, type SourceText, sourceText } from '../../files/source-text.ts'
import { textTag } from '../../locale/languages.ts'
import { type ObservationRow, toRow } from './observation-row.ts'

/** A written observation and where it stands. */
export interface WrittenItem {
  row: ObservationRow
  file: string
  /** Lines of the file that it takes, from 1. */
  firstLine: number
  lastLine: number
  /** The line on which a column's field stands; of one that is not there, a line of the observation. */
  lineOf(column: RowColumn): number
  at: { type: 'yaml'; path: Path } | { type: 'csv'; fields: CsvRow['fields']; offset: number }
}

/**
 * All observations that the dataset's files state, in the order of files and lines. Those that are formulas and nothing
 * else
 * are left out. `language` is that of the notes.
 */
export function writtenItems(texts: ReadonlyMap<string, string>, language: string): WrittenItem[] {
  return [...texts].flatMap(([path, text]) => {
    const source = sourceText(path, text)
    return path.endsWith('.csv') ? csvItems(source) : yamlItems(source, language)
  })
}

function yamlItems(source: SourceText, language: string): WrittenItem[] {
  const located = readYaml(source).value
  if (!located) return []
  return Object.entries(getMap(getMap(located.value).indicators)).flatMap(([indicator, entry]) =>
    getList(getMap(entry).observations).flatMap((item, index): WrittenItem[] => {
      const fields = getMap(item)
      if (fields.value === undefined && fields.change === undefined) return []
      const path = ['indicators', indicator, 'observations', index]
      const firstLine = located.place(path).line
      const row = yamlRow(indicator, fields, language)
      return [
        {
          row,
          file: source.file,
          firstLine,
          lastLine: lastLine(path, item, located.place),
          lineOf: (column) => located.place([...path, ...fieldPath(column)]).line,
          at: { type: 'yaml', path },
        },
      ]
    }),
  )
}

function yamlRow(indicator: string, fields: Record<string, unknown>, language: string): ObservationRow {
  const texts = rowColumns.map((column) => {
    const value = valueAt(fields, fieldPath(column))
    return [
      column,
      getText(
        column === 'note' && isMap(value) ? toLocalText(value as LocalTextEntry, language)[textTag(language)] : value,
      ),
    ]
  })
  return toRow({ ...Object.fromEntries(texts), indicator })
}

/** The line on which the last value of an item stands. */
function lastLine(path: Path, value: unknown, place: (path: Path) => { line: number }): number {
  const below = isMap(value) ? Object.entries(value) : Array.isArray(value) ? [...value.entries()] : []
  return Math.max(place(path).line, ...below.map(([key, child]) => lastLine([...path, key], child, place)))
}

function csvItems(source: SourceText): WrittenItem[] {
  const { value: rows = [] } = readCsv(source, requiredColumns, csvColumns)
  return rows.map(({ fields, offset }) => {
    const text = (name: string) => fields.get(name)?.text.trim() ?? ''
    const { line } = placeAt(source, offset)
    const isLevel = text('value') !== ''
    const row = toRow({
      ...Object.fromEntries([...fields.keys()].map((name) => [name, text(name)])),
      printed: isLevel ? text('printed') : '',
      'printed-by': isLevel ? '' : text('printed'),
      paragraph: text('paragraph')
        .split(/[\s;,]+/)
        .join(', '),
    })
    return {
      row,
      file: source.file,
      firstLine: line,
      lastLine: line,
      lineOf: () => line,
      at: { type: 'csv', fields, offset },
    }
  })
}

function getText(value: unknown): string {
  // Of a value in each language's own form.
  if (isMap(value))
    return Object.entries(value)
      .map(([tag, one]) => `${tag}: ${getText(one)}`)
      .join('; ')
  if (Array.isArray(value)) return value.join(', ')
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}

function getList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function getMap(value: unknown): Record<string, unknown> {
  return isMap(value) ? value : {}
}
