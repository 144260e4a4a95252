import { groupBy } from '../../dataset/group-by.ts'
import { numberColumns, type ObservationRow, rowColumns, seriesOfRow } from './observation-row.ts'

/** For each row the index of the other that is the same observation: of those of its indicator and period, the likest. Each other is taken once. */
export function pairRows(
  rows: readonly ObservationRow[],
  others: readonly ObservationRow[],
): ReadonlyMap<ObservationRow, number> {
  const byKey = groupBy(others.entries(), ([, other]) => getKey(other))
  const candidates = rows.flatMap((row) =>
    (byKey.get(getKey(row)) ?? []).map(([index, other]) => ({ row, index, likeness: likeness(row, other) })),
  )
  const pairs = new Map<ObservationRow, number>()
  const taken = new Set<number>()
  for (const { row, index } of candidates.sort((a, b) => b.likeness - a.likeness)) {
    if (pairs.has(row) || taken.has(index)) continue
    pairs.set(row, index)
    taken.add(index)
  }
  return pairs
}

/** The series and period of a row. */
export function getKey(row: ObservationRow): string {
  return `${seriesOfRow(row)}@${row.period}`
}

/** How much two rows have in common: first which numbers they have, then all else. */
function likeness(a: ObservationRow, b: ObservationRow | undefined): number {
  if (!b) return 0
  const kinds = numberColumns.filter((column) => (a[column] === '') === (b[column] === '')).length
  return kinds * rowColumns.length + rowColumns.filter((column) => a[column] === b[column]).length
}
