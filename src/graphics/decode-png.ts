import { inflateSync } from 'node:zlib'

/** A picture's pixels, row by row: three bytes of colour each, and one of opacity. */
export interface Pixels {
  width: number
  height: number
  rgb: Uint8Array
  alpha: Uint8Array
}

interface Header {
  width: number
  height: number
  depth: number
  /** 0 grey, 2 colour, 3 palette, 4 grey with opacity, 6 colour with opacity. */
  kind: number
  interlaced: boolean
}

/** What tells samples' colours. */
interface Colors {
  palette: Uint8Array | undefined
  /** tRNS: the opacity of palette entries, or the one colour that is transparent. */
  transparency: Uint8Array | undefined
}

/** Samples a pixel, by the kind of colour. */
const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** The passes of Adam7 (PNG, 8.2): first column and row, steps between columns and rows. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

/** Whether pixels of a PNG can be other than opaque, or come in several passes. */
export function isPlainPng(bytes: Uint8Array): boolean {
  const { kind, interlaced } = headerOf(bytes)
  return kind < 4 && !interlaced && !chunksOf(bytes).has('tRNS')
}

/** Whether a PNG holds all the pixels that it announces, and no more than a page has use for. */
export function isWholePng(bytes: Uint8Array): boolean {
  const header = headerOf(bytes)
  const { width, height } = header
  const size = (Math.ceil((width * header.depth * channelsOf(header)) / 8) + 1) * height
  if (width * height === 0 || width * height > mostPixels) return false
  try {
    const data = inflateSync(Buffer.concat(chunksOf(bytes).get('IDAT') ?? []), { maxOutputLength: 2 * size + 1024 })
    return header.interlaced || data.length >= size
  } catch {
    return false
  }
}

const mostPixels = 100_000_000

/** Decodes a PNG (ISO/IEC 15948), of any depth and kind of colour, to 8 bits a sample. Throws for one that is broken. */
export function decodePng(bytes: Uint8Array): Pixels {
  const header = headerOf(bytes)
  const chunks = chunksOf(bytes)
  const data = inflateSync(Buffer.concat(chunks.get('IDAT') ?? []))
  const colors = { palette: chunks.get('PLTE')?.[0], transparency: chunks.get('tRNS')?.[0] }
  const { width, height } = header
  const pixels = { width, height, rgb: new Uint8Array(width * height * 3), alpha: new Uint8Array(width * height) }
  let offset = 0
  for (const [left, top, across, down] of header.interlaced ? passes : [[0, 0, 1, 1] as const]) {
    const columns = Math.ceil((width - left) / across)
    const rows = Math.ceil((height - top) / down)
    if (columns <= 0 || rows <= 0) continue
    const size = Math.ceil((columns * header.depth * channelsOf(header)) / 8)
    let above = new Uint8Array(size)
    for (let row = 0; row < rows; row++, offset += size + 1) {
      above = unfilter(data[offset] ?? 0, data.subarray(offset + 1, offset + 1 + size), above, bytesAPixel(header))
      for (let column = 0; column < columns; column++) {
        putPixel(pixels, (top + row * down) * width + left + column * across, above, column, header, colors)
      }
    }
  }
  return pixels
}

function headerOf(bytes: Uint8Array): Header {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [depth, kind, , , interlace] = bytes.subarray(24, 29)
  return {
    width: view.getUint32(16),
    height: view.getUint32(20),
    depth: depth ?? 8,
    kind: kind ?? 6,
    interlaced: interlace === 1,
  }
}

function chunksOf(bytes: Uint8Array): Map<string, Uint8Array[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks = new Map<string, Uint8Array[]>()
  for (let at = 8; at + 8 <= bytes.length; at += view.getUint32(at) + 12) {
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    chunks.set(name, [...(chunks.get(name) ?? []), bytes.subarray(at + 8, at + 8 + view.getUint32(at))])
  }
  return chunks
}

function channelsOf({ kind }: Header): number {
  return channels[kind] ?? 4
}

function bytesAPixel(header: Header): number {
  return Math.max(1, (header.depth * channelsOf(header)) / 8)
}

/** A row without its filter (PNG, 9.2): each byte was written as its difference from those to the left and above. */
function unfilter(filter: number, row: Uint8Array, above: Uint8Array, step: number): Uint8Array<ArrayBuffer> {
  const plain = new Uint8Array(row.length)
  for (let index = 0; index < row.length; index++) {
    const left = plain[index - step] ?? 0
    const up = above[index] ?? 0
    plain[index] = (row[index] ?? 0) + predicted(filter, left, up, above[index - step] ?? 0)
  }
  return plain
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left
    case 2:
      return up
    case 3:
      return (left + up) >> 1
    case 4: {
      const [toLeft, toUp, toCorner] = [
        Math.abs(up - corner),
        Math.abs(left - corner),
        Math.abs(left + up - 2 * corner),
      ]
      return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner
    }
    default:
      return 0
  }
}

function putPixel(
  { rgb, alpha }: Pixels,
  at: number,
  row: Uint8Array,
  column: number,
  header: Header,
  { palette, transparency }: Colors,
): void {
  const { depth, kind } = header
  const count = channelsOf(header)
  const sample = (channel: number) => sampleAt(row, column * count + channel, depth)
  const whole = (2 ** Math.min(depth, 8) - 1) / 255
  const [first, second, third] = [sample(0), count > 2 ? sample(1) : sample(0), count > 2 ? sample(2) : sample(0)]
  if (kind === 3) {
    rgb.set(
      [0, 1, 2].map((part) => palette?.[first * 3 + part] ?? 0),
      at * 3,
    )
    alpha[at] = transparency?.[first] ?? 255
    return
  }
  rgb.set([first / whole, second / whole, third / whole], at * 3)
  const hidden =
    transparency && [0, 1, 2].map((part) => transparency[(kind === 0 ? 0 : part) * 2 + (depth === 16 ? 0 : 1)])
  const isHidden = hidden?.[0] === first && hidden[1] === second && hidden[2] === third
  alpha[at] = kind >= 4 ? sample(count - 1) : isHidden ? 0 : 255
}

/** A sample of up to 8 bits; of 16 the upper 8. */
function sampleAt(row: Uint8Array, index: number, depth: number): number {
  if (depth === 16) return row[index * 2] ?? 0
  if (depth === 8) return row[index] ?? 0
  const bit = index * depth
  return ((row[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & (2 ** depth - 1)
}
