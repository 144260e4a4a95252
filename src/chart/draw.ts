import * as vega from 'vega'
import * as vegaLite from 'vega-lite'
import { type Diagnostic, hasErrors, type Outcome, suggest } from '../diagnostic.ts'
import type { Fonts } from '../fonts.ts'
import type { Theme } from '../theme.ts'
import { withAxisSteps } from './axis-steps.ts'
import { coveredWidth, coverText } from './cover-text.ts'
import { toFontStyle } from './font-style.ts'
import { isSingle } from './is-single.ts'
import { isJsonObject, type Json, type JsonObject, walkObjects } from './json.ts'
import { limitRows } from './limit-rows.ts'
import { limitTime } from './limit-time.ts'
import { scaleLink, sceneLinks } from './links.ts'
import { createLoader, isAllowedLink, readBytesInside } from './loader.ts'
import { chooseNative } from './native/choose.ts'
import type { ScaleFunction } from './native/facts.ts'
import { toNativeChart } from './native.ts'
import type { NativeChart, NotNative } from './native-types.ts'
import { fromDataAddress, toDataAddress, toPicture } from './pictures.ts'
import {
  dropUnseen,
  isCutOff,
  overlaps,
  placedItems,
  type SceneItem,
  type SceneMark,
  type SceneText,
  sceneTexts,
  straightenGradients,
} from './scene.ts'
import { specError } from './spec-file.ts'
import { normalizeSvg } from './svg.ts'
import type { Chart, ChartFormats, Context2D, Drawing, PeriodKind, Size } from './types.ts'
import { toUtc } from './utc.ts'
import { createVegaLog, type VegaLog, vegaDiagnostic } from './vega-log.ts'

export interface DrawOptions {
  theme: Theme
  fonts: Fonts
  /** The report folder: files that a spec names are read below it only. */
  folder: string
}

/**
 * Draws a chart once, exactly as large as asked: single and layered views are fitted, compositions scaled.
 * Whatever Vega says is a diagnostic at the spec; a file that cannot be loaded, a label cut off and a glyph that the fonts lack are errors, labels on each other a warning.
 */
export function drawChart(chart: Chart, size: Size, options: DrawOptions): Promise<Outcome<Drawing>> {
  return inTurn(async () => {
    const { value, diagnostics } = await draw(chart, size, [() => size], options)
    return { value: value?.[0], diagnostics }
  })
}

/** The size of a drawing, from that of what Vega laid out; of the same proportions. */
export type Fit = (natural: Size) => Size

/** Draws a chart as large as its spec says, once for each fit: of one compiled and run view, so that they differ in scale alone. */
export function drawNatural(chart: Chart, fits: readonly Fit[], options: DrawOptions): Promise<Outcome<Drawing[]>> {
  return inTurn(() => draw(chart, undefined, fits, options))
}

/** Vega keeps its text metrics in one global place, so charts are drawn one after the other. */
function inTurn<T>(task: () => Promise<T>): Promise<T> {
  const done = queue.then(task)
  queue = done.catch(() => undefined)
  return done
}

let queue: Promise<unknown> = Promise.resolve()

async function draw(
  chart: Chart,
  size: Size | undefined,
  fits: readonly Fit[],
  options: DrawOptions,
): Promise<Outcome<Drawing[]>> {
  const log = createVegaLog(chart)
  let view: vega.View | undefined
  try {
    measureWith(options)
    view = createView(chart, size, options, log)
    await (size ? runFitted(view) : run(view))
    const drawn = await drawRun(view, chart, fits, options)
    const diagnostics = withoutEchoes([...log.diagnostics, ...drawn.diagnostics])
    return { value: hasErrors(diagnostics) ? undefined : drawn.value, diagnostics }
  } catch (error) {
    const faults = [...markFaults(chart), ...expressionFaults(chart)]
    return {
      value: undefined,
      diagnostics: [...log.diagnostics, ...(faults.length > 0 ? faults : [vegaDiagnostic(chart, 'error', [error])])],
    }
  } finally {
    // An animated spec leaves timers, which would keep the process alive.
    view?.finalize()
  }
}

