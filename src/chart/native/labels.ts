import { likest } from '../../dataset/likest.ts'
import type { Point, Size } from '../../graphics/types.ts'
import type { SceneItem } from '../draw/scene/scene.ts'
import { type Facts, getDatum, getItems, getItemText } from './facts/facts.ts'
import type { Anchor, PlacedPoint, PlacedSeries } from './facts/placed.ts'
import type { BarPlot, LabelPosition, NativeLabel } from './native-types.ts'
import { formatSaying } from './number-format.ts'
import { getFont } from './paint.ts'
import { type SaidValue, toUnits } from './unit-multiplier.ts'

/** A label whose number format is not chosen yet: the value of its point and what is said of it. */
export interface MatchedLabel extends Omit<NativeLabel, 'format'> {
  said: SaidValue
  /** How far down its middle stands, in points. */
  middle: number
}

/**
 * Gives each text to the point that it labels, of several the one that shares most of its data; one a point.
 * Returns the labels of each series in order, and the texts `left`. `direction`: of bars.
 */
export function matchLabels(facts: Facts, series: readonly PlacedSeries[], direction: BarPlot['direction'] = 'column') {
  const labels = new Map<PlacedSeries, MatchedLabel[]>()
  const left: SceneItem[] = []
  const taken = new Set<PlacedPoint>()
  for (const item of getItems(facts, 'text')) {
    if (getItemText(item) === '' || item.opacity === 0) continue
    const home = getHome(item, series, taken)
    if (!home) {
      left.push(item)
      continue
    }
    taken.add(home.point)
    const label = toLabel(facts, item, home, direction)
    labels.set(home.series, [...(labels.get(home.series) ?? []), label])
  }
  return { labels: series.map((one) => [...(labels.get(one) ?? [])].sort((a, b) => a.index - b.index)), left }
}

interface Home {
  series: PlacedSeries
  point: PlacedPoint
  /** Of the point in its series. */
  index: number
  anchor: Anchor
}

function getHome(item: SceneItem, series: readonly PlacedSeries[], taken: ReadonlySet<PlacedPoint>): Home | undefined {
  const found = series.flatMap((one) =>
    one.points.flatMap((point, index) => {
      const anchor = point.anchors.find(
        ({ x, y }) => Math.abs(x - (item.x ?? 0)) < 1.5 && Math.abs(y - (item.y ?? 0)) < 1.5,
      )
      return anchor && point.value !== null && !taken.has(point) ? [{ series: one, point, index, anchor }] : []
    }),
  )
  return likest(found.reverse(), ({ point }) => kinship(item, point), 0)
}

/** How many fields of an item's row stand alike in the row of a point. */
export function kinship(item: SceneItem, { item: other }: PlacedPoint): number {
  const [one, two] = [getDatum(item), other ? getDatum(other) : {}]
  return Object.keys(one).filter((key) => String(one[key]) === String(two[key])).length
}

function toLabel(facts: Facts, item: SceneItem, home: Home, direction: BarPlot['direction']): MatchedLabel {
  const { series, point, index } = home
  const text = getItemText(item)
  const lines = toLines(item)
  const showsName = series.name !== '' && text.startsWith(`${series.name} `) && text !== series.name
  const said = lines?.value ?? (showsName ? text.slice(series.name.length + 1) : text)
  const font = getFont(item, facts.zoom, facts.headingFamily)
  const box = getBox(item)
  const { position, offset } = nearest(box, home, direction, font.size / facts.zoom)
  return {
    index,
    text,
    said: { value: point.value ?? 0, text: said },
    showsName,
    position,
    offset: offset && { x: offset.x * facts.zoom, y: offset.y * facts.zoom },
    ...(lines && { lines }),
    middle: box.y * facts.zoom,
    font,
  }
}

function toLines({ text }: SceneItem): NativeLabel['lines'] {
  if (!Array.isArray(text) || text.length < 2) return undefined
  const words = text.map(String)
  // Names by name have an en space before their number.
  return { words, value: words.at(-1)?.split('\u2002').at(-1) ?? '' }
}

