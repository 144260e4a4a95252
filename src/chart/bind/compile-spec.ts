import { derived, once, recent } from '../../memory/derived.ts'
import { withAxisDates } from '../draw/vega/axis-dates.ts'
import { withAxisSteps } from '../draw/vega/axis-steps.ts'
import {
  compileVegaLite,
  expressionFunction,
  parseVega,
  type Runtime,
  type TopLevelSpec,
  transforms,
  type VegaSpec,
} from '../draw/vega/vega.ts'
import { createVegaLog, type PlacedDiagnostic, type VegaLog } from '../draw/vega/vega-log.ts'
import { registerExpressionFunctions } from '../spec/expression/expression-functions.ts'
import { isSingle } from '../spec/is-single.ts'
import { isJsonObject, type Json, type JsonObject } from '../spec/json/json.ts'
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

/** A chart's spec, compiled once: that takes longer than all the rest, and depends neither on size nor on medium, which share the spec. */
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
  const spec = toVega(chart, log)
  // Vega steps from day to day by other rules in UTC than in local time. A chart without a report is drawn as Vega draws it, in the process's time zone, which the command sets to UTC.
  const prepared = chart.free ? spec : withAxisDates(withAxisSteps(toUtc(spec)))
  return {
    runtime: once(() => parseVega(prepared as unknown as VegaSpec)),
    spec: prepared,
    diagnostics: log.diagnostics,
  }
}

function toVega({ spec, free }: Chart, log: VegaLog): JsonObject {
  if (free?.grammar === 'vega') return spec as unknown as JsonObject
  if (free) return compileVegaLite(spec, { logger: log }).spec as unknown as JsonObject
  return compileApart(withSize(spec) as unknown as JsonObject, log)
}

/** Vega-Lite looks at no row and says no number: what it made of a chart serves it in other languages, and with other rows. */
function compileApart(spec: JsonObject, log: VegaLog): JsonObject {
  const { locale, ...config } = isJsonObject(spec.config) ? spec.config : {}
  const datasets = isJsonObject(spec.datasets) ? spec.datasets : {}
  const rowless = { ...spec, config, datasets: Object.fromEntries(Object.keys(datasets).map((name) => [name, []])) }
  const { made, said } = compiledApart(JSON.stringify(rowless))
  for (const [kind, words] of said) log[kind](...words)
  const vegaSpec = structuredClone(made)
  return {
    ...vegaSpec,
    ...(locale !== undefined && { config: { ...(isJsonObject(vegaSpec.config) ? vegaSpec.config : {}), locale } }),
    data: Array.isArray(vegaSpec.data) ? vegaSpec.data.map((one) => withRows(one, datasets)) : [],
  }
}

function withRows(data: Json, datasets: JsonObject): Json {
  const rows = isJsonObject(data) && typeof data.name === 'string' ? datasets[data.name] : undefined
  return isJsonObject(data) && rows !== undefined ? { ...data, values: rows } : data
}

type Logger = NonNullable<NonNullable<Parameters<typeof compileVegaLite>[1]>['logger']>

type Said = readonly ['warn' | 'error', unknown[]]

const compiledApart = recent(100, (spec: string): { made: JsonObject; said: readonly Said[] } => {
  const said: Said[] = []
  const listen =
    (kind: Said[0]) =>
    (...words: unknown[]) => {
      said.push([kind, words])
      return logger
    }
  const logger: Logger = {
    level: ((value?: number) => (value === undefined ? 0 : logger)) as Logger['level'],
    warn: listen('warn'),
    error: listen('error'),
    info: () => logger,
    debug: () => logger,
  }
  const made: unknown = compileVegaLite(JSON.parse(spec), { logger }).spec
  return { made: made as JsonObject, said }
})

/** Single and layered views take the whole box, what is composed of several is scaled. Any size will do: the view is given its own before it runs. */
function withSize(spec: TopLevelSpec): TopLevelSpec {
  return isSingle(spec) ? { ...spec, width: 100, height: 100, autosize: { type: 'fit', contains: 'padding' } } : spec
}
