import { errorAt, failed, type Outcome, type Place, suggest } from '../../diagnostic.ts'
import { type JsonObject, ownMeta } from '../spec/json/json.ts'
import { readCall } from './call.ts'
import { namedCharts } from './named-charts.ts'
import { isAmong } from './parts.ts'
import { type ChartSetting, resolveCall } from './resolve-call.ts'
import type { ChartRequest } from './types.ts'

/** Expands `chart:ranking list="applications"` to a Vega-Lite spec as text; errors at their place in the address. */
export function expandCall(address: string, place: Place, setting: ChartSetting): Outcome<string> {
  const { value: call, diagnostics } = readCall(address, place)
  if (!call) return { value: undefined, diagnostics }
  const chart = namedCharts.get(call.name)
  if (!chart) {
    const names = [...namedCharts.keys()]
    const message = call.name === '' ? 'a chart without a name' : `unknown chart: ${call.name}`
    const expected = `one of ${names.join(', ')}`
    return failed(errorAt(place, message, { expected, hint: suggest(call.name, names) }))
  }
  const { value: request, diagnostics: faults } = resolveCall(call, chart, setting)
  if (!request) return { value: undefined, diagnostics: faults }
  const spec = {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    ...withMoves(inPeriods(chart.toSpec(request), request), request, setting),
  }
  return { value: `${JSON.stringify(spec, null, 2)}\n`, diagnostics: [] }
}

/** The spec with rows of changes that are worked out for it, where it draws such. */
function withMoves(spec: JsonObject, { dataset, measure }: ChartRequest, setting: ChartSetting): JsonObject {
  if (dataset === setting.dataset) return spec
  return { ...spec, usermeta: { briefwright: { ...ownMeta(spec), moves: measure } } }
}

/** The spec with the rows of the request's periods alone, where figures have others too. */
function inPeriods(spec: JsonObject, { periods, isOfOneKind }: ChartRequest): JsonObject {
  if (!isOfOneKind) return spec
  const kept = { filter: isAmong('period', periods) }
  return { ...spec, transform: [kept, ...(Array.isArray(spec.transform) ? spec.transform : [])] }
}
