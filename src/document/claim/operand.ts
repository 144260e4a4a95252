import type { Decimal } from 'decimal.js'
import { formatAllowed } from '../../dataset/check/format-allowed.ts'
import { evaluate, isFormulaFault, termUnitOfFormula } from '../../dataset/derive/evaluate.ts'
import { type Formula, parseFormula, referencesIn } from '../../dataset/derive/formula.ts'
import { intervalsOf, termUnitsOf } from '../../dataset/derive/inputs.ts'
import { explainReference, findObservation } from '../../dataset/figure/reference.ts'
import { type TermUnit, termUnitOf, unequal } from '../../dataset/figure/term-unit.ts'
import type { Interval, Observation } from '../../dataset/types.ts'
import { textOf } from '../say/arguments.ts'
import { type Argument, HelperTrouble } from '../template/helper.ts'
import { type ClaimCall, type Verdict, verdictOf } from './rule.ts'

/** One side of a claim: all values that it can have. Percentages are hundredths. */
export interface Operand {
  /** As it is written in the claim. */
  text: string
  allowed: Interval
  /** Whether the end itself is shut out: "over 47 million" is not 47 million. */
  openLow: boolean
  openHigh: boolean
  termUnit: TermUnit
  /** Whether no figure stands in it: a threshold, such as 90%. */
  isLiteral: boolean
}

/** The operand of a reference (`netizens.change@2022-12`), a quantity (`25 million`, `90%`) or a formula of these (`2 * netizens.rate`). */
export function operandOf(call: ClaimCall, argument: Argument | undefined): Operand {
  const text = textOf(argument, 'a figure, a quantity or a formula')
  const formula = parseFormula(text)
  if ('fault' in formula) throw new HelperTrouble(formula.fault, formula.hint ?? formula.expected, argument)
  const inputs = new Map(
    referencesIn(formula).map((reference) => [reference.text, lookUp(call, reference.text, argument)] as const),
  )
  const termUnit = termUnitOfFormula(formula, termUnitsOf(inputs))
  if ('fault' in termUnit) throw new HelperTrouble(termUnit.fault, termUnit.hint, argument)
  const allowed = evaluate(formula, intervalsOf(inputs))
  if (isFormulaFault(allowed)) throw new HelperTrouble(allowed.fault, undefined, argument)
  return { text, allowed, termUnit, isLiteral: inputs.size === 0, ...opennessOf(formula, inputs) }
}

/** The operand of one observation. */
export function observed(observation: Observation): Operand {
  const inputs = new Map([[observation.key, observation]])
  return {
    text: observation.key,
    allowed: intervalsOf(inputs)(observation.key),
    termUnit: termUnitOf(observation.quantity.unit),
    isLiteral: false,
    ...openEnds(observation),
  }
}

/** `netizens: 1.0915 to 1.0925 billion`; a threshold alone says itself. */
export function sayOperand({ text, allowed, termUnit, isLiteral }: Operand): string {
  return isLiteral ? text : `${text}: ${formatAllowed(allowed, termUnit)}`
}

/** Whether the one is more than the other, whichever values they have; throws where they cannot be compared. */
export function isAbove(a: Operand, b: Operand, argument?: Argument): Verdict {
  const fault = unequal(a.termUnit, b.termUnit)
  if (fault) throw new HelperTrouble(fault.fault, fault.hint, argument)
  const isSure = a.allowed.low.gt(b.allowed.high) || meets(a.allowed.low, b.allowed.high, a.openLow || b.openHigh)
  return verdictOf(isSure, a.allowed.high.lte(b.allowed.low))
}

/** The operand times an exact number. */
export function scaled(operand: Operand, factor: Decimal.Value): Operand {
  const { low, high } = operand.allowed
  return { ...operand, allowed: { low: low.times(factor), high: high.times(factor) } }
}

function meets(low: Decimal, high: Decimal, isOpen: boolean): boolean {
  return isOpen && low.eq(high)
}

function lookUp({ dataset }: ClaimCall, reference: string, argument: Argument | undefined): Observation {
  const observation = findObservation(dataset, reference)
  if (observation) return observation
  const { message, hint } = explainReference(dataset, reference)
  throw new HelperTrouble(message, hint, argument)
}

function opennessOf(
  formula: Formula,
  inputs: ReadonlyMap<string, Observation>,
): { openLow: boolean; openHigh: boolean } {
  const observation = formula.type === 'reference' ? inputs.get(formula.text) : undefined
  return observation ? openEnds(observation) : { openLow: false, openHigh: false }
}

/** A qualifier speaks of the size: a fall of "over 3 million" lies below -3 million. */
function openEnds({ quantity: { qualifier, value } }: Observation): { openLow: boolean; openHigh: boolean } {
  const isFall = value.isNegative()
  const isOver = qualifier === 'over'
  const isUnder = qualifier === 'under' || qualifier === 'nearly'
  return { openLow: isFall ? isUnder : isOver, openHigh: isFall ? isOver : isUnder }
}
