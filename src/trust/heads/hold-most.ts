import { Decimal } from 'decimal.js'
import { comparePeriods } from '../../dataset/figure/period.ts'
import { groupBy } from '../../dataset/group-by.ts'
import type { Dataset, Observation } from '../../dataset/types.ts'
import type { Place } from '../../diagnostic.ts'
import type { Claim } from '../../document/claim/claim.ts'
import type { Language } from '../../locale/languages.ts'
import type { Locale } from '../../locale/types.ts'
import type { Meaning } from '../../locale/words/lexicon.ts'
import { lexicons } from '../../locale/words/lexicons.ts'
import { isResidual } from '../../locale/words/series-words.ts'
import { dateAt } from '../evidence/mention-period.ts'
import { readNumbers } from '../numbers/numbers-in-text.ts'
import { findCategories, findLists, findNames, type NamedCategory, nameWords } from '../words/names.ts'
import { isOfPeriod } from '../words/others/mistimed.ts'
import { countSaid } from '../words/particles.ts'
import { entries, readWords } from '../words/read-words.ts'
import { getTokens, textAt } from '../words/tokens.ts'
import type { Head } from './read-heads.ts'

/** A word in a title or caption for a direction, its extent or an extreme, held to what stands below. */
export interface HeldWay {
  place: Place
  word: string
  /** Of what was judged as a claim is, the claim and the whole text. */
  claim?: { claim: Claim; text: string } | undefined
  /** Whether all went so, since the first and since the last time; false where none did at any; undefined else. */
  isTrue: boolean | undefined
  /** What shows it below; of a claim, its own words do. */
  found?: string
  /** What says it, for messages, where it is no title or caption. */
  where?: string
}

const mosts: ReadonlySet<Meaning> = new Set(['largest', 'smallest', 'majority'])

const sides: Partial<Record<Meaning, 1 | -1>> = { largest: 1, record: 1, majority: 1, smallest: -1, lowest: -1 }

/** What words at one figure of a chart say of it: highest, the lowest of all quarters. */
export function holdNote(
  { text, place, where, figures: [figure], beside = [] }: Head,
  dataset: Dataset,
  language: Language,
): HeldWay[] {
  const tokens = getTokens(text)
  const [date] = readNumbers(text, language)
  const said = date?.kind === 'date' ? dateAt(text, date) : undefined
  // A time alone, at a figure of another.
  if (
    figure &&
    beside.length > 0 &&
    said?.period &&
    said.start === 0 &&
    said.end === text.length &&
    !isOfPeriod(figure, said.period)
  )
    return [{ place, word: text, isTrue: false, found: `it stands at ${figure.key}`, where }]
  // An average lies between what it is of.
  const alike = beside.filter(
    (one) => one.indicator === figure?.indicator && one.period === figure.period && one.measure === figure.measure,
  )
  const isBeyond = [1, -1].some((way) =>
    alike.every((one) => (figure?.quantity.value.cmp(one.quantity.value) ?? 0) * way >= 0),
  )
  if (figure && alike.length > 2 && isBeyond && saysMean(text, figure, dataset, language))
    return [{ place, word: text, isTrue: false, found: `it stands at ${figure.key}`, where }]
  const [word, ...others] = readWords(tokens, language).filter(({ meaning }) => !/^(?:verb|ever|all)$/.test(meaning))
  const side = word && sides[word.meaning]
  const isOfOther = findNames(tokens, dataset, language).some(
    (name) => !name.indicators.includes(figure?.indicator ?? ''),
  )
  if (!figure || !side || others.length > 0 || isOfOther || /\p{Nd}/u.test(text)) return []
  const { indicator, measure, quantity } = figure
  const groups = (['series', 'period'] as const)
    .map((key) => beside.filter((one) => one[key] === figure[key]))
    .map((group) => group.filter((one) => one.indicator === indicator && one.measure === measure))
    .filter(({ length }) => length > 1)
  const isTrue = groups.some((group) => group.every((one) => quantity.value.cmp(one.quantity.value) * side >= 0))
  const found = `${figure.key} is not`
  return groups.length === 0 || isTrue ? [] : [{ place, word: textAt(text, tokens, word), isTrue, found, where }]
}

