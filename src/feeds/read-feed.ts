import { readForms } from '../dataset/figure/join-forms.ts'
import { parsePeriod, periodForms } from '../dataset/figure/period.ts'
import { getDimensions, toSeries } from '../dataset/figure/series.ts'
import { commaScales } from '../dataset/figure/unit/scales.ts'
import type { RowColumn } from '../dataset/read/rows.ts'
import type { FeedEntry } from '../dataset/read/schema.ts'
import type { Dataset, Observation } from '../dataset/types.ts'
import { type CsvField, getSeparator, type Separator } from '../dataset/yaml/csv.ts'
import { type CsvRecord, type CsvTable, readTable } from '../dataset/yaml/table.ts'
import { type Diagnostic, errorAt, failed, type Outcome, type Place, suggest, warningAt } from '../diagnostic.ts'
import type { IncomingRow } from '../edit/rows/merge-rows.ts'
import { seriesOfRow, toRow } from '../edit/rows/observation-row.ts'
import { unitIn } from '../edit/rows/unit-in.ts'
import { getPeriod, getStatus, ownStructure, plainNumber, statusCodes, writeSdmxValue } from '../edit/sdmx.ts'
import { decodeFile, placeAt, type SourceText } from '../files/source-text.ts'
import { getLocale } from '../locale/get-locale.ts'
import { formFault, unclearSign, withDecimalPoint, workbookFault } from './table-form.ts'
import { unitFaults } from './unit-faults.ts'

/** Columns of SDMX-CSV, which need no map; Eurostat's flag, and the names of the ILO's own tables. */
const sdmxColumns = {
  indicator: ['INDICATOR'],
  period: ['TIME_PERIOD', 'time'],
  value: ['OBS_VALUE', 'obs_value'],
  status: ['OBS_STATUS', 'OBS_FLAG', 'obs_status'],
  multiplier: ['UNIT_MULT'],
  decimals: ['DECIMALS'],
  qualifier: ['QUALIFIER'],
  forms: ['FORMS'],
} as const satisfies Record<string, readonly string[]>

type Part = keyof typeof sdmxColumns
type ColumnMap = Readonly<Partial<Record<Part, string>>>

/** The columns of a new or changed figure that every feed fills; the status only where the feed has a column for it. */
const mapped = ['indicator', 'period', 'value', 'source', 'locator'] as const

/**
 * The figures of a table that a feed yielded, one row each. `day` (ISO) is written beside each that comes in as the day
 * of its
 * retrieval. Rows that the feed does not ask for are left out; an unknown column, code or value is an error at its
 * place.
 */
export function readFeed(
  feed: FeedEntry,
  { file, bytes, place }: { file: string; bytes: Uint8Array; place: Place },
  dataset: Dataset,
  day: string,
): Outcome<IncomingRow[]> {
  // What a feed may yield is bounded where it is fetched; most of its rows may be of other countries.
  const workbook = workbookFault(file, bytes)
  if (workbook) return failed(workbook)
  const { value: source, diagnostics } = decodeFile({ path: file, bytes, size: 0 })
  if (!source) return { value: undefined, diagnostics }
  const other = formFault(source)
  if (other) return failed(other)
  const separator = getSeparator(source)
  const { value: table, diagnostics: faults } = readTable(source, separator)
  if (!table || faults.length > 0) return { value: undefined, diagnostics: faults }
  const columns = getColumns(feed, table)
  const unknown = columnFaults(feed, columns, table, place)
  if (unknown.length > 0) return { value: undefined, diagnostics: unknown }
  const asked = table.rows.filter((row) => isAsked(feed, row))
  const { rows, leftOut } = takeExported(asked, table, feed.rows?.MEASURE !== undefined, file, place)
  const whole = getIndicators(dataset, ({ measure, quantity }) => measure !== 'value' || quantity.precision >= 0)
  const form = { source, separator, whole }
  const read = rows.map((from) => ({ from, ...readRow(from, feed, columns, form, dataset, day) }))
  const found = read.flatMap(({ from, rows }) => rows.map((row) => ({ from, row })))
  const faulty = read.flatMap((one) => one.diagnostics)
  // What is not clear of a table is asked once.
  const asks = faulty.find(({ message }) => message.startsWith(unclearSign))
  const wrong = faulty.filter((one) => one === asks || !one.message.startsWith(unclearSign))
  const gone = goneCodes(feed, rows, place, columns.indicator)
  if (found.length === 0 && wrong.length === 0) {
    const message = `no row of ${file} is what the feed asks for: ${JSON.stringify(feed.rows ?? {})}`
    return { value: undefined, diagnostics: [errorAt(place, message), ...leftOut, ...gone] }
  }
  const stated = found.filter(({ row }) => row.row.value !== '')
  const ofPeriods = periodFaults(stated, dataset)
  const units = unitFaults(stated, feed.write !== undefined, source, dataset)
  return {
    value: found.map(({ row }) => row),
    diagnostics: [...leftOut, ...gone, ...wrong, ...ofPeriods, ...ambiguous(stated, columns), ...units],
  }
}

