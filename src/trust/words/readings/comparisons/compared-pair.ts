import { observationKey } from '../../../../dataset/figure/reference.ts'
import { isPercentage } from '../../../../dataset/figure/unit/unit.ts'
import { findObservation } from '../../../../dataset/find.ts'
import type { Observation, Period } from '../../../../dataset/types.ts'
import { baseWords } from '../../../../locale/words/bases.ts'
import { lexicons } from '../../../../locale/words/lexicons.ts'
import { derived } from '../../../../memory/derived.ts'
import { getBases } from '../../bases.ts'
import { type Name, tellingWords } from '../../names.ts'
import { isComparedBetween } from '../../others/naming.ts'
import { isParticle, particlesIn } from '../../particles.ts'
import { isSmall, type Word } from '../../read-words.ts'
import { figuresIn, isOfNow, namedPeriods, observationsAt, type Sentence, tokenFigure } from '../../sentences.ts'
import { getIs, isCalled, namedNow, onlyBrokenDownBy, seriesInCategory } from '../../tie-figures.ts'
import { getTokens } from '../../tokens.ts'
import { type ClaimText, getSize } from '../word-claims.ts'

/** Which way a comparison goes. */
export type WordedSide = 'more' | 'less'

/** Which way a word goes: was exceeded by turns it round. */
export function getSide(word: Word, sentence: Sentence): WordedSide {
  const isMore = word.meaning === 'more' || word.meaning === 'above'
  return isMore !== isPassive(word, sentence) ? 'more' : 'less'
}

/** That a figure is above or below another, as a word says it. */
export function compared(side: WordedSide, [a, b]: WordedPair): ClaimText {
  return [side === 'more' ? 'more-than' : 'less-than', ...sizes(a, b)]
}

/** Of two falls the larger is the one that goes further down. */
export function sizes(a: Observation, b: Observation): [string, string] {
  const isFall = a.measure !== 'value' && [a, b].every(({ quantity }) => quantity.value.isNegative())
  return isFall ? [getSize(a), getSize(b)] : [a.key, b.key]
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

/** From a token up to, not with, another. */
export interface WordedSpan {
  first: number
  end: number
}

/** The word that names what is compared with: within the word itself (more than), or after it. */
export function thanAfter(word: Word, sentence: Sentence): WordedSpan | undefined {
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
  if (!/\p{Script=Han}/u.test(sentence.tokens[verb]?.text ?? '')) return undefined
  const at = particlesIn('passive', sentence).findLast((at) => at < verb) ?? -1
  const isOne = !sentence.tokens.slice(at, verb).some(({ text }) => /^[,，;；]$/.test(text))
  return at >= 0 && isOne ? at : undefined
}

/** What words that compare may mean. */
export const compares: ReadonlySet<Word['meaning']> = new Set(['more', 'less', 'above', 'below', 'faster', 'slower'])

/** Whether the clause of a word has one of a meaning. */
export function has(meaning: Word['meaning'], word: Word, { words, clauseOf }: Sentence): boolean {
  return words.some((other) => other.meaning === meaning && clauseOf[other.first] === clauseOf[word.first])
}

/** The two figures that are compared, the one that is more or less first. */
export function comparedPair(
  word: Word,
  than: WordedSpan | undefined,
  sentence: Sentence,
  isPair = isComparable,
): WordedPair | undefined {
  const joint = than ?? word
  // A replaced B as the largest: the words have their object in them.
  const within = sentence.things.filter(({ first, end }) => first > joint.first && end < joint.end)
  // Klassische Räder haben E-Bikes überholt: in German the object may stand before.
  const isLast = lexicons[sentence.language].hasCapitalNouns === true && isParticle('overtaking', word.first, sentence)
  const categories = sentence.things.filter(({ category, end }) => category && end <= word.first)
  const overtaken = isLast && categories.length === 2 ? categories[1] : undefined
  // Mit {it} übertraf die Mosel die Pfalz: the subject stands after the verb.
  const own = isVerbSecond(word, sentence) ? subjectFigure(word, sentence) : undefined
  const inverted = namesAfter(joint.end, sentence)
  const isOwn = inverted.length > 0 && inverted.every((name) => own && isCalled(own.series, name))
  const following = isOwn ? namesAfter(Math.max(...inverted.map(({ end }) => end)), sentence) : inverted
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
      ? nexts.map((name) => named(name, near ?? before ?? figureLike(name, sentence) ?? getWhole(name, word, sentence)))
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
    return subjects.flatMap((subject): WordedPair[] => (subject && object ? [[subject, object]] : []))
  })
  // Rents in the North are below the average: of now, where no figure stands.
  const isBare = figuresIn(sentence).length === 0 && isOfNow(sentence)
  // Cheaper than in A it was only in B, {b}.
  const [later, ...more] = joint.first <= 1 ? observationsAt(sentence) : []
  const [object] = objects
  const opening: WordedPair[] = later && object && more.length === 0 && before === undefined ? [[later, object]] : []
  const isAlike = ([a, b]: WordedPair) => word.meaning !== 'times' || a.quantity.unit === b.quantity.unit
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
  const found = all.find(
    (pair) => pair[0].key !== pair[1].key && !isOfOwnWhole(pair, sentence) && isPair(pair, sentence),
  )
  return found && inPlace(found, word, sentence)
}

