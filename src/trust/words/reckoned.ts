import { Decimal } from 'decimal.js'
import { areAlike, comparePeriods, isNamedBy, periodYear } from '../../dataset/figure/period.ts'
import { observationKey } from '../../dataset/figure/reference.ts'
import { shiftPeriod } from '../../dataset/figure/shift-period.ts'
import { isPercentage } from '../../dataset/figure/unit/unit.ts'
import { findObservation, observationsOf } from '../../dataset/find.ts'
import { groupBy } from '../../dataset/group-by.ts'
import type { Observation, Qualifier } from '../../dataset/types.ts'
import { earlier } from '../../document/claim/history.ts'
import { lexicons } from '../../locale/words/lexicons.ts'
import { areSame, partsNamed } from '../evidence/mention-period.ts'
import { type NumberMention, readNumbers } from '../numbers/numbers-in-text.ts'
import { basesOf, hasBase } from './bases.ts'
import { categoriesOf, type Name } from './names.ts'
import { isParticle, particlesIn, withArticle } from './particles.ts'
import { entries, type Word } from './read-words.ts'
import { getWhole, isOwnChange, levelBefore, neutralOf } from './readings/word-claims.ts'
import { figureAt, figuresIn, namedPeriods, observationsAt, type Sentence } from './sentences.ts'
import { isPace } from './tie-figures.ts'
import { isHundredth } from './touching.ts'

/** Typed numbers that a plain reckoning of what a sentence prints or names gives, as exactly as they are said: five points more, {a} against {b}; up by more than 10%, from {a} to {b}; {part}, a good 3% of all; some 4,100 more than in 2021. */
export function reckonedNumbers(sentence: Sentence): readonly NumberMention[] {
  const { text, language, tokens, words, dataset, start: from } = sentence
  const placeOf = ({ numberStart }: NumberMention) => tokens.findIndex(({ end }) => end > from + numberStart)
  const numbers = readNumbers(text, language).flatMap((one) =>
    one.kind === 'number' && !tokens[placeOf(one)]?.figure ? [inWhole(one, sentence)] : [],
  )
  if (numbers.length === 0) return []
  const levels = levelsOf(sentence)
  // Fell 11 cents: since the time that the report compares with.
  const isSaidSo = words.some(({ meaning }) => /^(?:up|down|more|less)$/.test(meaning))
  const now = isSaidSo ? levels.filter(({ period }) => period === dataset.report.period) : []
  const compared = now.flatMap((one) => levelBefore(dataset, one) ?? [])
  const pairs = [[...new Set([...levels, ...compared])], growthsOf(levels, sentence)].flatMap((all) =>
    all.flatMap((a) => all.map((b) => [a, b] as const)),
  )
  const sizes = [...pairs.flatMap(([a, b]) => (a === b ? [] : sizesOf(a, b, sentence))), ...sumsOf(levels, sentence)]
  return numbers.filter((one) => {
    const at = placeOf(one)
    const isMoved = isOfMovement(at, sentence)
    const [way, ...ways] = new Set(waysBeside(at, sentence))
    const qualifier = qualifierOf(one, at, sentence)
    // Topped £4 billion: a mark that what is named has passed.
    const isMark = (level: Observation) => {
      const { value, unit } = level.quantity
      const isGrowth = isOwnChange(level, sentence.dataset)
      return (
        qualifier !== undefined &&
        qualifier !== 'about' &&
        unit === (one.unit ?? unit) &&
        isPercentage(unit) === (one.unit === 'percent') &&
        !(isGrowth && value.cmp(0) !== (way ?? 1)) &&
        isSaid(one, isGrowth ? value.abs() : value, qualifier)
      )
    }
    const isTimes = timesAfter.test(text.slice(one.numberEnd))
    const isOfFall = paceAt(at, sentence) === -1
    return (
      isNeutralMark(one, at, sentence) ||
      [...levels, ...observationsAt(sentence)].some(isMark) ||
      sizes.some(
        ({ value, unit, isOverTime, way: own = 0, isOfFalls, isTimes: isOne = false }) =>
          unit === one.unit &&
          isOne === isTimes &&
          !(way && ways.length === 0 && own * way * (isOfFall && isOfFalls ? -1 : 1) < 0) &&
          (isOverTime || isOne || !isMoved || isReached(at, sentence)) &&
          isSaid(one, value, qualifier),
      )
    )
  })
}

/** After a number that says how many times another something is. */
const timesAfter = /^(?:倍| ?times\b|[- ]?mal\b|-?fach| fois\b| veces\b)/

