import { Decimal } from 'decimal.js'
import { isNamedBy } from '../../../dataset/figure/period.ts'
import { observationKey } from '../../../dataset/figure/reference.ts'
import { findObservation } from '../../../dataset/find.ts'
import type { Dataset, Indicator, Observation } from '../../../dataset/types.ts'
import { lexicons } from '../../../locale/words/lexicons.ts'
import { derived } from '../../../memory/derived.ts'
import { readNumbers } from '../../numbers/numbers-in-text.ts'
import { basesIn, getBases, hasBase } from '../bases.ts'
import { getTarget, type Name } from '../names.ts'
import { isKnownWord } from '../others/naming.ts'
import { countSaid, isOrdinal, isParticle, particlesIn } from '../particles.ts'
import { entries, isComparison, isSmall, type Word } from '../read-words.ts'
import { figuresIn, isOfNow, isPlain, observationsAt, type Sentence, tokenFigure, wordBefore } from '../sentences.ts'
import {
  isCalled,
  isRespective,
  namedBeside,
  onlyBrokenDownBy,
  rowAfter,
  rowOfNames,
  seriesInCategory,
} from '../tie-figures.ts'
import { isWay, readWaySaid } from '../way-said.ts'
import { isFirstMovement, levelAtBase, levelOf, openingBase, pastObject } from './since.ts'
import {
  type ClaimText,
  isOwnChange,
  isResidualCategory,
  isSaidAsChange,
  isSigned,
  noChange,
  toExactArgument,
} from './word-claims.ts'

/** What is said of several things at once, held to each in the dataset: all branches gained, each over 60 million. */
export function groupClaims(rule: 'rose' | 'fell', word: Word, sentence: Sentence): ClaimText[] {
  const members = allBefore(word, sentence)
  if (members.length === 0) return []
  // 双双下降，分别减少{a}和{b}: one of each.
  const places = isRespective(sentence) ? [] : [0, 1, 2]
  const amount = places.map((after) => tokenFigure(sentence, word.end + after)?.observation).find((one) => one)
  // None of them rose: of each by itself it is said that it did not.
  const isNone =
    sentence.tokens.some((_, at) => at <= word.end + 1 && isNoneAt(at, sentence)) ||
    // Neither A nor B rose.
    particlesIn('nor', sentence).some((at) => at < word.first)
  if (isNone) return members.map((member) => [rule, member])
  if (amount?.measure !== 'change') {
    const since = sinceBases(rule, members, sentence, word)[0]
    const levels = members.flatMap((member) => findObservation(sentence.dataset, member) ?? [])
    if (levels.some((level) => isSaidAsChange(level, word, sentence)))
      return levels.map(({ key }) => [rule === 'rose' ? 'more-than' : 'less-than', key, '0%'])
    if (!since) return [['each', rule, members.join(' ')], ...exceptionClaims(rule, members, sentence)]
    const excepted = sinceBases(rule === 'rose' ? 'at-least' : 'at-most', exceptedSeries(members, sentence), sentence)
    return [...since, ...(excepted[0] ?? [])]
  }
  const side = rule === 'rose' ? 'at-least' : 'at-most'
  const changes = members.map((member) => observationKey(member, 'change', amount.period))
  const known = changes.filter((key) => sentence.dataset.observations.has(key) && key !== amount.key)
  return known.map((key) => [side, key, amount.key])
}

/** No region, 没有省份, 没有一个省份: whether a word denies it of each of a list. */
function isNoneAt(at: number, sentence: Sentence): boolean {
  const denied = sentence.words.find(({ meaning, first }) => first === at && meaning === 'not')
  const isOfList = ({ first }: Name) => denied && isAllOf(denied.end, first, sentence)
  return isParticle('none', at, sentence) || (sentence.language === 'zh' && sentence.lists.some(isOfList))
}

/** All but one rose: no more than those. */
function exceptionClaims(rule: 'rose' | 'fell', members: readonly string[], sentence: Sentence): ClaimText[] {
  const excepted = exceptedSeries(members, sentence)
  const known = members.filter((member) => findObservation(sentence.dataset, member))
  return excepted.length > 0 ? [['count', rule, [...members, ...excepted].join(' '), known.length]] : []
}

/** What is excepted of all; nothing where it is one of them: in four of five districts, but fell in the South. */
function exceptedSeries(members: readonly string[], sentence: Sentence): readonly string[] {
  const [base] = members[0]?.split('[') ?? []
  const excepted = (exceptedThings(sentence) ?? []).flatMap(({ category }) =>
    category ? `${base}[${category.category}]` : [],
  )
  return excepted.some((series) => members.includes(series)) ? [] : excepted
}

/** Each against a time before that the sentence names: more than in the quarter before. */
export function sinceBases(
  rule: 'rose' | 'fell' | 'as-many-as' | 'at-least' | 'at-most',
  members: readonly string[],
  sentence: Sentence,
  word?: Word,
): ClaimText[][] {
  const named = word && pastObject(word.end, sentence)
  // Both rose in 2025, of which the report is: from no time.
  const past = named && isNamedBy(sentence.dataset.report.period, named.period) ? undefined : named
  // Between May and June visits rose by {by since May}, with all branches contributing to the rise.
  const printed = observationsAt(sentence).find(({ measure, since }) => measure !== 'value' && since)?.since
  const said = getBases(sentence).map(({ base }) => base)
  const at = past?.period ?? printed
  return (said.length === 0 && at ? [{ at }] : said).map((base) =>
    members.flatMap((member): ClaimText[] => {
      const level = findObservation(sentence.dataset, member)
      const then = level && levelOf(level, { start: 0, end: 0, base }, sentence)
      return level && then ? [[rule, then.key, level.key]] : []
    }),
  )
}