/** The indicators that have figures, all of which are so. */
function getIndicators({ observations }: Dataset, isSo: (figure: Observation) => boolean): Set<string> {
  const all = [...observations.values()]
  const others = new Set(all.filter((figure) => !isSo(figure)).map(({ indicator }) => indicator))
  return new Set(all.flatMap(({ indicator }) => (others.has(indicator) ? [] : [indicator])))
}

/**
 * An error for the first period that is none, or a day of an indicator of longer ones alone: the columns are exchanged,
 * or dates stand for something.
 */
function periodFaults(found: readonly { row: IncomingRow }[], dataset: Dataset): Diagnostic[] {
  const isDay = (period: string) => parsePeriod(period)?.form === 'day'
  const isYear = (text: string) => /^(1[6-9]|20)\d\d(?![\d.,])/.test(text)
  const longer = getIndicators(dataset, ({ period }) => !isDay(period))
  const isExchanged = found.every(({ row: { row } }) => isYear(row.value) && !isYear(row.period))
  const isOdd = ({ indicator, period }: IncomingRow['row']) =>
    isExchanged || !parsePeriod(period) || (isDay(period) && longer.has(indicator))
  const odd = found.find(({ row }) => isOdd(row.row))?.row
  if (!odd) return []
  const { indicator, period, value } = odd.row
  const other = isDay(period) ? `a day, where ${indicator} has longer periods` : 'unknown form of period'
  const message = `${isExchanged ? `columns exchanged, for the value is ${value}` : other}: ${period}`
  const hint = 'map: in the feed says which column it is, dates: month what its dates stand for'
  return [errorAt(odd.cell('period').place, message, { expected: periodForms, hint })]
}

/** A warning for each code that a feed lists and no row has, with the codes not listed: it may have been renamed. */
function goneCodes(feed: FeedEntry, rows: CsvTable['rows'], place: Place, indicator?: string): Diagnostic[] {
  const lists = [
    { column: indicator, categories: feed.indicators },
    ...Object.entries(feed.dimensions ?? {}).map(([id, list]) => ({ column: id.toUpperCase(), ...list })),
  ]
  return lists.flatMap(({ column, categories = {} }) => {
    const listed = column === undefined || rows.length === 0 ? [] : Object.keys(categories)
    const said = [...new Set(rows.map((row) => row.get(column ?? '')?.text.trim() ?? ''))]
    const gone = listed.filter((code) => !said.includes(code))
    const others = said.filter((code) => code !== '' && !listed.includes(code)).slice(0, 5)
    const hint = `the column’s codes that the feed does not list: ${others.join(', ') || 'none'}`
    const message = `no row has the ${column} that is listed: ${gone.join(', ')}`
    return gone.length > 0 ? [warningAt(place, message, { hint })] : []
  })
}

/** An error for each figure that two rows of a feed give, with the columns that differ: the feed asks too much. */
function ambiguous(found: readonly { from: CsvRecord; row: IncomingRow }[], columns: ColumnMap): Diagnostic[] {
  const first = new Map<string, { from: CsvRecord; row: IncomingRow }>()
  return found.flatMap((one) => {
    const { period, value } = one.row.row
    const figure = `${seriesOfRow(one.row.row)} in ${period}`
    const other = first.get(figure)
    if (!other) first.set(figure, one)
    if (!other || other.row.row.value === value) return []
    const own = Object.values(columns)
    const isApart = (name: string, text: string) => !own.includes(name) && text !== other.from.get(name)?.text
    const [name, field] = [...one.from].find(([name, { text }]) => isApart(name, text)) ?? []
    const message = `two rows are ${figure}: ${other.row.row.value} (line ${other.row.place.line}) and ${value}`
    const hint = name && field ? `ask for one of them: rows: { ${name}: ${field.text.trim()} }` : 'ask for fewer rows'
    return [errorAt(one.row.place, message, { hint })]
  })
}

/** The feed's own map, and SDMX's columns for what it leaves out where the table has them. */
function getColumns(feed: FeedEntry, { names }: CsvTable): ColumnMap {
  const map: Readonly<Partial<Record<Part, string | undefined>>> = feed.map ?? {}
  const parts = Object.keys(sdmxColumns).filter((part): part is Part => part in sdmxColumns)
  return Object.fromEntries(
    parts.flatMap((part) => {
      const name = map[part] ?? sdmxColumns[part].find((known) => names.includes(known))
      return name === undefined ? [] : [[part, name]]
    }),
  )
}

