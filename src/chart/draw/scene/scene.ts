import { createGradient } from '../../../graphics/canvas/create-gradient.ts'
import type { Gradient, Picture, Size } from '../../../graphics/types.ts'

/** The parts of Vega's scenegraph that we read: marks hold items; an item of a group mark holds marks. */
export interface SceneMark {
  marktype: string
  role?: string | undefined
  /** What Vega-Lite calls it: the way to its view, such as `layer_1_marks`. */
  name?: string | undefined
  items: SceneItem[]
  /** What it stands in. */
  group?: SceneItem | undefined
  bounds?: Bounds | undefined
}

export interface SceneItem {
  /** The row that it shows. */
  datum?: unknown
  bounds?: Bounds | undefined
  x?: number | undefined
  y?: number | undefined
  x2?: number | undefined
  y2?: number | undefined
  width?: number | undefined
  height?: number | undefined
  /** False where a line has a gap. */
  defined?: boolean | undefined
  /** How a line runs from point to point. */
  interpolate?: string | undefined
  /** The mark that it is one of. */
  mark?: SceneMark | undefined
  /** A group's marks. */
  items?: SceneMark[] | undefined
  fill?: unknown
  stroke?: unknown
  opacity?: number | undefined
  fillOpacity?: number | undefined
  strokeOpacity?: number | undefined
  strokeWidth?: number | undefined
  strokeDash?: unknown
  /** A way in which colours mix. */
  blend?: string | undefined
  size?: number | undefined
  shape?: string | undefined
  orient?: string | undefined
  startAngle?: number | undefined
  endAngle?: number | undefined
  innerRadius?: number | undefined
  outerRadius?: number | undefined
  text?: unknown
  align?: string | undefined
  angle?: number | undefined
  limit?: number | undefined
  theta?: number | undefined
  radius?: number | undefined
  font?: string | undefined
  fontSize?: number | undefined
  fontWeight?: string | number | undefined
  fontStyle?: string | undefined
  /** A picture's address, and the picture once it is loaded; or the canvas on which a transform has painted it. */
  url?: string | undefined
  image?: LoadedPicture | { toPng(): Uint8Array } | undefined
  href?: string | undefined
  /** What Vega says of the mark to assistive technology. */
  description?: string | undefined
}

/** A picture as Vega's renderers take it. */
export interface LoadedPicture extends Picture {
  complete: boolean
  src: string
  url: string | undefined
}

export interface Bounds {
  x1: number
  y1: number
  x2: number
  y2: number
}

/** An item with its mark and the place of its mark's origin in the drawing. */
export interface PlacedItem {
  mark: SceneMark
  item: SceneItem
  x: number
  y: number
}

/** Every item that is not a group, in drawing order. `origin` is where the root stands in the drawing. */
export function placedItems(root: SceneMark, origin: readonly [number, number]): PlacedItem[] {
  const placed: PlacedItem[] = []
  const place = (mark: SceneMark, x: number, y: number) => {
    for (const item of mark.items) {
      if (mark.marktype !== 'group') placed.push({ mark, item, x, y })
      else for (const inner of item.items ?? []) place(inner, x + (item.x ?? 0), y + (item.y ?? 0))
    }
  }
  place(root, ...origin)
  return placed
}

/** How many items there are that are not groups. */
export function countItems({ marktype, items }: SceneMark): number {
  if (marktype !== 'group') return items.length
  return items.reduce((sum, item) => sum + (item.items ?? []).reduce((inner, mark) => inner + countItems(mark), 0), 0)
}

/** Words drawn, with their box in the drawing. */
export interface SceneText {
  text: string
  item: SceneItem
  mark: SceneMark
  box: Bounds
}

/** The marks of data that fall on no place, for what puts them there is no number; gaps of lines are meant. */
export function misplacedItems(root: SceneMark): SceneItem[] {
  return placedItems(root, [0, 0]).flatMap(({ mark, item }) => {
    const { x, y, x2, y2, width, height } = item
    const isNowhere = [x, y, x2, y2, width, height].some(Number.isNaN)
    return mark.role === 'mark' && item.defined !== false && isNowhere ? [item] : []
  })
}

/** Every visible text of the scene. */
export function sceneTexts(root: SceneMark, origin: readonly [number, number]): SceneText[] {
  return placedItems(root, origin).flatMap(({ mark, item, x, y }) => {
    const text = [item.text].flat().join(' ').trim()
    if (mark.marktype !== 'text' || text === '' || item.opacity === 0 || !item.bounds) return []
    return [{ text, item, mark, box: moved(item.bounds, x, y) }]
  })
}

