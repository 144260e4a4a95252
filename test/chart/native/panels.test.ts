import { expect, test } from 'vitest'
import { nativeCharts } from '../../../src/chart/native/native-types.ts'
import { boundObject, getNative } from '../native-sample.ts'

const data = {
  values: ['North', 'Coast', 'Lakes'].flatMap((place, index) =>
    [2014, 2019, 2024].map((year) => ({ place, date: `${year}-01-01`, rate: 2 + index * 3 + (2024 - year) / 10 })),
  ),
}
const line = {
  mark: 'line',
  encoding: { x: { field: 'date', type: 'temporal' }, y: { field: 'rate', type: 'quantitative' } },
}
const facet = { field: 'place', type: 'nominal', title: null }
const colored = { ...line.encoding, color: { field: 'date', type: 'nominal' } }

test('a chart of panels is a native chart each, all on one scale, none over another', async () => {
  const native = await getNative(boundObject({ data, facet, columns: 2, spec: line }))
  if (native.type !== 'panels') throw new Error('no panels')
  expect(native.panels.map(({ chart }) => chart.title?.text)).toEqual(['Coast', 'Lakes', 'North'])
  expect(native.panels.map(({ chart }) => chart.columns[1]?.cells)).toEqual([
    [6, 5.5, 5],
    [9, 8.5, 8],
    [3, 2.5, 2],
  ])
  const scales = native.panels.map(({ chart }) => {
    const { min, max, step, mayGrow } = chart.axes?.primary.value ?? {}
    return { min, max, step, mayGrow }
  })
  expect(scales).toEqual(Array(3).fill({ min: 0, max: 9, step: expect.any(Number), mayGrow: false }))
  expect(native.panels.map(({ chart }) => chart.axes?.primary.value.labels)).toEqual([true, false, true])
  const [first, second, third] = native.panels.map(({ box }) => box)
  expect((first?.x ?? 0) + (first?.width ?? 0)).toBeLessThanOrEqual((second?.x ?? 0) + 1)
  expect((first?.y ?? 0) + (first?.height ?? 0)).toBeLessThanOrEqual(third?.y ?? 0)
})

test('a name that an office program would break stands as words above its panel', async () => {
  const long = { values: data.values.map((row) => ({ ...row, place: `${row.place}, all of its harbours` })) }
  const native = await getNative(boundObject({ data: long, facet, columns: 3, spec: { ...line, width: 100 } }))
  if (native.type !== 'panels') throw new Error('no panels')
  expect(native.panels.map(({ chart }) => chart.title)).toEqual([undefined, undefined, undefined])
  const words = native.panels.map(({ chart }) =>
    chart.shapes.flatMap((shape) => (shape.type === 'text' && shape.text.includes('harbours') ? shape.text : [])),
  )
  expect(words).toEqual([
    ['Coast, all of its harbours'],
    ['Lakes, all of its harbours'],
    ['North, all of its harbours'],
  ])
})

test('the title of a facet stands as words over its middle panel, whose own name stays its title', async () => {
  const native = await getNative(
    boundObject({ data, facet: { column: { ...facet, title: 'Place of birth' } }, spec: { ...line, width: 100 } }),
  )
  if (native.type !== 'panels') throw new Error('no panels')
  expect(native.panels.map(({ chart }) => chart.title?.text)).toEqual(['Coast', 'Lakes', 'North'])
  const words = native.panels.map(({ chart }) =>
    chart.shapes.flatMap((shape) => (shape.type === 'text' && shape.text === 'Place of birth' ? shape.text : [])),
  )
  expect(words).toEqual([[], ['Place of birth'], []])
})

test('names and the title beside rows run upwards, as Vega draws them', async () => {
  const native = await getNative(
    boundObject({ data, facet: { row: { ...facet, title: 'Place of birth' } }, spec: { ...line, height: 60 } }),
  )
  if (native.type !== 'panels') throw new Error('no panels')
  const words = native.panels.map(({ chart }) =>
    chart.shapes.flatMap((shape) => (shape.type === 'text' && shape.angle === -90 ? shape.text : [])),
  )
  expect(words.map((own) => own.toSorted())).toEqual([['Coast'], ['Lakes', 'Place of birth'], ['North']])
})

test('a pale span behind a line may have a colour that CSS names', async () => {
  const span = {
    data: { values: [{ a: '2015-01-01', b: '2016-01-01' }] },
    encoding: { x: { field: 'a', type: 'temporal' }, x2: { field: 'b' } },
  }
  const native = await getNative(
    boundObject({
      layer: [
        { ...span, mark: { type: 'rect', color: 'grey', opacity: 0.2 } },
        { ...line, data },
      ],
    }),
  )
  expect(native.type).not.toBe('picture')
})

test('views beside each other keep their own scales', async () => {
  const large = { ...line, transform: [{ calculate: 'datum.rate * 1000', as: 'rate' }] }
  const charts = nativeCharts(await getNative(boundObject({ data, hconcat: [line, large] })))
  expect(charts.map(({ axes }) => axes?.primary.value.max)).toEqual([9, 9000])
})

test('what stands for several panels, or is scaled anew in each, leaves a picture, and says so', async () => {
  const reasonOf = async (spec: object) => {
    const native = await getNative(boundObject(spec))
    return native.type === 'picture' ? native.reason : native.type
  }
  expect(await reasonOf({ data, facet, spec: { ...line, encoding: colored } })).toBe(
    'a legend stands for several charts',
  )
  expect(await reasonOf({ data, title: 'Places', facet, spec: line })).toBe('a title stands over several charts')
  expect(await reasonOf({ data, facet, spec: line, resolve: { scale: { y: 'independent' } } })).toBe(
    'its panels have scales of their own',
  )
})
