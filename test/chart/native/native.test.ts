import { describe, expect, test } from 'vitest'
import { drawChart } from '../../../src/chart/draw/draw.ts'
import type { NativeChart, NativePlot } from '../../../src/chart/native/native-types.ts'
import { boundSpec, getNative, getSheet, nativeChart, oneNative } from '../native-sample.ts'
import { bound, gapColumns, netizensLine, options } from '../sample.ts'

const letters = { values: ['A', 'B', 'C'].map((a, index) => ({ a, b: [28, 55, 43][index] })) }
const x = { field: 'a', type: 'nominal' }
const y = { field: 'b', type: 'quantitative' }

async function spec(name: string): Promise<NativeChart> {
  return oneNative(boundSpec(name))
}

const onlyPlot = ({ plots }: NativeChart): NativePlot => plots[0] ?? Reflect.apply(expect.unreachable, expect, [])

describe('bars', () => {
  test('of quarters are called by these, also where the axis leaves one out, and a quarter without a bar is no month', async () => {
    const rows = [
      ['2024-10-01', 'Q4 2024', 4300],
      ['2025-07-01', 'Q3 2025', 4480],
      ['2025-10-01', 'Q4 2025', 4520],
    ]
    const values = rows.map(([date, periodLabel, b]) => ({ date, periodLabel, b }))
    const labelExpr = "'Q' + utcquarter(datum.value) + ' ' + utcyear(datum.value)"
    const axis = { values: { expr: '[utc(2024, 9), utc(2025, 9)]' }, labelExpr }
    const { columns } = await nativeChart({
      data: { values, format: { parse: { date: "utc:'%Y-%m-%d'" } } },
      mark: { type: 'bar', size: 20 },
      encoding: { x: { field: 'date', type: 'temporal', scale: { type: 'utc' }, axis }, y },
    })
    expect(columns[0]?.cells).toEqual(['Q4 2024', '', '', 'Q3 2025', 'Q4 2025'])
  })

  test('have the gaps that Vega gives them', async () => {
    const plot = onlyPlot(await nativeChart({ data: letters, mark: 'bar', encoding: { x, y } }))
    // Paddings of 0.4 leave 0.6 of a step to the bar: a gap of two thirds of its width.
    expect(plot).toMatchObject({ kind: 'bar', direction: 'column', grouping: 'standard', gapWidth: 67 })
  })

  test('side by side touch, one group from the next apart', async () => {
    expect(onlyPlot(await spec('bar-grouped'))).toMatchObject({ grouping: 'standard', overlap: 0 })
  })

  test('side by side by the id of what colours them are called as the legend does', async () => {
    const values = ['a', 'b'].flatMap((place) =>
      [2024, 2025].map((year) => ({ place, value: year, period: `${year}-12`, periodLabel: `Dec ${year}` })),
    )
    const own = { x: { field: 'place' }, xOffset: { field: 'period' }, y: { field: 'value', type: 'quantitative' } }
    const native = await nativeChart({
      data: { values },
      mark: 'bar',
      encoding: { ...own, color: { field: 'periodLabel' } },
    })
    expect(native.columns.map(({ header }) => header)).toEqual([' ', 'Dec 2024', 'Dec 2025'])
  })

  test('are stacked in the order that Vega stacks them', async () => {
    expect(onlyPlot(await spec('bar-stacked'))).toMatchObject({ grouping: 'stacked', overlap: 100 })
    expect((await spec('bar-stacked')).columns.map(({ header }) => header)).toEqual([' ', 'z', 'y', 'x'])
    expect(onlyPlot(await spec('bar-normalized'))).toMatchObject({ grouping: 'percentStacked' })
  })

  test('by a condition: one bar stands out', async () => {
    const [series] = onlyPlot(await spec('bar-highlight')).series
    expect(series?.fill?.color).toBe('#9fb0c0')
    expect(series?.points).toEqual([{ index: 3, fill: { color: '#0b5fa5', opacity: 1 } }])
  })

  test('lying down are read from the top', async () => {
    const native = await spec('bar-horizontal')
    expect(onlyPlot(native)).toMatchObject({ direction: 'bar' })
    expect(native.axes?.primary.category.reversed).toBe(true)
  })

  test('before a wider track are a plot of their own', async () => {
    const { plots, axes } = await spec('bar-target-overlay')
    expect(plots.map((plot) => [plot.kind, plot.axes])).toEqual([
      ['bar', 'primary'],
      ['bar', 'secondary'],
    ])
    expect(axes?.secondary?.value).toMatchObject({
      shown: false,
      min: axes?.primary.value.min,
      max: axes?.primary.value.max,
    })
  })
})

