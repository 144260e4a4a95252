import type { BuildOrder } from '../build/types.ts'
import { plainError } from '../diagnostic.ts'
import { createPool, type Pool } from '../threads/pool.ts'
import type { BatchInputs, BatchOrder } from './batch-order.ts'
import { holdsOutputs } from './batch-record.ts'
import type { BatchResult, BatchTask } from './batch-task.ts'

/** Who makes the variants of a batch: threads here, or the workers of a queue. */
export interface Makers {
  /** How many are asked for at a time. */
  atATime: number
  /** What became of a variant; undefined: the batch has ended before. */
  make(request: BuildOrder): Promise<BatchResult | undefined>
  /** Whether the files of a variant are where they belong, as they were made. */
  holds(request: BuildOrder, outputs: Readonly<Record<string, string>>): Promise<boolean>
  close(): Promise<void>
}

/** Opens a batch's makers. On abort they start nothing more; the reason is `failed` where a variant failed. */
export type OpenMakers = (order: BatchOrder, made: BatchInputs, signal: AbortSignal) => Promise<Makers>

/** Megabytes that a thread may hold: a report of a thousand pages needs a third of it. */
const mostMegabytes = 2000

/** Threads of this process that make variants. */
export function createBuildPool(threads: number): Pool<BatchTask, BatchResult> {
  return createPool('src/batch/batch-task.ts', threads, mostMegabytes)
}

/** Threads of this process: what is being made when the signal aborts is finished. */
export const openThreads: OpenMakers = async ({ threads }, { inputs }) => {
  const pool = createBuildPool(threads)
  return {
    atATime: threads,
    make: (request) => pool.run({ request, inputs }).catch(brokenOff),
    holds: async ({ out }, outputs) => holdsOutputs(out, outputs),
    close: () => pool.close(),
  }
}

/** A fault of the tool itself, or a thread that needed too much memory: it costs this variant only. */
function brokenOff(error: unknown): BatchResult {
  const message = `the build broke off: ${error instanceof Error ? error.message : String(error)}`
  return { outputs: undefined, bytes: 0, milliseconds: 0, diagnostics: [plainError(message)] }
}
