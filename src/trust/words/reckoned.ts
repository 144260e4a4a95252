import { Decimal } from 'decimal.js'
import { comparePeriods, isNamedBy } from '../../dataset/figure/period.ts'
import { isPercentage } from '../../dataset/figure/unit/unit.ts'
import { findObservation } from '../../dataset/find.ts'
import type { Observation, Qualifier } from '../../dataset/types.ts'
import { earlier } from '../../document/claim/history.ts'
import { type NumberMention, readNumbers } from '../numbers/numbers-in-text.ts'
import { getWhole } from './readings/word-claims.ts'
import { namedPeriods, observationsAt, observationsNamed, type Sentence } from './sentences.ts'

/** Typed numbers that a plain reckoning of what a sentence prints or names gives, as exactly as they are said: five points more, {a} against {b}; up by more than 10%, from {a} to {b}; {part}, a good 3% of all; some 4,100 more than in 2021. */
export function reckonedNumbers(sentence: Sentence): readonly NumberMention[] {
  const { text, language, tokens, start: from } = sentence
  const isPrinted = ({ numberStart }: NumberMention) =>
    tokens.some(({ figure, start, end }) => figure && start <= from + numberStart && from + numberStart < end)
  const numbers = readNumbers(text, language).flatMap((one) => (one.kind === 'number' && !isPrinted(one) ? [one] : []))
  if (numbers.length === 0) return []
  const levels = levelsOf(sentence)
  const sizes = levels.flatMap((a) => levels.flatMap((b) => (a === b ? [] : sizesOf(a, b, sentence))))
  return numbers.filter((one) =>
    sizes.some(({ value, unit }) => unit === one.unit && isSaid(one, value, qualifierOf(one, sentence))),
  )
}

/** The levels that a sentence prints or names, and those of the same at the times that it names. */
function levelsOf(sentence: Sentence): readonly Observation[] {
  const { dataset, calledBy } = sentence
  const printed = observationsAt(sentence)
  // The one indicator that a word is of: the target.
  const called = calledBy.flatMap(([id = '', ...others]) => (others.length > 0 ? [] : [id]))
  const current = [...printed.map(({ series }) => series), ...called].flatMap(
    (id) => findObservation(dataset, id) ?? [],
  )
  const now = [...printed, ...observationsNamed(sentence), ...current].filter(({ measure }) => measure === 'value')
  const isThen = ({ period }: Observation) => namedPeriods(sentence).some((named) => isNamedBy(period, named.period))
  const wholes = now.flatMap((one) => dataset.observations.get(getWhole(one, dataset) ?? '') ?? [])
  return [...new Set([...now, ...wholes, ...now.flatMap((one) => earlier(dataset, one).filter(isThen))])]
}

/** How far a level is from another, in its unit and in per cent of an earlier one, or what part of it. */
function sizesOf(
  a: Observation,
  b: Observation,
  { dataset }: Sentence,
): { value: Decimal; unit: NumberMention['unit'] }[] {
  const [one, other] = [a.quantity.value, b.quantity.value]
  if (a.quantity.unit !== b.quantity.unit || other.isZero()) return []
  if (isPercentage(a.quantity.unit)) return [{ value: one.minus(other), unit: 'percentage-points' }]
  const isLater = a.series === b.series && comparePeriods(a.period, b.period) > 0
  const isPart = a.period === b.period && getWhole(a, dataset) === b.key
  const change = one.minus(other)
  const isBeside = a.period === b.period && a.series !== b.series
  return [
    ...(isBeside ? [{ value: change, unit: undefined }] : []),
    ...(isLater ? [change, change.negated()].map((value) => ({ value, unit: undefined })) : []),
    ...(isLater ? [{ value: change.abs().div(other).times(100), unit: 'percent' as const }] : []),
    ...(isPart ? [{ value: one.div(other).times(100), unit: 'percent' as const }] : []),
  ]
}

/** What is said of a number before it: más de un 60 %. */
function qualifierOf(
  { qualifier, numberStart }: NumberMention,
  { words, tokens, start }: Sentence,
): Qualifier | undefined {
  const at = tokens.findIndex((token) => token.end > start + numberStart)
  const before = words.findLast(({ end }) => end <= at && at - end <= 1)?.meaning
  return qualifier ?? (before === 'above' ? 'over' : before === 'below' ? 'under' : undefined)
}

/** Whether a number says a size: to its last digit, or as its qualifier has it. */
function isSaid({ value, precision }: NumberMention, size: Decimal, qualifier: Qualifier | undefined): boolean {
  const half = 0.5 * 10 ** precision
  if (!qualifier || qualifier === 'about') {
    const least = qualifier ? value.times(0.03).abs() : 0
    return size.minus(value).abs().lte(Decimal.max(half, least))
  }
  const [low, high] = near[qualifier]
  const isOther = qualifier === 'over' || qualifier === 'under'
  return size.gte(value.times(low)) && size.lte(value.times(high)) && !(isOther && size.eq(value))
}

/** How far from a number what it bounds may be, for the number to say it. */
const near = {
  over: [1, 1.25],
  'at least': [1, 1.25],
  nearly: [0.9, 1],
  under: [0.8, 1],
  'at most': [0.8, 1],
} as const
