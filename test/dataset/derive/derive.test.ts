import { describe, expect, it } from 'vitest'
import type { Observation, Quantity } from '../../../src/dataset/types.ts'
import { figures, read } from '../example.ts'

/** The example with one more indicator of the given observations. */
const withIndicator = (unit: string, ...observations: string[]) => `${figures}  more:
    label: More
    unit: ${unit}
    type: stock
    observations:
${observations.map((observation) => `      - ${observation}\n`).join('')}`

function observation(yaml: string, key: string): Observation | undefined {
  const { value, diagnostics } = read({ 'figures.yaml': yaml })
  expect(diagnostics).toEqual([])
  return value?.observations.get(key)
}

const show = (quantity: Quantity | undefined) =>
  quantity &&
  `${quantity.qualifier ? `${quantity.qualifier} ` : ''}${quantity.value.toFixed()} to 10^${quantity.precision}, ${quantity.interval.low.toSD(8).toFixed()} to ${quantity.interval.high.toSD(8).toFixed()}`

describe('figures that follow without being asked for', () => {
  it('the earlier level, no finer than it is good for', () => {
    const earlier = observation(figures, 'users@2022-12')
    expect(show(earlier?.quantity)).toBe('423000000 to 10^6, 422205000 to 423215000')
    expect(earlier).toMatchObject({
      status: 'derived',
      formula: 'users@2023-12 - users.change@2023-12',
      inputs: ['users@2023-12', 'users.change@2023-12'],
      place: { line: 10, column: 39 },
    })
    expect(earlier?.statement).toBeUndefined()
  })

  it('the rate of a change', () => {
    const rate = observation(figures.replace(', rate: 20.4%', ''), 'users.rate@2023-12')
    expect(show(rate?.quantity)).toBe('20.4 to 10^-1, 20.387982 to 20.439123')
    expect(rate).toMatchObject({
      since: '2022-12',
      formula: 'users.change@2023-12 / (users@2023-12 - users.change@2023-12)',
    })
  })

  it('change and rate between two levels', () => {
    const levels = withIndicator(
      'people',
      '{ period: 2023-12, value: 783 million, source: paper }',
      '{ period: 2022-12, value: 771.91 million, source: paper }',
    )
    expect(show(observation(levels, 'more.change@2023-12')?.quantity)).toBe('11000000 to 10^6, 10585000 to 11595000')
    expect(observation(levels, 'more.rate@2023-12')?.formula).toBe('more@2023-12 / more@2022-12 - 100%')
  })

  it('of a percentage the change in points, and no rate', () => {
    const levels = withIndicator(
      'percent',
      '{ period: 2023-12, value: 77.5%, source: paper }',
      '{ period: 2022-12, value: 75.6%, source: paper }',
    )
    const change = observation(levels, 'more.change@2023-12')
    expect(change?.quantity.unit).toBe('percentage-points')
    expect(show(change?.quantity)).toBe('1.9 to 10^-1, 1.8 to 2')
    expect(observation(levels, 'more.rate@2023-12')).toBeUndefined()
  })

  it('a gap that has narrowed', () => {
    const gap = withIndicator(
      'percentage-points',
      '{ period: 2023-12, value: 16.8 pp, source: paper, change: { since: 2022-12, by: -4.4 pp } }',
    )
    expect(show(observation(gap, 'more@2022-12')?.quantity)).toBe('21.2 to 10^-1, 21.1 to 21.3')
  })

  it('of a year, the year before', () => {
    const sales = withIndicator(
      'yuan',
      '{ period: 2023, value: 15.4 trillion, source: paper }',
      '{ period: 2022, value: 13.79 trillion, source: paper }',
    )
    expect(observation(sales, 'more.change@2023')).toMatchObject({ since: '2022' })
  })

  it('nothing that would divide by zero', () => {
    const sudden = withIndicator(
      'people',
      '{ period: 2023-12, value: 5, source: paper, change: { since: 2022-12, by: 5 } }',
    )
    expect(show(observation(sudden, 'more@2022-12')?.quantity)).toBe('0 to 10^0, -1 to 1')
    expect(observation(sudden, 'more.rate@2023-12')).toBeUndefined()
  })

  it('no earlier level before a change on a comparable basis', () => {
    const change = '{ since: 2022, by: 1.5 trillion, basis: comparable }'
    const sales = withIndicator('yuan', `{ period: 2023, value: 15.4 trillion, source: paper, change: ${change} }`)
    expect(observation(sales, 'more@2022')).toBeUndefined()
  })

  it.each([
    [
      'a rate on a comparable basis',
      '{ period: 2023, value: 15.4 trillion, source: paper, change: { since: 2022, rate: 11%, basis: comparable } }',
    ],
    [
      'a change without a beginning',
      '{ period: 2023, value: 15.4 trillion, source: paper, change: { since: not stated, by: 2 trillion } }',
    ],
  ])('nothing beside %s', (_, sales) => {
    const earlier = '{ period: 2022, value: 13.79 trillion, source: paper }'
    const { value } = read({ 'figures.yaml': withIndicator('yuan', sales, earlier) })
    const derived = [...(value?.observations.values() ?? [])].filter(
      ({ indicator, status }) => indicator === 'more' && status === 'derived',
    )
    expect(derived.filter(({ period }) => period === '2023')).toEqual([])
  })
})

