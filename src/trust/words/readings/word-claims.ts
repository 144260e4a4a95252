import type { Decimal } from 'decimal.js'
import { comparePeriods } from '../../../dataset/figure/period.ts'
import { observationKey } from '../../../dataset/figure/reference.ts'
import { toSeries } from '../../../dataset/figure/series.ts'
import { isPercentage } from '../../../dataset/figure/unit/unit.ts'
import { findObservation } from '../../../dataset/find.ts'
import { groupBy } from '../../../dataset/group-by.ts'
import type { Dataset, Indicator, LocalText, Observation, Quantity } from '../../../dataset/types.ts'
import { earlier } from '../../../document/claim/history.ts'
import { getLanguage } from '../../../locale/languages.ts'
import { baseWords } from '../../../locale/words/bases.ts'
import { lexicons } from '../../../locale/words/lexicons.ts'
import { derived } from '../../../memory/derived.ts'
import { isCountedInPoints } from '../../numbers/figure-index.ts'
import { readNumbers } from '../../numbers/numbers-in-text.ts'
import { basesIn } from '../bases.ts'
import type { Name } from '../names.ts'
import { entries, type Word } from '../read-words.ts'
import type { Sentence } from '../sentences.ts'
import { namedBeside, paceBefore } from '../tie-figures.ts'
import { getTokens } from '../tokens.ts'
import { nearTo, opposite } from './comparison-before.ts'

/** A claim as it would be written: a rule and its arguments. */
export type ClaimText = readonly (string | number)[]

/** One way to take a word: claims that must all hold. */
export type Reading = readonly ClaimText[]

/** The level that a figure's level is compared with by default: that of its change, else the last one before it. */
export function levelBefore(dataset: Dataset, level: Observation): Observation | undefined {
  const change = dataset.observations.get(observationKey(level.series, 'change', level.period))
  const since =
    typeof change?.since === 'string'
      ? dataset.observations.get(observationKey(level.series, 'value', change.since))
      : undefined
  return since ?? earlier(dataset, level).at(-1)
}

/** The level of the figure's own indicator and period; of a change or rate, the level that it led to. */
export function getLevel(dataset: Dataset, figure: Observation): Observation | undefined {
  return figure.measure === 'value'
    ? figure
    : dataset.observations.get(observationKey(figure.series, 'value', figure.period))
}

/** Whether a level is a balance or a change, in per cent or not: one that has been below zero. */
export function isSigned(level: Observation, dataset: Dataset): boolean {
  return signed(dataset).has(level.indicator)
}

/**
 * Indicators with a level below zero, or whose label or denominator says a base (同比, on a year earlier),
 * or called or defined as a growth in per cent of nothing (增速).
 */
const signed = derived(({ observations, indicators }: Dataset) => {
  const below = [...observations.values()].filter(
    ({ measure, quantity }) => measure === 'value' && quantity.value.lt(0),
  )
  const based = [...indicators.values()].filter(
    (one) => saysBase(one.label) || saysBase(one.denominator) || isCalledGrowth(one),
  )
  return new Set([...below.map(({ indicator }) => indicator), ...based.map(({ id }) => id)])
})

/** Whether a text names a base without a date, at most a year before: of firms born five years before is no change. */
function saysBase(text: LocalText | undefined): boolean {
  return Object.entries(text ?? {}).some(([tag, words]) =>
    basesIn(getLanguage(tag) ?? 'en')(words).some(
      ({ base }) => 'periodBefore' in base || ('months' in base && base.months <= 12),
    ),
  )
}

function isCalledGrowth({ unit, denominator, label, definition }: Indicator): boolean {
  const placesIn = (text: LocalText | undefined) =>
    Object.entries(text ?? {}).map(([tag, words]) => words.search(baseWords[getLanguage(tag) ?? 'en'].growth))
  const isPercent = isPercentage(unit) && denominator === undefined
  return isPercent && (placesIn(label).some((at) => at >= 0) || placesIn(definition).some((at) => at >= 0 && at < 9))
}

/** The mark that an index is read from, by its definition: 50, of above 50, more report a rise than a fall. */
export function neutralOf(id: string, { indicators }: Dataset): Decimal | undefined {
  const own = indicators.get(id)
  return own && isCountedInPoints(own.unit) ? getMark(own) : undefined
}

const getMark = derived(({ definition }: Indicator) =>
  Object.entries(definition ?? {})
    .flatMap(([tag, text]) => readNumbers(text, getLanguage(tag) ?? 'en'))
    .flatMap((one) => (one.kind === 'number' && /^(?:ov|und)er$/.test(one.qualifier ?? '') ? one.value : []))
    .at(0),
)