/** Which way a noun before a number says that something went: 降幅扩大1.2个百分点. */
function paceAt(at: number, sentence: Sentence): 1 | -1 | undefined {
  const pace = sentence.words.findLast((word) => word.first < at && isPace(word, sentence))
  return pace && (pace.meaning === 'up' ? 1 : -1)
}

/** A reading above 50 shows growth; 50 = no change: the mark that an index is read from, with a side of it or what it stands for. */
function isNeutralMark(one: NumberMention, at: number, sentence: Sentence): boolean {
  const { tokens, words, dataset } = sentence
  const isSide = words.some(({ meaning, end }) => end === at && (meaning === 'above' || meaning === 'below'))
  const isMark = [...dataset.indicators.keys()].some((id) => neutralOf(id, dataset)?.eq(one.value))
  const isNamed = [-3, -2, 1, 2, 3, 4].some((step) => isParticle('mark', at + step, sentence))
  return isMark && (isSide || isNamed || tokens[at + 1]?.text === '=')
}

/** Two cents are 0.02 of what figures are in. */
function inWhole(one: NumberMention, sentence: Sentence): NumberMention {
  const next = sentence.tokens.findIndex((token) => token.start >= sentence.start + one.numberEnd)
  return isHundredth(next, sentence) ? { ...one, value: one.value.div(100), precision: one.precision - 2 } : one
}

/** Whether a number is of something that went up or down in its clause, and not of how far two things are apart: no figure says already how far it went. */
function isOfMovement(at: number, sentence: Sentence): boolean {
  const { words, tokens, clauseOf } = sentence
  const amounts = figuresIn(sentence).filter((index) => figureAt(sentence, index)?.observation.measure !== 'value')
  return words.some(
    ({ meaning, first }) =>
      (meaning === 'up' || meaning === 'down') &&
      !isParticle('pace', first, sentence) &&
      clauseOf[first] === clauseOf[at] &&
      !tokens.slice(at, first).some(({ text }) => /^[,，]$/.test(text)) &&
      !waysAgainst(at, sentence).some((side) => side.first > first) &&
      !amounts.some((amount) => first < amount && amount < at),
  )
}

/** Which ways the words around a number, as far as the next comma, say that something went or differs: 1 and -1. */
function waysBeside(at: number, sentence: Sentence): number[] {
  const { words, tokens, clauseOf, language } = sentence
  const isHere = ({ first, meaning }: Word) =>
    ways[meaning] !== undefined &&
    !isParticle('pace', first, sentence) &&
    clauseOf[first] === clauseOf[at] &&
    !tokens.slice(Math.min(first, at), Math.max(first, at)).some(({ text }) => /^[,，、]$/.test(text))
  const said = [...words.filter(isHere), ...waysAgainst(at, sentence)].map(({ meaning }) => ways[meaning] ?? 1)
  // 多3200台
  const isAmount = isParticle('than-amount', at - 1, sentence)
  const isMore = entries(lexicons[language].words.more).includes(`${tokens[at - 1]?.text} #`)
  return isAmount ? [...said, isMore ? 1 : -1] : said
}

const ways: Readonly<Partial<Record<Word['meaning'], 1 | -1>>> = {
  ...({ up: 1, more: 1, wider: 1, 'gained-pace': 1 } as const),
  ...({ down: -1, less: -1, narrower: -1, slowed: -1 } as const),
}

/** What says of two things, right before a number, which of them has more: 增速低于全部工业0.4个百分点. */
function waysAgainst(at: number, { words, things, tokens }: Sentence): Word[] {
  const isHere = ({ first, end, meaning }: Word) =>
    sides.test(meaning) &&
    end < at &&
    at - end <= 8 &&
    !tokens.slice(first, at).some(({ text }) => /^[,，、]$/.test(text)) &&
    (things.some((thing) => thing.first === end) || meaning !== 'above')
  return words
    .filter(isHere)
    .map((word) => ({ ...word, meaning: /^(?:above|faster)$/.test(word.meaning) ? 'more' : 'less' }))
}

const sides = /^(?:above|below|faster|slower)$/

/** Whether a number is what something came to, not how far it went: recovered to 94% of its former size. */
function isReached(at: number, sentence: Sentence): boolean {
  const moves = sentence.words.filter(({ meaning }) => meaning === 'up' || meaning === 'down')
  const before = Math.max(...[...figuresIn(sentence), ...moves.map(({ first }) => first)].filter((index) => index < at))
  return particlesIn('to', sentence).some((index) => before < index && index < at)
}

