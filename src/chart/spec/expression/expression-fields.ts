import { parseExpression } from '../../draw/vega/vega.ts'

/**
 * The fields of `datum` that an expression reads, as Vega's own parser reads it: `value` for `datum.value` and
 * `datum['value']`, `a.b` for `datum.a.b`.
 * None of an expression that cannot be read: checks and drawing say so at its place.
 */
export function expressionFields(text: string): string[] {
  try {
    return [...new Set(fieldsIn(parseExpression(text)))]
  } catch {
    return []
  }
}

function* fieldsIn(node: unknown): Generator<string> {
  if (typeof node !== 'object' || node === null) return
  const path = getPath(node)
  if (path !== undefined && path.length > 0) yield path.join('.')
  for (const child of path === undefined ? Object.values(node) : computedIn(node)) yield* fieldsIn(child)
}

/** What stands in brackets along a path may read fields too: `datum[datum.key]`. */
function computedIn(node: object): unknown[] {
  const { object, property, computed } = node as Node
  return [...(computed ? [property] : []), ...(object ? computedIn(object) : [])]
}

/** A part of an expression, as Vega's parser gives it (ESTree), with what is asked of it. */
export interface Node {
  type: string
  name?: string
  value?: unknown
  object?: Node
  property?: Node
  computed?: boolean
  callee?: Node
  arguments?: readonly Node[]
  key?: Node
}

/** The names after `datum`, up to the first that is worked out; undefined for what is no part of it. */
function getPath(node: object): string[] | undefined {
  const { type, name, object, property, computed } = node as Node
  if (type === 'Identifier') return name === 'datum' ? [] : undefined
  const before = type === 'MemberExpression' && object ? getPath(object) : undefined
  if (!before || !property) return undefined
  const last = computed ? property.value : property.name
  return typeof last === 'string' ? [...before, last] : before
}
