import { drawOnce } from '../../chart/draw/draw-once.ts'
import { atOrigin } from '../../chart/named/at-origin.ts'
import type { Chart } from '../../chart/types.ts'
import type { Outcome } from '../../diagnostic.ts'
import type { Size } from '../../graphics/types.ts'
import { drawCharts } from '../../layout/drawings.ts'
import { collectDiagnostics } from '../collect-diagnostics.ts'
import type { Stopwatch } from '../stopwatch.ts'
import type { Composed, Drawn, ReadReport } from '../types.ts'

/** Documents of a report with their charts drawn; one of which a chart cannot be drawn is left out. */
export async function drawDocuments(
  report: ReadReport,
  documents: readonly Composed[],
  { time }: Stopwatch,
): Promise<Outcome<Drawn[]>> {
  const { note, all } = collectDiagnostics()
  const { theme, fonts, folder, now, memory } = report
  const options = { theme, fonts, folder, now }
  const draw = async (chart: Chart, size: Size) => {
    const { value, diagnostics } = await drawOnce(chart, size, options, memory)
    return { value, diagnostics: atOrigin(diagnostics, chart.origin) }
  }
  const drawn: Drawn[] = []
  for (const document of documents) {
    const drawings = note(await time('draw charts', () => drawCharts(document.pages, draw)))
    if (drawings) drawn.push({ ...document, drawings })
  }
  return { value: drawn, diagnostics: all() }
}
