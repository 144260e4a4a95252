import { isPercentage, percent } from '../../dataset/figure/unit/unit.ts'
import { groupBy } from '../../dataset/group-by.ts'
import type { Indicator, Observation } from '../../dataset/types.ts'
import type { Claim } from '../../document/claim/claim.ts'
import type { Language } from '../../locale/languages.ts'
import type { Locale } from '../../locale/types.ts'
import { lexicons } from '../../locale/words/lexicons.ts'
import { constants } from '../../memory/derived.ts'
import { getBases } from './bases.ts'
import { type JudgedWord, judgeWord, narrowsNothing } from './judge-words.ts'
import { type Name, nameWords, tellingWords } from './names.ts'
import { withUnprinted } from './others/unprinted.ts'
import { isFirst, isParticle } from './particles.ts'
import { entries, isComparison, type Word } from './read-words.ts'
import { ofOwnWays } from './readings/gaps.ts'
import { numberAt } from './readings/groups.ts'
import { isResidualCategory } from './readings/word-claims.ts'
import { isOfNow, observationsAt, type Sentence, wordAt } from './sentences.ts'
import { extremes, movements } from './tie-figures.ts'
import { getTokens } from './tokens.ts'
import { unitsAt } from './touching.ts'

/**
 * What a sentence without a figure says by no name but a list's or its members': two operators lost customers.
 * It is of each indicator broken down so, or of the one of the figures before. One that bears it out is enough;
 * where one of them cannot decide it, nobody knows what is meant.
 */
export function judgeGroups(sentence: Sentence, before: readonly Observation[], locale: Locale): JudgedWord[] {
  const { dataset, lists, things, names } = sentence
  if ((!isOfNow(sentence) && getBases(sentence).length === 0) || names.length > 0) return []
  const called = judgeCalled(sentence, locale)
  if (called.length > 0 || things.length + lists.length === 0) return called
  const dimension = getDimension(sentence)
  const isBroken = (id: string) => dataset.indicators.get(id)?.dimensions.includes(dimension) === true
  const named = calledIn(0, sentence.tokens.length, sentence)?.indicators ?? []
  const own = named.length > 0 ? named : before.map(({ indicator }) => indicator)
  const printed = [...new Set(own.filter(isBroken))]
  const meant = printed.length > 0 ? printed : [...dataset.indicators.keys()].filter(isBroken)
  if (printed.length > 1) return []
  const asked = meant.flatMap((indicator) => judgeGroupOf(indicator, sentence, locale))
  const leading = meant.filter((id) => isNumberOf(dataset.indicators.get(id)))
  return [...groupBy(asked, ({ word }) => word.first).values()].flatMap((ofWord) => {
    // Dunes is ahead of Alto: if only one of two things so counted can tell, nobody knows which it is; no price leads.
    const asking = isPlace(ofWord[0].word) ? leading : meant
    return ofWord.length < asking.length
      ? []
      : (ofWord.find(({ claims }) => claims.every(({ verdict }) => verdict === 'holds')) ?? ofWord.slice(0, 1))
  })
}

/** The list that a sentence names, or of which it names a member. */
function getDimension({ lists, things }: Sentence): string {
  const [first = ''] = [...lists, ...things].flatMap(
    ({ dimension, category }) => dimension ?? category?.dimension ?? [],
  )
  return first
}

/** Whether a word puts one thing before or behind another. */
function isPlace(word: Word | undefined): boolean {
  return /^(?:above|below|alike)$/.test(word?.meaning ?? '')
}

/** Whether an indicator is a number of things, money or a part of a whole, of which one may have more than another. */
function isNumberOf(own: Indicator | undefined): boolean {
  return own?.type !== 'ratio' || (own.unit === percent.id && own.denominator !== undefined)
}

