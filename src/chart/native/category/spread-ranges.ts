import { getWords } from '../../../locale/get-locale.ts'
import { type Facts, isTime } from '../facts/facts.ts'
import {
  type Anchor,
  noPoint,
  type PlacedPoint,
  type PlacedSeries,
  type Reach,
  type SheetColumn,
} from '../facts/placed.ts'
import { fieldTitle } from '../facts/series-name.ts'
import { NotPossible } from '../not-possible.ts'
import { sortByPrecedence } from './category-series.ts'

/**
 * Bars and areas between two values as stacks that float, for PowerPoint knows no others: each series as its length, on
 * a series of room that is not
 * seen. Bars on both sides of zero are parted there, for PowerPoint stacks what is negative by itself. The sheet holds
 * both ends beside the length.
 */
export function spreadRanges<T extends PlacedSeries>(facts: Facts, series: readonly T[], mayEnd: boolean): T[] {
  const ranged = series.filter(({ reach }) => reach)
  const layers = [...new Set(ranged.map(({ layer }) => layer))]
  const floating = layers.flatMap((layer) =>
    floatingStack(
      facts,
      ranged.filter((one) => one.layer === layer),
      mayEnd,
    ),
  )
  return series.flatMap((one) => (one.reach ? (one === ranged[0] ? floating : []) : [one]))
}

/** A series on one side of zero, with `inner` and `outer` distances from it by slot; null where it has none. */
interface Part<T> {
  series: T
  sign: 1 | -1
  spans: (Span | null)[]
}

interface Span {
  inner: number
  outer: number
}

function floatingStack<T extends PlacedSeries>(facts: Facts, series: readonly T[], mayEnd: boolean): T[] {
  const isArea = series[0]?.kind === 'area'
  const [above = [], below = []] = (isArea ? ([1] as const) : ([1, -1] as const)).map((sign) =>
    sortByPrecedence(
      series
        .map((one) => (isArea ? getBand(one, mayEnd) : partOn(one, sign)))
        .filter(({ spans }) => spans.some((span) => span)),
      isBelow,
      'its ranges cover each other',
    ),
  )
  const isParted = (one: T) => [above, below].every((side) => side.some((part) => part.series === one))
  const isAlone = series.length === 1 && !series.some(isParted)
  const stack = [above, below].flatMap((side) => withRoom(facts, side, isAlone, isParted))
  return withEnds(stack, series)
}

function partOn<T extends PlacedSeries>(series: T, sign: 1 | -1): Part<T> {
  const spans = series.points.map(({ value, from }) => {
    if (typeof value !== 'number' || typeof from !== 'number') return null
    const [inner, outer] = [Math.min(value * sign, from * sign), Math.max(value * sign, from * sign)]
    return outer > 0 ? { inner: Math.max(0, inner), outer } : null
  })
  return { series, sign, spans }
}

/** A band from its first to last point; outside it has no breadth if it `mayEnd`. Throws NotPossible on other gaps. */
function getBand<T extends PlacedSeries>(series: T, mayEnd: boolean): Part<T> {
  const own = series.points.map(({ value, from }) =>
    typeof value === 'number' && typeof from === 'number'
      ? { inner: Math.min(value, from), outer: Math.max(value, from) }
      : null,
  )
  const [first, last] = [own.findIndex((span) => span), own.findLastIndex((span) => span)]
  const spans = own.map((span, slot) => {
    if (span) return span
    if (!mayEnd || (slot > first && slot < last)) throw new NotPossible('its band does not reach from end to end')
    const inner = own[slot < first ? first : last]?.inner ?? 0
    return { inner, outer: inner }
  })
  return { series, sign: 1, spans }
}

function isBelow<T>(one: Part<T>, other: Part<T>): boolean {
  return one.spans.every((span, slot) => {
    const above = other.spans[slot]
    return !span || !above || span.outer <= above.inner + 1e-9 * Math.max(1, Math.abs(span.outer))
  })
}

/** Each part as its length, on the room that is left between it and what is below. */
function withRoom<T extends PlacedSeries>(
  facts: Facts,
  parts: readonly Part<T>[],
  isAlone: boolean,
  isParted: (series: T) => boolean,
): T[] {
  let reached = parts[0]?.spans.map(() => 0) ?? []
  return parts.flatMap(({ series, sign, spans }) => {
    const room = spans.map((span, slot) => span && difference(span.inner, reached[slot] ?? 0))
    reached = spans.map((span, slot) => span?.outer ?? reached[slot] ?? 0)
    const isSecond = sign < 0 && isParted(series)
    const lengths: T = {
      ...series,
      name: isSecond ? `${lengthName(series)} < 0` : lengthName(series),
      grouping: 'stacked',
      legendValue: isSecond ? undefined : series.legendValue,
      points: series.points.map((point, slot) => lengthPoint(point, spans[slot] ?? null, sign)),
      format: isTime(facts.scales.get(series.scale)) ? '0.##' : undefined,
    }
    const isNeeded = room.some((length) => length !== null && Math.abs(length) > 1e-9)
    return isNeeded ? [roomBelow(facts, series, room, sign, isAlone), lengths] : [lengths]
  })
}

