import type { Draft } from './build.ts'
import { traceDocuments } from './trust/trace.ts'
import { toTraceFile } from './trust/trace-file.ts'
import type { Output } from './write-outputs.ts'

/** What a build writes about its documents: `trace.json`, where each figure is printed and where it comes from. */
export function recordBuild({ documents, dataset, locale }: Draft): Output[] {
  return [toTraceFile(traceDocuments(documents, dataset, locale))]
}
