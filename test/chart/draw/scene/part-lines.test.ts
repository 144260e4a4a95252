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

test('a slanting rule does too; axes are left alone', () => {
  const [before, after, ...more] = scene({ x: 0, x2: 100, y: 0, y2: 100 }, 'mark', box)
  expect([before, after, more]).toEqual([[0, 45, 0, 45], [55, 100, 55, 100], []])
  expect(scene({ x: 0, x2: 100, y: 50 }, 'axis-domain', box)).toHaveLength(1)
})

test('a line from point to point has a gap where words stand on it; a curve has none', () => {
  const line = (interpolate: string) => {
    const points = [0, 30, 70, 100].map((x) => ({ x, y: 50, interpolate }))
    const mark: SceneMark = { marktype: 'line', items: points }
    const words: SceneMark = { marktype: 'text', items: [{ text: 'words', bounds: box }] }
    const root: SceneMark = { marktype: 'group', items: [{ items: [mark, words] }] }
    partLines({ root, origin: [0, 0], natural: { width: 100, height: 100 } })
    return mark.items.map(({ x = 0, defined = true }) => (defined ? `${x}` : 'gap')).join(' ')
  }
  expect(line('linear')).toBe('0 30 38 gap 62 70 100')
  expect(line('monotone')).toBe('0 30 70 100')
})
