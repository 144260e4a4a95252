import type { Outcome } from '../../diagnostic.ts'
import type { Size } from '../../graphics/types.ts'
import type { Memory } from '../../memory/memory.ts'
import { namesFiles } from '../spec/spec-data.ts'
import type { Chart, Drawing } from '../types.ts'
import { drawChart } from './draw.ts'
import type { DrawOptions } from './draw-options.ts'

/** Draws a chart as `drawChart` does, or gives what was drawn of the same chart before; one that reads files is drawn each time. */
export function drawOnce(chart: Chart, size: Size, options: DrawOptions, memory: Memory): Promise<Outcome<Drawing>> {
  if (memory.remember('files of a spec', [chart.text], () => namesFiles(chart))) return drawChart(chart, size, options)
  // Where its figures stand in the data, and what is said of it, are not drawn.
  const drawn: Chart = {
    ...chart,
    observations: [],
    workedOut: undefined,
    derivedMarks: undefined,
    unfoundedMarks: undefined,
    alt: '',
    origin: undefined,
    place: { file: chart.file, line: 1, column: 1 },
  }
  return memory.remember('draw chart', [drawn, size, options], () => drawChart(drawn, size, options))
}
