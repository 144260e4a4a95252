import { Decimal } from 'decimal.js'
import { areAlike, comparePeriods, isNamedBy, periodYear } from '../../../dataset/figure/period.ts'
import { observationKey } from '../../../dataset/figure/reference.ts'
import { shiftPeriod } from '../../../dataset/figure/shift-period.ts'
import { isPercentage } from '../../../dataset/figure/unit/unit.ts'
import { getObservations } from '../../../dataset/find.ts'
import { groupBy } from '../../../dataset/group-by.ts'
import { tagIn } from '../../../dataset/read/language-in.ts'
import type { Observation, Qualifier } from '../../../dataset/types.ts'
import { earlier } from '../../../document/claim/history.ts'
import { lexicons } from '../../../locale/words/lexicons.ts'
import { areSame, partsNamed } from '../../evidence/mention-period.ts'
import { isCountedInPoints } from '../../numbers/figure-index.ts'
import { type NumberMention, readNumbers, saysNumber } from '../../numbers/numbers-in-text.ts'
import { getBases, hasBase } from '../bases.ts'
import { getTarget, isTarget, seriesOfCategories } from '../names.ts'
import { isParticle, particlesIn, withArticle } from '../particles.ts'
import { entries, type Word } from '../read-words.ts'
import { getWhole, isOwnChange, levelBefore, neutralOf } from '../readings/word-claims.ts'
import { figuresIn, latestLevel, namedPeriods, observationsAt, type Sentence, tokenFigure } from '../sentences.ts'
import { isPace } from '../tie-figures.ts'
import { isHundredth } from '../touching.ts'
import { growthsBeside } from './stated-growths.ts'

/**
 * Typed numbers that plain reckoning gives, as exactly as said, from what a sentence prints or names:
 * five points more, {a} against {b}; {part}, a good 3% of all; some 4,100 more than in 2021.
 */
export function reckonedNumbers(sentence: Sentence): readonly NumberMention[] {
  const { text, tokens, words, dataset, start: from } = sentence
  const language = tagIn(dataset.report, sentence.language)
  // Reading numbers takes long, and most digits are those of figures.
  if (!tokens.some((one) => !one.figure && /[\p{Nd}\p{Sc}\p{Sm}\p{Pd}]/u.test(one.text)) && !saysNumber(text, language))
    return []
  const getPlace = ({ numberStart }: NumberMention) => tokens.findIndex(({ end }) => end > from + numberStart)
  const numbers = readNumbers(text, language).flatMap((one) =>
    one.kind === 'number' && !tokens[getPlace(one)]?.figure ? [inWhole(one, sentence)] : [],
  )
  if (numbers.length === 0) return []
  const levels = getLevels(sentence)
  // Fell 11 cents: since the time that the report compares with.
  const isSaidSo = words.some(({ meaning }) => /^(?:up|down|more|less)$/.test(meaning))
  const now = isSaidSo ? levels.filter(({ period }) => period === dataset.report.period) : []
  const compared = now.flatMap((one) => levelBefore(dataset, one) ?? [])
  const pairs = [[...new Set([...levels, ...compared])], getGrowths(levels, sentence)].flatMap((all) =>
    all.flatMap((a) => all.map((b) => [a, b] as const)),
  )
  const sizes = [
    ...pairs.flatMap(([a, b]) => (a === b ? [] : getSizes(a, b, sentence))),
    ...getSums(levels, sentence),
    ...getQuotient(sentence),
  ]
  return numbers.filter((one) => {
    const at = getPlace(one)
    const [way, ...ways] = new Set(waysBeside(at, sentence))
    const qualifier = getQualifier(one, at, sentence)
    // 降幅扩大1.2个百分点
    const isOfFall = words.some((word) => word.first < at && word.meaning === 'down' && isPace(word, sentence))
    // Topped £4 billion: a mark that what is named has passed.
    const isMark = (level: Observation) => {
      const { value, unit } = level.quantity
      const isGrowth = level.measure !== 'value' || isOwnChange(level, sentence.dataset)
      return (
        qualifier !== undefined &&
        qualifier !== 'about' &&
        unit === (one.unit ?? unit) &&
        isPercentage(unit) === (one.unit === 'percent') &&
        !(isGrowth && value.cmp(0) !== (way ?? (isOfFall ? -1 : 1))) &&
        isSaid(one, isGrowth ? value.abs() : value, qualifier)
      )
    }
    const isMoved = isOfMovement(at, sentence) && !isParticle('than-amount', at - 1, sentence)
    return (
      isNeutralMark(one, at, sentence) ||
      [...levels, ...observationsAt(sentence)].some(isMark) ||
      sizes.some(
        ({ value, unit, isOverTime, way: own = 0, isOfFalls }) =>
          unit === one.unit &&
          !(way && ways.length === 0 && own * way * (isOfFall && isOfFalls ? -1 : 1) < 0) &&
          (isOverTime || !isMoved || isReached(at, sentence)) &&
          isSaid(one, value, qualifier),
      )
    )
  })
}