test('fields are read by any name', async () => {
  const nested = {
    data: { values: [{ a: { c: 'A' }, b: { d: 5 } }] },
    mark: 'bar',
    encoding: { x: { field: 'a.c' }, y: { field: 'b.d', type: 'quantitative' } },
  }
  expect(getSheet(await nativeChart(nested))[1]).toEqual(['A', 5])
  const odd = {
    data: { values: [{ 'a.c': 'A', 'b[1]': 5 }] },
    mark: 'bar',
    encoding: { x: { field: 'a\\.c' }, y: { field: 'b\\[1\\]', type: 'quantitative' } },
  }
  expect(getSheet(await nativeChart(odd))[1]).toEqual(['A', 5])
})

test('one stack without a name is a chart', async () => {
  const native = await nativeChart({ data: letters, mark: 'bar', encoding: { y, color: x } })
  expect(onlyPlot(native)).toMatchObject({ grouping: 'stacked', series: [{}, {}, {}] })
})

describe('lines', () => {
  test('over time stand on an axis of dates', async () => {
    const native = await spec('line')
    expect(native.axes?.primary.category).toMatchObject({ kind: 'date', atEdges: true })
    expect(native.columns[0]?.format).toBe('[$-409]mmm yyyy')
  })

  test('break where a value is missing, and run on where there is no row', async () => {
    expect((await spec('line-gap')).blanks).toBe('gap')
    const uneven = {
      values: [...letters.values.map((row) => ({ ...row, s: 1 })), { a: 'A', b: 1, s: 2 }, { a: 'C', b: 2, s: 2 }],
    }
    const encoding = { x, y, color: { field: 's', type: 'nominal' } }
    expect((await nativeChart({ data: uneven, mark: 'line', encoding })).blanks).toBe('span')
  })

  test('have points as markers', async () => {
    const [series] = onlyPlot(await spec('line-ordinal')).series
    expect(series?.marker).toMatchObject({ shape: 'circle' })
  })

  test('with a scale of their own have a second axis', async () => {
    const { plots, axes } = await spec('bar-and-line-two-axes')
    expect(plots.map((plot) => [plot.kind, plot.axes])).toEqual([
      ['bar', 'primary'],
      ['line', 'secondary'],
    ])
    expect(axes?.secondary?.value).toMatchObject({ side: 'right', title: { text: 'Temperature, °C' } })
  })

  test('by dashes have dashes', async () => {
    const dashes = onlyPlot(await spec('line-dash')).series.map(({ line }) => line?.dash)
    expect(dashes).toEqual(['solid', 'dot'])
  })
})

