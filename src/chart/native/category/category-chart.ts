import { axisParts, type BuiltAxis, getUnitMultiplier, valueAxis } from '../axis.ts'
import { sheetDateFormat } from '../date-format.ts'
import { type DrawnMark, type Facts, getItemText, isTime } from '../facts/facts.ts'
import type { PlacedPoint, PlacedSeries } from '../facts/placed.ts'
import { placedTexts, ruleShapes, spanShapes } from '../facts/shapes.ts'
import { type CategorySlots, layOutSlots } from '../facts/slots.ts'
import { type MatchedLabel, matchLabels, toNativeLabels } from '../labels.ts'
import { chartFrame } from '../legend.ts'
import { cellFormat, inLegendOrder, isJumbled, legendSeries, toNativeSeries } from '../native-series.ts'
import type { NativeAxis, NativeChart, NativePaint, NativePlot } from '../native-types.ts'
import { NotPossible } from '../not-possible.ts'
import { isTick } from '../scatter/scatter-series.ts'
import { createSheet } from '../sheet.ts'
import { categoryAxis, categoryPlace, getAxes, plotArea } from './category-axes.ts'
import { getScaleNames, planPlots } from './category-plots.ts'
import { type BarSeries, barSeries, lineSeries, pointSeries, withMarkers } from './category-series.ts'
import { withErrorBars } from './error-bars.ts'
import { spreadRanges } from './spread-ranges.ts'

/** A chart of bars, lines, areas and points by category or date. Throws NotPossible with the reason if undrawable. */
export function categoryChart(facts: Facts, category: 'x' | 'y'): NativeChart {
  const ofType = (...types: string[]) => facts.marks.filter(({ type }) => types.includes(type))
  const [lines, points] = [ofType('line', 'area'), ofType('symbol')]
  const [ticks, bars] = [ofType('rect').filter(isTick), ofType('rect').filter((mark) => !isTick(mark))]
  if (category === 'y' && lines.length + points.length > 0)
    throw new NotPossible(`PowerPoint draws no ${lines.length > 0 ? 'lines' : 'points'} over horizontal bars`)
  const data = [...bars, ...ticks, ...lines, ...points]
  const slots = layOutSlots(facts, data, category)
  const placedBars = bars.flatMap((mark) => barSeries(facts, mark, slots))
  if (ticks.length > 0 && placedBars.some(({ reach }) => reach))
    throw new NotPossible('PowerPoint charts have no ticks over floating bars')
  const marked = withMarkers(
    lines.flatMap((mark) => lineSeries(facts, mark, slots)),
    points.flatMap(({ groups }) => groups.flat()),
    facts.zoom,
  )
  const loose = new Set(marked.left)
  const placedPoints = points.flatMap((mark) =>
    pointSeries(facts, { ...mark, groups: mark.groups.map((items) => items.filter((item) => loose.has(item))) }, slots),
  )
  if (marked.lines.some(isBroken))
    throw new NotPossible('PowerPoint lets an area fall to zero where a value is missing')
  const plain = spreadRanges(facts, marked.lines, slots.kind === 'dates')
  const freeLines = plain.filter(({ grouping }) => grouping === 'standard')
  const stackedLines = plain.filter(({ grouping }) => grouping !== 'standard')
  return assemble(facts, slots, [
    ...spreadRanges(facts, placedBars, false),
    ...ticks.flatMap((mark) => tickSeries(facts, mark, slots)),
    ...stackedLines,
    ...inLegendOrder(facts, freeLines),
    ...inLegendOrder(facts, placedPoints),
  ])
}

