import { describe, expect, it } from 'vitest'
import { findObservation } from '../../../src/dataset/find.ts'
import { readDataset } from '../../../src/dataset/read/read.ts'
import type { Dataset, Observation } from '../../../src/dataset/types.ts'
import { internet } from '../../fixtures.ts'

const { value, diagnostics } = readDataset(internet)

/** The report's dataset, once it is known to read. */
function dataset(): Dataset {
  if (!value) throw new Error('the dataset does not read')
  return value
}

function find(reference: string): Observation {
  const observation = findObservation(dataset(), reference)
  if (!observation) throw new Error(`no observation: ${reference}`)
  return observation
}

/** The interval in the unit's base, as plain numbers. */
function allowed(reference: string): [number, number] {
  const { low, high } = find(reference).quantity.interval
  return [low.toNumber(), high.toNumber()]
}

// The 26 figures of the article: reference, value in the unit's base, paragraphs, speaker, form printed there.
const figures: [string, number, number[], string | undefined, string][] = [
  ['netizens', 1_092_000_000, [4, 5, 14], undefined, '1.092 billion'],
  ['internet-penetration-rate', 77.5, [4], undefined, '77.5%'],
  ['netizens.change', 24_800_000, [14, 22], 'liu-yulin', '24.8 million'],
  ['rural-netizens', 326_000_000, [14], 'liu-yulin', '326 million'],
  ['rural-netizens.change', 17_880_000, [14], 'liu-yulin', '17.88 million'],
  ['online-consumer-apps-users.change', 60_000_000, [8], 'zhang-xiao', 'over 60 million'],
  ['online-retail-sales', 15_400_000_000_000, [8], 'zhang-xiao', '15.4 trillion yuan'],
  ['online-retail-sales.rate', 11, [8], 'zhang-xiao', '11%'],
  ['online-travel-booking-users', 509_000_000, [10], undefined, '509 million'],
  ['online-travel-booking-users.change', 86_290_000, [10], undefined, '86.29 million'],
  ['online-travel-booking-users.rate', 20.4, [10], undefined, '20.4%'],
  ['domestic-goods-buyers-share', 58.3, [11], 'li-mingtao', '58.3%'],
  ['green-products-buyers-share', 29.7, [11], 'li-mingtao', '29.7%'],
  ['smart-products-buyers-share', 21.8, [11], 'li-mingtao', '21.8%'],
  ['urban-rural-penetration-gap', 16.8, [15], undefined, '16.8%'],
  ['urban-rural-penetration-gap.change', -4.4, [15], undefined, '4.4 percentage points lower'],
  ['online-car-hailing-users.change', 90_570_000, [17], undefined, '90.57 million'],
  ['online-car-hailing-users.rate', 20.7, [17], undefined, '20.7%'],
  ['internet-medical-users.change', 51_390_000, [17], undefined, '51.39 million'],
  ['internet-medical-users.rate', 14.2, [17], undefined, '14.2%'],
  ['online-government-service-users', 973_000_000, [18], 'liu-yulin', '973 million'],
  ['online-government-service-users.change', 47_000_000, [18], 'liu-yulin', 'over 47 million'],
  ['online-video-users', 1_067_000_000, [21], undefined, '1.067 billion'],
  ['online-video-users.change', 36_130_000, [21], undefined, '36.13 million'],
  ['new-netizens-first-app-online-video', 37.8, [22], 'zhou-jie', '37.8%'],
  ['new-netizens-first-app-video-lead', 21.7, [22], 'zhou-jie', '21.7 percentage points higher'],
]

describe('the dataset of the 53rd report', () => {
  it('reads without a word of complaint', () => {
    expect(diagnostics).toEqual([])
  })

  it.each(figures)('has %s as the article states it', (reference, expected, paragraphs, speaker, printed) => {
    const { quantity, statement } = find(reference)
    expect(quantity.value.toNumber()).toBe(expected)
    expect(statement).toMatchObject({ source: 'xinhua', paragraphs, printed })
    expect(statement?.speaker).toBe(speaker)
  })

  it('contradicts itself nowhere, and remarks what arithmetic cannot decide', () => {
    const { checks } = dataset()
    expect(checks.filter(({ verdict }) => verdict === 'contradicts')).toEqual([])
    expect(checks.filter(({ kind }) => kind === 'remark').map(({ id }) => id)).toEqual([
      'loose-new-users',
      'loose-gap-unit',
      'loose-first-time',
      'loose-over-60',
      'retail',
      'loose-tense',
      'car-hailing',
      'loose-car-users',
      'government',
      'loose-government-base',
    ])
  })
})

describe('the traps of the article', () => {
  it('one number can be two figures: 1.067 billion', () => {
    expect(find('online-video-users').quantity.value).toEqual(find('netizens@2022-12').quantity.value)
  })

  it('over 47 million is a lower bound without a base period, so it has no rate', () => {
    expect(find('online-government-service-users.change')).toMatchObject({
      since: null,
      quantity: { qualifier: 'over' },
    })
    expect(findObservation(dataset(), 'online-government-service-users.rate')).toBeUndefined()
    expect(findObservation(dataset(), 'online-government-service-users@2022-12')).toBeUndefined()
  })

  it('the gap is in percentage points, and closing is good', () => {
    expect(find('urban-rural-penetration-gap').quantity.unit).toBe('percentage-points')
    expect(dataset().indicators.get('urban-rural-penetration-gap')?.good).toBe('down')
  })

  it('growth on a comparable basis yields no level and no change of its own', () => {
    expect(find('online-retail-sales.rate').basis).toBe('comparable')
    expect(findObservation(dataset(), 'online-retail-sales@2022')).toBeUndefined()
    expect(findObservation(dataset(), 'online-retail-sales.change')).toBeUndefined()
  })

  it('the shopper shares overlap, and say what they are shares of', () => {
    const shares = dataset().lists.get('shopper-shares') ?? []
    const sum = shares.reduce((total, id) => total + find(id).quantity.value.toNumber(), 0)
    expect(sum).toBeCloseTo(109.8)
    expect(shares.map((id) => dataset().indicators.get(id)?.denominator?.en)).toEqual(
      shares.map(() => 'online shoppers'),
    )
  })

  it('car-hailing users are known as an interval only', () => {
    const [low, high] = allowed('online-car-hailing-users')
    expect(find('online-car-hailing-users').status).toBe('derived')
    expect([low / 1e6, high / 1e6]).toEqual([expect.closeTo(527.02, 1), expect.closeTo(529.19, 1)])
  })

  it('a history of netizens reaches back to March 2020, edition by edition', () => {
    const history = [...dataset().observations.values()].filter(
      ({ indicator, measure }) => indicator === 'netizens' && measure === 'value',
    )
    expect(history.map(({ period, statement }) => `${period} ${statement?.source}`).sort()).toEqual([
      '2020-03 cnnic-45',
      '2020-06 cnnic-46',
      '2020-12 cnnic-47',
      '2021-06 cnnic-48',
      '2021-12 cnnic-49',
      '2022-06 cnnic-50',
      '2022-12 cnnic-51',
      '2023-06 cnnic-52',
      '2023-12 xinhua',
    ])
  })
})
