import { guardEdited } from './build/base/guard-edited.ts'
import type { Tools } from './build/build-tools.ts'
import { checkInput } from './build/check-input.ts'
import { collectDiagnostics } from './build/collect-diagnostics.ts'
import { composeDocuments } from './build/compose.ts'
import { drawDocuments } from './build/documents/draw-documents.ts'
import { proveDocuments } from './build/documents/prove-documents.ts'
import { renderDocuments } from './build/documents/render-documents.ts'
import { createManifest, findChangedInput, hashInputFiles, toManifestFile } from './build/manifest.ts'
import { inLanguage, readReport } from './build/read/read-report.ts'
import { createStopwatch } from './build/stopwatch.ts'
import type {
  BuildOrder,
  BuildRequest,
  BuiltFile,
  Composed,
  ComposedReport,
  DrawnReport,
  MadeReport,
  ReadReport,
} from './build/types.ts'
import { isOutOfTime } from './chart/draw/vega/limit-time.ts'
import { type Diagnostic, hasErrors, type Outcome } from './diagnostic.ts'
import { type Output, writeOutputs } from './files/write-outputs.ts'

// The one path of all commands, read → compose → draw → render → prove → write; each function stops at one of its ends.
// Each stage reports all that it finds and still checks what does not depend on a failure. So up to the drawings
// there can be a value beside errors, the report as far as it goes; files there are only without.

/** Read and compose: what the report says, on its pages, in one language. For `trace` and `diff`. */
export function composeReport(
  request: BuildRequest,
  tools: Tools,
  stopwatch = createStopwatch(),
): Outcome<ComposedReport> {
  const { note, all } = collectDiagnostics()
  const report = note(readReport(request, tools, stopwatch))
  return { value: report && note(composeEdition(report)), diagnostics: all() }
}

function composeEdition(report: ReadReport): Outcome<ComposedReport> {
  const { value: documents = [], diagnostics } = composeDocuments(report)
  return { value: { ...report, documents }, diagnostics }
}

/** Also draws the charts, before anything is written: a failed drawing stops the build. For `preview`, `verify`. */
export async function drawReport(
  request: BuildRequest,
  tools: Tools,
  stopwatch = createStopwatch(),
): Promise<Outcome<DrawnReport>> {
  const { note, all } = collectDiagnostics()
  const report = note(composeReport(request, tools, stopwatch))
  return { value: report && note(await drawEdition(report)), diagnostics: all() }
}

async function drawEdition(report: ComposedReport): Promise<Outcome<DrawnReport>> {
  const sound = report.documents.filter(({ isSound }) => isSound)
  const { value: documents = [], diagnostics } = await drawDocuments(report, sound)
  const isDrawn = ({ kind }: Composed) => documents.some((one) => one.kind === kind)
  // What an error left out may be what bears them out.
  const words = report.documents.flatMap((one) =>
    isDrawn(one) ? one.words : one.words.filter(({ isBare, diagnostic }) => !isBare || !diagnostic),
  )
  return { value: { ...report, documents, words }, diagnostics }
}

/** The same in each requested language; input is read and checked once, shared faults reported once. For `check`. */
export async function drawEditions(
  request: BuildRequest,
  tools: Tools,
  stopwatch = createStopwatch(),
): Promise<Outcome<DrawnReport[]>> {
  const { note, add, all } = collectDiagnostics()
  const report = note(readReport(request, tools, stopwatch))
  const value: DrawnReport[] = []
  for (const language of report?.languages ?? []) {
    // A chart that never ends is waited for once.
    if (all().some(isOutOfTime)) break
    const composed = report && note(composeEdition(inLanguage(report, language)))
    const drawn = composed && note(await drawEdition(composed))
    if (drawn) value.push(drawn)
  }
  add(checkInput(value))
  return { value: report && value, diagnostics: all() }
}

/** Also renders and proves: a build's files in memory, checked against what they were made of. For `build --check`. */
export async function makeReport(
  request: BuildRequest,
  tools: Tools,
  stopwatch = createStopwatch(),
): Promise<Outcome<MadeReport>> {
  const { note, add, outcome, all } = collectDiagnostics()
  const before = hashInputFiles(request)
  const editions = note(await drawEditions(request, tools, stopwatch))
  const [first] = editions ?? []
  if (!editions || !first || hasErrors(all())) return outcome()
  const documents: BuiltFile[] = []
  const traces: Output[] = []
  for (const edition of editions) {
    const files = note(await renderDocuments(edition, request.formats ?? ['pptx', 'pdf', 'one-page']))
    const trace = files && note(proveDocuments(edition, files))
    documents.push(...(files ?? []))
    if (trace) traces.push(trace)
  }
  const outputs = [...documents, ...traces]
  const manifest = stopwatch.time('manifest', () => createManifest(request, first.fonts, outputs))
  add(findChangedInput(before, manifest))
  return outcome({ documents, records: [...traces, toManifestFile(manifest)], manifest })
}

/** Also writes the files and their records, all or none, once nothing can fail. For `build` and `build --watch`. */
export async function buildReport(
  request: BuildRequest & WriteRequest,
  tools: Tools,
  stopwatch = createStopwatch(),
): Promise<Outcome<MadeReport>> {
  const { note, add, outcome } = collectDiagnostics()
  const made = note(await makeReport(request, tools, stopwatch))
  if (!made) return outcome()
  const { refused, failed } = writeReport(made, request, stopwatch)
  add([...refused, ...failed])
  return outcome(made)
}

type WriteRequest = Pick<BuildOrder, 'out' | 'overwrites'> & { isDurable: boolean }

/**
 * Writes what `makeReport` made, for `batch`; returns what kept files from being written.
 * Documents that people have edited are reported, and overwritten only on request.
 */
export function writeReport(
  { documents, records }: MadeReport,
  { out, overwrites, isDurable }: WriteRequest,
  stopwatch = createStopwatch(),
): { refused: Diagnostic[]; failed: Diagnostic[] } {
  const { diagnostics: refused, kept } = guardEdited(out, documents, overwrites)
  if (hasErrors(refused)) return { refused, failed: [] }
  const outputs = [...kept, ...documents, ...records]
  return { refused, failed: stopwatch.time('write files', () => writeOutputs(out, outputs, isDurable)) }
}
