import { crc32, deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { decodePng, isPlainPng, isWholePng } from '../../src/graphics/png.ts'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** A PNG of the given kind, from rows with their filter bytes. */
function png(
  [width, height, depth, kind, interlace = 0]: number[],
  rows: number[],
  more: Record<string, number[]> = {},
): Uint8Array {
  const chunk = (name: string, body: Uint8Array) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(body.length)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(Buffer.concat([Buffer.from(name), body])))
    return Buffer.concat([length, Buffer.from(name), body, sum])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width ?? 0, 0)
  header.writeUInt32BE(height ?? 0, 4)
  header.set([depth ?? 8, kind ?? 6, 0, 0, interlace], 8)
  const others = Object.entries(more).map(([name, body]) => chunk(name, Uint8Array.from(body)))
  const data = chunk('IDAT', deflateSync(Uint8Array.from(rows)))
  return Buffer.concat([signature, chunk('IHDR', header), ...others, data, chunk('IEND', Buffer.alloc(0))])
}

const pixels = (bytes: Uint8Array) => {
  const { width, height, data } = decodePng(bytes)
  return Array.from({ length: width * height }, (_, index) => [...data.subarray(index * 4, index * 4 + 4)])
}

test('colour with opacity', () => {
  expect(pixels(png([2, 1, 8, 6], [0, 10, 20, 30, 40, 50, 60, 70, 80]))).toEqual([
    [10, 20, 30, 40],
    [50, 60, 70, 80],
  ])
})

test.each([
  ['left', 1],
  ['up', 2],
  ['average', 3],
  ['Paeth', 4],
])('rows filtered by %s', (_, filter) => {
  const first = [0, 100, 100]
  expect(pixels(png([2, 2, 8, 0], [...first, filter, 1, 1])).map(([grey]) => grey)).toEqual(
    { 1: [100, 100, 1, 2], 2: [100, 100, 101, 101], 3: [100, 100, 51, 76], 4: [100, 100, 101, 102] }[filter],
  )
})

test('a palette of two bits, the first entry transparent', () => {
  const palette = { PLTE: [1, 2, 3, 4, 5, 6, 7, 8, 9], tRNS: [0] }
  expect(pixels(png([3, 1, 2, 3], [0, 0b00_01_10_00], palette))).toEqual([
    [1, 2, 3, 0],
    [4, 5, 6, 255],
    [7, 8, 9, 255],
  ])
})

test('grey of one bit and of sixteen', () => {
  expect(pixels(png([2, 1, 1, 0], [0, 0b0100_0000])).map(([grey]) => grey)).toEqual([0, 255])
  expect(pixels(png([1, 1, 16, 4], [0, 128, 7, 200, 9]))).toEqual([[128, 128, 128, 199]])
})

test('interlaced in seven passes', () => {
  // 2 × 2: the first pass has the first pixel, the sixth its neighbour, the seventh the second row.
  expect(pixels(png([2, 2, 8, 0, 1], [0, 1, 0, 2, 0, 3, 4])).map(([grey]) => grey)).toEqual([1, 2, 3, 4])
})

test('pdfkit is left only what is opaque and in one pass', () => {
  expect(isPlainPng(png([1, 1, 8, 2], [0, 1, 2, 3]))).toBe(true)
  expect(isPlainPng(png([1, 1, 8, 6], [0, 1, 2, 3, 4]))).toBe(false)
  expect(isPlainPng(png([1, 1, 8, 3], [0, 0], { PLTE: [1, 2, 3], tRNS: [9] }))).toBe(false)
})

test('what is cut short, altered or larger than any page is not whole', () => {
  const whole = png([2, 2, 8, 0], [0, 1, 2, 0, 3, 4])
  expect(isWholePng(whole)).toBe(true)
  expect(isWholePng(whole.subarray(0, whole.length - 20))).toBe(false)
  expect(isWholePng(png([2, 2, 8, 0], [0, 1, 2]))).toBe(false)
  expect(isWholePng(png([60_000, 60_000, 8, 0], [0]))).toBe(false)
  expect(isWholePng(Buffer.from('no picture'))).toBe(false)
})
