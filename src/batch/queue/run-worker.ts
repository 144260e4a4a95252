import { once as event } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Job } from 'bullmq'
import type { Log } from '../../console/log.ts'
import { plainWarning } from '../../diagnostic.ts'
import type { BatchResult } from '../batch-task.ts'
import { createBuildPool } from '../makers.ts'
import { getInputs } from '../run-batch.ts'
import { agreement, type OpenQueue, openQueue, type QueueAddress } from './open-queue.ts'
import { formatErrors, type QueueJob, queueJob, toSentResult } from './queue-job.ts'
import { openResults } from './results.ts'
import { keepReport, type ReceivedReport, receiveReport } from './sent-report.ts'

/** What `briefwright worker` was asked for. */
export interface WorkerOrder extends QueueAddress {
  /** A folder, or `s3://BUCKET/FOLDER`. */
  results: string
  /** How many variants it makes at a time. */
  concurrency: number
}

/**
 * A worker that is not heard of for so long has lost its jobs to others, which look for such at these intervals, in
 * milliseconds. One that was only slow makes
 * what another makes too: the same bytes. A job that ended so many workers is not given to one more.
 */
const takeover = { lockDuration: 20_000, stalledInterval: 5_000, maxStalledCount: 5 }

/** Takes variants from a queue and makes them until the signal aborts; what is being made then is finished. */
export async function runWorker(order: WorkerOrder, log: Log, signal: AbortSignal): Promise<void> {
  const temporary = mkdtempSync(join(tmpdir(), 'briefwright-worker-'))
  const results = await openResults(order.results, temporary)
  const open = await openQueue(order)
  const pool = createBuildPool(order.concurrency)
  const reports = createReportShelf(open, temporary)
  const make = async (job: Job<QueueJob, BatchResult>): Promise<BatchResult> => {
    const { report, variant } = queueJob.parse(job.data)
    const outcome = await reports.use(report, ({ request, inputs }) =>
      pool.run({ request: { ...request, variant, out: results.folderFor(variant ?? '') }, inputs }),
    )
    const result = toSentResult(outcome)
    if (result.outputs) {
      await results.keep(variant ?? '', result.outputs)
      return result
    }
    await job.updateProgress({ ...result })
    const errors = formatErrors(result.diagnostics)
    throw result.mayPass ? new Error(errors) : new open.UnrecoverableError(errors)
  }
  const worker = new open.Worker<QueueJob, BatchResult>(open.queue.name, make, {
    ...{ connection: open.client, concurrency: order.concurrency, autorun: false, metrics: { maxDataPoints: 10_080 } },
    ...takeover,
  })
  // The connection seeks its server again by itself.
  worker.on('error', (error) => log.diagnostic(plainWarning(`queue: ${error.message}`)))
  const rest = restAfterFailures(worker)
  worker.on('completed', ({ data }, { bytes, milliseconds }) => {
    rest.end()
    log.made({ path: data.variant ?? '.', format: 'variant', bytes, milliseconds })
  })
  worker.on('failed', (job, error) => {
    const isLast = job?.finishedOn !== undefined
    if (!isLast) rest.begin()
    const attempt = isLast ? 'failed' : `attempt ${job?.attemptsMade} of ${job?.opts.attempts} failed`
    const message = `${job?.data.variant ?? 'the report'}: ${attempt}: ${error.message}`
    log.diagnostic({ severity: isLast ? 'error' : 'warning', message })
  })
  const running = worker.run()
  log.say(`takes variants from ${open.at}: ${agreement}`)
  if (!signal.aborted) await event(signal, 'abort')
  rest.end()
  const isAway = await Promise.race([worker.pause().then(() => false), away(open)])
  if (isAway) {
    log.say('the server is away: what was being made is left to other workers')
    open.client.disconnect()
  }
  await worker.close(isAway)
  if (!isAway) await running
  await pool.close()
  await open.close()
  rmSync(temporary, { recursive: true, force: true })
}

/** Resolves where the server is away, now or later: then nothing of what is made can be told to it. */
async function away({ client }: OpenQueue): Promise<boolean> {
  if (client.status === 'ready') await new Promise((resolve) => client.once('close', resolve))
  return true
}

/** A worker with a full disk would fail every job: it rests after failures, longer each time, and others take them. */
function restAfterFailures(worker: { pause(doNotWait: boolean): Promise<void>; resume(): void }): {
  begin(): void
  end(): void
} {
  let inARow = 0
  let timer: NodeJS.Timeout | undefined
  return {
    begin: () => {
      inARow += 1
      clearTimeout(timer)
      void worker.pause(true)
      timer = setTimeout(() => worker.resume(), Math.min(60_000, 500 * 2 ** inARow))
    },
    end: () => {
      inARow = 0
      clearTimeout(timer)
    },
  }
}

/** The reports that a worker has unpacked: the last few, and those that it uses. */
interface ReportShelf {
  use<Result>(hash: string, task: (report: ReceivedReport) => Promise<Result>): Promise<Result>
}

/** So many reports lie unpacked at a time, where no more are in use. */
const mostReports = 8

/** A shelf in a folder of the worker's own. */
function createReportShelf(open: OpenQueue, folder: string): ReportShelf {
  const shelf = new Map<string, { report: Promise<ReceivedReport>; users: number }>()
  const fetch = async (hash: string) => {
    try {
      const report = await receiveReport(open, hash, join(folder, hash))
      if (getInputs(report.request).key === report.key) return report
      throw new open.UnrecoverableError(
        'this worker has other fonts than those that the report was sent with: install the same',
      )
    } catch (error) {
      // One that could not be fetched is fetched again.
      shelf.delete(hash)
      throw error
    }
  }
  const clear = () => {
    const unused = [...shelf].filter(([, { users }]) => users === 0)
    for (const [hash] of unused.slice(0, Math.max(0, shelf.size - mostReports))) {
      shelf.delete(hash)
      rmSync(join(folder, hash), { recursive: true, force: true })
    }
  }
  return {
    use: async (hash, task) => {
      const entry = shelf.get(hash) ?? { report: fetch(hash), users: 0 }
      // The last used is the last to go.
      shelf.delete(hash)
      shelf.set(hash, entry)
      entry.users += 1
      try {
        const report = await entry.report
        await keepReport(open, hash)
        return await task(report)
      } finally {
        entry.users -= 1
        clear()
      }
    },
  }
}
