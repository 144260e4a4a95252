import { parseExpression } from '../../draw/vega/vega.ts'
import type { PlacedDiagnostic } from '../../draw/vega/vega-log.ts'
import type { Chart } from '../../types.ts'
import { formatPath } from '../json/format-path.ts'
import { type Json, type JsonPath, walkSpec } from '../json/json.ts'
import { specError } from '../json/spec-file.ts'
import type { Node } from './expression-fields.ts'

/** The expressions of a spec that cannot be read or run, each at its own place. Vega and Vega-Lite only say what they stumbled at, not where. */
export function expressionFaults(chart: Chart): PlacedDiagnostic[] {
  const spec: Json = JSON.parse(chart.text)
  const objects = [...walkSpec(spec)]
  const names = new Set(objects.flatMap(([{ name }]) => (typeof name === 'string' ? name : [])))
  return objects.flatMap(([object, path]) =>
    ['filter', 'calculate', 'test', 'expr', 'signal', 'update', 'labelExpr'].flatMap((key) => {
      const text = object[key]
      const fault = typeof text === 'string' ? expressionFault(text, names) : undefined
      return fault === undefined ? [] : [toDiagnostic(chart, [...path, key], fault)]
    }),
  )
}

function toDiagnostic(chart: Chart, path: JsonPath, fault: string): PlacedDiagnostic {
  return { path, diagnostic: specError(chart, path, `${formatPath(path)}: ${fault}`) }
}

function expressionFault(text: string, names: ReadonlySet<string>): string | undefined {
  try {
    return nodeFault(parseExpression(text), names)
  } catch (error) {
    return `expression cannot be read: ${(error instanceof Error ? error.message : String(error)).toLowerCase()}`
  }
}

/** What of an expression is at fault that Vega says in words of its own. */
function nodeFault(node: unknown, names: ReadonlySet<string>): string | undefined {
  if (typeof node !== 'object' || node === null) return undefined
  const { type, name = '', callee, property, computed, key, ...others } = node as Node
  // Names that every object of JavaScript has, which Vega takes for parameters that it cannot find.
  if (type === 'Identifier' && name in {} && !names.has(name)) return `unknown parameter: ${name}`
  const [first] = others.arguments ?? []
  const projection = /^geo[A-Z]/.test(callee?.name ?? '') && first?.type === 'Literal' ? first.value : null
  if (typeof projection === 'string' && projection !== 'projection' && !names.has(projection))
    return `unknown projection: ${projection}`
  const parts = [...Object.values(others), computed ? property : undefined]
  return parts.map((part) => nodeFault(part, names)).find((fault) => fault !== undefined)
}
