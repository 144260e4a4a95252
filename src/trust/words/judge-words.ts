import { Decimal } from 'decimal.js'
import { isNamedBy, periodYear } from '../../dataset/figure/period.ts'
import { observationKey } from '../../dataset/figure/reference.ts'
import { findObservation } from '../../dataset/find.ts'
import type { Dataset, Observation } from '../../dataset/types.ts'
import type { Place } from '../../diagnostic.ts'
import { type Claim, judgeClaim } from '../../document/claim/claim.ts'
import { earlier } from '../../document/claim/history.ts'
import { not, type Verdict } from '../../document/claim/rule.ts'
import { HelperError } from '../../document/template/helper.ts'
import type { Locale } from '../../locale/types.ts'
import { baseWords } from '../../locale/words/bases.ts'
import type { Meaning } from '../../locale/words/lexicon.ts'
import { lexicons } from '../../locale/words/lexicons.ts'
import { derived } from '../../memory/derived.ts'
import { areSame, inYearOf, partsNamed } from '../evidence/mention-period.ts'
import { getBases, isInBase, isOwnUnit, unitMonths } from './bases.ts'
import { namedParts, partsNamedIn } from './others/mistimed.ts'
import { isKnownWord } from './others/naming.ts'
import {
  countSaid,
  isBygone,
  isEnded,
  isInParticle,
  isOrdinal,
  isParticle,
  particlesIn,
  withArticle,
} from './particles.ts'
import { isComparison, type Word } from './read-words.ts'
import { numberBefore } from './readings/comparisons/amounts.ts'
import { agentBefore } from './readings/comparisons/compared-pair.ts'
import { isQualifier } from './readings/comparisons/comparisons.ts'
import { countedGroup, numberAt, onlyAfter, partClaims } from './readings/groups.ts'
import { acrossPair, hasFigureNear, spanAfter } from './readings/movements.ts'
import { getReadings, isAsFast } from './readings/readings.ts'
import { isLastSo, lastSoClaims } from './readings/rows.ts'
import { isOfUnit } from './readings/shares.ts'
import { isFirstMovement, levelAtBase, openingBase } from './readings/since.ts'
import { countReading, thresholdAfter, thresholdReadings } from './readings/thresholds.ts'
import { type ClaimText, neutralReadings, type Reading } from './readings/word-claims.ts'
import {
  figuresIn,
  figuresOfClause,
  isOfNow,
  type NamedPeriod,
  namedPeriods,
  observationsAt,
  observationsNamed,
  type Sentence,
  tokenFigure,
  wordAt,
  wordBefore,
} from './sentences.ts'
import { getIs, isParted, movements, namedNow, tiedFigures, tiedObservations } from './tie-figures.ts'
import type { Token } from './tokens.ts'

/** What became of a word: held to figures, true or not, or tied to none. */
export interface JudgedWord {
  word: Word
  claims: Claim[]
  /** Whether it says what only figures can show, and none was found. */
  isLoose: boolean
}

/** Words that are reported where no figure is found for them. */
const strong = /^(?:up|down|times|record|lowest|largest|smallest|fastest|slowest|rank|share)$/

const sides: ReadonlySet<Meaning> = new Set(['above', 'below'])

/** Judges a word of a sentence by the figures that it is said of. */
export function judgeWord(read: Word, sentence: Sentence, locale: Locale): JudgedWord {
  const said: Word = isFirstOfList(read, sentence) ? { ...read, meaning: 'largest' } : read
  const ofAll = getExtreme(said, sentence)
  const isDenied = isNegatedAt(said, sentence)
  const isNot = isDenied && !ofAll
  const turned = isNot ? (isAsFast(said, sentence) ? 'slower' : notAsMuch[said.meaning]) : undefined
  const word = turned ? { ...said, meaning: turned } : said
  const clause = sentence.clauses[sentence.clauseOf[word.first] ?? 0]
  if ((clause && word.first > clause.openFrom) || isOfOther(word, isNot, sentence))
    return { word, claims: [], isLoose: false }
  const isNegated = !turned && isDenied
  const group = countedAt(word, sentence)
  const counted = judgeByNumber(word, group, isNegated, sentence, locale)
  if (counted) return counted
  const tied = tiedObservations(word, sentence)
  const readings = ofAll ? getReadings(ofAll.word, ofAll.figures, sentence) : readingsAndMark(word, tied, sentence)
  // Did not overtake: is no more now, whatever it was before.
  const isStill = isNegated && isParticle('overtaking', word.first, sentence)
  const asked = isStill ? readings.map((texts) => texts.slice(0, 1)) : readings
  const claims = askReadings(asked, isNegated && !ofAll, sentence, locale)
  const isStrong = strong.test(word.meaning)
  const isUntied =
    !isNegated &&
    claims.length === 0 &&
    readings.length === 0 &&
    (isStrong || /^(?:better|worse)$/.test(word.meaning) || isSaidAlone(word, sentence)) &&
    hasFigureNear(word, sentence) &&
    !clause?.isWithin &&
    (word.meaning === 'share' ||
      word.meaning === 'times' ||
      isAboutFigures(word, sentence) ||
      goesOnFrom(word, sentence))
  const borneOut = isUntied ? claimsOfOthers(word, sentence, locale) : []
  // A tenth year in a row, of which no more than eight are known.
  const isOfNow = readings.some(([claim]) => String(claim?.[1]).endsWith(`@${sentence.dataset.report.period}`))
  const isTooLong = word.meaning === 'in-a-row' && claims.length === 0 && isOfNow
  const isLoose =
    isTooLong ||
    (isUntied && isStrong && borneOut.length === 0 && !goesOnFrom(word, sentence)) ||
    isUnvalued(word, tied, sentence)
  const isCount = group && claims.some(({ text }) => text.startsWith('count '))
  // Lost three seats, twelve more than before.
  const isStepOf =
    /^(?:more|less|above|below|up|down)$/.test(word.meaning) &&
    claims.some(({ text }) => /^(?:as-many-as|between) .* [+-] \d/.test(text))
  // Four times running.
  const isRow = word.meaning === 'in-a-row' && claims.length > 0
  const number = (
    isStepOf
      ? [numberBefore(word.first, sentence), word.end, word.end + 1]
      : isRow
        ? [word.first - 2, word.first - 1]
        : []
  ).find((at) => numberAt(at, sentence) !== undefined)
  const span = isCount ? group : number === undefined ? undefined : { first: number, end: number + 1 }
  return { word: around(word, span), claims: [...claims, ...borneOut], isLoose }
}