/**
 * 六涨两降: how many went each way, of a thing with as many categories;
 * of several, those printed or whose names say the comparison as the sentence does.
 */
export function tallyReadings(word: Word, sentence: Sentence): ClaimText[][] {
  const { words, tokens, language, dataset } = sentence
  const getCount = ({ first, end, meaning }: Word) =>
    /^(?:up|down|flat)$/.test(meaning) && end - first === 2 ? countSaid(tokens[first]?.text ?? '', language) : undefined
  const own = language === 'zh' ? getCount(word) : undefined
  if (own === undefined) return []
  const total = words.reduce((sum, one) => sum + (getCount(one) ?? 0), 0)
  const printed = observationsAt(sentence).map(({ indicator }) => indicator)
  const isAsked = ({ id, label }: Indicator) =>
    printed.length > 0
      ? printed.includes(id)
      : basesIn(language)(label[language] ?? '').every(({ base }) =>
          getBases(sentence).some((one) => JSON.stringify(one.base) === JSON.stringify(base)),
        )
  return [...dataset.indicators.values()].filter(isAsked).flatMap(({ id, dimensions }) =>
    dimensions.flatMap((dimension): ClaimText[][] => {
      const categories = [...(dataset.dimensions.get(dimension)?.categories.keys() ?? [])]
      const members = categories.map((category) => `${id}[${category}]`)
      const levels = members.flatMap((member) => findObservation(dataset, member) ?? [])
      if (levels.length !== total) return []
      const { rule, sign, size } = tallies[word.meaning as 'up' | 'down' | 'flat']
      if (!levels.some((level) => isOwnChange(level, dataset))) return [[['count', rule, members.join(' '), own]]]
      const there = levels.filter(({ quantity }) => Math.sign(quantity.value.toNumber()) === sign)
      const counted = there.length > 0 ? there : levels
      return [[['count', size[0], counted.map(({ series }) => series).join(' '), own, ...size.slice(1)]]]
    }),
  )
}

/** What each of the members counted is by its way: of levels, and of changes by their sign. */
const tallies = {
  up: { rule: 'rose', sign: 1, size: ['more-than', '0%'] },
  down: { rule: 'fell', sign: -1, size: ['less-than', '0%'] },
  flat: { rule: 'unchanged', sign: 0, size: ['between', ...noChange] },
} as const

/** What is said of each of a group: that it rose, or which side of zero it is on. */
type OfEach = 'rose' | 'fell' | 'more-than' | 'less-than'

/**
 * So many of a group, before or after the word, or only those named: four of the five districts fell,
 * scores rose in three of the four subjects, only the South rose, two regions alone are in deficit.
 */
export function partClaims(rule: OfEach, word: Word, sentence: Sentence): ClaimText[] {
  const { dataset } = sentence
  const next = sentence.words.find(({ first }) => first >= word.end && first - word.end <= 2)
  // Four of five rose by more than a tenth.
  if (next && /^(?:above|below|more|less|faster|slower)$/.test(next.meaning) && tokenFigure(sentence, next.end))
    return []
  const only = onlyThings(word, sentence)
  // Rose in four of the five districts, and fell only in the South.
  const isNext = sentence.words.some(({ meaning, end }) => /^(?:up|down)$/.test(meaning) && end <= word.first)
  const isOfOnly = isNext && only.length > 0
  const vague = isOfOnly ? [] : vagueClaims(rule, word, sentence)
  if (vague.length > 0) return vague
  const parts = isOfOnly ? undefined : getPart(word, sentence)
  if (parts) {
    const members = getGroup(parts.of, word, sentence) ?? []
    return countClaims(rule, members, parts.number, dataset)
  }
  const counted = isOfOnly ? undefined : countedGroup(word, sentence)
  if (counted) return countSince(rule, counted, sentence) ?? countClaims(rule, counted.members, counted.number, dataset)
  const [first] = only
  const group = first && groupOfThing(first, word, sentence)
  if (!group) return []
  const own = only.flatMap((name) => group.find((series) => isCalled(series, name)) ?? [])
  if (rule === 'rose' || rule === 'fell') {
    const since = group.map((series) =>
      sinceBase(series, own.includes(series) ? rule : opposites[rule], word, sentence),
    )
    if (since.every((one) => one !== undefined)) return since.flat()
  }
  const level = findObservation(dataset, own[0] ?? '')
  // The only industry to contract, of changes on the quarter before.
  const isChange = level !== undefined && isSaidAsChange(level, word, sentence)
  const asked = isChange ? (rule === 'rose' || rule === 'more-than' ? 'more-than' : 'less-than') : rule
  const zero = getZero(asked, group, dataset)
  return [
    ...countClaims(asked, group, only.length, dataset),
    ...own.map((series): ClaimText => [asked, series, ...zero]),
  ]
}

/**
 * Most provinces gained, prices rose in few regions: as many of a list as did if the word allows, else the nearest
 * number that it allows; none where more is said, or another time.
 */
