import { Buffer } from 'node:buffer'
import type { FontSubset } from './font-subset.ts'

/** A PDF object for pdfkit. A plain string is a name (`/Figure`), `pdfText` makes a text, bytes are hexadecimal. */
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

/** A font being embedded: glyphs used so far, their widths in thousandths of the em, and their characters. */
export interface EmbeddedFont {
  readonly id: string
  readonly subset: FontSubset
  readonly widths: (number | undefined)[]
  readonly unicode: (number[] | undefined)[]
  ref(): PdfReference
}

/** Internals of pdfkit 0.20.2 that its types leave out, used only here, each for the reason its function gives. */
interface PdfkitInternals {
  readonly page: {
    readonly dictionary: PdfReference
    readonly content: { write(bytes: Uint8Array): void }
    /** The page's font resources, by font id. */
    readonly fonts: { [id: string]: PdfReference }
    /** The page's pictures, by name. */
    readonly xobjects: { [name: string]: unknown }
    /** Kept as it is read: ask only when there is an annotation to add. */
    readonly annotations: PdfReference[]
    write?: (content: string) => void
  }
  readonly _root: PdfReference
  readonly _info: PdfReference
  /** An entry for each object made. */
  readonly _offsets: readonly unknown[]
  /** The current font. */
  readonly _font: EmbeddedFont
  _write(part: string | Uint8Array): void
  _refEnd(reference: { id: number }): void
  _finalize(): void
  _addInfo(): void
  ref(data: { [key: string]: PdfValue }): PdfReference
  appendXML(xml: string): void
  openImage(bytes: Buffer): PDFKit.Mixins.ImageSrc
}

/** A pdfkit document with its internals. */
type Opened = PdfkitInternals & PDFKit.PDFDocument

/** A pdfkit document as this project draws and tags it: without what only this file touches. */
export type PdfkitDocument = Omit<PdfkitInternals, `_${string}` | 'openImage'> & PDFKit.PDFDocument

function internals(doc: PDFKit.PDFDocument): Opened {
  return doc as Opened
}

/** The document's catalogue, to which its types give no way: outlines, structure and files hang on it. */
export function getCatalog(doc: PDFKit.PDFDocument): PdfReference {
  return internals(doc)._root
}

/** The name trees of the catalogue: pdfkit's own are sorted by the machine's locale. */
export function getNameTrees(doc: PDFKit.PDFDocument): PdfReference['data'] {
  return (getCatalog(doc).data.Names as PdfReference).data
}

/** Has a document describe itself by these XMP descriptions: pdfkit's own do not escape. */
export function describeBy(doc: PDFKit.PDFDocument, xml: string): void {
  const opened = internals(doc)
  opened._addInfo = () => void opened.appendXML(xml)
}

/** Embeds an opened font under a key; from a path pdfkit would open it again. The types know no opened fonts. */
export function embedFont(doc: PDFKit.PDFDocument, key: string, face: unknown): EmbeddedFont {
  doc.registerFont(key, face as Uint8Array)
  doc.font(key)
  return internals(doc)._font
}

/** A picture as pdfkit embeds it, opened once: its types take it for private. */
export function openPicture(doc: PDFKit.PDFDocument, bytes: Uint8Array): PDFKit.Mixins.ImageSrc {
  return internals(doc).openImage(Buffer.from(bytes))
}

/** An object with a stream, which pdfkit's types do not take bytes for. */
export function streamObject(
  doc: PDFKit.PDFDocument,
  data: { [key: string]: PdfValue },
  bytes: Uint8Array,
): PdfReference {
  const reference = internals(doc).ref(data)
  reference.end(bytes)
  return reference
}

/** The name of an object among the page's pictures, which it is added to: pdfkit adds its own pictures only. */
export function pictureName(doc: PDFKit.PDFDocument, reference: PdfReference): string {
  const { xobjects } = internals(doc).page
  const known = Object.keys(xobjects).find((name) => xobjects[name] === reference)
  const name = known ?? `P${Object.keys(xobjects).length}`
  xobjects[name] = reference
  return name
}

/**
 * Runs what draws on the current page, passing content to pdfkit in few pieces.
 * It makes a byte array of each, and a large chart has hundreds of thousands.
 */
export function writeAtOnce(doc: PDFKit.PDFDocument, draw: () => void): void {
  const { page } = internals(doc)
  const content: string[] = []
  page.write = (piece) => void content.push(piece)
  try {
    draw()
  } finally {
    Reflect.deleteProperty(page, 'write')
    // pdfkit ends each piece with a line break.
    for (let from = 0; from < content.length; from += most)
      page.write?.(withPlainGreys(content.slice(from, from + most).join('\n')))
  }
}

/** Greys that pdfkit writes as red, green and blue by their light alone, which a printer lays in black ink only. */
function withPlainGreys(content: string): string {
  return content.replaceAll(
    /^\/DeviceRGB (cs|CS)\n([\d.]+) \2 \2 (?:scn|SCN)$/gm,
    (_, space: string, grey: string) => `${grey} ${space === 'cs' ? 'g' : 'G'}`,
  )
}

/** So many pieces at once make a text of about a megabyte. */
const most = 20_000

/** An indirect object of generation 0: its value as PDF syntax (one byte a character), and its encoded stream. */
export interface PdfObject {
  id: number
  value: string
  stream?: Uint8Array | undefined
}

/**
 * Takes each object that pdfkit writes, in place of its stream: pdfkit's own file has no object streams (each of the
 * thousands of
 * structure elements stands uncompressed) and an identifier that does not know the content. The function given back
 * ends the
 * document and returns its objects; it throws where one was never ended, on which pdfkit itself would wait for ever.
 */
export function collectObjects(doc: PDFKit.PDFDocument): () => { objects: PdfObject[]; root: number; info: number } {
  const opened = internals(doc)
  const objects: PdfObject[] = []
  let parts: (string | Uint8Array)[] = []
  opened._write = (part) => void parts.push(part)
  opened._refEnd = ({ id }) => {
    objects.push(toObject(id, parts))
    parts = []
  }
  opened._finalize = () => {}
  return () => {
    doc.end()
    const missing = opened._offsets.length - objects.length
    if (missing !== 0) throw new Error(`objects of the PDF that were never ended: ${missing}`)
    return { objects, root: opened._root.id, info: opened._info.id }
  }
}

/** pdfkit writes `1 0 obj`, the dictionary, then `stream`, the bytes and `endstream` where there are any, `endobj`. */
function toObject(id: number, parts: readonly (string | Uint8Array)[]): PdfObject {
  const [, value, , stream] = parts
  return { id, value: String(value), stream: stream instanceof Uint8Array ? stream : undefined }
}

/** A text string: pdfkit takes a String object for one, and writes it as ASCII or UTF-16. */
export function pdfText(text: string): object {
  return Object(text)
}

/** A name tree's entries in the order that readers search: bytes, ASCII before UTF-16 (pdfkit sorts by locale). */
export function nameTree(entries: ReadonlyMap<string, PdfValue>): PdfValue {
  const isAscii = (name: string): boolean => /^[\0-\x7f]*$/.test(name)
  const names = [...entries.keys()].sort((a, b) =>
    isAscii(a) === isAscii(b) ? (a < b ? -1 : a > b ? 1 : 0) : isAscii(a) ? -1 : 1,
  )
  return { Names: names.flatMap((name) => [pdfText(name), entries.get(name)]) }
}
