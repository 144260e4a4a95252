import { basename, dirname } from 'node:path'
import { formatCounts, type Log } from '../console/log.ts'
import { showPath } from '../console/show-path.ts'
import { gatherMissing } from '../dataset/read/gather-alike.ts'
import type { Dataset } from '../dataset/types.ts'
import { type Diagnostic, hasErrors, plainError } from '../diagnostic.ts'
import { parseDatasetTexts, readDatasetTexts, unreadFiles } from '../edit/dataset-texts.ts'
import type { ObservationRow } from '../edit/rows/observation-row.ts'
import { rowsToFill } from '../edit/rows/rows-to-fill.ts'
import { writtenItems } from '../edit/rows/written-items.ts'
import { toSdmxCsv } from '../edit/sdmx.ts'
import { isAmongSources } from '../files/is-among-sources.ts'
import { megabytes } from '../files/read-file.ts'
import { writeOutputs } from '../files/write-outputs.ts'
import { openArchive } from '../opc/open-archive.ts'
import { UnreadableFile } from '../opc/unreadable-file.ts'
import { toFiguresCsv } from './figures-csv.ts'
import { figuresWorkbook } from './figures-workbook.ts'
import { mostSheetXml, mostTableBytes } from './limits.ts'

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
  const table = tabulate({ file, format, folder, isSdmx }, log)
  if (!table) return false
  const bytes = await table.bytes()
  const tooLarge = isSdmx ? undefined : whyNotRead(bytes, format)
  if (tooLarge !== undefined) {
    const message = `too large to be imported again: ${showPath(file)} ${tooLarge}`
    log.diagnostic(plainError(message, { hint: 'keep raw data out of data/, and export the figures that are printed' }))
    return false
  }
  const diagnostics = writeOutputs(dirname(file), [{ name: basename(file), bytes }])
  for (const diagnostic of diagnostics) log.diagnostic(diagnostic)
  if (hasErrors(diagnostics)) return false
  log.say(table.said)
  return true
}

/** Why `import` would not read a table, for what is exported can be imported; undefined where it would. */
function whyNotRead(bytes: Uint8Array, format: ExchangeOrder['format']): string | undefined {
  if (bytes.length > mostTableBytes) return `has ${megabytes(bytes.length)}, more than ${megabytes(mostTableBytes)}`
  try {
    if (format === 'xlsx') openArchive(bytes, { most: mostSheetXml })
    return undefined
  } catch (error) {
    if (error instanceof UnreadableFile) return error.message
    throw error
  }
}

/** The table before it is written as bytes, without the dataset's memory; undefined for a report without figures. */
function tabulate(
  { file, format, folder, isSdmx }: ExchangeOrder,
  log: Log,
): { bytes(): Promise<Uint8Array>; said: string } | undefined {
  const texts = readDatasetTexts(folder)
  const { dataset, diagnostics } = parseDatasetTexts(texts)
  const rows = writtenItems(texts, dataset.report.language).map(({ row }) => row)
  if (rows.length === 0) {
    for (const diagnostic of diagnostics) log.diagnostic(diagnostic)
    log.say(`failed: no figures in ${showPath(folder)}`)
    return undefined
  }
  // What is missing yet is what a table is filled in for.
  const faults = gatherMissing(diagnostics, dataset.report.period)
  if (hasErrors(faults)) log.say(`the dataset has ${formatCounts(faults)}: briefwright check tells them`)
  const name = showPath(file)
  if (isSdmx) return { bytes: csv(toSdmxCsv(dataset)), said: `${name}  ${dataset.observations.size} figures` }
  const toFill = rowsToFill(rows, dataset)
  const blank = toFill.length > 0 ? ` and ${toFill.length} to fill in` : ''
  return {
    bytes: format === 'csv' ? csv(toFiguresCsv([...toFill, ...rows], dataset)) : workbook(rows, dataset),
    said: `${name}  ${rows.length} observations${blank}; edit it, then briefwright import ${name}`,
  }
}

function amongSources(file: string): Diagnostic {
  const message = `a table there would be read as figures of the report: ${file}`
  return plainError(message, { hint: 'name a file outside data/ and templates/' })
}

function csv(text: string): () => Promise<Uint8Array> {
  return async () => Buffer.from(text)
}

function workbook(rows: readonly ObservationRow[], dataset: Dataset): () => Promise<Uint8Array> {
  const sheets = figuresWorkbook(rows, dataset)
  const created = new Date(`${dataset.report.released}T00:00:00Z`)
  return async () => {
    // Loaded here, so that a build does not load it.
    const { writeSpreadsheet } = await import('./spreadsheet.ts')
    return writeSpreadsheet(sheets, created)
  }
}
