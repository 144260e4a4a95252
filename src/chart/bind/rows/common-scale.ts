import type { Dataset } from '../../../dataset/types.ts'
import type { Locale } from '../../../locale/types.ts'
import type { ShownMark } from '../../shown/to-shown-mark.ts'
import { type JsonObject, ownMeta } from '../../spec/json/json.ts'
import type { ChartRow } from '../../types.ts'
import { groupObservations, sayLevels } from './rows.ts'

/** What a spec says to name its scale once: all numbers are printed in it, and short forms omit its name. */
export const scaleOnce = { scale: 'once' }

/** Prints a row's numbers in the scale common to the chart; undefined where the spec does not ask or none exists. */
export function inCommonScale(
  spec: JsonObject,
  marks: readonly ShownMark[],
  rows: readonly ChartRow[],
  { dataset, locale }: { dataset: Dataset; locale: Locale },
): ((row: ChartRow) => ChartRow) | undefined {
  if (ownMeta(spec).scale !== scaleOnce.scale) return undefined
  const groups = groupObservations(dataset)
  const getMeasures = ({ series, period }: ChartRow) => groups.get(series)?.get(period) ?? {}
  const said = marks.flatMap(({ figures }) => figures.filter(({ isSaid, measure }) => isSaid && measure !== 'rate'))
  const quantities = said.flatMap(({ row, measure }) => {
    const one = rows[row]
    return (one && getMeasures(one)[measure]?.quantity) ?? []
  })
  const scale = locale.commonScale(quantities)
  if (scale === undefined) return undefined
  return (row) => ({ ...row, ...sayLevels(dataset, locale, getMeasures(row), scale) })
}
