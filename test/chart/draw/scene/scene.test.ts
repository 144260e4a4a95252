import { expect, test } from 'vitest'
import { dropUnseen, overlaps, type SceneItem, type SceneMark } from '../../../../src/chart/draw/scene/scene.ts'

const size = { width: 100, height: 100 }
const box = (x1: number, y1: number, x2: number, y2: number) => ({ x1, y1, x2, y2 })
const bars = (...items: SceneItem[]): SceneMark => ({ marktype: 'rect', role: 'mark', items })

test('what lies wholly outside the drawing is dropped, what reaches in stays', () => {
  const mark = bars({ bounds: box(10, 10, 20, 20) }, { bounds: box(90, 0, 120, 10) }, { bounds: box(101, 0, 120, 10) })
  dropUnseen(mark, [0, 0], size)
  expect(mark.items).toHaveLength(2)
})

test('places count from the group that a mark stands in', () => {
  const inner = bars({ bounds: box(10, 10, 20, 20) })
  const group: SceneMark = { marktype: 'group', items: [{ x: 95, y: 0, items: [inner], bounds: box(0, 0, 120, 50) }] }
  dropUnseen(group, [0, 0], size)
  expect(inner.items).toEqual([])
})

test('a line is seen or unseen as a whole: its items are its points', () => {
  const line: SceneMark = {
    marktype: 'line',
    bounds: box(-50, 0, 50, 10),
    items: [{ bounds: box(-50, 0, -50, 0) }, { bounds: box(50, 10, 50, 10) }],
  }
  dropUnseen(line, [0, 0], size)
  expect(line.items).toHaveLength(2)
})

test('texts overlap when they share more than the room between ascender and descender', () => {
  const text = (words: string, y: number) => ({
    text: words,
    item: {},
    mark: { marktype: 'text', items: [] },
    box: box(0, y, 40, y + 12),
  })
  expect(overlaps([text('one', 0), text('two', 10)])).toEqual([])
  expect(overlaps([text('one', 0), text('two', 6)])).toHaveLength(1)
})
