import type { DrawnMark, Facts } from '../facts/facts.ts'
import type { PlacedPoint } from '../facts/placed.ts'
import type { CategorySlots } from '../facts/slots.ts'
import type { NativePaint } from '../native-types.ts'
import { type BarSeries, barSeries, type Directions } from './category-series.ts'

/** Ticks over bars, such as targets: bars of their values from zero that are filled at their ends alone, so that the sheet has the values and the ticks move with them. */
export function tickSeries(facts: Facts, mark: DrawnMark, slots: CategorySlots, directions: Directions): BarSeries[] {
  const { value } = directions
  const encode = { ...mark.encode, [value]: mark.encode[value] ?? mark.encode[`${value}c`] ?? null }
  return barSeries(facts, { ...mark, encode }, slots, directions).map((series) => ({
    ...series,
    layer: facts.marks.indexOf(mark),
    points: series.points.map((point) => ({ ...point, fill: endOf(point, value) })),
  }))
}

function endOf({ fill, item, anchors }: PlacedPoint, value: 'x' | 'y'): NativePaint | undefined {
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
