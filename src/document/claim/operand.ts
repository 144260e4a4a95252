import type { Decimal } from 'decimal.js'
import { formatAllowed } from '../../dataset/check/format-allowed.ts'
import { evaluate, isFormulaFault, termUnitOfFormula } from '../../dataset/derive/evaluate.ts'
import { type Formula, parseFormula, referencesIn } from '../../dataset/derive/formula.ts'
import { getIntervals, getTermUnits } from '../../dataset/derive/inputs.ts'
import { getDays, isSum } from '../../dataset/derive/unlike-sums.ts'
import { getTermUnit, type TermUnit, unequal } from '../../dataset/figure/unit/term-unit.ts'
import { isPercentage } from '../../dataset/figure/unit/unit.ts'
import type { Dataset, Interval, Observation } from '../../dataset/types.ts'
import { getFound, getTextArgument } from '../say/arguments.ts'
import { type Argument, HelperError } from '../template/helper.ts'
import { both, type ClaimCall, getVerdict, not, type Verdict } from './rule.ts'

/** One side of a claim: all values that it can have. Percentages are hundredths. */
export interface Operand {
  /** As it is written in the claim. */
  text: string
  allowed: Interval
  /** Whether the end itself is shut out: "over 47 million" is not 47 million. */
  openLow: boolean
  openHigh: boolean
  termUnit: TermUnit
  /** Whether it counts things: births and deaths are compared, though neither is the other. */
  isCount: boolean
  /** Whether no figure stands in it: a threshold, such as 90%. */
  isLiteral: boolean
  /** Of a sum by itself: how many days it flowed over. */
  days?: number | undefined
  /**
   * The rule that rounded a single figure.
   * One rule never prints one value as both 91% and 92%, so its figures differ where their printed forms do.
   */
  rounding?: string | undefined
}

/** The operand of a reference (`netizens.change@2022-12`), a quantity (`90%`) or a formula (`2 * netizens.rate`). */
export function getOperand(call: ClaimCall, argument: Argument | undefined): Operand {
  const text = getTextArgument(argument, 'a figure, a quantity or a formula')
  const formula = parseFormula(text)
  if ('fault' in formula) throw new HelperError(formula.fault, formula.hint ?? formula.expected, argument)
  const inputs = new Map(
    referencesIn(formula).map(
      (reference) => [reference.text, getFound(call.dataset, reference.text, argument)] as const,
    ),
  )
  const termUnit = termUnitOfFormula(formula, getTermUnits(inputs))
  if ('fault' in termUnit) throw new HelperError(termUnit.fault, termUnit.hint, argument)
  const allowed = evaluate(formula, getIntervals(inputs))
  if (isFormulaFault(allowed)) throw new HelperError(allowed.fault, undefined, argument)
  const figure = formula.type === 'reference' ? inputs.get(formula.text) : undefined
  const days = figure && isSum(figure, call.dataset.indicators) ? getDays(figure) : undefined
  const isOneUnit = termUnit.kind === 'units' && [...termUnit.powers.values()].join() === '1'
  const isCount = isOneUnit && [...inputs.values()].every((one) => counts(one, call.dataset))
  return {
    text,
    allowed,
    termUnit,
    isCount,
    isLiteral: inputs.size === 0,
    days,
    ...getEnds(formula, inputs, call.dataset),
  }
}

/** The operand of one observation. */
export function observed(dataset: Dataset, observation: Observation): Operand {
  const inputs = new Map([[observation.key, observation]])
  return {
    text: observation.key,
    allowed: getIntervals(inputs)(observation.key),
    termUnit: getTermUnit(observation.quantity.unit),
    isCount: counts(observation, dataset),
    isLiteral: false,
    ...figureEnds(observation, dataset),
  }
}

/** Whether a figure is a number of things: its unit is what is counted, which nobody says after each number. */
export function counts({ quantity }: Observation, { units }: Dataset): boolean {
  return !isPercentage(quantity.unit) && units.get(quantity.unit)?.said === false
}

