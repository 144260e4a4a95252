import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readDataset } from '../../../src/dataset/read/read.ts'
import { checkDesk, checkKind } from '../../../src/trust/charts/check-desk.ts'
import { composeReport } from '../../built-report.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

const gallery = 'test/reports/gallery'

/** The charts of a deck of one slide in a copy of the gallery. */
async function shown(deck: string) {
  const folder = temporaryFolder()
  cpSync(gallery, folder, { recursive: true })
  writeFileSync(join(folder, 'templates/deck.md.hbs'), deck)
  const { document } = await composeReport(folder, 'deck')
  return document.blocks.flatMap((block) => (block.type === 'chart' ? [block.chart] : []))
}

/** What is told of a deck of one slide in a copy of the gallery, with a spec beside its charts. */
async function told(deck: string, spec: object = {}): Promise<string[]> {
  const folder = temporaryFolder()
  cpSync(gallery, folder, { recursive: true })
  cpSync('src/init/starter/templates/charts', join(folder, 'templates/charts'), { recursive: true })
  writeFileSync(join(folder, 'templates/charts/own.vl.json'), JSON.stringify(spec))
  const places = ['women', 'men'].map((id, x) => ({
    type: 'Feature',
    id,
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [x, 0],
          [x, 1],
          [x + 1, 1],
          [x + 1, 0],
          [x, 0],
        ],
      ],
    },
  }))
  writeFileSync(join(folder, 'maps/two.geojson'), JSON.stringify({ type: 'FeatureCollection', features: places }))
  writeFileSync(join(folder, 'templates/deck.md.hbs'), deck)
  const { document } = await composeReport(folder, 'deck')
  const dataset = readDataset(folder).value
  if (!dataset) throw new Error('no dataset')
  const charts = document.blocks.flatMap((block) => (block.type === 'chart' ? [block.chart] : []))
  const found = [...checkDesk(document), ...charts.flatMap((chart) => checkKind(chart, dataset))]
  return found.map(({ severity, message, place }) => `${place?.line} ${severity}: ${message}`)
}

const ranking = '![](chart:ranking figures="unemployment[region]")'
const pie = (name: string) => ({
  data: { name },
  transform: [{ filter: 'datum.current' }],
  mark: 'arc',
  encoding: {
    theta: { field: 'value', type: 'quantitative' },
    color: { field: 'series', type: 'nominal', legend: null },
  },
})
const onPlaces = (name: string) => ({
  data: { name },
  transform: [
    { filter: 'datum.current' },
    {
      lookup: 'sex',
      from: { data: { url: 'maps/two.geojson', format: { type: 'json', property: 'features' } }, key: 'id' },
      as: 'shape',
    },
  ],
  mark: 'geoshape',
  encoding: {
    shape: { field: 'shape', type: 'geojson' },
    color: { field: 'value', type: 'quantitative', legend: null },
  },
})

test('a title that is read at a glance, over a chart that says its measure, has nothing to tell', async () => {
  expect(await told(`# Rates by region\n\n## Unemployment, Norland\n\n${ranking}\n`)).toEqual([])
  expect(
    await told(`# Rates by region\n\n## Unemployment\n\n![](charts/own.vl.json)\n`, pie('trust-courts[answer]')),
  ).toEqual([])
})

test('a long title, and a chart under a title alone, are warnings', async () => {
  const words = 'One two three four five six seven eight nine ten eleven twelve and three or more'
  expect(await told(`# ${words}\n\n${ranking}\n`)).toEqual([
    '1 warning: a title of 16 words',
    '1 warning: a chart under a title alone',
  ])
})

test('pies of many slices and maps of amounts are warnings', async () => {
  const slide = '# A chart\n\n## Norland\n\n![](charts/own.vl.json)\n'
  expect(await told(slide, pie('population[women,age]'))).toEqual(['1 warning: a pie of 9 slices'])
  expect(await told(slide, onPlaces('population[sex,0-9]'))).toEqual(['1 warning: a map of amounts: population'])
})

test('things that share a colour, for the theme has no more, are a warning', async () => {
  const slide = '# A chart\n\n## Norland\n\n![](charts/own.vl.json)\n'
  const colored = (color: object) => ({
    ...pie('population[women,age]'),
    mark: 'bar',
    encoding: {
      y: { field: 'ageLabel', type: 'nominal', sort: '-x' },
      x: { field: 'value', type: 'quantitative' },
      color: { field: 'series', type: 'nominal', legend: null, ...color },
    },
  })
  expect(await told(slide, colored({}))).toEqual(['1 warning: 9 things in 8 colours'])
  expect(await told(slide, colored({ scale: { scheme: 'tableau10' } }))).toEqual([])
})

const bars = (data: string, sort: object = {}) => ({
  data: { name: data },
  transform: [{ filter: 'datum.current' }],
  mark: 'bar',
  encoding: { y: { field: 'label', type: 'nominal', ...sort }, x: { field: 'value', type: 'quantitative' } },
})

test('bars of indicators in the order of the alphabet are a warning; in any order that the author asks for they are not', async () => {
  const slide = '# Rates\n\n## Recycling, Norland\n\n![](charts/own.vl.json)\n'
  expect(await told(slide, bars('glass, paper, plastic'))).toEqual(['1 warning: bars in the order of the alphabet'])
  expect(await told(slide, bars('glass, paper, plastic', { sort: null }))).toEqual([])
  expect(await told(slide, bars('glass, paper, plastic', { sort: '-x' }))).toEqual([])
  expect(await told(slide, bars('unemployment[region]'))).toEqual([])
})

test('bars of one measure beside each other have one scale, of other kinds and alone their own', async () => {
  const [women, men] = ['women', 'men'].map((sex) => `chart:ranking figures="unemployment[region,${sex}]"`)
  const ends = async (...calls: (string | undefined)[]) => {
    const charts = await shown(
      `# A\n\n## Unemployment, Norland\n\n${calls.map((call) => `![](${call})`).join('\n\n')}\n`,
    )
    return charts.map(({ text }) => JSON.parse(text).encoding.x.scale?.domain?.[1])
  }
  const [one, other] = await ends(women, men)
  expect(one).toBeGreaterThan(0)
  expect(other).toBe(one)
  expect(await ends(women)).toEqual([undefined])
  expect(await ends(women, 'chart:columns figures="unemployment"')).toEqual([undefined, undefined])
  expect(await ends(women, `${men} whole=yes`)).toEqual([100, 100])
})

test('a chart on a page without a caption', async () => {
  const folder = temporaryFolder()
  cpSync(gallery, folder, { recursive: true })
  const call = 'chart:ranking figures="unemployment[region]"'
  writeFileSync(
    join(folder, 'templates/briefing.md.hbs'),
    `# T\n\n![](${call})\n\n![](${call} "Unemployment, by region")\n`,
  )
  const { document } = await composeReport(folder, 'briefing')
  const dataset = readDataset(folder).value
  if (!dataset) throw new Error('no dataset')
  expect(checkDesk(document).map(({ message, place }) => `${place?.line}: ${message}`)).toEqual([
    '3: a chart without a caption',
  ])
})
