import { expect, test } from 'vitest'
import { readPressProfile } from '../../src/graphics/icc-profile.ts'
import { pressProfile } from './press-profile.ts'

function inksOf(...color: number[]) {
  const profile = readPressProfile(pressProfile())
  if ('message' in profile) throw new Error(profile.message)
  return profile.toCmyk(color.map((part) => part / 255))
}

test('colours go through Lab and the table of the profile', () => {
  // Lab of sRGB’s blue under D50 is 29.57, 68.30, −112.03 (Lindbloom).
  const [a, b, l] = [((68.3 + 128) * 256) / 65535, ((128 - 112.03) * 256) / 65535, (29.57 * 652.8) / 65535]
  for (const [index, ink] of [1 - a, a, b, 1 - l].entries()) expect(inksOf(0, 0, 255)[index]).toBeCloseTo(ink, 3)
})

test('greys and the near black of words are black ink alone, white is paper', () => {
  expect(inksOf(255, 255, 255)).toEqual([0, 0, 0, 0])
  expect(inksOf(0, 0, 0)).toEqual([0, 0, 0, 1])
  expect(inksOf(51, 51, 51)).toEqual([0, 0, 0, 0.8])
  expect(inksOf(0x16, 0x20, 0x2c)).toEqual([0, 0, 0, 1])
  expect(inksOf(0x0b, 0x5f, 0xa5)).not.toEqual([0, 0, 0, expect.any(Number)])
})

test('what is no profile of a press is told', () => {
  const message = (bytes: Uint8Array) => Reflect.get(readPressProfile(bytes), 'message')
  expect(message(new Uint8Array(200))).toBe('not an ICC profile')
  expect(message(pressProfile({ 16: 'RGB ' }))).toBe('a profile of RGB, not of CMYK')
  expect(message(pressProfile({ 132: 'A2B0' }))).toBe('a profile that leads from inks to colours only')
  expect(message(pressProfile({ 144: 'mBA ' }))).toBe('a profile of version 4, whose tables are not read')
  expect(message(pressProfile().subarray(0, 180))).toBe('an ICC profile that ends early')
})