/** `netizens: 1.0915 to 1.0925 billion`; a threshold alone says itself. */
export function sayOperand({ text, allowed, termUnit, isLiteral }: Operand): string {
  return isLiteral ? text : `${text}: ${formatAllowed(allowed, termUnit)}`
}

/** Whether the one is more than the other, whichever values they have; throws where they cannot be compared. */
export function isAbove(a: Operand, b: Operand, argument?: Argument): Verdict {
  const fault = a.isCount && b.isCount ? undefined : unequal(a.termUnit, b.termUnit)
  if (fault) throw new HelperError(fault.fault, fault.hint, argument)
  const isOpen = a.openLow || b.openHigh || (a.rounding !== undefined && a.rounding === b.rounding)
  const isSure = a.allowed.low.gt(b.allowed.high) || (isOpen && a.allowed.low.eq(b.allowed.high))
  return getVerdict(isSure, a.allowed.high.lte(b.allowed.low))
}

/** Whether the one is less than the other, as `isAbove` asks whether it is more. */
export function isBelow(a: Operand, b: Operand, argument?: Argument): Verdict {
  return isAbove(b, a, argument)
}

/** Whether an operand is neither below a first nor above a last. */
export function isWithin(first: Operand, one: Operand, last: Operand, argument?: Argument): Verdict {
  return both(not(isAbove(first, one, argument)), not(isAbove(one, last, argument)))
}

/** The operand times an exact number. */
export function scaled(operand: Operand, factor: Decimal.Value): Operand {
  return { ...operand, allowed: { low: operand.allowed.low.times(factor), high: operand.allowed.high.times(factor) } }
}

/** How two figures by themselves lie apart: their difference reaches neither end, where one rule rounded both. */
export function differenceEnds(a: Operand, b: Operand): Ends {
  const isOne = a.rounding !== undefined && a.rounding === b.rounding
  return { openLow: isOne, openHigh: isOne }
}

type Ends = Pick<Operand, 'openLow' | 'openHigh' | 'rounding'>

const closed: Ends = { openLow: false, openHigh: false }

function getEnds(formula: Formula, inputs: ReadonlyMap<string, Observation>, dataset: Dataset): Ends {
  const observation = formula.type === 'reference' ? inputs.get(formula.text) : undefined
  if (observation) return figureEnds(observation, dataset)
  const isDifference = formula.type === 'operation' && formula.operator === '-' && inputs.size === 2
  return isDifference ? apartEnds([...inputs.values()], dataset) : closed
}

/**
 * A qualifier speaks of the size: a fall of "over 3 million" is below -3 million.
 * What is computed from two figures of one rounding reaches neither end.
 */
function figureEnds(observation: Observation, dataset: Dataset): Ends {
  const { status, measure, quantity, inputs } = observation
  if (status === 'derived' && measure !== 'value')
    return apartEnds(
      inputs.flatMap((key) => dataset.observations.get(key) ?? []),
      dataset,
    )
  const { qualifier, value } = quantity
  const isFall = value.isNegative()
  const isOver = qualifier === 'over'
  const isUnder = qualifier === 'under' || qualifier === 'nearly'
  return {
    openLow: isFall ? isUnder : isOver,
    openHigh: isFall ? isOver : isUnder,
    rounding: getRounding(observation, dataset),
  }
}

/**
 * The ends for what follows from two figures.
 * Rounding to the nearest includes only one end of an interval, so a difference reaches neither of its own.
 */
function apartEnds([one, other, ...more]: readonly Observation[], dataset: Dataset): Ends {
  const rounding = one && getRounding(one, dataset)
  const isOne = rounding !== undefined && other !== undefined && more.length === 0
  const isOpen = isOne && rounding === getRounding(other, dataset)
  return { openLow: isOpen, openHigh: isOpen }
}

/** The source, or series of sources, that rounded a plain figure, with the place of its last digit. */
function getRounding({ statement, quantity }: Observation, { sources }: Dataset): string | undefined {
  if (!statement || quantity.qualifier !== undefined) return undefined
  const series = sources.get(statement.source)?.series
  return `${series ? JSON.stringify(series) : statement.source} ${quantity.precision} ${quantity.unit}`
}
