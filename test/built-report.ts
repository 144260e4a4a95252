import { drawChart } from '../src/chart/draw.ts'
import type { Composed } from '../src/compose.ts'
import { compose } from '../src/compose.ts'
import { readDataset } from '../src/dataset/read.ts'
import { formatDiagnostic, type Outcome } from '../src/diagnostic.ts'
import { openFonts } from '../src/fonts.ts'
import type { DocumentKind } from '../src/formats.ts'
import { type Drawings, drawCharts, toDrawings } from '../src/layout/drawings.ts'
import { getLocale } from '../src/locale/get-locale.ts'
import { readTelling } from '../src/read-report.ts'
import { readTheme } from '../src/read-theme.ts'
import { createStopwatch } from '../src/stopwatch.ts'
import type { Theme } from '../src/theme.ts'

function sound<T>({ value, diagnostics }: Outcome<T>): T {
  if (value === undefined) throw new Error(diagnostics.map(formatDiagnostic).join('\n'))
  return value
}

/** A report of the made-up library that has every kind of block. */
export const everyBlock = 'test/conformance/every-block'

/** What a report's document is rendered from; `change` makes another theme of its own. */
export async function composeReport(
  folder: string,
  kind: DocumentKind,
  change: (theme: Theme) => Theme = (theme) => theme,
): Promise<Composed & { theme: Theme; fonts: ReturnType<typeof openFonts>; drawings: Drawings }> {
  const theme = change(sound(readTheme(folder)))
  const dataset = sound(readDataset(folder))
  const telling = sound(readTelling(folder, undefined))
  const fonts = openFonts(theme, folder)
  const locale = getLocale(dataset.report.language, dataset.report.language)
  const composed = sound(
    compose(
      kind,
      { dataset, telling, theme, fonts, locale },
      createStopwatch(() => {}),
    ),
  )
  const draw = drawCharts(composed.pages, (chart, size) => drawChart(chart, size, { theme, fonts, folder }))
  return { ...composed, theme, fonts, drawings: toDrawings(sound(await draw)) }
}
