import { clearLabels, getHeight, getRange } from './clear-labels.ts'
import { labelSizes, markColor, numberAxis, periodKind, sayUnitWhere, wordColor } from './parts.ts'
import type { ChartRequest, NamedChart } from './types.ts'

const measures = ['value', 'change', 'rate'] as const

/** `chart:line`: courses over time, each named at its end. */
export const line: NamedChart = {
  purpose: 'a course over time: a line each, named at its end',
  options: { measure: { type: 'word', words: measures }, zero: { type: 'word', words: ['yes', 'no'] } },
  toSpec: (request) => {
    const { data, indicators, measure, periods, options } = request
    const isAlone = indicators.length === 1
    const mayTouch = indicators.length > 1
    const scale = options.zero === 'yes' ? { nice: false } : { zero: false, nice: false }
    return {
      data: { name: data },
      transform: [
        { filter: `isValid(datum.${measure})` },
        ...ends(request),
        { calculate: isAlone ? 'datum.said' : "datum.label + '\u2002' + datum.said", as: 'endLabel' },
        ...(mayTouch
          ? [getRange(measure), ...clearLabels({ height: getHeight(measure, 1.5), groupby: ['isEnd'] })]
          : []),
      ],
      encoding: {
        x: {
          field: 'date',
          type: 'temporal',
          axis: { values: { expr: 'axisDates' }, formatType: 'period', format: periodKind(request) },
        },
        y: {
          field: measure,
          type: 'quantitative',
          scale: { ...scale, padding: labelSizes(1.5) },
          axis: numberAxis(request),
        },
        ...(isAlone ? {} : { detail: { field: 'indicator' } }),
      },
      layer: [
        { mark: { type: 'line', point: periods.length <= 12 }, encoding: { color: lineColor(request) } },
        {
          transform: [{ filter: 'datum.isEnd' }],
          mark: {
            type: 'text',
            style: 'value',
            align: 'left',
            dx: labelSizes(0.6),
            ...(mayTouch ? { dy: { expr: 'datum.push' } } : {}),
          },
          encoding: { text: { field: 'endLabel' }, color: wordColor(request) },
        },
      ],
    }
  },
}

/** Which rows are the last of their indicator. */
function ends(request: ChartRequest) {
  return [
    { joinaggregate: [{ op: 'max', field: 'date', as: 'lastDate' }], groupby: ['indicator'] },
    { calculate: 'datum.date === datum.lastDate', as: 'isEnd' },
    sayUnitWhere('true', request),
  ]
}

/** Lines without one to be seen first are told apart by their colours. */
function lineColor(request: ChartRequest) {
  const { accent, indicators } = request
  if (accent.length > 0 || indicators.length === 1) return markColor(request)
  return { field: 'indicator', type: 'nominal', legend: null }
}