describe('what floats', () => {
  test('stands on a series that is not seen', async () => {
    const native = await spec('bar-range')
    const plot = onlyPlot(native)
    expect(plot).toMatchObject({ kind: 'bar', direction: 'bar', grouping: 'stacked', overlap: 100 })
    expect(plot.series.map(({ isUnseen, fill }) => [isUnseen, fill?.color])).toEqual([
      [true, undefined],
      [false, expect.any(String)],
    ])
    // Beginning, length and end, for who opens the sheet.
    expect(getSheet(native).slice(0, 2)).toEqual([
      [' ', 'start', 'end − start', 'end'],
      ['A', 1, 2, 3],
    ])
  })

  test('from below zero to above it is parted there, under one name in the legend', async () => {
    const native = await spec('bar-range-stacked')
    const seen = onlyPlot(native).series.map(({ values }) => native.columns[values]?.header)
    expect(seen).toEqual(['Disagree', 'Neutral', 'Agree', 'Neutral < 0', 'Disagree < 0'])
    // Lying bars of which some are not to be named: the legend is drawn, figure by figure.
    expect(native.legend).toBeUndefined()
    const words = native.shapes.flatMap((shape) => (shape.type === 'text' ? [shape.text] : []))
    expect(words).toEqual(expect.arrayContaining(['Disagree', 'Neutral', 'Agree']))
  })

  test('in time is counted in days', async () => {
    const native = await spec('bar-range-dates')
    expect(native.columns.map(({ header, format }) => [header, format])).toEqual([
      [' ', 'General'],
      ['start', 'yyyy-mm-dd'],
      ['end − start', '0.##'],
      ['end', 'yyyy-mm-dd'],
    ])
  })

  test('as a band lies under its line', async () => {
    const { plots } = await spec('area-band')
    expect(plots.map(({ kind, series }) => [kind, series.map(({ isUnseen }) => isUnseen)])).toEqual([
      ['area', [true, false]],
      ['line', [false]],
    ])
  })

  test('as a band that begins late has no breadth before', async () => {
    const values = [2020, 2021, 2022, 2023].map((year, index) => ({
      ...{ t: `${year}-01-01`, v: index + 2 },
      ...(index < 2 ? {} : { low: index + 1, high: index + 4 }),
    }))
    const time = { field: 't', type: 'temporal' }
    const native = await nativeChart({
      data: { values },
      encoding: { x: time },
      layer: [
        {
          transform: [{ filter: 'isValid(datum.low)' }],
          mark: 'area',
          encoding: { y: { field: 'low', type: 'quantitative' }, y2: { field: 'high' } },
        },
        { mark: 'line', encoding: { y: { field: 'v', type: 'quantitative' } } },
      ],
    })
    // Its edge is the day before.
    expect(getSheet(native).map(([, low, breadth, , v]) => [low, breadth, v])).toEqual([
      ['low', 'high − low', 'v'],
      [3, 0, 2],
      [3, 0, 3],
      [3, 0, null],
      [3, 3, 4],
      [4, 3, 5],
    ])
    expect(native.blanks).toBe('span')
  })

  test('over itself is a picture', async () => {
    const values = [
      { a: 'A', from: 1, to: 5, s: 1 },
      { a: 'A', from: 2, to: 6, s: 2 },
    ]
    const encoding = {
      x,
      y: { field: 'from', type: 'quantitative' },
      y2: { field: 'to' },
      color: { field: 's', type: 'nominal' },
    }
    await expect(nativeChart({ data: { values }, mark: 'bar', encoding })).rejects.toThrow(
      'its ranges cover each other',
    )
  })
})

describe('error bars', () => {
  test('are rules through points, with their lengths in the sheet', async () => {
    const native = await spec('point-error-bars')
    expect(onlyPlot(native).series[0]?.errorBars).toMatchObject({
      direction: 'y',
      lengths: { type: 'columns', minus: 2, plus: 3 },
    })
    expect(native.shapes.filter(({ type }) => type === 'rule')).toEqual([])
    expect(getSheet(native).slice(0, 2)).toEqual([
      [' ', 'Rate, %', 'Rate, % − lo', 'hi − Rate, %'],
      ['2018', 5, 0.9, 0.8],
    ])
  })

  test('from zero are the stems of lollipops', async () => {
    expect(onlyPlot(await spec('lollipop')).series[0]?.errorBars?.lengths).toEqual({ type: 'toZero' })
    const lying = await spec('lollipop-horizontal')
    expect(onlyPlot(lying).series[0]?.errorBars).toMatchObject({ direction: 'x', lengths: { type: 'toZero' } })
    expect(getSheet(lying)[0]).toEqual(['a', 'b', 'a #'])
  })

  test('of one length are ticks', async () => {
    const [series] = onlyPlot(await spec('strip-ticks')).series
    expect(series?.marker).toBeUndefined()
    expect(series?.errorBars).toMatchObject({ direction: 'y', lengths: { type: 'same' } })
  })

  test('through points that stand over names are lines from end to end', async () => {
    const native = await spec('dot-error-bars')
    expect(onlyPlot(native).series.map(({ line, marker }) => [line?.dash, marker?.shape])).toEqual([
      ['solid', undefined],
      [undefined, 'circle'],
    ])
  })
})

