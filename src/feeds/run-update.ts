import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { collectDiagnostics } from '../build/collect-diagnostics.ts'
import type { Log } from '../console/log.ts'
import { findAbsence } from '../dataset/find.ts'
import { groupBy } from '../dataset/group-by.ts'
import { isMap } from '../dataset/is-map.ts'
import { missingFigure } from '../dataset/read/gather-alike.ts'
import { type FeedEntry, figuresSchema } from '../dataset/read/schema.ts'
import type { Dataset } from '../dataset/types.ts'
import { readYaml } from '../dataset/yaml/yaml.ts'
import { type Diagnostic, errorAt, failed, hasErrors, type Outcome, type Place, warningAt } from '../diagnostic.ts'
import { parseDatasetTexts, readDatasetTexts, unreadFiles } from '../edit/dataset-texts.ts'
import type { IncomingRow } from '../edit/rows/merge-rows.ts'
import { seriesOfRow } from '../edit/rows/observation-row.ts'
import { rowsToFill } from '../edit/rows/rows-to-fill.ts'
import { takeIn } from '../edit/rows/take-in.ts'
import { numberIn } from '../edit/rows/unit-in.ts'
import { type WrittenItem, writtenItems } from '../edit/rows/written-items.ts'
import { errorCode } from '../files/explain-write-failure.ts'
import { readFile, statPath } from '../files/read-file.ts'
import { isInside } from '../files/read-inside.ts'
import { sourceText } from '../files/source-text.ts'
import { readFeed } from './read-feed.ts'

type Change = { incoming: IncomingRow; item: WrittenItem; factor: number }
const sayItem = ({ row, file, firstLine }: WrittenItem) => `${row.value} (${file}:${firstLine})`

/** What `briefwright update` was asked for. */
export interface UpdateOrder {
  /** Absolute path of the report folder. */
  folder: string
  /** Whether the programs that the feeds name may be run. */
  mayRun?: boolean | undefined
  /** The day that is written beside what comes in, ISO. */
  day: string
}

/** Output that a feed's program may have, in bytes, and the milliseconds that it may take. */
const most = { bytes: 25_000_000, milliseconds: 120_000 }

/**
 * Takes what a report's feeds yield into its dataset; returns a line for each change, undefined on failure (reported).
 * With any error nothing is written.
 */
export function runUpdate({ folder, mayRun, day }: UpdateOrder, log: Log): string | undefined {
  const texts = readDatasetTexts(folder)
  const { dataset, diagnostics: faults } = parseDatasetTexts(texts)
  const { period } = dataset.report
  // In the middle of a new edition figures are missing that a feed may bring.
  const diagnostics = [...unreadFiles(folder), ...faults.filter((fault) => missingFigure(fault, period) === undefined)]
  if (hasErrors(diagnostics)) {
    for (const diagnostic of diagnostics) log.diagnostic(diagnostic)
    log.say('failed: a feed is taken into a dataset without errors')
    return undefined
  }
  const feeds = getFeeds(texts)
  if (feeds.length === 0) {
    log.say('no feeds: declare them under feeds in a file of data/')
    return ''
  }
  const { note, outcome } = collectDiagnostics()
  const rows = feeds.flatMap((feed) => {
    const table = note(fetchFeed(feed, folder, mayRun))
    return (table && note(readFeed(feed.entry, { ...table, place: feed.place }, dataset, day))) ?? []
  })
  const items = writtenItems(texts, dataset.report.language)
  note({ value: undefined, diagnostics: releaseFaults(rows, items, dataset) })
  const stated = rows.filter(({ row }) => row.value !== '')
  const read = outcome({ rows: stated.filter((row) => !isKnown(row, items, dataset)) })
  // A feed has the last word on its own figures.
  const said = takeIn(read, { texts, dataset, diagnostics: faults, folder, isWhole: false, prefer: 'sheet' }, log)
  if (said !== undefined) sayOpen(folder, log)
  return said
}

