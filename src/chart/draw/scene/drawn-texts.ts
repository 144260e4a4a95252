import type { DrawnText } from '../../types.ts'
import { type SceneItem, type SceneMark, sceneTexts } from './scene.ts'

/** The visible words of a scene. */
export function drawnTexts(root: SceneMark, origin: readonly [number, number]): DrawnText[] {
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
