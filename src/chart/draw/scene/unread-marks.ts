import { groupBy } from '../../../dataset/group-by.ts'
import { parseCssColor } from '../../../graphics/css-color.ts'
import { derived } from '../../../memory/derived.ts'
import { isNumberScale } from '../../shown/number-scales.ts'
import { isJsonObject, type JsonObject, walkObjects } from '../../spec/json/json.ts'
import { getUpdate, markName } from '../../spec/vega-marks.ts'
import { placedItems, type SceneItem, type SceneMark } from './scene.ts'

/**
 * What is drawn but unreadable, each with a hint:
 * invisible bars, bars that hide each other, lines through several values of one place.
 */
export function unreadMarks(root: SceneMark, spec: JsonObject, ground: string): { message: string; hint: string }[] {
  const marks = [...new Set(placedItems(root, [0, 0]).map(({ mark }) => mark))].filter(({ role }) => role === 'mark')
  const named = byName(spec)
  const getSpec = ({ name }: SceneMark) => named.get(String(name)) ?? {}
  const bars = marks.filter((mark) => mark.marktype === 'rect' && markName(getSpec(mark)) === 'bar')
  const lines = marks.filter((mark) => /^(?:line|area|trail)$/.test(mark.marktype) && isByStep(getSpec(mark), named))
  const isEmpty = !marks.some(({ items }) => items.some((item) => paints(item, ground)))
  const unseen = bars.flatMap(({ items }) => {
    const hidden = items.filter((item) => isLong(item) && !paints(item, ground))
    return isEmpty || hidden.length < items.filter(isLong).length ? hidden : []
  })
  const covered = bars.flatMap(({ items }) => getPlaces(items).flatMap(coveredItems))
  const alike = bars.flatMap((mark) => alikePieces(mark.items, getSpec(mark)))
  const crowded = lines.filter(({ items }) => hasTwoValues(items))
  return [
    ...(unseen.length > 0
      ? [{ message: `bars that cannot be seen: ${unseen.length}`, hint: 'filter out what is not to be shown' }]
      : []),
    ...(covered.length > 0 ? [{ message: `bars that hide each other: ${covered.length}`, hint: apart }] : []),
    ...(alike.length > 0 ? [{ message: `bars on each other that look like one: ${alike.length}`, hint: apart }] : []),
    ...(crowded.length > 0 ? [{ message: 'a line through several values of one place', hint: apart }] : []),
  ]
}

/** A chart is drawn at one size after another. */
const byName = derived((spec: JsonObject) => new Map(walkObjects(spec).map(([one]) => [String(one.name), one])))

const apart = 'filter the rows, such as "datum.current", or tell them apart by "color", "detail" or "xOffset"'

/** Whether a mark goes along a scale of times or names. */
function isByStep(mark: JsonObject, named: ReadonlyMap<string, JsonObject>): boolean {
  const { x } = getUpdate(mark)
  const scale = isJsonObject(x) ? named.get(String(x.scale)) : undefined
  return scale !== undefined && !isNumberScale(scale.type)
}

function isLong({ width = 0, height = 0 }: SceneItem): boolean {
  return Math.abs(width) > 0.5 && Math.abs(height) > 0.5
}

function paints({ fill, stroke, opacity = 1, fillOpacity = 1, strokeOpacity = 1 }: SceneItem, ground: string): boolean {
  const isSeen = (paint: unknown, own: number) => {
    if (typeof paint !== 'string') return paint !== undefined && paint !== null
    const color = parseCssColor(paint)
    const isGround = [ground, ground === '#ffffff' ? 'white' : ''].includes(color?.color ?? ground)
    return opacity * own * (color?.opacity ?? 0) > 0 && !isGround
  }
  return isSeen(fill, fillOpacity) || isSeen(stroke, strokeOpacity)
}

/** Bars that stand at one place, upright or lying. */
function getPlaces(items: readonly SceneItem[]): SceneItem[][] {
  const upright = groupBy(items, ({ x = 0, width = 0 }) => `${Math.round(x)} ${Math.round(width)}`)
  const lying = groupBy(items, ({ y = 0, height = 0 }) => `${Math.round(y)} ${Math.round(height)}`)
  return [...upright.values(), ...lying.values()]
}

/** Bars of one place that lie wholly within another's, and cannot be told from it or are behind it. */
function coveredItems(items: readonly SceneItem[]): SceneItem[] {
  return items.filter((item, index) =>
    items.some((other, at) => {
      const isHidden = at > index || other.fill === item.fill
      return at !== index && isHidden && (other.opacity ?? 1) === 1 && isLong(item) && isWithin(item, other)
    }),
  )
}

/** Pieces of a stack in the same colour with no line between, seen only as a sum. Those of a histogram may touch. */
function alikePieces(items: readonly SceneItem[], mark: JsonObject): SceneItem[] {
  const { x2, y2 } = getUpdate(mark)
  if ((x2 === undefined) === (y2 === undefined)) return []
  const isUpright = x2 === undefined
  const isNext = ({ x = 0, y = 0, width = 0, height = 0 }: SceneItem, other: SceneItem) =>
    Math.abs(isUpright ? y + height - (other.y ?? 0) : x + width - (other.x ?? 0)) < 0.01
  const places = groupBy(items.filter(isLong), ({ x, y }) => (isUpright ? x : y))
  return [...places.values()].flatMap((place) =>
    place.filter(
      (item) =>
        typeof item.stroke !== 'string' &&
        place.some((other) => other.fill === item.fill && (isNext(item, other) || isNext(other, item))),
    ),
  )
}

/** Where a box begins and, with the sign turned, where it ends. */
function ends({ x = 0, y = 0, width = 0, height = 0 }: SceneItem) {
  return [x, y, -x - width, -y - height]
}

/** Whether one box is a part of another that is larger. */
function isWithin(one: SceneItem, other: SceneItem): boolean {
  const room = ends(one).map((end, side) => end - (ends(other)[side] ?? 0))
  return room.every((side) => side >= -0.5) && room.some((side) => side > 0.5)
}

function hasTwoValues(items: readonly SceneItem[]): boolean {
  const isMove = items.some(({ x = 0 }) => Math.abs(x - (items[0]?.x ?? 0)) > 0.5)
  return (
    isMove &&
    items.some(({ x = 0, y = 0 }, at) => {
      const next = items[at + 1]
      return next !== undefined && Math.abs((next.x ?? 0) - x) <= 0.5 && Math.abs((next.y ?? 0) - y) > 0.5
    })
  )
}