const sidesOfMark: Readonly<Record<string, string>> = {
  rose: 'more-than',
  fell: 'less-than',
  'as-many-as': 'as-many-as',
}

/** What readings of movements say of such indices where more that report one is meant: output grew, at 52. */
export function neutralReadings(readings: readonly Reading[], dataset: Dataset): Reading[] {
  const asked = readings.map((reading) =>
    reading.map(([rule, ...args]): Reading => {
      const [way, keys] = rule === 'each' ? [args[0], args[1]] : [rule, /-row$/.test(`${rule}`) ? args[0] : args.at(-1)]
      const side = sidesOfMark[String(way).replace('-in-a-row', '')]
      return String(keys)
        .split(' ')
        .flatMap((key): ClaimText[] => {
          const figure = findObservation(dataset, key)
          const level = figure && getLevel(dataset, figure)
          const mark = level && neutralOf(level.indicator, dataset)
          return mark && side ? [[side, level.key, toExactArgument(mark, undefined)]] : []
        })
    }),
  )
  return asked.flatMap((claims) => (claims.every(({ length }) => length > 0) ? [claims.flat()] : []))
}

/**
 * Whether a level in per cent or points says how something without another figure went: exports, by their change.
 * It, or another of its list, has been below zero, as no share is, or its label says what it counts from.
 */
export function isOwnChange(level: Observation, dataset: Dataset): boolean {
  const { quantity, measure, series, indicator } = level
  const { denominator } = dataset.indicators.get(indicator) ?? {}
  if (measure !== 'value' || !isPercentage(quantity.unit) || (denominator && !saysBase(denominator))) return false
  const mates = [...dataset.lists.values()]
    .filter((ids) => ids.includes(series))
    .map((ids) => ids.flatMap((id) => findObservation(dataset, id) ?? []))
    .filter((all) => all.every((one) => one.quantity.unit === quantity.unit))
  return [level, ...mates.flat()].some((one) => isSigned(one, dataset))
}

/** The same where a sentence calls it by what went so, and not by its pace: exports rose, but not inflation rose. */
export function isSaidAsChange(level: Observation, word: Word, sentence: Sentence): boolean {
  if (paceBefore(word, sentence)) return false
  const { tokens, text, start, language, dataset } = sentence
  const name = namedBeside(word, sentence)
  const border = tokens.findLastIndex(({ text: mark }, at) => at < word.first && /^[,;:，；：]$/.test(mark)) + 1
  // Core inflation, which leaves out food, held at {it}.
  const isVerb = (at: number) => sentence.words.some((one) => one.meaning === 'verb' && one.first === at)
  const part = tokens.slice(border, word.first).every((_, at) => isVerb(border + at)) ? 0 : border
  // The rate for health was unchanged: a category says nothing of what is measured.
  const [first, end] = name?.indicators.length ? [name.first, name.end] : [part, word.first]
  const [from = start, to = start] = [tokens[first]?.start, tokens[end - 1]?.end]
  return isOwnChange(level, dataset) && !baseWords[language].pace.test(text.slice(from - start, to - start))
}

/** How the figures that a movement is of are judged: by their changes, or by levels from the earliest to the latest. */
export function movementClaims(rule: 'rose' | 'fell', figures: readonly Observation[], dataset: Dataset): ClaimText[] {
  // Edged down by {by since the month before} to {it}: the change says it of the level too.
  const isSaid = (level: Observation) =>
    figures.some(
      ({ measure, series, period }) => measure !== 'value' && series === level.series && period === level.period,
    )
  const own = figures.filter((one) => one.measure !== 'value' || !isSaid(one))
  const groups = groupBy(own, ({ measure, series, key }) => (measure === 'value' ? series : key))
  return [...groups.values()].flatMap((group) => {
    const [first, ...rest] = group.toSorted((a, b) => comparePeriods(a.period, b.period))
    const last = rest.at(-1)
    if (!first) return []
    if (last && last.period !== first.period) return [[rule, first.key, last.key]]
    return [oneMovement(rule, first, dataset)].filter((claim) => claim !== undefined)
  })
}

function oneMovement(rule: 'rose' | 'fell', figure: Observation, dataset: Dataset): ClaimText | undefined {
  if (figure.measure !== 'value') return [rule, figure.key]
  const { series, period } = figure
  const change = observationKey(series, 'change', period)
  const rate = observationKey(series, 'rate', period)
  const moved = [change, rate].find((key) => dataset.observations.has(key))
  if (moved !== undefined) return [rule, moved]
  const before = levelBefore(dataset, figure)
  return before && [rule, before.key, figure.key]
}

/** Of a level that is as it was; of a change, that it is none. */
export function flatClaims(figure: Observation, dataset: Dataset): ClaimText[] {
  if (figure.measure !== 'value') return [['unchanged', figure.key]]
  const before = levelBefore(dataset, figure)
  return before ? [['as-many-as', before.key, figure.key]] : []
}

