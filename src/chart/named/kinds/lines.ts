import { gapEnds } from '../../../dataset/figure/gaps.ts'
import { observationKey } from '../../../dataset/figure/reference.ts'
import type { Period } from '../../../dataset/types.ts'
import type { JsonObject } from '../../spec/json/json.ts'
import { beforeLines, behindLines, getPadding } from '../beside/annotations.ts'
import { clearLabels, getHeight, sizeOfClear, withName } from '../beside/clear-labels.ts'
import { getStartDate, remarkFaults, remarkOptions } from '../beside/remarks.ts'
import { targetFaults, targetLine } from '../beside/target-line.ts'
import {
  aggregates,
  getIsOne,
  inOneScale,
  inTime,
  isAmong,
  labelSizes,
  lineScale,
  markColor,
  measureOption,
  numberAxis,
  sayUnitFirst,
  switchOption,
  timeAxis,
  wordColor,
  zeroLevel,
} from '../parts.ts'
import { getTimeSlots, missingSlots, regularDates } from '../time-slots.ts'
import type { ChartRequest, NamedChart } from '../types.ts'

/** `chart:line`: courses over time, each named at its end. */
export const line: NamedChart = {
  purpose: 'a course over time: a line each, named at its end',
  options: { measure: measureOption, zero: switchOption, target: { type: 'figures' }, ...remarkOptions },
  check: (request) => [...remarkFaults(request), ...targetFaults(request)],
  toSpec: (request) => {
    const { data, series, measure } = request
    const isBelowZero = request.belowZero.length > 0
    const padding = getPadding(request)
    const { scale, axis } = lineScale(request, padding)
    const inside = 'padding' in scale ? padding : 0
    const isAlone = series.length === 1
    const mayTouch = series.length > 1
    return {
      ...inOneScale,
      data: { name: data },
      transform: [
        { filter: `isValid(datum.${measure})` },
        ...ends(request),
        { calculate: isAlone ? 'datum.said' : withName(request, 'datum.said'), as: 'endLabel' },
        ...(mayTouch ? [aggregates({ least: ['min', measure], most: ['max', measure] })] : []),
        ...(mayTouch && request.isFromZero ? [{ calculate: 'min(datum.least, 0)', as: 'least' }] : []),
      ],
      encoding: {
        x: timeAxis(request, axisValues(request), axis),
        y: { field: measure, type: 'quantitative', scale, axis: numberAxis(request) },
        ...(isAlone ? {} : { detail: { field: 'series' } }),
      },
      layer: [
        ...behindLines(request),
        ...targetLine(request, 'y'),
        ...lines(request),
        {
          transform: [
            { filter: 'datum.isEnd' },
            ...(mayTouch ? clearLabels({ height: getHeight(measure, inside), groupby: ['isEnd'] }) : []),
          ],
          mark: {
            type: 'text',
            style: 'value',
            align: 'left',
            dx: labelSizes(0.6),
            ...(mayTouch ? { dy: { expr: 'datum.push' }, fontSize: sizeOfClear('labelSize') } : {}),
          },
          encoding: { text: { field: 'endLabel' }, color: wordColor(request) },
        },
        ...(isBelowZero ? [zeroLevel] : []),
        ...holeWords(request),
        ...beforeLines(request),
      ],
    }
  },
}

/** Dates that are worth a label; where periods are missing among them, these too, so that the steps are even. */
function axisValues({ periods }: ChartRequest): JsonObject {
  const { missing = [], dates = [] } = regularDates(periods) ?? {}
  // As an expression: numbers in a list are no dates to Vega-Lite, and the axis would be empty.
  return { expr: missing.length > 0 && dates.length <= 12 ? JSON.stringify(dates) : 'axisDates' }
}

/** What stands at the foot of the plot where the only line runs over periods without a number. */
function holeWords({ series, periods, locale }: ChartRequest): JsonObject[] {
  const holes = series.length === 1 ? missingSlots(periods) : []
  if (holes.length === 0) return []
  const mark = { type: 'text', style: 'note', baseline: 'bottom', dy: labelSizes(-0.3), text: locale.word('notStated') }
  const encoding = { x: inTime, y: { value: { expr: 'height' } } }
  return [{ data: { values: holes.map((date) => ({ date })) }, mark, encoding }]
}