/** A reading above 50 shows growth; 50 = no change: the mark of an index, with a side of it or what it stands for. */
function isNeutralMark(one: NumberMention, at: number, sentence: Sentence): boolean {
  const { tokens, words, dataset } = sentence
  const isSide = words.some(({ meaning, end }) => end === at && (meaning === 'above' || meaning === 'below'))
  const isBase = one.value.eq(100) && observationsAt(sentence).some(({ quantity }) => isCountedInPoints(quantity.unit))
  const isMark = isBase || [...dataset.indicators.keys()].some((id) => neutralOf(id, dataset)?.eq(one.value))
  const isNamed = [-3, -2, -1, 1, 2, 3, 4].some((step) => isParticle('mark', at + step, sentence))
  return isMark && (isSide || isNamed || tokens[at + 1]?.text === '=')
}

/** Two cents are 0.02 of what figures are in. */
function inWhole(one: NumberMention, sentence: Sentence): NumberMention {
  const next = sentence.tokens.findIndex((token) => token.start >= sentence.start + one.numberEnd)
  return isHundredth(next, sentence) ? { ...one, value: one.value.div(100), precision: one.precision - 2 } : one
}

/** Whether a number is of a movement in its clause and not of a distance; no figure says already how far it went. */
function isOfMovement(at: number, sentence: Sentence): boolean {
  const { words, tokens, clauseOf } = sentence
  const amounts = figuresIn(sentence).filter((index) => tokenFigure(sentence, index)?.observation.measure !== 'value')
  return words.some(
    ({ meaning, first }) =>
      (meaning === 'up' || meaning === 'down') &&
      !isParticle('pace', first, sentence) &&
      clauseOf[first] === clauseOf[at] &&
      !words.some((side) => sides.test(side.meaning) && side.first > first && side.end < at) &&
      !tokens.slice(at, first).some(({ text }) => /^[,，]$/.test(text)) &&
      !amounts.some((amount) => first < amount && amount < at),
  )
}

/** Which ways the words around a number, as far as the next comma, say that something went or differs: 1 and -1. */
function waysBeside(at: number, sentence: Sentence): number[] {
  const { words, tokens, clauseOf, things, language } = sentence
  const isHere = ({ first, end, meaning }: Word) =>
    ways[meaning] !== undefined &&
    // 低于制造业0.4个百分点, 超过曲河市近270万人: of two things, before the number.
    (!sides.test(meaning) || (end < at && (meaning === 'below' || things.some((one) => one.first === end)))) &&
    !isParticle('pace', first, sentence) &&
    clauseOf[first] === clauseOf[at] &&
    !tokens.slice(Math.min(first, at), Math.max(first, at)).some(({ text }) => /^[,，、]$/.test(text))
  const said = words.filter(isHere).map(({ meaning }) => ways[meaning] ?? 1)
  // 多3200台
  const isAmount = isParticle('than-amount', at - 1, sentence)
  const isMore = entries(lexicons[language].words.more).includes(`${tokens[at - 1]?.text} #`)
  return isAmount ? [...said, isMore ? 1 : -1] : said
}

const ways: Readonly<Partial<Record<Word['meaning'], 1 | -1>>> = {
  ...({ up: 1, more: 1, above: 1, faster: 1, wider: 1, 'gained-pace': 1 } as const),
  ...({ down: -1, less: -1, below: -1, slower: -1, narrower: -1, slowed: -1 } as const),
}
const sides = /^(?:above|below|faster|slower)$/

/** Whether a number is what something came to, not how far it went: recovered to 94% of its former size. */
function isReached(at: number, sentence: Sentence): boolean {
  const moves = sentence.words.filter(({ meaning }) => meaning === 'up' || meaning === 'down')
  const before = Math.max(...[...figuresIn(sentence), ...moves.map(({ first }) => first)].filter((index) => index < at))
  return particlesIn('to', sentence).some((index) => before < index && index < at)
}

