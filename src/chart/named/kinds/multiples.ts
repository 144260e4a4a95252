import {
  accentWhere,
  getIsOne,
  lineScale,
  measureOption,
  numberAxis,
  sayUnitWhere,
  switchOption,
  timeAxis,
} from '../parts.ts'
import type { NamedChart } from '../types.ts'

/** `chart:multiples`: a small chart for each indicator, all on one scale. */
export const multiples: NamedChart = {
  purpose: 'courses too many for one chart: a small line chart each, all on one scale',
  options: { measure: measureOption, columns: { type: 'count' }, zero: switchOption },
  toSpec: (request) => {
    const { data, measure, series, name, accent, options } = request
    const columns = options.columns === undefined ? columnsFor(series.length) : Number(options.columns)
    const all = accent.length === 0 ? 'true' : getIsOne(accent)
    return {
      data: { name: data },
      transform: [
        { filter: `isValid(datum.${measure})` },
        sayUnitWhere(`datum.series === ${JSON.stringify(series[0])}`, request),
        {
          window: [{ op: 'last_value', field: 'said', as: 'lastSaid' }],
          groupby: ['series'],
          sort: [{ field: 'date', order: 'ascending' }],
          frame: [null, null],
        },
        { calculate: `datum.${name} + '\u2002' + datum.lastSaid`, as: 'panel' },
      ],
      facet: {
        field: 'panel',
        type: 'nominal',
        sort: { field: 'order', op: 'min' },
        header: {
          labelAnchor: 'start',
          labelFontWeight: 'bold',
          labelFontSize: { expr: 'axisSize' },
          labelExpr: 'breakName(datum.label, child_width / axisSize * 2)',
        },
      },
      columns,
      resolve: { axis: { x: 'independent' } },
      spacing,
      spec: {
        encoding: {
          x: timeAxis(request, { expr: '[axisDates[0], axisDates[length(axisDates) - 1]]' }),
          y: {
            field: measure,
            type: 'quantitative',
            scale: lineScale(request, 0.3).scale,
            axis: { ...numberAxis(request), tickCount: 3 },
          },
        },
        layer: [{ mark: 'line', encoding: { color: accentWhere(all) } }],
      },
    }
  },
}

const spacing = 24

/** As many beside each other as leave the fewest empty places, at most four. */
function columnsFor(count: number): number {
  return [4, 3, 2].find((columns) => count % columns === 0) ?? (count % 4 === 3 ? 4 : 3)
}
