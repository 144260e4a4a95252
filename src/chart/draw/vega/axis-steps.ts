import { isJsonObject, type Json, type JsonObject, mapObjects } from '../../spec/json/json.ts'

/** A compiled Vega spec with each of its axes as a change leaves it. */
export function mapAxes(spec: JsonObject, change: (axis: JsonObject) => JsonObject): JsonObject {
  const changed = (axis: Json) => (isJsonObject(axis) ? change(axis) : axis)
  return mapObjects(spec, (object) =>
    Array.isArray(object.axes) ? { ...object, axes: object.axes.map(changed) } : object,
  )
}

/**
 * An axis of a compiled Vega spec whose `quantity` labels also say their scale and tick count, so that all labels of
 * one axis are printed with the digits
 * that its step needs: `0.8 billion, 1.0 billion`.
 */
export function withStep(axis: JsonObject): JsonObject {
  if (typeof axis.scale !== 'string') return axis
  const count = isJsonObject(axis.tickCount) ? String(axis.tickCount.signal) : String(axis.tickCount ?? 10)
  const scale = JSON.stringify(axis.scale)
  return mapObjects(axis, (object) => {
    const call = typeof object.signal === 'string' ? /^quantity\(datum\.value, ("[^"]*")\)$/.exec(object.signal) : null
    return call ? { ...object, signal: `quantity(datum.value, ${call[1]}, ${scale}, ${count})` } : object
  })
}
