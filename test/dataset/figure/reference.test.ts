import { describe, expect, it } from 'vitest'
import { parseReference } from '../../../src/dataset/figure/reference.ts'
import { explainReference, findObservation } from '../../../src/dataset/find.ts'
import type { Dataset } from '../../../src/dataset/types.ts'
import { figures, read } from '../example.ts'

function example(): Dataset {
  const { value } = read({
    'figures.yaml': figures,
    'more.csv': 'indicator,period,value,source\nusers,2021-12,404 million,paper\nshare,2023,70.0%,paper\n',
  })
  if (!value) throw new Error('the example is not right')
  return value
}

describe('parseReference', () => {
  it.each([
    ['netizens', 'netizens', 'value', undefined],
    ['netizens.change@2022-12', 'netizens', 'change', '2022-12'],
    ['a-1-b.rate', 'a-1-b', 'rate', undefined],
    ['sales@2023', 'sales', 'value', '2023'],
  ])('reads %s', (text, indicator, measure, period) => {
    expect(parseReference(text)).toEqual({ indicator, categories: [], since: undefined, measure, period })
  })
  it.each(['', 'Netizens', 'netizens.growth', 'netizens@', 'netizens@2023-13', 'a b', '-a'])(
    'does not read %j',
    (text) => {
      expect(parseReference(text)).toBeUndefined()
    },
  )
})

describe('findObservation', () => {
  it.each([
    ['users', 'users@2023-12'],
    ['users.change', 'users.change@2023-12'],
    ['users.rate', 'users.rate@2023-12'],
    ['users@2022-12', 'users@2022-12'],
    ['share', 'share@2023-12'],
    ['share@2023', 'share@2023'],
    ['users@2020-12', undefined],
    ['user', undefined],
    ['constructor', undefined],
  ])('%s', (reference, key) => {
    expect(findObservation(example(), reference)?.key).toBe(key)
  })
})

describe('explainReference', () => {
  it.each([
    ['user', 'unknown indicator: user', 'did you mean users?'],
    ['users-share', 'unknown indicator: users-share', 'a minus sign wants spaces: users - share'],
    ['users.rates', 'unknown measure: .rates', 'did you mean rate?'],
    [
      'users@last',
      'unknown form of period: last',
      'write a period, such as 2023, 2023-S2, 2023-Q4, 2023-12, 2023-W05, 2023-12-31, 2023/24, 2020-01/2020-02 or P3M/2024-06',
    ],
    ['users@2020-12', 'no observation: users in 2020-12', 'users is there for 2021-12, 2022-12 and 2023-12'],
    ['share.rate', 'no observation: share.rate in 2023-12', 'there is share'],
    ['', 'not a reference: ', 'write id, id.change or id.rate, and @period for another period than the report’s'],
  ])('%s', (reference, message, hint) => {
    expect(explainReference(example(), reference)).toEqual({ message, hint })
  })
})
