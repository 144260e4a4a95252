import { basename, dirname, extname, resolve } from 'node:path'
import type { DeckBase } from '../build/base/base-types.ts'
import { findBase } from '../build/base/carry-base.ts'
import { getBuildDate } from '../build/build-date.ts'
import { createTools, type Tools } from '../build/build-tools.ts'
import { checkInput } from '../build/check-input.ts'
import { collectDiagnostics } from '../build/collect-diagnostics.ts'
import { drawDocuments } from '../build/documents/draw-documents.ts'
import { renderDocuments } from '../build/documents/render-documents.ts'
import { findVariant } from '../build/read/read-variants.ts'
import { createStopwatch, type Stopwatch } from '../build/stopwatch.ts'
import type { BuildRequest, ComposedReport } from '../build/types.ts'
import { composeReport } from '../build.ts'
import { formatCounts, type Log } from '../console/log.ts'
import type { Dataset } from '../dataset/types.ts'
import { type Diagnostic, hasErrors, type Outcome, plainError, shortened } from '../diagnostic.ts'
import { readFile } from '../files/read-file.ts'
import type { SourceText } from '../files/source-text.ts'
import { type Output, writeOutputs } from '../files/write-outputs.ts'
import { getLocale } from '../locale/get-locale.ts'
import { openPackage } from '../opc/open-package.ts'
import { isUnreadable } from '../opc/unreadable-file.ts'
import { differences } from '../trust/verify/align.ts'
import { normalizedText } from '../trust/verify/mention-key.ts'
import { propertyNames } from '../trust/verify/read/read-deck.ts'
import { findAdopted } from './adopt/adopted-deck.ts'
import { presentAdopted } from './adopt/present-adopted.ts'
import { checkDeckFile, checkDeckTarget } from './refresh/check-deck-file.ts'
import { type PresentDeck, type RefreshedDeck, refreshDeck } from './refresh/refresh-deck.ts'
import type { RefreshEntry } from './refresh/types.ts'
import { proposeWording } from './templates/propose-wording.ts'

/** What `briefwright refresh` was asked for. */
export interface RefreshOrder {
  /** The path of the deck, as the user gave it. */
  file: string
  /** Where the deck goes; undefined: in place of the old, which is kept as .bak unless `keepsFormer` is false. */
  out: string | undefined
  keepsFormer: boolean
  /** Absolute path of the report folder. */
  folder: string
  /** BCP 47 tag; undefined: that of the deck. */
  language: string | undefined
  /** Whether slides that the deck lacks are put in. */
  addsSlides?: boolean | undefined
  /** Whether people's wording is asked for as a patch for the template, and nothing is written. */
  toTemplates?: boolean | undefined
  /** Absolute path of a folder for pictures of the changed slides, before and after; undefined: none. */
  pictures?: string | undefined
  isDryRun?: boolean | undefined
  format: 'text' | 'json'
}

/** The answer, and how it went: `settled` where nothing is left to a person. */
export interface RefreshResult {
  said: string
  verdict: 'settled' | 'to settle' | 'failed' | 'misused'
}

/** Brings a deck that people have edited up to date with its report, and writes it whole or not at all. */
export async function runRefresh(order: RefreshOrder, log: Log): Promise<RefreshResult> {
  const { bytes, why } = readFile(order.file)
  if (!bytes) {
    log.diagnostic(plainError(`cannot read ${order.file}: ${why}`, { hint: 'name the .pptx to refresh' }))
    return { said: '', verdict: 'misused' }
  }
  const { value, diagnostics } = await refreshOrdered(order, bytes, log)
  for (const diagnostic of diagnostics) log.diagnostic(diagnostic)
  if (!value) {
    log.say(`failed: ${formatCounts(diagnostics)}; the deck is as it was`)
    return { said: '', verdict: 'failed' }
  }
  if (order.toTemplates) return proposePatch(order, value, log)
  const drawn = await drawOrdered(order, bytes, value)
  for (const diagnostic of drawn) log.diagnostic(diagnostic)
  if (hasErrors(drawn)) return { said: '', verdict: 'failed' }
  const unwritten = order.isDryRun ? [] : writeRefreshed(order, bytes, value)
  for (const diagnostic of unwritten) log.diagnostic(diagnostic)
  const said =
    order.format === 'json'
      ? `${JSON.stringify(refreshJson(order.file, order.out, value), null, 2)}\n`
      : formatRefresh(order.file, value)
  if (hasErrors(unwritten)) return { said: '', verdict: 'failed' }
  return { said, verdict: value.entries.some(({ kind }) => kind === 'settle') ? 'to settle' : 'settled' }
}

