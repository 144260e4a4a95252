import { comparePeriods, isNamedBy } from '../../../dataset/figure/period.ts'
import { findObservation } from '../../../dataset/find.ts'
import type { Dataset, Indicator, Observation } from '../../../dataset/types.ts'
import { earlier } from '../../../document/claim/history.ts'
import { lexicons } from '../../../locale/words/lexicons.ts'
import { seriesOfCategories } from '../names.ts'
import { countSaid, isParticle, particlesIn } from '../particles.ts'
import { entries, type Word } from '../read-words.ts'
import { figuresIn, namedPeriods, observationsAt, observationsNamed, type Sentence } from '../sentences.ts'
import { getIs, onlyBrokenDownBy, tiedFigures } from '../tie-figures.ts'
import { getTokens, type Token } from '../tokens.ts'
import { comparisonBefore, opposite } from './comparison-before.ts'
import { againstPair, current } from './comparisons/compared-pair.ts'
import { isOfTime } from './comparisons/comparisons.ts'
import { multipleClaims } from './comparisons/multiples-compared.ts'
import { levelAtBase, sinceBeside, sinceOpening } from './since.ts'
import { multipleOfTarget } from './targets.ts'
import { type ClaimText, levelBefore, multipleClaim, type Reading, timesClaims } from './word-claims.ts'

/** So many times: one thing of another, now of before, or one level of the clause of another. */
export function multipleReadings(said: Word, near: readonly Observation[], sentence: Sentence): Reading[] {
  const word = ofIncrease(said, sentence)
  const tied = near.length > 0 ? near : goesOnAbout(word, sentence)
  const factor = word.factor ?? ''
  const comparison = ofReduction(comparisonBefore(word, sentence), word, sentence)
  const since = sinceClaims(word, tied, sentence, comparison)
  if (since) return [since]
  const ofPast = pastMultiple(word, comparison, sentence) ?? multipleOfTarget(word, comparison, sentence)
  if (ofPast) return [ofPast]
  const ofMean = multipleOfMean(word, tied[0], comparison, sentence)
  if (ofMean) return [ofMean]
  // Twice that of another: {a} against {b}.
  const [a, b] = againstPair(word, sentence) ?? []
  if (a && b && a.series !== b.series && figuresIn(sentence).length === 2)
    return [[multipleClaim(comparison, a.key, factor, b.key)]]
  const ofNext = multipleOfNext(word, comparison, sentence)
  if (ofNext) return [ofNext]
  // Ranges from {a} in X to {b} in Y, twice as much.
  const isRange = sentence.words.some(({ meaning, end }) => meaning === 'range' && end <= word.first)
  const [low, high] = (isRange ? observationsAt(sentence) : []).toSorted((one, other) =>
    one.quantity.value.cmp(other.quantity.value),
  )
  if (low && high && low.indicator === high.indicator) return [[multipleClaim(comparison, high.key, factor, low.key)]]
  // Has halved its long waits: of its own past, and of nothing else that is named.
  const isVerb = sentence.language === 'en' && /(?:ed|ing)$/.test(sentence.tokens[word.end - 1]?.text ?? '')
  const multiple = isOfTime(word, sentence) || isVerb ? [] : multipleClaims(word, sentence, comparison)
  if (multiple.length > 0) return [multiple]
  const { first } = increaseBefore(word, sentence) ?? word
  const ofBase = multipleOfBase({ ...word, first }, tied[0], comparison, sentence)
  if (ofBase) return [ofBase]
  const pairs = pairsOfClause(word, sentence)
  const ofPairs = pairs.map(([a, b]): Reading => [multipleClaim(comparison, a.key, factor, b.key)])
  // Twice the growth of another: of two rates nothing else is meant.
  if (pairs.some(([{ measure }]) => measure !== 'value') || isOfAnother(word, sentence)) return ofPairs
  return [timesOver(factor, tied, comparison, sentence.dataset, isFrom(word, sentence)), ...ofPairs]
}

