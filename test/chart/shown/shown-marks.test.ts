import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Chart } from '../../../src/chart/types.ts'
import { bind, bound } from '../sample.ts'

const keys = (chart: Chart) => chart.observations.map(({ key }) => key)
const shown = (spec: object) => keys(bound(spec))
const workedOut = (spec: object) => [...(bound(spec).workedOut ?? [])]
const alt = (spec: object) => bound(spec).alt.replaceAll('\u00a0', ' ')
const onAxis = (field: string) => ({ field, type: 'quantitative' })

/** Netizens of five Decembers, 904 million to 1.092 billion. */
const columns = (...transform: object[]) => ({
  data: { name: 'netizens' },
  transform,
  mark: 'bar',
  encoding: { x: { field: 'periodLabel' }, y: onAxis('value') },
})
const all = ['2020-03', '2020-12', '2021-12', '2022-12', '2023-12'].map((period) => `netizens@${period}`)
const [, , , before = '', now = ''] = all

describe('bars that stand where others end', () => {
  const steps = (start: string) => ({
    data: { name: 'netizens' },
    transform: [
      { window: [{ op: 'sum', field: 'value', as: 'end' }], sort: [{ field: 'date' }] },
      { calculate: start, as: 'start' },
    ],
    mark: 'bar',
    encoding: { x: { field: 'periodLabel' }, y: onAxis('start'), y2: { field: 'end' } },
  })

  test('are as long as their figures, and draw these', () => {
    expect(bound(steps('datum.end - datum.value')).derivedMarks).toBeUndefined()
  })

  test.each(['datum.end - datum.value * 2', 'datum.end + datum.value * 0.5'])(
    'or draw what is worked out: %s',
    (start) => {
      expect(bound(steps(start)).derivedMarks).toEqual(['bar'])
    },
  )
})

describe('a filter leaves out of everything what it leaves out of the drawing', () => {
  test.each<[string, unknown, string[]]>([
    ['gt', { field: 'value', gt: 1_050_000_000 }, [before, now]],
    ['range', { field: 'value', range: [1_000_000_000, 1_070_000_000] }, all.slice(2, 4)],
    ['timeUnit', { timeUnit: 'year', field: 'date', gte: 2022 }, [before, now]],
    ['oneOf', { field: 'period', oneOf: ['2020-03', '2021-12'] }, ['netizens@2020-03', 'netizens@2021-12']],
    ['a date', 'year(datum.date) >= 2022', [before, now]],
    ['an exponent', 'datum.value >= 1.05e9', [before, now]],
    ['arithmetic', 'datum.value > 525000000 * 2', [before, now]],
    ['a function', 'substring(datum.period, 4) === substring(period, 4)', all.slice(1)],
    ['a regular expression', 'test(/^2022/, datum.period)', [before]],
    ['a negation', { not: { or: [{ field: 'current', equal: true }, 'datum.value < 1e9'] } }, all.slice(2, 4)],
    ['a ternary', 'datum.current ? true : datum.previous', [before, now]],
    ['a list', 'indexof(["2023-12"], datum.period) >= 0', [now]],
    ['the dates of the axis', 'indexof(axisDates, time(datum.date)) >= 0', all],
  ])('%s', (_, filter, left) => {
    expect(shown(columns({ filter }))).toEqual(left)
  })

  test('alternative text says the rows that are left', () => {
    expect(alt(columns({ filter: 'datum.value >= 1e9' }))).toBe(
      'Column chart of netizens, December 2021 to December 2023: from 1.032 billion to 1.092 billion, rising throughout.',
    )
  })

  test('a parameter of the spec, a field made before, and a window count', () => {
    const params = [{ name: 'least', expr: '500e6 * 2' }]
    expect(shown({ params, ...columns({ filter: 'datum.value > least' }) })).toEqual(all.slice(2))
    const half = { calculate: 'datum.value / 2', as: 'half' }
    expect(shown(columns(half, { filter: { field: 'half', gt: 530_000_000 } }))).toEqual([before, now])
    const rank = { window: [{ op: 'row_number', as: 'rank' }], sort: [{ field: 'value', order: 'descending' }] }
    expect(shown(columns(rank, { filter: 'datum.rank <= 2' }))).toEqual([before, now])
  })

  test('what differs from slide to page is asked of each', () => {
    const spec = columns({ filter: "medium === 'slide' || datum.current" })
    expect(keys(bound(spec, { medium: 'slide' }))).toEqual(all)
    expect(keys(bound(spec, { medium: 'page' }))).toEqual([now])
  })
})

