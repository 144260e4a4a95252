import { Decimal } from 'decimal.js'
import { describe, expect, it } from 'vitest'
import { intersects, interval } from '../../../src/dataset/figure/interval.ts'
import { readDataset } from '../../../src/dataset/read/read.ts'
import type { Dataset, Observation, Quantity } from '../../../src/dataset/types.ts'
import { internet } from '../../fixtures.ts'

const { value, diagnostics } = readDataset(internet)

function dataset(): Dataset {
  if (!value) throw new Error('the dataset does not read')
  return value
}

function figure(key: string): Observation {
  const observation = dataset().observations.get(key)
  if (!observation) throw new Error(`no observation: ${key}`)
  return observation
}

const million = 1_000_000

/** Key, value, half a unit of the last printed place (undefined for a bound), unit, since. */
type Stated = [string, number, number | undefined, string, (string | null)?]

// The 26 figures of the article.
const stated: Stated[] = [
  ['netizens@2023-12', 1092 * million, 0.5 * million, 'people'],
  ['internet-penetration-rate@2023-12', 77.5, 0.05, 'percent'],
  ['netizens.change@2023-12', 24.8 * million, 0.05 * million, 'people', '2022-12'],
  ['rural-netizens@2023-12', 326 * million, 0.5 * million, 'people'],
  ['rural-netizens.change@2023-12', 17.88 * million, 0.005 * million, 'people', '2022-12'],
  ['online-consumer-apps-users.change@2023', 60 * million, undefined, 'people', '2022'],
  ['online-retail-sales@2023', 15.4e12, 0.05e12, 'yuan'],
  ['online-retail-sales.rate@2023', 11, 0.5, 'percent', '2022'],
  ['online-travel-booking-users@2023-12', 509 * million, 0.5 * million, 'people'],
  ['online-travel-booking-users.change@2023-12', 86.29 * million, 0.005 * million, 'people', '2022-12'],
  ['online-travel-booking-users.rate@2023-12', 20.4, 0.05, 'percent', '2022-12'],
  ['domestic-goods-buyers-share@2023', 58.3, 0.05, 'percent'],
  ['green-products-buyers-share@2023', 29.7, 0.05, 'percent'],
  ['smart-products-buyers-share@2023', 21.8, 0.05, 'percent'],
  ['urban-rural-penetration-gap@2023-12', 16.8, 0.05, 'percentage-points'],
  ['urban-rural-penetration-gap.change@2023-12', -4.4, 0.05, 'percentage-points', '2022-12'],
  ['online-car-hailing-users.change@2023-12', 90.57 * million, 0.005 * million, 'people', '2022-12'],
  ['online-car-hailing-users.rate@2023-12', 20.7, 0.05, 'percent', '2022-12'],
  ['internet-medical-users.change@2023-12', 51.39 * million, 0.005 * million, 'people', '2022-12'],
  ['internet-medical-users.rate@2023-12', 14.2, 0.05, 'percent', '2022-12'],
  ['online-government-service-users@2023-12', 973 * million, 0.5 * million, 'people'],
  ['online-government-service-users.change@2023-12', 47 * million, undefined, 'people', null],
  ['online-video-users@2023-12', 1067 * million, 0.5 * million, 'people'],
  ['online-video-users.change@2023-12', 36.13 * million, 0.005 * million, 'people', '2022-12'],
  ['new-netizens-first-app-online-video@2023', 37.8, 0.05, 'percent'],
  ['new-netizens-first-app-video-lead@2023', 21.7, 0.05, 'percentage-points'],
]

/** Key, the value and the interval that were reckoned by hand from the figures of the article alone. */
type Derived = [string, number, number, number]

