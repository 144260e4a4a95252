import { basename, join } from 'node:path'
import { z } from 'zod'
import type { Log } from '../console/log.ts'
import { showPath } from '../console/show-path.ts'
import type { Dataset } from '../dataset/types.ts'
import { type Diagnostic, failed, type Outcome, plainError } from '../diagnostic.ts'
import { parseDatasetTexts, readDatasetTexts, unreadFiles } from '../edit/dataset-texts.ts'
import type { IncomingTable } from '../edit/rows/merge-rows.ts'
import type { Preference } from '../edit/rows/preferences.ts'
import { takeIn } from '../edit/rows/take-in.ts'
import { parseJsonAs } from '../files/parse-json.ts'
import { readFile } from '../files/read-file.ts'
import { sha256 } from '../files/sha256.ts'
import { writeOutputs } from '../files/write-outputs.ts'
import { fromExported, toExported } from './exported-row.ts'
import { readFiguresCsv } from './figures-csv.ts'
import { mostTableBytes } from './limits.ts'
import { readFiguresWorkbook } from './read-figures-workbook.ts'
import type { ExchangeOrder } from './run-export.ts'

/** What `briefwright import` was asked for. */
export interface ImportOrder extends ExchangeOrder {
  /** Which side is taken where both edited a figure; undefined: that is an error. */
  prefer?: Preference | undefined
  isDryRun?: boolean | undefined
}

/**
 * Takes what was edited in a table of figures into a report's dataset; each change as a line, or undefined where it did
 * not go
 * well, which is reported. Where the figures that came in contradict the others, were edited in the dataset too, or
 * cannot be
 * read, the dataset stays as it was.
 */
export async function runImport(order: ImportOrder, log: Log): Promise<string | undefined> {
  const { file, format, folder, prefer, isDryRun } = order
  const texts = readDatasetTexts(folder)
  const { dataset, diagnostics } = parseDatasetTexts(texts)
  const read = await readTable(file, format, dataset)
  const since = {
    value: read.value && sinceLastImport(read.value, folder),
    diagnostics: [...unreadFiles(folder), ...read.diagnostics],
  }
  const said = takeIn(since, { texts, dataset, diagnostics, folder, isWhole: true, prefer, isDryRun }, log)
  if (said === undefined || isDryRun || !read.value) return said
  for (const diagnostic of rememberImport(read.value, folder)) log.diagnostic(diagnostic)
  return said
}

async function readTable(file: string, format: 'xlsx' | 'csv', dataset: Dataset): Promise<Outcome<IncomingTable>> {
  const { bytes, why } = readFile(file, mostTableBytes)
  if (!bytes) return failed(plainError(`cannot be read: ${showPath(file)} (${why})`))
  const name = basename(file)
  return format === 'csv' ? readFiguresCsv(name, bytes, dataset) : await readFiguresWorkbook(name, bytes, dataset)
}

/** What tables held at their last import, newest first: `out/imports.json`. Without it the export counts. */
const name = 'imports.json'
const schema = z.array(z.object({ table: z.string(), rows: z.array(z.string()) }))

/** Tables that are remembered: as many as people edit at once. */
const remembered = 20
const mostBytes = 50_000_000

/** The table with what it held at its last import, if known: it may stay open in a spreadsheet after that. */
function sinceLastImport(table: IncomingTable, folder: string): IncomingTable {
  const last = table.exported && readRecords(folder).find((one) => one.table === getIdentity(table))
  if (!table.exported || !last) return table
  return { ...table, exported: { ...table.exported, rows: last.rows.flatMap((text) => fromExported(text) ?? []) } }
}

/** Remembers what a table held when it was imported; a warning where that cannot be written. */
function rememberImport(table: IncomingTable, folder: string): Diagnostic[] {
  if (!table.exported) return []
  const identity = getIdentity(table)
  const own = { table: identity, rows: table.rows.map(({ row }) => toExported(row)) }
  const others = readRecords(folder).filter((one) => one.table !== identity)
  const text = `${JSON.stringify([own, ...others].slice(0, remembered), null, 1)}\n`
  const faults = writeOutputs(join(folder, 'out'), [{ name, bytes: Buffer.from(text) }])
  return faults.map((fault) => ({ ...fault, severity: 'warning' }))
}

/** An export, by all that it held. */
function getIdentity({ exported }: IncomingTable): string {
  const rows = (exported?.rows ?? []).map(toExported).toSorted()
  return sha256(rows.join('\n')).slice(0, 16)
}

const isRecords = (value: unknown): value is z.infer<typeof schema> => schema.safeParse(value).success

function readRecords(folder: string): z.infer<typeof schema> {
  const { bytes } = readFile(join(folder, 'out', name), mostBytes)
  return (bytes && parseJsonAs(Buffer.from(bytes).toString('utf8'), isRecords)) ?? []
}