/** Satisfaction down, trust up: of the one thing with that in its name, broken down by what stands with it. */
function judgeCalled(sentence: Sentence, locale: Locale): JudgedWord[] {
  const all = calledIn(0, sentence.tokens.length, sentence)
  return sentence.words.flatMap((word) => {
    const [from, until] = partAround(word, sentence)
    const isHere = sentence.calledBy.slice(from, until).some(({ length }) => length > 0)
    const name = isHere ? calledIn(from, until, sentence) : all && { ...all, first: word.first, end: word.first }
    if (!name || (word.first <= name.first && name.first < word.end) || isOwnNoun(word, sentence)) return []
    if (!sentence.tokens.slice(from, until).every((_, at) => narrowsNothing(from + at, sentence))) return []
    const things = [...sentence.things, name].toSorted((a, b) => a.first - b.first)
    const judged = judgeWord(word, { ...sentence, names: [name], things }, locale)
    return judged.claims.length > 0 ? [judged] : []
  })
}

/**
 * Judges words of a sentence without a figure as if the figures of what it names were printed: true ones hold;
 * false ones are wrong only where all that is said with them is known.
 */
export function judgeUnprinted(judged: readonly JudgedWord[], sentence: Sentence, locale: Locale): JudgedWord[] {
  const unprinted = withUnprinted(sentence, calledIn(0, sentence.tokens.length, sentence))
  if (!unprinted) return [...judged]
  const printing = ofOwnWays(unprinted)
  return judged.map((one) => {
    const { word } = one
    const read = printing.words[sentence.words.findIndex(({ first }) => first === word.first)]
    if (one.claims.length > 0 || !read || isOwnNoun(word, sentence) || isOfSeveral(read, printing)) return one
    const { claims } = judgeWord(read, printing, locale)
    if (claims.length === 0 || !isOfPart(claims, word, sentence)) return one
    const [, until] = partAround(word, sentence)
    const isKnown = sentence.tokens.slice(0, until).every((_, at) => isKnownBeside(at, sentence))
    const isWithin = sentence.clauses[sentence.clauseOf[word.first] ?? 0]?.isWithin === true
    const isBorneOut = claims.every(({ verdict }) => verdict === 'holds')
    return isBorneOut || (isKnown && !isWithin) ? { ...one, claims, isLoose: false } : one
  })
}

/** Whether claims are of what the part of a sentence around a word names, or of what it goes on about. */
function isOfPart(claims: readonly Claim[], word: Word, sentence: Sentence): boolean {
  const { calledBy, names, things } = sentence
  // Loans less visits.
  if (names.some(({ end }) => end === word.first) && names.some(({ first }) => first === word.end)) return false
  const [from, until] = partAround(word, sentence)
  const textOf = claims.map(({ text }) => text).join(' ')
  const categories = new Set(textOf.match(/(?<=\[)[^\]]+/g))
  // All of the growth came from trams, for the buses lost passengers: not of what only a later part names.
  if (categories.size === 1 && things.some((one) => one.first >= until && categories.has(one.category?.category ?? '')))
    return false
  // More inspections, fewer notices; fewer vessels, more fish, where vessels are fishing vessels.
  const called = calledBy.slice(from, until).filter(({ length }) => length > 0)
  const isNamed = things.some(({ first }) => first >= from && first < until)
  const isOfCalled = called.some((ids) => ids.some((id) => new RegExp(`\\b${id}[@.[]`).test(textOf)))
  return called.length === 0 || (isOfCalled && (isNamed || calledIn(from, until, sentence) !== undefined))
}

/** A and B make up two thirds, the fall slows, 增长逾两成: what is said of several figures together, or of no level. */
function isOfSeveral({ meaning, first, end }: Word, sentence: Sentence): boolean {
  const isOfStep =
    sentence.language === 'zh' &&
    sentence.words.some(({ end, ...one }) => movements.test(one.meaning) && end <= first && first - end <= 4)
  const isOfMany = [sentence.names, sentence.things.filter(({ category }) => category)].some(({ length }) => length > 1)
  if (meaning === 'share') return isOfStep || isOfMany
  // Gains ground, though by less each year: of how far it went.
  if (isComparison({ meaning }) && isParticle('by', first - 1, sentence)) return true
  // More women than men: how many they are no share tells.
  const isPart = sentence.things.some((one) => one.category && one.first === end)
  if (/^(?:more|less)$/.test(meaning) && isPart)
    return observationsAt(sentence).some(({ quantity }) => isPercentage(quantity.unit))
  // Growth accelerated; but not the fall slows, nor a slow recovery.
  const isPace = meaning === 'slowed' || meaning === 'gained-pace'
  const ways = sentence.words.filter((one) => one.meaning === 'up' || one.meaning === 'down')
  if (isPace) return ways.length === 0 || ways.some((one) => one.meaning !== 'up' || one.first > first)
  // Each person is counted once.
  return meaning === 'all'
}

