import type { Dataset, Observation } from '../../dataset/types.ts'
import type { Passage } from '../../document/parse/text/passages.ts'
import type { Meaning } from '../../locale/words/lexicon.ts'
import { isParticle } from './particles.ts'
import type { Word } from './read-words.ts'
import { getLevel } from './readings/word-claims.ts'
import { figureAt, figuresIn, observationsAt, type Sentence } from './sentences.ts'
import { tiedObservations } from './tie-figures.ts'

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
  const isTurned = (word: Word) => opposites[word.meaning] !== undefined && isOfDeficit(word, sentence, dataset)
  if (!figuresIn(sentence).length || !sentence.words.some(isTurned)) return sentence
  const words = sentence.words.map((word) =>
    isTurned(word) ? { ...word, meaning: opposites[word.meaning] ?? word.meaning } : word,
  )
  return { ...sentence, words }
}

/** The trade deficit widened, a wider deficit, the contraction eased: with figures below zero. */
function isOfDeficit(word: Word, sentence: Sentence, dataset: Dataset): boolean {
  const { words, clauseOf, things } = sentence
  const isSame = (other: Word) => clauseOf[other.first] === clauseOf[word.first]
  const isFallBefore = words.some(({ meaning, end }) => meaning === 'down' && end === word.first)
  const isNear = (other: Word) => {
    const [from, to] = other.first < word.first ? [other.end, word.first] : [word.end, other.first]
    const isParted = things.some(({ first, end }) => first >= from && end <= to)
    return isSame(other) && !isParted && (other.first < word.first || to - from <= 3)
  }
  if (!isFallBefore && !words.some((other) => other.meaning === 'deficit' && isNear(other))) return false
  const tied = tiedObservations(word, sentence, dataset)
  const asked = tied.length > 0 ? tied : observationsAt(sentence)
  return asked.every((figure) => getLevel(dataset, figure)?.quantity.value.lt(0))
}

/** Levels below zero that a sentence prints without their minus, while no word of it says that they are; and those with a minus after a word that says the direction, as tokens: contracted by −0.2%. */
export function missaidSigns(
  { text }: Passage,
  sentence: Sentence,
): { index: number; figure: Observation; isTwice: boolean }[] {
  const { words, clauseOf } = sentence
  return figuresIn(sentence).flatMap((index) => {
    const printed = figureAt(sentence, index)
    const figure = printed?.observation
    if (figure?.measure !== 'value' || !figure.quantity.value.lt(0)) return []
    const isSigned = /[-−负]/.test(text.slice(printed?.start, printed?.end))
    const isBy = isParticle('by', index - 1, sentence)
    const isSame = ({ first }: Word) => clauseOf[first] === clauseOf[index]
    const isDown = words.some(
      (word) => word.meaning === 'down' && (word.end === index || (isBy && word.end < index && isSame(word))),
    )
    const isDeficit = words.some((word) => word.meaning === 'deficit' && isSame(word))
    const isFault = isSigned ? isBy && isDown : !isDown && !isDeficit
    return isFault ? [{ index, figure, isTwice: isSigned }] : []
  })
}
