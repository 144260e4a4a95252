import { findBase } from '../../build/base/carry-base.ts'
import type { Tools } from '../../build/build-tools.ts'
import { checkInput } from '../../build/check-input.ts'
import { collectDiagnostics } from '../../build/collect-diagnostics.ts'
import { drawDocuments } from '../../build/documents/draw-documents.ts'
import { renderDocuments } from '../../build/documents/render-documents.ts'
import type { Stopwatch } from '../../build/stopwatch.ts'
import type { BuildRequest, ComposedReport } from '../../build/types.ts'
import { composeReport } from '../../build.ts'
import { type Diagnostic, hasErrors, type Outcome } from '../../diagnostic.ts'
import { openPackage } from '../../opc/open-package.ts'
import type { PresentDeck } from './refresh-deck.ts'

/** The report as it is now, and the deck that a build makes of it. */
export interface Present extends PresentDeck {
  report: ComposedReport
}

/** Builds the deck of a report in memory. Words that its figures have made false do not stop it, as they stop a build: who refreshes a deck is told where they stand. */
export async function buildPresent(
  request: BuildRequest,
  tools: Tools,
  stopwatch: Stopwatch,
): Promise<Outcome<Present>> {
  const { note, add, outcome, all } = collectDiagnostics()
  const { value: report, diagnostics } = composeReport(request, tools, stopwatch)
  add(diagnostics.map(asWarning))
  if (!report || hasErrors(all())) return outcome()
  const documents = note(await drawDocuments(report, report.documents, stopwatch)) ?? []
  const drawn = { ...report, documents, words: report.documents.flatMap(({ words }) => words) }
  add(checkInput(drawn, stopwatch).map(asWarning))
  if (hasErrors(all())) return outcome()
  const files = note(await renderDocuments(drawn, ['pptx'], stopwatch))
  const bytes = files?.[0]?.bytes
  const base = bytes && findBase(openPackage(bytes))?.base
  return outcome(bytes && base && { bytes, base, report })
}

function asWarning(diagnostic: Diagnostic): Diagnostic {
  return diagnostic.about === 'claim' ? { ...diagnostic, severity: 'warning' } : diagnostic
}
