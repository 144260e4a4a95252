import { observationKey } from '../../../../dataset/figure/reference.ts'
import { isPercentage } from '../../../../dataset/figure/unit/unit.ts'
import { findObservation } from '../../../../dataset/find.ts'
import type { Observation } from '../../../../dataset/types.ts'
import { type Name, seriesOfCategories } from '../../names.ts'
import { isParticle } from '../../particles.ts'
import type { Word } from '../../read-words.ts'
import { figuresIn, observationsAt, type Sentence } from '../../sentences.ts'
import { namedNow } from '../../tie-figures.ts'
import { type ClaimText, getSize, isOwnChange, multipleClaim } from '../word-claims.ts'
import {
  againstPair,
  averagePair,
  comparedPair,
  current,
  isComparable,
  observationAt,
  sizes,
  thanAfter,
  type WordedPair,
} from './compared-pair.ts'

/** As large as another: of the figures on both sides, else of the last two before. */
export function alikeClaims(word: Word, sentence: Sentence): ClaimText[] {
  const here = figuresIn(sentence)
  const before = here.filter((index) => index < word.first)
  const after = here.find((index) => index >= word.end && index - word.end <= 8)
  const next = here.filter((index) => index >= word.end).slice(0, 2)
  const pair = before.length === 0 ? next : after === undefined ? before.slice(-2) : [...before.slice(-1), after]
  const printed = pair.map((index) => observationAt(index, sentence))
  // The South has caught up with the North.
  const [a, b = averagePair(word, a, sentence)[0]?.[1]] =
    here.length > 0 ? printed : (comparedPair(word, undefined, sentence) ?? [])
  return a && b && a.key !== b.key && isComparable([a, b], sentence) ? [['about', ...sizes(a, b)]] : []
}

/** Two things of which the one is so many times the other: twice as many A as B. */
export function multipleClaims(word: Word, sentence: Sentence, comparison: string): ClaimText[] {
  const changes = changesAround(word, sentence)
  if (changes) return [[comparison, getSize(changes[0]), `${word.factor} * ${getSize(changes[1])}`]]
  const joint = thanAfter(word, sentence) ?? word
  const ofWhole = wholeBefore(word.first, sentence)
  const [own, whole] = (ofWhole && pairOfWhole(ofWhole, sentence, word)) ?? []
  if (own && whole) return [multipleClaim(comparison, own.key, word.factor ?? '', whole.key)]
  const pair = againstPair(joint, sentence) ?? comparedPair(word, joint, sentence)
  if (pair && isOfSpeed(word, sentence)) {
    const [own, other] = pair.map(({ series, period }) => observationKey(series, 'rate', period))
    return own && other && own !== other ? [multipleClaim(comparison, own, word.factor ?? '', other)] : []
  }
  if (!pair || pair[0].series === pair[1].series || pair[0].measure !== pair[1].measure) return []
  // {a}, twice as high among the young ({b}).
  const isTurned =
    joint === word &&
    isParticle('than', word.end - 2, sentence) &&
    (isParticle('in', word.end, sentence) || isParticle('apart', word.end, sentence)) &&
    figuresIn(sentence).some((index) => index >= word.end)
  const [a, b] = isTurned ? sizes(pair[1], pair[0]) : sizes(...pair)
  return [multipleClaim(comparison, a, word.factor ?? '', b)]
}

/** 城镇的六成, 城镇失业率的三倍: what a share or a multiple is of, before it. */
export function wholeBefore(start: number, sentence: Sentence): Name | undefined {
  const { language, things, tokens } = sentence
  const isOf = language === 'zh' && isParticle('of', start - 1, sentence)
  const last = isParticle('number', start - 2, sentence) ? start - 2 : start - 1
  // 进口电量（{imports}）的两倍
  const isBracketed = /^[)）]$/.test(tokens[last - 1]?.text ?? '')
  const end = isBracketed ? tokens.findLastIndex(({ text }, at) => at < last && /^[(（]$/.test(text)) : last
  return isOf ? things.find((name) => name.end === end) : undefined
}

/** The part or multiple of another, and that other; 增量是城镇的三倍, 增速不及城镇的一半: of how far, or how fast, both went. */
export function pairOfWhole(name: Name, sentence: Sentence, word?: Word): [Observation, Observation] | undefined {
  const { words, things, names, tokens, dataset } = sentence
  const before = figuresIn(sentence).filter((at) => at < name.first)
  const comma = tokens.findLastIndex(({ text, figure }, at) => at < name.first && (figure || /^[，；]$/.test(text)))
  const step = words.findLast(
    ({ meaning, first, end }) => /^(?:up|down)$/.test(meaning) && first > comma && end <= name.first,
  )
  const subject = things.findLast(
    ({ category, end }) => category && category.dimension === name.category?.dimension && end < name.first,
  )
  const ids = new Set(names.flatMap(({ indicators }) => indicators))
  const [series = '', ...others] = subject ? seriesOfCategories(ids, [subject], dataset) : []
  const isLevel = ({ measure }: Observation) => measure === 'value'
  const level =
    observationsAt(sentence, before).findLast((one) => step !== undefined || isLevel(one)) ??
    observationsAt(sentence).find(isLevel) ??
    (others.length === 0 ? findObservation(dataset, series) : undefined) ??
    namedNow({ meaning: 'times', first: name.first, end: name.first }, sentence)
  const measure =
    isParticle('pace', step?.first ?? -1, sentence) && !isPercentage(level?.quantity.unit ?? '') ? 'rate' : 'change'
  const isMoved = step && level && isLevel(level) && !isOwnChange(level, dataset)
  const own = isMoved ? dataset.observations.get(observationKey(level.series, measure, level.period)) : level
  const printed = word ? figuresIn(sentence).filter((at) => at >= name.end && at < word.first) : []
  const whole = own && (observationsAt(sentence, printed)[0] ?? current(name, sentence, own))
  return whole && whole.key !== own.key && whole.quantity.unit === own.quantity.unit ? [own, whole] : undefined
}

/** Twice as fast as: of growth. */
function isOfSpeed({ first, end }: Word, sentence: Sentence): boolean {
  return sentence.tokens.slice(first, end + 1).some((_, at) => isParticle('fast', first + at, sentence))
}

/** Changes of one unit on both sides: fell by {a}, twice as much as B rose ({b}); by {a}, three times B's ({b}). */
function changesAround({ first, end }: Word, sentence: Sentence): WordedPair | undefined {
  const isStep = sentence.words.some((one) => /^(?:up|down)$/.test(one.meaning) && one.first === end)
  const here = figuresIn(sentence).filter((at) => !isStep || observationAt(at, sentence).measure !== 'value')
  const [before, after] = [here.findLast((index) => index < first), here.find((index) => index >= end)]
  if (before === undefined || after === undefined) return undefined
  const [a, b] = [observationAt(before, sentence), observationAt(after, sentence)]
  const isChanges = a.measure !== 'value' && a.measure === b.measure && a.series !== b.series
  return isChanges && a.quantity.unit === b.quantity.unit ? [a, b] : undefined
}