function assemble(facts: Facts, slots: CategorySlots, placed: readonly PlacedSeries[]): NativeChart {
  const { series, taken } = withErrorBars(facts, placed, slots.value)
  if (series.every(({ points }) => !points.some(hasValue))) throw new NotPossible('nothing is drawn of its data')
  const planned = planPlots(series, slots)
  const scales = getScaleNames(planned)
  const texts = matchLabels(facts, series, slots.category === 'x' ? 'column' : 'bar')
  const saidOn = (name: string) =>
    series.flatMap(({ scale }, index) => (scale === name ? (texts.labels[index] ?? []).map(({ said }) => said) : []))
  const multipliers = new Map(
    scales.map((name) => [name, getUnitMultiplier(facts, facts.scales.get(name), saidOn(name))]),
  )
  const values = new Map(scales.map((name) => [name, builtAxis(facts, name, slots.value, multipliers.get(name))]))
  const hasBars = series.some(({ kind }) => kind === 'bar' || kind === 'area')
  const sheet = createSheet()
  const inLegend = legendSeries(facts, series)
  const categories = sheet.add(categoryHeader(facts, slots), slots.cells, slots.format)
  const plots = planned.map(
    ({ plot, series: own }): NativePlot => ({
      ...plot,
      series: own.map((one) => {
        const unitMultiplier = multipliers.get(one.scale) ?? 0
        const labels = toNativeLabels(texts.labels[series.indexOf(one)] ?? [], unitMultiplier, facts.language)
        const axisFormat = valueFormat(facts, one.scale, values.get(one.scale)?.axis.format)
        const format = one.format ?? cellFormat(labels, axisFormat, unitMultiplier, one.points)
        const setting = { sheet, categories, format, axisFormat, unitMultiplier, inLegend: inLegend.has(one) }
        return toNativeSeries(one, labels, setting)
      }),
    }),
  )
  const [primary] = [...values.values()]
  // Office programs disagree on the order of horizontal bars in a legend, and would leave out a wrong entry.
  const isPartial = slots.category === 'y' && inLegend.size < series.length
  const frame = chartFrame(facts, isPartial || isJumbled(facts, series))
  const category = categoryAxis(facts, slots, series)
  const places = { [slots.category]: categoryPlace(facts, slots), [slots.value]: primary?.place }
  const beside = [
    ...spanShapes(facts, places),
    ...ruleShapes(facts, places, taken),
    // Lines of the grid that no axis of PowerPoint has would lie on bars, not behind them.
    ...[...values.values()].flatMap((axis) => axis.shapes).filter(({ type }) => !hasBars || type !== 'rule'),
  ]
  const words = placedTexts(facts, texts.left, places)
  const isFree = beside.length + words.length === 0 && planned.every(({ plot }) => plot.axes === 'primary')
  return {
    ...frame,
    plotArea: plotArea(facts, slots),
    columns: sheet.columns(),
    plots,
    blanks: getBlanks(series),
    axes: getAxes(
      withLaterDates(withoutLooseTicks(category.axis, primary), slots, isFree && category.shapes.length === 0),
      planned,
      isFree && !areClose(texts.labels, series) ? withRoomToGrow(facts, values) : values,
    ),
    shapes: [...beside, ...category.shapes, ...words, ...frame.shapes],
  }
}

/** Whether line labels stand so close that an axis of a wider range would draw them over each other. */
function areClose(labels: readonly MatchedLabel[][], series: readonly PlacedSeries[]): boolean {
  const ofLines = labels.flatMap((own, at) => (series[at]?.kind === 'line' ? own : []))
  const room = ({ lines, font }: MatchedLabel) => font.size * (lines?.words.length ?? 1)
  return ofLines.some((one, at) =>
    ofLines
      .slice(at + 1)
      .some((other) => one.index === other.index && Math.abs(one.middle - other.middle) < room(one) + room(other)),
  )
}

/**
 * Value axes, with ends that follow the data left to PowerPoint:
 * not where shapes stand at Vega's places, labels are close, or two axes look like one.
 */
function withRoomToGrow({ scales }: Facts, values: ReadonlyMap<string, BuiltAxis>): Map<string, BuiltAxis> {
  const isOpen = (name: string) => scales.get(name)?.type === 'linear' && !scales.get(name)?.isGiven
  return new Map(
    [...values].map(([name, built]) => [
      name,
      isOpen(name) ? { ...built, axis: { ...built.axis, mayGrow: true } } : built,
    ]),
  )
}

