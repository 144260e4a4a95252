import type { FontStyle, SetGlyph } from '../../fonts.ts'
import { formatNumber } from './format-number.ts'
import type { EmbeddedFont } from './pdfkit-document.ts'

/** A text to draw in one style: `x` is its left edge and `y` its baseline, in points from the page's top left corner. */
export interface GlyphText {
  text: string
  style: FontStyle
  size: number
  x: number
  y: number
  /** Points; where the text's own width is another, its spaces take the difference (justified lines). */
  width?: number | undefined
  /** The last character is a hyphen that breaks a word, and copies as a soft hyphen. */
  hyphenated?: boolean | undefined
}

/** Operators that show a text, or a part of one; `actual` is the text where it is not what the font says of the glyphs. */
export interface ShownText {
  operators: string
  actual?: string | undefined
}

interface Piece {
  glyphs: Placed[]
  actual?: string | undefined
}

interface Placed extends SetGlyph {
  /** Its number in the embedded font. */
  code: number
}

/** Every space copies as a plain one: a no-break space would not be found by who searches for `1.092 billion`. */
const anySpace = /^[\u00a0\u2000-\u200a\u202f\u205f]$/u

/**
 * Shows a text (ISO 32000-1, 9.4) on a page whose y runs down, in the current fill colour, and adds its glyphs to the font. Parts
 * that copy as another text come apart, for the caller to mark. Throws where the font has no glyph: it would print as a box.
 */
export function showText(text: GlyphText, glyphs: readonly SetGlyph[], font: EmbeddedFont): ShownText[] {
  const missing = glyphs.find((glyph) => glyph.id === 0)
  if (missing) throw new Error(`the font has no glyph for: ${missing.text}, in "${text.text}"`)
  const space = spaceCorrection(text, glyphs)
  let { x } = text
  return toPieces(glyphs, font, text.hyphenated ?? false).map(({ glyphs, actual }) => {
    const operators = showPlaced(glyphs, { ...text, x }, space, font)
    x += glyphs.reduce((sum, glyph) => sum + glyph.advance + spaceAfter(glyph, space), 0) * text.size
    return { operators, actual }
  })
}

/** What each space is wider than the font's, in parts of the em. */
function spaceCorrection({ width, size }: GlyphText, glyphs: readonly SetGlyph[]): number {
  const spaces = glyphs.filter((glyph) => glyph.text === ' ').length
  if (width === undefined || spaces === 0) return 0
  const slack = width / size - glyphs.reduce((sum, glyph) => sum + glyph.advance, 0)
  // Less is rounding.
  return Math.abs(slack * size) < 0.02 ? 0 : slack / spaces
}

function toPieces(glyphs: readonly SetGlyph[], font: EmbeddedFont, hyphenated: boolean): Piece[] {
  const pieces: Piece[] = []
  glyphs.forEach((glyph, index) => {
    const code = useGlyph(glyph, font)
    const isHyphen = hyphenated && index === glyphs.length - 1
    const actual = isHyphen ? '\u00ad' : copies(glyph) === fontText(font, code) ? undefined : glyph.text
    const last = pieces.at(-1)
    if (last && last.actual === undefined && actual === undefined) last.glyphs.push({ ...glyph, code })
    else pieces.push({ glyphs: [{ ...glyph, code }], actual })
  })
  return pieces
}

/** The text that a glyph copies as. */
function copies({ text }: SetGlyph): string {
  return anySpace.test(text) ? ' ' : text
}

function fontText(font: EmbeddedFont, code: number): string {
  return String.fromCodePoint(...(font.unicode[code] ?? []))
}

/** The glyph's number in the embedded font, to which it is added with its width and text (the first that it is used for). */
function useGlyph(glyph: SetGlyph, { subset, widths, unicode }: EmbeddedFont): number {
  const code = subset.includeGlyph(glyph.id)
  widths[code] ??= glyph.width * 1000
  unicode[code] ??= [...copies(glyph)].map((character) => character.codePointAt(0) ?? 0)
  return code
}

function spaceAfter(glyph: SetGlyph, space: number): number {
  return glyph.text === ' ' ? space : 0
}

/** Glyph numbers with the moves between them, which TJ counts to the left in thousandths of the em; raised glyphs in a TJ of their own. */
function showPlaced(
  glyphs: readonly Placed[],
  { size, x, y }: Pick<GlyphText, 'size' | 'x' | 'y'>,
  space: number,
  font: EmbeddedFont,
): string {
  let shown = ''
  let codes = ''
  let move = 0
  const flush = (): void => {
    shown += codes && `<${codes}>`
    codes = ''
  }
  const flushMove = (): void => {
    const thousandths = formatNumber(move * 1000)
    move = 0
    if (thousandths === '0') return
    flush()
    shown += thousandths
  }
  for (const glyph of glyphs) {
    const { code, width, advance, offset } = glyph
    move -= offset.x
    flushMove()
    if (offset.y === 0) codes += hex(code)
    else {
      flush()
      shown += `] TJ ${formatNumber(offset.y * size)} Ts [<${hex(code)}>] TJ 0 Ts [`
    }
    move = width - advance + offset.x - spaceAfter(glyph, space)
  }
  flush()
  return `BT /${font.id} ${formatNumber(size)} Tf 1 0 0 -1 ${formatNumber(x)} ${formatNumber(y)} Tm [${shown}] TJ ET`
}

function hex(code: number): string {
  return code.toString(16).padStart(4, '0')
}