/** The drawings of a view that has run. What PowerPoint can make of it is asked before its scene is pruned, for labels that Vega hides still name categories. */
async function drawRun(
  view: vega.View,
  chart: Chart,
  fits: readonly Fit[],
  options: DrawOptions,
): Promise<Outcome<Drawing[]>> {
  if (hasMore(placedItems(rootOf(view), [0, 0]), mostMarks)) {
    throw new Error(`more marks than can be drawn: over ${mostMarks}; aggregate or bin the data`)
  }
  const sizes = fits.map((toSize) => toSize(naturalSize(view)))
  const natives = sizes.map((size) =>
    chart.medium === 'slide' ? chooseNative(chart, () => toNative(view, chart, size, options)) : undefined,
  )
  const drawn = await toDrawings(view, chart, sizes, options)
  return {
    value: drawn.value?.map((drawing, index) => ({ ...drawing, native: natives[index]?.value })),
    diagnostics: [...drawn.diagnostics, ...natives.flatMap((native) => native?.diagnostics ?? [])],
  }
}

const nothingDrawn = 'nothing to draw: no data is left'

/** Where no data is left, or none came, Vega also warns of each scale that it leaves without a domain. */
function withoutEchoes(diagnostics: Diagnostic[]): Diagnostic[] {
  const isEmpty = diagnostics.some(({ message, severity }) => message === nothingDrawn || severity === 'error')
  return isEmpty ? diagnostics.filter(({ message }) => !message.startsWith('infinite extent')) : diagnostics
}

/** The expressions of a spec that cannot be parsed. Vega-Lite only says what it stumbled at, not in which of them. */
function expressionFaults(chart: Chart): Diagnostic[] {
  const spec: Json = JSON.parse(chart.text)
  return [...walkObjects(spec)].flatMap(([object, path]) =>
    ['filter', 'calculate', 'test', 'expr'].flatMap((key) => {
      const text = object[key]
      const fault = typeof text === 'string' ? expressionFault(text) : undefined
      return fault === undefined ? [] : [specError(chart, [...path, key], `expression cannot be read: ${fault}`)]
    }),
  )
}

const markNames = [
  ...['arc', 'area', 'bar', 'boxplot', 'circle', 'errorband', 'errorbar', 'geoshape', 'image', 'line', 'point', 'rect'],
  ...['rule', 'square', 'text', 'tick', 'trail'],
]

/** Marks that Vega-Lite does not have; it only says that something is undefined. */
function markFaults(chart: Chart): Diagnostic[] {
  if (chart.free?.grammar === 'vega') return []
  const spec: Json = JSON.parse(chart.text)
  return [...walkObjects(spec)].flatMap(([{ mark }, path]) => {
    const name = isJsonObject(mark) ? mark.type : mark
    if (mark === undefined || (typeof name === 'string' && markNames.includes(name))) return []
    const fault = specError(
      chart,
      [...path, 'mark'],
      typeof name === 'string' ? `unknown mark: ${name}` : 'a mark without a type',
    )
    return [{ ...fault, expected: `one of ${markNames.join(', ')}`, hint: suggest(String(name), markNames) }]
  })
}

function expressionFault(text: string): string | undefined {
  try {
    vega.parseExpression(text)
    return undefined
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).toLowerCase()
  }
}

/** Vega guesses 0.8 of the size a character without a native canvas; the fonts know. */
function measureWith({ theme, fonts }: DrawOptions): void {
  vega.textMetrics.width = (item, text) => {
    const { font = '', fontSize = 11, fontWeight, fontStyle, limit = 0 } = item
    const style = toFontStyle(theme, { family: font, size: fontSize, weight: fontWeight, style: fontStyle })
    const width = coveredWidth(text == null ? '' : String(text).trim(), style, fontSize, fonts)
    return limit > 0 ? Math.min(width, limit) : width
  }
}

function createView(chart: Chart, size: Size | undefined, { folder }: DrawOptions, log: VegaLog): vega.View {
  const { runtime, diagnostics } = compiled(chart)
  log.diagnostics.push(...diagnostics)
  const view = new vega.View(runtime, { renderer: 'none', loader: createLoader(folder), logger: log })
  for (const [name, value] of Object.entries(chart.parameters)) view.signal(name, value)
  const sized = size && isSingle(chart.spec) ? view.width(size.width).height(size.height) : view
  return withFormats(sized, chart.formats)
}