/** A date axis whose last date is the data's, open to dates added later; not where shapes stand at Vega's places. */
function withLaterDates(axis: NativeAxis, { kind, cells, max }: CategorySlots, isFree: boolean): NativeAxis {
  return isFree && kind === 'dates' && max !== undefined && cells.at(-1) === max ? { ...axis, mayGrow: true } : axis
}

/** Without ticks where bars go both ways from zero: the axis and its ticks lie among them, away from the labels. */
function withoutLooseTicks(axis: NativeAxis, value: BuiltAxis | undefined): NativeAxis {
  const { min = 0, max = 0 } = value?.axis ?? {}
  return !axis.atSide && min < 0 && max > 0 ? { ...axis, ticks: false } : axis
}

function builtAxis(facts: Facts, name: string, channel: 'x' | 'y', unitMultiplier: number | undefined) {
  const scale = facts.scales.get(name)
  if (!scale) throw new NotPossible('its values have no scale')
  return valueAxis(facts, scale, channel, unitMultiplier)
}

/** Lines break at missing values but run on over categories without a row; PowerPoint does only one or the other. */
function getBlanks(series: readonly PlacedSeries[]): NativeChart['blanks'] {
  const inner = series
    .filter(({ kind }) => kind === 'line')
    .flatMap(({ points }) => {
      const [first, last] = [points.findIndex(hasValue), points.findLastIndex(hasValue)]
      return points.slice(first, last).filter((point) => !hasValue(point))
    })
  const breaks = inner.some(({ item }) => item !== undefined)
  const runsOn = inner.some(({ item }) => item === undefined)
  if (breaks && runsOn) throw new NotPossible('its lines break at some missing values and run on over others')
  return runsOn ? 'span' : 'gap'
}

/** Whether an area has no number somewhere in the chart. */
function isBroken({ kind, reach, points }: PlacedSeries): boolean {
  return kind === 'area' && reach === undefined && points.some((point) => !hasValue(point))
}

function hasValue({ value }: PlacedPoint): boolean {
  return value !== null
}

/** The format of cells by their axis; none with conditions, for a reader of the sheet wants one look. */
function valueFormat({ scales, language }: Facts, name: string, format: string | undefined): string | undefined {
  const scale = scales.get(name)
  if (scale && isTime(scale))
    return format?.includes('yy') ? format : sheetDateFormat(scale.domain.map(Number), language)
  return format?.startsWith('[') ? undefined : format
}

/** The categories' own name, where the chart says one. */
function categoryHeader(facts: Facts, { scale }: CategorySlots): string {
  const { title } = axisParts(facts, scale)
  return title ? getItemText(title) : ' '
}

/** Ticks over bars, such as targets, as bars from zero painted only at their ends, so that they follow the sheet. */
function tickSeries(facts: Facts, mark: DrawnMark, slots: CategorySlots): BarSeries[] {
  const { value } = slots
  const encode = { ...mark.encode, [value]: mark.encode[value] ?? mark.encode[`${value}c`] ?? null }
  return barSeries(facts, { ...mark, encode }, slots).map((series) => ({
    ...series,
    layer: facts.marks.indexOf(mark),
    points: series.points.map((point) => ({ ...point, fill: getEnd(point, value) })),
  }))
}

function getEnd({ fill, item, anchors }: PlacedPoint, value: 'x' | 'y'): NativePaint | undefined {
  const [end = 0, base = 0] = ['end', 'base'].map((at) => anchors.find((anchor) => anchor.at === at)?.[value])
  const thickness = (value === 'x' ? item?.width : item?.height) ?? 0
  const length = end - base
  if (!fill || length === 0) return fill
  const part = Math.min(1, thickness / Math.abs(length))
  const stop = (at: number, opacity: number) => ({ at, color: fill.color, opacity })
  const [solid, clear] = [1, 0]
  // Colours run to the right and down; the end of a bar may be at either side.
  const stops =
    length > 0
      ? [stop(0, clear), stop(1 - part, clear), stop(1 - part, solid), stop(1, solid)]
      : [stop(0, solid), stop(part, solid), stop(part, clear), stop(1, clear)]
  return { ...fill, gradient: { angle: value === 'x' ? 0 : 90, stops } }
}
