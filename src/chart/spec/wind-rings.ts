import { isJsonObject, type Json, type JsonObject } from './json/json.ts'

/**
 * The text of GeoJSON or TopoJSON with outer rings clockwise and holes the other way. RFC 7946 asks for the reverse, by
 * which Vega takes a shape for all of the globe but
 * it. Other texts as they are.
 */
export function windRings(text: string): string {
  if (!/"type"\s*:\s*"(?:Multi)?Polygon"/.test(text.slice(0, 1_000_000))) return text
  try {
    const json: Json = JSON.parse(text)
    return JSON.stringify(
      isJsonObject(json) && json.type === 'Topology'
        ? woundTopology(json)
        : mapPolygons(json, 'coordinates', woundPolygon),
    )
  } catch {
    // What it has wrong is said where it is read.
    return text
  }
}

/** A value with each polygon of it put through a function; `holds` is the property that has its rings. */
function mapPolygons(value: Json, holds: 'coordinates' | 'arcs', change: (rings: readonly Json[]) => Json[]): Json {
  const inside = (inner: Json) => mapPolygons(inner, holds, change)
  if (Array.isArray(value)) return value.map(inside)
  if (!isJsonObject(value)) return value
  const { type, [holds]: held } = value
  if (type === 'Polygon' && Array.isArray(held)) return { ...value, [holds]: change(held) }
  if (type === 'MultiPolygon' && Array.isArray(held))
    return { ...value, [holds]: held.map((rings) => (Array.isArray(rings) ? change(rings) : rings)) }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inside(inner)]))
}

function woundPolygon(rings: readonly Json[]): Json[] {
  return rings.map((ring, index) =>
    Array.isArray(ring) && isClockwise(ring) !== (index === 0) ? ring.toReversed() : ring,
  )
}

/** A ring of a topology is a list of arcs, -1 for the first of them backwards. */
function woundTopology(topology: JsonObject): JsonObject {
  const arcs = readArcs(topology)
  const positions = (ring: readonly Json[]): Position[] =>
    ring.flatMap((index) => {
      const arc = arcs[Number(index) < 0 ? ~Number(index) : Number(index)] ?? []
      return Number(index) < 0 ? arc.toReversed() : arc
    })
  const windPolygon = (rings: readonly Json[]): Json[] =>
    rings.map((ring, index) =>
      Array.isArray(ring) && isClockwise(positions(ring)) !== (index === 0)
        ? ring.toReversed().map((arc) => ~Number(arc))
        : ring,
    )
  return { ...topology, objects: mapPolygons(topology.objects ?? {}, 'arcs', windPolygon) }
}

export type Position = readonly [x: number, y: number]

/** The positions of a topology's arcs; a quantized one has them as steps on a grid. */
export function readArcs({ arcs, transform }: JsonObject): Position[][] {
  const given = isJsonObject(transform) ? transform : undefined
  const [across = 1, up = 1] = numbersIn(given?.scale)
  const [left = 0, bottom = 0] = numbersIn(given?.translate)
  return (Array.isArray(arcs) ? arcs : []).map((arc) => {
    let [x, y] = [0, 0]
    return (Array.isArray(arc) ? arc : []).map((position): Position => {
      const [dx = 0, dy = 0] = numbersIn(position)
      ;[x, y] = given ? [x + dx, y + dy] : [dx, dy]
      return [x * across + left, y * up + bottom]
    })
  })
}

function numbersIn(value: Json | undefined): number[] {
  return Array.isArray(value) ? value.map(Number) : []
}

/** By the area under its edges, north up. */
function isClockwise(ring: readonly (Json | Position)[]): boolean {
  const positions = ring.map((position) => (Array.isArray(position) ? position.map(Number) : []))
  const area = positions.reduce((sum, [x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = positions[(index + 1) % positions.length] ?? []
    return sum + (nextX - x) * (nextY + y)
  }, 0)
  return area > 0
}
