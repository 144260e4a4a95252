import { type BuildRequest, type BuiltFile, draftReport, renderReport } from '../build.ts'
import type { Outcome } from '../diagnostic.ts'
import type { Output } from '../files/write-outputs.ts'
import { createManifest, type Manifest, toManifestFile } from '../trust/manifest.ts'
import { traceDocuments } from '../trust/trace/trace.ts'
import { toTraceFile } from '../trust/trace/trace-file.ts'
import { verifyBuilt } from '../trust/verify/verify-built.ts'
import type { Tools } from './build-tools.ts'
import type { Stopwatch } from './stopwatch.ts'
import { createTroubles } from './troubles.ts'

/** A report's documents, and what is known about them; not yet on the disk. */
export interface MadeReport {
  documents: BuiltFile[]
  /** `trace.json`: where each figure is printed; `manifest.json`: what the documents were made of. */
  records: Output[]
  manifest: Manifest
}

/** Builds a report in memory and proves that what was made prints what its pages print; with any error there is none. */
export async function makeReport(
  request: BuildRequest,
  tools: Tools,
  stopwatch: Stopwatch,
): Promise<Outcome<MadeReport>> {
  const { note, outcome } = createTroubles()
  const { time } = stopwatch
  const { memory } = tools
  const draft = note(await draftReport(request, tools, stopwatch))
  const documents = draft && note(await renderReport(draft, request, stopwatch))
  if (!draft || !documents) return outcome()
  note({
    value: undefined,
    diagnostics: time('verify', () => verifyBuilt(draft.documents, draft.dataset, documents, memory)),
  })
  const trace = time('trace', () => toTraceFile(traceDocuments(draft.documents, draft.dataset, draft.locale, memory)))
  const manifest = time('manifest', () => createManifest(request, draft.fonts, [...documents, trace]))
  return outcome({ documents, records: [trace, toManifestFile(manifest)], manifest })
}
