import { createRequire } from 'node:module'
import type * as Resvg from '@resvg/resvg-js'
import type { FileFault, Picture, Size } from '../types.ts'
import { framesPainted } from './svg-paint.ts'

/** What a picture of a document may not do: run, reach out, or be drawn in fonts that are not there. */
const refused: readonly [pattern: RegExp, message: string, hint: string][] = [
  [/<!ENTITY/i, 'an SVG with entities of its own', 'save it as plain SVG'],
  [/<(?:script|foreignObject|iframe)\b|\son\w+\s*=/i, 'an SVG that holds a program or a page', 'save it as plain SVG'],
  [
    /(?:href|src)\s*=\s*["'](?!#|data:image\/(?:png|jpeg);)|url\(\s*["']?(?!#|["'])|@import/i,
    'an SVG that reads other files',
    'embed its pictures, or save it as one file',
  ],
  [
    /<fe(?:Turbulence|ConvolveMatrix|Morphology)\b/,
    'an SVG with a texture that is computed for each pixel',
    'save that part as a PNG',
  ],
]

const wantsFonts = [
  /<text\b/i,
  'an SVG with words, which want their fonts',
  'turn words into outlines before you save it',
] as const

/** The fonts that its words are drawn in; without any it may have no words. */
type Fonts = NonNullable<Resvg.ResvgRenderOptions['font']>

/** Pixels that a picture may have: two hundred an inch of a slide of thirteen by seven and a half. */
const mostPixels = { width: 2700, height: 1500 }

/** Limits of a drawing: elements, counted with their references, and plain fills, some eight seconds of them. */
const mostElements = 20_000
const mostFrames = 6000

const tag = /<(\/)?[a-z][^\s/>]*((?:"[^"]*"|'[^']*'|[^"'>])*?)(\/)?>/gi

/** Whether bytes are those of an SVG. */
export function isSvg(bytes: Uint8Array): boolean {
  return /^(?:\uFEFF)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE[^>]*>\s*)?<svg[\s>]/.test(
    Buffer.from(bytes.subarray(0, 4000)).toString('utf8'),
  )
}

/** An SVG as a PNG, with the SVG, free of editors' metadata, beside it; a fault where it cannot be shown. */
export function readSvg(bytes: Uint8Array, most: Size = mostPixels, fonts?: Fonts): Picture | FileFault {
  const text = Buffer.from(bytes).toString('utf8')
  const fault = [...refused, ...(fonts ? [] : [wantsFonts])].find(([pattern]) => pattern.test(text))
  if (fault) return { message: fault[1], hint: fault[2] }
  const bare = text.replaceAll(/<metadata\b[\s\S]*?<\/metadata>|<!--[\s\S]*?-->/gi, '')
  try {
    return draw(bare, most, fonts ?? { loadSystemFonts: false })
  } catch {
    return { message: 'not an SVG that can be drawn', hint: 'save it anew as plain SVG' }
  }
}

function draw(svg: string, most: Size, font: Fonts): Picture | FileFault {
  const { Resvg: Renderer }: typeof Resvg = createRequire(import.meta.url)('@resvg/resvg-js')
  const elements = countElements(svg)
  if (elements > mostElements)
    return {
      message: `an SVG of ${elements > 1e9 ? 'over a billion' : elements} elements`,
      hint: `draw with ${mostElements} at most`,
    }
  const measured = new Renderer(svg, { font })
  if (reachesOut(svg, measured))
    return { message: 'an SVG that draws outside of its own frame', hint: 'crop the drawing to what is seen' }
  if (framesPainted(measured.toString()) > mostFrames)
    return { message: 'an SVG that paints its whole frame too often', hint: 'save it as a PNG, or leave out layers' }
  const mode = measured.width / measured.height >= most.width / most.height ? 'width' : 'height'
  const drawn = new Renderer(svg, { font, fitTo: { mode, value: most[mode] } }).render()
  return { bytes: drawn.asPng(), width: drawn.width, height: drawn.height, svg }
}

/** Whether something translucent or clipped may lie outside the drawing: resvg ends the whole process at that. */
function reachesOut(svg: string, drawing: Resvg.Resvg): boolean {
  const { width, height } = drawing
  const box = /opacity|clip-path|mask|filter/i.test(svg) ? drawing.getBBox() : undefined
  if (!box) return false
  return box.x < -1 || box.y < -1 || box.x + box.width > width + 1 || box.y + box.height > height + 1
}

/** An element of a drawing: what it holds, and the names of what it draws from elsewhere. */
interface Element {
  holds: Element[]
  refers: string[]
}

/** The elements of a drawing, with what each reference draws again; those in a circle of references count once. */
function countElements(svg: string): number {
  const whole: Element = { holds: [], refers: [] }
  const named = new Map<string, Element>()
  const open = [whole]
  for (const [, closing, attributes = '', empty] of svg.matchAll(tag)) {
    if (closing && open.length > 1) open.pop()
    if (closing) continue
    const refers = [...attributes.matchAll(/(?:href\s*=\s*["']|url\(\s*["']?)#([^"')]+)/g)].map(([, name = '']) => name)
    const element: Element = { holds: [], refers }
    open.at(-1)?.holds.push(element)
    const id = /\sid\s*=\s*["']([^"']+)/.exec(attributes)?.[1]
    if (id !== undefined) named.set(id, element)
    if (!empty) open.push(element)
  }
  const counts = new Map<Element, number>()
  const count = (element: Element): number => {
    const known = counts.get(element)
    if (known !== undefined) return known
    counts.set(element, 0)
    const drawn = [...element.holds, ...element.refers.flatMap((name) => named.get(name) ?? [])]
    const sum = drawn.reduce((total, one) => total + count(one), 1)
    counts.set(element, sum)
    return sum
  }
  return count(whole)
}
