import type { JsonObject } from '../../spec/json/json.ts'
import type { ChartRequest } from '../types.ts'

/** Labels (`endLabel`, as `withName` makes it) that stand one above the other: where each would stand, in points from the foot of the plot, and which stand together. */
export interface StackedLabels {
  /** An expression of a row. */
  height: string
  groupby: readonly string[]
  /** How many sizes of type the next one is away; without it 1.3, a line. */
  apart?: number | undefined
}

/** The height of a number on a scale from the least to the most of all rows (`least`, `most`), so many sizes of type within the plot. */
export function getHeight(field: string, padding: number): string {
  return `(datum.${field} - datum.least) / max(datum.most - datum.least, 1e-12) * (height - labelSize * ${padding * 2})`
}

/**
 * How far each label is moved down (`push`), in points, to stand clear of those above and below it: midway between the lowest and the highest places at
 * which each stands at least a line of type, or as far as is asked, from the next. Vega sets the first of two lines where one would stand.
 */
export function clearLabels({ height, groupby, apart = 1.3 }: StackedLabels): JsonObject[] {
  const pushed = (order: 'ascending' | 'descending', from: string, name: string): JsonObject[] => {
    const sort = [{ field: 'stands', order }]
    return [
      { window: [{ op: 'sum', field: 'lines', as: `${name}Lines` }], groupby: [...groupby], sort, frame: [null, 0] },
      { calculate: `${from} - (datum.${name}Lines - datum.lines / 2) * labelSize * ${apart}`, as: `${name}Slack` },
      {
        window: [{ op: 'max', field: `${name}Slack`, as: `${name}Most` }],
        groupby: [...groupby],
        sort,
        frame: [null, 0],
      },
    ]
  }
  return [
    { calculate: height, as: 'stands' },
    { calculate: 'isArray(datum.endLabel) ? length(datum.endLabel) : 1', as: 'lines' },
    ...pushed('ascending', 'datum.stands', 'up'),
    ...pushed('descending', '-datum.stands', 'down'),
    {
      calculate:
        '(datum.upSlack - datum.upMost - datum.downSlack + datum.downMost) / 2 - (datum.lines - 1) * labelSize * 0.6',
      as: 'push',
    },
  ]
}

/** A name with what is said of it, an expression: on a page over two lines where the name is long. PowerPoint's labels have one. */
export function withName({ name, medium }: ChartRequest, said: string): string {
  const label = `datum.${name} + '\u2002' + ${said}`
  return medium === 'page' ? `isArray(breakName(datum.${name})) ? breakName(${label}) : ${label}` : label
}
