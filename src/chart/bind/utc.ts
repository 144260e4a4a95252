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
const expressionKeys: ReadonlySet<string> = new Set(['signal', 'expr', 'test', 'update', 'init', 'filter'])

/**
 * Data whose dates are read by the chart's own `toDate`, for Vega's reader takes a time without its distance from UTC
 * as the machine's; of those with a
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

/** A compiled Vega spec with scales, time units and expressions in UTC, independent of the machine's time zone. */
export function toUtc(spec: JsonObject): JsonObject {
  return mapObjects(spec, (object) => {
    const expressions = Object.fromEntries(
      Object.entries(object).map(([key, value]) => [
        key,
        expressionKeys.has(key) && typeof value === 'string' ? callUtc(value) : value,
      ]),
    )
    if (object.type === 'timeunit') return { ...expressions, timezone: 'utc' }
    if (object.type === 'time' && 'range' in object) return { ...expressions, type: 'utc' }
    return isJsonObject(expressions.format) ? withOwnDates({ ...expressions, format: expressions.format }) : expressions
  })
}

/** A text or a pattern of an expression, in which nothing is called; or the name of a function where it is. */
const textOrCall =
  /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|(?<=(?:^|[(,:?=&|!+[])\s*)\/(?:\\.|[^/\\])+\/|(?<![\w$]|\.\s*)([a-zA-Z]+)(?=\s*\()/g

/** An expression that calls the partners in UTC. */
function callUtc(text: string): string {
  return text.replace(textOrCall, (found, name = '') =>
    Object.hasOwn(utcFunctions, name) ? `${utcFunctions[name]}` : found,
  )
}
