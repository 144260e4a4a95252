import { describe, expect, test } from 'vitest'
import { createBoundSpecs } from '../../../src/chart/bind/bind.ts'
import { formatDiagnostic } from '../../../src/diagnostic.ts'
import { bind, bound, gapColumns, netizensLine } from '../sample.ts'

const bars = (data: string) => ({ data: { name: data }, mark: 'bar', encoding: { x: { field: 'value' } } })
const messages = (spec: object | string) => bind(spec).diagnostics.map(formatDiagnostic)

describe('rows', () => {
  test('an indicator becomes a row for each period, with numbers for Vega and words as they are printed', () => {
    expect(bound(bars('netizens')).rows.at(-1)).toEqual({
      indicator: 'netizens',
      series: 'netizens',
      label: 'Netizens',
      indicatorLabel: 'Netizens',
      category: '',
      period: '2023-12',
      periodLabel: 'Dec 2023',
      date: '2023-12-01',
      value: 1_092_000_000,
      change: 24_800_000,
      rate: 2.3,
      valueText: '1.092\u00a0billion',
      changeText: '+24.8\u00a0million',
      rateText: '+2.3%',
      valueShort: '1.092\u00a0billion',
      changeShort: '+24.8\u00a0million',
      unit: 'people',
      status: 'stated',
      current: true,
      previous: false,
      first: false,
      last: true,
      order: 4,
    })
  })

  test('a list, or several names, become the rows of all, in that order', () => {
    const order = bound(bars('shares, netizens')).rows.map((row) => row.label)
    expect([...new Set(order)]).toEqual(['Green products', 'Domestic goods', 'Netizens'])
  })

  test('the row of a whole year is the current one of a report of its December', () => {
    expect(bound(bars('domestic')).rows).toMatchObject([{ period: '2023', current: true, previous: false }])
  })

  test('a fall has a minus, a lower bound no sign; the short form leaves the unit to the subtitle', () => {
    const rows = bound(bars('gap, services')).rows.filter((row) => row.current)
    expect(rows.map((row) => [row.changeText, row.valueShort])).toEqual([
      ['\u22124.4\u00a0percentage points', '16.8'],
      ['over\u00a047\u00a0million', '973\u00a0million'],
    ])
  })

  test('data is bound wherever it is named: in layers, concatenations and lookups', () => {
    const spec = {
      hconcat: [bars('netizens'), { layer: [{ ...bars('gap') }] }],
      transform: [{ lookup: 'period', from: { data: { name: 'green' }, key: 'period', fields: ['valueText'] } }],
    }
    expect(Object.keys(bound(spec).spec.datasets ?? {})).toEqual(['netizens', 'gap', 'green'])
  })

  test('data of the spec itself is left alone', () => {
    const spec = { data: { values: [{ size: 1 }] }, mark: 'bar', encoding: { x: { field: 'size' } } }
    expect(bound(spec)).toMatchObject({ rows: [], observations: [] })
  })
})

describe('what the chart shows', () => {
  test('the observations are those of the numbers drawn, for the source line', () => {
    expect(bound(gapColumns).observations.map(({ key }) => key)).toEqual(['gap@2020-12', 'gap@2022-12', 'gap@2023-12'])
  })

  test('a filter leaves out what it leaves out', () => {
    const spec = {
      ...bars('netizens'),
      transform: [{ filter: 'datum.period === comparison || datum.period === period' }],
    }
    expect(bound(spec).observations.map(({ key }) => key)).toEqual(['netizens@2022-12', 'netizens@2023-12'])
  })

  test('changes and rates count where they are drawn', () => {
    const spec = {
      ...bars('netizens'),
      transform: [{ filter: { field: 'current', equal: true } }],
      encoding: { x: { field: 'rate' }, y: { field: 'changeText' } },
    }
    expect(bound(spec).observations.map(({ key }) => key)).toEqual(['netizens.change@2023-12', 'netizens.rate@2023-12'])
  })

  test('what a lookup brings in counts too', () => {
    const transform = [
      { lookup: 'period', from: { data: { name: 'netizens' }, key: 'period', fields: ['valueText'] }, as: ['all'] },
    ]
    const spec = { ...bars('services'), transform, encoding: { x: { field: 'value' }, y: { field: 'all' } } }
    expect(bound(spec).observations.map(({ key }) => key)).toEqual(['services@2023-12', 'netizens@2023-12'])
  })
})

