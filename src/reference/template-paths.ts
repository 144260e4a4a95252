import type { Box } from '../layout/types.ts'
import { emu } from '../opc/shape-box.ts'
import { childElements, childNamed, type XmlElement } from '../opc/xml.ts'

type Point = readonly [x: number, y: number]

/** Corners of shapes of PowerPoint's, in parts of their box. */
const corners: Readonly<Record<string, readonly Point[]>> = {
  line: [
    [0, 0],
    [1, 1],
  ],
  straightConnector1: [
    [0, 0],
    [1, 1],
  ],
  triangle: [
    [0.5, 0],
    [1, 1],
    [0, 1],
    [0.5, 0],
  ],
  rtTriangle: [
    [0, 0],
    [1, 1],
    [0, 1],
    [0, 0],
  ],
  diamond: [
    [0.5, 0],
    [1, 0.5],
    [0.5, 1],
    [0, 0.5],
    [0.5, 0],
  ],
}

/** A shape of straight lines as a path of SVG; undefined for others. */
export function presetPath(kind: string, { x, y, width, height }: Box): string | undefined {
  return corners[kind]
    ?.map(([across, down], index) => `${index === 0 ? 'M' : 'L'}${x + across * width} ${y + down * height}`)
    .join('')
}

/** A free shape as a path of SVG; undefined where it is worked out by formulas. */
export function customPath(geometry: XmlElement | undefined, box: Box): string | undefined {
  const paths = childElements(childNamed(geometry, 'a:pathLst')).map((path) => toPath(path, box))
  return paths.length === 0 || paths.includes(undefined) ? undefined : paths.join('')
}

function toPath(path: XmlElement, { x, y, width, height }: Box): string | undefined {
  const whole = (size: string | undefined, length: number) => Number(size ?? 0) || length * emu
  const across = width / whole(path.attributes.w, width)
  const down = height / whole(path.attributes.h, height)
  let at: Point = [0, 0]
  const parts = childElements(path).map((command) => {
    const points = childElements(command).map(({ attributes }): Point => [Number(attributes.x), Number(attributes.y)])
    const arc = command.name === 'a:arcTo' ? toArc(command, at) : undefined
    at = arc?.end ?? points.at(-1) ?? at
    const place = ([px, py]: Point) => `${x + px * across} ${y + py * down}`
    if (arc) return `A${arc.radii[0] * across} ${arc.radii[1] * down} 0 ${arc.flags} ${place(arc.end)}`
    return `${letters[command.name]}${points.map(place).join(' ')}`
  })
  const text = parts.join('')
  // A point at the result of a formula is no number.
  return /NaN|undefined/.test(text) ? undefined : text
}

const letters: Readonly<Record<string, string>> = {
  'a:moveTo': 'M',
  'a:lnTo': 'L',
  'a:cubicBezTo': 'C',
  'a:quadBezTo': 'Q',
  'a:close': 'Z',
}

/** An arc from a point, by its radii and its angles in sixtieth thousandths of a degree. */
function toArc({ attributes }: XmlElement, [x, y]: Point): { end: Point; radii: Point; flags: string } {
  const [wide, high, start, swing] = ['wR', 'hR', 'stAng', 'swAng'].map((name) => Number(attributes[name])) as [
    number,
    number,
    number,
    number,
  ]
  const radians = (angle: number) => (angle / 60_000 / 180) * Math.PI
  // SVG draws no arc that ends where it begins.
  const stop = start + Math.max(-21_599_000, Math.min(21_599_000, swing))
  const [centerX, centerY] = [x - wide * Math.cos(radians(start)), y - high * Math.sin(radians(start))]
  const end: Point = [centerX + wide * Math.cos(radians(stop)), centerY + high * Math.sin(radians(stop))]
  return { end, radii: [wide, high], flags: `${Math.abs(swing) > 10_800_000 ? 1 : 0} ${swing > 0 ? 1 : 0}` }
}
