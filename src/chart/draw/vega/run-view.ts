import type { Size } from '../../../graphics/types.ts'
import { compileSpec } from '../../bind/compile-spec.ts'
import { isSingle, withEqualPanels } from '../../spec/is-single.ts'
import { isJsonObject, type JsonObject } from '../../spec/json/json.ts'
import type { Chart } from '../../types.ts'
import { isCutOff, sceneTexts } from '../scene/scene.ts'
import { viewScene } from '../scene/view-scene.ts'
import { fillPanels, fitPanels, panelColumns } from './fit-panels.ts'
import { limitTime } from './limit-time.ts'
import type { View } from './vega.ts'

/** Seconds after which a chart of a report that is not done is given up; such charts take milliseconds. */
export const mostSeconds = 15

/** Runs a chart's view. Throws OutOfTime where a report's chart does not end; others end with their thread's limits. */
export async function runView(view: View, { free }: Chart): Promise<void> {
  const run = () => view.runAsync()
  await (free ? run() : limitTime(mostSeconds, run))
}

/**
 * Runs a view that is fitted to its size. Fitting is one guess (labels move as the plot shrinks), so it is done again
 * while a label is cut off. What has
 * ended once ends again: the watch, a thread of its own each time, is set for the first run alone.
 */
export async function runFitted(view: View, chart: Chart, size: Size): Promise<void> {
  await runView(view, chart)
  await fitViews(view, chart, size)
  const isCut = await refit(view)
  if (isCut && 'legendColumns' in chart.parameters) await breakLegend(view)
}

/** Panels that the author has not sized: a facet in as many columns as its words allow, others as they stand. */
async function fitViews(view: View, chart: Chart, size: Size): Promise<void> {
  if (chart.free || isSingle(chart.spec) || !withEqualPanels(chart.spec as unknown as JsonObject)) return
  const { signals = [], ...made } = compileSpec(chart).spec
  // What is composed side by side has one height for all, which is the whole's.
  const sides = [
    ...(Array.isArray(signals) ? signals : []),
    ...['width', 'height'].map((name) => ({ name, value: made[name] })),
  ]
    .flatMap((signal) => (isJsonObject(signal) && typeof signal.value === 'number' ? String(signal.name) : []))
    .filter((name) => name === panelColumns || /^(?:.*_|.*child)?(?:width|height)$/i.test(name))
  if (sides.includes(panelColumns) && sides.includes('child_width')) await fitPanels(view, size)
  else await fillPanels(view, size, sides)
}

/** Whether a label is cut off still. */
async function refit(view: View): Promise<boolean> {
  for (let pass = 0; pass < 4; pass++) {
    if (!isLabelCutOff(view)) return false
    await view.resize().runAsync()
  }
  return isLabelCutOff(view)
}

/** Sets a legend that has no room in one row, and that its spec leaves to the theme, in two rows, or up to four. */
async function breakLegend(view: View): Promise<void> {
  for (let rows = 2; rows <= 4; rows++) {
    const { root, natural, origin } = viewScene(view)
    const labels = sceneTexts(root, origin).filter(({ mark }) => mark.role === 'legend-label')
    if (!labels.some(({ box }) => isCutOff(box, natural))) return
    await view
      .signal('legendColumns', Math.ceil(labels.length / rows))
      .resize()
      .runAsync()
    await refit(view)
  }
}

function isLabelCutOff(view: View): boolean {
  const { root, natural, origin } = viewScene(view)
  return sceneTexts(root, origin).some(({ box }) => isCutOff(box, natural))
}
