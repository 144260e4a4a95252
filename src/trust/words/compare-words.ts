import { observationKey } from '../../dataset/figure/reference.ts'
import { findObservation } from '../../dataset/find.ts'
import type { Dataset, Observation } from '../../dataset/types.ts'
import type { Name } from './names.ts'
import { isParticle } from './particles.ts'
import type { Word } from './read-words.ts'
import { figureAt, figuresIn, type Sentence } from './sentences.ts'
import { getIs, tiedFigures } from './tie-figures.ts'
import { type ClaimText, movementClaims } from './word-claims.ts'

/** Which way a comparison goes. */
type Side = 'more' | 'less'

/** What a word that compares says: more, lower, exceeds, ahead of. Nothing where what it compares is no figure. */
export function comparisonClaims(word: Word, sentence: Sentence, dataset: Dataset): ClaimText[] {
  const side: Side = word.meaning === 'more' || word.meaning === 'above' ? 'more' : 'less'
  const than = thanAfter(word, sentence)
  const tied = tiedFigures(word, sentence).map((index) => observationAt(index, sentence))
  const amount = amountBefore(word, sentence)
  if (amount) return movementClaims(side === 'more' ? 'rose' : 'fell', [amount], dataset)
  if (has('ever', word, sentence)) return everClaims(side, tied)
  if (than && has('earlier', word, sentence) && !objectFigure(than.end, sentence))
    return [...sinceClaims(side, tied, dataset), ...yearClaims(word, tied, sentence)]
  const pair = comparedPair(word, than, sentence, dataset)
  if (pair)
    return pair[0].key === pair[1].key ? [] : [[side === 'more' ? 'more-than' : 'less-than', pair[0].key, pair[1].key]]
  return isAttribute(word, sentence) && !than ? sinceClaims(side, tied.slice(0, 1), dataset) : []
}

/** Faster and slower: the rates of two things. */
export function speedClaims(word: Word, sentence: Sentence, dataset: Dataset): ClaimText[] {
  const pair = comparedPair(word, thanAfter(word, sentence) ?? word, sentence, dataset, isAnyPair)
  const rule = word.meaning === 'faster' ? 'faster-than' : 'slower-than'
  const id = ({ series, period }: Observation) => observationKey(series, 'value', period)
  return pair && pair[0].series !== pair[1].series ? [[rule, id(pair[0]), id(pair[1])]] : []
}

/** Two things of which the one is so many times the other: twice as many A as B. */
export function multipleClaims(word: Word, sentence: Sentence, dataset: Dataset): ClaimText[] {
  const pair = comparedPair(word, thanAfter(word, sentence) ?? word, sentence, dataset)
  if (!pair || pair[0].series === pair[1].series || pair[0].measure !== 'value') return []
  return [['about', pair[0].key, `${word.factor} * ${pair[1].key}`]]
}

interface Span {
  first: number
  end: number
}

/** The word that names what is compared with: within the word itself (more than), or after it. */
function thanAfter(word: Word, sentence: Sentence): Span | undefined {
  const { words, clauseOf } = sentence
  if (isParticle('than', word.end - 1, sentence)) return { first: word.end - 1, end: word.end }
  const clause = clauseOf[word.first]
  const after = words.find(({ meaning, first }) => meaning === 'than' && first >= word.end && first - word.end <= 12)
  if (after && clauseOf[after.first] === clause) return after
  return words.findLast(
    ({ meaning, first }) =>
      meaning === 'than' &&
      first < word.first &&
      clauseOf[first] === clause &&
      isParticle('than-before', first, sentence),
  )
}

function has(meaning: Word['meaning'], word: Word, { words, clauseOf }: Sentence): boolean {
  return words.some((other) => other.meaning === meaning && clauseOf[other.first] === clauseOf[word.first])
}

/** The change right before a comparative: {by} more, {rate} fewer. */
function amountBefore({ first, meaning }: Word, sentence: Sentence): Observation | undefined {
  if (meaning !== 'more' && meaning !== 'less') return undefined
  const figure = [1, 2].map((back) => figureAt(sentence, first - back)?.observation).find((one) => one)
  return figure && figure.measure !== 'value' ? figure : undefined
}

function everClaims(side: Side, tied: readonly Observation[]): ClaimText[] {
  const [level] = tied.filter(({ measure }) => measure === 'value')
  return level ? [[side === 'more' ? 'record' : 'lowest', level.key]] : []
}

/** Than a year before: the change is counted from just then. */
function yearClaims(word: Word, tied: readonly Observation[], sentence: Sentence): ClaimText[] {
  const { words, tokens, clauseOf } = sentence
  const earlier = words.find(
    ({ meaning, first }) => meaning === 'earlier' && first >= word.end && clauseOf[first] === clauseOf[word.first],
  )
  const isYear =
    earlier && tokens.some((_, at) => at >= earlier.first && at < earlier.end && isParticle('year', at, sentence))
  const [change] = tied.filter(({ measure }) => measure !== 'value')
  return isYear && change ? [['over-a-year', change.key]] : []
}

