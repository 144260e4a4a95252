import { namedSeries } from '../../bind/rows/rows.ts'
import type { JsonObject } from '../../spec/json/json.ts'
import { figureAt } from '../figure-at.ts'
import { atPeriod, fullHeight, fullWidth } from '../parts.ts'
import { type CallFault, type ChartRequest, callFault } from '../types.ts'

/** A line across a chart at a figure, such as a target, with its name and number above it, of columns beside it. `along`: the axis of numbers. */
export function targetLine(request: ChartRequest, along: 'x' | 'y', isBeside = false): JsonObject[] {
  const { target } = request.options
  if (target === undefined) return []
  const data = { name: target }
  const number = { field: request.measure, type: 'quantitative' }
  const isUpright = along === 'x'
  const ends = isUpright ? { x: number, ...fullHeight } : { y: number, ...fullWidth }
  return [
    {
      data,
      transform: [atPeriod(request)],
      mark: { type: 'rule', color: { expr: 'ink' }, strokeDash: [4, 3] },
      encoding: ends,
    },
    {
      data,
      transform: [
        atPeriod(request),
        // Of the whole of a breakdown its own name: Norland.
        {
          calculate: `(datum.${request.name} || datum.label) + '\u2002' + datum.${request.measure}Text`,
          as: 'saidTarget',
        },
      ],
      mark: {
        type: 'text',
        style: 'note',
        align: isUpright ? 'center' : 'left',
        ...(isBeside
          ? { baseline: 'middle', dx: { expr: 'axisSize * 0.5' } }
          : { baseline: 'bottom', dy: { expr: '-axisSize * 0.25' } }),
      },
      encoding: {
        ...(isUpright ? { x: number, y: { value: 0 } } : { y: number, x: { value: isBeside ? { expr: 'width' } : 0 } }),
        text: { field: 'saidTarget' },
      },
    },
  ]
}

/** What a target has wrong. */
export function targetFaults({ options: { target, period }, dataset, measure }: ChartRequest): CallFault[] {
  if (target === undefined) return []
  const [id = '', ...others] = namedSeries(dataset, target).ids
  if (others.length > 0)
    return callFault(`one target for the whole chart: ${others.length + 1}`, 'chart:bullet has one for each figure')
  if (figureAt(id, measure, period, dataset)) return []
  const hint = `one of another time is a point of its own: chart:line figures="…, ${target}"`
  return callFault(`no ${measure} of the target at ${period ?? dataset.report.period}: ${target}`, hint)
}
