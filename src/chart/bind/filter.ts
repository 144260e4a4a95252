import { isJsonObject, type Json, type JsonObject } from '../spec/json.ts'
import type { ChartRow } from '../types.ts'
import { rowFields } from './row-fields.ts'

type Predicate = (row: ChartRow) => boolean
type Value = Json | undefined
type Operand = (row: ChartRow) => Value

/**
 * What a filter transform keeps, for filters as charts of figures use them: comparisons of fields with literals and parameters, joined by and, or and not.
 * Undefined for any other filter: the caller then takes all rows to be shown.
 */
export function toPredicate(filter: Json | undefined, parameters: JsonObject): Predicate | undefined {
  if (typeof filter === 'string') return parseExpression(filter, parameters)
  if (!isJsonObject(filter)) return undefined
  if (Array.isArray(filter.and)) return all(filter.and, parameters, (results) => !results.includes(false))
  if (Array.isArray(filter.or)) return all(filter.or, parameters, (results) => results.includes(true))
  if (filter.not !== undefined) return all([filter.not], parameters, (results) => !results[0])
  return fieldPredicate(filter, parameters)
}

function all(filters: Json[], parameters: JsonObject, join: (results: boolean[]) => boolean): Predicate | undefined {
  const predicates = filters.map((filter) => toPredicate(filter, parameters))
  const known = predicates.filter((predicate) => predicate !== undefined)
  return known.length === predicates.length ? (row) => join(known.map((predicate) => predicate(row))) : undefined
}

function fieldPredicate(filter: JsonObject, parameters: JsonObject): Predicate | undefined {
  const { field } = filter
  if (typeof field !== 'string' || filter.timeUnit !== undefined) return undefined
  const of = fieldOf(field)
  if (!of) return undefined
  const literal = (value: Json | undefined): Value =>
    isJsonObject(value) && typeof value.expr === 'string' ? parameters[value.expr] : value
  if ('equal' in filter) return (row) => of(row) === literal(filter.equal)
  if (Array.isArray(filter.oneOf)) {
    const values = filter.oneOf.map(literal)
    return (row) => values.includes(of(row))
  }
  if (typeof filter.valid === 'boolean') return (row) => (of(row) !== null && of(row) !== undefined) === filter.valid
  return undefined
}

/** A field that a transform makes is known to Vega alone. */
function fieldOf(name: string): Operand | undefined {
  return rowFields.includes(name) ? (row) => Object.entries(row).find(([key]) => key === name)?.[1] : undefined
}

/** A recursive descent over the tokens of a Vega expression; undefined at the first thing that it does not know. */
function parseExpression(text: string, parameters: JsonObject): Predicate | undefined {
  const tokens =
    text.match(
      /\s+|datum\.\w+|datum\[(["'])\w+\1\]|[A-Za-z_]\w*|\d+(\.\d+)?|"[^"\\]*"|'[^'\\]*'|[=!]==?|[<>]=?|&&|\|\||[!()]|./g,
    ) ?? []
  const rest = tokens.filter((token) => token.trim() !== '')
  const reader = { next: () => rest.shift(), peek: () => rest[0] }
  const operand = readOr(reader, parameters)
  return operand && rest.length === 0 ? (row) => Boolean(operand(row)) : undefined
}

interface Reader {
  next(): string | undefined
  peek(): string | undefined
}

function readOr(reader: Reader, parameters: JsonObject): Operand | undefined {
  let left = readAnd(reader, parameters)
  while (left && reader.peek() === '||') {
    reader.next()
    const [first, second] = [left, readAnd(reader, parameters)]
    left = second && ((row) => Boolean(first(row)) || Boolean(second(row)))
  }
  return left
}

function readAnd(reader: Reader, parameters: JsonObject): Operand | undefined {
  let left = readComparison(reader, parameters)
  while (left && reader.peek() === '&&') {
    reader.next()
    const [first, second] = [left, readComparison(reader, parameters)]
    left = second && ((row) => Boolean(first(row)) && Boolean(second(row)))
  }
  return left
}

function readComparison(reader: Reader, parameters: JsonObject): Operand | undefined {
  const left = readOperand(reader, parameters)
  const operator = reader.peek()
  const compare = operator === undefined ? undefined : comparisons[operator]
  if (!left || !compare) return left
  reader.next()
  const right = readOperand(reader, parameters)
  return right && ((row) => compare(left(row), right(row)))
}

const comparisons: Record<string, (left: Value, right: Value) => boolean> = {
  '===': (left, right) => left === right,
  '==': (left, right) => left === right,
  '!==': (left, right) => left !== right,
  '!=': (left, right) => left !== right,
  '<': (left, right) => Number(left) < Number(right),
  '<=': (left, right) => Number(left) <= Number(right),
  '>': (left, right) => Number(left) > Number(right),
  '>=': (left, right) => Number(left) >= Number(right),
}

function readOperand(reader: Reader, parameters: JsonObject): Operand | undefined {
  const token = reader.next()
  if (token === undefined) return undefined
  if (token === '!') {
    const operand = readOperand(reader, parameters)
    return operand && ((row) => !operand(row))
  }
  if (token === '(' || (token === 'isValid' && reader.next() === '(')) {
    const inner = readOr(reader, parameters)
    if (!inner || reader.next() !== ')') return undefined
    return token === '(' ? inner : (row) => inner(row) !== null && inner(row) !== undefined
  }
  return readLiteral(token, parameters)
}

function readLiteral(token: string, parameters: JsonObject): Operand | undefined {
  const field = /^datum(?:\.(\w+)|\[["'](\w+)["']\])$/.exec(token)
  const name = field?.[1] ?? field?.[2]
  if (name !== undefined) return fieldOf(name)
  if (/^["']/.test(token)) return () => token.slice(1, -1)
  if (/^\d/.test(token)) return () => Number(token)
  if (token === 'null' || token === 'true' || token === 'false') return () => JSON.parse(token)
  return token in parameters ? () => parameters[token] : undefined
}
