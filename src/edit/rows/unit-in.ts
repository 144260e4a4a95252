import { readForms } from '../../dataset/figure/join-forms.ts'
import { measureUnit, percent, percentagePoints } from '../../dataset/figure/unit/unit.ts'
import type { RowColumn } from '../../dataset/read/rows.ts'
import type { Dataset, Unit } from '../../dataset/types.ts'

/** Where a number of a row stands: its column, and the indicator of the row. */
export interface RowNumberPlace {
  column: RowColumn
  indicator: string
  dataset: Dataset
}

/** The unit of a number in a row. */
export function unitIn({ column, indicator, dataset: { indicators, units } }: RowNumberPlace): Unit | undefined {
  const unit = indicators.get(indicator)?.unit
  if (unit === undefined) return undefined
  const id = measureUnit(unit, column === 'rate' ? column : column === 'by' ? 'change' : 'value')
  return [percent, percentagePoints].find((known) => known.id === id) ?? units.get(id)
}

/** The number that a row says there, or why it says none; neither for a column of none. */
export function numberIn(text: string, at: RowNumberPlace): ReturnType<typeof readForms> {
  const unit = unitIn(at)
  return unit ? readForms(text, unit, at.dataset.units.values(), at.dataset.report.language) : { faults: [] }
}