/** The levels that a sentence prints or names, and those of the same at the times that it names. */
function levelsOf(sentence: Sentence): readonly Observation[] {
  const { dataset, calledBy, names, things } = sentence
  const printed = observationsAt(sentence)
  // The one indicator that a name or word is of: the target.
  const only = (ids: readonly string[]) => (ids.length === 1 ? ids : [])
  const called = [...calledBy.flatMap(only), ...names.flatMap(({ indicators }) => only(indicators))]
  const ids = new Set([...called, ...printed.map(({ indicator }) => indicator)])
  const series = new Set([...called, ...printed.map((one) => one.series), ...categoriesOf(ids, things, dataset)])
  // In October, than in January to September.
  const parts = partsNamed(sentence.text, periodYear(dataset.report.period))
  const isThen = ({ period }: Observation) =>
    printed.some((one) => one.period === period) || parts.some((part) => areSame(part.period, period))
  const now = [...series].flatMap((id) => [
    ...[findObservation(dataset, id)].filter((one) => one !== undefined),
    ...observationsOf(dataset, id).filter(isThen),
  ])
  const bases = basesOf(sentence)
  // More than in 2021, than in the quarter before.
  const thenOf = (one: Observation) =>
    earlier(dataset, one).filter(
      ({ period }) =>
        namedPeriods(sentence).some((named) => isNamedBy(period, named.period)) ||
        bases.some((base) => hasBase({ ...one, since: period }, base)),
    )
  const all = now.filter(({ measure }) => measure === 'value').flatMap((one) => [one, ...thenOf(one)])
  const wholes = all.flatMap((one) => dataset.observations.get(wholeSaid(one, sentence) ?? '') ?? [])
  return [...new Set([...all, ...wholes])]
}

/** The whole that a level is a part of; of a mean or rate that of all, where a sentence says so: 全部工业. */
function wholeSaid(one: Observation, { dataset, text, language }: Sentence): string | undefined {
  const [dimension = '', ...others] = Object.keys(one.categories)
  const total = dataset.dimensions.get(dimension)?.total?.[language] ?? ''
  const isSaid = total.length > 1 && others.length === 0 && text.includes(total)
  return getWhole(one, dataset) ?? (isSaid ? observationKey(one.indicator, 'value', one.period) : undefined)
}

/** How fast things grew of which a sentence speaks so, now and a year before; exactly, and as it would be printed. */
function growthsOf(levels: readonly Observation[], sentence: Sentence): readonly Observation[] {
  const { dataset, words } = sentence
  const isOfPace = words.some(({ meaning, first }) => paces.test(meaning) || isParticle('pace', first, sentence))
  if (!isOfPace && observationsAt(sentence).every(({ measure }) => measure !== 'rate')) return []
  return levels.flatMap((level) =>
    [0, -12].flatMap((back) => {
      const keys = [back, back - 12].map((months) => `${level.series}@${shiftPeriod(level.period, months)}`)
      const [now, then] = keys.map((key) => dataset.observations.get(key)?.quantity.value)
      const exact = now && then && now.div(then).minus(1).times(100)
      const values = exact ? [exact, exact.toDecimalPlaces(1)] : []
      return values.map((value) => ({ ...level, quantity: { ...level.quantity, value, unit: 'percent' } }))
    }),
  )
}

const paces = /^(?:faster|slower|slowed|gained-pace)$/

/** What parts that a sentence takes together are, and what part of their whole: {a} and {b}, together 58%. */
function sumsOf(levels: readonly Observation[], sentence: Sentence): Size[] {
  const isTogether = particlesIn('together', sentence).length > 0
  const groups = isTogether ? [...groupBy(levels, (one) => getWhole(one, sentence.dataset))] : []
  return groups.flatMap(([key = '', parts]): Size[] => {
    const whole = sentence.dataset.observations.get(key)
    const value = Decimal.sum(...parts.map(({ quantity }) => quantity.value))
    if (!whole) return []
    const share = value.div(whole.quantity.value).times(100)
    return [toSize(value, undefined), toSize(share, 'percent')]
  })
}

/** A size: how far the same went from one time to another, what part it is of another or of what it was, or how far two things are apart; which way it went over time, or lies from what it is compared with; of two below zero how far they are apart is said of falls too. */
type Size = {
  value: Decimal
  unit: NumberMention['unit']
  isOverTime: boolean
  isTimes?: boolean
  isOfFalls?: boolean
  way?: number
}

const toSize = (value: Decimal, unit: Size['unit'], isOverTime = false): Size => ({ value, unit, isOverTime })

