import { type Diagnostic, suggest } from '../diagnostic.ts'
import { isJsonObject, type Json, walkObjects } from './json.ts'
import { specError } from './spec-file.ts'
import type { Chart } from './types.ts'
import { parseExpression } from './vega.ts'

/** What keeps a spec from being compiled, at its own place: marks that do not exist, expressions that cannot be read. Vega-Lite only says what it stumbled at, not where. */
export function specFaults(chart: Chart): Diagnostic[] {
  return [...markFaults(chart), ...expressionFaults(chart)]
}

const markNames = [
  ...['arc', 'area', 'bar', 'boxplot', 'circle', 'errorband', 'errorbar', 'geoshape', 'image', 'line', 'point', 'rect'],
  ...['rule', 'square', 'text', 'tick', 'trail'],
]

function markFaults(chart: Chart): Diagnostic[] {
  if (chart.free?.grammar === 'vega') return []
  const spec: Json = JSON.parse(chart.text)
  return [...walkObjects(spec)].flatMap(([{ mark }, path]) => {
    const name = isJsonObject(mark) ? mark.type : mark
    if (mark === undefined || (typeof name === 'string' && markNames.includes(name))) return []
    const fault = specError(
      chart,
      [...path, 'mark'],
      typeof name === 'string' ? `unknown mark: ${name}` : 'a mark without a type',
    )
    return [{ ...fault, expected: `one of ${markNames.join(', ')}`, hint: suggest(String(name), markNames) }]
  })
}

function expressionFaults(chart: Chart): Diagnostic[] {
  const spec: Json = JSON.parse(chart.text)
  return [...walkObjects(spec)].flatMap(([object, path]) =>
    ['filter', 'calculate', 'test', 'expr'].flatMap((key) => {
      const text = object[key]
      const fault = typeof text === 'string' ? expressionFault(text) : undefined
      return fault === undefined ? [] : [specError(chart, [...path, key], `expression cannot be read: ${fault}`)]
    }),
  )
}

function expressionFault(text: string): string | undefined {
  try {
    parseExpression(text)
    return undefined
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).toLowerCase()
  }
}
