/** A PDF object as pdfkit writes it. A plain string is a name (`/Figure`); a text is made by `pdfText`; bytes are a hexadecimal string. */
export type PdfValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | object
  | Uint8Array
  | Date
  | PdfReference
  | readonly PdfValue[]
  | { readonly [key: string]: PdfValue }

/** An indirect object; `end` writes it, with a stream where bytes are given. */
export interface PdfReference {
  readonly id: number
  readonly data: { [key: string]: PdfValue }
  end(stream?: Uint8Array): void
}

/** A font that is being embedded: the glyphs used so far, their widths in thousandths of the em, and the characters that they stand for. */
export interface EmbeddedFont {
  readonly id: string
  readonly subset: FontSubset
  readonly widths: (number | undefined)[]
  readonly unicode: (number[] | undefined)[]
  ref(): PdfReference
}

/** The glyphs that are embedded of a TrueType font: fontkit's own class, the tables of which are there while it writes them. */
export interface FontSubset {
  /** The number in the embedded font of a glyph, which is added where it is not in it. */
  includeGlyph(id: number): number
  /** By number in the embedded font: the glyph's in its font. */
  readonly glyphs: number[]
  readonly font: { getGlyph(id: number): { bbox: GlyphBox; advanceWidth: number } }
  /** Writes a glyph into the tables. */
  _addGlyph(id: number): number
  readonly glyf: Uint8Array[]
  readonly loca: { offsets: number[] }
  readonly hmtx: { metrics: { advance: number; bearing: number }[] }
  offset: number
}

interface GlyphBox {
  minX: number
  minY: number
  maxX: number
  maxY: number
}

/** The parts of pdfkit 0.20 that its types leave out. Only files in this folder rely on them. */
interface PdfkitInternals {
  readonly page: {
    readonly dictionary: PdfReference
    readonly content: { write(bytes: Uint8Array): void }
    /** The page's font resources, by font id. */
    readonly fonts: { [id: string]: PdfReference }
    /** Kept as it is read: ask only when there is an annotation to add. */
    readonly annotations: PdfReference[]
  }
  readonly _root: PdfReference
  readonly _info: PdfReference
  /** An entry for each object made. */
  readonly _offsets: readonly unknown[]
  /** The current font. */
  readonly _font: EmbeddedFont
  readonly _fontFamilies: { readonly [key: string]: EmbeddedFont }
  ref(data: { [key: string]: PdfValue }): PdfReference
  appendXML(xml: string): void
}

/** A pdfkit document, with the internals that tags, links and files need. */
export type PdfkitDocument = PdfkitInternals & PDFKit.PDFDocument

/** A text string: pdfkit takes a String object for one, and writes it as ASCII or UTF-16. */
export function pdfText(text: string): object {
  return Object(text)
}

/** Entries of a name tree in the order that readers search by: bytes as written, ASCII before UTF-16 (pdfkit sorts by the machine's locale). */
export function nameTree(entries: ReadonlyMap<string, PdfValue>): PdfValue {
  const isAscii = (name: string): boolean => /^[\0-\x7f]*$/.test(name)
  const names = [...entries.keys()].sort((a, b) =>
    isAscii(a) === isAscii(b) ? (a < b ? -1 : a > b ? 1 : 0) : isAscii(a) ? -1 : 1,
  )
  return { Names: names.flatMap((name) => [pdfText(name), entries.get(name)]) }
}
