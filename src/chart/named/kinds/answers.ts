import { groupBy } from '../../../dataset/group-by.ts'
import { breakName } from '../../draw/vega/name-lines.ts'
import type { JsonObject } from '../../spec/json/json.ts'
import { getRows } from '../by-part.ts'
import { figureAt } from '../figure-at.ts'
import { aggregates, atPeriod, labelSizes, tint } from '../parts.ts'
import { type CallFault, type ChartRequest, callFault, type NamedChart, type Parting } from '../types.ts'
import { partColors } from './pyramid.ts'

/** `chart:diverging`: answers on a scale, one kind to the left of a common line and the other to its right. */
export const diverging: NamedChart = {
  purpose:
    'answers on a scale, from disagree to agree: one side to the left of a common line, the other to its right, the middle one as a number',
  options: { period: { type: 'period' } },
  parting: 'required',
  check: (request) => {
    const { parting, unit } = request
    const count = parting?.parts.length ?? 0
    const message = `two to seven answers, each a share of all: ${count} of unit ${unit}`
    if (count < 2 || count > 7 || unit !== 'percent') return callFault(message, 'for counts use chart:stacked')
    return parting ? beyondAll(request, parting) : []
  },
  toSpec: (request) => {
    const { data, parting } = request
    if (!parting) return {}
    const sides = getSides(parting)
    const isMiddle = sides.middle ? `datum.answer === ${sides.left.length}` : 'false'
    const first = 'datum.rowPlace === 1'
    const isStrong = `datum.answer === 0 || datum.answer === ${parting.parts.length - 1}`
    return {
      data: { name: data },
      transform: [
        atPeriod(request),
        { window: [{ op: 'dense_rank', as: 'answer' }], sort: [{ field: parting.partOrder }] },
        { calculate: 'datum.answer - 1', as: 'answer' },
        aggregates({ rowOrder: ['min', parting.rowOrder] }, parting.row),
        { window: [{ op: 'dense_rank', as: 'rowPlace' }], sort: [{ field: 'rowOrder' }] },
        { calculate: `datum.answer < ${sides.left.length} ? -datum.value : datum.value`, as: 'across' },
        // From the common line outwards.
        { calculate: `abs(datum.answer - ${sides.left.length - (sides.middle ? 0 : 0.5)})`, as: 'outwards' },
      ],
      encoding: { y: getRows(parting, { domain: false }) },
      layer: [
        {
          transform: [{ filter: `!(${isMiddle})` }],
          mark: { type: 'bar', stroke: { expr: 'paper' }, strokeWidth: 1 },
          encoding: {
            x: across,
            order: { field: 'outwards' },
            color: partColors(parting, [...sides.left, ...sides.right], sideColors(sides)),
          },
        },
        {
          transform: [{ filter: `!(${isMiddle})` }],
          mark: { type: 'text', fontSize: { expr: 'axisSize' } },
          encoding: {
            x: { ...across, bandPosition: 0.5 },
            order: { field: 'outwards' },
            detail: { field: parting.partOrder },
            // A part too narrow for its number has none.
            text: { condition: { test: isNarrow, value: '' }, field: 'valueText' },
            color: { condition: { test: isStrong, value: { expr: 'onAccent' } }, value: { expr: 'ink' } },
          },
        },
        ...(sides.middle ? middleWords(sides.middle.label, isMiddle, first) : []),
        { mark: { type: 'rule', style: 'baseline' }, encoding: { x: { datum: 0 } } },
      ],
    }
  },
}

/** Shares of several groups beside each other are no answers: together they are more than all. */
function beyondAll({ series, options, dataset }: ChartRequest, { dimension, parts }: Parting): CallFault[] {
  const shown = series.flatMap((key) => figureAt(key, 'value', options.period, dataset) ?? [])
  const rows = groupBy(shown, ({ indicator, categories }) =>
    JSON.stringify({ indicator, ...categories, [dimension]: '' }),
  )
  const sums = [...rows.values()].map((row) => row.reduce((sum, { quantity }) => sum + quantity.value.toNumber(), 0))
  if (Math.max(0, ...sums) <= 100 + parts.length / 2) return []
  const hint = 'declare the answers as categories of a dimension, and draw figures="trust[age,answer]" by=answer'
  return callFault(`the parts of a row are no answers of all, for they add up to more than 100%: ${dimension}`, hint)
}

const isNarrow =
  "abs(scale('x', datum.value) - scale('x', 0)) < length(datum.valueText) * axisSize * 0.55 + axisSize * 0.4"

const across = { field: 'across', type: 'quantitative', stack: 'zero', axis: null, scale: { nice: false } }

type Sides = ReturnType<typeof getSides>

function getSides({ parts }: Parting) {
  const half = Math.floor(parts.length / 2)
  return {
    left: parts.slice(0, half),
    /** Of an odd number of answers, the one between. */
    middle: parts.length % 2 === 1 ? parts[half] : undefined,
    right: parts.slice(parts.length - half),
  }
}

/** Stronger answers in stronger colours. */
function sideColors({ left, right }: Sides): JsonObject[] {
  return [
    ...left.map((_, index) => tint('second', (left.length - index) / left.length)),
    ...right.map((_, index) => tint('accent', (index + 1) / right.length)),
  ]
}

/** Longer, in letters, the name of the answer between takes two lines. */
const longestMiddle = 14

/** The answer between, as a number beside each row under its name. */
function middleWords(label: string, isMiddle: string, first: string): JsonObject[] {
  const atEdge = { x: { value: { expr: 'width' } } }
  const mark = { type: 'text', align: 'left', fontSize: { expr: 'axisSize' }, dx: labelSizes(0.6) }
  const text = breakName(label, longestMiddle)
  return [
    { transform: [{ filter: isMiddle }], mark, encoding: { ...atEdge, text: { field: 'valueText' } } },
    {
      transform: [{ filter: `${isMiddle} && ${first}` }],
      mark: {
        ...mark,
        style: 'note',
        text,
        baseline: 'bottom',
        // Vega sets the first of two lines where one would stand.
        dy: { expr: `-bandwidth('y') / 2 - axisSize * ${Array.isArray(text) ? 1.5 : 0.8}` },
      },
      encoding: atEdge,
    },
  ]
}
