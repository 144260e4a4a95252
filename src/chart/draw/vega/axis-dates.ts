import { isJsonObject, type Json, type JsonObject, mapObjects } from '../../spec/json/json.ts'

/**
 * A compiled Vega spec in which axes of the report's `axisDates` leave out the last date but one where it is too near to the last: Vega would keep that, and
 * leave out the date that a reader looks for first.
 */
export function withAxisDates(spec: JsonObject): JsonObject {
  const changed = mapObjects(spec, (object) =>
    Array.isArray(object.axes) ? { ...object, axes: object.axes.map(withRoom) } : object,
  )
  return isJsonObject(changed) ? changed : spec
}

function withRoom(axis: Json): Json {
  if (!isJsonObject(axis) || !isJsonObject(axis.values) || axis.values.signal !== 'axisDates') return axis
  const ems = JSON.stringify(axis).includes('\\"year\\"') ? room.year : room.month
  return { ...axis, values: { signal: `roomyDates(axisDates, width / axisSize, ${ems})` } }
}

/** What two labels side by side take where the last one ends with the axis, in sizes of type: `Dec 2023`, `2023`. */
const room = { month: 7.6, year: 4.4 } as const

/** Dates on an axis of a length, without the last but one where its distance to the last is less than a room. */
export function roomyDates(dates: readonly number[], length: number, room: number): number[] {
  const [first = 0, before = 0, last = 0] = [dates[0], dates.at(-2), dates.at(-1)]
  const isTight = dates.length > 2 && ((last - before) / (last - first)) * length < room
  return dates.filter((_, index) => !isTight || index !== dates.length - 2)
}
