import { bidi, hasRightToLeft } from './bidi.ts'

/** A piece of a line of text. */
export interface VisualPiece {
  text: string
  isRightToLeft: boolean
}

/**
 * A text in pieces in the order in which they stand from left to right (Unicode's bidirectional algorithm, UAX #9), each to be set by itself.
 * The letters of a word that runs from right to left stay in the order of reading, for the setter of words turns them; brackets about them are mirrored.
 */
export function visualPieces(text: string): VisualPiece[] {
  if (!hasRightToLeft(text)) return [{ text, isRightToLeft: false }]
  const { getMirroredCharacter, getEmbeddingLevels, getReorderedIndices } = bidi()
  const levels = getEmbeddingLevels(text)
  const { levels: levelAt } = levels
  const pieces: VisualPiece[] = []
  let last = { level: -1, isSpace: false }
  for (const index of getReorderedIndices(text, levels)) {
    const level = levelAt[index] ?? 0
    const character = text.charAt(index)
    const isSpace = character === ' '
    const isRightToLeft = level % 2 === 1
    const joins = last.level === level && (!isRightToLeft || last.isSpace === isSpace)
    const before = joins ? (pieces.pop()?.text ?? '') : ''
    // From right to left, what stands next on the line is what was read before.
    const joined = isRightToLeft ? (getMirroredCharacter(character) ?? character) + before : before + character
    pieces.push({ text: joined, isRightToLeft })
    last = { level, isSpace }
  }
  return pieces
}
