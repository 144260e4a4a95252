import { Decimal } from 'decimal.js'
import { describe, expect, it } from 'vitest'
import { isFault, parseQuantity } from '../../../src/dataset/figure/quantity.ts'
import { percent, percentagePoints } from '../../../src/dataset/figure/unit/unit.ts'
import type { Quantity, Unit } from '../../../src/dataset/types.ts'
import { createRandom } from '../random.ts'

const people: Unit = { id: 'people', label: { en: 'people', zh: '人' }, said: false }
const yuan: Unit = { id: 'yuan', label: { en: 'yuan', zh: '元' }, said: true }
const hours: Unit = { id: 'hours', label: { en: 'hours', zh: '小时' }, singular: { en: 'hour' }, said: true }

function parse(text: string, unit: Unit): Quantity {
  const quantity = parseQuantity(text, unit, [people, yuan, hours])
  if (isFault(quantity)) throw new Error(quantity.fault)
  return quantity
}

const summary = ({ value, precision, qualifier, interval }: Quantity) =>
  `${value.toFixed()} to 10^${precision}${qualifier ? ` ${qualifier}` : ''}, ${interval.low.toFixed()} to ${interval.high.toFixed()}`

describe('parseQuantity', () => {
  it.each([
    ['1.092 billion', people, '1092000000 to 10^6, 1091500000 to 1092500000'],
    ['1.0920 billion', people, '1092000000 to 10^5, 1091950000 to 1092050000'],
    ['86.29 million', people, '86290000 to 10^4, 86285000 to 86295000'],
    ['904 million', people, '904000000 to 10^6, 903500000 to 904500000'],
    ['961,000', people, '961000 to 10^0, 960999.5 to 961000.5'],
    ['1,092.5 thousand', people, '1092500 to 10^2, 1092450 to 1092550'],
    ['10.92亿', people, '1092000000 to 10^6, 1091500000 to 1092500000'],
    ['10.92億人', people, '1092000000 to 10^6, 1091500000 to 1092500000'],
    ['2480万', people, '24800000 to 10^4, 24795000 to 24805000'],
    ['１０．９２亿', people, '1092000000 to 10^6, 1091500000 to 1092500000'],
    ['24.8 million people', people, '24800000 to 10^5, 24750000 to 24850000'],
    ['15.4 trillion yuan', yuan, '15400000000000 to 10^11, 15350000000000 to 15450000000000'],
    ['15.4 trillion', yuan, '15400000000000 to 10^11, 15350000000000 to 15450000000000'],
    ['15.4万亿元', yuan, '15400000000000 to 10^11, 15350000000000 to 15450000000000'],
    ['30.8 hours', hours, '30.8 to 10^-1, 30.75 to 30.85'],
    ['1 hour', hours, '1 to 10^0, 0.5 to 1.5'],
    ['77.5%', percent, '77.5 to 10^-1, 77.45 to 77.55'],
    ['73.0 per cent', percent, '73 to 10^-1, 72.95 to 73.05'],
    ['109.8%', percent, '109.8 to 10^-1, 109.75 to 109.85'],
    ['16.8 pp', percentagePoints, '16.8 to 10^-1, 16.75 to 16.85'],
    ['-4.4 pp', percentagePoints, '-4.4 to 10^-1, -4.45 to -4.35'],
    ['−4.4 percentage points', percentagePoints, '-4.4 to 10^-1, -4.45 to -4.35'],
    ['21.7个百分点', percentagePoints, '21.7 to 10^-1, 21.65 to 21.75'],
    ['+24.8\u00a0million', people, '24800000 to 10^5, 24750000 to 24850000'],
    ['0', people, '0 to 10^0, -0.5 to 0.5'],
  ] as const)('reads %s', (text, unit, expected) => {
    expect(summary(parse(text, unit))).toBe(expected)
  })

  it.each([
    ['over 47 million', '47000000 to 10^6 over, 47000000 to Infinity'],
    ['at least 47 million', '47000000 to 10^6 at least, 47000000 to Infinity'],
    ['at most 47 million', '47000000 to 10^6 at most, 0 to 47000000'],
    // Not 50 million, which would have been written; and a tenth at most.
    ['nearly 60 million', '60000000 to 10^6 nearly, 54000000 to 60000000'],
    ['nearly 61 million', '61000000 to 10^6 nearly, 60000000 to 61000000'],
    ['nearly 1.1 billion', '1100000000 to 10^8 nearly, 1000000000 to 1100000000'],
    ['under 100 million', '100000000 to 10^6 under, 90000000 to 100000000'],
    ['about 60 million', '60000000 to 10^6 about, 59000000 to 61000000'],
    ['Over 47 million', '47000000 to 10^6 over, 47000000 to Infinity'],
    // A fall of over 3 million.
    ['over -3 million', '-3000000 to 10^6 over, -Infinity to -3000000'],
  ])('%s allows', (text, expected) => {
    expect(summary(parse(text, people))).toBe(expected)
  })

  it('points at the part that is wrong', () => {
    expect(parseQuantity('over 1.092 bilion', people)).toMatchObject({ index: 11, hint: 'did you mean billion?' })
    expect(parseQuantity('15.4 trillion yuan', people, [people, yuan])).toMatchObject({
      fault: 'wrong unit: yuan',
      index: 14,
    })
  })

  it('allows every number that is printed so', () => {
    const random = createRandom(1)
    for (let round = 0; round < 500; round++) {
      const decimals = random(4)
      const scale = [0, 3, 6, 9, 12][random(5)] ?? 0
      // A number with more digits than are printed.
      const exact = new Decimal(random(1_000_000)).times('0.00137')
      const printed = `${exact.toFixed(decimals)} ${['', 'thousand', 'million', 'billion', 'trillion'][scale / 3]}`
      const { interval, value, precision } = parse(printed, people)
      const meant = exact.times(new Decimal(10).pow(scale))
      expect(interval.low.lte(meant) && interval.high.gte(meant), `${meant} printed as ${printed}`).toBe(true)
      expect(interval.high.minus(interval.low).equals(new Decimal(10).pow(precision))).toBe(true)
      expect(value.equals(new Decimal(exact.toFixed(decimals)).times(new Decimal(10).pow(scale)))).toBe(true)
    }
  })
})

