import { expect, test } from 'vitest'
import { axisFormat, commonFormat, formatSaying, withThousands } from '../../../src/chart/native/number-format.ts'

test.each([
  [77.5, '77.5%', '0.0"%"'],
  [0.775, '77.5%', '0.0%'],
  [0.25, '25%', '0%'],
  [1_092_000_000, '1.092 billion', '0.000,,," billion"'],
  [904_000_000, '904 million', '0,," million"'],
  [2_100_000, '2.1M', '0.0,,"M"'],
  [1234.5, '1,234.5', '#,##0.0'],
  [0, '0', '0'],
  [20.7, '+20.7%', '+0.0"%"'],
  [-11, '\u221211', '0;"\u2212"0'],
  [-11, '-11', '0'],
  [-2.7e9, '\u2212€2.7 billion', '"€"0.0,,," billion";"\u2212€"0.0,,," billion"'],
  [-2.7e9, '-€2.7 billion', '"€"0.0,,," billion"'],
  [-2.7e9, '\u22122.7 Mrd.\u00a0€', '0.0,,," Mrd.\u00a0€";"\u2212"0.0,,," Mrd.\u00a0€"'],
  [-3, 'Oslo \u22123', '"Oslo "0;"Oslo \u2212"0'],
  [47_000_000, 'over 47 million', '"over "0,," million"'],
  [5, '£5', '"£"0'],
  [1_092_000_000, '10.92亿人', '0\\.00,,"亿人"'],
  [-5_000_000, '\u22120.05亿', '0\\.00,,"亿";"\u2212"0\\.00,,"亿"'],
  [123_000, '12.3万', '0\\.0,"万"'],
  // Cells in 万.
  [2480, '2480万', '0"万"'],
  [12_000, '1.2亿', '0\\.0,"亿"'],
  [15_400_000_000_000, '15.4万亿元', '0.0,,,,"万亿元"'],
  [3, 'No "3"', '"No """0""""'],
])('%d says %s by %s', (value, text, format) => {
  expect(formatSaying(value, text)).toBe(format)
})

test('the digits of a unit stay as its language writes them', () => {
  expect(formatSaying(78.3, '78,3 pour 100\u202f000', 'fr')).toBe('[$-40C]0.0" pour 100\u202f000"')
})

test('a French format that divides by thousands is one that LibreOffice saves whole', () => {
  expect(formatSaying(211.7e9, '211,7\u00a0milliards', 'fr')).toBe('[$-80C]0.0,,,"\u00a0milliards"')
  expect(formatSaying(1.2e12, '1\u202f200\u00a0Md', 'fr')).toBe('[$-40C]#,##0,,,"\u00a0Md"')
})

test.each([
  // No step of Excel's ends there.
  [24_800_000, '2480万'],
  [1_090_000_000, '10.9亿'],
  [28, 'Oslo'],
  [28, '29'],
  [-28, '28'],
  [1.26, '1.2'],
])('no format says %d as %s', (value, text) => {
  expect(formatSaying(value, text)).toBeUndefined()
})

const pairs = (...given: [number, string][]) => given.map(([value, text]) => ({ value, text }))

test('an axis has one format', () => {
  expect(commonFormat(pairs([0, '0'], [20, '20'], [100, '100']))).toBe('0')
})

test('zero may be said another way', () => {
  expect(commonFormat(pairs([0, '0'], [20_000, '20k']))).toBe('0,"k";"\u2212"0,"k";0')
})

test('small and large numbers may be said in two ways', () => {
  expect(commonFormat(pairs([900e6, '900 million'], [1e9, '1.0 billion'], [1.1e9, '1.1 billion']))).toBe(
    '[>=1000000000]0.0,,," billion";0,," million"',
  )
})

test('negative numbers with a true minus go with positive ones', () => {
  expect(commonFormat(pairs([-20, '\u221220'], [0, '0'], [20, '20']))).toBe('0;"\u2212"0')
})

test('words that are no numbers leave an axis without a format', () => {
  expect(commonFormat(pairs([1, 'one'], [2, 'two']))).toBeUndefined()
})

test('the labels of an axis in 亿 follow it, with the decimals that Excel can show', () => {
  const ticks = [0, 500_000_000, 950_000_000]
  const pairs = ticks.map((value, index) => ({ value, text: ['0', '5亿', '9.5亿'][index] ?? '' }))
  expect(commonFormat(pairs)).toBeUndefined()
  expect(axisFormat(pairs)).toBe('0\\.00,,"亿";"\u2212"0\\.00,,"亿";0')
  expect(axisFormat([{ value: 12_500_000, text: '0.125亿' }])).toBeUndefined()
})

test('numbers that may grow have commas between thousands', () => {
  expect(withThousands('0,," million"')).toBe('#,##0,," million"')
  expect(withThousands('"€"0.0"0";"\u2212€"0.0"0"')).toBe('"€"#,##0.0"0";"\u2212€"#,##0.0"0"')
  expect(withThousands('#,##0')).toBe('#,##0')
})
