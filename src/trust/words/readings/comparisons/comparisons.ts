import { comparePeriods, isNamedBy } from '../../../../dataset/figure/period.ts'
import { observationKey } from '../../../../dataset/figure/reference.ts'
import { findObservation } from '../../../../dataset/find.ts'
import type { Dataset, Observation } from '../../../../dataset/types.ts'
import { earlier } from '../../../../document/claim/history.ts'
import { type BaseMention, getBases, hasBase } from '../../bases.ts'
import { type Name, nameWords } from '../../names.ts'
import { countSaid, isParticle, particlesIn, withArticle } from '../../particles.ts'
import { isComparison, isSmall, type Word } from '../../read-words.ts'
import { figuresIn, namedPeriods, observationsAt, type Sentence, tokenFigure } from '../../sentences.ts'
import { figureInTurn, isRespective, namedBeside, tiedFigures, tiedObservations } from '../../tie-figures.ts'
import { isWholeBetween } from '../comparison-before.ts'
import { historyClaims } from '../extremes.ts'
import { numberAt } from '../groups.ts'
import {
  isSinceAfter,
  levelAtBase,
  levelNamed,
  levelSince,
  pastObject,
  sinceAnyOf,
  sinceBeside,
  sinceOpening,
  toldOfThen,
} from '../since.ts'
import { type ClaimText, isSaidAsChange, levelBefore, movementClaims, type Reading } from '../word-claims.ts'
import {
  amountAfter,
  amountBefore,
  amountBeyond,
  countedBefore,
  distanceClaims,
  growthAt,
  growthClaim,
  isNearTimeSpan,
  isOfLeaving,
  isOfSpan,
  stepClaim,
} from './amounts.ts'
import {
  againstPair,
  compared,
  comparedPair,
  compares,
  getSide,
  has,
  objectFigure,
  observationAt,
  thanAfter,
  type WordedSide,
  type WordedSpan,
} from './compared-pair.ts'
import { pastPair, stepPair, yearPair } from './past-pair.ts'
import { measuresCompared, ofTwoClaims, sumClaims, sumsCompared, thanTogether, turnPair } from './sums.ts'

/**
 * What a comparing word says (more, lower, ahead of); nothing where it compares no figure.
 * Before a noun that is no name, it may be of each figure after it: more trips, fewer injuries: {trips} and {injured}.
 */
export function comparisonReadings(word: Word, sentence: Sentence): Reading[] {
  const { dataset } = sentence
  const ofSum = thanTogether(word, sentence)
  if (ofSum) return [[ofSum]]
  if (isOfSteps(word, sentence) || isOfNothing(word, sentence)) return []
  const ofThen = thenAgainstNow(word, sentence)
  // In 2023 it was higher, at {then}: than now, or than before.
  const isDated = ofThen?.length === 3 && namedPeriods(sentence)[0]?.first === 1
  if (ofThen) return [[ofThen], ...(isDated ? [comparisonClaims(word, sentence)] : [])]
  const inTurn = figureInTurn(word, sentence)
  if (inTurn !== undefined) return [sinceClaims(getSide(word, sentence), [observationAt(inTurn, sentence)], dataset)]
  const each = eachInTurn(word, sentence)
  if (each.length > 1) return [movementClaims(getSide(word, sentence) === 'more' ? 'rose' : 'fell', each, dataset)]
  const claims = comparisonClaims(word, sentence)
  if (claims.length > 0 && isParticle('overtaking', word.first, sentence)) return overtaken(claims, word, sentence)
  if (claims.length > 0 || !isAttribute(word, sentence) || thanAfter(word, sentence) || isOfSome(word, sentence))
    return [claims]
  const figures = tiedObservations(word, sentence)
  // Fewer trips: a word of its name is enough to know which is meant.
  const noun = sentence.tokens[word.end]?.stem ?? ''
  const isCalled = ({ indicator }: Observation) => {
    const own = dataset.indicators.get(indicator)
    return own !== undefined && nameWords(own, sentence.language).includes(noun)
  }
  const called = figures.filter(isCalled)
  const beside = categoryAfter(word, sentence) ?? namedBeside(word, sentence)
  // Fewer arrivals have halved net migration ({net}): of arrivals, and of no other figure.
  // More common among men, more women, beside the figure of another category: not of that.
  const isOfCategory = ({ categories }: Observation) =>
    beside?.category && categories[beside.category.dimension] === beside.category.category
  const ofBeside = figures.filter((one) => isOfCategory(one) || beside?.indicators.includes(one.indicator))
  const own = beside ? ofBeside.slice(0, 1) : called.length > 0 ? called : figures
  const side = getSide(word, sentence)
  return own.flatMap((figure) => attributeReadings(side, figure, word, sentence))
}

