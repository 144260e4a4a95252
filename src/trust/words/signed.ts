import type { Observation } from '../../dataset/types.ts'
import type { Passage } from '../../document/parse/text/passages.ts'
import { isParticle } from './particles.ts'
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
