import { expect, test } from 'vitest'
import { lakeReport, saidOf } from '../../build/lake-report.ts'

const dimension = (label: string) =>
  `dimensions: { fleet: { label: ${label}, total: All, categories: { north: { en: North, zh: 北港 }, south: { en: South, zh: 南港 }, east: { en: East, zh: 东港 } } } }\n`

/** Figures of three fleets: the north grew, the south shrank, and the east has none now, for a reason. */
const figures = (reason: string) =>
  `indicators:\n  landings: { label: { en: Landings, zh: 渔获量 }, unit: boats, type: stock, dimensions: [fleet], observations: [${[
    ['north', 2023, 50],
    ['north', 2024, 61],
    ['south', 2023, 40],
    ['south', 2024, 33],
    ['east', 2023, 20],
    ['east', 2024, reason],
  ]
    .map(([fleet, year, value]) => `{ period: ${year}, category: ${fleet}, value: ${value}, source: harbour }`)
    .join(', ')}] }\n`

const chart = '![](chart:ranking figures="landings[fleet]")'

/** What is said of a text over a chart of the fleets. */
async function said(text: string, reason = 'not applicable') {
  const report = `${lakeReport('boats')}${dimension('Fleet')}`
  const template = `# ${text}\n\n## The lake\n\n${chart}\n`
  const all = await saidOf(
    { 'data/report.yaml': report, 'data/figures.yaml': figures(reason), 'templates/deck.md.hbs': template },
    ['pptx'],
  )
  return all.filter((one) => one.startsWith('error'))
}

test.each(['Landings fell at every fleet', 'Landings rose in all fleets', 'Each fleet has gained landings'])(
  'a title about every part is an error where one of them went the other way: %s',
  async (title) => {
    expect(await said(title)).toEqual([
      expect.stringMatching(/went the other way|not true: .*each (rose|fell) landings\[north\]/),
    ])
  },
)

test.each(['Landings fell at every fleet but the North', 'Landings fell at some fleets', 'Landings of every fleet'])(
  'one that leaves parts out, or says nothing of all, is none: %s',
  async (title) => expect(await said(title)).toEqual([]),
)

test.each([
  'No fleet lost boats',
  'Every fleet but the South lost boats',
  'Two fleets lost boats',
  'Only the North lost boats',
])('one that names what is shown by its list alone is held to all that are shown: %s', async (title) => {
  expect(await said(title)).toEqual([expect.stringMatching(/^error: not true: “lost” \(.*fell landings\[/)])
})

test.each([
  'No fleet but the South lost boats',
  'Every fleet but the South gained boats',
  'One fleet lost boats',
  'Only the South lost boats',
])('and may say how many did, or who alone did not: %s', async (title) => expect(await said(title)).toEqual([]))

test('all fleets except the South grew', async () => {
  expect(await said('All fleets except the South grew')).toEqual([])
  expect(await said('All fleets except the North grew')).toEqual([
    expect.stringMatching(/^error: not true: “grew” \(each rose landings\[south\]/),
  ])
})

test('what no longer applies is no member of those that are compared', async () => {
  const title = 'The North has the largest landings, {{value "landings[north]"}}'
  expect(await said(title)).toEqual([])
  expect(await said(title, 'suppressed')).toEqual([
    expect.stringMatching(/^error: cannot be told where not every figure is there: “largest”/),
  ])
})
