import { expect, test } from 'vitest'
import { createMemory } from '../../../src/memory/memory.ts'
import { corpusDataset, judgeWhole } from '../sentences/sentences.ts'

const memory = createMemory()
const datasets = new Map(
  ['bills', 'trust', 'quality', 'harvest'].map((name) => [name, corpusDataset(`../releases/${name}`)] as const),
)

function isStopped(name: string, text: string): boolean {
  const dataset = datasets.get(name)
  return dataset !== undefined && judgeWhole(text, dataset, 'en', memory).some(({ severity }) => severity === 'error')
}

// Each true, and false with a word changed.
test.each([
  ['bills', 'More households are in arrears than a year ago.', 'Fewer households are in arrears than a year ago.'],
  ['bills', 'In the Isles, arrears fell.', 'In the Isles, arrears rose.'],
  ['bills', 'Bills up on the month, down on the year', 'Bills down on the month, up on the year'],
  [
    'bills',
    'Wholesale gas is now dearer than a year ago; wholesale electricity is not.',
    'Wholesale electricity is now dearer than a year ago; wholesale gas is not.',
  ],
  [
    'bills',
    'More households are in arrears than a year ago in every region but the Isles.',
    'More households are in arrears than a year ago in every region.',
  ],
  ['bills', 'A year ago energy inflation was positive.', 'A year ago energy inflation was negative.'],
  [
    'trust',
    'Young adults are only half as likely as the over-sixties to trust the news media.',
    'Young adults are only a quarter as likely as the over-sixties to trust the news media.',
  ],
  [
    'trust',
    'Trust in parliament improved in all age groups.',
    'Trust in parliament improved in all age groups but the oldest.',
  ],
  ['trust', 'Local councils enjoy more trust than parliament.', 'Local councils enjoy no more trust than parliament.'],
  ['quality', 'Complaints fell for all reasons but loss.', 'Complaints fell for all reasons.'],
  ['harvest', 'Prices of three crops are lower than in 2024.', 'Prices of all crops are lower than in 2024.'],
])('%s: %s', (name, isTrue, isFalse) => {
  expect(isStopped(name, isTrue)).toBe(false)
  expect(isStopped(name, isFalse)).toBe(true)
})