describe('a figure in other units is the figure', () => {
  test.each([
    ['in millions', 'datum.value / 1e6'],
    ['to the left of the axis', '-datum.value'],
  ])('%s', (_, calculate) => {
    const spec = { ...columns({ calculate, as: 'drawn' }), encoding: { x: { field: 'period' }, y: onAxis('drawn') } }
    expect(shown(spec)).toEqual(all)
    expect(workedOut(spec)).toEqual([])
    expect(alt(spec)).toContain('from 904 million to 1.092 billion')
  })

  test('stacked, each in its place', () => {
    const spec = {
      ...columns({ filter: 'datum.current' }),
      data: { name: 'netizens, video-users' },
      encoding: { x: { field: 'periodLabel' }, y: onAxis('value'), color: { field: 'label' } },
    }
    expect(shown(spec)).toEqual([now, 'video-users@2023-12'])
    expect(workedOut(spec)).toEqual([])
  })

  test('the sum of one, as Vega-Lite draws what is grouped', () => {
    const y = { aggregate: 'sum', ...onAxis('value') }
    const spec = { ...columns(), encoding: { x: { field: 'periodLabel' }, y } }
    expect(shown(spec)).toEqual(all)
    expect(workedOut(spec)).toEqual([])
    expect(alt(spec)).toContain('from 904 million to 1.092 billion')
  })
})

describe('what is worked out from figures keeps them', () => {
  const aggregated = (op: string) => ({
    ...columns({ filter: 'datum.value > 1e9' }),
    encoding: { x: { field: 'label' }, y: { aggregate: op, ...onAxis('value') } },
  })

  test.each(['mean', 'sum', 'median', 'stdev'])('%s', (op) => {
    expect(shown(aggregated(op))).toEqual(all.slice(2))
    expect(workedOut(aggregated(op))).toEqual(all.slice(2))
    // No number is said that is not drawn.
    expect(alt(aggregated(op))).toBe('Column chart of netizens, December 2021 to December 2023.')
  })

  test.each(['min', 'max'])('%s, which is one of them', (op) => {
    expect(shown(aggregated(op))).toEqual([op === 'max' ? now : all[2]])
    expect(workedOut(aggregated(op))).toEqual([])
  })

  test('a count, which uses none of their numbers', () => {
    const spec = { ...columns(), encoding: { x: { field: 'label' }, y: { aggregate: 'count' } } }
    expect(workedOut(spec)).toEqual(all)
    expect(alt(spec)).toBe('Column chart of netizens, March 2020 to December 2023.')
  })

  test('a quotient of two of their numbers', () => {
    const spec = {
      ...columns({ filter: 'datum.current' }, { calculate: 'datum.change / datum.value', as: 'share' }),
      encoding: { x: { field: 'periodLabel' }, y: onAxis('share') },
    }
    expect(workedOut(spec)).toEqual([now, 'netizens.change@2023-12'])
  })

  test('shares of a stack', () => {
    const y = { ...onAxis('value'), stack: 'normalize' }
    const spec = {
      ...columns({ filter: 'datum.current' }),
      data: { name: 'netizens, video-users' },
      encoding: { x: { field: 'periodLabel' }, y, color: { field: 'label' } },
    }
    expect(workedOut(spec)).toEqual([now, 'video-users@2023-12'])
  })

  test('an aggregate of aggregates, after a filter between', () => {
    const spec = {
      ...columns(
        { aggregate: [{ op: 'mean', field: 'value', as: 'level' }], groupby: ['indicator', 'period'] },
        { filter: "datum.period >= '2022'" },
        { aggregate: [{ op: 'sum', field: 'level', as: 'level' }], groupby: ['indicator'] },
      ),
      encoding: { x: { field: 'indicator' }, y: onAxis('level') },
    }
    expect(workedOut(spec)).toEqual([before, now])
  })

  test.each<[string, object[], object]>([
    ['a running total', [{ window: [{ op: 'sum', field: 'value', as: 'total' }] }], onAxis('total')],
    ['the mean beside each', [{ joinaggregate: [{ op: 'mean', field: 'value', as: 'mean' }] }], onAxis('mean')],
    ['a density', [{ density: 'value', steps: 10 }], onAxis('density')],
    ['quantiles', [{ quantile: 'value', step: 0.25 }], onAxis('value')],
    ['a trend line', [{ regression: 'value', on: 'date' }], onAxis('value')],
    ['a smooth line', [{ loess: 'value', on: 'date' }], onAxis('value')],
    ['a pivot', [{ pivot: 'label', value: 'value', groupby: ['unit'] }], onAxis('Netizens')],
    ['bins', [{ bin: { maxbins: 3 }, field: 'value', as: 'bin' }], onAxis('bin')],
  ])('%s', (_, transform, y) => {
    const spec = { ...columns(...transform), mark: 'point', encoding: { y } }
    expect(shown(spec)).toEqual(all)
    expect(workedOut(spec).length).toBeGreaterThan(0)
    expect(alt(spec)).toMatch(/^(Dot chart|Chart).*netizens/)
  })

  test('a mean over all of them beside the latest: the text says what is drawn as it is', () => {
    const spec = {
      data: { name: 'netizens' },
      layer: [
        {
          transform: [{ filter: "datum.period >= '2021'" }],
          mark: 'line',
          encoding: { x: { field: 'date' }, y: onAxis('value') },
        },
        { mark: 'rule', encoding: { y: { aggregate: 'mean', ...onAxis('value') } } },
      ],
    }
    expect(shown(spec).toSorted()).toEqual(all)
    expect(workedOut(spec)).toEqual(all.slice(0, 2))
    expect(alt(spec)).toContain('from 1.032 billion to 1.092 billion')
  })
})

