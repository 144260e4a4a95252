import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Decimal } from 'decimal.js'
import { readDataset } from '../../src/dataset/read/read.ts'
import type { Dataset, Observation } from '../../src/dataset/types.ts'
import { runEdition } from '../../src/edition/run-edition.ts'

/** Figures that others must agree with. */
const given: Readonly<Record<string, string>> = {
  netizens: '1.108 billion',
  'internet-penetration-rate': '78.6%',
  'mobile-netizens': '1.105 billion',
  'non-netizens': '302 million',
  'rural-netizens': '335 million',
  'urban-netizens': '773 million',
  'urban-penetration-rate': '84.4%',
  'rural-penetration-rate': '67.8%',
  'urban-rural-penetration-gap': '16.6 pp',
  'new-netizens-first-app-online-video': '38.4%',
  'new-netizens-first-app-video-lead': '21.9 pp',
  'world-first-streak-years': '12 years',
}

/** Moves the report on by a year, and writes figures of that year for all that the former edition states: users grow by a fiftieth, sums by a tenth, shares by half a point. */
export function moveToNextEdition(folder: string): void {
  const { value: before } = readDataset(folder)
  if (!before) throw new Error('the report cannot be read')
  const silent = { diagnostic: () => {}, say: () => {}, progress: () => {}, made: () => {}, built: () => {} }
  const dates = { period: '2024-12', comparison: '2023-12', released: '2025-01-10' }
  runEdition({ folder, edition: 'next', ...dates }, silent)
  const stated = [...before.observations.values()].filter(
    ({ measure, period, statement }) => measure === 'value' && statement && /^2023(-12)?$/.test(period),
  )
  const rows = stated.map(
    (one) => `${one.indicator},${one.period.replace('2023', '2024')},${printedValue(one, before)},cnnic-55,,,`,
  )
  appendFileSync(
    join(folder, 'data/history.csv'),
    `${rows.join('\n')}\nonline-consumer-apps-users,2024,,cnnic-55,2023,over 65 million,\n`,
  )
  appendFileSync(
    join(folder, 'data/applications.csv'),
    'online-car-hailing-users,2024-12,,cnnic-55,,2023-12,11.2 million,2.1%\n',
  )
}

function printedValue(
  { indicator, quantity: { value, precision, unit } }: Observation,
  { observations }: Dataset,
): string {
  const fixed = (number: Decimal, scale: number) => number.div(10 ** scale).toFixed(Math.max(0, scale - precision))
  const own = given[indicator]
  if (own !== undefined) return own
  switch (unit) {
    case 'people':
      return `${fixed(value.times('1.02'), 6)} million`
    case 'yuan':
      return `${fixed(value.times('1.1'), 12)} trillion yuan`
    default: {
      const users = observations.get(`${indicator.replace('-usage-rate', '-users')}@2023-12`)?.quantity.value
      const isShare = indicator.endsWith('-usage-rate') && users
      return `${fixed(isShare ? users.times('1.02').div('11.08e6') : value.plus('0.5'), 0)}%`
    }
  }
}
