import type { Outcome } from '../../diagnostic.ts'
import type { Output } from '../../files/write-outputs.ts'
import { traceDocuments } from '../../trust/trace/trace.ts'
import { toTraceFile } from '../../trust/trace/trace-file.ts'
import { verifyBuilt } from '../../trust/verify/verify-built.ts'
import type { Stopwatch } from '../stopwatch.ts'
import type { BuiltFile, DrawnReport } from '../types.ts'

/** Proves that the files of one language print what their pages print; the trace says where each figure is printed. */
export function proveDocuments(report: DrawnReport, files: BuiltFile[], { time }: Stopwatch): Outcome<Output> {
  const { documents, dataset, locale, memory, name } = report
  const diagnostics = time('verify', () => verifyBuilt(documents, dataset, files, memory))
  const trace = time('trace', () => traceDocuments(documents, dataset, locale, memory))
  // With editions in several languages each has its own: trace.zh.json.
  return { value: toTraceFile(trace, name.slice(dataset.report.id.length)), diagnostics }
}
