import { expect, test } from 'vitest'
import { parseDataset } from '../../../src/dataset/read/read.ts'
import { completeNotes } from '../../../src/document/complete/complete-notes.ts'
import { explainObservation } from '../../../src/document/complete/explain-observation.ts'
import { plainText } from '../../../src/document/plain-text.ts'
import { getLocale } from '../../../src/locale/get-locale.ts'
import { lakeReport } from '../../build/lake-report.ts'
import { smallDataset } from '../dataset.ts'
import { parseTemplateText } from '../parse-text.ts'
import { said } from '../said.ts'

/** The speaker notes of the slides of a deck. */
function getNotes(template: string, language = 'en'): string[] {
  const { value, diagnostics } = parseTemplateText(template)
  if (!value || diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics))
  const completed = completeNotes(value, smallDataset(), getLocale(language, 'en'))
  return said(completed.blocks.filter((block) => block.type === 'speakerNotes'))
}

const xinhua = 'CNNIC, 53rd Statistical Report, as reported by Xinhua, 22 March 2024'

test('the author’s words come first, then each figure of the slide once, in order of appearance', () => {
  const template = `# {{by "netizens"}} more

{{value "netizens"}}, again {{value "netizens"}}.

:::notes
Say hello to {{value "flat"}}.
:::
`
  expect(getNotes(template)).toEqual([
    'notes',
    '  Say hello to 3.',
    '  Figures shown',
    `  - Netizens, December 2023, change since December 2022: up 24.8 million. Definition: Residents who used the internet in the past half year. Caveat: The increase is net. Source: ${xinhua}, paragraphs 14 and 22, said by Liu Yulin, Director of CNNIC.`,
    `  - Netizens, December 2023: 1.092 billion people. Previous value: 1.067 billion (December 2022). Source: ${xinhua}, paragraphs 4, 5 and 14.`,
    `  - Flat, December 2023: 3 people. Source: ${xinhua}, paragraph 14.`,
  ])
})

test.each([
  ['15.4 trillion', false],
  ['15.4 trillion yuan', false],
  ['15.4 trillion dollars', true],
])('a source that prints %s is quoted: %s', (printed, isQuoted) => {
  const data = smallDataset()
  const sales = data.observations.get('online-retail-sales@2023')
  if (!sales?.statement) throw new Error('the figure is not there')
  const observation = { ...sales, statement: { ...sales.statement, printed } }
  const told = plainText(explainObservation(data, getLocale('en'), observation, []))
  expect(told.includes(`printed there as “${printed}”`)).toBe(isQuoted)
})

test('what is derived says so, with its range; what is loosely worded, how', () => {
  const template =
    '# A\n\n{{rate "netizens"}} {{interval "online-government-service-users@2022-12"}} {{value "urban-rural-penetration-gap"}} {{by "online-government-service-users"}}'
  expect(getNotes(template).slice(2)).toEqual([
    `  - Netizens, December 2023, growth since December 2022: up 2.3% (calculated, 2.318% to 2.330%). Definition: Residents who used the internet in the past half year. Caveat: The increase is net. Source: own calculations from ${xinhua}.`,
    `  - Government service users, December 2022: at most 926.5 million (calculated). Source: own calculations from ${xinhua}.`,
    `  - Urban-rural gap, December 2023: 16.8 percentage points. Source: ${xinhua}, paragraph 14; printed there as “16.8%”.`,
    `  - Government service users, December 2023, change (base period not stated): up by over 47 million. Source: ${xinhua}, paragraph 14.`,
  ])
})

test('a chart of few figures is listed, one of many summed up', () => {
  expect(getNotes('# A\n\n![](charts/netizens.vl.json)').length).toBe(2 + 3)
  expect(getNotes('# A\n\n![](charts/all.vl.json "All of it")').at(-1)).toBe(
    `  - Chart (All of it): 29 figures, December 2020 to December 2023. Sources: ${xinhua}; CNNIC, 50th and 51st Statistical Reports; own calculations`,
  )
})

test('a slide of words alone gets no notes', () => {
  expect(getNotes('# A\n\nwords')).toEqual([])
})

test('in Chinese', () => {
  expect(getNotes('# A\n\n{{value "netizens"}}', 'zh').slice(1)).toEqual([
    '  所列数据',
    `  - 网民规模，2023年12月：10.92亿人。前值：10.67亿（2022年12月）。定义：Residents who used the internet in the past half year。说明：The increase is net。来源：${xinhua}，第4、5、14段；原文写作“1.092 billion”。`,
  ])
})

/** What notes say of the levels of boats, in a report on one period that compares with another. */
function explained(period: string, comparison: string, observations: string): string[] {
  const report = lakeReport('boats')
    .replace('period: 2024', `period: ${period}`)
    .replace('comparison: 2023', `comparison: ${comparison}`)
  const figures = `indicators:\n  boats: { label: Boats, unit: boats, type: flow, observations: [${observations}] }\n`
  const files = { 'data/report.yaml': report, 'data/figures.yaml': figures }
  const { value } = parseDataset(Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text) })))
  return [...(value?.observations.values() ?? [])]
    .filter(({ measure }) => measure === 'value')
    .map((one) => (value ? plainText(explainObservation(value, getLocale('en'), one, [])) : ''))
    .filter((text) => text.includes('Previous value'))
}

test('a month’s figure has no half-year’s before it', () => {
  const levels =
    '{ period: 2024-S1, value: 90, source: harbour }, { period: 2024-S2, value: 120, source: harbour }, { period: 2024-12, value: 10, source: harbour }'
  expect(explained('2024-S2', '2024-S1', levels)).toEqual([
    expect.stringMatching(/^Boats, the second half of 2024: 120.boats\. Previous value: 90/),
  ])
})

test('the figures of quarters between have not that of a year before as their previous value', () => {
  const levels = ['2023-Q4', '2024-Q2', '2024-Q3', '2024-Q4'].map(
    (period, index) => `{ period: ${period}, value: ${90 + index}, source: harbour }`,
  )
  expect(explained('2024-Q4', '2023-Q4', levels.join(', '))).toEqual([
    expect.stringMatching(/^Boats, Q4 2024: 93.boats\. Previous value: 90 \(/),
  ])
})