function sinceClaims(side: Side, tied: readonly Observation[], dataset: Dataset): ClaimText[] {
  return movementClaims(side === 'more' ? 'rose' : 'fell', tied.slice(0, 1), dataset)
}

/** The two figures that are compared, the one that is more or less first. */
function comparedPair(
  word: Word,
  than: Span | undefined,
  sentence: Sentence,
  dataset: Dataset,
  isPair = isComparable,
): Pair | undefined {
  const joint = than ?? word
  const objectIndex = objectFigure(joint.end, sentence)
  const objectName = nameAfter(joint.end, sentence)
  const object =
    objectIndex === undefined
      ? objectName && (figureNamed(objectName, sentence) ?? current(objectName, dataset))
      : observationAt(objectIndex, sentence)
  const subjects = [
    subjectFigure(word, sentence),
    ...subjectNames(word, joint, sentence).flatMap((name) => [
      figureNamed(name, sentence, objectIndex),
      current(name, dataset),
    ]),
  ]
  const pairs = subjects.flatMap((subject): Pair[] => (subject && object ? [[subject, object]] : []))
  const others = [...todayPair(word, than, sentence, dataset), ...pairsAround(word, than, sentence)]
  return [...pairs, ...others].find(([a, b]) => a.key !== b.key && isPair([a, b]))
}

type Pair = readonly [Observation, Observation]

/** An earlier level against that of now: lower in 2019 than today. */
function todayPair(word: Word, than: Span | undefined, sentence: Sentence, dataset: Dataset): Pair[] {
  const isToday = than && isParticle('today', than.end, sentence)
  return tiedFigures(word, sentence).flatMap((index): Pair[] => {
    const level = observationAt(index, sentence)
    const now = findObservation(dataset, level.series)
    return isToday && now ? [[level, now]] : []
  })
}

/** More A (its figure) than B (its figure). */
function pairsAround(word: Word, than: Span | undefined, sentence: Sentence): Pair[] {
  const isMultiple = word.meaning === 'times'
  const clause = sentence.clauseOf[word.first]
  const [first, second] = figuresIn(sentence).filter(
    (index) => index >= word.first && (isMultiple || sentence.clauseOf[index] === clause),
  )
  if (first === undefined || second === undefined || (!isMultiple && (!than || first > than.first))) return []
  return [[observationAt(first, sentence), observationAt(second, sentence)]]
}

function isComparable([a, b]: Pair): boolean {
  return a.measure === b.measure && a.quantity.unit === b.quantity.unit
}

function isAnyPair(): boolean {
  return true
}

/** The figure right after what joins it, with an article or a name between at most. */
function objectFigure(from: number, sentence: Sentence): number | undefined {
  const { tokens, names } = sentence
  for (let index = from; index < Math.min(from + 5, tokens.length); index++) {
    if (tokens[index]?.figure) return index
    const isNamed = names.some(({ first, end }) => first <= index && index < end)
    if (
      !isNamed &&
      !isParticle('article', index, sentence) &&
      !/^\d{4}$/.test(tokens[index]?.text ?? '') &&
      !/\p{Script=Han}/u.test(tokens[index]?.text ?? '')
    )
      return undefined
  }
  return undefined
}

function nameAfter(from: number, { names }: Sentence): Name | undefined {
  return names.find(({ first }) => first >= from && first - from <= 4)
}

function subjectFigure(word: Word, sentence: Sentence): Observation | undefined {
  const index = figuresIn(sentence).findLast((one) => one < word.first && word.first - one <= 8)
  return index === undefined ? undefined : observationAt(index, sentence)
}

/** The things named before the comparison, nearest first, or between more and than: more volunteers than. */
function subjectNames(word: Word, joint: Span, { names }: Sentence): Name[] {
  const before = names.filter(({ end }) => end <= word.first && word.first - end <= 6)
  const within = names.filter(({ first, end }) => first >= word.end && end <= joint.first)
  return [...before.toReversed(), ...within.toReversed()]
}

function figureNamed(name: Name, sentence: Sentence, but?: number): Observation | undefined {
  const index = figuresIn(sentence).find(
    (one) => one !== but && getIs(one, name, sentence) && observationAt(one, sentence).measure === 'value',
  )
  return index === undefined ? undefined : observationAt(index, sentence)
}

/** The level of a named thing in the report's period. */
function current(name: Name | undefined, dataset: Dataset): Observation | undefined {
  const [id, ...others] = name?.indicators ?? []
  return id === undefined || others.length > 0 ? undefined : findObservation(dataset, id)
}

function observationAt(index: number, sentence: Sentence): Observation {
  const figure = figureAt(sentence, index)
  if (!figure) throw new Error(`no figure at token ${index}`)
  return figure.observation
}

/** Whether a comparative stands right before a noun whose figure is told: a smaller budget. */
function isAttribute({ end, meaning }: Word, sentence: Sentence): boolean {
  if (meaning !== 'more' && meaning !== 'less') return false
  return sentence.names.some(({ first }) => first === end) || /^[,(（，:：]$/.test(sentence.tokens[end]?.text ?? '')
    ? true
    : sentence.tokens[end] !== undefined && /^\p{L}/u.test(sentence.tokens[end]?.text ?? '')
}
