import { basename, dirname } from 'node:path'
import { formatCounts, type Log } from '../console/log.ts'
import { showPath } from '../console/show-path.ts'
import { gatherMissing } from '../dataset/read/gather-missing.ts'
import type { Dataset } from '../dataset/types.ts'
import { type Diagnostic, hasErrors } from '../diagnostic.ts'
import { parseDatasetTexts, readDatasetTexts, unreadFiles } from '../edit/dataset-texts.ts'
import { writtenItems } from '../edit/rows/written-items.ts'
import { toSdmxCsv } from '../edit/sdmx.ts'
import { isAmongSources } from '../files/is-among-sources.ts'
import { writeOutputs } from '../files/write-outputs.ts'
import { toFiguresCsv } from './figures-csv.ts'
import { figuresWorkbook } from './figures-workbook.ts'
import { rowsToFill } from './rows-to-fill.ts'

/** A table of figures, and the report that it is of. */
export interface ExchangeOrder {
  /** Absolute path of the table; its ending says what it is. */
  file: string
  format: 'xlsx' | 'csv'
  /** SDMX-CSV 2.0 in place of this tool's own table; for export. */
  isSdmx?: boolean | undefined
  /** Absolute path of the report folder. */
  folder: string
}

/** Writes the figures of a report as a table; whether it went well. */
export async function runExport({ file, format, folder, isSdmx }: ExchangeOrder, log: Log): Promise<boolean> {
  const refused = isAmongSources(file, folder) ? [amongSources(showPath(file))] : unreadFiles(folder)
  if (refused.length > 0) {
    for (const diagnostic of refused) log.diagnostic(diagnostic)
    log.say(`failed: ${formatCounts(refused)}; nothing was written`)
    return false
  }
  const texts = readDatasetTexts(folder)
  const { dataset, diagnostics } = parseDatasetTexts(texts)
  const rows = writtenItems(texts, dataset.report.language).map(({ row }) => row)
  if (rows.length === 0) {
    for (const diagnostic of diagnostics) log.diagnostic(diagnostic)
    log.say(`failed: no figures in ${showPath(folder)}`)
    return false
  }
  // What is missing yet is what a table is filled in for.
  const faults = gatherMissing(diagnostics, dataset.report.period)
  if (hasErrors(faults)) log.say(`the dataset has ${formatCounts(faults)}: briefwright check tells them`)
  const csv = () =>
    Buffer.from(isSdmx ? toSdmxCsv(dataset) : toFiguresCsv([...rowsToFill(rows, dataset), ...rows], dataset))
  const bytes = format === 'csv' ? csv() : await toWorkbook(rows, dataset)
  const troubles = writeOutputs(dirname(file), [{ name: basename(file), bytes }])
  for (const trouble of troubles) log.diagnostic(trouble)
  if (hasErrors(troubles)) return false
  const blank = rowsToFill(rows, dataset).length
  const stated = `${rows.length} observations${blank > 0 ? ` and ${blank} to fill in` : ''}`
  const count = isSdmx ? `${dataset.observations.size} figures` : stated
  log.say(`${showPath(file)}  ${count}${isSdmx ? '' : `; edit it, then briefwright import ${showPath(file)}`}`)
  return true
}

function amongSources(file: string): Diagnostic {
  const message = `a table there would be read as figures of the report: ${file}`
  return { severity: 'error', message, hint: 'name a file outside data/ and templates/' }
}

async function toWorkbook(rows: Parameters<typeof figuresWorkbook>[0], dataset: Dataset): Promise<Uint8Array> {
  // Loaded here, so that a build does not load it.
  const { writeSpreadsheet } = await import('./spreadsheet.ts')
  return writeSpreadsheet(figuresWorkbook(rows, dataset), new Date(`${dataset.report.released}T00:00:00Z`))
}
