import type { JsonObject } from '../../spec/json/json.ts'
import { fullHeight, inTime, isAt, labelSizes } from '../parts.ts'
import type { ChartRequest } from '../types.ts'
import { type NotePlace, placeNote, toPlot } from './place-note.ts'
import { breakWords, getEnds, getPoint, getStartDate, readRemarks } from './remarks.ts'

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
