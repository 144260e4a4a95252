import { Decimal } from 'decimal.js'
import { expect, test } from 'vitest'
import type { Observation } from '../../../src/dataset/types.ts'
import { findFigures, indexFigures } from '../../../src/trust/numbers/figure-index.ts'
import { readNumbers } from '../../../src/trust/numbers/numbers-in-text.ts'

/** 24.8 million: known to the hundred thousand. */
const change: Observation = {
  key: 'users.change@2023',
  series: 'users',
  indicator: 'users',
  categories: {},
  measure: 'change',
  period: '2023',
  quantity: {
    value: new Decimal(24_800_000),
    precision: 5,
    unit: 'people',
    interval: { low: new Decimal(24_750_000), high: new Decimal(24_850_000) },
  },
  status: 'stated',
  inputs: [],
  place: { file: '', line: 1, column: 1 },
}

test.each([
  ['2480万', true],
  ['24.8 million', true],
  ['24,800,000', true],
  ['0.248亿', true],
  // More digits than the figure has, or another number.
  ['24.80 million', false],
  ['2480.0万', false],
  ['0.2480亿', false],
  ['2481万', false],
])('%s says 24.8 million: %s', (text, says) => {
  const index = indexFigures({
    report: { language: 'en' },
    units: new Map(),
    observations: new Map([[change.key, change]]),
  })
  const [mention] = readNumbers(text, 'en')
  if (mention?.kind !== 'number') throw new Error(`no number: ${text}`)
  expect(findFigures(index, mention, { exact: true }).length > 0).toBe(says)
})

test('finds a figure that a report counts in basis points, which texts are read in as hundredths of a point', () => {
  const charge = {
    ...change,
    key: 'charge@2023',
    quantity: { ...change.quantity, value: new Decimal(49), precision: 0, unit: 'bp' },
  }
  const units = new Map([['bp', { id: 'bp', label: { en: 'basis points' }, said: true }]])
  const index = indexFigures({ report: { language: 'en' }, units, observations: new Map([[charge.key, charge]]) })
  const says = (text: string) => {
    const [mention] = readNumbers(text, 'en')
    return mention?.kind === 'number' && findFigures(index, mention).length > 0
  }
  expect([says('49 basis points'), says('48 basis points'), says('49 percentage points')]).toEqual([true, false, false])
})
