import { isNamedBy, periodEnd } from '../../../dataset/figure/period.ts'
import { observationKey } from '../../../dataset/figure/reference.ts'
import { isPercentage, percentagePoints } from '../../../dataset/figure/unit/unit.ts'
import { findObservation } from '../../../dataset/find.ts'
import { groupBy } from '../../../dataset/group-by.ts'
import { tagIn } from '../../../dataset/read/language-in.ts'
import type { Dataset, Observation } from '../../../dataset/types.ts'
import type { Language } from '../../../locale/languages.ts'
import { lexicons } from '../../../locale/words/lexicons.ts'
import { constants } from '../../../memory/derived.ts'
import { inYearOf } from '../../evidence/mention-period.ts'
import { isCountedInPoints } from '../../numbers/figure-index.ts'
import { type NumberMention, readNumbers } from '../../numbers/numbers-in-text.ts'
import { isTarget } from '../names.ts'
import { countSaid, isParticle, particlesIn } from '../particles.ts'
import { entries, isComparison, type Word } from '../read-words.ts'
import {
  figuresIn,
  indicatorsIn,
  isOfNow,
  latestLevel,
  namedPeriods,
  observationsAt,
  type Sentence,
  tokenFigure,
  wordAt,
} from '../sentences.ts'
import { levelBeside, movements } from '../tie-figures.ts'
import { getTokens, type Token } from '../tokens.ts'
import { unitsAt } from '../touching.ts'
import { getComparison, nearTo, opposite } from './comparison-before.ts'
import { againstPair } from './comparisons/compared-pair.ts'
import { gapSize } from './gaps.ts'
import { allBefore, type CountedGroup } from './groups.ts'
import { isDeniedAfter, partOfStep, stepReadings } from './shares.ts'
import { levelAtBase, levelNamed, partsBeforeNow } from './since.ts'
import { targetPair } from './targets.ts'
import { type ClaimText, getSize, neutralOf, type Reading, toExactArgument } from './word-claims.ts'

/** A number that is typed for figures to be held against: over 12 million, passed the one billion mark, 突破40万. */
export interface Threshold {
  mention: NumberMention
  /** The word, or the number where it stands apart from it. */
  first: number
  /** The token after it. */
  end: number
  /** The units that stand after it. */
  units: readonly string[]
}

/** The number right after a word or its article, where it is of a size or unit that figures have. */
export function thresholdAfter(word: Word, sentence: Sentence): Threshold | undefined {
  const { tokens, text, start, language, dataset } = sentence
  if (!/^(?:above|below|about|more|less|met|missed)$/.test(word.meaning)) return undefined
  // Below the five per cent hurdle, where one phrase has all of it.
  const within = tokens.findIndex((token, at) => at > word.first && at < word.end && mayBeNumber([token], sentence))
  const next = within < 0 ? afterMark(word.end, sentence) : within
  const marked = markedNumber(word, sentence)
  // Reading numbers takes long.
  if (marked === undefined && !(tokens[next] && mayBeNumber(tokens.slice(next, next + 4), sentence))) return undefined
  const numbers = readNumbers(text, tagIn(dataset.report, language))
  const numberAt = (at: number | undefined) => {
    const isAt = ({ numberStart }: NumberMention) => start + numberStart === tokens[at ?? -1]?.start
    return numbers.find((one): one is NumberMention => one.kind === 'number' && isAt(one))
  }
  // Alrededor de un 50%.
  const isArticle = isParticle('article', next, sentence) || countSaid(tokens[next]?.text ?? '', language) === 1
  const beside = numberAt(next) ?? (isArticle ? numberAt(next + 1) : undefined)
  const mention = beside ?? numberAt(marked)
  // Roughly four offences in ten.
  const isShare = sentence.words.some(({ first, meaning }) => first === next && meaning === 'share')
  // About four marriages for every divorce: of two things.
  const isForEvery = [2, 3, 4].some((after) => wordAt(next + after, sentence)?.meaning === 'for-every')
  if (!mention || isForEvery || (isShare && mention.unit === undefined)) return undefined
  const after = tokens.findIndex((token) => token.start >= start + mention.numberEnd)
  const end = after < 0 ? tokens.length : after
  // Less than eight hours, of what is counted in minutes.
  const [minutes] = observationsAt(sentence).flatMap(({ quantity: { unit } }) => (/^minutes?$/.test(unit) ? unit : []))
  const isHours = entries(lexicons[language].units.hour ?? '').includes(tokens[end]?.stem ?? '')
  if (minutes !== undefined && isHours)
    return { mention: { ...mention, value: mention.value.times(60) }, first: word.first, end, units: [minutes] }
  const units = unitsAt(tokens.slice(end, end + 4), dataset, language)
  const first = beside ? word.first : (marked ?? word.first)
  // Below 50, of an index that is read from there.
  const ids = [...indicatorsIn(sentence), ...sentence.names.flatMap(({ indicators }) => indicators)]
  const isMark = ids.some((id) => neutralOf(id, dataset)?.eq(mention.value))
  const isLarge = mention.value.gte(100) || isMark
  return isLarge || mention.unit !== undefined || units.length > 0 ? { mention, first, end, units } : undefined
}

