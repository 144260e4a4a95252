import { type Runtime, View } from '../draw/vega/vega.ts'
import type { VegaLog } from '../draw/vega/vega-log.ts'
import { withFormats } from '../spec/expression/expression-functions.ts'
import { createLoader } from '../spec/links/loader.ts'
import type { Chart } from '../types.ts'

/** A view of a chart with its parameters and formats, not yet run; `now` is by default the clock's time. */
export function openView(
  chart: Chart,
  runtime: Runtime,
  { folder, now = Date.now() }: { folder: string; now?: number | undefined },
  logger: VegaLog,
): View {
  const view = new View(runtime, { renderer: 'none', logger, loader: createLoader(folder) })
  for (const [name, value] of Object.entries(chart.parameters)) view.signal(name, value)
  return withFormats(view, chart, now)
}