/** Whether a token is known, a number, a list or a word for what is left out. */
function isKnownBeside(at: number, sentence: Sentence): boolean {
  return (
    narrowsNothing(at, sentence) ||
    numberAt(at, sentence) !== undefined ||
    isFirst(at, sentence) ||
    isAkin(at, sentence) ||
    bothOf(sentence.language).has(sentence.tokens[at]?.text ?? '') ||
    (['as-well', 'except', 'except-for', 'only', 'together'] as const).some((kind) => isParticle(kind, at, sentence)) ||
    sentence.lists.some(({ first, end }) => first <= at && at < end)
  )
}

/** The one thing that has all words in its name that a part of a sentence calls it by, with the last of them. */
export function calledIn(
  from: number,
  until: number,
  { calledBy, tokens, things, lists, dataset, language }: Sentence,
): Name | undefined {
  const said = calledBy.flatMap((ids, at) => (at >= from && at < until && ids.length > 0 ? [at] : []))
  const last = said.at(-1) ?? -1
  const dimensions = [...things, ...lists].flatMap(({ category, dimension = category?.dimension, first }) =>
    dimension !== undefined && first >= from && first < until ? dimension : [],
  )
  const indicators = new Set(calledBy[last])
  const fitting = [...indicators].filter(
    (id) =>
      said.every((at) => calledBy[at]?.includes(id)) &&
      dimensions.every((one) => dataset.indicators.get(id)?.dimensions.includes(one)),
  )
  // Bills: a typical bill, not households behind with their bills.
  const ending = fitting.filter((id) => {
    const label = dataset.indicators.get(id)?.label[language] ?? ''
    return tellingWords(label, language).at(-1) === tokens[last]?.stem
  })
  const [id, ...others] = fitting.length > 1 || dimensions.length === 0 ? ending : fitting
  return id === undefined || others.length > 0 ? undefined : { indicators: [id], first: last, end: last + 1 }
}

/** From where to where between commas a word stands. */
export function partAround(word: Word, { tokens }: Sentence): readonly [number, number] {
  const borders = tokens.flatMap(({ text }, at) => (/^[,，;；]$/.test(text) ? [at] : []))
  return [(borders.findLast((at) => at < word.first) ?? -1) + 1, borders.find((at) => at >= word.end) ?? tokens.length]
}

/** Lost most hours, where Hours lost are counted: a movement that is part of a name. */
function isOwnNoun({ meaning, first, end }: Word, { calledBy }: Sentence): boolean {
  return movements.test(meaning) && calledBy.slice(first, end).some(({ length }) => length > 0)
}

