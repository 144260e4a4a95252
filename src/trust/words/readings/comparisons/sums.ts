import { observationKey } from '../../../../dataset/figure/reference.ts'
import { findObservation } from '../../../../dataset/find.ts'
import type { Observation } from '../../../../dataset/types.ts'
import type { Name } from '../../names.ts'
import { countSaid, isOrdinal, isParticle, particlesIn } from '../../particles.ts'
import type { Word } from '../../read-words.ts'
import { figuresIn, observationsAt, type Sentence } from '../../sentences.ts'
import { getIs, namedBeside, seriesInCategory } from '../../tie-figures.ts'
import { type ClaimText, getLists } from '../word-claims.ts'
import {
  compared,
  current,
  getSide,
  isComparable,
  namesAfter,
  objectFigure,
  observationAt,
  thanAfter,
  type WordedPair,
  type WordedSide,
  type WordedSpan,
} from './compared-pair.ts'

/** Longer than men ({a} plus {b} against {c} plus {d}): the first sum against the second. */
export function sumsCompared(word: Word, sentence: Sentence): ClaimText | undefined {
  const figures = figuresIn(sentence)
  const isAdded = (at: number) => /^(?:plus|\+)$/.test(sentence.tokens[at - 1]?.text ?? '')
  const starts = figures.filter((at) => at > word.first && !isAdded(at))
  const sums = starts.map((start, index) => {
    const next = starts[index + 1] ?? Number.POSITIVE_INFINITY
    return figures.filter((at) => at >= start && at < next).map((at) => observationAt(at, sentence).key)
  })
  const [a, b, ...others] = sums
  if (!a || !b || others.length > 0 || a.length < 2 || b.length < 2) return undefined
  return [getSide(word, sentence) === 'more' ? 'more-than' : 'less-than', a.join(' + '), b.join(' + ')]
}

/** Men spent more time on paid work than on unpaid work: two things of the one category that the clause is about. */
export function measuresCompared(word: Word, sentence: Sentence): ClaimText | undefined {
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
  return isPair ? compared(getSide(word, sentence), [a, b]) : undefined
}

/** The higher of the two: what is named beside it, or the last figure before, against its unit's other level. */
export function ofTwoClaims(word: Word, sentence: Sentence): ClaimText[] | undefined {
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
  const [b, ...more] = a && beside.length === 0 ? getOthers(a, sentence) : beside
  return a && b && more.length === 0 ? [compared(getSide(word, sentence), [a, b])] : []
}

/** What a level is listed with, of its time. */
function getOthers({ series, period, ...level }: Observation, { lists, dataset }: Sentence): Observation[] {
  const [list = ''] = getLists({ series, period, ...level }, lists, dataset)
  const others = list.split(' ').filter((member) => member !== series)
  return others.flatMap((member) => dataset.observations.get(observationKey(member, 'value', period)) ?? [])
}

/** More than in the other four districts combined: than the sum of all others; undefined if not taken together. */
export function othersTogether(word: Word, figure: Observation | undefined, sentence: Sentence): ClaimText | undefined {
  const than = thanAfter(word, sentence)
  const other = particlesIn('residual', sentence).find((at) => than && at >= than.end && at - than.end <= 4)
  const isTogether =
    other !== undefined && particlesIn('together', sentence).some((at) => at > other && at - other <= 5)
  const own = figure ?? observationsAt(sentence)[0]
  const [list] = isTogether && own?.measure === 'value' ? getLists(own, sentence.lists, sentence.dataset) : []
  if (!list || !own) return undefined
  const others = list.split(' ').filter((member) => member !== own.series)
  return [getSide(word, sentence) === 'more' ? 'more-than' : 'less-than', own.key, others.join(' + ')]
}

/** More than A and B combined: than the sum of the things of a kind that a comparison leads to; else undefined. */
export function thanTogether(word: Word, sentence: Sentence): ClaimText | undefined {
  const { things, clauseOf, dataset } = sentence
  const isHere = (at: number) => at >= word.end && clauseOf[at] === clauseOf[word.first]
  const joint = particlesIn('together', sentence).find(isHere) ?? -1
  const parts = things.filter(({ first, end }) => first >= word.end && end <= joint)
  const before = figuresIn(sentence).findLast((at) => at < word.first)
  const own = before === undefined ? undefined : observationAt(before, sentence)
  const dimension = parts[0]?.category?.dimension
  if (own?.measure !== 'value' || parts.length < 2 || parts.some(({ category }) => category?.dimension !== dimension))
    return undefined
  const series = parts.map(({ category, indicators: [id = ''] }) =>
    category ? seriesInCategory(own.indicator, category, sentence, own) : id,
  )
  const levels = series.flatMap((one) => dataset.observations.get(observationKey(one, 'value', own.period)) ?? [])
  const isKnown =
    levels.length === parts.length && levels.every((one) => one !== own && isComparable([own, one], sentence))
  const rule = getSide(word, sentence) === 'more' ? 'more-than' : 'less-than'
  return isKnown ? [rule, own.key, levels.map(({ key }) => key).join(' + ')] : undefined
}

/** Together A and B are more than C: the sum of what stands before it; undefined where nothing is added. */
export function sumClaims(
  side: WordedSide,
  word: Word,
  joint: WordedSpan,
  sentence: Sentence,
): ClaimText[] | undefined {
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
export function turnPair(word: Word, sentence: Sentence): WordedPair | undefined {
  const turn = sentence.words.find(
    ({ meaning, end }) => (meaning === 'former' || meaning === 'latter') && end <= word.first && word.first - end <= 4,
  )
  const before = figuresIn(sentence).filter((index) => turn && index < turn.first)
  const [a, b] = before.slice(-2).map((index) => observationAt(index, sentence))
  if (!a || !b || !isComparable([a, b], sentence)) return undefined
  return turn?.meaning === 'former' ? [a, b] : [b, a]
}
