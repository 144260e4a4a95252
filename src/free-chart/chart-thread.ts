import { parentPort, workerData } from 'node:worker_threads'
import type { Log } from '../console/log.ts'
import type { ChartOrder } from './chart-order.ts'
import { runChart } from './run-chart.ts'

/** What the thread tells the command: that it begins a spec, what to log, and how it ended. */
export type ChartMessage =
  | { type: 'begin'; spec: string }
  | { type: 'log'; method: keyof Log; given: unknown[] }
  | { type: 'end'; bytes: Uint8Array | undefined }

/** Runs the order that this thread was started with. Called in a thread of its own, which the command can end when a spec never does. */
export async function runChartThread(): Promise<void> {
  const order: ChartOrder = workerData.order
  const send = (message: ChartMessage) => parentPort?.postMessage(message)
  const tell =
    (method: keyof Log) =>
    (...given: unknown[]) =>
      send({ type: 'log', method, given })
  const log: Log = {
    diagnostic: tell('diagnostic'),
    made: tell('made'),
    built: tell('built'),
    say: tell('say'),
    progress: tell('progress'),
  }
  const bytes = await runChart(order, log, (spec) => send({ type: 'begin', spec }))
  send({ type: 'end', bytes })
}