async function refreshOrdered(order: RefreshOrder, bytes: Uint8Array, log: Log): Promise<Outcome<Refreshed>> {
  const { folder, file, out, isDryRun } = order
  const remarks = [...checkDeckFile(file, bytes), ...(isDryRun ? [] : checkDeckTarget(file, out ?? file))]
  if (hasErrors(remarks)) return { value: undefined, diagnostics: remarks }
  const tools = createTools()
  try {
    const adopted = findAdopted(file, bytes, folder)
    if (adopted.value || hasErrors(adopted.diagnostics)) {
      const value = adopted.value && refreshAdopted(bytes, adopted.value)
      return { value, diagnostics: [...remarks, ...adopted.diagnostics] }
    }
    const base = findBase(openPackage(bytes))?.base
    if (!base) return { value: undefined, diagnostics: [...remarks, noBase(file)] }
    const language = order.language ?? base.report.language
    const variant = findVariant(base.report.id, folder)
    const request = { folder, formats: ['pptx'] as const, languages: [language], variant }
    const { value: present, diagnostics } = await buildPresent(request, tools, createStopwatch(log.progress))
    if (!present) return { value: undefined, diagnostics: [...remarks, ...diagnostics] }
    const template = present.report.templateInput.templates.get('deck')
    return { value: { ...refresh(bytes, base, present, order), template }, diagnostics: [...remarks, ...diagnostics] }
  } catch (cause) {
    if (!isUnreadable(cause)) throw cause
    const message = `cannot refresh ${file}: ${cause.message}`
    return { value: undefined, diagnostics: [...remarks, plainError(message)] }
  } finally {
    await tools.close()
  }
}

/** Writes the pictures that were asked for. */
async function drawOrdered(
  { file, folder, pictures, language }: RefreshOrder,
  before: Uint8Array,
  { bytes: after = before, entries, date }: Refreshed,
): Promise<Diagnostic[]> {
  if (pictures === undefined) return []
  const { drawRefreshed } = await import('./pictures/draw-refreshed.ts')
  const { decksToPdf } = await import('./pictures/decks-to-pdf.ts')
  const toPdf = (decks: readonly Uint8Array[]) => decksToPdf(decks, extname(file))
  const own = language ?? findBase(openPackage(after))?.base?.report.language ?? 'en'
  const refresh = { before, after, entries, toPdf, folder, language: own, title: basename(file), date }
  const { value: outputs, diagnostics } = await drawRefreshed(refresh)
  return [...diagnostics, ...(outputs ? writeOutputs(pictures, outputs) : [])]
}

/** People's wording for the template that prints the deck; settled where all of it can be put there. */
function proposePatch({ folder }: RefreshOrder, { reworded, template }: Refreshed, log: Log): RefreshResult {
  if (!template) {
    log.diagnostic(plainError(`no template prints this deck in ${folder}`))
    return { said: '', verdict: 'failed' }
  }
  const { patch, left } = proposeWording(template, reworded)
  for (const diagnostic of left) log.diagnostic(diagnostic)
  return { said: patch, verdict: left.length > 0 ? 'to settle' : 'settled' }
}

/** With the template that prints the deck, where one does. */
type Refreshed = RefreshedDeck & { date: Date; template?: SourceText | undefined }

function refresh(deck: Uint8Array, base: DeckBase, present: Present, { addsSlides }: RefreshOrder): Refreshed {
  const date = getBuildDate(present.report.dataset.report)
  return { ...refreshDeck({ deck, base, present, report: present.report, date, addsSlides }), date }
}

function noBase(file: string): Diagnostic {
  const hint = 'say first which figures it shows: briefwright adopt'
  return plainError(`${file} carries nothing of a build`, { hint })
}

