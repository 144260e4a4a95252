import type { Point } from '../../../graphics/types.ts'
import type { JsonObject } from '../../spec/json/json.ts'
import { fullHeight, inTime, isAt, labelSizes } from '../parts.ts'
import type { ChartRequest } from '../types.ts'
import { breakWords, getEnds, getPoint, getStartDate, readRemarks } from './remarks.ts'

/** Where a note stands from its point. */
interface NotePlace {
  way: 'up' | 'down'
  /** In sizes of type. */
  distance: number
  align: 'left' | 'center' | 'right'
}
type Plot = ReturnType<typeof toPlot>
/** How large plots are about, in sizes of type: half a slide, and a page's column. */
const plotSizes = { slide: { width: 26, height: 17 }, page: { width: 40, height: 16 } }
/** A letter is so wide, a line so high. */
const letter = { width: 0.5, height: 1.1 }
const distances = [1.2, 2, 3, 4.2, 5.6]

/** The room in the plot between the numbers and its upper and lower edges, in type sizes: events go above them. */
export function getPadding({ options: { event, band, note } }: ChartRequest): number {
  if (note === undefined && (event !== undefined || band !== undefined)) return 3
  return note === undefined ? 1.5 : 3.6
}

const longestLine = 24

const note = { type: 'text', style: 'note', lineHeight: { expr: 'axisSize * 1.15' } }

/** What stands behind the lines: spans of time, and the lines of events, each with its words at the top. */
export function behindLines({ options: { event, band } }: ChartRequest): JsonObject[] {
  const bands = readRemarks(band).map(({ at, words }) => ({ ends: getEnds(at), words: breakWords(words, longestLine) }))
  const events = readRemarks(event).map(({ at, words }) => ({
    date: getStartDate(at),
    words: breakWords(words, longestLine),
  }))
  const said = (date: number, words: readonly string[]) => ({
    data: { values: [{ date }] },
    mark: { ...note, baseline: 'top', text: [...words], align: 'left', dx: { expr: 'axisSize * 0.4' } },
    encoding: { x: inTime, y: { value: 0 } },
  })
  return [
    ...bands.flatMap(({ ends: [from, to], words }) => [
      {
        data: { values: [{ date: from, to }] },
        mark: { type: 'rect', color: { expr: 'panel' } },
        encoding: { x: inTime, x2: { field: 'to' }, ...fullHeight },
      },
      said(from, words),
    ]),
    ...events.flatMap(({ date, words }) => [
      {
        data: { values: [{ date }] },
        mark: { type: 'rule', color: { expr: 'muted' }, strokeDash: [3, 3] },
        encoding: { x: inTime, ...fullHeight },
      },
      said(date, words),
    ]),
  ]
}

/** What stands before the lines: notes, each at its point by a leader, where no line runs. */
export function beforeLines(request: ChartRequest): JsonObject[] {
  const plot = toPlot(request, getPadding(request))
  return readRemarks(request.options.note).flatMap(({ at, words }) => {
    const { series, period } = getPoint(at, request)
    const lines = breakWords(words, longestLine)
    return noteLayers(request, series, period, lines, placeNote(plot, series, period, lines))
  })
}

function noteLayers(
  { measure }: ChartRequest,
  series: string,
  period: string,
  lines: readonly string[],
  { way, distance, align }: NotePlace,
): JsonObject[] {
  const rows = { data: { name: series }, transform: [{ filter: isAt(period) }] }
  const sign = way === 'up' ? '-' : ''
  const y = { field: measure, type: 'quantitative' }
  return [
    {
      ...rows,
      mark: {
        type: 'rule',
        color: { expr: 'muted' },
        yOffset: { expr: `${sign}labelSize * 0.5` },
        y2Offset: { expr: `${sign}labelSize * ${distance}` },
      },
      encoding: { x: inTime, y, y2: { field: measure } },
    },
    {
      ...rows,
      mark: {
        ...note,
        align,
        text: [...lines],
        baseline: way === 'up' ? 'bottom' : 'top',
        dy: { expr: `${sign}labelSize * ${distance + 0.2}` },
        ...(align === 'center' ? {} : { dx: labelSizes(align === 'left' ? -0.3 : 0.3) }),
      },
      encoding: { x: inTime, y },
    },
  ]
}