describe('bubbles', () => {
  test('are as large as in Vega, whichever of them is edited: one that is not seen measures them', async () => {
    const plot = onlyPlot(await spec('bubble'))
    expect(plot).toMatchObject({ kind: 'bubble', scale: 100 })
    expect(plot.series.map(({ isUnseen, inLegend }) => [isUnseen, inLegend])).toEqual([
      [false, false],
      [true, false],
    ])
  })

  test('have a legend of their sizes, drawn as large as they are', async () => {
    const values = [30, 60, 90].map((size, index) => ({ across: index, up: index, size }))
    const encoding = {
      x: { field: 'across', type: 'quantitative' },
      y: { field: 'up', type: 'quantitative' },
      size: { field: 'size', type: 'quantitative', legend: { orient: 'right' } },
    }
    const { shapes, columns, plots, plotArea } = await nativeChart({ data: { values }, mark: 'circle', encoding })
    const largest = Number(columns[plots[0]?.series[1]?.sizes ?? 0]?.cells[0])
    const whole = Math.min(plotArea.width, plotArea.height) / 4
    const figures = shapes.filter(({ type }) => type === 'figure')
    const words = shapes.flatMap((shape) => (shape.type === 'text' ? [Number(shape.text.replaceAll(',', ''))] : []))
    const sizes = words.filter((value) => value > 0)
    const drawn = figures.flatMap((shape) => (shape.type === 'figure' ? [shape.box.width] : [])).slice(-sizes.length)
    expect(sizes.length).toBeGreaterThan(1)
    for (const [index, width] of drawn.entries())
      expect(width).toBeCloseTo(whole * Math.sqrt((sizes[index] ?? 0) / largest), 0)
  })
})

describe('colours that run on', () => {
  test('have their legend drawn, and their numbers in the sheet', async () => {
    const { shapes, columns } = await spec('scatter-continuous-color')
    const figures = shapes.flatMap((shape) =>
      shape.type === 'figure' ? [shape.fill?.gradient?.stops.length ?? 0] : [],
    )
    expect(figures).toEqual([expect.any(Number)])
    expect(figures[0]).toBeGreaterThan(1)
    expect(columns.map(({ header }) => header)).toEqual(['hp', 'mpg', 'weight'])
  })

  test('fill areas from below', async () => {
    const fills = (await spec('area-gradient')).plots.flatMap(({ series }) => series.flatMap(({ fill }) => fill ?? []))
    expect(fills[0]?.gradient).toEqual({
      angle: 270,
      stops: [
        { at: 0, color: 'white' },
        { at: 1, color: 'darkgreen' },
      ],
    })
  })
})

test('a line in steps has its corners as points', async () => {
  const native = await spec('line-step-ordinal')
  expect(onlyPlot(native).kind).toBe('scatter')
  expect(
    getSheet(native)
      .slice(1, 4)
      .map(([year, , bank]) => [year, bank]),
  ).toEqual([
    ['2016', 2.5],
    ['2017', 2.5],
    ['2017', 1.25],
  ])
})

describe('hours and minutes', () => {
  test('of lines lie on an axis of numbers that says times', async () => {
    const values = [0, 15, 30, 45, 60].map((minute, v) => ({ t: Date.UTC(2024, 4, 1, 9, minute), v }))
    const axis = { format: '%H:%M', tickCount: { interval: 'minutes', step: 20 }, title: 'Time' }
    const encoding = { x: { field: 't', type: 'temporal', axis }, y: { field: 'v', type: 'quantitative' } }
    const native = await nativeChart({ data: { values }, mark: 'line', encoding })
    expect(native.axes?.primary.category).toMatchObject({ kind: 'value', format: 'hh:mm', labels: true })
    // Never a little before the minute, for Excel would say the one before.
    expect((native.axes?.primary.category.step ?? 0) * 24 * 60).toBeGreaterThanOrEqual(20)
    expect(native.columns[0]).toMatchObject({ header: 'Time', format: 'hh:mm' })
  })

  test('of bars are names of categories', async () => {
    const native = await spec('bar-hours')
    expect(getSheet(native)[2]?.[0]).toBe('01:00')
  })
})

describe('rectangles from edge to edge', () => {
  const shaded = (color: string, times = 1) =>
    nativeChart({
      layer: [
        {
          data: { values: Array(times).fill({ from: '2020-01-01', to: '2020-07-01' }) },
          mark: { type: 'rect', color },
          encoding: { x: { field: 'from', type: 'temporal' }, x2: { field: 'to' } },
        },
        {
          data: { values: [1, 4, 7, 10].map((month, b) => ({ t: Date.UTC(2020, month - 1, 1), b })) },
          mark: 'line',
          encoding: { x: { field: 't', type: 'temporal' }, y },
        },
      ],
    })

  test('are shapes that let the lines through', async () => {
    const { shapes, plotArea } = await shaded('#eeeeee')
    const fill = { color: '#000000', opacity: 0.067 }
    expect(shapes.filter(({ type }) => type === 'figure')).toMatchObject([{ fill, box: { height: plotArea.height } }])
  })

  test('which a layer draws anew for each row, are one', async () => {
    const { shapes } = await shaded('#eeeeee', 8)
    expect(shapes.filter(({ type }) => type === 'figure')).toHaveLength(1)
  })

  test('that would hide them make a picture', async () => {
    await expect(shaded('#003366')).rejects.toThrow('it draws rectangles behind its data')
  })
})

