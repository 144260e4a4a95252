import { expect, test } from 'vitest'
import { drawChart } from '../../../../src/chart/draw/draw.ts'
import { bound, options } from '../../sample.ts'

const size = { width: 400, height: 200 }
const many = { data: { sequence: { start: 0, stop: 1e9, as: 'x' } } }
const few = { data: { sequence: { start: 0, stop: 10, as: 'x' } } }
const mark = { mark: 'point', encoding: { x: { field: 'x', type: 'quantitative' } } }

test.each([
  ['sequence', { ...many, ...mark }],
  ['sequence', { ...few, ...mark, transform: [{ calculate: 'sequence(1, 1e9)', as: 'y' }] }],
  ['graticule', { data: { graticule: { step: [0.0001, 0.0001] } }, mark: 'geoshape' }],
  ['bin', { ...few, mark: 'bar', encoding: { x: { field: 'x', bin: { step: 1e-9 } } } }],
  [
    'tickCount',
    {
      ...few,
      mark: 'bar',
      encoding: { x: { field: 'x', type: 'quantitative', axis: { tickCount: { expr: '1e9' } } } },
    },
  ],
  ['density', { ...few, ...mark, transform: [{ density: 'x', steps: 1e8, as: ['x', 'y'] }] }],
  [
    'flatten',
    {
      ...few,
      ...mark,
      transform: [
        { calculate: 'sequence(1e4)', as: 'a' },
        { flatten: ['a'] },
        { calculate: 'sequence(100)', as: 'b' },
        { flatten: ['b'] },
      ],
    },
  ],
])('a report’s chart cannot ask for rows without end either: %s', async (name, spec) => {
  const { value, diagnostics } = await drawChart(bound(spec), size, options)
  expect(value).toBeUndefined()
  expect(diagnostics[0]?.message).toMatch(new RegExp(`"${name}" asks for .* rows, and 2000000 are the most`))
})

test('what is not too much is drawn', async () => {
  const { value } = await drawChart(
    bound({ ...few, ...mark, transform: [{ calculate: 'sequence(3)', as: 'y' }] }),
    size,
    options,
  )
  expect(value?.svg).toContain('<svg')
})
