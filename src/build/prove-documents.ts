import type { Outcome } from '../diagnostic.ts'
import { createManifest, toManifestFile } from '../trust/manifest.ts'
import { traceDocuments } from '../trust/trace/trace.ts'
import { toTraceFile } from '../trust/trace/trace-file.ts'
import { verifyBuilt } from '../trust/verify/verify-built.ts'
import type { Stopwatch } from './stopwatch.ts'
import type { BuiltFile, DrawnReport, MadeReport } from './types.ts'

/** Proves that the files print what their pages print, and writes down where each figure is printed and what all was made of. */
export function proveDocuments(report: DrawnReport, documents: BuiltFile[], { time }: Stopwatch): Outcome<MadeReport> {
  const { documents: drawn, dataset, locale, memory, fonts, request } = report
  const diagnostics = time('verify', () => verifyBuilt(drawn, dataset, documents, memory))
  const trace = time('trace', () => toTraceFile(traceDocuments(drawn, dataset, locale, memory)))
  const manifest = time('manifest', () => createManifest(request, fonts, [...documents, trace]))
  return { value: { documents, records: [trace, toManifestFile(manifest)], manifest }, diagnostics }
}
