import { isJsonObject, type JsonObject } from '../../spec/json/json.ts'

/**
 * An axis of a compiled Vega spec that leaves out those of the report's `axisDates` that have no room: Vega would keep
 * the last but one, leave out the date
 * that a reader looks for first, and label even years at uneven distances.
 */
export function withRoom(axis: JsonObject): JsonObject {
  // Dates that Vega chooses follow each other evenly, and so do their labels.
  if (axis.values === undefined && axis.labelOverlap === 'greedy') return { ...axis, labelOverlap: 'parity' }
  if (!isJsonObject(axis.values) || axis.values.signal !== 'axisDates') return axis
  const [, kind = 'month'] = /period\(datum\.value, \\"(\w+)\\"/.exec(JSON.stringify(axis)) ?? []
  const ems = `1.2 + 0.8 * length(period(peek(axisDates), '${kind}'))`
  return { ...axis, values: { signal: `roomyDates(axisDates, width / axisSize, ${ems})` } }
}

/**
 * Dates on an axis of a length: of those that follow each other evenly every second or third, back from the last, where
 * all have no room; of others without
 * the last but one where its distance to the last is less than a room. Lengths are in sizes of type.
 */
export function roomyDates(dates: readonly number[], length: number, room: number): number[] {
  const steps = dates.slice(1).map((date, index) => date - (dates[index] ?? 0))
  const [shortest, longest] = [Math.min(...steps), Math.max(...steps)]
  const end = dates.length - 1
  const distance = (shortest / ((dates[end] ?? 0) - (dates[0] ?? 0))) * length
  // Months differ by a tenth, dates at which nothing was counted by more.
  if (longest < shortest * 1.15) {
    const every = Math.min(Math.ceil(room / distance), end)
    return dates.filter((_, index) => (end - index) % every === 0)
  }
  const isTight = end > 1 && (steps[end - 1] ?? 0) / (shortest / distance) < room
  return dates.filter((_, index) => !isTight || index !== end - 1)
}
