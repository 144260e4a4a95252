import { expect, test } from 'vitest'
import { lakeReport, saidOf } from '../../build/lake-report.ts'

const figures = `indicators:
  rural: { label: Rural share of new members, unit: percent, type: ratio, denominator: new members, observations: [{ period: 2024, value: 72%, source: harbour }] }
  members: { label: Members, unit: boats, type: stock, observations: [{ period: 2023, value: 900, source: harbour }, { period: 2024, value: 1000, source: harbour }] }
  lessons: { label: Takers of lessons, unit: boats, type: stock, part-of: members, observations: [{ period: 2024, value: 890, source: harbour }] }
  visits: { label: Visits, unit: boats, type: flow, observations: [{ period: 2023, value: 500, source: harbour }, { period: 2024, value: 620, source: harbour }] }
`

/** What is said of a page, or of a slide. */
async function told(page: string, kind: 'briefing' | 'deck' = 'briefing') {
  return saidOf(
    {
      'data/report.yaml': lakeReport('boats'),
      'data/figures.yaml': figures,
      [`templates/${kind}.md.hbs`]: `# The lake\n\n${page}\n`,
    },
    [kind === 'deck' ? 'pptx' : 'pdf'],
  )
}

const column = (heading: string, figure: string) =>
  `:::::columns\n::::column\n### ${heading}\n\n:::key-figures\n{{key-figure "${figure}"}}\n:::\n::::\n::::column\n### The lake\n\nIt is deep.\n::::\n:::::`

test.each([
  ['The newcomers are mostly rural', 'Half of the newcomers are rural', 'rural'],
  ['Lessons reach nine members in ten', 'Lessons reach one member in ten', 'lessons'],
  ['What people do by the water is growing', 'What people do by the water is shrinking', 'visits'],
])('a heading of a column is held to the card below it: %s', async (right, wrong, figure) => {
  expect(await told(column(right, figure), 'deck')).toEqual([])
  expect(await told(column(wrong, figure), 'deck')).toContainEqual(
    expect.stringMatching(/^error: (?:not true|a title or caption says)/),
  )
})

test.each([
  [
    'Newcomers are mostly rural',
    'Few newcomers are rural',
    'Rural people make up {{value "rural"}} of the new members.',
  ],
  ['Lessons reach nine members in ten', 'Lessons reach a third of members', '{{value "lessons"}} took lessons.'],
])('a head in bold, and a heading over text, are held to what they print: %s', async (right, wrong, text) => {
  for (const page of [(words: string) => `- **${words}.** ${text}`, (words: string) => `## ${words}\n\n${text}`]) {
    expect(await told(page(right))).toEqual([])
    expect(await told(page(wrong))).toContainEqual(expect.stringMatching(/^error: not true/))
  }
})
