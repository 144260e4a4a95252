import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { variantRequests } from '../build/read/read-variants.ts'
import type { BuildRequest } from '../build/types.ts'
import { isOutOfTime } from '../chart/draw/vega/limit-time.ts'
import type { Log } from '../console/log.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { explainWriteFailure } from '../files/explain-write-failure.ts'
import { makeFolder } from '../files/make-folder.ts'
import { sha256 } from '../files/sha256.ts'
import { openFonts } from '../fonts/fonts.ts'
import { readTheme } from '../theme/read-theme.ts'
import { createManifest } from '../trust/manifest.ts'
import type { BatchInputs, BatchOrder, VariantRequest } from './batch-order.ts'
import { appendEntry, type BatchEntry, readRecord, recordName, toEntry } from './batch-record.ts'
import { createBatchReport } from './batch-report.ts'
import { hashInputs } from './batch-task.ts'
import { type Makers, type OpenMakers, openThreads } from './makers.ts'

/** Makes all variants of a report; whether all went well. Each is entered in the record when it is made. */
export async function runBatch(
  order: BatchOrder,
  log: Log,
  signal: AbortSignal,
  openMakers: OpenMakers = openThreads,
): Promise<boolean> {
  const { value: requests, diagnostics } = variantRequests(order, order.only)
  const refused = requests ? openRecord(order) : diagnostics
  for (const diagnostic of refused) log.diagnostic(diagnostic)
  if (!requests || refused.length > 0) return false
  const failing = new AbortController()
  const end = AbortSignal.any([signal, failing.signal])
  const made = getInputs(order)
  const makers = await openMakers(
    { ...order, threads: Math.max(1, Math.min(order.threads, requests.length)) },
    made,
    end,
  )
  try {
    const waiting = await notYetMade(requests, order, made, makers)
    const report = createBatchReport(log, requests.length, requests.length - waiting.length)
    const tasks = waiting.values()
    const work = async () => {
      for (const request of tasks) {
        const result = await makers.make(request)
        if (!result) return
        const unrecorded = record(order.out, toEntry(request.variant ?? '', made.key, result))
        report.done(request.variant ?? '', result)
        for (const diagnostic of unrecorded) log.diagnostic(diagnostic)
        // A chart that never ends is waited for once; without a record all would be made again.
        const isLast = unrecorded.length > 0 || result.diagnostics.some(isOutOfTime)
        if (isLast || (order.isFailFast && report.hasFailed())) failing.abort('failed')
        if (end.aborted) return
      }
    }
    await Promise.all(Array.from({ length: Math.min(makers.atATime, waiting.length) }, work))
    return report.end()
  } finally {
    await makers.close()
  }
}

/** Makes the folder, and begins a new record where no earlier one is to go on. */
function openRecord({ out, resumes }: BatchOrder): Diagnostic[] {
  try {
    makeFolder(out)
    if (!resumes) rmSync(join(out, recordName), { force: true })
    return []
  } catch (error) {
    return [explainWriteFailure(error, out)]
  }
}

/** Adds a line to the record; why it cannot be added. */
function record(out: string, entry: BatchEntry): Diagnostic[] {
  try {
    appendEntry(out, entry)
    return []
  } catch (error) {
    return [explainWriteFailure(error, out)]
  }
}

/** Those that the record does not know as made of the same, or whose files are not there as they were made. */
async function notYetMade(
  requests: readonly VariantRequest[],
  { out }: BatchOrder,
  { key }: BatchInputs,
  makers: Makers,
): Promise<VariantRequest[]> {
  const former = readRecord(out)
  const isMade = async (request: VariantRequest) => {
    const { inputs, outputs } = former.get(request.variant ?? '') ?? {}
    return inputs === key && outputs !== undefined && (await makers.holds(request, outputs))
  }
  const made = await Promise.all(requests.map(isMade))
  return requests.filter((_, index) => !made[index])
}

/** What all variants are made of. */
export function getInputs(order: BuildRequest): BatchInputs {
  const theme = readTheme(order.folder).value
  const fonts = theme ? openFonts(theme, order.folder) : { files: () => [] }
  const manifest = createManifest(order, fonts, [])
  return { inputs: hashInputs(manifest.inputs), key: sha256(JSON.stringify(manifest)) }
}
