import { comparePeriods, periodEnd, periodStart, periodsOverlap, periodYear } from '../dataset/figure/period.ts'
import { groupBy } from '../dataset/group-by.ts'
import type { Dataset, Observation, Period, Report } from '../dataset/types.ts'
import { type Diagnostic, errorAt, type Place, warningAt } from '../diagnostic.ts'
import { observationsIn } from '../document/complete/observations-in.ts'
import { plainText } from '../document/plain-text.ts'
import { blocksOfOnePeriod } from '../document/slides.ts'
import type { Block, ChartBlock, Document, KeyFigure } from '../document/types.ts'
import { getLanguage } from '../locale/languages.ts'
import { dateAt, namesPart } from './evidence/mention-period.ts'
import { specTitles } from './heads/read-heads.ts'
import { readNumbers } from './numbers/numbers-in-text.ts'
import { isTarget } from './words/names.ts'

/**
 * Errors for figures whose source came out after the report. Warnings for sources published before their period
 * was over, unless the figure is provisional, estimated, forecast or a target, and for sources cited with two dates.
 */
export function checkSourceDates(dataset: Dataset): Diagnostic[] {
  return [...checkLateSources(dataset), ...checkEarlySources(dataset), ...checkCitedDates(dataset)]
}

/** A date with its day: that of a month may be what the figures are of. */
const isDay = /日|\d{1,2}\D+\p{L}{3,}.*\d{4}|\p{L}{3}\D*\d{1,2}\D.*\d{4}|\d{4}-\d\d-\d\d/u

/** A warning for each source that is cited with a day of another year, in the month of its publication. */
function checkCitedDates({ sources, report }: Dataset): Diagnostic[] {
  return [...sources.values()].flatMap(({ id, cite, published = '' }) => {
    const others = Object.entries(cite).flatMap(([tag, text]) => {
      const language = getLanguage(tag) ?? getLanguage(report.language) ?? 'en'
      const dates = readNumbers(text, language).filter(({ kind, text }) => kind === 'date' && isDay.test(text))
      const months = dates.map((date) => dateAt(text, date).period ?? '').filter((period) => period.length === 7)
      const isSlip = months.some((month) => month.slice(5) === published.slice(5, 7))
      return isSlip && !months.some((month) => published.startsWith(month)) ? [text] : []
    })
    if (published.length !== 10 || others[0] === undefined) return []
    const hint = 'write the date of its publication in both'
    return [
      warningAt(undefined, `the source ${id} is of ${published}, and is cited as “${others[0]}”`, {
        hint,
        kind: 'dates',
      }),
    ]
  })
}

/** One warning for each source and period, at the first of the figures. */
function checkEarlySources(dataset: Dataset): Diagnostic[] {
  const { observations, sources, indicators, report } = dataset
  const language = getLanguage(report.language)
  const found = [...observations.values()].filter((figure) => !language || !isTarget(figure, dataset, language))
  const early = found.flatMap(({ key, statement, status, period, place, indicator }) => {
    const published = statement && sources.get(statement.source)?.published
    // A survey of the month is out before the month is.
    const isSurvey = indicators.get(indicator)?.type === 'ratio' && report.released < periodEnd(report.period)
    const mayBe = (status !== 'stated' && status !== 'revised') || (isSurvey && periodsOverlap(period, report.period))
    if (!published || mayBe || periodEnd(published) >= periodEnd(period)) return []
    return [{ key, place, published, period, source: statement.source }]
  })
  return [...groupBy(early, ({ source, period }) => `${source}@${period}`).values()].flatMap(([first, ...others]) => {
    const more = others.length === 0 ? '' : `; nor ${others.length} more of that period`
    const message = `a source of ${first.published} cannot state ${first.key}, whose period ends on ${periodEnd(first.period)}${more}`
    const hint = 'name the source that does, give the part of the period that was over, or status: estimated'
    return [warningAt(first.place, message, { hint, kind: 'dates' })]
  })
}

