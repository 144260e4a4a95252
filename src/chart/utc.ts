import type { JsonObject } from './json.ts'
import { isJsonObject, mapObjects } from './json.ts'

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
const call = new RegExp(`(?<![\\w.$"'])(${Object.keys(utcFunctions).join('|')})(?=\\()`, 'g')
const expressionKeys = new Set(['signal', 'expr', 'test', 'update', 'init', 'filter'])

/** A compiled Vega spec whose scales, time units and expressions all reckon in UTC, so that a chart does not depend on the machine's time zone. */
export function toUtc(spec: JsonObject): JsonObject {
  const changed = mapObjects(spec, (object) => {
    const expressions = Object.fromEntries(
      Object.entries(object).map(([key, value]) => [
        key,
        expressionKeys.has(key) && typeof value === 'string'
          ? value.replace(call, (name) => utcFunctions[name] ?? name)
          : value,
      ]),
    )
    if (object.type === 'timeunit') return { ...expressions, timezone: 'utc' }
    return object.type === 'time' && 'range' in object ? { ...expressions, type: 'utc' } : expressions
  })
  return isJsonObject(changed) ? changed : spec
}