/** Whether words begin with average, mean or median, which their figure is not called. */
export function saysMean(text: string, { indicator }: Observation, dataset: Dataset, language: Language): boolean {
  const [first] = getTokens(text)
  const own = dataset.indicators.get(indicator)
  const isCalled = own && first && nameWords(own, language).includes(first.stem)
  return !isCalled && entries(lexicons[language].particles.norm).includes(first?.text ?? '')
}

/** What a text says has the most of what is broken down below it, or the least: most deaths occur at ages 45 to 64. */
export function holdMost({ text, place, figures }: Head, dataset: Dataset, locale: Locale): HeldWay[] {
  const language = locale.primary
  const tokens = getTokens(text)
  const parts = findCategories(tokens, dataset, language)
  const isNamed = (at: number) => parts.some(({ first, end }) => first <= at && at < end)
  const words = readWords(tokens, language).filter(({ first, meaning }) => meaning !== 'verb' && !isNamed(first))
  const [word, ...others] = words
  const [date] = readNumbers(text, language).filter(({ kind }) => kind === 'date')
  const period = date && dateAt(text, date).period
  const isOfThen = period !== undefined && figures.every((figure) => isOfPeriod(figure, period))
  const isDated = !isOfThen && tokens.some((token, at) => /\p{Nd}/u.test(token.text) && !isNamed(at))
  if (!word || !mosts.has(word.meaning) || others.length > 0 || isDated) return []
  const isRatio = ({ indicator }: Observation) => dataset.indicators.get(indicator)?.type === 'ratio'
  // Most of the young use it: more than half of them.
  const half = word.meaning === 'majority' && word.first === 0 ? shareSaid(parts, figures, dataset) : undefined
  // Most payments go through large banks: more than half of them, whoever has more than the others.
  if (half && parts.every(({ first }) => first > word.end + 1))
    return [
      { place, word: textAt(text, tokens, word), isTrue: half.share > 0.5, found: `less than half is ${half.key}` },
    ]
  const isOfPart = figures.some(isRatio) || [0, 1, 2].some((after) => isNamed(word.end + after))
  if (word.meaning === 'majority' && isOfPart) return []
  const names = findNames(tokens, dataset, language)
  const levels = figures.filter(
    (figure) =>
      figure.measure === 'value' &&
      names.every(({ indicators }) => indicators.includes(figure.indicator)) &&
      !isResidual(dataset, locale, figure),
  )
  const side = word.meaning === 'smallest' ? -1 : 1
  // The three largest; the three regions with the highest rate.
  const list = findLists(tokens, dataset, language).find(({ end }) => end < word.first && end > word.first - 4)
  const count = [word.first - 1, ...(list ? [list.first - 1] : [])]
    .map((at) => countSaid(tokens[at]?.text ?? '', language))
    .find((one) => one !== undefined)
  const own = textAt(text, tokens, word)
  if (count !== undefined) {
    const held = firstsShown(count, parts, levels, side, dataset)
    return held ? [{ place, word: own, ...held }] : []
  }
  const firsts = parts.flatMap((part) => firstsBeside(part, parts, levels, side, isRatio))
  const [first] = firsts
  if (!first) return []
  const isTrue = firsts.every(({ isOwn }) => isOwn) || (firsts.some(({ isOwn }) => isOwn) ? undefined : false)
  return [{ place, word: own, isTrue, found: `the ${side > 0 ? 'largest' : 'smallest'} below it is ${first.key}` }]
}

/** The part that the categories named have of all of theirs, where one thing is shown by nothing but these. */
function shareSaid(
  parts: readonly NamedCategory[],
  figures: readonly Observation[],
  { dimensions, indicators }: Dataset,
): { share: number; key: string } | undefined {
  const [dimension = '', ...others] = new Set(parts.map((part) => part.dimension))
  const shown = latest(figures.filter(({ measure }) => measure === 'value'))
  const own = shown.filter(({ categories }) => parts.some(({ category }) => categories[dimension] === category))
  const [first] = own
  const all = dimensions.get(dimension)
  const isOfOne = ({ indicator, categories }: Observation) =>
    indicator === first?.indicator && Object.keys(categories).join() === dimension
  if (
    !first ||
    others.length > 0 ||
    !all?.isExhaustive ||
    shown.length !== all.categories.size ||
    !shown.every(isOfOne)
  )
    return undefined
  const sum = (of: readonly Observation[]) => Decimal.sum(0, ...of.map(({ quantity }) => quantity.value)).toNumber()
  const whole = sum(shown)
  const isShares = Math.abs(whole - 100) < 2 && first.quantity.unit === 'percent'
  if (whole <= 0 || (indicators.get(first.indicator)?.type === 'ratio' && !isShares)) return undefined
  return { share: sum(own) / whole, key: own.map(({ key }) => key).join(', ') }
}

