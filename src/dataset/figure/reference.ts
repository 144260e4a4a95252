import { suggest } from '../../diagnostic.ts'
import type { Measure, Observation, Period, Report } from '../types.ts'
import { areAlike, comparePeriods, currentPeriod, parsePeriod, periodForms, periodLike } from './period.ts'
import {
  type Breakdown,
  type CategoryName,
  isSeries,
  parseCategories,
  type ReferenceFault,
  resolveSeries,
} from './series.ts'
import { monthsBetween, shiftPeriod } from './shift-period.ts'

/**
 * What a reference names: `id`, `id.change` or `id.rate`, of a part `id[category]`, at `@period`, by default
 * the report's; for a change since another period `@since..period`.
 */
export interface Reference {
  indicator: string
  categories: readonly CategoryName[]
  measure: Measure
  period: Period | undefined
  since: Period | undefined
}

const forms = 'write id, id.change or id.rate, and @period for another period than the report’s'

/** What a reference names, or undefined where the text is none. */
export function parseReference(text: string): Reference | undefined {
  const match = /^([a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?:\[([^\]]*)\])?(?:\.(change|rate))?(?:@(.+))?$/.exec(text.trim())
  const [, indicator, within, measure = 'value', when] = match ?? []
  const categories = within === undefined ? [] : parseCategories(within)
  if (indicator === undefined || !categories) return undefined
  const { period, since } = splitBase(when)
  const isRight = [period, since].every((one) => one === undefined || parsePeriod(one))
  const isDated =
    (when === undefined || (period ?? since) !== undefined) && (since === undefined || measure !== 'value')
  return isRight && isDated ? { indicator, categories, measure: measure as Measure, period, since } : undefined
}

/** `2020-12..2024-12` is a movement to 2024-12 since 2020-12, `2020-12..` one to the report's period. */
function splitBase(text: string | undefined): { period: Period | undefined; since: Period | undefined } {
  const [first, last] = text?.split('..') ?? []
  return last === undefined
    ? { period: first, since: undefined }
    : { period: last === '' ? undefined : last, since: first }
}

/**
 * An observation's key: `netizens@2023-12`, `netizens.change@2023-12`;
 * for a change from another base than the first named, `netizens.change@2020-12..2023-12`.
 */
export function observationKey(series: string, measure: Measure, period: Period, since?: Period): string {
  return `${measureName(series, measure)}@${since === undefined ? '' : `${since}..`}${period}`
}

/** Which observations there are, to find and explain references. */
export interface Catalogue extends Breakdown {
  /** The report's period, which a reference without a period means. */
  period: Period
  periods(series: string, measure: Measure): ReadonlySet<Period>
  /** The key of the change or rate that counts from a period. */
  since(series: string, measure: Measure, period: Period, since: Period): string | undefined
}

type Figure = Pick<Observation, 'key' | 'series' | 'measure' | 'period' | 'since'>

/** The catalogue of some figures; of absent ones only the periods are known. */
export function createCatalogue(
  { report, indicators, dimensions, variant }: Breakdown & { report: Pick<Report, 'period'> },
  figures: Iterable<Figure>,
  absent: Iterable<Pick<Figure, 'series' | 'measure' | 'period'>> = [],
): Catalogue {
  const periods = new Map<string, Set<Period>>()
  const bases = new Map<string, string>()
  const note = ({ series, measure, period }: Pick<Figure, 'series' | 'measure' | 'period'>) => {
    const name = measureName(series, measure)
    const known = periods.get(name)
    if (known) known.add(period)
    else periods.set(name, new Set([period]))
  }
  for (const figure of figures) {
    note(figure)
    if (figure.since) bases.set(observationKey(figure.series, figure.measure, figure.period, figure.since), figure.key)
  }
  for (const one of absent) note(one)
  return {
    period: report.period,
    indicators,
    dimensions,
    variant,
    periods: (series, measure) => periods.get(measureName(series, measure)) ?? noPeriods,
    since: (series, measure, period, since) => bases.get(observationKey(series, measure, period, since)),
  }
}

const noPeriods: ReadonlySet<Period> = new Set()

/** A reference in full: which series, of which period. */
export interface FullReference extends Pick<Observation, 'series' | 'indicator' | 'measure' | 'period'> {
  since: Period | undefined
}

/** What a reference names in full; undefined where malformed, unknown, or without a period that is the report's. */
export function locate(catalogue: Catalogue, reference: string): FullReference | undefined {
  const parsed = parseReference(reference)
  const series = parsed && resolveSeries(parsed.indicator, parsed.categories, catalogue)
  if (!parsed || !series || !isSeries(series)) return undefined
  const { indicator, measure, since } = parsed
  const period = parsed.period ?? getCurrent(catalogue, series.key, indicator, measure)
  return period === undefined ? undefined : { series: series.key, indicator, measure, period, since }
}

/** The report's own period, else the latest that lies in it; but half a year's flow is none of a year. */
function getCurrent(catalogue: Catalogue, series: string, indicator: string, measure: Measure): Period | undefined {
  const { period } = catalogue
  const all = catalogue.periods(series, measure)
  if (all.has(period)) return period
  const isFlow = catalogue.indicators.get(indicator)?.type === 'flow'
  return currentPeriod(
    [...all].filter((one) => !isFlow || isWholeFlow(one, period)),
    period,
  )
}

