import type { Decimal } from 'decimal.js'
import { contains, exactly, isBounded, middle, multiply, settled } from '../figure/interval.ts'
import { unfit } from '../figure/unit/term-unit.ts'
import { changeUnit, isPercentage, percent } from '../figure/unit/unit.ts'
import { rateBase } from '../figure/unit/unit-list.ts'
import type { Dataset, Interval, Observation, Quantity } from '../types.ts'
import { derivedQuantity } from './derived-quantity.ts'
import { evaluate, evaluateNaturally, isFormulaFault, termUnitOfFormula } from './evaluate.ts'
import { referencesIn } from './formula.ts'
import { formatInputs, getIntervals, getTermUnits, getValues, type Inputs } from './inputs.ts'
import type { Recipe } from './recipes.ts'

/** Why a figure cannot be worked out, at which offset of its formula. */
export type Fault = { fault: string; offset: number; hint?: string | undefined }

/** The quantity that a recipe gives. */
export function compute(recipe: Recipe, inputs: Inputs, unit: string): Quantity | Fault {
  const { formula } = recipe
  const termUnit = termUnitOfFormula(formula, getTermUnits(inputs))
  if ('fault' in termUnit) return termUnit
  const misfit = unfit(termUnit, unit)
  if (misfit) return { ...misfit, offset: 0 }
  const hint = formatInputs(inputs.values())
  const result = evaluate(formula, getIntervals(inputs))
  if (isFormulaFault(result)) return { ...result, hint }
  // A quotient of like and like is a share; a rate says it of so many.
  const scale = exactly(isPercentage(unit) ? 100 : termUnit.kind === 'percent' ? (rateBase(unit) ?? 1) : 1)
  const interval = settled(multiply(result, scale))
  if (isAcrossZero(recipe, inputs, interval))
    return { fault: 'a rate of growth from or to less than zero', offset: 0, hint }
  const point = evaluateNaturally(formula, getValues(inputs))
  const value = isFormulaFault(point) ? undefined : middle(multiply(point, scale))
  const quantity = derivedQuantity(within(interval, value), interval, unit)
  return quantity ?? { fault: 'the formula sets no bound to the figure', offset: 0, hint }
}

/** Whether one of the two levels of a rate that nobody wrote is below zero: a deficit that shrinks, or becomes a surplus, has no rate of growth. */
function isAcrossZero({ measure, authored }: Recipe, inputs: Inputs, rate: Interval): boolean {
  if (measure !== 'rate' || authored) return false
  const levels = [...inputs.values()].filter((input) => input.measure === 'value')
  return rate.low.lt(-100) || levels.some(({ quantity }) => quantity.interval.low.lt(0))
}

/** The value computed from the printed values; the interval's middle where that lies outside ("nearly" has its value at one end). */
function within(interval: Interval, value: Decimal | undefined): Decimal {
  if (value && contains(interval, value)) return value
  return isBounded(interval) ? middle(interval) : interval.low
}

/** The observation of a recipe. */
export function toObservation(recipe: Recipe, quantity: Quantity, inputs: Inputs): Observation {
  const { key, series, indicator, categories, measure, period, since, text, note, plausible, place } = recipe
  return {
    key,
    series,
    indicator,
    categories,
    measure,
    period,
    ...(since !== undefined && { since }),
    quantity,
    status: 'derived',
    ...(measure !== 'value' && { basis: 'published' }),
    formula: text,
    inputs: [...new Set([...inputs.values()].map((input) => input.key))],
    ...(note && { note }),
    ...(plausible && { plausible }),
    place: place(),
  }
}

/** The unit of what a recipe gives; undefined where it is not declared. */
export function getUnit(
  { indicator, measure }: Recipe,
  { indicators, units }: Pick<Dataset, 'indicators' | 'units'>,
): string | undefined {
  const unit = indicators.get(indicator)?.unit
  if (unit === undefined || !units.has(unit)) return undefined
  return measure === 'value' ? unit : measure === 'change' ? changeUnit(unit) : percent.id
}

/** The observation that a recipe gives of known figures, or undefined where there is none to be had. */
export function workOutFrom(
  recipe: Recipe,
  inputs: Inputs,
  dataset: Pick<Dataset, 'indicators' | 'units'>,
): Observation | undefined {
  const unit = getUnit(recipe, dataset)
  const result = unit === undefined ? undefined : compute(recipe, inputs, unit)
  return result && 'value' in result ? toObservation(recipe, result, usedBy(recipe, inputs)) : undefined
}

function usedBy({ formula }: Recipe, inputs: Inputs): Inputs {
  return new Map(
    referencesIn(formula).flatMap(({ text }) => {
      const input = inputs.get(text)
      return input ? [[text, input] as const] : []
    }),
  )
}