/** Lower rents: than before; compared with 2019, they were higher; were lower in 2019, at {then}: than then or now. */
function attributeReadings(side: WordedSide, figure: Observation, word: Word, sentence: Sentence): Reading[] {
  const { dataset } = sentence
  const before = sinceClaims(side, [figure], dataset)
  if (figure.measure !== 'value') return [before]
  // For the first time since 2021, fewer: than before.
  const isFirst = sentence.words.some(({ meaning }) => meaning === 'first-time')
  const opening = isFirst ? undefined : sinceOpening(sentence)
  const then = opening === undefined ? undefined : levelNamed(figure, opening, dataset)
  if (then && then.key !== figure.key) return [[compared(side, [figure, then])]]
  const now = findObservation(dataset, figure.series)
  const isThen =
    isParticle('in', word.end, sentence) &&
    namedPeriods(sentence).some(({ first, period }) => first === word.end + 1 && isNamedBy(figure.period, period))
  const ofNow = now && now.key !== figure.key && isThen ? [[compared(side, [figure, now])]] : []
  return [...ofNow, ...sinceAnyOf(before, word, side === 'more' ? 'rose' : 'fell', figure, sentence)]
}

/** A year ago it was {by} lower, had been higher, at {then}: then against now; undefined where it is not of then. */
function thenAgainstNow(word: Word, sentence: Sentence): ClaimText | undefined {
  const { tokens, start, dataset } = sentence
  const amount = amountBefore(word, sentence)
  const from = amount ? 2 : 1
  const isPast =
    isParticle('was', word.first - from, sentence) ||
    (isParticle('be', word.first - from, sentence) && isParticle('past-perfect', word.first - from - 1, sentence))
  if (!/^(?:more|less)$/.test(word.meaning) || !isPast || thanAfter(word, sentence)) return undefined
  const next = (tokens[word.end]?.start ?? 0) - start
  const after = isParticle('article', word.end, sentence)
    ? getBases(sentence).find((base) => base.start === next)
    : undefined
  const then = toldOfThen(sentence) ?? after
  const isMore = word.meaning === 'more'
  if (!then || amount)
    return amount && then && hasBase(amount, then) ? [isMore ? 'fell' : 'rose', amount.key] : undefined
  const level = observationsAt(sentence, tiedFigures(word, sentence)).find(({ measure }) => measure === 'value')
  const now = level && findObservation(dataset, level.series)
  const isThen = now && now !== level && hasBase({ ...now, since: level.period }, then)
  return isThen ? compared(isMore ? 'more' : 'less', [level, now]) : undefined
}

/** More common among men: the category after a comparative, its adjective and a small word. */
function categoryAfter({ end }: Word, sentence: Sentence): Name | undefined {
  const isLed =
    (isParticle('apart', end + 1, sentence) || isParticle('in', end + 1, sentence)) && !tokenFigure(sentence, end)
  return sentence.things.find(({ category, first }) => isLed && category && withArticle(first, sentence) === end + 2)
}

/** The increase was smaller than the one before; hired more than others lost: extents of which no figure is printed. */
function isOfSteps({ first, end }: Word, sentence: Sentence): boolean {
  const { words, clauseOf, tokens } = sentence
  const isStep = (one: Word) => /^(?:up|down)$/.test(one.meaning) && clauseOf[one.first] === clauseOf[first]
  const comma = tokens.findLastIndex(({ text }, at) => at < first && /^[,;，；]$/.test(text))
  const isNoun = (one: Word) =>
    isStep(one) &&
    one.first > comma &&
    one.end <= first &&
    [one.first - 1, one.first].some((at) => isParticle('article', at, sentence))
  const than = particlesIn('than', sentence).find((at) => at >= end && at - end <= 4) ?? -1
  const isLast = (one: Word) =>
    isStep(one) &&
    than >= 0 &&
    one.first > than &&
    one.first - than <= 3 &&
    !/^\p{L}/u.test(tokens[one.end]?.text ?? '')
  const isChange = observationsAt(sentence).some(({ measure }) => measure !== 'value')
  return sentence.language === 'en' && !isChange && words.some((one) => isNoun(one) || isLast(one))
}

