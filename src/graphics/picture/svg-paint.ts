import { type Affine, apply, composeMaps } from '../canvas/affine.ts'

/** An element of a drawing as usvg writes it: what it is, where it stands, and what it and all within it paint. */
interface Painted {
  name: string
  attributes: string
  matrix: Affine
  /** Corners of what it holds, in the frame. */
  points: [x: number, y: number][]
  /** Whole frames of plain color that take as long. */
  frames: number
}

const still: Affine = [1, 0, 0, 1, 0, 0]

/** Costs in plain fills (resvg 2.6): a gradient or pattern, a layer composed apart, a step of a filter. */
const plainFills = { server: 30, layer: 45, filterStep: 1200 }

const tag = /<(\/?)([a-z][a-zA-Z]*)((?:"[^"]*"|[^">/])*)(\/?)>/g

/**
 * How often a drawing paints its whole frame, in plain fills: unlike time, the same on every machine.
 * `svg` is resvg's output, with what it draws again written out.
 */
export function framesPainted(svg: string): number {
  const frame = getNumbers(attribute(svg, 'viewBox'))
  const named = new Map<string, Painted>()
  const whole: Painted = { name: 'svg', attributes: '', matrix: still, points: [], frames: 0 }
  const open = [whole]
  for (const [, closing, name = '', attributes = '', empty] of svg.matchAll(tag)) {
    const parent = open.at(-1) ?? whole
    if (!closing) open.push({ name, attributes, matrix: within(parent.matrix, attributes), points: [], frames: 0 })
    if (!closing && !empty) continue
    const ended = open.pop() ?? whole
    finish(ended, frame, named)
    const around = open.at(-1) ?? whole
    if (ended.name === 'defs') continue
    around.frames += ended.frames
    around.points.push(...corners(ended.points))
  }
  return whole.frames
}

function finish(element: Painted, frame: readonly number[], named: Map<string, Painted>): void {
  const { name, attributes } = element
  if (name === 'path' || name === 'image') element.points.push(...outline(element))
  const share = getShare(element.points, frame)
  if (name === 'path' || name === 'image') element.frames += share
  if (/(?:fill|stroke)="url/.test(attributes) || name === 'image') element.frames += share * plainFills.server
  if (name === 'g' && /(?:opacity|clip-path|mask|filter)="/.test(attributes)) element.frames += share * plainFills.layer
  if (name.startsWith('fe')) element.frames += plainFills.filterStep
  for (const [, property, id = ''] of attributes.matchAll(/([\w-]+)="url\(#([^)"]+)\)/g))
    element.frames += (named.get(id)?.frames ?? 0) * (property === 'filter' ? share : 1)
  const id = attribute(attributes, 'id')
  if (id) named.set(id, element)
}

/** The corners of a path or picture with its stroke, in the frame. */
function outline({ name, attributes, matrix }: Painted): Painted['points'] {
  const own = name === 'image' ? pictureCorners(attributes) : pairs(getNumbers(attribute(attributes, 'd')))
  const half = Number(attribute(attributes, 'stroke-width') || (/stroke="(?!none)/.test(attributes) ? 1 : 0)) / 2
  const [low, high] = corners(own)
  if (!low || !high) return []
  return [low[0] - half, high[0] + half].flatMap((x) => [low[1] - half, high[1] + half].map((y) => apply(matrix, x, y)))
}

function pictureCorners(attributes: string): Painted['points'] {
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => Number(attribute(attributes, name)))
  return [
    [x ?? 0, y ?? 0],
    [(x ?? 0) + (width ?? 0), (y ?? 0) + (height ?? 0)],
  ]
}

/** The least and the greatest of some points, none of none. */
function corners(points: Painted['points']): Painted['points'] {
  const [first] = points
  if (!first) return []
  const low: [number, number] = [...first]
  const high: [number, number] = [...first]
  for (const [x, y] of points) {
    low[0] = Math.min(low[0], x)
    low[1] = Math.min(low[1], y)
    high[0] = Math.max(high[0], x)
    high[1] = Math.max(high[1], y)
  }
  return [low, high]
}

/** How much of the frame the box of some points takes. */
function getShare(points: Painted['points'], [x = 0, y = 0, width = 1, height = 1]: readonly number[]): number {
  const [low, high] = corners(points)
  if (!low || !high) return 0
  const wide = Math.min(high[0], x + width) - Math.max(low[0], x)
  const tall = Math.min(high[1], y + height) - Math.max(low[1], y)
  return (Math.max(0, wide) * Math.max(0, tall)) / (width * height)
}

function within(outer: Affine, attributes: string): Affine {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = getNumbers(attribute(attributes, 'transform'))
  return composeMaps(outer, [a, b, c, d, e, f])
}

function attribute(text: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(text)?.[1] ?? ''
}

function getNumbers(text: string): number[] {
  return (text.match(/-?\d*\.?\d+(?:e[-+]?\d+)?/gi) ?? []).map(Number)
}

function pairs(numbers: readonly number[]): Painted['points'] {
  return numbers.flatMap((x, index) => (index % 2 ? [] : [[x, numbers[index + 1] ?? 0] as [number, number]]))
}