/** {births} births were met by twice as many deaths ({deaths}): what is counted next, of the one figure before. */
function multipleOfNext(word: Word, comparison: string, sentence: Sentence): Reading | undefined {
  const [a = -1, b = -1, ...others] = figuresIn(sentence)
  const next = sentence.things.find(({ first, category }) => first === word.end && !category)
  const isOfNext = a < word.first && b > word.end && getIs(b, next, sentence) && !getIs(a, next, sentence)
  const isThan = particlesIn('than', sentence).some((at) => at >= word.end && at < b)
  const [before, after] = observationsAt(sentence, [a, b])
  if (!isOfNext || isThan || others.length > 0 || before?.measure !== after?.measure) return undefined
  return before && after && [multipleClaim(comparison, after.key, word.factor ?? '', before.key)]
}

/** The mean was {it}, more than twice the median: of what is named by one word of its name, and otherwise as this. */
function multipleOfMean(
  { end, factor = '' }: Word,
  level: Observation | undefined,
  comparison: string,
  sentence: Sentence,
): Reading | undefined {
  const { tokens, dataset, language } = sentence
  const isLast = !/^\p{L}/u.test(tokens[end + 1]?.text ?? '')
  const own = level && dataset.indicators.get(level.indicator)
  if (!own || !isLast) return undefined
  const getLabel = (one: Indicator) => getTokens(one.label[language] ?? '').map(({ text }) => text)
  const [, ...rest] = getLabel(own)
  const label = [tokens[end]?.text, ...rest].join()
  const found = [...dataset.indicators.values()].find((one) => one !== own && getLabel(one).join() === label)
  const other = found && dataset.observations.get(`${found.id}@${level.period}`)
  return other && [multipleClaim(comparison, level.key, factor, other.key)]
}

/** 增长超过两倍, 增长近三倍: so many times more, and not so many times; 增长超过一倍 is twice already. */
function ofIncrease(word: Word, sentence: Sentence): Word {
  const isOne = countSaid(sentence.tokens[word.first]?.text ?? '', sentence.language) === 1
  return increaseBefore(word, sentence) && !isOne ? { ...word, factor: String(Number(word.factor) + 1) } : word
}

/** The movement that a multiple in Chinese says how far it went, with more than, nearly or about between. */
function increaseBefore({ first }: Word, { words, language }: Sentence): Word | undefined {
  const near = words.find(({ end, meaning }) => end === first && /^(?:above|below|about)$/.test(meaning))
  const isZh = language === 'zh'
  return isZh ? words.find(({ end, meaning }) => end === near?.first && meaning === 'up') : undefined
}

/** 业务量{it}，同比增长两成以上: what is printed before a Chinese movement about it, with nothing else named between. */
export function goesOnAbout({ first }: Word, sentence: Sentence): readonly Observation[] {
  const before = figuresIn(sentence).filter((at) => at < first)
  const last = before.at(-1) ?? first
  const all = observationsAt(sentence, before)
  const levels = all.filter(({ measure }) => measure === 'value')
  const isApart = sentence.things.some((name) => name.first > last && name.end <= first)
  const isOne = all.every(({ series }) => series === all[0]?.series)
  return sentence.language !== 'zh' || isApart || !isOne ? [] : levels.length > 0 ? levels : all
}

/** Twice the share among the young: of something else than its own past, which nobody names as the dataset does. */
function isOfAnother({ end }: Word, sentence: Sentence): boolean {
  const { tokens, words } = sentence
  if (!isParticle('article', end - 1, sentence)) return false
  const of = [end, end + 1, end + 2].find((at) => isParticle('apart', at, sentence) || isParticle('in', at, sentence))
  const isTime = (at: number) =>
    tokens[at]?.figure !== undefined ||
    /^(?:1[89]|20)\d\d$/.test(tokens[at]?.text ?? '') ||
    isParticle('pronoun', at, sentence) ||
    words.some(({ first, meaning }) => first === at && meaning === 'earlier')
  return of !== undefined && ![1, 2, 3, 4].some((after) => isTime(of + after))
}

/**
 * Two levels of a thing, the first of the second where joined to it, else the later of the earlier:
 * {rate}, twice as high as in the same week of last year ({rate of then}); twice what it was ({then}): {now}.
 */
