import type { Measure } from '../../dataset/types.ts'
import { derived } from '../../memory/derived.ts'
import { expressionFields } from '../spec/expression/expression-fields.ts'
import { isJsonObject, type Json, type JsonObject, objectsIn } from '../spec/json/json.ts'
import { getUpdate, markName } from '../spec/vega-marks.ts'
import type { ChartRow, MadeValue } from '../types.ts'
import { type Lineage, type Made, madeFrom, stringsIn } from './lineage.ts'
import { type Stray, strayNames } from './stray-names.ts'
import { boundRows } from './tagged-fields.ts'

/** A number of a bound row that a mark shows. */
export interface ShownFigure {
  row: number
  measure: Measure
  /** Whether it is printed, not only drawn. */
  isSaid: boolean
  /** Whether what is drawn is computed from the figure (sum, quotient), not the figure itself in any unit. */
  isWorkedOut: boolean
  /** Whether what is drawn is a number, no word that it was turned into. */
  isNumber?: boolean | undefined
}

/** One mark of a chart with the bound rows that it shows, by their numbers, as Vega's own data flow left them. */
export interface ShownMark {
  /** Of views beside or below each other, which it is of, from 0. */
  view?: string | undefined
  /** Vega-Lite's name of the mark: `bar`, `line`, `text`… */
  mark: string
  /** In their order in the data, each once. */
  rows: readonly number[]
  /** What its channels use of them, as number or as text. */
  figures: readonly ShownFigure[]
  /** What stands on its quantitative axis, and which axis that is; undefined for labels. */
  position: { channel: Channel; figures: readonly ShownFigure[] } | undefined
  /** Whether a drawn quantity is computed from figures: a place (not in a stack of 100%), a size, a scaled colour. */
  isWorkedOut: boolean
  /** What it draws that is worked out, each with the rows that it is made from. */
  made: readonly MadeValue[]
  /** The rows that it draws each sum of. */
  sums: readonly (readonly number[])[]
  /** Whether it stands on a scale of numbers where no figure puts it. */
  isUnfounded: boolean
  /** The field of the bound rows that names them down its side, if one does. */
  names: string | undefined
  /** The figures that stand on each scale of numbers that panels share, as they are, by the scale's name. */
  scaled: readonly { scale: string; row: number; measure: Measure }[]
  /** What it says of another row than those that it draws: its name, or its number alone. */
  strays: readonly Stray[]
  /** Words of the author's at the one row that it stands at. */
  notes: readonly Stray[]
}

/** By what a mark says its number. */
type Channel = keyof typeof positionChannels | 'color'

/** What is drawn of a mark's rows, and from which data. */
export interface MarkRows {
  mark: JsonObject
  lineage: Lineage
  /** The rows behind the mark's items. */
  items: readonly object[]
  /** The scales of numbers, by name: whether they say something, by an axis or by figures on them. */
  scales: ReadonlyMap<string, boolean>
  /** Those that all panels share. */
  shared: ReadonlySet<string>
  /** The fields by which panels are parted, whose heads say them. */
  panels: readonly string[]
}

