import type { Decimal } from 'decimal.js'
import type { BoundingWords } from '../../dataset/figure/bounding-words.ts'
import type { Language } from '../languages.ts'
import type { Notation } from './digits.ts'

/**
 * How a language writes numbers, for reading: sources of regular expressions without groups of their own.
 * Digits are 0 to 9, with a point before decimals and commas between groups, in any language.
 */
export interface NumberWords {
  notation: Notation
  /** Marks between groups that are read besides its own. */
  otherGroups: string
  /** Languages whose numbers stand in texts of this one. */
  alongside: readonly Language[]
  /** Words before and after a number that bound it. */
  bounds: BoundingWords
  /** Between a word before a number and the number. */
  by?: string
  /** Between a number and a word after it. */
  counted?: string
  /** A scale, with what may part it from its digits. */
  scale: string
  /** Scales by their power of ten, in small letters. */
  powers: Readonly<Record<string, number>>
  /** Beside the scale: more than that. */
  more?: string
  points: string
  percent: string
  /** Whether a minus may stand apart from its digits among words: – 0,2 %. */
  spacesMinus?: boolean
  dates: readonly string[]
  /** A year by itself, read where no longer date is. */
  bareYear?: string
  ordinals: string
  /** Words with the number of a thing: `Figure 2`. */
  labels: string
  /** Whether a label numbers a thing, by what follows it: Figure 3 shows, but not Figure 300 visitors. */
  isNumbering(label: string, after: string): boolean
  /** What may not follow digits that are part of a name, as in COVID-19: a scale. */
  scaleStart: string
  /** Between the ends of a range, and around both: `to`; `between`, `and`. */
  to: readonly string[]
  between: readonly [before: string, within: string]
  /** Names of months, which dates in words may shorten. */
  months: readonly string[]
  /** As they are shortened, where not to three letters. */
  shortMonths?: readonly string[]
  /** Winter, spring, summer and autumn, as patterns without what stands around them. */
  seasons: readonly string[]
  /** The numbers in words of a text. */
  spoken(text: string): Iterable<SpokenNumber>
}

/** A number in words, as it stands in a text. */
export interface SpokenNumber {
  written: string
  index: number
  value: Decimal
  /** The power of ten of its largest scale. */
  power: number
  unit?: 'percent' | 'percentage-points' | undefined
}

/** Days that lead to the one of a date: 18–24 August; 18, 19 and 20 August. */
export const daysBefore = (day: string, words: string): string => `(?:${day}(?: ?[-–—] ?|, | (?:${words}) ))*`
/** Days that follow it: August 18–24. */
export const daysAfter = (day: string, words: string): string => `(?:(?: ?[-–—] ?|, | (?:${words}) )${day})*`

/** A year, as prose writes one. */
export const year = '(?:1[89]|20)\\d\\d'

/**
 * An empty loop after many alternatives: V8 would compile what follows for up to ten of them, after a loop once.
 * It loops over soft hyphens, which texts no longer have when numbers are read.
 */
export const joint = '\\xad*'

/** Patterns that tell a year from a number: words before one; what is counted after a number; units. */
interface YearMarks {
  before: string
  counted: string
  units: string
  /** What a year may end in: the 2010s. */
  ending?: string
}

/** The pattern of a year by itself, perhaps with the end of a span: 2024, 2024/25. */
export function bareYear({ before, counted, units, ending = '' }: YearMarks): string {
  return [
    `(?<![\\d.,])(?:(?<=\\b${joint}(?:${before}) )${joint}${year}|${year}(?! ${counted}))${joint}`,
    `(?![\\d%]|[.,]\\d|\\s?${units})${ending}(?:[-/]\\d\\d(?!\\d|[.%]))?`,
  ].join('')
}
