import { type Formula, parseFormula } from '../dataset/derive/formula.ts'
import { percentagePoints } from '../dataset/figure/unit/unit.ts'
import { findObservation } from '../dataset/find.ts'
import type { Dataset, Observation } from '../dataset/types.ts'

/** Where the formulas find a column of the figures that are stated: the whole of it, without its head. */
export type RangeOf = (column: 'indicator' | 'period' | 'category' | 'value' | 'by' | 'rate') => string

/** How deep figures may be worked out from each other in one formula. */
const deepest = 12

/**
 * A derived figure as a formula of a spreadsheet that looks its inputs up by indicator and period, so that rows may be
 * sorted.
 * A percentage is a hundredth there, as in this tool's formulas; points are as printed.
 */
export function toExcelFormula(observation: Observation, dataset: Dataset, rangeOf: RangeOf): string | undefined {
  const expression = getExpression(observation, dataset, rangeOf, deepest)
  if (expression === undefined) return undefined
  return observation.quantity.unit === percentagePoints.id ? `(${expression})*100` : expression
}

function getExpression(
  { formula, statement, ...observation }: Observation,
  dataset: Dataset,
  rangeOf: RangeOf,
  depth: number,
): string | undefined {
  // A cell may name its categories in any order.
  if (statement) return observation.series === observation.indicator ? lookUp(observation, dataset, rangeOf) : undefined
  const parsed = formula === undefined ? undefined : parseFormula(formula)
  if (!parsed || 'fault' in parsed || depth === 0) return undefined
  return toExpression(parsed, dataset, rangeOf, depth - 1)
}

/** SUMPRODUCT compares texts as they are; SUMIFS would read the period 2023-12 as a date. */
function lookUp(
  { indicator, period, measure, quantity }: Pick<Observation, 'indicator' | 'period' | 'measure' | 'quantity'>,
  { dimensions }: Dataset,
  rangeOf: RangeOf,
): string {
  const column = rangeOf(measure === 'change' ? 'by' : measure)
  const whole = dimensions.size === 0 ? '' : `*(${rangeOf('category')}="")`
  const isIts = `(${rangeOf('indicator')}="${indicator}")*(${rangeOf('period')}="${period}")`
  const found = `SUMPRODUCT(${isIts}${whole},${column})`
  return quantity.unit === percentagePoints.id ? `${found}/100` : found
}

function toExpression(formula: Formula, dataset: Dataset, rangeOf: RangeOf, depth: number): string | undefined {
  const inner = (one: Formula) => toExpression(one, dataset, rangeOf, depth)
  switch (formula.type) {
    case 'literal':
      return formula.unit === undefined ? formula.value.toString() : `${formula.value}/100`
    case 'reference': {
      const observation = findObservation(dataset, formula.text)
      const expression = observation && getExpression(observation, dataset, rangeOf, depth)
      return expression && `(${expression})`
    }
    case 'negation':
      return wrap('-', inner(formula.operand))
    case 'root':
      return wrap('SQRT', inner(formula.operand))
    case 'operation': {
      const [left, right] = [inner(formula.left), inner(formula.right)]
      return left && right && `(${left}${formula.operator}${right})`
    }
  }
}

function wrap(name: string, expression: string | undefined): string | undefined {
  return expression && `${name}(${expression})`
}
