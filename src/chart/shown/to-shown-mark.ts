import type { Measure } from '../../dataset/types.ts'
import { expressionFields } from '../spec/expression-fields.ts'
import { isJsonObject, type Json, type JsonObject } from '../spec/json.ts'
import type { ChartRow } from '../types.ts'
import { type Lineage, madeFrom, stringsIn } from './lineage.ts'
import { boundRows } from './tagged-fields.ts'

/** A number of a bound row that a mark shows. */
export interface ShownFigure {
  row: number
  measure: Measure
  /** Whether it is printed, not only drawn. */
  isSaid: boolean
  /** Whether what is drawn is not the figure, but worked out from it: a sum, a quotient. Of a figure in other units it is the figure. */
  isWorkedOut: boolean
}

/** One mark of a chart with the bound rows that it shows, by their numbers, as Vega's own data flow left them. */
export interface ShownMark {
  /** Vega-Lite's name of the mark: `bar`, `line`, `text`… */
  mark: string
  /** In their order in the data, each once. */
  rows: readonly number[]
  /** What its channels use of them, as number or as text. */
  figures: readonly ShownFigure[]
  /** What stands on its quantitative axis, and which axis that is; undefined for labels. */
  position: { channel: 'x' | 'y' | 'theta'; figures: readonly ShownFigure[] } | undefined
  /** The field of the bound rows that names them down its side, if one does. */
  names: string | undefined
}

/** What is drawn of a mark's rows, and from which data. */
export interface DrawnMark {
  mark: JsonObject
  lineage: Lineage
  /** The rows behind the mark's items. */
  items: readonly object[]
}

/** What a mark shows of the bound rows. */
export function toShownMark({ mark, lineage, items }: DrawnMark, rows: readonly ChartRow[]): ShownMark {
  const channels = channelFields(mark)
  const getFigures = (names: readonly string[]) =>
    distinct(items.flatMap((item) => names.flatMap((name) => shownIn(item, name, lineage, rows))))
  const positions = Object.entries(positionChannels).map(([channel, keys]) => ({
    channel: channel as 'x' | 'y' | 'theta',
    figures: getFigures(keys.flatMap((key) => channels.get(key) ?? [])),
  }))
  const [name] = channels.get('y') ?? []
  return {
    mark: stringsIn(mark.style)[0] ?? String(mark.type),
    rows: [...new Set(items.flatMap((item) => boundRows(item)))].sort((one, other) => one - other),
    figures: getFigures([...channels.values()].flat()),
    position: positions.find(({ figures }) => figures.length > 0),
    names: name !== undefined && rows.some((row) => name in row) ? name : undefined,
  }
}

/** Vega's names of what places a mark, in the order in which they are asked for numbers. */
const positionChannels = {
  y: ['y', 'y2', 'yc'],
  x: ['x', 'x2', 'xc'],
  theta: ['theta', 'startAngle', 'endAngle'],
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
  const { sources, number } = madeFrom(lineage, name)
  const shown = distinct(
    sources
      .filter(({ when }) => when === undefined || !(when.field in item) || Reflect.get(item, when.field) === when.is)
      .flatMap(({ rows, measure, isSaid }) =>
        boundRows(item, rows).map((row) => ({ row, measure, isSaid, isWorkedOut: !isSaid })),
      ),
  )
  const [only] = shown
  if (shown.length !== 1 || !only) return shown.map((figure) => ({ ...figure, isWorkedOut: true }))
  const figure = rows[only.row]?.[only.measure] ?? null
  const drawn: unknown = number === undefined ? undefined : valueIn(item, number)
  return [{ ...only, isWorkedOut: !(only.isSaid || figure === null || isInOtherUnits(drawn, figure)) }]
}

/** The value of a field, or at a path of a row that was looked up. */
function valueIn(item: object, field: string): unknown {
  if (field in item) return Reflect.get(item, field)
  return field.split('.').reduce<unknown>((value, key) => value instanceof Object && Reflect.get(value, key), item)
}

/** Whether a number says a figure: as it is, in thousands or as hundredths, or to the other side of an axis. */
function isInOtherUnits(drawn: unknown, figure: number): boolean {
  if (typeof drawn !== 'number') return false
  if (drawn === 0 || figure === 0) return drawn === figure
  const power = Math.log10(Math.abs(drawn / figure))
  return Math.abs(power - Math.round(power)) < 1e-9
}

/** In the order of the data, each once: printed if it is printed anywhere, the figure itself if that is drawn anywhere. */
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