it('gives the change since the comparison beside one that is stated since another period', () => {
  const sales = '{ period: 2023, value: 15.4 trillion, source: paper, change: { since: 2021, by: 2 trillion } }'
  const earlier = '{ period: 2022, value: 13.79 trillion, source: paper }'
  const { value } = read({ 'figures.yaml': withIndicator('yuan', sales, earlier) })
  const changes = [...(value?.observations.values() ?? [])].filter(({ measure }) => measure === 'change')
  expect(changes.flatMap(({ key, since, status }) => (key.startsWith('more') ? [[key, since, status]] : []))).toEqual([
    ['more.change@2021..2023', '2021', 'stated'],
    ['more.change@2023', '2022', 'derived'],
  ])
})

describe('figures that an author works out', () => {
  it('refer to each other in any order, and to figures that follow', () => {
    const yaml = `${withIndicator('people', '{ period: 2023-12, formula: last + users@2022-12 }')}  last:
    label: Last
    unit: people
    type: stock
    observations:
      - { period: 2023-12, formula: 2 * users.change }
`
    expect(observation(yaml, 'more@2023-12')?.inputs).toEqual(['last@2023-12', 'users@2022-12'])
  })

  it.each([
    ['percent', '100% - share', '22.5 to 10^-1, 22.45 to 22.55'],
    ['percent', 'users / users@2022-12', '120 to 10^0, 120.1517 to 120.67597'],
    ['people', 'users / share', '657000000 to 10^6, 655706000 to 657843770'],
    ['people', 'users * share / 10', '39400000 to 10^5, 39383325 to 39511725'],
    ['percentage-points', 'share - 50%', undefined],
    ['yuan', '3 * 2', '6 to 10^0, 6 to 6'],
  ])('in %s: %s', (unit, formula, expected) => {
    const { value } = read({ 'figures.yaml': withIndicator(unit, `{ period: 2023-12, formula: ${formula} }`) })
    expect(show(value?.observations.get('more@2023-12')?.quantity)).toBe(expected)
  })

  it('are a net score, whose change has the place of its levels: from 32 to 26 points is 6, and not 10', () => {
    const levels = (...values: string[]) =>
      values.map(
        (value, at) => `      - { period: ${at < 1 ? '2023-12' : '2022-12'}, value: ${value}, source: paper }\n`,
      )
    const one = (id: string, ...values: string[]) =>
      `  ${id}:\n    label: ${id}\n    unit: percent\n    type: ratio\n    observations:\n${levels(...values).join('')}`
    const net = 'full + rather - little - none'
    const score = `{ period: 2023-12, formula: ${net} }`
    const before = `{ period: 2022-12, formula: ${net} }`
    const yaml = [
      withIndicator('percentage-points', score, before),
      one('full', '10%', '11%'),
      one('rather', '37%', '39%'),
      one('little', '14%', '12%'),
      one('none', '7%', '6%'),
    ].join('')
    expect(show(observation(yaml, 'more@2023-12')?.quantity)).toBe('26 to 10^0, 24 to 28')
    expect(show(observation(yaml, 'more.change@2023-12')?.quantity)).toBe('-6 to 10^0, -10 to -2')
  })

  it('stand beside a change that is stated', () => {
    const item = '{ period: 2023-12, formula: 2 * users, source: paper, change: { since: 2022-12, by: 170 million } }'
    const yaml = withIndicator('people', item)
    expect(observation(yaml, 'more@2022-12')?.formula).toBe('more@2023-12 - more.change@2023-12')
    expect(observation(yaml, 'more.change@2023-12')?.status).toBe('stated')
  })

  it('give bounds, and no number, where an input is open', () => {
    const yaml = `${withIndicator('people', '{ period: 2022-12, formula: users@2023-12 - open.change@2023-12 }')}  open:
    label: Open
    unit: people
    type: stock
    observations:
      - { period: 2023-12, source: paper, change: { since: not stated, by: over 47 million } }
`
    expect(show(observation(yaml, 'more@2022-12')?.quantity)).toBe('at most 462500000 to 10^5, -Infinity to 462500000')
  })

  it('may be an amount per something, in the unit of the amount', () => {
    const yaml = `${withIndicator('yuan', '{ period: 2023-12, formula: sales / users }')}  sales:
    label: Sales
    unit: yuan
    type: flow
    observations:
      - { period: 2023, value: 15.4 trillion yuan, source: paper }
`
    expect(show(observation(yaml, 'more@2023-12')?.quantity)).toBe('30300 to 10^2, 30127.576 to 30383.481')
  })
})

it('takes a reference without a period at the period of its formula', () => {
  const yaml = `${withIndicator('percent', '{ period: 2022-12, formula: part / users }')}  part:
    label: Part
    unit: people
    type: stock
    observations:
      - { period: 2023-12, value: 100 million, source: paper }
      - { period: 2022-12, value: 51.0 million, source: paper }
`
  expect(observation(yaml, 'more@2022-12')?.inputs).toEqual(['part@2022-12', 'users@2022-12'])
})

it('works out a chain of formulas of any length', () => {
  const links = Array.from({ length: 3000 }, (_, index) => {
    const figure = index === 0 ? 'value: 7 million, source: paper' : `formula: link-${index - 1}`
    return `  link-${index}: { label: Link, unit: people, type: stock, observations: [{ period: 2023-12, ${figure} }] }\n`
  })
  expect(observation(figures + links.toReversed().join(''), 'link-2999@2023-12')?.quantity.value.toFixed()).toBe(
    '7000000',
  )
})
