import { isOneOf, numberAxis, periodKind, sayUnitWhere } from './parts.ts'
import type { NamedChart } from './types.ts'

/** `chart:heat`: a table of figures by period, each cell as dark as its number is large. */
export const heat: NamedChart = {
  purpose: 'many figures over many periods: a table whose cells are as dark as their numbers are large',
  options: { measure: { type: 'word', words: ['value', 'change', 'rate'] } },
  toSpec: (request) => {
    const { data, measure } = request
    return {
      data: { name: data },
      transform: [
        { filter: `isValid(datum.${measure})` },
        {
          joinaggregate: [
            { op: 'min', field: measure, as: 'least' },
            { op: 'max', field: measure, as: 'most' },
          ],
        },
        { window: [{ op: 'row_number', as: 'place' }], sort: [{ field: 'order', order: 'ascending' }] },
        sayUnitWhere('datum.place === 1', request),
        { calculate: `(datum.${measure} - datum.least) / max(datum.most - datum.least, 1e-12)`, as: 'depth' },
      ],
      encoding: {
        y: { field: 'label', type: 'nominal', sort: null, scale: { paddingInner: 0.06 }, axis: { domain: false } },
        x: {
          field: 'date',
          type: 'ordinal',
          scale: { paddingInner: 0.03 },
          axis: { orient: 'top', formatType: 'period', format: periodKind(request), labelAngle: 0, domain: false },
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
          mark: { type: 'text', fontSize: { expr: 'axisSize' } },
          encoding: {
            text: { field: 'said' },
            color: { condition: { test: 'datum.depth > 0.55', value: { expr: 'onAccent' } }, value: { expr: 'ink' } },
          },
        },
      ],
    }
  },
}

/** `chart:multiples`: a small chart for each indicator, all on one scale. */
export const multiples: NamedChart = {
  purpose: 'courses too many for one chart: a small line chart each, all on one scale',
  options: { measure: { type: 'word', words: ['value', 'change', 'rate'] }, columns: { type: 'count' } },
  toSpec: (request) => {
    const { data, measure, indicators, accent, medium, options } = request
    const columns = Math.min(indicators.length, Number(options.columns ?? 3))
    const { width, aspect } = panels[medium]
    const across = (width - (columns - 1) * spacing) / columns
    const all = accent.length === 0 ? 'true' : isOneOf(accent)
    const color = { condition: { test: all, value: { expr: 'accent' } }, value: { expr: 'context' } }
    return {
      data: { name: data },
      transform: [
        { filter: `isValid(datum.${measure})` },
        { joinaggregate: [{ op: 'max', field: 'date', as: 'lastDate' }], groupby: ['indicator'] },
        sayUnitWhere('datum.order === 0', request),
      ],
      facet: {
        field: 'label',
        type: 'nominal',
        sort: { field: 'order', op: 'min' },
        header: { labelAnchor: 'start', labelFontWeight: 'bold', labelFontSize: { expr: 'axisSize' } },
      },
      columns,
      spacing,
      spec: {
        width: across,
        height: across * aspect,
        encoding: {
          x: {
            field: 'date',
            type: 'temporal',
            axis: {
              values: { expr: '[axisDates[0], axisDates[length(axisDates) - 1]]' },
              formatType: 'period',
              format: periodKind(request),
            },
          },
          y: {
            field: measure,
            type: 'quantitative',
            scale: { nice: false },
            axis: { ...numberAxis(request), tickCount: 3 },
          },
        },
        layer: [
          { mark: 'line', encoding: { color } },
          {
            transform: [{ filter: 'datum.date === datum.lastDate' }],
            mark: {
              type: 'text',
              style: 'value',
              align: 'right',
              baseline: 'bottom',
              fontSize: { expr: 'axisSize' },
              dy: { expr: '-axisSize * 0.4' },
            },
            encoding: { text: { field: 'said' } },
          },
        ],
      },
    }
  },
}

const spacing = 24

/** The room for all panels beside each other, in points, so that type is as large as in other charts; and how high a panel is for its width. */
const panels = { slide: { width: 800, aspect: 0.5 }, page: { width: 440, aspect: 0.55 } }
