import { isFault, parseQuantity } from '../dataset/quantity.ts'
import type { FeedEntry } from '../dataset/schema.ts'
import { decodeFile, placeAt, type SourceText } from '../dataset/source-text.ts'
import type { Dataset } from '../dataset/types.ts'
import { type Diagnostic, type Outcome, type Place, suggest } from '../diagnostic.ts'
import { unitIn } from '../exchange/figures-workbook.ts'
import type { IncomingRow } from '../exchange/merge-rows.ts'
import { toRow } from '../exchange/observation-row.ts'
import { readTable, type Table, type TableRow } from './read-table.ts'
import { periodOf, statusOf, writtenValue } from './sdmx.ts'

/** Columns of SDMX-CSV, which need no map. */
const sdmxColumns = {
  indicator: 'INDICATOR',
  period: 'TIME_PERIOD',
  value: 'OBS_VALUE',
  status: 'OBS_STATUS',
  multiplier: 'UNIT_MULT',
  decimals: 'DECIMALS',
} as const

type Part = keyof typeof sdmxColumns
type ColumnMap = Readonly<Partial<Record<Part, string>>>

/** The columns of a new or changed figure that a feed has something to say about. */
const told = ['indicator', 'period', 'value', 'status', 'source', 'locator'] as const

/**
 * The figures of a table that a feed yielded, one row each. `day` (ISO) is written beside each that comes in as the day of its
 * retrieval. Rows that the feed does not ask for are left out; an unknown column, code or value is an error at its place.
 */
export function readFeed(
  feed: FeedEntry,
  { file, bytes, place }: { file: string; bytes: Uint8Array; place: Place },
  dataset: Dataset,
  day: string,
): Outcome<IncomingRow[]> {
  const { value: source, diagnostics } = decodeFile({ path: file, bytes })
  if (!source) return { value: undefined, diagnostics }
  const { value: table, diagnostics: faults } = readTable(source)
  if (!table) return { value: undefined, diagnostics: faults }
  const columns = columnsOf(feed, table)
  const unknown = columnFaults(feed, columns, table, place)
  if (unknown.length > 0) return { value: undefined, diagnostics: unknown }
  const asked = table.rows.filter((row) => isAsked(feed, row))
  if (asked.length === 0) {
    const message = `no row of ${file} is what the feed asks for: ${JSON.stringify(feed.rows ?? {})}`
    return { value: undefined, diagnostics: [{ severity: 'error', message, place }] }
  }
  const read = asked.map((row) => readRow(row, feed, columns, source, dataset, day))
  return { value: read.flatMap(({ rows }) => rows), diagnostics: read.flatMap((one) => one.diagnostics) }
}

/** The feed's own map, and SDMX's columns for what it leaves out where the table has them. */
function columnsOf({ map = {} }: FeedEntry, { names }: Table): ColumnMap {
  const parts = Object.keys(sdmxColumns).filter((part): part is Part => part in sdmxColumns)
  return Object.fromEntries(
    parts.flatMap((part) => {
      const name = map[part] ?? (names.includes(sdmxColumns[part]) ? sdmxColumns[part] : undefined)
      return name === undefined ? [] : [[part, name]]
    }),
  )
}

function columnFaults(feed: FeedEntry, columns: ColumnMap, { names }: Table, place: Place): Diagnostic[] {
  const used = [...Object.values(columns), ...Object.keys(feed.rows ?? {})]
  const unknown = used.filter((name) => !names.includes(name))
  const missing = (['period', 'value'] as const).filter((part) => columns[part] === undefined)
  const hasIndicator = feed.indicator !== undefined || columns.indicator !== undefined
  const fault = (message: string, hint: string): Diagnostic => ({ severity: 'error', message, place, hint })
  return [
    ...unknown.map((name) =>
      fault(`no such column: ${name}`, suggest(name, names) ?? `the columns are ${names.join(', ')}`),
    ),
    ...missing.map((part) =>
      fault(`the feed does not say which column is the ${part}`, `write map: { ${part}: COLUMN }`),
    ),
    ...(hasIndicator
      ? []
      : [fault('the feed does not say which indicator it is', 'write indicator: ID, or map: { indicator: COLUMN }')]),
  ]
}

function isAsked({ rows = {} }: FeedEntry, row: TableRow): boolean {
  return Object.entries(rows).every(([name, wanted]) => row.get(name)?.text.trim() === String(wanted))
}

function readRow(
  row: TableRow,
  feed: FeedEntry,
  columns: ColumnMap,
  source: SourceText,
  dataset: Dataset,
  day: string,
): { rows: IncomingRow[]; diagnostics: Diagnostic[] } {
  const text = (part: Part) => row.get(columns[part] ?? '')?.text.trim() ?? ''
  const placeOf = (part: Part) => placeAt(source, row.get(columns[part] ?? '')?.offset ?? 0)
  const failed = (part: Part, message: string, hint?: string) => ({
    rows: [],
    diagnostics: [{ severity: 'error' as const, message, place: placeOf(part), hint }],
  })
  const code = text('indicator')
  const indicator = feed.indicator ?? feed.indicators?.[code] ?? code
  // A column of codes of which only some are asked for.
  if (feed.indicator === undefined && feed.indicators && feed.indicators[code] === undefined)
    return { rows: [], diagnostics: [] }
  const unit = unitIn('value', indicator, dataset)
  if (!unit)
    return failed('indicator', `unknown indicator: ${indicator}`, suggest(indicator, dataset.indicators.keys()))
  const number = text('value')
  // A missing value of SDMX: an empty cell, or a colon.
  if (/^(:.*|NaN|)$/.test(number)) return { rows: [], diagnostics: [] }
  const isPlain = /^-?\d+(\.\d+)?$/.test(number)
  const written = feed.write
    ? feed.write.replace('{value}', number)
    : isPlain
      ? writtenValue(number, unit, text('multiplier'), text('decimals'))
      : number
  const quantity = parseQuantity(written, unit, dataset.units.values())
  if (isFault(quantity)) return failed('value', quantity.fault, quantity.hint ?? `expected ${quantity.expected}`)
  const place = placeOf('value')
  const figure = toRow({
    indicator,
    period: periodOf(text('period')),
    value: written,
    status: statusOf(text('status')),
    source: feed.source,
    locator: `retrieved ${day}`,
  })
  const incoming = { row: figure, place, columns: told, name: `${source.file}:${place.line}`, cell: () => ({ place }) }
  return { rows: [incoming], diagnostics: [] }
}
