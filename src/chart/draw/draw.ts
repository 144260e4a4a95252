import { hasErrors, type Outcome } from '../../diagnostic.ts'
import type { Size } from '../../graphics/types.ts'
import type { Theme } from '../../theme/theme.ts'
import { compileSpec } from '../bind/compile-spec.ts'
import { openView } from '../bind/open-view.ts'
import { lacksNumbers, unknownFields } from '../bind/rows/check-rows.ts'
import { chooseNative } from '../native/choose.ts'
import type { ScaleFunction } from '../native/facts/facts.ts'
import { toNativeChart } from '../native/native.ts'
import type { Native } from '../native/native-types.ts'
import { isSingle } from '../spec/is-single.ts'
import { placeDiagnostics } from '../spec/place-diagnostics.ts'
import type { Chart, Drawing } from '../types.ts'
import type { DrawOptions } from './draw-options.ts'
import { countItems } from './scene/scene.ts'
import { viewScene } from './scene/view-scene.ts'
import { toDrawing } from './to-drawing.ts'
import { measureTexts } from './vega/measure-texts.ts'
import { runFitted, runView } from './vega/run-view.ts'
import { restartChance, type View } from './vega/vega.ts'
import { createVegaLog, type PlacedDiagnostic, placedDiagnostic, type VegaLog } from './vega/vega-log.ts'
import { viewRows } from './vega/view-rows.ts'

/**
 * Draws a chart once, exactly as large as asked: single and layered views are fitted, compositions scaled.
 * Whatever Vega says is a diagnostic at the spec; a file that cannot be loaded, a label cut off and a glyph that the
 * fonts lack are errors, labels on each other a warning.
 */
export function drawChart(chart: Chart, size: Size, options: DrawOptions): Promise<Outcome<Drawing>> {
  return inTurn(() => draw(chart, size, () => size, options))
}

/** The size of a drawing, from that of what Vega laid out; of the same proportions. */
export type Fit = (natural: Size) => Size

/** Draws a chart as large as its spec says, or so much larger or smaller. */
export function drawNatural(
  chart: Chart,
  options: DrawOptions,
  toSize: Fit = (size) => size,
): Promise<Outcome<Drawing>> {
  return inTurn(() => draw(chart, undefined, toSize, options))
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
  toSize: Fit,
  options: DrawOptions,
): Promise<Outcome<Drawing>> {
  const log = createVegaLog(chart)
  let view: View | undefined
  try {
    measureTexts(options)
    // Samples, confidence intervals, layouts: the same each time.
    restartChance()
    view = createView(chart, size, options, log)
    await (size ? runFitted(view, chart, size) : runView(view, chart))
    // Of what Vega could not run there is no native chart to be made.
    const isRun = log.diagnostics.every(({ diagnostic }) => diagnostic.severity !== 'error')
    const drawn = await drawRun(view, isRun ? chart : { ...chart, medium: 'page' }, toSize, options)
    const diagnostics = placeDiagnostics(chart, ofRows(log.diagnostics, view, chart), drawn.diagnostics)
    return { value: hasErrors(diagnostics) ? undefined : drawn.value, diagnostics }
  } catch (error) {
    return {
      value: undefined,
      diagnostics: placeDiagnostics(chart, [...log.diagnostics, placedDiagnostic(chart, [error])], []),
    }
  } finally {
    // An animated spec leaves timers, which would keep the process alive.
    view?.finalize()
  }
}

function createView(chart: Chart, size: Size | undefined, options: DrawOptions, log: VegaLog): View {
  const { runtime, diagnostics } = compileSpec(chart)
  log.diagnostics.push(...diagnostics)
  const view = openView(chart, runtime(), options, log)
  return size && isSingle(chart.spec) ? view.width(size.width).height(size.height) : view
}

/**
 * What a running view reported, less what its rows refute, plus fields that no row has.
 * For a report's chart, binding has already reported these.
 */
function ofRows(said: readonly PlacedDiagnostic[], view: View, chart: Chart): PlacedDiagnostic[] {
  if (said.some(({ diagnostic }) => diagnostic.severity === 'error')) return [...said]
  const isOwn = chart.free?.grammar === 'vega-lite'
  if (said.length === 0 && !isOwn) return []
  const rows = viewRows(view)
  const isTrue = ({ path, emptyField }: PlacedDiagnostic) =>
    emptyField === undefined || (path !== undefined && lacksNumbers(rows, emptyField))
  const left = said.filter(isTrue)
  return [...(isOwn ? unknownFields(chart, JSON.parse(chart.text), rows) : []), ...left]
}

/** The drawing of a view that has run. What PowerPoint can make of it is asked first, for drawing prunes the scene. */
async function drawRun(view: View, chart: Chart, toSize: Fit, options: DrawOptions): Promise<Outcome<Drawing>> {
  const { root, natural } = viewScene(view)
  if (countItems(root) > mostMarks)
    throw new Error(`more marks than can be drawn: over ${mostMarks}; aggregate or bin the data`)
  const size = toSize(natural)
  const native =
    chart.medium === 'slide' ? chooseNative(chart, () => viewToNative(view, chart, size, options.theme)) : undefined
  const { value, diagnostics } = await toDrawing(view, chart, size, options)
  return {
    value: value && { ...value, native: native?.value },
    diagnostics: [...diagnostics, ...(native?.diagnostics ?? [])],
  }
}

/** More marks than this make files of hundreds of megabytes. */
const mostMarks = 500_000

/** A series of a chart in Office has room for 32,000 points, and its pane for data grows slow before. */
const mostPoints = 32_000

/** What PowerPoint can draw of a view; taken before pruning, since labels that Vega hides still name categories. */
function viewToNative(view: View, chart: Chart, size: Size, theme: Theme): Native {
  if (chart.free?.grammar === 'vega') return { type: 'picture', reason: 'it is a Vega spec', asked: false }
  const scene = viewScene(view)
  const points = countItems(scene.root)
  if (points > mostPoints)
    return { type: 'picture', reason: `it has more points than PowerPoint can work with: ${points}`, asked: false }
  const { heading, body } = theme.fonts
  return toNativeChart({
    ...scene,
    spec: compileSpec(chart).spec,
    // Vega's types do not say what its scales are.
    scale: (name) => view.scale(name) as ScaleFunction,
    size,
    language: chart.language,
    headingFamily: heading.powerpoint === body.powerpoint ? undefined : heading.powerpoint,
  })
}
