import { drawChart } from '../../chart/draw/draw.ts'
import type { DrawOptions } from '../../chart/draw/draw-options.ts'
import { atOrigin } from '../../chart/named/at-origin.ts'
import { namesFiles } from '../../chart/spec/spec-data.ts'
import type { Chart, Drawing } from '../../chart/types.ts'
import type { Outcome } from '../../diagnostic.ts'
import type { Size } from '../../graphics/types.ts'
import { drawCharts } from '../../layout/drawings.ts'
import type { Memory } from '../../memory/memory.ts'
import { collectDiagnostics } from '../collect-diagnostics.ts'
import { inThemeOf } from '../compose.ts'
import type { Composed, Drawn, ReadReport } from '../types.ts'

/** Documents of a report with their charts drawn; one of which a chart cannot be drawn is left out. */
export async function drawDocuments(report: ReadReport, documents: readonly Composed[]): Promise<Outcome<Drawn[]>> {
  const { note, all } = collectDiagnostics()
  const { fonts, folder, now, memory, stopwatch } = report
  const drawn: Drawn[] = []
  for (const document of documents) {
    const options = { theme: inThemeOf(report, document.kind).theme, fonts, folder, now }
    const draw = async (chart: Chart, size: Size) => {
      const { value, diagnostics } = await drawOnce(chart, size, options, memory)
      return { value, diagnostics: atOrigin(diagnostics, chart.origin) }
    }
    const drawings = note(await stopwatch.time('draw charts', () => drawCharts(document.pages, draw)))
    if (drawings) drawn.push({ ...document, drawings })
  }
  return { value: drawn, diagnostics: all() }
}

/** Draws a chart as `drawChart` does, or returns its earlier drawing; one that reads files is always redrawn. */
function drawOnce(chart: Chart, size: Size, options: DrawOptions, memory: Memory): Promise<Outcome<Drawing>> {
  if (memory.remember('files of a spec', [chart.text], () => namesFiles(chart))) return drawChart(chart, size, options)
  // Where its figures stand in the data, and what is said of it, are not drawn.
  const drawn: Chart = {
    ...chart,
    observations: [],
    workedOut: undefined,
    derivedMarks: undefined,
    unfoundedMarks: undefined,
    strays: undefined,
    sums: undefined,
    mixed: undefined,
    alt: '',
    origin: undefined,
    place: { file: chart.file, line: 1, column: 1 },
  }
  return memory.remember('draw chart', [drawn, size, options], () => drawChart(drawn, size, options))
}
