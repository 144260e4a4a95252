import { existsSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { Log } from '../command/log.ts'
import { showPath } from '../command/show-path.ts'
import { readDataset } from '../dataset/read/read.ts'
import type { Dataset } from '../dataset/types.ts'
import { decodeFile, maximumBytes } from '../dataset/yaml/source-text.ts'
import { type Diagnostic, type Outcome, suggest } from '../diagnostic.ts'
import { isThere, readFile } from '../files/read-file.ts'
import { checkEvidence, formatOthers, type SourceEvidence } from './check-evidence.ts'
import { draftDataset, sourceQuantities } from './draft-dataset.ts'
import { readParagraphs } from './source-paragraphs.ts'

/** What `briefwright evidence` was asked for. */
export interface EvidenceOrder {
  /** Path of a source's text. */
  file: string
  /** Absolute path of the report folder. */
  folder: string
  /** A draft of the dataset in place of a comparison. */
  isDraft: boolean
}

/** Holds the dataset against a source's text, or drafts one from it; undefined where something cannot be read or contradicts, which is told. */
export function runEvidence({ file, folder, isDraft }: EvidenceOrder, log: Log): { said: string; agrees: boolean } {
  const { value: text, diagnostics } = readText(resolve(file))
  for (const diagnostic of diagnostics) log.diagnostic(diagnostic)
  if (text === undefined) return { said: '', agrees: false }
  const source = sourceName(file)
  if (isDraft) return { said: draftDataset(source, sourceQuantities(readParagraphs(text))), agrees: true }
  const { value: dataset, diagnostics: troubles } = readDataset(folder)
  for (const trouble of troubles) log.diagnostic(trouble)
  if (!dataset) return { said: '', agrees: false }
  if (!dataset.sources.has(source)) {
    log.diagnostic({ severity: 'error', ...unknownSource(source, dataset) })
    return { said: '', agrees: false }
  }
  const evidence = checkEvidence(source, text, dataset)
  for (const diagnostic of evidence.diagnostics) log.diagnostic(withExcerpt(diagnostic, folder))
  return {
    said: formatEvidence(evidence, file),
    agrees: evidence.diagnostics.every(({ severity }) => severity !== 'error'),
  }
}

/** The texts of sources that lie in data/sources, held against the dataset. */
export function checkSources(folder: string, dataset: Dataset): SourceEvidence[] {
  return [...dataset.sources.keys()].flatMap((source) => {
    const path = join(folder, 'data', 'sources', `${source}.txt`)
    if (!isThere(path)) return []
    const { value: text, diagnostics } = readText(path)
    if (text === undefined) return [{ source, found: 0, others: [], diagnostics }]
    const evidence = checkEvidence(source, text, dataset)
    return [{ ...evidence, diagnostics: evidence.diagnostics.map((one) => withExcerpt(one, folder)) }]
  })
}

/** The line of the dataset beside what the source says of it. */
function withExcerpt(diagnostic: Diagnostic, folder: string): Diagnostic {
  const { place } = diagnostic
  const path = place && join(folder, place.file)
  if (!place || !path || !existsSync(path)) return diagnostic
  return { ...diagnostic, excerpt: readFileSync(path, 'utf8').split(/\r?\n/)[place.line - 1] }
}

function unknownSource(source: string, { sources }: Dataset): Pick<Diagnostic, 'message' | 'expected' | 'hint'> {
  return {
    message: `no source of the report has the name of the file: ${source}`,
    expected: `one of ${[...sources.keys()].join(', ')}, then .txt`,
    hint:
      suggest(source, sources.keys()) ??
      'name the file after the source that it is the text of, or draft a dataset from it with --draft',
  }
}

function sourceName(file: string): string {
  return basename(file).replace(/\.[^.]*$/, '')
}

/** How PDFs and Office files begin. */
const archives = ['%PDF', 'PK\u0003\u0004']

/** A source's text from an absolute path. */
function readText(file: string): Outcome<string> {
  const { bytes, why } = readFile(file, maximumBytes)
  const hint = 'save the words of the source as plain text (.txt), in UTF-8'
  if (!bytes)
    return {
      value: undefined,
      diagnostics: [{ severity: 'error', message: `cannot read ${showPath(file)}: ${why}`, hint }],
    }
  const { value, diagnostics } = decodeFile({ path: file, bytes })
  const isText = value && !archives.some((start) => value.text.startsWith(start)) && value.text.trim() !== ''
  if (isText) return { value: value.text, diagnostics }
  const message = `no text in ${showPath(file)}: ${bytes.length === 0 ? 'it is empty' : 'it is no text file'}`
  return { value: undefined, diagnostics: [...diagnostics, { severity: 'error', message, hint }] }
}

function formatEvidence(evidence: SourceEvidence, file: string): string {
  const others = formatOthers(evidence)
  return `${[
    `${file}: ${evidence.found} figures of the dataset found where they are said to be`,
    ...(others.length > 0 ? ['the source also states:', ...others.map((line) => `  ${line}`)] : []),
  ].join('\n')}\n`
}
