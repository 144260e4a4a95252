import { expect, test } from 'vitest'
import { compareFigures } from '../../src/compare/run-diff.ts'
import { observationKey } from '../../src/dataset/figure/reference.ts'
import { nameInFull } from '../../src/document/say/name-figure.ts'
import { getLocale } from '../../src/locale/get-locale.ts'
import { smallDataset } from './dataset.ts'

const dataset = smallDataset()
const find = (measure: 'value' | 'change') => {
  const found = dataset.observations.get(observationKey('netizens', measure, '2023-12'))
  if (!found) throw new Error('no such figure')
  return found
}
const part = { ...find('value'), indicator: 'recent-users', categories: { age: '75-plus' } }

test('a part of an indicator has its category in its name, a change what it counts from', () => {
  const names = [part, find('change')].map((one) => nameInFull(one, dataset, getLocale('en')))
  expect(names).toEqual([
    'Recent users, aged 75 and over, December 2023',
    'Netizens, December 2023, change since December 2022',
  ])
})

test('and so it has where two versions are compared', () => {
  const after = { ...dataset, observations: new Map([[part.key, part]]) }
  const [change] = compareFigures({ ...dataset, observations: new Map() }, after, getLocale('en'))
  expect(change?.label).toBe('Recent users, aged 75 and over, December 2023')
})
