import createBidi from 'bidi-js'

/** Letters of scripts that run from right to left: only texts with some of them need the algorithm. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1eeff}]/u

/** Unicode's bidirectional algorithm (UAX #9). The library reads its tables when they are first asked for. */
const bidi = createBidi()

/** Whether anything in a text runs from right to left. */
export function hasRightToLeft(text: string): boolean {
  return rightToLeft.test(text)
}

/** Whether a paragraph runs from right to left as a whole: its first letter does (UAX #9, P2 and P3). */
export function isRightToLeft(text: string): boolean {
  const letter = hasRightToLeft(text) ? /\p{L}/u.exec(text) : null
  return letter !== null && hasRightToLeft(letter[0])
}

/** The embedding level of each UTF-16 unit of a paragraph (UAX #9): odd ones run from right to left. */
export function embeddingLevels(text: string, isRightToLeft: boolean): Uint8Array {
  return bidi.getEmbeddingLevels(text, isRightToLeft ? 'rtl' : 'ltr').levels
}

/** The text with brackets and the like turned, as they are drawn where they run from right to left. */
export function mirrorText(text: string): string {
  return [...text].map((character) => bidi.getMirroredCharacter(character) ?? character).join('')
}

/** The indices of a line's pieces as they stand from left to right, from their levels (UAX #9, L2). */
export function visualOrder(levels: readonly number[]): number[] {
  // The library orders letters: one for each piece, none of them a space.
  const letters = 'x'.repeat(levels.length)
  const paragraphs = [{ start: 0, end: levels.length - 1, level: 0 }]
  return bidi.getReorderedIndices(letters, { levels: Uint8Array.from(levels), paragraphs })
}

/** A piece of a line of text. */
export interface VisualPiece {
  text: string
  isRightToLeft: boolean
}

/**
 * A text in pieces in the order in which they stand from left to right (Unicode's bidirectional algorithm, UAX #9),
 * each to be set by itself.
 * The letters of a word that runs from right to left stay in the order of reading, for the setter of words turns them;
 * brackets about them are mirrored.
 */
export function visualPieces(text: string): VisualPiece[] {
  if (!hasRightToLeft(text)) return [{ text, isRightToLeft: false }]
  const levels = bidi.getEmbeddingLevels(text)
  const { levels: levelAt } = levels
  const pieces: VisualPiece[] = []
  let last = { level: -1, isSpace: false }
  for (const index of bidi.getReorderedIndices(text, levels)) {
    const level = levelAt[index] ?? 0
    const character = text.charAt(index)
    const isSpace = character === ' '
    const isRightToLeft = level % 2 === 1
    const joins = last.level === level && (!isRightToLeft || last.isSpace === isSpace)
    const before = joins ? (pieces.pop()?.text ?? '') : ''
    // From right to left, what stands next on the line is what was read before.
    const joined = isRightToLeft ? mirrorText(character) + before : before + character
    pieces.push({ text: joined, isRightToLeft })
    last = { level, isSpace }
  }
  return pieces
}
