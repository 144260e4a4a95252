import { describe, expect, it } from 'vitest'
import type { Dataset } from '../../../src/dataset/types.ts'
import { judgeClaim } from '../../../src/document/claim/claim.ts'
import { getLocale } from '../../../src/locale/get-locale.ts'
import { read, report } from '../../dataset/example.ts'

const place = { file: 'deck.md.hbs', line: 1, column: 1 }

function dataset(...observations: string[]): Dataset {
  const { value, diagnostics } = read({
    'report.yaml': `${report}  other: { kind: primary, title: Other, publisher: Press, cite: 'Other, 2024' }\n`.replace(
      "speakers:\n  ann: { name: Ann, role: Director }\n  other: { kind: primary, title: Other, publisher: Press, cite: 'Other, 2024' }",
      "  other: { kind: primary, title: Other, publisher: Press, cite: 'Other, 2024' }",
    ),
    'figures.yaml': `indicators:
  users:
    label: Users
    unit: percent
    type: ratio
    observations:
${observations.map((one) => `      - ${one}\n`).join('')}`,
  })
  if (!value) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return value
}

function verdict(of: Dataset, [rule = '', ...args]: string[], since?: string): string {
  const call = { args: [rule, ...args].map((value) => ({ value, place })), dataset: of, locale: getLocale('en'), since }
  return judgeClaim(call, place).verdict
}

describe('figures of one source that are printed to one digit', () => {
  const of = dataset(
    '{ period: 2023-12, value: 92%, source: paper }',
    '{ period: 2022-12, value: 91%, source: paper }',
    '{ period: 2021-12, value: 90%, source: paper }',
    '{ period: 2020-12, value: 90%, source: paper }',
  )
  it.each([
    [['rose', 'users'], 'holds'],
    [['fell', 'users'], 'fails'],
    [['rose', 'users@2022-12', 'users'], 'holds'],
    [['more-than', 'users', 'users@2022-12'], 'holds'],
    [['record', 'users'], 'holds'],
    [['rose-in-a-row', 'users', '2'], 'holds'],
    [['rose-in-a-row', 'users', '3'], 'undecided'],
    [['more-than', 'users@2021-12', 'users@2020-12'], 'undecided'],
    [['more-than', 'users.change', '0.5 pp'], 'undecided'],
  ])('%s %s', (claim, expected) => {
    expect(verdict(of, claim)).toBe(expected)
  })

  it('keep the range of their difference', () => {
    expect(of.observations.get('users.change@2023-12')?.quantity.interval.high.toFixed()).toBe('2')
  })
})

describe('figures that cannot be told apart', () => {
  it.each([
    ['another digit', '{ period: 2022-12, value: 91.5%, source: paper }'],
    ['another source', '{ period: 2022-12, value: 91%, source: other }'],
    ['a qualifier', '{ period: 2022-12, value: about 91%, source: paper }'],
  ])('%s', (_, earlier) => {
    const of = dataset('{ period: 2023-12, value: 92%, source: paper }', earlier)
    expect(verdict(of, ['rose', 'users'])).toBe('undecided')
  })
})

it('counts changes since the period that a claim names', () => {
  const of = dataset(
    '{ period: 2023-12, value: 40%, source: paper }',
    '{ period: 2022-12, value: 45%, source: paper }',
    '{ period: 2019-12, value: 20%, source: paper }',
  )
  expect([verdict(of, ['rose', 'users']), verdict(of, ['rose', 'users'], '2019-12')]).toEqual(['fails', 'holds'])
})