/** Whether a period's flow may stand for the report's: a year's in a report as of December, but not the reverse. */
function isWholeFlow(period: Period, about: Period): boolean {
  const [own, whole] = [parsePeriod(period), parsePeriod(about)]
  if (!own || !whole || areAlike(period, about)) return true
  return !(own.start >= whole.start && own.end <= whole.end)
}

/** The key of a reference's observation, or undefined. By default in the report's period, else the latest within. */
export function findKey(catalogue: Catalogue, reference: string): string | undefined {
  const found = locate(catalogue, reference)
  if (!found) return undefined
  const { series, measure, period, since } = found
  if (since !== undefined) return catalogue.since(series, measure, period, since)
  return catalogue.periods(series, measure).has(period) ? observationKey(series, measure, period) : undefined
}

/** Why a reference names no observation of the catalogue, and what to write instead. */
export function explainKey(catalogue: Catalogue, reference: string): ReferenceFault {
  const fault = explainForm(reference, catalogue)
  const parsed = parseReference(reference)
  const series = parsed && resolveSeries(parsed.indicator, parsed.categories, catalogue)
  if (fault || !parsed || !series || !isSeries(series))
    return fault ?? { message: `not a reference: ${reference}`, hint: forms }
  const { measure, period, since } = parsed
  const name = measureName(series.key, measure)
  const from = since === undefined ? '' : ` since ${since}`
  const message = `no observation: ${name} in ${period ?? catalogue.period}${from}`
  const periods = [...catalogue.periods(series.key, measure)]
  if (periods.length > 0) return { message, hint: `${name} is there for ${list(periods)}` }
  const others = (['value', 'change', 'rate'] as const).filter((other) => catalogue.periods(series.key, other).size > 0)
  const there = others.map((other) => measureName(series.key, other))
  return { message, hint: there.length > 0 ? `there is ${list(there)}` : `${series.key} has no observations` }
}

/** What is wrong with a reference by its form, its indicator or its categories alone, or undefined. */
export function explainForm(reference: string, breakdown: Breakdown): ReferenceFault | undefined {
  const [, id = '', within, measure, when] =
    /^\s*([^.@[\s]*)(?:\[([^\]]*)\])?(?:\.([^@]*))?(?:@(.*?))?\s*$/.exec(reference) ?? []
  const ids = [...breakdown.indicators.keys()]
  if (id === '') return { message: `not a reference: ${reference}`, hint: forms }
  if (!ids.includes(id)) return { message: `unknown indicator: ${id}`, hint: minusHint(id, ids) ?? suggest(id, ids) }
  if (within !== undefined) {
    const names = parseCategories(within)
    if (!names)
      return { message: `not a category: ${within}`, hint: `write ${id}[category] or ${id}[dimension=category]` }
    const series = resolveSeries(id, names, breakdown)
    if (!isSeries(series)) return series
  }
  if (measure !== undefined && measure !== 'change' && measure !== 'rate') {
    const [, known, category] = /^(change|rate)(\[.*\])$/.exec(measure) ?? []
    const turned = known && `write the category before the measure: ${id}${category}.${known}`
    return { message: `unknown measure: .${measure}`, hint: turned ?? suggest(measure, ['change', 'rate']) ?? forms }
  }
  return explainWhen(when, measure)
}

function explainWhen(when: string | undefined, measure: string | undefined): ReferenceFault | undefined {
  if (when === undefined) return undefined
  const { period, since } = splitBase(when)
  const wrong = [since, period].find((one) => one !== undefined && !parsePeriod(one))
  if (wrong !== undefined || (period ?? since) === undefined)
    return { message: `unknown form of period: ${wrong ?? when}`, hint: `write ${periodForms}` }
  if (since === undefined || measure !== undefined) return undefined
  return { message: `a level counts from no period: ${when}`, hint: 'a change does: .change or .rate before the @' }
}

/** From when a movement to a period counts where nothing else is said: as far back as the report's comparison. */
export function usualBase(
  period: Period,
  { period: now, comparison }: Pick<Report, 'period' | 'comparison'>,
): Period | undefined {
  const base = period === now ? comparison : shiftPeriod(period, -monthsBetween(comparison, now))
  const usual = base ?? periodLike(period, comparison)
  return comparePeriods(usual, period) < 0 ? usual : undefined
}

export function measureName(series: string, measure: Measure): string {
  return measure === 'value' ? series : `${series}.${measure}`
}

function minusHint(id: string, ids: readonly string[]): string | undefined {
  const left = ids.find((other) => id.startsWith(`${other}-`) && ids.includes(id.slice(other.length + 1)))
  return left && `a minus sign wants spaces: ${left} - ${id.slice(left.length + 1)}`
}

function list(items: readonly string[]): string {
  const last = items.at(-1) ?? ''
  const shown = items.length > 6 ? [...items.slice(0, 2), '…', ...items.slice(-3, -1)] : items.slice(0, -1)
  return shown.length > 0 ? `${shown.join(', ')} and ${last}` : last
}
