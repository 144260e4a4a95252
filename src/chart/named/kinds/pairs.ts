import type { JsonObject } from '../../spec/json/json.ts'
import { clearLabels, getHeight, sizeOfClear, withName } from '../beside/clear-labels.ts'
import { dumbbellByPart, tooManyParts } from '../by-part.ts'
import {
  accentWhere,
  aggregates,
  atPeriod,
  bySize,
  countStated,
  dot,
  dotAxis,
  inOneScale,
  labelSizes,
  markColor,
  measureOption,
  sayUnitFirst,
  sayUnitWhere,
  sizeInRows,
  timeAxis,
  wordColor,
} from '../parts.ts'
import { hasOwnChange, twoPeriods } from '../two-periods.ts'
import type { ChartRequest, NamedChart } from '../types.ts'

function namesDown(request: ChartRequest, size = 'most'): JsonObject {
  const sort = { field: bySize(size, request).field, op: 'max', order: 'descending' }
  const type = sizeInRows(countStated(request), 'labelSize')
  return { field: request.name, type: 'nominal', sort, axis: { domain: false, ...(type && { labelFontSize: type }) } }
}

/** `chart:dots`: a dot for each indicator on one scale, which need not begin at zero. */
export const dots: NamedChart = {
  purpose: 'figures that lie close together: a dot each on a scale without zero',
  options: { measure: measureOption, period: { type: 'period' } },
  toSpec: (request) => ({
    ...inOneScale,
    data: { name: request.data },
    transform: [
      atPeriod(request),
      aggregates({ most: ['max', request.measure] }, 'series'),
      ...bySize('most', request).transform,
      ...sayUnitFirst([{ field: bySize('most', request).field, order: 'descending' }], request),
    ],
    encoding: { y: namesDown(request), x: dotAxis(request, request.measure) },
    layer: [{ mark: dot, encoding: { color: markColor(request) } }, wordsAtEdge('said', request)],
  }),
}

/** Words at the right edge, beside what they say a number of. */
function wordsAtEdge(field: string, request: ChartRequest): { mark: JsonObject; encoding: JsonObject } {
  return {
    mark: {
      type: 'text',
      style: 'value',
      align: 'left',
      fontSize: sizeInRows(countStated(request), 'axisSize') ?? { expr: 'axisSize' },
      dx: { expr: 'axisSize * 0.6' },
    },
    encoding: { x: { value: { expr: 'width' } }, text: { field } },
  }
}

/** At how many ends period labels would meet names or changes at the edges; a line of no length counts as one. */
function getCrowding(): string {
  const isShort = (distance: string, than: string) => `((${distance}) / datum.extent * width < ${than} ? 1 : 0)`
  const words = 'axisSize * (length(datum.periodLabel) * 0.55 + 1.8)'
  return [
    isShort('datum.farthest - datum.most', words),
    isShort('datum.least - datum.nearest', words),
    isShort('datum.most - datum.least', 'axisSize * 0.5'),
  ].join(' + ')
}

