import { expect, it } from 'vitest'
import { lakeReport, makeFiles } from '../build/lake-report.ts'

const share =
  '{ label: share, unit: percent, type: ratio, observations: [{ period: 2024, value: 12.0%, source: harbour }, { period: 2023, value: 13.7%, source: harbour }] }'
const visits =
  '{ label: visits, unit: boats, type: flow, observations: [{ period: 2024, value: 220, source: harbour }, { period: 2023, value: 200, source: harbour }] }'

/** The lines of a table in a briefing, and what is told of it. */
async function table(call: string) {
  const { value, diagnostics } = await makeFiles(
    {
      'data/report.yaml': lakeReport('boats'),
      'data/figures.yaml': `indicators:\n  share: ${share}\n  berths: ${share.replace('share', 'berths').replace('12.0', '14.2')}\n  visits: ${visits}\n`,
      'templates/briefing.md.hbs': `# The lake\n\n{{table ${call}}}\n`,
    },
    ['md'],
  )
  const text = value?.documents.map(({ bytes }) => new TextDecoder().decode(bytes)).join('\n') ?? ''
  const plain = text.replaceAll('\u00a0', ' ').replaceAll(/\[((?:[^\][]|\\\])+)\]\([^)]*\)/g, '$1')
  return {
    rows: plain.split('\n').filter((line) => line.startsWith('|')),
    told: diagnostics.map(({ message }) => message),
  }
}

it('gives the change in points of percentages for their growth, once', async () => {
  const alone = await table('"share berths" columns="value rate"')
  expect(alone.rows[0]).toContain('Change (percentage points)')
  expect(alone.rows[2]).toContain('−1.7')
  expect(alone.told).toEqual([])
  const both = await table('"share berths" columns="value change rate" head="Which | Now | More or less | Growth"')
  expect(both.rows[0]?.split('|').map((head) => head.trim())).toEqual(
    ['', 'Which', '2024', 'More or less', ''].map((head) => (head === '2024' ? 'Now' : head)),
  )
  expect(both.told).toEqual([
    'a column of the growth of percentages is left out: their change in points stands in another',
  ])
})

it('says in a mixed table that a percentage has no growth where its change stands beside it, else that change', async () => {
  const beside = await table('"visits share" columns="value change rate"')
  expect(beside.rows.slice(2).map((row) => row.split('|').at(-2)?.trim())).toEqual(['&#43;10%', '&#91;z&#93;'])
  const alone = await table('"visits share" columns="value rate"')
  expect(alone.rows.slice(2).map((row) => row.split('|').at(-2)?.trim())).toEqual([
    '&#43;10%',
    '−1.7 percentage points',
  ])
})
