import { nearestName } from '../../../diagnostic.ts'
import { isJsonObject, type Json, type JsonObject, type JsonPath } from '../json/json.ts'
import type { Expected, JsonSchema, RootSchema, SchemaFault } from './types.ts'

/** How far a value is from what a schema asks for: 0 where it is that. */
interface Verdict {
  distance: number
  faults: readonly SchemaFault[]
}

const sound: Verdict = { distance: 0, faults: [] }

/**
 * By how much a fault takes a value from what a schema describes. Whatever lies within a property counts as one fault
 * of it, so that the alternative is
 * found that the author meant; one of another `type` is another thing.
 */
const distances = {
  range: 1,
  within: 2,
  misspelt: 2.5,
  unknown: 3,
  missing: 4,
  kind: 5,
  choice: 10,
  type: 100,
} as const

/**
 * What keeps a value from being what a schema describes. Where the schema has alternatives, the faults are those of the
 * nearest, for an author who
 * mistypes one word has one fault, and not one for each alternative.
 */
export function schemaFaults(root: RootSchema, value: Json): readonly SchemaFault[] {
  return createJudge(root.definitions)(root, value, []).faults
}

type Judge = (schema: JsonSchema, value: Json, path: JsonPath) => Verdict

function createJudge(definitions: RootSchema['definitions']): Judge {
  // Alternatives share most of their parts. An object of a spec stands at one path only.
  const judged = new Map<JsonSchema, WeakMap<object, Verdict>>()
  const judge: Judge = (schema, value, path) => {
    if (typeof value !== 'object' || value === null) return judgeAnew(schema, value, path)
    const ofSchema = judged.get(schema) ?? new WeakMap<object, Verdict>()
    judged.set(schema, ofSchema)
    const verdict = ofSchema.get(value) ?? judgeAnew(schema, value, path)
    ofSchema.set(value, verdict)
    return verdict
  }
  const judgeAnew: Judge = (schema, value, path) => {
    if (schema.$ref !== undefined)
      return judge(definitions[schema.$ref.slice('#/definitions/'.length)] ?? {}, value, path)
    const branches = schema.anyOf ?? schema.oneOf
    const own = judgeValue(schema, value, path, judge)
    if (own.distance >= distances.choice) return own
    return together([
      own,
      ...(branches ? [nearest(branches, value, path, judge)] : []),
      ...(schema.allOf ?? []).map((part) => judge(part, value, path)),
    ])
  }
  return judge
}

function together(verdicts: readonly Verdict[]): Verdict {
  return {
    distance: verdicts.reduce((sum, { distance }) => sum + distance, 0),
    faults: verdicts.flatMap(({ faults }) => faults),
  }
}

/** The verdict of the nearest alternative; where several are as near, or none, with all that they expect. */
function nearest(branches: readonly JsonSchema[], value: Json, path: JsonPath, judge: Judge): Verdict {
  const verdicts: Verdict[] = []
  for (const branch of branches) {
    const verdict = judge(branch, value, path)
    if (verdict.distance === 0) return sound
    verdicts.push(verdict)
  }
  const least = Math.min(...verdicts.map(({ distance }) => distance))
  const near = verdicts.filter(({ distance }) => distance === least || least >= distances.choice)
  const [first, ...others] = near.sort((one, other) => one.distance - other.distance)
  if (!first) return sound
  return { distance: least, faults: first.faults.map((fault) => widened(fault, others)) }
}

/** A wrong value with what the other alternatives expect in the same place. */
function widened(fault: SchemaFault, others: readonly Verdict[]): SchemaFault {
  if (fault.type !== 'wrong') return fault
  const more = others.flatMap(({ faults }) =>
    faults.flatMap((other) => (other.type === 'wrong' && isSame(other.path, fault.path) ? other.expected : [])),
  )
  return { ...fault, expected: [...fault.expected, ...more] }
}

function isSame(one: JsonPath, other: JsonPath): boolean {
  return one.length === other.length && one.every((key, index) => key === other[index])
}

function judgeValue(schema: JsonSchema, value: Json, path: JsonPath, judge: Judge): Verdict {
  const choices = schema.const === undefined ? schema.enum : [schema.const]
  if (choices) {
    if (choices.includes(value)) return sound
    const isKin = choices.some((choice) => getType(choice) === getType(value))
    return wrong(path, choices.map(toChoice), isKin ? distances.choice : distances.type)
  }
  if (!isOfType(value, schema)) {
    const kinds = [schema.type ?? []].flat().map((type) => ({ kind: describeType(type, schema) }))
    return wrong(path, kinds, distances.type)
  }
  if (schema.not && judge(schema.not, value, path).distance === 0) return wrong(path, [], distances.choice)
  if (typeof value === 'number') return judgeNumber(schema, value, path)
  if (typeof value === 'string') return judgeText(schema, value, path)
  if (Array.isArray(value)) return judgeList(schema, value, path, judge)
  return isJsonObject(value) ? judgeObject(schema, value, path, judge) : sound
}

