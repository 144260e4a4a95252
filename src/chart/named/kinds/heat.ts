import type { Measure } from '../../../dataset/types.ts'
import type { JsonObject } from '../../spec/json/json.ts'
import {
  aggregates,
  countStated,
  inOneScale,
  measureOption,
  periodKind,
  sayUnitWhere,
  sizeInRows,
  wordsOn,
} from '../parts.ts'
import type { ChartRequest, NamedChart } from '../types.ts'

/** `chart:heat`: a table of figures by period, each cell as dark as its number is large. */
export const heat: NamedChart = {
  purpose: 'many figures over many periods: a table whose cells are as dark as their numbers are large',
  options: { measure: measureOption },
  toSpec: (request) => {
    const { data, measure, name, periods, locale } = request
    const names = periods.map((period) => locale.period(period, 'short').split(' '))
    const isOfWords = names.some((parts) => parts.length > 1)
    const letters = Math.max(...names.map(([first = '']) => first.length))
    const labelFontSize = sizeInRows(countStated(request), 'labelSize') ?? { expr: 'labelSize' }
    return {
      ...inOneScale,
      data: { name: data },
      transform: toTransform(request),
      encoding: {
        y: { field: name, type: 'nominal', sort: null, scale, axis: { domain: false, labelFontSize } },
        x: {
          field: 'date',
          type: 'ordinal',
          scale,
          axis: {
            orient: 'top',
            formatType: 'period',
            format: periodKind(request),
            labelAngle: 0,
            ...(isOfWords ? { labelExpr: yearOnce(letters), labelPadding: { expr: 'axisSize * 1.7' } } : {}),
            domain: false,
          },
        },
      },
      layer: toLayers(measure, isOfWords),
    }
  },
}

const scale = { paddingInner: 0.06 }

/** What each cell says, without the unit where that stands once above all. */
function toTransform(request: ChartRequest): JsonObject[] {
  const { measure, periods } = request
  const isMany = periods.length > 5
  const whole = `datum.${measure}Text`
  return [
    { filter: `isValid(datum.${measure})` },
    // One point, but several points: the unit is said as beside the largest number.
    { calculate: `abs(datum.${measure})`, as: 'size' },
    { window: [{ op: 'row_number', as: 'place' }], sort: [{ field: 'size', order: 'descending' }] },
    sayUnitWhere('false', request),
    { calculate: `${isMany} && test(/%/, ${whole}) ? '%' : replace(${whole}, datum.said, '')`, as: 'unit' },
    { calculate: `${isMany} ? replace(datum.said, /\\s*%/, '') : datum.said`, as: 'number' },
    { calculate: 'length(datum.number)', as: 'letters' },
    aggregates({ longest: ['max', 'letters'], lastDate: ['max', 'date'] }),
  ]
}

/** Cells, their numbers, and what stands beside and above them. */
function toLayers(measure: Measure, isOfWords: boolean): JsonObject[] {
  // As large as the longest number has room.
  const fontSize = { expr: "min(axisSize, bandwidth('x') / (datum.longest * 0.6), bandwidth('y') * 0.9)" }
  return [
    {
      mark: 'rect',
      encoding: {
        color: {
          field: measure,
          type: 'quantitative',
          legend: null,
          scale: { zero: false, range: [{ expr: 'panel' }, { expr: 'accent' }] },
        },
      },
    },
    {
      mark: { type: 'text', fontSize },
      encoding: { text: ifLegible('number'), color: wordsOn(`datum.${measure}`) },
    },
    {
      // Where the cells say nothing, the last of each row is said beside it.
      transform: [{ filter: 'datum.date === datum.lastDate' }],
      mark: { type: 'text', align: 'left', fontSize: { expr: 'axisSize' }, dx: { expr: 'axisSize * 0.4' } },
      encoding: {
        x: { value: { expr: 'width' } },
        text: { condition: { test: isLegible, value: '' }, field: `${measure}Text` },
      },
    },
    {
      // The scale and unit of all cells, once, above their periods.
      transform: [{ filter: 'datum.place === 1' }],
      mark: {
        type: 'text',
        style: 'note',
        align: 'left',
        baseline: 'bottom',
        dy: { expr: `-axisSize * ${isOfWords ? 3.2 : 2.2}` },
      },
      encoding: { x: { value: 0 }, y: { value: 0 }, text: ifLegible('unit') },
    },
  ]
}

/** Whether the numbers of cells have room to be read, and what stands where they have. */
const isLegible = "bandwidth('x') > axisSize * datum.longest * 0.54"
const ifLegible = (field: string) => ({ condition: { test: isLegible, field }, value: '' })

/** An expression: `Jan 2024` over two lines, then `Feb`; without room for months, each year alone at its first. */
const yearAt = (away: number) =>
  `utcyear(toDate(domain('x')[round(datum.index * (length(domain('x')) - 1)) + ${away}]))`
const isSame = (away: number) => `utcyear(toDate(datum.value)) === ${yearAt(away)}`
const isFirst = `datum.index > 0 ? !(${isSame(-1)}) : ${isSame(1)}`
const parts = "split(datum.label, ' ')"
const yearOnce = (letters: number) =>
  `bandwidth('x') < axisSize * ${letters * 0.55 + 0.3} ? ((${isFirst}) ? utcyear(toDate(datum.value)) : '') : datum.index > 0 && ${isSame(-1)} ? ${parts}[0] : ${parts}`
