import { suggest } from '../../../diagnostic.ts'
import type { PlacedDiagnostic } from '../../draw/vega/vega-log.ts'
import type { Row, ViewRows } from '../../draw/vega/view-rows.ts'
import { formatPath } from '../../spec/json/format-path.ts'
import { type JsonObject, type JsonPath, walkSpec } from '../../spec/json/json.ts'
import { type SpecFile, specError } from '../../spec/json/spec-file.ts'
import { inExpression, madeFields } from '../../spec/spec-fields.ts'

/**
 * Fields of a Vega-Lite spec that no row of its data has, as read or at any step, and no transform makes: errors where
 * a channel shows one, for Vega
 * draws such a chart empty or wrong; warnings where an expression only asks for one, which authors do to see whether it
 * is there.
 */
export function unknownFields(source: SpecFile, spec: JsonObject, { read, made }: ViewRows): PlacedDiagnostic[] {
  const objects = walkSpec(spec)
  const rows = [...read, ...made]
  if (rows.every((set) => set.length === 0)) return []
  const byTransform = new Set(objects.flatMap(([object]) => [...madeFields(object), ...lookedUp(object)]))
  const isKnown = (name: string) => byTransform.has(name) || rows.some((set) => set.some((row) => name in row))
  const names = readNames(read)
  return namedFields(objects)
    .filter(({ name }) => !isKnown(name))
    .map(({ name, path }) => ({
      path,
      diagnostic: {
        ...specError(source, path, `${formatPath(path)}: unknown field: ${name}`),
        severity: path.at(-1) === 'field' ? 'error' : 'warning',
        expected: names.length > 0 && names.length <= 40 ? `a field of the data: ${names.join(', ')}` : undefined,
        hint: suggest(name, names),
      },
    }))
}

/**
 * Whether there are rows but none with a number or date in a field.
 * A scale may rightly have none, such as that of a box plot without outliers.
 */
export function lacksNumbers({ read, made }: ViewRows, field: string): boolean {
  const keys = field.split(/[.[\]'"]+/).filter((key) => key !== '')
  const hasNumber = (row: Row) => isNumber(row[field]) || isNumber(getNested(row, keys))
  return read.some((set) => set.length > 0) && ![...read, ...made].some((set) => set.some(hasNumber))
}

function getNested(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined || typeof value !== 'object' || value === null) return value
  return getNested(Reflect.get(value, key), rest)
}

/** Rows of a CSV file are texts until something asks for numbers. */
function isNumber(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== '' && (isNumber(Number(value)) || /^\d{4}-\d\d/.test(value))
  return (typeof value === 'number' || value instanceof Date) && Number.isFinite(Number(value))
}

/** The fields of the data as it was read, without those that stacking adds to it. */
function readNames(read: readonly (readonly Row[])[]): string[] {
  const names = new Set(read.flatMap((set) => Object.keys(set[0] ?? {})))
  const isAdded = (name: string) => /_(start|end)$/.test(name) && names.has(name.replace(/_(start|end)$/, ''))
  return [...names].filter((name) => !isAdded(name))
}

/** The fields that a lookup brings. */
function lookedUp({ from }: JsonObject): string[] {
  const fields = typeof from === 'object' && from !== null && !Array.isArray(from) ? from.fields : undefined
  return Array.isArray(fields) ? fields.filter((name) => typeof name === 'string') : []
}

/** The fields that encodings and transforms name; of `a.b[0]` the first part. Backslashes are left to Vega. */
function namedFields(objects: readonly [JsonObject, JsonPath][]): { name: string; path: JsonPath }[] {
  return objects.flatMap(([object, path]) => {
    const { field } = object
    const isTransform = path.includes('transform')
    const isAsked = (path.includes('encoding') || isTransform) && !countsRows(object)
    const isRead = typeof field === 'string' && isAsked && !field.includes('\\')
    return [
      ...(isRead ? [{ name: field.replace(/[.[].*$/, ''), path: [...path, 'field'] }] : []),
      ...(isTransform ? ['filter', 'calculate'].flatMap((key) => inExpression(object, path, key)) : []),
    ]
  })
}

/** Operations that read no field, though authors name one: `count` of a window in Vega-Lite's own examples. */
function countsRows({ op, aggregate }: JsonObject): boolean {
  return [op, aggregate].some((name) => ['count', 'row_number', 'rank', 'dense_rank'].includes(String(name)))
}
