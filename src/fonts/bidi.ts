import createBidi from 'bidi-js'

/** Letters of scripts that run from right to left: only texts with some of them need the algorithm. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1eeff}]/u

type Bidi = ReturnType<typeof createBidi>

let made: Bidi | undefined

/** Unicode's bidirectional algorithm (UAX #9), set up when it is first needed. */
export function bidi(): Bidi {
  made ??= createBidi()
  return made
}

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
  return bidi().getEmbeddingLevels(text, isRightToLeft ? 'rtl' : 'ltr').levels
}

/** The text with brackets and the like turned, as they are drawn where they run from right to left. */
export function mirrorText(text: string): string {
  const { getMirroredCharacter } = bidi()
  return [...text].map((character) => getMirroredCharacter(character) ?? character).join('')
}

/** The indices of a line's pieces as they stand from left to right, from their levels (UAX #9, L2). */
export function visualOrder(levels: readonly number[]): number[] {
  const order = levels.map((_, index) => index)
  const odd = levels.filter((level) => level % 2 === 1)
  for (let level = Math.max(0, ...levels); level >= Math.min(...odd); level--) {
    for (let start = 0; start < order.length; start++) {
      let end = start
      while (end < order.length && (levels[order[end] ?? 0] ?? 0) >= level) end++
      if (end > start + 1) order.splice(start, end - start, ...order.slice(start, end).reverse())
      start = end
    }
  }
  return order
}