/** Behind it; species under quota; as many as A and B together: of what no figure shows. */
export function isOfNothing({ first, end, meaning }: Word, sentence: Sentence): boolean {
  const { tokens, things, clauseOf, language, lists, words } = sentence
  const isVerb = meaning === 'above' || meaning === 'below'
  const isAt =
    isVerb &&
    language === 'en' &&
    /^(?:it|them)$/.test(tokens[end]?.text ?? '') &&
    isParticle('apart', end + 1, sentence)
  const next = tokens[end]
  const isPlaced =
    language === 'en' &&
    tokens[first]?.text === 'under' &&
    end - first === 1 &&
    !next?.figure &&
    /^\p{L}/u.test(next?.text ?? '')
  const isSmallNext =
    isSmall(next?.text ?? '', language) || isParticle('article', end, sentence) || isParticle('pronoun', end, sentence)
  const isNumber = countSaid(next?.text ?? '', language) !== undefined
  const joint = particlesIn('together', sentence).find((at) => at >= end && clauseOf[at] === clauseOf[first])
  const isSum = joint !== undefined && things.filter((one) => one.first >= end && one.end <= joint).length > 1
  // No region grew faster than the North: than any, and not than all together.
  const isNone = (at: number) => at < first && sentence.lists.some((list) => list.first > at && list.first - at <= 2)
  const isOfNone = figuresIn(sentence).length === 0 && particlesIn('none', sentence).some(isNone)
  // Stations with more traffic have more accidents.
  const isOfKind = ({ end: after }: Name) =>
    isParticle('along-with', after, sentence) &&
    words.filter(isComparison).length > 1 &&
    words.some((one) => isComparison(one) && one.first === after + 1)
  if (isOfNone || lists.some(isOfKind)) return true
  return isAt || (isPlaced && !isSmallNext && !isNumber) || isSum
}

/** Overtook: above now, and not at the time that its change counts from, or the last before. */
function overtaken(claims: readonly ClaimText[], { end }: Word, sentence: Sentence): Reading[] {
  const { dataset } = sentence
  const { observations } = dataset
  const [rule, a, b] = claims[0]?.map(String) ?? []
  const [now, other] = [a, b].map((key) => observations.get(key ?? ''))
  const isOne = now?.measure === 'value' && other !== undefined && now.period === other.period
  if (!isOne || rule !== 'more-than' || now.series === other.series) return [claims]
  // Overtook it in 2023.
  const named = namedPeriods(sentence).find(({ first }) => first >= end && first - end <= 8)
  const own = named && observations.get(observationKey(now.series, 'value', named.period))
  const then = own && observations.get(observationKey(other.series, 'value', own.period))
  const above: readonly ClaimText[] = own && then ? [['more-than', own.key, then.key]] : claims
  const thens = [levelBefore(dataset, own ?? now), earlier(dataset, own ?? now).at(-1)].flatMap((before) => {
    const key = before && observationKey(other.series, 'value', before.period)
    return before && key && observations.has(key) ? [[...above, ['at-most', before.key, key]]] : []
  })
  return thens.length > 0 ? thens : [above]
}

/** Both bought less, {a} and {b} respectively: each than before. */
function eachInTurn(word: Word, sentence: Sentence): Observation[] {
  const isLast = !/^\p{L}/u.test(sentence.tokens[word.end]?.text ?? '')
  if (!isLast || !isRespective(sentence) || thanAfter(word, sentence)) return []
  const next = sentence.words.find(({ meaning, first }) => first >= word.end && compares.has(meaning))
  return figuresIn(sentence)
    .filter((at) => at >= word.end && (!next || at < next.first))
    .map((at) => observationAt(at, sentence))
}

