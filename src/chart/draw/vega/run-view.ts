import type { Chart } from '../../types.ts'
import { isCutOff, sceneTexts } from '../scene/scene.ts'
import { viewScene } from '../scene/view-scene.ts'
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
export async function runFitted(view: View, chart: Chart): Promise<void> {
  await runView(view, chart)
  for (let pass = 0; pass < 4 && isLabelCutOff(view); pass++) await view.resize().runAsync()
}

function isLabelCutOff(view: View): boolean {
  const { root, natural, origin } = viewScene(view)
  return sceneTexts(root, origin).some(({ box }) => isCutOff(box, natural))
}
