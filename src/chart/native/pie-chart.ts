import { getWords } from '../../locale/get-locale.ts'
import type { SceneItem } from '../draw/scene/scene.ts'
import { toAxisText, toBox } from './axis.ts'
import {
  type DrawnMark,
  type Facts,
  getDatum,
  getEntry,
  getFieldValue,
  getItems,
  getItemText,
  getStack,
  scaledField,
} from './facts/facts.ts'
import { toNumber } from './facts/measure.ts'
import { noPoint, type PlacedPoint, type PlacedSeries } from './facts/placed.ts'
import { fieldName, fieldTitle } from './facts/series-name.ts'
import { type MatchedLabel, toNativeLabels } from './labels.ts'
import { chartFrame } from './legend.ts'
import { cellFormat, toNativeSeries } from './native-series.ts'
import type { NativeChart, NativePlot } from './native-types.ts'
import { NotPossible } from './not-possible.ts'
import { getFill, getFont, getStroke } from './paint.ts'
import { createSheet, type Sheet } from './sheet.ts'
import { chooseUnitMultiplier } from './unit-multiplier.ts'

/** A pie or doughnut. Throws NotPossible for arcs that are no parts of one circle. */
export function pieChart(facts: Facts): NativeChart {
  const mark = onlyRing(facts)
  const items = mark.groups
    .flat()
    .filter((item) => sweep(item) > 1e-6)
    .sort((a, b) => getStart(a) - getStart(b))
  const [first] = items
  if (!first) throw new NotPossible('nothing is drawn of its data')
  const labels = sliceLabels(facts, mark, items)
  const sheet = createSheet()
  const plot = piePlot(facts, mark, [first, ...items.slice(1)], labels.labels, sheet)
  const frame = chartFrame(facts)
  return {
    ...frame,
    plotArea: circleBox(facts, first),
    columns: sheet.columns(),
    plots: [plot],
    axes: undefined,
    blanks: 'gap',
    shapes: [...labels.left.map((item) => toAxisText(facts, item, { x: 0, y: 0 })), ...frame.shapes],
  }
}

function onlyRing({ marks }: Facts): DrawnMark {
  const [mark, second] = marks.filter(({ type }) => type === 'arc')
  if (!mark || second) throw new NotPossible('it draws more than one ring of arcs')
  const other = marks.find(({ type }) => type !== 'arc' && type !== 'text')
  if (other) throw new NotPossible(`it draws a ${other.type} over a pie`)
  return mark
}

function circleBox(facts: Facts, { x = 0, y = 0, outerRadius = 0 }: SceneItem): NativeChart['plotArea'] {
  const edge = outerRadius * 2
  return toBox(facts, { x: x - outerRadius, y: y - outerRadius, width: edge, height: edge })
}

function piePlot(
  facts: Facts,
  mark: DrawnMark,
  items: readonly [SceneItem, ...SceneItem[]],
  matched: readonly MatchedLabel[],
  sheet: Sheet,
): NativePlot {
  const points = items.map((item) => slicePoint(facts, mark, item))
  const left = leftOfCircle(items)
  const rest = left > 0 ? [getRest(points, left)] : []
  const restName = getWords(facts.language).charts.restOfCircle
  const fill = scaledField(mark.encode, 'fill')?.field
  const names = [
    ...items.map((item) => (fill === undefined ? '' : fieldName(facts, item, fill))),
    ...rest.map(() => restName),
  ]
  const placed: PlacedSeries = {
    kind: 'slices',
    name: fieldTitle(thetaField(facts, mark) ?? ' '),
    grouping: 'standard',
    scale: '',
    layer: 0,
    points: [...points, ...rest],
  }
  const said = matched.map((label) => label.said)
  const unitMultiplier = facts.unitMultiplier ?? chooseUnitMultiplier(said, [], facts.language)
  const labels = toNativeLabels(matched, unitMultiplier, facts.language)
  const series = toNativeSeries(placed, labels, {
    sheet,
    categories: sheet.add(' ', names, 'General'),
    format: cellFormat(labels, undefined, unitMultiplier, points),
    unitMultiplier,
    inLegend: true,
  })
  const [{ outerRadius = 0, innerRadius = 0 }] = items
  const hole = Math.round((innerRadius / outerRadius) * 100)
  return {
    kind: hole > 0 ? 'doughnut' : 'pie',
    axes: 'primary',
    firstAngle: Math.round(degrees(getStart(items[0]))),
    hole: Math.max(10, Math.min(90, hole)),
    hasRest: rest.length > 0,
    // PowerPoint gives a slice without a look of its own a colour.
    series: [{ ...series, points: [...series.points, ...rest.map(() => ({ index: points.length, fill: undefined }))] }],
  }
}

