import { Decimal } from 'decimal.js'
import { contains, exactly, halfWidth, isBounded, middle, multiply, settled } from '../figure/interval.ts'
import { powerOfTen } from '../figure/unit/power-of-ten.ts'
import { unfit } from '../figure/unit/term-unit.ts'
import { isPercentage, measureUnit } from '../figure/unit/unit.ts'
import { rateBase } from '../figure/unit/unit-list.ts'
import type { Dataset, Interval, Observation, Quantity } from '../types.ts'
import { evaluate, evaluateNaturally, isFormulaFault, termUnitOfFormula } from './evaluate.ts'
import { type FormulaFault, referencesIn } from './formula.ts'
import { formatInputs, getIntervals, getTermUnits, getValues, type Inputs } from './inputs.ts'
import type { Recipe } from './recipes.ts'

/** The quantity that a recipe gives. */
export function compute(recipe: Recipe, inputs: Inputs, unit: string): Quantity | FormulaFault {
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
  const quantity = derivedQuantity(
    within(interval, value),
    interval,
    unit,
    getFinest(inputs),
    getCoarsest(recipe, inputs),
  )
  return quantity ?? { fault: 'the formula sets no bound to the figure', offset: 0, hint }
}

/** The finest place of computed percentages: a tenth, or that of the given percentages if all are finer. */
function getFinest(inputs: Inputs): number {
  const all = [...inputs.values()].map(({ quantity }) => quantity)
  const isPoints = all.length > 0 && all.every(({ unit }) => isPercentage(unit))
  return isPoints ? Math.min(-1, Math.max(...all.map(({ precision }) => precision))) : -1
}

/** The place of two levels, to which readers compute their change: from 32 to 26 it is 6, not "some 10". */
function getCoarsest({ measure, authored }: Recipe, inputs: Inputs): number {
  if (measure !== 'change' || authored) return Number.POSITIVE_INFINITY
  return Math.max(...[...inputs.values()].map(({ quantity }) => quantity.precision))
}

/** Whether a rate that nobody wrote has a level below zero: a shrinking deficit has no rate of growth. */
function isAcrossZero({ measure, authored }: Recipe, inputs: Inputs, rate: Interval): boolean {
  if (measure !== 'rate' || authored) return false
  const levels = [...inputs.values()].filter((input) => input.measure === 'value')
  return rate.low.lt(-100) || levels.some(({ quantity }) => quantity.interval.low.lt(0))
}

/** The value computed from printed values; if outside, the interval's middle ("nearly" has its value at one end). */
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
export function getRecipeUnit(
  { indicator, measure }: Recipe,
  { indicators, units }: Pick<Dataset, 'indicators' | 'units'>,
): string | undefined {
  const unit = indicators.get(indicator)?.unit
  if (unit === undefined || !units.has(unit)) return undefined
  return measureUnit(unit, measure)
}

/** The observation that a recipe gives of known figures, or undefined where there is none to be had. */
export function workOutFrom(
  recipe: Recipe,
  inputs: Inputs,
  dataset: Pick<Dataset, 'indicators' | 'units'>,
): Observation | undefined {
  const unit = getRecipeUnit(recipe, dataset)
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

/**
 * A derived quantity, with no more digits than it is good for: the true value is within two units of the last digit
 * printed (the
 * GUM, JCGM 100:2008, 7.2.6, rounds an estimate to be consistent with its uncertainty), at most one decimal for
 * percentages and rates (but 2.50%
 * less 2.25% is 0.25 points), at most four significant digits, but whole units below a million; a change whose sign is
 * known keeps one digit, and one
 * between two levels their place. An open interval gives its finite end, rounded outwards and qualified `at least` or
 * `at most`;
 * undefined where neither end is finite.
 */
export function derivedQuantity(
  value: Decimal,
  allowedInterval: Interval,
  unit: string,
  finest = -1,
  coarsest = Number.POSITIVE_INFINITY,
): Quantity | undefined {
  const base = { unit, interval: allowedInterval }
  const { low, high } = allowedInterval
  if (isBounded(allowedInterval)) {
    const good = goodPlace(value, halfWidth(allowedInterval).div(2), unit, finest, low.gte(0) || high.lte(0))
    const precision = Math.min(good, coarsest)
    return { ...base, value: roundTo(value, precision, Decimal.ROUND_HALF_UP), precision }
  }
  if (low.isFinite()) {
    const precision = goodPlace(low, new Decimal(0), unit, finest)
    return { ...base, value: roundTo(low, precision, Decimal.ROUND_FLOOR), precision, qualifier: 'at least' }
  }
  if (!high.isFinite()) return undefined
  const precision = goodPlace(high, new Decimal(0), unit, finest)
  return { ...base, value: roundTo(high, precision, Decimal.ROUND_CEIL), precision, qualifier: 'at most' }
}

function goodPlace(
  value: Decimal,
  uncertainty: Decimal,
  unit: string,
  ofPercentages: number,
  isSigned = false,
): number {
  const place = uncertainty.isZero()
    ? lastPlace(value)
    : uncertainty.e + (uncertainty.equals(powerOfTen(uncertainty.e)) ? 0 : 1)
  // 5.0 to 5.1 billion is 2% more, of up to 4%: never 0%.
  const isLost = isSigned && !value.isZero() && roundTo(value, place, Decimal.ROUND_HALF_UP).isZero()
  const good = isLost ? value.e : place
  const finest = isPercentage(unit) || rateBase(unit) !== undefined ? ofPercentages : Number.NEGATIVE_INFINITY
  const significant = value.isZero() ? 0 : new Decimal(value.toSignificantDigits(4)).e - 3
  // Below a million, where no word stands for zeros, 10,220 reads as an exact number: 223,105 less 212,881 is 10,224.
  return Math.max(good, finest, value.abs().lessThan(1e6) ? Math.min(significant, 0) : significant)
}

function roundTo(value: Decimal, place: number, rounding: Decimal.Rounding): Decimal {
  return value.times(powerOfTen(-place)).toDecimalPlaces(0, rounding).times(powerOfTen(place))
}

/** The place of the last digit that is not zero: an exact 6 is not 6.000. */
function lastPlace(value: Decimal): number {
  return value.isZero() ? 0 : value.e - value.precision(false) + 1
}
