import { Decimal } from 'decimal.js'
import { comparePeriods, isNamedBy } from '../../../dataset/figure/period.ts'
import { observationKey } from '../../../dataset/figure/reference.ts'
import { isPercentage } from '../../../dataset/figure/unit/unit.ts'
import { findObservation } from '../../../dataset/find.ts'
import type { Dataset, Measure, Observation, Period } from '../../../dataset/types.ts'
import { earlier } from '../../../document/claim/history.ts'
import { baseWords } from '../../../locale/words/bases.ts'
import { lexicons } from '../../../locale/words/lexicons.ts'
import { derived } from '../../../memory/derived.ts'
import { basesOf, hasBase } from '../bases.ts'
import { type Name, nameWords, seriesOfCategories, tellingWords } from '../names.ts'
import { partsNamedIn } from '../others/mistimed.ts'
import { isComparedBetween } from '../others/naming.ts'
import { countSaid, isOrdinal, isParticle, particlesIn, withArticle } from '../particles.ts'
import { entries, isSmall, type Word } from '../read-words.ts'
import { figureAt, figuresIn, isOfNow, namedPeriods, observationsAt, type Sentence, wordBefore } from '../sentences.ts'
import {
  figureInTurn,
  getIs,
  isRespective,
  namedBeside,
  namedNow,
  onlyBrokenDownBy,
  seriesIn,
  tiedFigures,
  tiedObservations,
} from '../tie-figures.ts'
import { getTokens } from '../tokens.ts'
import { isHundredth, unitsAt } from '../touching.ts'
import { isWholeBetween } from './comparison-before.ts'
import { historyClaims } from './extremes.ts'
import { numberAt } from './groups.ts'
import {
  isSinceAfter,
  levelAtBase,
  levelSince,
  partsBeforeNow,
  pastObject,
  sinceAnyOf,
  sinceBeside,
  toldOfThen,
} from './since.ts'
import {
  type ClaimText,
  exactly,
  getLevel,
  getLists,
  isOwnChange,
  isSaidAsChange,
  levelBefore,
  movementClaims,
  multipleClaim,
  type Reading,
  sizeOf,
} from './word-claims.ts'

/** Which way a comparison goes. */
type Side = 'more' | 'less'

/** What a word that compares says: more, lower, exceeds, ahead of. Nothing where what it compares is no figure. Before a noun that is no name it may be said of each figure that follows: more trips, fewer injuries: {trips} and {injured}. */
export function comparisonReadings(word: Word, sentence: Sentence): Reading[] {
  const { dataset } = sentence
  if (isOfSteps(word, sentence) || isOfNothing(word, sentence)) return []
  const ofThen = thenAgainstNow(word, sentence)
  // In 2023 it was higher, at {then}: than now, or than before.
  const isDated = ofThen?.length === 3 && namedPeriods(sentence)[0]?.first === 1
  if (ofThen) return [[ofThen], ...(isDated ? [comparisonClaims(word, sentence)] : [])]
  const inTurn = figureInTurn(word, sentence)
  if (inTurn !== undefined) return [sinceClaims(sideOf(word, sentence), [observationAt(inTurn, sentence)], dataset)]
  const each = eachInTurn(word, sentence)
  if (each.length > 1) return [movementClaims(sideOf(word, sentence) === 'more' ? 'rose' : 'fell', each, dataset)]
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
  const side = sideOf(word, sentence)
  return own.flatMap((figure) => {
    const compared = sinceClaims(side, [figure], dataset)
    const rule = side === 'more' ? 'rose' : 'fell'
    return figure.measure === 'value' ? sinceAnyOf(compared, word, rule, figure, sentence) : [compared]
  })
}

/** A year ago it was {by} lower, had been higher, at {then}; it was {by} lower a month earlier: then against now; undefined where nothing is said of a time before, or than another. */
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
    ? basesOf(sentence).find((base) => base.start === next)
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
    (isParticle('apart', end + 1, sentence) || isParticle('in', end + 1, sentence)) && !figureAt(sentence, end)
  return sentence.things.find(({ category, first }) => isLed && category && withArticle(first, sentence) === end + 2)
}

