import { Decimal } from 'decimal.js'
import type { Assertion, Comparison, Formula, Operator } from './formula.ts'

/** A reference, and an operation on two formulas, for formulas that are not written but follow from the data. */
export function referTo(text: string): Formula {
  return { type: 'reference', text, offset: 0 }
}

/** The operation on two formulas. */
export function operation(left: Formula, operator: Operator, right: Formula): Formula {
  return { type: 'operation', operator, left, right, offset: 0 }
}

/** 100%. */
export const whole: Formula = { type: 'literal', value: new Decimal(100), unit: 'percent', offset: 0 }

/** An assertion about two formulas, with its sides as text. */
export function asserting(left: Formula, comparison: Comparison, right: Formula): Assertion {
  return { left, comparison, right, offset: 0, leftText: formatFormula(left), rightText: formatFormula(right) }
}

/** A formula as text, with parentheses where it needs them. */
export function formatFormula(formula: Formula): string {
  switch (formula.type) {
    case 'literal':
      return `${formula.value.toFixed()}${formula.unit === undefined ? '' : formula.unit === 'percent' ? '%' : ' pp'}`
    case 'reference':
      return formula.text
    case 'negation':
      return `-${formatOperand(formula.operand, () => true)}`
    case 'root':
      return `sqrt(${formatFormula(formula.operand)})`
    case 'operation': {
      const { left, operator, right } = formula
      const product = isProduct(operator)
      const rightmost =
        operator === '/'
          ? () => true
          : (inner: Operator) => (product ? !isProduct(inner) : operator === '-' && !isProduct(inner))
      return `${formatOperand(left, (inner) => product && !isProduct(inner))} ${operator} ${formatOperand(right, rightmost)}`
    }
  }
}

function formatOperand(operand: Formula, needsParentheses: (operator: Operator) => boolean): string {
  const text = formatFormula(operand)
  return operand.type === 'operation' && needsParentheses(operand.operator) ? `(${text})` : text
}

function isProduct(operator: Operator): boolean {
  return operator === '*' || operator === '/'
}
