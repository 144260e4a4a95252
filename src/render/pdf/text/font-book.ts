import type { FontStyle, Fonts } from '../../../fonts/fonts.ts'
import { type EmbeddedFont, embedFont, type PdfkitDocument } from '../../../graphics/pdfkit.ts'
import { createTextShower, type TextShower } from './glyph-text.ts'

/** The fonts that a document embeds. */
export type FontBook = ReturnType<typeof createFontBook>

interface Entry {
  key: string
  font: EmbeddedFont
  showText: TextShower
}

/** Embeds each opened font once, at first use: by path, or under two keys, pdfkit would open it again and again. */
export function createFontBook(doc: PdfkitDocument, fonts: Fonts) {
  const entries = new Map<string, Entry>()
  const getEntry = (style: FontStyle): Entry => {
    const name = `${style.font} ${style.weight} ${style.italic} ${style.fallback}`
    let entry = entries.get(name)
    if (!entry) {
      entry = embed(style)
      entries.set(name, entry)
    }
    return entry
  }
  const embed = (style: FontStyle): Entry => {
    // A collection has several fonts in one file.
    const key = `${fonts.file(style)}#${fonts.face(style).postscriptName}`
    const known = [...entries.values()].find((entry) => entry.key === key)
    if (known) return known
    const font = embedFont(doc, key, fonts.face(style))
    return { key, font, showText: createTextShower(font, fonts) }
  }
  const showText: TextShower = (text) => {
    const { font, showText } = getEntry(text.style)
    doc.page.fonts[font.id] ??= font.ref()
    return showText(text)
  }
  return {
    /** The key under which pdfkit knows a style's font. */
    key: (style: FontStyle): string => getEntry(style).key,
    /** Shows a text on the current page, with its font among the page's resources. */
    showText,
  }
}