/** What a mark shows of the bound rows. */
export function toShownMark(
  { mark, lineage, items, scales, shared, panels }: MarkRows,
  rows: readonly ChartRow[],
): ShownMark {
  const channels = channelFields(mark)
  const places = onScales(mark, lineage).filter(({ scale }) => scales.has(scale))
  const counts = (names: readonly string[] = []) => names.some((name) => madeFrom(lineage, name).isCount)
  const chained = (['x', 'y'] as const).flatMap((side) => {
    const ends = [...(channels.get(side) ?? []), ...(channels.get(`${side}2`) ?? [])]
    return isChain(items, ends, rows) ? ends : []
  })
  const shown = (item: object, name: string) =>
    shownIn(item, name, lineage, rows).map((one) => (chained.includes(name) ? { ...one, isWorkedOut: false } : one))
  const getFigures = (names: readonly string[]) =>
    distinct(items.flatMap((item) => names.flatMap((name) => shown(item, name))))
  const positions = Object.entries(positionChannels).map(([channel, keys]) => ({
    channel: channel as Channel,
    figures: getFigures(keys.flatMap((key) => channels.get(key) ?? [])),
  }))
  const painted = getFigures(paintChannels.flatMap((key) => channels.get(key) ?? []))
  const [name] = [...(channels.get('y') ?? []), ...(channels.get('yc') ?? [])]
  const isText = mark.type === 'text'
  const said = channels.get('text') ?? []
  const placing = places.flatMap(({ fields }) => fields)
  const standing = (item: object, names: readonly string[]) => names.flatMap((field) => shown(item, field))
  const isShare = placing.some((name) => madeFrom(lineage, name).isShare)
  const rowAt = (item: object) => onlyRow(item, standing(item, placing))
  const [only, ...others] = isText && said.length === 0 ? items : []
  const notes = only && others.length === 0 ? noted(rowAt(only), [constantText(mark)], rows) : []
  const few = items.length <= mostHeld ? items : []
  const named = few.flatMap((item) =>
    noted(
      rowAt(item),
      [...channels.values()].flat().map((field) => valueIn(item, field)),
      rows,
    ),
  )
  return {
    mark: markName(mark),
    view: /^concat_(\d+)_/.exec(String(mark.name))?.[1],
    isWorkedOut:
      (!isShare && positions.some(({ figures }) => figures.some(({ isWorkedOut }) => isWorkedOut))) ||
      painted.some(({ isWorkedOut, isNumber }) => isWorkedOut && isNumber) ||
      placing.some((field) => isFolded(items, field, rows)) ||
      places.some(({ fields }) => counts(fields)),
    made: few.flatMap((item) =>
      placing.flatMap((name) => madeIn(item, madeFrom(lineage, name), standing(item, [name]))),
    ),
    sums: placing.some((name) => madeFrom(lineage, name).op === 'sum') ? items.map((item) => boundRows(item)) : [],
    isUnfounded:
      !isText &&
      items.length > 0 &&
      places.some(
        (place) => !place.isFounded && (scales.get(place.scale) || isLong(mark)) && !isBase(place, items, rows),
      ),
    rows: [...new Set(items.flatMap((item) => boundRows(item)))].sort((one, other) => one - other),
    figures: getFigures([...channels.values()].flat()),
    position: positions.find(({ figures }) => figures.length > 0) ?? shaded(painted),
    names: name !== undefined && rows.some((row) => name in row) ? name : undefined,
    scaled: places.flatMap(({ scale, fields }) =>
      getFigures(shared.has(scale) ? fields : []).flatMap(({ row, measure, isWorkedOut }) =>
        isWorkedOut ? [] : [{ scale, row, measure }],
      ),
    ),
    strays: [
      ...strayNames(items, [...channels.values(), panels].flat(), rows),
      ...(isText ? items.flatMap((item) => strayNumbers(standing(item, said), standing(item, placing), rows)) : []),
      ...(isText ? items.flatMap((item) => said.flatMap((field) => lentNumbers(item, field, rows))) : []),
    ],
    notes: [...notes, ...named],
  }
}

/** The one row that an item stands for, by the figures that place it; undefined where there are several. */
function onlyRow(item: object, placing: readonly ShownFigure[]): number | undefined {
  const drawn = placing.filter(({ isWorkedOut }) => !isWorkedOut)
  const [row, ...others] = new Set(drawn.length > 0 ? drawn.map((one) => one.row) : boundRows(item))
  return others.length === 0 ? row : undefined
}

/**
 * Whether bars are as long as their figures, all to one side, and stand at zero or where another ends: a waterfall,
 * answers to both sides of a line.
 */
function isChain(items: readonly object[], fields: readonly string[], rows: readonly ChartRow[]): boolean {
  const [one = '', other = ''] = fields
  const near = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a))
  const spans = items.map((item) => [Number(valueIn(item, one)), Number(valueIn(item, other))] as const)
  const isLong = (side: number) =>
    spans.every(([from, to], at) => {
      const [row = -1, ...others] = boundRows(items[at] ?? {})
      return others.length === 0 && measures.some((of) => near((to - from) * side, rows[row]?.[of] ?? Number.NaN))
    })
  if (fields.length !== 2 || !(isLong(1) || isLong(-1))) return false
  const sorted = spans.flat().toSorted((a, b) => a - b)
  const meeting = new Set(
    sorted.filter((end, at) => [0, sorted[at - 1], sorted[at + 1]].some((one) => one !== undefined && near(one, end))),
  )
  return spans.every((ends) => ends.some((end) => meeting.has(end)))
}

function madeIn(item: object, { number, isCount }: Made, shown: readonly ShownFigure[]): MadeValue[] {
  // Of a bar that is stacked that is its length.
  const value = number === undefined ? undefined : valueIn(item, number)
  const isMade = typeof value === 'number' && (isCount || shown.some(({ isWorkedOut }) => isWorkedOut))
  const rows = isCount ? boundRows(item) : shown.map(({ row }) => row)
  return isMade ? [{ value, isCount, rows: [...new Set(rows)] }] : []
}