/** Within a fiftieth, of shares within 0.4 points. */
export function muchTheSame({ key, quantity }: Observation, then: string): ClaimText {
  return isPercentage(quantity.unit)
    ? ['between', key, `${then} - 0.4 pp`, `${then} + 0.4 pp`]
    : ['between', key, `0.98 * (${then})`, `1.02 * (${then})`]
}

/** A level so many times as large as before. */
export function timesClaims(factor: string, figure: Observation, dataset: Dataset, comparison = 'about'): ClaimText[] {
  const level = getLevel(dataset, figure)
  const before = level && levelBefore(dataset, level)
  return level && before ? [multipleClaim(comparison, level.key, factor, before.key)] : []
}

/** So many times another, or nearly so, or just over, of a size or of what was taken away. */
export function multipleClaim(comparison: string, key: string, factor: string, base: string): ClaimText {
  const near = nearTo[comparison.replace('-down', '')]
  if (!near) return [comparison, key, `${factor} * ${base}`]
  const isDown = comparison.endsWith('-down')
  const ends = near.map((times) => (isDown ? 1 - times * (1 - Number(factor)) : times * Number(factor)))
  const [low = 0, high = 0] = ends.toSorted((a, b) => a - b).map((end) => Number(end.toFixed(5)))
  return ['between', key, `${low} * ${base}`, `${high} * ${base}`]
}

/** A part of a whole: a share in per cent by itself, a number by what it is part of. */
export function shareClaims(factor: string, figure: Observation, dataset: Dataset, comparison = 'about'): ClaimText[] {
  if (figure.measure !== 'value') return []
  const part = Number(factor)
  if (figure.quantity.unit === 'percent') return [sizeClaim(comparison, figure.key, part)]
  const whole = getWhole(figure, dataset)
  return whole === undefined ? [] : [wholeClaim(comparison, figure.key, part, whole)]
}

/** So large a part of a whole. */
export function wholeClaim(comparison: string, part: string, factor: number, whole: string): ClaimText {
  return partClaim(comparison, part, (times) => `${Number((factor * times).toFixed(5))} * ${whole}`)
}

/** So much more than another, or less: by about a third of it. */
export function growthTimes(comparison: string, key: string, share: number, base: string): ClaimText {
  const ends = (getNear(comparison) ?? [1]).map((times) => Number((1 + share * times).toFixed(5)))
  const sizes = ends.toSorted((a, b) => a - b).map((end) => `${end} * ${base}`)
  const side = share < 0 ? opposite(comparison) : comparison
  return [sizes.length > 1 ? 'between' : side, key, ...sizes]
}

function getNear(comparison: string): readonly [number, number] | undefined {
  return comparison === 'about' ? [0.9, 1.1] : nearTo[comparison]
}

/** How much a figure is, whichever side of zero it is on. */
export function getSize({ key, quantity }: Pick<Observation, 'key' | 'quantity'>): string {
  return quantity.value.isNegative() ? `-1 * ${key}` : key
}

/** A number that is meant to the last digit, as an argument of a claim. */
export function toExactArgument(value: Decimal, unit: string | undefined): string {
  const sign = unit === 'percent' ? '%' : unit === 'percentage-points' ? ' pp' : ''
  return `${value.toFixed()}${sign}`
}

/** A size in per cent that is such a fraction. */
export function sizeClaim(comparison: string, key: string, factor: number): ClaimText {
  return partClaim(comparison, key, (times) => `${Number((factor * times * 100).toFixed(3))}%`)
}

/** A fraction in words is the nearest simple one: it may be a tenth of itself from the true share. */
function partClaim(comparison: string, key: string, at: (times: number) => string): ClaimText {
  const [low = 1, high] = getNear(comparison) ?? []
  return high === undefined ? [comparison, key, at(low)] : ['between', key, at(low), at(high)]
}

/** No change, of changes in per cent: what is printed as 0.0%. */
export const noChange = ['-0.05%', '0.05%'] as const

/** The same by a rule about shares: majority, few. */
export function portionClaims(rule: string, figure: Observation, dataset: Dataset): ClaimText[] {
  if (figure.measure !== 'value') return []
  if (figure.quantity.unit === 'percent') return [[rule, figure.key]]
  const whole = getWhole(figure, dataset)
  return whole === undefined ? [] : [[rule, figure.key, whole]]
}

