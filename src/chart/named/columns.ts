import type { JsonObject } from '../spec/json.ts'
import { accentWhere, labelSizes, periodKind, sayUnitWhere } from './parts.ts'
import { regularDates } from './regular-dates.ts'
import type { ChartRequest, NamedChart } from './types.ts'

/** `chart:columns`: one figure over a few periods, the current one in the accent colour. */
export const columns: NamedChart = {
  purpose: 'one figure over a few periods: a column each',
  options: { measure: { type: 'word', words: ['value', 'change', 'rate'] } },
  toSpec: (request) => {
    const { data, measure, periods } = request
    const dates = regularDates(periods)
    // Not shared by the layers: what has no number would be left out of all.
    const y = { field: measure, type: 'quantitative', axis: null }
    const isFew = periods.length <= mostLabelled
    return {
      data: { name: data },
      transform: [
        { filter: `isValid(datum.${measure})` },
        ...columnWidths,
        sayUnitWhere('datum.date === datum.lastDate', request),
      ],
      encoding: {
        x: dates ? slots(request) : places(request, isFew),
      },
      layer: [
        {
          mark: {
            type: 'bar',
            size: { expr: dates ? "min(bandwidth('x'), labelSize * 5)" : 'min(datum.nearest * 0.7, labelSize * 5)' },
          },
          encoding: { y, color: accentWhere('datum.current') },
        },
        {
          transform: isFew ? [] : [{ filter: 'datum.date === datum.lastDate || datum.date === datum.firstDate' }],
          mark: {
            type: 'text',
            style: 'value',
            fontSize: { expr: 'axisSize' },
            baseline: { expr: `datum.${measure} < 0 ? 'top' : 'bottom'` },
            dy: { expr: `datum.${measure} < 0 ? labelSize * 0.3 : -labelSize * 0.3` },
          },
          encoding: { y, text: { field: 'said' } },
        },
        ...(dates?.missing.length ? [missingWords(dates.missing, request)] : []),
      ],
    }
  },
}

/** More columns than these have no room for a number each. */
const mostLabelled = 8

/** A slot for each of some dates that follow each other evenly. */
function slots(request: ChartRequest): JsonObject {
  return {
    field: 'date',
    type: 'ordinal',
    axis: { formatType: 'period', format: periodKind(request), labelAngle: 0 },
  }
}

/** Each at its place in time. */
function places(request: ChartRequest, isFew: boolean): JsonObject {
  const axis = { values: { expr: isFew ? 'allDates' : 'axisDates' }, formatType: 'period', format: periodKind(request) }
  return {
    field: 'date',
    type: 'temporal',
    scale: { padding: labelSizes(3) },
    axis: { ...axis, domain: true, labelFlush: false },
  }
}

/** What stands in the empty slots. */
function missingWords(missing: readonly number[], { locale }: ChartRequest): JsonObject {
  return {
    data: { values: missing.map((date) => ({ date })) },
    mark: { type: 'text', style: 'note', baseline: 'bottom', dy: labelSizes(-0.3), text: locale.word('notStated') },
    encoding: { x: { field: 'date', type: 'ordinal' }, y: { datum: 0 } },
  }
}

/** How far in points the nearest two columns stand from each other, on a scale with a padding of three sizes of type. */
const columnWidths = [
  {
    joinaggregate: [
      { op: 'min', field: 'date', as: 'firstDate' },
      { op: 'max', field: 'date', as: 'lastDate' },
    ],
  },
  { window: [{ op: 'lag', field: 'date', as: 'before' }], sort: [{ field: 'date', order: 'ascending' }] },
  {
    calculate:
      'isValid(datum.before) ? (datum.date - datum.before) / (datum.lastDate - datum.firstDate) * (width - labelSize * 6) : width',
    as: 'distance',
  },
  { joinaggregate: [{ op: 'min', field: 'distance', as: 'nearest' }] },
]
