import { longest } from '../../draw/vega/name-lines.ts'
import type { JsonObject } from '../../spec/json/json.ts'
import { countStated } from '../parts.ts'
import type { ChartRequest } from '../types.ts'

/** Labels (`endLabel`, as `withName` makes it, or another `field`) that stand one above the other: where each would stand, in points from the foot of the plot, and which stand together. */
export interface StackedLabels {
  /** An expression of a row. */
  height: string
  groupby: readonly string[]
  field?: string
}

/** The height of a number on a scale from the least to the most of all rows (`least`, `most`), so many sizes of type within the plot. */
export function getHeight(field: string, padding: number): string {
  const share = `(datum.${field} - datum.least) / max(datum.most - datum.least, 1e-12)`
  return `${share} * (height - labelSize * ${padding * 2}) + labelSize * ${padding}`
}

/** How far each label is moved down (`push`), in points, to stand within the plot and clear of those above and below it, as close to its place as can be; and the room that each line of them has (`leading`). Vega sets the first of two lines where one would stand. */
export function clearLabels({ height, groupby, field = 'endLabel' }: StackedLabels): JsonObject[] {
  return [
    { calculate: height, as: 'stands' },
    { calculate: `isArray(datum.${field}) ? length(datum.${field}) : 1`, as: 'lines' },
    { calculate: 'countLongest(datum.endLabel)', as: 'letters' },
    {
      joinaggregate: [
        { op: 'values', field: 'stands', as: 'beside' },
        { op: 'sum', field: 'lines', as: 'allLines' },
        { op: 'max', field: 'letters', as: 'mostLetters' },
      ],
      groupby: [...groupby],
    },
    { calculate: 'smallerName(datum.mostLetters, medium)', as: 'smaller' },
    { calculate: 'min(labelSize * datum.smaller * 1.3, height / datum.allLines)', as: 'leading' },
    {
      calculate: `clearOf(datum, datum.beside, height) - (datum.lines - 1) * ${sizeOfClear('labelSize').expr} * 0.6`,
      as: 'push',
    },
    { calculate: 'null', as: 'beside' },
  ]
}

/** The type of labels: of a size, or what their lines have room for. */
export function sizeOfClear(size: 'labelSize' | 'axisSize') {
  return { expr: `min(${size} * datum.smaller, datum.leading / 1.3)` }
}

/** A name with what is said of it, an expression: of a long name over as many lines as so many names have room for, three at most; on a page two. */
export function withName(request: ChartRequest, said: string): string {
  const { name, medium } = request
  const label = `datum.${name} + '\u2002' + ${said}`
  const lines = medium === 'page' ? '2' : `min(3, floor(height / (labelSize * ${countStated(request)})))`
  return `isArray(breakName(datum.${name})) ? breakName(${label}, ${longest}, ${lines}) : ${label}`
}
