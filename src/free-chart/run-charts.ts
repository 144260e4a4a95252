import { availableParallelism } from 'node:os'
import { formatCounts, type Log } from '../console/log.ts'
import { reportOnce } from '../console/report-once.ts'
import { showPath } from '../console/show-path.ts'
import { type Diagnostic, errorAt } from '../diagnostic.ts'
import { createPool, type Pool } from '../threads/pool.ts'
import type { ChartOrder } from './chart-order.ts'
import type { ChartResult, ChartTask } from './chart-task.ts'

export interface ChartLimits {
  /** Seconds that one spec may take. */
  timeout: number
  /** Megabytes that a thread may hold. */
  memory: number
}

/**
 * Draws charts in threads, a spec each at a time. One that takes longer or needs more than it may ends its thread and
 * costs itself only, as any other that cannot be
 * drawn: the others are written all the same. What goes to the standard output, or undefined where any failed.
 */
export async function runCharts(order: ChartOrder, limits: ChartLimits, log: Log): Promise<Uint8Array | undefined> {
  const { specs, ...rest } = order
  const threads = Math.min(specs.length, availableParallelism())
  const pool: Pool<ChartTask, ChartResult> = createPool('src/free-chart/chart-task.ts', threads, limits.memory)
  const report = createChartReport(specs.length, log)
  const tasks = specs.entries()
  const work = async () => {
    for (const [index, spec] of tasks) {
      const signal = AbortSignal.timeout(limits.timeout * 1000)
      const result = await pool.run({ spec, order: rest }, signal).catch((error) => stopped(spec.name, error, limits))
      report.done(index, result)
    }
  }
  try {
    await Promise.all(Array.from({ length: threads }, work))
  } finally {
    await pool.close()
  }
  return report.end()
}

/** Tells what became of each spec, in the order in which they were named. */
function createChartReport(all: number, log: Log) {
  const started = performance.now()
  const results: ChartResult[] = []
  const diagnostics: Diagnostic[] = []
  const report = reportOnce(log)
  let reported = 0
  let failed = 0
  let output = new Uint8Array()
  const tell = ({ made, bytes, remark, diagnostics: own }: ChartResult) => {
    own.forEach(report)
    diagnostics.push(...own)
    if (remark !== undefined) log.say(remark)
    if (!made) failed += 1
    const milliseconds = Math.round(performance.now() - started)
    for (const { target, format, size } of made ?? []) {
      if (target !== '-') log.made({ path: showPath(target), format, bytes: size, milliseconds })
    }
    output = bytes ? new Uint8Array(bytes) : output
  }
  return {
    done: (index: number, result: ChartResult) => {
      results[index] = result
      for (let next = results[reported]; next; next = results[++reported]) tell(next)
      if (all > 1) log.progress(`${reported} of ${all} charts`)
    },
    end: () => {
      if (failed === 0) return output
      const rest = all === 1 ? 'nothing was written' : `${all - failed} of ${all} charts were drawn`
      log.say(`failed: ${formatCounts(diagnostics)}; ${rest}`)
      return undefined
    },
  }
}

/** What a spec gets that ended its thread. */
function stopped(file: string, error: unknown, { timeout, memory }: ChartLimits): ChartResult {
  const { name = '', code = '' } = error as NodeJS.ErrnoException
  const say = (message: string, hint: string): ChartResult => ({
    ...{ made: undefined, bytes: undefined, remark: undefined },
    diagnostics: [errorAt({ file, line: 1, column: 1 }, message, { hint })],
  })
  if (name === 'AbortError')
    return say(`not done after ${timeout} seconds: stopped`, 'draw less data, or give it time with --timeout')
  if (code === 'ERR_WORKER_OUT_OF_MEMORY')
    return say(`needs more than ${memory} MB of memory: stopped`, 'draw less data, or allow more with --memory')
  const fault = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return say(`cannot be drawn: ${fault}`, 'a fault of this program: please report it')
}
