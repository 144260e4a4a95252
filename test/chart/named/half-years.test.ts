import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { makeFiles } from '../../build/lake-report.ts'

/** What is said of a slide of a report: by default of a half-yearly one on insurance and pensions. */
async function told(body: string, subtitle = 'Calvera', report = 'solvency') {
  const dataOf = (name: string) => readFileSync(`test/trust/sentences/${report}/${name}`, 'utf8')
  const { diagnostics } = await makeFiles(
    {
      'data/report.yaml': dataOf('report.yaml'),
      'data/figures.yaml': dataOf('figures.yaml'),
      'data/series.csv': dataOf('series.csv'),
      'templates/deck.md.hbs': `# Half-yearly report\n\n## ${subtitle}\n\n${body}\n`,
    },
    ['pptx'],
  )
  return diagnostics.map(({ message }) => message)
}

const pair = (one: string, other: string) => `::slide{layout="two-charts"}\n\n![](${one})\n\n![](${other})`
const parts = 'figures="balance[final], balance[average], balance[hybrid]" total="balance"'

it.each([
  [
    'half-years over two lines in half a slide',
    pair('chart:stacked figures="active, deferred, pensioners"', 'chart:columns figures="below"'),
  ],
  ['basis points, in which a report counts', '![](chart:ranking figures="charges[scheme]" target="cap")'],
  ['a balance by its definition', `![](chart:waterfall ${parts})`, 'Assets less liabilities'],
  [
    'the unit that a head names',
    '| Scheme | Charges (basis points) |\n|---|---|\n| Hybrid | {{value "charges[hybrid]" unit=false}} |',
  ],
  [
    'cells of forty quarters under their years',
    '![](chart:heat figures="on-time-3, cancellations" each=quarter)',
    'Kestria',
    'rail-road',
  ],
])('draws %s', async (_, body, subtitle?: string, report?: string) => {
  expect(await told(body, subtitle, report)).toEqual([])
})
