import { toContactSheet, writePng } from '../../graphics/png.ts'
import { drawPdfPages } from '../../render/draw-pages.ts'
import type { BuiltFile } from '../types.ts'

/** Pixels across a slide's picture, and across a slide on the contact sheet. */
const widths = { slide: 1920, onSheet: 640 } as const

/** Pictures of a deck's slides, from the deck as a PDF: one each, and all of them on a sheet. */
export async function renderPictures(deck: Uint8Array, name: string): Promise<BuiltFile[]> {
  const [slides = [], small = []] = await drawPdfPages(deck, [widths.slide, widths.onSheet])
  const digits = String(slides.length).length
  const pictures = slides.map((picture, index) => ({
    format: 'png' as const,
    name: `${name}-slide-${String(index + 1).padStart(Math.max(2, digits), '0')}.png`,
    bytes: writePng(picture),
  }))
  const sheet = writePng(toContactSheet(small, 3, 16))
  const count = { number: slides.length, of: 'slides' as const }
  return [...pictures, { format: 'png', name: `${name}-slides.png`, bytes: sheet, count }]
}
