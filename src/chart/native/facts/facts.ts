import type { Size } from '../../../graphics/types.ts'
import { placedItems, type SceneItem, type SceneMark } from '../../draw/scene/scene.ts'
import type { ViewScene } from '../../draw/scene/view-scene.ts'
import { isJsonObject, type JsonObject, objectsIn } from '../../spec/json/json.ts'
import { getUpdate } from '../../spec/vega-marks.ts'
import { NotPossible } from '../not-possible.ts'
import { toPaint } from '../paint.ts'

/** One of Vega's scales, as far as it is asked. */
export interface ScaleFunction {
  (value: unknown): unknown
  domain(): unknown[]
  range(): unknown[]
  bandwidth?(): number
  invert?(position: number): unknown
  base?(): number
}

export type FactScale = ReturnType<typeof toScale>

/** Whether a scale's values are dates. */
export function isTime(scale: FactScale | undefined): boolean {
  return scale?.type === 'utc' || scale?.type === 'time'
}

/** A mark of the compiled spec with what it became: a list of items for each line, one list for other marks. */
export interface DrawnMark {
  type: string
  style: string[]
  encode: JsonObject
  /** Fields that part it into lines. */
  facetBy: string[]
  groups: SceneItem[][]
}

/** An axis of the compiled spec with what was drawn of it. Places in the frame's coordinates. */
export type DrawnAxis = ReturnType<typeof toAxis>

export type DrawnLegend = ReturnType<typeof toLegend>

/** What Vega computed and drew of one view, in one place. */
export type Facts = ReturnType<typeof readFacts>

/** A stack transform: which field it stacks into which two. */
export type StackFact = ReturnType<typeof toStacks>[number]

export interface FactSource extends ViewScene {
  spec: JsonObject
  scale(name: string): ScaleFunction
  size: Size
  language: string
  headingFamily: string | undefined
  /** Of a panel: what the cells of all panels are divided by. */
  unitMultiplier?: number | undefined
}

/** Reads the scene beside the compiled spec. Throws NotPossible for views in views. */
export function readFacts(source: FactSource) {
  const { spec, size, natural, origin } = source
  const frame = source.root.items[0]
  if (!frame) throw new NotPossible('nothing is drawn')
  const specs = objectsIn(spec.marks)
  const drawn = frame.items ?? []
  const zoom = Math.min(size.width / natural.width, size.height / natural.height)
  const background = isJsonObject(spec.background) ? undefined : spec.background
  const [left, top] = [origin[0] + (frame.x ?? 0), origin[1] + (frame.y ?? 0)]
  return {
    // Behind all, and behind the plot.
    background: toPaint(background),
    plotFill: toPaint(frame.fill, frame.fillOpacity, frame.opacity),
    size,
    /** Points of the chart's box a unit of the scene. */
    zoom,
    origin: [left, top] as const,
    /** Like the origin, in units of the scene. */
    frame: { width: frame.width ?? 0, height: frame.height ?? 0 },
    marks: specs.map((mark) => toDrawnMark(mark, drawn)),
    /** Rectangles from edge to edge of the plot, behind a stretch of one axis: no data, but shapes. */
    spans: [] as SceneItem[],
    /** Whether its error bars end in ticks. */
    hasCaps: false,
    axes: toAxes(objectsIn(spec.axes), drawn),
    legends: toLegends(objectsIn(spec.legends), drawn),
    /** With the origin of their coordinates in the frame. */
    titles: drawn
      .filter(({ role }) => role === 'title')
      .flatMap((mark) => placedItems(mark, [0, 0]))
      .filter(({ mark }) => mark.marktype === 'text'),
    scales: new Map(objectsIn(spec.scales).map((scale) => [String(scale.name), toScale(scale, source)])),
    stacks: toStacks(spec),
    language: source.language,
    headingFamily: source.headingFamily,
    /** The power of ten that cells are divided by, where that is not the chart's own to choose. */
    unitMultiplier: source.unitMultiplier,
  }
}

function toScale({ domain, domainMax, domainRaw, ...spec }: JsonObject, source: FactSource) {
  const [name, type] = [String(spec.name), String(spec.type)]
  const scale = source.scale(name)
  return {
    name,
    /** `band`, `point`, `linear`, `utc`… */
    type,
    /** Where a value lies, in units of the scene. */
    place: (value: unknown): number => Number(scale(value)),
    /** The value at a place; of continuous scales only. */
    invert: (position: number): unknown => scale.invert?.(position),
    domain: scale.domain?.() ?? [],
    range: (scale.range?.() ?? []).map(Number),
    /** 0 for scales without bands. */
    bandwidth: scale.bandwidth?.() ?? 0,
    base: scale.base?.(),
    /** Whether the spec says its ends, rather than its data. */
    isGiven: Array.isArray(domain) || domainMax !== undefined || domainRaw !== undefined,
  }
}

