import type { Bounds, SceneItem, SceneMark } from '../draw/scene/scene.ts'
import { type JsonObject, objectsIn } from '../spec/json/json.ts'
import { type FactSource, getItemText } from './facts/facts.ts'
import type { NativeAxis, NativeChart, NativePanel, NativePanels } from './native-types.ts'
import { NotPossible } from './not-possible.ts'
import { formatMultiplier } from './unit-multiplier.ts'

/** Whether a chart is of several views beside each other, and of nothing else. */
export function hasPanels({ spec }: FactSource): boolean {
  return objectsIn(spec.marks).length > 0 && objectsIn(spec.marks).every((mark) => isPanel(mark) || isAround(mark))
}

/** A group of charts, one for each view, a facet's on one scale. Throws NotPossible for what spans several. */
export function toPanels(source: FactSource, toChart: (panel: FactSource) => NativeChart): NativePanels {
  const drawn = source.root.items[0]?.items ?? []
  const specs = objectsIn(source.spec.marks)
  const around = specs.filter(isAround).flatMap((spec) => toPlaced(spec, drawn))
  if (objectsIn(source.spec.legends).length > 0) throw new NotPossible('a legend stands for several charts')
  if (drawn.some((mark) => mark.role === 'title' && hasWords(mark)))
    throw new NotPossible('a title stands over several charts')
  const panels = specs.filter(isPanel).flatMap((spec) => {
    if (objectsIn(spec.scales).length > 0) throw new NotPossible('its panels have scales of their own')
    const cells = toPlaced(spec, drawn)
    const toPanels = (from: FactSource) =>
      cells.map((cell) => toPanel(from, cell, besideCell(cell, cells, around), toChart))
    const built = toPanels(source)
    return cells.length > 1 ? onOneScale(inOneUnit(built, source, toPanels)) : built
  })
  if (panels.length === 0) throw new NotPossible('nothing is drawn')
  return { type: 'panels', panels }
}

/** A group of the scene with its spec. */
interface PlacedGroup {
  spec: JsonObject
  role: string
  item: SceneItem
}

function toPlaced(spec: JsonObject, drawn: readonly SceneMark[]): PlacedGroup[] {
  const mark = drawn.find(({ name }) => name !== undefined && name === spec.name)
  return (mark?.items ?? []).map((item) => ({ spec, role: mark?.role ?? '', item }))
}

/** Titles and axes that stand beside a row or a column of panels. */
function isAround({ role }: JsonObject): boolean {
  return /^(row|column)-(header|footer|title)$/.test(String(role))
}

function isPanel({ type, name, role, marks }: JsonObject): boolean {
  return (
    type === 'group' &&
    typeof name === 'string' &&
    role === undefined &&
    !name.endsWith('pathgroup') &&
    objectsIn(marks).length > 0
  )
}

function hasWords({ marktype, items }: SceneMark): boolean {
  return items.some((item) => (marktype === 'text' ? getItemText(item) !== '' : (item.items ?? []).some(hasWords)))
}

/** What stands at the ends of a cell's row and column, or over all of them, where the cell is the nearest to it. */
function besideCell(
  { item: { x = 0, y = 0 } }: PlacedGroup,
  cells: readonly PlacedGroup[],
  around: readonly PlacedGroup[],
): PlacedGroup[] {
  const inRow = cells.filter(({ item }) => item.y === y).map(({ item }) => item.x ?? 0)
  const inColumn = cells.filter(({ item }) => item.x === x).map(({ item }) => item.y ?? 0)
  // A panel's own head comes before what stands over all, and is its title.
  const inOrder = around.toSorted((a, b) => Number(a.role.endsWith('-title')) - Number(b.role.endsWith('-title')))
  return inOrder.filter(({ role, item }) => {
    if (role === 'row-header') return item.y === y && x === Math.min(...inRow)
    if (role === 'row-footer') return item.y === y && x === Math.max(...inRow)
    if (role === 'column-header') return item.x === x && y === Math.min(...inColumn)
    if (role === 'column-title') return x === middleOf(cells, 'x') && y === Math.min(...inColumn)
    if (role === 'row-title') return y === middleOf(cells, 'y') && x === Math.min(...inRow)
    return role === 'column-footer' && item.x === x && y === Math.max(...inColumn)
  })
}

/** Where the middle column or row of some cells begins; of an even number the one before the middle. */
function middleOf(cells: readonly PlacedGroup[], side: 'x' | 'y'): number | undefined {
  const places = [...new Set(cells.map(({ item }) => item[side] ?? 0))].toSorted((a, b) => a - b)
  return places[(places.length - 1) >> 1]
}