/** What it says of one indicator. */
function judgeGroupOf(indicator: string, sentence: Sentence, locale: Locale): JudgedWord[] {
  const { dataset, lists, tokens } = sentence
  const isOfList = lists.some(({ dimension }) => dimension !== undefined)
  const unit = dataset.indicators.get(indicator)?.unit ?? ''
  // Two operators raised their fees.
  const isOwnUnit = (at: number) => unitsAt(tokens.slice(at, at + 1), dataset, sentence.language).includes(unit)
  // Sold fewer cars.
  const isBeforeCounted = (at: number) => {
    const next = wordAt(at + 1, sentence)
    return next !== undefined && isComparison(next) && isOwnUnit(next.end)
  }
  const isKnown = (at: number) => isKnownBeside(at, sentence) || isBeforeCounted(at) || isOwnUnit(at)
  const named = { ...sentence, names: [{ indicators: [indicator], first: 0, end: 0 }] }
  const isCount = ({ text }: Claim) => text.startsWith('count ')
  const areOfSeveral = (claims: readonly Claim[]) =>
    claims.some(({ text }) => /^(?:count|each) /.test(text)) ||
    new Set(claims.map(({ text }) => /\[.*?\]/.exec(text)?.[0])).size > 1
  // Whether what is left over is one of four operators is the author's to say.
  const dimension = getDimension(sentence)
  const hasRest = [...(dataset.dimensions.get(dimension)?.categories.keys() ?? [])].some((category) =>
    isResidualCategory(dimension, category, dataset.dimensions),
  )
  const isMoved = sentence.words.some(({ meaning }) => movements.test(meaning))
  return sentence.words.flatMap((word) => {
    const [from, until] = partAround(word, sentence)
    const isNamed = [...lists, ...sentence.things].some(({ first, end }) => first >= from && end <= until)
    if (!isNamed || isOwnNoun(word, sentence) || !tokens.slice(from, until).every((_, at) => isKnown(from + at)))
      return []
    const isLast = /^[.。,，;；]?$/.test(sentence.tokens[word.end]?.text ?? '')
    const isAhead = isLast && [word.first, word.end - 1].some((at) => isParticle('ahead', at, sentence))
    const judged = judgeWord(isAhead ? { ...word, meaning: 'largest' } : word, named, locale)
    // The North is larger than the South, by what nobody knows.
    const isLead = isAhead || (isPlace(word) && !isParticle('than', word.end - 1, sentence))
    const isOfBoth = ({ text }: Claim) => text.split(`${indicator}[`).length > 2
    const areTwo = isLead && judged.claims.every(isOfBoth) && isBetterHigh(indicator)
    // Corvo grew, had the strongest growth, sold fewer cars than a year ago.
    const isOfIts = isComparison(word)
      ? judged.claims.every(({ text }) => /^(?:rose|fell) /.test(text))
      : movements.test(word.meaning) || extremes.test(word.meaning) || word.meaning === 'for-every'
    if (!isOfList && !isOfIts && !areTwo && !areOfSeveral(judged.claims)) return []
    // Bei den Männern stieg die Zahl stärker: of changes, not of levels.
    const isOfChange = ({ text }: Claim) => !isMoved || !isComparison(word) || /\.(?:change|rate)@/.test(text)
    // Overtook: at what time, what is shown tells.
    const ofEach = judged.claims
      .filter((one) => one.text.includes(`${indicator}[`) && !(hasRest && isCount(one)) && isOfChange(one))
      .slice(0, areTwo ? 1 : undefined)
    return ofEach.length === 0 ? [] : [{ ...judged, word, claims: ofEach }]
  })

  /** Whether who has more of it is ahead: of numbers of things, money, parts of a whole, but not of complaints. */
  function isBetterHigh(id: string): boolean {
    const own = dataset.indicators.get(id)
    const { harm = '' } = lexicons[sentence.language].particles
    const isHarm = harm === '' || (own && nameWords(own, sentence.language).some((word) => harmOf(harm).has(word)))
    return own !== undefined && isNumberOf(own) && (own.good ? own.good === 'up' : !isHarm)
  }
}

/** Recogió, where residuos recogidos are named: a word that begins as one of the name of what is spoken of does. */
function isAkin(at: number, { tokens, names, dataset, language }: Sentence): boolean {
  const { text = '' } = tokens[at] ?? {}
  const isOf = (id: string) => {
    const own = dataset.indicators.get(id)
    return (
      own !== undefined &&
      nameWords(own, language).some((word) => word.length >= 5 && text.startsWith(word.slice(0, 5)))
    )
  }
  return text.length >= 6 && names.length > 0 && names.every(({ indicators }) => indicators.some(isOf))
}

const bothOf = constants((language: Language) => new Set(entries(lexicons[language].referring[1])))

const harmOf = constants((words: string) => new Set(getTokens(words).map(({ stem }) => stem)))