/** Whether a verb stands right after what opens a German sentence with a figure: Mit {it} übertraf. */
function isVerbSecond({ first }: Word, sentence: Sentence): boolean {
  const { hasCapitalNouns } = lexicons[sentence.language]
  return (
    hasCapitalNouns === true && isParticle('along-with', 0, sentence) && tokenFigure(sentence, first - 1) !== undefined
  )
}

/** In the North spending grew faster than income: two wholes, of which no figure stands, are of the one place named. */
function inPlace(pair: WordedPair, word: Word, sentence: Sentence): WordedPair {
  const { things, clauseOf, dataset } = sentence
  const places = things.filter(({ category, first }) => category && clauseOf[first] === clauseOf[word.first])
  const [{ category } = {}] = places
  const isBare =
    figuresIn(sentence).length === 0 && pair.every(({ categories }) => Object.keys(categories).length === 0)
  if (!isBare || !category || places.length > 1 || pair[0].indicator === pair[1].indicator) return pair
  const [a, b] = pair.map(({ indicator, measure, period }) =>
    dataset.observations.get(observationKey(`${indicator}[${category.category}]`, measure, period)),
  )
  return a && b ? [a, b] : pair
}

/** VAT is the largest of all taxes, ahead of income tax: of the two, and not of all. */
function isOfOwnWhole([a, b]: WordedPair, { things }: Sentence): boolean {
  return (
    a.indicator === b.indicator &&
    Object.keys(a.categories).length === 0 &&
    Object.keys(b.categories).some((id) =>
      things.some(({ category }) => category?.dimension === id && category.category !== b.categories[id]),
    )
  )
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
  const at = figuresIn(sentence).find((index) => tokenFigure(sentence, index)?.observation === figure) ?? -1
  const clause = clauseOf[at]
  const isPast = particlesIn('past-perfect', sentence).some((one) => one < at && clauseOf[one] === clause)
  return isPast && clauses[clause ?? 0]?.isWithin === true
}

/** Whether a figure is of another category than the one that is named. */
export function isOfOther({ categories }: Observation, name: Name | undefined): boolean {
  const own = name?.category && categories[name.category.dimension]
  return own !== undefined && own !== name?.category?.category
}

