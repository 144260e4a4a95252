import type { Place } from '../../diagnostic.ts'
import { areAlike } from '../figure/period.ts'
import { type Catalogue, createCatalogue, locate, observationKey, usualBase } from '../figure/reference.ts'
import { isPercentage } from '../figure/unit/unit.ts'
import type { DatasetDraft, FormulaDraft } from '../read/draft.ts'
import type { Indicator, Measure, Observation, Period, Series } from '../types.ts'
import { formatFormula, operation, referTo, whole } from './format-formula.ts'
import { type Formula, referencesIn } from './formula.ts'

/** How a figure that no source states is worked out. */
export interface Recipe extends FormulaDraft {
  measure: Measure
  /** For a change or rate. */
  since?: Period | undefined
  /** Whether an author asked for it: then what keeps it from being worked out is an error. */
  authored: boolean
}

type ByKey = ReadonlyMap<string, Observation>

/**
 * What can be worked out, by key: the authors' formulas; the earlier level where a change and a level are stated;
 * change and
 * rate between the report's period and the one it is compared with. What is stated is not worked out.
 */
export function getRecipes(draft: DatasetDraft): Map<string, Recipe> {
  const stated = new Map(draft.stated.map((observation) => [observation.key, observation]))
  const authored = draft.formulas.map((formula): Recipe => ({ ...formula, measure: 'value', authored: true }))
  const levels = added(new Map(), stated, authored)
  const earlier = added(
    levels,
    stated,
    draft.stated.flatMap((change) =>
      draft.isBroken(change.indicator) ? [] : earlierLevel(change, stated, levels, draft),
    ),
  )
  return added(earlier, stated, movements(draft, stated, earlier))
}

function added(recipes: ReadonlyMap<string, Recipe>, stated: ByKey, more: readonly Recipe[]): Map<string, Recipe> {
  const fresh = more.filter(({ key }) => !stated.has(key) && !recipes.has(key))
  // Of two with one key the first stands.
  return new Map([...recipes, ...fresh.reverse().map((recipe) => [recipe.key, recipe] as const)])
}

/** The level before a stated change, unless that is on a comparable basis, or the level is said to be absent. */
function earlierLevel(
  change: Observation,
  stated: ByKey,
  levels: ReadonlyMap<string, Recipe>,
  { absences }: DatasetDraft,
): Recipe[] {
  const { series, measure, period, since, basis, key, place } = change
  if (measure !== 'change' || !since || basis === 'comparable') return []
  const level = observationKey(series, 'value', period)
  const before = observationKey(series, 'value', since)
  if ((!stated.has(level) && !levels.has(level)) || absences.has(before)) return []
  const formula = operation(referTo(level), '-', referTo(key))
  return [{ ...recipe(toPart(change), 'value', since, undefined, formula, place), key: before }]
}

/** Change and rate of each series, by indicator; not of those with errors, where a missing one may be stated. */
function movements(draft: DatasetDraft, stated: ByKey, earlier: ReadonlyMap<string, Recipe>): Recipe[] {
  const levels = [...draft.stated, ...earlier.values()].filter(({ measure }) => measure === 'value')
  const catalogue = createCatalogue(draft, levels)
  const bySeries = new Map(levels.map((level) => [level.series, toPart(level)]))
  const order = new Map([...draft.indicators.keys()].map((id, index) => [id, index]))
  const rank = ({ indicator }: Series) => order.get(indicator) ?? -1
  return [...bySeries.values()]
    .filter(({ indicator }) => !draft.isBroken(indicator))
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap((series) => {
      const indicator = draft.indicators.get(series.indicator)
      const period = locate(catalogue, series.key)?.period
      const since = period === undefined ? undefined : usualBase(period, draft.report)
      if (!indicator || period === undefined || since === undefined) return []
      if (!catalogue.periods(series.key, 'value').has(since)) return []
      const made = getMovements(series, indicator, period, since, stated, earlier)
      const asked = getInputs(earlier.get(observationKey(series.key, 'value', period)), catalogue)
      return made.filter(({ key }) => !asked.includes(key))
    })
}

/** The keys that a formula asks for: a level that is worked out from a stated change does not give that change. */
function getInputs(recipe: Recipe | undefined, catalogue: Catalogue): string[] {
  if (!recipe) return []
  return referencesIn(recipe.formula).flatMap(({ text }) => {
    const found = locate({ ...catalogue, period: recipe.period }, text)
    return found ? [observationKey(found.series, found.measure, found.period)] : []
  })
}

/** Change and rate between a series' level in the report's period and in the one that it is compared with. */
function getMovements(
  series: Series,
  indicator: Indicator,
  period: Period,
  since: Period,
  stated: ByKey,
  levels: ReadonlyMap<string, Recipe>,
): Recipe[] {
  const change = stated.get(observationKey(series.key, 'change', period))
  const rate = stated.get(observationKey(series.key, 'rate', period))
  // A change that is stated since another period, or on another basis, is not to stand beside one of ours.
  const foreign = [change, rate].some((one) => one && (one.since !== since || one.basis === 'comparable'))
  const now = observationKey(series.key, 'value', period)
  const place = change?.place ?? stated.get(now)?.place ?? levels.get(now)?.place()
  if (foreign || !place) return []
  const made = movementRecipes(series, indicator, { period, since }, change?.key, place)
  return [...(change ? [] : made.change), ...(rate ? [] : made.rate)]
}

/** How to compute change and rate between two levels of a series; none for flows over unequal lengths of time. */
export function movementRecipes(
  series: Series,
  { type, unit }: Pick<Indicator, 'type' | 'unit'>,
  { period, since }: { period: Period; since: Period },
  change: string | undefined,
  place: Place,
): { change: Recipe[]; rate: Recipe[] } {
  if (type === 'flow' && !areAlike(period, since)) return { change: [], rate: [] }
  const [now, before] = [observationKey(series.key, 'value', period), observationKey(series.key, 'value', since)]
  const difference = operation(referTo(now), '-', referTo(before))
  return {
    change: [recipe(series, 'change', period, since, difference, place)],
    rate: isPercentage(unit) ? [] : [recipe(series, 'rate', period, since, growth(now, before, change), place)],
  }
}

/** Growth from change and level where a change is stated, as that has the most digits; else from the two levels. */
function growth(now: string, before: string, change: string | undefined): Formula {
  if (change === undefined) return operation(operation(referTo(now), '/', referTo(before)), '-', whole)
  return operation(referTo(change), '/', operation(referTo(now), '-', referTo(change)))
}

function toPart({ series, indicator, categories }: Pick<Observation, 'series' | 'indicator' | 'categories'>): Series {
  return { key: series, indicator, categories }
}

function recipe(
  { key: series, indicator, categories }: Series,
  measure: Measure,
  period: Period,
  since: Period | undefined,
  formula: Formula,
  place: Place,
): Recipe {
  const key = observationKey(series, measure, period)
  const text = formatFormula(formula)
  return {
    key,
    series,
    indicator,
    categories,
    measure,
    period,
    since,
    text,
    formula,
    authored: false,
    place: () => place,
  }
}
