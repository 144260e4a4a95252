import { expect, test } from 'vitest'
import { enlargePixels } from '../../src/graphics/canvas/enlarge-pixels.ts'

test('colours run from pixel to pixel, and stay at the edges', () => {
  const pixels = { width: 2, height: 1, rgb: Uint8Array.of(0, 0, 0, 200, 100, 40), alpha: Uint8Array.of(255, 255) }
  const { width, height, rgb, alpha } = enlargePixels(pixels, 4)
  expect([width, height]).toEqual([8, 4])
  const red = Array.from({ length: 8 }, (_, x) => rgb[x * 3])
  expect(red).toEqual([0, 0, 25, 75, 125, 175, 200, 200])
  expect(rgb.subarray(7 * 3, 8 * 3)).toEqual(Uint8Array.of(200, 100, 40))
  expect(new Set(alpha)).toEqual(new Set([255]))
})

test('a clear pixel lends its neighbour no colour', () => {
  const pixels = { width: 1, height: 2, rgb: Uint8Array.of(0, 0, 0, 200, 100, 40), alpha: Uint8Array.of(0, 255) }
  const { rgb, alpha } = enlargePixels(pixels, 2)
  expect([...alpha]).toEqual([0, 0, 64, 64, 191, 191, 255, 255])
  expect(rgb.subarray(4 * 3, 5 * 3)).toEqual(Uint8Array.of(200, 100, 40))
})