describe('parameters', () => {
  test('sizes follow the medium; one spec serves both', () => {
    const specs = createBoundSpecs()
    const [slide, page] = (['slide', 'page'] as const).map((medium) => bound(gapColumns, { medium, specs }))
    expect(slide?.parameters).toMatchObject({ labelSize: 16, axisSize: 14 })
    expect(page?.parameters).toMatchObject({ labelSize: 9, axisSize: 8 })
    expect(page?.spec).toBe(slide?.spec)
  })

  test('what never ended is waited for once: neither on pages, nor are other charts tried', () => {
    const spec = { ...bars('netizens'), transform: [{ filter: 'axisSize > 0' }] }
    const specs = createBoundSpecs()
    expect(bind(spec, { medium: 'slide', specs }).value).toBeDefined()
    const stopped = { severity: 'error' as const, message: 'not done after 15 seconds: stopped' }
    for (const one of specs.byFile.values()) one.outcome = { value: undefined, diagnostics: [stopped] }
    expect(bind(spec, { medium: 'slide', specs }).diagnostics).toEqual([stopped])
    expect(bind(spec, { medium: 'page', specs })).toEqual({ value: undefined, diagnostics: [] })
    expect(bind(bars('netizens'), { medium: 'slide', specs })).toEqual({ value: undefined, diagnostics: [] })
  })

  test('dates on the axis: the first, the last, and those at the report’s time of the year', () => {
    const dates = bound(netizensLine).parameters.axisDates
    expect(dates).toEqual(['2020-03-01', '2020-12-01', '2021-12-01', '2022-12-01', '2023-12-01'].map(Date.parse))
  })
})

describe('troubles, at their place in the spec', () => {
  test('an unknown indicator', () => {
    expect(messages('{\n  "data": { "name": "netizen" },\n  "mark": "bar"\n}')).toEqual([
      [
        'charts/sample.vl.json:2:21: error: unknown indicator: netizen',
        '  2 |   "data": { "name": "netizen" },',
        '    |                     ^',
        '  expected: an indicator, a list, or several separated by commas',
        '  hint: did you mean netizens?',
      ].join('\n'),
    ])
  })

  test('an unknown field, in an encoding and in an expression', () => {
    const spec = {
      ...bars('gap'),
      transform: [{ filter: 'datum.perod === period' }],
      encoding: { x: { field: 'valeu' } },
    }
    expect(messages(spec)).toEqual([
      expect.stringMatching(
        /^charts\/sample\.vl\.json:8:16: error: unknown field: valeu\n[\s\S]*hint: did you mean value\?$/,
      ),
      expect.stringMatching(
        /^charts\/sample\.vl\.json:13:17: error: unknown field: perod\n[\s\S]*hint: did you mean period\?$/,
      ),
    ])
  })

  test('a field that a transform makes is known', () => {
    const spec = {
      ...bars('gap'),
      transform: [{ calculate: 'datum.value / 2', as: 'half' }],
      encoding: { x: { field: 'half' } },
    }
    expect(messages(spec)).toEqual([])
  })

  test('a unit that an axis asks for in vain', () => {
    const spec = {
      ...bars('gap'),
      encoding: { x: { field: 'value', axis: { formatType: 'quantity', format: 'poeple' } } },
    }
    expect(messages(spec)).toEqual([expect.stringMatching(/unknown unit: poeple\n[\s\S]*hint: did you mean people\?$/)])
  })

  test('a parameter that would hide one of the report’s', () => {
    expect(messages({ ...bars('gap'), params: [{ name: 'accent', value: 'red' }] })).toEqual([
      expect.stringContaining('parameter is given by the report: accent'),
    ])
  })

  test('text that is not JSON, and JSON that is no spec', () => {
    expect(messages('{\n  "mark": "bar",\n}')).toEqual([
      expect.stringMatching(/^charts\/sample\.vl\.json:3:1: error: not valid JSON/),
    ])
    expect(messages('[]')).toEqual([expect.stringContaining('not a Vega-Lite spec')])
    expect(messages('')).toEqual([expect.stringContaining('an empty file')])
  })

  test('all at once', () => {
    expect(messages({ ...bars('gip'), encoding: { x: { field: 'valeu' } } })).toHaveLength(2)
  })
})
