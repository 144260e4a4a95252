import type { JsonPath } from '../json/json.ts'

/** The part of JSON Schema that the schemas of Vega and Vega-Lite are written in. */
export interface JsonSchema {
  $ref?: string
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  allOf?: JsonSchema[]
  not?: JsonSchema
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  properties?: Record<string, JsonSchema>
  patternProperties?: Record<string, JsonSchema>
  additionalProperties?: boolean | JsonSchema
  required?: string[]
  minProperties?: number
  items?: JsonSchema
  minItems?: number
  maxItems?: number
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  pattern?: string
}

/** A schema with the definitions that it refers to. */
export interface RootSchema extends JsonSchema {
  definitions: Record<string, JsonSchema>
}

/** One thing that a value has wrong, by the schema's branch that it comes nearest to. */
export type SchemaFault = { path: JsonPath } & (
  | { type: 'unknown'; known: readonly string[]; nearest: string | undefined }
  | { type: 'missing'; property: string }
  | { type: 'wrong'; expected: readonly Expected[] }
)

/** What would have been right: one of some words, or something described. */
export type Expected = { choice: string } | { kind: string }
