import { atOrigin } from '../chart/named/at-origin.ts'
import type { Chart, Drawing } from '../chart/types.ts'
import { bySeverity, type Diagnostic } from '../diagnostic.ts'
import { checkAxes } from '../trust/charts/check-axes.ts'
import { checkDesk, checkKind } from '../trust/charts/check-desk.ts'
import { checkDrawnTexts } from '../trust/charts/check-drawn-texts.ts'
import { checkDrawnValues } from '../trust/charts/check-drawn-values.ts'
import { checkMade } from '../trust/charts/check-made.ts'
import { checkPeriodKinds } from '../trust/charts/check-period-kinds.ts'
import { checkSeen, checkSeenBelow } from '../trust/charts/check-seen.ts'
import { checkStacks } from '../trust/charts/check-stacks.ts'
import { checkTitles } from '../trust/charts/check-titles.ts'
import { checkSourceDates, checkSourcePlaces } from '../trust/check-fresh.ts'
import { checkBaseHeads } from '../trust/heads/check-base-heads.ts'
import { checkCaptions, checkChartTitles, checkLabels } from '../trust/heads/check-captions.ts'
import { checkCards, checkChartNotes, checkReportWords } from '../trust/heads/check-cards.ts'
import { checkCover } from '../trust/heads/check-cover.ts'
import { checkSigns } from '../trust/heads/check-signs.ts'
import { checkWays, holdWays, withoutHeld } from '../trust/heads/check-ways.ts'
import { holdLeads, leadHeads } from '../trust/heads/hold-leads.ts'
import type { HeldWay } from '../trust/heads/hold-most.ts'
import { readHeads, readTitles } from '../trust/heads/read-heads.ts'
import { readLeads } from '../trust/heads/read-leads.ts'
import { checkLooseNumbers } from '../trust/numbers/check-loose-numbers.ts'
import { getEmbargo } from './embargo.ts'
import { templateInputIn } from './read/read-template-input.ts'
import type { DrawnReport } from './types.ts'

/**
 * Checks the report's texts and sources in each language: sentences are true of their figures, templates hold no
 * number without a figure, and sources' texts state what the dataset says they do.
 */
export function checkInput(editions: readonly DrawnReport[]): Diagnostic[] {
  const [report] = editions
  if (!report) return []
  const { request, dataset, locale, sources } = report
  const { time } = report.stopwatch
  const embargo = getEmbargo(dataset.report, request.date, locale)
  const checked = editions.map(checkEdition)
  const chartFaults = checked.flatMap((edition) => edition.chartFaults)
  const ways = checked.flatMap((edition) => edition.ways)
  const words = withoutHeld(
    editions.flatMap((edition) => edition.words),
    ways,
  )
  const ofHeads = [...checked.flatMap((edition) => edition.found), ...checkWays(ways)]
  const isSaid = ({ place }: Diagnostic) => ofHeads.some((one) => one.severity === 'error' && one.place === place)
  const found = [
    ...(embargo ? [embargo.diagnostic] : []),
    ...time('check numbers', () => checkNumbers({ ...report, words }, chartFaults, ways)),
    ...ofHeads,
    ...checked.flatMap(({ cards }) => cards.filter((one) => !isSaid(one))),
    ...sources.flatMap(({ diagnostics }) => diagnostics),
  ]
  return bySeverity(found, dataset.report.severity)
}

/** What the documents of one language say above, below and beside their figures, and what their charts show. */
function checkEdition(report: DrawnReport) {
  const { dataset, locale } = report
  const chartFaults = report.stopwatch.time('check charts', () => checkCharts(report))
  const leads = new Map(report.documents.map(({ document }) => [document, readLeads(document.blocks)]))
  const ways = report.documents.flatMap(({ document }) => [
    ...holdWays(readTitles(document), dataset, locale),
    ...holdLeads(leads.get(document) ?? [], dataset, locale),
  ])
  const found = report.documents.flatMap(({ document, drawings }) => {
    const charts = new Map([...drawings].map(([{ chart }, { drawing }]) => [chart, drawing]))
    const drawn = new Map([...charts].map(([chart, { texts }]) => [chart, texts]))
    const heads = [...readHeads(document, drawn), ...leadHeads(leads.get(document) ?? [], dataset, locale)]
    return [
      ...checkTitles(document, dataset),
      ...checkCover(document, dataset, locale),
      ...checkDesk(document),
      ...checkSeenBelow(document, charts, dataset, locale),
      ...checkBaseHeads(heads, dataset, locale),
      ...checkSigns(document, locale),
      ...checkCaptions(heads, dataset, locale),
    ]
  })
  const cards = report.documents.flatMap(({ document }) => checkCards(document, report))
  return { chartFaults, ways, cards, found: [...found, ...checkLabels(dataset, locale), ...checkReportWords(report)] }
}

/** What the charts draw that misleads, or comes from no figure. */
function checkCharts(report: DrawnReport): Diagnostic[] {
  return getCharts(report).flatMap(({ chart, drawing }) => {
    const texts = checkDrawnTexts(chart, drawing.texts, report.dataset)
    const kinds = [...checkKind(chart, report.dataset), ...checkPeriodKinds(chart, report.dataset)]
    return atOrigin(
      [
        ...checkAxes(chart, report.dataset),
        ...checkDrawnValues(chart),
        ...checkMade(chart, report.dataset, report.locale),
        ...kinds,
        ...checkStacks(chart, report.dataset),
        ...texts,
        ...checkChartTitles(chart, drawing.texts, report.dataset, report.locale),
        ...checkChartNotes(chart, report),
        ...checkSeen(chart, drawing, report.dataset, report.locale),
      ],
      chart.origin,
    )
  })
}

/** The charts of a report's documents as they are drawn, one for each spec. */
function getCharts({ documents }: DrawnReport): { chart: Chart; drawing: Drawing }[] {
  const drawn = documents.flatMap(({ drawings }) =>
    [...drawings].map(([{ chart }, { drawing }]) => ({ chart, drawing })),
  )
  return [...new Map(drawn.map((one) => [one.chart.file, one])).values()]
}

/**
 * Finds words that their figures contradict, typed numbers in templates, partials and chart specs,
 * charted values without a figure, and sources too old for what they are cited for.
 */
function checkNumbers(
  { request, templateInput, dataset, words, memory, documents, languages }: DrawnReport,
  chartFaults: readonly Diagnostic[],
  ways: readonly HeldWay[],
): Diagnostic[] {
  const isSome = (request.languages ?? dataset.variant?.language) !== undefined
  const isWhole = !isSome && request.formats === undefined && documents.length === templateInput.templates.size
  const { partials, charts, allow } = templateInput
  // What another language's sentences say of figures is not known here, which bears their numbers out.
  const built = languages.flatMap((language) => [...templateInputIn(templateInput, language).templates.values()])
  const written = isSome ? new Set(built) : templateInput.written
  const texts = { templates: [...written, ...partials.values()], charts: [...charts.values()] }
  const held = ways.filter(({ isTrue }) => isTrue !== undefined)
  const own = isSome ? languages : undefined
  const found = { ...texts, held, allow, isWhole, languages: own, dataset, words, chartFaults, memory }
  return [...checkSourceDates(dataset), ...checkSourcePlaces(dataset), ...checkLooseNumbers(found)]
}
