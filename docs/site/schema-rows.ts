import { isMap } from '../../src/dataset/is-map.ts'

/** A key of a file: `indicators.*.unit`, what it takes, what it says. */
export interface SchemaRow {
  key: string
  takes: string
  says: string
}

/** The keys of a JSON Schema, each under those that it stands in; a structure that stands in several places is opened once. */
export function schemaRows(schema: object): SchemaRow[] {
  const opened = new Set<string>()
  const rows: SchemaRow[] = []
  const visit = (node: unknown, path: readonly string[]) => {
    if (!isMap(node)) return
    const key = path.join('.').replaceAll('.[]', '[]')
    const { properties, items, additionalProperties, description } = node
    const text = JSON.stringify([properties, items, additionalProperties])
    if (key !== '') rows.push({ key, takes: takes(node), says: typeof description === 'string' ? description : '' })
    for (const branch of branches(node)) visitInner(branch, path)
    if (properties === undefined && opened.has(text)) return
    opened.add(text)
    visitInner(node, path)
  }
  const visitInner = (
    { properties, items, additionalProperties }: Record<string, unknown>,
    path: readonly string[],
  ) => {
    if (isMap(properties)) for (const [name, inner] of Object.entries(properties)) visit(inner, [...path, name])
    if (isMap(items) && isStructure(items)) visit(items, [...path, '[]'])
    if (isMap(additionalProperties) && isStructure(additionalProperties)) visit(additionalProperties, [...path, '*'])
  }
  visit(schema, [])
  return rows
}

function isStructure(node: Record<string, unknown>): boolean {
  return isMap(node.properties) || isMap(node.items) || branches(node).some(isStructure)
}

function branches(node: Record<string, unknown>): Record<string, unknown>[] {
  const { anyOf, oneOf } = node
  const either = Array.isArray(anyOf) ? anyOf : Array.isArray(oneOf) ? oneOf : []
  return either.filter(isMap)
}

/** `text`, `one of a, b`, `a list`. */
function takes(node: Record<string, unknown>): string {
  const { type, enum: words, const: only } = node
  if (Array.isArray(words)) return `one of ${words.join(', ')}`
  if (only !== undefined) return String(only)
  const either = branches(node).map(takes)
  if (either.length > 0) return [...new Set(either)].join(' or ')
  const named: Record<string, string> = { string: 'text', object: 'a map', array: 'a list', boolean: 'true or false' }
  const types = Array.isArray(type) ? type : [type]
  return types.map((one) => named[String(one)] ?? (one === undefined ? 'anything' : String(one))).join(' or ')
}
