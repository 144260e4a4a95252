import { basename } from 'node:path'
import { findBase } from '../build/base/carry-base.ts'
import { findVariant } from '../build/read/read-variants.ts'
import { createStopwatch } from '../build/stopwatch.ts'
import type { Log } from '../console/log.ts'
import { languageIn } from '../dataset/read/language-in.ts'
import { parseDataset, readDataset, readDatasetFiles } from '../dataset/read/read.ts'
import { type Diagnostic, hasErrors, plainError, plainWarning } from '../diagnostic.ts'
import { readFile } from '../files/read-file.ts'
import { writeOutputs } from '../files/write-outputs.ts'
import { primaryLanguage } from '../locale/languages.ts'
import { constants } from '../memory/derived.ts'
import { checkFirstBytes } from '../opc/first-bytes.ts'
import { openPackage } from '../opc/open-package.ts'
import { isUnreadable } from '../opc/unreadable-file.ts'
import { getSourceLanguage } from '../trust/evidence/source-language.ts'
import type { FoundDocument } from '../trust/verify/read/found-document.ts'
import { limitTexts } from '../trust/verify/read/limit-texts.ts'
import { readDeck } from '../trust/verify/read/read-deck.ts'
import { type Finding, getOutcome, type Verification } from '../trust/verify/verification.ts'
import { verifyDocument } from '../trust/verify/verify-document.ts'
import { applyAcceptances, planAcceptances } from './accept-edits.ts'
import { formatVerification, verificationJson } from './format-verification.ts'
import { type Edition, type ReportStandard, readStandard } from './read-standard.ts'

/** What `briefwright verify` was asked for. */
export interface VerifyOrder {
  /** Paths of finished decks and PDFs, as the user gave them. */
  files: readonly string[]
  /** Absolute path of the report folder. */
  folder: string
  /** BCP 47 tag; undefined: each file's own, as it says. */
  language: string | undefined
  /** Which of the report's variants they are of; undefined: each file's own, by its name. */
  variant?: string | undefined
  /** Absolute path of the template that decks were built in; undefined: what the theme names, if anything. */
  reference?: string | undefined
  format: 'text' | 'json'
  /** Writes the edits that the dataset can take into its files. */
  accepts?: boolean | undefined
  /** Whether a person has read what was reworded. */
  acceptsWording?: boolean | undefined
}

/** The answer, and whether every number of every file is proved; `misused` where a file is not there. */
export interface VerifyResult {
  said: string
  verdict: 'proved' | 'not proved' | 'misused'
}

/**
 * Opens finished files and says of their numbers whether the report proves them, now that edits were accepted.
 * Reports what keeps the report or a file from being read.
 */
export async function runVerify(order: VerifyOrder, log: Log): Promise<VerifyResult> {
  const verified = await verifyFiles(order, log)
  if (!verified) return { said: '', verdict: 'not proved' }
  if (!order.accepts || !acceptEdits(order.folder, verified.files, log)) return toAnswer(order, verified, log)
  const again = await verifyFiles(order, log)
  if (!again) return { said: '', verdict: 'not proved' }
  const files = again.files.map((file, index) => ({
    ...file,
    verification: withoutFollowing(file.verification, verified.files[index]?.verification),
  }))
  for (const {
    verification: { file, following, kind },
  } of files) {
    const how = kind === 'deck' ? `briefwright refresh ${file}` : 'briefwright build'
    if (following)
      log.say(`${file}: ${following} numbers follow from what was accepted: bring them up to date with ${how}`)
  }
  return toAnswer(order, { ...again, files }, log)
}

interface VerifiedFiles {
  read: readonly OpenedFile[]
  files: readonly Verified[]
}

async function verifyFiles(order: VerifyOrder, log: Log): Promise<VerifiedFiles | undefined> {
  const read: OpenedFile[] = []
  // One after the other: each is damaged or sound by itself.
  for (const file of order.files) read.push(await openFile(file))
  const languageOf = constants((tag: string) => fileLanguage(order.folder, tag))
  const { languages = [] } = readDataset(order.folder).value?.report ?? {}
  const editions = read.map(({ found }, index) => ({
    folder: order.folder,
    language: order.language ?? languageOf((found && wordsLanguage(found, languages)) ?? ''),
    variant: order.variant ?? getVariant(order.files[index] ?? '', found, order.folder),
    reference: order.reference,
  }))
  const standards = new Map<string, ReportStandard>()
  for (const edition of editions) {
    if (standards.has(editionKey(edition))) continue
    const { value, diagnostics } = await readStandard(edition, createStopwatch(log.progress))
    for (const diagnostic of diagnostics) if (!value || diagnostic.severity === 'error') log.diagnostic(diagnostic)
    if (!value) return undefined
    standards.set(editionKey(edition), value)
  }
  const files = read.flatMap(({ found }, index) => {
    const edition = editions[index]
    const standard = edition && standards.get(editionKey(edition))
    const own = edition?.variant === undefined ? standard?.report.dataset.variant : undefined
    if (found && own) log.diagnostic(plainWarning(`${found.file} is held against ${own.id}: --variant names another`))
    return found && standard ? [{ verification: verifyDocument(found, standard), report: standard.report }] : []
  })
  return { read, files }
}

