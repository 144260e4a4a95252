import { describe, expect, it } from 'vitest'
import { createTools } from '../../../src/build/build-tools.ts'
import { toTraceFile } from '../../../src/build/documents/prove-documents.ts'
import { composeReport } from '../../../src/build.ts'
import { formatByFigure, formatByPage, formatSummary } from '../../../src/trust/trace/format-trace.ts'
import { selectTrace } from '../../../src/trust/trace/select-trace.ts'
import { traceDocuments } from '../../../src/trust/trace/trace.ts'
import { traceSchema } from '../../../src/trust/trace/trace-schema.ts'
import { internet } from '../../fixtures.ts'

const { value: report } = composeReport({ folder: internet }, createTools())
if (!report) throw new Error('the report does not compose')
const trace = traceDocuments(report.documents, report.dataset, report.locale)

describe('the trace of the report', () => {
  it('names where a figure stands in text, table, chart, notes and alternative text', () => {
    const media = trace.prints.filter(({ figure }) => figure === 'netizens@2023-12').map(({ medium }) => medium)
    expect(new Set(media)).toEqual(new Set(['text', 'chart', 'notes', 'alt']))
    const inTables = trace.prints.filter(({ medium }) => medium === 'table').map(({ figure }) => figure)
    expect(inTables).toContain('online-video-users@2023-12')
  })

  it('says how it is printed, and knows its way to the source', () => {
    const { stated, value, place } = trace.figures['urban-rural-penetration-gap@2023-12'] ?? {}
    expect(value).toBe('16.8\u00a0percentage points')
    expect(stated).toMatchObject({ source: 'xinhua', printed: '16.8%' })
    expect(place).toMatch(/^data\/figures\.yaml:\d+:\d+$/)
  })

  it('gives what a derived figure was computed from, down to figures that are stated', () => {
    const { derived } = trace.figures['urban-net-increase@2023'] ?? {}
    expect(derived?.inputs).toEqual(['netizens.change@2023-12', 'rural-netizens.change@2023-12'])
    for (const input of derived?.inputs ?? []) expect(trace.figures).toHaveProperty([input])
  })

  it('names the checks that cover a figure', () => {
    expect(trace.figures['netizens@2023-12']?.checks).toContain('urban-plus-rural')
    expect(trace.checks.find(({ id }) => id === 'urban-plus-rural')?.verdict).toBe('agrees')
  })

  it('knows each figure of the dataset as printed or printed nowhere', () => {
    const printed = new Set(trace.prints.map(({ figure }) => figure))
    const { observations } = report.dataset
    expect([...observations.keys()].filter((key) => !printed.has(key))).toEqual(trace.unprinted)
    expect(printed.size + trace.unprinted.length).toBe(observations.size)
  })

  it('is written as its schema says', () => {
    const written: unknown = JSON.parse(Buffer.from(toTraceFile(trace).bytes).toString('utf8'))
    expect(traceSchema.parse(written)).toEqual(trace)
  })
})

describe('a question to the trace', () => {
  it('about nothing in particular: a line a slide and page, and how to ask for more', () => {
    const lines = formatSummary(trace).replaceAll('\u00a0', ' ').split('\n')
    const pages = new Set(trace.prints.map(({ document, page }) => `${document} ${page}`))
    expect(lines).toHaveLength(pages.size + 8)
    expect(lines[0]).toMatch(/^cnnic-53: \d+ figures, printed \d+ times$/)
    expect(lines[1]).toBe('slide 1   2 figures: netizens 1.092 billion people, netizens@2022-12 1.067 billion')
    expect(lines).toContain(
      `briefwright trace --all        all of this about each of ${Object.keys(trace.figures).length} figures`,
    )
  })

  it('by an indicator: its levels, changes and rates at all periods, the latest first', () => {
    const keys = Object.keys(selectTrace(trace, { references: ['netizens'] }).figures)
    expect(keys).toEqual(expect.arrayContaining(['netizens@2023-12', 'netizens@2020-03', 'netizens.change@2023-12']))
    const text = formatByFigure(selectTrace(trace, { references: ['netizens'] }))
    expect(text.indexOf('netizens@2023-12')).toBeLessThan(text.indexOf('netizens@2020-03'))
  })

  it('by a slide: its items in order, then where their figures come from', () => {
    const text = formatByPage(selectTrace(trace, { references: [], slide: 3 }))
    expect(text).toMatch(/^slide 3\n {2}Title \(text\)\n/)
    expect(text).toContain('Chart: netizens (chart)')
    expect(text).toMatch(/netizens@2023-12 {2}1\.092.billion\n {2}Netizens, December 2023; data\/figures\.yaml/)
  })

  it('by a slide that prints no figure', () => {
    expect(formatByPage(selectTrace(trace, { references: [], slide: 99 }))).toBe('no figure is printed there\n')
  })
})
