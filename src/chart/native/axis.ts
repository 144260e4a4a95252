import type { SceneItem } from '../draw/scene/scene.ts'
import { dateFormatSaying, toSerial } from './date-format.ts'
import { type FactScale, type Facts, getDatum, getItemText, isTime } from './facts/facts.ts'
import type { NativeAxis, NativeFigure, NativePaint, NativeShape, NativeText } from './native-types.ts'
import { NotPossible } from './not-possible.ts'
import { axisFormat, withMinus, withThousands } from './number-format.ts'
import { getFont, getStroke } from './paint.ts'
import { chooseUnitMultiplier, type SaidValue, toUnits } from './unit-multiplier.ts'

/** Where a place of Vega's lies on each axis of PowerPoint's, where that is not the same. */
export type Places = Partial<Record<'x' | 'y', ((position: number) => number) | undefined>>

/** A value axis, and what PowerPoint cannot say on one and is drawn beside it. */
export interface BuiltAxis {
  axis: NativeAxis
  shapes: NativeShape[]
  /** From a place that Vega gave a value to the place that it has on this axis, in units of the scene. */
  place(position: number): number
}

/** What was drawn for a scale, by all axes that it has. */
export function axisParts(facts: Facts, scale: string) {
  const drawn = facts.axes.filter((axis) => axis.scale === scale)
  const grid = drawn.flatMap((axis) => axis.grid)
  const titled = drawn.find(({ title }) => title && getItemText(title) !== '')
  return {
    labels: drawn.flatMap((axis) => axis.labels).filter(({ opacity }) => opacity !== 0),
    grid: grid[0],
    gridValues: grid.map((item) => Number(getDatum(item).value)),
    line: drawn.find(({ domain }) => domain)?.domain,
    hasTicks: drawn.some(({ ticks }) => ticks.length > 0),
    title: titled?.title,
    /** Where the title's axis has its origin. */
    titleAt: titled ?? { x: 0, y: 0 },
    drawn,
  }
}

/** The look of an axis along a channel, without its numbers. */
export function axisLook(facts: Facts, scale: string, kind: NativeAxis['kind'], channel: 'x' | 'y'): NativeAxis {
  const parts = axisParts(facts, scale)
  const [first] = parts.labels
  const { zoom, headingFamily } = facts
  const shown = parts.drawn.length > 0
  return {
    kind,
    side: sideOn(channel, parts.drawn[0]?.orient),
    shown,
    labels: parts.labels.length > 0,
    reversed: false,
    format: 'General',
    angle: normalAngle(first?.angle ?? 0),
    skip: 1,
    font: first && getFont(first, zoom, headingFamily),
    title: parts.title && toAxisText(facts, parts.title, parts.titleAt),
    grid: parts.grid && getStroke(parts.grid, zoom),
    line: parts.line && getStroke(parts.line, zoom),
    ticks: parts.hasTicks,
    atSide: kind === 'value',
    atEdges: false,
  }
}

/** Degrees between -90 and 90: text upside down is turned by PowerPoint's own rules. */
function normalAngle(degrees: number): number {
  const turned = ((((degrees + 180) % 360) + 360) % 360) - 180
  return turned > 90 ? turned - 180 : turned < -90 ? turned + 180 : turned
}

const numericTypes = ['linear', 'log', 'utc', 'time']