function toDrawnMark(spec: JsonObject, drawn: readonly SceneMark[]): DrawnMark {
  const scene = drawn.find(({ name }) => name !== undefined && name === spec.name)
  const inner = objectsIn(spec.marks)[0]
  if (inner?.type === 'group' && spec.name === undefined) return roundedBars(spec, inner, drawn)
  if (spec.type !== 'group') return { ...describe(spec), facetBy: [], groups: [scene?.items ?? []] }
  const isPath = String(spec.name).endsWith('pathgroup') && inner
  if (!isPath) throw new NotPossible('PowerPoint has no chart of several views')
  const groups = (scene?.items ?? []).map((group) => group.items?.[0]?.items ?? [])
  return { ...describe(inner), facetBy: facetFields(spec), groups }
}

/**
 * Bars with round corners: Vega-Lite stacks them within a group for each category, which clips them. The group says the
 * category,
 * the bars in it their values.
 */
function roundedBars(spec: JsonObject, inner: JsonObject, drawn: readonly SceneMark[]): DrawnMark {
  const bars = objectsIn(inner.marks)[0]
  const scene = drawn.find(({ marktype, role, name }) => marktype === 'group' && role === 'scope' && name === undefined)
  if (bars?.type !== 'rect' || !scene) throw new NotPossible('PowerPoint has no chart of several views')
  const { encode: outer } = describe(spec)
  const { encode, ...rest } = describe(bars)
  const category = Object.fromEntries(
    ['x', 'y'].flatMap((name) => (scaledField(outer, name) ? [[name, outer[name] ?? null]] : [])),
  )
  const items = scene.items.flatMap((group) =>
    (group.items ?? []).flatMap((mark) =>
      mark.items.flatMap((within) =>
        (within.items ?? []).flatMap((leaf) => leaf.items.map((item) => movedBy(movedBy(item, within), group))),
      ),
    ),
  )
  return { ...rest, encode: { ...encode, ...category }, facetBy: [], groups: [items] }
}

function movedBy(item: SceneItem, { x = 0, y = 0 }: SceneItem): SceneItem {
  return { ...item, x: (item.x ?? 0) + x, y: (item.y ?? 0) + y }
}

function facetFields({ from }: JsonObject): string[] {
  const facet = isJsonObject(from) && isJsonObject(from.facet) ? from.facet : {}
  return Array.isArray(facet.groupby) ? facet.groupby.map(String) : []
}

function describe(mark: JsonObject): Pick<DrawnMark, 'type' | 'style' | 'encode'> {
  return { type: String(mark.type), style: [mark.style].flat().map(String), encode: getUpdate(mark) }
}

/** Axes behind the marks are drawn in the order of the spec, then those before them. */
function toAxes(specs: readonly JsonObject[], drawn: readonly SceneMark[]): DrawnAxis[] {
  const isInFront = ({ zindex }: JsonObject): boolean => typeof zindex === 'number' && zindex > 0
  const ordered = [...specs.filter((spec) => !isInFront(spec)), ...specs.filter(isInFront)]
  const scenes = drawn.filter(({ role }) => role === 'axis')
  return ordered.flatMap((spec, index) => {
    const item = scenes[index]?.items[0]
    return item ? [toAxis(spec, item)] : []
  })
}

function toAxis(spec: JsonObject, item: SceneItem) {
  const role = (name: string) => item.items?.find((mark) => mark.role === name)?.items ?? []
  return {
    scale: String(spec.scale),
    orient: String(spec.orient),
    labels: role('axis-label'),
    ticks: role('axis-tick'),
    grid: role('axis-grid'),
    domain: role('axis-domain')[0],
    title: role('axis-title')[0],
    /** Where the axis' items have their origin. */
    x: item.x ?? 0,
    y: item.y ?? 0,
  }
}

function toLegends(specs: readonly JsonObject[], drawn: readonly SceneMark[]): DrawnLegend[] {
  const scenes = drawn.filter(({ role }) => role === 'legend')
  return specs.flatMap((spec, index) => {
    const item = scenes[index]?.items[0]
    return item ? [toLegend(spec, item)] : []
  })
}

