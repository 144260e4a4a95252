import { expect, test } from 'vitest'
import { breakName, nameLines } from '../../../../src/chart/draw/vega/name-lines.ts'

test('a long name stands on two even lines, a short one and one word on one', () => {
  expect(breakName('Lakes and forests of the middle region')).toEqual(['Lakes and forests', 'of the middle region'])
  expect(breakName('Government services')).toBe('Government services')
  expect(breakName('Aberlour Central', 9.7)).toEqual(['Aberlour', 'Central'])
  expect(breakName('阿伯劳尔中央', 9.7)).toEqual(['阿伯劳', '尔中央'])
  expect(breakName('各港口渔获量（各国渔船），不含他国', 9)[1]).toMatch(/^[^，（）]/)
  expect(breakName('Donaudampfschifffahrtsgesellschaft')).toBe('Donaudampfschifffahrtsgesellschaft')
  expect(breakName('互联网应用的使用情况 各类用户')).toEqual(['互联网应用的使用情况', '各类用户'])
})

test('of many names none is broken: they stand too close', () => {
  const names = Array.from({ length: 9 }, (_, index) => `Lakes and forests of the middle region ${index}`)
  expect(nameLines(names)).toEqual(names)
  expect(nameLines(names.slice(0, 8))).toHaveLength(16)
})
