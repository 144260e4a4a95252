import type { Observation } from '../../../dataset/types.ts'
import type { Language } from '../../../locale/languages.ts'
import { lexicons } from '../../../locale/words/lexicons.ts'
import { constants } from '../../../memory/derived.ts'
import { isParticle, particlesIn } from '../particles.ts'
import { addPhrase, createPhrases, findPhrases, type PhraseTree } from '../phrases.ts'
import { entries, type Word } from '../read-words.ts'
import { figuresIn, isPlain, observationsAt, type Sentence } from '../sentences.ts'
import { getWays, isKnownFrom, isWay, readWaySaid } from '../way-said.ts'
import type { Untrue } from './undated.ts'

/** What a sentence without figures says of those before it that went another way: Both fell. The latter rose. */
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
    const isContrary = getWays([figure], dataset).some((went) => went !== way)
    return isPlainOfNow(figure, sentence) && isContrary ? [{ first: word.first, end: word.end, figure }] : []
  })
}

/** Figures said to have gone as what stands before them, which did not: Exports rose. So did imports, to {it}. */
export function unlikeBefore(sentence: Sentence, before: Sentence | undefined): Untrue[] {
  const { dataset, language, tokens, words } = sentence
  const [like] = findPhrases(likewiseIn(language), tokens)
  if (!like || words.some((word) => word.first >= like.first && isWay(word))) return []
  const { first, end } = like
  const moved = words.filter((word) => word.first < first && isWay(word))
  const told = moved.length > 0 ? { ...sentence, words: moved } : before
  const said = told && readWaySaid(told.text, told.tokens, told.words, dataset, language)
  const figures = figuresIn(sentence).flatMap((at) =>
    at > first || moved.length === 0 ? observationsAt(sentence, [at]) : [],
  )
  return figures.flatMap((figure) => {
    const isContrary = getWays([figure], dataset).some((went) => went !== said?.way)
    return said && isPlainOfNow(figure, sentence) && isContrary ? [{ first, end, figure }] : []
  })
}

/** Whether a figure is one of the report's period of which up is up: what is below zero may be a deficit that rose. */
function isPlainOfNow({ period, measure, quantity }: Observation, { dataset }: Sentence): boolean {
  return period === dataset.report.period && !(measure === 'value' && quantity.value.isNegative())
}

const likewiseIn = constants((language: Language) => asWritten([lexicons[language].likewise]))

const referringIn = constants((language: Language) => asWritten(lexicons[language].referring))

/** Entries of a lexicon, known only as they are written, each with the number of its list, from 1. */
function asWritten(lists: readonly string[]): PhraseTree<number> {
  const tree = createPhrases<number>()
  lists.forEach((list, at) => {
    for (const entry of entries(list)) addPhrase(tree, `=${entry}`, at + 1)
  })
  return tree
}

/** The figures a sentence begins to speak of, and where it goes on: both of two, all of three, the one, the latter. */
export function referredTo(sentence: Sentence, before: Sentence): { figures: readonly Observation[]; end: number } {
  const { words, language, tokens } = sentence
  const figures = observationsAt(before)
  const [opening] = words
  const isOpening = opening?.first === 0 && (opening.meaning === 'former' || opening.meaning === 'latter')
  if (isOpening && figures.length === 2)
    return { figures: [figures[opening.meaning === 'former' ? 0 : 1] ?? []].flat(), end: opening.end }
  const [said] = findPhrases(referringIn(language), tokens)
  const isOne = new Set(figures.map(({ series }) => series)).size === 1
  const isMeant = said?.first === 0 && (said.value === 1 ? isOne : said.value === figures.length)
  return isMeant ? { figures, end: said.end } : { figures: [], end: 0 }
}

/**
 * Whether a word is said of what the sentence begins with, as in that share is lower;
 * not a noun of something else: these losses were, had fallen, offset the fall.
 */
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
