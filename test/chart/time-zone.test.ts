import { describe, expect, it } from 'vitest'
import { drawChart } from '../../src/chart/draw/draw.ts'
import { toTime } from '../../src/chart/spec/expression/expression-functions.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { bound, options, soundValue } from './sample.ts'

const times = ['2024-07-01T10:00Z', '2024-01-01T23:30-05:00', '2024-07-01T08:15', '2024-07-02']

/** The times of day that a chart prints of data of its own. */
async function printed(data: object): Promise<string[]> {
  const chart = bound({
    data,
    description: 'Times.',
    mark: 'text',
    encoding: {
      y: { field: 't', type: 'ordinal', axis: null },
      text: { field: 't', type: 'temporal', format: '%d %H:%M' },
    },
  })
  const folder = temporaryFolder({ 'times.csv': ['t', ...times].join('\n') })
  const drawn = await drawChart(chart, { width: 300, height: 200 }, { ...options, folder })
  return [...soundValue(drawn).svg.matchAll(/>(\d\d \d\d:\d\d)</g)].map(([, text = '']) => text).sort()
}

describe('times of day in charts', () => {
  it('are those of UTC, in the spec and in a file', async () => {
    const expected = ['01 08:15', '01 10:00', '02 00:00', '02 04:30']
    expect(await printed({ values: times.map((t) => ({ t })) })).toEqual(expected)
    expect(await printed({ url: 'times.csv' })).toEqual(expected)
  })

  it.each([
    ['1 Jan 2024', Date.UTC(2024, 0, 1)],
    ['2024/01/01 10:30', Date.UTC(2024, 0, 1, 10, 30)],
    ['2024-10-27T00:30Z', Date.UTC(2024, 9, 27, 0, 30)],
    ['2024-10-27T00:30+02:00', Date.UTC(2024, 9, 26, 22, 30)],
    [1704067200000, 1704067200000],
  ])('%s', (value, time) => {
    expect(toTime(value)).toBe(time)
  })

  it('are null where there is no date', () => {
    expect([toTime(null), toTime('')]).toEqual([null, null])
    expect(toTime('soon')).toBeNaN()
  })
})
