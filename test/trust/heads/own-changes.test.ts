import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { makeFiles } from '../../build/lake-report.ts'

const dataOf = (name: string, set = 'gdp') => readFileSync(`test/trust/sentences/${set}/${name}`, 'utf8')

/** What is said of a deck on national accounts, of which the levels are changes on the quarter or the year before. */
async function told(body: string, set = 'gdp') {
  const { diagnostics } = await makeFiles(
    {
      'data/report.yaml': dataOf('report.yaml', set).replace('languages: [en, de]', 'languages: [en]'),
      'data/figures.yaml': dataOf('figures.yaml', set),
      'data/series.csv': dataOf('series.csv', set),
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

it('takes inflation for the change in consumer prices that it is, and for no change in inflation', async () => {
  const chart = '![](chart:ranking figures="inflation[component]")'
  expect(await told(`## Change in consumer prices over twelve months\n\n${chart}`, 'bank-rates')).toEqual([])
  expect(await told(`## Change in inflation\n\n${chart}`, 'bank-rates')).toEqual([
    'the heading says a change, and every figure below it is a level, such as inflation[food]@2026-09',
  ])
})