/** Labels with the formats by which cells say them that are divided by a power of ten. */
export function toNativeLabels(
  labels: readonly MatchedLabel[],
  unitMultiplier: number,
  language: string,
): NativeLabel[] {
  return labels.map(({ said, showsName, middle: _, ...label }) => {
    const format = formatSaying(toUnits(said.value, unitMultiplier), said.text, language)
    return { ...label, format, showsName: showsName && format !== undefined }
  })
}

/** Middle and size of a text. */
function getBox({ bounds, x = 0, y = 0 }: SceneItem): Point & Size {
  const { x1, y1, x2, y2 } = bounds ?? { x1: x, y1: y, x2: x, y2: y }
  return { x: (x1 + x2) / 2, y: (y1 + y2) / 2, width: x2 - x1, height: y2 - y1 }
}

/** What PowerPoint leaves between a label and its point, beside the insets of the label. */
const inset = { x: 3, y: 1.5 }

/** PowerPoint's label position nearest to Vega's text, and the offset between the two where it is visible. */
function nearest(
  box: Point & Size,
  home: Home,
  direction: BarPlot['direction'],
  size: number,
): { position: LabelPosition | undefined; offset: { x: number; y: number } | undefined } {
  const best = placesFor(box, home, direction)
    .map(({ position, x, y }) => ({ position, x: box.x - x, y: box.y - y }))
    .reduce((least, next) => (Math.hypot(next.x, next.y) < Math.hypot(least.x, least.y) ? next : least))
  // Names beside each other's lines were pushed apart no further than they need.
  const isBeside = best.position === 'r' || best.position === 'l'
  const x = Math.abs(best.x) > size * 0.5 ? best.x : 0
  const y = Math.abs(best.y) > (isBeside ? 0.5 : size * 0.25) ? best.y : 0
  return { position: best.position, offset: x === 0 && y === 0 ? undefined : { x, y } }
}

interface Place {
  position: LabelPosition | undefined
  x: number
  y: number
}

function placesFor(
  box: Point & Size,
  { series, point, anchor }: Home,
  direction: BarPlot['direction'],
): [Place, ...Place[]] {
  switch (series.kind) {
    case 'bar':
      return barPlaces(box, point, direction, series.grouping !== 'standard')
    case 'area':
      return [{ position: undefined, x: anchor.x, y: point.anchors.find(({ at }) => at === 'middle')?.y ?? anchor.y }]
    default:
      return pointPlaces(box, anchor, (point.marker?.size ?? 0) / 2)
  }
}

function pointPlaces({ width, height }: Point & Size, { x, y }: Anchor, radius: number): [Place, ...Place[]] {
  const [across, down] = [radius + inset.x + width / 2, radius + inset.y + height / 2]
  return [
    { position: 't', x, y: y - down },
    { position: 'b', x, y: y + down },
    { position: 'r', x: x + across, y },
    { position: 'l', x: x - across, y },
    { position: 'ctr', x, y },
  ]
}

function barPlaces(
  { width, height }: Point & Size,
  point: PlacedPoint,
  direction: BarPlot['direction'],
  stacked: boolean,
): [Place, ...Place[]] {
  const at = (name: Anchor['at']) => point.anchors.find((anchor) => anchor.at === name) ?? { x: 0, y: 0 }
  const [end, middle, base] = [at('end'), at('middle'), at('base')]
  const grows = Math.sign(direction === 'column' ? end.y - base.y : end.x - base.x) || (direction === 'column' ? -1 : 1)
  const away = direction === 'column' ? height / 2 + inset.y : width / 2 + inset.x
  const moved = ({ x, y }: { x: number; y: number }, by: number) =>
    direction === 'column' ? { x, y: y + by } : { x: x + by, y }
  const inside: [Place, ...Place[]] = [
    { position: 'ctr', ...moved(middle, 0) },
    { position: 'inEnd', ...moved(end, -grows * away) },
    { position: 'inBase', ...moved(base, grows * away) },
  ]
  // PowerPoint takes no labels outside of stacked bars.
  return stacked ? inside : [...inside, { position: 'outEnd', ...moved(end, grows * away) }]
}