/** The place after words for a mark before its number: for the first time the mark of, erstmals die Marke von. */
function afterMark(from: number, sentence: Sentence): number {
  const start = sentence.words.find(({ meaning, first }) => meaning === 'first-time' && first === from)?.end ?? from
  const noun = isParticle('article', start, sentence) ? start + 1 : start
  const isMark = isParticle('mark', noun, sentence) && isParticle('part-of', noun + 1, sentence)
  return isMark ? noun + 2 : start
}

/** Failed, with {it}, at the five per cent hurdle: the number of a mark further on, with its noun right after. */
function markedNumber({ first, end }: Word, sentence: Sentence): number | undefined {
  const { tokens, clauseOf } = sentence
  // Below its long-run mean (100).
  const base = observationsAt(sentence).some(({ quantity }) => isCountedInPoints(quantity.unit))
    ? tokens.findIndex(({ text }, at) => at >= end && at - end <= 10 && text === '100')
    : -1
  if (base >= 0) return base
  const isMarked = (at: number) =>
    [1, 2, 3, 4].some((after) => isParticle('mark', at + after, sentence)) ||
    // Exceeded, for the first time, the mark of 200,000; supera el nivel 200.
    isParticle('mark', isParticle('part-of', at - 1, sentence) ? at - 2 : at - 1, sentence)
  const at = tokens.findIndex(
    (token, at) => at > end && at - end <= 8 && !token.figure && mayBeNumber([token], sentence) && isMarked(at),
  )
  return at >= 0 && clauseOf[at] === clauseOf[first] ? at : undefined
}

const scales = constants(
  (language: Language) => new Set(['en' as const, language].flatMap((one) => entries(lexicons[one].units.scale ?? ''))),
)

const pointWords = constants(
  (language: Language) =>
    new Set(entries(lexicons[language].units.percent ?? '').flatMap((name) => getTokens(name).map(({ stem }) => stem))),
)

function mayBeNumber(tokens: readonly Token[], { language }: Sentence): boolean {
  const [{ text, figure } = { text: '', figure: undefined }] = tokens
  if (figure) return false
  // The €750 mark.
  const isWritten = tokens.slice(0, 3).some((one) => /^\d/.test(one.text))
  // Thirty percentage points.
  const isPoints =
    tokens.every((one) => !one.figure) && tokens.slice(1).some(({ stem }) => pointWords(language).has(stem))
  return (
    isWritten ||
    isPoints ||
    countSaid(text, language) !== undefined ||
    tokens.some((one) => scales(language).has(one.text) || /.tausend$/.test(one.text))
  )
}