describe('rows that transforms make, join and split', () => {
  test('a fold shows the number that each of its rows is of', () => {
    const fold = { fold: ['value', 'change'], as: ['what', 'number'] }
    const encoding = { x: { field: 'what' }, y: onAxis('number') }
    const spec = (filter: string) => ({ ...columns({ filter: 'datum.current' }, fold, { filter }), encoding })
    expect(shown(spec('true'))).toEqual([now, 'netizens.change@2023-12'])
    expect(shown(spec("datum.what === 'change'"))).toEqual(['netizens.change@2023-12'])
  })

  test('a lookup shows what it found, and only of what it shows', () => {
    const lookup = (fields: string[], as: string[]) => ({
      lookup: 'period',
      from: { data: { name: 'netizens' }, key: 'period', fields },
      as,
    })
    const spec = (transform: object, x: string) => ({
      ...{ data: { name: 'gap' }, transform: [{ filter: 'datum.current' }, transform], mark: 'point' },
      encoding: { x: onAxis(x), y: onAxis('value') },
    })
    expect(shown(spec(lookup(['change'], ['other']), 'other'))).toEqual(['gap@2023-12', 'netizens.change@2023-12'])
    expect(shown(spec(lookup(['change'], ['other']), 'value'))).toEqual(['gap@2023-12'])
    const whole = { lookup: 'period', from: { data: { name: 'netizens' }, key: 'period' }, as: 'all' }
    expect(shown(spec(whole, 'all.rate'))).toEqual(['gap@2023-12', 'netizens.rate@2023-12'])
    const difference = { calculate: 'datum.value - datum.other', as: 'gone' }
    const both = { ...spec(lookup(['value'], ['other']), 'gone') }
    expect(workedOut({ ...both, transform: [...both.transform, difference] })).toEqual(['netizens@2023-12'])
  })

  test('a lookup in a file of the report, and a filter by what it found', () => {
    const folder = mkdtempSync(join(tmpdir(), 'briefwright-'))
    writeFileSync(join(folder, 'kept.csv'), 'period,kept\n2022-12,yes\n2023-12,no\n')
    const lookup = { lookup: 'period', from: { data: { url: 'kept.csv' }, key: 'period', fields: ['kept'] } }
    const { value } = bind(columns(lookup, { filter: "datum.kept === 'yes'" }), { folder })
    expect(value && keys(value)).toEqual([before])
    expect(bind(columns(lookup), { folder: join(folder, 'nowhere') }).diagnostics[0]?.message).toContain('kept.csv')
  })

  test('gaps that are filled in', () => {
    const impute = { impute: 'value', key: 'period', keyvals: ['2019-12'], method: 'mean', groupby: ['label'] }
    const spec = { ...columns(impute), encoding: { x: { field: 'period' }, y: onAxis('value') } }
    expect(shown(spec)).toEqual(all)
    expect(alt(spec)).toContain('netizens')
  })

  test('facets and views side by side, each with its own', () => {
    const facet = { ...columns(), data: { name: 'netizens, gap' }, transform: [{ filter: 'datum.current' }] }
    const encoding = { ...facet.encoding, row: { field: 'label' } }
    expect(shown({ ...facet, encoding })).toEqual([now, 'gap@2023-12'])
    const { data, ...view } = columns({ filter: 'datum.previous' })
    expect(shown({ data, hconcat: [view, { ...view, transform: [{ filter: 'datum.current' }] }] })).toEqual([
      before,
      now,
    ])
    expect(shown({ data, facet: { field: 'label' }, spec: view })).toEqual([before])
    expect(
      shown({
        data,
        repeat: ['value', 'rate'],
        spec: { ...view, encoding: { y: { field: { repeat: 'repeat' }, type: 'quantitative' } } },
      }),
    ).toEqual([before])
  })

  test('box plots and error bars', () => {
    const box = { ...columns(), mark: 'boxplot', encoding: { x: { field: 'label' }, y: onAxis('value') } }
    expect(shown(box).toSorted()).toEqual(all)
    expect(workedOut({ ...box, mark: { type: 'errorbar', extent: 'stdev' } })).toEqual(all)
  })

  test('a printed form within other words', () => {
    const spec = {
      ...columns({ filter: 'datum.current' }, { calculate: "datum.label + ' ' + datum.rateText", as: 'words' }),
      mark: 'text',
      encoding: { text: { field: 'words' } },
    }
    expect(shown(spec)).toEqual(['netizens.rate@2023-12'])
  })

  test('what only a condition or a tip reads is not shown', () => {
    const condition = { test: 'datum.rate > 1', value: 'red' }
    const encoding = {
      x: { field: 'periodLabel' },
      y: onAxis('value'),
      color: { condition, value: 'grey' },
      tooltip: { field: 'change' },
    }
    expect(shown({ ...columns({ filter: 'datum.current' }), encoding })).toEqual([now])
  })
})