const derived: Derived[] = [
  ['netizens.rate@2023-12', 2.32, 2.318, 2.3297],
  ['population-implied@2023-12', 1409 * million, 1407.479 * million, 1410.5875 * million],
  ['non-netizens@2023-12', 317 * million, 315.979 * million, 318.0875 * million],
  ['rural-share-of-netizens@2023-12', 29.85, 29.7941, 29.913],
  ['urban-netizens@2023-12', 766 * million, 765 * million, 767 * million],
  ['rural-netizens@2022-12', 308.12 * million, 307.615 * million, 308.625 * million],
  ['rural-netizens.rate@2023-12', 5.8, 5.7918, 5.8141],
  ['rural-share-of-net-increase@2023', 72.1, 71.9316, 72.2626],
  ['urban-netizens@2022-12', 759.08 * million, 758.025 * million, 760.135 * million],
  ['online-travel-booking-users@2022-12', 422.71 * million, 422.205 * million, 423.215 * million],
  ['online-travel-booking-usage-rate@2023-12', 46.61, 46.5446, 46.6789],
  ['online-car-hailing-users@2022-12', 437.5 * million, 436.4578 * million, 438.6199 * million],
  ['online-car-hailing-users@2023-12', 528.1 * million, 527.0228 * million, 529.1949 * million],
  ['internet-medical-users-implied@2023-12', 413.3 * million, 411.9815 * million, 414.6105 * million],
  ['online-government-service-usage-rate@2023-12', 89.1, 89.016, 89.1892],
  ['online-video-users@2022-12', 1030.87 * million, 1030.365 * million, 1031.375 * million],
  ['online-video-users.rate@2023-12', 3.5, 3.5026, 3.507],
  ['online-video-usage-rate@2023-12', 97.71, 97.6201, 97.8012],
  ['netizens-without-online-video@2023-12', 25 * million, 24 * million, 26 * million],
  ['online-video-usage-rate@2022-12', 96.6, 96.4987, 96.6929],
  ['urban-rural-penetration-gap@2022-12', 21.2, 21.1, 21.3],
  ['new-netizens-first-app-instant-messaging@2023', 16.1, 16, 16.2],
  ['new-netizens-first-app-others@2023', 46.1, 45.95, 46.25],
  ['online-retail-sales-per-netizen@2023', 14103, 14050.3432, 14154.8328],
  ['urban-penetration-rate@2023-12', 83.3, 83.2613, 83.4215],
  ['rural-penetration-rate@2023-12', 66.5, 66.4512, 66.6315],
]

/** Whether a number reckoned by hand prints as the quantity does, or one unit of its last place off. */
const printsAs = (number: number, { value: printed, precision }: Quantity) =>
  new Decimal(number).minus(printed).abs().lte(new Decimal(10).pow(precision))

describe('a report’s figures', () => {
  it.each(stated)('%s is %d', (key, number, half, unit, since) => {
    const observation = figure(key)
    const { quantity } = observation
    expect(quantity.value.toNumber()).toBe(number)
    expect(quantity.unit).toBe(unit)
    expect(observation.since).toBe(since)
    expect(observation.statement?.source).toBe('xinhua')
    if (half === undefined) expect([quantity.qualifier, quantity.interval.high.isFinite()]).toEqual(['over', false])
    else expect(quantity.interval).toEqual(interval(new Decimal(number).minus(half), new Decimal(number).plus(half)))
  })

  it.each(derived)('%s is %d by hand, within what the dataset allows', (key, number, low, high) => {
    const { quantity } = figure(key)
    expect(intersects(quantity.interval, interval(low, high))).toBe(true)
    expect(printsAs(number, quantity), `${quantity.value} to 10^${quantity.precision}`).toBe(true)
  })

  it('agree in every check', () => {
    expect(diagnostics).toEqual([])
    const verdicts = dataset().checks.map(({ verdict }) => verdict)
    expect(new Set(verdicts)).toEqual(new Set(['agrees', 'remarked']))
  })

  it('are tested wherever level, change and rate are there', () => {
    const kinds = new Map<string, number>()
    for (const { kind } of dataset().checks) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    expect([...kinds.keys()].sort()).toEqual(['change', 'identity', 'part', 'rate', 'remark', 'share', 'unit'])
    expect(dataset().checks.map(({ id }) => id)).toContain('rate:online-travel-booking-users.rate@2023-12')
  })
})

describe('the traps', () => {
  it('growth on a comparable basis is tested against nothing', () => {
    const tested = dataset().checks.flatMap(({ kind, observations }) => (kind === 'remark' ? [] : observations))
    expect(figure('online-retail-sales.rate@2023').basis).toBe('comparable')
    expect(tested).not.toContain('online-retail-sales.rate@2023')
  })

  it('the gap that is printed as 16.8% is remarked, and is not a percentage', () => {
    expect(figure('urban-rural-penetration-gap@2023-12').statement?.printed).toBe('16.8%')
    expect(dataset().checks.find(({ id }) => id === 'unit:urban-rural-penetration-gap@2023-12')?.verdict).toBe(
      'remarked',
    )
  })

  it('what is known as a bound only gives no earlier level and no rate', () => {
    for (const key of ['online-government-service-users@2022-12', 'online-government-service-users.rate@2023-12']) {
      expect(dataset().observations.has(key)).toBe(false)
    }
  })

  it('first applications are shares of new netizens, not usage', () => {
    const share = dataset().indicators.get('new-netizens-first-app-online-video')
    expect(share?.denominator?.en).toMatch(/new netizens/)
    expect(share?.shareOf).toBeUndefined()
  })

  it('retail sales are a flow over a year; users are stocks at a date', () => {
    expect(dataset().indicators.get('online-retail-sales')?.type).toBe('flow')
    expect(dataset().indicators.get('netizens')?.type).toBe('stock')
  })
})
