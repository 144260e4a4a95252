import { comparePeriods, isNamedBy } from '../../../../dataset/figure/period.ts'
import { observationKey } from '../../../../dataset/figure/reference.ts'
import { findObservation } from '../../../../dataset/find.ts'
import type { Observation } from '../../../../dataset/types.ts'
import { earlier } from '../../../../document/claim/history.ts'
import type { Name } from '../../names.ts'
import { isParticle } from '../../particles.ts'
import type { Word } from '../../read-words.ts'
import { figuresIn, namedPeriods, type Sentence, tokenFigure } from '../../sentences.ts'
import { getIs } from '../../tie-figures.ts'
import { partsBeforeNow } from '../since.ts'
import { getLevel } from '../word-claims.ts'
import {
  has,
  objectFigure,
  observationAt,
  thanAfter,
  type WordedPair,
  type WordedSide,
  type WordedSpan,
} from './compared-pair.ts'

/** Two rates of different things, or two changes, with a comparison between: that is what is compared. */
export function stepPair(word: Word, sentence: Sentence): WordedPair | undefined {
  const { clauseOf } = sentence
  const than = thanAfter(word, sentence)
  // Less strongly (by 6.0%) than.
  const { first, end } = than && than.first >= word.end ? than : word
  const here = figuresIn(sentence).filter((index) => clauseOf[index] === clauseOf[first])
  const inTurn = than ? undefined : stepsInTurn(word, sentence)
  const pair = inTurn ?? [here.findLast((index) => index < first), here.find((index) => index >= end)]
  const [a, b] = pair.flatMap((index) => tokenFigure(sentence, index ?? -1)?.observation ?? [])
  if (!a || !b || a.measure === 'value' || a.measure !== b.measure || a.series === b.series) return undefined
  // Of two declines the smaller is the one that goes less far down, where the sentence says that they are declines.
  const isUp = [a, b].every(({ quantity }) => !quantity.value.isNegative())
  const isFall = [a, b].every(({ quantity }) => quantity.value.isNegative())
  const isSaid = inTurn ? sentence.words.some(({ meaning }) => meaning === 'down') : has('down', word, sentence)
  const isOneTime = !inTurn || a.period === b.period
  return (isUp || (isFall && isSaid)) && isOneTime && a.quantity.unit === b.quantity.unit ? [a, b] : undefined
}

/** Where two steps stand, the second first: exports rose by {it}, imports faster, by {it}; mit {it} stärker. */
function stepsInTurn({ first, end, meaning }: Word, sentence: Sentence): readonly [number, number] | undefined {
  if (meaning === 'above' || meaning === 'below') return undefined
  const figures = figuresIn(sentence)
  const isWith = figures.includes(first - 1) && isParticle('apart', first - 2, sentence)
  const own = isWith ? first - 1 : figures.find((at) => at >= end)
  const other = figures.findLast((at) => at < first && at !== own)
  const isOfOther = sentence.things.some((one) => one.first >= end && one.end <= (own ?? end))
  const isBy = isWith || isParticle('by', end, sentence) || /^[,，]$/.test(sentence.tokens[end]?.text ?? '')
  return isBy && !isOfOther && own !== undefined && other !== undefined ? [own, other] : undefined
}

/** A level against that of a named year: longer than in 2024; of several, the furthest on the other side. */
export function yearPair(
  than: WordedSpan,
  tied: readonly Observation[],
  side: WordedSide,
  sentence: Sentence,
): WordedPair | undefined {
  const { dataset } = sentence
  // Fell by {by}, but is still above its level of 2021: of the one figure before, where nothing else is named after it.
  const [only = -1, ...others] = tied.length === 0 ? figuresIn(sentence) : []
  const isOther = (name: Name) => name.first > only && name.end <= than.first && !getIs(only, name, sentence)
  const isLast = only >= 0 && only < than.first && others.length === 0 && !sentence.things.some(isOther)
  const level = isLast
    ? findObservation(dataset, observationAt(only, sentence).series)
    : tied[0] && getLevel(dataset, tied[0])
  // Below its 2024 level, below that of 2024.
  const times = [...namedPeriods(sentence), ...partsBeforeNow(sentence)]
  const isPronoun = isParticle('pronoun', than.end, sentence) || isParticle('article', than.end, sentence)
  const own = times.find(
    ({ first, end }) =>
      first === than.end + 1 && (isParticle('point', end, sentence) || isParticle('norm', end, sentence)),
  )
  // Mayor que el de agosto, superior al de agosto.
  const isThatOf = (at: number) => isParticle('article', at, sentence) && isParticle('of', at + 1, sentence)
  const start =
    isParticle('pronoun', than.end, sentence) || isThatOf(than.end)
      ? than.end + 2
      : isParticle('in', than.end, sentence) || isThatOf(than.end - 1)
        ? than.end + 1
        : than.end
  // Below the level seen in 2017, leur niveau de 2023.
  // Above the pre-pandemic level of 2019, above 2019 levels.
  const point = [1, 2, 3, 4].map((after) => than.end + after).find((at) => isParticle('point', at, sentence)) ?? -1
  const isPoint =
    point >= 0 &&
    sentence.tokens.slice(than.end, point).every(({ text, figure }) => !figure && /^[\p{L}\d-]/u.test(text))
  const ofPoint = isPoint
    ? times.find(({ first, end }) => end === point || (first > point && first - point <= 4))
    : undefined
  const then = (isPronoun && own ? own : (ofPoint ?? times.find(({ first }) => first === start)))?.period
  // Are above their level of 2022 ({then}): now against what is printed.
  const now = level && findObservation(dataset, level.series)
  const isThen = level && then !== undefined && isNamedBy(level.period, then)
  if (isThen && now && comparePeriods(level.period, now.period) < 0) return [now, level]
  const sign = side === 'more' ? 1 : -1
  const [furthest] = (level && then ? earlier(dataset, level) : [])
    .filter(({ period }) => then !== undefined && isNamedBy(period, then))
    .toSorted((a, b) => a.quantity.value.cmp(b.quantity.value) * sign)
  const before = (level && then && dataset.observations.get(observationKey(level.series, 'value', then))) ?? furthest
  return level?.measure === 'value' && before && comparePeriods(before.period, level.period) < 0
    ? [level, before]
    : undefined
}

/** A past level compared with what has no other figure: now above the 37.3 hours of 2019, shorter than in 2023. */
export function pastPair({ end }: WordedSpan, sentence: Sentence): WordedPair | undefined {
  const index = objectFigure(end, sentence) ?? figureOfThen(end, sentence)
  const past = index === undefined ? undefined : observationAt(index, sentence)
  const now = past && findObservation(sentence.dataset, past.series)
  return past?.measure === 'value' && now && comparePeriods(past.period, now.period) < 0 ? [now, past] : undefined
}

/** The one figure of a clause within that tells of the time right before it, and is of that time. */
function figureOfThen(from: number, sentence: Sentence): number | undefined {
  const { clauses, clauseOf } = sentence
  const then = namedPeriods(sentence).find(({ first }) => first >= from && first - from <= 2)
  const clause = then && clauseOf[then.end + 1]
  if (!then || clause === undefined || !clauses[clause]?.isWithin) return undefined
  const [only, ...others] = figuresIn(sentence).filter((at) => clauseOf[at] === clause)
  const isThen = only !== undefined && observationAt(only, sentence).period === then.period
  return isThen && others.length === 0 ? only : undefined
}
