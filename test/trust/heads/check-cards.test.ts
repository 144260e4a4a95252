import { describe, expect, test } from 'vitest'
import { lakeReport, saidOf } from '../../build/lake-report.ts'

const figures = `indicators:
  boats: { label: Boats, unit: boats, type: stock, observations: [{ period: 2024, value: 240, source: harbour, change: { since: 2023, by: 30 } }, { period: 2023, value: 210, source: harbour }] }
  sails: { label: Boats with sails, short: Sails, unit: boats, type: stock, part-of: boats, definition: Boats that go by wind., observations: [{ period: 2024, value: 180, source: harbour }] }
  motors: { label: Boats with motors, short: Motors, unit: boats, type: stock, part-of: boats, definition: Boats that go by fuel., observations: [{ period: 2024, value: 60, source: harbour }] }
  hours: { label: Hours afloat, unit: hours, type: flow, observations: [{ period: 2024, value: 5200, source: harbour }] }
`

/** What is told of a card under a heading, in words without place. */
async function told(card: string, heading = 'The lake') {
  return saidOf(
    {
      'data/report.yaml': lakeReport('boats'),
      'data/figures.yaml': figures,
      'templates/deck.md.hbs': `# The lake\n::slide{layout="comparison"}\n\n:::::columns\n::::column\n### ${heading}\n\n:::key-figures\n${card}\n:::\n::::\n::::column\nThe lake is large.\n::::\n:::::\n`,
    },
    ['pptx'],
  )
}

describe('a card is a sentence that its label ends', () => {
  test.each([
    ['{{key-figure "boats.change" label="fewer boats than the year before"}}', /^error: not true: “fewer”/],
    [
      '{{key-figure "sails" label="go by fuel"}}',
      /^error: the sentence says fuel, and prints another figure: sails@2024/,
    ],
    ['{{key-figure "boats" label="per cent of all"}}', /^error: .* beside a figure that is printed whole: per cent/],
  ])('%s', async (card, message) => {
    expect(await told(card)).toContainEqual(expect.stringMatching(message))
  })
  test.each([
    '{{key-figure "boats.change" label="more boats than the year before"}}',
    '{{key-figure "sails" label="go by wind"}}',
    '{{key-figure "boats" label="on the lake in all"}}',
    '{{key-figure "motors"}}',
    '{{key-figure "hours" label="Hours afloat in all"}}',
  ])('not: %s', async (card) => {
    expect(await told(card)).toEqual([])
  })
})

describe('a heading over one card says what its figure does', () => {
  const card = '{{key-figure "boats"}}'
  test.each(['Fewer people come each year: the fleet is shrinking', 'The number of boats fell'])(
    '%s',
    async (heading) => {
      expect(await told(card, heading)).toContainEqual(expect.stringMatching(/^error: .*(?:shrinking|fell)/))
    },
  )
  test.each(['The fleet is growing', 'What floats'])('not: %s', async (heading) => {
    expect((await told(card, heading)).filter((one) => one.startsWith('error'))).toEqual([])
  })
})

describe('a cell of words is said of the one figure of its row', () => {
  const table = (way: string) =>
    `| | 2024 | On the year |\n| :-- | --: | :-- |\n| Boats | {{value "boats"}} | ${way} |\n| Sails | {{value "sails"}} | not known |`
  const saidBelow = async (way: string) =>
    saidOf(
      {
        'data/report.yaml': lakeReport('boats'),
        'data/figures.yaml': figures,
        'templates/briefing.md.hbs': `# The lake\n\n:::table[Boats]\n${table(way)}\n:::\n`,
      },
      ['pdf'],
    )
  test('down', async () => {
    expect(await saidBelow('down')).toContainEqual(expect.stringMatching(/^error: a cell says “down”/))
  })
  test('not: up', async () => {
    expect((await saidBelow('up')).filter((one) => one.startsWith('error'))).toEqual([])
  })
})
