import { parseExpression } from '../draw/vega/vega.ts'
import type { Node } from '../spec/expression/expression-fields.ts'
import { isJsonObject, type JsonObject, mapObjects } from '../spec/json/json.ts'

/** Vega's expression functions that read the machine's time zone, and their partners in UTC. */
const utcFunctions: Record<string, string> = {
  datetime: 'utc',
  date: 'utcdate',
  day: 'utcday',
  dayofyear: 'utcdayofyear',
  year: 'utcyear',
  quarter: 'utcquarter',
  month: 'utcmonth',
  week: 'utcweek',
  isoweek: 'utcisoweek',
  hours: 'utchours',
  minutes: 'utcminutes',
  seconds: 'utcseconds',
  milliseconds: 'utcmilliseconds',
  timeFormat: 'utcFormat',
  timeParse: 'utcParse',
  timeOffset: 'utcOffset',
  timeSequence: 'utcSequence',
}
/** Tells quickly of most expressions that none of them is in it. */
const mayCall = new RegExp(`\\b(?:${Object.keys(utcFunctions).join('|')})\\s*\\(`)
const expressionKeys: ReadonlySet<string> = new Set(['signal', 'expr', 'test', 'update', 'init', 'filter'])

/**
 * Data whose dates are read by the chart's own `toDate`, for Vega's reader takes a time without its distance from UTC as the machine's; of those with a
 * form of their own (`date:'%d.%m.%Y'`) it has a partner in UTC.
 */
function withOwnDates(data: JsonObject & { format: JsonObject }): JsonObject {
  const { parse } = data.format
  if (!isJsonObject(parse)) return data
  const fields = Object.keys(parse).filter((field) => parse[field] === 'date' && /^[^.[\]\\]+$/.test(field))
  const kept = Object.entries(parse)
    .filter(([field]) => !fields.includes(field))
    .map(([field, type]) => [field, typeof type === 'string' ? type.replace(/^date:/, 'utc:') : type])
  const read = fields.map((field) => ({ type: 'formula', expr: `toDate(datum[${JSON.stringify(field)}])`, as: field }))
  return {
    ...data,
    format: { ...data.format, parse: Object.fromEntries(kept) },
    transform: [...read, ...(Array.isArray(data.transform) ? data.transform : [])],
  }
}

/** A compiled Vega spec whose scales, time units and expressions all reckon in UTC, so that a chart does not depend on the machine's time zone. */
export function toUtc(spec: JsonObject): JsonObject {
  return mapObjects(spec, (object) => {
    const expressions = Object.fromEntries(
      Object.entries(object).map(([key, value]) => [
        key,
        expressionKeys.has(key) && typeof value === 'string'
          ? mayCall.test(value)
            ? renameCalls(value, utcFunctions)
            : value
          : value,
      ]),
    )
    if (object.type === 'timeunit') return { ...expressions, timezone: 'utc' }
    if (object.type === 'time' && 'range' in object) return { ...expressions, type: 'utc' }
    return isJsonObject(expressions.format) ? withOwnDates({ ...expressions, format: expressions.format }) : expressions
  })
}

/** An expression with functions called by other names, as Vega's own parser reads it; the same text where none of them is called, or where it cannot be read. */
function renameCalls(text: string, names: Readonly<Record<string, string>>): string {
  let isRenamed = false
  const rename = (name: string): string => {
    const other = Object.hasOwn(names, name) ? names[name] : undefined
    isRenamed ||= other !== undefined
    return other ?? name
  }
  try {
    const written = write(parseExpression(text) as Node, rename)
    return isRenamed ? written : text
  } catch {
    return text
  }
}

/** The text of an expression. */
function write(node: Node, rename: (name: string) => string): string {
  const one = (part: Node | undefined): string => (part ? write(part, rename) : '')
  const list = (parts: readonly Node[] | undefined): string => (parts ?? []).map(one).join(', ')
  const operand = (part: Node | undefined): string => (isOperation(part) ? `(${one(part)})` : one(part))
  switch (node.type) {
    case 'Literal':
      return node.raw ?? ''
    case 'Identifier':
      return node.name ?? ''
    case 'ArrayExpression':
      return `[${list(node.elements)}]`
    case 'ObjectExpression':
      return `{${list(node.properties)}}`
    case 'Property':
      return `${one(node.key)}: ${one(node.value as Node)}`
    case 'UnaryExpression':
      return `${node.operator}${operand(node.argument)}`
    case 'BinaryExpression':
    case 'LogicalExpression':
      return `${operand(node.left)} ${node.operator} ${operand(node.right)}`
    case 'ConditionalExpression':
      return `${operand(node.test)} ? ${operand(node.consequent)} : ${operand(node.alternate)}`
    case 'MemberExpression':
      return `${operand(node.object)}${node.computed ? `[${one(node.property)}]` : `.${one(node.property)}`}`
    case 'CallExpression': {
      const { callee } = node
      const called = callee?.type === 'Identifier' ? rename(callee.name ?? '') : operand(callee)
      return `${called}(${list(node.arguments)})`
    }
    default:
      throw new Error(`not a part of an expression: ${node.type}`)
  }
}

function isOperation(node: Node | undefined): boolean {
  return /^(?:Unary|Binary|Logical|Conditional)Expression$/.test(node?.type ?? '')
}
