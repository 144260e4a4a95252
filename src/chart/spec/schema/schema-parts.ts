import type { Json, JsonObject } from '../json/json.ts'
import type { JsonSchema } from './types.ts'

/** The schema behind a reference; one that anything fits, where there is none. */
export function resolveReference(definitions: Readonly<Record<string, JsonSchema>>, reference: string): JsonSchema {
  return definitions[reference.slice('#/definitions/'.length)] ?? {}
}

/** What JSON Schema calls a value's type. */
export function getType(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

/** Whether a value is of the type, or of one of the types, that a schema asks for. */
export function isOfType(value: Json, { type }: JsonSchema): boolean {
  if (type === undefined) return true
  return typeof type === 'string' ? getIs(value, type) : type.some((one) => getIs(value, one))
}

function getIs(value: Json, type: string): boolean {
  return type === 'integer' ? Number.isInteger(value) : getType(value) === type
}

/** The only values that a schema allows; undefined where it does not list them. */
export function getChoices(schema: JsonSchema): unknown[] | undefined {
  return schema.const === undefined ? schema.enum : [schema.const]
}

/** Whether a number is within a schema's bounds. */
export function isInRange(value: number, { minimum = -Infinity, maximum = Infinity }: JsonSchema): boolean {
  return value >= minimum && value <= maximum
}

/** Whether a text is as long as a schema asks for. */
export function isOfLength(value: string, { minLength = 0, maxLength = Infinity }: JsonSchema): boolean {
  return value.length >= minLength && value.length <= maxLength
}

/** Whether a text fits a schema's pattern. */
export function isFitting(value: string, { pattern }: JsonSchema): boolean {
  return pattern === undefined || new RegExp(pattern).test(value)
}

/** Whether a list has as many items as a schema asks for. */
export function isOfSize(value: readonly Json[], { minItems = 0, maxItems = Infinity }: JsonSchema): boolean {
  return value.length >= minItems && value.length <= maxItems
}

/** Whether an object has as many properties as a schema asks for. */
export function hasEnough(value: JsonObject, { minProperties = 0 }: JsonSchema): boolean {
  return minProperties === 0 || Object.keys(value).length >= minProperties
}

/** The schema of an object's property; or whether any value will do, or none. */
export function getSchema(schema: JsonSchema, name: string): JsonSchema | 'any' | 'unknown' {
  const { properties, patternProperties, additionalProperties } = schema
  if (properties && Object.hasOwn(properties, name)) return properties[name] ?? 'any'
  for (const pattern in patternProperties) {
    if (new RegExp(pattern).test(name)) return patternProperties[pattern] ?? 'any'
  }
  if (additionalProperties === false) return 'unknown'
  return typeof additionalProperties === 'object' ? additionalProperties : 'any'
}
