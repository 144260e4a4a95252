import { Decimal } from 'decimal.js'
import { describe, expect, test } from 'vitest'
import type { Observation, Qualifier, Quantity, Unit } from '../../src/dataset/types.ts'
import { changeDirection } from '../../src/locale/change-direction.ts'
import { getLocale } from '../../src/locale/get-locale.ts'
import type { Locale } from '../../src/locale/types.ts'

const en = getLocale('en')
const zh = getLocale('zh', 'en')

const units = {
  people: { id: 'people', label: { en: 'people', zh: '人' }, singular: { en: 'person' }, said: false },
  yuan: { id: 'yuan', label: { en: 'yuan', zh: '元' }, said: true },
  hours: { id: 'hours', label: { en: 'hours', zh: '小时' }, singular: { en: 'hour' }, said: true },
  percent: { id: 'percent', label: {}, said: true },
  points: { id: 'percentage-points', label: {}, said: true },
} satisfies Record<string, Unit>

/** A value with the place of its last digit; the interval half a unit of it to each side, or as given. */
function quantity(value: string, precision: number, interval?: [string, string], qualifier?: Qualifier): Quantity {
  const half = new Decimal(10).pow(precision).div(2)
  const exact = new Decimal(value)
  const [low, high] = interval ?? [exact.minus(half), exact.plus(half)]
  return { value: exact, precision, unit: '', qualifier, interval: { low: new Decimal(low), high: new Decimal(high) } }
}

test('a number known to the unit is written out, not with more decimals than a reader takes in', () => {
  expect(en.quantity(quantity('1120000', 0), units.people).replaceAll('\u00a0', ' ')).toBe('1,120,000')
  expect(en.quantity(quantity('1120000', 3), units.people).replaceAll('\u00a0', ' ')).toBe('1.120 million')
  expect(getLocale('de').quantity(quantity('1120000', 0), units.people)).toBe('1.120.000')
})

/** A change as the helpers say it. */
function changeIn(locale: Locale, change: Observation, unit: Unit): string {
  const amount = locale.quantity(change.quantity, unit, { unsigned: true })
  return locale.changeWords(changeDirection(change), amount, change.quantity.qualifier !== undefined, unit.id)
}

function change(quantity: Quantity): Observation {
  const place = { file: 'data/figures.yaml', line: 1, column: 1 }
  return {
    key: 'x.change@2023-12',
    series: 'x',
    indicator: 'x',
    categories: {},
    measure: 'change',
    period: '2023-12',
    quantity,
    status: 'stated',
    inputs: [],
    place,
  }
}

/** No-break spaces shown as `~`. */
const shown = (text: string) => text.replaceAll('\u00a0', '~')

