import { fileURLToPath } from 'node:url'
import type { ResvgRenderOptions } from '@resvg/resvg-js'
import Piscina from 'piscina'
import { type FontStyle, type Fonts, fontStyles } from '../../../fonts/fonts.ts'
import { coveredWidth, coverLine } from '../../../graphics/canvas/cover-text.ts'
import { toFontStyle } from '../../../graphics/canvas/font-style.ts'
import { escapeText, unescapeText } from '../../../opc/xml.ts'
import type { Theme } from '../../../theme/theme.ts'

/** Draws SVG as PNG in a thread of its own. */
export interface Rasterizer {
  /** A PNG of the drawing on the theme's paper; `scale` is pixels a point. Rejects where the SVG cannot be drawn. */
  rasterize(drawing: { svg: string }, scale: number): Promise<Uint8Array>
  /** Ends the thread; what is still being drawn is rejected. */
  close(): Promise<void>
}

/** Draws pictures in a thread, started on first use since native charts need none. It knows only the theme's fonts. */
export function createRasterizer(fonts: Fonts, theme: Theme): Rasterizer {
  let pool: Piscina<{ svg: string; options: ResvgRenderOptions }, Uint8Array> | undefined
  const font = fontOptions(fonts, theme)
  return {
    rasterize: ({ svg }, scale) => {
      pool ??= new Piscina({
        filename: fileURLToPath(new URL('./rasterize-worker.cjs', import.meta.url)),
        minThreads: 0,
        maxThreads: 1,
        // What waits lies with the thread, which draws on while this one is busy.
        concurrentTasksPerWorker: 1000,
        idleTimeout: Number.POSITIVE_INFINITY,
        atomics: 'disabled',
      })
      const options: ResvgRenderOptions = {
        font,
        background: theme.colors.paper,
        fitTo: { mode: 'zoom', value: scale },
      }
      return pool.run({ svg: withFileFamilies(placeFallbacks(svg, fonts, theme), fonts, theme), options })
    },
    close: async () => pool?.destroy(),
  }
}

/** Only the theme's fonts for resvg. System fonts would cost 100 ms a picture and differ between machines. */
export function fontOptions(fonts: Fonts, { fallback }: Theme): NonNullable<ResvgRenderOptions['font']> {
  const family = fonts.family({ font: 'body', weight: 'regular', italic: false })
  const families = { defaultFontFamily: family, sansSerifFamily: family, serifFamily: family, monospaceFamily: family }
  const fallbacks = fallback.flatMap((_, index) => fontStyles.map((style) => ({ ...style, fallback: index })))
  const fontFiles = [...new Set([...fontStyles, ...fallbacks].map((style) => fonts.file(style)))]
  return { loadSystemFonts: false, fontFiles, ...families }
}

/** The SVG with the font files' own family names (Arimo) in place of the theme's, which are PowerPoint's (Arial). */
function withFileFamilies(svg: string, fonts: Fonts, theme: Theme): string {
  return (['heading', 'body'] as const).reduce(
    (text, font) =>
      text.replaceAll(
        `font-family="${theme.fonts[font].powerpoint}"`,
        `font-family="${fonts.family({ font, weight: 'regular', italic: false })}"`,
      ),
    // The one name of CSS's colours that resvg does not know.
    svg.replaceAll('="rebeccapurple"', '="#663399"'),
  )
}

/**
 * The SVG with texts that need a fallback in pieces, each at its own place: of a text in several fonts resvg takes the
 * one that it tries last for
 * all of it, and draws none of it where a font joins letters that another does not.
 */
function placeFallbacks(svg: string, fonts: Fonts, theme: Theme): string {
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
