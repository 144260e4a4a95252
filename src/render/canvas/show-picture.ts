import { Buffer } from 'node:buffer'
import { deflateSync } from 'node:zlib'
import { decodePng, isPlainPng, type Pixels } from '../decode-png.ts'

interface Place {
  x: number
  y: number
  width: number
  height: number
}

/** Draws a PNG or JPEG into a box in the coordinates of the moment. pdfkit decodes pictures that are not opaque in its own time, after the document has ended: those are embedded here. */
export function showPicture(doc: PDFKit.PDFDocument, bytes: Uint8Array, { x, y, width, height }: Place): void {
  const isPng = bytes[0] === 0x89
  if (!isPng || isPlainPng(bytes)) {
    doc.image(Buffer.from(bytes), x, y, { width, height })
    return
  }
  const name = embedPixels(doc, decodePng(bytes))
  // A picture fills the unit square, its first row on top (ISO 32000-1, 8.9.5).
  doc.save().transform(width, 0, 0, -height, x, y + height)
  doc.addContent(`/${name} Do`)
  doc.restore()
}

/** Adds a picture with its soft mask to the page; its name there. */
function embedPixels(doc: PDFKit.PDFDocument, { width, height, rgb, alpha }: Pixels): string {
  const image = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height, BitsPerComponent: 8 }
  const embed = (bytes: Uint8Array, more: object) => {
    const reference = doc.ref({ ...image, ...more, Filter: 'FlateDecode' })
    Reflect.apply(reference.end, reference, [deflateSync(bytes)])
    return reference
  }
  const mask = embed(alpha, { ColorSpace: 'DeviceGray' })
  const picture = embed(rgb, { ColorSpace: 'DeviceRGB', SMask: mask })
  const pictures: Record<string, unknown> = Reflect.get(doc.page, 'xobjects')
  const name = `P${Object.keys(pictures).length}`
  pictures[name] = picture
  return name
}
