import { expect, it } from 'vitest'
import { lakeReport } from '../../build/lake-report.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { namedSlides } from './named-slides.ts'

const figures = (values: readonly number[], more = '') =>
  values
    .map((value, at) => `{ period: ${2024 - at}, value: ${value}, source: harbour${at === 0 ? more : ''} }`)
    .join(', ')

const lake = {
  'data/report.yaml': lakeReport('boats'),
  'data/figures.yaml': [
    'indicators:',
    `  boats: { label: Boats, unit: boats, type: flow, observations: [${figures([150, 120, 100, 80])}] }`,
    `  rafts: { label: Rafts, unit: boats, type: flow, observations: [${figures([60, 50, 40, 20], ', change: { since: not stated, by: 20 }')}] }`,
    '',
  ].join('\n'),
  'templates/briefing.md.hbs': '',
}

async function draw(...addresses: string[]) {
  const slides = addresses.map((address, at) => [at === 0 ? 'Boats' : 'Boats again', address] as const)
  return namedSlides(temporaryFolder(lake), slides)
}

const changes = (
  { chart }: { chart: { observations: readonly { key: string; status: string }[] } } = { chart: { observations: [] } },
) => chart.observations.map(({ key, status }) => `${status} ${key}`)

it('draws the growth and change of each year that can be worked out, as derived', async () => {
  const { slides, told } = await draw(
    'chart:columns figures="boats" measure=rate',
    'chart:line figures="boats" measure=change',
  )
  expect(told).toEqual([])
  const of = (measure: string) => [2022, 2023, 2024].map((year) => `derived boats.${measure}@${year}`)
  expect(changes(slides[0])).toEqual(of('rate'))
  expect(changes(slides[1])).toEqual(of('change'))
  expect(slides[0]?.texts).toEqual(expect.arrayContaining(['+25%', '+20%', '+25%']))
  expect(slides[0]?.drawing.native).toBeDefined()
})

it('draws what is stated alone where nobody says since when that is', async () => {
  const { slides } = await draw('chart:columns figures="rafts" measure=change')
  expect(changes(slides[0])).toEqual(['stated rafts.change@2024'])
})

it('draws no columns of several figures, which would stand on each other', async () => {
  const { told } = await draw('chart:columns figures="boats, rafts"')
  expect(told.join()).toContain('one figure in columns: boats, rafts')
})
