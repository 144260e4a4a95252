import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Dataset } from '../dataset/types.ts'
import type { Outcome } from '../diagnostic.ts'
import { parseDatasetTexts, readDatasetTexts } from '../edit/dataset-texts.ts'
import { readFiguresCsv } from '../exchange/figures-csv.ts'
import type { IncomingRow } from '../exchange/import-rows.ts'
import { readFiguresWorkbook } from '../exchange/read-figures-workbook.ts'
import { takeIn } from '../exchange/take-in.ts'
import type { Log } from '../log.ts'
import type { ExchangeOrder } from './run-export.ts'

/** Takes a table of figures into a report's dataset; whether it went well. Where the figures that came in contradict the others, or cannot be read, the dataset stays as it was. */
export async function runImport({ file, format, folder }: ExchangeOrder, log: Log): Promise<boolean> {
  const texts = readDatasetTexts(folder)
  const { dataset, diagnostics } = parseDatasetTexts(texts)
  const read = await readTable(file, format, dataset)
  return takeIn(read, { texts, dataset, diagnostics, folder, isWhole: true }, log)
}

async function readTable(file: string, format: 'xlsx' | 'csv', dataset: Dataset): Promise<Outcome<IncomingRow[]>> {
  try {
    const bytes = readFileSync(file)
    const name = basename(file)
    return format === 'csv' ? readFiguresCsv(name, bytes, dataset) : await readFiguresWorkbook(name, bytes, dataset)
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return { value: undefined, diagnostics: [{ severity: 'error', message: `cannot be read: ${file} (${reason})` }] }
  }
}