describe('a quantity', () => {
  test.each([
    ['1092000000', 6, 'people', '1.092~billion', '10.92亿'],
    ['904000000', 6, 'people', '904~million', '9.04亿'],
    ['24800000', 5, 'people', '24.8~million', '2480万'],
    ['86290000', 4, 'people', '86.29~million', '8629万'],
    ['961000', 3, 'people', '961,000', '96.1万'],
    // With four decimals and more a Chinese number is said in a smaller scale, or in none.
    ['961000', 0, 'people', '961,000', '961000'],
    ['126058200000000', 8, 'people', '126.0582~trillion', '1260582亿'],
    ['509010000', 4, 'people', '509.01~million', '50901万'],
    ['509100000', 5, 'people', '509.1~million', '5.091亿'],
    ['9610', 0, 'people', '9,610', '9610'],
    ['15400000000000', 11, 'yuan', '15.4~trillion~yuan', '15.4万亿元'],
    ['77.5', -1, 'percent', '77.5%', '77.5%'],
    ['78.0', -1, 'percent', '78.0%', '78.0%'],
    ['11', 0, 'percent', '11%', '11%'],
    ['16.8', -1, 'points', '16.8~percentage points', '16.8个百分点'],
    ['-4.4', -1, 'points', '−4.4~percentage points', '−4.4个百分点'],
    ['30.8', -1, 'hours', '30.8~hours', '30.8小时'],
    ['0', 6, 'people', '0', '0'],
  ] as const)('%s to the place %i of %s is %s and %s', (value, precision, unit, english, chinese) => {
    expect(shown(en.quantity(quantity(value, precision), units[unit]))).toBe(english)
    expect(shown(zh.quantity(quantity(value, precision), units[unit]))).toBe(chinese)
  })

  test('keeps the noughts that it was printed with', () => {
    expect(shown(en.quantity(quantity('1060000000', 6), units.people))).toBe('1.060~billion')
    expect(zh.quantity(quantity('1060000000', 6), units.people)).toBe('10.60亿')
  })

  test('says no more digits than its precision, and the next scale where rounding reaches it', () => {
    expect(shown(en.quantity(quantity('1067200000', 6), units.people))).toBe('1.067~billion')
    expect(shown(en.quantity(quantity('999960000', 5), units.people))).toBe('1.0000~billion')
  })

  test('says its qualifier', () => {
    const over = quantity('47000000', 6, ['47000000', 'Infinity'], 'over')
    expect(shown(en.quantity(over, units.people))).toBe('over~47~million')
    expect(zh.quantity(over, units.people)).toBe('超过4700万')
  })

  test('says a silent unit on demand', () => {
    expect(shown(en.quantity(quantity('1092000000', 6), units.people, { unit: true }))).toBe('1.092~billion~people')
    expect(zh.quantity(quantity('1092000000', 6), units.people, { unit: true })).toBe('10.92亿人')
    const counted = { ...units.people, said: { zh: true } }
    expect(zh.quantity(quantity('1092000000', 6), counted)).toBe('10.92亿人')
    expect(shown(en.quantity(quantity('1092000000', 6), counted))).toBe('1.092~billion')
  })

  test('is singular for exactly 1', () => {
    expect(shown(en.quantity(quantity('1', 0), units.hours))).toBe('1~hour')
    expect(shown(en.quantity(quantity('1.0', -1), units.hours))).toBe('1.0~hours')
    expect(shown(en.quantity(quantity('1', 0), units.points))).toBe('1~percentage point')
    expect(shown(en.quantity(quantity('1000000', 6), units.people, { unit: true }))).toBe('1~million~people')
    expect(shown(en.quantity(quantity('1', 0), units.people, { unit: true }))).toBe('1~person')
  })

  test('stands alone in a named scale', () => {
    expect(en.scaled(quantity('1066710000', 4), 'million')).toBe('1,066.71')
    expect(en.scaled(quantity('-4400', 2), 'thousand')).toBe('−4.4')
    expect(zh.scaled(quantity('1066710000', 4), '万')).toBe('106671')
    expect(en.scaled(quantity('1066710000', 4), 'lakh')).toBeUndefined()
  })

  test.each([
    ['billions and hundreds of millions, to the last digit of each', ['1092000000', 6], ['973000000', 6], 'billion'],
    ['a count that ends in noughts', ['1284000', 3], ['486000', 0], 'million'],
    ['small beside large', ['1284000', 3], ['11000', 3], 'million'],
    ['too small beside large', ['1284000', 3], ['540', 0], undefined],
    ['more decimals than a label has', ['1284000', 3], ['486123', 0], undefined],
    ['below any scale', ['486000', 0], ['87000', 0], undefined],
  ] as const)('has a scale in common with others: %s', (_, [one, digit], [other, last], scale) => {
    expect(en.commonScale([quantity(one, digit), quantity(other, last)])).toBe(scale)
  })

  test('is said in that scale, with its name or without, and no nought that it need not have', () => {
    const [loans, visits] = [quantity('486000', 0), quantity('1284000', 3)]
    expect(shown(en.quantity(loans, units.people, { scale: 'million' }))).toBe('0.486~million')
    expect(en.quantity(loans, units.people, { scale: 'million', bareScale: true })).toBe('0.486')
    expect(zh.quantity(loans, units.people, { scale: '万', bareScale: true })).toBe('48.6')
    expect(zh.quantity(quantity('1340000', 3), units.people, { scale: '万', bareScale: true })).toBe('134.0')
    expect(shown(en.quantity(visits, units.yuan, { scale: 'million' }))).toBe('1.284~million~yuan')
    expect(en.quantity(quantity('-11000000', 6, undefined), units.people, { scale: 'million', bareScale: true })).toBe(
      '−11',
    )
    expect(en.quantity(quantity('0', 0), units.people, { scale: 'million', bareScale: true })).toBe('0')
    // 300万 has its noughts in Chinese anyway, 10.92亿 would be given two.
    expect(zh.commonScale([quantity('90570000', 4), quantity('-3000000', 6)])).toBe('万')
    expect(zh.commonScale([quantity('1092000000', 6), quantity('90570000', 4)])).toBeUndefined()
    // 455 million beside 1,044, for most would begin with a nought in billions; 12800 is nowhere said as 1.28万.
    const tickets = ['1044000000', '455000000', '201000000'].map((value) => quantity(value, 6))
    expect(en.commonScale(tickets)).toBe('million')
    expect(zh.commonScale([quantity('12800', 0), quantity('31200', 0)])).toBeUndefined()
  })
})

