import type { Observation } from '../../dataset/types.ts'
import type { Passage } from '../../document/parse/text/passages.ts'
import { isParticle } from './particles.ts'
import type { Word } from './read-words.ts'
import { figureAt, figuresIn, type Sentence } from './sentences.ts'

/** A change that is printed with a minus after words that say its direction already, as tokens of its sentence. */
export interface SignedFigure {
  first: number
  end: number
  figure: Observation
}

/** The changes and rates that a sentence prints with a minus after a word of movement, or one like by: fell by −12%. */
export function signedFigures({ text }: Passage, sentence: Sentence): SignedFigure[] {
  return figuresIn(sentence).flatMap((index) => {
    const printed = figureAt(sentence, index)
    if (!printed || printed.observation.measure === 'value') return []
    const isSigned = /^[^\d(]*[-−]\s?\d/.test(text.slice(printed.start, printed.end))
    const isSaid = isParticle('by', index - 1, sentence) || sentence.words.some((word) => isMovementTo(index, word))
    return isSigned && isSaid ? [{ first: index - 1, end: index + 1, figure: printed.observation }] : []
  })
}

function isMovementTo(index: number, { meaning, end }: Sentence['words'][number]): boolean {
  return end === index && (meaning === 'up' || meaning === 'down' || meaning === 'narrower' || meaning === 'wider')
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