/** The increase was smaller than the one before; the declines in A and B exceed that of all; hired more than others lost: of how far things went, of which no figure is printed. */
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
function isOfNothing({ first, end, meaning }: Word, sentence: Sentence): boolean {
  const { tokens, things, clauseOf, language } = sentence
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
  if (isOfNone) return true
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

function sideOf(word: Word, sentence: Sentence): Side {
  const isMore = word.meaning === 'more' || word.meaning === 'above'
  return isMore !== isPassive(word, sentence) ? 'more' : 'less'
}

function comparisonClaims(word: Word, sentence: Sentence): ClaimText[] {
  const { dataset, clauseOf } = sentence
  const turned = turnPair(word, sentence)
  // The former were fewer than in 2024: each of them with its own past.
  if (turned && isOfTime(word, sentence)) return sinceClaims(sideOf(word, sentence), [turned[0]], dataset)
  if (turned) return [compared(sideOf(word, sentence), turned)]
  // The increase was {by} smaller than in 2024 ({by of then}).
  const [gain, other, ...rest] = observationsAt(sentence).filter(({ measure }) => measure !== 'value')
  const isOfOneThing =
    gain?.series === other?.series && gain?.measure === other?.measure && gain?.period !== other?.period
  if (gain && other && isOfOneThing && rest.length === 0 && thanAfter(word, sentence))
    return [compared(sideOf(word, sentence), [gain, other])]
  const ofTwo = ofTwoClaims(word, sentence)
  if (ofTwo) return ofTwo
  const ofSums = sumsCompared(word, sentence) ?? measuresCompared(word, sentence)
  if (ofSums) return [ofSums]
  const next = sentence.tokens[word.end]?.text ?? ''
  const before = amountBefore(word, sentence)
  const said = sideOf(word, sentence)
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
  const tied = tiedFigures(word, sentence).map((index) => observationAt(index, sentence))
  const sum = sumClaims(side, word, than ?? word, sentence)
  if (sum) return sum
  const amount = before ?? amountAfter(word, sentence) ?? amountBeyond(word, sentence)
  const steps = stepPair(word, sentence)
  if (steps && (!amount || isParticle('apart', word.first - 2, sentence))) return [compared(side, steps)]
  if (amount) return movementClaims(side === 'more' ? 'rose' : 'fell', [amount], dataset)
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

/** {it}, slightly less than six months before: than then, and no shorter time. */
function isOfSpan({ first, end }: Word, sentence: Sentence): boolean {
  const { tokens, start: from } = sentence
  const isApart = [1, 2].some((back) => /^[,，(（]$/.test(tokens[first - back]?.text ?? ''))
  if ([...partsNamedIn(sentence), ...namedPeriods(sentence)].some((part) => part.first === end)) return true
  return isApart && basesOf(sentence).some(({ start }) => start === (tokens[end]?.start ?? 0) - from)
}

/** Nearly an hour more. */
function isNearTimeSpan({ first, end }: Word, sentence: Sentence): boolean {
  const { tokens, language } = sentence
  if (!isParticle('nearly', first, sentence)) return false
  const { hour, day, week, month, year } = lexicons[language].units
  return entries([hour, day, week, month, year].join()).includes(tokens[end + 1]?.text ?? '')
}

/** We closed {by} more shops than we opened: more that went than came are fewer. */
function isOfLeaving(word: Word, sentence: Sentence): boolean {
  const { clauseOf } = sentence
  const than = particlesIn('than', sentence).find((at) => at >= word.end) ?? -1
  return particlesIn('leaving', sentence).some((at) => at < than && clauseOf[at] === clauseOf[word.first])
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

/** So many more than then; of whole percentage points as many when rounded. */
function stepClaim(side: Side, { key, quantity }: Observation, then: Observation, more: number): ClaimText {
  const at = (size: number) => `${then.key} ${side === 'more' ? '+' : '-'} ${size}`
  if (quantity.unit !== 'percent' || !Number.isInteger(more) || quantity.precision >= 0)
    return ['as-many-as', key, `${at(more)}${quantity.unit === 'percent' ? ' pp' : ''}`]
  const [a = 0, b = 0] = side === 'more' ? [more - 0.5, more + 0.5] : [more + 0.5, more - 0.5]
  return ['between', key, `${at(a)} pp`, `${at(b)} pp`]
}

/** Three more than, two days fewer than, and not a good three days: a difference that is counted in words or a digit or two. */
function countedBefore({ first }: Word, sentence: Sentence): number | undefined {
  const { words, tokens } = sentence
  const at = numberBefore(first, sentence)
  const before = tokens[at - 1]
  // A good three, about three, nearly three: after other words than a comma or a verb it may be no count.
  const isBare =
    !before || /^[,;:，(–—]$/.test(before.text) || words.some(({ meaning, end }) => meaning === 'verb' && end === at)
  const said = isBare ? numberAt(at, sentence) : undefined
  // Un niveau supérieur à: an article.
  const isArticle = said === 1 && first - at > 1 && isSmall(tokens[at]?.text ?? '', sentence.language)
  const count = isArticle ? undefined : said
  const parts = isParticle('tenth', first - 1, sentence) ? 10 : isHundredth(first - 1, sentence) ? 100 : 1
  return count === undefined ? undefined : count / parts
}

/** Where a number before a comparative stands: three, three days, three percentage points. */
export function numberBefore(first: number, sentence: Sentence): number {
  const isNoun = (at: number) => /^\p{L}+$/u.test(sentence.tokens[at]?.text ?? '')
  const back = [1, 2, 3].find((one) => numberAt(first - one, sentence) !== undefined || !isNoun(first - one))
  const isPoints =
    back === 3 && unitsAt(sentence.tokens.slice(first - 2, first), sentence.dataset, sentence.language).length > 0
  return first - (back === 3 && !isPoints ? 2 : (back ?? 2))
}

/** That a figure is above or below another, as a word says it. */
export function compared(side: Side, [a, b]: Pair): ClaimText {
  return [side === 'more' ? 'more-than' : 'less-than', ...sizes(a, b)]
}

/** Of two falls the larger is the one that goes further down. */
function sizes(a: Observation, b: Observation): [string, string] {
  const isFall = a.measure !== 'value' && [a, b].every(({ quantity }) => quantity.value.isNegative())
  return isFall ? [sizeOf(a), sizeOf(b)] : [a.key, b.key]
}

/** How far two things are apart, where a figure of a third says it: exports exceed imports by {surplus}, {gap} higher than, 比城镇高{gap}; undefined where no figure stands there. */
function distanceClaims(
  side: Side,
  word: Word,
  nextThan: Span | undefined,
  sentence: Sentence,
): ClaimText[] | undefined {
  // 超过进口额{surplus}，较上年: what comes after the figure is another comparison.
  const isOther = nextThan && figuresIn(sentence).some((at) => at >= word.end && at < nextThan.first)
  const than = isOther ? undefined : nextThan
  const joint = than && than.end > word.first ? than : word
  const index = distanceFigure(word, than, joint, sentence)
  const distance = figureAt(sentence, index)?.observation
  if (distance?.measure !== 'value' || distance.quantity.unit === 'percent') return undefined
  const levelOf = (name: Name, like?: Observation) =>
    figureNamed(name, sentence, index) ?? current(name, sentence, like) ?? ofDistance(name, distance, sentence)
  const objects = namesAfter((than ?? word).end, sentence)
  const subjects = subjectNames(word, joint, sentence)
  if (subjects.some((name) => getIs(index, name, sentence))) return undefined
  const named = subjects.flatMap((subject) =>
    objects.flatMap((object) => {
      const level = levelOf(object) ?? levelOf(object, levelOf(subject))
      const own = levelOf(subject, level)
      return own && level ? [[own, level] as const] : []
    }),
  )
  // 城镇为{urban}，比农村高{gap}: of the level before.
  const before = subjectFigure(word, sentence)
  const beside = objects.flatMap((object) => levelOf(object, before) ?? [])
  const pairs = [
    ...named,
    ...beside.flatMap((level) => (before && before !== distance ? [[before, level] as const] : [])),
  ]
  const [pair] = pairs.filter(([a, b]) => isDistance(distance, a, b))
  if (!pair) return index < word.first && objects.length > 0 ? [] : undefined
  const [a, b] = side === 'more' ? pair : pair.toReversed()
  return [['agrees', distance.key, `${a?.key} - ${b?.key}`]]
}

/** The level of a category in a unit in which distances are, where one thing alone is broken down so: A trails B by {gap}. */
function ofDistance({ category }: Name, { quantity }: Observation, { dataset }: Sentence): Observation | undefined {
  const unit = quantity.unit === 'percentage-points' ? 'percent' : quantity.unit
  const [only, ...others] = [...dataset.indicators.values()].filter(
    (one) => category && one.unit === unit && one.dimensions.includes(category.dimension),
  )
  return only && category && others.length === 0
    ? findObservation(dataset, `${only.id}[${category.category}]`)
    : undefined
}

/** The figure right before a comparison or, with or without a by, right after what is compared with; in Chinese right after the word. */
function distanceFigure(word: Word, than: Span | undefined, joint: Span, sentence: Sentence): number {
  const isFigure = (at: number) => figureAt(sentence, at) !== undefined
  if (than && than.end > word.first && isFigure(word.first - 1)) return word.first - 1
  if (than && than.end <= word.first) return isFigure(word.end) ? word.end : -1
  const [object] = namesAfter(joint.end, sentence).toSorted((a, b) => b.end - a.end)
  const after = object && isParticle('by', object.end, sentence) ? object.end + 1 : object?.end
  const isHan = /\p{Script=Han}/u.test(sentence.tokens[word.first]?.text ?? '')
  return after !== undefined && isFigure(after) && (isHan || after !== object?.end) ? after : -1
}

/** A figure of another indicator than both, in their unit, or in the points between two percentages. */
function isDistance(distance: Observation, a: Observation, b: Observation): boolean {
  const { unit } = distance.quantity
  const isOther = distance.indicator !== a.indicator && distance.indicator !== b.indicator && a.key !== b.key
  const isUnit = unit === a.quantity.unit || (unit === 'percentage-points' && a.quantity.unit === 'percent')
  return isOther && a.quantity.unit === b.quantity.unit && isUnit
}

/** Longer than men ({a} plus {b} against {c} plus {d}): the first sum against the second. */
function sumsCompared(word: Word, sentence: Sentence): ClaimText | undefined {
  const figures = figuresIn(sentence)
  const isAdded = (at: number) => /^(?:plus|\+)$/.test(sentence.tokens[at - 1]?.text ?? '')
  const starts = figures.filter((at) => at > word.first && !isAdded(at))
  const sums = starts.map((start, index) => {
    const next = starts[index + 1] ?? Number.POSITIVE_INFINITY
    return figures.filter((at) => at >= start && at < next).map((at) => observationAt(at, sentence).key)
  })
  const [a, b, ...others] = sums
  if (!a || !b || others.length > 0 || a.length < 2 || b.length < 2) return undefined
  return [sideOf(word, sentence) === 'more' ? 'more-than' : 'less-than', a.join(' + '), b.join(' + ')]
}

/** Men spent more time on paid work than on unpaid work: two things of the one category that the clause is about. */
function measuresCompared(word: Word, sentence: Sentence): ClaimText | undefined {
  const { names, things, clauseOf, dataset } = sentence
  const than = thanAfter(word, sentence)
  if (!than) return undefined
  const inner = names.find(({ first, end }) => first >= word.end && end <= than.first)
  const outer = names.find(({ first }) => first >= than.end && first - than.end <= 2)
  const isAbout = ({ category, end, first }: Name) =>
    category && end <= word.first && clauseOf[first] === clauseOf[word.first]
  const { category } = things.find(isAbout) ?? {}
  if (!category || figuresIn(sentence).some((at) => clauseOf[at] === clauseOf[word.first])) return undefined
  const [a, b] = [inner, outer].map((name) => {
    const [id, ...others] = name?.indicators ?? []
    return id && others.length === 0 ? findObservation(dataset, `${id}[${category.category}]`) : undefined
  })
  const isPair = a && b && a.key !== b.key && a.quantity.unit === b.quantity.unit
  return isPair ? compared(sideOf(word, sentence), [a, b]) : undefined
}

/** The higher of the two: what is named beside it, or the last figure before, against the other of two levels of a unit; undefined where it is of no two. */
function ofTwoClaims(word: Word, sentence: Sentence): ClaimText[] | undefined {
  const { tokens, language } = sentence
  const isTwo = tokens
    .slice(word.end + 1, word.end + 3)
    .some(({ text }) => countSaid(text, language) === 2 && !isOrdinal(text, language))
  if (!isTwo || !isParticle('of', word.end, sentence)) return undefined
  const pair = figuresIn(sentence).filter((at) => observationAt(at, sentence).measure === 'value')
  const named = namedBeside(word, sentence)
  const own = pair.find((at) => getIs(at, named, sentence))
  const a = own === undefined ? undefined : observationAt(own, sentence)
  const beside = pair.flatMap((at) => (at === own ? [] : [observationAt(at, sentence)]))
  const [b, ...more] = a && beside.length === 0 ? othersOf(a, sentence) : beside
  return a && b && more.length === 0 ? [compared(sideOf(word, sentence), [a, b])] : []
}

/** What a level is listed with, of its time. */
function othersOf({ series, period, ...level }: Observation, { lists, dataset }: Sentence): Observation[] {
  const [list = ''] = getLists({ series, period, ...level }, lists, dataset)
  const others = list.split(' ').filter((member) => member !== series)
  return others.flatMap((member) => dataset.observations.get(observationKey(member, 'value', period)) ?? [])
}

/** More than in the other four districts combined: than the sum of all others; undefined where they are not said to be taken together. */
export function othersTogether(word: Word, figure: Observation | undefined, sentence: Sentence): ClaimText | undefined {
  const than = thanAfter(word, sentence)
  const other = particlesIn('residual', sentence).find((at) => than && at >= than.end && at - than.end <= 4)
  const isTogether =
    other !== undefined && particlesIn('together', sentence).some((at) => at > other && at - other <= 5)
  const own = figure ?? observationsAt(sentence)[0]
  const [list] = isTogether && own?.measure === 'value' ? getLists(own, sentence.lists, sentence.dataset) : []
  if (!list || !own) return undefined
  const others = list.split(' ').filter((member) => member !== own.series)
  return [sideOf(word, sentence) === 'more' ? 'more-than' : 'less-than', own.key, others.join(' + ')]
}

/** Together A and B are more than C: the sum of what stands before it; undefined where nothing is added. */
function sumClaims(side: Side, word: Word, joint: Span, sentence: Sentence): ClaimText[] | undefined {
  const { clauseOf } = sentence
  const isHere = (at: number) => at < word.first && clauseOf[at] === clauseOf[word.first]
  if (!particlesIn('together', sentence).some(isHere)) return undefined
  const parts = figuresIn(sentence)
    .filter(isHere)
    .map((at) => observationAt(at, sentence))
  if (parts.length < 2) return undefined
  const index = objectFigure(joint.end, sentence)
  const [named] = namesAfter(joint.end, sentence)
  const object = index === undefined ? named && current(named, sentence, parts[0]) : observationAt(index, sentence)
  if (!object || !parts.every((part) => isComparable([part, object], sentence))) return []
  return [[side === 'more' ? 'more-than' : 'less-than', parts.map(({ key }) => key).join(' + '), object.key]]
}

/** The former more than the latter: the last two figures of a kind before. */
function turnPair(word: Word, sentence: Sentence): Pair | undefined {
  const turn = sentence.words.find(
    ({ meaning, end }) => (meaning === 'former' || meaning === 'latter') && end <= word.first && word.first - end <= 4,
  )
  const before = figuresIn(sentence).filter((index) => turn && index < turn.first)
  const [a, b] = before.slice(-2).map((index) => observationAt(index, sentence))
  if (!a || !b || !isComparable([a, b], sentence)) return undefined
  return turn?.meaning === 'former' ? [a, b] : [b, a]
}

/** Fewer than in 2024, than in the third quarter of 2024, than a year ago: against its own past. */
export function isOfTime({ first, end }: Word, sentence: Sentence): boolean {
  const { words, clauseOf } = sentence
  const isHere = (at: number) => clauseOf[at] === clauseOf[first]
  const isThanIn = (at: number) =>
    (isParticle('than', at - 2, sentence) && isParticle('in', at - 1, sentence)) ||
    pastObject(end, sentence)?.first === at
  return (
    words.some(({ meaning, first: at }) => meaning === 'earlier' && isHere(at)) ||
    namedPeriods(sentence).some(({ first: at }) => isHere(at) && isThanIn(at))
  )
}

/** As large as another: of the figures on both sides, else of the last two before. */
export function alikeClaims(word: Word, sentence: Sentence): ClaimText[] {
  const here = figuresIn(sentence)
  const before = here.filter((index) => index < word.first)
  const after = here.find((index) => index >= word.end && index - word.end <= 8)
  const next = here.filter((index) => index >= word.end).slice(0, 2)
  const pair = before.length === 0 ? next : after === undefined ? before.slice(-2) : [...before.slice(-1), after]
  const printed = pair.map((index) => observationAt(index, sentence))
  // The South has caught up with the North.
  const [a, b = averagePair(word, a, sentence)[0]?.[1]] =
    here.length > 0 ? printed : (comparedPair(word, undefined, sentence) ?? [])
  return a && b && a.key !== b.key && isComparable([a, b], sentence) ? [['about', ...sizes(a, b)]] : []
}

/** Loans were exceeded by visits, the level was exceeded: what is before it is what is below. */
function isPassive({ first, end }: Word, sentence: Sentence): boolean {
  const { words, things, tokens } = sentence
  if (agentBefore(first, sentence) !== undefined) return true
  const isVerb = words.some(
    (other) =>
      other.meaning === 'verb' && (other.end === first || (other.end === first - 1 && !tokens[first - 1]?.figure)),
  )
  // Cumulo overtaken by Brava: a title.
  const isHeadline = /en$/.test(tokens[end - 1]?.text ?? '') && !tokens.some(({ figure }) => figure)
  if (isParticle('passive', end, sentence))
    return (isVerb || isHeadline) && things.some((name) => name.first > end && name.first - end <= 4)
  const isParticiple = isParticle('be', first - 1, sentence) && /(?:ed|en)$/.test(tokens[end - 1]?.text ?? '')
  // The levels of before were exceeded: {now} against {then}.
  const isOfThen = /^[:：]$/.test(tokens[end]?.text ?? '') && !things.some((name) => name.first < first)
  return isParticiple && !isOfThen && !/^\p{L}/u.test(tokens[end]?.text ?? '.')
}

/** Faster and slower: the rates of two things. */
export function speedClaims(word: Word, sentence: Sentence): ClaimText[] {
  if (isOfNoFigure(word, sentence) || isOfNothing(word, sentence) || isOfUnnamed(word, sentence)) return []
  const steps = stepPair(word, sentence)
  if (steps) return [compared(word.meaning === 'faster' ? 'more' : 'less', steps)]
  const pair = comparedPair(word, thanAfter(word, sentence) ?? word, sentence, () => true)
  if (!pair) return ownPace(word, sentence)
  if (pair[0].series === pair[1].series) return growthsCompared(word, pair, sentence)
  const ofChanges = changesCompared(word, pair, sentence)
  if (ofChanges) return [ofChanges]
  const ofGrowths = growthsCompared(word, pair, sentence)
  if (ofGrowths.length > 0) return ofGrowths
  const id = ({ series, period }: Observation, measure: Measure) => observationKey(series, measure, period)
  // Of shares, which are said in points, the larger step is the faster.
  const isShares = pair.every(({ indicator }) => isPercentage(sentence.dataset.indicators.get(indicator)?.unit ?? ''))
  const isFall =
    has('down', word, sentence) &&
    pair.every((one) => sentence.dataset.observations.get(id(one, 'rate'))?.quantity.value.isNegative())
  const rule = (word.meaning === 'faster') !== isFall ? 'faster-than' : 'slower-than'
  if (!isShares) return [[rule, id(pair[0], 'value'), id(pair[1], 'value')]]
  const side = word.meaning === 'faster' ? 'more-than' : 'less-than'
  return [[side, id(pair[0], 'change'), id(pair[1], 'change')]]
}

/** Grew faster than a year before: than the same thing then. */
function ownPace(word: Word, sentence: Sentence): ClaimText[] {
  const [own, ...others] = tiedObservations(word, sentence)
  const isOne = own !== undefined && others.every(({ series }) => series === own.series)
  // Grew to {it}, faster than in the year before.
  const isLevel = own?.measure === 'value' && has('up', word, sentence)
  const isGain = own?.measure === 'change' && !own.quantity.value.isNegative()
  if (!isOne || !(isLevel || isGain) || !has('earlier', word, sentence)) return []
  return [[word.meaning === 'faster' ? 'gained-pace' : 'slowed', observationKey(own.series, 'value', own.period)]]
}

/** The economy will grow faster in one year ({growth}) than in another ({growth}): two levels of what is called a growth. */
function growthsCompared(word: Word, pair: Pair, { dataset }: Sentence): ClaimText[] {
  const isGrowth = pair.every((one) => isOwnChange(one, dataset))
  return isGrowth ? [[word.meaning === 'faster' ? 'more-than' : 'less-than', pair[0].key, pair[1].key]] : []
}

/** Exports rose more strongly than imports, where the levels of both are changes: of two falls the larger is the one that goes further down. */
function changesCompared(word: Word, pair: Pair, sentence: Sentence): ClaimText | undefined {
  const isChange = (one: Observation) => isSaidAsChange(one, word, sentence)
  if (!pair.every(isChange)) return undefined
  const isFall = has('down', word, sentence) && pair.every(({ quantity }) => quantity.value.isNegative())
  return [word.meaning === 'faster' ? 'more-than' : 'less-than', ...pair.map(isFall ? sizeOf : ({ key }) => key)]
}

/** As costs rose faster than sales: in a clause within another, of what has neither a figure nor a name in it. */
function isOfNoFigure({ first }: Word, { clauseOf, clauses, tokens, things }: Sentence): boolean {
  const clause = clauseOf[first] ?? 0
  const isHere = (at: number) => clauseOf[at] === clause
  const isNamed = things.some((name) => isHere(name.first) && name.end <= first)
  return clauses[clause]?.isWithin === true && !isNamed && !tokens.some(({ figure }, at) => figure && isHere(at))
}

/** A的增速慢于B，说明其余增长更快（{a}、{b}）: of what has no name, after what the figures in brackets are of. */
function isOfUnnamed({ first }: Word, { language, tokens, things, words }: Sentence): boolean {
  const comma = tokens.findLastIndex(({ text }, at) => at < first && /^[，；]$/.test(text))
  const isPace = ({ meaning, end }: Word) => /^(?:faster|slower)$/.test(meaning) && end <= comma
  const isHere = ({ first: at }: Name) => at > comma && at < first
  return (
    language === 'zh' &&
    words.some(isPace) &&
    !things.some(isHere) &&
    !tokens.slice(comma, first).some(({ figure }) => figure)
  )
}

/** Two things of which the one is so many times the other: twice as many A as B. */
export function multipleClaims(word: Word, sentence: Sentence, comparison: string): ClaimText[] {
  const changes = changesAround(word, sentence)
  if (changes) return [[comparison, sizeOf(changes[0]), `${word.factor} * ${sizeOf(changes[1])}`]]
  const joint = thanAfter(word, sentence) ?? word
  const ofWhole = wholeBefore(word.first, sentence)
  const [own, whole] = (ofWhole && pairOfWhole(ofWhole, sentence, word)) ?? []
  if (own && whole) return [multipleClaim(comparison, own.key, word.factor ?? '', whole.key)]
  const pair = againstPair(joint, sentence) ?? comparedPair(word, joint, sentence)
  if (pair && isOfSpeed(word, sentence)) {
    const [own, other] = pair.map(({ series, period }) => observationKey(series, 'rate', period))
    return own && other && own !== other ? [multipleClaim(comparison, own, word.factor ?? '', other)] : []
  }
  if (!pair || pair[0].series === pair[1].series || pair[0].measure !== pair[1].measure) return []
  // {a}, twice as high among the young ({b}).
  const isTurned =
    joint === word &&
    isParticle('than', word.end - 2, sentence) &&
    (isParticle('in', word.end, sentence) || isParticle('apart', word.end, sentence)) &&
    figuresIn(sentence).some((index) => index >= word.end)
  const [a, b] = isTurned ? sizes(pair[1], pair[0]) : sizes(...pair)
  return [multipleClaim(comparison, a, word.factor ?? '', b)]
}

/** 城镇的六成, 城镇失业率的三倍: what a share or a multiple is of, before it. */
export function wholeBefore(start: number, sentence: Sentence): Name | undefined {
  const { language, things, tokens } = sentence
  const isOf = language === 'zh' && isParticle('of', start - 1, sentence)
  const last = isParticle('number', start - 2, sentence) ? start - 2 : start - 1
  // 进口电量（{imports}）的两倍
  const isBracketed = /^[)）]$/.test(tokens[last - 1]?.text ?? '')
  const end = isBracketed ? tokens.findLastIndex(({ text }, at) => at < last && /^[(（]$/.test(text)) : last
  return isOf ? things.find((name) => name.end === end) : undefined
}

/** What is so large a part of another, or so many times it, and that; 增量是城镇的三倍, 增速不及城镇的一半: of how far, or how fast, both went. */
export function pairOfWhole(name: Name, sentence: Sentence, word?: Word): [Observation, Observation] | undefined {
  const { words, things, names, tokens, dataset } = sentence
  const before = figuresIn(sentence).filter((at) => at < name.first)
  const comma = tokens.findLastIndex(({ text, figure }, at) => at < name.first && (figure || /^[，；]$/.test(text)))
  const step = words.findLast(
    ({ meaning, first, end }) => /^(?:up|down)$/.test(meaning) && first > comma && end <= name.first,
  )
  const subject = things.findLast(
    ({ category, end }) => category && category.dimension === name.category?.dimension && end < name.first,
  )
  const ids = new Set(names.flatMap(({ indicators }) => indicators))
  const [series = '', ...others] = subject ? seriesOfCategories(ids, [subject], dataset) : []
  const isLevel = ({ measure }: Observation) => measure === 'value'
  const level =
    observationsAt(sentence, before).findLast((one) => step !== undefined || isLevel(one)) ??
    observationsAt(sentence).find(isLevel) ??
    (others.length === 0 ? findObservation(dataset, series) : undefined) ??
    namedNow({ meaning: 'times', first: name.first, end: name.first }, sentence)
  const measure =
    isParticle('pace', step?.first ?? -1, sentence) && !isPercentage(level?.quantity.unit ?? '') ? 'rate' : 'change'
  const isMoved = step && level && isLevel(level) && !isOwnChange(level, dataset)
  const own = isMoved ? dataset.observations.get(observationKey(level.series, measure, level.period)) : level
  const printed = word ? figuresIn(sentence).filter((at) => at >= name.end && at < word.first) : []
  const whole = own && (observationsAt(sentence, printed)[0] ?? current(name, sentence, own))
  return whole && whole.key !== own.key && whole.quantity.unit === own.quantity.unit ? [own, whole] : undefined
}

/** Twice as fast as: of growth. */
function isOfSpeed({ first, end }: Word, sentence: Sentence): boolean {
  return sentence.tokens.slice(first, end + 1).some((_, at) => isParticle('fast', first + at, sentence))
}

/** Two changes of one unit on both sides: fell by {a}, twice as much as B rose ({b}); rose by {a} to {it}, three times the increase in B ({b}). */
function changesAround({ first, end }: Word, sentence: Sentence): Pair | undefined {
  const isStep = sentence.words.some((one) => /^(?:up|down)$/.test(one.meaning) && one.first === end)
  const here = figuresIn(sentence).filter((at) => !isStep || observationAt(at, sentence).measure !== 'value')
  const [before, after] = [here.findLast((index) => index < first), here.find((index) => index >= end)]
  if (before === undefined || after === undefined) return undefined
  const [a, b] = [observationAt(before, sentence), observationAt(after, sentence)]
  const isChanges = a.measure !== 'value' && a.measure === b.measure && a.series !== b.series
  return isChanges && a.quantity.unit === b.quantity.unit ? [a, b] : undefined
}

interface Span {
  first: number
  end: number
}

/** The word that names what is compared with: within the word itself (more than), or after it. */
function thanAfter(word: Word, sentence: Sentence): Span | undefined {
  const { words, clauseOf, clauses } = sentence
  if (isParticle('than', word.end - 1, sentence)) return { first: word.end - 1, end: word.end }
  // Three times as common among women ({a}) as among men.
  const isAs = word.meaning === 'times' && particlesIn('than', sentence).some((at) => at > word.first && at < word.end)
  const as = isAs ? particlesIn('than', sentence).find((at) => at >= word.end && at - word.end <= 12) : undefined
  if (as !== undefined) return { first: as, end: as + 1 }
  const clause = clauseOf[word.first]
  const after = words.find(({ meaning, first }) => meaning === 'than' && first >= word.end && first - word.end <= 12)
  const isOfOther = (joint: Word) =>
    words.some(({ meaning, first, end }) => compares.has(meaning) && first >= word.end && end <= joint.first)
  // Faster in the South, where {a} were counted, than in the West.
  const goesOn = (at: number) =>
    clauseOf[at] === clause || (clauses[(clause ?? 0) + 1]?.isWithin && (clauseOf[at] ?? 0) <= (clause ?? 0) + 2)
  const isAfter = after && goesOn(after.first) && !isParticle('than-before', after.first, sentence)
  const isRole =
    isParticle('overtaking', word.first, sentence) &&
    sentence.things.some(({ first, end }) => first >= word.end && after !== undefined && end <= after.first)
  if (isAfter && !isRole && !isOfOther(after)) return after
  const agent = agentBefore(word.first, sentence)
  if (agent !== undefined) return { first: agent, end: agent + 1 }
  return words.findLast(
    ({ meaning, first }) =>
      meaning === 'than' &&
      first < word.first &&
      clauseOf[first] === clause &&
      isParticle('than-before', first, sentence),
  )
}

/** Before whom a Chinese verb names that did it: 火灾被救援反超. */
export function agentBefore(verb: number, sentence: Sentence): number | undefined {
  const { tokens } = sentence
  if (!/\p{Script=Han}/u.test(tokens[verb]?.text ?? '')) return undefined
  const at = particlesIn('passive', sentence).findLast((at) => at < verb) ?? -1
  const isOne = !tokens.slice(at, verb).some(({ text }) => /^[,，;；]$/.test(text))
  return at >= 0 && isOne ? at : undefined
}

const compares: ReadonlySet<Word['meaning']> = new Set(['more', 'less', 'above', 'below', 'faster', 'slower'])

function has(meaning: Word['meaning'], word: Word, { words, clauseOf }: Sentence): boolean {
  return words.some((other) => other.meaning === meaning && clauseOf[other.first] === clauseOf[word.first])
}

/** The change right before a comparative: {by} more, {rate} fewer. */
function amountBefore({ first, end, meaning }: Word, sentence: Sentence): Observation | undefined {
  const isThan = isParticle('than', end - 1, sentence)
  const isComparative = meaning === 'more' || meaning === 'less' || isThan
  // {a} is larger than: the figure is what is compared.
  const isCopula = isParticle('be', first - 1, sentence)
  const isWord = (at: number) => /^\p{L}/u.test(sentence.tokens[at]?.text ?? '')
  // {by} a week less than.
  const figure = (isComparative && !isCopula ? [1, 2, ...(isParticle('article', first - 2, sentence) ? [3] : [])] : [1])
    .filter((back) => back === 1 || isWord(first - 1))
    .map((back) => figureAt(sentence, first - back)?.observation)
    .find((one) => one)
  return figure && figure.measure !== 'value' ? figure : undefined
}

/** The change right after a comparative that is said so: 少{by}. */
function amountAfter({ end, meaning }: Word, sentence: Sentence): Observation | undefined {
  const figure = figureAt(sentence, end)?.observation
  const isAmount = figure !== undefined && figure.measure !== 'value' && isParticle('than-amount', end - 1, sentence)
  return isAmount && (meaning === 'more' || meaning === 'less') ? figure : undefined
}

/** The change by which a thing is above, or below, its own past: exceeded the previous year's by {by}. */
function amountBeyond({ first, end }: Word, sentence: Sentence): Observation | undefined {
  const { clauseOf, words, things } = sentence
  // 高于上年同期{by}
  const isBy = (one: number) => isParticle('by', one - 1, sentence) || wordBefore(one, sentence)?.meaning === 'earlier'
  const at = figuresIn(sentence).find((one) => one >= end && isBy(one)) ?? -1
  const isPast = words.some((one) => one.meaning === 'earlier' && one.first >= end && one.end <= at)
  const isOfOther = things.some((name) => name.first >= end && name.first < at)
  const figure = clauseOf[at] === clauseOf[first] ? figureAt(sentence, at)?.observation : undefined
  return isPast && !isOfOther && figure?.measure !== 'value' ? figure : undefined
}

/** Two rates of different things, or two changes, with a comparison between: that is what is compared. */
function stepPair(word: Word, sentence: Sentence): Pair | undefined {
  const { clauseOf } = sentence
  const than = thanAfter(word, sentence)
  // Less strongly (by 6.0%) than.
  const { first, end } = than && than.first >= word.end ? than : word
  const here = figuresIn(sentence).filter((index) => clauseOf[index] === clauseOf[first])
  const inTurn = than ? undefined : stepsInTurn(word, sentence)
  const pair = inTurn ?? [here.findLast((index) => index < first), here.find((index) => index >= end)]
  const [a, b] = pair.flatMap((index) => figureAt(sentence, index ?? -1)?.observation ?? [])
  if (!a || !b || a.measure === 'value' || a.measure !== b.measure || a.series === b.series) return undefined
  // Of two declines the smaller is the one that goes less far down, where the sentence says that they are declines.
  const isUp = [a, b].every(({ quantity }) => !quantity.value.isNegative())
  const isFall = [a, b].every(({ quantity }) => quantity.value.isNegative())
  const isSaid = inTurn ? sentence.words.some(({ meaning }) => meaning === 'down') : has('down', word, sentence)
  const isOneTime = !inTurn || a.period === b.period
  return (isUp || (isFall && isSaid)) && isOneTime && a.quantity.unit === b.quantity.unit ? [a, b] : undefined
}

/** Where two steps stand, the second first: exports rose by {it}, imports faster, by {it}; die Einfuhren mit {it} stärker. */
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

/** A level in per cent, or below zero, that says by itself how something else went, as inflation does of prices: where it stands with a word and is not what is named beside it. */
export function growthAt(index: number, word: Word, sentence: Sentence): Observation | undefined {
  const named = namedBeside(word, sentence)
  const figure = figureAt(sentence, index)?.observation
  if (figure && isSaidAsChange(figure, word, sentence)) return figure
  const isGrowth =
    figure?.measure === 'value' && (figure.quantity.unit === 'percent' || figure.quantity.value.isNegative())
  // Food prices rose 3.7%: the category alone names no rate.
  const isNamed = named !== undefined && !named.category && getIs(index, named, sentence)
  return isGrowth && !isNamed ? figure : undefined
}

/** On which side of zero, or of another mark, a level lies: prices 3.0% higher, if inflation is above zero; a deficit. */
export function growthClaim(side: Side, { key, quantity }: Observation, mark = new Decimal(0)): ClaimText {
  return [side === 'more' ? 'more-than' : 'less-than', key, exactly(mark, quantity.unit)]
}

/** More than ever, or than in any of the three years before. */
function everClaims(side: Side, tied: readonly Observation[], word: Word, sentence: Sentence): Reading {
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

function sinceClaims(side: Side, tied: readonly Observation[], dataset: Dataset): ClaimText[] {
  return movementClaims(side === 'more' ? 'rose' : 'fell', tied.slice(0, 1), dataset)
}

/** The two figures that are compared, the one that is more or less first. */
function comparedPair(word: Word, than: Span | undefined, sentence: Sentence, isPair = isComparable): Pair | undefined {
  const joint = than ?? word
  // A replaced B as the largest: the words have their object in them.
  const within = sentence.things.filter(({ first, end }) => first > joint.first && end < joint.end)
  // Klassische Räder haben E-Bikes überholt: in German the object may stand before.
  const isLast = lexicons[sentence.language].hasCapitalNouns === true && isParticle('overtaking', word.first, sentence)
  const categories = sentence.things.filter(({ category, end }) => category && end <= word.first)
  const overtaken = isLast && categories.length === 2 ? categories[1] : undefined
  const following = namesAfter(joint.end, sentence)
  const nexts = within.length > 0 ? within : overtaken && following.length === 0 ? [overtaken] : following
  const [next] = nexts
  const after = objectFigure(joint.end, sentence) ?? (next && relativeFigure(next.end, sentence))
  // The Greens overtook the Liberals with {greens}: what stands there is the subject's.
  const isSubjects = after !== undefined && isOfOther(observationAt(after, sentence), next)
  const objectIndex = isSubjects ? undefined : after
  const named = (name: Name | undefined, like?: Observation, but?: number) =>
    name && (figureOfNow(name, but) ?? current(name, sentence, like))
  const figureOfNow = (name: Name, but?: number) => {
    const figure = figureNamed(name, sentence, but)
    return figure && isToldOfThen(figure, sentence) ? undefined : figure
  }
  // 园艺比厨具多: what is more stands before what it is compared with.
  const isBefore = nexts[0] !== undefined && nexts[0] === overtaken
  const subject =
    than && than.end <= word.first
      ? { ...word, first: than.first }
      : isBefore
        ? { ...word, first: overtaken.first }
        : word
  const before = subjectFigure(subject, sentence)
  const names = subjectNames(subject, joint, sentence)
  const [near] = names.flatMap((name) => figureNamed(name, sentence) ?? [])
  const objects =
    objectIndex === undefined
      ? nexts.map((name) => named(name, near ?? before ?? figureLike(name, sentence) ?? wholeOf(name, word, sentence)))
      : [observationAt(objectIndex, sentence)]
  const pairs = objects.flatMap((object) => {
    // 医学学生增速快于法学: of a part and its whole, the part is compared with another part.
    const isPart = object !== undefined && Object.keys(object.categories).length > 0
    const parts = isPart ? names.filter(({ category }) => category) : []
    const own = parts.length > 0 ? parts : names
    const subjects = [
      parts.length > 0 && Object.keys(before?.categories ?? {}).length === 0 ? undefined : before,
      ...own.flatMap((name) => [figureNamed(name, sentence, objectIndex, joint.end), current(name, sentence, object)]),
    ]
    return subjects.flatMap((subject): Pair[] => (subject && object ? [[subject, object]] : []))
  })
  // Rents in the North are below the average: of now, where no figure stands.
  const isBare = figuresIn(sentence).length === 0 && isOfNow(sentence)
  // Cheaper than in A it was only in B, {b}.
  const [later, ...more] = joint.first <= 1 ? observationsAt(sentence) : []
  const [object] = objects
  const opening: Pair[] = later && object && more.length === 0 && before === undefined ? [[later, object]] : []
  const isAlike = ([a, b]: Pair) => word.meaning !== 'times' || a.quantity.unit === b.quantity.unit
  const others = [
    ...[againstPair(joint, sentence)].filter((pair) => pair !== undefined),
    ...pairsAround(word, than, sentence).filter(isAlike),
  ]
  const all = [
    ...bracketedPair(word, joint, sentence),
    ...pairs,
    ...opening,
    ...others,
    ...averagePair(joint, near ?? before ?? (isBare ? namedNow(word, sentence) : undefined), sentence),
  ]
  // VAT is the largest of all taxes, ahead of income tax: of the two, and not of all.
  const isOfWhole = ([a, b]: Pair) =>
    a.indicator === b.indicator &&
    Object.keys(a.categories).length === 0 &&
    Object.keys(b.categories).some((id) =>
      sentence.things.some(({ category }) => category?.dimension === id && category.category !== b.categories[id]),
    )
  return all.find((pair) => pair[0].key !== pair[1].key && !isOfWhole(pair) && isPair(pair, sentence))
}

/** More than households, which pay {it}: the one figure of a clause about what stands before it. */
function relativeFigure(end: number, sentence: Sentence): number | undefined {
  const { tokens, clauseOf } = sentence
  const start = /^[,，]$/.test(tokens[end]?.text ?? '') ? end + 1 : end
  const [only, ...others] = figuresIn(sentence).filter((at) => clauseOf[at] === clauseOf[start])
  const isRelative = isParticle('relative', start, sentence) && only !== undefined && others.length === 0
  return isRelative && !isToldOfThen(observationAt(only, sentence), sentence) ? only : undefined
}

/** Whether a figure stands in a clause that says what had been. */
function isToldOfThen(figure: Observation, sentence: Sentence): boolean {
  const { clauseOf, clauses } = sentence
  const at = figuresIn(sentence).find((index) => figureAt(sentence, index)?.observation === figure) ?? -1
  const clause = clauseOf[at]
  const isPast = particlesIn('past-perfect', sentence).some((one) => one < at && clauseOf[one] === clause)
  return isPast && clauses[clause ?? 0]?.isWithin === true
}

/** Whether a figure is of another category than the one that is named. */
function isOfOther({ categories }: Observation, name: Name | undefined): boolean {
  const own = name?.category && categories[name.category.dimension]
  return own !== undefined && own !== name?.category?.category
}

/** {a}, a larger share than the average, above the national rate: of one category, the figure of all. */
function averagePair({ end }: Span, own: Observation | undefined, sentence: Sentence): Pair[] {
  const { observations } = sentence.dataset
  const [only, ...more] = own ? Object.keys(own.categories) : []
  const whole =
    own && only && more.length === 0
      ? observations.get(observationKey(own.indicator, own.measure, own.period))
      : undefined
  if (!own || !whole) return []
  // 高于全市平均水平: a Chinese word is two tokens, as a rule.
  const most = sentence.language === 'zh' ? 5 : 2
  const isPrinted = (at: number) => sentence.tokens.slice(at, at + 5).some(({ figure }) => figure)
  const isNear = (at: number, most: number) => at >= end - 1 && at <= end + most && !isPrinted(at)
  // As likely to be out of work as people overall.
  const isOfAll =
    particlesIn('norm', sentence).some((at) => isNear(at, most)) ||
    particlesIn('overall', sentence).some((at) => isNear(at, 7)) ||
    isWholeAt(end, sentence)
  return isOfAll ? [[own, whole]] : []
}

/** Than in Alland as a whole, 高于全省: whether all that the figures are of is named at a place, or after a small word. */
function isWholeAt(from: number, sentence: Sentence): boolean {
  const { tokens, dataset, language } = sentence
  const totals = [...dataset.dimensions.values()].map(({ total }) => total)
  const names = [dataset.report.geography, ...totals].flatMap((text) => text[language] ?? [])
  const begins = (at: number, name: string) =>
    getTokens(name).every(({ text }, after) => tokens[at + after]?.text === text)
  const isPlain = (at: number) =>
    at === from || isSmall(tokens[at - 1]?.text ?? '', language) || isParticle('apart', at - 1, sentence)
  return [from, from + 1, from + 2].some((at) => isPlain(at) && names.some((name) => begins(at, name)))
}

/** More knees ({a}) than hips ({b}). */
function bracketedPair({ end }: Word, joint: Span, sentence: Sentence): Pair[] {
  const { tokens } = sentence
  const bracketed = figuresIn(sentence).filter((at) => /^[(（]$/.test(tokens[at - 1]?.text ?? ''))
  // More were decided than came ({a} decisions, {b} applications).
  const after = figuresIn(sentence).filter((at) => at > joint.end)
  const [first = -1, second = -1] = after
  const marks = tokens.slice(first, second).map(({ text }) => text)
  const isOneBracket =
    bracketed.includes(first) &&
    marks.some((mark) => /^[,，]$/.test(mark)) &&
    !marks.some((mark) => /^[)）]$/.test(mark))
  const [one, other] = isOneBracket && after.length === 2 ? observationsAt(sentence, after) : []
  if (one && other && one.series !== other.series && one.period === other.period && joint.first >= end)
    return [[one, other]]
  // Almost as many knees ({a}) as hips ({b}).
  const isAfter = joint.first < end
  const [a, b] = isAfter
    ? bracketed.filter((at) => at > end)
    : [bracketed.find((at) => at > end && at < joint.first), bracketed.find((at) => at > joint.end)]
  // More than in June ({a}) and more than in March ({b}): each against what is now.
  const isAgain = sentence.words.some(
    ({ meaning, first }) => compares.has(meaning) && first > (a ?? 0) && first < (b ?? 0),
  )
  return a === undefined || b === undefined || isAgain ? [] : [[observationAt(a, sentence), observationAt(b, sentence)]]
}

type Pair = readonly [Observation, Observation]

/** A level against that of a year that is named: longer than in 2024; of several of that year the one that is furthest on the other side. */
function yearPair(than: Span, tied: readonly Observation[], side: Side, sentence: Sentence): Pair | undefined {
  const { dataset } = sentence
  const { observations } = dataset
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
  const before = (level && then && observations.get(observationKey(level.series, 'value', then))) ?? furthest
  return level?.measure === 'value' && before && comparePeriods(before.period, level.period) < 0
    ? [level, before]
    : undefined
}

/** A level of the past that is compared with what is said of no other figure: now above the 37.3 hours of 2019, shorter than in 2023, when there were {it}. */
function pastPair({ end }: Span, sentence: Sentence): Pair | undefined {
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

/** More A (its figure) than B (its figure). */
function pairsAround(word: Word, than: Span | undefined, sentence: Sentence): Pair[] {
  const isMultiple = word.meaning === 'times'
  const clause = sentence.clauseOf[word.first]
  const [first, second] = figuresIn(sentence).filter(
    (index) => index >= word.first && (isMultiple || sentence.clauseOf[index] === clause),
  )
  if (first === undefined || second === undefined || (!isMultiple && (!than || first > than.first))) return []
  return [[observationAt(first, sentence), observationAt(second, sentence)]]
}

/** More food was imported than exported last year, {imports} compared with {exports}; levels have been surpassed: {visits} against {visits of 2019}: two figures that stand together after a comparison. */
export function againstPair({ end }: Span, sentence: Sentence): Pair | undefined {
  const { tokens, words } = sentence
  const [first = 0, second] = figuresIn(sentence).filter((at) => at >= end)
  // {women} of them, as opposed to {men}.
  const than = words.find((word) => word.meaning === 'than' && word.end === second && word.first > first)
  // {a} cases, after {b}: the comma is none.
  const link = than?.first ?? (isParticle('against', (second ?? 0) - 1, sentence) ? (second ?? 0) - 1 : undefined)
  const until = link === undefined ? second : link - 1
  const isApart = tokens.slice(first, until).some(({ text }) => /^[,，;；]$/.test(text))
  const isMark = (at: number) => /^[,，(（:：]$/.test(tokens[at]?.text ?? '')
  // …, with {a} completed as against {b}.
  const isOpening = isMark(first - 1) || (isMark(first - 2) && isParticle('apart', first - 1, sentence))
  const isColon = isColonPair(end, first, second, sentence)
  if (second === undefined || (isApart && !isColon) || !(isColon || isOpening)) return undefined
  // As many homes as councils ({a} and {b}).
  const isPair = isMark(first - 1) && second === first + 2 && isParticle('and', first + 1, sentence)
  if (!isColon && !isPair && link === undefined) return undefined
  const [a, b] = [first, second].map((at) => observationAt(at, sentence))
  // Two cost less than a year earlier: {a} and {b}.
  const isThen = words.some((one) => one.meaning === 'earlier' && one.first === end) && a?.series !== b?.series
  return a && b && !isThen && isComparable([a, b], sentence) ? [a, b] : undefined
}

/** More often than the elderly: {young} young people, {old} elderly. */
function isColonPair(end: number, first: number, second: number | undefined, sentence: Sentence): boolean {
  const { tokens, words } = sentence
  const colon = tokens.findIndex(({ text }, at) => at >= end && /^[:：]$/.test(text))
  const isOther = words.some((one) => one.first > colon && /^(?:up|down)$/.test(one.meaning))
  const isThan = tokens.some((_, at) => at >= end - 1 && at < colon && isParticle('than', at, sentence))
  return colon >= 0 && colon < first && isThan && !isOther && second === figuresIn(sentence).at(-1)
}

/** Of one unit, or two counts: visits outnumber loans; a change, and what is called one: {by} against {the net increase}. */
function isComparable([a, b]: Pair, { dataset, language }: Sentence): boolean {
  const isChange = ({ measure, indicator }: Observation) =>
    measure === 'change' || baseWords[language].change.test(dataset.indicators.get(indicator)?.label[language] ?? '')
  const isCounts = [a, b].every(({ quantity }) => !isPercentage(quantity.unit)) && a.measure === 'value'
  const isAlike = a.measure === b.measure || [a, b].every(isChange)
  return isAlike && (a.quantity.unit === b.quantity.unit || (isCounts && b.measure === 'value'))
}

/** The figure after what joins it, with a few words between that say nothing of figures: overtaken their old level of, below the peak of. */
function objectFigure(from: number, sentence: Sentence): number | undefined {
  const { tokens, words } = sentence
  // A Chinese word is two tokens, as a rule, and a clause may stand before its noun.
  const isHan = /\p{Script=Han}/u.test(tokens[from]?.text ?? '')
  const isSmall = ({ meaning }: Word) => /^(?:earlier|record|lowest)$/.test(meaning) || (isHan && meaning === 'verb')
  // Übertraf mit {it} den Vorjahreswert: the subject's own.
  if (isParticle('along-with', from, sentence)) return undefined
  for (let index = from; index < Math.min(from + (isHan ? 12 : 8), tokens.length); index++) {
    if (tokens[index]?.figure) return index
    if (/^[(（]$/.test(tokens[index]?.text ?? '')) return bracketed(index, from, sentence)
    const isOther = words.some((word) => word.first === index && !isSmall(word))
    if (isOther || !/^[\p{L}\p{Nd}]/u.test(tokens[index]?.text ?? '')) return undefined
  }
  return undefined
}

/** The one figure of a bracket, after what it is of: longer than women ({women}); after a time it is left open whose that of now is. */
function bracketed(open: number, from: number, sentence: Sentence): number | undefined {
  const close = sentence.tokens.findIndex(({ text }, at) => at > open && /^[)）]$/.test(text))
  const [only, ...others] = figuresIn(sentence).filter((at) => at > open && at < close)
  if (only !== open + 1 || others.length > 0 || open === from) return undefined
  const isTime = sentence.words.some(({ meaning, first }) => meaning === 'earlier' && first >= from && first < open)
  return isTime && observationAt(only, sentence).period === sentence.dataset.report.period ? undefined : only
}

/** What is named right after, and a category of it before the whole: readers in the plains. */
function namesAfter(from: number, { things }: Sentence): Name[] {
  const [next, ...others] = things.filter(({ first }) => first >= from && first - from <= 4)
  const category = others.find((name) => name.category && !next?.category)
  return [category, next].filter((name) => name !== undefined)
}

/** The last figure before the comparison, if near or the only one: student loans, at {it}, form the smallest part of debt, well behind consumer credit. */
function subjectFigure(word: Word, sentence: Sentence): Observation | undefined {
  const figures = figuresIn(sentence).filter((one) => !isAside(one, sentence))
  // {it}, more than in June ({then}) and more than in September: what is in brackets and compared with takes no room.
  const asides = figuresIn(sentence).filter((one) => one < word.first && !figures.includes(one))
  const from = Math.min(word.first, ...asides)
  const isNear = (one: number) => from - one <= 8 || figuresIn(sentence).length === 1
  const index = figures.findLast((one) => one < word.first && isNear(one))
  return index === undefined ? undefined : observationAt(index, sentence)
}

/** Whether a figure stands alone in brackets after what another before it is compared with. */
function isAside(index: number, sentence: Sentence): boolean {
  const isIn = [index - 1, index + 1].every((at) => /^[()（）]$/.test(sentence.tokens[at]?.text ?? ''))
  const before = figuresIn(sentence).findLast((at) => at < index)
  return isIn && before !== undefined && isComparedBetween(before, index, sentence)
}

/** The things named before the comparison, nearest first, or between more and than: more volunteers than. */
function subjectNames(word: Word, joint: Span, { things: names }: Sentence): Name[] {
  const before = names.filter(({ end }) => end <= word.first && word.first - end <= 6)
  const within = names.filter(({ first, end }) => first >= word.end && end <= joint.first)
  return [...before.toReversed(), ...within.toReversed()]
}

/** The level of a name that a sentence prints; no level of then that stands after a place, where what it is compared with does. */
function figureNamed(name: Name, sentence: Sentence, but?: number, until?: number): Observation | undefined {
  const isThen = (one: number) =>
    but !== undefined &&
    until !== undefined &&
    one > until &&
    observationAt(one, sentence).series === observationAt(but, sentence).series
  const index = figuresIn(sentence).find(
    (one) =>
      one !== but && !isThen(one) && getIs(one, name, sentence) && observationAt(one, sentence).measure === 'value',
  )
  return index === undefined ? undefined : observationAt(index, sentence)
}

/** A figure of the sentence that is broken down as a named category is. */
function figureLike({ category }: Name, sentence: Sentence): Observation | undefined {
  return observationsAt(sentence).find(({ categories }) => category && categories[category.dimension] !== undefined)
}

/** The whole of the one thing that a sentence without figures names, and that is broken down as a named category is: the rate is higher on the coast than in the hills. Of more women than men, or adults, a rate does not tell. */
function wholeOf({ category }: Name, { end, meaning }: Word, sentence: Sentence): Observation | undefined {
  const { names, tokens, things, dataset, language } = sentence
  if (!category || tokens.some(({ figure }) => figure)) return undefined
  const ids = names.length === 0 ? onlyBrokenDownBy(category, dataset) : names.flatMap(({ indicators }) => indicators)
  const [only = '', ...others] = new Set(ids.filter((id) => findObservation(dataset, `${id}[${category.category}]`)))
  const { unit = '', denominator } = dataset.indicators.get(only) ?? {}
  const counted = tellingWords(denominator?.[language] ?? '', language)
  const isNext = things.some((one) => one.category && one.first === end) || counted.includes(tokens[end]?.stem ?? '')
  const isCount = isNext && (meaning === 'more' || meaning === 'less')
  if (others.length > 0 || (isCount && isPercentage(unit))) return undefined
  return findObservation(dataset, only) ?? findObservation(dataset, `${only}[${category.category}]`)
}

/** The level of a named thing in the report's period, or its change where another figure is one; of a category that of the same indicator as another figure. */
export function current(name: Name, sentence: Sentence, like: Observation | undefined): Observation | undefined {
  const { dataset } = sentence
  const { category, indicators } = name
  const then = onlyTime(sentence)
  const isWhole = like !== undefined && Object.keys(like.categories).length === 0
  const isAlike = category && like && (isWhole || like.categories[category.dimension] !== undefined)
  const levels = (isAlike ? [seriesIn(like.indicator, category, sentence, like)] : indicators).flatMap((series) => {
    // The fall of {by} was smaller than that in garden visits.
    const moved = like && like.measure !== 'value' ? observationKey(series, like.measure, like.period) : ''
    const level = then
      ? dataset.observations.get(observationKey(series, 'value', then))
      : findObservation(dataset, series)
    return dataset.observations.get(moved) ?? level ?? []
  })
  // Urban and rural, of several indicators each.
  const alike = levels.filter((one) => levels.length === 1 || one.quantity.unit === like?.quantity.unit)
  return alike.length > 1 ? undefined : alike[0]
}

/** In 2021 there had still been more births than deaths: the one time that a sentence without figures is about, where it is not the report's own. */
const onlyTime = derived((sentence: Sentence): Period | undefined => {
  const [only, ...others] = namedPeriods(sentence)
  const isOfThen = others.length === 0 && figuresIn(sentence).length === 0 && basesOf(sentence).length === 0
  return isOfThen && !isOfNow(sentence) ? only?.period : undefined
})

function observationAt(index: number, sentence: Sentence): Observation {
  const figure = figureAt(sentence, index)
  if (!figure) throw new Error(`no figure at token ${index}`)
  return figure.observation
}

/** Whether a comparative stands right before a noun whose figure is printed: a smaller budget. */
function isAttribute({ end, meaning }: Word, sentence: Sentence): boolean {
  if (meaning !== 'more' && meaning !== 'less') return false
  return sentence.names.some(({ first }) => first === end) || /^[,(（，:：]$/.test(sentence.tokens[end]?.text ?? '')
    ? true
    : sentence.tokens[end] !== undefined && /^\p{L}/u.test(sentence.tokens[end]?.text ?? '')
}