function columnFaults(feed: FeedEntry, columns: ColumnMap, { names }: CsvTable, place: Place): Diagnostic[] {
  const used = [...Object.values(columns), ...Object.keys(feed.rows ?? {})]
  const unknown = used.filter((name) => !names.includes(name))
  const missing = (['period', 'value'] as const).filter((part) => columns[part] === undefined)
  const hasIndicator = feed.indicator !== undefined || columns.indicator !== undefined
  const fault = (message: string, hint: string): Diagnostic => errorAt(place, message, { hint })
  const columnsAre = `the columns are ${names.join(', ')}`
  return [
    ...unknown.map((name) => fault(`no such column: ${name}`, suggest(name, names) ?? columnsAre)),
    ...missing.map((part) =>
      fault(`the feed does not say which column is the ${part}`, `write map: { ${part}: COLUMN }; ${columnsAre}`),
    ),
    ...(hasIndicator ? [] : [fault('the feed does not say which indicator it is', indicatorHint)]),
  ]
}

const indicatorHint = 'write indicator: ID, or map: { indicator: COLUMN }'

/**
 * A number with the decimal mark of the scale that is written behind it: 1,283 milliards, where a point would part
 * groups.
 */
function withMark(number: string, write: string): string {
  const isOfComma = Object.keys(commaScales).some((scale) => write.toLowerCase().includes(`} ${scale}`))
  return isOfComma ? number.replace('.', ',') : number
}

/** Whether a feed asks for a row; never for one by which SDMX takes a figure back. */
function isAsked({ rows = {} }: FeedEntry, row: CsvRecord): boolean {
  if (rows.ACTION === undefined && row.get('ACTION')?.text.trim() === 'D') return false
  return Object.entries(rows).every(([name, wanted]) => row.get(name)?.text.trim() === String(wanted))
}

function readRow(
  row: CsvRecord,
  feed: FeedEntry,
  columns: ColumnMap,
  { source, separator, whole }: { source: SourceText; separator: Separator; whole: ReadonlySet<string> },
  dataset: Dataset,
  day: string,
): { rows: IncomingRow[]; diagnostics: Diagnostic[] } {
  // A column without a head, as pandas writes its index, is none of them.
  const getField = (part: Part) => (columns[part] === undefined ? undefined : row.get(columns[part]))
  const text = (part: Part) => getField(part)?.text.trim() ?? ''
  const getPlace = (part: Part) => placeAt(source, getField(part)?.offset ?? 0)
  const failed = (part: Part, message: string, hint?: string) => ({
    rows: [],
    diagnostics: [errorAt(getPlace(part), message, { hint })],
  })
  const code = text('indicator')
  const indicator = feed.indicator ?? feed.indicators?.[code] ?? code
  // A column of codes of which only some are asked for.
  if (feed.indicator === undefined && feed.indicators && feed.indicators[code] === undefined)
    return { rows: [], diagnostics: [] }
  const unit = unitIn({ column: 'value', indicator, dataset })
  const named = categoriesIn(row, feed, indicator, dataset)
  if (named === 'not asked for') return { rows: [], diagnostics: [] }
  if ('unknown' in named) return { rows: [], diagnostics: [unknownCategory(named, source)] }
  if (!unit)
    return failed('indicator', `unknown indicator: ${indicator}`, suggest(indicator, dataset.indicators.keys()))
  const sign = feed.signs?.[text('value')]
  const reason = sign === 0 ? undefined : sign
  const said = withDecimalPoint(reason ? '' : String(sign ?? text('value')), feed.decimal, separator)
  if ('fault' in said) return failed('value', said.fault, said.hint)
  const scale = text('multiplier')
  // A program writes 272151.0 beside a missing value: of a count they say nothing, of 255.0 million they do.
  const isCount = whole.has(indicator) && !feed.write && !Number(scale) && text('decimals') === ''
  const number = isCount ? said.text.replace(/(?<=^-?\d+)\.0+$/, '') : said.text
  // A missing value of SDMX: an empty cell, or a colon.
  const isMissing = /^(:.*|NaN|)$/.test(number)
  if (!/^-?\d{0,2}$/.test(scale)) return failed('multiplier', `not a power of ten: ${scale}`, 'expected 0, 3, 6 or 9')
  const digits = plainNumber(Number(scale) === 0 ? number : number.replaceAll(/,(?=\d{3}\b)/g, ''))
  if (digits === undefined && Number(scale) !== 0 && !isMissing)
    return failed('value', `not a plain number: ${number}`, `the column ${columns.multiplier} gives its scale`)
  const written = feed.write
    ? feed.write.replace('{value}', withMark(digits ?? number, feed.write))
    : text('forms') ||
      (digits === undefined
        ? number
        : `${text('qualifier')} ${writeSdmxValue(digits, unit, scale, text('decimals'))}`.trim())
  const [wrong] = readForms(written, unit, dataset.units.values(), 'en').faults
  const isSign = /^[^\d\p{L}]{1,3}$|^x$/iu.test(number)
  const signHint = isSign ? `say what it stands for: signs: { '${number}': suppressed }` : undefined
  if (wrong && !isMissing) return failed('value', wrong.fault, signHint ?? wrong.hint ?? `expected ${wrong.expected}`)
  const place = getPlace('value')
  const { status, others } = getStatus(text('status'))
  const figure = toRow({
    indicator,
    category: named.category,
    period: getPeriod(text('period'), feed.dates),
    value: reason ?? (isMissing ? '' : written),
    status,
    source: feed.source,
    locator: getLocale(dataset.report.language).retrieved(day),
  })
  const incoming = {
    row: figure,
    place,
    columns: takenColumns(named.category, columns),
    name: `${source.file}:${place.line}`,
    cell: (column: RowColumn) => ({ place: column === 'period' ? getPlace('period') : place }),
  }
  // What a status cannot say is reported, so that a person can say it in a note.
  const say = (meaning: string) => `not kept of ${indicator} in ${figure.period}: ${meaning}`
  const hint = 'say it in the note of the figure'
  const unmapped = others.map((meaning) => warningAt(getPlace('status'), say(meaning), { hint }))
  return { rows: [incoming], diagnostics: isMissing ? [] : unmapped }
}

