import { type RowColumn, rowColumns } from '../../dataset/read/rows.ts'
import type { Dataset } from '../../dataset/types.ts'

/** The columns of a dataset's tables; one for categories, beside the indicator's, only where there are dimensions. */
export function columnsFor({ dimensions }: Pick<Dataset, 'dimensions'>): RowColumn[] {
  const [indicator, ...others] = rowColumns.filter((column) => column !== 'category')
  return [...(indicator ? [indicator] : []), ...(dimensions.size > 0 ? (['category'] as const) : []), ...others]
}

/** One written observation: what a source states of an indicator in a period, with its change. */
export type ObservationRow = Readonly<Record<RowColumn, string>>

/** Columns that hold a number. */
export const numberColumns = ['value', 'by', 'rate'] as const

const emptyRow = Object.fromEntries(rowColumns.map((column) => [column, ''])) as ObservationRow

/** A row with nothing in it but what is given. */
export function toRow(fields: Partial<ObservationRow>): ObservationRow {
  return { ...emptyRow, ...fields }
}

/** A row's indicator with its categories, as a reference names them. */
export function seriesOfRow({ indicator, category }: Pick<ObservationRow, 'indicator' | 'category'>): string {
  return category === '' ? indicator : `${indicator}[${category.replace(/\s/g, '')}]`
}

/** Whether a table's column is one of an observation's. */
export function isColumn(name: string): name is RowColumn {
  return rowColumns.some((column) => column === name)
}
