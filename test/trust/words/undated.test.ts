import { describe, expect, it } from 'vitest'
import { parseDataset } from '../../../src/dataset/read/read.ts'
import { formatDiagnostic } from '../../../src/diagnostic.ts'
import { noMemory } from '../../../src/memory/memory.ts'
import { corpusDataset, judge, judgeWhole } from '../sentences/sentences.ts'

const report = `
id: ferries
title: Ferries
publisher: An authority
geography: Norrland
period: 2026-S1
comparison: 2025-S1
released: 2026-08-14
language: en
units: { people: { label: people }, accidents: { label: accidents } }
sources: { release: { kind: primary, title: R, publisher: P, cite: R } }
`
const figures = `
indicators:
  passengers:
    label: Passengers
    unit: people
    type: flow
    observations:
      - { period: 2026-S1, value: 2.52 million, source: release }
      - { period: 2026-Q2, value: 1.41 million, source: release }
      - { period: 2025-S1, value: 2.41 million, source: release }
      - { period: 2025-Q2, value: 1.38 million, source: release }
      - { period: 2025-W26, value: "148,000", source: release }
      - { period: 2024-S1, value: 2.36 million, source: release }
  deaths:
    label: Fatal accidents
    unit: accidents
    type: flow
    observations:
      - { period: 2026-S1, value: 1, source: release }
  fires:
    label: Fires
    unit: accidents
    type: flow
    observations:
      - { period: 2026-S1, value: 0, source: release }
`

const { value: dataset, diagnostics } = parseDataset(
  Object.entries({ 'data/report.yaml': report, 'data/figures.yaml': figures }).map(([path, text]) => ({
    path,
    bytes: Buffer.from(text),
  })),
)
if (!dataset) throw new Error(diagnostics.map(formatDiagnostic).join('\n'))

const said = (text: string) => judge(text, dataset, 'en').map(({ severity, message }) => `${severity}: ${message}`)

describe('a figure of an earlier time', () => {
  it('is wrong where nothing says when, but for the one that the report compares with', () => {
    expect(said('The ferries carry {{value "passengers@2024-S1"}} passengers.')).toEqual([
      'error: a figure of 2024-S1 in a sentence that names no year, in a report on 2026-S1: passengers@2024-S1',
    ])
    expect(
      said('The ferries carry {{value "passengers"}} passengers, up from {{value "passengers@2024-S1"}}.'),
    ).toEqual([])
    expect(said('The ferries carried {{value "passengers@2024-S1"}} passengers in {{period "2024-S1"}}.')).toEqual([])
    expect(said('The ferries carried fewer than this half-year: {{value "passengers@2025-S1"}} passengers.')).toEqual(
      [],
    )
  })

  it('is wrong in a sentence that does not say of which year', () => {
    expect(said('In week 26 alone {{value "passengers@2025-W26"}} passengers travelled.')).toEqual([
      'error: a figure of 2025-W26 in a sentence that names no year, in a report on 2026-S1: passengers@2025-W26',
    ])
    expect(said('The second quarter had {{value "passengers@2025-Q2"}} passengers in all.')).toHaveLength(1)
    expect(
      said('## Then: 2025\n\n## Now\n\nThe second quarter had {{value "passengers@2025-Q2"}} passengers in all.'),
    ).toHaveLength(1)
  })

  it.each([
    'In week 26 of 2025 alone {{value "passengers@2025-W26"}} passengers travelled.',
    'In {{period "2025-Q2"}} there were {{value "passengers@2025-Q2"}} passengers.',
    'The second quarter had {{value "passengers@2026-Q2"}}, a year before it was {{value "passengers@2025-Q2"}}.',
    'The second quarter had {{value "passengers@2026-Q2"}} passengers in all.',
    'Of 2025 this much is known. The second quarter had {{value "passengers@2025-Q2"}} passengers in all.',
    '## Quarters of 2025\n\n- The second quarter had {{value "passengers@2025-Q2"}} passengers in all.',
    'There were {{value "passengers"}} passengers, after {{value "passengers@2025-S1"}} a year before.',
  ])('is right where it says so, or is the report’s own: %s', (text) => {
    expect(said(text)).toEqual([])
  })
})