/** What a new edition still lacks once its feeds have brought theirs, as one list. */
function sayOpen(folder: string, log: Log): void {
  const texts = readDatasetTexts(folder)
  const { dataset, diagnostics } = parseDatasetTexts(texts)
  const { period, language } = dataset.report
  const asked = diagnostics.flatMap((fault) => missingFigure(fault, period) ?? [])
  const rows = writtenItems(texts, language).map(({ row }) => row)
  const due = rowsToFill(rows, dataset)
    .map(seriesOfRow)
    .filter((series) => !findAbsence(dataset, `${series}@${period}`))
  const open = [...new Set([...asked, ...due])]
  if (open.length === 0) return
  const hint = 'write them, or under absent: in the dataset why not'
  log.say(`still open of ${period}: ${open.join(', ')}; ${hint}; briefwright check names what else they are asked for`)
}

/** Whether the dataset has the figure as it came in, whatever the day on which it first did. */
function isKnown({ row, columns }: IncomingRow, items: readonly WrittenItem[], dataset: Dataset): boolean {
  const quantity = (text: string) => {
    const { quantity: read } = numberIn(text, { column: 'value', indicator: row.indicator, dataset })
    return read ? `${read.value} ${read.precision} ${read.qualifier ?? ''}` : text
  }
  return items.some(
    ({ row: known }) =>
      known.indicator === row.indicator &&
      known.category === row.category &&
      known.period === row.period &&
      (known.status === row.status || !columns.includes('status')) &&
      quantity(known.value) === quantity(row.value),
  )
}

