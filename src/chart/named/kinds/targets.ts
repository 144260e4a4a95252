import { namedSeries } from '../../bind/rows/rows.ts'
import { figureAt } from '../figure-at.ts'
import { aggregates, atPeriod, inOneScale, isAmong, markColor, sayUnitWhere } from '../parts.ts'
import type { ChartRequest, NamedChart } from '../types.ts'

/** `chart:bullet`: a column for each figure, and a tick where its target stands. */
export const bullet: NamedChart = {
  purpose: 'figures with their targets: a column each, and a tick where its target stands',
  options: { target: { type: 'figures' }, period: { type: 'period' } },
  check: ({ series, options, dataset }) => {
    const targets = namedSeries(dataset, options.target ?? '').ids
    const message = `a target for each figure, in their order: ${series.length} figures, ${targets.length} targets`
    return options.target !== undefined && targets.length === series.length
      ? []
      : [{ message, expected: 'target="indicators, separated by commas"', hint: 'chart:ranking has a line for one' }]
  },
  toSpec: (request) => {
    const { data, options, locale } = request
    const { values, targets } = bothKnown(request)
    const isTarget = isAmong('series', targets)
    const pairs = { groupby: ['pair'], sort: [{ field: 'isTarget' }], frame: [null, null] }
    // The number stands on its column, or within where the target's tick is just above.
    const isInside = `datum.isBelow && (datum.goal - datum.value) / datum.most * height < labelSize * 1.6`
    const isOnTick = '!datum.isBelow && (datum.value - datum.goal) / datum.most * height < labelSize * 0.5'
    return {
      ...inOneScale,
      data: { name: `${data}, ${options.target}` },
      transform: [
        atPeriod(request),
        { filter: isAmong('series', [...values, ...targets]) },
        { calculate: `${isTarget} ? 1 : 0`, as: 'isTarget' },
        {
          calculate: `indexof(${isTarget} ? ${JSON.stringify(targets)} : ${JSON.stringify(values)}, datum.series) + 1`,
          as: 'pair',
        },
        { window: [{ op: 'first_value', field: request.name, as: request.name }], ...pairs },
        { window: [{ op: 'last_value', field: 'value', as: 'goal' }], ...pairs },
        aggregates({ most: ['max', 'value'] }),
        { calculate: 'datum.goal >= datum.value', as: 'isBelow' },
        sayUnitWhere('datum.pair === 1', request),
        { calculate: 'length(datum.said)', as: 'letters' },
        aggregates({ longest: ['max', 'letters'] }),
        { calculate: `${JSON.stringify(locale.word('target'))} + '\u2002' + datum.said`, as: 'saidGoal' },
      ],
      encoding: { x: { field: request.name, type: 'nominal', sort: { field: 'pair', op: 'min' } } },
      layer: [
        { ...bars, mark: { type: 'bar', size: { expr: width } }, encoding: { y, color: markColor(request) } },
        {
          ...ticks,
          mark: {
            type: 'point',
            shape: 'stroke',
            stroke: { expr: 'ink' },
            // PowerPoint's dash is a bar, and filled.
            fill: { expr: 'ink' },
            strokeWidth: 3,
            size: { expr: `pow(${width} * 1.2, 2)` },
          },
          encoding: { y },
        },
        {
          ...bars,
          mark: {
            type: 'text',
            style: 'value',
            baseline: { expr: `${isInside} ? 'top' : 'bottom'` },
            dy: { expr: `${isInside} ? labelSize * 0.4 : ${isOnTick} ? -labelSize * 0.7 : -labelSize * 0.3` },
          },
          encoding: {
            y,
            text: { field: 'said' },
            color: { condition: { test: isInside, value: { expr: 'onAccent' } }, value: { expr: 'ink' } },
          },
        },
        {
          ...ticks,
          mark: { type: 'text', style: 'note', baseline: 'top' },
          encoding: { y: { value: { expr: 'height + labelSize * 1.7' } }, text: { field: 'saidGoal' } },
        },
      ],
    }
  },
}

/** The figures and their targets, in their order, of which both are known. */
function bothKnown({ series, options: { target, period }, measure, dataset }: ChartRequest) {
  const { ids } = namedSeries(dataset, target ?? '')
  const isKnown = (key = '') => figureAt(key, measure, period, dataset) !== undefined
  const isPair = (_: string, place: number) => isKnown(series[place]) && isKnown(ids[place])
  return { values: series.filter(isPair), targets: ids.filter(isPair) }
}

const bars = { transform: [{ filter: 'datum.isTarget === 0' }] }
const ticks = { transform: [{ filter: 'datum.isTarget === 1' }] }
const y = { field: 'value', type: 'quantitative', axis: null, scale: { nice: false } }
/** A column is somewhat wider than its number. */
const width = "min(bandwidth('x'), labelSize * (datum.longest * 0.6 + 1.4))"

/** The names in an option, as they are written. */
export function splitNames(text = ''): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}
