import { type Diagnostic, suggest } from '../../diagnostic.ts'
import { dimensionFields, rowFields } from '../bind/rows/row-fields.ts'
import { expressionFields } from './expression/expression-fields.ts'
import { isJsonObject, type JsonObject, type JsonPath, walkObjects } from './json/json.ts'
import { type SpecFile, specError } from './json/spec-file.ts'

/**
 * Errors for fields that neither the bound rows nor a transform has.
 * Not for specs with data of their own, or a pivot, whose fields come from values.
 */
export function checkFields(source: SpecFile, spec: JsonObject, dimensions: Iterable<string> = []): Diagnostic[] {
  const objects = walkObjects(spec)
  const own = objects.some(
    ([object]) => isJsonObject(object.data) && !('name' in object.data && Object.keys(object.data).length === 1),
  )
  if (own || objects.some(([object]) => 'pivot' in object || 'datasets' in object)) return []
  const fields = [...rowFields, ...[...dimensions].flatMap(dimensionFields)]
  const known = new Set([...fields, ...objects.flatMap(([object]) => madeFields(object))])
  return usedFields(objects)
    .filter(({ name }) => !known.has(name))
    .map(({ name, path }) => ({
      ...specError(source, path, `unknown field: ${name}`),
      expected: `one of ${fields.join(', ')}`,
      hint: suggest(name, known),
    }))
}

/** Names that a transform or a mark's context gives. */
export function madeFields(object: JsonObject): string[] {
  const named = [object.as, ...(Array.isArray(object.as) ? object.as : [])].filter((name) => typeof name === 'string')
  return [
    ...named,
    // The other end of each step.
    ...('bin' in object || 'timeUnit' in object ? named.map((name) => `${name}_end`) : []),
    ...Object.entries(namesByKey).flatMap(([key, names]) => (key in object ? names : [])),
  ]
}

/** What transforms name their output without `as`; also the datum of a tick or label in an axis's conditions. */
const namesByKey: Readonly<Record<string, readonly string[]>> = {
  fold: ['key', 'value'],
  density: ['value', 'density'],
  quantile: ['prob', 'value'],
  regression: ['coef', 'rSquared'],
  axis: ['value', 'label', 'index'],
  config: ['value', 'label', 'index'],
}

function usedFields(objects: readonly [JsonObject, JsonPath][]): { name: string; path: JsonPath }[] {
  return objects.flatMap(([object, path]) => [
    ...(typeof object.field === 'string'
      ? [{ name: object.field.replace(/[.[].*$/, ''), path: [...path, 'field'] }]
      : []),
    ...(Array.isArray(object.groupby)
      ? object.groupby.flatMap((name, index) =>
          typeof name === 'string' ? [{ name, path: [...path, 'groupby', index] }] : [],
        )
      : []),
    ...['filter', 'calculate', 'test', 'expr'].flatMap((key) => inExpression(object, path, key)),
  ])
}

/** The fields that an expression in a property reads: of `a.b` the first part. */
export function inExpression(object: JsonObject, path: JsonPath, key: string): { name: string; path: JsonPath }[] {
  const text = object[key]
  if (typeof text !== 'string') return []
  return expressionFields(text).map((field) => ({ name: field.replace(/[.].*$/, ''), path: [...path, key] }))
}
