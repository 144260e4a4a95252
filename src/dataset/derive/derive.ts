import type { Decimal } from 'decimal.js'
import type { Diagnostic } from '../../diagnostic.ts'
import { contains, exactly, isBounded, middle, multiply, settled } from '../figure/interval.ts'
import { comparePeriods } from '../figure/period.ts'
import { type Catalogue, createCatalogue, explainKey, findKey } from '../figure/reference.ts'
import { unfit } from '../figure/term-unit.ts'
import { changeUnit, isPercentage, percent } from '../figure/unit.ts'
import { type Draft, type IsBroken, isReferenceBroken } from '../read/draft.ts'
import type { Interval, Measure, Observation, Quantity } from '../types.ts'
import { errorAt } from '../yaml/located.ts'
import { derivedQuantity } from './derived-quantity.ts'
import { evaluate, evaluateNaturally, isFormulaFault, termUnitOfFormula } from './evaluate.ts'
import { referencesIn } from './formula.ts'
import { formatInputs, type Inputs, intervalsOf, termUnitsOf, valuesOf } from './inputs.ts'
import { type Recipe, recipesOf } from './recipes.ts'

/** A figure that is known, one that is being worked out, or one that cannot be: its error is told. */
type Found = Observation | 'open' | 'none'

interface Derivation {
  draft: Draft
  catalogue: Catalogue
  recipes: ReadonlyMap<string, Recipe>
  found: Map<string, Found>
  /** What is being worked out, each for the one before it. */
  open: Recipe[]
  diagnostics: Diagnostic[]
}

/** All observations by key, and whose figures could not be had. */
export interface Derived {
  observations: ReadonlyMap<string, Observation>
  diagnostics: Diagnostic[]
  isBroken: IsBroken
}

/**
 * All observations, by indicator and period: those stated, those that authors' formulas give, and without being asked the
 * earlier level (level less change), and change and rate between the report's period and the one it is compared with.
 */
export function derive(draft: Draft): Derived {
  const recipes = recipesOf(draft)
  const catalogue = createCatalogue(draft.report.period, draft.indicators.keys(), [
    ...draft.stated,
    ...recipes.values(),
  ])
  // Of two statements with one key, which is an error, the first stands.
  const found = new Map<string, Found>(draft.stated.toReversed().map((one) => [one.key, one]))
  const derivation: Derivation = { draft, catalogue, recipes, found, open: [], diagnostics: [] }
  for (const key of inputsFirst(recipes, catalogue)) lookUp(key, derivation)
  const all = [...found.values()].filter((one) => typeof one === 'object')
  const failed = new Set(draft.formulas.flatMap(({ key, indicator }) => (found.get(key) === 'none' ? [indicator] : [])))
  return {
    observations: new Map(sorted(all, draft).map((one) => [one.key, one])),
    diagnostics: derivation.diagnostics,
    isBroken: (name) => failed.has(name) || draft.isBroken(name),
  }
}

/** The keys of recipes, each after those that its formula asks for, so that a long chain of formulas is worked out link by link; last what is in a circle or asks for one. */
function inputsFirst(recipes: ReadonlyMap<string, Recipe>, catalogue: Catalogue): string[] {
  const users = new Map<string, string[]>()
  const missing = new Map<string, number>()
  for (const [key, recipe] of recipes) {
    const inputs = recipeInputs(recipe, catalogue).filter((input) => recipes.has(input))
    missing.set(key, inputs.length)
    for (const input of inputs) users.set(input, [...(users.get(input) ?? []), key])
  }
  const order = new Set([...recipes.keys()].filter((key) => missing.get(key) === 0))
  for (const key of order) {
    for (const user of users.get(key) ?? []) {
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
  const unit = unitOf(recipe, derivation.draft)
  if (!inputs || unit === undefined) return 'none'
  const result = compute(recipe, inputs, unit)
  if ('value' in result) return toObservation(recipe, result, inputs)
  // What nobody asked for is left out where it cannot be had.
  if (recipe.authored) derivation.diagnostics.push(errorAt(recipe.place(result.offset), result.fault, result))
  return 'none'
}

/**
 * The observations of a recipe's references; undefined where one is missing, whose error is told. A reference without a period is
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
    } else if (key === undefined && !isReferenceBroken(text, draft)) {
      const { message, hint } = explainKey(catalogue, text)
      diagnostics.push(errorAt(recipe.place(offset), message, { hint }))
    }
  }
  return complete ? inputs : undefined
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

type Fault = { fault: string; offset: number; hint?: string | undefined }

function compute({ formula }: Recipe, inputs: Inputs, unit: string): Quantity | Fault {
  const termUnit = termUnitOfFormula(formula, termUnitsOf(inputs))
  if ('fault' in termUnit) return termUnit
  const misfit = unfit(termUnit, unit)
  if (misfit) return { ...misfit, offset: 0 }
  const hint = formatInputs(inputs.values())
  const result = evaluate(formula, intervalsOf(inputs))
  if (isFormulaFault(result)) return { ...result, hint }
  const scale = exactly(isPercentage(unit) ? 100 : 1)
  const interval = settled(multiply(result, scale))
  const point = evaluateNaturally(formula, valuesOf(inputs))
  const value = isFormulaFault(point) ? undefined : middle(multiply(point, scale))
  const quantity = derivedQuantity(within(interval, value), interval, unit)
  return quantity ?? { fault: 'the formula sets no bound to the figure', offset: 0, hint }
}

/** The value computed from the printed values; the interval's middle where that lies outside ("nearly" has its value at one end). */
function within(interval: Interval, value: Decimal | undefined): Decimal {
  if (value && contains(interval, value)) return value
  return isBounded(interval) ? middle(interval) : interval.low
}

function toObservation(recipe: Recipe, quantity: Quantity, inputs: Inputs): Observation {
  const { key, indicator, measure, period, since, text, note, place } = recipe
  return {
    key,
    indicator,
    measure,
    period,
    ...(since !== undefined && { since }),
    quantity,
    status: 'derived',
    ...(measure !== 'value' && { basis: 'published' }),
    formula: text,
    inputs: [...new Set([...inputs.values()].map((input) => input.key))],
    ...(note && { note }),
    place: place(),
  }
}

function unitOf({ indicator, measure }: Recipe, { indicators, units }: Draft): string | undefined {
  const unit = indicators.get(indicator)?.unit
  if (unit === undefined || !units.has(unit)) return undefined
  return measure === 'value' ? unit : measure === 'change' ? changeUnit(unit) : percent.id
}

const measureOrder: readonly Measure[] = ['value', 'change', 'rate']

function sorted(observations: readonly Observation[], { indicators }: Draft): Observation[] {
  const order = new Map([...indicators.keys()].map((id, index) => [id, index]))
  const rank = ({ indicator }: Observation) => order.get(indicator) ?? 0
  return observations.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      comparePeriods(a.period, b.period) ||
      measureOrder.indexOf(a.measure) - measureOrder.indexOf(b.measure),
  )
}
