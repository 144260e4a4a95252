import { isJsonObject, type Json, type JsonObject, mapObjects } from '../../spec/json/json.ts'

/**
 * A compiled Vega spec in which the labels of `quantity` axes also say their scale and tick count, so that all labels of one axis are printed
 * with the digits that its step needs: `0.8 billion, 1.0 billion`.
 */
export function withAxisSteps(spec: JsonObject): JsonObject {
  const changed = mapObjects(spec, (object) =>
    Array.isArray(object.axes) ? { ...object, axes: object.axes.map(withStep) } : object,
  )
  return isJsonObject(changed) ? changed : spec
}

function withStep(axis: Json): Json {
  if (!isJsonObject(axis) || typeof axis.scale !== 'string') return axis
  const count = isJsonObject(axis.tickCount) ? String(axis.tickCount.signal) : String(axis.tickCount ?? 10)
  const scale = JSON.stringify(axis.scale)
  return mapObjects(axis, (object) => {
    const call = typeof object.signal === 'string' ? /^quantity\(datum\.value, ("[^"]*")\)$/.exec(object.signal) : null
    return call ? { ...object, signal: `quantity(datum.value, ${call[1]}, ${scale}, ${count})` } : object
  })
}