/** `chart:dumbbell`: each indicator then and now, joined by a line, with the change or the value now at its end. */
export const dumbbell: NamedChart = {
  purpose:
    'each figure at two periods: two dots joined by a line, and the change from the one that the report compares with, else the later value; by=sex: a dot for each category',
  options: { period: { type: 'period' }, since: { type: 'period' } },
  parting: 'optional',
  check: tooManyParts,
  toSpec: (request) => {
    if (request.parting) return dumbbellByPart(request, request.parting)
    const { isNow, isThen } = twoPeriods(request)
    // By the later value, which stands beside each.
    const down = [{ field: bySize('now', request).field, order: 'descending' }]
    const period = (test: string, isLeft: string, color: string) => ({
      transform: [{ filter: `datum.place === 1 && (${test})` }],
      mark: {
        type: 'text',
        style: 'note',
        align: { expr: `${isLeft} ? 'right' : 'left'` },
        // Where no line has room on both sides, they stand above its ends.
        dx: { expr: `(${isLeft} ? -axisSize : axisSize) * (datum.crowded > 0 ? 0.2 : 0.6)` },
        dy: { expr: 'datum.crowded > 0 ? -axisSize * 1.3 : 0' },
        color: { expr: color },
      },
      encoding: { text: { field: 'periodLabel' } },
    })
    return {
      ...inOneScale,
      data: { name: request.data },
      transform: [
        { filter: `(${isNow} || ${isThen}) && isValid(datum.value)` },
        { calculate: `${isNow} ? datum.value : null`, as: 'later' },
        aggregates(
          { most: ['max', 'value'], least: ['min', 'value'], now: ['max', 'later'], count: ['count'] },
          'series',
        ),
        { filter: 'datum.count === 2' },
        ...bySize('now', request).transform,
        { calculate: 'datum.most - datum.least', as: 'span' },
        aggregates({ farthest: ['max', 'most'], nearest: ['min', 'least'] }),
        { calculate: 'datum.farthest - datum.nearest', as: 'extent' },
        { calculate: getCrowding(), as: 'crowded' },
        { window: [{ op: 'dense_rank', as: 'rank' }], sort: [...down, { field: 'series' }] },
        // Counted from another time, the rows' change is not what the line shows.
        sayUnitWhere('datum.rank === 1', {
          ...request,
          measure: hasOwnChange(request) ? 'change' : 'value',
        }),
        // The periods are said once, at the longest line that has room for them on both sides.
        {
          window: [{ op: 'dense_rank', as: 'place' }],
          sort: [
            { field: 'crowded', order: 'ascending' },
            { field: 'span', order: 'descending' },
            { field: 'most', order: 'descending' },
            { field: 'series', order: 'ascending' },
          ],
        },
      ],
      encoding: { y: namesDown(request, 'now'), x: dotAxis(request, 'value') },
      layer: [
        { mark: { type: 'line', style: 'context' }, encoding: { detail: { field: 'series' } } },
        { mark: dot, encoding: { color: accentWhere(isNow) } },
        period(isThen, 'datum.value === datum.least', 'muted'),
        period(isNow, 'datum.value === datum.least', 'accentText'),
        { transform: [{ filter: isNow }], ...wordsAtEdge('said', request) },
      ],
    }
  },
}

/** `chart:slope`: each indicator at two periods, its values at both ends of a line. */
export const slope: NamedChart = {
  purpose: 'how figures changed places between two periods: a line each, named at its end',
  options: { period: { type: 'period' }, since: { type: 'period' } },
  toSpec: (request) => {
    const { isNow, isThen } = twoPeriods(request)
    const end = (test: string, align: string, side: number, field: string, style: JsonObject) => ({
      transform: [{ filter: test }, ...clearLabels({ height: getHeight('value', 1), groupby: ['period'], field })],
      mark: {
        type: 'text',
        ...style,
        align,
        dx: labelSizes(side),
        dy: { expr: 'datum.push' },
        fontSize: sizeOfClear('labelSize'),
      },
      encoding: { text: { field }, color: wordColor(request) },
    })
    return {
      ...inOneScale,
      data: { name: request.data },
      transform: [
        { filter: `(${isNow} || ${isThen}) && isValid(datum.value)` },
        aggregates({ count: ['count'] }, 'series'),
        { filter: 'datum.count === 2' },
        {
          window: [{ op: 'row_number', as: 'place' }],
          groupby: ['period'],
          sort: [{ field: 'value', order: 'descending' }],
        },
        sayUnitWhere('datum.place === 1', request),
        { calculate: withName(request, 'datum.said'), as: 'endLabel' },
        aggregates({ least: ['min', 'value'], most: ['max', 'value'] }),
      ],
      encoding: {
        x: timeAxis(request, { expr: 'allDates' }, { orient: 'top', labelFlush: false }),
        y: {
          field: 'value',
          type: 'quantitative',
          axis: null,
          scale: { zero: false, nice: false, padding: labelSizes(1) },
        },
        detail: { field: 'series' },
      },
      layer: [
        { mark: { type: 'line', point: true }, encoding: { color: markColor(request) } },
        end(isThen, 'right', -0.7, 'said', {}),
        end(isNow, 'left', 0.7, 'endLabel', { style: 'value' }),
      ],
    }
  },
}
