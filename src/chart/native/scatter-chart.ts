import type { AxisPair, NativeAxis, NativeCell, NativeChart, NativePlot, NativeSeries } from '../native-types.ts'
import { axisLook, axisParts, type BuiltAxis, labelShapes, valueAxis } from './axis.ts'
import { isCurved, legendValue, markerOf, withMarkers } from './category-series.ts'
import { sheetDateFormat, toSerial } from './date-format.ts'
import {
  type DrawnMark,
  datumOf,
  entryOf,
  type FactItem,
  type FactScale,
  type Facts,
  NotPossible,
  scaledField,
  stackOf,
  textOf,
  valueAt,
} from './facts.ts'
import { matchTexts } from './labels.ts'
import { toLegend, toTitle } from './legend.ts'
import { toNumber } from './measure.ts'
import { cellFormat, inLegendOrder, isInLegend, toNativeSeries } from './native-series.ts'
import { strokeOf } from './paint.ts'
import { isSame, type PlacedPoint, type PlacedSeries } from './placed.ts'
import { fieldTitle, seriesFields, seriesName } from './series-name.ts'
import { placedText, ruleShapes } from './shapes.ts'
import { createSheet } from './sheet.ts'

/** A chart of points and lines over two scales. Throws NotPossible, saying why, for what PowerPoint cannot draw. */
export function scatterChart(facts: Facts): NativeChart {
  const ofType = (type: string) => facts.marks.filter((mark) => mark.type === type)
  if (ofType('area').length + ofType('rect').length > 0)
    throw new NotPossible('it draws bars or areas over two scales of numbers')
  const data = [...ofType('line'), ...ofType('symbol')]
  const [x, y] = [sharedAxis(facts, data, 'x'), sharedAxis(facts, data, 'y')]
  const lines = ofType('line').flatMap((mark) => mark.groups.map((items) => lineOf(facts, mark, items, x, y)))
  const symbols = ofType('symbol').flatMap(({ groups }) => groups.flat())
  const marked = withMarkers(lines, symbols, facts.zoom)
  const isPlain = marked.lines.every(({ points }) => isOneLook(points))
  const left = new Set(isPlain ? marked.left : symbols)
  const points = ofType('symbol').flatMap((mark) => pointsOf(facts, mark, left, x, y, !isPlain))
  const drawnLines = isPlain ? marked.lines : joined(facts, lines)
  const series = [...drawnLines, ...points].filter((one) => one.points.length > 0)
  return assemble(facts, inLegendOrder(facts, series), x, y)
}

/** A scale as a value axis: numbers, dates as days, or categories by their place in the order, from the far end on a vertical axis. */
interface PointAxis extends BuiltAxis {
  scale: FactScale
  toCell(value: unknown): number | null
  format: string
  /** The field that its points are placed by. */
  field: string
  /** For categories: the cell of a place beside them. */
  toOrder?: (position: number) => number
  /** For categories: names by cell. */
  names: Map<number, string> | undefined
}

function sharedAxis(facts: Facts, marks: readonly DrawnMark[], channel: 'x' | 'y'): PointAxis {
  const names = [...new Set(marks.flatMap(({ encode }) => entryOf(encode, channel)?.scale ?? []).map(String))]
  const scale = names[0] === undefined ? undefined : facts.scales.get(names[0])
  const field = marks.flatMap(({ encode }) => scaledField(encode, channel)?.field ?? [])[0] ?? channel
  if (names.length > 1) throw new NotPossible('its points lie on two scales')
  if (!scale) throw new NotPossible(`its points have no place on ${channel}`)
  return scale.type === 'band' || scale.type === 'point'
    ? { ...orderAxis(facts, scale, channel), field }
    : { ...numberAxis(facts, scale, channel), field }
}

function numberAxis(facts: Facts, scale: FactScale, channel: 'x' | 'y'): Omit<PointAxis, 'field'> {
  const isTime = scale.type === 'utc' || scale.type === 'time'
  const built = valueAxis(facts, scale, channel)
  return {
    ...built,
    scale,
    toCell: (value) => (isTime ? toSerial(Number(value)) : toNumber(value)),
    format: isTime
      ? sheetDateFormat(scale.domain.map(Number), 'en')
      : built.axis.format.startsWith('[')
        ? 'General'
        : built.axis.format,
    names: undefined,
  }
}

