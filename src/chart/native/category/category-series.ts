import { likest } from '../../../dataset/likest.ts'
import type { SceneItem } from '../../draw/scene/scene.ts'
import { type DrawnMark, type Facts, getDatum, getEntries, getFieldValue } from '../facts/facts.ts'
import { getMeasure, type PlotMeasure } from '../facts/measure.ts'
import { noPoint, type PlacedPoint, type PlacedSeries, type Reach } from '../facts/placed.ts'
import { getItemSeries, seriesFields } from '../facts/series-name.ts'
import { type CategorySlots, categoryFields } from '../facts/slots.ts'
import { kinship } from '../labels.ts'
import { inLegendOrder } from '../native-series.ts'
import type { NativeMarker } from '../native-types.ts'
import { NotPossible } from '../not-possible.ts'
import { getFill, getStroke } from '../paint.ts'

/** A series of bars as it was drawn. */
export interface BarSeries extends PlacedSeries {
  kind: 'bar'
  /** Units of the scene across the value. */
  breadth: number
  /** Where it stands beside others in a category; undefined for one that has the category to itself. */
  offset: number | undefined
}

/** The bars of a mark as series, in the order in which PowerPoint stacks or lines them up. */
export function barSeries(facts: Facts, mark: DrawnMark, slots: CategorySlots): BarSeries[] {
  const measure = getMeasure(facts, mark, slots.value)
  const items = inOrderOfRange(mark.groups.flat(), measure)
  const offsetField = getOffsetField(mark, slots.category)
  const fields = [
    ...new Set([...(offsetField === undefined ? [] : [offsetField]), ...partingFields(facts, mark, slots)]),
  ]
  const parted = partItems(items, fields, (item) => slots.rowOf(mark, item))
  const isStack = measure.grouping !== 'standard' || measure.from !== undefined
  if (offsetField !== undefined && isStack && parted.length > distinct(items, offsetField))
    throw new NotPossible('PowerPoint has no stacks side by side in one category')
  const series = parted.map((own): BarSeries => {
    const [first] = own
    return {
      kind: 'bar',
      ...getItemSeries(facts, mark, own, measure, fields),
      grouping: offsetField === undefined ? measure.grouping : 'standard',
      points: slotPoints(slots, mark, own, (item) => barPoint(item, measure, slots)),
      reach: getReach(measure, fields),
      breadth: (slots.category === 'x' ? first?.width : first?.height) ?? 0,
      offset: offsetField === undefined || !first ? undefined : getOffset(first, slots, mark),
    }
  })
  if (offsetField !== undefined) return series.sort((a, b) => (a.offset ?? 0) - (b.offset ?? 0))
  return measure.grouping === 'standard' ? series : inStackOrder(inLegendOrder(facts, series), slots)
}

function getReach({ from, field }: PlotMeasure, fields: readonly string[]): Reach | undefined {
  return from && field !== undefined ? { from: from.field, to: field, isNamed: fields.length > 0 } : undefined
}

/** Puts the lower ranges of a category first, so that series keep their places from one category to the next. */
function inOrderOfRange(items: readonly SceneItem[], { from, read }: PlotMeasure): SceneItem[] {
  if (!from) return [...items]
  const lower = (item: SceneItem) => Math.min(read(item) ?? 0, from.read(item) ?? 0)
  return [...items].sort((one, other) => lower(one) - lower(other))
}

/** Bars coloured by their own category are one series with a colour each, unless a legend names the colours. */
function partingFields(facts: Facts, mark: DrawnMark, { category }: CategorySlots): string[] {
  const own = categoryFields(mark.encode, category)?.field
  return seriesFields(facts, mark).filter((field) => facts.legends.length > 0 || field !== own)
}

function getOffsetField({ encode }: DrawnMark, channel: 'x' | 'y'): string | undefined {
  const entries = getEntries(encode, [channel, `${channel}c`])
  const offsets = entries.flatMap(({ offset }) => (typeof offset === 'object' && offset !== null ? [offset] : []))
  const field = offsets.map((offset) => Reflect.get(offset, 'field')).find((name) => typeof name === 'string')
  return typeof field === 'string' ? field : undefined
}

function distinct(items: readonly SceneItem[], field: string): number {
  return new Set(items.map((item) => String(getFieldValue(getDatum(item), field)))).size
}

function getOffset(item: SceneItem, slots: CategorySlots, mark: DrawnMark): number {
  const center = slots.category === 'x' ? (item.x ?? 0) + (item.width ?? 0) / 2 : (item.y ?? 0) + (item.height ?? 0) / 2
  return center - (slots.centers[slots.rowOf(mark, item) ?? 0] ?? 0)
}