/** What is said of each figure near that the number may measure, the nearest first. */
export function thresholdReadings(word: Word, threshold: Threshold, sentence: Sentence): Reading[] {
  const { mention, end } = threshold
  const ofGroup = groupReading(word, threshold, sentence)
  if (ofGroup.length > 0) return [ofGroup]
  const ofTarget = distanceOfTarget(word, threshold, sentence)
  if (ofTarget) return [[ofTarget]]
  const comparison = getComparison(word, sentence)
  // Over 40% of the increase was in the North.
  const share = mention.unit === 'percent' && asShare(word, mention, end)
  const ofStep = share && partOfStep(share, Number(share.factor), comparison, sentence)
  if (ofStep) return [ofStep]
  const gap =
    gapSize(word, sentence) ?? distanceAfter(word, threshold, sentence) ?? distanceSince(word, threshold, sentence)
  // Four points below its level of 2020.
  const unit = mention.unit ?? (threshold.units.includes('percent') ? ('percentage-points' as const) : undefined)
  if (gap) return [[thresholdClaim(comparison, gap, { ...mention, unit })]]
  const near = figuresNearBy(word, sentence)
  return [
    ...levelsNear(word, threshold, near, sentence),
    ...(near.length === 0 ? [placeClaims(comparison, threshold, sentence)] : []),
    // Has grown by around 50% since January, when it was {then}.
    ...((share && stepReadings({ ...share, first: word.end }, observationsAt(sentence, near), sentence)) || []),
  ]
}

/** The figures of the clause of a word and of those beside it, the nearest first. */
function figuresNearBy(word: Word, sentence: Sentence): number[] {
  const { clauseOf, things } = sentence
  const clause = clauseOf[word.first] ?? 0
  const categories = things.flatMap(({ category, first }) => (category && clauseOf[first] === clause ? [category] : []))
  // The share of A is above 40%, while that of B ({b}) fell below: of no other category.
  const isApart = (index: number) =>
    clauseOf[index] !== clause &&
    categories.length > 0 &&
    !categories.some(({ dimension, category }) =>
      [undefined, category].includes(tokenFigure(sentence, index)?.observation.categories[dimension]),
    )
  return figuresIn(sentence)
    .filter((index) => Math.abs((clauseOf[index] ?? 0) - clause) <= 1 && !isApart(index))
    .toSorted((a, b) => Math.abs(a - word.first) - Math.abs(b - word.first))
}

/** What is said of the levels, or changes, of figures near. */
function levelsNear(word: Word, threshold: Threshold, near: readonly number[], sentence: Sentence): Reading[] {
  const { words, names, clauseOf, dataset } = sentence
  const { mention, end } = threshold
  const comparison = getComparison(word, sentence)
  const isComparative = ({ meaning, end: at }: Word) =>
    /^(?:more|less)$/.test(meaning) || (/^(?:above|below)$/.test(meaning) && isParticle('than', at - 1, sentence))
  // 减少约500人
  const isMoved = ({ meaning, end: at }: Word) => at === word.first && (meaning === 'up' || meaning === 'down')
  const isAmount =
    isParticle('by', word.first - 1, sentence) ||
    (word.meaning === 'about' && words.some(isMoved) && !isParticle('to', word.first - 1, sentence)) ||
    words.some((word) => isComparative(word) && word.first >= end && word.first - end <= 2)
  // Topped 62,000 two years ago: what it was then.
  const isWithin = sentence.clauses[clauseOf[word.first] ?? 0]?.isWithin
  // First exceeded 2 billion, above the {then} of 2022: what it is now.
  const isCompared = words.some((one) => isComparison(one) && one.first >= end)
  const isObject = (at: string) => isCompared && namedPeriods(sentence).some(({ period }) => period === at)
  const atItsTime = (figure: Observation) =>
    (isObject(figure.period) && findObservation(dataset, figure.series)) ||
    (isWithin && levelAtBase({ ...word, end }, figure, sentence)) ||
    figure
  const named = names.filter(({ first }) => first >= end && first - end <= 1).flatMap(({ indicators }) => indicators)
  const clause = clauseOf[word.first] ?? 0
  const here = new Set(
    observationsAt(
      sentence,
      near.filter((at) => clauseOf[at] === clause),
    ),
  )
  // Was above 100%, after {then}.
  const isOfOther = (one: Observation) => !here.has(one) && [...here].some(({ series }) => series === one.series)
  // Slipped below 50, from {then}.
  const isStart = (at: number) => isParticle('from', at - 1, sentence) && near.length > 1
  return near
    .filter((at) => !isStart(at))
    .flatMap((at) => levelBeside(at, sentence) ?? observationsAt(sentence, [at]))
    .filter((one) => (named.length === 0 || named.includes(one.indicator)) && !isOfOther(one))
    .flatMap((figure) =>
      isAmount ? getChange(figure, dataset) : figure.measure === 'value' ? [atItsTime(figure)] : [],
    )
    .filter((figure) => isMeasuredBy(figure, threshold))
    .map(
      (figure): Reading =>
        (levelsOfTimes(figure, end, sentence) ?? [figure]).map((level) =>
          thresholdClaim(comparison, sizeSaid(level, isDeniedAfter(end, sentence)), mention),
        ),
    )
}