function vagueClaims(rule: OfEach, word: Word, sentence: Sentence): ClaimText[] {
  const { text, tokens, words, lists, dataset, language } = sentence
  // In den meisten Ländern
  const isMost = ({ meaning, first }: Word) => meaning === 'largest' && isParticle('plurality', first, sentence)
  const [part, ...others] = words.filter((one) => vague.test(one.meaning) || isMost(one))
  const list = part && lists.find(({ first }) => isAllOf(part.end, first, sentence))
  const said =
    list &&
    readWaySaid(
      text,
      tokens,
      words.filter((one) => one !== part),
      dataset,
      language,
      true,
    )
  if (!list || others.length > 0 || said?.word !== word || !isOfNow(sentence)) return []
  const members = withoutRest(getMembers(list, word, sentence), dataset)
  const changes = members.flatMap((member) => changeNow(member, dataset) ?? [])
  const isKnown = tokens.every((_, at) => isKnownWord(at, sentence) || (at >= list.first && at < list.end))
  const isOfBase = changes.every((change) => getBases(sentence).every((base) => hasBase(change, base)))
  if (changes.length < Math.max(2, members.length) || !isKnown || !isOfBase) return []
  const so = changes.filter(({ quantity }) => quantity.value.cmp(0) === said.way).length
  const [least, most] = allowed(part, members.length)
  return least > most ? [] : countClaims(rule, members, Math.min(Math.max(so, least), most), dataset)
}

const vague = /^(?:majority|minority|nearly-all|few|share)$/

/** How many of so many words allow: a third is the nearest number. */
function allowed({ meaning, factor }: Word, all: number): [least: number, most: number] {
  if (meaning === 'share') return [Math.ceil(all * Number(factor) * 0.9), Math.floor(all * Number(factor) * 1.1)]
  return /^(?:majority|nearly-all|largest)$/.test(meaning)
    ? [Math.floor(all / 2) + 1, all]
    : [0, Math.ceil(all / 2) - 1]
}

function changeNow(series: string, { observations, report }: Dataset): Observation | undefined {
  return observations.get(observationKey(series, 'change', report.period))
}

/** For so many members of a group and no others; of sides of zero, where the group has any below it. */
function countClaims(rule: OfEach, members: readonly string[], number: number, dataset: Dataset): ClaimText[] {
  const isSide = rule === 'more-than' || rule === 'less-than'
  const levels = members.flatMap((member) => findObservation(dataset, member) ?? [])
  if (members.length === 0 || (isSide && !levels.some((level) => isSigned(level, dataset)))) return []
  return [['count', rule, members.join(' '), number, ...getZero(rule, members, dataset)]]
}

/**
 * Three crops cost less than in 2024: so many of a list against the one time that the sentence counts from;
 * if they are more or fewer, the ones too many or missing show it.
 */
function countSince(rule: OfEach, { members, number }: CountedGroup, sentence: Sentence): ClaimText[] | undefined {
  if ((rule !== 'rose' && rule !== 'fell') || getBases(sentence).length !== 1) return undefined
  if (getBases(sentence).some(({ base }) => 'until' in base)) return undefined
  const [steps = []] = sinceBases(rule, members, sentence)
  const [sign, against] = rule === 'rose' ? ([1, 'at-least'] as const) : ([-1, 'at-most'] as const)
  const sizeAt = (key: unknown) => findObservation(sentence.dataset, String(key))?.quantity.value
  const isSo = ([, then, now]: ClaimText) => sizeAt(now)?.cmp(sizeAt(then) ?? 0) === sign
  const excess = steps.filter(isSo).length - number
  if (steps.length < members.length) return undefined
  return steps.map((step) => {
    const isSaid = excess !== 0 && isSo(step) === excess > 0 ? !isSo(step) : isSo(step)
    return isSaid ? step : [against, ...step.slice(1)]
  })
}

function getZero(rule: OfEach, [member = '']: readonly string[], dataset: Dataset): string[] {
  const unit = findObservation(dataset, member)?.quantity.unit
  return rule === 'rose' || rule === 'fell' ? [] : [toExactArgument(new Decimal(0), unit)]
}

