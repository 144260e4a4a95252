import { expect, it } from 'vitest'
import { lakeReport, makeFiles } from '../../build/lake-report.ts'

const answers = [
  'Disagree strongly',
  'Tend to disagree',
  'Neither agree nor disagree',
  'Tend to agree',
  'Agree strongly',
]

const statement = (id: string, label: string, ...shares: number[]) =>
  `  ${id}: { label: ${label}, unit: percent, type: ratio, dimensions: [answer], observations: [${shares.map((share, at) => `{ period: 2024, category: a${at}, value: ${share}%, source: harbour }`).join(', ')}] }\n`

it('refuses groups beside each other, whose shares add up to more than all, as if they were answers', async () => {
  const { diagnostics } = await makeFiles(
    {
      'data/report.yaml': `${lakeReport('boats')}dimensions: { answer: { label: Age, total: All, categories: { a0: Young, a1: Middle, a2: Old } } }\n`,
      'data/figures.yaml': `indicators:\n${statement('east', 'Trust', 38, 47, 52)}${statement('west', 'Distrust', 19, 17, 21)}`,
      'templates/deck.md.hbs':
        '# The piers\n\n## Trust by age\n\n![](chart:diverging figures="east[answer], west[answer]")\n',
    },
    ['pptx'],
  )
  expect(diagnostics.map(({ message }) => message)).toEqual([
    'the parts of a row are no answers of all, for they add up to more than 100%: answer',
  ])
})

it('shows five long answers to long statements in half a slide, the legend in two rows and the middle answer in two lines', async () => {
  const chart =
    '![](chart:diverging figures="east[answer], west[answer]" by=answer "Answers to two statements on the piers of the lake, 2024")'
  const { value, diagnostics } = await makeFiles(
    {
      'data/report.yaml': `${lakeReport('boats')}dimensions: { answer: { label: Answer, total: All, categories: { ${answers.map((answer, at) => `a${at}: ${answer}`).join(', ')} } } }\n`,
      'data/figures.yaml': `indicators:\n${statement('east', 'The east pier works for boats like mine', 18, 27, 22, 24, 9)}${statement('west', 'The west pier treats all boats alike', 9, 17, 21, 36, 17)}`,
      'templates/deck.md.hbs': `# The piers\n\n${chart}\n\n![](chart:ranking figures="east[a4], west[a4]" "Agree strongly, 2024")\n`,
    },
    ['pptx'],
  )
  expect(diagnostics.map(({ message }) => message)).toEqual([])
  expect(value?.documents).toHaveLength(1)
})
