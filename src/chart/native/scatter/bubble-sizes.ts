import { getWords } from '../../../locale/get-locale.ts'
import type { Facts } from '../facts/facts.ts'
import { noPoint, type PlacedPoint, type PlacedSeries } from '../facts/placed.ts'

/** The part of the plot's shorter side that the largest bubble takes across. */
const largestPart = 0.25

/**
 * The sizes of bubbles whose areas are as their values: `scale`, in per cent of the size that PowerPoint gives the
 * largest, and the unseen bubble that measures them; undefined where there are none such: then sizes are looks of
 * points, and no data. An unseen
 * bubble keeps the others as Vega draws them, and as the legend says, whichever of them is edited; LibreOffice heeds no
 * scale.
 */
export function measureBubbles(facts: Facts, series: readonly PlacedSeries[], side: number) {
  const points = series.flatMap((one) => one.points)
  const sized = points.flatMap((point) => toSized(point))
  const [first] = sized
  if (!first || sized.length < points.length || !series.every(({ kind }) => kind === 'points')) return undefined
  const areas = sized.filter(({ value }) => value > 0).map(({ value, area }) => area / value)
  const [least, most] = [Math.min(...areas), Math.max(...areas)]
  if (areas.length === 0 || most > least * 1.05) return undefined
  const whole = (side * largestPart) / facts.zoom
  const largest = Math.max(...sized.map(({ area }) => area))
  const scale = Math.round((Math.sqrt(largest) / whole) * 100)
  if (scale >= 100) return { scale: Math.min(300, scale), measures: [] as PlacedSeries[] }
  return { scale: 100, measures: [measure(facts, series, first.point, Number((whole ** 2 / most).toPrecision(4)))] }
}

function toSized(point: PlacedPoint): { point: PlacedPoint; value: number; area: number }[] {
  const { size, item } = point
  return size === undefined || !item ? [] : [{ point, value: size, area: item.size ?? 0 }]
}

function measure(
  { language }: Facts,
  [first]: readonly PlacedSeries[],
  { x, value }: PlacedPoint,
  size: number,
): PlacedSeries {
  return {
    kind: 'points',
    name: getWords(language).charts.sizeScale,
    grouping: 'standard',
    scale: first?.scale ?? '',
    layer: 0,
    isUnseen: true,
    points: [{ ...noPoint, x, value, size }],
  }
}
