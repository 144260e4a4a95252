import type { SceneItem } from '../../draw/scene/scene.ts'
import { type DrawnMark, type Facts, getEntry } from '../facts/facts.ts'
import { getMeasure, type PlotMeasure } from '../facts/measure.ts'
import { type ErrorLook, isSame, type Margin, type PlacedPoint, type PlacedSeries } from '../facts/placed.ts'
import { fieldTitle } from '../facts/series-name.ts'
import type { NativeLine } from '../native-types.ts'
import { NotPossible } from '../not-possible.ts'
import { getStroke } from '../paint.ts'

/** A rule with the point that it passes through, or ends at. */
interface Fit {
  item: SceneItem
  point: PlacedPoint
  margin: Margin
  line: NativeLine
}

/**
 * The rules from one value to another that pass through a point of a series each, as the series' error bars: one mark
 * gives each series one look.
 * All of a mark's rules must; else they stay what they are. Those that are `taken` need no shape any more.
 */
export function withErrorBars<T extends PlacedSeries>(
  facts: Facts,
  series: readonly T[],
  channel: 'x' | 'y',
): { series: T[]; taken: ReadonlySet<SceneItem> } {
  let found: readonly T[] = series
  const taken = new Set<SceneItem>()
  for (const mark of facts.marks.filter(({ type }) => type === 'rule')) {
    const fits = getFits(facts, mark, channel, found) ?? []
    found = found.map((one) => barred(facts, one, mark, channel, ownFits(one, fits)))
    for (const { item } of fits) taken.add(item)
  }
  if (facts.hasCaps && taken.size === 0) throw new NotPossible('its error bars are at no point')
  return { series: [...found], taken }
}

function ownFits({ points }: PlacedSeries, fits: readonly Fit[]): Fit[] {
  return fits.filter(({ point }) => points.includes(point))
}

function getFits(
  facts: Facts,
  mark: DrawnMark,
  channel: 'x' | 'y',
  series: readonly PlacedSeries[],
): Fit[] | undefined {
  const [one, other] = [getEntry(mark.encode, channel), getEntry(mark.encode, `${channel}2`)]
  // From a value to the same one it is drawn so many points away: the leader of a note.
  const isLeader = one?.field === other?.field
  if (isLeader || typeof one?.field !== 'string' || !other || getEntry(mark.encode, channel === 'x' ? 'y2' : 'x2'))
    return undefined
  const measure = measureSafely(facts, mark, channel)
  if (measure?.grouping !== 'standard') return undefined
  const items = mark.groups.flat()
  const used = new Set<PlacedPoint>()
  const fits = items.flatMap((item) => {
    const fit = getFit(facts, item, measure, channel, series, used)
    if (fit) used.add(fit.point)
    return fit ? [fit] : []
  })
  const isOneLook = series.every((one) => ownFits(one, fits).every(({ line }, _, own) => isSame(line, own[0]?.line)))
  return items.length > 0 && fits.length === items.length && isOneLook ? fits : undefined
}

function measureSafely(facts: Facts, mark: DrawnMark, channel: 'x' | 'y'): PlotMeasure | undefined {
  try {
    return getMeasure(facts, mark, channel)
  } catch (error) {
    if (error instanceof NotPossible) return undefined
    throw error
  }
}

function getFit(
  facts: Facts,
  item: SceneItem,
  measure: PlotMeasure,
  channel: 'x' | 'y',
  series: readonly PlacedSeries[],
  used: ReadonlySet<PlacedPoint>,
): Fit | undefined {
  const line = getStroke(item, facts.zoom)
  const [one, other] = [measure.read(item), measure.from ? measure.from.read(item) : 0]
  if (!line || one === null || other === null) return undefined
  const [low, high] = [Math.min(one, other), Math.max(one, other)]
  const across = channel === 'y' ? 'x' : 'y'
  const slack = 1e-9 * Math.max(1, Math.abs(low), Math.abs(high))
  const isWithin = ({ value }: PlacedPoint) => value !== null && value >= low - slack && value <= high + slack
  const isThere = ({ anchors }: PlacedPoint) =>
    anchors.some((anchor) => Math.abs(anchor[across] - (item[across] ?? 0)) < 1)
  const point = series
    .filter(({ errors, grouping }) => !errors && grouping === 'standard')
    .flatMap(({ points }) => points)
    .find((one) => !used.has(one) && isWithin(one) && isThere(one))
  const value = point?.value ?? 0
  return point && { item, point, line, margin: { minus: less(value, low), plus: less(high, value) } }
}

const less = (one: number, other: number): number => Math.max(0, Number((one - other).toPrecision(12)))

function barred<T extends PlacedSeries>(
  facts: Facts,
  series: T,
  mark: DrawnMark,
  channel: 'x' | 'y',
  fits: readonly Fit[],
): T {
  const [first] = fits
  if (!first) return series
  const margins = new Map(fits.map(({ point, margin }) => [point, margin]))
  return {
    ...series,
    errors: {
      channel,
      line: first.line,
      hasCaps: facts.hasCaps,
      names: marginNames(series, mark, channel),
      toZero: isToZero(series, margins),
    },
    points: series.points.map((point) => (margins.has(point) ? { ...point, margin: margins.get(point) } : point)),
  }
}

/** Whether each bar leads from zero up to its point. */
function isToZero({ points }: PlacedSeries, margins: ReadonlyMap<PlacedPoint, Margin>): boolean {
  const there = points.filter(({ value }) => value !== null)
  return there.every((point) => margins.get(point)?.plus === 0 && margins.get(point)?.minus === point.value)
}

/** What the sheet calls the two lengths: `yield − lower_yield`, `upper_yield − yield`. */
function marginNames({ name }: PlacedSeries, { encode }: DrawnMark, channel: 'x' | 'y'): ErrorLook['names'] {
  const [one, other] = [getEntry(encode, channel), getEntry(encode, `${channel}2`)]
  const title = (field: unknown) => (typeof field === 'string' ? fieldTitle(field) : '0')
  return { minus: `${name} − ${title(one?.field)}`, plus: `${title(other?.field)} − ${name}` }
}
