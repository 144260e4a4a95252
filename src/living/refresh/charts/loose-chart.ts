import type { LivingChart, LivingSeries } from '../../../build/base/living-types.ts'
import { applyEdits } from '../../../edit/text-edit.ts'
import { mergeLoose } from '../../merge/merge-loose.ts'
import { getCategories, isOfValues, seriesName } from '../../merge/merge-series.ts'
import { writeVector } from '../../write/edit-chart.ts'
import type { CellValues } from '../../write/edit-workbook.ts'
import { type RefreshEntry, type Refreshing, titleOn, toSettle, updated } from '../types.ts'

/** Updates a chart that no build drew, where a value can be only one figure, by its digits or its names. */
export function looseChart(chart: LivingChart, refreshing: Refreshing): { entries: RefreshEntry[]; cells: CellValues } {
  const conflicts: string[] = []
  const cells = new Map<string, { value: string | null; isText: boolean }>()
  let count = 0
  for (const series of chart.series) {
    for (const vector of series.vectors.filter(isOfValues)) {
      const values = vector.values.map((value, index) => {
        const merged = looseValue(value, index, series, chart, refreshing)
        conflicts.push(...merged.conflicts)
        return merged.value
      })
      const changed = values.filter((value, index) => value !== vector.values[index]).length
      if (changed === 0) continue
      count += changed
      for (const [address, value] of writeVector(refreshing.editor, vector, values)) cells.set(address, value)
    }
  }
  const changed = count === 0 ? [] : [updated(chart, 'chart', `${count} points`)]
  return { entries: [...changed, ...conflicts.map((message) => toSettle(chart, message))], cells }
}

function looseValue(
  value: string | null,
  index: number,
  series: LivingSeries,
  { slide }: LivingChart,
  refreshing: Refreshing,
): { value: string | null; conflicts: string[] } {
  // A sign before a number may be a dash in words; here it is none.
  if (value === null || !/^\d+(?:\.\d+)?$/.test(value)) return { value, conflicts: [] }
  const around = [titleOn(slide, refreshing), seriesName(series), getCategories(series)[index]].join(' ')
  const { replacements, conflicts } = mergeLoose(value, around, refreshing)
  return { value: applyEdits(value, replacements).replaceAll(',', ''), conflicts }
}
