import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Dataset } from '../../dataset/types.ts'
import type { Diagnostic, Outcome } from '../../diagnostic.ts'
import { isThere, readFile } from '../../files/read-file.ts'
import { decodeFile, maximumBytes } from '../../files/source-text.ts'
import { checkEvidence, type SourceEvidence } from './check-evidence.ts'

/** The texts of sources that lie in data/sources, held against the dataset. */
export function checkSources(folder: string, dataset: Dataset): SourceEvidence[] {
  if (!isThere(join(folder, 'data', 'sources'))) return []
  return [...dataset.sources.keys()].flatMap((source) => {
    const file = join('data', 'sources', `${source}.txt`)
    if (!isThere(join(folder, file))) return []
    const { value: text, diagnostics } = readSource(join(folder, file), file)
    if (text === undefined) return [{ source, found: 0, others: [], diagnostics }]
    const evidence = checkEvidence(source, text, dataset)
    return [{ ...evidence, diagnostics: evidence.diagnostics.map((one) => withLine(one, folder)) }]
  })
}

/** The line of the dataset beside what the source says of it. */
export function withLine(diagnostic: Diagnostic, folder: string): Diagnostic {
  const { place } = diagnostic
  const path = place && join(folder, place.file)
  if (!place || !path || !existsSync(path)) return diagnostic
  return { ...diagnostic, excerpt: readFileSync(path, 'utf8').split(/\r?\n/)[place.line - 1] }
}

/** A source's text from an absolute path; `name` is what its user knows it by. */
export function readSource(path: string, name: string): Outcome<string> {
  const { bytes, why } = readFile(path, maximumBytes(path))
  const hint = `save the words of the source as plain text (.txt), in UTF-8${/\.(?:xlsx|xls|ods|csv)$/i.test(name) ? '; figures of a spreadsheet: docs/do/spreadsheet.md' : ''}`
  const failed = (message: string): Diagnostic => ({ severity: 'error', message, hint })
  if (!bytes) return { value: undefined, diagnostics: [failed(`cannot read ${name}: ${why}`)] }
  // How PDFs and Office files begin.
  const isArchive = ['%PDF', 'PK\u0003\u0004'].includes(Buffer.from(bytes.subarray(0, 4)).toString('latin1'))
  const { value, diagnostics } = isArchive ? { value: undefined, diagnostics: [] } : decodeFile({ path, bytes })
  if (value && value.text.trim() !== '') return { value: value.text, diagnostics }
  const message = `no text in ${name}: ${bytes.length === 0 ? 'it is empty' : 'it is no text file'}`
  return { value: undefined, diagnostics: [...diagnostics, failed(message)] }
}
