import type { Diagnostic, Outcome } from '../../diagnostic.ts'
import { isLinkAddress } from '../../files/link-address.ts'
import type { PathCanvas } from '../../graphics/canvas/path-canvas.ts'
import { parseCssColor } from '../../graphics/css-color.ts'
import { isWholePng } from '../../graphics/png.ts'
import type { Size } from '../../graphics/types.ts'
import { scaleLink, sceneLinks } from '../spec/links/links.ts'
import { readBytesInside } from '../spec/links/loader.ts'
import type { Chart, Drawing, DrawnText, SeenMark } from '../types.ts'
import type { DrawOptions } from './draw-options.ts'
import { fromDataAddress, toDataAddress, toPicture } from './pictures/pictures.ts'
import { judgeScene } from './scene/judge-scene.ts'
import { partLines } from './scene/part-lines.ts'
import {
  dropUnseen,
  type LoadedPicture,
  placedItems,
  type SceneItem,
  type SceneMark,
  sceneTexts,
  straightenGradients,
} from './scene/scene.ts'
import { viewScene } from './scene/view-scene.ts'
import { measureTexts } from './vega/measure-texts.ts'
import { CanvasRenderer, SVGStringRenderer, type View } from './vega/vega.ts'
import { placedDiagnostic } from './vega/vega-log.ts'

/** The drawing of a view that has run, with the visible diagnostics. This prunes the view's scene. */
export async function toDrawing(view: View, chart: Chart, size: Size, options: DrawOptions): Promise<Outcome<Drawing>> {
  const scene = viewScene(view)
  const { root, natural, origin } = scene
  const diagnostics = [
    ...loadPictures(root, chart, options.folder),
    ...refuseLinks(root, chart),
    ...judgeScene(scene, chart, options),
  ]
  dropUnseen(root, origin, natural)
  if (!chart.free) partLines(scene)
  const links = sceneLinks(root, origin)
  const texts = drawnTexts(root, origin, timeAt(view))
  const loader = view.loader()
  const ground = toGround(view.background())
  const renderer = await new SVGStringRenderer(loader)
    .initialize(null, natural.width, natural.height, origin, 1)
    .background(ground)
    .renderAsync(root)
  const svg = renderer.svg()
  straightenGradients(root)
  const scale = Math.min(size.width / natural.width, size.height / natural.height)
  const paint = (context: PathCanvas) => {
    measureTexts(options)
    context.save()
    context.scale(scale, scale)
    new CanvasRenderer(loader)
      .initialize(null, natural.width, natural.height, origin, 1, { externalContext: context })
      .background(ground)
      .render(root)
    context.restore()
  }
  const value = {
    ...size,
    svg: normalizeSvg(svg, natural, size),
    texts,
    seen: seenMarks(root),
    links: links.map((link) => scaleLink(link, scale)),
    paint,
  }
  return { value, diagnostics }
}

/** The colour behind the drawing; none where there is nothing to see. */
function toGround(background: unknown): string | undefined {
  return typeof background === 'string' && background !== 'transparent' && background !== 'none'
    ? background
    : undefined
}

/** Of no more marks do titles tell the colours and sides. */
const mostSeen = 500

/** The marks of data but for words and rules, as they are seen. */
function seenMarks(root: SceneMark): SeenMark[] {
  const drawn = placedItems(root, [0, 0]).filter(
    ({ mark, item }) =>
      mark.role === 'mark' &&
      mark.marktype !== 'text' &&
      mark.marktype !== 'rule' &&
      item.datum instanceof Object &&
      item.opacity !== 0,
  )
  return (drawn.length > mostSeen ? [] : drawn).flatMap(({ item: { datum, bounds, fill, stroke, fillOpacity }, x }) => {
    const color = [fillOpacity === 0 ? undefined : fill, stroke].find(
      (paint) => typeof paint === 'string' && parseCssColor(paint) !== undefined,
    )
    return datum instanceof Object && typeof color === 'string' && bounds
      ? [{ datum, color, x: x + (bounds.x1 + bounds.x2) / 2 }]
      : []
  })
}

/** At which time a place across a chart is; undefined where its axis is not of time. */
function timeAt(view: View): (x: number) => Date | undefined {
  try {
    const { type, invert }: { type?: string; invert?: (x: number) => unknown } = view.scale('x')
    const isTime = type === 'utc' || type === 'time'
    return (x) => {
      const time = isTime ? invert?.(x) : undefined
      return time instanceof Date ? time : undefined
    }
  } catch {
    // Vega throws for a scale that a chart has not, as one of several views.
    return () => undefined
  }
}

