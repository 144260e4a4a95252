import { comparePeriods, isNamedBy, periodEnd, periodsOverlap, periodYear } from '../../../dataset/figure/period.ts'
import { observationKey } from '../../../dataset/figure/reference.ts'
import { monthsBetween, shiftPeriod } from '../../../dataset/figure/shift-period.ts'
import { findObservation } from '../../../dataset/find.ts'
import type { Dataset, Observation, Period } from '../../../dataset/types.ts'
import { earlier } from '../../../document/claim/history.ts'
import { baseWords } from '../../../locale/words/bases.ts'
import { lexicons } from '../../../locale/words/lexicons.ts'
import { derived } from '../../../memory/derived.ts'
import { areSame, inYearOf, partsNamed } from '../../evidence/mention-period.ts'
import { type BaseMention, getBases, hasBase, isOwnUnit, monthsSaid, unitMonths } from '../bases.ts'
import { partsNamedIn } from '../others/mistimed.ts'
import { countSaid, isBygone, isFirst, isOrdinal, isParticle, particlesIn } from '../particles.ts'
import { entries, type Word } from '../read-words.ts'
import {
  figuresIn,
  type NamedPeriod,
  namedPeriods,
  observationsAt,
  observationsNamed,
  type Sentence,
  tokenFigure,
  wordAt,
} from '../sentences.ts'
import { getLevel, isOwnChange, levelBefore, muchTheSame, type Reading } from './word-claims.ts'

/** The time that a word says it counts from: doubled since 2019, the highest since 2024-Q1, 2022年以来最高, 2022年的两倍. */
export function sinceBeside({ first, end, meaning }: Word, sentence: Sentence): Period | undefined {
  const { words, tokens } = sentence
  // Rose for the first time since 2018: the time belongs to that it was the first.
  if (words.some((one) => one.meaning === 'first-time' && (one.first === end || one.end === first))) return undefined
  // The smallest increase since 2019: the time belongs to what it is the smallest of.
  const isOfMost = (one: Word) => /^(?:fast|slow)est$/.test(one.meaning) || extremes.test(one.meaning)
  if (
    /^(?:up|down)$/.test(meaning) &&
    words.some((one) => isOfMost(one) && first - one.end >= 0 && first - one.end <= 1)
  )
    return undefined
  // Fell to {it}, the lowest since 2022: the time belongs to the extreme.
  const isOfExtreme = (named: NamedPeriod) =>
    words.some((one) => one.first >= end && one.end <= named.first && extremes.test(one.meaning))
  // 降至{it}，比2023年低: the time belongs to the comparison.
  const isApart = (between: Sentence['tokens']) =>
    between.some(({ text }) => /^[，；]$/.test(text)) &&
    (extremes.test(meaning) || between.some(({ figure }) => figure))
  // Augmente de {it} sur un an en septembre: what it leads to is no start, unless it is of then.
  const isFrom = (at: number, { period }: NamedPeriod) => {
    const led = tokenFigure(sentence, at + 1)?.observation
    return isParticle('from', at, sentence) && (!led || isNamedBy(led.period, period))
  }
  const isAfter = (named: NamedPeriod) =>
    !isOfExtreme(named) &&
    !isApart(tokens.slice(end, named.first)) &&
    [-1, 0, 1, 2, 3, 4, 5].some(
      (after) => end + after < named.first && named.first - end - after <= 6 && isFrom(end + after, named),
    )
  const isFree = (from: number) => !tokens.slice(from, first).some(({ text }) => /^[,;，；]$/.test(text))
  // Rose for the first time since 2021, erstmals seit 2021 wieder gestiegen: the time belongs to that it was the first.
  const isOfFirst = (named: NamedPeriod) =>
    words.some(({ meaning: one, end: at }) => one === 'first-time' && at === named.first - 1)
  const isBefore = (named: NamedPeriod) =>
    named.end <= first &&
    !isOfFirst(named) &&
    first - named.end <= 4 &&
    ((/^(?:times|up|down|better|worse|each-time)$/.test(meaning) &&
      [1, 2].some((back) => isParticle('from', named.first - back, sentence)) &&
      isFree(named.end)) ||
      isParticle('from-it', named.end, sentence) ||
      (named.end === first - 1 && isParticle('of', named.end, sentence)))
  const isWithin = (named: NamedPeriod) => named.first > first && named.end <= end
  const all = [...namedPeriods(sentence), ...partsBeforeNow(sentence)]
  const named = all.find((one) => isWithin(one) || isAfter(one)) ?? all.find(isBefore)
  // The level of February, which was the highest of the past year: of then.
  const isOfThen = all.some(({ end: to }) => isParticle('relative', to + 1, sentence) && first - to <= 4 && to < first)
  const isBack = extremes.test(meaning) && !isOfThen
  return named?.period ?? baseAfter(end, sentence) ?? (isBack ? countedBack(end, sentence) : undefined)
}

