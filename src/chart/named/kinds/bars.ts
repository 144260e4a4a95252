import { periodLike } from '../../../dataset/figure/period.ts'
import { percent } from '../../../dataset/figure/unit/unit.ts'
import type { JsonObject } from '../../spec/json/json.ts'
import { targetFaults, targetLine, targetNumber, wordsWithin } from '../beside/target-line.ts'
import { groupedByPart, tooManyParts } from '../by-part.ts'
import { figureAt } from '../figure-at.ts'
import {
  accent,
  aggregates,
  atPeriod,
  barScale,
  barSize,
  besideBar,
  bySize,
  context,
  countStated,
  getIsOne,
  heightOnPage,
  inOneScale,
  markColor,
  measureOption,
  saidBeside,
  sayUnitFirst,
  sizeInRows,
  switchOption,
  withoutDomain,
  zeroLine,
} from '../parts.ts'
import { twoPeriods } from '../two-periods.ts'
import { type CallFault, type ChartRequest, callFault, type NamedChart } from '../types.ts'

/** Beside other bars, a scale has so much room for the numbers at their ends. */
const labelRoom = 1.25

/** `chart:ranking`: a bar for each indicator, the largest first. */
export const ranking: NamedChart = {
  purpose: 'figures in order of size: a bar each, with its number',
  options: {
    measure: measureOption,
    order: { type: 'word', words: ['size', 'given'] },
    top: { type: 'count' },
    period: { type: 'period' },
    target: { type: 'figures' },
    whole: switchOption,
  },
  check: (request) => [...targetFaults(request), ...wholeFaults(request)],
  bars: {
    room: labelRoom,
    getFigures: ({ series, measure, options, dataset }) =>
      series.map((key) => figureAt(key, measure, options.period, dataset)),
  },
  toSpec: lyingBars,
}

/** What is to be seen first is never left out. */
function getTop({ accent, options: { top } }: ChartRequest): { filter: string }[] {
  if (top === undefined) return []
  return [{ filter: [`datum.place <= ${top}`, ...(accent.length > 0 ? [getIsOne(accent)] : [])].join(' || ') }]
}

/** Whether any bar lies to the left of zero: not, where the largest are shown and enough lie to its right. */
function showsBelowZero({ belowZero, series, options: { top } }: ChartRequest): boolean {
  return belowZero.length > 0 && (top === undefined || series.length - belowZero.length < Number(top))
}

function countBars(request: ChartRequest): number {
  const stated = countStated(request)
  return Math.min(stated, Number(request.options.top ?? stated))
}

/** Only shares of one hundred have a whole. */
function wholeFaults({ options, unit, measure }: ChartRequest): CallFault[] {
  if (options.whole !== 'yes' || (unit === percent.id && measure === 'value')) return []
  return callFault('whole=yes is for shares in per cent', 'leave it out')
}

/** Bars behind the others that stand for the whole, so that neighbouring charts of shares have one scale. */
const tracks: JsonObject = {
  transform: [{ calculate: '100', as: 'whole' }],
  mark: { type: 'bar', style: 'track', size: barSize },
  encoding: { x: { field: 'whole', type: 'quantitative' } },
}

function lyingBars(request: ChartRequest): JsonObject {
  const { data, measure, options } = request
  const isOfWhole = options.whole === 'yes'
  const isBelowZero = showsBelowZero(request)
  const sorted = bySize(measure, request)
  const order = [{ field: sorted.field, order: 'descending' }]
  const size = sizeInRows(countBars(request), 'labelSize')
  const isInside = options.target === undefined ? 'false' : isBeforeLine(request)
  const isAccent = request.accent.length > 0 ? getIsOne(request.accent) : 'true'
  const inOrder = options.order === 'given' ? [{ field: 'order', order: 'ascending' }] : order
  return {
    ...heightOnPage(request, countBars(request)),
    ...inOneScale,
    data: { name: data },
    transform: [
      atPeriod(request),
      ...sorted.transform,
      ...sayUnitFirst(inOrder, request),
      ...getTop(request),
      ...(options.target ? [aggregates({ most: ['max', measure] })] : []),
    ],
    encoding: {
      y: {
        field: request.name,
        type: 'nominal',
        sort: { field: 'place', op: 'min' },
        ...withoutDomain(isBelowZero, size && { labelFontSize: size }),
      },
      x: {
        field: measure,
        type: 'quantitative',
        axis: null,
        ...(isOfWhole ? { scale: { domain: [0, 100] } } : barScale(request, isBelowZero)),
      },
    },
    layer: [
      ...(isOfWhole ? [tracks] : []),
      { mark: { type: 'bar', size: barSize }, encoding: { color: markColor(request) } },
      {
        mark: {
          type: 'text',
          style: 'value',
          ...besideBar(measure, isInside),
          ...(size && { fontSize: size }),
        },
        encoding: { text: { field: 'said' }, ...(options.target ? { color: wordsWithin(isInside, isAccent) } : {}) },
      },
      ...targetLine(request, 'x'),
      ...(isBelowZero ? [zeroLine] : []),
    ],
  }
}

/** Whether the line of a target would run through the number beside a bar: an expression. */
function isBeforeLine(request: ChartRequest): string {
  const goal = targetNumber(request)
  const number = `datum.${request.measure}`
  const away = `(${goal} - ${number}) / (max(${goal}, datum.most) * ${labelRoom}) * width`
  return `${number} >= 0 && ${goal} >= ${number} && ${away} < axisSize * (length(datum.said) * 0.6 + 1)`
}

/** `chart:grouped`: each indicator then and now. */
export const grouped: NamedChart = {
  purpose: 'each figure at two periods: two bars beside each other; by=sex: a bar for each category',
  options: { since: { type: 'period' }, period: { type: 'period' } },
  parting: 'optional',
  check: tooManyParts,
  bars: {
    room: labelRoom,
    getFigures: ({ series, options, dataset }) =>
      series.flatMap((key) => {
        const now = figureAt(key, 'value', options.period, dataset)
        const since = options.since ?? (now && periodLike(now.period, dataset.report.comparison))
        return [now, since === undefined ? undefined : figureAt(key, 'value', since, dataset)]
      }),
  },
  toSpec: (request) => {
    const bars = countStated(request) * (request.parting ? 1 : 2)
    const size = heightOnPage(request, bars, 0)
    if (request.parting) return { ...size, ...groupedByPart(request, request.parting) }
    const { isNow, isThen } = twoPeriods(request)
    const isBelowZero = request.belowZero.length > 0
    const sorted = bySize('most', request)
    return {
      ...size,
      ...inOneScale,
      data: { name: request.data },
      transform: [
        { filter: `(${isNow} || ${isThen}) && isValid(datum.value)` },
        aggregates({ most: ['max', 'value'] }, 'series'),
        ...sorted.transform,
        ...sayUnitFirst([{ field: sorted.field, order: 'descending' }, { field: 'date' }], request),
      ],
      encoding: {
        y: {
          field: request.name,
          type: 'nominal',
          sort: { field: sorted.field, op: 'max', order: 'descending' },
          ...withoutDomain(isBelowZero),
        },
        yOffset: { field: 'periodLabel', type: 'nominal', sort: { field: 'date', op: 'max' } },
        x: { field: 'value', type: 'quantitative', axis: null, ...barScale(request, isBelowZero) },
      },
      layer: [
        {
          mark: 'bar',
          encoding: {
            color: {
              field: 'periodLabel',
              type: 'nominal',
              sort: { field: 'date', op: 'max' },
              scale: { range: [context, accent] },
            },
          },
        },
        ...saidBeside(isBelowZero),
      ],
    }
  },
}
