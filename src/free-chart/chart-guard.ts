import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Log } from '../console/log.ts'
import type { Diagnostic } from '../diagnostic.ts'
import type { ChartOrder } from './chart-order.ts'
import type { ChartMessage } from './chart-thread.ts'

export interface ChartLimits {
  /** Seconds that one spec may take. */
  timeout: number
  /** Megabytes that the thread may hold. */
  memory: number
}

/**
 * Draws charts in a thread, which is ended where a spec takes longer or holds more than it may: no spec can hang the command or bring it down.
 * What goes to the standard output, or undefined where it failed. The thread loads the stages, so the command loads nothing but itself.
 */
export function guardCharts(order: ChartOrder, limits: ChartLimits, log: Log): Promise<Uint8Array | undefined> {
  const stages = fileURLToPath(new URL('./stages.cjs', import.meta.url))
  const program = `require(${JSON.stringify(stages)})['src/free-chart/chart-thread.ts'].runChartThread()`
  const worker = new Worker(program, {
    eval: true,
    workerData: { order },
    // Beyond the limit V8 grants a thread a little more to end in. A large young generation, moved at once, is more than that, and brings the process down (Node 24).
    resourceLimits: { maxOldGenerationSizeMb: limits.memory, maxYoungGenerationSizeMb: 16 },
    name: 'chart',
  })
  return new Promise((resolve) => {
    let spec = order.specs[0]?.name ?? ''
    let timer: NodeJS.Timeout | undefined
    const end = (bytes: Uint8Array | undefined) => {
      clearTimeout(timer)
      resolve(bytes)
      void worker.terminate()
    }
    const stop = (message: string, hint: string) => {
      log.diagnostic(stopped(spec, message, hint))
      end(undefined)
    }
    const watch = () => {
      clearTimeout(timer)
      timer = setTimeout(
        () =>
          stop(`not done after ${limits.timeout} seconds: stopped`, 'draw less data, or give it time with --timeout'),
        limits.timeout * 1000,
      )
    }
    worker.on('message', (message: ChartMessage) => {
      switch (message.type) {
        case 'begin':
          spec = message.spec
          watch()
          break
        case 'log':
          Reflect.apply(log[message.method], log, message.given)
          break
        case 'end':
          end(message.bytes)
          break
      }
    })
    worker.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? stop(`needs more than ${limits.memory} MB of memory: stopped`, 'draw less data, or allow more with --memory')
        : stop(`cannot be drawn: ${error.stack ?? error.message}`, 'a fault of this program: please report it'),
    )
    worker.on('exit', () => end(undefined))
    watch()
  })
}

function stopped(file: string, message: string, hint: string): Diagnostic {
  return { severity: 'error', message, place: { file, line: 1, column: 1 }, hint }
}
