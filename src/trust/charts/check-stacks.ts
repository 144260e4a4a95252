import { compileSpec } from '../../chart/bind/compile-spec.ts'
import { stringsIn } from '../../chart/shown/lineage.ts'
import { isJsonObject, type JsonObject, objectsIn, walkObjects } from '../../chart/spec/json/json.ts'
import { specError } from '../../chart/spec/json/spec-file.ts'
import type { Chart, ChartRow } from '../../chart/types.ts'
import { observationKey } from '../../dataset/figure/reference.ts'
import { groupBy } from '../../dataset/group-by.ts'
import type { Dataset, Observation } from '../../dataset/types.ts'
import type { Diagnostic } from '../../diagnostic.ts'
import { isPartWithin } from '../heads/check-captions.ts'
import { isMedian } from '../words/names.ts'
import { marksIn } from './check-axes.ts'

/** Stacks, pies and sums of pieces without a sum: a whole beside its part, means of groups, shares above 100%. */
export function checkStacks(chart: Chart, dataset: Dataset): Diagnostic[] {
  const sums = (chart.sums ?? []).flat().map((sum) => sum.flatMap((row) => chart.rows[row] ?? []))
  const isPie = marksIn(compileSpec(chart).spec).some(({ type }) => type === 'arc')
  const stacks = getStacks(chart, isPie)
  const several = [...stacks.map(({ rows }) => rows), ...sums].filter(({ length }) => length > 1)
  const below = isPie ? chart.observations.find(({ quantity }) => quantity.value.isNegative()) : undefined
  const found = [
    below && `shows as a part of a circle what lies below zero: ${below.key}`,
    ...several.map((stack) => unsummed(stack, dataset)),
    ...stacks.map(({ rows, isWhole }) => notWhole(rows, isWhole, dataset)),
  ]
  const hint = 'draw bars beside each other, chart:ranking; or leave out what the others hold'
  return [...new Set(found)].flatMap((message) =>
    message === undefined ? [] : [{ ...specError(chart, ['mark'], message), kind: 'charts' as const, hint }],
  )
}

/** Rows that Vega stacks, and whether a stack is shown as a whole: as a circle, or as a hundred per cent. */
function getStacks(chart: Chart, isPie: boolean): { rows: ChartRow[]; isWhole: boolean }[] {
  const shown = new Set(
    chart.observations.flatMap(({ measure, series, period }) => (measure === 'value' ? `${series} ${period}` : [])),
  )
  const { spec } = compileSpec(chart)
  const stacks = walkObjects(spec).filter(([{ type, field }]) => type === 'stack' && field === 'value')
  return stacks.flatMap(([{ groupby, sort, offset }, [, data]]) => {
    const all = rowsBehind(objectsIn(spec.data)[Number(data)], chart, spec)
    const rows = all.filter(({ series, period }) => shown.has(`${series} ${period}`))
    const fields = stringsIn(groupby)
    const pieces = isJsonObject(sort) ? stringsIn(sort.field) : []
    // What a transform makes is not known here; bars without pieces stand alone.
    if (pieces.length === 0 || !rows.every((row) => fields.every((field) => field in row))) return []
    const groups = groupBy(rows, (row) => fields.map((field) => Reflect.get(row, field)).join('\n'))
    return [...groups.values()].map((stack) => {
      // A circle of kinds that are counted apart may show these beside each other.
      const isCircle = isPie && new Set(stack.map(({ indicator }) => indicator)).size === 1
      return { rows: stack, isWhole: offset === 'normalize' || isCircle }
    })
  })
}

/** The rows from which a data set of a Vega spec comes: of a ring, without those of a number in its middle. */
function rowsBehind(data: JsonObject | undefined, chart: Chart, spec: JsonObject): readonly ChartRow[] {
  const source = objectsIn(spec.data).find(({ name }) => name === data?.source)
  const own = Reflect.get(chart.spec.datasets ?? {}, String(data?.name))
  return source ? rowsBehind(source, chart, spec) : Array.isArray(own) ? (own as ChartRow[]) : chart.rows
}