/** Errors for figures whose source came out after the report did, unless it says that it looks back. */
function checkLateSources({ report, observations, sources }: Dataset): Diagnostic[] {
  const { released, compiled = released } = report
  const seen = new Set<string>()
  return [...observations.values()].flatMap(({ statement, place }) => {
    const source = statement && sources.get(statement.source)
    if (!source?.published || periodStart(source.published) <= compiled || seen.has(source.id)) return []
    seen.add(source.id)
    const message = `a source of ${source.published} in a report ${report.compiled === undefined ? `released on ${released}` : `compiled on ${compiled}`}: ${source.id}`
    const hint = `where the report looks back, say so in data/report.yaml: compiled: ${periodEnd(source.published)}`
    return [errorAt(place, message, { hint, kind: 'dates' })]
  })
}

/**
 * A warning of the second-hand sources without an address that have figures which name no place in them;
 * of all sources where the report says how strictly to take it.
 */
export function checkSourcePlaces({ observations, sources, report }: Dataset): Diagnostic[] {
  const isAsked = report.severity?.sources !== undefined
  const unplaced = [...observations.values()].flatMap(({ key, statement, place }) => {
    const source = statement && sources.get(statement.source)
    const isFound = source?.url !== undefined || statement?.locator !== undefined || statement?.paragraphs.length !== 0
    return !source || isFound || (source.kind === 'primary' && !isAsked) ? [] : [{ key, source: source.id, place }]
  })
  const [first, ...others] = [...groupBy(unplaced, ({ source }) => source).values()].map(([one]) => one)
  if (!first) return []
  const names = [first, ...others].map(({ source }) => source).join(', ')
  const more = others.length === 0 ? '' : `, nor figures of ${others.length} more in theirs`
  const message = `nothing says where ${first.key} is found in its source${more}: ${names}`
  const hint = 'give the source its address (url: https://…), or the figure its place there (locator: Table 5, page 17)'
  return [warningAt(first.place, message, { hint, kind: 'sources', also: others.map(({ place }) => place) })]
}

/** Warnings for blocks that end before the report's period, unless the slide means to: `::slide{periods="mixed"}`. */
export function getCheckAs(document: Document, { report }: Dataset): Diagnostic[] {
  return blocksOfOnePeriod(document).flatMap((block) => staleIn(block, report))
}

/** The latest period of which a chart shows a figure; undefined for one without. */
export function getChartAs({ chart }: ChartBlock): Period | undefined {
  return getLatest(chart.observations)
}

/** Whether what is said above a chart or table names the time that it ends with. */
function isNamedIn(texts: readonly string[], latest: Period, { period }: Report): boolean {
  const text = texts.join('. ')
  const year = periodYear(latest)
  return text.includes(year) && (year !== periodYear(period) || year === latest || namesPart(text, latest))
}

const getLatest = (figures: readonly Observation[]): Period | undefined =>
  figures
    .map(({ period }) => period)
    .toSorted(comparePeriods)
    .at(-1)

/** The period of which a key figure is. */
export function getKeyFigureAs({ observation }: KeyFigure): Period {
  return observation.period
}

function staleIn(block: Block, report: Report): Diagnostic[] {
  switch (block.type) {
    case 'chart':
    case 'table': {
      const latest = block.type === 'chart' ? getChartAs(block) : getLatest(observationsIn([block]))
      const titles = block.type === 'chart' ? specTitles(block.chart).map(({ text }) => text) : []
      const isNamed = latest && isNamedIn([plainText(block.caption ?? []), ...titles], latest, report)
      return isNamed ? [] : stale(`a ${block.type}`, latest, block.place, report)
    }
    case 'keyFigures':
      return block.figures.flatMap((figure) =>
        stale(`the key figure ${figure.observation.key}`, getKeyFigureAs(figure), block.place, report),
      )
    default:
      return []
  }
}

function stale(what: string, asOf: Period | undefined, place: Place, { period }: Report): Diagnostic[] {
  if (asOf === undefined || periodsOverlap(asOf, period) || periodStart(asOf) > periodEnd(period)) return []
  const hint = 'bring it up to date, or say in its title what it is as of and mean it: ::slide{periods="mixed"}'
  const message = `${what} as of ${asOf} in a report on ${period}`
  return [warningAt(place, message, { hint, about: 'lack' })]
}
