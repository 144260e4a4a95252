import { observationKey } from '../../../dataset/figure/reference.ts'
import type { Period } from '../../../dataset/types.ts'
import type { JsonObject } from '../../spec/json/json.ts'
import { clearLabels, sizeOfClear, withName } from '../beside/clear-labels.ts'
import {
  accentWhere,
  aggregates,
  getIsOne,
  inOneScale,
  isAmong,
  isAt,
  labelSizes,
  sayUnitWhere,
  switchOption,
} from '../parts.ts'
import { columnWidth, columnWidths, places, regularDates, slots } from '../time-slots.ts'
import type { ChartRequest, NamedChart } from '../types.ts'
import { missingWords } from './columns.ts'

/** `chart:stacked`: the parts of a whole over time, named beside the last column. */
export const stacked: NamedChart = {
  purpose: 'the parts of a whole over time: a column each, of parts named beside the last',
  options: { share: switchOption },
  check: (request) => {
    const { series, accent } = request
    const hint = 'chart:heat shows many figures over many periods'
    if (series.length > mostParts && accent.length === 0) {
      const message = `more parts than colours tell apart: ${series.length}`
      return [{ message, expected: `${mostParts} at most, or an accent on one`, hint }]
    }
    return wholePeriods(request).length > 0 ? [] : [{ message: 'no period at which all parts have a number', hint }]
  },
  toSpec: (asked) => {
    const request = { ...asked, periods: wholePeriods(asked) }
    const { data, options, periods, locale } = request
    const dates = regularDates(periods)
    const isShare = options.share === 'yes'
    const offset = isShare ? 'normalize' : 'zero'
    const says = locale.word('shareOfWhole')
    const middle = `datum.middle / ${isShare ? '1' : 'datum.tallest'} * height`
    const axis = isShare
      ? { labels: false, title: says, titleAngle: 0, titleAlign: 'left', titleAnchor: 'end', titleY: labelSizes(-1) }
      : null
    const y = { field: 'value', type: 'quantitative', stack: offset, axis, scale: { nice: false } }
    return {
      ...(isShare ? { usermeta: { briefwright: { says } } } : inOneScale),
      data: { name: data },
      transform: [{ filter: isAmong('period', periods) }, ...columnWidths, ...namesBeside(request, offset)],
      encoding: { x: dates ? slots(request) : places(request) },
      layer: [
        {
          mark: { type: 'bar', size: columnWidth(dates !== undefined), stroke: { expr: 'paper' }, strokeWidth: 1 },
          encoding: { y, order: { field: 'place' }, color: partColor(request) },
        },
        {
          transform: [
            { filter: 'datum.date === datum.lastDate' },
            ...clearLabels({ height: middle, groupby: ['date'] }),
          ],
          mark: {
            type: 'text',
            align: 'left',
            fontSize: sizeOfClear('axisSize'),
            dx: { expr: `${columnWidth(dates !== undefined).expr} / 2 + labelSize * 0.5` },
            dy: { expr: 'datum.push' },
          },
          encoding: {
            y: { ...y, bandPosition: 0.5 },
            order: { field: 'place' },
            detail: { field: 'series' },
            text: { field: 'endLabel' },
          },
        },
        ...(dates?.missing.length ? [missingWords(dates.missing, request)] : []),
      ],
    }
  },
}

/** The periods at which all parts have a number: without one a column would be too low. */
function wholePeriods({ series, periods, dataset }: ChartRequest): Period[] {
  const has = (id: string, period: Period) => dataset.observations.has(observationKey(id, 'value', period))
  return periods.filter((period) => series.every((id) => has(id, period)))
}

/** The colours of a theme's charts. */
const mostParts = 6

function partColor({ accent, series }: ChartRequest): JsonObject {
  if (accent.length > 0) return accentWhere(getIsOne(accent))
  return { field: 'series', type: 'nominal', legend: null, sort: [...series] }
}

/** The name and number of each part, at the middle of its part of the stack, clear of the next. */
function namesBeside(request: ChartRequest, offset: 'normalize' | 'zero'): JsonObject[] {
  const low = { sort: [{ field: 'order', order: 'ascending' }], groupby: ['date'] }
  const text = request.options.share === 'yes' ? "format(datum.value / datum.whole, '.0%')" : 'datum.said'
  return [
    { window: [{ op: 'row_number', as: 'place' }], ...low },
    aggregates({ whole: ['sum', 'value'], topmost: ['max', 'place'] }, 'date'),
    sayUnitWhere('datum.place === datum.topmost', request),
    aggregates({ tallest: ['max', 'whole'] }),
    { stack: 'value', as: ['low', 'high'], offset, ...low },
    { calculate: '(datum.low + datum.high) / 2', as: 'middle' },
    { calculate: withName(request, text), as: 'endLabel' },
  ]
}

/** Where the squares of a row or column stand. */
function inSquare(field: string, range: readonly (number | JsonObject)[]): JsonObject {
  return { field, type: 'quantitative', axis: null, scale: { domain: [-0.5, 9.5], range: [...range], nice: false } }
}

/** `chart:waffle`: a share as so many of a hundred squares. */
export const waffle: NamedChart = {
  purpose: 'a share of a hundred: so many of a hundred squares',
  options: { period: { type: 'period' } },
  toSpec: ({ data, name, options: { period } }) => {
    // Beside the squares there is room for words.
    const side = 'min(width * 0.7, height)'
    return {
      data: { name: data },
      transform: [
        { filter: `${isAt(period)} && isValid(datum.value)` },
        { calculate: 'sequence(100)', as: 'square' },
        { flatten: ['square'] },
        { calculate: 'datum.square % 10', as: 'column' },
        { calculate: 'floor(datum.square / 10)', as: 'row' },
      ],
      encoding: { x: inSquare('column', [0, { expr: side }]), y: inSquare('row', [{ expr: side }, 0]) },
      layer: [
        {
          mark: { type: 'point', shape: 'square', size: { expr: `pow(${side} / 10 * 0.86, 2)` } },
          encoding: {
            color: {
              condition: { test: 'datum.square + 0.5 < datum.value', value: { expr: 'accent' } },
              value: { expr: 'panel' },
            },
          },
        },
        {
          transform: [{ filter: 'datum.square === 0' }],
          encoding: { x: { value: { expr: `${side} + labelSize` } } },
          layer: [
            {
              mark: { type: 'text', style: 'value', align: 'left', baseline: 'bottom' },
              encoding: { y: { value: { expr: side } }, text: { field: name } },
            },
            {
              mark: {
                type: 'text',
                style: 'value',
                align: 'left',
                baseline: 'bottom',
                // As large as the room beside the squares lets it be.
                fontSize: {
                  expr: `max(labelSize, min(${side} / 4, (width - ${side} - labelSize) / length(datum.valueText) / 0.6))`,
                },
              },
              encoding: { y: { value: { expr: `${side} - labelSize * 1.4` } }, text: { field: 'valueText' } },
            },
          ],
        },
      ],
    }
  },
}
