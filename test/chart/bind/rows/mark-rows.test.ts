import { describe, expect, test } from 'vitest'
import { drawChart } from '../../../../src/chart/draw/draw.ts'
import type { Chart, Drawing } from '../../../../src/chart/types.ts'
import type { Marking } from '../../../../src/dataset/figure/status-marks.ts'
import type { Status } from '../../../../src/dataset/types.ts'
import { formatDiagnostic } from '../../../../src/diagnostic.ts'
import { getSheet } from '../../native-sample.ts'
import { bindMarked, options } from '../../sample.ts'

const marking: Marking = {
  letters: { provisional: 'p', revised: 'r', estimated: 'e', forecast: 'f', derived: '' },
  revised: new Set(),
}

/** A spec bound to the sample report, some of whose figures have a status. */
function marked(spec: object, statuses: Record<string, Status>, change: Partial<Marking> = {}): Chart {
  const { value, diagnostics } = bindMarked(spec, statuses, { ...marking, ...change })
  if (!value) throw new Error(diagnostics.map(formatDiagnostic).join('\n'))
  return value
}

async function drawn(chart: Chart): Promise<Drawing> {
  const { value, diagnostics } = await drawChart(chart, { width: 480, height: 300 }, options)
  if (!value) throw new Error(diagnostics.map(formatDiagnostic).join('\n'))
  return value
}

const provisional: Record<string, Status> = { 'netizens@2023-12': 'provisional' }
const y = { field: 'value', type: 'quantitative' }
const isKnown = [{ filter: 'isValid(datum.value)' }]

const labelled = {
  data: { name: 'netizens' },
  transform: isKnown,
  encoding: { x: { field: 'date', type: 'temporal' }, y },
  layer: [
    { mark: 'line' },
    { transform: [{ filter: 'datum.last' }], mark: 'text', encoding: { text: { field: 'valueText' } } },
  ],
}
const columns = {
  data: { name: 'netizens' },
  transform: isKnown,
  mark: 'bar',
  encoding: { x: { field: 'periodLabel', type: 'nominal', sort: null }, y },
}

describe('a printed number', () => {
  test('has its mark after it, in the PDF, in PowerPoint and in words for who hears the chart', async () => {
    const chart = marked(labelled, provisional)
    const { svg, native } = await drawn(chart)
    expect(svg).toContain('1.092\u00a0billion\u00a0[p]')
    expect(native).toMatchObject({
      plots: [
        { series: [{ labels: [{ text: '1.092\u00a0billion\u00a0[p]', format: '0.000,,,"\u00a0billion\u00a0[p]"' }] }] },
      ],
    })
    expect(chart.alt).toContain('to 1.092\u00a0billion (provisional)')
    expect(chart.marked).toEqual(new Map([['netizens@2023-12', ['provisional']]]))
  })

  test('leaves the cells of its column unmarked', async () => {
    const { native } = await drawn(marked(labelled, provisional))
    if (native?.type !== 'native') throw new Error('a picture')
    expect(native.columns[1]?.format).toBe('0.000,,,"\u00a0billion"')
  })

  test('that was another in an earlier version is marked too', async () => {
    const chart = marked(labelled, {}, { revised: new Set(['netizens@2023-12']) })
    expect((await drawn(chart)).svg).toContain('1.092\u00a0billion\u00a0[r]')
  })
})

describe('a value that is drawn and not printed', () => {
  test('is marked at its period', async () => {
    const { svg, native } = await drawn(marked(columns, provisional))
    expect(svg).toContain('Dec 2023\u00a0[p]')
    expect(svg).not.toContain('Dec 2022\u00a0[p]')
    if (native?.type !== 'native') throw new Error('a picture')
    expect(getSheet(native).map(([period]) => period)).toContain('Dec 2023\u00a0[p]')
  })

  test('is marked at its date, where the axis has a label there', async () => {
    const axis = { values: { expr: 'axisDates' }, formatType: 'period', format: 'month', labelOverlap: false }
    const line = {
      ...{ data: { name: 'netizens' }, transform: isKnown, mark: 'line' },
      encoding: { x: { field: 'date', type: 'temporal', axis }, y },
    }
    expect((await drawn(marked(line, provisional))).svg).toContain('Dec 2023\u00a0[p]')
    const x = { field: 'date', type: 'temporal', axis: { ...axis, labelOverlap: true } }
    const plain = { ...line, encoding: { ...line.encoding, x } }
    // Vega may leave the label out: the line below the chart is to name the figure.
    expect(marked(plain, provisional).marked).toEqual(new Map())
  })

  test('is marked at its name', async () => {
    const bars = {
      ...{ data: { name: 'shares' }, mark: 'bar' },
      encoding: { y: { field: 'label', type: 'nominal' }, x: y },
    }
    const { svg } = await drawn(marked(bars, { 'green@2023': 'estimated' }))
    expect(svg).toContain('Green products\u00a0[e]')
    expect(svg).not.toContain('Domestic goods\u00a0[')
  })

  test('shares no mark with others that stand at the same period', () => {
    const two = {
      ...columns,
      data: { name: 'netizens, video-users' },
      encoding: { ...columns.encoding, xOffset: { field: 'label' } },
    }
    const chart = marked(two, provisional)
    expect(chart.marked).toEqual(new Map())
    expect(chart.rows.map(({ periodLabel }) => periodLabel).join()).not.toContain('[p]')
  })
})

test('a chart without marked figures is what it was', () => {
  expect(JSON.stringify(marked(labelled, {}).spec)).toBe(
    JSON.stringify(marked(labelled, { 'gap@2023-12': 'provisional' }).spec),
  )
  expect(marked(labelled, {}).marked).toBeUndefined()
  // No letters: no mark.
  expect(marked(labelled, { 'netizens@2023-12': 'derived' }).marked).toBeUndefined()
})
