import type { Tools } from './build/build-tools.ts'
import { checkInput } from './build/check-input.ts'
import { composeDocuments } from './build/compose.ts'
import { drawDocuments } from './build/draw-documents.ts'
import { proveDocuments } from './build/prove-documents.ts'
import { readReport } from './build/read-report.ts'
import { renderDocuments } from './build/render-documents.ts'
import type { Stopwatch } from './build/stopwatch.ts'
import { createTroubles } from './build/troubles.ts'
import type { BuildRequest, ComposedReport, DrawnReport, MadeReport } from './build/types.ts'
import { hasErrors, type Outcome } from './diagnostic.ts'
import { writeOutputs } from './files/write-outputs.ts'
import { guardEdited } from './trust/base/guard-edited.ts'

// The one way of every command, read → compose → draw → render → prove → write: a function for each end that it can have.
// Each stage reports all that it finds, and what does not depend on what failed is still looked at. So up to the drawings
// there can be a value beside errors, the report as far as it goes; files there are only without.

/** Read and compose: what the report says, on its pages. For `trace` and `diff`. */
export function composeReport(request: BuildRequest, tools: Tools, stopwatch: Stopwatch): Outcome<ComposedReport> {
  const { note, all } = createTroubles()
  const report = note(readReport(request, tools, stopwatch))
  const documents = report && note(composeDocuments(report, stopwatch))
  return { value: documents && { ...report, documents }, diagnostics: all() }
}

/** And draw: charts are drawn before anything is written, for what cannot be drawn must stop the build. For `preview` and `verify`. */
export async function drawReport(
  request: BuildRequest,
  tools: Tools,
  stopwatch: Stopwatch,
): Promise<Outcome<DrawnReport>> {
  const { note, all } = createTroubles()
  const report = note(composeReport(request, tools, stopwatch))
  const sound = (report?.documents ?? []).filter(({ isSound }) => isSound)
  const documents = report && note(await drawDocuments(report, sound, stopwatch))
  const words = (report?.documents ?? []).flatMap((document) => document.words)
  return { value: documents && { ...report, documents, words }, diagnostics: all() }
}

/** And render and prove: the files that a build writes, in memory, held against what they were made of. For `build --check`. */
export async function makeReport(
  request: BuildRequest,
  tools: Tools,
  stopwatch: Stopwatch,
): Promise<Outcome<MadeReport>> {
  const { note, add, outcome, all } = createTroubles()
  const report = note(await drawReport(request, tools, stopwatch))
  if (report) add(checkInput(report, stopwatch))
  if (!report || hasErrors(all())) return outcome()
  const files = note(await renderDocuments(report, request.formats ?? ['pptx', 'pdf'], stopwatch))
  return outcome(files && note(proveDocuments(report, files, stopwatch)))
}

/** And write: the files and their records, all or none, once nothing can fail any more; no document that people have edited is written over unless that is asked for. For `build` and `build --watch`. */
export async function buildReport(
  request: BuildRequest & { out: string; overwrites: boolean; isDurable: boolean },
  tools: Tools,
  stopwatch: Stopwatch,
): Promise<Outcome<MadeReport>> {
  const { note, add, outcome, all } = createTroubles()
  const { out, overwrites, isDurable } = request
  const made = note(await makeReport(request, tools, stopwatch))
  if (!made) return outcome()
  const { diagnostics, kept } = guardEdited(out, made.documents, overwrites)
  add(diagnostics)
  const outputs = [...kept, ...made.documents, ...made.records]
  if (!hasErrors(all())) add(stopwatch.time('write files', () => writeOutputs(out, outputs, isDurable)))
  return outcome(made)
}