test('points beside dates in their order are called as the axis calls these', async () => {
  const values = [
    { d: '2020-01-01', a: 3 },
    { d: '2021-01-01', a: 5 },
  ]
  const own = { x: { field: 'a', type: 'quantitative' }, y: { field: 'd', type: 'ordinal', timeUnit: 'year' } }
  const native = await nativeChart({ data: { values }, mark: 'point', encoding: own })
  expect(native.columns[0]?.cells).toEqual(['2020', '2021'])
})

test('areas stacked in the order of their parts are called by these, and not by their places', async () => {
  const values = ['Urology', 'Neurology'].flatMap((unitLabel, unitOrder) =>
    ['2020', '2021'].map((year, at) => ({ unitLabel, unitOrder, year, n: 3 + at + unitOrder })),
  )
  const native = await nativeChart({
    data: { values },
    mark: 'area',
    encoding: {
      x: { field: 'year', type: 'ordinal' },
      y: { field: 'n', type: 'quantitative' },
      color: { field: 'unitLabel', sort: { field: 'unitOrder' } },
      order: { field: 'unitOrder' },
    },
  })
  expect(native.columns.map(({ header }) => header).sort()).toEqual([' ', 'Neurology', 'Urology'])
})

test('words at places are points that are not seen, with labels', async () => {
  const [series] = onlyPlot(await spec('scatter-words')).series
  expect(series?.marker).toBeUndefined()
  expect(series?.labels[0]).toMatchObject({ text: 'Europe', position: 'ctr' })
})

describe('words', () => {
  test('over bars are their labels, said by the number', async () => {
    const [series] = onlyPlot(await spec('bar-labels')).series
    expect(series?.labels.map(({ text, format, position, offset }) => [text, format, position, offset])).toEqual(
      ['28.0', '55.0', '43.0', '91.0', '81.0', '53.0'].map((text) => [text, '0.0', 'outEnd', undefined]),
    )
  })

  test('inside bars stand inside them', async () => {
    const [series] = onlyPlot(await spec('bar-labels-inside')).series
    expect(series?.labels[0]).toMatchObject({ position: 'inEnd', font: { paint: { color: 'white' } } })
  })

  test('at the ends of lines are labels of their last points', async () => {
    const labels = onlyPlot(await spec('line-end-labels')).series.map((series) => series.labels)
    expect(labels.map((one) => one.map(({ index, text, position }) => [index, text, position]))).toEqual([
      [[5, 'AAA', 'r']],
      [[5, 'BBB', 'r']],
    ])
  })

  test('of the report say what the dataset prints', async () => {
    const native = await oneNative(bound(netizensLine))
    // Number and word are kept on one line.
    const format = '0.000,,,"\u00a0billion"'
    expect(onlyPlot(native).series[0]?.labels).toMatchObject([{ text: '1.092\u00a0billion', format }])
    expect(native.columns[1]).toMatchObject({ header: 'Netizens', format })
  })

  test('at no value stay where they are', async () => {
    const layer = [
      { mark: 'bar', encoding: { x, y } },
      { mark: { type: 'text', x: 100, y: 20 }, encoding: { text: { datum: 'A remark' } }, data: { values: [{}] } },
    ]
    const { shapes } = await nativeChart({ data: letters, layer })
    expect(shapes).toMatchObject([{ type: 'text', text: 'A remark' }])
  })
})

describe('axes', () => {
  test('begin at a multiple of their step, for PowerPoint counts from there', async () => {
    const encoding = { x, y: { ...y, scale: { domain: [23, 61], nice: false }, axis: { tickCount: 4, grid: true } } }
    const native = await nativeChart({ data: letters, mark: 'point', encoding })
    expect(native.axes?.primary.value).toMatchObject({ min: 20, max: 61, step: 10, format: '0' })
  })

  test('that are not shown keep their scale', async () => {
    const native = await getNative(bound(gapColumns))
    expect(native).toMatchObject({ axes: { primary: { value: { shown: false, labels: false, min: 0 } } } })
  })

  test('among bars that grow both ways have no ticks, which would stand away from their labels', async () => {
    const axis = { ticks: true }
    const values = [-20, 30].map((b, index) => ({ a: 'AB'[index], b }))
    const ticks = async (rows: object[]) => {
      const native = await nativeChart({ data: { values: rows }, mark: 'bar', encoding: { x: { ...x, axis }, y } })
      return native.axes?.primary.category.ticks
    }
    expect(await ticks(values)).toBe(false)
    expect(await ticks(values.slice(1))).toBe(true)
  })

  test('on logarithms are on logarithms', async () => {
    expect((await spec('line-log')).axes?.primary.value).toMatchObject({ logBase: 10, min: 1, max: 10_000 })
  })
})

