import { agreement, type OpenQueue, openQueue, type QueueAddress } from './open-queue.ts'

export type QueueAction = 'state' | 'pause' | 'resume' | 'retry' | 'drain'

export type StateFormat = 'text' | 'json' | 'prometheus'

interface QueueOrder {
  action: QueueAction
  /** Reports a minute, of all workers; 0: no limit; undefined: as it is. */
  rate: number | undefined
  format: StateFormat
}

/** What `briefwright queue` shows. */
interface QueueState {
  /** The versions whose queue it is. */
  of: string
  isPaused: boolean
  workers: number
  counts: Readonly<Record<string, number>>
  /** The last that failed, the newest first. */
  failed: { variant: string; attempts: number; error: string }[]
}

/** So many of those that failed are named. */
const mostNamed = 100

/** Does what was asked of a queue; its state thereafter. */
export async function runQueue(address: QueueAddress, { action, rate, format }: QueueOrder): Promise<string> {
  const open = await openQueue(address)
  try {
    await acts[action](open.queue)
    if (rate === 0) await open.queue.removeGlobalRateLimit()
    else if (rate !== undefined) await open.queue.setGlobalRateLimit(rate, 60_000)
    if (format === 'prometheus') return `${(await open.queue.exportPrometheusMetrics()).trim()}\n`
    const state = await readState(open)
    return format === 'json' ? `${JSON.stringify(state, null, 2)}\n` : formatState(state)
  } finally {
    await open.close()
  }
}

const acts: Readonly<Record<QueueAction, (queue: OpenQueue['queue']) => unknown>> = {
  state: () => {},
  pause: (queue) => queue.pause(),
  resume: (queue) => queue.resume(),
  retry: (queue) => queue.retryJobs({ state: 'failed' }),
  drain: (queue) => queue.drain(true),
}

async function readState({ queue }: OpenQueue): Promise<QueueState> {
  const failed = await queue.getFailed(0, mostNamed - 1)
  return {
    of: agreement,
    isPaused: await queue.isPaused(),
    workers: await queue.getWorkersCount(),
    counts: await queue.getJobCounts('waiting', 'prioritized', 'delayed', 'active', 'completed', 'failed'),
    failed: failed.map(({ data, attemptsMade, failedReason }) => ({
      ...{ variant: data.variant ?? '', attempts: attemptsMade, error: failedReason ?? '' },
    })),
  }
}

function formatState({ of, isPaused, workers, counts, failed }: QueueState): string {
  const { waiting = 0, prioritized = 0, ...rest } = counts
  const all = { waiting: waiting + prioritized, ...rest }
  const said = Object.entries(all).map(([state, count]) => `${count} ${state}`)
  return [
    `${isPaused ? 'paused' : 'running'}, ${workers} ${workers === 1 ? 'worker' : 'workers'} of ${of}`,
    said.join(', '),
    ...failed.map(({ variant, attempts, error }) => `${variant}: failed at attempt ${attempts}: ${error}`),
    '',
  ].join('\n')
}