/** Whether a word is said of another time, part or thing than figures could show. */
function isOfOther(word: Word, isNot: boolean, sentence: Sentence): boolean {
  const { meaning, first, end } = word
  const next = wordAt(end, sentence)?.meaning ?? ''
  const parts = partsNamedIn(sentence)
  return (
    [isCorrelative, isPerTime, isOfEarlier, isOfThen, isOfEarlierState, isOfSome, isOfNumbered].some((is) =>
      is(word, sentence),
    ) ||
    // Was last above 3% in January: no place.
    (meaning === 'rank' && isParticle('last', end - 1, sentence) && isLastSo.test(next)) ||
    // Tras dos años consecutivos de descensos: of then, which the run is held to.
    (movements.test(meaning) && isOfRunBefore(word, sentence)) ||
    // The second October in a row.
    (meaning === 'in-a-row' && parts.some((part) => part.first === first - 1 && part.end === first)) ||
    // No region saw its list grow faster than the North did, or as fast; did not grow as fast as another.
    (movements.test(meaning) &&
      /^(?:faster|slower|as-much|more|less|above|below)$/.test(next) &&
      (isNot || particlesIn('none', sentence).some((at) => at < first))) ||
    (meaning === 'each-time' && acrossPair(sentence) !== undefined) ||
    // For the first time in a year, its first increase in a year: how long ago the last was.
    (meaning === 'over-a-year' && isOfFirst(word, sentence)) ||
    // Von {a} über {b} auf {c}.
    (sides.has(meaning) &&
      isParticle('from', first - 2, sentence) &&
      tokenFigure(sentence, first - 1) !== undefined &&
      tokenFigure(sentence, end) !== undefined) ||
    // For the first time since at least 2023, since at least July.
    (sides.has(meaning) &&
      isParticle('from', first - 1, sentence) &&
      [...namedPeriods(sentence), ...parts].some((named) => named.first === end))
  )
}

/** Whether a movement is what a run was of that is over: after two years of decline in a row. */
function isOfRunBefore({ first, end }: Word, sentence: Sentence): boolean {
  const run = sentence.words.find(
    (one) => one.meaning === 'in-a-row' && first - one.end <= 2 && one.first - end <= 2 && one.first !== first,
  )
  const from = Math.min(first, run?.first ?? first)
  return run !== undefined && [1, 2, 3, 4].some((back) => isParticle('after', from - back, sentence))
}

/** A word held to the number or the count of members that it is said with: above 3%, four of five rose. */
function judgeByNumber(
  word: Word,
  group: ReturnType<typeof countedAt>,
  isNegated: boolean,
  sentence: Sentence,
  locale: Locale,
): JudgedWord | undefined {
  const ofLast = lastSoClaims(word, sentence)
  const threshold = thresholdAfter(word, sentence)
  if (ofLast)
    return { word: around(word, threshold), claims: askReadings([ofLast], false, sentence, locale), isLoose: false }
  const isHad =
    sentence.clauses[sentence.clauseOf[word.first] ?? 0]?.isWithin &&
    particlesIn('past-perfect', sentence).some((at) => word.first - at > 0 && word.first - at <= 3)
  const number = isHad ? undefined : threshold
  const isHeld = sides.has(word.meaning) || word.meaning === 'met' || number
  const ofCount = group && isHeld ? countReading(word, group, number, isNegated, sentence) : []
  const counted = askReadings([ofCount], false, sentence, locale)
  if (group && counted.length > 0) return { word: around(word, group, number), claims: counted, isLoose: false }
  const ofThreshold = number ? thresholdReadings(word, number, sentence) : []
  const held = askReadings(ofThreshold, isNegated, sentence, locale)
  if (!number || held.length === 0) return undefined
  return { word: { ...word, first: number.first, end: number.end }, claims: held, isLoose: false }
}

/** The members that a step or side is counted of. */
function countedAt(word: Word, sentence: Sentence) {
  const isStep = sides.has(word.meaning) || /^(?:up|down|more|less|met|deficit|surplus)$/.test(word.meaning)
  return isStep ? countedGroup(word, sentence) : undefined
}

/** Whether what stands right before a word was the first of its kind. */
function isOfFirst({ first }: Word, sentence: Sentence): boolean {
  const before = sentence.words.find(({ end }) => end === first)
  return before !== undefined && (before.meaning === 'first-time' || isFirstMovement(before, sentence))
}

/** Le premier service, where services are a list; but the former region. */
function isFirstOfList({ meaning, end }: Word, { tokens, lists, language }: Sentence): boolean {
  const isList = lists.some(({ first }) => first === end)
  return meaning === 'former' && isList && isOrdinal(tokens[end - 1]?.text ?? '', language)
}

