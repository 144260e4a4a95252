import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { collectDiagnostics } from '../build/collect-diagnostics.ts'
import type { Log } from '../console/log.ts'
import { findAbsence } from '../dataset/find.ts'
import { isMap } from '../dataset/is-map.ts'
import { missingFigure } from '../dataset/read/gather-alike.ts'
import { type FeedEntry, figuresSchema } from '../dataset/read/schema.ts'
import type { Dataset } from '../dataset/types.ts'
import { readYaml } from '../dataset/yaml/yaml.ts'
import { errorAt, failed, hasErrors, type Outcome, type Place } from '../diagnostic.ts'
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
import { releaseFaults } from './release-faults.ts'

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
