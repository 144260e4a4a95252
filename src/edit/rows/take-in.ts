import { formatCounts, type Log } from '../../console/log.ts'
import { rowColumns } from '../../dataset/read/rows.ts'
import type { Dataset } from '../../dataset/types.ts'
import { type Diagnostic, hasErrors, type Outcome, warningAt } from '../../diagnostic.ts'
import { parseDatasetTexts, writeDatasetTexts } from '../dataset-texts.ts'
import { type FieldChange, type Imported, importRows } from './import-rows.ts'
import type { IncomingRow, IncomingTable } from './merge-rows.ts'
import { numberColumns, seriesOfRow } from './observation-row.ts'
import { getRowKey } from './pair-rows.ts'
import type { Preference } from './preferences.ts'
import { writtenItems } from './written-items.ts'

/** The dataset that rows are taken into. */
export interface Receiving {
  texts: ReadonlyMap<string, string>
  dataset: Dataset
  /** What is wrong with it already. */
  diagnostics: readonly Diagnostic[]
  /** Absolute path of the report folder. */
  folder: string
  /** Whether the rows are all that the dataset holds, so that one that is missing is reported. */
  isWhole: boolean
  /** Which side is taken where both edited a figure; undefined: that is an error. */
  prefer?: Preference | undefined
  /** Whether all is done but the writing. */
  isDryRun?: boolean | undefined
}

/**
 * Writes what came in into the dataset's files, once it is checked; each change as a line, or undefined where it did
 * not go
 * well, which is reported. With any new error nothing is written.
 */
export function takeIn(read: Outcome<IncomingTable>, receiving: Receiving, log: Log): string | undefined {
  const { texts, dataset, folder, prefer, isDryRun } = receiving
  if (!read.value || hasErrors(read.diagnostics)) return fail(read.diagnostics, log)
  const imported = importRows(read.value, texts, { language: dataset.report.language, prefer })
  const before = [...read.diagnostics, ...imported.diagnostics]
  if (!imported.value) return fail(before, log)
  if (hasErrors(imported.diagnostics)) return fail(before, log, imported.value.hasConflicts ? choice : '')
  const checked = checkImported(imported.value, read.value.rows, receiving)
  if (hasErrors(checked)) return fail([...before, ...checked], log)
  const diagnostics = [...before, ...checked, ...(isDryRun ? [] : writeDatasetTexts(folder, imported.value.texts))]
  if (hasErrors(diagnostics)) return fail(diagnostics, log)
  for (const diagnostic of diagnostics) log.diagnostic(diagnostic)
  log.say(sayImported(imported.value, isDryRun))
  return imported.value.changes.map((change) => `${sayChange(change)}\n`).join('')
}

/**
 * The diagnostics that the dataset would have and has not yet, each with the row that it came from, and a warning for
 * observations that no row holds. What is missing already, in the middle of a new edition, keeps nothing out.
 */
function checkImported(
  { texts, missing, changes }: Imported,
  rows: readonly IncomingRow[],
  { texts: before, dataset, diagnostics, isWhole }: Receiving,
): Diagnostic[] {
  const absent = isWhole ? missingWarning(missing) : []
  if (texts.size === 0) return absent
  const after = new Map([...before, ...texts])
  const items = writtenItems(after, dataset.report.language)
  const known = new Set(writtenItems(before, dataset.report.language).map(({ row }) => getRowKey(row)))
  const rowAt = ({ place }: Diagnostic): IncomingRow | undefined => {
    const item = items.find(
      ({ file, firstLine, lastLine }) => place?.file === file && firstLine <= place.line && place.line <= lastLine,
    )
    return rows.find(({ row }) => item && getRowKey(row) === getRowKey(item.row))
  }
  const already = new Set(diagnostics.map(({ message }) => message))
  const fresh = parseDatasetTexts(after).diagnostics.filter(({ message }) => !already.has(message))
  const found = fresh.map((diagnostic) => {
    const row = rowAt(diagnostic)
    if (row && !known.has(getRowKey(row.row))) return atCell(diagnostic, row)
    const name = editedCell(diagnostic, changes, rows) ?? row?.name
    return name === undefined ? diagnostic : { ...diagnostic, message: `${name}: ${diagnostic.message}` }
  })
  return [...found, ...absent]
}

/** The edited cell that a diagnostic is about, perhaps on another figure's line: the first that its words name. */
function editedCell(
  { message, place }: Diagnostic,
  changes: readonly FieldChange[],
  rows: readonly IncomingRow[],
): string | undefined {
  const named = changes.filter(({ series, period, file, line }) => {
    const isSaid = ['', '.change', '.rate'].some((measure) => message.includes(`${series}${measure}@${period}`))
    return isSaid || (place?.file === file && place.line === line)
  })
  const isNumber = ({ column }: FieldChange) => numberColumns.some((one) => one === column)
  const edited = named.find(isNumber) ?? named[0]
  const row = edited && rows.find((one) => getRowKey(one.row) === `${edited.series}@${edited.period}`)
  return edited?.column && row?.cell(edited.column).name
}

/** A diagnostic of an observation not yet in the dataset, at its cell: that of the field that it names, if any. */
function atCell({ excerpt: _, ...diagnostic }: Diagnostic, row: IncomingRow): Diagnostic {
  const column = rowColumns.find((one) => diagnostic.message.split(/[:\s]/).includes(one)) ?? 'indicator'
  const { place, name = row.name } = row.cell(column)
  return { ...diagnostic, place, message: `${name}: ${diagnostic.message}` }
}

function missingWarning(missing: Imported['missing']): Diagnostic[] {
  const [first] = missing
  if (!first) return []
  const { file, firstLine, row } = first
  const more = missing.length > 1 ? ` and ${missing.length - 1} more` : ''
  const message = `in no row, and kept: ${seriesOfRow(row)} in ${row.period}${more}`
  return [warningAt({ file, line: firstLine, column: 1 }, message, { hint: 'delete it there if it is to go' })]
}

function sayImported({ changed, added, texts }: Imported, isDryRun = false): string {
  if (texts.size === 0) return 'nothing differs'
  const counts = [...(changed > 0 ? [`${changed} changed`] : []), ...(added > 0 ? [`${added} added`] : [])]
  return `observations: ${counts.join(', ')}; in ${[...texts.keys()].join(', ')}${isDryRun ? '; a dry run: nothing is written' : ''}`
}

/** `data/figures.yaml:12: netizens in 2023-12: value 1.092 billion → 1.093 billion`. */
function sayChange({ series, period, column, before, after, file, line }: FieldChange): string {
  const what = column ? `${column} ${before || '(none)'} → ${after || '(none)'}` : `added: ${after}`
  return `${file}:${line}: ${series} in ${period}: ${what}`
}

/** What can be done about conflicts. */
const choice = '; --prefer sheet takes what came in for these, --prefer dataset leaves them'

function fail(diagnostics: readonly Diagnostic[], log: Log, hint = ''): undefined {
  for (const diagnostic of diagnostics) log.diagnostic(diagnostic)
  log.say(`failed: ${formatCounts(diagnostics)}; the dataset is as it was${hint}`)
}
