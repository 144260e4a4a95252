import { coveredWidth } from '../../../graphics/canvas/cover-text.ts'
import { toFontStyle } from '../../../graphics/canvas/font-style.ts'
import type { DrawOptions } from '../draw-options.ts'
import { setCanvasFonts } from '../pictures/pixel-canvas.ts'
import { textMetrics } from './vega.ts'

/** Lets Vega measure text with the embedded fonts, not guess 0.8 of the size a letter. Sets a global of Vega. */
export function measureTexts({ theme, fonts }: DrawOptions): void {
  setCanvasFonts({ theme, fonts })
  textMetrics.width = ({ font = '', fontSize = 11, fontWeight, fontStyle, limit = 0 }, text) => {
    const style = toFontStyle(theme, { family: font, size: fontSize, weight: fontWeight, style: fontStyle })
    const width = coveredWidth(text == null ? '' : String(text).trim(), style, fontSize, fonts)
    return limit > 0 ? Math.min(width, limit) : width
  }
}
