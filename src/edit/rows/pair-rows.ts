import { groupBy } from '../../dataset/group-by.ts'
import { likestPairs } from '../../dataset/likest.ts'
import { rowColumns } from '../../dataset/read/rows.ts'
import { numberColumns, type ObservationRow, seriesOfRow } from './observation-row.ts'

/** Pairs each row with the most similar other row of its indicator and period; each other row is taken once. */
export function pairRows<T>(
  rows: readonly ObservationRow[],
  others: readonly T[],
  rowOf: (other: T) => ObservationRow,
): ReadonlyMap<ObservationRow, T> {
  const byKey = groupBy(others, (other) => getRowKey(rowOf(other)))
  const alike = (row: ObservationRow, other: T) => likeness(row, rowOf(other))
  return likestPairs(rows, (row) => byKey.get(getRowKey(row)) ?? [], alike, 0)
}

/** The series and period of a row. */
export function getRowKey(row: ObservationRow): string {
  return `${seriesOfRow(row)}@${row.period}`
}

/** How much two rows have in common: first which numbers they have, then all else. */
function likeness(a: ObservationRow, b: ObservationRow): number {
  const kinds = numberColumns.filter((column) => (a[column] === '') === (b[column] === '')).length
  return kinds * rowColumns.length + rowColumns.filter((column) => a[column] === b[column]).length
}
