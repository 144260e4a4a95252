import { isJsonObject, type Json, type JsonObject, objectsIn } from '../spec/json/json.ts'
import { parseJson } from '../spec/json/spec-file.ts'
import { type Position, readArcs } from '../spec/wind-rings.ts'

/** The shapes of a file: how Vega reads them, what each is called by a property, and where they lie. */
export interface Shapes {
  format: JsonObject
  /** The property, as a path in a feature: `id`, `properties.code`. */
  key: string
  names: readonly string[]
  projection: JsonObject
}

/** The shapes of a GeoJSON or TopoJSON text, of TopoJSON's the named or only object; a message where there are none. */
export function readShapes(text: string, key: string, object: string | undefined): Shapes | { message: string } {
  const json = parseJson(text)
  if (!isJsonObject(json)) return { message: 'neither GeoJSON nor TopoJSON' }
  if (json.type === 'Topology') return readTopology(json, key, object)
  if (json.type !== 'FeatureCollection') return { message: 'neither a GeoJSON FeatureCollection nor TopoJSON' }
  const features = objectsIn(json.features)
  return {
    format: { type: 'json', property: 'features' },
    ...getNames(features, key),
    projection: getProjection(positionsIn(features.map(({ geometry }) => geometry ?? null))),
  }
}

function readTopology(json: JsonObject, key: string, named: string | undefined): Shapes | { message: string } {
  const objects = isJsonObject(json.objects) ? json.objects : {}
  const names = Object.keys(objects)
  const name = named ?? (names.length === 1 ? names[0] : undefined)
  const object = objects[name ?? '']
  if (name === undefined || !isJsonObject(object)) return { message: `no such object; there are ${names.join(', ')}` }
  return {
    format: { type: 'topojson', feature: name },
    ...getNames(objectsIn(object.geometries), key),
    projection: getProjection(readArcs(json).flat()),
  }
}

/** Whether the key is a property of the features, or of themselves as `id` is. */
function getNames(features: readonly JsonObject[], key: string): Pick<Shapes, 'key' | 'names'> {
  const own = features.flatMap((feature) => (key in feature ? [String(feature[key])] : []))
  if (own.length > 0) return { key, names: own }
  const names = features.flatMap(({ properties }) =>
    isJsonObject(properties) && properties[key] !== undefined ? [String(properties[key])] : [],
  )
  return { key: `properties.${key}`, names }
}

function positionsIn(value: Json): Position[] {
  if (!Array.isArray(value)) return isJsonObject(value) ? Object.values(value).flatMap(positionsIn) : []
  const [x, y] = value
  return typeof x === 'number' && typeof y === 'number' ? [[x, y]] : value.flatMap(positionsIn)
}

/** Equal areas about the middle of what lies in degrees; what lies in other units is projected already. */
function getProjection(positions: readonly Position[]): JsonObject {
  const ends = (axis: 0 | 1) =>
    positions.reduce<[number, number]>(
      ([low, high], position) => [Math.min(low, position[axis]), Math.max(high, position[axis])],
      [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
    )
  const [[west, east], [south, north]] = [ends(0), ends(1)]
  if (west < -180 || east > 180 || south < -90 || north > 90) return { type: 'identity', reflectY: true }
  const middle = (low: number, high: number) => Math.round((low + high) * 5) / 10
  return east - west > 180
    ? { type: 'equalEarth' }
    : { type: 'azimuthalEqualArea', rotate: [-middle(west, east), -middle(south, north)] }
}
