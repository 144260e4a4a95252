import type { SceneItem } from '../../draw/scene/scene.ts'
import { axisParts } from '../axis.ts'
import { type DrawnMark, type Facts, getDatum, getFieldValue, getItemText, scaledField } from './facts.ts'
import type { PlotMeasure } from './measure.ts'
import type { PlacedSeries } from './placed.ts'

/** The fields that divide a mark's items into series: colour, dash, shape, line, and offset within a category. */
export function seriesFields({ scales }: Facts, { encode, facetBy }: DrawnMark): string[] {
  const channels = ['fill', 'stroke', 'strokeDash', 'shape', 'opacity', 'strokeWidth']
  const encoded = channels.flatMap((channel) => scaledField(encode, channel) ?? [])
  // A scale that runs on tints each item, and parts none from the others.
  const parting = encoded.filter(({ scale }) => ['ordinal', 'band', 'point'].includes(scales.get(scale)?.type ?? ''))
  return [...new Set([...parting.map(({ field }) => field), ...facetBy])]
}

/** What a series has from the mark whose items it is of, those that `fields` part from others. */
export function getItemSeries(
  facts: Facts,
  mark: DrawnMark,
  items: readonly SceneItem[],
  measure: Pick<PlotMeasure, 'scale' | 'field'>,
  fields = seriesFields(facts, mark),
): Pick<PlacedSeries, 'name' | 'grouping' | 'scale' | 'layer' | 'legendValue'> {
  const [first] = items
  return {
    name: seriesName(facts, fields, items, measure),
    grouping: 'standard',
    scale: measure.scale.name,
    layer: facts.marks.indexOf(mark),
    legendValue: first && legendValue(mark, first),
  }
}

/** The value of the field that a legend would name an item by. */
function legendValue({ encode }: DrawnMark, item: SceneItem): unknown {
  const field = ['fill', 'stroke', 'shape', 'strokeDash'].flatMap(
    (channel) => scaledField(encode, channel)?.field ?? [],
  )[0]
  return field === undefined ? undefined : getFieldValue(getDatum(item), field)
}

/** What a legend or a reader calls the items of a series that some fields part from others. */
function seriesName(
  facts: Facts,
  fields: readonly string[],
  items: readonly SceneItem[],
  measure: Pick<PlotMeasure, 'scale' | 'field'>,
): string {
  const [first] = items
  if (!first) return ''
  // 2024-12 and Dec 2024 are one name, and a place among others is none.
  const distinctive = fields.filter((field) => !/^order$|Order$/.test(field))
  const said = (distinctive.length > 0 ? distinctive : fields).filter((field) => !fields.includes(`${field}Label`))
  const named = said.map((field) => fieldName(facts, first, field)).filter((name) => name !== '')
  if (named.length > 0) return [...new Set(named)].join(', ')
  return shared(items, 'label') ?? shared(items, 'periodLabel') ?? measureName(facts, measure, items)
}

/** A field's value in words: the legend's, else the row's label for an indicator or series id, else the value. */
export function fieldName(facts: Facts, item: SceneItem, field: string): string {
  const datum = getDatum(item)
  const value = getFieldValue(datum, field)
  const entry = facts.legends.flatMap(({ entries }) => entries).find((one) => one.value === value)
  if (entry) return entry.text
  if ((field === 'indicator' || field === 'series') && typeof datum.label === 'string') return datum.label
  return value === null || value === undefined ? '' : String(value)
}

/** The text that a field of the bound rows has in all of them. */
function shared(items: readonly SceneItem[], field: string): string | undefined {
  const values = new Set(items.map((item) => getDatum(item)[field]))
  const [value] = values
  return values.size === 1 && typeof value === 'string' && items.every((item) => 'indicator' in getDatum(item))
    ? value
    : undefined
}

function measureName(
  facts: Facts,
  { scale, field }: Pick<PlotMeasure, 'scale' | 'field'>,
  items: readonly SceneItem[],
): string {
  const { title } = axisParts(facts, scale.name)
  const own = fieldTitle(field ?? '')
  // An axis that layers share is called by the fields of all of them.
  if (title) return getItemText(title).split(', ').includes(own) ? own : getItemText(title)
  // A field of the dataset's rows is a word of the program: what they are of is one of the reader's.
  const labels = new Set(
    items.map((item) => getDatum(item)).flatMap(({ indicator, label }) => (indicator && label ? [label] : [])),
  )
  return field === 'value' && labels.size > 0 && labels.size <= 2 ? [...labels].join(', ') : own
}

/** A field's name to a reader: `mean(price)` for what Vega-Lite calls `mean_price`, `count` for its count of rows. */
export function fieldTitle(field: string): string {
  const plain = field.replace(/\\(.)/g, '$1')
  if (plain === '__count') return 'count'
  const binned = /^bin_(?:true|[a-z]+_[^_]+)_(.+?)(?:_end)?$/.exec(plain)?.[1]
  if (binned !== undefined) return binned
  const [, operation, inner] = aggregated.exec(plain) ?? []
  return operation === undefined ? plain : `${operation}(${inner})`
}

const aggregated =
  /^(mean|average|sum|median|min|max|count|distinct|valid|missing|stdev|stdevp|variance|variancep|stderr|q1|q3|ci0|ci1|product)_(.+)$/