/** What a word says, and of an index read from a mark, against that mark: output grew, at 52; not slipped to 52. */
function readingsAndMark(word: Word, figures: readonly Observation[], sentence: Sentence): Reading[] {
  const readings = getReadings(word, figures, sentence)
  const next = sentence.tokens[word.end]?.text ?? ''
  const isReached = tokenFigure(sentence, word.end + 1) !== undefined && !/^[,(（，]$/.test(next)
  const isAsked = !isReached && /^(?:up|down|flat|better|worse|in-a-row)$/.test(word.meaning)
  return isAsked ? [...readings, ...neutralReadings(readings, sentence.dataset)] : readings
}

/** A word with the numbers that it is said with. */
function around(word: Word, ...spans: readonly ({ first?: number; end: number } | undefined)[]): Word {
  const all = [word, ...spans.filter((span) => span !== undefined)]
  return {
    ...word,
    first: Math.min(...all.map(({ first = word.first }) => first)),
    end: Math.max(...all.map(({ end }) => end)),
  }
}

/** Not as high as: lower than. */
const notAsMuch: Readonly<Partial<Record<Meaning, Meaning>>> = { 'as-much': 'less', 'as-little': 'more' }

/** What no other is more, or faster, than is the largest, or the fastest. */
const extremeBy: Readonly<Partial<Record<Meaning, Meaning>>> = {
  ...{ more: 'largest', above: 'largest', 'as-much': 'largest', faster: 'fastest' },
  ...{ less: 'smallest', below: 'smallest', 'as-little': 'smallest', slower: 'slowest' },
}

/** What at no time was as much is the most ever. */
const ofNoTime: Readonly<Partial<Record<Meaning, Meaning>>> = { 'as-much': 'record', 'as-little': 'lowest' }
const ofNoTimeThan: Readonly<Partial<Record<Meaning, Meaning>>> = {
  ...{ above: 'record', more: 'record', below: 'lowest', less: 'lowest' },
}

/** An extreme of the thing after it: in larger quantities than herring, which has {a}; as high as in the North. */
function getExtreme(word: Word, sentence: Sentence): { word: Word; figures: readonly Observation[] } | undefined {
  // In none of the four years was it larger than now.
  const isOfNoYear = (at: number) =>
    isParticle('none', at, sentence) && [1, 2, 3, 4].some((after) => isYear(sentence.tokens[at + after]?.text ?? ''))
  const isYear = (text: string) => unitMonths(text, sentence.language) > 0
  const isThanNow = [0, 1, 2, 3].some((after) => isParticle('today', word.end + after, sentence))
  const ofPast = ofNoTime[word.meaning] ?? (isThanNow ? ofNoTimeThan[word.meaning] : undefined)
  const isOfNoTime = (at: number) =>
    isParticle('never', at, sentence) ||
    isOfNoYear(at) ||
    sentence.words.some(
      ({ meaning, first, end }) => meaning === 'not' && first === at && isParticle('from', end, sentence),
    )
  // Never had visitors spent as much as the {spend} of this month; not since 2019 was it so high as now: {it}.
  if (ofPast && sentence.tokens.some((_, at) => at < word.first && isOfNoTime(at))) {
    const tied = tiedFigures(word, sentence)
    const only = figuresIn(sentence).length === 1 ? figuresIn(sentence) : []
    return { word: { ...word, meaning: ofPast }, figures: observationsAt(sentence, tied.length > 0 ? tied : only) }
  }
  const meaning = isAsFast(word, sentence) ? 'fastest' : extremeBy[word.meaning]
  if (!meaning) return undefined
  const objects = sentence.things.filter(({ first }) => first >= word.end && first - word.end <= 5)
  const [figures = []] = objects
    .map((object) => figuresIn(sentence).filter((index) => getIs(index, object, sentence)))
    .filter((some) => some.length > 0)
    .map((some) => observationsAt(sentence, some))
  const isNoOther = particlesIn('none', sentence).some((at) => at < word.first - 1)
  return figures.length > 0 && isNoOther ? { word: { ...word, meaning }, figures } : undefined
}

/** Better or worse of figures of which nobody says which way is good. */
function isUnvalued({ meaning }: Word, tied: readonly Observation[], sentence: Sentence): boolean {
  const isQuality = meaning === 'better' || meaning === 'worse'
  const all = [...tied, ...observationsNamed(sentence)]
  return isQuality && tied.length > 0 && !all.some(({ indicator }) => sentence.dataset.indicators.get(indicator)?.good)
}

/** Last year's peak, since its peak in March, recovered from its winter dip: of a time without a figure here. */
function isOfEarlier({ meaning, first, end }: Word, sentence: Sentence): boolean {
  const { words, tokens } = sentence
  const isNow = ({ period }: NamedPeriod) => isNamedBy(sentence.dataset.report.period, period)
  const moved = movements.test(meaning) && words.findLast((one) => one.end < first && movements.test(one.meaning))
  const isFromIts = (at: number) =>
    isParticle('from', at, sentence) &&
    (isParticle('pronoun', at + 1, sentence) || isParticle('article', at + 1, sentence))
  if (moved && moved.meaning !== meaning && isFromIts(moved.end) && first - moved.end <= 4)
    return !tokens.slice(moved.end, first).some(({ figure }) => figure)
  if (movements.test(meaning) && isEnded(first, sentence) && !isParticle('be', first - 1, sentence)) return true
  // Made good the loss of the previous year, the decline of 2024.
  const isPast =
    words.some((one) => one.meaning === 'earlier' && one.first > end && one.first - end <= 2) ||
    namedPeriods(sentence).some((one) => one.first > end && one.first - end <= 1 && !isNow(one))
  const isOf = isParticle('of', end, sentence) && !isParticle('in', end, sentence)
  if (movements.test(meaning) && isPast && isOf && isParticle('article', first - 1, sentence)) return true
  if (meaning !== 'record' && meaning !== 'lowest') return false
  // Below its peak of 2022, of which nothing is said here.
  const isOfYear = namedPeriods(sentence).some((one) => one.first === end + 1 && !isNow(one))
  const isCompared = words.some((one) => isComparison(one) && first - one.end <= 2 && one.end <= first)
  if (isOf && isOfYear && isCompared && !tokens.slice(end).some(({ figure }) => figure)) return true
  const isFrom = [1, 2].some((back) => isParticle('from', first - back, sentence))
  return (
    words.some((word) => word.meaning === 'earlier' && word.end <= first && first - word.end <= 1) ||
    (isFrom && !tokens.slice(end, end + 5).some(({ figure }) => figure))
  )
}

/** Most of the days fell in June; two thirds of loans grew: of a part of what is counted, and of no figure of all. */
function isOfSome(word: Word, sentence: Sentence): boolean {
  const { meaning, first, end } = word
  const { words, clauseOf, tokens } = sentence
  if (!movements.test(meaning) || tokens.slice(end, end + 3).some(({ figure }) => figure)) return false
  const isPart = (other: Word) =>
    /^(?:majority|minority|nearly-all|few|share)$/.test(other.meaning) &&
    isParticle('part-of', other.end, sentence) &&
    clauseOf[other.first] === clauseOf[first] &&
    other.end < first
  return words.some(isPart) && partClaims(meaning === 'up' ? 'rose' : 'fell', word, sentence).length === 0
}

/** The two highest bands, of what is called band 1 to band 5: by their numbers. */
function isOfNumbered({ meaning, end }: Word, { tokens, dataset, language }: Sentence): boolean {
  const { text = '' } = tokens[end] ?? {}
  if (!/^(?:largest|smallest)$/.test(meaning) || text.length < 3) return false
  return [...dataset.dimensions.values()].some(({ categories }) => {
    const heads = [...categories.values()].map(
      ({ label }) => /^(\p{L}{3,}) \d{1,3}$/u.exec(label[language]?.toLowerCase() ?? '')?.[1],
    )
    return heads.length > 1 && heads.every((one) => one && text.startsWith(one) && text.length - one.length < 4)
  })
}

/** What is said of an earlier time or state: having ranked third a year ago; has overtaken B as the dearest. */
function isOfEarlierState(word: Word, sentence: Sentence): boolean {
  const { meaning, first } = word
  const { tokens, words, things } = sentence
  if (extremeMeanings.has(meaning) && lexicons[sentence.language].hasCapitalNouns !== true) {
    const isBefore = things.some(({ end }) => first - end <= 2 && isParticle('than', end, sentence))
    if (isBefore && things.some(({ end }) => end < first - 3)) return true
  }
  // Whereas in 2025 they had been more likely.
  const isHad = isParticle('be', first - 1, sentence) && isParticle('past-perfect', first - 2, sentence)
  const clause = sentence.clauseOf[first] ?? 0
  if (clause > 0 && isHad && isComparison(word) && figuresOfClause(clause, sentence).length === 0) return true
  const [from, stop] = bordersAround(word, sentence)
  const until = stop < 0 ? tokens.length : stop
  const isPast = words.some((one) => one.meaning === 'earlier' && one.first < until)
  if (isPast && meaning !== 'not' && isParticle('past-perfect', from + 1, sentence) && !tokenFigure(sentence, stop))
    return true
  if (figuresIn(sentence).length > 0 || /^(?:deficit|surplus)$/.test(meaning)) return false
  const hadBeen = particlesIn('past-perfect', sentence).some(
    (at) => isParticle('be', at + 1, sentence) || at + 1 === first,
  )
  // Im Jahr zuvor hatte A noch die niedrigste Quote aufgewiesen.
  const isOpening = words.some((one) => one.meaning === 'earlier' && one.first <= 1)
  const hadMost =
    extremeMeanings.has(meaning) && isOpening && particlesIn('past-perfect', sentence).some((at) => at < first)
  return hadMost || ((isComparison({ meaning }) || hadBeen) && openingBase(sentence) !== undefined)
}

/** The figures, commas or brackets between which a word stands; -1 where none does. */
function bordersAround({ first, end }: Word, { tokens }: Sentence): readonly [from: number, until: number] {
  const isBorder = ({ text, figure }: Token) => figure !== undefined || /^[,;，；()（）–—]$/.test(text)
  return [
    tokens.findLastIndex((token, at) => at < first && isBorder(token)),
    tokens.findIndex((token, at) => at >= end && isBorder(token)),
  ]
}

/** What a part of a sentence without figures says of a time before: having been cut last quarter, the rate is {it}. */
function isOfThen(word: Word, sentence: Sentence): boolean {
  const { meaning, first, end } = word
  const isRecord = meaning === 'record' || meaning === 'lowest'
  const isExtreme = /^(?:rank|alike)$/.test(meaning) || extremeMeanings.has(meaning)
  if (!isRecord && !isExtreme && !movements.test(meaning)) return false
  // Having risen between 2012 and 2018: of times that are named.
  if (spanAfter(end, sentence)) return false
  const [from, until] = bordersAround(word, sentence)
  if (until < 0 ? from < 0 : sentence.tokens[until]?.figure !== undefined) return false
  const had = [first - 1, first - 2].find((at) => isParticle('past-perfect', at, sentence))
  const isHad = had !== undefined && (had === first - 1 || isParticle('be', first - 1, sentence))
  const isOpening = sentence.words.some(
    (word) =>
      word.meaning === 'earlier' &&
      word.first > from &&
      word.first - from <= 2 &&
      word.end <= first &&
      !isParticle('pronoun', word.first, sentence),
  )
  if (isExtreme && figuresIn(sentence).every((at) => at >= end) && isOfPart()) return true
  // 在2024年持平之后，2025年增至{it}; 降至最低点后
  if ((movements.test(meaning) || isRecord) && isBygone(end, sentence)) return true
  const isWithin = sentence.clauses[sentence.clauseOf[first] ?? 0]?.isWithin === true
  return movements.test(meaning) ? isHad && (isBefore(from) || isWithin) : isExtreme && meaning !== 'rank' && isOpening

  /** In the spring A led, now …: beside a part of the year of which no figure is. */
  function isOfPart(): boolean {
    return namedParts(sentence).some(
      (named) =>
        named.first > from &&
        named.end <= first &&
        first - named.end <= 3 &&
        !observationsAt(sentence).some(({ period }) => isNamedBy(period, inYearOf(period, named.period))),
    )
  }

  /** A movement of which more is said before it. */
  function isBefore(border: number): boolean {
    return figuresIn(sentence).some((at) => at < first) || border >= 0
  }
}

const extremeMeanings: ReadonlySet<Meaning> = new Set(['largest', 'smallest', 'fastest', 'slowest', 'best', 'worst'])

/** The poorer the household, the more it pays: of what goes together, and of no figure alone. */
function isCorrelative({ meaning, first }: Word, sentence: Sentence): boolean {
  const isOne = (other: Word) =>
    /^(?:more|less)$/.test(other.meaning) && isParticle('correlative', other.first - 1, sentence)
  const isAlone = /^(?:more|less)$/.test(meaning) && isParticle('correlative', first - 1, sentence)
  // Falls with lower income, from {a} to {b}.
  const isAlong = [1, 2].some((back) => isParticle('along-with', first - back, sentence))
  if (isAlong && acrossPair(sentence)) return true
  // The darker a cell, the more cases.
  const isSecond = isParticle('correlative', 0, sentence) && sentence.tokens[first - 2]?.text === ','
  return isAlone && (isSecond || sentence.words.filter(isOne).length > 1)
}

/** Revenue a quarter, three quarters in a row, half a point: three months each, a size, and no part of anything. */
function isPerTime({ meaning, first, end }: Word, sentence: Sentence): boolean {
  // Un record sur cinq ans.
  if (meaning === 'share' && unitMonths(sentence.tokens[end]?.text ?? '', sentence.language) > 0) return true
  if (meaning === 'share' && isOfUnit({ first, end, meaning }, sentence)) return true
  if (meaning !== 'share' || !isParticle('per-time', end - 1, sentence)) return false
  if (sentence.words.some((word) => word.first === end && /^(?:in-a-row|earlier)$/.test(word.meaning))) return true
  if (isParticle('of', end, sentence)) return false
  return sentence.things.some((name) => name.end === first) || tokenFigure(sentence, first - 1) !== undefined
}

/** What bears out a word tied to no figure: a share of another figure here, a movement of the thing named beside it. */
function claimsOfOthers(word: Word, sentence: Sentence, locale: Locale): Claim[] {
  const printed = observationsAt(sentence)
  const current = namedNow(word, sentence)
  const candidates = [...(word.meaning === 'share' ? printed : []), ...(current ? [current] : [])]
  const asked = candidates.map((figure) =>
    askReadings(
      [...readingsAndMark(word, [figure], sentence), sinceThen(word, figure, sentence)],
      false,
      sentence,
      locale,
    ),
  )
  // Half of members use it; {it} did so; fewer than one in ten did so during the year ({it}).
  const isOpening = word.first === 0 || sentence.words.some(({ first, end }) => first === 0 && end === word.first)
  const isSaid = sentence.clauses.every(({ openFrom }) => openFrom > sentence.tokens.length)
  const isOnly = word.meaning === 'share' && isOpening && isSaid && printed.length === 1
  // Profits of airports grew by a fifth: of themselves, and not of those of all.
  const isOfOne = ({ text }: Claim) =>
    new Set(text.match(/\S+(?=@)/g)).size === 1 &&
    sentence.names.every(({ indicators }) => indicators.some((id) => candidates[0]?.indicator === id))
  // Improved, of what is the same when rounded.
  const isWrong = ({ verdict }: Claim) =>
    verdict === 'fails' || (verdict === 'undecided' && movements.test(word.meaning))
  const fails = asked[0]?.some((claim) => isWrong(claim) && (word.meaning !== 'share' || isOfOne(claim)))
  const isContrary = fails && isAllSaid(word, sentence)
  return (
    asked.find((some) => some.length > 0 && some.every(({ verdict }) => verdict === 'holds')) ??
    (isOnly || isContrary ? (asked[0] ?? []) : [])
  )
}

/** Inflation quickened, sales are lower: a pace or side of what is named, and not of a movement that is said too. */
function isSaidAlone(word: Word, { words }: Sentence): boolean {
  const { meaning, first } = word
  const moved = words.filter((one) => one.meaning === 'up' || one.meaning === 'down')
  // Fell more than in the year before.
  if (isComparison(word)) return !moved.some(({ end }) => end <= first && first - end <= 1)
  return (meaning === 'slowed' || meaning === 'gained-pace') && moved.length === 0
}

/** Sales are lower than a year ago: what is compared with the level of a time that is named. */
function sinceThen(word: Word, figure: Observation, sentence: Sentence): Reading {
  // Nearly tripled since 2022: how near.
  const isCompared = isComparison(word) && !isQualifier(word, sentence)
  // Fewer households in arrears than a year ago.
  const than = sentence.words.find(({ meaning, first }) => meaning === 'than' && first >= word.end)
  const joint = than ? { ...word, end: than.end } : word
  const then = isCompared ? levelAtBase(joint, figure, sentence) : undefined
  const isMore = word.meaning === 'more' || word.meaning === 'above'
  return then ? [[isMore ? 'rose' : 'fell', then.key, figure.key]] : []
}

/** Imports fell: whether a part of a sentence without figures says only a direction or an extreme, of no other time. */
function isAllSaid(word: Word, sentence: Sentence): boolean {
  const { meaning, first, end } = word
  const { tokens, words, things } = sentence
  // 用电降、煤耗升: the mark is of the word.
  const isBorder = (text: string, at: number) => /^[,;:，；：]$/.test(text) || (text === '、' && at === end - 1)
  const borders = tokens.flatMap(({ text }, at) => (isBorder(text, at) ? [at] : []))
  const from = (borders.findLast((at) => at < first) ?? -1) + 1
  const until = borders.find((at) => at > first)
  const isOfWord = (at: number) =>
    (at >= first && at < end) ||
    at === word.second ||
    // Um ein Viertel gesunken.
    (meaning === 'share' && at === first - 1 && isParticle('by', at, sentence)) ||
    (at === end && isParticle('and-more', at, sentence)) ||
    words.some((one) => one.end <= first && one.first < at && at < one.end)
  // The most of the four brands.
  const isOfList = (at: number) =>
    sentence.lists.some(
      (list) => numberAt(list.first - 1, sentence) !== undefined && list.first - 1 <= at && at < list.end,
    )
  // Had the smallest fall, had more members.
  const isHaving = (had: number) =>
    isParticle('article', had + 1, sentence) || (isComparison(word) && had + 1 === first)
  const isThan = (at: number) =>
    !(at === 0 && isParticle('like', at, sentence)) &&
    (isParticle('than', at, sentence) || words.some((one) => one.first === at && one.meaning === 'than'))
  // Is now lower.
  const isNow = (at: number) => isParticle('today', at, sentence) && wordBefore(at, sentence)?.meaning === 'verb'
  const isOther = (at: number) =>
    !isOfBase(at, sentence) &&
    !isOfWord(at) &&
    !isOfList(at) &&
    // Had the smallest fall.
    ((isParticle('past-perfect', at, sentence) && !isHaving(at)) ||
      // Hat das Baugewerbe verloren.
      (isParticle('pronoun', at, sentence) &&
        !isNow(at) &&
        !things.some((name) => withArticle(name.first, sentence) === at)) ||
      (isThan(at) && !(isComparison(word) && isOfBase(at + 1, sentence))) ||
      words.some((one) => one.first === at && one.meaning === 'share') ||
      !narrowsNothing(at, sentence))
  const isNamed = goesOn(sentence) || things.some((name) => name.first >= from && name.end <= (until ?? tokens.length))
  const isSaid = isNamed && tokens.slice(from, until).every(({ figure }, at) => !figure && !isOther(from + at))
  const areBases = namedPeriods(sentence).every((named) => isInBase(named.first, sentence))
  if (isComparison(word)) return isSaid && areBases
  const isDecided =
    movements.test(meaning) || extremeMeanings.has(meaning) || /^(?:record|lowest|share|times)$/.test(meaning)
  // The lowest since 2023.
  const isOfTime = isDecided && meaning !== 'share' && areBases
  return isDecided && isSaid && (isOfTime || isOfNow(sentence))
}

/** 快递业务量环比增长，为8月以来最低: whether all parts of a Chinese sentence without a figure are about its one name. */
function goesOn(sentence: Sentence): boolean {
  return sentence.language === 'zh' && sentence.names.length === 1 && figuresIn(sentence).length === 0
}

/** Whether a token is known or narrows nothing beside a statement: than a year before, the number of, slightly, now. */
export function narrowsNothing(at: number, sentence: Sentence): boolean {
  return (
    isKnownWord(at, sentence) ||
    isOfBase(at, sentence) ||
    isOwnUnit(at, sentence) ||
    (['number', 'point', 'slightly', 'sharply', 'still', 'today', 'at-large'] as const).some((kind) =>
      isInParticle(kind, at, sentence),
    ) ||
    // Across the market.
    (isParticle('around-all', at, sentence) &&
      isParticle('at-large', isParticle('article', at + 1, sentence) ? at + 2 : at + 1, sentence))
  )
}

/** Whether a token is of words for a change's base, or the report's own time: en octobre par rapport à septembre. */
export function isOfBase(at: number, sentence: Sentence): boolean {
  const { text, tokens, dataset, language } = sentence
  const { period } = dataset.report
  // Its level of 2022.
  const next = isParticle('pronoun', at, sentence) ? at + 1 : at
  const start = (tokens[next]?.start ?? 0) - sentence.start
  const own = partsNamed(text, periodYear(period)).filter((one) => areSame(one.period, period))
  // Im Vergleich zum Vorquartal.
  const led = (from: number) => baseWords[language].before.exec(text.slice(0, from))?.index ?? from
  return [...getBases(sentence), ...own].some((one) => led(one.start) <= start && start < one.end)
}

/** A word beside a named thing or in the clause of a figure. */
function isAboutFigures(word: Word, sentence: Sentence): boolean {
  const isNear = sentence.things.some(({ end }) => end <= word.first && word.first - end <= 2)
  // September had the fewest sales; nahm die Beschäftigung ab, subieron los precios.
  const isSubject = movements.test(word.meaning) && /^(?:de|es)$/.test(sentence.language)
  const next = sentence.names.find(({ first }) => first >= word.end)?.first
  const isOfNext =
    (isSubject && next !== undefined && next - word.end <= 2) ||
    (extremeMeanings.has(word.meaning) && (goesOn(sentence) || sentence.things.some(({ first }) => first === word.end)))
  return isNear || isOfNext || tiedFigures(word, sentence).length > 0
}

/** Rose on the month and fell on the year: of the one thing named further away, with nothing unknown between. */
function goesOnFrom(word: Word, sentence: Sentence): boolean {
  const [only, ...others] = sentence.names
  if (!only || others.length > 0 || figuresIn(sentence).length > 0) return false
  const [from, to] = only.first < word.first ? [only.end, word.first] : [word.end, only.first]
  const isNear = only.first < word.first ? to - from <= 2 : false
  const isApart = movements.test(word.meaning) || isComparison(word)
  return isApart && !isNear && sentence.tokens.slice(from, to).every((_, at) => narrowsNothing(from + at, sentence))
}

/** Judges a word by figures that a claim around it names. */
export function getJudgeWord(word: Word, figures: readonly Observation[], sentence: Sentence, locale: Locale): Claim[] {
  const readings = isPerTime(word, sentence) ? [] : getReadings(word, figures, sentence)
  return askReadings(readings, isNegatedAt(word, sentence), sentence, locale)
}

/** What a word says: the first of its readings that holds, else the first of all. */
function askReadings(readings: readonly Reading[], isNegated: boolean, sentence: Sentence, locale: Locale): Claim[] {
  const asked = readings
    .map((texts) => askAll(texts, isNegated, sentence, locale))
    .filter((claims) => claims.length > 0)
  return asked.find((claims) => claims.every(({ verdict }) => verdict === 'holds')) ?? asked[0] ?? []
}

function askAll(texts: readonly ClaimText[], isNegated: boolean, sentence: Sentence, locale: Locale): Claim[] {
  return texts.flatMap((text) => {
    const claim = ask(text, sentence, locale)
    if (!claim) return []
    // What did not fall may have stayed as it was, as far as was counted.
    if (isNegated) return claim.verdict === 'undecided' ? [] : [negated(claim)]
    return [isAtEdge(claim, sentence) ? { ...claim, verdict: 'holds' as const } : claim]
  })
}

/**
 * Whether a size that is only near may be told from one as near, where the edge is ours and not the sentence's.
 * From 4.5 to 4 is down, and 20% more than three times 6%, by what is printed.
 */
function isAtEdge({ verdict, text }: Claim, { dataset }: Sentence): boolean {
  if (verdict !== 'undecided') return false
  if (isRowAsPrinted(text, dataset)) return true
  // Unchanged, from 29% to 29%.
  const [, was = '', is = ''] = /^as-many-as (\S+) (\S+)$/.exec(text) ?? []
  const [then, now] = [was, is].map((of) => findObservation(dataset, of)?.quantity)
  if (then && now && then.precision === now.precision && then.value.eq(now.value)) return true
  const [, at = '', least = ''] = /^at-(?:least|most) (\S+) (\S+)$/.exec(text) ?? []
  const [a, b] = [at, least].map((of) => findObservation(dataset, of)?.quantity.value)
  if (a && b?.eq(a)) return true
  // 43% and 28% together, more than seven in ten.
  const [, over = '', terms = '', mark = ''] = /^(more|less)-than (\S+(?: \+ \S+)+) ([\d.]+)%?$/.exec(text) ?? []
  const parts = terms.split(' + ').map((of) => findObservation(dataset, of)?.quantity.value)
  const sum = parts.every((part) => part !== undefined) ? Decimal.sum(...parts) : undefined
  if (sum) return sum.cmp(mark) === (over === 'more' ? 1 : -1)
  // A gap of 0.9 points that was 1.0.
  const [, way, ...ends] = /^(more|less)-than (\S+) - (\S+) (\S+) - (\S+)$/.exec(text) ?? []
  const [top, low, topThen, lowThen] = ends.map((of) => findObservation(dataset, of)?.quantity.value)
  if (top && low && topThen && lowThen) return top.minus(low).cmp(topThen.minus(lowThen)) === (way === 'more' ? 1 : -1)
  const [, rule = '', key = '', times, other = ''] =
    /^(rose|fell|(?:more|less)-than) (\S+)(?: (?:([\d.]+) \* )?(\S+))?$/.exec(text) ?? []
  if (rule === '') return /^(?:about|between|nearly|count)\b/.test(text)
  const [own, whole] = [key, other].map((of) => findObservation(dataset, of))
  const isAlone = /^(?:rose|fell)$/.test(rule) && other === '' && own?.measure === 'value'
  const one = isAlone ? dataset.observations.get(observationKey(own.series, 'change', own.period)) : own
  const isUp = rule === 'rose' || rule === 'more-than'
  if (!one || (other !== '' && !whole)) return false
  const [size, than] = [one, whole].map((figure) => figure?.quantity.value)
  const isMoved = /^(?:rose|fell)$/.test(rule)
  const [to, from] = isMoved ? [than ?? size, than ? size : 0] : [size, than?.times(times ?? 1)]
  return to?.cmp(from ?? 0) === (isUp ? 1 : -1)
}

/** Whether each step of a row goes its way by what is printed: from 5 to 4.9, 4.5 and 4. */
function isRowAsPrinted(text: string, dataset: Dataset): boolean {
  const [, way, last = '', times] = /^(rose|fell)-in-a-row (\S+) (\d+)$/.exec(text) ?? []
  const level = findObservation(dataset, last)
  const levels = level ? [...earlier(dataset, level), level].slice(-Number(times) - 1) : []
  const steps = levels.slice(1).map(({ quantity }, at) => quantity.value.cmp(levels[at]?.quantity.value ?? 0))
  return steps.length > 0 && steps.every((step) => step === (way === 'rose' ? 1 : -1))
}

/** Where the words stand is said of what is found. */
const place: Place = { file: '', line: 1, column: 1 }

function ask(text: ClaimText, { dataset }: Sentence, locale: Locale): Claim | undefined {
  // Up on week 46 of 2025, of which the year alone was read: nothing is compared with itself.
  const [rule, one, other] = text
  if (text.length === 3 && one === other && rule !== 'about') return undefined
  try {
    return judgeClaim({ args: text.map((value) => ({ value, place })), dataset, locale }, place)
  } catch (error) {
    if (error instanceof HelperError) return undefined
    throw error
  }
}

/** What is said not to be so; of what did not fall it is enough that it stayed as it was. */
function negated(claim: Claim): Claim {
  const verdict: Verdict = claim.truths.includes('unchanged') ? 'holds' : not(claim.verdict)
  const truths = verdict === 'fails' ? [claim.text.split(' ')[0] ?? ''] : []
  return { ...claim, verdict, text: `not ${claim.text}`, holds: `not so: ${claim.holds}`, truths }
}

/** Beside these never speaks of the past: never more. */
const ofAllTimes = /^(?:as-much|as-little|record|lowest|more|less|above|below|largest|smallest)$/

const nots = derived((sentence: Sentence) =>
  sentence.words.filter(({ meaning, first }) => meaning === 'not' || isParticle('never', first, sentence)),
)

/** Not, no, never before a word; no right after it: lost no staff. */
function isNegatedAt(word: Word, sentence: Sentence): boolean {
  const { words, tokens, clauseOf } = sentence
  if (onlyAfter(word, sentence) !== undefined) return false
  if (word.meaning === 'in-a-row' && isEnded(word.first, sentence)) return false
  // Does not make up for the loss of {by}.
  const isAmount = tokens
    .slice(word.end, word.end + 3)
    .some(({ figure }) => figure && figure.observation.measure !== 'value')
  if (isAmount && movements.test(word.meaning) && isParticle('article', word.first - 1, sentence)) return false
  const isSize = /^(?:share|times|above|below|more|less)$/.test(word.meaning)
  const isUnreal = Number.isFinite(sentence.clauses[clauseOf[word.first] ?? 0]?.openFrom)
  // Without the cut, which there was; without the cut it would have grown; without returning to it.
  const isWithout = ({ first, end }: Word) =>
    (isParticle('left-out', first, sentence) || (isParticle('not-next', first, sentence) && isUnreal)) &&
    isParticle('article', end, sentence) &&
    word.first === end + 1
  if (nots(sentence).some(isWithout)) return false
  // In keinem Land stiegen die Exporte so stark wie dort ({it}): there they did.
  const isAsMuch = (one: Word) =>
    /^as-/.test(one.meaning) && clauseOf[one.first] === clauseOf[word.first] && getExtreme(one, sentence) !== undefined
  if (movements.test(word.meaning) && words.some(isAsMuch)) return false
  // Kinder nicht verheirateter Eltern: of a noun's attribute alone.
  const isOfAttribute = ({ end }: Word) =>
    lexicons[sentence.language].hasCapitalNouns === true &&
    /e[rnms]?$/.test(tokens[end]?.text ?? '') &&
    [end, end + 1].map((at) => tokens[at]?.isCapital).join() === 'false,true' &&
    wordAt(end, sentence) === undefined
  const isNot = (other: Word) =>
    (other.meaning === 'not' && !isOfAttribute(other) && !(isSize && isParticle('barely', other.first, sentence))) ||
    (isParticle('never', other.first, sentence) && !ofAllTimes.test(word.meaning))
  const from = agentBefore(word.first, sentence) ?? word.first
  // The decline came to an end.
  const border = tokens.findIndex(({ text, figure }, at) => at >= word.end && (figure || /^[,，;；:：.]$/.test(text)))
  const isEnding = particlesIn('ending', sentence).some((at) => at >= word.end && at < border && at - word.end <= 12)
  if (movements.test(word.meaning) && isParticle('article', word.first - 1, sentence) && isEnding) return true
  // Did not regain the peak of {then}.
  const isPeak = (word.meaning === 'record' || word.meaning === 'lowest') && isParticle('of', word.end, sentence)
  if (isPeak && tokenFigure(sentence, word.end + 1)) return false
  const before = nots(sentence).findLast(
    (other) => other.end <= from && clauseOf[other.first] === clauseOf[word.first] && isNot(other),
  )
  // Not one of the four regions rose.
  const isOne = before && countSaid(tokens[before.end]?.text ?? '', sentence.language) === 1
  if (isOne && !words.some(({ first, meaning }) => first > before.end && first < from && movements.test(meaning)))
    return true
  if (isNegatedAfter(word, sentence)) return true
  const isMoved = movements.test(word.meaning) || /^(?:more|less)$/.test(word.meaning)
  if (before && isMoved && isParticle('not-next', before.first, sentence))
    return before.end === word.first || (before.end === word.first - 1 && isParticle('article', before.end, sentence))
  if (before) {
    const between = tokens.slice(before.end, from)
    // A Chinese word is two tokens, as a rule.
    const most = /\p{Script=Han}/u.test(tokens[word.first]?.text ?? '') ? 8 : 4
    if (between.length <= most && !between.some(({ text, figure }) => figure || /^[,，、“”"]$/.test(text))) return true
    if (
      isParticle('nor', before.first, sentence) &&
      !between.some(({ text }) => /^[,;，；]$/.test(text)) &&
      !words.some(({ first, meaning }) => first >= before.end && first < word.first && meaning !== 'verb')
    )
      return true
  }
  const next = isParticle('in', word.end, sentence) ? word.end + 1 : word.end
  // Overtook neither.
  const isNor = wordAt(word.end, sentence)?.meaning === 'not' && isParticle('nor', word.end, sentence)
  return isNor || (wordAt(next, sentence) !== undefined && isParticle('none', next, sentence))
}

/** Die Eingänge sanken nicht, gingen nicht zurück: a German not at the end of a part of a sentence negates its verb. */
function isNegatedAfter({ first, meaning }: Word, sentence: Sentence): boolean {
  if (lexicons[sentence.language].hasCapitalNouns !== true || !movements.test(meaning)) return false
  const stop = sentence.tokens.findIndex(({ text, figure }, at) => at > first && (figure || /^[,;:.]$/.test(text)))
  const last = isParted(first, sentence) ? stop - 1 : stop
  return nots(sentence).some(({ first: at, end }) => at > first && (end === stop || end === last))
}
