import { isCutOff, sceneTexts } from '../scene/scene.ts'
import { viewScene } from '../scene/view-scene.ts'
import { limitTime } from './limit-time.ts'
import type { View } from './vega.ts'

/** Seconds after which a chart that is not done is given up; the charts of a report take milliseconds. */
export const mostSeconds = 15

/** Runs a view. Throws OutOfTime where that does not end. */
export async function runView(view: View): Promise<void> {
  await limitTime(mostSeconds, () => view.runAsync())
}

/**
 * Runs a view that is fitted to its size. Fitting is one guess (labels move as the plot shrinks), so it is done again while a label is cut off. What has
 * ended once ends again: the watch, a thread of its own each time, is set for the first run alone.
 */
export async function runFitted(view: View): Promise<void> {
  await runView(view)
  for (let pass = 0; pass < 4 && isLabelCutOff(view); pass++) await view.resize().runAsync()
}

function isLabelCutOff(view: View): boolean {
  const { root, natural, origin } = viewScene(view)
  return sceneTexts(root, origin).some(({ box }) => isCutOff(box, natural))
}
