import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Dataset } from './dataset/types.ts'
import { type Diagnostic, hasErrors, type Outcome } from './diagnostic.ts'
import { parseDatasetTexts, readDatasetTexts, writeDatasetTexts } from './edit/dataset-texts.ts'
import { readFiguresCsv } from './exchange/figures-csv.ts'
import { type Imported, type IncomingRow, importRows } from './exchange/import-rows.ts'
import { readFiguresWorkbook } from './exchange/read-figures-workbook.ts'
import { writtenItems } from './exchange/written-items.ts'
import { formatTroubles, type Log } from './log.ts'
import type { ExchangeOrder } from './run-export.ts'

/** Takes a table of figures into a report's dataset; whether it went well. Where the figures that came in contradict the others, or cannot be read, the dataset stays as it was. */
export async function runImport({ file, format, folder }: ExchangeOrder, log: Log): Promise<boolean> {
  const texts = readDatasetTexts(folder)
  const { dataset, diagnostics } = parseDatasetTexts(texts)
  const read = await readTable(file, format, dataset)
  if (!read.value || hasErrors(read.diagnostics)) return fail(read.diagnostics, log)
  const imported = importRows(read.value, texts, dataset.report.language)
  if (!imported.value || hasErrors(imported.diagnostics))
    return fail([...read.diagnostics, ...imported.diagnostics], log)
  const checked = checkImported(imported.value, texts, read.value, dataset, diagnostics)
  if (hasErrors(checked)) return fail([...read.diagnostics, ...checked], log)
  const troubles = [...read.diagnostics, ...checked, ...writeDatasetTexts(folder, imported.value.texts)]
  if (hasErrors(troubles)) return fail(troubles, log)
  for (const trouble of troubles) log.diagnostic(trouble)
  log.say(sayImported(imported.value))
  return true
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

/**
 * The troubles that the dataset would have and has not yet, each with the row that it came from, and a warning for
 * observations that no row holds. What is missing already, in the middle of a new edition, keeps nothing out.
 */
function checkImported(
  { texts, missing }: Imported,
  before: ReadonlyMap<string, string>,
  rows: readonly IncomingRow[],
  dataset: Dataset,
  known: readonly Diagnostic[],
): Diagnostic[] {
  if (texts.size === 0) return missingWarning(missing)
  const after = new Map([...before, ...texts])
  const items = writtenItems(after, dataset.report.language)
  const rowAt = ({ place }: Diagnostic): IncomingRow | undefined => {
    const item = items.find(
      ({ file, firstLine, lastLine }) => place?.file === file && firstLine <= place.line && place.line <= lastLine,
    )
    return rows.find(({ row }) => item && row.indicator === item.row.indicator && row.period === item.row.period)
  }
  const told = new Set(known.map(({ message }) => message))
  const fresh = parseDatasetTexts(after).diagnostics.filter(({ message }) => !told.has(message))
  const found = fresh.map((diagnostic) => {
    const row = rowAt(diagnostic)
    return row ? { ...diagnostic, message: `${row.name}: ${diagnostic.message}` } : diagnostic
  })
  return [...found, ...missingWarning(missing)]
}

function missingWarning(missing: Imported['missing']): Diagnostic[] {
  const [first] = missing
  if (!first) return []
  const { file, firstLine, row } = first
  const more = missing.length > 1 ? ` and ${missing.length - 1} more` : ''
  const message = `in no row, and kept: ${row.indicator} in ${row.period}${more}`
  return [
    {
      severity: 'warning',
      message,
      place: { file, line: firstLine, column: 1 },
      hint: 'delete it there if it is to go',
    },
  ]
}

function sayImported({ changed, added, texts }: Imported): string {
  if (texts.size === 0) return 'nothing differs'
  const counts = [...(changed > 0 ? [`${changed} changed`] : []), ...(added > 0 ? [`${added} added`] : [])]
  return `observations: ${counts.join(', ')}; in ${[...texts.keys()].join(', ')}`
}

function fail(diagnostics: readonly Diagnostic[], log: Log): false {
  for (const diagnostic of diagnostics) log.diagnostic(diagnostic)
  log.say(`failed: ${formatTroubles(diagnostics)}; the dataset is as it was`)
  return false
}