function orderAxis(facts: Facts, scale: FactScale, channel: 'x' | 'y'): Omit<PointAxis, 'field'> {
  const count = scale.domain.length
  const order = (value: unknown) => {
    const index = scale.domain.findIndex((one) =>
      String(Number(one)) === String(Number(value)) && one instanceof Date ? true : one === value,
    )
    return index < 0 ? null : channel === 'y' ? count - index : index + 1
  }
  const look = axisLook(facts, scale.name, 'value')
  const [first, last] = [
    scale.place(scale.domain[0]) + scale.bandwidth / 2,
    scale.place(scale.domain.at(-1)) + scale.bandwidth / 2,
  ]
  const step = count > 1 ? Math.abs(last - first) / (count - 1) : Math.max(...scale.range)
  const [from, to] = [Math.min(first, last), Math.max(...scale.range) - Math.max(first, last)]
  const [least, most] = channel === 'y' ? [1 - to / step, count + from / step] : [1 - from / step, count + to / step]
  const axis: NativeAxis = {
    ...look,
    side: channel === 'y' ? (look.side === 'right' ? 'right' : 'left') : look.side === 'top' ? 'top' : 'bottom',
    labels: false,
    grid: undefined,
    ticks: false,
    min: least,
    max: most,
    step: 1,
  }
  const toOrder = (position: number): number => {
    const steps = (position - Math.min(first, last)) / step
    return Number((channel === 'y' ? count - steps : 1 + steps).toFixed(4))
  }
  const names = new Map(scale.domain.map((value) => [order(value) ?? 0, String(value)]))
  return {
    axis,
    shapes: labelShapes(facts, scale.name, {}),
    place: (position) => position,
    scale,
    toCell: order,
    toOrder,
    format: 'General',
    names,
  }
}

function cellAt(facts: Facts, mark: DrawnMark, item: FactItem, channel: 'x' | 'y', axis: PointAxis): number | null {
  const entry = entryOf(mark.encode, channel)
  if (typeof entry?.field === 'string') {
    if (stackOf(facts, entry.field)) throw new NotPossible('its points are stacked')
    if (entry.offset !== undefined && axis.toOrder) return axis.toOrder((channel === 'x' ? item.x : item.y) ?? 0)
    return axis.toCell(valueAt(datumOf(item), entry.field))
  }
  if (axis.names) throw new NotPossible('its points have no category')
  const position = channel === 'x' ? item.x : item.y
  const value = toNumber(Number(axis.scale.invert(position ?? 0)))
  return value === null ? null : axis.toCell(Number(value.toPrecision(12)))
}

function placedPoint(
  facts: Facts,
  mark: DrawnMark,
  item: FactItem,
  slot: number,
  x: PointAxis,
  y: PointAxis,
): PlacedPoint {
  const isMissing = item.defined === false
  return {
    slot,
    x: cellAt(facts, mark, item, 'x', x) ?? undefined,
    value: isMissing ? null : cellAt(facts, mark, item, 'y', y),
    item,
    anchors: isMissing ? [] : [{ at: 'point', x: item.x ?? 0, y: item.y ?? 0 }],
  }
}

function lineOf(facts: Facts, mark: DrawnMark, items: readonly FactItem[], x: PointAxis, y: PointAxis): PlacedSeries {
  const [first] = items
  const line = first && strokeOf(first, facts.zoom)
  return {
    kind: 'line',
    name: nameOf(facts, mark, items, y),
    grouping: 'standard',
    scale: y.scale.name,
    layer: facts.marks.indexOf(mark),
    points: items.map((item, slot) => ({ ...placedPoint(facts, mark, item, slot, x, y), line })),
    smooth: isCurved(first?.interpolate),
    legendValue: first && legendValue(mark, first),
  }
}

/** Whether all points that are drawn have one marker, or none has any. */
function isOneLook(points: readonly PlacedPoint[]): boolean {
  const shown = points.filter(({ value }) => value !== null)
  return shown.every(({ marker }) => isSame(marker, shown[0]?.marker))
}

/** Lines of one look that nothing tells apart, as one series that breaks between them. */
function joined(facts: Facts, lines: readonly PlacedSeries[]): PlacedSeries[] {
  const [first] = lines
  const looks = lines.flatMap(({ points }) => points.map(({ line }) => line))
  const isOneLook = looks.every((line) => isSame(line, looks[0])) && !lines.some((line) => isInLegend(facts, line))
  if (!first || lines.length < 2 || !isOneLook) return [...lines]
  const points = lines.flatMap((line, index): PlacedPoint[] => [
    ...(index === 0 ? [] : [{ slot: 0, value: null, item: undefined, anchors: [] }]),
    ...line.points,
  ])
  return [{ ...first, name: '–', points: points.map((point, slot) => ({ ...point, slot })) }]
}

function nameOf(facts: Facts, mark: DrawnMark, items: readonly FactItem[], { scale }: PointAxis): string {
  const field = entryOf(mark.encode, 'y')?.field
  return seriesName(facts, seriesFields(facts, mark), items, {
    scale,
    grouping: 'standard',
    field: typeof field === 'string' ? field : undefined,
    read: () => null,
    end: () => 0,
    base: () => 0,
  })
}

