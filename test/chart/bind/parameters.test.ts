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

test('the first and the last date have a label, and those at the time of the year of the report', () => {
  expect(labelled('2020-03', '2020-06', '2020-12', '2021-06', '2021-12')).toEqual(['2020-03', '2020-12', '2021-12'])
})

test('years are short enough to stand side by side', () => {
  const years = ['2019', '2020', '2021', '2022', '2023', '2024']
  expect(labelled(...years)).toEqual(years.map((year) => `${year}-01`))
})