function comparisonClaims(word: Word, sentence: Sentence): ClaimText[] {
  const { dataset } = sentence
  const turned = turnPair(word, sentence)
  // The former were fewer than in 2024: each of them with its own past.
  if (turned && isOfTime(word, sentence)) return sinceClaims(getSide(word, sentence), [turned[0]], dataset)
  if (turned) return [compared(getSide(word, sentence), turned)]
  // The increase was {by} smaller than in 2024 ({by of then}).
  const [gain, other, ...rest] = observationsAt(sentence).filter(({ measure }) => measure !== 'value')
  const isOfOneThing =
    gain?.series === other?.series && gain?.measure === other?.measure && gain?.period !== other?.period
  if (gain && other && isOfOneThing && rest.length === 0 && thanAfter(word, sentence))
    return [compared(getSide(word, sentence), [gain, other])]
  const ofTwo = ofTwoClaims(word, sentence)
  if (ofTwo) return ofTwo
  const ofSums = sumsCompared(word, sentence) ?? measuresCompared(word, sentence)
  if (ofSums) return [ofSums]
  const next = sentence.tokens[word.end]?.text ?? ''
  const before = amountBefore(word, sentence)
  const said = getSide(word, sentence)
  const side = before && isOfLeaving(word, sentence) ? (said === 'more' ? 'less' : 'more') : said
  const than = thanAfter(word, sentence)
  // Were lower in 2019, at {then}, than today.
  const object = than?.end ?? (/^(?:above|below)$/.test(word.meaning) ? word.end : -1)
  const [then] = [object, object + 1].some((at) => object >= 0 && isParticle('today', at, sentence))
    ? observationsAt(sentence, tiedFigures(word, sentence))
    : []
  const now = then?.measure === 'value' ? findObservation(dataset, then.series) : undefined
  if (then && now && then !== now) return [compared(side, [then, now])]
  // Cheaper than one in the North is no count.
  const isNumber = (countSaid(next, sentence.language) ?? 0) > 1 || /^\d{1,2}$/.test(next)
  const isCounted = (isNumber && !isOfSpan(word, sentence)) || isNearTimeSpan(word, sentence)
  // 240 more than two years ago.
  if (before && isCounted) return movementClaims(side === 'more' ? 'rose' : 'fell', [before], dataset)
  // Twelve points more than two years before.
  const more = countedBefore(word, sentence)
  if (isQualifier(word, sentence) || isOfSome(word, sentence) || (isCounted && more === undefined)) return []
  const against = (than && againstPair(than, sentence)) ?? againstPair(word, sentence)
  const apart = distanceClaims(side, word, than, sentence)
  if (apart && (apart.length > 0 || !against)) return apart
  if (against) return [compared(side, against)]
  const sum = sumClaims(side, word, than ?? word, sentence)
  if (sum) return sum
  const amount = before ?? amountAfter(word, sentence) ?? amountBeyond(word, sentence)
  const steps = stepPair(word, sentence)
  if (steps && (!amount || isParticle('apart', word.first - 2, sentence))) return [compared(side, steps)]
  if (amount) return movementClaims(side === 'more' ? 'rose' : 'fell', [amount], dataset)
  return levelsCompared(side, word, than, more, sentence)
}

/**
 * Levels of which no amount says how far they are apart: against what was ever, against an earlier time, against
 * another thing; more is a difference that is counted in words.
 */
function levelsCompared(
  side: WordedSide,
  word: Word,
  than: WordedSpan | undefined,
  more: number | undefined,
  sentence: Sentence,
): ClaimText[] {
  const { dataset, clauseOf } = sentence
  const tied = tiedFigures(word, sentence).map((index) => observationAt(index, sentence))
  // The second-busiest of the year to date, behind March: not behind what was ever.
  const isEver = sentence.words.some(
    (one) =>
      one.meaning === 'ever' &&
      clauseOf[one.first] === clauseOf[word.first] &&
      !sentence.tokens.slice(one.end, word.first).some(({ text }) => text === ','),
  )
  // German bisher, with a number, is no ever: three fewer than until now.
  if (isEver && more === undefined) return [...everClaims(side, tied, word, sentence)]
  const isVerb = word.meaning === 'above' || word.meaning === 'below'
  const growth = growthAt(word.first - 1, word, sentence)
  // {it} lower than a year before, than in October 2024.
  const isBased =
    has('earlier', word, sentence) ||
    (than &&
      growth &&
      isSaidAsChange(growth, word, sentence) &&
      namedPeriods(sentence).some(({ first }) => first >= than.end && first - than.end <= 2))
  if (growth && (than || isVerb) && isBased) return [growthClaim(side, growth)]
  const isOfTimeAlone = (than || isVerb) && !objectFigure((than ?? word).end, sentence)
  const [level] = tied
    .filter((one, _, [first]) => one.measure === 'value' && (isOfTimeAlone ? one.series === first?.series : true))
    .toSorted((a, b) => (isOfTimeAlone ? comparePeriods(b.period, a.period) : 0))
  const joint = than && than.first >= word.end ? { ...word, end: than.first } : word
  const ofNow = than && isOfTimeAlone && level ? levelSince(joint, level, sentence) : undefined
  if (level && ofNow) return [compared(side, [ofNow, level])]
  const levelThen = isOfTimeAlone && level ? levelAtBase(joint, level, sentence) : undefined
  const isEarlier = isEver || has('earlier', word, sentence)
  const base = levelThen ?? (isOfTimeAlone && level && isEarlier ? levelBefore(dataset, level) : undefined)
  if (level && base && more !== undefined) return [stepClaim(side, level, base, more)]
  if (level && levelThen) return [compared(side, [level, levelThen])]
  const ofPast = yearPair(than ?? word, tied, side, sentence) ?? pastPair(than ?? word, sentence)
  if (isOfTimeAlone && !ofPast && has('earlier', word, sentence)) return sinceClaims(side, tied, dataset)
  // More was made: of what follows, and of nothing before.
  const isBare = sentence.language !== 'zh' || /^[，。；]$/.test(sentence.tokens[word.end - 1]?.text ?? '')
  if (!isVerb && !than && isBare) return []
  const pair = comparedPair(word, than, sentence) ?? ofPast
  if (!pair || pair[0].key === pair[1].key) return []
  // Twelve seats more than the Conservatives.
  const isStep = sentence.language !== 'zh' && pair[0].quantity.unit === pair[1].quantity.unit
  return [more !== undefined && more > 1 && isStep ? stepClaim(side, ...pair, more) : compared(side, pair)]
}

