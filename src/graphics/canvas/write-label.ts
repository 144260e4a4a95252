import type { FontStyle, Fonts } from '../../fonts/fonts.ts'
import type { Theme } from '../../theme/theme.ts'
import type { Point } from '../types.ts'
import { apply, isUpright, lengthScale } from './affine.ts'
import { coveredWidth, coverLine } from './cover-text.ts'
import { parseCssFont, toFontStyle } from './font-style.ts'
import type { PathCanvas } from './path-canvas.ts'

export interface LabelOptions {
  theme: Theme
  fonts: Fonts
  /** The key under which the document knows the font of a style. */
  fontName(style: FontStyle): string
  /** Writes a piece of a label at a baseline, colour and graphics state being set; by pdfkit itself if not given. */
  showText?: ((text: string, style: FontStyle, size: number, x: number, y: number, isLast: boolean) => void) | undefined
}

/** The advance width of a text in a CSS font, before any scaling. */
export function labelWidth(
  text: string,
  font: string,
  { theme, fonts }: Pick<LabelOptions, 'theme' | 'fonts'>,
): number {
  const css = parseCssFont(font)
  return coveredWidth(text, toFontStyle(theme, css), css.size, fonts)
}

type Use = 'fill' | 'stroke'

/**
 * Writes a canvas's line of text as real text, each piece in the font that has it.
 * The point is in coordinates of the matrix; colour and graphics state are set.
 */
export function writeLabel(
  doc: PDFKit.PDFDocument,
  { text, x: left, y: top, use }: Point & { text: string; use: Use },
  { font, textAlign, textBaseline, matrix }: PathCanvas,
  options: LabelOptions,
): void {
  if (text === '') return
  const { theme, fonts } = options
  const css = parseCssFont(font)
  const style = toFontStyle(theme, css)
  const baseline = top + baselineShift(textBaseline, style, css.size, fonts)
  const isTurned = !isUpright(matrix)
  if (isTurned) doc.transform(...matrix)
  const scale = isTurned ? 1 : lengthScale(matrix)
  let at = left - labelWidth(text, font, options) * alignShift(textAlign)
  const pieces = coverLine(text, style, fonts)
  for (const [index, piece] of pieces.entries()) {
    const [x, y] = isTurned ? [at, baseline] : apply(matrix, at, baseline)
    const isLast = index === pieces.length - 1
    if (options.showText && use === 'fill') options.showText(piece.text, piece.style, css.size * scale, x, y, isLast)
    else writePiece(doc, piece.text, x, y, use, { name: options.fontName(piece.style), size: css.size * scale })
    at += fonts.width(piece.text, piece.style, css.size)
  }
}

/** In pdfkit's own way, which moves its place for running text: that is put back. */
function writePiece(
  doc: PDFKit.PDFDocument,
  text: string,
  x: number,
  y: number,
  use: Use,
  { name, size }: { name: string; size: number },
): void {
  const before = { x: doc.x, y: doc.y }
  const mode = use === 'stroke' ? { stroke: true, fill: false } : {}
  doc.font(name, size).text(text, x, y, { lineBreak: false, baseline: 'alphabetic', ...mode })
  doc.x = before.x
  doc.y = before.y
}

function baselineShift(baseline: string, style: FontStyle, size: number, fonts: Fonts): number {
  const [up, down] = [fonts.ascent(style, size), fonts.descent(style, size)]
  switch (baseline) {
    case 'top':
    case 'hanging':
      return up
    case 'middle':
      return (up - down) / 2
    case 'bottom':
    case 'ideographic':
      return -down
    default:
      return 0
  }
}

/** Which part of a text lies left of its point. */
function alignShift(align: string): number {
  return align === 'center' ? 0.5 : align === 'right' || align === 'end' ? 1 : 0
}