describe('a qualifier as sources print it', () => {
  const people = { id: 'people', label: { en: 'people', zh: '人', fr: 'personnes' }, said: false }
  it.each([
    ['just over 4 million', 'over', '4000000'],
    ['more than 47 million', 'over', '47000000'],
    ['around 4 million', 'about', '4000000'],
    ['close to 4 million', 'nearly', '4000000'],
    ['up to 4 million', 'at most', '4000000'],
    ['超过10.5亿', 'over', '1050000000'],
    ['近11亿', 'nearly', '1100000000'],
    ['约3亿人', 'about', '300000000'],
    ['不足500万', 'under', '5000000'],
    ['10亿人及以上', 'at least', '1000000000'],
    ['4700万以上', 'at least', '47000000'],
    ['4700多万', 'over', '47000000'],
    ['10亿余人', 'over', '1000000000'],
    ['500万左右', 'about', '5000000'],
    ['47 million people or more', 'at least', '47000000'],
    ['no less than 47 million', 'at least', '47000000'],
    ['plus de 47 millions de personnes', 'over', '47000000'],
    ['près de 4 millions', 'nearly', '4000000'],
    ['47 Millionen oder mehr', 'at least', '47000000'],
    ['knapp 4 Millionen', 'nearly', '4000000'],
    ['más de 47 millones', 'over', '47000000'],
    ['47 millones como mínimo', 'at least', '47000000'],
  ])('%s', (text, qualifier, value) => {
    const read = parseQuantity(text, people)
    expect('fault' in read ? read.fault : [read.qualifier, read.value.toFixed()]).toEqual([qualifier, value])
  })
})

it('reads a comma before a scale as the report’s language does: 68,754 millions is a fraction in French', () => {
  const read = (text: string, language: string) => {
    const value = parseQuantity(text, people, [people], language)
    return 'fault' in value ? value.fault : value.value.toFixed()
  }
  expect(read('68,754 millions', 'fr')).toBe('68754000')
  expect(read('68.754 millions', 'fr')).toBe('68754000')
  expect(read('12,345 mil', 'es')).toBe('12345')
  expect(read('68,754 millions', 'en')).toBe('68754000000')
})