function pastMultiple(word: Word, comparison: string, sentence: Sentence): Reading | undefined {
  const here = figuresIn(sentence)
  const isBefore = (at: number) => at < word.first
  // More than quadrupled, from {a} to {b}, and stayed below {another}.
  const [from = -1, to = -1] = here.filter((at) => at >= word.end)
  const isFromTo = isParticle('from', from - 1, sentence) && isParticle('to', to - 1, sentence)
  const first = isFromTo ? from : (here.findLast(isBefore) ?? here[0])
  // 由{a}降至{b}，减半
  const isReached = isParticle('to', (first ?? 0) - 1, sentence) && !isParticle('to', word.first, sentence)
  const pair = isReached ? here.findLast((at) => at < (first ?? 0)) : undefined
  const second = isFromTo ? to : (here.find((at) => at >= word.end && at !== first) ?? pair)
  const isJoined = isParticle('than', word.end, sentence) || isParticle('of', word.end, sentence)
  if (first === undefined || second === undefined || (!isBefore(first) && !isFromTo && here.length > 2))
    return undefined
  const [a, b] = observationsAt(sentence, [first, second])
  const isOwn = a && b && a.series === b.series && a.key !== b.key
  if (!isOwn || a.measure !== 'value' || b.measure !== 'value') return undefined
  // In December it was twice as high as in May ({a} against {b}): of the time that is named first.
  const [opening] = namedPeriods(sentence)
  const isOpening = opening?.first === 1 && isParticle('in', 0, sentence) && a && isNamedBy(a.period, opening.period)
  const isInOrder = (isBefore(first) && isJoined) || isOpening
  const [level, then] = isInOrder || comparePeriods(a.period, b.period) > 0 ? [a, b] : [b, a]
  return [multipleClaim(comparison, level.key, word.factor ?? '', then.key)]
}

/** For every loan ({loans}) there were two visits ({visits}): one level of the sentence is so many times the other. */
export function everyClaims(word: Word, sentence: Sentence): ClaimText[] {
  const { tokens, language } = sentence
  const isMany = ({ text }: Token) => (countSaid(text, language) ?? 0) > 1
  const before = tokens.findLastIndex((token, at) => at < word.first && word.first - at <= 4 && isMany(token))
  const border = tokens.findIndex(({ text }, at) => at > word.first && /^[;；]$/.test(text))
  const isAfter = (at: number) => at >= word.end && (border < 0 || at < border)
  const number = before >= 0 ? before : tokens.findIndex((token, at) => isAfter(at) && isMany(token))
  const isWhole = !isParticle('and', number + 1, sentence)
  const printed = figuresIn(sentence)
  // For every diesel, five electric cars: of the two categories of the one thing that is named.
  const said = sentence.names.flatMap(({ indicators }) => indicators)
  const categories = sentence.things.flatMap(({ category }) => category?.category ?? [])
  const [first] = sentence.things.filter(({ category }) => category)
  const named = new Set(said.length > 0 ? said : onlyBrokenDownBy(first?.category, sentence.dataset))
  const levels =
    printed.length === 0 && named.size === 1
      ? categories.flatMap((category) => findObservation(sentence.dataset, `${[...named][0]}[${category}]`) ?? [])
      : printed.length === 0 && categories.length === 0
        ? sentence.names.flatMap((name) => current(name, sentence, undefined) ?? [])
        : observationsAt(sentence)
  const [a, b, ...others] = levels
  const pair = [a, b].flatMap((level) => level ?? [])
  const [one, many] = before >= 0 ? pair.toReversed() : pair
  const isPair = one?.measure === 'value' && many?.measure === 'value' && others.length === 0
  if (number < 0 || !isWhole || !isPair) return []
  const comparison = comparisonBefore({ ...word, first: number, end: number + 1 }, sentence)
  return [multipleClaim(comparison, many.key, String(countSaid(tokens[number]?.text ?? '', language)), one.key)]
}

/** Twice what it was in 2023, half of its 2019 level: of the level at the base that is named. */
export function multipleOfBase(
  word: Word,
  level: Observation | undefined,
  comparison: string,
  sentence: Sentence,
): Reading | undefined {
  // Twice the share recorded in 2019.
  const named = namedPeriods(sentence).find(({ first }) => first >= word.end && first - word.end <= 4)
  const isOfThen = named && isParticle('in', named.first - 1, sentence) && isPlainTo(word.end, named.first)
  const past =
    level && isOfThen && earlier(sentence.dataset, level).findLast((one) => isNamedBy(one.period, named.period))
  const then = level?.measure === 'value' ? past || levelAtBase(word, level, sentence) : undefined
  return level && then && [multipleClaim(comparison, level.key, word.factor ?? '', then.key)]

  function isPlainTo(from: number, to: number): boolean {
    return sentence.tokens.slice(from, to).every(({ text, figure }) => !figure && /^\p{L}/u.test(text))
  }
}

