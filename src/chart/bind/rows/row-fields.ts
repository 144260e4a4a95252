import type { ChartRow } from '../../types.ts'

const fields: { [Field in keyof ChartRow]: ChartRow[Field] extends string ? 'word' : 'other' } = {
  indicator: 'word',
  series: 'word',
  label: 'word',
  indicatorLabel: 'word',
  category: 'word',
  period: 'word',
  periodLabel: 'word',
  date: 'word',
  value: 'other',
  change: 'other',
  rate: 'other',
  valueText: 'word',
  changeText: 'word',
  rateText: 'word',
  valueShort: 'word',
  changeShort: 'word',
  unit: 'word',
  status: 'word',
  current: 'other',
  previous: 'other',
  first: 'other',
  last: 'other',
  order: 'other',
}

/** The fields that every bound row has. */
export const rowFields: readonly string[] = Object.keys(fields)

/** Those of them that hold words. */
export const wordFields: readonly string[] = Object.entries(fields).flatMap(([name, kind]) =>
  kind === 'word' ? [name] : [],
)

/** The fields that rows have for a dimension of their indicator: `age`, `ageLabel`, `ageOrder`. */
export function dimensionFields(id: string): string[] {
  return [id, `${id}Label`, `${id}Order`]
}