/** The columns of a row that its feed says something of. */
function takenColumns(category: string, { status }: ColumnMap): RowColumn[] {
  return [
    ...mapped,
    ...(category === '' ? [] : ['category' as const]),
    ...(status === undefined ? [] : ['status' as const]),
  ]
}

function unknownCategory({ unknown, field, known }: UnknownCategory, source: SourceText): Diagnostic {
  const hint = suggest(unknown, known) ?? categoryHint
  return errorAt(placeAt(source, field.offset), `unknown category: ${unknown}`, { hint })
}

interface UnknownCategory {
  unknown: string
  field: CsvField
  known: string[]
}

const categoryHint = 'write what the codes mean: dimensions: { age: { column: AGE, categories: { Y16T24: 16-24 } } }'

/** The categories that a row names, as a reference writes them; codes that the feed does not list are left out. */
function categoriesIn(
  row: CsvRecord,
  feed: FeedEntry,
  indicator: string,
  dataset: Dataset,
): { category: string } | UnknownCategory | 'not asked for' {
  const chosen: Record<string, string> = {}
  const dimensions = getDimensions(indicator, dataset)
  for (const { id, categories } of dimensions) {
    const { column = id.toUpperCase(), categories: codes } = feed.dimensions?.[id] ?? {}
    const field = row.get(column)
    const code = field?.text.trim() ?? ''
    if (!field || /^(_T|_Z|total|)$/i.test(code)) continue
    const category = codes ? codes[code] : code.toLowerCase()
    if (category === undefined) return 'not asked for'
    if (category === 'total') continue
    if (!categories.has(category)) return { unknown: category, field, known: [...categories.keys()] }
    chosen[id] = category
  }
  const { key } = toSeries(indicator, chosen, dimensions)
  return { category: key.slice(indicator.length).replace(/^\[|\]$/g, '') }
}

/**
 * The stated levels among rows of this tool's own SDMX-CSV: what is derived follows from them again, and a feed brings
 * no changes and
 * rates. Rows of other makers stay, whose status I says imputed; so does the measure that a feed asks for by name.
 */
function takeExported(
  rows: readonly CsvRecord[],
  { names }: CsvTable,
  asksMeasure: boolean,
  file: string,
  place: Place,
): { rows: CsvRecord[]; leftOut: Diagnostic[] } {
  const says = (row: CsvRecord, name: string) => row.get(name)?.text.trim() ?? ''
  const getKind = (row: CsvRecord): string => {
    if (!says(row, 'STRUCTURE_ID').startsWith(ownStructure)) return 'level'
    if (says(row, 'OBS_STATUS') === statusCodes.derived) return 'derived'
    return asksMeasure || !names.includes('MEASURE') || says(row, 'MEASURE') === 'value' ? 'level' : 'change'
  }
  const kinds = rows.map(getKind)
  const say = (kind: string, what: string) =>
    kinds.includes(kind) ? [`${what}: ${kinds.filter((one) => one === kind).length}`] : []
  const parts = [
    ...say('derived', 'derived figures, which follow from the others'),
    ...say('change', 'changes and rates, which no feed brings'),
  ]
  return {
    rows: rows.filter((_, index) => kinds[index] === 'level'),
    leftOut: parts.length === 0 ? [] : [warningAt(place, `left out of ${file}: ${parts.join('; ')}`)],
  }
}
