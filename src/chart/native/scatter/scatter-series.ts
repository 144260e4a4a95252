import { groupBy } from '../../../dataset/group-by.ts'
import type { SceneItem } from '../../draw/scene/scene.ts'
import { getMarker, isCurved } from '../category/category-series.ts'
import { isStepped } from '../category/steps.ts'
import { type DrawnMark, type Facts, getDatum, getFieldValue, scaledField } from '../facts/facts.ts'
import { toNumber } from '../facts/measure.ts'
import { isSame, noPoint, type PlacedPoint, type PlacedSeries } from '../facts/placed.ts'
import { fieldTitle, getItemSeries, seriesFields } from '../facts/series-name.ts'
import { isInLegend } from '../native-series.ts'
import type { NativeLine } from '../native-types.ts'
import { getFill, getStroke } from '../paint.ts'
import { cellAt, type PointAxis, type PointFacts } from './scatter-axes.ts'

function placedPoint(facts: PointFacts, mark: DrawnMark, item: SceneItem): PlacedPoint {
  const isMissing = item.defined === false
  return {
    x: cellAt(facts, mark, item, 'x') ?? undefined,
    value: isMissing ? null : cellAt(facts, mark, item, 'y'),
    item,
    anchors: isMissing ? [] : [{ at: 'point', x: item.x ?? 0, y: item.y ?? 0 }],
  }
}

/** A line as a series of its points. */
export function getLine(facts: PointFacts, mark: DrawnMark, items: readonly SceneItem[]): PlacedSeries {
  const [first] = items
  const line = first && getStroke(first, facts.zoom)
  return {
    kind: 'line',
    ...getItemSeries(facts, mark, items, facts.axis.y),
    points: items.map((item) => ({ ...placedPoint(facts, mark, item), line })),
    smooth: !isStepped(first?.interpolate) && isCurved(first?.interpolate),
  }
}

/** Whether a mark's items are short strokes across the axis of their values. */
export function isTick({ type, style }: DrawnMark): boolean {
  return type === 'rect' && style.includes('tick')
}

/** Ticks as points that are not seen with bars about them, all as long. */
export function getTicks(facts: PointFacts, mark: DrawnMark): PlacedSeries[] {
  const every = new Set(mark.groups.flat())
  return getPoints(facts, mark, every, true).map((series) => {
    const [first] = series.points
    const { width = 0, height = 0 } = first?.item ?? {}
    const channel = height > width ? 'y' : 'x'
    const paint = first?.item && getFill(first.item)
    const half = (Math.max(width, height) / 2) * unitsAPoint(facts.axis[channel])
    const line: NativeLine | undefined = paint && {
      paint,
      width: Math.min(width, height) * facts.zoom,
      dash: 'solid',
    }
    return {
      ...series,
      points: series.points.map((point) => ({ ...point, marker: undefined })),
      errors: line && {
        channel,
        line,
        hasCaps: false,
        names: { minus: '', plus: '' },
        length: Number(half.toPrecision(4)),
      },
    }
  })
}

/** How much of what an axis counts a unit of the scene is. */
function unitsAPoint({ scale, toOrder, toCell }: PointAxis): number {
  const at = (position: number) => toOrder?.(position) ?? toCell(scale.invert(position)) ?? 0
  return Math.abs(at(1000) - at(0)) / 1000
}

/** Whether all points that are drawn have one marker, or none has any. */
export function isOneLook(points: readonly PlacedPoint[]): boolean {
  const shown = points.filter(({ value }) => value !== null)
  return shown.every(({ marker }) => isSame(marker, shown[0]?.marker))
}

/** Lines of one look that nothing tells apart, as one series that breaks between them. */
export function joined(facts: Facts, lines: readonly PlacedSeries[]): PlacedSeries[] {
  const [first] = lines
  const looks = lines.flatMap(({ points }) => points.map(({ line }) => line))
  const isOneLook = looks.every((line) => isSame(line, looks[0])) && !lines.some((line) => isInLegend(facts, line))
  if (!first || lines.length < 2 || !isOneLook) return [...lines]
  const points = lines.flatMap((line, index) => [...(index === 0 ? [] : [noPoint]), ...line.points])
  return [{ ...first, name: '–', points }]
}

/** Points as series: those of one name, and `byLook` of one colour. */
export function getPoints(
  facts: PointFacts,
  mark: DrawnMark,
  wanted: ReadonlySet<SceneItem>,
  byLook: boolean,
): PlacedSeries[] {
  const size = scaledField(mark.encode, 'size')?.field
  const fields = seriesFields(facts, mark).filter((field) => field !== size)
  const parts = groupBy(
    mark.groups.flat().filter((item) => wanted.has(item)),
    (item) => {
      const values = fields.map((field) => getFieldValue(getDatum(item), field) ?? null)
      return JSON.stringify(byLook ? [...values, item.fill, item.stroke] : values)
    },
  )
  return [...parts.values()].map(
    (items): PlacedSeries => ({
      kind: 'points',
      ...getItemSeries(facts, mark, items, facts.axis.y),
      points: items.map((item) => ({
        ...placedPoint(facts, mark, item),
        marker: getMarker(item, facts.zoom),
        size: size === undefined ? undefined : (toNumber(getFieldValue(getDatum(item), size)) ?? undefined),
      })),
      beside: tints(facts, mark).map((field) => ({
        header: fieldTitle(field),
        cells: items.map((item) => toNumber(getFieldValue(getDatum(item), field))),
      })),
    }),
  )
}

/** The numbers by which points are coloured: no plot shows them, but a reader of the sheet looks for them. */
function tints({ scales }: Facts, { encode }: DrawnMark): string[] {
  const scaled = ['fill', 'stroke'].flatMap((channel) => scaledField(encode, channel) ?? [])
  const running = scaled.filter(({ scale }) => ['linear', 'log', 'pow', 'sqrt'].includes(scales.get(scale)?.type ?? ''))
  return [...new Set(running.map(({ field }) => field))]
}
