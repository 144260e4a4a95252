import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { lakeReport, makeFiles } from './lake-report.ts'

const observe = (figures: Record<string, string>) =>
  Object.entries(figures).map(([at, value]) => {
    const [kind, period = '2024'] = at.split('@')
    const category = kind === 'all' ? '' : `category: ${kind}, `
    return `{ ${category}period: ${period}, value: "${value}", source: harbour }`
  })
const indicator = (id: string, unit: string, figures: Record<string, string>) =>
  `  ${id}: { label: ${id} of the lake, short: ${id}, unit: ${unit}, type: ${unit === 'EUR' ? 'stock' : 'ratio'}, dimensions: [kind], observations: [${observe(figures).join(', ')}] }`
const files = (body: string) => ({
  'data/report.yaml': `${lakeReport('boats').replace('units: {', 'units: { days: { label: days, said: true },')}dimensions: { kind: { label: Kind of boat, total: All kinds, categories: { sail: Sail, row: Row } } }\n`,
  'data/figures.yaml': `indicators:\n${[
    indicator('worth', 'EUR', {
      all: '2.2 billion',
      sail: '600 million',
      row: '1.6 billion',
      'sail@2023': '500 million',
      'row@2023': '1.4 billion',
    }),
    indicator('season', 'days', { all: '49', sail: '38', row: '69' }),
    indicator('hire', 'percent', { all: '10.5%', sail: '9.5%' }),
  ].join('\n')}\n`,
  'templates/deck.md.hbs': `# Boats by their kind\n\n${body}\n`,
})

/** The rows of the deck's first table, cells as they are printed; before each the side that it stands at, where that is the right. */
async function tableOf(body: string): Promise<string[]> {
  const { value, diagnostics } = await makeFiles(files(body), ['pptx'])
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)
  const [deck] = value?.documents ?? []
  if (!deck) return errors
  const slide = strFromU8(unzipSync(deck.bytes)['ppt/slides/slide1.xml'] as Uint8Array)
  return [...slide.matchAll(/<a:tr .*?<\/a:tr>/g)].map(([row]) =>
    [...row.matchAll(/<a:tc[ >].*?<\/a:tc>/g)]
      .map(([cell]) => {
        const text = [...cell.matchAll(/<a:t>(.*?)<\/a:t>/g)].map(([, words]) => words).join('')
        return `${cell.includes('algn="r"') ? '> ' : ''}${text.replaceAll('\u00a0', ' ')}`
      })
      .join(' | '),
  )
}

it('has several indicators beside each other by a dimension, each column in one scale and with its unit in its head', async () => {
  expect(await tableOf('{{table "worth, season, hire" rows="kind" columns="indicator"}}')).toEqual([
    'Kind of boat | > worth | > season (days) | > hire',
    'All kinds | > €2.2 billion | > 49 | > 10.5%',
    'Sail | > €0.6 billion | > 38 | > 9.5%',
    'Row | > €1.6 billion | > 69 | > not stated',
  ])
})

it('has them in rows over time too, and scales those that reach a thousand', async () => {
  const call = 'table "worth[sail], worth[row], season[row]" rows="indicator" columns="period" scale="million"'
  expect(await tableOf(`{{${call} periods="2023 2024"}}`)).toEqual([
    'Indicator | > 2023 | > 2024',
    'worth of the lake, Sail (€ million) | > 500 | > 600',
    'worth of the lake, Row (€ million) | > 1,400 | > 1,600',
    'season of the lake, Row | > not stated | > 69 days',
  ])
})

it('asks where several indicators are to stand', async () => {
  expect(await tableOf('{{table "worth, season" rows="kind" columns="period"}}')).toEqual([
    '2 indicators in a cross-table',
  ])
})

const written = (rows: string, sides = '|---|---|---|') => `| Kind | Worth | Hire |\n${sides}\n${rows}`

it('sets the numbers of a table written by hand at the right, a column in one scale', async () => {
  const rows = '| Sail | {{value "worth[sail]"}} | {{value "hire[sail]"}} |\n| Row | **{{value "worth[row]"}}** | – |\n'
  const expected = ['Kind | > Worth | > Hire', 'Sail | > €0.6 billion | > 9.5%', 'Row | > €1.6 billion | > –']
  expect(await tableOf(written(rows))).toEqual(expected)
  expect((await tableOf(written(rows, '|---|:--|---|')))[1]).toBe('Sail | €0.6 billion | > 9.5%')
})

it('leaves words where they are, and numbers in the form that is asked for', async () => {
  const rows =
    '| Sail | {{value "worth[sail]"}} | in 2024 {{value "hire[sail]"}} |\n| Row | {{value "worth[row]" digits=1}} | – |\n'
  expect(await tableOf(written(rows))).toEqual([
    'Kind | > Worth | Hire',
    'Sail | > €600 million | in 2024 9.5%',
    'Row | > €2 billion | –',
  ])
})