/** The series of which a sentence prints or names figures. */
function getSeries(sentence: Sentence): ReadonlySet<string> {
  const { dataset, calledBy, names, things } = sentence
  const printed = observationsAt(sentence)
  // The one indicator that a name or word is of: the target.
  const only = (ids: readonly string[]) => (ids.length === 1 ? ids : [])
  const called = [...calledBy.flatMap(only), ...names.flatMap(({ indicators }) => only(indicators))]
  const ids = new Set([...called, ...printed.map(({ indicator }) => indicator)])
  return new Set([...called, ...printed.map((one) => one.series), ...seriesOfCategories(ids, things, dataset)])
}

/** The levels that a sentence prints or names, and those of the same at the times that it names. */
function getLevels(sentence: Sentence): readonly Observation[] {
  const { dataset } = sentence
  const printed = observationsAt(sentence)
  const series = getSeries(sentence)
  // In October, than in January to September.
  const parts = partsNamed(sentence.text, periodYear(dataset.report.period))
  const isThen = ({ period }: Observation) =>
    printed.some((one) => one.period === period) || parts.some((part) => areSame(part.period, period))
  const now = [...series].flatMap((id) => [
    ...[latestLevel(id, dataset)].filter((one) => one !== undefined),
    ...getObservations(dataset, id).filter(isThen),
  ])
  const bases = getBases(sentence)
  // More than in 2021, than in the quarter before.
  const thenOf = (one: Observation) =>
    earlier(dataset, one).filter(
      ({ period }) =>
        namedPeriods(sentence).some((named) => isNamedBy(period, named.period)) ||
        bases.some((base) => hasBase({ ...one, since: period }, base)),
    )
  const all = now.filter(({ measure }) => measure === 'value').flatMap((one) => [one, ...thenOf(one)])
  const wholes = all.flatMap((one) => dataset.observations.get(getWhole(one, dataset) ?? '') ?? [])
  return [...new Set([...all, ...wholes])]
}

/** How fast things grew of which a sentence speaks so, now and a year before; exactly, and as it would be printed. */
function getGrowths(levels: readonly Observation[], sentence: Sentence): readonly Observation[] {
  const { dataset, words } = sentence
  const stated = [...words.flatMap((word) => growthsBeside(word, sentence) ?? []), ...growthsNamed(sentence)]
  const isOfPace = words.some(({ meaning, first }) => paces.test(meaning) || isParticle('pace', first, sentence))
  if (!isOfPace && observationsAt(sentence).every(({ measure }) => measure !== 'rate')) return []
  const ofLevels = levels.flatMap((level) =>
    [0, -12].flatMap((back) => {
      const keys = [back, back - 12].map((months) => `${level.series}@${shiftPeriod(level.period, months)}`)
      const [now, then] = keys.map((key) => dataset.observations.get(key)?.quantity.value)
      const exact = now && then && now.div(then).minus(1).times(100)
      const values = exact ? [exact, exact.toDecimalPlaces(1)] : []
      return values.map((value) => ({ ...level, quantity: { ...level.quantity, value, unit: 'percent' } }))
    }),
  )
  return [...new Set([...stated, ...ofLevels])]
}

/** The growths that a sentence prints, and of their time those of their wholes and of what else it names: 快于全部工业. */
function growthsNamed(sentence: Sentence): readonly Observation[] {
  const { dataset } = sentence
  const printed = observationsAt(sentence).filter(({ measure }) => measure === 'rate')
  if (printed.length === 0) return []
  const series = [...getSeries(sentence), ...printed.map(({ indicator }) => indicator)]
  const others = series.flatMap((id) =>
    printed.flatMap(({ period, since }) => {
      const one = dataset.observations.get(observationKey(id, 'rate', period))
      return one && one.since === since ? one : []
    }),
  )
  return [...printed, ...others]
}

const paces = /^(?:faster|slower|slowed|gained-pace)$/

/** What parts that a sentence takes together are, and what part of their whole: {a} and {b}, together 58%. */
function getSums(levels: readonly Observation[], sentence: Sentence): Size[] {
  const isTogether = particlesIn('together', sentence).length > 0
  const groups = isTogether ? [...groupBy(levels, (one) => getWhole(one, sentence.dataset))] : []
  return groups.flatMap(([key = '', parts]): Size[] => {
    const whole = sentence.dataset.observations.get(key)
    const value = Decimal.sum(...parts.map(({ quantity }) => quantity.value))
    if (!whole) return []
    const share = value.div(whole.quantity.value).times(100)
    return [
      { value, unit: undefined },
      { value: share, unit: 'percent' },
    ]
  })
}

/** 2.5 unemployed people for every vacancy ({a} to {b}): the first of two printed levels divided by the other. */
function getQuotient(sentence: Sentence): Size[] {
  const [a, b, ...others] = observationsAt(sentence)
  const isForEach = sentence.words.some(({ meaning }) => meaning === 'for-every')
  if (!isForEach || !a || !b || others.length > 0 || b.quantity.value.isZero()) return []
  return [{ value: a.quantity.value.div(b.quantity.value), unit: undefined }]
}

