import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { makeFiles } from '../../build/lake-report.ts'

const dataOf = (name: string) => readFileSync(`test/trust/sentences/gdp/${name}`, 'utf8')

/** What is said of a deck on national accounts, of which the levels are changes on the quarter or the year before. */
async function told(body: string) {
  const { diagnostics } = await makeFiles(
    {
      'data/report.yaml': dataOf('report.yaml').replace('languages: [en, de]', 'languages: [en]'),
      'data/figures.yaml': dataOf('figures.yaml'),
      'data/series.csv': dataOf('series.csv'),
      'templates/deck.md.hbs': `# Accounts\n\n${body}\n`,
    },
    ['pptx'],
  )
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)
}

it.each([
  ['a card', ':::key-figures\n{{key-figure "growth-year"}}\n:::'],
  ['a heading', '## Change on the quarter before\n\n![](chart:ranking list="expenditure")'],
  ['parts in points of growth in per cent', '![](chart:waterfall list="contributions" total="growth")'],
])('takes levels that are changes for what they are: %s', async (_, body) => {
  expect(await told(body)).toEqual([])
})

it('asks for a total that the parts add up to', async () => {
  expect(await told('![](chart:waterfall list="contributions" total="investment")')).toEqual([
    'the parts of the waterfall do not add up to their total: investment',
  ])
})
