import type { Size } from '../../../graphics/types.ts'
import { isChartCall } from '../../named/call.ts'
import type { Chart } from '../../types.ts'
import { isCutOff, sceneTexts } from '../scene/scene.ts'
import { viewScene } from '../scene/view-scene.ts'
import { fitPanels } from './fit-panels.ts'
import { limitTime } from './limit-time.ts'
import type { View } from './vega.ts'

/** Seconds after which a chart of a report that is not done is given up; such charts take milliseconds. */
export const mostSeconds = 15

/** Runs the view of a chart. Throws OutOfTime where one of a report does not end; any other ends with its thread, by the limits that its user has set. */
export async function runView(view: View, { free }: Chart): Promise<void> {
  const run = () => view.runAsync()
  await (free ? run() : limitTime(mostSeconds, run))
}

/**
 * Runs a view that is fitted to its size. Fitting is one guess (labels move as the plot shrinks), so it is done again while a label is cut off. What has
 * ended once ends again: the watch, a thread of its own each time, is set for the first run alone.
 */
export async function runFitted(view: View, chart: Chart, size: Size): Promise<void> {
  await runView(view, chart)
  if (isChartCall(chart.file)) await fitPanels(view, size)
  const isCut = await refit(view)
  if (isCut && 'legendColumns' in chart.parameters) await breakLegend(view)
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
