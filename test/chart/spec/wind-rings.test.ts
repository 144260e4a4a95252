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

test('other texts stay as they are', () => {
  expect(windRings('{"a": 1.0}')).toBe('{"a": 1.0}')
  expect(windRings('{"type": "Polygon"')).toBe('{"type": "Polygon"')
})
