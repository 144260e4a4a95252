import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createManifest } from '../build/manifest.ts'
import { variantRequests } from '../build/read/read-variants.ts'
import type { BuildOrder, BuildRequest } from '../build/types.ts'
import { isOutOfTime } from '../chart/draw/vega/limit-time.ts'
import { claimsFirst } from '../console/claims-first.ts'
import { formatCounts, groupDigits, type Log } from '../console/log.ts'
import { reportOnce } from '../console/report-once.ts'
import { type Diagnostic, hasErrors } from '../diagnostic.ts'
import { explainWriteFailure } from '../files/explain-write-failure.ts'
import { makeFolder } from '../files/make-folder.ts'
import { sha256 } from '../files/sha256.ts'
import { openFonts } from '../fonts/fonts.ts'
import { readTheme } from '../theme/read-theme.ts'
import type { BatchInputs, BatchOrder } from './batch-order.ts'
import { appendEntry, type BatchEntry, readRecord, recordName, toBatchEntry } from './batch-record.ts'
import { type BatchResult, hashInputs } from './batch-task.ts'
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
        const unrecorded = record(order.out, toBatchEntry(request.variant ?? '', made.key, result))
        report.done(request.variant ?? 'the report', result)
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
  requests: readonly BuildOrder[],
  { out }: BatchOrder,
  { key }: BatchInputs,
  makers: Makers,
): Promise<BuildOrder[]> {
  const former = readRecord(out)
  const isMade = async (request: BuildOrder) => {
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

/** Tells how a batch goes. */
interface BatchReport {
  /** Takes a variant's result: a failed one is named with its errors; errors that several share are reported once. */
  done(variant: string, result: BatchResult): void
  hasFailed(): boolean
  /** Says how it went; whether all variants are there. */
  end(): boolean
}

/** The report of a batch of so many variants, some of them kept from an earlier one. */
function createBatchReport(log: Log, all: number, kept: number): BatchReport {
  const begun = performance.now()
  const elapsed = () => performance.now() - begun
  const tell = reportOnce(log)
  const failed: string[] = []
  let made = 0
  const getProgress = () => ({ all, made, failed: failed.length, kept })
  return {
    done: (variant, { outputs, diagnostics }) => {
      for (const diagnostic of claimsFirst(diagnostics)) tell(diagnostic)
      if (outputs && !hasErrors(diagnostics)) made += 1
      else {
        failed.push(variant)
        log.say(`${variant}: failed: ${formatCounts(diagnostics)}`)
      }
      log.progress(formatProgress(getProgress(), elapsed()))
    },
    hasFailed: () => failed.length > 0,
    end: () => {
      log.say(formatBatchSummary(getProgress(), failed, elapsed()))
      return made + kept === all
    },
  }
}

/** How far a batch is. */
interface Progress {
  all: number
  /** Made, failed, and kept from an earlier batch. */
  made: number
  failed: number
  kept: number
}

/** `1,204 of 10,000, 3 failed; 5,210 an hour, 1 h 41 min left`. Rate and time count this batch's own work only. */
export function formatProgress({ all, made, failed, kept }: Progress, milliseconds: number): string {
  const done = made + failed
  const left = all - done - kept
  const rate = getRate(done, milliseconds)
  const time = rate > 0 && left > 0 ? [`${formatHours(left / rate)} left`] : []
  return [
    `${groupDigits(done + kept)} of ${groupDigits(all)}${failed > 0 ? `, ${groupDigits(failed)} failed` : ''}`,
    [formatRate(rate), ...time].join(', '),
  ].join('; ')
}

/** `9,997 of 10,000 reports; failed: a, b, c; 5,210 an hour`. */
export function formatBatchSummary(progress: Progress, failed: readonly string[], milliseconds: number): string {
  const some = failed.length > 10 ? [...failed.slice(0, 10), `and ${groupDigits(failed.length - 10)} more`] : failed
  const { all, made, kept } = progress
  const unmade = all - made - kept - failed.length
  return [
    `${groupDigits(made + kept)} of ${groupDigits(all)} reports`,
    ...(kept > 0 ? [`${groupDigits(kept)} of them from before`] : []),
    ...(failed.length > 0 ? [`failed: ${some.join(', ')}`] : []),
    ...(unmade > 0 ? [`${groupDigits(unmade)} not begun: --resume goes on`] : []),
    ...(made > 0 ? [formatRate(getRate(made + failed.length, milliseconds))] : []),
  ].join('; ')
}

/** Reports an hour. */
function getRate(done: number, milliseconds: number): number {
  return milliseconds > 0 ? (done / milliseconds) * 3_600_000 : 0
}

function formatRate(rate: number): string {
  return `${groupDigits(Math.round(rate))} an hour`
}

function formatHours(hours: number): string {
  const minutes = Math.ceil(hours * 60)
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
