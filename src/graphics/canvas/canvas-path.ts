import { type Affine, apply } from './affine.ts'

/** A piece of a path, in page coordinates. */
export type Segment =
  | { type: 'move' | 'line'; x: number; y: number }
  | { type: 'curve'; x1: number; y1: number; x2: number; y2: number; x: number; y: number }
  | { type: 'close' }

export function straightTo(type: 'move' | 'line', matrix: Affine, x: number, y: number): Segment {
  const [px, py] = apply(matrix, x, y)
  return { type, x: px, y: py }
}

export function curveTo(matrix: Affine, points: readonly [number, number, number, number, number, number]): Segment {
  const [x1, y1] = apply(matrix, points[0], points[1])
  const [x2, y2] = apply(matrix, points[2], points[3])
  const [x, y] = apply(matrix, points[4], points[5])
  return { type: 'curve', x1, y1, x2, y2, x, y }
}

/** A rectangle as a closed path. */
export function rectangle(matrix: Affine, x: number, y: number, width: number, height: number): Segment[] {
  const right = x + width
  const bottom = y + height
  return [
    straightTo('move', matrix, x, y),
    straightTo('line', matrix, right, y),
    straightTo('line', matrix, right, bottom),
    straightTo('line', matrix, x, bottom),
    { type: 'close' },
  ]
}

/** An arc as on a canvas: a line (a move if the path is empty) to its start, then curves of at most a quarter turn. */
export function arc(
  matrix: Affine,
  [cx, cy, radius]: readonly [number, number, number],
  [from, to]: readonly [number, number],
  anticlockwise: boolean,
  isEmpty: boolean,
): Segment[] {
  const sweep = getSweep(from, to, anticlockwise)
  const count = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9))
  const step = sweep / count
  // The handle that makes a cubic follow a circle.
  const handle = (4 / 3) * Math.tan(step / 4) * radius
  const start: [number, number] = [cx + radius * Math.cos(from), cy + radius * Math.sin(from)]
  const curves = Array.from({ length: count }, (_, index) => {
    const [angle, next] = [from + step * index, from + step * (index + 1)]
    const [cos, sin, cosNext, sinNext] = [Math.cos(angle), Math.sin(angle), Math.cos(next), Math.sin(next)]
    return curveTo(matrix, [
      cx + radius * cos - handle * sin,
      cy + radius * sin + handle * cos,
      cx + radius * cosNext + handle * sinNext,
      cy + radius * sinNext - handle * cosNext,
      cx + radius * cosNext,
      cy + radius * sinNext,
    ])
  })
  return [isEmpty ? straightTo('move', matrix, ...start) : straightTo('line', matrix, ...start), ...curves]
}

/** The turn between two angles: a whole one if they are a whole turn or more apart, else in the asked direction. */
function getSweep(from: number, to: number, anticlockwise: boolean): number {
  const turn = 2 * Math.PI
  const difference = anticlockwise ? from - to : to - from
  const sweep = difference >= turn - 1e-9 ? turn : ((difference % turn) + turn) % turn
  return anticlockwise ? -sweep : sweep
}

/** A quadratic curve from a page point as the cubic that is the same. */
export function quadraticTo(
  matrix: Affine,
  start: { x: number; y: number },
  points: readonly [number, number, number, number],
): Segment {
  const [qx, qy] = apply(matrix, points[0], points[1])
  const [x, y] = apply(matrix, points[2], points[3])
  const third = (end: number, control: number) => end + (2 / 3) * (control - end)
  return { type: 'curve', x1: third(start.x, qx), y1: third(start.y, qy), x2: third(x, qx), y2: third(y, qy), x, y }
}

/**
 * Whether a path encloses nothing: a bar of no height, an area that runs back along its own line. Filled, PDF shows
 * such a path as the thinnest line that
 * the device has (ISO 32000-1, 8.5.3.3.1); a canvas shows nothing.
 */
export function isFlat(path: readonly Segment[]): boolean {
  return isStraight(path, 'x') || isStraight(path, 'y') || isThereAndBack(path)
}

/** Whether all of a path has one place on an axis. Asked of every mark, so nothing is copied. */
function isStraight(path: readonly Segment[], axis: 'x' | 'y'): boolean {
  const [start] = path
  return path.every(
    (segment) =>
      segment.type === 'close' ||
      (start?.type === 'move' &&
        segment[axis] === start[axis] &&
        (segment.type !== 'curve' || (segment[`${axis}1`] === start[axis] && segment[`${axis}2`] === start[axis]))),
  )
}

/** Whether a path runs back to its start along itself. */
function isThereAndBack(path: readonly Segment[]): boolean {
  const end = path.at(-1)?.type === 'close' ? path.length - 2 : path.length - 1
  return path.every((segment, index) => index === 0 || index > end || isReverse(path, segment, index, end + 1 - index))
}

/** Whether a segment and another, each from the end of the one before it, are the same line in opposite directions. */
function isReverse(path: readonly Segment[], one: Segment, at: number, mirrored: number): boolean {
  const other = path[mirrored]
  if (one.type === 'close' || other === undefined || other.type !== one.type) return false
  if (!isAt(path[at - 1], other.x, other.y) || !isAt(path[mirrored - 1], one.x, one.y)) return false
  if (one.type !== 'curve' || other.type !== 'curve') return true
  return one.x1 === other.x2 && one.y1 === other.y2 && one.x2 === other.x1 && one.y2 === other.y1
}

function isAt(segment: Segment | undefined, x: number, y: number): boolean {
  return segment !== undefined && segment.type !== 'close' && segment.x === x && segment.y === y
}