/** Of no more marks is each held to what its author says of it or makes of its figures: so many one reads. */
const mostHeld = 300

function constantText(mark: JsonObject): string {
  const { text } = getUpdate(mark)
  return isJsonObject(text) ? [text.value].flat().join(' ') : ''
}

/** The author's own words at a row, or that colour or name it: Highest, Target met. */
function noted(row: number | undefined, words: readonly unknown[], rows: readonly ChartRow[]): Stray[] {
  const own = row === undefined ? undefined : rows[row]
  return [...new Set(words)].flatMap((text) =>
    row !== undefined && own && typeof text === 'string' && text !== '' && !Object.values(own).includes(text)
      ? [{ text, row }]
      : [],
  )
}

/** A number of another row beside what stands where a row's own number puts it. */
function strayNumbers(
  said: readonly ShownFigure[],
  placed: readonly ShownFigure[],
  rows: readonly ChartRow[],
): Stray[] {
  const [{ row: at } = { row: -1 }] = placed
  const [first] = said
  if (!first || at < 0 || said.some(({ row }) => placed.some((one) => one.row === row))) return []
  const { series = '', period = '' } = rows[first.row] ?? {}
  return [{ text: `${series}@${period}`, row: at }]
}

/** The number of another row of the same time that a field says of a row which has one of its own. */
function lentNumbers(item: object, field: string, rows: readonly ChartRow[]): Stray[] {
  const [row = -1, ...others] = boundRows(item)
  const own = rows[row]
  const drawn = valueIn(item, field)
  if (!own || others.length > 0 || typeof drawn !== 'number' || measures.some((one) => own[one] === drawn)) return []
  const other = firstByValue(rows).get(`${own.period} ${drawn}`)
  return other ? [{ text: `${other.series}@${other.period}`, row }] : []
}

/** The first of some rows of each time and value. */
const firstByValue = derived(
  (rows: readonly ChartRow[]) => new Map(rows.toReversed().map((row) => [`${row.period} ${row.value}`, row])),
)

/** Whether a field draws numbers below zero above it, beside others that are above it. */
function isFolded(items: readonly object[], field: string, rows: readonly ChartRow[]): boolean {
  const sides = items.flatMap((item) => {
    const [row = -1, ...others] = boundRows(item)
    const [drawn, value] = [valueIn(item, field), rows[row]?.value ?? 0]
    return others.length === 0 && typeof drawn === 'number' && drawn === Math.abs(value) ? [Math.sign(value)] : []
  })
  return sides.includes(-1) && sides.includes(1)
}

/** Vega's names of what places a mark, in the order in which they are asked for numbers. */
const positionChannels = {
  y: ['y', 'y2', 'yc'],
  x: ['x', 'x2', 'xc'],
  theta: ['theta', 'startAngle', 'endAngle'],
}

/** Vega's names of what shows a number otherwise. */
const paintChannels = ['size', 'fill', 'stroke']

/** Where places say no number, shades do: on maps, in tables. */
function shaded(painted: readonly ShownFigure[]): ShownMark['position'] {
  const figures = painted.filter(({ isNumber }) => isNumber)
  return figures.length > 0 ? { channel: 'color', figures } : undefined
}

/** A place of a mark on a scale of numbers. */
export interface ScalePlace {
  scale: string
  fields: readonly string[]
  /** Whether figures put it there, or the number of rows does. */
  isFounded: boolean
}

/** A mark's places on scales: by fields of its rows or a value of the spec; numbers in the spec are read there. */
export function onScales(mark: JsonObject, lineage: Lineage): ScalePlace[] {
  const update = getUpdate(mark)
  return Object.values(positionChannels)
    .flat()
    .flatMap((channel) => objectsIn(Array.isArray(update[channel]) ? update[channel] : [update[channel] ?? null]))
    .flatMap((place) => {
      const { scale, field, signal } = place
      if (typeof scale !== 'string' || (field === undefined && signal === undefined)) return []
      const fields = getFields(place)
      const made = fields.map((name) => madeFrom(lineage, name))
      return [{ scale, fields, isFounded: made.some(({ sources, isCount }) => sources.length > 0 || isCount) }]
    })
}

/** Whether a mark's length or surface is what it says. */
function isLong(mark: JsonObject): boolean {
  return markName(mark) === 'bar' || mark.type === 'area' || mark.type === 'arc'
}