function wrong(path: JsonPath, expected: readonly Expected[], distance: number): Verdict {
  return { distance, faults: [{ type: 'wrong', path, expected }] }
}

function judgeNumber({ minimum = -Infinity, maximum = Infinity }: JsonSchema, value: number, path: JsonPath): Verdict {
  if (value >= minimum && value <= maximum) return sound
  const ends = [
    ...(minimum === -Infinity ? [] : [`at least ${minimum}`]),
    ...(maximum === Infinity ? [] : [`at most ${maximum}`]),
  ]
  return wrong(path, [{ kind: ends.join(', ') }], distances.range)
}

function judgeText(schema: JsonSchema, value: string, path: JsonPath): Verdict {
  const { minLength = 0, maxLength = Infinity, pattern } = schema
  if (value.length < minLength || value.length > maxLength)
    return wrong(path, [{ kind: `text of ${between(minLength, maxLength)} characters` }], distances.range)
  if (pattern === undefined || new RegExp(pattern).test(value)) return sound
  return wrong(path, [{ kind: `text that fits ${pattern}` }], distances.choice)
}

function between(least: number, most: number): string {
  return least === most ? String(least) : `${least} to ${most}`
}

/** So many faulty items of a list are reported: a list of data may hold as many as it has rows. */
const mostItems = 10

function judgeList(schema: JsonSchema, value: Json[], path: JsonPath, judge: Judge): Verdict {
  const { items, minItems = 0, maxItems = Infinity } = schema
  if (value.length < minItems || value.length > maxItems)
    return wrong(path, [{ kind: `a list of ${between(minItems, maxItems)} values` }], distances.range)
  if (!items) return sound
  const faulty: Verdict[] = []
  for (const [index, item] of value.entries()) {
    const verdict = judge(items, item, [...path, index])
    if (verdict.distance > 0) faulty.push(within(verdict, index))
    if (faulty.length === mostItems) break
  }
  return faulty.length === 0 ? sound : together(faulty)
}

function within({ distance, faults }: Verdict, key: string | number): Verdict {
  const most = key === 'type' && distance === distances.choice ? distances.kind : distances.within
  return { distance: Math.min(distance, most), faults }
}

function judgeObject(schema: JsonSchema, value: JsonObject, path: JsonPath, judge: Judge): Verdict {
  const { required = [], minProperties = 0 } = schema
  const names = Object.keys(value)
  if (names.length < minProperties) return wrong(path, [{ kind: 'at least one property' }], distances.range)
  const known = Object.keys(schema.properties ?? {})
  const verdicts = names.map((name): Verdict => {
    const of = getSchema(schema, name)
    if (of === 'unknown')
      return unknown(
        [...path, name],
        name,
        known.filter((other) => !(other in value)),
      )
    const verdict = of === 'any' ? sound : judge(of, value[name] ?? null, [...path, name])
    return verdict.distance === 0 ? sound : within(verdict, name)
  })
  // A required property under a misspelt name is one fault.
  const spelt = verdicts.flatMap(({ faults }) => faults.map((fault) => fault.type === 'unknown' && fault.nearest))
  const missing = required
    .filter((name) => !(name in value) && !spelt.includes(name))
    .map((property): Verdict => ({ distance: distances.missing, faults: [{ type: 'missing', path, property }] }))
  return together([...verdicts, ...missing])
}

function unknown(path: JsonPath, name: string, known: readonly string[]): Verdict {
  const meant = nearestName(name, known)
  return {
    distance: meant === undefined ? distances.unknown : distances.misspelt,
    faults: [{ type: 'unknown', path, known, nearest: meant }],
  }
}

function toChoice(value: unknown): Expected {
  return typeof value === 'string' ? { choice: value } : { kind: JSON.stringify(value) }
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list, [ … ]',
}

function describeType(type: string, { required, properties = {} }: JsonSchema): string {
  if (type !== 'object') return typeNames[type] ?? type
  const [name] = required ?? (Object.keys(properties).length === 1 ? Object.keys(properties) : [])
  return name === undefined ? 'an object, { … }' : `{ "${name}": … }`
}

/** What JSON Schema calls a value's type. */
function getType(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

/** Whether a value is of the type, or of one of the types, that a schema asks for. */
function isOfType(value: Json, { type }: JsonSchema): boolean {
  if (type === undefined) return true
  return typeof type === 'string' ? getIs(value, type) : type.some((one) => getIs(value, one))
}

function getIs(value: Json, type: string): boolean {
  return type === 'integer' ? Number.isInteger(value) : getType(value) === type
}

/** The schema of an object's property; or whether any value will do, or none. */
function getSchema(schema: JsonSchema, name: string): JsonSchema | 'any' | 'unknown' {
  const { properties, patternProperties, additionalProperties } = schema
  if (properties && Object.hasOwn(properties, name)) return properties[name] ?? 'any'
  for (const pattern in patternProperties) {
    if (new RegExp(pattern).test(name)) return patternProperties[pattern] ?? 'any'
  }
  if (additionalProperties === false) return 'unknown'
  return typeof additionalProperties === 'object' ? additionalProperties : 'any'
}
