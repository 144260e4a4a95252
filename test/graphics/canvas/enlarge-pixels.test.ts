import { expect, test } from 'vitest'
import { enlargePixels } from '../../../src/graphics/canvas/show-picture.ts'

const getAlpha = (data: Uint8Array) => [...data].filter((_, index) => index % 4 === 3)

test('colours run from pixel to pixel, and stay at the edges', () => {
  const pixels = { width: 2, height: 1, data: Uint8Array.of(0, 0, 0, 255, 200, 100, 40, 255) }
  const { width, height, data } = enlargePixels(pixels, 4)
  expect([width, height]).toEqual([8, 4])
  const red = Array.from({ length: 8 }, (_, x) => data[x * 4])
  expect(red).toEqual([0, 0, 25, 75, 125, 175, 200, 200])
  expect(data.subarray(7 * 4, 8 * 4)).toEqual(Uint8Array.of(200, 100, 40, 255))
  expect(getAlpha(data)).toEqual(Array.from({ length: 32 }, () => 255))
})

test('a clear pixel lends its neighbour no colour', () => {
  const pixels = { width: 1, height: 2, data: Uint8Array.of(0, 0, 0, 0, 200, 100, 40, 255) }
  const { data } = enlargePixels(pixels, 2)
  expect(getAlpha(data)).toEqual([0, 0, 64, 64, 191, 191, 255, 255])
  expect(data.subarray(4 * 4, 4 * 4 + 3)).toEqual(Uint8Array.of(200, 100, 40))
})
