import { comparePeriods, isNamedBy } from '../../dataset/figure/period.ts'
import { observationKey } from '../../dataset/figure/reference.ts'
import { percent } from '../../dataset/figure/unit/unit.ts'
import type { Dataset, Observation } from '../../dataset/types.ts'
import type { Language } from '../../locale/languages.ts'
import type { Meaning } from '../../locale/words/lexicon.ts'
import { dateAt } from '../evidence/mention-period.ts'
import { readNumbers } from '../numbers/numbers-in-text.ts'
import { basesIn } from './bases.ts'
import { findCategories, findLists, findNames } from './names.ts'
import { countSaid, isParticle, withArticle } from './particles.ts'
import { isSmall, type Word } from './read-words.ts'
import type { Token } from './tokens.ts'
import { unitsAt } from './touching.ts'

/**
 * Whether nothing from a token on may narrow what is said before it, as in growth and outlook, fell in the spring:
 * only small words, some others, and names and times that the dataset knows.
 */
export function isKnownFrom(
  from: number,
  text: string,
  tokens: readonly Token[],
  words: readonly Pick<Word, 'first' | 'end'>[],
  dataset: Dataset,
  language: Language,
): boolean {
  const named = [findNames, findCategories, findLists].flatMap((find): { first: number; end: number }[] =>
    find(tokens, dataset, language),
  )
  const origin = tokens[0]?.start ?? 0
  const times = [...basesIn(language)(text), ...readNumbers(text, language).filter(({ kind }) => kind === 'date')]
  return tokens.every(
    (token, at) =>
      at < from ||
      !/[\p{L}\p{N}]/u.test(token.text) ||
      isSmall(token.text, language) ||
      countSaid(token.text, language) !== undefined ||
      [...words, ...named].some(({ first, end }) => first <= at && at < end) ||
      times.some(({ start, end }) => start <= token.start - origin && token.start - origin < end),
  )
}

/** What may stand beside a movement without saying another. */
const beside = /^(?:verb|all|each-time|in-a-row|than|earlier|over-a-year)$/
const ways: Readonly<Partial<Record<Meaning, 1 | -1>>> = { up: 1, more: 1, above: 1, down: -1, less: -1, below: -1 }

/** Whether a word of a meaning says that something went one way, or is on one side of something else. */
export function isWay({ meaning }: Pick<Word, 'meaning'>): boolean {
  return ways[meaning] !== undefined
}

/**
 * The one direction in words without a figure; none where they deny it, tell of or compare with another time,
 * or say of what it is: the trend of falling numbers. What is shown may say a movement's time.
 */
export function readWaySaid(
  text: string,
  tokens: readonly Token[],
  words: readonly Word[],
  dataset: Dataset,
  language: Language,
  isAboveShown = false,
): { way: 1 | -1; word: Word } | undefined {
  const worded = { tokens, language }
  const word = words.find(isWay)
  const way = word && ways[word.meaning]
  // Regions where landings grew, the following.
  const isInner = ({ meaning, first }: Word) =>
    meaning === 'within' && (isParticle('relative', first, worded) || isParticle('article', first - 1, worded))
  const isOther = (one: Word) => ways[one.meaning] !== way && !beside.test(one.meaning) && !isInner(one)
  if (!word || !way || words.some(isOther)) return undefined
  const bases = basesIn(language)(text)
  const dates = readNumbers(text, language).filter(({ kind }) => kind === 'date')
  const areBases = dates.every((date) => {
    const { start, end, period } = dateAt(text, date)
    const isNow = period !== undefined && isNamedBy(dataset.report.comparison, period)
    return isNow && bases.some((base) => base.start <= start && end <= base.end)
  })
  const isThen = dates.length > 0 || words.some(({ meaning }) => meaning === 'earlier')
  // Fewer households have panels: than before, where no more is said.
  const isOfMany =
    (word.meaning === 'more' || word.meaning === 'less') &&
    unitsAt(tokens.slice(word.end, word.end + 1), dataset, language).length > 0 &&
    !words.some(({ meaning }) => meaning === 'than') &&
    !tokens.some((_, at) => isParticle('than', at, worded))
  const isMovement = word.meaning === 'up' || word.meaning === 'down' || isOfMany
  const before = withArticle(word.first, worded) - 1
  const isOfIt = language !== 'zh' && (['of', 'from', 'by'] as const).some((kind) => isParticle(kind, before, worded))
  const isOfTime = isMovement ? isAboveShown || areBases : isThen && areBases
  return isOfTime && !isOfIt ? { way, word } : undefined
}

/**
 * The directions of a series' figures: by their changes, else of the latest level since the first of them,
 * since the one before and by its own change.
 */
export function getWays(group: readonly Observation[], { observations, indicators }: Dataset): number[] {
  const changes = group.filter(({ measure }) => measure !== 'value')
  if (changes.length > 0) return changes.map(({ quantity }) => Math.sign(quantity.value.toNumber()))
  const levels = group.toSorted((a, b) => comparePeriods(a.period, b.period))
  const last = levels.at(-1)
  if (!last) return []
  const change = observations.get(observationKey(last.series, 'change', last.period))
  // A level in per cent of nothing may be a growth itself: prices rise, though more slowly.
  const isGrowth = last.quantity.unit === percent.id && !indicators.get(last.indicator)?.denominator
  const before = levels.length > 1 ? [levels[0], levels.at(-2)] : []
  return [
    ...(isGrowth ? [Math.sign(last.quantity.value.toNumber())] : []),
    ...(change ? [Math.sign(change.quantity.value.toNumber())] : []),
    ...before.flatMap((one) => (one ? [last.quantity.value.cmp(one.quantity.value)] : [])),
  ]
}
