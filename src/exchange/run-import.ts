import { basename } from 'node:path'
import type { Log } from '../console/log.ts'
import { showPath } from '../console/show-path.ts'
import type { Dataset } from '../dataset/types.ts'
import type { Outcome } from '../diagnostic.ts'
import { parseDatasetTexts, readDatasetTexts, unreadFiles } from '../edit/dataset-texts.ts'
import type { IncomingTable } from '../edit/rows/merge-rows.ts'
import type { Preference } from '../edit/rows/preferences.ts'
import { takeIn } from '../edit/rows/take-in.ts'
import { readFile } from '../files/read-file.ts'
import { readFiguresCsv } from './figures-csv.ts'
import { rememberImport, sinceLastImport } from './import-record.ts'
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
 * Takes what was edited in a table of figures into a report's dataset; each change as a line, or undefined where it did not go
 * well, which is reported. Where the figures that came in contradict the others, were edited in the dataset too, or cannot be
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
  if (!bytes) {
    return {
      value: undefined,
      diagnostics: [{ severity: 'error', message: `cannot be read: ${showPath(file)} (${why})` }],
    }
  }
  const name = basename(file)
  return format === 'csv' ? readFiguresCsv(name, bytes, dataset) : await readFiguresWorkbook(name, bytes, dataset)
}
