import { atOrigin } from '../chart/named/at-origin.ts'
import type { Chart } from '../chart/types.ts'
import type { Report } from '../dataset/types.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { checkAxes } from '../trust/charts/check-axes.ts'
import { checkDrawnValues } from '../trust/charts/check-drawn-values.ts'
import { checkTitles } from '../trust/charts/check-titles.ts'
import { checkSourceDates } from '../trust/check-fresh.ts'
import { checkLooseNumbers } from '../trust/numbers/check-loose-numbers.ts'
import { getEmbargo } from './embargo.ts'
import type { Stopwatch } from './stopwatch.ts'
import type { DrawnReport } from './types.ts'

/** What the report's own texts and sources prove: its sentences are true of the figures that they print, no number stands in a template that no figure says, and the sources' texts say what the dataset says that they do. */
export function checkInput(report: DrawnReport, { time }: Stopwatch): Diagnostic[] {
  const { request, dataset, locale, sources } = report
  const embargo = getEmbargo(dataset.report, request.date, locale)
  const found = [
    ...(embargo ? [embargo.diagnostic] : []),
    ...time('check numbers', () => checkNumbers(report)),
    ...time('check charts', () =>
      getCharts(report).flatMap((chart) => atOrigin([...checkAxes(chart), ...checkDrawnValues(chart)], chart.origin)),
    ),
    ...report.documents.flatMap(({ document }) => checkTitles(document, dataset)),
    ...sources.flatMap(({ diagnostics }) => diagnostics),
  ]
  return bySeverity(found, dataset.report.severity)
}

/** The charts of a report's documents, one for each spec. */
function getCharts({ documents }: DrawnReport): Chart[] {
  const charts = documents.flatMap(({ drawings }) => [...drawings.keys()].map(({ chart }) => chart))
  return [...new Map(charts.map((chart) => [chart.file, chart])).values()]
}

/** The diagnostics as strictly as the report takes their kinds. */
function bySeverity(diagnostics: readonly Diagnostic[], severities: Report['severity'] = {}): Diagnostic[] {
  return diagnostics.flatMap((diagnostic) => {
    const severity = diagnostic.kind && severities[diagnostic.kind]
    if (severity === 'off') return []
    return [severity ? { ...diagnostic, severity } : diagnostic]
  })
}

/** Words of the documents that are not true of the figures beside them, the numbers in templates, partials and chart specs that their authors typed, and sources too old for what they are said to state. */
function checkNumbers({ request, telling, dataset, words, memory }: DrawnReport): Diagnostic[] {
  const isWhole = request.formats === undefined
  const { written, partials, charts, allow } = telling
  const texts = { templates: [...written, ...partials.values()], charts: [...charts.values()] }
  return [...checkSourceDates(dataset), ...checkLooseNumbers({ ...texts, allow, isWhole, dataset, words, memory })]
}