/** {a}, a larger share than the average, above the national rate: of one category, the figure of all. */
export function averagePair({ end }: WordedSpan, own: Observation | undefined, sentence: Sentence): WordedPair[] {
  const [only, ...more] = own ? Object.keys(own.categories) : []
  const whole =
    own && only && more.length === 0
      ? sentence.dataset.observations.get(observationKey(own.indicator, own.measure, own.period))
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
function bracketedPair({ end }: Word, joint: WordedSpan, sentence: Sentence): WordedPair[] {
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

/** What is compared, and with what. */
export type WordedPair = readonly [Observation, Observation]

/** More A (its figure) than B (its figure). */
function pairsAround(word: Word, than: WordedSpan | undefined, sentence: Sentence): WordedPair[] {
  const isMultiple = word.meaning === 'times'
  const clause = sentence.clauseOf[word.first]
  const [first, second] = figuresIn(sentence).filter(
    (index) => index >= word.first && (isMultiple || sentence.clauseOf[index] === clause),
  )
  if (first === undefined || second === undefined || (!isMultiple && (!than || first > than.first))) return []
  return [[observationAt(first, sentence), observationAt(second, sentence)]]
}

/**
 * Two figures together after a comparison: more food was imported than exported, {imports} compared with {exports};
 * levels have been surpassed: {visits} against {visits of 2019}.
 */
export function againstPair({ end }: WordedSpan, sentence: Sentence): WordedPair | undefined {
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

/** Of one unit, or two counts: visits outnumber loans; a change and what is called one: {by} and {the net increase}. */
export function isComparable([a, b]: WordedPair, { dataset, language }: Sentence): boolean {
  const isChange = ({ measure, indicator }: Observation) =>
    measure === 'change' || baseWords[language].change.test(dataset.indicators.get(indicator)?.label[language] ?? '')
  const isCounts = [a, b].every(({ quantity }) => !isPercentage(quantity.unit)) && a.measure === 'value'
  const isAlike = a.measure === b.measure || [a, b].every(isChange)
  return isAlike && (a.quantity.unit === b.quantity.unit || (isCounts && b.measure === 'value'))
}

/** The figure after its joining word, past a few words that say nothing of figures: below the peak of. */
export function objectFigure(from: number, sentence: Sentence): number | undefined {
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

/** The one figure of a bracket, after what it is of: longer than women ({women}); none of now after a time. */
function bracketed(open: number, from: number, sentence: Sentence): number | undefined {
  const close = sentence.tokens.findIndex(({ text }, at) => at > open && /^[)）]$/.test(text))
  const [only, ...others] = figuresIn(sentence).filter((at) => at > open && at < close)
  if (only !== open + 1 || others.length > 0 || open === from) return undefined
  const isTime = sentence.words.some(({ meaning, first }) => meaning === 'earlier' && first >= from && first < open)
  return isTime && observationAt(only, sentence).period === sentence.dataset.report.period ? undefined : only
}

/** What is named right after, and a category of it before the whole: readers in the plains. */
export function namesAfter(from: number, { things }: Sentence): Name[] {
  const [next, ...others] = things.filter(({ first }) => first >= from && first - from <= 4)
  const category = others.find((name) => name.category && !next?.category)
  return [category, next].filter((name) => name !== undefined)
}

/** The last figure before the comparison, if near or the only one: student loans, at {it}, well behind credit. */
export function subjectFigure(word: Word, sentence: Sentence): Observation | undefined {
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
export function subjectNames(word: Word, joint: WordedSpan, { things: names }: Sentence): Name[] {
  const before = names.filter(({ end }) => end <= word.first && word.first - end <= 6)
  const within = names.filter(({ first, end }) => first >= word.end && end <= joint.first)
  return [...before.toReversed(), ...within.toReversed()]
}

/** A name's printed level; not one of then right after a place, where what it is compared with stands so. */
export function figureNamed(name: Name, sentence: Sentence, but?: number, until?: number): Observation | undefined {
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

/**
 * The whole of the one thing named, without figures, that is broken down as a category is:
 * the rate is higher on the coast than in the hills. Of more women than men, or adults, a rate does not tell.
 */
function getWhole({ category }: Name, { end, meaning }: Word, sentence: Sentence): Observation | undefined {
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

/** A named thing's level in the report's period, or its change if `like` is one; of a category, by its indicator. */
export function current(name: Name, sentence: Sentence, like: Observation | undefined): Observation | undefined {
  const { dataset } = sentence
  const { category, indicators } = name
  const then = onlyTime(sentence)
  const isWhole = like !== undefined && Object.keys(like.categories).length === 0
  const isAlike = category && like && (isWhole || like.categories[category.dimension] !== undefined)
  // Exports of the West, {it}, are twice its imports.
  const isIts = like && !category && isParticle('pronoun', name.first - 1, sentence)
  const own = isIts ? indicators.map((id) => like.series.replace(like.indicator, id)) : indicators
  const levels = (isAlike ? [seriesInCategory(like.indicator, category, sentence, like)] : own).flatMap((series) => {
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

/** The one time, not the report's, of a sentence without figures: in 2021 there were still more births than deaths. */
const onlyTime = derived((sentence: Sentence): Period | undefined => {
  const [only, ...others] = namedPeriods(sentence)
  const isOfThen = others.length === 0 && figuresIn(sentence).length === 0 && getBases(sentence).length === 0
  return isOfThen && !isOfNow(sentence) ? only?.period : undefined
})

/** The observation of the figure at a token; there is one. */
export function observationAt(index: number, sentence: Sentence): Observation {
  const figure = tokenFigure(sentence, index)
  if (!figure) throw new Error(`no figure at token ${index}`)
  return figure.observation
}
