import { setTimeout as wait } from 'node:timers/promises'
import type { Log } from '../../console/log.ts'
import type { BatchResult } from '../batch-task.ts'
import type { Makers, OpenMakers } from '../makers.ts'
import { agreement, type OpenQueue, openQueue, type QueueAddress } from './open-queue.ts'
import { formatErrors, jobAttempts, jobId, type QueueJob } from './queue-job.ts'
import { openResults } from './results.ts'
import { keepReport, packReport, sendReport } from './sent-report.ts'

/** How a batch uses a queue. */
export interface QueueUse extends QueueAddress {
  /** A folder, or `s3://BUCKET/FOLDER`. */
  results: string
  /** Jobs with a lower number come first; 0 before all. */
  priority: number
}

/** So many variants of a batch are on the queue at a time, and so many jobs are looked at in one go. */
const [mostWaiting, lookedAt] = [10_000, 500]

/** Milliseconds between two looks, and how long nothing may happen before that is reported. */
const [lookEvery, tellAfter] = [200, 15_000]

/** Kept on the queue after it is done: for a day, seconds, and so many at most. */
const kept = { age: 24 * 3600, count: 100_000 }

type Settle = (result: BatchResult | undefined) => void

/** The workers of a queue. Variants not made when the batch ends stay on the queue, unless it fails fast. */
export function onQueue(use: QueueUse, log: Log): OpenMakers {
  return async (order, made, signal) => {
    const results = await openResults(use.results, '')
    const report = packReport(order, made)
    const open = await openQueue(use)
    await sendReport(open, report)
    const asked = new Map<string, Settle>()
    const watching = watch(open, asked, log)
    const keeping = setInterval(() => void keepReport(open, report.hash), 60_000)
    let ended: Promise<void> | undefined
    signal.addEventListener('abort', () => {
      ended = leave(open, asked, signal.reason === 'failed')
    })
    const holds: Makers['holds'] = ({ variant = '' }, outputs) => results.holds(variant, outputs)
    return {
      atATime: mostWaiting,
      make: async (request) => {
        const job = { report: report.hash, ...(request.variant !== undefined && { variant: request.variant }) }
        if (!signal.aborted) await addJob(open, job, use.priority)
        // The batch may have ended meanwhile.
        if (signal.aborted) return undefined
        const result = await new Promise<BatchResult | undefined>((settle) => asked.set(jobId(job), settle))
        return !result?.outputs || (await holds(request, result.outputs)) ? result : notThere(use.results)
      },
      holds,
      close: async () => {
        clearInterval(keeping)
        watching.stop()
        await ended
        await open.close()
      },
    }
  }
}

/** Puts a job on the queue, once more where it was done before. */
async function addJob({ queue }: OpenQueue, job: QueueJob, priority: number): Promise<void> {
  const id = jobId(job)
  const former = await queue.getJob(id)
  if (former?.finishedOn !== undefined) await former.remove()
  const removeOnFail = { ...kept, age: 30 * kept.age }
  await queue.add('variant', job, { jobId: id, ...jobAttempts, priority, removeOnComplete: kept, removeOnFail })
}

/** Waits for no job any more, and takes those that wait off the queue where that is asked for. */
async function leave({ queue }: OpenQueue, asked: Map<string, Settle>, takesOff: boolean): Promise<void> {
  const left = [...asked]
  asked.clear()
  for (const [, settle] of left) settle(undefined)
  if (takesOff) await Promise.all(left.map(([id]) => queue.remove(id)))
}

function notThere(results: string): BatchResult {
  const hint = 'name the same place with --out here and to the workers'
  return failed(`made by a worker, but not there: ${results}`, hint)
}

/** Looks for the jobs that are asked for, some at a time in turns, and settles those that are done. */
function watch(open: OpenQueue, asked: Map<string, Settle>, log: Log): { stop(): void } {
  let isOver = false
  let quietSince = performance.now()
  const look = async (id: string) => {
    const job = await open.queue.getJob(id)
    const settle = asked.get(id)
    const result = toResult(job)
    asked.delete(id)
    if (settle && !result) asked.set(id, settle)
    else settle?.(result)
    return result !== undefined
  }
  const run = async () => {
    while (!isOver) {
      const some = [...asked.keys()].slice(0, lookedAt)
      const done = await Promise.all(some.map(look))
      if (done.some(Boolean)) quietSince = performance.now()
      if (performance.now() - quietSince > tellAfter && asked.size > 0) {
        await tellWhy(open, log)
        quietSince = Number.POSITIVE_INFINITY
      }
      await wait(lookEvery)
    }
  }
  run().catch((error) => {
    if (!isOver) throw error
  })
  return {
    stop: () => {
      isOver = true
    },
  }
}

/** Says why nothing happens, where that can be known. */
async function tellWhy({ queue, name }: OpenQueue, log: Log): Promise<void> {
  const warn = (message: string, hint: string) => log.diagnostic({ severity: 'warning', message, hint })
  if (await queue.isPaused()) return warn(`the queue is paused: ${name}`, 'briefwright queue resume goes on')
  if ((await queue.getWorkersCount()) > 0) return
  warn(
    `no worker takes these reports: ${agreement}`,
    'start briefwright worker --queue … in this version, on this Node',
  )
}

/** What became of a job; undefined while it is not done. */
function toResult(job: Awaited<ReturnType<OpenQueue['queue']['getJob']>>): BatchResult | undefined {
  if (!job) return failed('taken off the queue', 'begin again with --resume')
  if (job.finishedOn === undefined) return undefined
  // The reason of an earlier attempt stays with a job that was made at last.
  if (isResult(job.returnvalue)) return job.returnvalue
  const { failedReason, progress } = job
  const isOfReport = failedReason !== '' && isResult(progress) && formatErrors(progress.diagnostics) === failedReason
  return isOfReport ? progress : failed(failedReason || 'a worker said nothing of it', 'see briefwright queue')
}

/** Whether it is a worker's result. The server is not trusted: what it says is reported, and files checked by hash. */
function isResult(value: unknown): value is BatchResult {
  return typeof value === 'object' && value !== null && 'diagnostics' in value && Array.isArray(value.diagnostics)
}

function failed(message: string, hint: string): BatchResult {
  return { outputs: undefined, bytes: 0, milliseconds: 0, diagnostics: [{ severity: 'error', message, hint }] }
}