/** Peaked in 2019, at {it}, and have since fallen to {now}: the time of the last level of the thing printed before. */
export function sinceThen({ first, end }: Word, tied: readonly Observation[], sentence: Sentence): Period | undefined {
  const isDated = (at: number) => namedPeriods(sentence).some((one) => one.first > at && one.first - at <= 2)
  const said = particlesIn('since-then', sentence).find((at) => first - at <= 4 && at - end <= 1 && !isDated(at))
  const isOfTied = ({ series, measure }: Observation) =>
    measure === 'value' && tied.some((one) => one.series === series)
  const before = figuresIn(sentence).filter((at) => at < (said ?? 0))
  const [last] = observationsAt(sentence, before).filter(isOfTied).toReversed()
  return last && last.period !== tied[0]?.period ? last.period : undefined
}

/** The highest for five quarters, of the past five quarters: the time before the first of them. */
function countedBack(end: number, sentence: Sentence): Period | undefined {
  const { tokens, language, dataset } = sentence
  const isSmall = (at: number) => isParticle('article', at, sentence) || wordAt(at, sentence)?.meaning === 'above'
  const isBefore = (at: number) => isParticle('in', at, sentence) || isParticle('of', at, sentence)
  const at = [end + 1, end + 2, end + 3].find((one) => !isSmall(one)) ?? end
  const { text = '' } = tokens[at] ?? {}
  const isMany = (countSaid(text, language) ?? 0) > 1 && !isOrdinal(text, language)
  const months = monthsSaid(at, sentence)
  return isBefore(end) && isMany && months > 0 ? shiftPeriod(dataset.report.period, -months) : undefined
}

const extremes = /^(?:record|lowest|largest|smallest|best|worst|rank)$/

/** Parts of a year named without it, in the last year in which they were over before the latest figure: since April. */
export const partsBeforeNow = derived((sentence: Sentence): readonly NamedPeriod[] => {
  const printed = observationsAt(sentence).map(({ period }) => period)
  const { period: now } = sentence.dataset.report
  const latest = printed.toSorted(comparePeriods).at(-1) ?? now
  const year = Number(periodYear(latest))
  // Since February, when it stood at {then}.
  const isPast = periodEnd(latest) < periodEnd(now)
  return partsNamedIn(sentence).map(({ period, ...span }) => {
    const [own = period, before = period] = [year, year - 1].map((of) => inYearOf(String(of), period))
    const isThen = isPast && isNamedBy(latest, own) && isParticle('relative', span.end + 1, sentence)
    const isBefore = periodEnd(own) < periodEnd(latest) || isThen
    return { ...span, period: isBefore ? own : before }
  })
})

/** Down by a third on 2020: the date that a change counts from, right after the words for it. */
function baseAfter(end: number, sentence: Sentence): Period | undefined {
  const from = (sentence.tokens[end - 1]?.end ?? 0) - sentence.start
  const [base] = getBases(sentence).flatMap((mention) =>
    'at' in mention.base && mention.start >= from && mention.start - from <= 2 ? mention.base.at : [],
  )
  return base
}

