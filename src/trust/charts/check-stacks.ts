import { compileSpec } from '../../chart/bind/compile-spec.ts'
import { stringsIn } from '../../chart/shown/lineage.ts'
import { isJsonObject, walkObjects } from '../../chart/spec/json/json.ts'
import { specError } from '../../chart/spec/json/spec-file.ts'
import type { Chart, ChartRow } from '../../chart/types.ts'
import { groupBy } from '../../dataset/group-by.ts'
import type { Dataset } from '../../dataset/types.ts'
import type { Diagnostic } from '../../diagnostic.ts'
import { isWithin } from '../heads/check-captions.ts'

/** Stacks, pies and sums whose pieces have no sum: a whole beside its part, means of several groups, shares of more than a hundred per cent. */
export function checkStacks(chart: Chart, dataset: Dataset): Diagnostic[] {
  if (chart.free) return []
  const sums = (chart.sums ?? []).flat().map((sum) => sum.flatMap((row) => chart.rows[row] ?? []))
  const several = [...stacksOf(chart), ...sums].filter(({ length }) => length > 1)
  const found = several.map((stack) => unsummed(stack, dataset))
  const hint = 'draw bars beside each other, chart:ranking; or leave out what the others hold'
  return [...new Set(found)].flatMap((message) =>
    message === undefined ? [] : [{ ...specError(chart, ['mark'], message), kind: 'charts' as const, hint }],
  )
}

/** The rows of figures that Vega stacks on each other. */
function stacksOf(chart: Chart): ChartRow[][] {
  const shown = new Set(
    chart.observations.flatMap(({ measure, series, period }) => (measure === 'value' ? `${series} ${period}` : [])),
  )
  const rows = chart.rows.filter(({ series, period }) => shown.has(`${series} ${period}`))
  const stacks = [...walkObjects(compileSpec(chart).spec)].filter(
    ([{ type, field }]) => type === 'stack' && field === 'value',
  )
  return stacks.flatMap(([{ groupby, sort }]) => {
    const fields = stringsIn(groupby)
    const pieces = isJsonObject(sort) ? stringsIn(sort.field) : []
    // What a transform makes is not known here; bars without pieces stand alone.
    if (pieces.length === 0 || !rows.every((row) => fields.every((field) => field in row))) return []
    const groups = groupBy(rows, (row) => fields.map((field) => Reflect.get(row, field)).join('\n'))
    return [...groups.values()]
  })
}

function unsummed(stack: readonly ChartRow[], dataset: Dataset): string | undefined {
  const isWhole = ({ series, indicator }: ChartRow) => series === indicator
  const isPart = (row: ChartRow, of: ChartRow) =>
    row.indicator === of.indicator ? isWhole(of) && !isWhole(row) : isWithin(row.indicator, of.indicator, dataset)
  const part = stack.find((row) => stack.some((of) => isPart(row, of)))
  if (part) return `adds up a whole and its part: ${part.series}`
  const [first] = stack
  const isOne = stack.every(({ indicator }) => indicator === first?.indicator)
  const { type } = dataset.indicators.get(first?.indicator ?? '') ?? {}
  const isMean = type === 'ratio' && !/^percent/.test(first?.unit ?? '')
  // How many there are at one time and at another are the same ones.
  const isStock = type === 'stock' && new Set(stack.map(({ series }) => series)).size < stack.length
  if (isOne && (isMean || isStock)) return `adds up what has no sum: ${first?.indicator}`
  const sum = stack.reduce((total, { value }) => total + (value ?? 0), 0)
  const areShares = stack.every(({ unit, value }) => unit === 'percent' && (value ?? 0) >= 0)
  return areShares && sum > 100 + stack.length / 2
    ? `adds up shares to more than the whole: ${first?.period}`
    : undefined
}
