import type { FontStyle, SetGlyph } from '../../fonts.ts'
import type { ColorName } from '../../theme.ts'
import { formatNumber } from './format-number.ts'
import type { EmbeddedFont } from './pdfkit-document.ts'

/** A text to draw in one style: `x` is its left edge and `y` its baseline, in points from the page's top left corner. */
export interface GlyphText {
  text: string
  style: FontStyle
  size: number
  color: ColorName
  x: number
  y: number
  /** Points; where the text's own width is another, its spaces take the difference (justified lines). */
  width?: number | undefined
  /** The last character is a hyphen that breaks a word: it copies as a soft hyphen. */
  hyphenated?: boolean | undefined
}

/** Glyphs that stand for one text: `actual` where it is not what the font says that they stand for. */
interface Piece {
  glyphs: Placed[]
  actual?: string | undefined
}

interface Placed extends SetGlyph {
  /** Its number in the embedded font. */
  code: number
}

/** Every space copies as a plain one: a no-break space would not be found by who searches for `1.092 billion`. */
const anySpace = /^[\u00a0\u2000-\u200a\u202f\u205f\u3000]$/u

/** Characters that steer line breaking and shaping, and print nothing. */
const ignorable = /^\p{Default_Ignorable_Code_Point}+$/u

/** The operators that show a text (ISO 32000-1, 9.4), on a page whose y runs down; its glyphs are added to the font. Throws where the font has no glyph: it would print as a box. */
export function showGlyphs(text: GlyphText, glyphs: readonly SetGlyph[], font: EmbeddedFont): string {
  const shown = glyphs.filter((glyph) => !ignorable.test(glyph.text))
  const missing = shown.find((glyph) => glyph.id === 0)
  if (missing) throw new Error(`the font has no glyph for: ${missing.text}, in "${text.text}"`)
  const space = spaceCorrection(text, shown)
  const pieces = toPieces(shown, font, text.hyphenated ?? false)
  const { size, x, y } = text
  return [
    `BT /${font.id} ${formatNumber(size)} Tf 1 0 0 -1 ${formatNumber(x)} ${formatNumber(y)} Tm`,
    ...pieces.map((piece) => showPiece(piece, space, size)),
    'ET',
  ].join(' ')
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

function showPiece({ glyphs, actual }: Piece, space: number, size: number): string {
  const shown = `[${showPlaced(glyphs, space, size)}] TJ`
  return actual === undefined ? shown : `/Span <</ActualText <feff${hexText(actual)}>>> BDC ${shown} EMC`
}

/** Glyph numbers with the moves between them, which TJ counts to the left in thousandths of the em; raised glyphs in a TJ of their own. */
function showPlaced(glyphs: readonly Placed[], space: number, size: number): string {
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
  for (const { code, text, width, advance, offset } of glyphs) {
    move -= offset.x
    flushMove()
    if (offset.y === 0) codes += hex(code)
    else {
      flush()
      shown += `] TJ ${formatNumber(offset.y * size)} Ts [<${hex(code)}>] TJ 0 Ts [`
    }
    move = width - advance + offset.x - (text === ' ' ? space : 0)
  }
  flushMove()
  flush()
  return shown
}

function hexText(text: string): string {
  return Array.from({ length: text.length }, (_, index) => hex(text.charCodeAt(index))).join('')
}

function hex(code: number): string {
  return code.toString(16).padStart(4, '0')
}
