import { dateOf } from '../../../build/build-date.ts'
import { type ComposedReport, composeReport } from '../../../build/compose-report.ts'
import type { Stopwatch } from '../../../build/stopwatch.ts'
import { createTroubles } from '../../../build/troubles.ts'
import { drawChart } from '../../../chart/draw/draw.ts'
import type { Chart, Size } from '../../../chart/types.ts'
import type { Outcome } from '../../../diagnostic.ts'
import { drawCharts } from '../../../layout/drawings.ts'
import { indexFigures } from '../../numbers/figure-index.ts'
import { once } from '../../numbers/once.ts'
import { expectedElements, expectedTexts } from '../expected-text.ts'
import type { Standard } from '../verify-document.ts'

/** A report, and what its build would print: what finished files are held against. */
export interface ReportStandard extends Standard {
  report: ComposedReport
}

/** Composes a report and draws its charts, for the words in them; nothing is written. */
export async function readStandard(
  folder: string,
  language: string | undefined,
  stopwatch: Stopwatch,
): Promise<Outcome<ReportStandard>> {
  const { note, outcome } = createTroubles()
  const report = note(composeReport({ folder, formats: undefined, language }, stopwatch))
  if (!report) return outcome()
  const { theme, fonts, dataset } = report
  const now = dateOf(dataset.report).getTime()
  const draw = (chart: Chart, size: Size) => drawChart(chart, size, { theme, fonts, folder, now })
  const drawn = await Promise.all(report.documents.map(({ pages }) => drawCharts(pages, draw)))
  const made = report.documents.flatMap((document, index) => {
    const drawings = drawn[index] && note(drawn[index])
    return drawings ? [{ document, drawings }] : []
  })
  const expected = made.flatMap(({ document, drawings }) => expectedTexts(document, drawings))
  const slidesOnPaper = made
    .filter(({ document }) => document.kind === 'deck')
    .flatMap(({ document, drawings }) => expectedElements(document, drawings))
  return outcome({ report, expected, slidesOnPaper, figures: once(() => indexFigures(dataset)) })
}
