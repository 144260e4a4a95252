import { expect, test } from 'vitest'
import type { JsonObject } from '../../../src/chart/spec/json/json.ts'
import { getNative } from '../native-sample.ts'
import { bind } from '../sample.ts'

const years = [2020, 2021, 2022, 2023].map((year, index) => ({
  year: String(year),
  middle: 10 + index,
  ...{ low: 9 + index, high: 11 + index, lowest: 8 + index, highest: 13 + index },
  gap: index === 2 ? null : 10,
}))
const x = { field: 'year', type: 'ordinal' }
const onY = (field: string) => ({ field, type: 'quantitative' })
const band = (low: string, high: string) => ({ mark: 'area', encoding: { y: onY(low), y2: { field: high } } })
const bars = { mark: 'bar', encoding: { y: onY('high') } }
const weeks = [1970, 1971].flatMap((year) => ['a', 'b'].map((series) => ({ date: `${year}-01-01`, series, value: 3 })))

// Each would be another chart in PowerPoint than in the PDF: stacked on each other, from zero, or at another place.
const pictures: [reason: RegExp, spec: JsonObject][] = [
  [/stacks the bands/, { encoding: { x }, layer: [band('lowest', 'highest'), band('low', 'high')] }],
  [/fall to zero/, { mark: 'area', encoding: { x, y: onY('gap') } }],
  [
    /other than zero/,
    { encoding: { x }, layer: [bars, { mark: 'bar', encoding: { y: onY('highest'), y2: { datum: 6 } } }] },
  ],
  [/float/, { encoding: { x }, layer: [bars, { mark: 'bar', encoding: { y: onY('low'), y2: { field: 'highest' } } }] }],
  [
    /no slot/,
    {
      data: { values: weeks },
      mark: 'bar',
      encoding: {
        x: { timeUnit: 'yearweek', field: 'date', type: 'temporal' },
        xOffset: { field: 'series' },
        y: onY('value'),
      },
    },
  ],
  [/fill the plot/, { mark: 'point', encoding: { x: { ...onY('low'), scale: { range: [0, 50] } }, y: onY('high') } }],
]

async function nativeIn(spec: JsonObject) {
  const { value } = bind(spec)
  if (!value) throw new Error('a spec that is not sound')
  return getNative(value)
}

test.each(pictures)('a picture, because %s', async (reason, spec) => {
  expect(await nativeIn({ data: { values: years }, ...spec })).toMatchObject({
    type: 'picture',
    reason: expect.stringMatching(reason),
  })
})

test('bars, lines and one band stay native', async () => {
  const spec = { encoding: { x }, layer: [band('low', 'high'), { mark: 'line', encoding: { y: onY('middle') } }] }
  expect((await nativeIn({ data: { values: years }, ...spec })).type).toBe('native')
})
