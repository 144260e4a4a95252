import { type Diagnostic, errorAt } from '../../diagnostic.ts'
import { getAbsence } from '../figure/absence.ts'
import { comparePeriods } from '../figure/period.ts'
import { type Catalogue, createCatalogue, explainKey, findKey } from '../figure/reference.ts'
import { groupBy } from '../group-by.ts'
import { type DatasetDraft, type IsBroken, isReferenceBroken } from '../read/draft.ts'
import type { Absence, Measure, Observation } from '../types.ts'
import { referencesIn } from './formula.ts'
import type { Inputs } from './inputs.ts'
import { getRecipes, type Recipe } from './recipes.ts'
import { compute, getRecipeUnit, toObservation } from './work-out.ts'

/** A figure that is known, one that is being worked out, or one that cannot be: its error is reported. */
type Found = Observation | 'open' | 'none'

interface Derivation {
  draft: DatasetDraft
  catalogue: Catalogue
  recipes: ReadonlyMap<string, Recipe>
  found: Map<string, Found>
  /** What is being worked out, each for the one before it. */
  open: Recipe[]
  absences: Map<string, Absence>
  diagnostics: Diagnostic[]
}

/** All observations by key, the figures absent because their inputs are, and those that could not be derived. */
export interface Derived {
  observations: ReadonlyMap<string, Observation>
  absences: ReadonlyMap<string, Absence>
  diagnostics: Diagnostic[]
  isBroken: IsBroken
}

/**
 * All observations, by indicator and period: those stated, those that authors' formulas give, and without being asked
 * the
 * earlier level (level less change), and change and rate between the report's period and the one it is compared with.
 */
export function derive(draft: DatasetDraft): Derived {
  const recipes = getRecipes(draft)
  const catalogue = createCatalogue(draft, [...draft.stated, ...recipes.values()])
  // Of two statements with one key, which is an error, the first stands.
  const found = new Map<string, Found>(draft.stated.toReversed().map((one) => [one.key, one]))
  const derivation: Derivation = {
    draft,
    catalogue,
    recipes,
    found,
    open: [],
    absences: new Map(draft.absences),
    diagnostics: [],
  }
  for (const key of inputsFirst(recipes, catalogue)) lookUp(key, derivation)
  const all = [...found.values()].filter((one) => typeof one === 'object')
  const failed = new Set(draft.formulas.flatMap(({ key, indicator }) => (found.get(key) === 'none' ? [indicator] : [])))
  return {
    observations: new Map(sorted(all, draft).map((one) => [one.key, one])),
    absences: derivation.absences,
    diagnostics: derivation.diagnostics,
    isBroken: (name) => failed.has(name) || draft.isBroken(name),
  }
}

/** The keys of recipes, each after its inputs, so that long chains are worked out link by link; cycles come last. */
function inputsFirst(recipes: ReadonlyMap<string, Recipe>, catalogue: Catalogue): string[] {
  const inputsOf = [...recipes].map(([key, recipe]) => ({
    key,
    inputs: recipeInputs(recipe, catalogue).filter((input) => recipes.has(input)),
  }))
  const missing = new Map(inputsOf.map(({ key, inputs }) => [key, inputs.length]))
  const uses = inputsOf.flatMap(({ key, inputs }) => inputs.map((input) => ({ input, user: key })))
  const users = groupBy(uses, ({ input }) => input)
  const order = new Set([...recipes.keys()].filter((key) => missing.get(key) === 0))
  for (const key of order) {
    for (const { user } of users.get(key) ?? []) {
      const left = (missing.get(user) ?? 0) - 1
      missing.set(user, left)
      if (left === 0) order.add(user)
    }
  }
  return [...order, ...[...recipes.keys()].filter((key) => !order.has(key))]
}

function recipeInputs(recipe: Recipe, catalogue: Catalogue): string[] {
  const own = { ...catalogue, period: recipe.period }
  return referencesIn(recipe.formula).flatMap(({ text }) => findKey(own, text) ?? [])
}

/** Of more formulas a circle is not followed to its end. */
const longestCircle = 100

