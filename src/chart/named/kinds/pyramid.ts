import { countLetters } from '../../draw/vega/name-lines.ts'
import type { JsonObject } from '../../spec/json/json.ts'
import { accent, aggregates, atPeriod, besideBar, labelSizes, measureOption, sayUnitWhere } from '../parts.ts'
import type { NamedChart, Parting } from '../types.ts'

/** `chart:pyramid`: two groups back to back, a row for each category, the first at the foot. */
export const pyramid: NamedChart = {
  purpose: 'two groups back to back, such as women and men by age: a row for each category, the first at the foot',
  options: { measure: measureOption, period: { type: 'period' } },
  parting: 'required',
  check: ({ parting }) => {
    const message = `a pyramid has two sides: ${parting?.parts.map(({ id }) => id).join(', ')}`
    return parting?.parts.length === 2 ? [] : [{ message, hint: 'name the dimension of two categories: by=sex' }]
  },
  toSpec: (request) => {
    const { data, measure, parting } = request
    if (!parting) return {}
    const isLeft = `datum.${parting.partOrder} === datum.leastPart`
    const fontSize = { expr: "min(axisSize, bandwidth('y'))" }
    return {
      data: { name: data },
      transform: [
        atPeriod(request),
        aggregates({ leastPart: ['min', parting.partOrder] }),
        { calculate: `${isLeft} ? -datum.${measure} : datum.${measure}`, as: 'across' },
        sayUnitWhere('false', request),
      ],
      encoding: {
        y: rows(parting),
        x: { field: 'across', type: 'quantitative', axis: null, scale: { padding: labelSizes(4), nice: false } },
      },
      layer: [
        { mark: 'bar', encoding: { color: partColors(parting, parting.parts, [{ expr: 'second' }, accent]) } },
        { mark: { type: 'text', ...besideBar('across'), fontSize }, encoding: { text: { field: 'said' } } },
      ],
    }
  },
}

/** Rows in the order of their dimension, the first at the foot. */
function rows({ row, rowOrder }: Parting): JsonObject {
  return {
    field: row,
    type: 'nominal',
    sort: { field: rowOrder, op: 'max', order: 'descending' },
    scale: { paddingInner: 0.15 },
    axis: { domain: false, labelFontSize: { expr: 'axisSize' } },
  }
}

/** The parts in their order. */
export function partScale({ part, partOrder }: Parting): JsonObject {
  return { field: part, type: 'nominal', sort: { field: partOrder, op: 'min' } }
}

/** Their colours, which a legend explains: in two rows, or in as many as there are, where one has no room. */
export function partColors(
  parting: Parting,
  parts: Parting['parts'],
  range: readonly (string | JsonObject)[],
): JsonObject {
  const needed = `axisSize * ${parts.reduce((sum, { label }) => sum + countLetters(label) * 0.5 + 2.2, 0)}`
  const half = Math.ceil(parts.length / 2)
  const columns = `${needed} < width * 1.2 ? ${parts.length} : ${needed} < width * 2 ? ${half} : 1`
  return { ...partScale(parting), scale: { range: [...range] }, legend: { columns: { expr: columns } } }
}
