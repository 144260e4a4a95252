import type { Dataset } from '../../../dataset/types.ts'
import type { Locale } from '../../../locale/types.ts'
import type { ShownMark } from '../../shown/to-shown-mark.ts'
import { type JsonObject, ownMeta } from '../../spec/json/json.ts'
import type { ChartRow } from '../../types.ts'
import { groupObservations, sayLevels } from './rows.ts'

/** What a spec asks for that says the scale of its numbers once: they are all said in one, and the short forms do without its name. */
export const scaleOnce = { scale: 'once' }

/** Puts the printed numbers of a row into the scale that all printed numbers of the chart have in common; undefined where the spec does not ask for it, or there is none. */
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