/** The three smaller denominations, the larger regions: which of a list are meant. */
function isOfSome({ first, end }: Word, sentence: Sentence): boolean {
  const isChosen = isParticle('article', first - 1, sentence) || numberAt(first - 1, sentence) !== undefined
  return isChosen && sentence.lists.some((list) => list.first === end)
}

/** Nearly twice, well over half: it belongs to what follows. */
export function isQualifier(word: Word, sentence: Sentence): boolean {
  return sentence.words.some(
    ({ first, end, meaning }) =>
      ((first === word.end || end === word.first) && (meaning === 'times' || meaning === 'share')) ||
      ((meaning === 'share' || meaning === 'times') && isWholeBetween(word.end, first, sentence)),
  )
}

/** Fewer than in 2024, than in the third quarter of 2024, than a year ago: against its own past. */
export function isOfTime({ first, end }: Word, sentence: Sentence): boolean {
  const { words, clauseOf, tokens, start } = sentence
  const isHere = (at: number) => clauseOf[at] === clauseOf[first]
  const isThanIn = (at: number) =>
    (isParticle('than', at - 2, sentence) && isParticle('in', at - 1, sentence)) ||
    pastObject(end, sentence)?.first === at
  // Than it had at the end of March.
  const isThan = ({ start: from }: BaseMention) => {
    const at = tokens.findIndex((token) => token.end > start + from)
    return isHere(at) && particlesIn('than', sentence).some((than) => than >= end && than <= at)
  }
  return (
    getBases(sentence).some(isThan) ||
    words.some(({ meaning, first: at }) => meaning === 'earlier' && isHere(at)) ||
    namedPeriods(sentence).some(({ first: at }) => isHere(at) && isThanIn(at))
  )
}

/** More than ever, or than in any of the three years before. */
function everClaims(side: WordedSide, tied: readonly Observation[], word: Word, sentence: Sentence): Reading {
  const { tokens, language, dataset } = sentence
  const [level] = tied.filter(({ measure }) => measure === 'value')
  const [count] = tokens.slice(word.end, word.end + 7).flatMap(({ text }) => countSaid(text, language) ?? [])
  if (level && count !== undefined && count > 1)
    return earlier(dataset, level)
      .slice(-count)
      .map(({ key }) => [side === 'more' ? 'more-than' : 'less-than', level.key, key])
  const since = sinceBeside(word, sentence)
  if (!level || (since === undefined && isSinceAfter(word, sentence))) return []
  return historyClaims(side === 'more' ? 'record' : 'lowest', level, dataset, since)
}

function sinceClaims(side: WordedSide, tied: readonly Observation[], dataset: Dataset): ClaimText[] {
  return movementClaims(side === 'more' ? 'rose' : 'fell', tied.slice(0, 1), dataset)
}

/** Whether a comparative stands right before a noun whose figure is printed: a smaller budget. */
function isAttribute({ end, meaning }: Word, sentence: Sentence): boolean {
  if (meaning !== 'more' && meaning !== 'less') return false
  return sentence.names.some(({ first }) => first === end) || /^[,(（，:：]$/.test(sentence.tokens[end]?.text ?? '')
    ? true
    : sentence.tokens[end] !== undefined && /^\p{L}/u.test(sentence.tokens[end]?.text ?? '')
}
