import { expect, test } from 'vitest'
import { lakeReport, saidOf } from '../../build/lake-report.ts'

const report = `${lakeReport('boats')}dimensions:
  port: { label: Port, total: All, categories: { alto: Alto, brava: Brava, cumulo: Cumulo, dunes: Dunes } }
`

const levels: readonly (readonly [port: string, of2022: number, of2023: number, of2024: number])[] = [
  ['alto', 90, 98, 105],
  ['brava', 40, 48, 56],
  ['cumulo', 66, 60, 53],
  ['dunes', 20, 22, 25],
]

/** Three of four ports grew since 2023, each as it had before; of things that are counted, of which more may be worse. */
const indicator = (id: string, label: string, unit: string) =>
  `  ${id}: { label: ${label}, unit: ${unit}, type: stock, dimensions: [port], observations: [${levels
    .flatMap(([port, ...values]) =>
      values.map((value, at) => `{ period: ${2022 + at}, category: ${port}, value: ${value}, source: harbour }`),
    )
    .join(', ')}] }\n`

const figures = `indicators:
${indicator('landings', 'Landings', 'boats')}${indicator('complaints', 'Complaints', 'hours')}  lead:
    { label: Lead of Alto, unit: boats, type: stock, observations: [{ period: 2024, formula: "landings[alto] - landings[brava]" }] }
`

/** What is said of words on a slide beside a chart of the ports, or over it. */
async function said(words: string, { chart = 'landings', isTitle = false } = {}) {
  const above = isTitle ? `# ${words}\n\n## The lake\n\n` : `# The lake\n\n${words}\n\n`
  const template = `${above}![](chart:ranking figures="${chart}[port]")\n`
  const all = await saidOf(
    { 'data/report.yaml': report, 'data/figures.yaml': figures, 'templates/deck.md.hbs': template },
    ['pptx'],
  )
  return all.filter((one) => /^error|held to no figure/.test(one))
}

const untrue = [expect.stringMatching(/^error: not true/)]

test.each([
  ['Most ports gained.', 'Most ports shrank.'],
  ['Most ports saw landings rise.', 'Most ports saw landings fall.'],
  ['Landings fell in few ports.', 'Landings rose in few ports.'],
  ['- All but one port grew', '- All but one port shrank'],
  ['All but one of the four ports grew.', 'All but one of the four ports shrank.'],
  [':::note\nOnly Cumulo shrank.\n:::', ':::note\nOnly Alto shrank.\n:::'],
  ['Every port but Cumulo grew.', 'Every port grew.'],
  ['Landings at Alto and Brava both grew.', 'Landings at Alto and Cumulo both grew.'],
  ['Alto is ahead of Brava.', 'Brava is ahead of Alto.'],
  ['Alto leads.', 'Cumulo leads.'],
])('words beside a chart that print no figure are held to what it shows: %s', async (isTrue, isFalse) => {
  expect(await said(isTrue)).toEqual([])
  expect(await said(isFalse)).toEqual(untrue)
})

test.each([
  'Most ports raised their fees.',
  'Two ports lost their masters.',
  'In 2022 most ports shrank.',
  'Most ports may shrink.',
  'Dunes is larger than Alto.',
])('what is said of something else or another time is not: %s', async (words) => expect(await said(words)).toEqual([]))

test.each([
  ['Alto: {{value "landings[alto]"}}. Most ports grew.', 'Alto: {{value "landings[alto]"}}. Few ports grew.'],
  [
    'Landings at Alto were {{value "landings[alto]"}}. They have grown in each year since 2022.',
    'Landings at Alto were {{value "landings[alto]"}}. They have shrunk in each year since 2022.',
  ],
  ['Brava trails Alto by {{value "lead"}}.', 'Alto trails Brava by {{value "lead"}}.'],
])(
  'a sentence is held to the figures of the one before it, and to the things that it tells apart: %s',
  async (isTrue, isFalse) => {
    expect(await said(isTrue)).toEqual([])
    expect(await said(isFalse)).toEqual([expect.stringMatching(/^error: not true/)])
  },
)

test.each([
  ['Brava overtakes Cumulo', 'Cumulo overtakes Brava'],
  ['Alto leads', 'Brava leads'],
  ['Cumulo overtaken by Brava', 'Brava overtaken by Cumulo'],
  ['Dunes lags behind Brava', 'Brava lags behind Dunes'],
  ['Brava has caught up with Cumulo', 'Dunes has caught up with Brava'],
])('a title that puts one above another is held to what stands below it: %s', async (isTrue, isFalse) => {
  expect(await said(isTrue, { isTitle: true })).toEqual([])
  expect(await said(isFalse, { isTitle: true })).toEqual(untrue)
})

test('a heading that is nothing but a name is held to all below it', async () => {
  expect(await said('Landings', { isTitle: true })).toEqual([])
  expect(await said('Complaints', { isTitle: true })).toEqual([
    expect.stringMatching(/^error: the heading says Complaints, and no figure below it is of that/),
  ])
})

test('of what is better low nobody is said to lead by having more, and of another time nothing', async () => {
  expect(await said('Dunes is ahead of Alto', { chart: 'complaints', isTitle: true })).toEqual([])
  expect(await said('In 2022 Cumulo was ahead of Brava', { isTitle: true })).toEqual([])
})
