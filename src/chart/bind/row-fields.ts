import type { ChartRow } from '../types.ts'

const fields: Record<keyof ChartRow, true> = {
  indicator: true,
  label: true,
  period: true,
  periodLabel: true,
  date: true,
  value: true,
  change: true,
  rate: true,
  valueText: true,
  changeText: true,
  rateText: true,
  valueShort: true,
  changeShort: true,
  unit: true,
  status: true,
  current: true,
  previous: true,
  first: true,
  last: true,
  order: true,
}

/** The fields that every bound row has. */
export const rowFields: readonly string[] = Object.keys(fields)