/** The table of a feed: a file of the report folder, or what a program writes; no shell is asked. */
function fetchFeed(
  { entry, place }: Feed,
  folder: string,
  mayRun: boolean | undefined,
): Outcome<{ file: string; bytes: Uint8Array }> {
  const refuse = (message: string, hint?: string) => failed(errorAt(place, message, { hint }))
  const { csv, command } = entry
  if ((csv === undefined) === (command === undefined))
    return refuse('a feed is a csv or a command', 'write one of them')
  if (csv !== undefined) {
    const path = join(folder, csv)
    if (statPath(path) && !isInside(folder, path))
      return refuse(`leads out of the report folder: ${csv}`, 'copy the file into the report folder')
    const { bytes, why } = readFile(path, most.bytes)
    return bytes ? { value: { file: csv, bytes }, diagnostics: [] } : refuse(`cannot be read: ${csv} (${why})`)
  }
  const [program = '', ...args] = command ?? []
  if (!mayRun)
    return refuse(
      `the feed wants to run a program: ${[program, ...args].join(' ')}`,
      'look at it; then allow it: briefwright update --run',
    )
  try {
    const bytes = execFileSync(program, args, {
      cwd: folder,
      maxBuffer: most.bytes,
      timeout: most.milliseconds,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    return { value: { file: program, bytes }, diagnostics: [] }
  } catch (error) {
    return refuse(`the feed’s program failed: ${explainProgram(error)}`)
  }
}

const programFaults: Readonly<Record<string, string>> = {
  ENOENT: 'no such program',
  EACCES: 'not allowed to run it',
  ENOBUFS: `it wrote more than ${most.bytes / 1e6} MB`,
  ETIMEDOUT: `it took longer than ${most.milliseconds / 1000} seconds`,
}

function explainProgram(error: unknown): string {
  const said = error instanceof Error ? error.message.split('\n').slice(0, 3).join('; ') : String(error)
  return programFaults[errorCode(error)] ?? said
}

/** A feed, and where it is declared. */
interface Feed {
  entry: FeedEntry
  place: Place
}

/** The feeds that a dataset's files declare; those that the schema refuses are reported where the dataset is read. */
function getFeeds(texts: ReadonlyMap<string, string>): Feed[] {
  return [...texts].flatMap(([path, text]) => {
    if (!path.endsWith('.yaml')) return []
    const located = readYaml(sourceText(path, text)).value
    const read = located && figuresSchema.shape.feeds.safeParse(isMap(located.value) ? located.value.feeds : undefined)
    return (read?.data ?? []).map((entry, index) => ({
      entry,
      place: located?.place(['feeds', index]) ?? { file: path, line: 1, column: 1 },
    }))
  })
}

/**
 * What a new release of a table does to the figures that the dataset has of it, and a revision hardly does: one becomes
 * ten or a thousand times what it was, or all
 * change by one factor, which is an error, for their unit, scale or base is another; one is no longer there, which is a
 * warning.
 */
function releaseFaults(rows: readonly IncomingRow[], items: readonly WrittenItem[], dataset: Dataset): Diagnostic[] {
  const getValue = ({ indicator, value }: { indicator: string; value: string }) =>
    numberIn(value, { column: 'value', indicator, dataset }).quantity?.value.toNumber()
  const written = groupBy(items, ({ row }) => seriesOfRow(row))
  return [...groupBy(rows, ({ row }) => seriesOfRow(row))].flatMap(([series, group]) => {
    const known = written.get(series) ?? []
    const knownAt = new Map(known.map((item) => [item.row.period, item]))
    const changed = group.flatMap((incoming) => {
      const item = knownAt.get(incoming.row.period)
      const factor = (getValue(incoming.row) ?? 0) / ((item && getValue(item.row)) ?? 0)
      const isOne = item?.row.plausible === '' && factor !== 0 && Number.isFinite(factor)
      return isOne ? [{ incoming, item, factor }] : []
    })
    return [...rescaled(series, changed), ...gone(series, group, known)]
  })
}

function rescaled(series: string, changed: readonly Change[]): Diagnostic[] {
  const factors = changed.map(({ factor }) => factor)
  const [least, most] = [Math.min(...factors), Math.max(...factors)]
  const isAlike = factors.length > 2 && least > 0 && most / least < 1.002 && Math.abs(least - 1) > 0.03
  // From 1 to 10, or 100 to 1,000, something may have grown.
  const found = changed.find(({ factor, item }) => {
    const power = Math.abs(Math.log10(Math.abs(factor)))
    const isScale = power > 0.9 && Math.abs(power - Math.round(power)) < 0.01
    return isAlike || (isScale && /\d\D*[1-9]/.test(item.row.value))
  })
  if (!found) return []
  const { row, place } = found.incoming
  const what = isAlike ? `all ${factors.length} figures change by one factor` : 'hardly a revision'
  const message = `${what}: ${series} in ${row.period}: ${sayItem(found.item)} → ${row.value}`
  const hint = 'its unit, scale or base may be another now; where it is right, write it there, with plausible: and why'
  return [errorAt(place, message, { hint })]
}

/** A warning for figures of the feed's source that lie among its periods and have no row, or no value, any more. */
function gone(series: string, group: readonly IncomingRow[], known: readonly WrittenItem[]): Diagnostic[] {
  const getForm = (period: string) => period.replaceAll(/\d/g, '0')
  const values = new Map(group.map(({ row }) => [row.period, row.value]))
  const forms = groupBy([...values.keys()].sort(), getForm)
  const lost = known.filter(({ row: { period, source, value } }) => {
    const [first = period, ...others] = forms.get(getForm(period)) ?? []
    const isWithin = first < period && period < (others.at(-1) ?? period)
    return source === group[0]?.row.source && /\d/.test(value) && (values.get(period) ?? (isWithin ? '' : value)) === ''
  })
  if (lost.length === 0 || !group[0]) return []
  const said = lost.map((item) => `${item.row.period}: ${sayItem(item)}`)
  const message = `no longer in the table, and kept: ${series} in ${said.join(', ')}`
  const hint = 'where it was withdrawn, delete it there, or say why it is absent'
  return [warningAt(group[0].place, message, { hint })]
}
