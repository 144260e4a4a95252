import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { lakeReport, makeFiles } from '../../build/lake-report.ts'

const levels = (values: readonly number[], status: string) =>
  values
    .map((value, at) => `{ period: ${2020 + at}, value: ${value}%, source: harbour${at > 2 ? status : ''} }`)
    .join(', ')

/** The chart of one slide on two debts up to 2024, of which the last two years may be forecast. */
async function makeChart(body: string, status: string) {
  const { value, diagnostics } = await makeFiles(
    {
      'data/report.yaml': lakeReport('boats'),
      'data/figures.yaml': `indicators:\n  debt: { label: Debt, unit: percent, type: ratio, denominator: income, observations: [${levels([60, 61, 59, 58, 55], status)}] }\n  loans: { label: Loans, unit: percent, type: ratio, denominator: income, observations: [${levels([30, 31, 33], '')}] }\n`,
      'templates/deck.md.hbs': `# Debt\n\n## The lake, by year\n\n${body}\n`,
    },
    ['pptx'],
  )
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  const chart = strFromU8(
    unzipSync(value?.documents[0]?.bytes ?? new Uint8Array())['ppt/charts/chart1.xml'] ?? new Uint8Array(),
  )
  return [...chart.matchAll(/<c:ser>.*?<\/c:ser>/gs)].map(([series]) => ({
    name: series.match(/<c:v>([^<]*)/)?.[1],
    dash: series.match(/<a:prstDash val="(\w+)"/)?.[1],
    values: [...(series.match(/<c:val>.*<\/c:val>/s)?.[0] ?? '').matchAll(/<c:v>([^<]*)/g)].map(([, text]) => text),
  }))
}

it('draws what is forecast as a dashed line of its own, from the last figure that is not', async () => {
  const own = [
    { name: 'Debt', dash: 'solid', values: ['60', '61', '59'] },
    { name: 'Debt: forecast', dash: 'dash', values: ['59', '58', '55'] },
  ]
  expect(await makeChart('![](chart:line figures="debt")', ', status: forecast')).toEqual(own)
  const both = await makeChart('![](chart:line figures="debt, loans")', ', status: forecast')
  expect(both).toEqual(expect.arrayContaining([...own, { name: 'Loans', dash: 'solid', values: ['30', '31', '33'] }]))
})

it('draws what was counted as one line', async () => {
  expect(await makeChart('![](chart:line figures="debt")', '')).toMatchObject([{ name: 'Debt', dash: 'solid' }])
})