/** Words in PowerPoint may run a little wider than Vega's; no chart reaches into the next. */
const slack = 4

function toPanel(
  source: FactSource,
  { spec, item }: PlacedGroup,
  beside: readonly PlacedGroup[],
  toChart: (panel: FactSource) => NativeChart,
): NativePanel {
  const { size, natural, origin, root } = source
  const frame = root.items[0]
  const zoom = Math.min(size.width / natural.width, size.height / natural.height)
  const bounds = union([item, ...beside.map((one) => one.item)].flatMap((one) => one.bounds ?? []))
  const [left, top] = [origin[0] + (frame?.x ?? 0), origin[1] + (frame?.y ?? 0)]
  const x1 = Math.max(0, left + bounds.x1 - slack)
  const y1 = Math.max(0, top + bounds.y1)
  const x2 = Math.min(natural.width, left + bounds.x2 + slack)
  const y2 = Math.min(natural.height, top + bounds.y2)
  const natively = { width: x2 - x1, height: y2 - y1 }
  const panel = toChart({
    ...source,
    root: { marktype: 'group', items: [withBeside(item, beside)] },
    spec: {
      ...spec,
      scales: source.spec.scales ?? [],
      data: [...objectsIn(source.spec.data), ...objectsIn(spec.data)],
      axes: [
        ...objectsIn(spec.axes),
        ...beside.flatMap((one) => objectsIn(one.spec.axes).map((axis) => ({ ...axis, zindex: 1 }))),
      ],
    },
    natural: natively,
    size: { width: natively.width * zoom, height: natively.height * zoom },
    origin: [left - x1, top - y1],
  })
  return { box: { x: x1 * zoom, y: y1 * zoom, ...panel.size }, chart: panel }
}

/** A cell with the axes and titles beside it as its own. */
function withBeside(item: SceneItem, beside: readonly PlacedGroup[]): SceneItem {
  const moved = beside.flatMap(({ item: other }) => {
    const [dx, dy] = [(other.x ?? 0) - (item.x ?? 0), (other.y ?? 0) - (item.y ?? 0)]
    return (other.items ?? []).map((mark) => ({
      ...mark,
      items: mark.items.map((one) => ({ ...one, x: (one.x ?? 0) + dx, y: (one.y ?? 0) + dy })),
    }))
  })
  return { ...item, items: [...(item.items ?? []), ...moved] }
}

function union(boxes: readonly Bounds[]): Bounds {
  return {
    x1: Math.min(...boxes.map(({ x1 }) => x1)),
    y1: Math.min(...boxes.map(({ y1 }) => y1)),
    x2: Math.max(...boxes.map(({ x2 }) => x2)),
    y2: Math.max(...boxes.map(({ y2 }) => y2)),
  }
}

/** Panels of one scale share a unit: that of most panels with a named one or axis labels, on a tie the larger. */
function inOneUnit(
  built: readonly NativePanel[],
  source: FactSource,
  toPanels: (source: FactSource) => NativePanel[],
): readonly NativePanel[] {
  const all = built.map(({ chart }) => Math.max(0, ...chart.columns.map(({ format }) => formatMultiplier(format))))
  if (new Set(all).size < 2) return built
  const units = all.filter((unit, index) => unit > 0 || built[index]?.chart.axes?.primary.value.labels)
  const [first = 0, ...others] = [...new Set(units)].sort((a, b) => b - a)
  const count = (unit: number) => units.filter((one) => one === unit).length
  return toPanels({ ...source, unitMultiplier: others.reduce((a, b) => (count(b) > count(a) ? b : a), first) })
}

/** Panels are compared: no axis may grow by itself, and all count as the one that is labelled. */
function onOneScale(panels: readonly NativePanel[]): NativePanel[] {
  const ofPanels = (which: 'category' | 'value') => {
    const axes = panels.flatMap(({ chart }) => chart.axes?.primary[which] ?? [])
    const { min, max, step } = axes.find(({ labels }) => labels) ?? axes[0] ?? {}
    return (axis: NativeAxis): NativeAxis => ({
      ...axis,
      ...(axis.kind === 'value' ? { min, max, step } : {}),
      mayGrow: false,
    })
  }
  const [category, value] = [ofPanels('category'), ofPanels('value')]
  return panels.map(({ box, chart }) => ({
    box,
    chart: chart.axes
      ? {
          ...chart,
          axes: {
            ...chart.axes,
            primary: { category: category(chart.axes.primary.category), value: value(chart.axes.primary.value) },
          },
        }
      : chart,
  }))
}
