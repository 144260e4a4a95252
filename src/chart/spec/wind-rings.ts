import { isJsonObject, type Json } from './json/json.ts'

/**
 * The text of GeoJSON with outer rings clockwise and holes the other way. RFC 7946 asks for the reverse, by which Vega takes a shape for all of the globe but
 * it. Other texts as they are.
 */
export function windRings(text: string): string {
  if (!/"type"\s*:\s*"(?:Multi)?Polygon"/.test(text.slice(0, 1_000_000))) return text
  try {
    const json: Json = JSON.parse(text)
    return JSON.stringify(wound(json))
  } catch {
    // What it has wrong is said where it is read.
    return text
  }
}

function wound(value: Json): Json {
  if (Array.isArray(value)) return value.map(wound)
  if (!isJsonObject(value)) return value
  const { type, coordinates } = value
  if (type === 'Polygon' && Array.isArray(coordinates)) return { ...value, coordinates: woundPolygon(coordinates) }
  if (type === 'MultiPolygon' && Array.isArray(coordinates))
    return { ...value, coordinates: coordinates.map((rings) => (Array.isArray(rings) ? woundPolygon(rings) : rings)) }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, wound(inner)]))
}

function woundPolygon(rings: readonly Json[]): Json[] {
  return rings.map((ring, index) =>
    Array.isArray(ring) && isClockwise(ring) !== (index === 0) ? ring.toReversed() : ring,
  )
}

/** By the area under its edges, north up. */
function isClockwise(ring: readonly Json[]): boolean {
  const positions = ring.map((position) => (Array.isArray(position) ? position.map(Number) : []))
  const area = positions.reduce((sum, [x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = positions[(index + 1) % positions.length] ?? []
    return sum + (nextX - x) * (nextY + y)
  }, 0)
  return area > 0
}
