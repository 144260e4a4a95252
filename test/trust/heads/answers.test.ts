import { expect, test } from 'vitest'
import { lakeReport, saidOf } from '../../build/lake-report.ts'

const answers = (id: string, label: string, ...shares: number[]) =>
  `  ${id}: { label: ${label}, unit: percent, type: ratio, denominator: people, dimensions: [${id}], observations: [${['job', 'dont-know'].map((category, at) => `{ period: 2024, category: ${category}, value: ${shares[at]}%, source: harbour }`).join(', ')}] }\n`
const dimension = (id: string) =>
  `  ${id}: { label: Answer, total: All, categories: { job: The job, dont-know: "Don't know" } }\n`

/** What is said of a page about two questions, of which each has an answer of the same name, as an indicator has. */
async function told(page: string) {
  return saidOf(
    {
      'data/report.yaml': `${lakeReport('boats')}dimensions:\n${dimension('why')}${dimension('how')}`,
      'data/figures.yaml': `indicators:\n  unsure: { label: Unsure, short: "Don't know", unit: percent, type: ratio, observations: [{ period: 2024, value: 7%, source: harbour }] }\n  learners: { label: Learners, said: learning, unit: percent, type: ratio, observations: [{ period: 2024, value: 46%, source: harbour }] }\n${answers('why', 'Reasons for learning', 61, 3)}${answers('how', 'Ways of learning', 55, 4)}`,
      'templates/briefing.md.hbs': `# The lake\n\n${page}\n`,
    },
    ['pdf'],
  )
}

test('a row of an answer is no other indicator, whatever other questions have such an answer', async () => {
  expect(await told('{{table "why[why]" columns="value"}}')).toEqual([])
  expect(await told('{{table "how[how]" columns="value"}}')).toEqual([])
})

test('a heading names what has all its words in its name, in whatever form', async () => {
  expect(await told('## Who learns\n\n{{value "why[job]"}} named the job.')).toEqual([])
  expect(await told('## Who is unsure\n\n{{value "why[job]"}} named the job.')).toContainEqual(
    'error: the heading says Unsure, and no figure below it is of that, such as why[job]@2024',
  )
})
