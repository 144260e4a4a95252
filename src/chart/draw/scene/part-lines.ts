import type { Point } from '../../../graphics/types.ts'
import { type Bounds, moved, type SceneItem, type SceneMark, sceneTexts } from './scene.ts'
import type { ViewScene } from './view-scene.ts'

/** So far a line ends before words, in points. */
const clearance = 2

/**
 * Parts the lines of a grid, rules across a plot and lines from point to point where words stand on them, so that no
 * word is struck through. The scene is
 * the view's own and ours alone once the view has run.
 */
export function partLines({ root, origin }: ViewScene): void {
  const boxes = sceneTexts(root, origin).map(({ box }) => box)
  if (boxes.length > 0) partIn(root, origin, boxes)
}

function partIn(mark: SceneMark, [x, y]: readonly [number, number], boxes: readonly Bounds[]): void {
  // As the mark's group sees them.
  const seen = boxes.map((box) => moved(box, -x, -y))
  if (mark.marktype === 'rule' && (mark.role === 'axis-grid' || mark.role === 'mark'))
    mark.items = mark.items.flatMap((item) => partLine(item, seen))
  if (mark.marktype === 'line') mark.items = partCourse(mark.items, seen)
  if (mark.marktype !== 'group') return
  for (const item of mark.items)
    for (const inner of item.items ?? []) partIn(inner, [x + (item.x ?? 0), y + (item.y ?? 0)], boxes)
}

/** What is left of a straight line where words stand on it. */
export function partLine<T extends Ends>(item: T, boxes: readonly Bounds[]): T[] {
  const { x = 0, y = 0, x2 = x, y2 = y } = item
  const left = segments({ x, y }, { x: x2, y: y2 }, boxes)
  if (isWhole(left)) return [item]
  return left.map(([from, to]) =>
    copy(item, { x: along(x, x2, from), y: along(y, y2, from), x2: along(x, x2, to), y2: along(y, y2, to) }),
  )
}

/** The points of a line, with gaps where words stand on it; of a curve or of steps as they are. */
function partCourse(items: SceneItem[], boxes: readonly Bounds[]): SceneItem[] {
  if ((items[0]?.interpolate ?? 'linear') !== 'linear') return items
  return items.flatMap((item, index) => {
    const next = items[index + 1]
    if (!next || item.defined === false || next.defined === false) return [item]
    const [{ x = 0, y = 0 }, { x: x2 = 0, y: y2 = 0 }] = [item, next]
    const left = segments({ x, y }, { x: x2, y: y2 }, boxes)
    const at = (part: number, defined: boolean) => copy(item, { x: along(x, x2, part), y: along(y, y2, part), defined })
    if (isWhole(left)) return [item]
    const parts = left.flatMap(([from, to]) => [
      ...(from > 0 ? [at(from, false)] : []),
      at(from, true),
      ...(to < 1 ? [at(to, true)] : []),
    ])
    return left.at(-1)?.[1] === 1 ? parts : [...parts, at(1, false)]
  })
}

/** Part of the way from one number to another, without the noise of binary fractions. */
function along(from: number, to: number, part: number): number {
  return Number((from + (to - from) * part).toFixed(6))
}

/** The parts of a line, from 0 to 1, clear of words. A fifth of each box, from ascender to descender, counts as air. */
function segments(from: Point, to: Point, boxes: readonly Bounds[]): [number, number][] {
  const taken = boxes.flatMap(({ x1, x2, y1, y2 }) => {
    const air = (y2 - y1) / 5
    const across = between(from.x, to.x, x1 - clearance, x2 + clearance)
    const down = between(from.y, to.y, y1 + air - clearance, y2 - air + clearance)
    const [enters, leaves] = [Math.max(across[0], down[0], 0), Math.min(across[1], down[1], 1)]
    return enters < leaves ? [{ enters, leaves }] : []
  })
  const left: [number, number][] = []
  let free = 0
  for (const { enters, leaves } of taken.sort((one, other) => one.enters - other.enters)) {
    if (enters > free) left.push([free, enters])
    free = Math.max(free, leaves)
  }
  return free < 1 ? [...left, [free, 1]] : left
}

/** The part of the way between two numbers that lies within bounds: all of it, none, or from one point to another. */
function between(from: number, to: number, low: number, high: number): [number, number] {
  const length = to - from
  if (length === 0) return from > low && from < high ? [0, 1] : [1, 0]
  const [one, other] = [(low - from) / length, (high - from) / length]
  return [Math.min(one, other), Math.max(one, other)]
}

function isWhole([first, ...more]: readonly [number, number][]): boolean {
  return more.length === 0 && first?.[0] === 0 && first[1] === 1
}

/** Where a line begins and ends. */
type Ends = Partial<Record<'x' | 'y' | 'x2' | 'y2', number | undefined>>

/** A scene item has its look from its prototype chain, and lives on in its copies. */
function copy<T extends object>(item: T, change: Partial<SceneItem>): T {
  return Object.assign(Object.create(item), change)
}
