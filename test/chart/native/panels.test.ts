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
  expect(await reasonOf({ data, facet: { ...facet, title: 'Place' }, spec: line })).toBe(
    'a title stands over several charts',
  )
  expect(await reasonOf({ data, facet, spec: line, resolve: { scale: { y: 'independent' } } })).toBe(
    'its panels have scales of their own',
  )
})