test('a rule at a value is a line that stays there', async () => {
  const { shapes } = await spec('line-threshold')
  expect(shapes.filter(({ type }) => type === 'rule')).toMatchObject([{ line: { dash: 'dash' } }])
})

test('a pie begins where Vega begins, slice by slice', async () => {
  const native = await spec('doughnut')
  expect(onlyPlot(native)).toMatchObject({ kind: 'doughnut', firstAngle: 0 })
  expect(getSheet(native).map(([name]) => name)).toEqual([' ', 'A', 'B', 'C', 'D'])
})

test('half a doughnut has what is left of the circle as a slice that is not seen, nor named', async () => {
  const native = await spec('doughnut-half')
  const plot = onlyPlot(native)
  expect(plot).toMatchObject({ kind: 'doughnut', firstAngle: 270, hasRest: true })
  expect(plot.series[0]?.points.at(-1)).toEqual({ index: 3, fill: undefined })
  expect(getSheet(native).at(-1)).toEqual(['(rest of the circle)', expect.closeTo(616, 0)])
})

describe('an author insists', () => {
  const insisting = (native: unknown, mark: object | string) =>
    bound({
      data: letters,
      usermeta: { briefwright: { native } },
      mark,
      encoding: { x, y },
    })
  const draw = (native: unknown, mark: object | string) =>
    drawChart(insisting(native, mark), { width: 400, height: 300 }, options)
  const trail = 'trail'

  test('on a picture', async () => {
    expect((await draw(false, 'bar')).value?.native).toMatchObject({ type: 'picture', asked: true })
  })

  test('on a native chart that there is', async () => {
    expect((await draw('require', 'bar')).value?.native).toMatchObject({ type: 'native' })
  })

  test('on a native chart that there is not: an error at the line', async () => {
    const { value, diagnostics } = await draw('require', trail)
    expect(value).toBeUndefined()
    expect(diagnostics).toMatchObject([
      {
        severity: 'error',
        message: 'no native chart: PowerPoint charts have no lines of changing width',
        place: { line: expect.any(Number) },
      },
    ])
    expect(diagnostics[0]?.excerpt).toContain('"native": "require"')
  })

  test('by a word that is none', async () => {
    const { diagnostics } = await draw('always', 'bar')
    expect(diagnostics).toMatchObject([{ severity: 'error', expected: 'true, false or "require"' }])
  })
})

test('charts of printed pages are not asked about', async () => {
  const chart = bound({ data: letters, mark: 'bar', encoding: { x, y } }, { medium: 'page' })
  expect((await drawChart(chart, { width: 400, height: 300 }, options)).value?.native).toBeUndefined()
})

test.each([
  { value: 'x', category: 'y', tip: 0, clear: [0, 0, 1, 1] },
  { value: 'y', category: 'x', tip: 90, clear: [1, 1, 0, 0] },
])('a tick over a bar along $value is a bar filled at its end alone', async ({ value, category, tip, clear }) => {
  const rows = { values: [{ place: 'North', now: 55, target: 60 }] }
  const along = (field: string) => ({ [value]: { field, type: 'quantitative' } })
  const layer = [
    { mark: { type: 'bar', size: 20 }, encoding: along('now') },
    { mark: { type: 'tick', size: 30, thickness: 3 }, encoding: along('target') },
  ]
  const { plots, columns } = await nativeChart({ data: rows, encoding: { [category]: { field: 'place' } }, layer })
  expect(columns.map(({ cells }) => cells[0])).toEqual(['North', 55, 60])
  const [, gradient] = plots.flatMap(({ series }) => series.map(({ fill }) => fill?.gradient))
  expect([gradient?.angle, gradient?.stops.map(({ opacity }) => opacity)]).toEqual([tip, clear])
})
