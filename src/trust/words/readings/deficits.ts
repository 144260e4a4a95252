import type { Dataset } from '../../../dataset/types.ts'
import type { Meaning } from '../../../locale/words/lexicon.ts'
import { derived } from '../../../memory/derived.ts'
import type { Word } from '../read-words.ts'
import { figuresIn, observationsAt, type Sentence, wordBefore } from '../sentences.ts'
import { tiedObservations } from '../tie-figures.ts'
import { getLevel } from './word-claims.ts'

/** What a word says of a balance, where it is said of a deficit. */
const opposites: Readonly<Partial<Record<Meaning, Meaning>>> = {
  up: 'down',
  down: 'up',
  wider: 'down',
  narrower: 'up',
  more: 'less',
  less: 'more',
  above: 'below',
  below: 'above',
  largest: 'smallest',
  smallest: 'largest',
  record: 'lowest',
  lowest: 'record',
}

/** A sentence about a deficit says the opposite of its balance: what widens, rises or is the largest lies further below zero. */
export function ofBalances(sentence: Sentence, dataset: Dataset): Sentence {
  if (figuresIn(sentence).length === 0) return sentence
  const words = sentence.words.map((word) => {
    const meaning = opposites[word.meaning]
    return meaning && isOfDeficit(word, sentence, dataset) ? { ...word, meaning } : word
  })
  // What is known of a sentence is kept with it.
  return words.every((word, index) => word === sentence.words[index]) ? sentence : { ...sentence, words }
}

const deficitsIn = derived(({ words }: Sentence) => words.filter(({ meaning }) => meaning === 'deficit'))

/** The trade deficit widened, a wider deficit, the contraction eased: with figures below zero. */
function isOfDeficit(word: Word, sentence: Sentence, dataset: Dataset): boolean {
  const { clauseOf, things } = sentence
  const isSame = (other: Word) => clauseOf[other.first] === clauseOf[word.first]
  const isFallBefore = wordBefore(word.first, sentence)?.meaning === 'down'
  const isNear = (other: Word) => {
    const [from, to] = other.first < word.first ? [other.end, word.first] : [word.end, other.first]
    const isParted = things.some(({ first, end }) => first >= from && end <= to)
    return isSame(other) && !isParted && (other.first < word.first || to - from <= 3)
  }
  if (!isFallBefore && !deficitsIn(sentence).some(isNear)) return false
  const tied = tiedObservations(word, sentence, dataset)
  const asked = tied.length > 0 ? tied : observationsAt(sentence)
  return asked.every((figure) => getLevel(dataset, figure)?.quantity.value.lt(0))
}
