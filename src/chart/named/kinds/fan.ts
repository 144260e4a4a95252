import type { JsonObject } from '../../spec/json/json.ts'
import { beforeLines, behindLines, getPadding } from '../beside/annotations.ts'
import { remarkFaults, remarkOptions } from '../beside/remarks.ts'
import { aggregates, labelSizes, lineScale, numberAxis, switchOption, timeAxis, wordColor } from '../parts.ts'
import { type ChartRequest, callFault, type NamedChart } from '../types.ts'
import { splitNames } from './targets.ts'

/** `chart:fan`: a course and its forecast, within the intervals in which it may lie. */
export const fan: NamedChart = {
  purpose: 'a course and its forecast (dashed), within bands from one figure to another in which it may lie',
  options: { low: { type: 'figures' }, high: { type: 'figures' }, zero: switchOption, ...remarkOptions },
  check: (request) => {
    const { low, high } = getEnds(request)
    if (request.series.length !== 1)
      return callFault(`one course in a fan: ${request.series.length}`, 'make a chart of each')
    if (low.length > 0 && low.length === high.length) return remarkFaults(request)
    const message = `as many lower as upper ends of bands: ${low.length} and ${high.length}`
    return [{ message, expected: 'low="low-95, low-80" high="high-95, high-80"' }]
  },
  toSpec: (request) => {
    const { low, high } = getEnds(request)
    const { scale, axis } = lineScale(request, getPadding(request))
    return {
      encoding: {
        x: timeAxis(request, { expr: 'axisDates' }, axis),
        y: { field: 'value', type: 'quantitative', scale, axis: numberAxis(request) },
      },
      layer: [
        ...behindLines(request),
        ...low.flatMap((name, index) => band(name, high[index] ?? '', low.length === 1 ? 0.25 : 0.18)),
        ...course(request.data, request),
        ...beforeLines(request),
      ],
    }
  },
}

function getEnds({ options }: ChartRequest): { low: string[]; high: string[] } {
  return { low: splitNames(options.low), high: splitNames(options.high) }
}

/** The room between two figures, named beside its upper edge. */
function band(low: string, high: string, opacity: number): JsonObject[] {
  return [
    {
      data: { name: low },
      transform: [
        { filter: 'isValid(datum.value)' },
        { lookup: 'period', from: { data: { name: high }, key: 'period', fields: ['value'] }, as: ['upper'] },
      ],
      mark: { type: 'area', opacity },
      encoding: { y2: { field: 'upper' } },
    },
    atEnd(high, 'note', { text: { field: 'label' } }),
  ]
}

/** Words beside the last point of a line. */
function atEnd(data: string, style: 'note' | 'value', encoding: JsonObject): JsonObject {
  return {
    data: { name: data },
    transform: [{ filter: 'datum.last' }],
    mark: { type: 'text', style, align: 'left', dx: labelSizes(0.6) },
    encoding,
  }
}

/** What was counted as a line, what is forecast dashed from its last point on. */
function course(data: string, request: ChartRequest): JsonObject[] {
  const isForecast = "datum.status === 'forecast'"
  const line = (filter: string, mark: JsonObject) => ({
    data: { name: data },
    transform: [
      { filter: 'isValid(datum.value)' },
      { calculate: `${isForecast} ? null : datum.date`, as: 'countedDate' },
      aggregates({ lastCounted: ['max', 'countedDate'] }),
      { filter },
    ],
    mark: { type: 'line', ...mark },
  })
  return [
    line(`!(${isForecast})`, {}),
    line(`${isForecast} || datum.date === datum.lastCounted`, { strokeDash: [6, 4] }),
    atEnd(data, 'value', { text: { field: 'valueText' }, color: wordColor(request) }),
  ]
}
