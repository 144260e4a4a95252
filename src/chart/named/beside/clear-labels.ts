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
  const share = `(datum.${field} - datum.least) / max(datum.most - datum.least, 1e-12)`
  return `${share} * (height - labelSize * ${padding * 2}) + labelSize * ${padding}`
}

/** How far each label is moved down (`push`), in points, to stand within the plot and clear of those above and below it, as close to its place as can be; and the room that each line of them has (`leading`). Vega sets the first of two lines where one would stand. */
export function clearLabels({ height, groupby, apart = 1.3 }: StackedLabels): JsonObject[] {
  return [
    { calculate: height, as: 'stands' },
    { calculate: 'isArray(datum.endLabel) ? length(datum.endLabel) : 1', as: 'lines' },
    {
      joinaggregate: [
        { op: 'values', field: 'stands', as: 'beside' },
        { op: 'sum', field: 'lines', as: 'allLines' },
      ],
      groupby: [...groupby],
    },
    { calculate: `min(labelSize * ${apart}, height / datum.allLines)`, as: 'leading' },
    {
      calculate: 'clearOf(datum, datum.beside, height) - (datum.lines - 1) * min(labelSize, datum.leading / 1.3) * 0.6',
      as: 'push',
    },
    { calculate: 'null', as: 'beside' },
  ]
}

/** The type of labels: of a size, or what their lines have room for. */
export function sizeOfClear(size: 'labelSize' | 'axisSize'): JsonObject {
  return { expr: `min(${size}, datum.leading / 1.3)` }
}

/** A name with what is said of it, an expression: on a page over two lines where the name is long. PowerPoint's labels have one. */
export function withName({ name, medium }: ChartRequest, said: string): string {
  const label = `datum.${name} + '\u2002' + ${said}`
  return medium === 'page' ? `isArray(breakName(datum.${name})) ? breakName(${label}) : ${label}` : label
}
