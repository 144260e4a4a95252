import { cpSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createTools } from '../../../src/build/build-tools.ts'
import type { ComposedReport } from '../../../src/build/types.ts'
import { composeReport } from '../../../src/build.ts'
import { plainText } from '../../../src/document/plain-text.ts'
import { traceDocuments } from '../../../src/trust/trace/trace.ts'
import { edit } from '../../edit-file.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { soundValue } from '../sample.ts'

/** The starter's report with another chart of visits: 2019 to 2025, below a million from 2020 to 2022. */
function reportWith(...changes: [from: string, to: string][]) {
  const folder = temporaryFolder()
  cpSync('src/init/starter', folder, { recursive: true })
  for (const [from, to] of changes) edit(folder, 'templates/charts/visits.vl.json', from, to)
  const request = { folder, formats: ['pdf' as const] }
  return composeReport(request, createTools())
}

const filtered = (filter: object | string) =>
  reportWith(['"filter": "isValid(datum.value)"', `"filter": ${JSON.stringify(filter)}`])

/** The chart of visits in the briefing, with the line of its sources, and what trace says of it. */
function getChart(report: ComposedReport) {
  const briefing = report.documents.find(({ kind }) => kind === 'briefing')
  const blocks = briefing?.document.blocks ?? []
  const at = blocks.findIndex((block) => block.type === 'chart' && block.chart.file.includes('visits'))
  const [chart, line] = blocks.slice(at, at + 2)
  if (chart?.type !== 'chart') throw new Error('no chart of visits')
  const { prints } = traceDocuments(report.documents, report.dataset, report.locale)
  const traced = prints.filter(({ document, medium }) => document === 'briefing' && medium === 'chart')
  return {
    alt: chart.chart.alt.replaceAll('\u00a0', ' '),
    source: line?.type === 'sourceLine' ? plainText(line.children) : '',
    years: [...new Set(traced.map(({ figure }) => figure))].filter((key) => key.startsWith('visits@')),
    workedOut: traced.some(({ workedOut }) => workedOut),
  }
}

describe('what is said of a chart is what it draws', () => {
  const overMillion = ['visits@2019', 'visits@2023', 'visits@2024', 'visits@2025']
  test.each([
    [{ field: 'value', gt: 1_000_000 }, overMillion],
    [{ field: 'value', range: [1_000_000, 2_000_000] }, overMillion],
    ['datum.value >= 1e6', overMillion],
    ['datum.value > 500000 * 2', overMillion],
    [{ timeUnit: 'year', field: 'date', gte: 2023 }, overMillion.slice(1)],
    ['year(datum.date) >= 2023', overMillion.slice(1)],
  ])('%j', (filter, years) => {
    const chart = getChart(soundValue(filtered(filter)))
    expect(chart.years.toSorted()).toEqual(years)
    expect(chart.alt).not.toMatch(/486,000|2020/)
    expect(chart.alt).toContain(`${years[0]?.slice(-4)} to 2025`)
    expect(chart.source).toMatch(/^Source/)
    expect(chart.workedOut).toBe(false)
  })

  test('old figures alone are told as such', () => {
    const { diagnostics } = filtered('datum.value < 6e5')
    expect(diagnostics.map(({ message }) => message)).toContain('a chart as of 2020 in a report on 2025')
  })

  test('a mean of them keeps its source line and its text, and trace says from what it was worked out', () => {
    const report = reportWith(
      ['"field": "periodLabel", "type": "ordinal", "sort": null', '"field": "label"'],
      ['"field": "value", ', '"aggregate": "mean", "field": "value", '],
      ['"text": { "field": "said" }', '"text": { "value": "mean" }'],
    )
    const chart = getChart(soundValue(report))
    expect(chart.alt).toBe('Column chart of visits, 2019 to 2025.')
    expect(chart.source).toMatch(/^Source/)
    expect([chart.years.length, chart.workedOut]).toEqual([7, true])
  })
})
