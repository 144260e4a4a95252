import { observationKey } from '../../../dataset/figure/reference.ts'
import type { JsonObject } from '../../spec/json/json.ts'
import { targetFaults, targetLine, targetNumber, type WordsAt, wordsWithin } from '../beside/target-line.ts'
import {
  accentWhere,
  aggregates,
  barScale,
  inOneScale,
  labelSizes,
  measureOption,
  periodKind,
  sayUnitWhere,
  withoutDomain,
  zeroLevel,
} from '../parts.ts'
import { columnWidth, columnWidths, getTimeSlots, mostLabelled, places, regularDates, slots } from '../time-slots.ts'
import type { CallFault, ChartRequest, NamedChart } from '../types.ts'

/** `chart:columns`: one figure over a few periods, the current one in the accent colour. */
export const columns: NamedChart = {
  purpose: 'one figure over a few periods: a column each',
  options: { measure: measureOption, target: { type: 'figures' } },
  check: (request) => [...severalFigures(request), ...targetFaults(request)],
  bars: {
    room: 1.1,
    getFigures: (request) =>
      request.series.flatMap((key) =>
        request.periods.map((at) => request.dataset.observations.get(observationKey(key, request.measure, at))),
      ),
  },
  toSpec: (request) => {
    const { measure, periods, options } = request
    // The labels of more months than these have no room below their columns.
    const isCrowded = periods.length > mostLabelled && periodKind(request) !== 'year'
    const dates = isCrowded ? undefined : regularDates(periods)
    // Not shared by the layers: what has no number would be left out of all.
    const isBelowZero = request.belowZero.length > 0
    const y = { field: measure, type: 'quantitative', axis: null, ...barScale(request, isBelowZero, 1.6) }
    const x = dates ? slots(request) : places(request)
    const isInside = options.target === undefined ? 'false' : isBelowLine(request)
    const within = `min(axisSize, ${columnWidth(dates !== undefined).expr} / (length(datum.said) * 0.6))`
    const hangs = `datum.${measure} < 0 || ${isInside}`
    // Many columns are narrow: the first one's number would stand on its taller neighbours.
    const hasRoom = (columns: number) => `datum.nearest * ${columns} > axisSize * length(datum.said) * 0.55`
    const haveAllRoom = 'datum.nearest > axisSize * (datum.longest * 0.55 + 0.4)'
    const isFew = periods.length <= mostLabelled
    const overlaps = isFew && dates ? 'false' : `datum.date === datum.lastDate && !(${hasRoom(1)})`
    const isFirst = `${hasRoom(2)} && datum.date === datum.firstDate`
    const isLast = 'datum.date === datum.lastDate'
    // A long unit would squeeze the plot, or stand on the neighbour.
    const text = `datum.${measure}Text`
    const words = `axisSize * length(${text}) * 0.56`
    const slot = `width / ${getTimeSlots(periods).length}`
    const reach = `${slot} - min(${slot} * 0.6, labelSize * 8) / 2`
    const besideTaller = isFew && dates ? ` || ${words} / 2 > ${reach}` : ''
    const isLong =
      request.saidUnit !== undefined || measure === 'rate'
        ? 'false'
        : `${isLast} && length(${text}) > length(datum.${measure}Short) + 2 && (${words} > width * 0.35${besideTaller})`
    return {
      ...inOneScale,
      data: { name: request.data },
      transform: [
        { filter: `isValid(datum.${measure})` },
        ...(options.target ? [aggregates({ most: ['max', measure] })] : []),
        ...columnWidths,
        sayUnitWhere(`${isLast} && !(${isLong})`, request),
        { calculate: `${isLast} ? 0 : length(datum.said)`, as: 'letters' },
        aggregates({ longest: ['max', 'letters'] }),
      ],
      encoding: { x: { ...x, ...withoutDomain(isBelowZero, x.axis) } },
      layer: [
        {
          mark: { type: 'bar', size: columnWidth(dates !== undefined) },
          encoding: { y, color: accentWhere('datum.current') },
        },
        {
          transform: isFew && dates ? [] : [{ filter: `${isLast} || (${isFirst}) || ${haveAllRoom}` }],
          mark: {
            type: 'text',
            style: 'value',
            // Beside taller neighbours to its left.
            align: { expr: `${overlaps} ? 'left' : 'center'` },
            dx: { expr: `${overlaps} ? -${columnWidth(dates !== undefined).expr} / 2 : 0` },
            fontSize: { expr: `${isInside} ? ${within} : axisSize` },
            baseline: { expr: `${hangs} ? 'top' : 'bottom'` },
            dy: { expr: `${hangs} ? labelSize * 0.3 : -labelSize * 0.3` },
          },
          encoding: {
            y,
            text: { field: 'said' },
            ...(options.target ? { color: wordsWithin(isInside, 'datum.current') } : {}),
          },
        },
        ...(isLong === 'false' ? [] : [unitAbove(isLong, request)]),
        ...targetLine(request, 'y', targetWords(request)),
        ...(isBelowZero ? [zeroLevel] : []),
        ...(dates?.missing.length ? [missingWords(dates.missing, request)] : []),
      ],
    }
  },
}

/** The unit over the plot, where a test holds; the mark of a status stands at its number. */
function unitAbove(test: string, { measure }: ChartRequest): JsonObject {
  const [text, short] = ['Text', 'Short'].map((form) => `replace(datum.${measure}${form}, /\\s*\\[[^\\]]*\\]$/, '')`)
  const unit = `trim(replace(${text}, ${short}, ''))`
  return {
    transform: [{ filter: test }, { calculate: unit, as: 'unitAlone' }],
    mark: { type: 'text', style: 'note', align: 'left', baseline: 'bottom', dy: { expr: '-axisSize * 1.8' } },
    encoding: { x: { value: 0 }, y: { value: 0 }, text: { field: 'unitAlone' } },
  }
}

/** Columns of several figures would stand on each other. */
function severalFigures({ series }: ChartRequest): CallFault[] {
  if (series.length === 1) return []
  const hint = 'make a chart of each, or draw their courses with chart:line'
  return [{ message: `one figure in columns: ${series.join(', ')}`, hint }]
}

/** Whether the line of a target runs so close above a column that its number stands within: an expression. */
function isBelowLine(request: ChartRequest): string {
  const goal = targetNumber(request)
  const number = `datum.${request.measure}`
  return `${number} >= 0 && ${goal} >= ${number} && (${goal} - ${number}) / max(${goal}, datum.most) * height < labelSize * 1.6`
}

/** The words of a target stand over the later half of the columns where all of these end below its line. */
function targetWords(request: ChartRequest): WordsAt {
  const { periods, series, measure, dataset } = request
  const goal = targetNumber(request) ?? 0
  const later = periods.slice(Math.floor(periods.length / 2))
  const numbers = later.flatMap((at) => dataset.observations.get(observationKey(series[0] ?? '', measure, at)) ?? [])
  return numbers.every(({ quantity }) => quantity.value.lt(goal)) ? 'end' : 'beside'
}

/** What stands in the empty slots. */
export function missingWords(missing: readonly number[], { locale }: ChartRequest): JsonObject {
  return {
    data: { values: missing.map((date) => ({ date })) },
    mark: { type: 'text', style: 'note', baseline: 'bottom', dy: labelSizes(-0.3), text: locale.word('notStated') },
    encoding: { x: { field: 'date', type: 'ordinal' }, y: { datum: 0 } },
  }
}
