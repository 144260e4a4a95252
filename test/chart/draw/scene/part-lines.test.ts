import { expect, test } from 'vitest'
import { partLines } from '../../../../src/chart/draw/scene/part-lines.ts'
import type { SceneItem, SceneMark } from '../../../../src/chart/draw/scene/scene.ts'

/** A drawing of a rule, with words at a box. */
function scene(rule: SceneItem, role: string, box: { x1: number; x2: number; y1: number; y2: number }) {
  const lines: SceneMark = { marktype: 'rule', role, items: [rule] }
  const words: SceneMark = { marktype: 'text', items: [{ text: 'words', bounds: box }] }
  const root: SceneMark = { marktype: 'group', items: [{ items: [lines, words] }] }
  partLines({ root, origin: [0, 0], natural: { width: 100, height: 100 } })
  return lines.items.map(({ x, x2 = x, y, y2 = y }) => [x, x2, y, y2])
}

const box = { x1: 40, x2: 60, y1: 45, y2: 55 }

test('a line of the grid stops where words stand on it', () => {
  expect(scene({ x: 0, x2: 100, y: 50 }, 'axis-grid', box)).toEqual([
    [0, 38, 50, 50],
    [62, 100, 50, 50],
  ])
})

test('an upright rule across the plot does too; one that ends before the words is whole', () => {
  expect(scene({ x: 50, y: 0, y2: 100 }, 'mark', box)).toEqual([
    [50, 50, 0, 45],
    [50, 50, 55, 100],
  ])
  expect(scene({ x: 50, y: 10, y2: 30 }, 'mark', box)).toEqual([[50, 50, 10, 30]])
})

test('slanting lines and axes are left alone', () => {
  expect(scene({ x: 0, x2: 100, y: 0, y2: 100 }, 'mark', box)).toHaveLength(1)
  expect(scene({ x: 0, x2: 100, y: 50 }, 'axis-domain', box)).toHaveLength(1)
})
