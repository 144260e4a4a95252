import { describe, expect, test } from 'vitest'
import { checkSeries, checkTypeSizes, distance } from '../../src/theme/check-print.ts'
import { theme } from '../layout/stage.ts'

describe('colours in print', () => {
  test("the report's own series stay apart in grey and for the colour-blind", () => {
    expect(checkSeries(theme.colors)).toEqual([])
  })

  test('red and green of one lightness are alike in grey and to those without red or green cones', () => {
    const faults = checkSeries({ ...theme.colors, accent: '#b05a4a', second: '#5a8a4a', context: '#c8ccd0' })
    expect(faults.map(({ b, seen, delta, least }) => [b, seen, delta, least])).toEqual([
      ['second', 'grey', 4.4, 15],
      ['second', 'protanopia', 18.3, 20],
      ['second', 'deuteranopia', 1.9, 20],
    ])
  })

  test('black and white are a hundred apart, however they are seen', () => {
    for (const seen of ['grey', 'protanopia', 'deuteranopia', 'tritanopia'] as const) {
      expect(distance('#000000', '#ffffff', seen)).toBeCloseTo(100, 1)
    }
  })

  test('type below 7 points is named by its key', () => {
    expect(checkTypeSizes({ ...theme, page: { ...theme.page, small: 6.5 } })).toEqual([{ key: 'small', size: 6.5 }])
    expect(checkTypeSizes(theme)).toEqual([])
  })
})
