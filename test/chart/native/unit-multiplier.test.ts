import { expect, test } from 'vitest'
import {
  chooseUnitMultiplier,
  formatMultiplier,
  toUnits,
  unitFormat,
} from '../../../src/chart/native/unit-multiplier.ts'

const said = (...given: [number, string][]) => given.map(([value, text]) => ({ value, text }))

test.each([
  ['whole 万', said([24_800_000, '2480万人'], [6_900_000, '690万']), [], 4],
  ['亿 with one decimal along an axis, with two at points', said([1.092e9, '10.92亿']), said([9.5e8, '9.5亿']), 8],
  ['万亿, which commas divide by', said([15.4e12, '15.4万亿元']), [], 0],
  ['most in 万', said([9.8e7, '9800万'], [9.1e7, '9100万'], [1.25e8, '1.25亿']), [], 4],
  ['plain numbers', said([9057, '9057']), said([0, '0'], [5000, '5000']), 0],
  ['words', said([3e8, '三亿']), [], 0],
])('cells count in the unit in which number formats say the most: %s', (_, labels, axis, multiplier) => {
  expect(chooseUnitMultiplier(labels, axis, 'zh')).toBe(multiplier)
})

test.each([
  ['0"万"', 4],
  ['"超过"0"万人"', 4],
  ['0.00"亿人"', 8],
  ['0\\.00,,"亿"', 0],
  ['0\\.0,"亿"', 4],
  ['0.0,,,,"万亿元"', 0],
  ['0.000,,," billion"', 0],
  ['General', 0],
])('%s is the format of cells that are divided by ten to the power %d', (format, multiplier) => {
  expect(formatMultiplier(format)).toBe(multiplier)
})

test('a cell holds no more digits than the value', () => {
  expect(toUnits(1_108_300_000, 8)).toBe(11.083)
  expect(toUnits(90_570_000, 4)).toBe(9057)
})

test('the format of cells names their unit and shows their digits', () => {
  expect(unitFormat(4, [9057, null, -300])).toBe('0"万"')
  expect(unitFormat(8, [9.04, 10.915, 11])).toBe('0.000"亿"')
  expect(unitFormat(0, [9057])).toBeUndefined()
})
