import * as vega from 'vega'
import * as vegaLite from 'vega-lite'
import type { Chart } from '../../src/chart/types.ts'

/** The marks whose values a chart must show; rules may be drawn beside it. */
const dataMarks = ['rect', 'line', 'area', 'symbol', 'arc']

/** Gives the values that a chart's marks of some types show, as they stand in Vega's own data: read from the compiled spec and the data sets of a view of it, by neither scene nor scale. */
export async function readVega(chart: Chart): Promise<(types?: readonly string[]) => Set<number>> {
  const spec = vegaLite.compile({ width: 400, height: 300, ...chart.spec } as typeof chart.spec).spec
  const view = await new vega.View(vega.parse(spec), { renderer: 'none' }).runAsync()
  return (types = dataMarks) => new Set((spec.marks ?? []).flatMap((mark) => valuesOfMark(mark, types, spec, view)))
}

function valuesOfMark(mark: vega.Mark, types: readonly string[], spec: vega.Spec, view: vega.View): number[] {
  const { data, encode } = dataAndEncoding(mark, types)
  const rows: Record<string, unknown>[] = data ? view.data(data) : []
  return rows.flatMap((row) => {
    const read = (field: string) => Number(row[field.replace(/\\(.)/g, '$1')] ?? Number.NaN)
    const said = [
      ...measureFields(encode, spec).map(read),
      ...middles(encode).map((ends) => ends.reduce((sum, field) => sum + read(field) / ends.length, 0)),
    ]
    return said.filter(Number.isFinite)
  })
}

interface Encoding {
  [channel: string]: unknown
}

/** Lines stand in a group each; bars with round corners in a group for each category, and one more. */
function innermost(mark: vega.Mark): vega.Mark | undefined {
  const [first] = mark.type === 'group' ? (mark.marks ?? []) : []
  return mark.type === 'group' ? first && innermost(first) : mark
}

function dataAndEncoding(mark: vega.Mark, types: readonly string[]): { data: string | undefined; encode: Encoding } {
  const inner = innermost(mark)
  const from = mark.from && 'facet' in mark.from ? mark.from.facet : mark.from
  const isData = inner !== undefined && types.includes(inner.type)
  const data = from && 'data' in from ? from.data : undefined
  return { data: isData ? data : undefined, encode: inner?.encode?.update ?? {} }
}

/** Fields on scales of numbers; what is stacked is read before it was stacked. */
function measureFields(encode: Encoding, spec: vega.Spec): string[] {
  const entries = ['x', 'xc', 'x2', 'y', 'yc', 'y2', 'startAngle', 'endAngle', 'size']
    .flatMap((channel) => encode[channel])
    .flat()
  return entries.flatMap((entry) => {
    const { scale, field } = (entry ?? {}) as { scale?: string; field?: string }
    const type = spec.scales?.find(({ name }) => name === scale)?.type ?? 'linear'
    if (typeof field !== 'string' || !['linear', 'log', 'time', 'utc'].includes(type)) return []
    return [stackedField(field, spec) ?? field]
  })
}

/** The ends of bins in whose middle points stand. */
function middles(encode: Encoding): string[][] {
  return ['x', 'y'].flatMap((channel) => {
    const signal = Reflect.get(Object(encode[channel]), 'signal')
    const fields =
      typeof signal === 'string' ? [...signal.matchAll(/datum\["(.+?)"\]/g)].map(([, name]) => name ?? '') : []
    return String(signal).includes('0.5 *') && fields.length === 2 ? [fields] : []
  })
}

function stackedField(field: string, spec: vega.Spec): string | undefined {
  const transforms = (spec.data ?? []).flatMap(({ transform }) => transform ?? [])
  const stack = transforms.find(
    (one) => one.type === 'stack' && Array.isArray(one.as) && one.as.some((name) => name === field),
  )
  return stack?.type === 'stack' && typeof stack.field === 'string' ? stack.field : undefined
}
