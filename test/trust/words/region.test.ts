import { expect, test } from 'vitest'
import { parseDataset } from '../../../src/dataset/read/read.ts'
import { judge } from '../sentences/sentences.ts'

const figures = (label: string) => `
indicators:
  castle: { label: ${label}, unit: visits, type: flow, observations: [{ period: 2025, value: 1200, source: own }, { period: 2024, value: 900, source: own }] }
  price: { label: Price of a ticket, unit: GBP, type: ratio, observations: [{ period: 2025, value: 12.50, source: own }] }
  museum: { label: Visits to the museum, unit: visits, type: flow, observations: [{ period: 2025, value: 3400, source: own }] }
`

function read(language: string, label: string) {
  const report = `
id: visits
title: Visits
publisher: A trust
geography: Anyland
period: 2025
comparison: 2024
released: 2026-01-20
language: ${language}
units: { visits: { label: visits } }
sources: { own: { kind: primary, title: Return, publisher: A trust, published: 2026-01-20, cite: "A trust, 2026" } }
`
  const files = Object.entries({ 'report.yaml': report, 'figures.yaml': figures(label) })
  const { value, diagnostics } = parseDataset(
    files.map(([name, text]) => ({ path: `data/${name}`, bytes: Buffer.from(text) })),
  )
  expect(diagnostics).toEqual([])
  return value ?? expect.fail()
}

test.each([
  ['en', 'Visits to the castle'],
  ['en-GB', 'Visits to the castle'],
  ['en-GB', '{ en: Visits to the castle }'],
  ['en', '{ en-GB: Visits to the castle }'],
  ['en-GB', '{ en-US: Visits to the castle }'],
])('a report in %s whose label is %s is held to its names and units', (language, label) => {
  const dataset = read(language, label)
  const faults = (text: string) => judge(text, dataset, 'en').map(({ message }) => message)

  expect(faults('Visits to the castle rose to {castle}; a ticket costs {price}.')).toEqual([])
  expect(faults('Visits to the museum came to {castle}.')).toEqual([
    'the sentence says Visits to the museum, and prints another figure: castle@2025',
  ])
  expect(faults('A ticket costs €{price}.')).toEqual([expect.stringMatching('€')])
})
