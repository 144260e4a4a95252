import { expect, test } from 'vitest'
import { windRings } from '../../../src/chart/spec/wind-rings.ts'

const square = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [0, 0],
]

test('outer rings run clockwise, holes the other way, whatever the file has', () => {
  for (const rings of [
    [square, square],
    [square.toReversed(), square.toReversed()],
  ]) {
    const text = JSON.stringify({ type: 'Feature', geometry: { type: 'Polygon', coordinates: rings } })
    expect(JSON.parse(windRings(text)).geometry.coordinates).toEqual([square.toReversed(), square])
  }
})

test('the rings of a quantized TopoJSON too, by running through their arcs backwards', () => {
  const steps = [
    [0, 0],
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ]
  const arcsOf = (arcs: number[][]) => {
    const transform = { scale: [2, 2], translate: [5, 5] }
    const text = JSON.stringify({
      type: 'Topology',
      transform,
      objects: { a: { type: 'Polygon', arcs } },
      arcs: [steps],
    })
    return JSON.parse(windRings(text)).objects.a.arcs
  }
  expect(arcsOf([[0], [-1]])).toEqual([[-1], [0]])
  expect(arcsOf([[-1], [0]])).toEqual([[-1], [0]])
})

test('each part of a shape in several parts is wound by itself', () => {
  const ring = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 0],
  ]
  const text = JSON.stringify({ type: 'MultiPolygon', coordinates: [[ring], [ring.toReversed()]] })
  expect(JSON.parse(windRings(text)).coordinates).toEqual([[ring.toReversed()], [ring.toReversed()]])
})

test('other texts stay as they are', () => {
  expect(windRings('{"a": 1.0}')).toBe('{"a": 1.0}')
  expect(windRings('{"type": "Polygon"')).toBe('{"type": "Polygon"')
})
