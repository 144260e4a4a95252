import { expect, it } from 'vitest'
import { parseDataset } from '../../src/dataset/read/read.ts'
import { fillTemplate } from '../../src/document/template/fill.ts'
import { getLocale } from '../../src/locale/get-locale.ts'
import { lakeReport } from '../build/lake-report.ts'

/** What a template says of boats at piers: more at the one that is called as given than at all others. */
function say(text: string, { other, language = 'en' }: { other: string; language?: string }) {
  const categories = `east: E, other: ${other}, west: W`
  const rows = ['east', 'other', 'west'].map(
    (pier, at) => `{ period: 2024, category: ${pier}, value: ${[20, 90, 30][at]}, source: harbour }`,
  )
  const files = {
    'data/report.yaml': `${lakeReport('boats').replace('language: en', `language: ${language}`)}dimensions: { pier: { label: Pier, total: All, categories: { ${categories} } } }\n`,
    'data/figures.yaml': `indicators:\n  boats: { label: Boats, unit: boats, type: flow, dimensions: [pier], observations: [${rows.join(', ')}] }\n`,
  }
  const { value: dataset } = parseDataset(
    Object.entries(files).map(([path, one]) => ({ path, bytes: Buffer.from(one) })),
  )
  if (!dataset) throw new Error('no dataset')
  const template = { file: 'templates/deck.md.hbs', text }
  return fillTemplate({ template, partials: new Map(), dataset, locale: getLocale(language) }).value?.markdown ?? ''
}

const sorted = '{{table "boats[pier]" columns="value" sort="value"}}'
const firstCells = (table: string) => [...table.matchAll(/^\| ([^|]+) \|/gm)].slice(2).map(([, cell]) => cell)

it.each([
  ['en', 'Other'],
  ['de', 'Sonstige'],
  ['fr', 'Autres'],
  ['es', 'Otros'],
  ['zh', '其他'],
])('what is called nothing but what is left over is last in a sorted table, in %s', (language, other) => {
  expect(firstCells(say(sorted, { other, language }))).toEqual(['W', 'E', other])
})

it('is what a category says of itself that counts, whatever it is called', () => {
  expect(firstCells(say(sorted, { other: '{ label: Private, residual: true }' }))).toEqual(['W', 'E', 'Private'])
  expect(firstCells(say(sorted, { other: '{ label: Other, residual: false }' }))).toEqual(['Other', 'W', 'E'])
  expect(firstCells(say(sorted, { other: 'Other Europeans' }))).toEqual(['Other Europeans', 'W', 'E'])
})

it('is not among the largest of a list', () => {
  expect(say('{{list "boats[pier]" sort="value" limit=2}}', { other: 'Others' })).toBe('W and E')
})
