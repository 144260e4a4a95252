import type { SceneMark } from '../scene/scene.ts'
import type { View } from './vega.ts'

// What is read of a view that Vega does not declare; its version is pinned, and a test says when one of these is gone.

/** Data sets as Vega keeps them: only by name does it give one out, and names are the compiler's. */
export interface RuntimeData {
  input?: { value?: unknown }
  values?: { value?: unknown }
}

export function runtimeData(view: View): RuntimeData[] {
  return Object.values(Reflect.get(view, '_runtime').data)
}

/** The root of the scene: `scenegraph()` is declared without it. */
export function sceneRoot(view: View): SceneMark {
  return Reflect.get(view.scenegraph(), 'root')
}

/** The size with axes and legends, without padding: `width()` and `height()` are of the plot alone. */
export function laidOutSize(view: View): { width: number; height: number } {
  return { width: Reflect.get(view, '_viewWidth'), height: Reflect.get(view, '_viewHeight') }
}

/** The view with more in its locale, where expression functions look: `locale()` is not declared. */
export function extendLocale(view: View, more: object): View {
  const locale: (...given: object[]) => unknown = Reflect.get(view, 'locale')
  Reflect.apply(locale, view, [{ ...Object(Reflect.apply(locale, view, [])), ...more }])
  return view
}
