import type { Dataset } from '../dataset/types.ts'
import { type Diagnostic, hasErrors, type Outcome } from '../diagnostic.ts'
import { parseDatasetTexts, writeDatasetTexts } from '../edit/dataset-texts.ts'
import { formatTroubles, type Log } from '../log.ts'
import { type Imported, type IncomingRow, importRows } from './import-rows.ts'
import { writtenItems } from './written-items.ts'

/** The dataset that rows are taken into. */
export interface Receiving {
  texts: ReadonlyMap<string, string>
  dataset: Dataset
  /** What is wrong with it already. */
  diagnostics: readonly Diagnostic[]
  /** Absolute path of the report folder. */
  folder: string
  /** Whether the rows are all that the dataset holds, so that one that is missing is told. */
  isWhole: boolean
}

/** Writes what came in into the dataset's files, once it is checked; whether it went well. With any new error nothing is written. */
export function takeIn(read: Outcome<IncomingRow[]>, receiving: Receiving, log: Log): boolean {
  const { texts, dataset, folder } = receiving
  if (!read.value || hasErrors(read.diagnostics)) return fail(read.diagnostics, log)
  const imported = importRows(read.value, texts, dataset.report.language)
  const before = [...read.diagnostics, ...imported.diagnostics]
  if (!imported.value || hasErrors(imported.diagnostics)) return fail(before, log)
  const checked = checkImported(imported.value, read.value, receiving)
  if (hasErrors(checked)) return fail([...before, ...checked], log)
  const troubles = [...before, ...checked, ...writeDatasetTexts(folder, imported.value.texts)]
  if (hasErrors(troubles)) return fail(troubles, log)
  for (const trouble of troubles) log.diagnostic(trouble)
  log.say(sayImported(imported.value))
  return true
}

/**
 * The troubles that the dataset would have and has not yet, each with the row that it came from, and a warning for
 * observations that no row holds. What is missing already, in the middle of a new edition, keeps nothing out.
 */
function checkImported(
  { texts, missing }: Imported,
  rows: readonly IncomingRow[],
  { texts: before, dataset, diagnostics, isWhole }: Receiving,
): Diagnostic[] {
  const absent = isWhole ? missingWarning(missing) : []
  if (texts.size === 0) return absent
  const after = new Map([...before, ...texts])
  const items = writtenItems(after, dataset.report.language)
  const rowAt = ({ place }: Diagnostic): IncomingRow | undefined => {
    const item = items.find(
      ({ file, firstLine, lastLine }) => place?.file === file && firstLine <= place.line && place.line <= lastLine,
    )
    return rows.find(({ row }) => item && row.indicator === item.row.indicator && row.period === item.row.period)
  }
  const told = new Set(diagnostics.map(({ message }) => message))
  const fresh = parseDatasetTexts(after).diagnostics.filter(({ message }) => !told.has(message))
  const found = fresh.map((diagnostic) => {
    const row = rowAt(diagnostic)
    return row ? { ...diagnostic, message: `${row.name}: ${diagnostic.message}` } : diagnostic
  })
  return [...found, ...absent]
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