/** The value axis of a scale, for cells divided by a power of ten. Throws NotPossible for scales PowerPoint lacks. */
export function valueAxis(facts: Facts, scale: FactScale, channel: 'x' | 'y', unitMultiplier = 0): BuiltAxis {
  if (!numericTypes.includes(scale.type)) throw new NotPossible(`PowerPoint has no ${scale.type} scale`)
  const inTime = isTime(scale)
  const look = axisLook(facts, scale.name, 'value', channel)
  const parts = axisParts(facts, scale.name)
  const toNumber = (value: unknown) => (inTime ? toSerial(Number(value)) : toUnits(Number(value), unitMultiplier))
  const [low = 0, high = 1] = [scale.domain[0], scale.domain.at(-1)].map(toNumber)
  const labelled = parts.labels.map((item) => getDatum(item).value)
  const ticks = [...new Set((labelled.length > 0 ? labelled : parts.gridValues).map(toNumber))].sort((a, b) => a - b)
  const [min, max] = [Math.min(low, high), Math.max(low, high)]
  const isLog = scale.type === 'log'
  const even = isLog ? undefined : evenStep(ticks)
  const step = even !== undefined && inTime ? Math.ceil(even * 1e9 - 1e-3) / 1e9 : even
  const hasNumbers = look.labels || look.grid !== undefined
  const isFromZero = ticks[0] === 0 && min < 0 && !isBelow(0, facts, scale, channel)
  const start = isFromZero ? 0 : hasNumbers && step !== undefined ? downTo(min, ticks[0] ?? 0, step) : min
  const flipped = scale.range.length > 1 && (scale.range[0] ?? 0) > (scale.range.at(-1) ?? 0) !== (channel === 'y')
  const base = scale.base ?? 10
  const powerNear = (value: number, round: (power: number) => number, slack: number) =>
    base ** round(Math.log(value) / Math.log(base) + slack)
  const axis: NativeAxis = {
    ...look,
    min: isLog ? powerNear(min, Math.floor, 1e-9) : start,
    max: isLog ? powerNear(max, Math.ceil, -1e-9) : max,
    step,
    logBase: isLog ? base : undefined,
    reversed: flipped !== low > high,
  }
  const place = placing(axis, scale, toNumber)
  const said = saidTicks(parts.labels, unitMultiplier)
  const format = inTime ? dateFormat(parts.labels) : formatBeyond(said, axis, facts.language)
  // From its least value PowerPoint would count steps of its own.
  const isSaid = format !== undefined && (step !== undefined || ticks.length === 0 || isLog)
  if (isSaid || !look.labels) return { axis: { ...axis, format: format ?? 'General' }, shapes: [], place }
  return {
    axis: { ...axis, labels: false, grid: step === undefined ? undefined : axis.grid },
    shapes: [
      ...labelShapes(facts, scale.name, { [channel]: place }),
      ...(step === undefined ? gridShapes(facts, scale.name) : []),
    ],
    place,
  }
}

function sideOn(channel: 'x' | 'y', orient: string | undefined): NativeAxis['side'] {
  if (channel === 'x') return orient === 'top' ? 'top' : 'bottom'
  return orient === 'right' ? 'right' : 'left'
}

/** What stands along an axis, with the values of cells that are divided by a power of ten. */
function saidTicks(labels: readonly SceneItem[], unitMultiplier: number): SaidValue[] {
  return labels.map((item) => ({
    value: toUnits(Number(getDatum(item).value), unitMultiplier),
    text: getItemText(item),
  }))
}

/** The power of ten that divides a scale's cells, for its axis and labels; none for times and power scales. */
export function getUnitMultiplier(facts: Facts, scale: FactScale | undefined, labels: readonly SaidValue[]): number {
  if (scale?.type !== 'linear') return 0
  const ticks = saidTicks(axisParts(facts, scale.name).labels, 0)
  return facts.unitMultiplier ?? chooseUnitMultiplier(labels, ticks, facts.language)
}

function dateFormat(labels: readonly SceneItem[]): string | undefined {
  return dateFormatSaying(labels.map((item) => ({ date: Number(getDatum(item).value), text: getItemText(item) })))
}

/** The distance between numbers, where it is the same for all. */
export function evenStep(numbers: readonly number[]): number | undefined {
  const [first, second] = numbers
  if (first === undefined || second === undefined) return undefined
  const step = second - first
  const isEven = numbers.every((number, index) => Math.abs(number - first - index * step) < step * 1e-3)
  return isEven && step > 0 ? Number(step.toPrecision(12)) : undefined
}

/** The tick format, also for ticks that PowerPoint may add where Vega has none: below zero, and up to 1,000 million. */
function formatBeyond(said: readonly SaidValue[], { min = 0, step = 0 }: NativeAxis, language: string) {
  const format = axisFormat(said, language)
  const { value, text } = said.reduce((a, b) => (b.value > a.value ? b : a), { value: 0, text: '' })
  const shown = Number(/\d+/.exec(text)?.[0])
  const isBeyond = shown < 1000 && shown * (1 + step / value) >= 1000
  const long = format !== undefined && isBeyond ? withThousands(format) : format
  return long !== undefined && min < 0 ? withMinus(long) : long
}

/** Whether something not spanning the plot is drawn below a value: scales may begin there just for labels. */
function isBelow(value: number, { marks }: Facts, { place, range }: FactScale, channel: 'x' | 'y'): boolean {
  const [floor, direction] = [place(value), Math.sign(place(value + 1) - place(value))]
  const length = Math.abs((range.at(-1) ?? 0) - (range[0] ?? 0))
  const items = marks.filter(({ type }) => type !== 'text').flatMap(({ groups }) => groups.flat())
  return items.some(({ x = 0, y = 0, x2 = x, y2 = y, width = 0, height = 0 }) => {
    const places = channel === 'x' ? [x, x2, x + width] : [y, y2, y + height]
    const isAcross = Math.max(...places) - Math.min(...places) > length - 0.5
    return !isAcross && places.some((at) => (at - floor) * direction < -0.5)
  })
}

