import { fileURLToPath } from 'node:url'
import Piscina from 'piscina'

/** Threads that do one kind of task, a task each at a time. */
export interface Pool<Task, Result> {
  /** Rejects with what the task threw, or if its thread died; other tasks go on. The signal ends the thread. */
  run(task: Task, signal?: AbortSignal): Promise<Result>
  close(): Promise<void>
}

/** Functions that threads run, by their files' names; `src/bundle.mjs` makes a thread's program of them. */
export type TaskName = 'src/batch/batch-task.ts' | 'src/free-chart/chart-task.ts'

/** At most as many threads as are asked for, each of which may hold so many megabytes. */
export function createPool<Task, Result>(name: TaskName, threads: number, megabytes: number): Pool<Task, Result> {
  const pool = new Piscina<Task, Result>({
    filename: fileURLToPath(new URL('./tasks.cjs', import.meta.url)),
    name,
    // Each is started when there is a task for it: where little is left to do, few are.
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: Number.POSITIVE_INFINITY,
    // Between tasks a thread must hear its own threads, which draw pictures.
    atomics: 'disabled',
    // A large young generation, moved at once, is more than V8 grants a thread to end in (Node 24).
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 16 },
  })
  return {
    run: (task, signal) => pool.run(task, { ...(signal && { signal }) }),
    close: () => pool.destroy(),
  }
}