/** The variant that a file is of, by its name; of a deck that was named otherwise, by what it carries. */
function getVariant(file: string, found: FoundDocument | undefined, folder: string): string | undefined {
  const named = findVariant(basename(file), folder)
  const { bytes } = named === undefined && found?.kind === 'deck' ? readFile(file) : {}
  return named ?? (bytes && findVariant(findBase(openPackage(bytes))?.base?.report.id ?? '', folder))
}

/** A verification without numbers proved before edits: they follow from former figures, and nobody got them wrong. */
function withoutFollowing(verification: Verification, former: Verification | undefined): Verification {
  const getKey = ({ page, item, medium, printed, context }: Finding) => [page, item, medium, printed, context].join('|')
  const before = new Set(former?.findings.map(getKey))
  const findings = verification.findings.filter((one) => before.has(getKey(one)))
  const following = verification.findings.length - findings.length
  return { ...verification, findings, ...(following > 0 && { following }) }
}

function toAnswer(order: VerifyOrder, { read, files }: VerifiedFiles, log: Log): VerifyResult {
  for (const { diagnostic } of read) if (diagnostic) log.diagnostic(diagnostic)
  const verifications = files.map(({ verification }) => verification)
  const said =
    order.format === 'json'
      ? `${JSON.stringify(verificationJson(verifications), null, 2)}\n`
      : files.map(({ verification, report }) => formatVerification(verification, report)).join('\n')
  const isProved =
    read.every(({ found }) => found) &&
    verifications.every(
      (one) => getOutcome(one) === 'as built' || (getOutcome(one) === 'reworded' && order.acceptsWording === true),
    )
  if (read.some(({ isMissing }) => isMissing)) return { said, verdict: 'misused' }
  return { said, verdict: isProved ? 'proved' : 'not proved' }
}

/** What became of a file, and the report that it was held against. */
interface Verified {
  verification: Verification
  report: ReportStandard['report']
}

function editionKey({ language = '', variant = '' }: Edition): string {
  return `${language} ${variant}`
}

/** Writes all accepted edits into the dataset, or none if figures contradict each other. Whether any was accepted. */
function acceptEdits(folder: string, verified: readonly Verified[], log: Log): boolean {
  const findings = verified.flatMap(({ verification, report }) =>
    verification.findings.map((finding) => ({ ...finding, language: report.locale.language })),
  )
  const { accepted, refused } = planAcceptances(findings)
  const { files } = readDatasetFiles(folder)
  const applied = applyAcceptances(files, accepted)
  const { diagnostics } = parseDataset(applied.files)
  const changed = applied.files.filter((file, index) => file !== files[index])
  const outputs = changed.map(({ path, bytes }) => ({ name: path, bytes }))
  const unwritten = hasErrors(diagnostics) || outputs.length === 0 ? [] : writeOutputs(folder, outputs)
  for (const diagnostic of [...refused, ...applied.refused, ...diagnostics, ...unwritten]) log.diagnostic(diagnostic)
  if (hasErrors(diagnostics) || hasErrors(unwritten)) {
    log.say('nothing was accepted: the dataset stands as it was')
    return false
  }
  for (const { observation, written } of applied.applied)
    log.say(`accepted: ${observation.key} is ${written} (${observation.place.file}:${observation.place.line})`)
  return applied.applied.length > 0
}

/** The edition that the words of a file are of: programs that save a PDF again call it by a language of their own. */
function wordsLanguage({ language = '', texts }: FoundDocument, editions: readonly string[]): string {
  const words = editions.length > 1 ? texts.map(({ text }) => text).join(' ') : ''
  const spoken = getSourceLanguage(words, words, primaryLanguage(language))
  return editions.find((tag) => primaryLanguage(tag) === spoken && spoken !== primaryLanguage(language)) ?? language
}

/** The language of a file, if the report has it or all texts in it; undefined for the report's own language. */
function fileLanguage(folder: string, tag: string | undefined): string | undefined {
  const { report } = readDataset(folder).value ?? {}
  const language = report && languageIn(report, tag)
  if (language === undefined || language === report?.language) return undefined
  if (report?.languages.includes(language)) return language
  return readDataset(folder, undefined, [language]).value ? language : undefined
}

interface OpenedFile {
  found?: FoundDocument
  diagnostic?: Diagnostic
  isMissing?: boolean
}

async function openFile(file: string): Promise<OpenedFile> {
  const error = (message: string, hint?: string): Diagnostic => plainError(message, { hint })
  const { bytes, why, ...rest } = readFile(file)
  if (!bytes)
    return { ...rest, diagnostic: error(`cannot read ${file}: ${why}`, 'name the .pptx and .pdf files to verify') }
  try {
    return { found: await readFinished(file, bytes) }
  } catch (cause) {
    if (isUnreadable(cause)) return { diagnostic: error(`cannot verify ${file}: ${cause.message}`) }
    throw cause
  }
}

/** A deck or PDF as its reader finds it, told by its first bytes, not its name. Throws UnreadableFile with a reason. */
export async function readFinished(file: string, bytes: Uint8Array): Promise<FoundDocument> {
  const isDeck = checkFirstBytes(bytes) === 'pptx'
  const found = isDeck ? readDeck(file, bytes) : await (await import('./read-pdf.ts')).readPdf(file, bytes)
  const word = found.kind === 'deck' ? 'slide' : 'page'
  limitTexts(
    [...found.texts, ...(found.behind?.() ?? [])].map(({ text, item, page }) => ({
      text,
      item,
      at: page === undefined ? '' : `${word} ${page}`,
    })),
  )
  return found
}
