import { expect, test } from 'vitest'
import { luminate } from '../../src/reference/luminate.ts'

test('shades are those that PowerPoint names in its palette', () => {
  // White, darker 15% and 35%; black, lighter 35%; the blue of Office 2013, darker 25%.
  expect(luminate('#FFFFFF', 0.85, 0)).toBe('#d9d9d9')
  expect(luminate('#FFFFFF', 0.65, 0)).toBe('#a6a6a6')
  expect(luminate('#000000', 0.65, 0.35)).toBe('#595959')
  expect(luminate('#4472C4', 0.75, 0)).toBe('#2f5597')
  expect(luminate('#C0392B', 1, 0)).toBe('#c0392b')
})
