import { withAxisSteps } from '../draw/axis-steps.ts'
import {
  compileVegaLite,
  expressionFunction,
  parseVega,
  type Runtime,
  type TopLevelSpec,
  transforms,
  type VegaSpec,
} from '../draw/vega.ts'
import { createVegaLog, type PlacedTrouble, type VegaLog } from '../draw/vega-log.ts'
import { registerExpressionFunctions } from '../spec/expression-functions.ts'
import { isSingle } from '../spec/is-single.ts'
import type { JsonObject } from '../spec/json.ts'
import type { Chart } from '../types.ts'
import { limitRows } from './limit-rows.ts'
import { toUtc } from './utc.ts'

/** What Vega makes views of. */
export interface CompiledSpec {
  /** Made where the chart is drawn. Throws what Vega cannot read. */
  runtime(): Runtime
  /** The Vega spec: its data, and what its marks are made from. */
  spec: JsonObject
  /** What Vega and Vega-Lite said of it. */
  troubles: readonly PlacedTrouble[]
}

/** A chart's spec, compiled once: that takes longer than all the rest, and depends neither on size nor on medium, nor on what else was edited between two builds. */
export function compileSpec(chart: Chart): CompiledSpec {
  if (chart.free) return compileFree(chart)
  const text = textOf(chart.spec)
  const known = compiledSpecs.get(chart.file)
  if (known?.text === text) return known.compiled
  const fresh = compile(chart)
  compiledSpecs.set(chart.file, { text, compiled: fresh })
  return fresh
}

/** By file, with the spec as text. */
const compiledSpecs = new Map<string, { text: string; compiled: CompiledSpec }>()

/** A spec as text, written once: all media and sizes share one object. */
function textOf(spec: object): string {
  const text = specTexts.get(spec) ?? JSON.stringify(spec)
  specTexts.set(spec, text)
  return text
}

const specTexts = new WeakMap<object, string>()

/** A chart without a report is drawn once, and may hold rows by the ten thousand: it is not kept by its text. */
function compileFree(chart: Chart): CompiledSpec {
  const known = compiledCharts.get(chart) ?? compile(chart)
  compiledCharts.set(chart, known)
  return known
}

const compiledCharts = new WeakMap<Chart, CompiledSpec>()

function compile(chart: Chart): CompiledSpec {
  registerExpressionFunctions()
  limitRows(transforms, expressionFunction)
  const log = createVegaLog(chart)
  const spec = toVega(chart, log)
  // Vega steps from day to day by other rules in UTC than in local time. A chart without a report is drawn as Vega draws it, in the process's time zone, which the command sets to UTC.
  const prepared = chart.free ? spec : withAxisSteps(toUtc(spec))
  return { runtime: once(() => parseVega(prepared as unknown as VegaSpec)), spec: prepared, troubles: log.troubles }
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

function toVega({ spec, free }: Chart, log: VegaLog): JsonObject {
  const vegaSpec: unknown =
    free?.grammar === 'vega' ? spec : compileVegaLite(free ? spec : withSize(spec), { logger: log }).spec
  return vegaSpec as JsonObject
}

/** Single and layered views take the whole box, what is composed of several is scaled. Any size will do: the view is given its own before it runs. */
function withSize(spec: TopLevelSpec): TopLevelSpec {
  return isSingle(spec) ? { ...spec, width: 100, height: 100, autosize: { type: 'fit', contains: 'padding' } } : spec
}