/** Items of one series by the values of some fields, in order of appearance. Two of one category are of two series. */
function partItems(
  items: readonly SceneItem[],
  fields: readonly string[],
  rowOf: (item: SceneItem) => number | undefined,
): SceneItem[][] {
  const parts = new Map<string, { items: SceneItem[]; rows: Set<number> }[]>()
  for (const item of items) {
    const row = rowOf(item)
    if (row === undefined) throw new NotPossible('its layers stand on different categories')
    const key = JSON.stringify(fields.map((field) => getFieldValue(getDatum(item), field) ?? null))
    const known = parts.get(key) ?? []
    const free = known.find(({ rows }) => !rows.has(row))
    if (free) {
      free.items.push(item)
      free.rows.add(row)
    } else known.push({ items: [item], rows: new Set([row]) })
    parts.set(key, known)
  }
  return [...parts.values()].flat().map((part) => part.items)
}

/** A point for each category; an empty one where the series has none. */
function slotPoints(
  slots: CategorySlots,
  mark: DrawnMark,
  items: readonly SceneItem[],
  toPoint: (item: SceneItem) => PlacedPoint,
): PlacedPoint[] {
  const byRow = new Map(items.map((item) => [slots.rowOf(mark, item), item]))
  return slots.cells.map((_, row) => {
    const item = byRow.get(row)
    return item ? toPoint(item) : noPoint
  })
}

function barPoint(item: SceneItem, measure: PlotMeasure, { category }: CategorySlots): PlacedPoint {
  const across = category === 'x' ? (item.x ?? 0) + (item.width ?? 0) / 2 : (item.y ?? 0) + (item.height ?? 0) / 2
  const [end, base] = [measure.end(item), measure.base(item)]
  const anchor = (at: 'end' | 'middle' | 'base', along: number) =>
    category === 'x' ? { at, x: across, y: along } : { at, x: along, y: across }
  const stroke = getStroke(item, 1)
  const value = measure.read(item)
  if (value === null && Math.abs(end - base) > 0.5) throw new NotPossible('its values cannot be read')
  return {
    value,
    from: measure.from?.read(item),
    item,
    anchors: [anchor('end', end), anchor('middle', (end + base) / 2), anchor('base', base)],
    fill: getFill(item),
    line: stroke,
  }
}

/** From the base outwards. Throws NotPossible where one category is stacked in another order than the rest. */
function inStackOrder<T extends PlacedSeries>(series: readonly T[], { category }: CategorySlots): T[] {
  const distance = ({ points }: T, slot: number) => {
    const anchors = points[slot]?.anchors ?? []
    const [end, base] = ['end', 'base'].map((at) => anchors.find((anchor) => anchor.at === at))
    if (!end || !base) return undefined
    const at = category === 'x' ? Math.max(base.y, end.y) : -Math.min(base.x, end.x)
    return { at, value: points[slot]?.value ?? 0 }
  }
  const slots = series[0]?.points.map((_, slot) => slot) ?? []
  const before = (one: T, other: T): number => {
    const signs = slots.flatMap((slot) => {
      const [a, b] = [distance(one, slot), distance(other, slot)]
      return a && b && a.value * b.value > 0 && Math.abs(a.at - b.at) > 1e-6
        ? [Math.sign(b.at - a.at) * Math.sign(a.value)]
        : []
    })
    if (new Set(signs).size > 1) throw new NotPossible(notInOneOrder)
    return signs[0] ?? 0
  }
  return sortByPrecedence(series, (one, other) => before(other, one) >= 0, notInOneOrder)
}

const notInOneOrder = 'its stacks are in another order from category to category'

/** Sorts each before those it may precede, otherwise in the order given. Throws NotPossible on a cycle. */
export function sortByPrecedence<T>(
  values: readonly T[],
  mayPrecede: (one: T, other: T) => boolean,
  reason: string,
): T[] {
  const left = [...values]
  const sorted: T[] = []
  while (left.length > 0) {
    const next = left.findIndex((one) => left.every((other) => other === one || mayPrecede(one, other)))
    if (next < 0) throw new NotPossible(reason)
    sorted.push(...left.splice(next, 1))
  }
  return sorted
}

const straight = ['linear', 'linear-closed', undefined]
const curved = ['monotone', 'basis', 'cardinal', 'catmull-rom', 'natural', 'bundle']