/**
 * The lines with their points. Forecasts are lines of their own, dashed.
 * A line across periods whose missing number no words explain is dashed by gaps in the paper's colour.
 */
function lines(request: ChartRequest): JsonObject[] {
  const holes = getHoles(request)
  const forecasts = getForecasts(request)
  const encoding = { color: lineColor(request) }
  const point = request.periods.length <= 12
  const counted = forecasts.map(({ series, periods }) => ({
    filter: `!(${getIsOne([series])} && ${isAmong('period', periods.slice(1))})`,
  }))
  return [
    {
      ...(counted.length > 0 && { transform: counted }),
      mark: { type: 'line', point: point && holes.length === 0 },
      encoding,
    },
    ...forecasts.map((forecast) => ({
      ...named(forecast, 'forecast', request),
      mark: { type: 'line', point, strokeDash: [6, 4] },
      encoding,
    })),
    ...holes.map((hole) => gaps(hole, request)),
    ...(point && holes.length > 0 ? [{ mark: { type: 'point', filled: true }, encoding }] : []),
  ]
}

/** A part of a line, by its periods. */
interface Part {
  series: string
  periods: Period[]
}

/** What is forecast of each line, from the last period that is not. */
function getForecasts({ series, measure, periods, dataset }: ChartRequest): Part[] {
  return series.flatMap((id) => {
    const known = periods.flatMap((period) => dataset.observations.get(observationKey(id, measure, period)) ?? [])
    const last = known.findLastIndex(({ status }) => status !== 'forecast')
    const part = known.slice(Math.max(0, last)).map(({ period }) => period)
    return part.length > 1 ? [{ series: id, periods: part }] : []
  })
}

/** The two periods on either side of each stretch of a line without a number. */
function getHoles({ series, measure, periods, dataset }: ChartRequest): Part[] {
  const slots = getTimeSlots(periods)
  const isNamed = series.length === 1 && regularDates(periods) !== undefined
  return series.flatMap((id) => {
    const known = periods.filter((period) => dataset.observations.has(observationKey(id, measure, period)))
    const places = known.map((period) => slots.indexOf(getStartDate(period)))
    const skips = places.flatMap((place, index) => (place - (places[index - 1] ?? place) > 1 ? [index] : []))
    const holes = isNamed ? [] : new Set([...skips, ...gapEnds(known)])
    return [...holes].map((index) => ({ series: id, periods: known.slice(index - 1, index + 1) }))
  })
}

function gaps(hole: Part, request: ChartRequest): JsonObject {
  const { transform } = named(hole, 'notStated', request)
  return {
    // Points and words beside it are the line's.
    transform: [...transform, { calculate: "''", as: 'said' }],
    mark: {
      type: 'line',
      color: { expr: 'paper' },
      strokeCap: 'butt',
      strokeWidth: { expr: 'lineWidth * 1.5' },
      strokeDash: { expr: '[lineWidth * 2, lineWidth * 2]' },
    },
  }
}

/** The rows of a part of a line, which a native chart has as a series of its own. */
function named({ series, periods }: Part, word: 'notStated' | 'forecast', { locale }: ChartRequest) {
  const name = JSON.stringify(locale.labelled('', locale.word(word)))
  return {
    transform: [
      { filter: `${getIsOne([series])} && ${isAmong('period', periods)}` },
      { calculate: `datum.label + ${name}`, as: 'label' },
    ],
  }
}

/** Which rows are the last of their indicator, and what these say. */
function ends(request: ChartRequest) {
  return [
    aggregates({ lastDate: ['max', 'date'] }, 'series'),
    { calculate: 'datum.date === datum.lastDate', as: 'isEnd' },
    ...sayUnitFirst(
      ['isEnd', request.measure].map((field) => ({ field, order: 'descending' })),
      request,
    ),
  ]
}

/** Lines without one to be seen first are told apart by their colours. */
function lineColor(request: ChartRequest) {
  if (request.accent.length > 0 || request.series.length === 1) return markColor(request)
  return { field: 'series', type: 'nominal', legend: null }
}
