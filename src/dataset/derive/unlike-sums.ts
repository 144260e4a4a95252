import { areAlike, periodEnd, periodStart } from '../figure/period.ts'
import type { Dataset, Observation } from '../types.ts'
import type { Formula } from './formula.ts'

/** Two sums that a formula joins over unequal periods, neither within the other: a half-year's and last year's. */
export function unlikeSums(
  formula: Formula,
  find: (reference: string) => Observation | undefined,
  indicators: Dataset['indicators'],
): readonly [Observation, Observation] | undefined {
  if (formula.type === 'negation' || formula.type === 'root') return unlikeSums(formula.operand, find, indicators)
  if (formula.type !== 'operation') return undefined
  const inner = unlikeSums(formula.left, find, indicators) ?? unlikeSums(formula.right, find, indicators)
  if (inner || formula.operator === '*') return inner
  const [left, right] = [formula.left, formula.right].map((side) =>
    getTerms(side).flatMap((reference) => {
      const figure = find(reference)
      return figure && isSum(figure, indicators) ? [figure] : []
    }),
  )
  const pairs = (left ?? []).flatMap((a) => (right ?? []).map((b) => [a, b] as const))
  return pairs.find(([a, b]) => !areAlike(a.period, b.period) && !isWithin(a, b) && !isWithin(b, a))
}

/** Whether a figure is a level that flowed over a period. */
export function isSum({ measure, indicator }: Observation, indicators: Dataset['indicators']): boolean {
  return measure === 'value' && indicators.get(indicator)?.type === 'flow'
}

/** How many days a figure's period has. */
export function getDays({ period }: Observation): number {
  return (Date.parse(periodEnd(period)) - Date.parse(periodStart(period))) / 86_400_000 + 1
}

/** The references that a formula adds and subtracts as they are. */
function getTerms(formula: Formula): string[] {
  switch (formula.type) {
    case 'reference':
      return [formula.text]
    case 'negation':
      return getTerms(formula.operand)
    case 'operation':
      return formula.operator === '+' || formula.operator === '-'
        ? [...getTerms(formula.left), ...getTerms(formula.right)]
        : []
    case 'literal':
    case 'root':
      return []
  }
}

function isWithin(inner: Observation, outer: Observation): boolean {
  return periodStart(outer.period) <= periodStart(inner.period) && periodEnd(inner.period) <= periodEnd(outer.period)
}
