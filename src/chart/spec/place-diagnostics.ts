import type { Diagnostic } from '../../diagnostic.ts'
import { noPlace, nothingDrawn } from '../draw/scene/judge-scene.ts'
import { parseExpression } from '../draw/vega/vega.ts'
import type { PlacedDiagnostic } from '../draw/vega/vega-log.ts'
import type { Chart } from '../types.ts'
import { checkSpec } from './check-spec.ts'
import type { Node } from './expression/expression-fields.ts'
import { formatPath } from './json/format-path.ts'
import { type Json, type JsonObject, type JsonPath, walkSpec } from './json/json.ts'
import { type SpecFault, specError } from './json/spec-file.ts'
import { noNumber } from './vega-places.ts'

/**
 * What there is to tell of a chart that was drawn, or could not be: what Vega and Vega-Lite said or threw, and what is
 * seen in the drawing. Where they
 * stumbled over something that the spec has wrong by its own grammar, that is reported in their place.
 */
export function placeDiagnostics(
  chart: Chart,
  said: readonly PlacedDiagnostic[],
  seen: readonly Diagnostic[],
): Diagnostic[] {
  const located = said.length > 0 ? explained(chart, withoutCrashes(chart, said)) : []
  // What Vega said before is why marks have no place.
  return withoutFollowers([
    ...located,
    ...seen.filter(({ message }) => said.length === 0 || !message.startsWith(noPlace)),
  ])
}

/** What was thrown at no place follows from an error that has one, or from an expression that cannot be read. */
function withoutCrashes(chart: Chart, said: readonly PlacedDiagnostic[]): readonly PlacedDiagnostic[] {
  if (!said.some(isError)) return said
  const ofExpressions = expressionFaults(chart)
  const isCrash = (diagnostic: PlacedDiagnostic) =>
    isError(diagnostic) && (diagnostic.path === undefined || ofExpressions.length > 0)
  const placed = [...said.filter((diagnostic) => !isCrash(diagnostic)), ...ofExpressions]
  return placed.some(isError) ? placed : said
}

function explained(chart: Chart, said: readonly PlacedDiagnostic[]): Diagnostic[] {
  const spec: JsonObject = JSON.parse(chart.text)
  const faults = checkSpec(chart, spec, chart.free?.grammar ?? 'vega-lite')
  const blamed = faults.filter((fault) =>
    said.some((diagnostic) => isError(diagnostic) && isSameFault(diagnostic, fault)),
  )
  return [
    ...blamed.map(({ diagnostic }): Diagnostic => ({ ...diagnostic, severity: 'error' })),
    ...said
      .filter((diagnostic) => !faults.some((fault) => isSameFault(diagnostic, fault)))
      .map(({ diagnostic }) => diagnostic),
  ]
}

function isError({ diagnostic }: PlacedDiagnostic): boolean {
  return diagnostic.severity === 'error'
}

/** What Vega stumbles over at no place that it could name is over what the spec has wrong, wherever that is. */
function isSameFault({ path }: PlacedDiagnostic, fault: SpecFault): boolean {
  return path === undefined || isWithin(path, fault.path) || isWithin(fault.path, path)
}

function isWithin(path: JsonPath, around: JsonPath): boolean {
  return around.length > 0 && around.every((key, index) => key === path[index])
}

/** Omits consequences: that nothing is drawn, after an error or a field without numbers; else scales without ends. */
function withoutFollowers(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const isEmpty = diagnostics.some(({ message }) => message === nothingDrawn)
  const lacksNumbers = diagnostics.some(({ message }) => message.includes(noNumber))
  const isFailed = diagnostics.some(({ severity, message }) => severity === 'error' && message !== nothingDrawn)
  return diagnostics.filter(({ severity, message }) => {
    if (message === nothingDrawn) return !isFailed && !(lacksNumbers && severity === 'warning')
    const isFollower = message.includes(noNumber)
      ? isFailed
      : /includes zero: \[(Infinity)?,(-Infinity)?\]$/.test(message) && isEmpty
    return !isFollower
  })
}

/** Unreadable or failing expressions of a spec, each at its place: Vega and Vega-Lite name the fault but no place. */
function expressionFaults(chart: Chart): PlacedDiagnostic[] {
  const spec: Json = JSON.parse(chart.text)
  const objects = walkSpec(spec)
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