/** The three largest are the North, the South and the Hills: whether they are, and whether so many are shown. */
function firstsShown(
  count: number,
  parts: readonly NamedCategory[],
  levels: readonly Observation[],
  side: 1 | -1,
  dataset: Dataset,
): Pick<HeldWay, 'isTrue' | 'found'> | undefined {
  const [dimension = '', ...others] = new Set(levels.flatMap(({ categories }) => Object.keys(categories)))
  const shown = latest(levels)
    .filter(({ categories }) => categories[dimension] !== undefined)
    .toSorted((a, b) => b.quantity.value.cmp(a.quantity.value) * side)
  const isOne = new Set(shown.map(({ indicator }) => indicator)).size === 1
  const isNamed = parts.length === count && parts.every((part) => part.dimension === dimension)
  if (!isOne || others.length > 0 || (parts.length > 0 && !isNamed)) return undefined
  if (shown.length < count) return { isTrue: false, found: `no more than ${shown.length} are shown below it` }
  const larger = shown.length === count ? largerThan(shown, dimension, side, dataset) : undefined
  if (larger) return { isTrue: false, found: `${larger.key} is not below it` }
  const firsts = shown.slice(0, count)
  const isTrue = parts.every(({ category }) => firsts.some(({ categories }) => categories[dimension] === category))
  return isNamed ? { isTrue, found: `below it they are ${firsts.map(({ key }) => key).join(', ')}` } : undefined
}

/** A category that is not shown, and would come before the last of those that are. */
function largerThan(
  shown: readonly Observation[],
  dimension: string,
  side: 1 | -1,
  { observations }: Dataset,
): Observation | undefined {
  const last = shown.at(-1)
  const isBeside = ({ indicator, measure, period, categories }: Observation) =>
    indicator === last?.indicator &&
    measure === last.measure &&
    period === last.period &&
    Object.keys(categories).join() === dimension
  return [...observations.values()].find(
    (one) => last && isBeside(one) && !shown.includes(one) && one.quantity.value.cmp(last.quantity.value) * side > 0,
  )
}

/** The first of those beside a category: in each group that is shown, and in their sum if they are counts. */
function firstsBeside(
  part: NamedCategory,
  parts: readonly NamedCategory[],
  levels: readonly Observation[],
  side: 1 | -1,
  isRatio: (figure: Observation) => boolean,
): { key: string; isOwn: boolean }[] {
  const { dimension } = part
  const others = parts.filter((other) => other !== part)
  const beside = levels.filter(
    ({ categories }) =>
      categories[dimension] !== undefined && others.every((other) => categories[other.dimension] === other.category),
  )
  const rest = ({ indicator, categories }: Observation) =>
    JSON.stringify([
      indicator,
      ...Object.entries(categories)
        .filter(([id]) => id !== dimension)
        .toSorted(),
    ])
  const groups = [...groupBy(beside, rest).values()].map(latest)
  const sums = [
    ...groupBy(
      groups.flat().filter((figure) => !isRatio(figure)),
      ({ indicator }) => indicator,
    ).values(),
  ]
  return [...groups, ...sums].flatMap((group) => {
    const sizes = [...groupBy(group, ({ categories }) => categories[dimension]).values()].map((alike) => ({
      key: alike[0].key,
      isOwn: alike[0].categories[dimension] === part.category,
      size: Decimal.sum(...alike.map(({ quantity }) => quantity.value)).mul(side),
    }))
    const own = sizes.find(({ isOwn }) => isOwn)
    const most = sizes.toSorted((a, b) => b.size.cmp(a.size))[0]
    return own && most && sizes.length > 1 ? [own.size.eq(most.size) ? own : most] : []
  })
}

function latest(group: readonly Observation[]): Observation[] {
  const last = group.toSorted((a, b) => comparePeriods(b.period, a.period))[0]?.period
  return group.filter(({ period }) => period === last)
}
