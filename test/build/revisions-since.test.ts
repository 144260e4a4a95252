import { expect, it } from 'vitest'
import { revisionsSince } from '../../src/build/revisions-since.ts'
import { readDataset } from '../../src/dataset/read/read.ts'
import { getLocale } from '../../src/locale/get-locale.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const report = (period: string, comparison: string, more = '') => `id: users
title: Users
publisher: An office
geography: Norland
period: ${period}
comparison: ${comparison}
released: 2025-03-01
language: en
${more}units: { people: { label: people } }
sources: { s: { kind: primary, title: T, publisher: An office, cite: 'An office, T' } }
`
const figures = (observation: string) =>
  `indicators: { users: { label: Users, unit: people, type: stock, observations: [${observation}] } }\n`

const before = () =>
  temporaryFolder({
    'data/report.yaml': report('2022-12', '2021-12'),
    'data/figures.yaml': figures('{ period: 2022-12, value: 50.0 million, source: s }'),
  })
const after = (more: string) =>
  temporaryFolder({
    'data/report.yaml': report('2023-12', '2022-12', more),
    'data/figures.yaml': figures(
      '{ period: 2023-12, value: 60.0 million, source: s, change: { since: 2022-12, by: 8.0 million } }',
    ),
  })

function since(more: string) {
  const folder = after(more)
  const { value: dataset } = readDataset(folder)
  if (!dataset) throw new Error('no dataset')
  const { value, diagnostics } = revisionsSince(before(), folder, dataset, getLocale('en'))
  return { silent: value?.silent.length, said: diagnostics.map(({ severity, message }) => `${severity}: ${message}`) }
}

it('says that a source revised a figure in silence, unless the author switches it off', () => {
  const message = 'the change implies 52.0 million people for users@2022-12; 50.0 million people was printed then'
  expect(since('')).toEqual({ silent: 1, said: [`warning: ${message}`] })
  expect(since('severity: { revisions: error }\n')).toEqual({ silent: 1, said: [`error: ${message}`] })
  expect(since('severity: { revisions: off }\n')).toEqual({ silent: 0, said: [] })
})
