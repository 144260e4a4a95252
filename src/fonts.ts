import { readFileSync } from 'node:fs'
import * as fontkit from 'fontkit'
import { resolveFontFile, type Theme } from './theme.ts'

export interface FontStyle {
  font: 'heading' | 'body'
  weight: 'regular' | 'bold'
  italic: boolean
}

/** The theme's fonts, opened once: what text is measured with is what the PDF embeds. Lengths in points. */
export interface Fonts {
  /** The advance width of a text, kerned. */
  width(text: string, style: FontStyle, size: number): number
  /** Height of the font above the baseline. */
  ascent(style: FontStyle, size: number): number
  /** Depth of the font below the baseline, positive. */
  descent(style: FontStyle, size: number): number
  /** The characters of the text that the font has no glyph for. */
  missing(text: string, style: FontStyle): string[]
  /** The absolute path of the font's file. */
  file(style: FontStyle): string
}

/** Opens the theme's font files, each when it is first needed. Throws where a file is not a TrueType font. */
export function openFonts(theme: Theme, reportFolder: string): Fonts {
  const byFile = new Map<string, OpenFont>()
  const file = ({ font, weight, italic }: FontStyle) =>
    theme.fonts[font].files[weight === 'bold' ? (italic ? 'boldItalic' : 'bold') : italic ? 'italic' : 'regular']
  const open = (style: FontStyle): OpenFont => {
    const name = file(style)
    let font = byFile.get(name)
    if (!font) {
      font = openFont(resolveFontFile(name, reportFolder))
      byFile.set(name, font)
    }
    return font
  }
  return {
    width: (text, style, size) => open(style).width(text) * size,
    ascent: (style, size) => open(style).ascent * size,
    descent: (style, size) => open(style).descent * size,
    missing: (text, style) => open(style).missing(text),
    file: (style) => open(style).path,
  }
}

/** A font with its metrics as parts of the em. */
interface OpenFont {
  path: string
  ascent: number
  descent: number
  width(text: string): number
  missing(text: string): string[]
}

function openFont(path: string): OpenFont {
  const font = fontkit.create(readFileSync(path))
  if (!('layout' in font)) throw new Error(`a font collection, where one TrueType font is expected: ${path}`)
  // Words recur: laying each out once makes measuring a tenth of the cost.
  const widths = new Map<string, number>()
  const wordWidth = (word: string): number => {
    let width = widths.get(word)
    if (width === undefined) {
      width = font.layout(word).advanceWidth / font.unitsPerEm
      widths.set(word, width)
    }
    return width
  }
  return {
    path,
    ascent: font.ascent / font.unitsPerEm,
    descent: -font.descent / font.unitsPerEm,
    width: (text) => (text.match(/ +|[^ ]+/g) ?? []).reduce((sum, word) => sum + wordWidth(word), 0),
    missing: (text) =>
      [...new Set(text)].filter((character) => !font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)),
  }
}