/** The lines or areas of a mark as series. */
export function lineSeries(facts: Facts, mark: DrawnMark, slots: CategorySlots): PlacedSeries[] {
  const measure = getMeasure(facts, mark, slots.value)
  const kind = mark.type === 'area' ? 'area' : 'line'
  const series = mark.groups
    .filter((items) => items.length > 0)
    .map((items): PlacedSeries => {
      const [first] = items
      const rows = items.map((item) => slots.rowOf(mark, item))
      if (rows.includes(undefined)) throw new NotPossible('its layers stand on different categories')
      if (new Set(rows).size < rows.length)
        throw new NotPossible('its lines go back to a category that they have passed')
      return {
        kind,
        ...getItemSeries(facts, mark, items, measure),
        grouping: measure.grouping,
        points: slotPoints(slots, mark, items, (item) => linePoint(item, first ?? item, measure, kind, facts.zoom)),
        smooth: isCurved(first?.interpolate),
        reach: getReach(measure, seriesFields(facts, mark)),
      }
    })
  return measure.grouping === 'standard' ? series : inStackOrder(series, slots)
}

/** Whether a line is curved. Throws NotPossible for steps. */
export function isCurved(interpolate: string | undefined): boolean {
  if (straight.includes(interpolate)) return false
  if (curved.includes(interpolate ?? '')) return true
  throw new NotPossible('PowerPoint draws no lines in steps')
}

function linePoint(
  item: SceneItem,
  first: SceneItem,
  measure: PlotMeasure,
  kind: 'line' | 'area',
  zoom: number,
): PlacedPoint {
  const isMissing = item.defined === false
  const y = measure.end(item)
  const value = isMissing ? null : measure.read(item)
  if (value === null && !isMissing && Number.isFinite(y)) throw new NotPossible('its values cannot be read')
  return {
    value,
    from: isMissing ? null : measure.from?.read(item),
    item,
    anchors: isMissing
      ? []
      : [
          { at: 'point', x: item.x ?? 0, y },
          { at: 'end', x: item.x ?? 0, y },
          { at: 'middle', x: item.x ?? 0, y: (y + measure.base(item)) / 2 },
          { at: 'base', x: item.x ?? 0, y: measure.base(item) },
        ],
    fill: kind === 'area' ? getFill(first) : undefined,
    line: getStroke(first, zoom),
  }
}

/** The points of a mark as series without lines. */
export function pointSeries(facts: Facts, mark: DrawnMark, slots: CategorySlots): PlacedSeries[] {
  const measure = getMeasure(facts, mark, slots.value)
  const parted = partItems(mark.groups.flat(), seriesFields(facts, mark), (item) => slots.rowOf(mark, item))
  return parted.map((items) => ({
    kind: 'points',
    ...getItemSeries(facts, mark, items, measure),
    points: slotPoints(slots, mark, items, (item) => ({
      value: measure.read(item),
      item,
      anchors: [{ at: 'point', x: item.x ?? 0, y: item.y ?? 0 }],
      marker: getMarker(item, facts.zoom),
    })),
  }))
}

/** The lines with the points of a mark that lie on them as their markers; the points that lie on none. */
export function withMarkers(
  lines: readonly PlacedSeries[],
  items: readonly SceneItem[],
  zoom: number,
): { lines: PlacedSeries[]; left: SceneItem[] } {
  const marked = new Map<PlacedPoint, NativeMarker | undefined>()
  const left = items.filter((item) => {
    const near = lines
      .flatMap(({ points }) => points)
      .filter(
        (one) =>
          !marked.has(one) &&
          one.anchors.some(({ at, x, y }) => at === 'point' && isNear(x, item.x) && isNear(y, item.y)),
      )
    // Where lines cross, each point is of the line whose data it shares.
    const point = likest(near.reverse(), (one) => kinship(item, one), 0)
    if (point) marked.set(point, getMarker(item, zoom))
    return point === undefined
  })
  return {
    left,
    lines: lines.map((series) => ({
      ...series,
      points: series.points.map((point) => (marked.has(point) ? { ...point, marker: marked.get(point) } : point)),
    })),
  }
}

function isNear(one: number, other: number | undefined): boolean {
  return Math.abs(one - (other ?? Number.POSITIVE_INFINITY)) < 0.75
}

const shapes: Readonly<Record<string, NativeMarker['shape']>> = {
  circle: 'circle',
  square: 'square',
  diamond: 'diamond',
  cross: 'plus',
  stroke: 'dash',
  triangle: 'triangle',
  'triangle-up': 'triangle',
}

/** A symbol as a marker; undefined for one that cannot be seen. Throws NotPossible for shapes that PowerPoint lacks. */
export function getMarker(item: SceneItem, zoom: number): NativeMarker | undefined {
  const shape = shapes[item.shape ?? 'circle']
  if (shape === undefined) throw new NotPossible(`PowerPoint has no markers of the shape ${item.shape}`)
  const [fill, stroke] = [getFill(item), item.stroke === undefined ? undefined : getStroke(item, zoom)]
  if (!fill && !stroke) return undefined
  const size = Math.sqrt(item.size ?? 64) * zoom + (stroke?.width ?? 0)
  return { shape, size: Math.max(2, Math.min(72, Math.round(size))), fill, line: stroke }
}
