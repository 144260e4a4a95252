import { toDataAddress } from '../chart/draw/pictures/pictures.ts'
import type { Box } from '../layout/types.ts'
import type { OpenedPackage } from '../opc/open-package.ts'
import { emu, readBox, throughGroup, toPoints } from '../opc/shape-box.ts'
import { childElements, childNamed, descendants, type XmlElement } from '../opc/xml.ts'
import { luminate } from './luminate.ts'
import { readShapeWords, type ShapeWords } from './template-words.ts'
import type { ReferenceColors } from './types.ts'

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
const letters: Readonly<Record<string, string>> = {
  'a:moveTo': 'M',
  'a:lnTo': 'L',
  'a:cubicBezTo': 'C',
  'a:quadBezTo': 'Q',
  'a:close': 'Z',
}

/** A place of one colour; without a colour where a picture or a shape of another outline makes it unknown. */
export interface Ground {
  box: Box
  color: string | undefined
}

/** Shapes as SVG, the number left out (unknown outlines, pictures of other kinds), and grounds from the back. */
export interface DrawnShapes {
  svg: string
  leftOut: number
  grounds: Ground[]
}

/** What shapes of a part are drawn with. */
export interface ShapeDrawing {
  part: string
  opened: OpenedPackage
  colors: ReferenceColors
  /** The SVG of a shape's words. */
  setWords(words: ShapeWords): string
}

const nothing: DrawnShapes = { svg: '', leftOut: 0, grounds: [] }
const leftOut: DrawnShapes = { ...nothing, leftOut: 1 }

/** A shape of a master or layout, in points; nothing of a placeholder. */
export function drawShape(shape: XmlElement, drawing: ShapeDrawing): DrawnShapes {
  if (shape.name !== 'p:grpSp' && descendants(shape, 'p:ph').length > 0) return nothing
  switch (shape.name) {
    case 'p:sp':
    case 'p:cxnSp':
      return drawOutline(shape, drawing)
    case 'p:pic':
      return drawPicture(shape, drawing)
    case 'p:grpSp':
      return drawGroup(shape, drawing)
    case 'p:graphicFrame':
    case 'mc:AlternateContent':
      return leftOut
    default:
      return nothing
  }
}

/** Where a shape stands, and how SVG turns and flips it there; none where it is not turned. */
interface Frame {
  box: Box
  turn: string
}

function getFrame(transform: XmlElement | undefined): Frame | undefined {
  const given = readBox(transform, 'a:off', 'a:ext')
  if (!given) return undefined
  const box = toPoints(given)
  const { rot = '0', flipH, flipV } = transform?.attributes ?? {}
  const [cx, cy] = [box.x + box.width / 2, box.y + box.height / 2]
  const isYes = (flag: string | undefined) => flag === '1' || flag === 'true'
  const turns = [
    ...(rot === '0' ? [] : [`rotate(${Number(rot) / 60_000} ${cx} ${cy})`]),
    ...(isYes(flipH) ? [`translate(${2 * cx} 0) scale(-1 1)`] : []),
    ...(isYes(flipV) ? [`translate(0 ${2 * cy}) scale(1 -1)`] : []),
  ]
  return { box, turn: turns.join(' ') }
}

function turned(svg: string, turn: string): string {
  return turn === '' || svg === '' ? svg : `<g transform="${turn}">${svg}</g>`
}

/** The shapes of a group, in its own coordinates. */
function drawGroup(group: XmlElement, drawing: ShapeDrawing): DrawnShapes {
  const transform = childNamed(childNamed(group, 'p:grpSpPr'), 'a:xfrm')
  const [frame, counted] = [getFrame(transform), readBox(transform, 'a:chOff', 'a:chExt')]
  const inside = joinMarks(childElements(group).map((shape) => drawShape(shape, drawing)))
  if (!frame || !counted) return inside
  const [{ box, turn }, inner] = [frame, toPoints(counted)]
  const [across, down] = [box.width / (inner.width || 1), box.height / (inner.height || 1)]
  const place = `translate(${box.x} ${box.y}) scale(${across} ${down}) translate(${-inner.x} ${-inner.y})`
  const toPage = throughGroup(box, inner)
  return {
    ...inside,
    svg: turned(turned(inside.svg, place), turn),
    grounds: turn === '' ? inside.grounds.map((ground) => ({ ...ground, box: toPage(ground.box) })) : [],
  }
}

/** Shapes over each other as one. */
export function joinMarks(marks: readonly DrawnShapes[]): DrawnShapes {
  return {
    svg: marks.map(({ svg }) => svg).join(''),
    leftOut: marks.reduce((sum, mark) => sum + mark.leftOut, 0),
    grounds: marks.flatMap(({ grounds }) => grounds),
  }
}

/** A rectangle, an ellipse, a line or another outline in its colours, with its words. */
function drawOutline(shape: XmlElement, drawing: ShapeDrawing): DrawnShapes {
  const properties = childNamed(shape, 'p:spPr')
  const frame = getFrame(childNamed(properties, 'a:xfrm'))
  const words = drawWords(shape, frame, drawing)
  const fill = getFill(shape, properties, drawing.colors)
  const line = getLine(shape, properties, drawing.colors)
  const patterns = ['a:blipFill', 'a:pattFill'].filter((name) => childNamed(properties, name))
  if (fill === undefined && line === undefined && patterns.length === 0) return words
  if (!frame) return leftOut
  if (patterns.length > 0) return { ...leftOut, grounds: [{ box: frame.box, color: undefined }] }
  const outline = outlineIn(frame.box, properties)
  const isRectangle = outline?.startsWith('<rect') === true && frame.turn === ''
  const opacity = getOpacity(childNamed(properties, 'a:solidFill'))
  const isTold = isRectangle && opacity === 1
  const grounds = fill === undefined ? [] : [{ box: frame.box, color: isTold ? fill : undefined }]
  if (outline === undefined) return { ...leftOut, grounds }
  const look = `fill="${fill ?? 'none'}"${opacity < 1 ? ` fill-opacity="${opacity}"` : ''}${line ? ` stroke="${line.color}" stroke-width="${line.width}"` : ''}`
  return {
    svg: turned(`${outline} ${look}/>`, frame.turn) + words.svg,
    leftOut: words.leftOut,
    grounds,
  }
}

