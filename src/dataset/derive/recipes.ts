import type { Place } from '../../diagnostic.ts'
import { currentPeriod, periodLike } from '../figure/period.ts'
import { type Catalogue, createCatalogue, observationKey } from '../figure/reference.ts'
import { isPercentage } from '../figure/unit.ts'
import type { Draft } from '../read/draft.ts'
import type { Indicator, LocalText, Measure, Observation, Period } from '../types.ts'
import { formatFormula, operation, referTo, whole } from './format-formula.ts'
import type { Formula } from './formula.ts'

/** How a figure that no source states is worked out. */
export interface Recipe {
  key: string
  indicator: string
  measure: Measure
  period: Period
  /** For a change or rate. */
  since?: Period | undefined
  text: string
  formula: Formula
  /** Whether an author asked for it: then what keeps it from being worked out is an error. */
  authored: boolean
  note?: LocalText | undefined
  /** The place of a character of the formula, or of the figure that a figure was derived from unasked. */
  place(index?: number): Place
}

type ByKey = ReadonlyMap<string, Observation>

/**
 * What can be worked out, by key: the authors' formulas; the earlier level where a change and a level are stated; change and
 * rate between the report's period and the one it is compared with. What is stated is not worked out.
 */
export function recipesOf(draft: Draft): Map<string, Recipe> {
  const stated = new Map(draft.stated.map((observation) => [observation.key, observation]))
  const authored = draft.formulas.map((formula): Recipe => ({ ...formula, measure: 'value', authored: true }))
  const levels = added(new Map(), stated, authored)
  const earlier = added(
    levels,
    stated,
    draft.stated.flatMap((change) => (draft.isBroken(change.indicator) ? [] : earlierLevel(change, stated, levels))),
  )
  const figures = createCatalogue(draft.report.period, [], [...draft.stated, ...earlier.values()])
  // Of an indicator with an error, what is not there may have been stated.
  const sound = [...draft.indicators.values()].filter(({ id }) => !draft.isBroken(id))
  const movements = sound.flatMap((one) => movementsOf(one, draft, figures, stated, earlier))
  return added(earlier, stated, movements)
}

function added(recipes: ReadonlyMap<string, Recipe>, stated: ByKey, more: readonly Recipe[]): Map<string, Recipe> {
  const fresh = more.filter(({ key }) => !stated.has(key) && !recipes.has(key))
  // Of two with one key the first stands.
  return new Map([...recipes, ...fresh.reverse().map((recipe) => [recipe.key, recipe] as const)])
}

/** The level before a stated change: not of a change on a comparable basis, which recounts the level before. */
function earlierLevel(change: Observation, stated: ByKey, levels: ReadonlyMap<string, Recipe>): Recipe[] {
  const { indicator, measure, period, since, basis, place } = change
  if (measure !== 'change' || !since || basis === 'comparable') return []
  const level = observationKey(indicator, 'value', period)
  if (!stated.has(level) && !levels.has(level)) return []
  return [recipe(indicator, 'value', since, undefined, operation(referTo(level), '-', referTo(change.key)), place)]
}

/** Change and rate between an indicator's level in the report's period and in the one that it is compared with. */
function movementsOf(
  { id, unit }: Indicator,
  { report }: Draft,
  figures: Catalogue,
  stated: ByKey,
  levels: ReadonlyMap<string, Recipe>,
): Recipe[] {
  const period = currentPeriod(figures.periods(id, 'value'), report.period)
  if (period === undefined) return []
  const since = periodLike(period, report.comparison)
  const [now, before] = [observationKey(id, 'value', period), observationKey(id, 'value', since)]
  const change = stated.get(observationKey(id, 'change', period))
  const rate = stated.get(observationKey(id, 'rate', period))
  // A change that is stated since another period, or on another basis, is not to stand beside one of ours.
  const foreign = [change, rate].some((one) => one && (one.since !== since || one.basis === 'comparable'))
  const place = change?.place ?? stated.get(now)?.place ?? levels.get(now)?.place()
  if (foreign || !place || !figures.periods(id, 'value').includes(since)) return []
  const difference = operation(referTo(now), '-', referTo(before))
  return [
    ...(change ? [] : [recipe(id, 'change', period, since, difference, place)]),
    ...(rate || isPercentage(unit) ? [] : [recipe(id, 'rate', period, since, growth(now, before, change?.key), place)]),
  ]
}

/** From change and level where a change is stated, since that is printed with the most digits; else from the two levels. */
function growth(now: string, before: string, change: string | undefined): Formula {
  if (change === undefined) return operation(operation(referTo(now), '/', referTo(before)), '-', whole)
  return operation(referTo(change), '/', operation(referTo(now), '-', referTo(change)))
}

function recipe(
  indicator: string,
  measure: Measure,
  period: Period,
  since: Period | undefined,
  formula: Formula,
  place: Place,
): Recipe {
  const key = observationKey(indicator, measure, period)
  const text = formatFormula(formula)
  return { key, indicator, measure, period, since, text, formula, authored: false, place: () => place }
}