/**
 * A plot as notes see it: `lines` by series and each period's place `across`, in type sizes from the top left.
 * `padding` is the distance of numbers from the edges.
 */
function toPlot({ series, periods, measure, dataset, medium }: ChartRequest, padding: number) {
  const { width, height } = plotSizes[medium]
  const shown = [...dataset.observations.values()].filter(
    (one) => one.measure === measure && series.includes(one.series) && one.quantity.value.isFinite(),
  )
  const dates = periods.map(getStartDate)
  const values = shown.map(({ quantity }) => quantity.value.toNumber())
  const within = (value: number, all: readonly number[]) => {
    const [low, high] = [Math.min(...all), Math.max(...all)]
    return high > low ? (value - low) / (high - low) : 0.5
  }
  const across = new Map(periods.map((period) => [period, within(getStartDate(period), dates) * width]))
  const lines = series.map((key): [string, Point[]] => [
    key,
    shown
      .filter((one) => one.series === key)
      .map(({ period, quantity }) => ({
        x: across.get(period) ?? 0,
        y: height - padding - within(quantity.value.toNumber(), values) * (height - 2 * padding),
      }))
      .toSorted((one, other) => one.x - other.x),
  ])
  return { width, height, across, lines: new Map(lines) }
}

/** The nearest place for a note within the plot and clear of its lines: outwards first, where least is drawn. */
function placeNote(plot: Plot, series: string, period: string, lines: readonly string[]): NotePlace {
  const x = plot.across.get(period) ?? 0
  const y = plot.lines.get(series)?.find((spot) => spot.x === x)?.y ?? 0
  const width = Math.max(...lines.map(({ length }) => length)) * letter.width
  const aligns = alignsAt(x, width, plot.width)
  const ways = y < plot.height / 2 ? (['up', 'down'] as const) : (['down', 'up'] as const)
  const places = distances.flatMap((distance) =>
    ways.flatMap((way) => aligns.map((align): NotePlace => ({ way, distance, align }))),
  )
  const isClear = ({ way, distance, align }: NotePlace) => {
    const height = lines.length * letter.height
    const top = way === 'up' ? y - distance - height : y + distance
    const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2
    const box = { left: left - 0.5, right: left + width + 0.5, top: top - 0.3, bottom: top + height + 0.3 }
    const isInside = box.top >= -0.6 && box.bottom <= plot.height + 0.6
    return isInside && [...plot.lines.values()].every((spots) => !crosses(spots, box))
  }
  return places.find(isClear) ?? { way: ways[0], distance: distances[0] ?? 1.2, align: aligns[0] ?? 'center' }
}

/** How a note may stand about its point without leaving the plot. */
function alignsAt(x: number, width: number, plotWidth: number): NotePlace['align'][] {
  if (x < width / 2) return ['left']
  if (x > plotWidth - width / 2) return ['right']
  return ['center', ...(x + width <= plotWidth ? ['left' as const] : []), ...(x >= width ? ['right' as const] : [])]
}

/** Whether a line runs through a box: it does where it is neither above nor below it all along its breadth. */
function crosses(
  spots: readonly Point[],
  { left, right, top, bottom }: { left: number; right: number; top: number; bottom: number },
): boolean {
  return spots.slice(1).some((to, index) => {
    const from = spots[index] ?? to
    if (to.x < left || from.x > right) return false
    const at = (x: number) => from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x || 1)
    const [begin, end] = [at(Math.max(left, from.x)), at(Math.min(right, to.x))]
    return Math.max(begin, end) > top && Math.min(begin, end) < bottom
  })
}