/** The time at a sentence's beginning from which all in it counts: Since the second quarter, … Compared with 2023, … */
export function sinceOpening(sentence: Sentence): Period | undefined {
  const [named = partsBeforeNow(sentence)[0]] = namedPeriods(sentence)
  const isFrom =
    isParticle('from', (named?.first ?? 0) - 1, sentence) ||
    getBases(sentence).some(({ base, start }) => ('at' in base || 'part' in base) && start <= 1)
  const isOpening = named !== undefined && named.first <= 4 && isFrom
  return isOpening && !tokenFigure(sentence, named.end) ? named.period : undefined
}

/** The earlier level by a base beside a comparison or movement: lower than in the second quarter, than in 2024. */
export function levelAtBase(word: Word, level: Observation, sentence: Sentence): Observation | undefined {
  const mention = ownBase(word, sentence)
  const now = findObservation(sentence.dataset, level.series)
  // 比上年同期的{previous}翻了一番: that level itself.
  const isThen = mention && now && now.key !== level.key && hasBase({ ...now, since: level.period }, mention)
  return mention && !isThen ? levelOf(level, mention, sentence) : undefined
}

/** Surpassed the yields of 2024, their 2019 results: the time of what stands right after a verb that compares. */
export function pastObject(end: number, sentence: Sentence): NamedPeriod | undefined {
  const isBeside = ({ first }: NamedPeriod) =>
    sentence.tokens
      .slice(end, first)
      .every(
        (_, at) =>
          isParticle('article', end + at, sentence) ||
          (['of', 'apart', 'pronoun'] as const).some((kind) => isParticle(kind, end + at, sentence)) ||
          (sentence.calledBy[end + at]?.length ?? 0) > 0,
      )
  return namedPeriods(sentence).find((one) => one.first > end && one.first - end <= 4 && isBeside(one))
}

/** The words for an earlier time that a sentence begins with: a year ago; but not compared with a year ago. */
export function openingBase(sentence: Sentence): BaseMention | undefined {
  return getBases(sentence).find(({ start, base }) => start <= 1 && ('months' in base || 'periodBefore' in base))
}

/** The same where the sentence tells of then: a year ago it had been lower; but not on a year ago it is. */
export function toldOfThen(sentence: Sentence): BaseMention | undefined {
  const isTime = isParticle('article', 0, sentence) || countSaid(sentence.tokens[0]?.text ?? '', sentence.language)
  const isPast = (['was', 'past-perfect'] as const).some((kind) => particlesIn(kind, sentence).length > 0)
  const [named] = isPast && isParticle('in', 0, sentence) ? namedPeriods(sentence) : []
  // In June 2025 it had been lower.
  const isThen = named?.first === 1 && !isNamedBy(sentence.dataset.report.period, named.period)
  if (isThen) return { start: 0, end: 0, base: { at: named.period } }
  return isPast && isTime ? openingBase(sentence) : undefined
}

/** The earlier level of a base: of a year before, the one of twelve months before, else the last of that year. */
export function levelOf(
  level: Observation,
  mention: BaseMention,
  { dataset, text, language }: Sentence,
): Observation | undefined {
  const all = earlier(dataset, level).filter(({ period }) => hasBase({ ...level, since: period }, mention))
  const words = text.slice(mention.start, mention.end).toLowerCase()
  const isSamePart = entries(lexicons[language].particles['same-part']).some((part) => words.includes(part))
  const isYear = 'periodBefore' in mention.base
  const isSame = ({ period }: Observation) => monthsBetween(period, level.period) % 12 === 0
  // Higher than at the beginning of the year, but not than at the end of the one before: nobody knows which is meant.
  const sides = new Set(all.map(({ quantity }) => quantity.value.cmp(level.quantity.value)))
  if ('isYearStart' in mention.base && sides.size > 1) return undefined
  return (
    all.find((one) => (isYear && monthsBetween(one.period, level.period) === 12) || (isSamePart && isSame(one))) ??
    all.at(-1)
  )
}

/** 同比下降{by}，环比上涨: of a change, the level that it led to where the words for a base beside a movement name another. */
export function levelOfOtherBase(figure: Observation, word: Word, sentence: Sentence): Observation {
  const mention = figure.measure === 'value' ? undefined : ownBase(word, sentence)
  const level = mention && !hasBase(figure, mention) ? getLevel(sentence.dataset, figure) : undefined
  return level && levelAtBase(word, level, sentence) ? level : figure
}

