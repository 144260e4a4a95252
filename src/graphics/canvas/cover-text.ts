import { visualPieces } from '../../fonts/bidi.ts'
import type { FontStyle, Fonts } from '../../fonts/fonts.ts'

/** A stretch of text with the style of the one font that it is set in. */
export interface FontPiece {
  text: string
  style: FontStyle
}

/** A text in pieces of one font each, the style's own or a fallback of the theme's, in the order of reading. */
export function coverText(text: string, style: FontStyle, fonts: Fonts): FontPiece[] {
  return fonts.cover(text, style).map((piece) => ({ text: piece.text, style: { ...style, fallback: piece.fallback } }))
}

/** The same pieces as they stand from left to right. */
export function coverLine(text: string, style: FontStyle, fonts: Fonts): FontPiece[] {
  return visualPieces(text).flatMap((piece) => {
    const pieces = coverText(piece.text, style, fonts)
    return piece.isRightToLeft ? pieces.toReversed() : pieces
  })
}

/** The advance width of a text, each piece measured in its own font. */
export function coveredWidth(text: string, style: FontStyle, size: number, fonts: Fonts): number {
  return coverText(text, style, fonts).reduce((sum, piece) => sum + fonts.width(piece.text, piece.style, size), 0)
}
