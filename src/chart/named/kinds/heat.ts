import { aggregates, inOneScale, measureOption, periodKind, sayUnitWhere, wordsOn } from '../parts.ts'
import type { NamedChart } from '../types.ts'

/** `chart:heat`: a table of figures by period, each cell as dark as its number is large. */
export const heat: NamedChart = {
  purpose: 'many figures over many periods: a table whose cells are as dark as their numbers are large',
  options: { measure: measureOption },
  toSpec: (request) => {
    const { data, measure, name, periods, locale } = request
    const isOfWords = periods.some((period) => locale.period(period, 'short').includes(' '))
    return {
      ...inOneScale,
      data: { name: data },
      transform: [
        { filter: `isValid(datum.${measure})` },
        { window: [{ op: 'row_number', as: 'place' }], sort: [{ field: 'order', order: 'ascending' }] },
        sayUnitWhere('false', request),
        { calculate: `replace(datum.${measure}Text, datum.said, '')`, as: 'unit' },
        { calculate: 'length(datum.said)', as: 'letters' },
        aggregates({ longest: ['max', 'letters'] }),
      ],
      encoding: {
        y: { field: name, type: 'nominal', sort: null, scale: { paddingInner: 0.06 }, axis: { domain: false } },
        x: {
          field: 'date',
          type: 'ordinal',
          scale: { paddingInner: 0.03 },
          axis: {
            orient: 'top',
            formatType: 'period',
            format: periodKind(request),
            labelAngle: 0,
            ...(isOfWords ? { labelExpr: yearOnce, labelPadding: { expr: 'axisSize * 1.7' } } : {}),
            domain: false,
          },
        },
      },
      layer: [
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
          // As large as the longest number has room.
          mark: { type: 'text', fontSize: { expr: "min(axisSize, bandwidth('x') / (datum.longest * 0.56))" } },
          encoding: { text: isLegible, color: wordsOn(`datum.${measure}`) },
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
          encoding: { x: { value: 0 }, y: { value: 0 }, text: { field: 'unit' } },
        },
      ],
    }
  },
}

/** The numbers of cells, where they have room to be read. */
const isLegible = { condition: { test: "bandwidth('x') > axisSize * datum.longest * 0.28", field: 'said' }, value: '' }

/** `Jan 2024` over two lines, the first where one would stand, then `Feb` of the same year; where months have no room, each year alone, at its first: an expression. */
const yearAt = (away: number) =>
  `utcyear(toDate(domain('x')[round(datum.index * (length(domain('x')) - 1)) + ${away}]))`
const isSame = (away: number) => `utcyear(toDate(datum.value)) === ${yearAt(away)}`
const isFirst = `datum.index > 0 ? !(${isSame(-1)}) : ${isSame(1)}`
const parts = "split(datum.label, ' ')"
const yearOnce = `bandwidth('x') < axisSize * 1.4 ? ((${isFirst}) ? utcyear(toDate(datum.value)) : '') : datum.index > 0 && ${isSame(-1)} ? ${parts}[0] : ${parts}`
