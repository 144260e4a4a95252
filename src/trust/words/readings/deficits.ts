import { Decimal } from 'decimal.js'
import { observationKey } from '../../../dataset/figure/reference.ts'
import { isPercentage } from '../../../dataset/figure/unit/unit.ts'
import type { Observation } from '../../../dataset/types.ts'
import type { Meaning } from '../../../locale/words/lexicon.ts'
import { derived } from '../../../memory/derived.ts'
import { getNames } from '../names.ts'
import { isParticle, particlesIn } from '../particles.ts'
import { readWords, type Word } from '../read-words.ts'
import {
  figuresIn,
  namedPeriods,
  observationsAt,
  observationsNamed,
  type Sentence,
  tokenFigure,
  wordBefore,
} from '../sentences.ts'
import { isPace, namedNow, paceBefore, tiedObservations } from '../tie-figures.ts'
import { getTokens } from '../tokens.ts'
import { growthClaim } from './comparisons/amounts.ts'
import { getLatest } from './extremes.ts'
import { countedClaims } from './groups.ts'
import { levelOf, openingBase } from './since.ts'
import { getLevel, isOwnChange, isSigned, type Reading } from './word-claims.ts'

/** What a word says of a balance, where it is said of a deficit. */
export const deficitMeanings: Readonly<Partial<Record<Meaning, Meaning>>> = {
  ...{ up: 'down', wider: 'down', more: 'less', above: 'below', largest: 'smallest', record: 'lowest' },
  ...{ down: 'up', narrower: 'up', less: 'more', below: 'above', smallest: 'largest', lowest: 'record' },
}

/**
 * A deficit is the opposite of its balance: one that widens, rises or is the largest lies further below zero.
 * And what is said to be earned has not moved.
 */
export function ofBalances(sentence: Sentence): Sentence {
  if (figuresIn(sentence).length === 0) return sentence
  const isPay = observationsAt(sentence).some((one) => one.measure === 'value' && /^[A-Z]{3}$/.test(one.quantity.unit))
  const words = sentence.words.map((word) => {
    const isEarning = isParticle('earning', word.first, sentence)
    if ((isEarning && isPay) || ((isEarning || isParticle('losing', word.first, sentence)) && isWon(word, sentence)))
      return { ...word, meaning: 'verb' as const }
    if (isLoss(word, sentence)) return { ...word, meaning: 'deficit' as const }
    const meaning = deficitMeanings[word.meaning]
    return meaning && !isPace(word, sentence) && isOfDeficit(word, sentence) ? { ...word, meaning } : word
  })
  // What is known of a sentence is kept with it.
  return words.every((word, index) => word === sentence.words[index]) ? sentence : { ...sentence, words }
}

/** Won {29 seats}, lost {24 minutes}: what the next figure counts, with no statement between; not of a whole group. */
function isWon({ first: from, end }: Word, sentence: Sentence): boolean {
  const next = figuresIn(sentence).find((at) => at >= end) ?? -1
  const won = tokenFigure(sentence, next)?.observation
  const isOther = ({ meaning, first }: Word) =>
    (meaning === 'all' && first < from) || (/^(?:verb|up|down)$/.test(meaning) && first >= end && first < next)
  if (isParticle('losing', from, sentence) && (next > end + 1 || won?.quantity.value.isNegative())) return false
  const isTo = (['to', 'by'] as const).some((kind) => isParticle(kind, next - 1, sentence))
  return won?.measure === 'value' && !isPercentage(won.quantity.unit) && !isTo && !sentence.words.some(isOther)
}

/** A loss, a loss of {it}, beside a balance that has been below zero: no fall of it. */
function isLoss({ first, end, meaning }: Word, sentence: Sentence): boolean {
  if (
    meaning !== 'down' ||
    !sentence.tokens.slice(first, end).some((_, at) => isParticle('loss', first + at, sentence))
  )
    return false
  const figures = observationsAt(sentence)
  return figures.every((one) => one.measure === 'value' && isSigned(one, sentence.dataset))
}

const deficitsIn = derived(({ words }: Sentence) => words.filter(({ meaning }) => meaning === 'deficit'))

/** The trade deficit widened, a wider deficit, the contraction eased: with figures below zero. */
function isOfDeficit(word: Word, sentence: Sentence): boolean {
  const { clauseOf, things, dataset } = sentence
  const isSame = (other: Word) => clauseOf[other.first] === clauseOf[word.first]
  const isFallBefore = [wordBefore(word.first, sentence), paceBefore(word, sentence)].some(
    (before) => before?.meaning === 'down',
  )
  const isNear = (other: Word) => {
    const [from, to] = other.first < word.first ? [other.end, word.first] : [word.end, other.first]
    // The deficit of a region is that of its balance.
    const isParted = things.some(({ first, end, indicators }) => indicators.length > 0 && first >= from && end <= to)
    return isSame(other) && !isParted && (other.first < word.first || to - from <= 3)
  }
  if (!isFallBefore && !deficitsIn(sentence).some(isNear)) return false
  const tied = tiedObservations(word, sentence)
  const asked = tied.length > 0 ? tied : observationsAt(sentence)
  // 降幅最大: of what is a fall itself.
  if (isFallBefore && /^(?:largest|smallest)$/.test(word.meaning) && asked[0] && isOwnChange(asked[0], dataset))
    return false
  return asked.every((figure) => getLevel(dataset, figure)?.quantity.value.lt(0))
}