/** How far a level is from another, in its unit and in per cent of an earlier one or of what it is compared with, or what part of it or how many times it; and whether they are of the same at two times. */
function sizesOf(a: Observation, b: Observation, sentence: Sentence): Size[] {
  const { dataset } = sentence
  const [one, other] = [a.quantity.value, b.quantity.value]
  if (a.quantity.unit !== b.quantity.unit || other.isZero()) return []
  const isOverTime = a.series === b.series
  const change = one.minus(other)
  // 增速比M2低2.0个百分点: a against the object.
  const [isOf, isOfOther] = [a, b].map((one) => !isOverTime && isObject(one, sentence))
  const against = isOverTime ? comparePeriods(a.period, b.period) : isOfOther ? 1 : -Number(isOf)
  const way = change.cmp(0) * against
  const isOfFalls = one.isNegative() && other.isNegative()
  const isLed = isOverTime ? against > 0 : placeOf(a, sentence) < placeOf(b, sentence)
  const times = isLed && one.gt(0) && other.gt(0) ? [{ ...toSize(one.div(other), undefined), isTimes: true }] : []
  if (isPercentage(a.quantity.unit))
    return [{ ...toSize(change, 'percentage-points', isOverTime), way, isOfFalls }, ...times]
  const areAside = isOverTime ? !areAlike(a.period, b.period) && a.since === undefined : a.period !== b.period
  if (areAside && !(isOverTime && dataset.indicators.get(a.indicator)?.type === 'stock')) return []
  const size = { ...toSize(change, undefined, isOverTime), way }
  if (isOverTime && comparePeriods(a.period, b.period) < 0) return [size]
  const isPart = !isOverTime && getWhole(a, dataset) === b.key
  const ratio = toSize(one.div(other).times(100), 'percent')
  const rate = { ...toSize(change.abs().div(other).times(100), 'percent', true), way }
  return [size, ...times, ...(isOverTime ? [rate, ratio] : isPart ? [ratio] : isOfOther ? [rate] : [])]
}

/** Where a sentence first names what a figure is of. */
function placeOf({ indicator, categories }: Observation, { things }: Sentence): number {
  const isIts = ({ indicators, category }: Name) =>
    category ? categories[category.dimension] === category.category : indicators.includes(indicator)
  return things.findIndex(isIts)
}

/** Whether a figure is of what something is compared with: than men, 比M2. */
function isObject({ indicator, categories }: Observation, sentence: Sentence): boolean {
  const { dataset, language, words, tokens, things, text, start } = sentence
  const than = words.filter(({ meaning }) => meaning === 'than' || sides.test(meaning))
  const isAfterThan = (first: number) =>
    isParticle('than-before', first - 1, sentence) || than.some(({ end }) => end === withArticle(first, sentence))
  const dimensions = dataset.indicators.get(indicator)?.dimensions ?? []
  const isTotal = ({ end }: Word) =>
    dimensions.some((one) => {
      const total = dataset.dimensions.get(one)?.total?.[language]
      return total !== undefined && text.startsWith(total, (tokens[end]?.start ?? start) - start)
    })
  return (
    things.some(
      ({ first, indicators, category }) =>
        (category ? categories[category.dimension] === category.category : indicators.includes(indicator)) &&
        isAfterThan(first),
    ) ||
    (Object.keys(categories).length === 0 && than.some(isTotal))
  )
}

/** What is said of a number before it: más de un 60 %. */
function qualifierOf({ qualifier }: NumberMention, at: number, { words }: Sentence): Qualifier | undefined {
  const before = words.findLast(({ end }) => end <= at && at - end <= 1)?.meaning
  return qualifier ?? (before === 'above' ? 'over' : before === 'below' ? 'under' : undefined)
}

/** Whether a number says a size: to its last digit, or as its qualifier has it. */
function isSaid({ value, precision }: NumberMention, size: Decimal, qualifier: Qualifier | undefined): boolean {
  const half = 0.5 * 10 ** precision
  if (!qualifier || qualifier === 'about') {
    const least = qualifier ? value.times(0.03).abs() : 0
    return size.minus(value).abs().lte(Decimal.max(half, least))
  }
  const [low, high] = near[qualifier]
  const isOther = qualifier === 'over' || qualifier === 'under'
  return size.gte(value.times(low)) && size.lte(value.times(high)) && !(isOther && size.eq(value))
}

/** How far from a number what it bounds may be, for the number to say it. */
const near = {
  over: [1, 1.25],
  'at least': [1, 1.25],
  nearly: [0.9, 1],
  under: [0.8, 1],
  'at most': [0.8, 1],
} as const