/** An adopted deck has no templates: what a build would say is what the deck says, with the figures of now. */
function refreshAdopted(deck: Uint8Array, { base, dataset }: { base: DeckBase; dataset: Dataset }): Refreshed {
  const { base: ours, unsettled } = presentAdopted(base, dataset)
  const report = { dataset, locale: getLocale(base.report.language, dataset.report.language) }
  const present = { bytes: deck, base: ours }
  const date = getBuildDate(dataset.report)
  return { ...refreshDeck({ deck, base, present, unsettled, report, date }), date }
}

/** The refreshed deck, and the one that it takes the place of beside it. */
function writeRefreshed(
  { file, out, keepsFormer }: RefreshOrder,
  former: Uint8Array,
  { bytes }: RefreshedDeck,
): Diagnostic[] {
  const target = resolve(out ?? file)
  if (!bytes && target === resolve(file)) return []
  const name = basename(target)
  const outputs: Output[] = [{ name, bytes: bytes ?? former }]
  if (out === undefined && keepsFormer) outputs.push({ name: `${name}.bak`, bytes: former })
  return writeOutputs(dirname(target), outputs)
}

/** The report as it is now, and the deck that a build makes of it. */
export interface Present extends PresentDeck {
  report: ComposedReport
}

/**
 * Builds a report's deck in memory.
 * Words that its figures make false do not stop it, unlike a build: who refreshes a deck is told where they are.
 */
export async function buildPresent(
  request: BuildRequest,
  tools: Tools,
  stopwatch?: Stopwatch,
): Promise<Outcome<Present>> {
  const { note, add, outcome, all } = collectDiagnostics()
  const { value: report, diagnostics } = composeReport(request, tools, stopwatch)
  add(diagnostics.map(asWarning))
  if (!report || hasErrors(all())) return outcome()
  const documents = note(await drawDocuments(report, report.documents)) ?? []
  const drawn = { ...report, documents, words: report.documents.flatMap(({ words }) => words) }
  add(checkInput([drawn]).map(asWarning))
  if (hasErrors(all())) return outcome()
  const files = note(await renderDocuments(drawn, ['pptx']))
  const bytes = files?.[0]?.bytes
  const base = bytes && findBase(openPackage(bytes))?.base
  return outcome(bytes && base && { bytes, base, report })
}

function asWarning(diagnostic: Diagnostic): Diagnostic {
  return diagnostic.about === 'claim' ? { ...diagnostic, severity: 'warning' } : diagnostic
}

/** What a refresh did and left, as lines: each change with its place, what is to be settled, then the count. */
function formatRefresh(file: string, { entries, slides }: RefreshedDeck): string {
  const lines = entries.flatMap((entry) => formatEntry(file, entry))
  const count = (kind: RefreshEntry['kind']) => entries.filter((entry) => entry.kind === kind).length
  const [updated, settle] = [count('updated'), count('settle')]
  const left = settle === 0 ? 'nothing to settle' : `${settle} to settle: change it, or take its comment out`
  return `${[...lines, `${file}: ${slides} slides, ${updated} places brought up to date, ${left}`].join('\n')}\n`
}

function formatEntry(file: string, { kind, slide, item, before, after, message }: RefreshEntry): string[] {
  const where = `${file}: ${slide === 0 ? (propertyNames[item] ?? item) : `slide ${slide}, ${item}`}`
  switch (kind) {
    case 'updated':
      return [`${where}: ${changeWords(before ?? '', after ?? '')}`]
    case 'settle':
      return [`${where}: to settle: ${message ?? ''}`, ...(before ? [`  ${shortened(before, 120)}`] : [])]
    case 'note':
      return [`${file}: ${message ?? ''}`]
  }
}

/** `1.092 billion → 1.108 billion`: the words that differ, as they stand; of long texts no others. */
function changeWords(before: string, after: string): string {
  // A space between the groups of a number parts no words.
  const words = (text: string) => text.trim().split(/(?:(?!(?<=(?<!\d)\d{1,3}(?:\s\d{3})*)\s(?=\d{3}(?!\d)))\s)+/u)
  const parts = differences(words(before), words(after), normalizedText, normalizedText)
  return parts.map(({ gone, come }) => `${gone.join(' ') || '(nothing)'} → ${come.join(' ') || '(nothing)'}`).join('; ')
}

/** The same for programs. */
function refreshJson(file: string, out: string | undefined, { entries, changed, slides }: RefreshedDeck): object {
  return { file, out, slides, changed: changed.map((part) => part.slice(1)), entries }
}
