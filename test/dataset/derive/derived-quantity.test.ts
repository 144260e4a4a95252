import { Decimal } from 'decimal.js'
import { expect, test } from 'vitest'
import { derivedQuantity } from '../../../src/dataset/derive/work-out.ts'

const digits = (value: string, low: string, high: string, unit = 'people'): [string, number] | undefined => {
  const quantity = derivedQuantity(new Decimal(value), { low: new Decimal(low), high: new Decimal(high) }, unit)
  return quantity && [quantity.value.toString(), quantity.precision]
}

test('a derived value is within two units of its last digit, and no closer place would be', () => {
  expect(digits('528.1e6', '527.02e6', '529.20e6')).toEqual(['528000000', 6])
  expect(digits('1067.2e6', '1066.65e6', '1067.75e6')).toEqual(['1067000000', 6])
  expect(digits('13.87', '13.76', '13.99', 'yuan')).toEqual(['13.9', -1])
  expect(digits('490', '488', '492')).toEqual(['490', 0])
  expect(digits('490', '487.9', '492.1')).toEqual(['490', 1])
})

test('whole units below a million stay where the inputs bear them out, so that a reader’s own subtraction agrees', () => {
  expect(digits('10224', '10223', '10225')).toEqual(['10224', 0])
  expect(digits('-123456', '-123457', '-123455')).toEqual(['-123456', 0])
  expect(digits('539.966', '538.65', '541.28')).toEqual(['540', 0])
})

test('percentages have one decimal at most, other units four significant digits', () => {
  expect(digits('72.1', '71.93', '72.27', 'percent')).toEqual(['72.1', -1])
  expect(digits('2.324', '2.318', '2.3297', 'percent')).toEqual(['2.3', -1])
  expect(digits('1030870000', '1030869000', '1030871000')).toEqual(['1031000000', 6])
})

test('a change of which the sign is known keeps a digit, for 0% would say that there was none', () => {
  expect(digits('2', '0', '4.04', 'percent')).toEqual(['2', 0])
  expect(digits('-3', '-6.1', '0', 'percent')).toEqual(['-3', 0])
  expect(digits('2', '-0.5', '4.5', 'percent')).toEqual(['0', 1])
  expect(digits('0.03', '0.01', '0.05', 'percent')).toEqual(['0', -1])
})