/**
 * How far the same went over time, what part it is of another or of what it was, or how far two things are apart;
 * and its direction over time, or from what it is compared with, which is reversed where both are falls.
 */
interface Size {
  value: Decimal
  unit: NumberMention['unit']
  isOverTime?: boolean
  isOfFalls?: boolean
  way?: number
}

/**
 * How far a level is from another, in its unit and in per cent of the earlier or compared one, or its part of it;
 * and whether they are of the same at two times.
 */
function getSizes(a: Observation, b: Observation, sentence: Sentence): Size[] {
  const [one, other] = [a.quantity.value, b.quantity.value]
  if (a.quantity.unit !== b.quantity.unit || other.isZero()) return []
  // Eight points to go, from what is to what is aimed at.
  const [isAim, isOfAim] = [isAimOf(a, b, sentence), isAimOf(b, a, sentence)]
  const isOverTime = a.series === b.series || isAim || isOfAim
  const change = one.minus(other)
  // 增速比M2低2.0个百分点: a against the object.
  const isWhole = (one: Observation) => a.indicator === b.indicator && Object.keys(one.categories).length === 0
  const [isOf, isOfOther] = [a, b].map((one) => !isOverTime && (isObject(one, sentence) || isWhole(one)))
  const inTime = isAim ? 1 : isOfAim ? -1 : comparePeriods(a.period, b.period)
  const against = isOverTime ? inTime : isOfOther ? 1 : -Number(isOf)
  const way = change.cmp(0) * against
  const isOfFalls = one.isNegative() && other.isNegative()
  if (isPercentage(a.quantity.unit)) return [{ value: change, unit: 'percentage-points', isOverTime, way, isOfFalls }]
  const step: Size = { value: change, unit: undefined, isOverTime, way }
  if (isAim || isOfAim) return [step]
  if (isOverTime ? !areAlike(a.period, b.period) : a.period !== b.period) return []
  if (isOverTime && comparePeriods(a.period, b.period) < 0) return [step]
  const isPart = !isOverTime && getWhole(a, sentence.dataset) === b.key
  const ratio: Size = { value: one.div(other).times(100), unit: 'percent' }
  const rate: Size = { value: change.abs().div(other).times(100), unit: 'percent', isOverTime, way }
  return [step, ...(isOverTime ? [rate, ratio] : isPart ? [ratio] : isOfOther ? [rate] : [])]
}

/** Whether a level is the target of another. */
function isAimOf(a: Observation, b: Observation, { dataset, language }: Sentence): boolean {
  return isTarget(a, dataset, language) && getTarget(a.indicator, dataset, language) === b.indicator
}

/** Whether a figure is of what something is compared with: than men, 比M2. */
function isObject({ indicator, categories }: Observation, sentence: Sentence): boolean {
  const isAfterThan = (first: number) =>
    isParticle('than-before', first - 1, sentence) ||
    sentence.words.some(
      ({ meaning, end }) => (meaning === 'than' || sides.test(meaning)) && end === withArticle(first, sentence),
    )
  return sentence.things.some(
    ({ first, indicators, category }) =>
      (category ? categories[category.dimension] === category.category : indicators.includes(indicator)) &&
      isAfterThan(first),
  )
}

/** What is said of a number before it, or after its unit: más de un 60 %; 30微克/立方米以下. */
function getQualifier(
  { qualifier, numberEnd }: NumberMention,
  at: number,
  { words, text }: Sentence,
): Qualifier | undefined {
  const [, after] = /^[^，。；、（）]{0,6}?以([上下内])/.exec(text.slice(numberEnd)) ?? []
  if (after) return after === '上' ? 'at least' : after === '下' ? 'under' : 'at most'
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
  // More than one point, of 1.9; less than 5%, of 3.9.
  const step = value.isZero() ? 0 : (2 * half) / Math.abs(value.toNumber())
  const [least, most] = near[qualifier]
  const [low, high] = [least < 0.9 ? Math.min(least, 1 - 1.5 * step) : least, most > 1 ? Math.max(most, 1 + step) : 1]
  const isOther = qualifier === 'over' || qualifier === 'under'
  return size.gte(value.times(low)) && size.lte(value.times(high)) && !(isOther && size.eq(value))
}

/** How far from a number what it bounds may be, for the number to say it. */
const near = {
  over: [1, 1.25],
  'at least': [1, 1.25],
  nearly: [0.9, 1],
  under: [0.8, 1],
  'at most': [0.5, 1],
} as const
