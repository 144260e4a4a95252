import { Decimal } from 'decimal.js'
import { scaleNames } from '../figure/unit/scales.ts'
import type { TermUnit } from '../figure/unit/term-unit.ts'
import type { Interval } from '../types.ts'

/** An interval in words, ends rounded outwards to six digits: `1.0915 to 1.0925 billion`, `at most 926.5 million`. */
export function formatAllowed({ low, high }: Interval, termUnit: TermUnit): string {
  const { power, word } = getScale(termUnit, low, high)
  const say = (value: Decimal, rounding: Decimal.Rounding) =>
    value.times(new Decimal(10).pow(-power)).toSignificantDigits(6, rounding).toFixed()
  const lowText = say(low, Decimal.ROUND_FLOOR)
  const highText = say(high, Decimal.ROUND_CEIL)
  if (!low.isFinite() && !high.isFinite()) return 'anything'
  if (!high.isFinite()) return `at least ${lowText}${word}`
  if (!low.isFinite()) return `at most ${highText}${word}`
  // 20.388% to 20.44%, but 1.0915 to 1.0925 billion.
  const both = word === '%' ? word : ''
  return lowText === highText ? `${lowText}${word}` : `${lowText}${both} to ${highText}${word}`
}

function getScale({ kind }: TermUnit, low: Decimal, high: Decimal): { power: number; word: string } {
  if (kind === 'percent' || kind === 'whole') return { power: -2, word: '%' }
  if (kind === 'points') return { power: -2, word: ' pp' }
  const sizes = [low, high].filter((end) => end.isFinite() && !end.isZero()).map((end) => end.e)
  const size = Math.max(0, ...sizes)
  const power = [12, 9, 6].find((one) => size >= one) ?? 0
  return { power, word: scaleNames.get(power) ?? '' }
}
