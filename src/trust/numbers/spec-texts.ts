import { isJsonObject, type Json, type JsonPath } from '../../chart/spec/json/json.ts'

/** A text of a chart spec that the chart shows, or says to those who can't see it. */
export interface SpecText {
  path: JsonPath
  text: string
  /** Where in the string at the path the text begins: past a quote in an expression. */
  offset: number
}

/** Properties whose texts are shown as they are. */
const shown = ['title', 'subtitle', 'text', 'description', 'altText']
/** Properties whose expressions make what is shown. */
const expressions = ['calculate', 'expr', 'labelExpr', 'signal']

/** A spec's texts that readers see: titles, text marks, strings in expressions that may print; no numbers of style. */
export function specTexts(spec: Json, path: JsonPath = []): SpecText[] {
  if (Array.isArray(spec)) return spec.flatMap((item, index) => specTexts(item, [...path, index]))
  if (!isJsonObject(spec)) return []
  return Object.entries(spec).flatMap(([key, value]) => {
    const here = [...path, key]
    if (expressions.includes(key) && typeof value === 'string') return literalsIn(value, here)
    if (shown.includes(key)) return shownTexts(value, here)
    // The rows of data of a spec's own are figures that no dataset knows.
    if (key === 'values' && path.at(-1) === 'data') return rowTexts(value, here)
    return specTexts(value, here)
  })
}

function shownTexts(value: Json, path: JsonPath): SpecText[] {
  if (typeof value === 'string') return [{ path, text: value, offset: 0 }]
  if (Array.isArray(value)) return value.flatMap((item, index) => shownTexts(item, [...path, index]))
  if (!isJsonObject(value)) return []
  const constant = value.value
  const own = typeof constant === 'string' || typeof constant === 'number' ? [String(constant)] : []
  return [...own.map((text) => ({ path: [...path, 'value'], text, offset: 0 })), ...specTexts(value, path)]
}

function literalsIn(expression: string, path: JsonPath): SpecText[] {
  return [...expression.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g)]
    .map((match) => ({ path, text: match[1] ?? match[2] ?? '', offset: match.index + 1 }))
    .filter(({ text }) => !isFormat(text))
}

/** A format of numbers or dates, a field or a colour, rather than words. */
function isFormat(text: string): boolean {
  return /^(?:[.,~$+\d]*[a-z%]|#[\da-f]{3,8}|%.*|\d{4}(?:-\d\d)*)$/i.test(text)
}

function rowTexts(value: Json, path: JsonPath): SpecText[] {
  if (typeof value === 'number' || typeof value === 'string') return [{ path, text: String(value), offset: 0 }]
  if (Array.isArray(value)) return value.flatMap((item, index) => rowTexts(item, [...path, index]))
  if (!isJsonObject(value)) return []
  return Object.entries(value).flatMap(([key, item]) => rowTexts(item, [...path, key]))
}
