import { expect, it } from 'vitest'
import { parseQuantity } from '../../../src/dataset/figure/quantity.ts'

const people = { id: 'people', label: { en: 'people' }, said: false }
const value = (text: string, language?: string) => {
  const read = parseQuantity(text, people, [people], language)
  return 'fault' in read ? read.fault : `${read.value.toFixed()} at ${read.precision}`
}

it.each([
  ['10亿9200万', '1092000000 at 4'],
  ['1亿2.5万', '100025000 at 3'],
  ['4.2bn', '4200000000 at 8'],
  ['1,5 Mrd', '1500000000 at 8'],
  ['1.092,5 Mio.', '1092500000 at 5'],
  ['3,2 milliards', '3200000000 at 8'],
  ['−0.99', '-0.99 at -2'],
])('%s is read as its source prints it', (text, expected) => {
  expect(value(text)).toBe(expected)
})

it('commas mark decimals in a report in a language that writes them so, and nowhere else', () => {
  expect(value('1,5', 'de')).toBe('1.5 at -1')
  expect(value('1.092,5', 'de')).toBe('1092.5 at -1')
  expect(value('1,204', 'de')).toBe('1204 at 0')
  // No group of digits begins with nought.
  expect(value('0,031', 'es')).toBe('0.031 at -3')
  expect(value('1,5')).toBe('not a number: 1,5')
  expect(value('10,92 billion')).toBe('not a number: 10,92 billion')
})

it('reads groups of digits as French and Swiss texts part them', () => {
  expect(value('18 240', 'fr')).toBe('18240 at 0')
  expect(value('18\u202f240,5', 'fr')).toBe('18240.5 at -1')
  expect(value('18’240', 'de')).toBe('18240 at 0')
  expect(value('18 24', 'fr')).toBe('unknown unit or scale: 24')
})
