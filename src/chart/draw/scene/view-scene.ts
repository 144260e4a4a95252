import type { Size } from '../../../graphics/types.ts'
import type { View } from '../vega/vega.ts'
import { laidOutSize, sceneRoot } from '../vega/vega-privates.ts'
import type { SceneMark } from './scene.ts'

/** What a view has drawn, as Vega keeps it. */
export interface ViewScene {
  root: SceneMark
  /** The whole of the drawing, axes, legends and padding included. */
  natural: Size
  /** Where the root stands in the drawing. */
  origin: [number, number]
}

/** The scene of a view that has run; its own, not a copy. */
export function viewScene(view: View): ViewScene {
  const { left, right, top, bottom } = getPadding(view)
  const { width, height } = laidOutSize(view)
  const [x, y] = view.origin()
  return {
    root: sceneRoot(view),
    natural: {
      width: Math.max(0, width + left + right),
      height: Math.max(0, height + top + bottom),
    },
    origin: [x + left, y + top],
  }
}

/** Vega takes one number for all sides, but gives four. */
function getPadding(view: View): { left: number; right: number; top: number; bottom: number } {
  const padding = view.padding()
  return typeof padding === 'number'
    ? { left: padding, right: padding, top: padding, bottom: padding }
    : { left: 0, right: 0, top: 0, bottom: 0, ...padding }
}
