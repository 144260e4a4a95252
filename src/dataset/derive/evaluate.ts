import type { Decimal } from 'decimal.js'
import {
  add,
  divide,
  exactly,
  interval,
  isBounded,
  multiply,
  negate,
  squareRoot,
  subtract,
} from '../figure/interval.ts'
import {
  differenceTermUnit,
  literalTermUnit,
  productTermUnit,
  quotientTermUnit,
  rootTermUnit,
  sumTermUnit,
  type TermUnit,
  type TermUnitFault,
} from '../figure/unit/term-unit.ts'
import type { Interval } from '../types.ts'
import { type Formula, type FormulaFault, referencesIn } from './formula.ts'

/** What a reference in a formula stands for, by its text: per cent and points already as hundredths. */
export type Values = (reference: string) => Interval

/** What a formula allows, or where it cannot be computed (division by zero, root of a negative number). */
export type Evaluation = Interval | FormulaFault

/**
 * All values that a formula can take when each reference takes any value that it allows. Natural interval arithmetic;
 * where a
 * reference stands twice, it is taken at one end at a time as far as the formula rises or falls with it throughout,
 * since `a / b - a` would otherwise let `a` be two things at once.
 */
export function evaluate(formula: Formula, values: Values): Evaluation {
  const natural = evaluateNaturally(formula, values)
  if (isFormulaFault(natural)) return natural
  const ends = monotoneEnds(formula, values)
  if (ends.size === 0) return natural
  const low = evaluateNaturally(formula, (name) => exactlyOr(ends.get(name)?.low, values(name)))
  const high = evaluateNaturally(formula, (name) => exactlyOr(ends.get(name)?.high, values(name)))
  return isFormulaFault(low) || isFormulaFault(high) ? natural : interval(low.low, high.high)
}

/** The unit of a formula's result, or where two terms cannot be combined. */
export function termUnitOfFormula(
  formula: Formula,
  termUnits: (reference: string) => TermUnit,
): TermUnit | (TermUnitFault & { offset: number }) {
  switch (formula.type) {
    case 'literal':
      return literalTermUnit(formula.unit)
    case 'reference':
      return termUnits(formula.text)
    case 'negation':
      return termUnitOfFormula(formula.operand, termUnits)
    case 'root': {
      const operand = termUnitOfFormula(formula.operand, termUnits)
      return 'fault' in operand ? operand : at(rootTermUnit(operand), formula.offset)
    }
    case 'operation': {
      const left = termUnitOfFormula(formula.left, termUnits)
      if ('fault' in left) return left
      const right = termUnitOfFormula(formula.right, termUnits)
      return 'fault' in right ? right : at(combine[formula.operator](left, right), formula.offset)
    }
  }
}

/** Whether an evaluation, or a parse, found a fault. */
export function isFormulaFault(result: object): result is FormulaFault {
  return 'fault' in result
}

const combine = { '+': sumTermUnit, '-': differenceTermUnit, '*': productTermUnit, '/': quotientTermUnit } as const

function at<T extends object>(result: T | TermUnitFault, offset: number): T | (TermUnitFault & { offset: number }) {
  return 'fault' in result ? { ...result, offset } : result
}

/** As evaluate, each reference on its own even where it stands twice: right, but wider; exact for single values. */
export function evaluateNaturally(formula: Formula, values: Values): Evaluation {
  switch (formula.type) {
    case 'literal':
      return exactly(formula.unit === undefined ? formula.value : formula.value.dividedBy(100))
    case 'reference':
      return values(formula.text)
    case 'negation': {
      const operand = evaluateNaturally(formula.operand, values)
      return isFormulaFault(operand) ? operand : negate(operand)
    }
    case 'root': {
      const operand = evaluateNaturally(formula.operand, values)
      if (isFormulaFault(operand)) return operand
      return (
        squareRoot(operand) ?? { fault: 'the square root of a number that may be negative', offset: formula.offset }
      )
    }
    case 'operation': {
      const left = evaluateNaturally(formula.left, values)
      if (isFormulaFault(left)) return left
      const right = evaluateNaturally(formula.right, values)
      return isFormulaFault(right) ? right : operate(formula, left, right)
    }
  }
}

function operate({ operator, offset }: Extract<Formula, { type: 'operation' }>, a: Interval, b: Interval): Evaluation {
  switch (operator) {
    case '+':
      return add(a, b)
    case '-':
      return subtract(a, b)
    case '*':
      return multiply(a, b)
    case '/':
      return divide(a, b) ?? { fault: 'division by zero, or by what may be zero', offset }
  }
}

/** Ends for the lowest and highest result of each reference that occurs repeatedly but moves it one way only. */
function monotoneEnds(formula: Formula, values: Values): Map<string, { low: Decimal; high: Decimal }> {
  const names = referencesIn(formula).map(({ text }) => text)
  const seen = new Set<string>()
  const repeated = new Set(names.filter((name) => seen.has(name) || !seen.add(name)))
  const ends = new Map<string, { low: Decimal; high: Decimal }>()
  for (const name of repeated) {
    const range = values(name)
    const slope = isBounded(range) ? derivative(formula, name, values) : undefined
    if (slope?.low.gte(0)) ends.set(name, range)
    else if (slope?.high.lte(0)) ends.set(name, { low: range.high, high: range.low })
  }
  return ends
}

/** All values of the formula's derivative by one reference; undefined where it cannot be computed. */
function derivative(formula: Formula, name: string, values: Values): Interval | undefined {
  switch (formula.type) {
    case 'literal':
      return exactly(0)
    case 'reference':
      return exactly(formula.text === name ? 1 : 0)
    case 'negation': {
      const slope = derivative(formula.operand, name, values)
      return slope && negate(slope)
    }
    case 'root': {
      const slope = derivative(formula.operand, name, values)
      const root = evaluateNaturally(formula, values)
      return slope && !isFormulaFault(root) ? divide(slope, multiply(exactly(2), root)) : undefined
    }
    case 'operation': {
      const [leftSlope, rightSlope] = [derivative(formula.left, name, values), derivative(formula.right, name, values)]
      const [left, right] = [evaluateNaturally(formula.left, values), evaluateNaturally(formula.right, values)]
      if (!leftSlope || !rightSlope || isFormulaFault(left) || isFormulaFault(right)) return undefined
      return operationSlope(formula.operator, left, right, leftSlope, rightSlope)
    }
  }
}

/** The rules of sum, product and quotient. */
function operationSlope(
  operator: '+' | '-' | '*' | '/',
  left: Interval,
  right: Interval,
  leftSlope: Interval,
  rightSlope: Interval,
): Interval | undefined {
  switch (operator) {
    case '+':
      return add(leftSlope, rightSlope)
    case '-':
      return subtract(leftSlope, rightSlope)
    case '*':
      return add(multiply(leftSlope, right), multiply(left, rightSlope))
    case '/':
      return divide(subtract(multiply(leftSlope, right), multiply(left, rightSlope)), multiply(right, right))
  }
}

function exactlyOr(value: Decimal | undefined, otherwise: Interval): Interval {
  return value === undefined ? otherwise : exactly(value)
}