/** Parts of a whole that come to more than it, or to less where it is shown: categories missing, parts overlapping. */
function notWhole(stack: readonly ChartRow[], isWhole: boolean, dataset: Dataset): string | undefined {
  const [first] = stack
  const wholes = stack.map((row) =>
    row.series === row.indicator ? dataset.indicators.get(row.indicator)?.partOf : row.indicator,
  )
  const [id = ''] = wholes
  const whole = dataset.observations.get(observationKey(id, 'value', first?.period ?? ''))
  const isOfOne = stack.every(({ period }, at) => period === first?.period && wholes[at] === id)
  if (isOfOne && isWhole && !whole && isShort(stack, dataset))
    return `shows as a whole what is not: ${id}@${first?.period}`
  if (!isOfOne || whole?.quantity.unit !== first?.unit) return undefined
  const sum = stack.reduce((total, { value }) => total + (value ?? 0), 0)
  // Parts may be rounded, and a few of a whole of no known part.
  const beyond = whole ? sum / whole.quantity.value.toNumber() - 1 : 0
  const areParts = stack.length > 1 && stack.every(({ value }) => (value ?? 0) >= 0)
  const isOther = whole && areParts && (isWhole ? Math.abs(beyond) : beyond) > 0.02
  const what = isWhole ? 'shows as a whole what is not' : 'adds up to more than the whole'
  return isOther ? `${what}: ${Number(sum.toPrecision(4))} of ${whole.key}` : undefined
}

/** Whether shares that make 100% together are incomplete, by a dimension that puts everybody in one category. */
function isShort(stack: readonly ChartRow[], { dimensions, observations }: Dataset): boolean {
  const [first] = stack
  const own = observations.get(observationKey(first?.series ?? '', 'value', first?.period ?? ''))
  const [dimension = '', ...more] = Object.keys(own?.categories ?? {})
  if (!dimensions.get(dimension)?.isExhaustive || more.length > 0 || own?.quantity.unit !== 'percent') return false
  const all = [...observations.values()].filter(
    ({ measure, indicator, period, categories }) =>
      measure === 'value' && indicator === own.indicator && period === own.period && categories[dimension],
  )
  const sum = all.reduce((total, { quantity }) => total + quantity.value.toNumber(), 0)
  const isLacking = ({ series, quantity }: Observation) =>
    quantity.value.gt(2) && !stack.some((row) => row.series === series)
  return Math.abs(sum - 100) <= 2 && all.some(isLacking)
}

function unsummed(stack: readonly ChartRow[], dataset: Dataset): string | undefined {
  const isWhole = ({ series, indicator }: ChartRow) => series === indicator
  const isPart = (row: ChartRow, of: ChartRow) =>
    row.indicator === of.indicator ? isWhole(of) && !isWhole(row) : isPartWithin(row.indicator, of.indicator, dataset)
  const part = stack.find((row) => stack.some((of) => isPart(row, of)))
  if (part) return `adds up a whole and its part: ${part.series}`
  const [first] = stack
  const isOne = stack.every(({ indicator }) => indicator === first?.indicator)
  const { type } = dataset.indicators.get(first?.indicator ?? '') ?? {}
  const isMean = type === 'ratio' && !/^percent/.test(first?.unit ?? '')
  // How many there are at one time and at another are the same ones.
  const isStock = type === 'stock' && new Set(stack.map(({ series }) => series)).size < stack.length
  const noSum = isOne && (isMean || isStock) ? first : stack.find((row) => isMedian(row, dataset))
  if (noSum) return `adds up what has no sum: ${noSum.indicator}`
  const sum = stack.reduce((total, { value }) => total + (value ?? 0), 0)
  const areShares = stack.every(({ unit, value }) => unit === 'percent' && (value ?? 0) >= 0)
  return areShares && sum > 100 + stack.length / 2
    ? `adds up shares to more than the whole: ${first?.period}`
    : undefined
}
