import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { variantRequests } from '../build/read/read-variants.ts'
import type { BuildRequest } from '../build/types.ts'
import type { Log } from '../console/log.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { explainWriteFailure } from '../files/explain-write-failure.ts'
import { makeFolder } from '../files/make-folder.ts'
import { openFonts } from '../fonts/fonts.ts'
import { readTheme } from '../theme/read-theme.ts'
import { createPool, type Pool } from '../threads/pool.ts'
import { createManifest } from '../trust/manifest.ts'
import { appendEntry, isMade, readRecord, recordName, toEntry } from './batch-record.ts'
import { createBatchReport } from './batch-report.ts'
import { type BatchResult, type BatchTask, hashInputs, sha256 } from './batch-task.ts'

/** What `briefwright batch` was asked for. */
export interface BatchOrder extends BuildRequest {
  /** Absolute path of the folder for the documents. */
  out: string
  overwrites: boolean
  /** Ids of the variants to build; undefined: all that the report has. */
  only: readonly string[] | undefined
  threads: number
  /** Whether what an earlier batch made of the same stands. */
  resumes: boolean
  isFailFast: boolean
}

/** Megabytes that a thread may hold: a report of a thousand pages needs a third of it. */
const mostMegabytes = 2000

/** Builds all variants of a report in threads; whether all went well. Each is written when it is made, and entered in the record. When the signal aborts, what is being made is finished. */
export async function runBatch(order: BatchOrder, log: Log, signal: AbortSignal): Promise<boolean> {
  const { value: requests, diagnostics } = variantRequests(order, order.only)
  const refused = requests ? openRecord(order) : diagnostics
  for (const diagnostic of refused) log.diagnostic(diagnostic)
  if (!requests || refused.length > 0) return false
  const { inputs, key } = getInputs(order)
  const former = readRecord(order.out)
  const waiting = requests.filter(({ variant }) => !isMade(order.out, former.get(variant ?? ''), key))
  const report = createBatchReport(log, requests.length, requests.length - waiting.length)
  const threads = Math.max(1, Math.min(order.threads, waiting.length))
  const pool: Pool<BatchTask, BatchResult> = createPool('src/batch/batch-task.ts', threads, mostMegabytes)
  const tasks = waiting.values()
  const work = async () => {
    for (const request of tasks) {
      const result = await pool.run({ request, inputs }).catch(brokenOff)
      appendEntry(order.out, toEntry(request.variant ?? '', key, result))
      report.done(request.variant ?? '', result)
      if (signal.aborted || (order.isFailFast && report.hasFailed())) return
    }
  }
  try {
    await Promise.all(Array.from({ length: threads }, work))
  } finally {
    await pool.close()
  }
  return report.end()
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

/** What all variants are made of: the report's files in a hash, and with versions, fonts and what was asked for in another. */
function getInputs(order: BatchOrder): { inputs: string; key: string } {
  const theme = readTheme(order.folder).value
  const fonts = theme ? openFonts(theme, order.folder) : { files: () => [] }
  const manifest = createManifest(order, fonts, [])
  return { inputs: hashInputs(manifest.inputs), key: sha256(JSON.stringify(manifest)) }
}

/** A fault of the tool itself, or a thread that needed too much memory: it costs this variant only. */
function brokenOff(error: unknown): BatchResult {
  const message = `the build broke off: ${error instanceof Error ? error.message : String(error)}`
  return { outputs: undefined, bytes: 0, milliseconds: 0, diagnostics: [{ severity: 'error', message }] }
}
