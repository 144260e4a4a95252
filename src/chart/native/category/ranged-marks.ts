import type { SceneItem } from '../../draw/scene/scene.ts'
import { type DrawnMark, type Facts, getEntries, getEntry, getStack, plainName } from '../facts/facts.ts'
import { isSame, noPoint, type PlacedPoint, type PlacedSeries } from '../facts/placed.ts'
import { fieldTitle } from '../facts/series-name.ts'
import type { NativeLine } from '../native-types.ts'
import { getFill, getStroke } from '../paint.ts'
import { cellAt, type PointFacts } from '../scatter/scatter-axes.ts'

/** Whether rules, or bars as thin as lines, reach from one value to another, each at a value across. */
export function isRanged({ type, encode, groups }: DrawnMark): boolean {
  if (type !== 'rule' && type !== 'rect') return false
  const ends = getReach(encode)
  if (!ends) return false
  const across = ends[0] === 'x' ? 'y' : 'x'
  const placed = getEntries(encode, [across, `${across}c`]).some(({ field }) => typeof field === 'string')
  return placed && (type === 'rule' || groups.flat().every((item) => getBreadth(item, ends[0]) <= thin))
}

/** The two ends of marks that reach along one channel, of which a field says one at least. */
function getReach(encode: DrawnMark['encode']): ['x', 'x2'] | ['y', 'y2'] | undefined {
  const along = (channel: 'x' | 'y', other: 'x2' | 'y2') =>
    getEntry(encode, other) !== undefined &&
    getEntries(encode, [channel, other]).some(({ field }) => typeof field === 'string')
  const [isAcross, isUp] = [along('x', 'x2'), along('y', 'y2')]
  if (isAcross === isUp) return undefined
  return isAcross ? ['x', 'x2'] : ['y', 'y2']
}

/** Units of the scene up to which a bar is a line. */
export const thin = 8

function getBreadth({ width = 0, height = 0 }: SceneItem, along: 'x' | 'y'): number {
  return along === 'x' ? height : width
}

/** The ranges that a mark draws, those of one look as one series that breaks between them. */
export function getRangedSeries(facts: PointFacts, mark: DrawnMark): PlacedSeries[] {
  const ends = getReach(mark.encode)
  if (!ends) return []
  const looks = new Map<string, PlacedPoint[]>()
  for (const item of mark.groups.flat()) {
    const line = rangedLine(facts, item, ends[0])
    const key = JSON.stringify(line)
    const before = looks.get(key) ?? []
    const gap = before.length > 0 ? [noPoint] : []
    const points = ends.map((end) => rangedEnd(facts, mark, item, end))
    looks.set(key, [...before, ...[...gap, ...points].map((point) => ({ ...point, line }))])
  }
  const names = ends.map((end) => endName(facts, getEntry(mark.encode, end)?.field))
  return [...looks.values()].map((points) => ({
    kind: 'line',
    name: [...new Set(names)].join(' – '),
    grouping: 'standard',
    scale: facts.axis.y.scale.name,
    // Behind all else: LibreOffice hides the points of series before one without any.
    layer: -1,
    points,
  }))
}

/** The series with a mark's ranges as stems from zero; undefined where some are not, or a series' stems differ. */
export function withStems(
  facts: PointFacts,
  mark: DrawnMark,
  series: readonly PlacedSeries[],
): PlacedSeries[] | undefined {
  const ends = getReach(mark.encode)
  const stems = ends && mark.groups.flat().map((item) => getStem(facts, mark, item, ends, series))
  if (!ends || !stems || stems.length === 0 || stems.includes(undefined)) return undefined
  const found = new Map(stems.flatMap((stem) => (stem ? [[stem.point, stem.line] as const] : [])))
  if (found.size < stems.length) return undefined
  const stemmed = series.map((one) => withOwnStems(one, found, ends[0]))
  return stemmed.includes(undefined) ? undefined : stemmed.flatMap((one) => one ?? [])
}

function getStem(
  facts: PointFacts,
  mark: DrawnMark,
  item: SceneItem,
  ends: readonly ('x' | 'y' | 'x2' | 'y2')[],
  series: readonly PlacedSeries[],
): { point: PlacedPoint; line: NativeLine } | undefined {
  const line = rangedLine(facts, item, ends[0] === 'x' ? 'x' : 'y')
  const [one, other] = ends.map((end) => rangedEnd(facts, mark, item, end))
  const along = (point: { x?: number | undefined; value: number | null } | undefined) =>
    (ends[0] === 'x' ? point?.x : point?.value) ?? Number.NaN
  const tip = [one, other].find((end) => along(end) > 0)
  if (!line || !tip || ![one, other].some((end) => along(end) === 0)) return undefined
  const point = series
    .flatMap(({ points, kind }) => (kind === 'points' ? points : []))
    .find((candidate) => candidate.x === tip.x && candidate.value === tip.value)
  return point && { point, line }
}

function withOwnStems(
  series: PlacedSeries,
  stems: ReadonlyMap<PlacedPoint, NativeLine>,
  channel: 'x' | 'y',
): PlacedSeries | undefined {
  const own = series.points.filter((point) => stems.has(point))
  const [line, ...others] = own.map((point) => stems.get(point))
  if (!line) return series
  if (series.errors || own.length < series.points.length || others.some((other) => !isSame(other, line)))
    return undefined
  const names = { minus: '', plus: '' }
  return { ...series, errors: { channel, line, hasCaps: false, names, toZero: true } }
}

function endName(facts: Facts, field: unknown): string {
  const stack = getStack(facts, field)
  if (stack) return plainName(String(field)) === stack.end ? fieldTitle(stack.field) : '0'
  return typeof field === 'string' ? fieldTitle(field) : '0'
}

/** A bar as thin as a line is a line as thick as the bar. */
function rangedLine({ zoom }: Facts, item: SceneItem, along: 'x' | 'y'): NativeLine | undefined {
  const paint = getFill(item)
  if (item.stroke !== undefined || !paint) return getStroke(item, zoom)
  return { paint, width: getBreadth(item, along) * zoom, dash: 'solid' }
}

function rangedEnd(facts: PointFacts, mark: DrawnMark, item: SceneItem, end: 'x' | 'y' | 'x2' | 'y2'): PlacedPoint {
  const along = end === 'x' || end === 'x2' ? 'x' : 'y'
  const cell = (channel: 'x' | 'y') => cellAt(facts, mark, item, channel, along === channel ? end : channel)
  return { x: cell('x') ?? undefined, value: cell('y'), item, anchors: [] }
}
