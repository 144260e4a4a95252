import { expect, it } from 'vitest'
import { lakeReport } from '../../build/lake-report.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { namedSlides } from './named-slides.ts'

const series = (id: string, values: readonly string[]) =>
  `  ${id}: { label: ${id}, unit: boats, type: flow, observations: [${values.map((value, at) => `{ period: ${2023 + at}, value: "${value}", source: harbour }`).join(', ')}] }\n`

const lake = {
  'data/report.yaml': lakeReport('boats'),
  'data/figures.yaml': `indicators:\n${series('east', ['800,000', '950,000'])}${series('north', ['800,000', '1.95 million'])}${series('west', ['1.10 million', '1.02 million'])}`,
  'templates/briefing.md.hbs': '',
}

it.each([
  ['line', 'east, west', ['west 1.02 million', 'east 0.95']],
  ['dumbbell', 'north, west', ['+1.15 million', '−0.08']],
])('says the numbers of one chart in one scale, its name once: %s', async (name, figures, labels) => {
  const { slides } = await namedSlides(temporaryFolder(lake), [['Boats', `chart:${name} figures="${figures}"`]])
  const texts = slides[0]?.texts.map((text) => text.replaceAll('\u2002', ' '))
  expect(texts).toEqual(expect.arrayContaining(labels))
})

it('says the unit of the changes of a dumbbell once where several rows end as far to the right', async () => {
  const figures = series('east', ['8.0 million', '11.0 million']) + series('west', ['11.0 million', '10.5 million'])
  const files = { ...lake, 'data/figures.yaml': `indicators:\n${figures}` }
  const { slides } = await namedSlides(temporaryFolder(files), [['Boats', 'chart:dumbbell figures="east, west"']])
  expect(slides[0]?.texts.filter((text) => /^[+−]/.test(text))).toEqual(['+3.0 million', '−0.5'])
})
