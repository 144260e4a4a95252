import { suggest } from '../../diagnostic.ts'
import type { Dataset, Measure, Observation, Period } from '../types.ts'
import { currentPeriod, parsePeriod, periodForms } from './period.ts'

/** What a reference names: `id`, `id.change` or `id.rate`, with `@period` or, without, the report's own. */
export interface Reference {
  indicator: string
  measure: Measure
  period: Period | undefined
}

/** What is wrong with a reference, and what to write instead. */
export interface ReferenceFault {
  message: string
  hint?: string | undefined
}

const forms = 'write id, id.change or id.rate, and @period for another period than the report’s'

/** What a reference names, or undefined where the text is none. */
export function parseReference(text: string): Reference | undefined {
  const match = /^([a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?:\.(change|rate))?(?:@(.+))?$/.exec(text.trim())
  const [, indicator, measure, period] = match ?? []
  if (indicator === undefined || (period !== undefined && !parsePeriod(period))) return undefined
  return { indicator, measure: measure === 'change' || measure === 'rate' ? measure : 'value', period }
}

/** The canonical key of an observation: `netizens@2023-12`, `netizens.change@2023-12`. */
export function observationKey(indicator: string, measure: Measure, period: Period): string {
  return `${measureName(indicator, measure)}@${period}`
}

/** Which observations there are, to find and explain references. */
export interface Catalogue {
  /** The report's period, which a reference without a period means. */
  period: Period
  indicators: readonly string[]
  periods(indicator: string, measure: Measure): readonly Period[]
}

/** The catalogue of some figures, for a report on a period. */
export function createCatalogue(
  period: Period,
  indicators: Iterable<string>,
  figures: Iterable<Pick<Observation, 'indicator' | 'measure' | 'period'>>,
): Catalogue {
  const periods = new Map<string, Period[]>()
  for (const figure of figures) {
    const name = measureName(figure.indicator, figure.measure)
    const known = periods.get(name)
    if (known) known.push(figure.period)
    else periods.set(name, [figure.period])
  }
  return {
    period,
    indicators: [...indicators],
    periods: (indicator, measure) => periods.get(measureName(indicator, measure)) ?? [],
  }
}

/** The key of the observation that a reference names, or undefined. Without a period: the report's own, else the latest that lies in it. */
export function findKey(catalogue: Catalogue, reference: string): string | undefined {
  const parsed = parseReference(reference)
  if (!parsed) return undefined
  const { indicator, measure } = parsed
  const periods = catalogue.periods(indicator, measure)
  const period = parsed.period ?? currentPeriod(periods, catalogue.period)
  return period !== undefined && periods.includes(period) ? observationKey(indicator, measure, period) : undefined
}

/** Why a reference names no observation of the catalogue, and what to write instead. */
export function explainKey(catalogue: Catalogue, reference: string): ReferenceFault {
  const fault = explainForm(reference, catalogue.indicators)
  const parsed = parseReference(reference)
  if (fault || !parsed) return fault ?? { message: `not a reference: ${reference}`, hint: forms }
  const { indicator, measure, period } = parsed
  const name = measureName(indicator, measure)
  const message = `no observation: ${name} in ${period ?? catalogue.period}`
  const periods = catalogue.periods(indicator, measure)
  if (periods.length > 0) return { message, hint: `${name} is there for ${list(periods)}` }
  const others = (['value', 'change', 'rate'] as const).filter(
    (other) => catalogue.periods(indicator, other).length > 0,
  )
  const there = others.map((other) => measureName(indicator, other))
  return { message, hint: there.length > 0 ? `there is ${list(there)}` : `${indicator} has no observations` }
}

/** The observation that a reference names, or undefined. Without a period: the report's own, else the latest that lies in it. */
export function findObservation(dataset: Dataset, reference: string): Observation | undefined {
  const key = findKey(catalogueOf(dataset), reference)
  return key === undefined ? undefined : dataset.observations.get(key)
}

/** Why a reference names no observation, and what to write instead. */
export function explainReference(dataset: Dataset, reference: string): ReferenceFault {
  return explainKey(catalogueOf(dataset), reference)
}

/** What is wrong with a reference by its form or indicator alone, or undefined. */
export function explainForm(reference: string, ids: readonly string[]): ReferenceFault | undefined {
  const [, id = '', measure, period] = /^\s*([^.@\s]*)(?:\.([^@]*))?(?:@(.*?))?\s*$/.exec(reference) ?? []
  if (id === '') return { message: `not a reference: ${reference}`, hint: forms }
  if (!ids.includes(id)) return { message: `unknown indicator: ${id}`, hint: minusHint(id, ids) ?? suggest(id, ids) }
  if (measure !== undefined && measure !== 'change' && measure !== 'rate') {
    return { message: `unknown measure: .${measure}`, hint: suggest(measure, ['change', 'rate']) ?? forms }
  }
  if (period !== undefined && !parsePeriod(period)) {
    return { message: `unknown form of period: ${period}`, hint: `write ${periodForms}` }
  }
  return undefined
}

/** Templates and charts ask for hundreds of figures of one dataset. */
const catalogues = new WeakMap<Dataset, Catalogue>()

function catalogueOf(dataset: Dataset): Catalogue {
  const known = catalogues.get(dataset)
  if (known) return known
  const { report, indicators, observations } = dataset
  const catalogue = createCatalogue(report.period, indicators.keys(), observations.values())
  catalogues.set(dataset, catalogue)
  return catalogue
}

function measureName(indicator: string, measure: Measure): string {
  return measure === 'value' ? indicator : `${indicator}.${measure}`
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