/** A base line, or of shares the whole. */
function isBase({ fields }: ScalePlace, items: readonly object[], rows: readonly ChartRow[]): boolean {
  const bases = [0, ...(rows.every(({ unit }) => unit === 'percent') ? [100] : [])]
  const isAt = (base: number) => fields.every((name) => items.every((item) => valueIn(item, name) === base))
  return fields.length > 0 && bases.some(isAt)
}

/** What is read of a row and not seen. */
const unseen = ['defined', 'description', 'tooltip', 'href', 'cursor']

/** The fields that each channel of a mark shows. */
function channelFields({ encode }: JsonObject): Map<string, string[]> {
  const sets = isJsonObject(encode) ? [encode.enter, encode.update].filter(isJsonObject) : []
  const seen = sets.flatMap((set) => Object.entries(set)).filter(([channel]) => !unseen.includes(channel))
  return new Map(seen.map(([channel, value]) => [channel, [...new Set(getFields(value))]]))
}

function getFields(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(getFields)
  if (!isJsonObject(value)) return []
  return Object.entries(value).flatMap(([key, part]) => {
    if (key === 'test') return []
    if (key === 'field' && typeof part === 'string') return stringsIn(part)
    return key === 'signal' && typeof part === 'string' ? expressionFields(part) : getFields(part)
  })
}

/** The figures that a field of a drawn row shows. */
function shownIn(item: object, name: string, lineage: Lineage, rows: readonly ChartRow[]): ShownFigure[] {
  const { sources, number, op } = madeFrom(lineage, name)
  const isPick = op === 'min' || op === 'max'
  const shown = distinct(
    sources
      .filter(({ when }) => when === undefined || !(when.field in item) || Reflect.get(item, when.field) === when.is)
      .flatMap(({ rows, measure, isSaid }) =>
        boundRows(item, rows).map((row) => ({ row, measure, isSaid, isWorkedOut: !isSaid })),
      ),
  )
  const drawn: unknown = number === undefined ? undefined : valueIn(item, number)
  // Of the rows that a pivot puts side by side each column shows one, and the lowest of several is one of them.
  const isOneOf = isPick || !lineage.fields.has(number ?? name)
  const same = isOneOf ? shown.filter(({ row, measure }) => rows[row]?.[measure] === drawn) : shown
  // Of bounds that begin at one number the one that the column is named for.
  const isNamed = ({ row }: ShownFigure) => Object.values(rows[row] ?? {}).includes(number ?? name)
  const only = same.find(isNamed) ?? same[0]
  if (!only || (same.length !== 1 && !isOneOf)) return shown.map((figure) => ({ ...figure, isWorkedOut: true }))
  const figure = rows[only.row]?.[only.measure] ?? null
  const isPercent = rows[only.row]?.unit === 'percent' || only.measure === 'rate'
  const isFigure = only.isSaid || figure === null || isInOtherUnits(drawn, figure, isPercent)
  return [{ ...only, isWorkedOut: !isFigure, isNumber: typeof drawn === 'number' }]
}

/** The value of a field, or at a path of a row that was looked up. */
function valueIn(item: object, field: string): unknown {
  if (field in item) return Reflect.get(item, field)
  return field.split('.').reduce<unknown>((value, key) => value instanceof Object && Reflect.get(value, key), item)
}

/** Whether a number says a figure: as is, in thousands, millions and so on, in hundredths, or with its sign changed. */
function isInOtherUnits(drawn: unknown, figure: number, isPercent: boolean): boolean {
  if (typeof drawn !== 'number') return false
  if (drawn === 0 || figure === 0) return drawn === figure
  const power = Math.log10(Math.abs(figure / drawn))
  const scales = isPercent ? [0, 2] : [0, 3, 4, 6, 8, 9, 12]
  return scales.some((scale) => Math.abs(power - scale) < 1e-9)
}

/** Each figure once, in the order of the data: printed if ever printed, and direct if ever drawn itself. */
function distinct(figures: readonly ShownFigure[]): ShownFigure[] {
  const found = new Map<string, ShownFigure>()
  for (const figure of figures) {
    const key = `${figure.row} ${figure.measure}`
    const before = found.get(key) ?? figure
    found.set(key, {
      ...figure,
      isSaid: before.isSaid || figure.isSaid,
      isWorkedOut: before.isWorkedOut && figure.isWorkedOut,
    })
  }
  return [...found.values()].sort(
    (one, other) => one.row - other.row || measures.indexOf(one.measure) - measures.indexOf(other.measure),
  )
}

const measures: readonly Measure[] = ['value', 'change', 'rate']
