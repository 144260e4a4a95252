import { getBuildDate } from '../src/build/build-date.ts'
import { compose } from '../src/build/compose.ts'
import { pictureReader } from '../src/build/read/read-picture.ts'
import { readTemplateInput } from '../src/build/read/read-template-input.ts'
import { createStopwatch } from '../src/build/stopwatch.ts'
import type { Composed } from '../src/build/types.ts'
import { drawChart } from '../src/chart/draw/draw.ts'
import { readDataset } from '../src/dataset/read/read.ts'
import { formatDiagnostic, type Outcome } from '../src/diagnostic.ts'
import type { DocumentKind } from '../src/document/formats.ts'
import { openFonts } from '../src/fonts/fonts.ts'
import { type Drawings, drawCharts, toDrawings } from '../src/layout/drawings.ts'
import { getLocale } from '../src/locale/get-locale.ts'
import { noMemory } from '../src/memory/memory.ts'
import { readTheme } from '../src/theme/read-theme.ts'
import type { Theme } from '../src/theme/theme.ts'

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
  const templateInput = sound(readTemplateInput(folder, undefined))
  const fonts = openFonts(theme, folder)
  const locale = getLocale(dataset.report.language, dataset.report.language)
  const composed = sound(
    compose(kind, {
      ...{
        folder,
        now: getBuildDate(dataset.report).getTime(),
        dataset,
        templateInput,
        theme,
        pageTheme: theme,
        fonts,
        locale,
        stopwatch: createStopwatch(),
      },
      readPicture: pictureReader(folder, theme, noMemory),
    }),
  )
  const draw = drawCharts(composed.pages, (chart, size) => drawChart(chart, size, { theme, fonts, folder }))
  return { ...composed, theme, fonts, drawings: toDrawings(sound(await draw)) }
}
