import { expect, test } from 'vitest'
import { lakeReport, saidOf } from '../build/lake-report.ts'

const observations = (...own: (readonly [year: number, value: number | string, category?: string])[]) =>
  `[${own
    .map(
      ([period, value, category]) =>
        `{ period: ${period}, ${category ? `category: ${category}, ` : ''}value: ${value}, source: harbour }`,
    )
    .join(', ')}]`

const figures = `dimensions: { fleet: { label: Fleet, total: All, categories: { north: North, south: South } } }
indicators:
  income: { label: Income, unit: EUR, type: flow, observations: ${observations([2023, '€610'], [2024, '€640'])} }
  spending: { label: Spending, unit: EUR, type: flow, observations: ${observations([2023, '€600'], [2024, '€655'])} }
  income-plan: { label: Income plan, unit: EUR, type: flow, observations: ${observations([2024, '€620'])} }
  spending-plan: { label: Spending plan, unit: EUR, type: flow, observations: ${observations([2024, '€630'])} }
  contracts: { label: Price of a mooring, unit: EUR, type: ratio, observations: ${observations([2023, '€41'], [2024, '€44'])} }
  prices: { label: Price index, unit: index-2020, type: ratio, observations: ${observations([2023, '104.1'], [2024, '106.3'])} }
  boats: { label: Boats, unit: boats, type: stock, dimensions: [fleet], observations: ${observations([2023, 95], [2024, 100], [2023, 69, 'north'], [2024, 74, 'north'], [2024, 26, 'south'])} }
  share: { label: Share of boats, unit: percent, type: ratio, dimensions: [fleet], denominator: all boats, share-of: { numerator: boats, denominator: boats }, note: Counted at night., observations: SHARES }
`

/** What is said of a page about a budget, its plans and its index. */
function said(page: string, share = '74%') {
  const shares = observations([2024, share, 'north'], [2024, '26%', 'south'])
  const report = lakeReport('boats').replace('cite: C', 'cite: C, published: 2024-12-12')
  return saidOf(
    {
      'data/report.yaml': report,
      'data/figures.yaml': figures.replace('SHARES', shares),
      'templates/briefing.md.hbs': `# The lake\n\n${page}\n`,
    },
    ['pdf'],
  )
}

const faults = async (page: string, share?: string) =>
  (await said(page, share)).filter((one) => one.startsWith('error') || one.includes('held to no figure'))

test.each([
  'Spending of {{value "spending"}} was above the plan.',
  'A typical mooring contract costs {{value "contracts"}}.',
  '{{note "share"}}',
  ':::table[Budget]\n| | A year ago | Now |\n| :-- | --: | --: |\n| Income | {{value "income@2023"}} | {{value "income"}} |\n:::',
  '![](chart:columns figures="prices" "Price index, 2020 = 100")',
  '![](chart:columns figures="income" "Income 2024")',
])('what is true of plan, price and time is no fault: %s', async (page) => expect(await faults(page)).toEqual([]))

test.each([
  ['Spending of {{value "spending"}} was below the plan.', /not true: “below” \(less-than spending@2024 630/],
  ['Spending was below the plan.', /not true: “below” \(less-than spending@2024 630/],
  [
    ':::table[Budget]\n| | Now | A year ago |\n| :-- | --: | --: |\n| Income | {{value "income@2023"}} | {{value "income"}} |\n:::',
    /the head says Now, and its figures are of 2023\n.*the head says A year ago, and its figures are of 2024/,
  ],
  [
    '![](chart:columns figures="prices" "Price index, 2015 = 100")',
    /the caption says 2015 = 100, and the figures below it are of an index of 2020/,
  ],
  [':::table[Boats 2023]\n{{table "boats[fleet]" columns="value"}}\n:::', /the caption says 2023, and no figure below/],
])('what is not is an error: %s', async (page, message) => {
  expect((await faults(page)).join('\n')).toMatch(message)
})

test('a share of the thing itself is that of its whole', async () => {
  expect((await faults('The lake.', '71%')).join()).toContain(
    'boats[north]@2024 / boats@2024 is 73.1343% to 74.8744%, but share[north]@2024 is 70.5% to 71.5%',
  )
})

test('what was planned is published before its year is over, and what came of it is not', async () => {
  const dates = (await said('The lake.')).filter((one) => one.includes('cannot state'))
  expect(dates).toEqual([expect.stringContaining('cannot state income@2024')])
  expect(dates.join()).toMatch(/nor \d+ more/)
})