/** Has returned to its level of 2022: much the same as then; nothing without a time. Not returned: any difference. */
export function asBeforeReadings(word: Word, tied: readonly Observation[], sentence: Sentence): Reading[] {
  // {it}, as in 2024: of the level right before; A came first with {it}, as in 2024, says so of no level.
  const isLike = isParticle('like', word.first, sentence)
  const back = /^[,，(（]$/.test(sentence.tokens[word.first - 1]?.text ?? '') ? 2 : 1
  const isPlace = sentence.words.some(({ meaning }) => extremes.test(meaning))
  const beside = isPlace ? [] : observationsAt(sentence, [word.first - back])
  const printed = observationsAt(sentence)
  const called = printed.length === 0 ? observationsNamed(sentence) : []
  const [said] = (isLike ? beside : [...tied, ...printed, ...called]).filter(({ measure }) => measure === 'value')
  const named = [...namedPeriods(sentence), ...partsBeforeNow(sentence)].find(
    ({ first }) => first >= word.end && first - word.end <= 6,
  )
  // When {it of then} were counted: it is now that is like it.
  const isThen = said && named && isNamedBy(said.period, named.period)
  const level = isThen ? findObservation(sentence.dataset, said.series) : said
  const then = level && named && levelNamed(level, named.period, sentence.dataset)
  const base = then ?? (level && levelAtBase(word, level, sentence))
  if (!level || !base || base.key === level.key) return []
  const same: Reading = [['as-many-as', base.key, level.key]]
  // Grew by 0.7%, as in the quarter before: of a growth, to the digit.
  return isLike && isOwnChange(level, sentence.dataset) ? [same] : [[muchTheSame(level, base.key)], same]
}

/** The level of a time that is named: of a year the same part of it, or the only one; 2019/20 of a school year too. */
export function levelNamed(level: Observation, named: Period, dataset: Dataset): Observation | undefined {
  const times = [named, ...(/^\d{4}$/.test(named) ? [inYearOf(named, level.period)] : [])]
  const [only, ...others] = earlier(dataset, level).filter(({ period }) => isNamedBy(period, named))
  const own = times.flatMap((time) => dataset.observations.get(observationKey(level.series, 'value', time)) ?? [])
  return own[0] ?? (others.length === 0 ? only : undefined)
}

/**
 * What a movement of a level says: since its own words' base (on the quarter), or the base of the report, as given;
 * since a later time whose level or date is printed (fell to {it}, lower than in the first quarter);
 * since the level before, if several times are told of (eased to {it}, and remains higher than a year ago).
 */
export function sinceAnyOf(
  compared: Reading,
  word: Word,
  rule: 'rose' | 'fell',
  level: Observation,
  sentence: Sentence,
): Reading[] {
  const before = levelBefore(sentence.dataset, level)
  const bases = getBases(sentence)
  const own = ownBase(word, sentence)
  const now = levelSince(word, level, sentence)
  if (now) return [[[rule, level.key, now.key]]]
  // Compared with June, when it was {then}, it rose to {it}.
  const [printed, ...more] = observationsAt(sentence).filter(
    (one) => one.series === level.series && one.measure === 'value' && comparePeriods(one.period, level.period) < 0,
  )
  const isBefore = figuresIn(sentence).some(
    (at) => at < word.first && tokenFigure(sentence, at)?.observation === printed,
  )
  const isOpening = bases.some(({ start }) => start <= 1) || (isBefore && isParticle('against', 0, sentence))
  if (printed && more.length === 0 && isOpening) return [[[rule, printed.key, level.key]]]
  // Respecto a febrero; but erstmals seit Februar.
  const isHistory = sentence.words.some(({ meaning }) => meaning === 'first-time' || extremes.test(meaning))
  const isSpan = own && !('part' in own.base && isHistory) && !('at' in own.base)
  const then = isSpan ? levelAtBase(word, level, sentence) : undefined
  if (then && then.key !== before?.key) return [[[rule, then.key, level.key]]]
  const last = earlier(sentence.dataset, level).at(-1)
  const isOfOther = (at: number) => sentence.clauseOf[at] !== sentence.clauseOf[word.first]
  const isAlone = figuresIn(sentence).every((at) => {
    const { series, key, measure } = tokenFigure(sentence, at)?.observation ?? level
    return series !== level.series || key === level.key || (measure !== 'value' && isOfOther(at))
  })
  const step: Reading[] = last && !own && isAlone && tellsOfTimes(word, sentence) ? [[[rule, last.key, level.key]]] : []
  if (!before || bases.some(({ base }) => !('part' in base))) return [compared, ...step]
  const all = new Set(observationsAt(sentence).map(({ key }) => key))
  const named = partsNamed(sentence.text, periodYear(level.period))
  const within = earlier(sentence.dataset, level)
    .filter(({ period }) => comparePeriods(period, before.period) > 0)
    .filter(({ key, period }) => all.has(key) || named.some((one) => periodsOverlap(one.period, period)))
    .map(({ key }): Reading => [[rule, key, level.key]])
  return [compared, ...within, ...step]
}

/** The report's own level of what was at an earlier one, after an undated since: peaked at {then}, and fell since. */
export function levelSince(word: Word, level: Observation, sentence: Sentence): Observation | undefined {
  const now = findObservation(sentence.dataset, level.series)
  if (!now || comparePeriods(level.period, now.period) >= 0) return undefined
  // Has recovered since 2021, when it had temporarily dropped, when it rose briefly to {it}.
  const isReached = (at: number) => tokenFigure(sentence, at + 1)?.observation.key === level.key
  if ([0, 1, 2].some((after) => isParticle('to', word.end + after, sentence) && isReached(word.end + after)))
    return undefined
  const own = ownBase(word, sentence)
  // Fewer than in the quarter before ({then}); but not had fallen to {then} a year before.
  const { tokens, start } = sentence
  const isThen = ({ start: base }: BaseMention) =>
    base > 1 && figuresIn(sentence).some((at) => isOf(at) && (tokens[at]?.start ?? 0) - start > base)
  const isOf = (at: number) => tokenFigure(sentence, at)?.observation.key === level.key
  const isPast = own !== undefined && isThen(own) && !isParticle('past-perfect', word.first - 1, sentence)
  // 达到{then}的高点后，连续两年回落
  const isOver = figuresIn(sentence).some((at) => isOf(at) && at < word.first && isBygone(at + 1, sentence))
  if (isOver || isSinceOf(level, sentence) || (isPast && hasBase({ ...now, since: level.period }, own))) return now
  const isDated = own !== undefined || sinceBeside(word, sentence) !== undefined
  return isDated || !isSinceAfter(word, sentence) ? undefined : now
}

/** Whether a sentence counts from a level or its time: since the peak of {then}; since the low of February 2025. */
function isSinceOf({ key, period }: Observation, sentence: Sentence): boolean {
  const isSince = (first: number) => [1, 2, 3, 4, 5].some((back) => isSinceAt(first - back, sentence))
  return (
    figuresIn(sentence).some((at) => tokenFigure(sentence, at)?.observation.key === key && isSince(at)) ||
    namedPeriods(sentence).some((named) => isNamedBy(period, named.period) && isSince(named.first))
  )
}

function isSinceAt(at: number, sentence: Sentence): boolean {
  return isParticle('from', at, sentence) && isParticle('other-time', at, sentence)
}

const steps = /^(?:up|down|better|worse|more|less|above|below)$/

/** The base of a movement or comparison: in or after it, without comma or another movement between, or at the start. */
function ownBase(word: Word, sentence: Sentence): BaseMention | undefined {
  const { words, tokens, start: from, text, language } = sentence
  const getStart = (token: number) => (tokens[token]?.start ?? 0) - from
  const isOneSegment = (end: number, { first }: Word) =>
    !/[,，;；:：](?!\d)/.test(text.slice(end, getStart(first))) &&
    !words.some((one) => steps.test(one.meaning) && one.first < first && getStart(one.first) >= end)
  return getBases(sentence).find(({ start, end }) => {
    const isBetween = ({ first, meaning }: Word) => first >= word.end && steps.test(meaning) && getStart(first) < start
    const isAfter = start >= getStart(word.first) && end > getStart(word.end - 1) && !words.some(isBetween)
    // 较上月增长, hat sich gegenüber dem Vormonat erhöht.
    const isBefore = baseWords[language].leads === true && end <= getStart(word.first) && isOneSegment(end, word)
    return isBefore || ((isAfter || start <= 1) && belongsTo(start, word, sentence))
  })
}

/** Whether a since stands beside a word or follows it: with no date, nobody knows since when. */
export function isSinceAfter({ first, end }: Word, sentence: Sentence): boolean {
  const places = [first - 1, ...sentence.tokens.slice(first, end + 6).map((_, after) => first + after)]
  return places.some((at) => isSinceAt(at, sentence))
}

/** Whether a movement is said to follow another, or a word counts from an own or undated time: since the spring. */
function tellsOfTimes(word: Word, sentence: Sentence): boolean {
  return (
    pastMovements(sentence).some((other) => other.first !== word.first) ||
    isFirstSince(sentence) ||
    isInOwnPart(sentence) ||
    isSinceAfter(word, sentence) ||
    getBases(sentence).some(({ base }) => !('part' in base))
  )
}

/** Jumped in October, in the month, in a report on October that compares with a year before: on the month, too. */
function isInOwnPart(sentence: Sentence): boolean {
  const { text, dataset, tokens, start } = sentence
  const { period } = dataset.report
  if (figuresIn(sentence).length === 0 && tokens.some((_, at) => isOwnUnit(at, sentence))) return true
  return partsNamed(text, periodYear(period)).some((one) => {
    const at = tokens.findIndex((token) => token.end - start > one.start)
    return areSame(one.period, period) && isParticle('in', at - 1, sentence)
  })
}

/** The first fall since July. */
function isFirstSince(sentence: Sentence): boolean {
  return sentence.words.some(
    (word) =>
      /^(?:up|down)$/.test(word.meaning) && isFirstMovement(word, sentence) && isParticle('from', word.end, sentence),
  )
}

/** Its first rise, its first quarterly rise; the rise was the first. */
export function isFirstMovement({ first }: Word, sentence: Sentence): boolean {
  if (firstAfter(first, sentence) !== undefined) return true
  const isOfTime = unitMonths(sentence.tokens[first - 1]?.text ?? '', sentence.language) > 0
  return isFirst(first - 1, sentence) || (isOfTime && isFirst(first - 2, sentence))
}

/** The decrease in fees was the first since 2020: where what says so of a movement as a noun ends. */
export function firstAfter(noun: number, sentence: Sentence): number | undefined {
  const { words, tokens } = sentence
  const verb = words.find(({ meaning, first }) => meaning === 'verb' && first > noun)
  const at = verb && isParticle('article', verb.end, sentence) ? verb.end + 1 : -1
  const isNoun = isParticle('article', noun - 1, sentence) && isFirst(at, sentence)
  const isBare = isParticle('from', at + 1, sentence) || /^[.,;]?$/.test(tokens[at + 1]?.text ?? '')
  return isNoun && isBare && !tokens.slice(noun, at).some(({ text }) => /^[,;]$/.test(text)) ? at + 1 : undefined
}

const pastMovements = derived((sentence: Sentence) => {
  const within = new Set(sentence.words.flatMap(({ end, meaning }) => (meaning === 'within' ? [end] : [])))
  return sentence.words.filter(
    ({ first, meaning }) =>
      /^(?:up|down)$/.test(meaning) && (isParticle('past-perfect', first - 1, sentence) || within.has(first)),
  )
})

/** Whether words at a place begin the sentence, or belong to a word before them without a comma between. */
function belongsTo(start: number, { end }: Word, { text, tokens, start: from }: Sentence): boolean {
  return start <= 1 || !/[,，;；](?!\d)/.test(text.slice((tokens[end - 1]?.end ?? 0) - from, start))
}
