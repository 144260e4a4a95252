import { derived, once, recent } from '../../memory/derived.ts'
import { withRoom } from '../draw/vega/axis-dates.ts'
import { mapAxes, withStep } from '../draw/vega/axis-steps.ts'
import { withPanelColumns } from '../draw/vega/fit-panels.ts'
import { withNameLines } from '../draw/vega/name-lines.ts'
import {
  compileVegaLite,
  expressionFunction,
  parseVega,
  type Runtime,
  type TopLevelSpec,
  transforms,
  type VegaSpec,
} from '../draw/vega/vega.ts'
import { createLogger, createVegaLog, type PlacedDiagnostic, type VegaLog } from '../draw/vega/vega-log.ts'
import { registerExpressionFunctions } from '../spec/expression/expression-functions.ts'
import { isSingle, withEqualPanels } from '../spec/is-single.ts'
import { isJsonObject, type Json, type JsonObject, walkObjects } from '../spec/json/json.ts'
import { sortedApart } from '../spec/vega-places.ts'
import type { Chart } from '../types.ts'
import { limitRows } from './rows/limit-rows.ts'
import { toUtc } from './utc.ts'

/** What Vega makes views of. */
export interface CompiledSpec {
  /** Made where the chart is drawn. Throws what Vega cannot read. */
  runtime(): Runtime
  /** The Vega spec: its data, and what its marks are made from. */
  spec: JsonObject
  /** What Vega and Vega-Lite said of it. */
  diagnostics: readonly PlacedDiagnostic[]
}

/** A chart's spec, compiled once as the slowest step; it is shared, being independent of size and medium. */
export function compileSpec(chart: Chart): CompiledSpec {
  return compiled(chart.spec)(chart)
}

const compiled = derived((_spec: TopLevelSpec) => {
  let made: CompiledSpec | undefined
  return (chart: Chart) => {
    made ??= compile(chart)
    return made
  }
})

/** Vega keeps both in global places. */
const prepareVega = once(() => {
  registerExpressionFunctions()
  limitRows(transforms, expressionFunction)
})

function compile(chart: Chart): CompiledSpec {
  prepareVega()
  const log = createVegaLog(chart)
  const made = chart.free ? compileFree(chart, log) : compileBound(chart.spec, log)
  const diagnostics = log.diagnostics.filter(
    ({ diagnostic }) => !diagnostic.message.endsWith(sortedApart) || isOrderLost(made.spec),
  )
  return { ...made, diagnostics }
}

/** Whether a scale has lost its order: Vega-Lite warns of unmerged sorts even where it found the common order. */
function isOrderLost(spec: Json): boolean {
  return walkObjects(spec).some(
    ([{ type, domain }]) => /^(?:band|point)$/.test(String(type)) && isJsonObject(domain) && domain.sort === true,
  )
}

type Compiled = Omit<CompiledSpec, 'diagnostics'>

/** A chart without a report is drawn as Vega draws it, in the process's time zone, which the command sets to UTC. */
function compileFree({ spec, free }: Chart, log: VegaLog): Compiled {
  const vegaSpec: unknown = free?.grammar === 'vega' ? spec : compileVegaLite(spec, { logger: log }).spec
  return {
    runtime: once(() => parseVega(vegaSpec as VegaSpec)),
    spec: vegaSpec as JsonObject,
  }
}

/** Vega-Lite and Vega's parser look at no row and print no number: their result serves other languages and rows. */
function compileBound(given: TopLevelSpec, log: VegaLog): Compiled {
  const spec = withSize(given)
  const { locale, ...config } = isJsonObject(spec.config) ? spec.config : {}
  const datasets = isJsonObject(spec.datasets) ? spec.datasets : {}
  const rowless = { ...spec, config, datasets: Object.fromEntries(Object.keys(datasets).map((name) => [name, []])) }
  const { made, said, runtime } = compiledApart(JSON.stringify(rowless))
  for (const [kind, words] of said) log[kind](...words)
  return {
    runtime: once(() => ({ ...withRowsIngested(runtime(), made, datasets), locale }) as Runtime),
    spec: {
      ...made,
      ...(locale !== undefined && { config: { ...(isJsonObject(made.config) ? made.config : {}), locale } }),
      data: namedData(made).map((one) => ({ ...one, ...(datasets[one.name] && { values: datasets[one.name] }) })),
    },
  }
}

function namedData({ data }: JsonObject): (JsonObject & { name: string })[] {
  return (Array.isArray(data) ? data : []).flatMap((one) =>
    isJsonObject(one) && typeof one.name === 'string' ? [{ ...one, name: one.name }] : [],
  )
}

/** What the parser made of no rows, with rows: its operators hold the very arrays of the spec. */
function withRowsIngested(runtime: Runtime, made: JsonObject, datasets: JsonObject): Runtime {
  const rows = new Map(namedData(made).map(({ name, values }) => [values, datasets[name]]))
  const operators = runtime.operators.map((operator) => {
    const { value } = operator as { value?: Json }
    const own = isJsonObject(value) && value.$ingest !== undefined ? rows.get(value.$ingest) : undefined
    return own === undefined ? operator : { ...operator, value: { ...Object(value), $ingest: own } }
  })
  return { ...runtime, operators }
}

type Said = Parameters<Parameters<typeof createLogger>[0]>

const compiledApart = recent(100, (spec: string): { made: JsonObject; said: readonly Said[]; runtime(): Runtime } => {
  const said: Said[] = []
  const logger = createLogger((...words) => said.push(words))
  const compiled: unknown = compileVegaLite(JSON.parse(spec), { logger }).spec
  // Vega steps from day to day by other rules in UTC than in local time.
  const utc = withPanelColumns(toUtc(compiled as JsonObject))
  const made = withNameLines(mapAxes(utc, (axis) => withRoom(withStep(axis))))
  return { made, said, runtime: once(() => parseVega(made as unknown as VegaSpec)) }
})

/**
 * Single and layered views and panels without a size take the whole box; others are scaled.
 * Any size will do, since the view is given its own before it runs.
 */
function withSize(spec: TopLevelSpec): JsonObject {
  const given = spec as unknown as JsonObject
  if (!isSingle(spec)) return withEqualPanels(given) ?? given
  return { ...given, width: 100, height: 100, autosize: { type: 'fit', contains: 'padding' } }
}
