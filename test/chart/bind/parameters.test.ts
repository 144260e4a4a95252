import { expect, test } from 'vitest'
import { chartDates } from '../../../src/chart/bind/parameters.ts'
import type { ShownMark } from '../../../src/chart/shown/to-shown-mark.ts'
import type { ChartRow } from '../../../src/chart/types.ts'
import type { Dataset } from '../../../src/dataset/types.ts'

/** The dates with a label on the axis of a chart of some periods, in a report on the last of them. */
function labelled(...periods: string[]): string[] {
  const rows = periods.map((period) => ({ period, date: `${period.padEnd(7, '-01')}-01` }) as ChartRow)
  const mark = { rows: rows.map((_, index) => index) } as unknown as ShownMark
  const dataset = { report: { period: periods.at(-1) } } as Dataset
  return chartDates([mark], rows, dataset).axisDates.map((date) => new Date(date).toISOString().slice(0, 7))
}

test('the last date has a label, and the one before it only where both have room', () => {
  expect(labelled('2020-03', '2020-12', '2021-12', '2022-12', '2023-12')).toEqual([
    '2020-03',
    '2020-12',
    '2021-12',
    '2022-12',
    '2023-12',
  ])
  expect(labelled('2020-03', '2020-12', '2021-12', '2022-12', '2023-12', '2024-12')).toEqual([
    '2020-03',
    '2020-12',
    '2021-12',
    '2022-12',
    '2024-12',
  ])
})

test('years are short enough to stand side by side', () => {
  const years = ['2019', '2020', '2021', '2022', '2023', '2024']
  expect(labelled(...years)).toEqual(years.map((year) => `${year}-01`))
})
