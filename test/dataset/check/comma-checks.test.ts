import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parseDataset } from '../../../src/dataset/read/read.ts'

const dataOf = (name: string) => readFileSync(`test/trust/sentences/prices-by-region/${name}`, 'utf8')
const messages = (series: string) => {
  const texts = {
    'report.yaml': dataOf('report.yaml'),
    'figures.yaml': dataOf('figures.yaml'),
    'reihen.csv': series,
  }
  const files = Object.entries(texts).map(([name, text]) => ({ path: `data/${name}`, bytes: Buffer.from(text) }))
  return parseDataset(files).diagnostics.map(({ message, hint }) => `${message}; ${hint}`)
}

it('asks what the comma of 1,612 is in a report that writes 125,1, where it would be read as 1612', () => {
  const series = dataOf('reihen.csv')
  expect(messages(series)).toEqual([])
  expect(messages(series.replace('diesel,1.612', 'diesel,"1,612"'))).toEqual([
    'a comma that may be either: 1,612, where this report writes decimals so: 125,1; write 1612, or 1.612',
  ])
  expect(messages(series.replace('diesel,1.612', 'diesel,"1,612,000"')).join()).not.toContain('a comma')
})
