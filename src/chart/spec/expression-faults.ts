import { parseExpression } from '../draw/vega.ts'
import type { PlacedDiagnostic } from '../draw/vega-log.ts'
import type { Chart } from '../types.ts'
import { formatPath } from './format-path.ts'
import { type Json, type JsonPath, walkSpec } from './json.ts'
import { specError } from './spec-file.ts'

/** The expressions of a spec that cannot be read, each at its own place. Vega and Vega-Lite only say what they stumbled at, not where. */
export function expressionFaults(chart: Chart): PlacedDiagnostic[] {
  const spec: Json = JSON.parse(chart.text)
  return [...walkSpec(spec)].flatMap(([object, path]) =>
    ['filter', 'calculate', 'test', 'expr', 'signal', 'update', 'labelExpr'].flatMap((key) => {
      const text = object[key]
      const fault = typeof text === 'string' ? expressionFault(text) : undefined
      return fault === undefined ? [] : [toDiagnostic(chart, [...path, key], fault)]
    }),
  )
}

function toDiagnostic(chart: Chart, path: JsonPath, fault: string): PlacedDiagnostic {
  return { path, diagnostic: specError(chart, path, `${formatPath(path)}: expression cannot be read: ${fault}`) }
}

function expressionFault(text: string): string | undefined {
  try {
    parseExpression(text)
    return undefined
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).toLowerCase()
  }
}
