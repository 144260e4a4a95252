import type { Size } from '../../../graphics/types.ts'
import { isJsonObject, type JsonObject, mapObjects } from '../../spec/json/json.ts'
import { overlaps, type SceneItem, sceneTexts } from '../scene/scene.ts'
import { viewScene } from '../scene/view-scene.ts'
import type { View } from './vega.ts'

/** The signal that says in how many columns panels stand. */
export const panelColumns = 'panelColumns'

/** A compiled Vega spec whose panels stand in as many columns as a signal says: at first as many as the spec does. */
export function withPanelColumns(spec: JsonObject): JsonObject {
  const { layout, signals = [], data = [] } = spec
  if (!isJsonObject(layout) || typeof layout.columns !== 'number' || !Array.isArray(signals)) return spec
  const counted = mapObjects({ data }, ({ signal, ...object }) =>
    signal === undefined
      ? object
      : { ...object, signal: String(signal).replace(/(?<=^ceil\(length\(data\(.* \/ )\d+(?=\)$)/, panelColumns) },
  )
  const columns = { name: panelColumns, value: layout.columns }
  return {
    ...spec,
    ...counted,
    signals: [...signals, columns],
    layout: { ...layout, columns: { signal: columns.name } },
  }
}

/** Words are set smaller only down to this part of their size; panels are no smaller than so many points. */
const smallest = 0.85
const least = 40

/** Makes a facet's panels as large as the chart allows, with fewer columns where these are too narrow for words. */
export async function fitPanels(view: View, size: Size): Promise<void> {
  const cells = getCells(view)
  const count = cells.length
  const most = new Set(cells.map(({ x }) => x)).size
  const tried: { columns: number; zoom: number }[] = []
  // With a row more each time, and as many in each as make the rows even.
  for (let rows = Math.ceil(count / most); rows <= count && count > 1; rows++) {
    const columns = tried.length === 0 ? most : Math.ceil(count / rows)
    if (columns === tried.at(-1)?.columns) continue
    await setPanels(view, columns, size)
    const zoom = getZoom(view, size)
    if (zoom >= smallest && isClear(view)) return
    tried.push({ columns, zoom })
  }
  const [widest] = tried.toSorted((a, b) => b.zoom - a.zoom)
  if (widest && tried.length > 1) await setPanels(view, widest.columns, size)
}

/** Makes the panels of other compositions fill their chart: sides grow equally, measured by a step of ten. */
export async function fillPanels(view: View, size: Size, signals: readonly string[]): Promise<void> {
  const sides = ['width', 'height'] as const
  const grow = async (by: Size) => {
    for (const side of sides) {
      const own = signals.filter((name) => name.toLowerCase().endsWith(side))
      for (const name of own) view.signal(name, Math.max(least, view.signal(name) + by[side]))
    }
    await view.resize().runAsync()
    return viewScene(view).natural
  }
  let [natural, step] = [viewScene(view).natural, { width: 10, height: 10 }]
  for (let pass = 0; pass < 4; pass++) {
    const next = await grow(step)
    const more = (side: 'width' | 'height') => {
      const each = (next[side] - natural[side]) / step[side]
      return each > 0 ? (size[side] - next[side]) / each : 0
    }
    step = { width: more('width'), height: more('height') }
    natural = next
    if (Math.abs(step.width) < 0.5 && Math.abs(step.height) < 0.5) return
  }
}

/** Sets panels in so many columns, with their words as large as they can be. */
async function setPanels(view: View, columns: number, size: Size): Promise<void> {
  view.signal(panelColumns, columns)
  view.signal('child_width', size.width / columns)
  view.signal('child_height', least)
  await view.resize().runAsync()
  await stretch(view, size)
  const zoom = Math.max(smallest, getZoom(view, size))
  if (zoom < 1) await stretch(view, { width: size.width / zoom, height: size.height / zoom })
}

/** Makes panels fill a size, no smaller than shows something and no narrower than their titles. */
async function stretch(view: View, size: Size): Promise<void> {
  const { natural } = viewScene(view)
  const cells = getCells(view)
  const titles = cells.flatMap(({ items = [] }) => items.filter(({ role }) => role === 'title'))
  const widest = Math.max(least, ...titles.map(({ bounds }) => bounds?.x2 ?? 0))
  for (const [side, place, small] of [['width', 'x', widest] as const, ['height', 'y', least] as const]) {
    const more = (size[side] - natural[side]) / new Set(cells.map((cell) => cell[place])).size
    view.signal(`child_${side}`, Math.max(small, view.signal(`child_${side}`) + more))
  }
  await view.resize().runAsync()
}

function getZoom(view: View, size: Size): number {
  const { natural } = viewScene(view)
  return Math.min(1, size.width / natural.width, size.height / natural.height)
}

/** Whether no words lie on each other. */
function isClear(view: View): boolean {
  const { root, origin } = viewScene(view)
  return overlaps(sceneTexts(root, origin)).length === 0
}

function getCells(view: View): readonly SceneItem[] {
  return viewScene(view).root.items[0]?.items?.find(({ name }) => name === 'cell')?.items ?? []
}
