import { expect, it } from 'vitest'
import { formatDiagnostic } from '../../../src/diagnostic.ts'
import { figures, read } from '../example.ts'

/** The example with a level of December 2022, and its change counted from another period. */
const countedFrom = (since: string) =>
  figures
    .replace('since: 2022-12, by: 86.29 million, rate: 20.4%', `since: ${since}, by: 86.29 million`)
    .replace('  share:', '      - { period: 2022-12, value: 423 million, source: paper }\n  share:')

it('warns of a change since a period of which nothing is known, where it is the one since the usual period', () => {
  const { diagnostics } = read({ 'figures.yaml': countedFrom('2022-11') })
  expect(diagnostics.map((one) => formatDiagnostic(one).split('\n')[0])).toEqual([
    'data/figures.yaml:10:39: warning: the change since 2022-11 is the one since 2022-12: users.change@2022-11..2023-12',
  ])
  expect(read({ 'figures.yaml': countedFrom('2022-12') }).diagnostics).toEqual([])
})

it('says nothing of a change since another period that differs', () => {
  const since2020 = countedFrom('2020-12').replace('86.29 million', '150.29 million')
  expect(read({ 'figures.yaml': since2020 }).diagnostics).toEqual([])
})