/** Doubled since 2019: so many times the level of then. */
export function sinceClaims(
  word: Word,
  tied: readonly Observation[],
  sentence: Sentence,
  comparison: string,
  claim: (key: string, then: string) => ClaimText = (key, then) =>
    multipleClaim(comparison, key, word.factor ?? '1', then),
): ClaimText[] | undefined {
  const since = sinceBeside(word, sentence) ?? sinceOpening(sentence)
  if (since === undefined) return undefined
  const isLevel = ({ measure, period }: Observation) => measure === 'value' && period !== since
  // The number of women: of the category too.
  const { things, names, dataset } = sentence
  const ids = new Set(names.flatMap(({ indicators }) => indicators))
  const series = seriesOfCategories(ids, things, dataset)
  const ofCategory = series.length === 1 ? series.flatMap((one) => findObservation(dataset, one) ?? []) : []
  const named = things.some(({ category }) => category) ? ofCategory : observationsNamed(sentence)
  // Since 2020, when it stood at {then}, it has more than doubled.
  const [past] = tied.filter((one) => one.measure === 'value' && isNamedBy(one.period, since))
  const level = [...tied, ...named].find(isLevel) ?? (past && findObservation(dataset, past.series))
  const [then, ...others] = level ? earlier(sentence.dataset, level).filter((one) => isNamedBy(one.period, since)) : []
  return level && then && others.length === 0 ? [claim(level.key, then.key)] : undefined
}

/** More than halved is less than half of what it was; more than half as many is more. */
function ofReduction(comparison: string, word: Word, { tokens, language }: Sentence): string {
  const { first, factor = '' } = word
  const isPart = word.isPart || entries(lexicons[language].shares[factor] ?? '').includes(tokens[first]?.text ?? '')
  return Number(factor) >= 1 || isPart ? comparison : opposite(comparison)
}

/**
 * Pairs of figures of different things in a word's clause, of one measure and unit:
 * the first is so many times the second, but after compared with.
 */
function pairsOfClause(word: Word, sentence: Sentence): [Observation, Observation][] {
  const { clauseOf } = sentence
  const here = figuresIn(sentence).filter((index) => clauseOf[index] === clauseOf[word.first])
  const levels = observationsAt(sentence, here)
  const [first = 0] = figuresIn(sentence)
  const isTurned = sentence.words.some(({ meaning, end }) => meaning === 'than' && end <= first)
  return levels.flatMap((a, index) =>
    levels
      .slice(isTurned ? 0 : index + 1)
      .filter((b) => b.series !== a.series && b.measure === a.measure && b.quantity.unit === a.quantity.unit)
      .map((b): [Observation, Observation] => [a, b]),
  )
}

/** Whether the figure that a word is tied to is where it began: doubled from their low of, since. */
function isFrom(word: Word, sentence: Sentence): boolean {
  const [index = 0] = tiedFigures(word, sentence)
  for (let at = index - 1; at >= index - 7; at--) {
    if (isParticle('from', at, sentence)) return true
    if (isParticle('to', at, sentence)) return false
  }
  return false
}

/** So many times a level: from the earliest figure to the latest; one alone from the level before, or on to now. */
export function timesOver(
  factor: string,
  tied: readonly Observation[],
  comparison: string,
  dataset: Dataset,
  isStart = false,
): ClaimText[] {
  const [nearest, ...others] = tied
  if (!nearest) return []
  const levels = [nearest, ...others].filter((one) => one.measure === 'value' && one.series === nearest.series)
  const now = findObservation(dataset, nearest.series)
  const inTime = levels.toSorted((a, b) => comparePeriods(a.period, b.period))
  const [first] = inTime
  const last = inTime.length > 1 ? inTime.at(-1) : now
  const isBase = inTime.length > 1 || isStart || (first && !levelBefore(dataset, first))
  if (first && last && isBase && first.period !== last.period)
    return [multipleClaim(comparison, last.key, factor, first.key)]
  return timesClaims(factor, nearest, dataset, comparison)
}
