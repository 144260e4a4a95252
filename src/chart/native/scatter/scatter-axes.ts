import type { SceneItem } from '../../draw/scene/scene.ts'
import type { JsonObject } from '../../spec/json/json.ts'
import { axisLook, axisParts, type BuiltAxis, labelShapes, valueAxis } from '../axis.ts'
import { sheetDateFormat, toSerial } from '../date-format.ts'
import {
  type DrawnMark,
  type FactScale,
  type Facts,
  getDatum,
  getEntry,
  getFieldValue,
  getItemText,
  getPositionEntry,
  getScaleName,
  getStack,
  isTime,
  plainName,
  type StackFact,
} from '../facts/facts.ts'
import { toNumber } from '../facts/measure.ts'
import { fieldTitle } from '../facts/series-name.ts'
import { categoryNames, getCategoryKey } from '../facts/slots.ts'
import type { NativeAxis } from '../native-types.ts'
import { NotPossible } from '../not-possible.ts'

/** A scale as a value axis: numbers, dates as days, or categories by order, from the far end on a vertical axis. */
export interface PointAxis extends BuiltAxis {
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

/** A chart of points on its two axes. */
export interface PointFacts extends Facts {
  axis: Readonly<Record<'x' | 'y', PointAxis>>
}

/** The axis of the one scale that some marks have on a channel. Throws NotPossible where they have none, or two. */
export function sharedAxis(facts: Facts, marks: readonly DrawnMark[], channel: 'x' | 'y'): PointAxis {
  const names = [...new Set(marks.flatMap(({ encode }) => getScaleName(getPositionEntry(encode, channel)) ?? []))]
  const scale = names[0] === undefined ? undefined : facts.scales.get(names[0])
  const field = marks.flatMap(({ encode }) => getField(getPositionEntry(encode, channel)))[0] ?? channel
  if (names.length > 1) throw new NotPossible('its points lie on two scales')
  if (!scale) throw new NotPossible(`its points have no place on ${channel}`)
  return scale.type === 'band' || scale.type === 'point'
    ? { ...orderAxis(facts, scale, channel), field }
    : { ...numberAxis(facts, scale, channel, getValues(marks, field)), field }
}

/** The field that places marks: of bins, which stand at their middles, that of their start. */
function getField(entry: JsonObject | undefined): string[] {
  if (typeof entry?.field === 'string') return [entry.field]
  const found = typeof entry?.signal === 'string' ? /datum\[(["'])(.+?)\1\]/.exec(entry.signal)?.[2] : undefined
  return found === undefined ? [] : [found]
}

function getValues(marks: readonly DrawnMark[], field: string): number[] {
  return marks.flatMap(({ groups }) => groups.flat().map((item) => Number(getFieldValue(getDatum(item), field))))
}

function numberAxis(
  facts: Facts,
  scale: FactScale,
  channel: 'x' | 'y',
  values: readonly number[],
): Omit<PointAxis, 'field'> {
  const inTime = isTime(scale)
  const built = valueAxis(facts, scale, channel)
  return {
    ...built,
    scale,
    toCell: (value) => (inTime ? toSerial(Number(value)) : toNumber(value)),
    format: inTime ? sheetDateFormat(values.filter(Number.isFinite), facts.language) : numberFormat(built),
    names: undefined,
  }
}

function numberFormat({ axis: { format } }: BuiltAxis): string {
  return format.startsWith('[') ? 'General' : format
}

/** An axis of numbers for cells that are divided by a power of ten. */
export function inUnits(facts: Facts, axis: PointAxis, channel: 'x' | 'y', unitMultiplier: number): PointAxis {
  if (unitMultiplier === 0) return axis
  const built = valueAxis(facts, axis.scale, channel, unitMultiplier)
  return { ...axis, ...built, format: numberFormat(built) }
}

function orderAxis(facts: Facts, scale: FactScale, channel: 'x' | 'y'): Omit<PointAxis, 'field'> {
  const count = scale.domain.length
  const toOrderOf = (index: number) => (channel === 'y' ? count - index : index + 1)
  const keys = scale.domain.map(getCategoryKey)
  const order = (value: unknown) => toOrderOf(keys.indexOf(getCategoryKey(value)))
  const look = axisLook(facts, scale.name, 'value', channel)
  const [first, last] = [
    scale.place(scale.domain[0]) + scale.bandwidth / 2,
    scale.place(scale.domain.at(-1)) + scale.bandwidth / 2,
  ]
  const step = count > 1 ? Math.abs(last - first) / (count - 1) : Math.max(...scale.range)
  const [from, to] = [Math.min(first, last), Math.max(...scale.range) - Math.max(first, last)]
  const [least, most] = channel === 'y' ? [1 - to / step, count + from / step] : [1 - from / step, count + to / step]
  const axis: NativeAxis = {
    ...look,
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
  const names = new Map(categoryNames(facts, scale).map((name, index) => [toOrderOf(index), name]))
  return {
    axis,
    shapes: labelShapes(facts, scale.name),
    place: (position) => position,
    scale,
    toCell: order,
    toOrder,
    format: 'General',
    names,
  }
}

/** What an item says on an axis: at its place, or at another `end` of it. */
export function cellAt(
  facts: PointFacts,
  mark: DrawnMark,
  item: SceneItem,
  channel: 'x' | 'y',
  end: 'x' | 'y' | 'x2' | 'y2' = channel,
): number | null {
  const axis = facts.axis[channel]
  const entry = getEntry(mark.encode, end) ?? getEntry(mark.encode, `${channel}c`)
  if (typeof entry?.field === 'string') {
    const stack = getStack(facts, entry.field)
    if (stack) return onNothing(item, stack, entry.field)
    if (entry.offset !== undefined && axis.toOrder) return axis.toOrder((channel === 'x' ? item.x : item.y) ?? 0)
    return axis.toCell(getFieldValue(getDatum(item), entry.field))
  }
  if (axis.names) throw new NotPossible('its points have no category')
  const position = item[end]
  const value = toNumber(Number(axis.scale.invert(position ?? 0)))
  return value === null ? null : axis.toCell(Number(value.toPrecision(12)))
}

/** Vega-Lite stacks even plain bars, each on nothing. */
function onNothing(item: SceneItem, { field, start, end }: StackFact, wanted: string): number | null {
  const datum = getDatum(item)
  if (Number(datum[start]) !== 0) throw new NotPossible('its points are stacked')
  return plainName(wanted) === end ? toNumber(getFieldValue(datum, field)) : 0
}
/** What an axis is called: by its title, or by its field. */
export function axisName(facts: Facts, { scale, field }: PointAxis): string {
  const { title } = axisParts(facts, scale.name)
  return title ? getItemText(title) : fieldTitle(field)
}