describe('in a second language', () => {
  const inBoth = (spec: object) => ['en', 'zh'].map((language) => bound(spec, { language }))
  const shownInBoth = (spec: object) => inBoth(spec).map(keys)

  test('marks that words do not decide are the same, and said in its words', () => {
    const spec = {
      ...columns({ filter: 'datum.current' }, { calculate: "datum.label + ' ' + datum.valueText", as: 'words' }),
      encoding: { x: { field: 'label' }, y: onAxis('value'), text: { field: 'words' } },
    }
    expect(inBoth(spec).map(({ alt, observations }) => [alt, observations.map(({ key }) => key)])).toEqual([
      ['Column chart of netizens, December 2023: 1.092\u00a0billion.', [now]],
      ['柱状图：网民规模，2023年12月，10.92亿。', [now]],
    ])
  })

  test.each<[string, object[], string[], string[]]>([
    ['a filter', [{ filter: "datum.label === 'Netizens'" }], all, []],
    [
      'a word made of words',
      [{ calculate: 'datum.label + 1', as: 'a' }, { filter: "datum.a === 'Netizens1'" }],
      all,
      [],
    ],
    ['a printed number', [{ filter: 'test(/billion/, datum.valueText)' }], all.slice(2), []],
    ['a format', [{ filter: "test(/billion/, quantity(datum.value, 'people'))" }], all.slice(2), []],
    [
      'groups by how periods are said',
      [
        { calculate: "substring(datum.periodLabel, 0, 3) === 'Dec'", as: 'group' },
        { window: [{ op: 'count', as: 'place' }], groupby: ['group'] },
        { filter: 'datum.place === 4' },
      ],
      [now],
      [before],
    ],
  ])('what words decide is asked of its words: %s', (_, transform, english, chinese) => {
    expect(shownInBoth(columns(...transform))).toEqual([english, chinese])
  })
})

test('names down the side have room beside bars of a given thickness too', () => {
  const room = (mark: string | object) =>
    bound({
      data: { name: 'netizens' },
      mark,
      encoding: { x: onAxis('value'), y: { field: 'periodLabel' } },
    }).parameters.nameWidth
  expect(room({ type: 'bar', height: 8 })).toBe(room('bar'))
  expect(room('bar')).toBeGreaterThan(0)
})
