import { oneDay } from '../../../dataset/figure/period.ts'
import { axisLook, axisParts, type BuiltAxis, evenStep, gridShapes, labelShapes } from '../axis.ts'
import { dateFormatSaying, toSerial } from '../date-format.ts'
import { type Facts, getDatum, getItemText } from '../facts/facts.ts'
import type { PlacedSeries } from '../facts/placed.ts'
import type { CategorySlots } from '../facts/slots.ts'
import type { AxisPair, NativeAxis, NativeShape } from '../native-types.ts'
import type { Planned } from './category-plots.ts'

/** The axis of categories, and its labels as words where PowerPoint cannot set them so. */
export function categoryAxis(
  facts: Facts,
  slots: CategorySlots,
  series: readonly PlacedSeries[],
): { axis: NativeAxis; shapes: NativeShape[] } {
  const look = axisLook(facts, slots.scale, slots.kind === 'dates' ? 'date' : 'category', slots.category)
  const isReversed = (slots.centers[0] ?? 0) > (slots.centers.at(-1) ?? 0) !== (slots.category === 'y')
  const atEdges = slots.kind === 'dates' || (series.every(({ kind }) => kind !== 'bar') && isWide(facts, slots))
  const axis: NativeAxis = {
    ...look,
    reversed: isReversed,
    atEdges,
    // Bars and areas grow from where the axes cross.
    atSide: series.every(({ kind }) => kind === 'line' || kind === 'points'),
    format: slots.kind === 'dates' ? slots.format : 'General',
    min: slots.min,
    max: slots.max,
    // Tall labels of several lines are words, not an axis' own.
    skip: slots.skip ?? 1,
  }
  if (slots.kind === 'dates') return datesAxis(facts, slots, axis)
  if (slots.skip !== undefined) return { axis, shapes: [] }
  // A line of the grid for each category would be a grey wall.
  return {
    axis: { ...axis, labels: false, grid: undefined, ticks: false },
    shapes: labelShapes(facts, slots.scale),
  }
}

/** Whether the first and last category lie on the frame's edges. */
function isWide(facts: Facts, { centers, category }: CategorySlots): boolean {
  const length = category === 'x' ? facts.frame.width : facts.frame.height
  const ends = [Math.min(...centers), Math.max(...centers)]
  return centers.length > 1 && Math.abs(ends[0] ?? 0) < 1 && Math.abs((ends[1] ?? 0) - length) < 1
}

/** A date axis with PowerPoint's labels where they fall on even days, months or years, else with Vega's as words. */
function datesAxis(facts: Facts, slots: CategorySlots, axis: NativeAxis): { axis: NativeAxis; shapes: NativeShape[] } {
  const { labels } = axisParts(facts, slots.scale)
  const pairs = labels.map((item) => ({ date: Number(getDatum(item).value), text: getItemText(item) }))
  const format = dateFormatSaying(pairs)
  const step = dateStep(pairs.map(({ date }) => date))
  const starts = pairs[0] && toSerial(pairs[0].date) === slots.min
  if (!step || !starts) {
    const shapes = [...gridShapes(facts, slots.scale), ...labelShapes(facts, slots.scale)]
    return { axis: { ...axis, labels: false, grid: undefined, ticks: false }, shapes }
  }
  const stepped = { ...axis, step: step.step, stepUnit: step.unit }
  if (axis.labels && format !== undefined) return { axis: { ...stepped, format }, shapes: [] }
  return { axis: { ...stepped, labels: false }, shapes: labelShapes(facts, slots.scale) }
}

function dateStep(dates: readonly number[]): { step: number; unit: 'days' | 'months' | 'years' } | undefined {
  const each = dates.map((date) => new Date(date))
  if (dates.length < 2) return undefined
  if (each.every((date) => date.getUTCDate() === each[0]?.getUTCDate())) {
    const months = evenStep(each.map((date) => date.getUTCFullYear() * 12 + date.getUTCMonth()))
    if (months === undefined) return undefined
    return months % 12 === 0 ? { step: months / 12, unit: 'years' } : { step: months, unit: 'months' }
  }
  const days = evenStep(dates.map((date) => date / oneDay))
  return days === undefined || !Number.isInteger(days) ? undefined : { step: days, unit: 'days' }
}

/** Where the plot lies in the chart's box, so that each category and each value is where Vega put it. */
export function plotArea(facts: Facts, slots: CategorySlots): { x: number; y: number; width: number; height: number } {
  const { zoom, origin, frame, size } = facts
  const isAcross = slots.category === 'x'
  const extent = categoryExtent(facts, slots)
  const [start, whole] = isAcross ? [origin[0], size.width / zoom] : [origin[1], size.height / zoom]
  const from = Math.max(0, start + extent[0])
  const to = Math.min(whole, start + extent[1])
  const [x, width, y, height] = isAcross
    ? [from, to - from, origin[1], frame.height]
    : [origin[0], frame.width, from, to - from]
  return { x: x * zoom, y: y * zoom, width: width * zoom, height: height * zoom }
}

/** Maps Vega's places along categories into the plot area, which must stay in the chart where half a bar does not. */
export function categoryPlace(facts: Facts, slots: CategorySlots): (position: number) => number {
  const { category } = slots
  const area = plotArea(facts, slots)
  const { zoom, origin } = facts
  const [start, length, own] = category === 'x' ? [area.x, area.width, origin[0]] : [area.y, area.height, origin[1]]
  const [from, to] = categoryExtent(facts, slots)
  const isWhole = Math.abs(length / zoom - (to - from)) < 0.5
  return (position) => (isWhole ? position : start / zoom - own + ((position - from) / (to - from)) * (length / zoom))
}

/** From the outer edge of the first category to that of the last; from the first day to the last. */
function categoryExtent(facts: Facts, slots: CategorySlots): [number, number] {
  const scale = facts.scales.get(slots.scale)
  const [first, last] = [Math.min(...slots.centers), Math.max(...slots.centers)]
  if (slots.kind === 'dates' && scale && slots.min !== undefined && slots.max !== undefined) {
    const places = [slots.min, slots.max].map((serial) => scale.place(new Date((serial - 25569) * oneDay)))
    return [Math.min(...places), Math.max(...places)]
  }
  if (isWide(facts, slots)) return [first, last]
  return [first - slots.step / 2, last + slots.step / 2]
}

/** Of an axis that is there for its plots alone. */
const hidden = { shown: false, labels: false, grid: undefined, line: undefined, title: undefined, ticks: false }

/** The primary pair of axes, and the hidden or second one that plots on other axes need. */
export function getAxes(
  category: NativeAxis,
  planned: readonly Planned[],
  values: ReadonlyMap<string, BuiltAxis>,
): { primary: AxisPair; secondary?: AxisPair | undefined } | undefined {
  const [first, second] = [...values.values()].map(({ axis }) => axis)
  if (!first) return undefined
  const primary = { category, value: first }
  if (planned.every(({ plot }) => plot.axes === 'primary')) return { primary }
  return { primary, secondary: { category: { ...category, ...hidden }, value: second ?? { ...first, ...hidden } } }
}
