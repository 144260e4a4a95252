import { expect, test } from 'vitest'
import type { Observation } from '../../../src/dataset/types.ts'
import type { Table } from '../../../src/document/types.ts'
import { getLocale } from '../../../src/locale/get-locale.ts'
import { checkSigns } from '../../../src/trust/heads/check-signs.ts'
import { smallDataset } from '../../document/dataset.ts'

const [change] = [...smallDataset().observations.values()].filter(({ measure }) => measure === 'change')

/** What is said of a table of one row with a change of so many people. */
function said(head: string, words: string, value: number): string[] {
  if (!change) throw new Error('no change')
  const amount = change.quantity.value.minus(change.quantity.value).plus(value)
  const observation: Observation = { ...change, quantity: { ...change.quantity, value: amount } }
  const [before = '', after = ''] = words.split('#')
  const cell = (text: string) => ({ children: [{ type: 'text' as const, value: text }] })
  const figure = { type: 'figure' as const, text: String(Math.abs(value)), observation }
  const table: Table = {
    type: 'table',
    align: [],
    header: [cell('Branch'), cell(head)],
    rows: [[cell('Harbour'), { children: [...cell(before).children, figure, ...cell(after).children] }]],
    place: { file: 'templates/briefing.md.hbs', line: 3, column: 1 },
  }
  return checkSigns({ blocks: [table] }, getLocale('en')).map(({ message }) => message)
}

test('a fall under Change has its sign, or words that say that it is one', () => {
  const fault = expect.stringMatching(/^a fall is printed without its sign, and no head says that it is one: 170 \(/)
  expect(said('Change', '#', -170)).toEqual([fault])
  expect(said('Change', '# people', -170)).toEqual([fault])
  expect(said('Change', '#', 170)).toEqual([])
  expect(said('Change', '−#', -170)).toEqual([])
  expect(said('Change', '▼ #', -170)).toEqual([])
  expect(said('Change', 'down #', -170)).toEqual([])
  expect(said('Decrease', '#', -170)).toEqual([])
})
