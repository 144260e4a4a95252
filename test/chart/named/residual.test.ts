import { expect, it } from 'vitest'
import { lakeReport } from '../../build/lake-report.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { namedSlides } from './named-slides.ts'

const piers = ['west: West', 'rest: Other', 'private: { label: Private piers, residual: true }', 'east: East']
const rows = [2023, 2024].flatMap((period) =>
  ['west', 'rest', 'private', 'east'].map(
    (pier, at) =>
      `{ period: ${period}, category: ${pier}, value: ${[20, 90, 80, 30][at]}${period % 10}, source: harbour }`,
  ),
)

const lake = {
  'data/report.yaml': `${lakeReport('boats')}dimensions: { pier: { label: Pier, total: All, categories: { ${piers.join(', ')} } } }\n`,
  'data/figures.yaml': `indicators:\n  boats: { label: Boats, unit: boats, type: flow, dimensions: [pier], observations: [${rows.join(', ')}] }\n`,
  'templates/briefing.md.hbs': '',
}

it.each(['ranking', 'grouped', 'dots', 'dumbbell'])(
  'puts what is left over after all that is in order of size: %s',
  async (name) => {
    const address = `chart:${name} figures="boats[pier]"`
    const { slides, told } = await namedSlides(temporaryFolder(lake), [['Boats by pier, largest first', address]])
    const names = slides[0]?.texts.filter((text) => /^[A-Z]/.test(text))
    expect(names?.slice(0, 2)).toEqual(['East', 'West'])
    expect(names?.slice(2).sort()).toEqual(['Other', 'Private piers'])
    expect(told).toEqual([])
  },
)