function pointsOf(
  facts: Facts,
  mark: DrawnMark,
  wanted: ReadonlySet<FactItem>,
  x: PointAxis,
  y: PointAxis,
  byLook: boolean,
): PlacedSeries[] {
  const size = scaledField(mark.encode, 'size')?.field
  const fields = seriesFields(facts, mark).filter((field) => field !== size)
  const parts = new Map<string, FactItem[]>()
  for (const item of mark.groups.flat()) {
    if (!wanted.has(item)) continue
    const values = fields.map((field) => valueAt(datumOf(item), field) ?? null)
    const key = JSON.stringify(byLook ? [...values, item.fill, item.stroke] : values)
    parts.set(key, [...(parts.get(key) ?? []), item])
  }
  return [...parts.values()].map(
    (items): PlacedSeries => ({
      kind: 'points',
      name: nameOf(facts, mark, items, y),
      grouping: 'standard',
      scale: y.scale.name,
      layer: facts.marks.indexOf(mark),
      points: items.map((item, slot) => ({
        ...placedPoint(facts, mark, item, slot, x, y),
        marker: markerOf(item, facts.zoom),
        size: size === undefined ? undefined : (toNumber(valueAt(datumOf(item), size)) ?? undefined),
      })),
      smooth: false,
      legendValue: items[0] && legendValue(mark, items[0]),
    }),
  )
}

const mostPoints = 5000

function assemble(facts: Facts, series: readonly PlacedSeries[], x: PointAxis, y: PointAxis): NativeChart {
  if (series.length === 0) throw new NotPossible('nothing is drawn of its data')
  const count = series.reduce((sum, { points }) => sum + points.length, 0)
  if (count > mostPoints) throw new NotPossible(`it has ${count} points, too many to edit`)
  const texts = matchTexts(
    facts,
    facts.marks.filter(({ type }) => type === 'text'),
    series,
    () => ({ kind: 'point' }),
  )
  const sheet = createSheet()
  const isBubble = series.some(({ points }) => points.some(({ size }) => size !== undefined))
  const natives = series.map((one, index) =>
    toPointSeries(facts, one, texts.labels[index] ?? [], sheet, x, y, isBubble),
  )
  const { legend, shapes } = toLegend(facts)
  const title = toTitle(facts)
  const plotArea = {
    x: facts.origin[0] * facts.zoom,
    y: facts.origin[1] * facts.zoom,
    width: facts.frame.width * facts.zoom,
    height: facts.frame.height * facts.zoom,
  }
  return {
    type: 'native',
    size: facts.size,
    plotArea,
    background: facts.background,
    plotFill: facts.plotFill,
    columns: sheet.columns(),
    plots: [toPlot(natives, series, isBubble, plotArea)],
    blanks: 'gap',
    axes: { primary: { category: x.axis, value: y.axis } satisfies AxisPair },
    legend,
    title: title.title,
    shapes: [
      ...ruleShapes(facts, y, { value: 'y' }),
      ...x.shapes,
      ...y.shapes,
      ...texts.left.map(({ item }) => placedText(facts, item, y, { value: 'y' })),
      ...shapes,
      ...title.shapes,
    ],
    language: facts.language,
  }
}

/** PowerPoint's largest bubble has a quarter of the shorter side as its diameter. */
function toPlot(
  series: NativeSeries[],
  placed: readonly PlacedSeries[],
  isBubble: boolean,
  area: { width: number; height: number },
): NativePlot {
  if (!isBubble) return { kind: 'scatter', axes: 'primary', series }
  const largest = Math.max(...placed.flatMap(({ points }) => points.map(({ marker }) => marker?.size ?? 0)))
  const scale = Math.round((largest / (Math.min(area.width, area.height) / 4)) * 100)
  return { kind: 'bubble', axes: 'primary', series, scale: Math.max(1, Math.min(300, scale)) }
}

function toPointSeries(
  facts: Facts,
  series: PlacedSeries,
  labels: NativeSeries['labels'],
  sheet: ReturnType<typeof createSheet>,
  x: PointAxis,
  y: PointAxis,
  isBubble: boolean,
): NativeSeries {
  const namesOf = (axis: PointAxis, cells: readonly NativeCell[]) =>
    axis.names
      ? sheet.add(
          ' ',
          cells.map((cell) => axis.names?.get(Math.round(Number(cell))) ?? null),
          'General',
          'any',
        )
      : undefined
  const [xs, ys] = [series.points.map((point) => point.x ?? null), series.points.map(({ value }) => value)]
  namesOf(x, xs)
  namesOf(y, ys)
  const categories = sheet.add(axisName(facts, x), xs, x.format, 'any')
  const native = toNativeSeries(series, labels, {
    sheet,
    categories,
    format: cellFormat(labels, y.format),
    inLegend: isInLegend(facts, series),
  })
  if (!isBubble) return native
  const fill = native.marker?.fill
  return {
    ...native,
    fill,
    line: native.marker?.line,
    points: native.points.map(({ index, marker }) => ({ index, fill: marker?.fill, line: marker?.line })),
    sizes: sheet.add(
      `${series.name} size`.trim(),
      series.points.map(({ size }) => size ?? null),
      'General',
    ),
  }
}

function axisName(facts: Facts, { scale, field }: PointAxis): string {
  const { title } = axisParts(facts, scale.name)
  return title ? textOf(title) : fieldTitle(field)
}