function drawWords(shape: XmlElement, frame: Frame | undefined, { colors, setWords }: ShapeDrawing): DrawnShapes {
  if (descendants(shape, 'a:t').length === 0) return nothing
  const words = frame && readShapeWords(shape, frame.box, colors, (fill) => colorIn(fill, colors))
  return frame && words ? { ...nothing, svg: turned(setWords(words), frame.turn) } : leftOut
}

/** The beginning of an element of SVG; undefined for an outline that we do not know. */
function outlineIn(box: Box, properties: XmlElement | undefined): string | undefined {
  const { x, y, width, height } = box
  const kind = childNamed(properties, 'a:prstGeom')?.attributes.prst ?? ''
  switch (kind) {
    case 'rect':
    case 'roundRect':
    case 'flowChartProcess':
      return `<rect x="${x}" y="${y}" width="${width}" height="${height}"`
    case 'ellipse':
      return `<ellipse cx="${x + width / 2}" cy="${y + height / 2}" rx="${width / 2}" ry="${height / 2}"`
    default: {
      const path = presetPath(kind, box) ?? customPath(childNamed(properties, 'a:custGeom'), box)
      return path === undefined ? undefined : `<path d="${path}"`
    }
  }
}

function getFill(shape: XmlElement, properties: XmlElement | undefined, colors: ReferenceColors): string | undefined {
  if (childNamed(properties, 'a:noFill') || shape.name === 'p:cxnSp') return undefined
  const [stop] = childElements(childNamed(childNamed(properties, 'a:gradFill'), 'a:gsLst'))
  const styled = childNamed(childNamed(shape, 'p:style'), 'a:fillRef')
  const own = childNamed(properties, 'a:solidFill') ?? stop
  return colorIn(own ?? (styled?.attributes.idx === '0' ? undefined : styled), colors)
}

/** How much of what lies below a fill hides, from 0 to 1. */
export function getOpacity(fill: XmlElement | undefined): number {
  const [color] = childElements(fill)
  return Number(childNamed(color, 'a:alpha')?.attributes.val ?? 1e5) / 1e5
}

function getLine(shape: XmlElement, properties: XmlElement | undefined, colors: ReferenceColors) {
  const own = childNamed(properties, 'a:ln')
  if (childNamed(own, 'a:noFill')) return undefined
  const styled = childNamed(childNamed(shape, 'p:style'), 'a:lnRef')
  const color = colorIn(childNamed(own, 'a:solidFill') ?? (styled?.attributes.idx === '0' ? undefined : styled), colors)
  return color === undefined ? undefined : { color, width: Number(own?.attributes.w ?? 9525) / emu }
}

/** The colour that a fill names, as the theme and its own changes of lightness make it. */
export function colorIn(fill: XmlElement | undefined, colors: ReferenceColors): string | undefined {
  const [color] = childElements(fill)
  const named = color?.attributes.val ?? ''
  const hex =
    color?.name === 'a:srgbClr' && /^[\da-f]{6}$/i.test(named)
      ? `#${named}`
      : Object.entries(colors).find(([name]) => name === (schemeNames[named] ?? named))?.[1]
  if (hex === undefined) return undefined
  const part = (name: string, otherwise: number) =>
    Number(childNamed(color, name)?.attributes.val ?? otherwise * 1e5) / 1e5
  return luminate(hex, part('a:lumMod', 1), part('a:lumOff', 0))
}

/** The names of a theme, where shapes may use them too. */
const schemeNames: Readonly<Record<string, string>> = { lt1: 'bg1', dk1: 'tx1', lt2: 'bg2', dk2: 'tx2' }

/** A PNG or JPEG in its frame, where it is not cropped. */
function drawPicture(shape: XmlElement, { part, opened }: ShapeDrawing): DrawnShapes {
  const frame = getFrame(childNamed(childNamed(shape, 'p:spPr'), 'a:xfrm'))
  const fill = childNamed(shape, 'p:blipFill')
  const id = childNamed(fill, 'a:blip')?.attributes['r:embed']
  const target = opened.target(part, id) ?? ''
  const bytes = opened.bytes(target)
  const isKnown = /\.(?:png|jpe?g)$/i.test(target)
  const isCropped = Object.keys(childNamed(fill, 'a:srcRect')?.attributes ?? {}).length > 0
  const grounds = frame ? [{ box: frame.box, color: undefined }] : []
  if (!frame || !bytes || !isKnown || isCropped) return { ...leftOut, grounds }
  const { x, y, width, height } = frame.box
  const image = `<image x="${x}" y="${y}" width="${width}" height="${height}" preserveAspectRatio="none" xlink:href="${toDataAddress({ bytes })}"/>`
  return { svg: turned(image, frame.turn), leftOut: 0, grounds }
}

/** A shape of straight lines as a path of SVG; undefined for others. */
function presetPath(kind: string, { x, y, width, height }: Box): string | undefined {
  return corners[kind]
    ?.map(([across, down], index) => `${index === 0 ? 'M' : 'L'}${x + across * width} ${y + down * height}`)
    .join('')
}

/** A free shape as a path of SVG; undefined where it is worked out by formulas. */
function customPath(geometry: XmlElement | undefined, box: Box): string | undefined {
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