/** The level of a balance that has been below zero: the one a word counts (a deficit of {it}), else its subject's. */
export function signClaims(word: Word, tied: readonly Observation[], sentence: Sentence): Reading {
  const part = countedClaims(word, sentence)
  if (part.length > 0) return part
  const counted = [word.end, word.end + 1, word.end + 2].flatMap((at) => tokenFigure(sentence, at)?.observation ?? [])
  // A deficit that gave way to a surplus of {it} has no figure of its own.
  const opposite = word.meaning === 'deficit' ? 'surplus' : 'deficit'
  const own = sentence.words.some(({ meaning }) => meaning === opposite) ? counted : [...counted, ...tied]
  const side = word.meaning === 'deficit' ? 'less' : 'more'
  const isZone = holdsParticle('zone', word, sentence)
  const before = isZone
    ? observationsAt(
        sentence,
        figuresIn(sentence).filter((at) => at < word.first),
      ).toReversed()
    : []
  // Net migration makes up for the natural deficit: one of another thing.
  const isOfNow =
    figuresIn(sentence).length === 0 &&
    namedPeriods(sentence).length <= 1 &&
    !isParticle('article', word.first - 1, sentence)
  const now = isOfNow ? namedNow(word, sentence) : undefined
  const said = [...own, ...before].find(({ measure }) => measure === 'value') ?? now
  const level =
    said && (holdsParticle('turning', word, sentence) ? getLatest(said, sentence) : reachedFrom(said, sentence))
  if (level && isZone) return [growthClaim(side, level, neutral)]
  const named = namedBalance(word, own, sentence)
  if (named) return [growthClaim(side, reachedFrom(named, sentence))]
  if (level && isSigned(level, sentence.dataset)) return [growthClaim(side, level)]
  const labelled = level && sideOfLabel(level, sentence)
  if (level && labelled) return [growthClaim(labelled === word.meaning ? 'more' : 'less', level)]
  const [into, out] = (['inflow', 'outflow'] as const).map((kind) => getFlow(kind, sentence))
  const isPair = into && out && into.quantity.unit === out.quantity.unit && into.period === out.period
  return isPair ? [[side === 'more' ? 'more-than' : 'less-than', into.key, out.key]] : []
}

/** Turned negative, from {then}, to {it}: what it came to. */
function reachedFrom(level: Observation, sentence: Sentence): Observation {
  const start = figuresIn(sentence).find((at) => tokenFigure(sentence, at)?.observation === level) ?? -1
  return isParticle('from', start - 1, sentence) ? getLatest(level, sentence) : level
}

/** The mark between contraction and expansion, of indices that say which part of those asked report more. */
const neutral = new Decimal(50)

/** Whether one of the tokens of a word is such a small word. */
export function holdsParticle(kind: 'zone' | 'turning' | 'still', { first, end }: Word, sentence: Sentence): boolean {
  return particlesIn(kind, sentence).some((at) => at >= first && at < end)
}

/** Net migration turned negative: the number of that name that the sentence prints, else the one of now. */
function namedBalance({ first, end }: Word, tied: readonly Observation[], sentence: Sentence): Observation | undefined {
  const isOfNumbers = sentence.tokens.slice(first, end).some(({ text }) => /^(?:negati|négati|positi)[vf]/.test(text))
  const name = isOfNumbers ? sentence.names.findLast((one) => one.end <= first && first - one.end <= 3) : undefined
  const isOwn = ({ measure, indicator }: Observation) => measure === 'value' && name?.indicators.includes(indicator)
  const printed = [...tied, ...observationsAt(sentence)]
  const isOfOther = printed.some((one) => one.measure === 'value' && isSigned(one, sentence.dataset))
  const isApart = isOfOther || printed.some(isOwn) || sentence.things.some(({ category }) => category)
  if (!name || isApart) return printed.find(isOwn)
  const [now] = observationsNamed({ ...sentence, names: [name] })
  const [then] = namedPeriods(sentence)
  // A year ago it was still positive.
  const opening = now && openingBase(sentence)
  if (opening) return levelOf(now, opening, sentence)
  return now && then ? sentence.dataset.observations.get(observationKey(now.series, 'value', then.period)) : now
}

/** What a balance that is never below zero is by its names: a trade surplus, a deficit. */
export function sideOfLabel(
  { indicator }: Pick<Observation, 'indicator'>,
  { language, dataset: { indicators } }: Sentence,
): Meaning | undefined {
  const own = indicators.get(indicator)
  const said = (own ? getNames(own, language) : []).flatMap((name) => readWords(getTokens(name), language))
  const sides = new Set(said.flatMap(({ meaning }) => (meaning === 'deficit' || meaning === 'surplus' ? meaning : [])))
  return sides.size === 1 ? [...sides][0] : undefined
}

/** Receipts of {it}: the one level right after such a word. */
function getFlow(kind: 'inflow' | 'outflow', sentence: Sentence): Observation | undefined {
  const [only, ...others] = figuresIn(sentence).filter((at) =>
    [1, 2, 3].some((back) => isParticle(kind, at - back, sentence)),
  )
  const figure = others.length === 0 ? tokenFigure(sentence, only ?? -1)?.observation : undefined
  return figure?.measure === 'value' ? figure : undefined
}
