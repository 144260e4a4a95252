import { readForms } from '../../dataset/figure/join-forms.ts'
import { measureUnit, percent, percentagePoints } from '../../dataset/figure/unit/unit.ts'
import type { Dataset, Unit } from '../../dataset/types.ts'
import type { RowColumn } from './observation-row.ts'

/** The unit of a number in a column, for an indicator. */
export function unitIn(column: RowColumn, indicator: string, { indicators, units }: Dataset): Unit | undefined {
  const unit = indicators.get(indicator)?.unit
  if (unit === undefined) return undefined
  const id = measureUnit(unit, column === 'rate' ? column : column === 'by' ? 'change' : 'value')
  return [percent, percentagePoints].find((known) => known.id === id) ?? units.get(id)
}

/** The number that a column of an indicator's row says, or why it says none; neither for a column of none. */
export function numberIn(
  text: string,
  column: RowColumn,
  indicator: string,
  dataset: Dataset,
): ReturnType<typeof readForms> {
  const unit = unitIn(column, indicator, dataset)
  return unit ? readForms(text, unit, dataset.units.values(), dataset.report.language) : { faults: [] }
}
