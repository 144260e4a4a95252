import { expect, test } from 'vitest'
import type { JsonObject } from '../../../src/chart/spec/json/json.ts'
import { getNative } from '../native-sample.ts'
import { bound } from '../sample.ts'

const values = [2020, 2021, 2022].map((year) => ({ year: String(year), value: year - 2000 }))
const x = { field: 'year', type: 'ordinal' }
const y = { field: 'value', type: 'quantitative' }

async function mayGrow(spec: JsonObject): Promise<boolean> {
  const native = await getNative(bound({ data: { values }, ...spec }))
  return native.type === 'native' && native.axes?.primary.value.mayGrow === true
}

test('PowerPoint sets the greatest value of an axis, so that a larger number that an editor adds is seen', async () => {
  expect(await mayGrow({ mark: 'bar', encoding: { x, y } })).toBe(true)
  expect(await mayGrow({ mark: 'line', encoding: { x, y } })).toBe(true)
})

test('not where the spec sets it, or a rule stands at a value beside it', async () => {
  expect(await mayGrow({ mark: 'bar', encoding: { x, y: { ...y, scale: { domain: [0, 100] } } } })).toBe(false)
  const rule = { mark: 'rule', encoding: { y: { datum: 21 } } }
  expect(await mayGrow({ layer: [{ mark: 'bar', encoding: { x, y } }, rule] })).toBe(false)
})

test('an axis begins at zero where its scale goes below it for the sake of labels alone', async () => {
  const getMin = async (lowest: number) => {
    const data = { values: [...values, { year: '2023', value: lowest }] }
    const padded = { ...y, scale: { nice: false, zero: true, padding: 20 } }
    const native = await getNative(bound({ data, mark: 'line', encoding: { x, y: padded } }))
    return native.type === 'native' ? native.axes?.primary.value.min : undefined
  }
  expect(await getMin(23)).toBe(0)
  expect(await getMin(-3)).toBeLessThanOrEqual(-3)
})

test('an axis begins at zero beside the line of an event too, which crosses the plot from edge to edge', async () => {
  const padded = { ...y, scale: { nice: false, zero: true, padding: 20 } }
  const event = { mark: 'rule', encoding: { x: { datum: '2021' }, y: { value: 0 }, y2: { value: { expr: 'height' } } } }
  const native = await getNative(
    bound({ data: { values }, layer: [{ mark: 'line', encoding: { x, y: padded } }, event] }),
  )
  expect(native.type === 'native' && native.axes?.primary.value.min).toBe(0)
})
