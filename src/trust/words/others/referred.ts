import type { Observation } from '../../../dataset/types.ts'
import { lexicons } from '../../../locale/words/lexicons.ts'
import { isParticle, particlesIn } from '../particles.ts'
import { entries, type Word } from '../read-words.ts'
import { figuresIn, isPlain, observationsAt, type Sentence } from '../sentences.ts'
import { isKnownFrom, readWaySaid, waysOf } from '../way-said.ts'
import type { Untrue } from './undated.ts'

/** Both fell. This was less than a year before. The latter rose: what a sentence that prints no figure says of those of the sentence before it, which did not go that way. */
export function contraryToBefore(sentence: Sentence, before: Sentence | undefined): Untrue[] {
  if (!before || figuresIn(sentence).length > 0) return []
  const { figures, end } = referredTo(sentence, before)
  if (figures.length === 0) return []
  const { text, tokens, dataset, language } = sentence
  const words = sentence.words.filter(({ first }) => first >= end)
  const said = readWaySaid(text, tokens, words, dataset, language)
  const isAll = said && isKnownFrom(said.word.end, text, tokens, words, dataset, language)
  if (!isAll || !isPredicate(said.word, end, sentence)) return []
  const { way, word } = said
  return figures.flatMap((figure) => {
    const isOfNow = figure.period === dataset.report.period
    // What is below zero may be a deficit that rose.
    const isBalance = figure.measure === 'value' && figure.quantity.value.isNegative()
    const isContrary = waysOf([figure], dataset).some((went) => went !== way)
    return isOfNow && !isBalance && isContrary ? [{ first: word.first, end: word.end, figure }] : []
  })
}

/** The figures that a sentence begins to speak of, and where it goes on: both of two, all of three, the one, the latter. */
function referredTo(
  { tokens, words, language }: Sentence,
  before: Sentence,
): { figures: readonly Observation[]; end: number } {
  const figures = observationsAt(before)
  const text = tokens.map((token) => token.text)
  const wordsOf = (said: string) => said.toLowerCase().split(language === 'zh' ? '' : ' ')
  const startsWith = (said: string) => wordsOf(said).every((one, at) => text[at] === one)
  const [opening] = words
  const isOpening = opening?.first === 0 && (opening.meaning === 'former' || opening.meaning === 'latter')
  if (isOpening && figures.length === 2)
    return { figures: [figures[opening.meaning === 'former' ? 0 : 1] ?? []].flat(), end: opening.end }
  const { referring } = lexicons[language]
  const at = referring.findLastIndex((said) => entries(said).some(startsWith))
  const said = entries(referring[at] ?? '').find(startsWith)
  const isOne = new Set(figures.map(({ series }) => series)).size === 1
  const isMeant = said !== undefined && (at === 0 ? isOne : at + 1 === figures.length)
  return isMeant ? { figures, end: wordsOf(said).length } : { figures: [], end: 0 }
}

/** Whether a word is what a sentence says of what it begins with, as in that share is lower, and no noun of something else: these losses were, had fallen, offset the fall. */
function isPredicate(word: Word, from: number, sentence: Sentence): boolean {
  const { tokens, words, things, language } = sentence
  const verb = words.find(({ meaning }) => meaning === 'verb')
  const isKnown = (at: number) => isPlain(at, sentence) || things.some(({ first, end }) => first <= at && at < end)
  const start = verb?.end ?? from
  const isBeside = tokens.every((_, at) => at < start || at >= word.first || isKnown(at))
  const isOver = particlesIn('past-perfect', sentence).some((at) => at < word.first)
  if (isOver || isParticle('article', word.first - 1, sentence) || (verb && verb.first >= word.end)) return false
  // 该比重
  return language === 'zh' || (isBeside && (verb?.first ?? from) - from <= 1)
}
