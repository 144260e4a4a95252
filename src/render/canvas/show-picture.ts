import { Buffer } from 'node:buffer'
import { deflateSync } from 'node:zlib'
import { decodePng, isPlainPng, type Pixels } from '../decode-png.ts'

interface Place {
  x: number
  y: number
  width: number
  height: number
}

/** Draws a PNG or JPEG into a box in the coordinates of the moment. The same bytes are embedded once a document. */
export function showPicture(doc: PDFKit.PDFDocument, bytes: Uint8Array, { x, y, width, height }: Place): void {
  const pictures = embedded.get(doc) ?? new Map<Uint8Array, Embedded>()
  embedded.set(doc, pictures)
  const picture = pictures.get(bytes) ?? embed(doc, bytes)
  pictures.set(bytes, picture)
  if (picture.kind === 'image') {
    doc.image(picture.image, x, y, { width, height })
    return
  }
  const name = nameOnPage(doc, picture.reference)
  // A picture fills the unit square, its first row on top (ISO 32000-1, 8.9.5).
  doc.save().transform(width, 0, 0, -height, x, y + height)
  doc.addContent(`/${name} Do`)
  doc.restore()
}

/** A picture as pdfkit holds it, or as an object of our own. */
type Embedded = { kind: 'image'; image: PDFKit.Mixins.ImageSrc } | { kind: 'object'; reference: PDFKit.PDFKitReference }

const embedded = new WeakMap<PDFKit.PDFDocument, Map<Uint8Array, Embedded>>()

/** pdfkit decodes pictures that are not opaque in its own time, after the document has ended: those are embedded here. */
function embed(doc: PDFKit.PDFDocument, bytes: Uint8Array): Embedded {
  const isPng = bytes[0] === 0x89
  if (isPng && !isPlainPng(bytes)) return { kind: 'object', reference: embedPixels(doc, decodePng(bytes)) }
  return { kind: 'image', image: Reflect.apply(Reflect.get(doc, 'openImage'), doc, [Buffer.from(bytes)]) }
}

/** A picture with its soft mask. */
function embedPixels(doc: PDFKit.PDFDocument, { width, height, rgb, alpha }: Pixels): PDFKit.PDFKitReference {
  const image = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height, BitsPerComponent: 8 }
  const add = (bytes: Uint8Array, more: object) => {
    const reference = doc.ref({ ...image, ...more, Filter: 'FlateDecode' })
    Reflect.apply(reference.end, reference, [deflateSync(bytes)])
    return reference
  }
  const mask = add(alpha, { ColorSpace: 'DeviceGray' })
  return add(rgb, { ColorSpace: 'DeviceRGB', SMask: mask })
}

/** The name of an object among the page's pictures, which it is added to. */
function nameOnPage(doc: PDFKit.PDFDocument, reference: PDFKit.PDFKitReference): string {
  const pictures: Record<string, unknown> = Reflect.get(doc.page, 'xobjects')
  const known = Object.keys(pictures).find((name) => pictures[name] === reference)
  const name = known ?? `P${Object.keys(pictures).length}`
  pictures[name] = reference
  return name
}