/** Of two things named after a word, one against the other in each of a group: three had more deaths than births. */
export function pairedClaims(word: Word, sentence: Sentence): ClaimText[] {
  const { names } = sentence
  // Only in the North did imports exceed exports.
  const beside = [names.find(({ end }) => end === word.first), names.find(({ first }) => first === word.end)]
  const [a, b] = beside.every((one) => one) ? beside : names.filter(({ first }) => first >= word.end)
  const isThan = a && b && (a === beside[0] || particlesIn('than', sentence).some((at) => at >= a.end && at < b.first))
  const parts = getPart(word, sentence)
  const only = onlyThings(word, sentence)
  const [first] = only
  const all = first ? [] : allBefore(word, sentence)
  // A year earlier, only the capital had more of them than it had places: then.
  if (!isThan || a.indicators.length > 1 || b.indicators.length > 1 || openingBase(sentence)) return []
  const group = parts ? getGroup(parts.of, word, sentence) : first && groupOfThing(first, word, sentence)
  const isMore = word.meaning === 'more' || word.meaning === 'above'
  const pairs = (group ?? all).flatMap((series) => {
    const [own, other] = [a, b].map(({ indicators: [id = ''] }) =>
      findObservation(sentence.dataset, series.replace(/^[^[]*/, id)),
    )
    const isSo = own?.quantity.value.cmp(other?.quantity.value ?? Number.NaN) === (isMore ? 1 : -1)
    const isSaid = first ? only.some((name) => isCalled(series, name)) : parts ? isSo : true
    return own && other ? [{ own, other, isSo, isSaid }] : []
  })
  const rules = isMore ? (['more-than', 'at-most'] as const) : (['less-than', 'at-least'] as const)
  const excess = parts ? pairs.filter(({ isSo }) => isSo).length - parts.number : 0
  // Where there are more or fewer than is said, those that are too many, or that are missing, show it.
  return pairs.map(({ own, other, isSo, isSaid }) => {
    const isWrong = excess !== 0 && isSo === excess > 0
    return [rules[isSaid === isWrong ? 1 : 0], own.key, other.key]
  })
}

/** What a word says of so many of a group. */
export function countedClaims(word: Word, sentence: Sentence): ClaimText[] {
  switch (word.meaning) {
    case 'up':
    case 'down':
      return partClaims(word.meaning === 'up' ? 'rose' : 'fell', word, sentence)
    case 'deficit':
    case 'surplus':
      return partClaims(word.meaning === 'surplus' ? 'more-than' : 'less-than', word, sentence)
    case 'more':
    case 'less':
    case 'above':
    case 'below':
      return pairedClaims(word, sentence)
    default:
      return []
  }
}

/** So many of a list that is named, as tokens of its sentence. */
export interface CountedGroup {
  first: number
  end: number
  number: number
  members: readonly string[]
}

/** In how many of a list something is so: rose in 26 of the 27 member states, seven states exceeded 20%. */
export function countedGroup(word: Word, sentence: Sentence): CountedGroup | undefined {
  const { tokens, lists, words, clauseOf } = sentence
  const [list] = lists
  if (!list) return undefined
  const steps = words.filter(({ meaning }) => /^(?:up|down|more|less|above|below|deficit|surplus)$/.test(meaning))
  const isFree = (from: number, to: number) => !steps.some(({ first }) => first >= from && first < to)
  const at = (onlyAfter(word, sentence) ?? word.end - 1) + 2
  const next = isParticle('in', at - 1, sentence) ? numberAt(at, sentence) : undefined
  if (next !== undefined && !/^\p{L}/u.test(tokens[at + 1]?.text ?? ''))
    return { first: at, end: at + 1, number: next, members: getMembers(list, word, sentence) }
  const counted = lists.flatMap(({ first, end, ...name }): CountedGroup[] => {
    if (clauseOf[first] !== clauseOf[word.first]) return []
    const members = getMembers({ first, end, ...name }, word, sentence)
    const near = [1, 2, 3, 4, 5, 6].flatMap((back) => {
      // 两个省份: a count, where it has its measure word.
      const isMeasured = back === 2 && tokens[first - 1]?.text === '个'
      const number = tokens.slice(first - back, first).some(({ figure }) => figure)
        ? undefined
        : isMeasured
          ? (countSaid(tokens[first - back]?.text ?? '', sentence.language) ?? numberAt(first - back, sentence))
          : numberAt(first - back, sentence)
      return number === undefined ? [] : [{ at: first - back, number }]
    })
    const [own, part] = near
    const isOfRest = [1, 2].some((back) => own && isParticle('residual', own.at - back, sentence))
    // One in five farms: a share of all of them.
    if (own && words.some((one) => one.meaning === 'share' && one.first < own.at && own.at < one.end)) return []
    if (!own || first - own.at > 2 || members.length === 0 || tokens[own.at - 1]?.text === '第' || isOfRest) return []
    const isPart =
      part &&
      !isTheOnly(part.at, sentence) &&
      particlesIn('part-of', sentence).some((at) => at > part.at && at < own.at)
    if (isPart) return own.number === members.length ? [{ first: part.at, end, number: part.number, members }] : []
    // 没有一个省份
    if (words.some(({ first: at, end: to }) => to === own.at && isNoneAt(at, sentence))) return []
    const all = words.find((one) => one.meaning === 'all' && own.at - one.end <= 2 && one.end <= own.at)
    // All but one operator.
    if (all && isParticle('except', own.at - 1, sentence))
      return [{ first: all.first, end, number: members.length - own.number, members }]
    return all || isParticle('article', own.at - 1, sentence) || own.number >= members.length
      ? []
      : [{ first: own.at, end, number: own.number, members }]
  })
  const isOfOther = (at: number) => steps.some(({ end }) => end <= at && at - end <= 2 && tokens[end]?.text !== '，')
  // 三个省份下降，一个省份上升
  const isApart = (from: number, to: number) => tokens.slice(from, to).some(({ text }) => text === '，')
  return (
    counted.find(({ first }) => first >= word.end && isFree(word.end, first) && !isApart(word.end, first)) ??
    counted.findLast(({ first, end }) => end <= word.first && isFree(end, word.first) && !isOfOther(first))
  )
}

/** A whole number of a sentence that is no figure and no ordinal, in words or digits. */
export function numberAt(at: number, { tokens, language }: Sentence): number | undefined {
  const { text = '', figure } = tokens[at] ?? {}
  if (figure || isOrdinal(text, language)) return undefined
  if (/^\d{1,3}$/.test(text)) return Number(text)
  const [said] = /^\p{L}{3,}$/u.test(text) ? readNumbers(text, language) : []
  const spoken =
    said?.kind === 'number' && said.text === text && said.value.isInteger() ? said.value.toNumber() : undefined
  return countSaid(text, language) ?? spoken
}

const opposites = { rose: 'fell', fell: 'rose' } as const

/** A movement since its own words' time (fell on the first half of 2025), if levels differ; undefined if unknown. */
function sinceBase(series: string, rule: 'rose' | 'fell', word: Word, sentence: Sentence): ClaimText[] | undefined {
  const level = findObservation(sentence.dataset, series)
  const then = level && levelAtBase(word, level, sentence)
  return then && (level.quantity.value.eq(then.quantity.value) ? [] : [[rule, then.key, level.key]])
}

/** Two numbers with one of the small words between that make the one a part of the other: four of the five. */
function getPart(word: Word, sentence: Sentence): { at: number; number: number; of: number } | undefined {
  const { clauseOf } = sentence
  const counts = countsIn(sentence).filter(({ at }) => clauseOf[at] === clauseOf[word.first])
  const isNear = (at: number) =>
    at < word.first ? isFirstAfter(at, word, sentence) : at - word.end <= 4 && isParticle('in', word.end, sentence)
  for (const [index, a] of counts.entries()) {
    const b = counts[index + 1]
    if (!b || b.at - a.at > 8 || !isNear(a.at)) continue
    const isPart = particlesIn('part-of', sentence).some((at) => at > a.at && at < b.at)
    const [number, of] = [Math.min(a.count, b.count), Math.max(a.count, b.count)]
    // All but one of the four.
    if (isPart) return { at: a.at, number: isParticle('except', a.at - 1, sentence) ? of - number : number, of }
  }
  return undefined
}

/** The numbers of a sentence that are words. */
const countsIn = derived((sentence: Sentence) =>
  sentence.tokens.flatMap(({ text }, at) => {
    const count = countSaid(text, sentence.language)
    return count === undefined || isTheOnly(at, sentence) ? [] : [{ at, count }]
  }),
)

/** The only one: which one it is is said, and not how many there are. */
function isTheOnly(one: number, sentence: Sentence): boolean {
  return isParticle('only', one - 1, sentence) && isParticle('article', one - 2, sentence)
}

/** Whether no other movement stands between, which it would be said of. */
function isFirstAfter(at: number, word: Word, { words }: Sentence): boolean {
  return !words.some((one) => one.first > at && one.first < word.first && isWay(one))
}

/** The group of so many members that the sentence is about: the categories of its figures, or a list. */
function getGroup(size: number, word: Word, sentence: Sentence): readonly string[] | undefined {
  const figures = observationsAt(sentence)
  const listed = [...sentence.dataset.lists.values()].filter((members) =>
    figures.some(({ series }) => members.includes(series)),
  )
  return [
    ...figures.flatMap(({ categories }) => Object.keys(categories)).flatMap((id) => getCategories(id, word, sentence)),
    ...sentence.lists.map((list) => getMembers(list, word, sentence)),
    ...listed,
  ]
    .flatMap((members) => [members, withoutRest(members, sentence.dataset)])
    .find((members) => members.length === size)
}

/** The categories among some members but for what is left over: of four nationalities and others, the four. */
function withoutRest(members: readonly string[], { dimensions }: Dataset): readonly string[] {
  return members.filter((member) => {
    const category = /\[(.*)\]$/.exec(member)?.[1]
    return ![...dimensions.keys()].some((id) => category !== undefined && isResidualCategory(id, category, dimensions))
  })
}

/** The members of a list that is named, or of a dimension. */
function getMembers({ indicators, dimension }: Name, word: Word, sentence: Sentence): readonly string[] {
  return dimension === undefined ? indicators : (getCategories(dimension, word, sentence)[0] ?? [])
}

/** Each category of a dimension of the indicator that the sentence is about. */
function getCategories(id: string, word: Word, sentence: Sentence): string[][] {
  const { dimensions, indicators } = sentence.dataset
  const figures = observationsAt(sentence)
  const printed = figures.find(({ categories }) => categories[id] !== undefined)
  const named = [namedBeside(word, sentence), sentence.names[0]].flatMap((name) => name?.indicators ?? [])
  const isBroken = (one: string) => indicators.get(one)?.dimensions.includes(id)
  const aims = [...figures.map((one) => one.indicator), ...named].flatMap(
    (id) => getTarget(id, sentence.dataset, sentence.language) ?? [],
  )
  const indicator = printed?.indicator ?? [...named, ...figures.map((one) => one.indicator), ...aims].find(isBroken)
  const categories = [...(dimensions.get(id)?.categories.keys() ?? [])]
  const [category = ''] = categories
  // 八类应用中, where one thing alone is broken down so.
  const of =
    indicator ??
    (sentence.language === 'zh' ? onlyBrokenDownBy({ dimension: id, category }, sentence.dataset)[0] : undefined)
  return of === undefined
    ? []
    : [categories.map((category) => seriesInCategory(of, { dimension: id, category }, sentence))]
}

export function groupOfThing(name: Name, word: Word, sentence: Sentence): readonly string[] | undefined {
  if (name.category) return getCategories(name.category.dimension, word, sentence)[0]
  return [...sentence.dataset.lists.values()].find((members) => name.indicators.some((id) => members.includes(id)))
}

/**
 * N'augmentent que dans le Sud, rose only in the South: the word after a statement that limits it to what follows;
 * the statement itself where that stands right before it: only rose in the South, solo se redujo en el Sur.
 */
export function onlyAfter({ first, end }: Word, sentence: Sentence): number | undefined {
  const { things, tokens, language } = sentence
  const isPlace = ({ category, first: at }: Name) => category !== undefined && [end + 1, end + 2].includes(at)
  const isLed = isParticle('in', end, sentence) && things.some(isPlace)
  const isBefore = [1, 2].some(
    (back) =>
      isParticle('only', first - back, sentence) && (back === 1 || isSmall(tokens[first - 1]?.text ?? '', language)),
  )
  if (isLed && isBefore) return end - 1
  const isNotBut = [first - 1, first - 2].some((at) => isParticle('not-but', at, sentence))
  return [end, end + 1].find(
    (at) => isParticle('only', at, sentence) || (isNotBut && isParticle('but-only', at, sentence)),
  )
}

/** The things after only, or what is the only one of its kind: Hills was the only district in which crime rose. */
export function onlyThings(word: Word, sentence: Sentence): Name[] {
  const { tokens, things, lists, clauseOf } = sentence
  const last = onlyAfter(word, sentence)
  const only = last ?? particlesIn('only', sentence).findLast((at) => at < word.first) ?? -1
  // Of the others only the young.
  const isOfOthers = particlesIn('residual', sentence).some((at) => at < only && only - at <= 6)
  if (only < 0 || isOfOthers || !isFirstAfter(only, word, sentence)) return []
  // 唯一下降的城市: the list last.
  // The only one of the four brands.
  const isKind = ({ first }: Name) =>
    isAllOf(only + 1, first, sentence) || (sentence.language === 'zh' && first === word.end + 1)
  // Hills was the only place where it fell.
  const verb = wordBefore(only - 1, sentence)
  const isSubject = ({ category, end }: Name) =>
    category !== undefined && verb?.first === end && clauseOf[only + 2] !== clauseOf[only]
  const isKnown = lists.some(isKind) || things.some(isSubject)
  const isOne = (sentence.language === 'zh' || isParticle('article', only - 1, sentence)) && isKnown
  // The only region where prices are lower than a year ago.
  const isOfTime = isComparison(word) && getBases(sentence).length > 0
  if (isOne && (isOfTime || /^(?:up|down|deficit|surplus)$/.test(word.meaning))) {
    // The only group besides another.
    const isBesides = ({ first, end }: Name) =>
      first > only && end <= word.first && isParticle('left-out', first - 1, sentence)
    const categories = things.filter(({ category }) => category)
    const before = categories.filter(({ end }) => end < only)
    // Herring and haddock were the only ones.
    const isRow = particlesIn('and', sentence).some((at) => before.some(({ end }) => end === at))
    return [...(isRow ? before : before.slice(0, 1)), ...categories.filter(isBesides)]
  }
  if (clauseOf[only] !== clauseOf[word.first]) return []
  // Only the North ({a}) and the South ({b}) missed it.
  const isJoined = (at: number) => tokens[at - 1]?.text === '(' && isParticle('and', at + 2, sentence)
  const isFree = (from: number, to: number) =>
    !tokens.slice(from, to).some(({ figure }, at) => figure && !isJoined(from + at))
  const isHere = ({ first, end }: Name) =>
    first > only && (last !== undefined || (end <= word.first && isFree(only, first)))
  const after = things.filter(isHere)
  const [nearest] = after
  if (!nearest || nearest.first - only > 3) return []
  // Only the orders of the South: of the South.
  const isLed = (at: number) =>
    (['of', 'apart', 'in', 'to', 'after'] as const).some((kind) => isParticle(kind, at, sentence))
  const [part] = after.filter(({ first, category }) => category && first - nearest.end <= 2 && isLed(nearest.end))
  if (part && !nearest.category) return after.filter(({ category }) => category?.dimension === part.category?.dimension)
  // Of several things only those of one kind: in the South did the list.
  return after.filter(({ category }) => category?.dimension === nearest.category?.dimension)
}

/** All branches, all four branches, each of the branches: only small words between. */
export function isAllOf(from: number, to: number, sentence: Sentence): boolean {
  const between = sentence.tokens.slice(from, Math.max(from, to))
  const isSmall = (_: unknown, at: number) =>
    isParticle('of', from + at, sentence) ||
    sentence.tokens[from + at]?.text === '个' ||
    countSaid(sentence.tokens[from + at]?.text ?? '', sentence.language) !== undefined
  return from <= to && between.length <= 4 && between.every(isSmall)
}

/** What a statement about all is not made of; undefined where an exception is named that the dataset does not know. */
const exceptedThings = derived((sentence: Sentence): Name[] | undefined => {
  const { tokens, things, words, lists, language } = sentence
  // In every region but the North: any other but begins a clause.
  const isBut = (at: number) => words.some(({ meaning, first }) => meaning === 'beside' && first === at)
  // Bis auf das Hochland: not bis auf 300.
  const isPhrase = (at: number) =>
    entries(lexicons[language].particles['except-for']).some((phrase) =>
      phrase.split(' ').every((word, place) => tokens[at + place]?.text === word),
    ) && things.some(({ category, first }) => category && first > at && first - at <= 4)
  const except = tokens.findIndex(
    (_, at) =>
      isPhrase(at) ||
      (isParticle('except', at, sentence) &&
        (!isBut(at) || [...lists, ...words.filter(({ meaning }) => meaning === 'all')].some(({ end }) => end === at))),
  )
  if (except < 0) return []
  const until = tokens.findIndex(({ text, figure }, at) => at > except && (figure || /^[,，;；(（]$/.test(text)))
  const excepted = things.filter(({ first }) => first > except && (until < 0 || first < until))
  return excepted.length > 0 ? excepted : undefined
})

/** All that something is broken down by as the exceptions, or the figures of the sentence, are. */
function getPlaces(excepted: readonly Name[], word: Word, sentence: Sentence): string[] {
  const [printed] = observationsAt(sentence).flatMap(({ categories }) => Object.keys(categories))
  const named = sentence.things.find(({ category }) => category)?.category?.dimension
  // Of the one thing named, broken down by one dimension.
  const broken = new Set(
    sentence.names.flatMap(({ indicators: [id = ''] }) => sentence.dataset.indicators.get(id)?.dimensions ?? []),
  )
  const [own, ...others] = sentence.names.length === 1 ? broken : []
  const dimension = excepted[0]?.category?.dimension ?? printed ?? named ?? (others.length === 0 ? own : undefined)
  return dimension === undefined ? [] : (getCategories(dimension, word, sentence)[0] ?? [])
}

/** Rose in all regions, fewer households are waiting in every region, rents went up everywhere. */
function isAround(all: number, word: Word, sentence: Sentence): boolean {
  const { words, tokens } = sentence
  // Are higher than a year ago in all regions.
  const isBeside = ({ meaning }: Word) => /^(?:verb|than|earlier)$/.test(meaning)
  const isFree = words.every((one) => one.first < word.end || one.first >= all || isBeside(one))
  const isNear = all >= word.end && all - word.end <= 9 && !tokens.slice(word.end, all).some(({ figure }) => figure)
  // The largest fall of all regions: of them it is the largest.
  const isExtreme = words.some(({ end, meaning }) => end === word.first && /(?:larg|small|fast|slow)est/.test(meaning))
  return isFree && isNear && !isExtreme && (all === word.end || isParticle('around-all', all - 1, sentence))
}

/** 其余各区: what is named before others are spoken of. */
function namedBeforeOthers(list: number, sentence: Sentence): readonly Name[] {
  const other = particlesIn('residual', sentence).find((at) => at < list && list - at <= 4) ?? -1
  return sentence.things.filter(({ end }) => end <= other)
}

/** Fell in the four regions, of which there are four: in all. */
function inEachOf(word: Word, sentence: Sentence): readonly string[] {
  const list = sentence.lists.find(({ first }) => first - 3 >= word.end && first - word.end <= 5)
  const at = (list?.first ?? 0) - 1
  // At the three other airports.
  const number = isParticle('residual', at, sentence) ? at - 1 : at
  const isAround = isParticle('around-all', number - 2, sentence) && !isParticle('part-of', number - 2, sentence)
  const isThese = isParticle('article', number - 1, sentence) && isAround
  const leftOut = list ? namedBeforeOthers(list.first, sentence) : []
  const all = list && isThese ? getMembers(list, word, sentence) : []
  const members = all.filter((series) => !leftOut.some((name) => isCalled(series, name)))
  return members.length > 1 && numberAt(number, sentence) === members.length ? members : []
}

/** What is listed before a word, where no figure is printed: exports and imports rose, Alto and Brava both grew. */
function listedBefore(word: Word, sentence: Sentence): readonly string[] {
  const { tokens, things, language } = sentence
  // Prices of wheat fell; those of oats and barley rose.
  const moved = sentence.words.findLast((one) => isWay(one) && one.end <= word.first)
  const those = particlesIn('pronoun', sentence).find((at) => moved && at >= moved.end && at < word.first)
  const before = things.filter(({ first, end }) => end <= word.first && first > (those ?? -1))
  const categories = before.filter(({ category }) => category)
  const named = categories.length > 0 ? categories : before
  const [first, last] = [named[0], named.at(-1)]
  const both = entries(lexicons[language].referring[1]).flatMap((entry) => entry.split(' '))
  // Tanto A como B, sowohl A als auch B.
  const isAsWell = tokens.some((_, at) => at < (first?.first ?? 0) && isParticle('as-well', at, sentence))
  const isJoining = (at: number) =>
    /^[,、]$/.test(tokens[at]?.text ?? '') ||
    (['and', 'nor'] as const).some((kind) => isParticle(kind, at, sentence)) ||
    (isAsWell && isParticle('than', at, sentence))
  const isJoint = (at: number) =>
    isJoining(at) || isParticle('article', at, sentence) || (isAsWell && isSmall(tokens[at]?.text ?? '', language))
  // Per capita revenue: one thing by two names.
  const areJoined = tokens.some((_, at) => at >= (first?.end ?? 0) && at < (last?.first ?? 0) && isJoining(at))
  // Metro and tram each saw their receipts fall.
  const isBoth = tokens.slice(last?.end, word.first).some(({ text }) => both.includes(text))
  const isOfThese = (at: number) =>
    isParticle('pronoun', at, sentence) || sentence.names.some((one) => one.first <= at && at < one.end)
  const isBeside = (at: number) =>
    named.some((one) => one.first <= at && at < one.end) ||
    (at < (last?.first ?? 0)
      ? isJoint(at)
      : isPlain(at, sentence) || (isBoth && isOfThese(at)) || both.includes(tokens[at]?.text ?? ''))
  const isList = tokens.every((_, at) => at < (first?.first ?? 0) || at >= word.first || isBeside(at))
  const dimension = first?.category?.dimension
  const areAlike = named.every(({ category, indicators }) =>
    category ? category.dimension === dimension : indicators.length === 1,
  )
  const isMoved =
    /^(?:up|down|better|worse)$/.test(word.meaning) || (isComparison(word) && getBases(sentence).length > 0)
  // Rose in A and B, and fell elsewhere: they are said of what stands before them.
  if (sentence.words.some((one) => isWay(one) && one.end <= (first?.first ?? 0))) return []
  // Alta and Corda gained lines, Beam lost {by}.
  const next = sentence.words.find((one) => isWay(one) && one.first >= word.end)
  const isPrinted = figuresIn(sentence).some((at) => !next || at < next.end)
  if (named.length < 2 || !areJoined || !isMoved || !isList || !areAlike || isPrinted) return []
  if (dimension === undefined) return named.flatMap(({ indicators }) => indicators)
  return (getCategories(dimension, word, sentence)[0] ?? []).filter((series) =>
    named.some((one) => isCalled(series, one)),
  )
}

/** What is listed right after a word, where no figure is printed: starts fell in the South and the West. */
function listedAfter(word: Word, sentence: Sentence): readonly string[] {
  // In two of the five: A and B.
  const colon = sentence.tokens.findIndex(({ text }, at) => at > word.end && at - word.end <= 6 && /^[:：]$/.test(text))
  const isCounted =
    colon >= 0 &&
    isParticle('in', word.end, sentence) &&
    numberAt(word.end + 1, sentence) &&
    numberAt(colon - 1, sentence)
  const row = isCounted ? rowOfNames(colon + 1, sentence) : rowAfter(word.end, sentence)
  const [first] = row
  // The rise in exports was the first since March.
  const isThen =
    isParticle('past-perfect', word.first - 1, sentence) || !isOfNow(sentence) || isFirstMovement(word, sentence)
  if (!first || isThen || figuresIn(sentence).length > 0 || !/^(?:up|down)$/.test(word.meaning)) return []
  const isSubject = sentence.names.some(({ end }) => end <= word.first)
  if (!first.category) return isSubject ? [] : row.flatMap(({ indicators: [id = ''] }) => id)
  return (getCategories(first.category.dimension, word, sentence)[0] ?? []).filter((series) =>
    row.some((one) => one.category && isCalled(series, one)),
  )
}

/** The members of the list that all or each is said of in a word's clause, or the things that each follows. */
export function allBefore(word: Word, sentence: Sentence): readonly string[] {
  const { lists, names, words, clauseOf, tokens, language } = sentence
  const clause = clauseOf[word.first]
  // All regions but the Lakes gained, the Lakes lost {by}: of these alone.
  const moved = words.findLast((one) => isWay(one) && one.end <= word.first)
  const isOfNamed = ({ first, category }: Name) => category && moved && first >= moved.end && first < word.first
  const isPast = (at: number) => moved !== undefined && at < moved.first && sentence.things.some(isOfNamed)
  const all = words.find(
    ({ meaning, first }) =>
      (meaning === 'all' || isNoneAt(first, sentence)) &&
      clauseOf[first] === clause &&
      !isPast(first) &&
      (first < word.first || isAround(first, word, sentence)),
  )
  const excepted = exceptedThings(sentence)
  if (!excepted) return []
  if (!all) return [...inEachOf(word, sentence), ...listedBefore(word, sentence), ...listedAfter(word, sentence)]
  // All branches, all four branches, the branches all.
  // 三类业务全线增长: the number before.
  const isBefore = language === 'zh' && isFirstAfter(all.first, word, sentence)
  const counts = tokens.slice(0, isBefore ? all.first : 0).flatMap(({ text }) => countSaid(text, language) ?? [])
  // Each of the nine groups.
  const isOf = (from: number) => isParticle('of', from, sentence) && isParticle('article', from + 1, sentence)
  const numberAt = isOf(all.end) ? all.end + 2 : all.end
  const count = countSaid(tokens[numberAt]?.text ?? '', language) ?? counts[0]
  // A和B均: of the two alone.
  const comma = tokens.findLastIndex(({ text }, at) => at < all.first && /^[,，;；]$/.test(text))
  const joined = sentence.things.filter(({ first, end, category }) => category && first > comma && end <= all.first)
  const [one] = joined
  const isMovedBefore = sentence.words.some(
    (word) => isWay(word) && word.first >= (one?.end ?? 0) && word.end <= all.first,
  )
  if (
    one?.category &&
    !isMovedBefore &&
    joined.length > 1 &&
    joined.every(({ category }) => category?.dimension === one.category?.dimension)
  )
    return (getCategories(one.category.dimension, word, sentence)[0] ?? []).filter((series) =>
      joined.some((name) => isCalled(series, name)),
    )
  // In every other region.
  const isOther = all.meaning === 'all' && isParticle('residual', all.end, sentence)
  const list = lists.find(
    ({ first, end }) =>
      clauseOf[first] === clause &&
      (isAllOf(isOther ? all.end + 1 : all.end, first, sentence) || (end <= all.first && all.end <= word.first)),
  )
  // Everywhere; from every group except the largest, whatever they are called together.
  const isKind = excepted.some(({ category }) => category) && isParticle('except', all.end + 1, sentence)
  const isOfPlaces = isKind || isParticle('everywhere', all.first, sentence)
  const everywhere = isOfPlaces ? getPlaces(excepted, word, sentence) : []
  if (list || everywhere.length > 0) {
    const members = list ? getMembers(list, word, sentence) : everywhere
    // Everywhere else.
    const end = isParticle('residual', all.end, sentence) ? all.end + 1 : all.end
    // 八类应用中，A和B下降，其余均有增长
    const from = isParticle('residual', all.first - 2, sentence) ? all.first : (list?.first ?? end)
    const leftOut = [...excepted, ...namedBeforeOthers(from, sentence)]
    return members.filter((series) => !leftOut.some((name) => isCalled(series, name)))
  }
  const counted = count !== undefined && count > 1 ? getGroup(count, word, sentence) : undefined
  if (counted) return counted
  const before = names.filter(
    (name) => name.end <= all.first && clauseOf[name.first] === clause && !excepted.includes(name),
  )
  // 产销双双同比下降
  const base = words.find(({ meaning, first }) => meaning === 'over-a-year' && first === all.end)
  return (base ?? all).end === word.first && before.length >= 2
    ? before.flatMap(({ indicators }) => indicators.slice(0, 1))
    : []
}
