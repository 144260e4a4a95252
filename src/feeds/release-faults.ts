import { groupBy } from '../dataset/group-by.ts'
import type { Dataset } from '../dataset/types.ts'
import { type Diagnostic, errorAt, warningAt } from '../diagnostic.ts'
import type { IncomingRow } from '../edit/rows/merge-rows.ts'
import { seriesOfRow } from '../edit/rows/observation-row.ts'
import { numberIn } from '../edit/rows/unit-in.ts'
import type { WrittenItem } from '../edit/rows/written-items.ts'

/**
 * What a new release of a table does to the figures that the dataset has of it, and a revision hardly does: one becomes
 * ten or a thousand times what it was, or all
 * change by one factor, which is an error, for their unit, scale or base is another; one is no longer there, which is a
 * warning.
 */
export function releaseFaults(
  rows: readonly IncomingRow[],
  items: readonly WrittenItem[],
  dataset: Dataset,
): Diagnostic[] {
  const getValue = ({ indicator, value }: { indicator: string; value: string }) =>
    numberIn(value, { column: 'value', indicator, dataset }).quantity?.value.toNumber()
  const written = groupBy(items, ({ row }) => seriesOfRow(row))
  return [...groupBy(rows, ({ row }) => seriesOfRow(row))].flatMap(([series, group]) => {
    const known = written.get(series) ?? []
    const knownAt = new Map(known.map((item) => [item.row.period, item]))
    const changed = group.flatMap((incoming) => {
      const item = knownAt.get(incoming.row.period)
      const factor = (getValue(incoming.row) ?? 0) / ((item && getValue(item.row)) ?? 0)
      const isOne = item?.row.plausible === '' && factor !== 0 && Number.isFinite(factor)
      return isOne ? [{ incoming, item, factor }] : []
    })
    return [...rescaled(series, changed), ...gone(series, group, known)]
  })
}

type Change = { incoming: IncomingRow; item: WrittenItem; factor: number }

function rescaled(series: string, changed: readonly Change[]): Diagnostic[] {
  const factors = changed.map(({ factor }) => factor)
  const [least, most] = [Math.min(...factors), Math.max(...factors)]
  const isAlike = factors.length > 2 && least > 0 && most / least < 1.002 && Math.abs(least - 1) > 0.03
  // From 1 to 10, or 100 to 1,000, something may have grown.
  const found = changed.find(({ factor, item }) => {
    const power = Math.abs(Math.log10(Math.abs(factor)))
    const isScale = power > 0.9 && Math.abs(power - Math.round(power)) < 0.01
    return isAlike || (isScale && /\d\D*[1-9]/.test(item.row.value))
  })
  if (!found) return []
  const { row, place } = found.incoming
  const what = isAlike ? `all ${factors.length} figures change by one factor` : 'hardly a revision'
  const message = `${what}: ${series} in ${row.period}: ${sayItem(found.item)} → ${row.value}`
  const hint = 'its unit, scale or base may be another now; where it is right, write it there, with plausible: and why'
  return [errorAt(place, message, { hint })]
}

const sayItem = ({ row, file, firstLine }: WrittenItem) => `${row.value} (${file}:${firstLine})`

/** A warning for figures of the feed's source that lie among its periods and have no row, or no value, any more. */
function gone(series: string, group: readonly IncomingRow[], known: readonly WrittenItem[]): Diagnostic[] {
  const getForm = (period: string) => period.replaceAll(/\d/g, '0')
  const values = new Map(group.map(({ row }) => [row.period, row.value]))
  const forms = groupBy([...values.keys()].sort(), getForm)
  const lost = known.filter(({ row: { period, source, value } }) => {
    const [first = period, ...others] = forms.get(getForm(period)) ?? []
    const isWithin = first < period && period < (others.at(-1) ?? period)
    return source === group[0]?.row.source && /\d/.test(value) && (values.get(period) ?? (isWithin ? '' : value)) === ''
  })
  if (lost.length === 0 || !group[0]) return []
  const said = lost.map((item) => `${item.row.period}: ${sayItem(item)}`)
  const message = `no longer in the table, and kept: ${series} in ${said.join(', ')}`
  const hint = 'where it was withdrawn, delete it there, or say why it is absent'
  return [warningAt(group[0].place, message, { hint })]
}