/** A box moved by so much. */
export function moved({ x1, y1, x2, y2 }: Bounds, x: number, y: number): Bounds {
  return { x1: x1 + x, y1: y1 + y, x2: x2 + x, y2: y2 + y }
}

/** Whether a box reaches out of a drawing by more than a point (Vega rounds the offsets of text). */
export function isCutOff({ x1, y1, x2, y2 }: Bounds, { width, height }: Size): boolean {
  return x1 < -1 || y1 < -1 || x2 > width + 1 || y2 > height + 1
}

/** Pairs of overlapping texts. Boxes run from ascender to descender, so a quarter of the lower height may overlap. */
export function overlaps(texts: readonly SceneText[]): [SceneText, SceneText][] {
  const pairs: [SceneText, SceneText][] = []
  // Of thousands of labels that all lie on each other, so many pairs say enough.
  for (let index = 0; index < texts.length && pairs.length < 1000; index++) {
    const one = texts[index]
    for (const other of texts.slice(index + 1)) if (one && lieOnEachOther(one, other)) pairs.push([one, other])
  }
  return pairs
}

function lieOnEachOther(one: SceneText, other: SceneText): boolean {
  const wide = Math.min(one.box.x2, other.box.x2) - Math.max(one.box.x1, other.box.x1)
  const high = Math.min(one.box.y2, other.box.y2) - Math.max(one.box.y1, other.box.y1)
  const least = Math.min(one.box.y2 - one.box.y1, other.box.y2 - other.box.y1)
  const halo = one.text === other.text && one.box.x1 === other.box.x1 && one.box.y1 === other.box.y1
  return wide > 1 && high > least / 4 && !halo
}

/**
 * Removes the items that cannot be seen: those wholly outside the drawing (resvg aborts the whole process at a
 * translucent one), and labels that Vega has hidden.
 * The scene is the view's own and ours alone once the view has run.
 */
export function dropUnseen(mark: SceneMark, [x, y]: readonly [number, number], size: Size): void {
  const isLine = mark.marktype === 'line' || mark.marktype === 'area' || mark.marktype === 'trail'
  const inside = (bounds: Bounds | undefined) => !bounds || reaches(moved(bounds, x, y), size)
  // The items of a line are its points: one mark, seen or unseen as a whole.
  mark.items = isLine
    ? inside(mark.bounds)
      ? mark.items
      : []
    : mark.items.filter((item) => inside(item.bounds) && !(mark.marktype === 'text' && item.opacity === 0))
  for (const item of mark.items) {
    for (const inner of item.items ?? []) dropUnseen(inner, [x + (item.x ?? 0), y + (item.y ?? 0)], size)
  }
}

function reaches({ x1, y1, x2, y2 }: Bounds, { width, height }: Size): boolean {
  return x2 >= 0 && y2 >= 0 && x1 <= width && y1 <= height
}

/** A linear gradient of Vega's, in parts of the item's box. */
interface BoxGradient extends Partial<Bounds> {
  gradient: 'linear'
  stops: { offset: number; color: string }[]
}

/**
 * Replaces slanting linear gradients in boxes that are not square: for them Vega asks for a native canvas, and fails
 * without one.
 * The replacement is the same gradient in the item's own coordinates. SVG must have been written before.
 */
export function straightenGradients(root: SceneMark): void {
  for (const { item } of placedItems(root, [0, 0])) {
    if (item.bounds && isSlanting(item.fill)) item.fill = inUserSpace(item.fill, item.bounds)
    if (item.bounds && isSlanting(item.stroke)) item.stroke = inUserSpace(item.stroke, item.bounds)
  }
}

function isSlanting(paint: unknown): paint is BoxGradient {
  if (typeof paint !== 'object' || paint === null || !('gradient' in paint) || paint.gradient !== 'linear') return false
  const { x1 = 0, y1 = 0, x2 = 1, y2 = 0 } = paint as BoxGradient
  return x1 !== x2 && y1 !== y2
}

/** Colour along (dx, dy) in the unit box runs along (dx / width, dy / height) once stretched to width × height. */
function inUserSpace({ x1 = 0, y1 = 0, x2 = 1, y2 = 0, stops }: BoxGradient, box: Bounds): Gradient {
  const [width, height] = [box.x2 - box.x1 || 1, box.y2 - box.y1 || 1]
  const [dx, dy] = [x2 - x1, y2 - y1]
  const length = dx * dx + dy * dy
  const [gx, gy] = [dx / (width * length), dy / (height * length)]
  const square = gx * gx + gy * gy
  const [fromX, fromY] = [box.x1 + x1 * width, box.y1 + y1 * height]
  return createGradient(
    'linear',
    { x1: fromX, y1: fromY, r1: 0, x2: fromX + gx / square, y2: fromY + gy / square, r2: 0 },
    stops,
  )
}
