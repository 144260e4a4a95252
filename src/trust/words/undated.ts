import { periodEnd, periodLike, periodStart, periodsOverlap, periodYear } from '../../dataset/figure/period.ts'
import { monthsBetween } from '../../dataset/figure/shift-period.ts'
import type { Dataset, Observation } from '../../dataset/types.ts'
import { namesPart } from '../evidence/mention-period.ts'
import { isParticle } from './particles.ts'
import { figureAt, figuresIn, observationsAt, type Sentence } from './sentences.ts'

/** A place in a sentence, by its tokens, and the figure that is not as it says there. */
export interface Untrue {
  first: number
  end: number
  figure: Observation
}

/** In milliseconds, more than two years or two quarters differ by. */
const month = 30 * 24 * 60 * 60 * 1000

/** Fewer tokens are a cell, a head or a label: what stands above them says when. */
const leastTokens = 5

/** Levels of an earlier time, other than the one that the report compares with, or of a part of one (a week, a quarter), in a sentence that says neither a year nor that it was before, where the words before it do not name the year: readers take them for the report's own. */
export function undatedFigures(sentence: Sentence, before: string, { report }: Dataset): Untrue[] {
  const { text, tokens, words } = sentence
  const saysTime = /(?:19|20)\d\d/.test(text) || words.some(({ meaning }) => meaning === 'earlier')
  if (saysTime || tokens.length < leastTokens) return []
  const figures = observationsAt(sentence)
  return figuresIn(sentence).flatMap((index) => {
    const figure = figureAt(sentence, index)?.observation
    const isUndated =
      figure?.measure === 'value' &&
      !figures.some((other) => other.series === figure.series && periodEnd(other.period) > periodEnd(figure.period)) &&
      isEarlier(figure.period, report, words.length > 0) &&
      !isPartNamed(figure.period, text, report.period)
    return isUndated && !before.includes(periodYear(figure.period)) ? [{ first: index, end: index + 1, figure }] : []
  })
}

/** In the second quarter, in May: of the year up to now, it needs no year. */
function isPartNamed(period: string, text: string, now: string): boolean {
  const ago = monthsBetween(period, now)
  return ago >= 0 && ago < 12 && namesPart(text, period)
}

/** Whether a period is over before the report's begins, and is shorter, or neither what the report compares with nor compared by words. */
function isEarlier(period: string, { period: now, comparison }: Dataset['report'], isCompared: boolean): boolean {
  const length = (one: string): number =>
    Math.round((Date.parse(periodEnd(one)) - Date.parse(periodStart(one))) / month)
  const isShorter = length(period) < length(now)
  const isBase = isCompared || periodsOverlap(periodLike(period, comparison), period)
  return periodEnd(period) < periodStart(now) && (isShorter || !isBase)
}

/** Things of which a sentence says no more than that there are none, and of which the dataset has some: There were no accidents. */
export function deniedFigures(sentence: Sentence, { observations, report }: Dataset): Untrue[] {
  const { names, tokens } = sentence
  return names.flatMap(({ indicators: [id, ...others], first, end }) => {
    const after = tokens[end]?.text ?? '.'
    const isDenied = isParticle('none', first - 1, sentence) && /^[.;,:!?]$/.test(after) && isBeing(first - 2, sentence)
    const figure = isDenied && others.length === 0 ? observations.get(`${id}@${report.period}`) : undefined
    return figure && !figure.quantity.value.isZero() ? [{ first: first - 1, end, figure }] : []
  })
}

/** Whether nothing stands before a place in its clause, or a form of being. */
function isBeing(index: number, sentence: Sentence): boolean {
  const before = sentence.tokens[index]?.text
  return before === undefined || /^[.;,:]$/.test(before) || isParticle('be', index, sentence)
}
