import type { FontStyle, Fonts } from '../../../fonts/fonts.ts'
import { coveredWidth, coverLine } from '../../../graphics/canvas/cover-text.ts'
import { toFontStyle } from '../../../graphics/canvas/font-style.ts'
import { escapeText, unescapeText } from '../../../opc/xml.ts'
import type { Theme } from '../../../theme/theme.ts'

/**
 * The SVG with texts that need a fallback in pieces, each at its own place: of a text in several fonts resvg takes the one that it tries last for
 * all of it, and draws none of it where a font joins letters that another does not.
 */
export function placeFallbacks(svg: string, fonts: Fonts, theme: Theme): string {
  if (theme.fallback.length === 0) return svg
  return svg.replace(/<text ([^>]*)>.*?<\/text>/gs, (element, attributes: string) => {
    const found = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1]
    const size = Number.parseFloat(found('font-size') ?? '11')
    const css = { family: found('font-family') ?? '', size, weight: found('font-weight'), style: found('font-style') }
    const anchor = found('text-anchor')
    const shift = anchor === 'middle' ? 0.5 : anchor === 'end' ? 1 : 0
    return element.replace(/(?<=>)[^<]+/g, (text) => placePieces(text, toFontStyle(theme, css), size, shift, fonts))
  })
}

function placePieces(escaped: string, style: FontStyle, size: number, shift: number, fonts: Fonts): string {
  const text = unescapeText(escaped)
  const pieces = coverLine(text, style, fonts)
  if (pieces.every((piece) => piece.style.fallback === undefined)) return escaped
  let x = -shift * coveredWidth(text, style, size, fonts)
  return pieces
    .map((piece) => {
      const family = piece.style.fallback === undefined ? '' : ` font-family="${fonts.family(piece.style)}"`
      const placed = `<tspan x="${x.toFixed(3)}" text-anchor="start"${family}>${escapeText(piece.text)}</tspan>`
      x += fonts.width(piece.text, piece.style, size)
      return placed
    })
    .join('')
}
