import type { Gradient, Paint, Picture } from '../types.ts'
import { type Affine, composeMaps } from './affine.ts'
import { arc, curveTo, quadraticTo, rectangle, type Segment, straightTo } from './canvas-path.ts'
import { createGradient } from './create-gradient.ts'

/** What a canvas saves and restores, as it is in the beginning. */
class CanvasState {
  fillStyle: Paint = '#000000'
  strokeStyle: Paint = '#000000'
  globalAlpha = 1
  globalCompositeOperation = 'source-over'
  lineWidth = 1
  lineCap = 'butt'
  lineJoin = 'miter'
  miterLimit = 10
  lineDashOffset = 0
  dash: readonly number[] = []
  /** CSS: `italic bold 13px Arial`. */
  font = '10px sans-serif'
  textAlign = 'left'
  textBaseline = 'alphabetic'
  /** PDF states that clips have opened since the last save. */
  clips = 0
  matrix: Affine = [1, 0, 0, 1, 0, 0]
}

const saved = Object.keys(new CanvasState())

/**
 * The part of CanvasRenderingContext2D that Vega uses, for every canvas of ours.
 * It keeps state and matrix, and records paths in the coordinates of its ground.
 */
export abstract class PathCanvas extends CanvasState {
  readonly pixelRatio = 1
  imageSmoothingEnabled = true
  readonly #saved: object[] = []
  protected path: Segment[] = []

  abstract stroke(): void
  abstract clip(): void
  abstract clearRect(x: number, y: number, width: number, height: number): void
  abstract fillText(text: string, x: number, y: number): void
  abstract strokeText(text: string, x: number, y: number): void
  abstract measureText(text: string): { width: number }
  abstract drawImage(picture: Picture, x: number, y: number, width: number, height: number): void
  protected abstract fillPath(path: readonly Segment[]): void
  /** Ends the clips that were opened since the last save. */
  protected abstract endClips(count: number): void

  save(): void {
    this.#saved.push(Object.fromEntries(saved.map((name) => [name, Reflect.get(this, name)])))
    this.clips = 0
  }

  restore(): void {
    const state = this.#saved.pop()
    if (!state) return
    this.endClips(this.clips)
    Object.assign(this, state)
  }

  scale(x: number, y: number): void {
    this.transform(x, 0, 0, y, 0, 0)
  }

  rotate(radians: number): void {
    const [cos, sin] = [Math.cos(radians), Math.sin(radians)]
    this.transform(cos, sin, -sin, cos, 0, 0)
  }

  translate(x: number, y: number): void {
    this.transform(1, 0, 0, 1, x, y)
  }

  transform(...change: Affine): void {
    this.matrix = composeMaps(this.matrix, change)
  }

  beginPath(): void {
    this.path = []
  }

  closePath(): void {
    if (this.path.length > 0) this.path.push({ type: 'close' })
  }

  moveTo(x: number, y: number): void {
    if (!areFinite(x, y)) return
    this.path.push(straightTo('move', this.matrix, x, y))
  }

  lineTo(x: number, y: number): void {
    if (!areFinite(x, y)) return
    this.path.push(straightTo(this.path.length === 0 ? 'move' : 'line', this.matrix, x, y))
  }

  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    if (!areFinite(x1, y1, x2, y2, x, y)) return
    if (this.path.length === 0) this.moveTo(x1, y1)
    this.path.push(curveTo(this.matrix, [x1, y1, x2, y2, x, y]))
  }

  quadraticCurveTo(x1: number, y1: number, x: number, y: number): void {
    if (!areFinite(x1, y1, x, y)) return
    if (this.path.length === 0) this.moveTo(x1, y1)
    const end = this.path.findLast((segment) => segment.type !== 'close')
    if (end) this.path.push(quadraticTo(this.matrix, end, [x1, y1, x, y]))
  }

  arc(x: number, y: number, radius: number, from: number, to: number, anticlockwise = false): void {
    if (!areFinite(x, y, radius, from, to)) return
    this.path.push(...arc(this.matrix, [x, y, radius], [from, to], anticlockwise, this.path.length === 0))
  }

  rect(x: number, y: number, width: number, height: number): void {
    if (!areFinite(x, y, width, height)) return
    this.path.push(...rectangle(this.matrix, x, y, width, height))
  }

  fill(): void {
    this.fillPath(this.path)
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.fillPath(rectangle(this.matrix, x, y, width, height))
  }

  setLineDash(lengths: readonly number[]): void {
    this.dash = lengths
  }

  createLinearGradient(x1: number, y1: number, x2: number, y2: number): Gradient {
    return createGradient('linear', { x1, y1, r1: 0, x2, y2, r2: 0 })
  }

  createRadialGradient(x1: number, y1: number, r1: number, x2: number, y2: number, r2: number): Gradient {
    return createGradient('radial', { x1, y1, r1, x2, y2, r2 })
  }
}

/** A canvas ignores what has no place; in a PDF the word `NaN` would spoil the page. */
function areFinite(...numbers: readonly number[]): boolean {
  return numbers.every(Number.isFinite)
}
