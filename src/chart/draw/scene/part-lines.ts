import { type Bounds, type SceneMark, sceneTexts } from './scene.ts'
import type { ViewScene } from './view-scene.ts'

/** So far a line ends before words, in points. */
const clearance = 2

/**
 * Parts the lines of a grid, and straight lines across a plot, where words stand on them, so that no word is struck through. The scene is the view's own
 * and ours alone once the view has run.
 */
export function partLines({ root, origin }: ViewScene): void {
  const boxes = sceneTexts(root, origin).map(({ box }) => box)
  if (boxes.length > 0) partIn(root, origin, boxes)
}

function partIn(mark: SceneMark, [x, y]: readonly [number, number], boxes: readonly Bounds[]): void {
  if (mark.marktype === 'rule' && (mark.role === 'axis-grid' || mark.role === 'mark'))
    mark.items = mark.items.flatMap((item) => partLine(item, moveAll(boxes, x, y)))
  if (mark.marktype !== 'group') return
  for (const item of mark.items)
    for (const inner of item.items ?? []) partIn(inner, [x + (item.x ?? 0), y + (item.y ?? 0)], boxes)
}

/** Boxes as a group sees them whose origin is at a place. */
function moveAll(boxes: readonly Bounds[], x: number, y: number): Bounds[] {
  return boxes.map((box) => ({ x1: box.x1 - x, x2: box.x2 - x, y1: box.y1 - y, y2: box.y2 - y }))
}

/** What is left of a line that lies or stands, where words stand on it. */
export function partLine<T extends Ends>(item: T, boxes: readonly Bounds[]): T[] {
  const { x = 0, y = 0, x2 = x, y2 = y } = item
  if (y === y2) return whole(item, x, x2, holes(boxes, 'y', y), (from, to) => ({ x: from, x2: to, y2: y }))
  if (x === x2) return whole(item, y, y2, holes(boxes, 'x', x), (from, to) => ({ y: from, y2: to, x2: x }))
  return [item]
}

/** The stretches of a line at a place that words take. Boxes reach from ascender to descender: a fifth of their height is air. */
function holes(boxes: readonly Bounds[], across: 'x' | 'y', at: number): [number, number][] {
  return boxes.flatMap(({ x1, x2, y1, y2 }): [number, number][] => {
    const air = (y2 - y1) / 5
    const [low, high, from, to] = across === 'y' ? [y1 + air, y2 - air, x1, x2] : [x1, x2, y1 + air, y2 - air]
    return at > low - clearance && at < high + clearance ? [[from - clearance, to + clearance]] : []
  })
}

/** Where a line begins and ends. */
type Ends = Partial<Record<'x' | 'y' | 'x2' | 'y2', number | undefined>>

function whole<T extends Ends>(
  item: T,
  one: number,
  other: number,
  taken: readonly [number, number][],
  place: (from: number, to: number) => Ends,
): T[] {
  if (taken.length === 0) return [item]
  const [begin, end] = [Math.min(one, other), Math.max(one, other)]
  const sorted = taken.toSorted(([first], [second]) => first - second)
  const starts = [begin, ...sorted.map((_, index) => Math.max(...sorted.slice(0, index + 1).map(([, high]) => high)))]
  const ends = [...sorted.map(([low]) => Math.min(low, end)), end]
  const stretches = starts.flatMap((from, index): [number, number][] => {
    const [low, high] = [Math.max(from, begin), ends[index] ?? end]
    return low < high ? [[low, high]] : []
  })
  // A scene item has its look from its prototype chain, and lives on in its copies.
  return stretches.map(([low, high]): T => Object.assign(Object.create(item), place(low, high)))
}
