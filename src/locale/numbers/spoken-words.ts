import { Decimal } from 'decimal.js'
import { matchesIn } from './matches.ts'
import { joint, type SpokenNumber } from './number-words.ts'

/** The numbers in words of a language. */
export interface SpokenWords {
  /** Those that say a number by themselves: eleven, half, twice. */
  alone: Readonly<Record<string, number>>
  /** Those that may be other words or count things in view: one to ten. Read before a scale, fraction or measure. */
  small: Readonly<Record<string, number>>
  /** What a number in words is multiplied with, by powers of ten. */
  scales: Readonly<Record<string, number>>
  /** What makes a small number one that a figure should be behind: ten times, nine in ten. */
  measures: string
  percent: string
  points: string
}

/** A reader of the numbers in words of a text. */
export function createSpoken({ alone, small, scales, measures, percent, points }: SpokenWords) {
  const scale = alternatives(Object.keys(scales))
  const pattern = new RegExp(
    `(?<![\\p{L}])(?:(?<alone>${alternatives(Object.keys(alone))})(?<scales>(?: ?${scale})*)|(?<small>${alternatives(Object.keys(small))})(?<after>(?:[ -]?${scale})+|(?=[ -](?:${measures}|${percent}|${points})(?![\\p{L}]))))(?:[ -](?:(?<percent>${percent})|(?<points>${points})))?(?![\\p{L}])`,
    'giu',
  )
  const unit = new RegExp(`(?:${percent})$`, 'iu')
  const powersIn = (words: string) =>
    [...words.toLowerCase().matchAll(new RegExp(scale, 'gu'))].map(([one]) => scales[one] ?? 0)
  return function* (text: string): Iterable<SpokenNumber> {
    for (const { 0: written, index, groups = {} } of matchesIn(text, pattern)) {
      // En pour cent: a unit alone.
      if (!groups.percent && unit.test(text.slice(Math.max(0, index - 16), index + written.length))) continue
      const word = (groups.alone ?? groups.small ?? '').toLowerCase()
      const power = powersIn(groups.scales ?? groups.after ?? '').reduce((sum, one) => sum + one, 0)
      const value = new Decimal(alone[word] ?? small[word] ?? 1).times(new Decimal(10).pow(power))
      yield {
        written,
        index,
        value,
        power,
        unit: groups.percent ? 'percent' : groups.points ? 'percentage-points' : undefined,
      }
    }
  }
}

/** Number words with what they say, counted on from the first. */
export function countFrom(first: number, words: readonly string[]): Record<string, number> {
  return Object.fromEntries(words.map((word, index) => [word, first + index]))
}

function alternatives(words: readonly string[]): string {
  return `(?:${words.toSorted((a, b) => b.length - a.length).join('|')})${joint}`
}
