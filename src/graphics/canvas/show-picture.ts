import { deflateSync } from 'node:zlib'
import { constants, derived } from '../../memory/derived.ts'
import { openPicture, type PdfReference, type PdfValue, pictureName, streamObject } from '../pdfkit.ts'
import { decodePng, isPlainPng, type Pixels } from '../png.ts'
import type { Picture, Size } from '../types.ts'

interface Place extends Size {
  x: number
  y: number
  scale: number
}

/**
 * Draws a PNG or JPEG into a box in the coordinates of the moment, `scale` points each. The same bytes are embedded
 * once a document and enlargement.
 * Where `isSmooth` a PNG of few pixels is enlarged: a canvas smooths what it stretches, and PDF/A forbids to ask for
 * that (ISO 19005-3, 6.2.8).
 */
export function showPicture(
  doc: PDFKit.PDFDocument,
  { bytes, ...pixels }: Picture,
  place: Place,
  isSmooth: boolean,
): void {
  const { x, y, width, height, scale } = place
  const factor = isSmooth && isPng(bytes) ? enlargement(pixels, { width: width * scale, height: height * scale }) : 1
  const picture = embedded(doc)(bytes)(`${factor}`)
  if (picture.kind === 'image') {
    doc.image(picture.image, x, y, { width, height })
    return
  }
  const name = pictureName(doc, picture.reference)
  // A picture fills the unit square, its first row on top (ISO 32000-1, 8.9.5).
  doc.save().transform(width, 0, 0, -height, x, y + height)
  doc.addContent(`/${name} Do`)
  doc.restore()
}

/** The factor by which a picture's pixels are enlarged to two a point; 1 if it has one, or would grow too large. */
function enlargement(pixels: Size, drawn: Size): number {
  const pointsAPixel = Math.max(drawn.width / pixels.width, drawn.height / pixels.height)
  if (pointsAPixel <= 1) return 1
  return Math.max(
    1,
    Math.min(Math.ceil(2 * pointsAPixel), Math.floor(Math.sqrt(mostPixels / (pixels.width * pixels.height)))),
  )
}

const mostPixels = 4_000_000

/** A picture as pdfkit holds it, or as an object of our own. */
type Embedded = { kind: 'image'; image: PDFKit.Mixins.ImageSrc } | { kind: 'object'; reference: PdfReference }

/** What a document has embedded of some bytes, by how far they were enlarged. */
const embedded = derived((doc: PDFKit.PDFDocument) =>
  derived((bytes: Uint8Array) => constants((factor: string) => embed(doc, bytes, Number(factor)))),
)

/** Embeds a picture now: pdfkit decodes translucent ones only later, after the document has ended. */
function embed(doc: PDFKit.PDFDocument, bytes: Uint8Array, factor: number): Embedded {
  if (factor > 1) return { kind: 'object', reference: embedPixels(doc, enlargePixels(decodePng(bytes), factor)) }
  if (isPng(bytes) && !isPlainPng(bytes)) return { kind: 'object', reference: embedPixels(doc, decodePng(bytes)) }
  return { kind: 'image', image: openPicture(doc, bytes) }
}

function isPng(bytes: Uint8Array): boolean {
  return bytes[0] === 0x89
}

/** A picture, with a soft mask where it is not opaque. */
function embedPixels(doc: PDFKit.PDFDocument, { width, height, data }: Pixels): PdfReference {
  const image = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height, BitsPerComponent: 8 }
  const add = (bytes: Uint8Array, more: { [key: string]: PdfValue }) =>
    streamObject(doc, { ...image, ...more, Filter: 'FlateDecode' }, deflateSync(bytes))
  const { alpha, rgb } = parted(data)
  const mask = alpha.every((opacity) => opacity === 255) ? {} : { SMask: add(alpha, { ColorSpace: 'DeviceGray' }) }
  return add(rgb, { ColorSpace: 'DeviceRGB', ...mask })
}

/** Opacities and colours of RGBA bytes, apart. A plain loop: a slide's background has millions of them. */
function parted(data: Uint8Array): { alpha: Uint8Array; rgb: Uint8Array } {
  const count = data.length / 4
  const [alpha, rgb] = [new Uint8Array(count), new Uint8Array(count * 3)]
  for (let index = 0; index < count; index++) {
    const at = index * 4
    for (let color = 0; color < 3; color++) rgb[index * 3 + color] = data[at + color] ?? 0
    alpha[index] = data[at + 3] ?? 0
  }
  return { alpha, rgb }
}

/** The picture with `factor` times as many pixels each way, blended between the old pixels' middles (bilinear). */
export function enlargePixels({ width, height, data }: Pixels, factor: number): Pixels {
  const large = { width: width * factor, height: height * factor }
  const enlarged = new Uint8Array(large.width * large.height * 4)
  const columns = Array.from({ length: large.width }, (_, x) => between(x, factor, width))
  for (let y = 0, to = 0; y < large.height; y++) {
    const row = between(y, factor, height)
    for (const column of columns) {
      const sum = [0, 0, 0]
      let opacity = 0
      for (const [at, share] of corners(row, column, width)) {
        const weight = share * (data[at * 4 + 3] ?? 0)
        opacity += weight
        for (let channel = 0; channel < 3; channel++)
          sum[channel] = (sum[channel] ?? 0) + weight * (data[at * 4 + channel] ?? 0)
      }
      // What is clear has no colour to give.
      for (let channel = 0; channel < 3; channel++) enlarged[to++] = Math.round((sum[channel] ?? 0) / (opacity || 1))
      enlarged[to++] = Math.round(opacity)
    }
  }
  return { ...large, data: enlarged }
}

/** Between which two of `count` old pixels a new one lies, and how near the second. */
function between(place: number, factor: number, count: number): { low: number; high: number; share: number } {
  const at = Math.max(0, Math.min(count - 1, (place + 0.5) / factor - 0.5))
  const low = Math.floor(at)
  return { low, high: Math.min(count - 1, low + 1), share: at - low }
}

type Between = ReturnType<typeof between>

function corners(row: Between, column: Between, width: number): [at: number, share: number][] {
  return [
    [row.low * width + column.low, (1 - row.share) * (1 - column.share)],
    [row.low * width + column.high, (1 - row.share) * column.share],
    [row.high * width + column.low, row.share * (1 - column.share)],
    [row.high * width + column.high, row.share * column.share],
  ]
}