it('is wrong in a report on a year, of whose quarters one is said to be', () => {
  const ofYear = { ...dataset, report: { ...dataset.report, period: '2026', comparison: '2025' } }
  const text = 'The second quarter had {{value "passengers@2025-Q2"}} passengers in all.'
  expect(judge(text, ofYear, 'en').map(({ severity }) => severity)).toEqual(['error'])
  expect(judge(text.replace('2025', '2026'), ofYear, 'en')).toEqual([])
})

describe('a sentence that says there are none', () => {
  it.each(['There were no fatal accidents; the ships were safe.', 'No fatal accidents.'])(
    'is wrong of some: %s',
    (text) => {
      expect(said(text).join()).toMatch(/^error: not true: “no fatal accidents”: the dataset has some$/i)
    },
  )

  it.each([
    'There were no fires.',
    'There were no fatal accidents on the northern routes.',
    'No passengers were hurt.',
  ])('is right of none, and of a part: %s', (text) => {
    expect(said(text).filter((one) => /dataset has some/.test(one))).toEqual([])
  })
})

describe('a sum over a stretch of time', () => {
  it.each([
    ['In the first half of 2026 there were {{value "passengers"}} passengers.', undefined],
    ['In the first six months of 2026 there were {{value "passengers"}} passengers.', undefined],
    ['Between January and June 2026 there were {{value "passengers"}} passengers.', undefined],
    ['In the second quarter of 2026 there were {{value "passengers"}} passengers.', 'the second quarter of 2026'],
    [
      'In the first six months of 2026 there were {{value "passengers@2026-Q2"}} passengers.',
      'the first six months of 2026',
    ],
    ['In the first five months of 2026 there were {{value "passengers"}} passengers.', 'the first five months of 2026'],
    ['From January to May there were {{value "passengers"}} passengers.', 'From January to May'],
  ])('is of no other: %s', (text, named) => {
    expect(said(text)).toEqual(
      named === undefined
        ? []
        : [expect.stringContaining(`error: the sentence says ${named}, and prints another figure`)],
    )
  })
})

describe('months and seasons without their year', () => {
  const bulletin = corpusDataset('bulletin')
  const found = (text: string) => judgeWhole(text, bulletin, 'en', noMemory).map(({ message }) => message)

  it.each([
    'December was {{value "anomaly@2025-12" sign=false}} below average, January {{value "anomaly@2026-01" sign=false}}.',
    'The last warm month was October, at {{value "anomaly@2025-10" sign=false}} above average.',
    'Last summer was {{value "anomaly@P3M/2025-08" sign=false}} warmer than average.',
    'It was {{value "sunshine@2026-01"}} in January and {{value "sunshine@2025-12"}} in December.',
    'The sun shone for {{value "sunshine"}}, a third more than usual.',
  ])('%s', (text) => expect(found(text)).toEqual([]))

  it.each([
    'December was {{value "anomaly@2026-01" sign=false}} below average, January {{value "anomaly@2025-12" sign=false}}.',
    'The last warm month was November, at {{value "anomaly@2025-10" sign=false}} above average.',
    'Autumn was {{value "anomaly@P3M/2025-08" sign=false}} warmer than average.',
    'It was {{value "sunshine@2025-12"}} in January and {{value "sunshine@2026-01"}} in December.',
    'The sun shone for {{value "sunshine"}}, a quarter more than usual.',
  ])('not true: %s', (text) => expect(found(text)).not.toEqual([]))
})

it('holds a German quarter without its year at the beginning of a sentence', () => {
  const partners = corpusDataset('partners')
  const found = (figure: string) =>
    judgeWhole(`Im ersten Quartal wurden Waren im Wert von {{value "${figure}"}} ausgeführt.`, partners, 'de', noMemory)
  expect(found('exports@P3M/2026-03')).toEqual([])
  expect(found('exports')).not.toEqual([])
})
