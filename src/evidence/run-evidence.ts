import { basename, resolve } from 'node:path'
import type { Log } from '../console/log.ts'
import { showPath } from '../console/show-path.ts'
import { readDataset } from '../dataset/read/read.ts'
import type { Dataset } from '../dataset/types.ts'
import { type Diagnostic, suggest } from '../diagnostic.ts'
import { checkEvidence, formatOthers, type SourceEvidence } from '../trust/evidence/check-evidence.ts'
import { readSource, withLine } from '../trust/evidence/check-sources.ts'
import { draftDataset } from '../trust/evidence/draft/draft-dataset.ts'
import { draftFigures } from '../trust/evidence/draft/draft-figures.ts'
import { getSourceLanguage } from '../trust/evidence/source-language.ts'
import { readParagraphs } from '../trust/evidence/source-paragraphs.ts'

/** What `briefwright evidence` was asked for. */
export interface EvidenceOrder {
  /** Path of a source's text. */
  file: string
  /** Absolute path of the report folder. */
  folder: string
  /** A draft of the dataset in place of a comparison. */
  isDraft?: boolean | undefined
  /** The language of a text that is drafted from, where its words do not tell. */
  language: string | undefined
}

/** Checks the dataset against a source's text, or drafts one from it; undefined on a read error or contradiction. */
export function runEvidence(
  { file, folder, isDraft, language }: EvidenceOrder,
  log: Log,
): { said: string; agrees: boolean } {
  const { value: text, diagnostics } = readSource(resolve(file), showPath(resolve(file)))
  for (const diagnostic of diagnostics) log.diagnostic(diagnostic)
  if (text === undefined) return { said: '', agrees: false }
  const source = basename(file).replace(/\.[^.]*$/, '')
  if (isDraft) {
    const own = language ?? getSourceLanguage(text, text, 'en')
    return { said: draftDataset(source, own, draftFigures(readParagraphs(text, own), own)).text, agrees: true }
  }
  const { value: dataset, diagnostics: ofDataset } = readDataset(folder)
  for (const diagnostic of ofDataset) log.diagnostic(diagnostic)
  if (!dataset) return { said: '', agrees: false }
  if (!dataset.sources.has(source)) {
    log.diagnostic({ severity: 'error', ...unknownSource(source, dataset) })
    return { said: '', agrees: false }
  }
  const evidence = checkEvidence(source, text, dataset)
  for (const diagnostic of evidence.diagnostics) log.diagnostic(withLine(diagnostic, folder))
  return {
    said: formatEvidence(evidence, file),
    agrees: evidence.diagnostics.every(({ severity }) => severity !== 'error'),
  }
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

function formatEvidence(evidence: SourceEvidence, file: string): string {
  const others = formatOthers(evidence)
  return `${[
    `${file}: ${evidence.found} figures of the dataset found where they are said to be`,
    ...(others.length > 0 ? ['the source also states:', ...others.map((line) => `  ${line}`)] : []),
  ].join('\n')}\n`
}