interface Compiled {
  runtime: vega.Runtime
  /** The Vega spec, to tell what its marks were made from. */
  spec: JsonObject
  diagnostics: Diagnostic[]
}

/** By file, with the spec as text. Compiling takes longer than all the rest, and depends neither on size nor on medium, nor on what else was edited between two builds. */
const compiledSpecs = new Map<string, { text: string; compiled: Compiled }>()

function compiled(chart: Chart): Compiled {
  if (chart.free) return compiledFree(chart)
  const text = textOf(chart.spec)
  const known = compiledSpecs.get(chart.file)
  if (known?.text === text) return known.compiled
  const fresh = compile(chart)
  compiledSpecs.set(chart.file, { text, compiled: fresh })
  return fresh
}

const specTexts = new WeakMap<object, string>()

/** A spec as text, written once: all media and sizes share one object. */
function textOf(spec: object): string {
  const text = specTexts.get(spec) ?? JSON.stringify(spec)
  specTexts.set(spec, text)
  return text
}

const compiledCharts = new WeakMap<Chart, Compiled>()

/** A chart without a report is drawn once, and may hold rows by the ten thousand: it is not kept by its text. */
function compiledFree(chart: Chart): Compiled {
  const known = compiledCharts.get(chart) ?? compile(chart)
  compiledCharts.set(chart, known)
  return known
}

function compile(chart: Chart): Compiled {
  registerFormats()
  limitRows(vega.transforms, vega.expressionFunction)
  const log = createVegaLog(chart)
  const spec = toVega(chart, log)
  // Vega steps from day to day by other rules in UTC than in local time. A chart without a report is drawn as Vega draws it, in the process's time zone, which the command sets to UTC.
  const prepared = chart.free ? spec : withAxisSteps(toUtc(spec))
  return { runtime: vega.parse(prepared as unknown as vega.Spec), spec: prepared, diagnostics: log.diagnostics }
}

function toVega({ spec, free }: Chart, log: VegaLog): JsonObject {
  const vegaSpec: unknown =
    free?.grammar === 'vega' ? spec : vegaLite.compile(free ? spec : withSize(spec), { logger: log }).spec
  return vegaSpec as JsonObject
}

/** Single and layered views take the whole box, what is composed of several is scaled. Any size will do: the view is given its own before it runs. */
function withSize(spec: vegaLite.TopLevelSpec): vegaLite.TopLevelSpec {
  return isSingle(spec) ? { ...spec, width: 100, height: 100, autosize: { type: 'fit', contains: 'padding' } } : spec
}

/** Runs the view. Fitting is one guess (labels move as the plot shrinks), so it is done again while a label is cut off. */
async function runFitted(view: vega.View): Promise<void> {
  await run(view)
  for (
    let pass = 0;
    pass < 4 && sceneTexts(rootOf(view), originOf(view)).some(({ box }) => isCutOff(box, naturalSize(view)));
    pass++
  ) {
    await run(view.resize())
  }
}

/** Seconds after which a chart that is not done is given up; the charts of a report take milliseconds. */
const mostSeconds = 30

function run(view: vega.View): Promise<unknown> {
  return limitTime(mostSeconds, () => view.runAsync())
}

function hasMore(values: Iterable<unknown>, most: number): boolean {
  let count = 0
  for (const _ of values) if (++count > most) return true
  return false
}

/** More marks than this make files of hundreds of megabytes. */
const mostMarks = 500_000

function rootOf(view: vega.View): SceneMark {
  return Reflect.get(view.scenegraph(), 'root')
}

/** A series of a chart in Office has room for 32,000 points, and its pane for data grows slow before. */
const mostNativePoints = 32_000

