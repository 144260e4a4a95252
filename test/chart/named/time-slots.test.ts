import * as vega from 'vega'
import * as vegaLite from 'vega-lite'
import { expect, test } from 'vitest'
import { places } from '../../../src/chart/named/time-slots.ts'
import type { ChartRequest } from '../../../src/chart/named/types.ts'

/** What the axis says of columns at uneven years, in a width. */
async function yearsIn(width: number): Promise<string[]> {
  const periods = ['2015', '2016', '2019', '2022', '2025']
  const dates = periods.map((year) => Date.UTC(Number(year), 6, 1))
  const { axis, scale, ...x } = places({ periods } as unknown as ChartRequest) as Record<string, object>
  const sizes = { labelSize: 16, axisSize: 14 }
  const { spec } = vegaLite.compile({
    width,
    params: [{ name: 'allDates', value: dates }, ...Object.entries(sizes).map(([name, value]) => ({ name, value }))],
    data: { values: dates.map((date) => ({ date })) },
    mark: 'bar',
    encoding: {
      x: { ...x, title: null, scale: { ...scale, type: 'utc' }, axis: { ...axis, formatType: 'time', format: '%Y' } },
    },
  } as unknown as vegaLite.TopLevelSpec)
  const svg = await new vega.View(vega.parse(spec), { renderer: 'none' }).toSVG()
  return [...svg.matchAll(/<text[^>]*>([^<]+)/g)].map(([, text = '']) => text)
}

test('years are in full where they have room, and those after the first short where they have not', async () => {
  expect(await yearsIn(800)).toEqual(['2015', '2016', '2019', '2022', '2025'])
  expect(await yearsIn(380)).toEqual(['2015', '’16', '’19', '’22', '’25'])
})