function slicePoint(facts: Facts, mark: DrawnMark, item: SceneItem): PlacedPoint {
  return {
    value: sliceValue(facts, mark, item),
    item,
    anchors: [],
    fill: getFill(item),
    line: item.stroke === undefined ? undefined : getStroke(item, facts.zoom),
  }
}

const sweep = (item: SceneItem): number => Math.abs((item.endAngle ?? 0) - (item.startAngle ?? 0))

/** Where a slice begins, clockwise. */
const getStart = ({ startAngle = 0, endAngle = 0 }: SceneItem): number => Math.min(startAngle, endAngle)

function degrees(radians: number): number {
  return ((((radians * 180) / Math.PI) % 360) + 360) % 360
}

/** The part of the circle left by slices, from 0 to 1. Throws NotPossible for slices set apart or of unequal radii. */
function leftOfCircle(items: readonly SceneItem[]): number {
  const radii = items.flatMap(({ innerRadius, outerRadius }) => [`${innerRadius} ${outerRadius}`])
  if (new Set(radii).size > 1) throw new NotPossible('its slices have different radii')
  const left = 1 - items.reduce((sum, item) => sum + sweep(item), 0) / (2 * Math.PI)
  const areApart = items.some((item, index) => {
    const next = items[index + 1]
    return next !== undefined && Math.abs(getStart(item) + sweep(item) - getStart(next)) > 1e-3
  })
  if (left < -1e-3 || areApart) throw new NotPossible('its arcs make no circle, nor one part of it')
  return left > 1e-3 ? left : 0
}

/** What is left of a circle as a slice that is not seen. */
function getRest(points: readonly PlacedPoint[], left: number): PlacedPoint {
  const sum = points.reduce((whole, { value }) => whole + (value ?? 0), 0)
  return { ...noPoint, value: Number(((sum * left) / (1 - left)).toPrecision(12)) }
}

function thetaField(facts: Facts, { encode }: DrawnMark): string | undefined {
  const field = getEntry(encode, 'startAngle')?.field ?? getEntry(encode, 'endAngle')?.field
  const stack = getStack(facts, field)
  return stack?.field ?? (typeof field === 'string' ? field : undefined)
}

function sliceValue(facts: Facts, mark: DrawnMark, item: SceneItem): number | null {
  const field = thetaField(facts, mark)
  const value = field === undefined ? null : toNumber(getFieldValue(getDatum(item), field))
  if (value === null || value < 0) throw new NotPossible('its slices are not values of a field')
  return value
}

/** Texts by the slice in whose direction they stand; a slice takes one. */
function sliceLabels(
  facts: Facts,
  mark: DrawnMark,
  items: readonly SceneItem[],
): { labels: MatchedLabel[]; left: SceneItem[] } {
  const labels = new Map<number, MatchedLabel>()
  const left: SceneItem[] = []
  for (const text of getItems(facts, 'text')) {
    if (getItemText(text) === '' || text.opacity === 0) continue
    const index = items.findIndex((item, row) => !labels.has(row) && isMiddle(text, item))
    const slice = items[index]
    // A doughnut's labels stand on its ring, or are words of their own.
    const isOutside = slice && (slice.innerRadius ?? 0) > 0 && (text.radius ?? 0) > (slice.outerRadius ?? 0)
    if (slice && !isOutside) labels.set(index, sliceLabel(facts, mark, text, index, slice))
    else left.push(text)
  }
  return { labels: [...labels.values()].sort((a, b) => a.index - b.index), left }
}

function isMiddle({ theta, radius }: SceneItem, { startAngle = 0, endAngle = 0 }: SceneItem): boolean {
  return theta !== undefined && radius !== undefined && Math.abs(theta - (startAngle + endAngle) / 2) < 1e-3
}

function sliceLabel(facts: Facts, mark: DrawnMark, item: SceneItem, index: number, slice: SceneItem): MatchedLabel {
  const text = getItemText(item)
  const { innerRadius = 0, outerRadius = 0 } = slice
  const position =
    (item.radius ?? 0) > outerRadius
      ? 'outEnd'
      : (item.radius ?? 0) > (innerRadius + outerRadius) * 0.6
        ? 'inEnd'
        : 'ctr'
  return {
    index,
    text,
    said: { value: sliceValue(facts, mark, slice) ?? 0, text },
    showsName: false,
    position: innerRadius > 0 ? undefined : position,
    offset: undefined,
    middle: 0,
    font: getFont(item, facts.zoom, facts.headingFamily),
  }
}
