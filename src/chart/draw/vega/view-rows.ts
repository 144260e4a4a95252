import type { View } from './vega.ts'
import { type RuntimeData, runtimeData } from './vega-privates.ts'

export type Row = Readonly<Record<string, unknown>>

/** The rows of every data set of a view that has run. */
export type ViewRows = ReturnType<typeof viewRows>

/** The rows behind a view. Each is Vega's own, with what its transforms added. */
export function viewRows(view: View) {
  const sets = runtimeData(view)
  const rows = (of: (set: RuntimeData) => unknown): Row[][] =>
    sets
      .map(of)
      .filter((set) => Array.isArray(set))
      .filter(([row]) => !isMark(row))
  return {
    /** As they were read, or stand in the spec. */
    read: rows(({ input }) => input?.value),
    /** As transforms left them. */
    made: rows(({ values }) => values?.value),
  }
}

/** Vega keeps the items of marks as it keeps rows. */
function isMark(row: unknown): boolean {
  return typeof row === 'object' && row !== null && 'mark' in row && 'bounds' in row
}