/** What PowerPoint can make of the view; before its scene is pruned for drawing, for labels that Vega hides still name categories. */
function toNative(view: vega.View, chart: Chart, size: Size, { theme }: DrawOptions): NativeChart | NotNative {
  if (chart.free?.grammar === 'vega') return { type: 'picture', reason: 'it is a Vega spec', asked: false }
  const points = [...placedItems(rootOf(view), [0, 0])].length
  if (points > mostNativePoints)
    return { type: 'picture', reason: `it has more points than PowerPoint can work with: ${points}`, asked: false }
  const { heading, body } = theme.fonts
  return toNativeChart({
    root: rootOf(view),
    spec: compiled(chart).spec,
    // Vega's types do not say what its scales are.
    scale: (name) => view.scale(name) as ScaleFunction,
    size,
    natural: naturalSize(view),
    origin: originOf(view),
    language: chart.language,
    headingFamily: heading.powerpoint === body.powerpoint ? undefined : heading.powerpoint,
  })
}

/** The whole of the drawing, axes, legends and padding included. */
function naturalSize(view: vega.View): Size {
  const { left, right, top, bottom } = paddingOf(view)
  return {
    width: Math.max(0, Reflect.get(view, '_viewWidth') + left + right),
    height: Math.max(0, Reflect.get(view, '_viewHeight') + top + bottom),
  }
}

/** Where the scene's root stands in the drawing. */
function originOf(view: vega.View): [number, number] {
  const { left, top } = paddingOf(view)
  const [x, y] = view.origin()
  return [x + left, y + top]
}

/** Vega takes one number for all sides, but gives four. */
function paddingOf(view: vega.View): { left: number; right: number; top: number; bottom: number } {
  const padding = view.padding()
  return typeof padding === 'number'
    ? { left: padding, right: padding, top: padding, bottom: padding }
    : { left: 0, right: 0, top: 0, bottom: 0, ...padding }
}

/** The expression functions behind `formatType: "quantity"` and `"period"`. They find the chart's formats in the view that calls them. */
function registerFormats(): void {
  if (vega.expressionFunction('quantity')) return
  vega.expressionFunction(
    'quantity',
    function (this: ExpressionScope, value: unknown, unit: string, scale?: string, ticks?: number) {
      const { formats } = this.context.dataflow.locale()
      return typeof value === 'number' && formats ? formats.quantity(value, unit, tickStep(this, scale, ticks)) : ''
    },
  )
  vega.expressionFunction('period', function (this: ExpressionScope, value: unknown, kind: PeriodKind) {
    const { formats } = this.context.dataflow.locale()
    const date = value instanceof Date ? value.getTime() : value
    return typeof date === 'number' && formats ? formats.period(date, kind) : ''
  })
}

interface ExpressionScope {
  context: {
    dataflow: { locale(): { formats?: ChartFormats } }
    scales: Record<string, { value: { ticks?(count: number): number[] } } | undefined>
  }
}

function tickStep(
  { context }: ExpressionScope,
  scale: string | undefined,
  ticks: number | undefined,
): number | undefined {
  const values = scale === undefined ? undefined : context.scales[scale]?.value.ticks?.(ticks ?? 10)
  const [first, second] = values ?? []
  return first === undefined || second === undefined ? undefined : second - first
}

function withFormats(view: vega.View, formats: ChartFormats): vega.View {
  const own: object = Reflect.apply(Reflect.get(view, 'locale'), view, [])
  return Reflect.apply(Reflect.get(view, 'locale'), view, [{ ...own, formats }])
}