/** Without what binary fractions leave behind. */
function difference(one: number, other: number): number {
  return other === 0 ? one : Number((one - other).toPrecision(12))
}

function lengthPoint(point: PlacedPoint, span: Span | null, sign: 1 | -1): PlacedPoint {
  if (!span) return noPoint
  return { ...point, value: difference(span.outer, span.inner) * sign, anchors: anchorsOn(point, sign) }
}

/** The anchors of a bar's part on one side of zero, its end the one away from there. */
function anchorsOn({ value, from, anchors }: PlacedPoint, sign: 1 | -1): Anchor[] {
  const [to, since] = [(value ?? 0) * sign, (from ?? 0) * sign]
  const turned = { end: 'base', base: 'end', middle: 'middle', point: 'point' } as const
  const own = to < since ? anchors.map((anchor) => ({ ...anchor, at: turned[anchor.at] })) : anchors
  const [end, base] = (['end', 'base'] as const).map((name) => own.find(({ at }) => at === name))
  if (!end || !base || to * since >= 0) return own
  // Parted at zero: its base is there.
  const part = Math.min(to, since) / (Math.min(to, since) - Math.max(to, since))
  const between = (place: number) => ({ x: base.x + (end.x - base.x) * place, y: base.y + (end.y - base.y) * place })
  return [end, { at: 'middle', ...between((1 + part) / 2) }, { at: 'base', ...between(part) }]
}

function roomBelow<T extends PlacedSeries>(
  facts: Facts,
  series: T,
  room: readonly (number | null)[],
  sign: 1 | -1,
  isAlone: boolean,
): T {
  const { roomBelow } = getWords(facts.language).charts
  return {
    ...series,
    name: isAlone ? nearEndName(series, sign) : `${roomBelow(lengthName(series))}${sign < 0 ? ' < 0' : ''}`,
    grouping: 'stacked',
    isUnseen: true,
    legendValue: undefined,
    format: isTime(facts.scales.get(series.scale)) && !isAlone ? '0.##' : undefined,
    points: room.map((length) => ({ ...noPoint, value: length === null ? null : length * sign })),
  }
}

/** The names of its two ends, the one that is always lower first; undefined where that changes between categories. */
function endsInOrder({ reach, points }: PlacedSeries): [string, string] | undefined {
  const there = points.filter(({ value, from }) => typeof value === 'number' && typeof from === 'number')
  const [from, to] = [fieldTitle(reach?.from ?? ''), fieldTitle(reach?.to ?? '')]
  if (there.every((point) => (point.from ?? 0) <= (point.value ?? 0))) return [from, to]
  return there.every((point) => (point.from ?? 0) >= (point.value ?? 0)) ? [to, from] : undefined
}

/** What a lone series stands on: the end nearer to zero. */
function nearEndName(series: PlacedSeries, sign: 1 | -1): string {
  const [low, high] = endsInOrder(series) ?? []
  const { from = '', to = '' }: Partial<Reach> = series.reach ?? {}
  return (sign > 0 ? low : high) ?? `${sign > 0 ? 'min' : 'max'}(${fieldTitle(from)}, ${fieldTitle(to)})`
}

function lengthName(series: PlacedSeries): string {
  const { from = '', to = '', isNamed }: Partial<Reach> = series.reach ?? {}
  if (isNamed) return series.name
  const [low, high] = endsInOrder(series) ?? []
  return low === undefined ? `|${fieldTitle(to)} − ${fieldTitle(from)}|` : `${high} − ${low}`
}

/** Beside the lengths the ends that they were taken from, as far as no column holds them yet. */
function withEnds<T extends PlacedSeries>(stack: readonly T[], series: readonly T[]): T[] {
  const last = stack.at(-1)
  if (!last) return []
  const known = new Set(stack.map(({ name }) => name))
  const ends = series.flatMap(({ reach, name, points }): SheetColumn[] => {
    const ofSeries = reach?.isNamed ? `${name}: ` : ''
    return [
      { header: `${ofSeries}${fieldTitle(reach?.from ?? '')}`, cells: points.map(({ from }) => from ?? null) },
      { header: `${ofSeries}${fieldTitle(reach?.to ?? '')}`, cells: points.map(({ value }) => value) },
    ]
  })
  return [...stack.slice(0, -1), { ...last, beside: ends.filter(({ header }) => !known.has(header)) }]
}