/** PowerPoint counts its ticks from the axis' least value, so that must be a whole number of steps below a tick. */
function downTo(min: number, tick: number, step: number): number {
  const steps = (tick - min) / step
  const nearest = Math.round(steps)
  return Math.abs(steps - nearest) < 1e-3 ? min : Number((tick - Math.ceil(steps) * step).toPrecision(12))
}

/** Where values lie on the axis that PowerPoint draws, which may reach further than Vega's. */
function placing(
  { min = 0, max = 1, logBase }: NativeAxis,
  scale: FactScale,
  toNumber: (value: unknown) => number,
): BuiltAxis['place'] {
  const [from = 0, to = 0] = [Math.min(...scale.range), Math.max(...scale.range)]
  const measure = (value: number) => (logBase === undefined ? value : Math.log(value))
  const rises = scale.place(scale.domain.at(-1)) > scale.place(scale.domain[0])
  return (position) => {
    const value = toNumber(scale.invert(position))
    const part = (measure(value) - measure(min)) / (measure(max) - measure(min))
    return rises ? from + part * (to - from) : to - part * (to - from)
  }
}

/** The labels of an axis as words at their places. */
export function labelShapes(facts: Facts, scale: string, places: Places = {}): NativeText[] {
  return facts.axes
    .filter((axis) => axis.scale === scale)
    .flatMap((axis) => {
      const shift = (channel: 'x' | 'y', position = 0) => (places[channel]?.(position) ?? position) - position
      return axis.labels
        .filter(({ opacity }) => opacity !== 0)
        .map((item) => toAxisText(facts, item, { x: axis.x + shift('x', item.x), y: axis.y + shift('y', item.y) }))
    })
}

/** The grid of an axis as lines at their places. */
export function gridShapes(facts: Facts, scale: string): NativeShape[] {
  return facts.axes
    .filter((axis) => axis.scale === scale)
    .flatMap((axis) => axis.grid.flatMap((item) => ruleShape(facts, item, { x: axis.x, y: axis.y })))
}

/** A text item as words in the chart's box; `at` is the origin of its coordinates in the frame. */
export function toAxisText(facts: Facts, item: SceneItem, at: { x: number; y: number }): NativeText {
  const { x1, y1, x2, y2 } = item.bounds ?? { x1: 0, y1: 0, x2: 0, y2: 0 }
  const align = item.align === 'right' || item.align === 'center' ? item.align : 'left'
  return {
    type: 'text',
    text: [item.text].flat().map(String).join('\n').trim(),
    box: toBox(facts, { x: at.x + x1, y: at.y + y1, width: x2 - x1, height: y2 - y1 }),
    align,
    angle: normalAngle(item.angle ?? 0),
    font: getFont(item, facts.zoom, facts.headingFamily),
  }
}

/** A rule as a line in the chart's box; none where it cannot be seen. */
export function ruleShape({ zoom, origin }: Facts, item: SceneItem, at: { x: number; y: number }): NativeShape[] {
  const line = getStroke(item, zoom)
  const place = (x: number, y: number): [number, number] => [
    (origin[0] + at.x + x) * zoom,
    (origin[1] + at.y + y) * zoom,
  ]
  const { x = 0, y = 0, x2 = x, y2 = y } = item
  return line ? [{ type: 'rule', from: place(x, y), to: place(x2, y2), line }] : []
}

/** A figure about an item's box in the frame. */
export function toAxisFigure(
  facts: Facts,
  shape: NativeFigure['shape'],
  item: SceneItem,
  fill: NativePaint | undefined,
): NativeFigure {
  return {
    type: 'figure',
    shape,
    box: toBox(facts, item),
    fill,
    line: item.stroke === undefined ? undefined : getStroke(item, facts.zoom),
  }
}

/** A box in the frame as one in the chart's box. */
export function toBox(
  { zoom, origin }: Facts,
  { x = 0, y = 0, width = 0, height = 0 }: Pick<SceneItem, 'x' | 'y' | 'width' | 'height'>,
): NativeFigure['box'] {
  return { x: (origin[0] + x) * zoom, y: (origin[1] + y) * zoom, width: width * zoom, height: height * zoom }
}