function toLegend(spec: JsonObject, item: SceneItem) {
  const at = { x: item.x ?? 0, y: item.y ?? 0 }
  const parts = (item.items ?? []).flatMap((mark) => placedItems(mark, [at.x, at.y]))
  const ofRole = (role: string) => parts.flatMap((part) => (part.mark.role === role ? [part.item] : []))
  const [symbols, labels] = [ofRole('legend-symbol'), ofRole('legend-label')]
  return {
    /** Has the names of its scales by channel: fill, stroke, size… */
    channels: spec,
    orient: item.orient ?? 'right',
    entries: symbols.flatMap((symbol, index) => {
      const label = labels[index]
      return label ? [{ value: getDatum(symbol).value, text: getItemText(label), symbol, label }] : []
    }),
    title: ofRole('legend-title')[0],
    isGradient: symbols.length === 0,
    /** All that is drawn of it, with the origin of its coordinates in the frame. */
    parts,
    /** In the frame's coordinates. */
    bounds: item.bounds ?? { x1: 0, y1: 0, x2: 0, y2: 0 },
    ...at,
  }
}

function toStacks(spec: JsonObject) {
  return objectsIn(spec.data)
    .flatMap(({ transform }) => objectsIn(transform))
    .flatMap(({ type, field, as, offset }) => {
      const [start, end] = Array.isArray(as) ? as : []
      return type === 'stack' && typeof field === 'string'
        ? [{ field, start: String(start), end: String(end), offset: String(offset ?? 'zero') }]
        : []
    })
}

/** A field's name without what escapes its dots and brackets. */
export function plainName(field: string): string {
  return field.replace(/\\(.)/g, '$1')
}

/** The stack that a field is an end of. Dots in field names are escaped, but what a stack yields is named plainly. */
export function getStack({ stacks }: Pick<Facts, 'stacks'>, field: unknown): StackFact | undefined {
  const name = plainName(String(field))
  return stacks.find(({ start, end }) => name === start || name === end)
}

/** All items of the marks of a type. */
export function getItems({ marks }: Pick<Facts, 'marks'>, type: string): SceneItem[] {
  return marks.filter((mark) => mark.type === type).flatMap(({ groups }) => groups.flat())
}

/** An item's row of data. */
export function getDatum({ datum }: SceneItem): Record<string, unknown> {
  return typeof datum === 'object' && datum !== null ? (datum as Record<string, unknown>) : {}
}

/** An item's words on one line. */
export function getItemText({ text }: SceneItem): string {
  return [text].flat().map(String).join(' ').trim()
}

/** A field's value, which may be nested: `a.b`; `a\\.b` is one name. */
export function getFieldValue(datum: Record<string, unknown>, field: string): unknown {
  const names = field.split(/(?<!\\)\./).map((name) => plainName(/^\[(["'])(.*)\1\]$/.exec(name)?.[2] ?? name))
  return names.reduce<unknown>(
    (value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined),
    datum,
  )
}

/** The entry of a channel's encoding that holds for sound data: the last without a condition. */
export function getEntry(encode: JsonObject, channel: string): JsonObject | undefined {
  const entry = encode[channel]
  if (!Array.isArray(entry)) return isJsonObject(entry) ? entry : undefined
  const entries = entry.filter(isJsonObject)
  return entries.findLast(({ test }) => test === undefined) ?? entries.at(-1)
}

/** The entries of those of the channels that are encoded. */
export function getEntries(encode: JsonObject, channels: readonly string[]): JsonObject[] {
  return channels.flatMap((channel) => {
    const entry = getEntry(encode, channel)
    return entry ? [entry] : []
  })
}

/** The scale that a channel's entry goes through, in an expression too. */
export function getScaleName(entry: JsonObject | undefined): string | undefined {
  if (typeof entry?.scale === 'string') return entry.scale
  return typeof entry?.signal === 'string' ? /scale\((["'])(.+?)\1/.exec(entry.signal)?.[2] : undefined
}

/** What places a mark's items on a channel: by their start or by their middle. */
export function getPositionEntry(encode: JsonObject, channel: 'x' | 'y'): JsonObject | undefined {
  return getEntry(encode, channel) ?? getEntry(encode, `${channel}c`)
}

/** The field by which a channel is encoded through a scale, where nothing but the field decides. */
export function scaledField(encode: JsonObject, channel: string): { scale: string; field: string } | undefined {
  const entry = getEntry(encode, channel)
  return entry && typeof entry.scale === 'string' && typeof entry.field === 'string'
    ? { scale: entry.scale, field: entry.field }
    : undefined
}