/** The whole that a level is a part of, as a reference; undefined where the dataset knows none. */
export function getWhole(
  { indicator, categories, period }: Observation,
  { indicators, observations }: Dataset,
): string | undefined {
  // What is broken down is a part of the same without its categories, unless it is a mean or a rate.
  const isAll = Object.keys(categories).length === 0
  if (indicators.get(indicator)?.type === 'ratio' && !isAll) return undefined
  const whole = isAll ? indicators.get(indicator)?.partOf : indicator
  const key = whole === undefined ? undefined : observationKey(whole, 'value', period)
  return key !== undefined && observations.has(key) ? key : undefined
}

/**
 * Lists to compare a figure within: a named one, else those of its unit with three members or more, shortest first;
 * of a category the others of its dimension, except for what is left over.
 */
export function getLists(
  { indicator, series, categories, period, quantity }: Observation,
  named: readonly Pick<Name, 'indicators' | 'dimension'>[],
  { lists, dimensions, indicators, observations, absences, checks }: Dataset,
): string[] {
  const broken = Object.keys(categories).flatMap((id) => dimensions.get(id) ?? [])
  // Of nitrogen dioxide at the roadside, the other places or the other gases: as the sentence says.
  const along = broken.length > 1 ? broken.filter(({ id }) => named.some((one) => one.dimension === id)) : broken
  if (broken.length > 0)
    return along.map((dimension) => {
      const { type, unit, denominator } = indicators.get(indicator) ?? {}
      const isSum = type !== 'ratio'
      const isPart = isSum || (unit === 'percent' && denominator !== undefined)
      const isLeftOver = (category: string) => isPart && isResidualCategory(dimension.id, category, dimensions)
      const getSeries = (category: string) =>
        toSeries(indicator, { ...categories, [dimension.id]: category }, broken).key
      // The smallest party in parliament is none without seats.
      const isNone = ({ value }: Quantity) => isSum && value.isZero() && !quantity.value.isZero()
      const isKnown = (category: string) => {
        const key = observationKey(getSeries(category), 'value', period)
        const level = observations.get(key)
        return level ? !isNone(level.quantity) : absences.has(key)
      }
      return [...dimension.categories.keys()]
        .filter((category) => category === categories[dimension.id] || (!isLeftOver(category) && isKnown(category)))
        .map(getSeries)
        .join(' ')
    })
  const isLeft = (member: string) => member !== series && indicators.get(member)?.residual === true
  const getList = (members: readonly string[]) => members.filter((member) => !isLeft(member)).join(' ')
  const own = named.find(({ indicators: members }) => members.includes(series))
  if (own) return [getList(own.indicators)]
  const unit = indicators.get(indicator)?.unit
  const isAlike = (member: string) => indicators.get(member.replace(/\[.*/, ''))?.unit === unit
  const candidates = [...lists.values()].filter(
    (members) => members.length >= 3 && members.includes(series) && members.every(isAlike),
  )
  const { partOf } = indicators.get(indicator) ?? {}
  const parts = [...indicators.values()].filter((one) => partOf !== undefined && one.partOf === partOf)
  // Complaints by service and by reason: those that a sum declares with this one.
  const getKey = (id: string) => observationKey(id, 'value', period)
  const sum = checks.find(({ kind, observations: all }) => kind === 'identity' && all.includes(getKey(indicator)))
  const beside = parts.filter(({ id }) => sum?.observations.includes(getKey(id)))
  const siblings = [beside, parts, calledAlike(indicator, indicators)].map((all) =>
    all.map(({ id }) => id).filter(isAlike),
  )
  const group = siblings.find(({ length }) => length >= 3)
  if (candidates.length === 0 && group) return [getList(group)]
  return candidates.toSorted((a, b) => a.length - b.length).map(getList)
}

/** The indicators of which the label begins with the same two words: Pass rate in English, Pass rate in science. */
function calledAlike(id: string, indicators: Dataset['indicators']): Indicator[] {
  const beginning = ({ label }: Indicator) =>
    Object.values(label).map((text) =>
      /^\p{Script=Latin}+ \p{Script=Latin}+ \p{Script=Latin}+ /u.exec(`${text} `)?.[0].toLowerCase(),
    )[0]
  const own = indicators.get(id)
  const start = own && beginning(own)
  return start === undefined ? [] : [...indicators.values()].filter((one) => beginning(one) === start)
}

/** Whether a category is what is left over: Other countries. */
export function isResidualCategory(dimension: string, category: string, dimensions: Dataset['dimensions']): boolean {
  const { label = {}, short = {}, residual } = dimensions.get(dimension)?.categories.get(category) ?? {}
  if (residual !== undefined) return residual
  return [...Object.entries(label), ...Object.entries(short)].some(([tag, text]) => {
    const language = getLanguage(tag)
    const words = language ? entries(lexicons[language].particles.residual) : []
    return words.some((word) => (language === 'zh' ? text.startsWith(word) : getTokens(text)[0]?.text === word))
  })
}
