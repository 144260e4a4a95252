import type { Outcome } from '../../diagnostic.ts'
import type { Context2D, Size } from '../../graphics/types.ts'
import { scaleLink, sceneLinks } from '../spec/links/links.ts'
import { refuseLinks } from '../spec/links/refuse-links.ts'
import type { Chart, Drawing, DrawnText } from '../types.ts'
import type { DrawOptions } from './draw-options.ts'
import { loadPictures } from './pictures/load-pictures.ts'
import { normalizeSvg } from './pictures/svg.ts'
import { judgeScene } from './scene/judge-scene.ts'
import { partLines } from './scene/part-lines.ts'
import { dropUnseen, type SceneItem, type SceneMark, sceneTexts, straightenGradients } from './scene/scene.ts'
import { viewScene } from './scene/view-scene.ts'
import { measureTexts } from './vega/measure-texts.ts'
import { CanvasRenderer, SVGStringRenderer, type View } from './vega/vega.ts'

/** The drawings of a view that has run, one a size, with the diagnostics that can be seen in them. The view's scene is pruned for it. */
export async function toDrawings(
  view: View,
  chart: Chart,
  sizes: readonly Size[],
  options: DrawOptions,
): Promise<Outcome<Drawing[]>> {
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
  const texts = drawnTexts(root, origin)
  const loader = view.loader()
  const ground = toGround(view.background())
  const renderer = await new SVGStringRenderer(loader)
    .initialize(null, natural.width, natural.height, origin, 1)
    .background(ground)
    .renderAsync(root)
  const svg = renderer.svg()
  straightenGradients(root)
  const paint = (context: Context2D, scale: number) => {
    measureTexts(options)
    context.save()
    context.scale(scale, scale)
    new CanvasRenderer(loader)
      .initialize(null, natural.width, natural.height, origin, 1, { externalContext: context })
      .background(ground)
      .render(root)
    context.restore()
  }
  const value = sizes.map((size) => {
    const scale = Math.min(size.width / natural.width, size.height / natural.height)
    return {
      ...size,
      svg: normalizeSvg(svg, natural, size),
      texts,
      links: links.map((link) => scaleLink(link, scale)),
      paint: (context: Context2D) => paint(context, scale),
    }
  })
  return { value, diagnostics }
}

/** The colour behind the drawing; none where there is nothing to see. */
function toGround(background: unknown): string | undefined {
  return typeof background === 'string' && background !== 'transparent' && background !== 'none'
    ? background
    : undefined
}

/** The visible words of a scene. */
function drawnTexts(root: SceneMark, origin: readonly [number, number]): DrawnText[] {
  const axes = new Map<SceneMark, number>()
  return sceneTexts(root, origin).map(({ text, item, mark }) => {
    if (mark.role !== 'axis-label' && mark.role !== 'legend-label') return { text }
    axes.set(mark, axes.get(mark) ?? axes.size)
    return { text, tick: { axis: axes.get(mark) ?? 0, value: getValue(item) } }
  })
}

/** What an axis or a legend has at a label. */
function getValue({ datum }: SceneItem): number | string | Date {
  const value: unknown = datum instanceof Object ? Reflect.get(datum, 'value') : undefined
  return typeof value === 'number' || value instanceof Date ? value : String(value ?? '')
}
