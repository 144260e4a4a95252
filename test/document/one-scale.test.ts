import { expect, it } from 'vitest'
import { parseDataset } from '../../src/dataset/read/read.ts'
import { fillTemplate } from '../../src/document/template/fill.ts'
import { getLocale } from '../../src/locale/get-locale.ts'
import { lakeReport } from '../build/lake-report.ts'

const boats = ['950,000', '1.02 million', '98,000', '0']
const harbours = boats.map((_, at) => `h${at}`)
const rows = boats.flatMap((value, at) => [
  `{ period: 2024, category: h${at}, value: "${value}", source: harbour }`,
  `{ period: 2023, category: h${at}, value: "${at === 0 ? '900,000' : value}", source: harbour }`,
])

/** The rows of a table without its head, spaces plain, in a language. */
function table(call: string, language: string, figures = rows): string[] {
  return linesOf(call, language, figures).slice(2)
}

/** The lines of a table, spaces plain, in a language. */
function linesOf(call: string, language: string, figures = rows, unit = 'label: boats', label = 'Boats'): string[] {
  const files = {
    'data/report.yaml': `${lakeReport('boats').replace('label: boats', unit).replace('language: en', `language: ${language}`)}dimensions: { harbour: { label: Harbour, total: All, categories: { ${harbours.map((id) => `${id}: ${id}`).join(', ')} } } }\n`,
    'data/figures.yaml': `indicators:\n  boats: { label: ${label}, unit: boats, type: flow, dimensions: [harbour], observations: [${figures.join(', ')}] }\n`,
  }
  const { value: dataset } = parseDataset(
    Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text) })),
  )
  if (!dataset) throw new Error('no dataset')
  const template = { file: 'templates/deck.md.hbs', text: `{{${call}}}` }
  const { value } = fillTemplate({ template, partials: new Map(), dataset, locale: getLocale(language) })
  const plain = value?.markdown.replace(/\[([^\]]*)\]\(obs:[^)]*\)/g, '$1').replaceAll(/[\u00a0\u202f]/g, ' ')
  return plain?.trim().split('\n') ?? []
}

it.each([
  ['en', ['0.95 million | 0.9 million', '1.02 million | 1.02 million', '0.098 million | 0.098 million']],
  ['de', ['0,95 Millionen | 0,9 Millionen', '1,02 Millionen | 1,02 Millionen', '0,098 Millionen | 0,098 Millionen']],
  ['fr', ['0,95 million | 0,9 million', '1,02 million | 1,02 million', '0,098 million | 0,098 million']],
  ['es', ['0,95 millones | 0,9 millones', '1,02 millones | 1,02 millones', '0,098 millones | 0,098 millones']],
  ['zh', ['95万 | 90万', '102万 | 102万', '9.8万 | 9.8万']],
])('a table says its levels in one scale, nothing as nothing, in %s', (language, numbers) => {
  const expected = [...numbers, '0 | 0'].map((row, at) => `| h${at} | ${row} |`)
  expect(table('table "boats[harbour]" columns="value previous"', language)).toEqual(expected)
  const across = table('table "boats" rows="harbour" columns="period" periods="2024 2023" total=false', language)
  expect(across).toEqual(expected)
})

it('a head does not say a unit twice', () => {
  const call = 'table "boats" rows="harbour" columns="indicator"'
  const figures = rows.filter((row) => !row.includes('million') && row.includes('2024'))
  const head = (label: string) => linesOf(call, 'en', figures, 'label: boats, said: true', label)[0]
  expect(head('Boats')).toBe('| Harbour | Boats |')
  expect(head('Hired boats')).toBe('| Harbour | Hired boats |')
  expect(head('Fleet')).toBe('| Harbour | Fleet (boats) |')
})

it('a number in the scale that is asked for ends without noughts', () => {
  expect(table('table "boats[harbour]" columns="value" scale="million"', 'en')).toEqual([
    '| h0 | 0.95 |',
    '| h1 | 1.02 |',
    '| h2 | 0.098 |',
    '| h3 | 0 |',
  ])
})

it('keeps the form of each number where one scale would take digits from it or give it some', () => {
  const figures = rows.slice(0, 6).map((row) => row.replace('98,000', '98,123'))
  expect(table('table "boats[harbour]" columns="value" limit=3', 'en', figures)).toEqual([
    '| h0 | 950,000 |',
    '| h1 | 1.02 million |',
    '| h2 | 98,123 |',
  ])
})
