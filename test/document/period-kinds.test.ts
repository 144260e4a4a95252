import { describe, expect, it } from 'vitest'
import { expandCall } from '../../src/chart/named/expand.ts'
import { parseDataset } from '../../src/dataset/read/read.ts'
import { formatDiagnostic } from '../../src/diagnostic.ts'
import { fillTemplate } from '../../src/document/template/fill.ts'
import { getLocale } from '../../src/locale/get-locale.ts'

const report = `id: sales
title: Sales
publisher: An office
geography: Norland
period: 2024-S1
comparison: 2023-S1
released: 2024-08-01
language: en
sources: { s: { kind: primary, title: T, publisher: An office, cite: 'An office, T' } }
`
const sales = [
  ['2024-S1', 6.1],
  ['2023-S1', 5.8],
  ['2023', 12.3],
  ['2022', 11.8],
  ['2021', 11.0],
].map(([period, value]) => `{ period: ${period}, value: €${value} million, source: s }`)

const fees = (period: string, value: number) => `{ period: ${period}, value: €${value} million, source: s }`

/** Sales by half-years and by years, and a figure worked out from them; fees by months. */
function read(formula = 'sales@2023 - sales@2023-S1', more = '') {
  const gap = `gap: { label: Gap, unit: EUR, type: flow, observations: [{ period: 2024-S1, formula: ${formula}${more} }] }`
  const months = [fees('2024-02', 4.1), fees('2024-03', 4.4)]
  const figures = `indicators:\n  sales: { label: Sales, unit: EUR, type: flow, observations: [${sales.join(', ')}] }\n  fees: { label: Fees, unit: EUR, type: flow, observations: [${months.join(', ')}] }\n  ${gap}\n`
  const files = { 'data/report.yaml': report, 'data/figures.yaml': figures }
  return parseDataset(Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text) })))
}

const { value: dataset } = read()
if (!dataset) throw new Error('no dataset')
const locale = getLocale('en')

function fill(text: string) {
  const template = { file: 'templates/briefing.md.hbs', text }
  const { value, diagnostics } = fillTemplate({ template, partials: new Map(), dataset: dataset as never, locale })
  return {
    markdown: value?.markdown.trim().replace(/\[([^\]]*)\]\(obs:[^)]*\)/g, '$1'),
    said: diagnostics.map(formatDiagnostic),
  }
}

describe('a half-year’s sum and a year’s', () => {
  it('stand in no row of a table over time: those of the report’s length do', () => {
    const { markdown, said } = fill('{{table "sales" rows="indicator" columns="period"}}')
    expect(said).toEqual([])
    expect(markdown?.split('\n')[0]).toMatch(/^\| [^|]* \| H1 2023 \| H1 2024 \|$/)
  })

  it('are not subtracted without a word, unless the one is part of the other', () => {
    const said = (formula: string, more?: string) => read(formula, more).diagnostics.map(({ message }) => message)
    expect(said('sales@2022 - sales@2024-S1')).toEqual([
      expect.stringMatching(
        /^hardly plausible: gap@2024-S1 is worked out of sums over periods that are not equally long; compare sales@2022: /,
      ),
    ])
    expect(said('sales / sales@2022')).toHaveLength(1)
    expect(said('sales@2023 - sales@2023-S1')).toEqual([])
    expect(said('2 * sales - sales@2022')).toEqual([])
    expect(said('sales@2022 - sales@2024-S1', ', plausible: both are as published')).toEqual([])
  })

  it('are not compared where the longer one is the larger', () => {
    const [more] = fill('{{#claim "more-than" "sales@2023" "sales"}}More{{/claim}}').said
    expect(more).toContain('sums over periods that are not equally long')
    expect(fill('{{#claim "less-than" "sales" "sales@2023"}}Less{{/claim}}').said).toHaveLength(1)
    // That half a year brings less than a thing's whole year is no news; that it does not exceed it is a fact.
    expect(fill('{{#claim "not-more-than" "sales" "sales@2023"}}No more{{/claim}}').said.join()).not.toContain(
      'equally long',
    )
  })

  it('are compared where both are of a month, February’s too', () => {
    expect(fill('{{#claim "more-than" "fees@2024-03" "fees@2024-02"}}More{{/claim}}').said).toEqual([])
  })

  it('do not stand in one row of a table', () => {
    expect(fill('{{table "sales" rows="period" columns="period"}}').said.join()).toContain(
      'in rows and in columns: period',
    )
  })

  it('are not drawn on one axis: a chart by name takes those of the report’s kind, or those that it is asked for', () => {
    const periods = (call: string) => {
      const setting = {
        folder: '.',
        dataset: dataset as never,
        locale,
        medium: 'slide' as const,
        titled: [],
        beside: [],
        words: '',
      }
      const { value = '', diagnostics } = expandCall(call, { file: 'deck.md.hbs', line: 1, column: 1 }, setting)
      return (
        diagnostics.map(({ message }) => message)[0] ??
        /indexof\(\[(.*?)\], datum.period\)/.exec(value.replaceAll('\\"', ''))?.[1]
      )
    }
    expect(periods('chart:columns figures="sales"')).toBe('2023-S1,2024-S1')
    expect(periods('chart:line figures="sales" each=year')).toBe('2021,2022,2023')
    expect(periods('chart:line figures="sales" each=quarter')).toBe('none of the figures has a value: sales')
    expect(periods('chart:line figures="sales" each=decade')).toBe('wrong value of each: decade')
  })
})
