import type { PlacedSeries } from '../facts/placed.ts'

/** Whether a line runs level and upright by turns. */
export function isStepped(interpolate: string | undefined): boolean {
  return interpolate?.startsWith('step') ?? false
}

/** A line in steps with the corners that Vega gives it as points of its own. */
export function inSteps(series: PlacedSeries): PlacedSeries {
  const interpolate = series.points.find(({ item }) => item)?.item?.interpolate
  if (!isStepped(interpolate)) return series
  const points = series.points.flatMap((point, index) => {
    const next = series.points[index + 1]
    if (point.x === undefined || next?.x === undefined || point.value === null || next.value === null) return [point]
    const [x, nextX, value, nextValue] = [point.x, next.x, point.value, next.value]
    const corner = (at: number, height: number) => ({ ...point, x: at, value: height, marker: undefined, anchors: [] })
    const middle = Number(((x + nextX) / 2).toPrecision(12))
    switch (interpolate) {
      case 'step-after':
        return [point, corner(nextX, value)]
      case 'step-before':
        return [point, corner(x, nextValue)]
      default:
        return [point, corner(middle, value), corner(middle, nextValue)]
    }
  })
  return { ...series, points }
}