/** The visible words of a scene. */
function drawnTexts(
  root: SceneMark,
  origin: readonly [number, number],
  toTime: (x: number) => Date | undefined,
): DrawnText[] {
  const axes = new Map<SceneMark, number>()
  return sceneTexts(root, origin).map(({ text, item, mark }) => {
    // Heads of panels are names along an axis.
    const panel = mark.role === 'title-text' ? mark.group?.mark?.group : undefined
    const [name] = Object.values(panel?.datum ?? {}).filter((value) => typeof value === 'string')
    if (mark.role !== 'axis-label' && mark.role !== 'legend-label' && name === undefined) {
      const at = mark.role === 'mark' && item.x !== undefined ? toTime(item.x) : undefined
      const own: unknown = item.datum instanceof Object ? Reflect.get(item.datum, 'date') : undefined
      return at && at.getTime() !== own ? { text, at } : { text }
    }
    const along = panel?.mark ?? mark
    axes.set(along, axes.get(along) ?? axes.size)
    return { text, tick: { axis: axes.get(along) ?? 0, value: name ?? getValue(item) } }
  })
}

/** What an axis or a legend has at a label. */
function getValue({ datum }: SceneItem): number | string | Date {
  const value: unknown = datum instanceof Object ? Reflect.get(datum, 'value') : undefined
  return typeof value === 'number' || value instanceof Date ? value : String(value ?? '')
}

/**
 * Vega's SVG with the same bytes from run to run, and exactly as large as asked.
 * Vega counts the ids of clips and gradients up through the life of the process; here they are numbered anew in the
 * order in which they are defined.
 */
function normalizeSvg(svg: string, natural: Size, size: Size): string {
  return renumberIds(svg).replace(
    /^<svg ([^>]*?)width="[^"]*" height="[^"]*" viewBox="[^"]*"/,
    (_, attributes: string) => {
      const [width, height] = [size.width, size.height].map(short)
      const box = `0 0 ${short(natural.width)} ${short(natural.height)}`
      return `<svg ${attributes}width="${width}" height="${height}" viewBox="${box}" preserveAspectRatio="xMinYMin meet"`
    },
  )
}

function renumberIds(svg: string): string {
  const numbers = new Map<string, string>()
  const renumber = (id: string) => {
    const known = numbers.get(id)
    if (known !== undefined) return known
    const fresh = `${id.replace(/\d+$/, '')}${numbers.size}`
    numbers.set(id, fresh)
    return fresh
  }
  return svg.replace(
    /(\bid="|url\(#(?:p_)?|"p_)((?:clip|gradient_)\d+)(?=["')])/g,
    (_, before: string, id: string) => before + renumber(id),
  )
}

/** Three decimals are a thousandth of a point. */
function short(length: number): string {
  return String(Math.round(length * 1000) / 1000)
}

/** Loads a scene's pictures once each, from below the folder or as transforms painted them; an error for each lost. */
function loadPictures(root: SceneMark, chart: Chart, folder: string): Diagnostic[] {
  const loaded = new Map<string, LoadedPicture | Diagnostic>()
  for (const { mark, item } of placedItems(root, [0, 0])) {
    if (mark.marktype !== 'image') continue
    if (item.image && 'toPng' in item.image) item.image = painted(item.image.toPng())
    if (item.url === undefined) continue
    const picture = loaded.get(item.url) ?? load(item.url, chart, folder)
    loaded.set(item.url, picture)
    if ('bytes' in picture) item.image = picture
  }
  return [...loaded.values()].filter((picture) => 'message' in picture)
}

/** A picture without an address, as Vega wants it. */
function painted(bytes: Uint8Array): LoadedPicture | undefined {
  const picture = toPicture(bytes)
  return picture && { ...picture, complete: true, src: toDataAddress(picture), url: undefined }
}

function load(url: string, chart: Chart, folder: string): LoadedPicture | Diagnostic {
  try {
    const bytes = fromDataAddress(url) ?? readBytesInside(folder, url)
    const picture = toPicture(bytes)
    if (!picture) throw new Error(`neither PNG nor JPEG: ${url}`)
    if (bytes[0] === 0x89 && !isWholePng(bytes)) throw new Error(`a damaged PNG: ${url}`)
    return { ...picture, complete: true, src: toDataAddress(picture), url }
  } catch (error) {
    return placedDiagnostic(chart, ['picture cannot be loaded', error]).diagnostic
  }
}

/** Errors for unsafe links, which are removed from the scene: Vega's own refusal would end the process. */
function refuseLinks(root: SceneMark, chart: Chart): Diagnostic[] {
  const refused = placedItems(root, [0, 0]).flatMap(({ item }) => {
    const { href } = item
    if (!href || isLinkAddress(href)) return []
    item.href = undefined
    return [href]
  })
  return [...new Set(refused)].map((href) => ({
    ...placedDiagnostic(chart, ['link refused', href]).diagnostic,
    expected: 'an http, https or mailto address',
  }))
}