describe('an interval', () => {
  test.each([
    [
      'a level worked out from change and rate',
      '528100000',
      7,
      ['526985000', '529193000'],
      'people',
      '526.9 to 529.2~million',
      '5.269亿至5.292亿',
    ],
    [
      'a printed level',
      '1092000000',
      6,
      ['1091500000', '1092500000'],
      'people',
      '1.0915 to 1.0925~billion',
      '10.915亿至10.925亿',
    ],
    ['a share', '20.4', -1, ['20.35', '20.45'], 'percent', '20.35% to 20.45%', '20.35%至20.45%'],
    ['a fall', '-4.4', -1, ['-4.45', '-4.35'], 'points', '−4.45 to −4.35~percentage points', '−4.45至−4.35个百分点'],
    ['open above', '47000000', 6, ['47000000', 'Infinity'], 'people', 'at least 47~million', '至少4700万'],
    ['open below', '926000000', 6, ['-Infinity', '926500000'], 'people', 'at most 926.5~million', '至多9.265亿'],
    ['exact', '3', 0, ['3', '3'], 'hours', '3~hours', '3小时'],
    [
      'in money',
      '14000000000000',
      11,
      ['13870000000000', '13880000000000'],
      'yuan',
      '13.870 to 13.880~trillion~yuan',
      '13.870万亿至13.880万亿元',
    ],
  ] as const)('%s', (_, value, precision, [low, high], unit, english, chinese) => {
    const said = quantity(value, precision, [low, high])
    expect(shown(en.interval(said, units[unit]))).toBe(english)
    expect(shown(zh.interval(said, units[unit]))).toBe(chinese)
  })
})

describe('a change', () => {
  test.each([
    ['24800000', 5, 'people', 'up 24.8~million', '增长2480万'],
    ['-24800000', 5, 'people', 'down 24.8~million', '减少2480万'],
    ['-4.4', -1, 'points', 'down 4.4~percentage points', '下降4.4个百分点'],
    ['1.9', -1, 'points', 'up 1.9~percentage points', '上升1.9个百分点'],
    ['0.0', -1, 'points', 'unchanged', '持平'],
    ['0.04', -1, 'points', 'unchanged', '持平'],
  ] as const)('%s is said by its sign', (value, precision, unit, english, chinese) => {
    expect(shown(changeIn(en, change(quantity(value, precision)), units[unit]))).toBe(english)
    expect(shown(changeIn(zh, change(quantity(value, precision)), units[unit]))).toBe(chinese)
  })

  test('with a qualifier reads up by over', () => {
    const over = change(quantity('47000000', 6, ['47000000', 'Infinity'], 'over'))
    expect(shown(changeIn(en, over, units.people))).toBe('up by over~47~million')
    expect(changeIn(zh, over, units.people)).toBe('增长超过4700万')
  })

  test('with its rate and its base', () => {
    expect(en.since(en.andRate('up 24.8 million', '2.3%', 'up'), 'December 2022', 'stock')).toBe(
      'up 24.8 million, or 2.3% since December 2022',
    )
    expect(en.since('up 11%', '2022', 'flow')).toBe('up 11% on 2022')
    expect(zh.since(zh.andRate('增长2480万', '2.3%', 'up'), '2022年12月', 'stock')).toBe(
      '较2022年12月增长2480万，增幅2.3%',
    )
  })
})

describe('an axis', () => {
  test.each([
    [0, 2e8, 'people', '0', '0'],
    [8e8, 2e8, 'people', '800~million', '8亿'],
    [1e9, 2e8, 'people', '1.0~billion', '10亿'],
    [1.25e9, 2.5e8, 'people', '1.25~billion', '12.5亿'],
    [5e4, 1e4, 'people', '50,000', '5万'],
    [1.5e13, 5e12, 'yuan', '15~trillion', '15万亿'],
    [75, 25, 'percent', '75%', '75%'],
    [0.30000000000000004, 0.1, 'percent', '0.3%', '0.3%'],
    [-5, 5, 'points', '−5', '−5'],
  ] as const)('%d in steps of %d %s', (value, step, unit, english, chinese) => {
    expect(shown(en.axis(value, units[unit], step))).toBe(english)
    expect(zh.axis(value, units[unit], step)).toBe(chinese)
  })

  test('says all ticks in the scale of the largest, where steps can be told apart in it', () => {
    const ticks = (step: number, largest: number) =>
      [largest - step, largest].map((value) => shown(en.axis(value, units.people, step, largest)))
    expect(ticks(5e7, 1e9)).toEqual(['0.95~billion', '1.00~billion'])
    expect(ticks(1e5, 1e9)).toEqual(['999.9~million', '1,000.0~million'])
    expect(zh.axis(5e7, units.people, 5e7, 1e8)).toBe('0.5亿')
  })

  test('without a step says the decimals that the value has', () => {
    expect(shown(en.axis(1.25e9, units.people))).toBe('1.25~billion')
  })
})
