import { add, intersects } from '../../../dataset/figure/interval.ts'
import type { Interval } from '../../../dataset/types.ts'
import { scaleOnce } from '../../bind/rows/common-scale.ts'
import { namedSeries } from '../../bind/rows/rows.ts'
import type { JsonObject } from '../../spec/json/json.ts'
import { figureAt } from '../figure-at.ts'
import { accent, aggregates, atPeriod, barSize, labelSizes, sayUnitFirst, withoutDomain, zeroLine } from '../parts.ts'
import { type CallFault, type ChartRequest, callFault, type NamedChart } from '../types.ts'

/** `chart:waterfall`: how parts add up to a total, each bar beginning where the one before ends. */
export const waterfall: NamedChart = {
  purpose: 'how parts, also those below zero, add up to a total: each bar begins where the one before ends',
  options: {
    total: { type: 'figures' },
    measure: { type: 'word', words: ['value', 'change'] },
    period: { type: 'period' },
  },
  check: addsUp,
  toSpec: (request) => {
    const { data, measure, options, locale } = request
    const total = `datum.series === ${JSON.stringify(options.total)}`
    const says = locale.word('runningSum')
    const isBelowZero = request.belowZero.length > 0
    // Above the names too, where the bars alone are too narrow for it.
    const isWide = `width > axisSize * ${says.length} * 0.55`
    const title = {
      orient: 'top',
      titleAnchor: 'start',
      titleAlign: { expr: `${isWide} ? 'left' : 'right'` },
      titleX: { expr: `${isWide} ? 0 : width` },
    }
    const sort = [{ field: 'isTotal' }, { field: 'order' }]
    return {
      usermeta: { briefwright: { says, ...scaleOnce } },
      data: { name: `${data}, ${options.total}` },
      transform: [
        atPeriod(request),
        { calculate: `${total} ? 1 : 0`, as: 'isTotal' },
        { calculate: `${total} ? datum.label : datum.${request.name}`, as: 'row' },
        { window: [{ op: 'sum', field: measure, as: 'sum' }], sort, frame: [null, 0] },
        ...sayUnitFirst(sort, request),
        { calculate: `${total} ? datum.${measure} : datum.sum`, as: 'end' },
        { calculate: `datum.end - datum.${measure}`, as: 'begin' },
        { calculate: 'max(datum.begin, datum.end)', as: 'right' },
        ...(isBelowZero ? beyondZero : []),
      ],
      encoding: {
        y: { field: 'row', type: 'nominal', sort: { field: 'place', op: 'min' }, ...withoutDomain(isBelowZero) },
      },
      layer: [
        {
          mark: { type: 'bar', size: barSize },
          encoding: {
            x: {
              field: 'begin',
              type: 'quantitative',
              axis: { labels: false, title: says, ...title },
              scale: { nice: false },
            },
            x2: { field: 'end' },
            color: {
              condition: [
                { test: total, value: accent },
                { test: `datum.${measure} < 0`, value: { expr: 'second' } },
              ],
              value: { expr: 'context' },
            },
          },
        },
        {
          mark: { type: 'text', style: 'value', align: 'left', dx: labelSizes(0.5) },
          encoding: { x: { field: 'right', type: 'quantitative' }, text: { field: 'said' } },
        },
        ...(isBelowZero ? [zeroLine] : []),
      ],
    }
  },
}

/** The number of a bar that ends so close before zero that it would stand on the line there begins behind that. */
const beyondZero: JsonObject[] = [
  aggregates({ farthest: ['max', 'right'], nearest: ['min', 'begin'], least: ['min', 'end'] }),
  { calculate: '-datum.right / (max(datum.farthest, 0) - min(datum.nearest, datum.least)) * width', as: 'away' },
  { calculate: 'labelSize * (length(datum.said) * 0.6 + 0.8)', as: 'room' },
  { calculate: 'datum.away > 0 && datum.away < datum.room ? 0 : datum.right', as: 'right' },
]

/** Why a waterfall would not end at its total. */
function addsUp({ series, options, measure, dataset }: ChartRequest): CallFault[] {
  const { total, period } = options
  if (total === undefined)
    return [{ message: 'no total: a waterfall shows what its parts add up to', expected: 'total="indicator"' }]
  const at = (key: string) => figureAt(key, measure, period, dataset)
  const parts = series.map(at)
  const whole = at(namedSeries(dataset, total).ids[0] ?? total)
  const missing = [...series, total].filter((key) => at(key) === undefined)
  const lack = `a part of the waterfall has no ${measure} at ${period ?? dataset.report.period}: ${missing.join(', ')}`
  if (missing.length > 0 || !whole) return callFault(lack)
  const sum = parts.reduce<Interval | undefined>(
    (all, part) => (part && all ? add(all, part.quantity.interval) : part?.quantity.interval),
    undefined,
  )
  if (sum && intersects(sum, whole.quantity.interval)) return []
  const hint = 'add the part that is missing to figures, or take another total'
  return callFault(`the parts of the waterfall do not add up to their total: ${total}`, hint)
}
