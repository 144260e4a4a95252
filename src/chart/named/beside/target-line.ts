import { namedSeries } from '../../bind/rows/rows.ts'
import type { JsonObject } from '../../spec/json/json.ts'
import { figureAt } from '../figure-at.ts'
import { atPeriod, fullHeight, fullWidth } from '../parts.ts'
import { type CallFault, type ChartRequest, callFault } from '../types.ts'

/** Where the words of a target stand along its line: above its start, above its end, or beside that. */
export type WordsAt = 'start' | 'end' | 'beside'

/**
 * A line across a chart at a figure such as a target, labelled; upright lines have their label at the top.
 * `along`: the axis of numbers.
 */
export function targetLine(request: ChartRequest, along: 'x' | 'y', wordsAt: WordsAt = 'start'): JsonObject[] {
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
        align: isUpright ? 'center' : wordsAt === 'end' ? 'right' : 'left',
        ...(wordsAt === 'beside'
          ? { baseline: 'middle', dx: { expr: 'axisSize * 0.5' } }
          : { baseline: 'bottom', dy: { expr: '-axisSize * 0.25' } }),
      },
      encoding: {
        ...(isUpright
          ? { x: number, y: { value: 0 } }
          : { y: number, x: { value: wordsAt === 'start' ? 0 : { expr: 'width' } } }),
        text: { field: 'saidTarget' },
      },
    },
  ]
}

/** The number of a chart's target; undefined where it has none. */
export function targetNumber({ options: { target, period }, dataset, measure }: ChartRequest): number | undefined {
  const [id = ''] = target === undefined ? [] : namedSeries(dataset, target).ids
  return figureAt(id, measure, period, dataset)?.quantity.value.toNumber()
}

/** The colour of numbers within marks, on those of the accent and on others; of all others ink. */
export function wordsWithin(isInside: string, isAccent: string): JsonObject {
  return {
    condition: [
      { test: `(${isInside}) && (${isAccent})`, value: { expr: 'onAccent' } },
      { test: isInside, value: { expr: 'contrast(context, ink) > contrast(context, paper) ? ink : paper' } },
    ],
    value: { expr: 'ink' },
  }
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
