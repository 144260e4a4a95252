import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { lakeReport, makeFiles } from '../../build/lake-report.ts'

const autumns = [2023, 2024].flatMap((year) => Array.from({ length: 9 }, (_, index) => `${year}-W${40 + index}`))

/** The parts of the deck of one slide in a report of consultations, week by week, and what the build says of it. */
async function makeDeck(body: string, weeks: readonly string[]) {
  const levels = weeks.map((period, index) => `{ period: ${period}, value: ${10 + (index % 9) * 7}, source: harbour }`)
  const { value, diagnostics } = await makeFiles(
    {
      'data/report.yaml': lakeReport('visits').replace(
        /period: 2024\ncomparison: 2023/,
        'period: 2024-W48\ncomparison: 2024-W47',
      ),
      'data/figures.yaml': `indicators:\n  ill: { label: Flu-like illness, unit: per-100000, type: ratio, observations: [${levels.join(', ')}] }\n`,
      'templates/deck.md.hbs': `# Illness\n\n## The lake, week by week\n\n${body}\n`,
    },
    ['pptx'],
  )
  expect(diagnostics.map(({ message }) => message)).toEqual([])
  const files = unzipSync(value?.documents[0]?.bytes ?? new Uint8Array())
  return (name: string) => strFromU8(files[name] ?? new Uint8Array())
}

it('dashes a line where nobody knows how it went between two seasons, and no other', async () => {
  const chart = async (weeks: readonly string[]) =>
    (await makeDeck('![](chart:line figures="ill")', weeks))('ppt/charts/chart1.xml')
  expect(await chart(autumns)).toContain('<a:prstDash val="sysDot"/>')
  expect(await chart(autumns.slice(9))).not.toContain('sysDot')
})

it('draws the course of a key figure since the last gap', async () => {
  const read = await makeDeck(':::key-figures\n{{key-figure "ill"}}\n:::', autumns)
  expect(read('ppt/slides/slide1.xml').replaceAll('\u00a0', ' ')).toMatch(
    /descr="[^"]*week 40 of 2024 to week 48 of 2024/i,
  )
})

it('writes the two dates of many narrow columns as words, which every program places alike', async () => {
  const read = await makeDeck('![](chart:columns figures="ill")', autumns)
  expect(read('ppt/charts/chart1.xml')).toContain('<c:tickLblPos val="none"/>')
  const words = [...read('ppt/drawings/drawing1.xml').matchAll(/<a:t>([^<]*)/g)].map(([, text = '']) =>
    text.replaceAll('\u00a0', ' '),
  )
  expect(words).toEqual(expect.arrayContaining(['W40 2023', 'W48 2024']))
})

it('sets the digits of a unit as small as its words', async () => {
  const read = await makeDeck(':::key-figures\n{{key-figure "ill"}}\n:::', autumns)
  const runs = [...read('ppt/slides/slide1.xml').matchAll(/<a:rPr([^>]*)\/><a:t>([^<]*)/g)]
  const at = runs.findIndex(([, , text]) => text === '66')
  // The number in its placeholder's size, all of its unit smaller.
  expect(runs[at]?.[1]).not.toContain('sz=')
  expect(runs[at + 1]?.slice(1)).toEqual([expect.stringMatching(/sz="\d+"/), expect.stringMatching(/per.100,000$/)])
})
