import { inflateSync } from 'node:zlib'
import { PNG } from 'pngjs'

/** A picture as rows of pixels, each red, green, blue and alpha, a byte each. */
export interface Pixels {
  width: number
  height: number
  data: Uint8Array
}

/** A PNG of opaque pixels: three bytes each, rows as differences from the row above, small on flat slides. */
export function writePng(pixels: Pixels): Uint8Array {
  return write(pixels, 2)
}

/** The same with each pixel's alpha. */
export function writeClearPng(pixels: Pixels): Uint8Array {
  return write(pixels, 6)
}

function write({ width, height, data }: Pixels, colorType: 2 | 6): Uint8Array {
  const png = Object.assign(new PNG(), { width, height, data: getBuffer(data) })
  // The filter called Up; zlib's own level and strategy, the library's are for size at any cost.
  return PNG.sync.write(png, { colorType, filterType: 2, deflateLevel: 6, deflateStrategy: 0 })
}

/** Decodes a PNG, of any depth and kind of colour, to 8 bits a sample. Throws for one that is broken. */
export function decodePng(bytes: Uint8Array): Pixels {
  const { width, height, data } = PNG.sync.read(getBuffer(bytes), { checkCRC: false })
  return { width, height, data }
}

/** Of a picture that a page has use for. */
export const mostPixels = 100_000_000

/** Samples a pixel, by the kind of colour (PNG, 11.2.1). */
const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** Whether a PNG has all the pixels it announces, and is not too large. The library paints missing ones black. */
export function isWholePng(bytes: Uint8Array): boolean {
  const file = getBuffer(bytes)
  if (file.length < 29) return false
  const [width, height, depth, kind] = [file.readUInt32BE(16), file.readUInt32BE(20), file[24] ?? 8, file[25] ?? 6]
  const size = (Math.ceil((width * depth * (channels[kind] ?? 4)) / 8) + 1) * height
  if (width * height === 0 || width * height > mostPixels) return false
  try {
    const data = inflateSync(Buffer.concat(pixelData(file)), { maxOutputLength: 2 * size + 1024 })
    return file[28] === 1 || data.length >= size
  } catch {
    return false
  }
}

/** The contents of a PNG's IDAT chunks. */
function pixelData(file: Buffer): Buffer[] {
  const found: Buffer[] = []
  for (let at = 8; at + 8 <= file.length; at += file.readUInt32BE(at) + 12) {
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      found.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)))
  }
  return found
}

/** Whether all pixels of a PNG are opaque, and come in one pass. */
export function isPlainPng(bytes: Uint8Array): boolean {
  const [kind = 0, , , interlace] = bytes.subarray(25, 29)
  const file = getBuffer(bytes)
  return kind < 4 && interlace === 0 && !file.subarray(0, file.indexOf('IDAT')).includes('tRNS')
}

/** The same bytes, as the library wants them. */
function getBuffer({ buffer, byteOffset, length }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, length)
}

/** Pictures of one size in rows of `columns`, `gap` pixels apart and around, on a grey ground. */
export function toContactSheet(pictures: readonly Pixels[], columns: number, gap: number): Pixels {
  const [first] = pictures
  const cell = { width: (first?.width ?? 0) + gap, height: (first?.height ?? 0) + gap }
  const across = Math.min(columns, pictures.length)
  const width = across * cell.width + gap
  const height = Math.ceil(pictures.length / columns) * cell.height + gap
  const data = new Uint8Array(width * height * 4).fill(0x99)
  for (const [index, picture] of pictures.entries()) {
    const left = gap + (index % columns) * cell.width
    const top = gap + Math.floor(index / columns) * cell.height
    for (let y = 0; y < picture.height; y++) {
      const row = picture.data.subarray(y * picture.width * 4, (y + 1) * picture.width * 4)
      data.set(row, ((top + y) * width + left) * 4)
    }
  }
  return { width, height, data }
}
