/** Full-width marks with ink in the left half, or right (CLREQ, 3.1.6): two empty halves side by side are too many. */
const closing = /^[、。，：；）》】」』”’〉〕]$/
const opening = /^[（《【「『“‘〈〔]$/

/** The empty half of a full-width mark, in parts of the em. */
export const emptyHalf = 0.5

/** Whether a glyph is set as wide as a Chinese character: in a Latin font quotation marks are not. */
function isWide({ width }: { width: number }): boolean {
  return width > 0.9
}

interface Set {
  text: string
  width: number
  advance: number
}

/** The glyphs with half a square less between full-width marks that stand side by side: `）。`, `”，`, `：“`. */
export function closedUp<Glyph extends Set>(glyphs: readonly Glyph[]): Glyph[] {
  return glyphs.map((glyph, index) => {
    const next = glyphs[index + 1]
    if (!next || !isWide(glyph) || !isWide(next)) return glyph
    const isPair = [glyph, next].every(({ text }) => closing.test(text) || opening.test(text))
    const hasRoom = closing.test(glyph.text) || opening.test(next.text)
    return isPair && hasRoom ? { ...glyph, advance: glyph.advance - emptyHalf } : glyph
  })
}

/** Whether a text ends with a mark whose right half is empty, which a line's end does without. */
export function endsHalfEmpty(text: string): boolean {
  return closing.test(text.slice(-1))
}
