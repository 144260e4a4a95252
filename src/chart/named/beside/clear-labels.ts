import { longest } from '../../draw/vega/name-lines.ts'
import type { JsonObject } from '../../spec/json/json.ts'
import { countStated } from '../parts.ts'
import type { ChartRequest } from '../types.ts'

/**
 * Labels stacked above each other (`endLabel` from `withName`, or another `field`):
 * where each would stand, in points from the foot of the plot, and which belong together.
 */
export interface StackedLabels {
  /** An expression of a row. */
  height: string
  groupby: readonly string[]
  field?: string
}

/** A number's height on a scale over all rows (`least` to `most`), with so many type sizes as padding in the plot. */
export function getHeight(field: string, padding: number): string {
  const share = `(datum.${field} - datum.least) / max(datum.most - datum.least, 1e-12)`
  return `${share} * (height - labelSize * ${padding * 2}) + labelSize * ${padding}`
}

/**
 * Moves each label down by `push` points, to lie in the plot, clear of others and near its place.
 * `leading` is the room for each of its lines; Vega sets the first of two lines where a single one would stand.
 */
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

/** An expression for a name and what is said of it, up to three lines as room allows, or two on a page. */
export function withName(request: ChartRequest, said: string): string {
  const { name, medium } = request
  const label = `datum.${name} + '\u2002' + ${said}`
  const lines = medium === 'page' ? '2' : `min(3, floor(height / (labelSize * ${countStated(request)})))`
  return `isArray(breakName(datum.${name})) ? breakName(${label}, ${longest}, ${lines}) : ${label}`
}