/** A number in per cent as a word says a share. */
function asShare({ first }: Word, { value }: NumberMention, end: number): Word {
  return { meaning: 'share', factor: String(value.div(100)), first, end }
}

/** Stood above 75% in March and April, before {now}: the levels of the times beside; undefined if none is known. */
function levelsOfTimes(figure: Observation, end: number, sentence: Sentence): Observation[] | undefined {
  const { tokens, dataset } = sentence
  const { period: now } = dataset.report
  const isStop = (at: number) =>
    tokens[at]?.figure ||
    /^[,;:，；：.(]$/.test(tokens[at]?.text ?? '') ||
    movements.test(wordAt(at, sentence)?.meaning ?? '')
  const stop = tokens.findIndex((_, at) => at >= end && isStop(at))
  const isIn = ({ first }: { first: number }) =>
    // Bereits 2023 hatte er über 300 Euro gelegen.
    (first <= 1 && lexicons[sentence.language].hasCapitalNouns) ||
    ((first === 1 || (first >= end && first < stop)) &&
      (isParticle('in', first - 1, sentence) || isParticle('and', first - 1, sentence)))
  // In June, of which the report is: of now, and not of a year before.
  const ofReport = (period: string) =>
    periodEnd(inYearOf(now, period)) > periodEnd(now) ? period : inYearOf(now, period)
  const parts = partsBeforeNow(sentence).map(({ first, period }) => ({ first, period: ofReport(period) }))
  const times = [...namedPeriods(sentence), ...parts].filter(isIn).map(({ period }) => period)
  const levels = [...new Set(times)].map((time) =>
    isNamedBy(figure.period, time) ? figure : levelNamed(figure, time, dataset),
  )
  const known = levels.filter((one) => one !== undefined)
  return figure.measure === 'value' && known.length > 0 && known.length === levels.length ? known : undefined
}

/**
 * How far the figure before is from the next one: {a}, more than thirty points behind B ({b}),
 * than three degrees cooler than B; undefined where no side follows the number.
 */
function distanceAfter({ first }: Word, { mention, end, units }: Threshold, sentence: Sentence): string | undefined {
  const side = sideAfter(end, sentence)
  // Three years older than mothers ({a} against {b}).
  const all = figuresIn(sentence)
  const against = side && all.every((at) => at >= end) ? againstPair(side, sentence) : undefined
  const around = [all.findLast((at) => at < first) ?? -1, all.find((at) => at >= end) ?? -1]
  const [a, b] = against ?? observationsAt(sentence, around)
  // A thousand above its level of a year earlier, whereas B was higher, at {b}.
  const isHere = sentence.clauseOf[figuresIn(sentence).find((at) => at >= end) ?? 0] === sentence.clauseOf[first]
  const isPair = isHere && a?.quantity.unit === b?.quantity.unit && a?.measure === 'value' && b?.measure === 'value'
  const isSize = mention.unit === 'percentage-points' || units.includes(a?.quantity.unit ?? '')
  if (!isSize || !side || !a || !b || !isPair) return undefined
  const isBelow = side.meaning === 'below' || side.meaning === 'less'
  return isBelow ? `${b.key} - ${a.key}` : `${a.key} - ${b.key}`
}

/** How far the figure before is from that of a named time: {it}, some six points lower than in 2020; else undefined. */
function distanceSince({ first }: Word, { end }: Threshold, sentence: Sentence): string | undefined {
  const side = sideAfter(end, sentence)
  const index = figuresIn(sentence).findLast((at) => at < first) ?? -1
  const level = tokenFigure(sentence, index)?.observation
  const named = namedPeriods(sentence).find((one) => side && one.first >= side.end && one.first - side.end <= 2)
  if (!side || level?.measure !== 'value') return undefined
  const key = named && observationKey(level.series, 'value', named.period)
  const then = (key && sentence.dataset.observations.get(key)) ?? levelAtBase(side, level, sentence)
  if (!then || then.key === level.key) return undefined
  return /^(?:below|less)$/.test(side.meaning) ? `${then.key} - ${level.key}` : `${level.key} - ${then.key}`
}

/** Missed the target by more than five points: a figure against its target, less or plus so much; or undefined. */
function distanceOfTarget(word: Word, threshold: Threshold, sentence: Sentence): ClaimText | undefined {
  const isSide = ({ meaning, first, end }: Word) =>
    /^(?:met|missed|above|below)$/.test(meaning) &&
    end <= word.first &&
    sentence.clauseOf[first] === sentence.clauseOf[word.first]
  const isBy = isParticle('by', word.first - 1, sentence)
  const side = sideAfter(threshold.end, sentence) ?? (isBy ? sentence.words.findLast(isSide) : undefined)
  const ends = side && targetPair(side, sentence)
  const comparison = getComparison(word, sentence)
  if (!ends || !/^(?:more|less)-than$/.test(comparison)) return undefined
  const { value, unit } = ends.target.figure.quantity
  if (threshold.mention.unit !== 'percentage-points' && !threshold.units.includes(unit)) return undefined
  const isBelow = ends.actual.figure.quantity.value.lt(value)
  const mark = value.plus(threshold.mention.value.times(isBelow ? -1 : 1))
  return [isBelow ? opposite(comparison) : comparison, ends.actual.figure.key, toExactArgument(mark, unit)]
}

/** The comparative right after a number: five degrees cooler. */
function sideAfter(end: number, { words }: Sentence): Word | undefined {
  return words.find((one) => isComparison(one) && one.first >= end && one.first - end <= 2)
}

/** In how many of a group it is so: above the average in 19 of the 27 states, seven states exceeded 20%. */
export function countReading(
  word: Word,
  { members, number }: CountedGroup,
  threshold: Threshold | undefined,
  isDenied: boolean,
  sentence: Sentence,
): Reading {
  const isAverage = [0, 1, 2, 3].some((after) => isParticle('norm', word.end + after, sentence))
  const whole = isAverage ? findObservation(sentence.dataset, members[0]?.replace(/\[.*/, '') ?? '') : undefined
  const at = figuresIn(sentence).find((index) => index >= word.end && index - word.end <= 5) ?? -1
  // Above capacity: the North ({a}): of one of them.
  const isOfOne = sentence.tokens.slice(word.end, at).some(({ text }) => /^[:(：（]$/.test(text))
  const next = isOfOne ? undefined : tokenFigure(sentence, at)?.observation
  const printed = next?.measure === 'value' ? toExactArgument(next.quantity.value, next.quantity.unit) : undefined
  const mark = threshold
    ? toExactArgument(threshold.mention.value, threshold.mention.unit)
    : (whole?.key ?? printed ?? targetNamed(sentence)?.key)
  const measured = threshold && indicatorMeasured(threshold, sentence)
  const of = measured ? members.map((series) => series.replace(/^[^[]*/, measured)) : members
  // Two groups failed to meet it.
  const comparison = isDenied ? opposite(getComparison(word, sentence)) : getComparison(word, sentence)
  const side = isDenied && comparison === 'at-most' ? 'less-than' : comparison
  return mark === undefined ? [] : [['count', side, of.join(' '), number, mark]]
}

/** Two of the five countries are below the target: the last known level of what is named. */
function targetNamed({ names, dataset, language }: Sentence): Observation | undefined {
  const [aim] = names.flatMap(({ indicators }) => indicators.flatMap((id) => latestLevel(id, dataset) ?? []))
  return aim && isTarget(aim, dataset, language) ? aim : undefined
}

/**
 * Was below 10% in Germany and Malta: of each place named after, else before, where no figure is printed;
 * of what is so only there, of no other place: Isola was the only country below 1%.
 */
function placeClaims(comparison: string, threshold: Threshold, sentence: Sentence): Reading {
  const { mention, first, end } = threshold
  const { dataset, things } = sentence
  const id = indicatorMeasured(threshold, sentence)
  if (id === undefined) return []
  const places = things.filter(({ category }) => category)
  const after = places.filter((place) => place.first >= end)
  const own = after.length > 0 ? after : places.filter((place) => place.end <= first)
  if (own.length === 0) return sentence.lists.length > 0 ? [] : claim(id, comparison)
  const isOnly = particlesIn('only', sentence).length > 0
  const dimension = own[0]?.category?.dimension
  const isCalled = (category: string) => own.some((place) => place.category?.category === category)
  const others = isOnly ? [...(dataset.dimensions.get(dimension ?? '')?.categories.keys() ?? [])] : []
  return [
    ...own.flatMap(({ category }) => claim(`${id}[${category?.category}]`, comparison)),
    ...others.flatMap((one) => (isCalled(one) ? [] : claim(`${id}[${one}]`, opposite(comparison)))),
  ]

  function claim(series: string, rule: string): Reading {
    const level = latestLevel(series, dataset)
    const now = level && isOfNow(sentence) ? [level] : []
    const levels = (level && levelsOfTimes(level, end, sentence)) ?? now
    return levels.map((one) => thresholdClaim(rule, sizeSaid(one, isDeniedAfter(end, sentence)), mention))
  }
}

/**
 * The indicator of a typed number with a unit, if no figure is printed: the one of its unit most of whose words
 * the sentence has, else the one that is named.
 */
function indicatorMeasured(threshold: Threshold, { names, calledBy, dataset }: Sentence): string | undefined {
  const isMeasured = (id: string) => {
    const level = latestLevel(id, dataset)
    return level !== undefined && isMeasuredBy(level, threshold)
  }
  const words = calledBy.flatMap((ids) => [...new Set(ids)].filter(isMeasured))
  const said = [...groupBy(words, (id) => id)].toSorted(([, a], [, b]) => b.length - a.length)
  const [[id, own] = [], [, other = []] = []] = said
  // El esfuerzo, of Esfuerzo hipotecario: a word that no other has is enough where nothing is named.
  const isEnough = own && (own.length > 1 || (names.length === 0 && said.length === 1))
  if (threshold.mention.unit !== undefined && isEnough && own.length > other.length) return id
  const [named, ...others] = new Set(names.flatMap(({ indicators }) => indicators.filter(isMeasured)))
  return others.length === 0 ? named : undefined
}

/** Each gained over 60 million: the change of each member that the dataset knows. */
function groupReading(word: Word, threshold: Threshold, sentence: Sentence): Reading {
  const moved = sentence.words.find(
    ({ end, meaning }) => end === word.first && (meaning === 'up' || meaning === 'down'),
  )
  const members = moved ? allBefore(moved, sentence) : []
  return members
    .flatMap((member) => findObservation(sentence.dataset, member) ?? [])
    .flatMap((level) => getChange(level, sentence.dataset))
    .filter((change) => isMeasuredBy(change, threshold))
    .map((change) => thresholdClaim(getComparison(word, sentence), getSize(change), threshold.mention))
}

/** Shares by per cent, counts and amounts by what is none. */
function isMeasuredBy({ quantity }: Observation, { mention, units }: Threshold): boolean {
  if (mention.unit) return quantity.unit === mention.unit
  return units.length > 0 ? units.includes(quantity.unit) : !isPercentage(quantity.unit)
}

function getChange(figure: Observation, { observations }: Dataset): Observation[] {
  if (figure.measure !== 'value') return [figure]
  const change = observations.get(observationKey(figure.series, 'change', figure.period))
  return change ? [change] : []
}

/** Fewer than one in a hundred do not: of shares what is left. */
function sizeSaid(figure: Observation, isDenied: boolean): string {
  return isDenied && figure.quantity.unit === 'percent' ? `100% - ${figure.key}` : getSize(figure)
}

function thresholdClaim(comparison: string, size: string, { value, unit }: NumberMention): ClaimText {
  const said = (factor: number) => toExactArgument(value.times(factor), unit)
  // About seven points.
  if (comparison === 'about' && unit === percentagePoints.id && value.lt(10))
    return ['between', size, toExactArgument(value.minus(0.5), unit), toExactArgument(value.plus(0.5), unit)]
  const [low, high] = comparison === 'about' ? [0.95, 1.05] : (nearTo[comparison] ?? [1])
  return high === undefined ? [comparison, size, said(low)] : ['between', size, said(low), said(high)]
}
