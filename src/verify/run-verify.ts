import { createStopwatch } from '../build/stopwatch.ts'
import type { Log } from '../console/log.ts'
import { parseDataset, readDatasetFiles } from '../dataset/read/read.ts'
import { type Diagnostic, hasErrors } from '../diagnostic.ts'
import { readFile } from '../files/read-file.ts'
import { writeOutputs } from '../files/write-outputs.ts'
import { isUnreadable } from '../opc/unreadable-file.ts'
import type { FoundDocument } from '../trust/verify/read/found-document.ts'
import type { Verification } from '../trust/verify/verification.ts'
import { verifyDocument } from '../trust/verify/verify-document.ts'
import { applyAcceptances, planAcceptances } from './accept-edits.ts'
import { formatVerification, verificationJson } from './format-verification.ts'
import { readFinished } from './read-finished.ts'
import { readStandard } from './read-standard.ts'

/** More than any report is, and little enough to be held in memory. */
const mostBytes = 500_000_000

/** What `briefwright verify` was asked for. */
export interface VerifyOrder {
  /** Paths of finished decks and PDFs, as the user gave them. */
  files: readonly string[]
  /** Absolute path of the report folder. */
  folder: string
  /** BCP 47 tag; undefined: the report's own language. */
  language: string | undefined
  format: 'text' | 'json'
  /** Writes the edits that the dataset can take into its files. */
  accepts: boolean
}

/** The answer, and whether every number of every file is proved; `misused` where a file is not there. */
export interface VerifyResult {
  said: string
  verdict: 'proved' | 'not proved' | 'misused'
}

/** Opens finished files and says of their numbers whether the report proves them. What keeps the report or a file from being read is told. */
export async function runVerify(order: VerifyOrder, log: Log): Promise<VerifyResult> {
  const { value: standard, diagnostics } = await readStandard(
    order.folder,
    order.language,
    createStopwatch(log.progress),
  )
  for (const diagnostic of diagnostics) if (!standard || diagnostic.severity === 'error') log.diagnostic(diagnostic)
  if (!standard) return { said: '', verdict: 'not proved' }
  const read: OpenedFile[] = []
  // One after the other: each is damaged or sound by itself.
  for (const file of order.files) read.push(await openFile(file))
  for (const { trouble } of read) if (trouble) log.diagnostic(trouble)
  const verifications = read.flatMap(({ found }) => (found ? [verifyDocument(found, standard)] : []))
  const said =
    order.format === 'json'
      ? `${JSON.stringify(verificationJson(verifications), null, 2)}\n`
      : verifications.map((one) => formatVerification(one, standard.report)).join('\n')
  const isProved = read.every(({ found }) => found) && verifications.every(({ findings }) => findings.length === 0)
  if (order.accepts) acceptEdits(order.folder, verifications, log)
  if (read.some(({ isMissing }) => isMissing)) return { said, verdict: 'misused' }
  return { said, verdict: isProved ? 'proved' : 'not proved' }
}

/** Writes accepted edits into the dataset's files, all or none; figures that would contradict each other are told, and nothing is written. */
function acceptEdits(folder: string, verifications: readonly Verification[], log: Log): void {
  const { accepted, refused } = planAcceptances(verifications.flatMap(({ findings }) => findings))
  const { files } = readDatasetFiles(folder)
  const applied = applyAcceptances(files, accepted)
  const { diagnostics } = parseDataset(applied.files)
  const changed = applied.files.filter((file, index) => file !== files[index])
  const outputs = changed.map(({ path, bytes }) => ({ name: path, bytes }))
  const unwritten = hasErrors(diagnostics) || outputs.length === 0 ? [] : writeOutputs(folder, outputs)
  for (const trouble of [...refused, ...applied.refused, ...diagnostics, ...unwritten]) log.diagnostic(trouble)
  if (hasErrors(diagnostics) || hasErrors(unwritten)) log.say('nothing was accepted: the dataset stands as it was')
  else {
    for (const { observation, written } of applied.applied)
      log.say(`accepted: ${observation.key} is ${written} (${observation.place.file}:${observation.place.line})`)
    if (applied.applied.length > 0) log.say('build again: every document takes the new values')
  }
}

interface OpenedFile {
  found?: FoundDocument
  trouble?: Diagnostic
  isMissing?: boolean
}

async function openFile(file: string): Promise<OpenedFile> {
  const error = (message: string, hint?: string): Diagnostic => ({ severity: 'error', message, hint })
  const { bytes, why, ...rest } = readFile(file, mostBytes)
  if (!bytes) {
    return { ...rest, trouble: error(`cannot read ${file}: ${why}`, 'name the .pptx and .pdf files to verify') }
  }
  try {
    return { found: await readFinished(file, bytes) }
  } catch (cause) {
    if (isUnreadable(cause)) return { trouble: error(`cannot verify ${file}: ${cause.message}`) }
    throw cause
  }
}