function lookUp(key: string, derivation: Derivation): Found {
  const known = derivation.found.get(key)
  if (known) return known
  const recipe = derivation.recipes.get(key)
  if (!recipe) return 'none'
  // Inputs come first, so only a circle leads on and on.
  if (derivation.open.length > longestCircle) return 'open'
  derivation.found.set(key, 'open')
  derivation.open.push(recipe)
  const result = workOut(recipe, derivation)
  derivation.open.pop()
  derivation.found.set(key, result)
  return result
}

function workOut(recipe: Recipe, derivation: Derivation): Found {
  const inputs = gatherInputs(recipe, derivation)
  const unit = getRecipeUnit(recipe, derivation.draft)
  if (!inputs || unit === undefined) return 'none'
  const result = compute(recipe, inputs, unit)
  if ('value' in result) return toObservation(recipe, result, inputs)
  // What nobody asked for is left out where it cannot be had.
  if (recipe.authored) derivation.diagnostics.push(errorAt(recipe.place(result.offset), result.fault, result))
  return 'none'
}

/**
 * The observations of a recipe's references; undefined where one is missing, whose error is reported. A reference
 * without a period is
 * of the recipe's own, so that a formula says the same when the report moves on.
 */
function gatherInputs(recipe: Recipe, derivation: Derivation): Inputs | undefined {
  const { draft, diagnostics } = derivation
  const catalogue = { ...derivation.catalogue, period: recipe.period }
  const inputs = new Map<string, Observation>()
  let complete = true
  for (const { text, offset } of referencesIn(recipe.formula)) {
    const key = findKey(catalogue, text)
    const found = key === undefined ? 'none' : lookUp(key, derivation)
    if (typeof found === 'object') inputs.set(text, found)
    else complete = false
    if (found === 'open' && key !== undefined) {
      diagnostics.push(...circleError(key, recipe, offset, derivation))
    } else if (typeof found !== 'object' && noteAbsence(text, recipe, catalogue, derivation)) {
      // It is absent too.
    } else if (key === undefined && !isReferenceBroken(text, draft)) {
      const { message, hint } = explainKey(catalogue, text)
      diagnostics.push(errorAt(recipe.place(offset), message, { hint }))
    }
  }
  return complete ? inputs : undefined
}

/** Whether what a formula asks for is absent, and with it the formula's own figure. */
function noteAbsence(
  reference: string,
  recipe: Recipe,
  catalogue: Catalogue,
  { draft, absences }: Derivation,
): boolean {
  const absence = getAbsence({ ...draft, absences }, catalogue, reference)
  if (!absence) return false
  const { key, series, indicator, measure, period } = recipe
  if (!absences.has(key)) absences.set(key, { ...absence, key, series, indicator, measure, period })
  return true
}

/** At the formula that closes the circle, or the last that an author wrote. */
function circleError(key: string, recipe: Recipe, offset: number, { open }: Derivation): Diagnostic[] {
  const circle = open.slice(
    Math.max(
      0,
      open.findIndex((one) => one.key === key),
    ),
  )
  const author = recipe.authored ? recipe : circle.findLast(({ authored }) => authored)
  const message = `circular formula: ${[...circle.map((one) => one.key), key].join(' → ')}`
  const hint = 'state one of the figures, or work it out from others'
  return author ? [errorAt(author.place(recipe.authored ? offset : 0), message, { hint })] : []
}

const measureOrder: readonly Measure[] = ['value', 'change', 'rate']

function sorted(observations: readonly Observation[], { indicators }: DatasetDraft): Observation[] {
  const order = new Map([...indicators.keys()].map((id, index) => [id, index]))
  const rank = ({ indicator }: Observation) => order.get(indicator) ?? 0
  const places = new Map([...new Set(observations.map(({ series }) => series))].map((series, index) => [series, index]))
  const place = ({ series, indicator }: Observation) => (series === indicator ? -1 : (places.get(series) ?? 0))
  return observations.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      place(a) - place(b) ||
      comparePeriods(a.period, b.period) ||
      measureOrder.indexOf(a.measure) - measureOrder.indexOf(b.measure),
  )
}