async function toDrawings(
  view: vega.View,
  chart: Chart,
  sizes: readonly Size[],
  options: DrawOptions,
): Promise<Outcome<Drawing[]>> {
  const root = rootOf(view)
  const natural = naturalSize(view)
  const origin = originOf(view)
  const diagnostics = [
    ...loadPictures(root, chart, options),
    ...judgeLinks(root, chart),
    ...(chart.free ? judgeFree(root, chart, origin, options) : judgeScene(root, chart, natural, origin, options)),
  ]
  dropUnseen(root, origin, natural)
  const links = sceneLinks(root, origin)
  const loader = view.loader()
  const ground = toGround(view.background())
  const renderer = await new vega.SVGStringRenderer(loader)
    .initialize(null, natural.width, natural.height, origin, 1)
    .background(ground)
    .renderAsync(root)
  const svg = renderer.svg()
  straightenGradients(root)
  const paint = (context: Context2D, scale: number) => {
    measureWith(options)
    context.save()
    context.scale(scale, scale)
    new vega.CanvasRenderer(loader)
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

/** Loads the scene's pictures; an error for each that cannot be had. */
function loadPictures(root: SceneMark, chart: Chart, { folder }: DrawOptions): Diagnostic[] {
  return [...placedItems(root, [0, 0])].flatMap(({ mark, item }) => {
    if (mark.marktype !== 'image' || item.url === undefined) return []
    const { url } = item
    try {
      const picture = toPicture(fromDataAddress(url) ?? readBytesInside(folder, url))
      if (!picture) throw new Error(`neither PNG nor JPEG: ${url}`)
      item.image = { ...picture, complete: true, src: toDataAddress(picture), url }
      return []
    } catch (error) {
      return [vegaDiagnostic(chart, 'error', ['picture cannot be loaded', error])]
    }
  })
}

/** Errors for links that no reader should follow. They are taken out of the scene: Vega's own refusal of them would end the process. */
function judgeLinks(root: SceneMark, chart: Chart): Diagnostic[] {
  const refused = [...placedItems(root, [0, 0])].flatMap(({ item }) => {
    const { href } = item
    if (!href || isAllowedLink(href)) return []
    item.href = undefined
    return [href]
  })
  return [...new Set(refused)].map((href) => ({
    ...vegaDiagnostic(chart, 'error', ['link refused', href]),
    expected: 'an http, https or mailto address',
  }))
}

/** What is wrong with a chart that nobody has fitted to a page: an author may let labels cross, and may draw nothing. */
function judgeFree(root: SceneMark, chart: Chart, origin: [number, number], options: DrawOptions): Diagnostic[] {
  const isEmpty = ![...placedItems(root, origin)].some(({ mark }) => mark.role !== undefined && mark.role !== 'frame')
  return [
    ...(isEmpty ? [{ ...specError(chart, [], nothingDrawn), severity: 'warning' as const }] : []),
    ...glyphFaults(chart, sceneTexts(root, origin), options),
  ]
}

function glyphFaults(chart: Chart, texts: readonly SceneText[], options: DrawOptions): Diagnostic[] {
  return missingGlyphs(texts, options).map((glyphs) => ({
    ...specError(chart, [], `the theme's fonts have no glyph for: ${glyphs}`),
    hint: 'name a font that has it under fallback: in the theme, or use other characters',
  }))
}

/** Troubles that can be seen: nothing drawn, labels cut off or on each other, glyphs missing. */
function judgeScene(
  root: SceneMark,
  chart: Chart,
  size: Size,
  origin: [number, number],
  options: DrawOptions,
): Diagnostic[] {
  const texts = sceneTexts(root, origin)
  const at = (severity: Diagnostic['severity'], message: string, hint?: string) => ({
    ...specError(chart, [], message),
    severity,
    hint,
  })
  const box = `${Math.round(size.width)} × ${Math.round(size.height)} points`
  return [
    ...([...placedItems(root, origin)].some(({ mark }) => mark.role === 'mark') ? [] : [at('error', nothingDrawn)]),
    ...texts
      .filter((text) => isCutOff(text.box, size))
      .map(({ text }) =>
        at(
          'error',
          `label does not fit the drawing (${box}): ${text}`,
          'make room in the spec: a shorter label, another place, or a larger box',
        ),
      ),
    ...overlaps(texts).map(([one, other]) =>
      at('warning', `labels lie on each other (${box}): ${one.text} | ${other.text}`),
    ),
    ...glyphFaults(chart, texts, options),
  ]
}

/** The characters that would print as boxes, in one line; none where all can be set. */
function missingGlyphs(texts: readonly SceneText[], { theme, fonts }: DrawOptions): string[] {
  // Breaks between lines, and tabs, are not printed.
  const missing = texts.flatMap(({ text, item }) =>
    coverText(text.replaceAll(/[\n\r\t]/g, ' '), toFontStyle(theme, cssFont(item)), fonts).flatMap((piece) =>
      fonts.missing(piece.text, piece.style),
    ),
  )
  return missing.length === 0 ? [] : [[...new Set(missing)].join(' ')]
}

function cssFont({ font = '', fontSize = 11, fontWeight, fontStyle }: SceneItem) {
  return { family: font, size: fontSize, weight: fontWeight, style: fontStyle }
}
