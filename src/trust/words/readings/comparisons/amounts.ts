import { Decimal } from 'decimal.js'
import { findObservation } from '../../../../dataset/find.ts'
import type { Observation } from '../../../../dataset/types.ts'
import { lexicons } from '../../../../locale/words/lexicons.ts'
import { getBases } from '../../bases.ts'
import type { Name } from '../../names.ts'
import { partsNamedIn } from '../../others/mistimed.ts'
import { isParticle, particlesIn } from '../../particles.ts'
import { entries, isSmall, type Word } from '../../read-words.ts'
import { figuresIn, namedPeriods, type Sentence, tokenFigure, wordBefore } from '../../sentences.ts'
import { getIs, namedBeside } from '../../tie-figures.ts'
import { isHundredth, unitsAt } from '../../touching.ts'
import { numberAt } from '../groups.ts'
import { type ClaimText, isSaidAsChange, toExactArgument } from '../word-claims.ts'
import {
  current,
  figureNamed,
  namesAfter,
  subjectFigure,
  subjectNames,
  type WordedSide,
  type WordedSpan,
} from './compared-pair.ts'

/** {it}, slightly less than six months before: than then, and no shorter time. */
export function isOfSpan({ first, end }: Word, sentence: Sentence): boolean {
  const { tokens, start: from } = sentence
  const isApart = [1, 2].some((back) => /^[,，(（]$/.test(tokens[first - back]?.text ?? ''))
  if ([...partsNamedIn(sentence), ...namedPeriods(sentence)].some((part) => part.first === end)) return true
  return isApart && getBases(sentence).some(({ start }) => start === (tokens[end]?.start ?? 0) - from)
}

/** Nearly an hour more. */
export function isNearTimeSpan({ first, end }: Word, sentence: Sentence): boolean {
  if (!isParticle('nearly', first, sentence)) return false
  const { hour, day, week, month, year } = lexicons[sentence.language].units
  return entries([hour, day, week, month, year].join()).includes(sentence.tokens[end + 1]?.text ?? '')
}

/** We closed {by} more shops than we opened: more that went than came are fewer. */
export function isOfLeaving(word: Word, sentence: Sentence): boolean {
  const { clauseOf } = sentence
  const than = particlesIn('than', sentence).find((at) => at >= word.end) ?? -1
  return particlesIn('leaving', sentence).some((at) => at < than && clauseOf[at] === clauseOf[word.first])
}

/** So many more than then; of whole percentage points as many when rounded. */
export function stepClaim(
  side: WordedSide,
  { key, quantity }: Observation,
  then: Observation,
  more: number,
): ClaimText {
  const at = (size: number) => `${then.key} ${side === 'more' ? '+' : '-'} ${size}`
  if (quantity.unit !== 'percent' || !Number.isInteger(more) || quantity.precision >= 0)
    return ['as-many-as', key, `${at(more)}${quantity.unit === 'percent' ? ' pp' : ''}`]
  const [a = 0, b = 0] = side === 'more' ? [more - 0.5, more + 0.5] : [more + 0.5, more - 0.5]
  return ['between', key, `${at(a)} pp`, `${at(b)} pp`]
}

/** Three more than, two days fewer than: a difference counted in words or a digit or two; not: a good three days. */
export function countedBefore({ first }: Word, sentence: Sentence): number | undefined {
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

/** How far two things are apart, by a third's figure: exports exceed imports by {surplus}, 比城镇高{gap}; or undefined. */
export function distanceClaims(
  side: WordedSide,
  word: Word,
  nextThan: WordedSpan | undefined,
  sentence: Sentence,
): ClaimText[] | undefined {
  // 超过进口额{surplus}，较上年: what comes after the figure is another comparison.
  const isOther = nextThan && figuresIn(sentence).some((at) => at >= word.end && at < nextThan.first)
  const than = isOther ? undefined : nextThan
  const joint = than && than.end > word.first ? than : word
  const index = distanceFigure(word, than, joint, sentence)
  const distance = tokenFigure(sentence, index)?.observation
  if (distance?.measure !== 'value' || distance.quantity.unit === 'percent') return undefined
  const getLevel = (name: Name, like?: Observation) =>
    figureNamed(name, sentence, index) ?? current(name, sentence, like) ?? ofDistance(name, distance, sentence)
  const objects = namesAfter((than ?? word).end, sentence)
  const subjects = subjectNames(word, joint, sentence)
  if (subjects.some((name) => getIs(index, name, sentence))) return undefined
  const named = subjects.flatMap((subject) =>
    objects.flatMap((object) => {
      const level = getLevel(object) ?? getLevel(object, getLevel(subject))
      const own = getLevel(subject, level)
      return own && level ? [[own, level] as const] : []
    }),
  )
  // 城镇为{urban}，比农村高{gap}: of the level before.
  const before = subjectFigure(word, sentence)
  const beside = objects.flatMap((object) => getLevel(object, before) ?? [])
  const pairs = [
    ...named,
    ...beside.flatMap((level) => (before && before !== distance ? [[before, level] as const] : [])),
  ]
  const [pair] = pairs.filter(([a, b]) => isDistance(distance, a, b))
  if (!pair) return index < word.first && objects.length > 0 ? [] : undefined
  const [a, b] = side === 'more' ? pair : pair.toReversed()
  return [['agrees', distance.key, `${a?.key} - ${b?.key}`]]
}

/** A category's level in a unit of distances, if one thing alone is broken down so: A trails B by {gap}. */
function ofDistance({ category }: Name, { quantity }: Observation, { dataset }: Sentence): Observation | undefined {
  const unit = quantity.unit === 'percentage-points' ? 'percent' : quantity.unit
  const [only, ...others] = [...dataset.indicators.values()].filter(
    (one) => category && one.unit === unit && one.dimensions.includes(category.dimension),
  )
  return only && category && others.length === 0
    ? findObservation(dataset, `${only.id}[${category.category}]`)
    : undefined
}

/** The figure right before a comparison or after what it compares with, even without by; in Chinese right after it. */
function distanceFigure(word: Word, than: WordedSpan | undefined, joint: WordedSpan, sentence: Sentence): number {
  const isFigure = (at: number) => tokenFigure(sentence, at) !== undefined
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

/** The change right before a comparative: {by} more, {rate} fewer. */
export function amountBefore({ first, end, meaning }: Word, sentence: Sentence): Observation | undefined {
  const isThan = isParticle('than', end - 1, sentence)
  const isComparative = meaning === 'more' || meaning === 'less' || isThan
  // {a} is larger than: the figure is what is compared.
  const isCopula = isParticle('be', first - 1, sentence)
  const isWord = (at: number) => /^\p{L}/u.test(sentence.tokens[at]?.text ?? '')
  // {by} a week less than.
  const figure = (isComparative && !isCopula ? [1, 2, ...(isParticle('article', first - 2, sentence) ? [3] : [])] : [1])
    .filter((back) => back === 1 || isWord(first - 1))
    .map((back) => tokenFigure(sentence, first - back)?.observation)
    .find((one) => one)
  return figure && figure.measure !== 'value' ? figure : undefined
}

/** The change right after a comparative that is said so: 少{by}. */
export function amountAfter({ end, meaning }: Word, sentence: Sentence): Observation | undefined {
  const figure = tokenFigure(sentence, end)?.observation
  const isAmount = figure !== undefined && figure.measure !== 'value' && isParticle('than-amount', end - 1, sentence)
  return isAmount && (meaning === 'more' || meaning === 'less') ? figure : undefined
}

/** The change by which a thing is above, or below, its own past: exceeded the previous year's by {by}. */
export function amountBeyond({ first, end }: Word, sentence: Sentence): Observation | undefined {
  const { clauseOf, words, things } = sentence
  // 高于上年同期{by}
  const isBy = (one: number) => isParticle('by', one - 1, sentence) || wordBefore(one, sentence)?.meaning === 'earlier'
  const at = figuresIn(sentence).find((one) => one >= end && isBy(one)) ?? -1
  const isPast = words.some((one) => one.meaning === 'earlier' && one.first >= end && one.end <= at)
  const isOfOther = things.some((name) => name.first >= end && name.first < at)
  const figure = clauseOf[at] === clauseOf[first] ? tokenFigure(sentence, at)?.observation : undefined
  return isPast && !isOfOther && figure?.measure !== 'value' ? figure : undefined
}

/**
 * A level in per cent or below zero that says how something else went, as inflation does of prices:
 * where it stands with a word and is not what is named beside it.
 */
export function growthAt(index: number, word: Word, sentence: Sentence): Observation | undefined {
  const named = namedBeside(word, sentence)
  const figure = tokenFigure(sentence, index)?.observation
  if (figure && isSaidAsChange(figure, word, sentence)) return figure
  const isGrowth =
    figure?.measure === 'value' && (figure.quantity.unit === 'percent' || figure.quantity.value.isNegative())
  // Food prices rose 3.7%: the category alone names no rate.
  const isNamed = named !== undefined && !named.category && getIs(index, named, sentence)
  return isGrowth && !isNamed ? figure : undefined
}

/** The side of zero, or another mark, that a level is on: prices 3.0% higher, if inflation is above zero; a deficit. */
export function growthClaim(side: WordedSide, { key, quantity }: Observation, mark = new Decimal(0)): ClaimText {
  return [side === 'more' ? 'more-than' : 'less-than', key, toExactArgument(mark, quantity.unit)]
}
