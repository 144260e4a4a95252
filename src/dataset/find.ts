import { constants, derived } from '../memory/derived.ts'
import { AskedObservations, getWholeDataset } from './asked-observations.ts'
import { movementRecipes } from './derive/recipes.ts'
import { workOutFrom } from './derive/work-out.ts'
import { getAbsence } from './figure/absence.ts'
import {
  type Catalogue,
  createCatalogue,
  explainKey,
  findKey,
  observationKey,
  parseReference,
  usualBase,
} from './figure/reference.ts'
import type { ReferenceFault } from './figure/series.ts'
import { groupBy } from './group-by.ts'
import type { Absence, Dataset, Observation } from './types.ts'

/**
 * The observation that a reference names, or undefined. Without a period: the report's own, else the latest that lies
 * in it. A change or rate that nobody
 * states is worked out from the two levels, where both are known.
 */
export function findObservation(dataset: Dataset, reference: string): Observation | undefined {
  const { observations } = dataset
  if (!(observations instanceof AskedObservations)) return observations.get(reference) ?? found(dataset)(reference)
  const one = findObservation(observations.whole, reference)
  // What is worked out, or cannot be, is so by other figures of its series.
  const asked = one ?? findObservation(observations.whole, getLevel(reference) ?? '')
  if (asked) observations.ask(asked.series)
  return one
}

/** The observations of a series, in the order of the dataset. */
export function getObservations(
  { observations }: Pick<Dataset, 'observations'>,
  series: string,
): readonly Observation[] {
  if (!(observations instanceof AskedObservations)) return bySeries(observations).get(series) ?? []
  observations.ask(series)
  return getObservations(observations.whole, series)
}

const bySeries = derived((observations: Dataset['observations']) => groupBy(observations.values(), (one) => one.series))

/** The absent figure that a reference names, and why; undefined where it is present or no reason is given. */
export function findAbsence(dataset: Dataset, reference: string): Absence | undefined {
  return findObservation(dataset, reference)
    ? undefined
    : getAbsence(dataset, getCatalogue(getWholeDataset(dataset)), reference)
}

/** Why a reference names no observation, and what to write instead. */
export function explainReference(dataset: Dataset, reference: string): ReferenceFault {
  return explainKey(getCatalogue(getWholeDataset(dataset)), reference)
}

/** Templates and charts ask for hundreds of figures of one dataset. */
const getCatalogue = derived(
  (dataset: Dataset): Catalogue => createCatalogue(dataset, dataset.observations.values(), dataset.absences.values()),
)

const found = derived((dataset: Dataset) =>
  constants((reference: string) => {
    const catalogue = getCatalogue(dataset)
    const key = findKey(catalogue, reference)
    return dataset.observations.get(key ?? '') ?? movement(dataset, catalogue, reference)
  }),
)

/** A change or rate that is worked out from two levels. */
function movement(dataset: Dataset, catalogue: Catalogue, reference: string): Observation | undefined {
  const parsed = parseReference(reference)
  if (!parsed || parsed.measure === 'value') return undefined
  const now = findObservation(dataset, getLevel(reference) ?? '')
  const since = now && (parsed.since ?? usualBase(now.period, dataset.report))
  const before =
    since === undefined ? undefined : dataset.observations.get(observationKey(now?.series ?? '', 'value', since))
  const indicator = now && dataset.indicators.get(now.indicator)
  if (!now || !before || since === undefined || !indicator) return undefined
  const { series, period, place } = now
  if (parsed.since === undefined && hasOther(dataset, series, period)) return undefined
  const stated = dataset.observations.get(catalogue.since(series, 'change', period, since) ?? '')
  const part = { key: series, indicator: now.indicator, categories: now.categories }
  const recipes = movementRecipes(part, indicator, { period, since }, stated?.key, place)
  const [recipe] = parsed.measure === 'change' ? recipes.change : recipes.rate
  if (!recipe) return undefined
  // The plain key is of the change that is stated, or counts from the usual base.
  const isPlain = !dataset.observations.has(recipe.key) && since === usualBase(period, dataset.report)
  const key = isPlain ? recipe.key : observationKey(series, parsed.measure, period, since)
  const inputs = [now, before, ...(stated ? [stated] : [])]
  return workOutFrom({ ...recipe, key }, new Map(inputs.map((one) => [one.key, one])), dataset)
}

/** What a reference to a movement names as what moved. */
function getLevel(reference: string): string | undefined {
  const parsed = parseReference(reference)
  const level = reference.trim().replace(/\.(change|rate)\b.*$/, '')
  return parsed && (parsed.period === undefined ? level : `${level}@${parsed.period}`)
}

/** Whether a movement of another base or basis is stated, beside which none of ours is to stand. */
function hasOther({ observations, report }: Dataset, series: string, period: string): boolean {
  const usual = usualBase(period, report)
  const stated = (['change', 'rate'] as const).flatMap(
    (one) => observations.get(observationKey(series, one, period)) ?? [],
  )
  return stated.some(({ since, basis }) => since !== usual || basis === 'comparable')
}
