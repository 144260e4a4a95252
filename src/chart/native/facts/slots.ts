import { oneDay } from '../../../dataset/figure/period.ts'
import type { SceneItem } from '../../draw/scene/scene.ts'
import type { JsonObject } from '../../spec/json/json.ts'
import { axisParts } from '../axis.ts'
import { dateFormatSaying, sayDate, sheetDateFormat, toSerial } from '../date-format.ts'
import type { NativeCell } from '../native-types.ts'
import { NotPossible } from '../not-possible.ts'
import {
  type DrawnMark,
  type FactScale,
  type Facts,
  getDatum,
  getEntries,
  getEntry,
  getFieldValue,
  getItemText,
  getScaleName,
  isTime,
} from './facts.ts'

/** The categories of a chart, in the order of the axis. Places in units of the scene. */
export interface CategorySlots {
  /** Where the categories lie, and where the values. */
  category: 'x' | 'y'
  value: 'x' | 'y'
  /** `dates`: PowerPoint places them by time; `texts`: side by side. */
  kind: 'texts' | 'dates'
  scale: string
  /** What the sheet's first column holds, and how. */
  cells: NativeCell[]
  format: string
  /** The row of an item of that mark; undefined for one outside the categories. */
  rowOf(mark: DrawnMark, item: SceneItem): number | undefined
  centers: number[]
  /** The room of one category. */
  step: number
  /** Which rows have a label on the axis; undefined: as PowerPoint counts, each `skip`th. */
  skip: number | undefined
  /** For dates: first and last day of the axis, as Excel counts. */
  min?: number
  max?: number
}

type Laid = Omit<CategorySlots, 'category' | 'value'>

const inSignal = /datum\[(["'])(.+?)\1\]/g

/** The fields that place a mark's items on a channel, by one or from one to another; undefined where no field does. */
export function categoryFields(encode: JsonObject, channel: 'x' | 'y') {
  const entries = getEntries(encode, [channel, `${channel}c`, `${channel}2`])
  const fields = entries.flatMap((entry) =>
    typeof entry.field === 'string'
      ? [entry.field]
      : typeof entry.signal === 'string' && entry.signal.includes('scale(')
        ? [...entry.signal.matchAll(inSignal)].map((match) => match[2] ?? '')
        : [],
  )
  const scale = entries.flatMap((entry) => getScaleName(entry) ?? [])[0]
  const [one, other] = [...new Set(fields)]
  if (one === undefined || scale === undefined) return undefined
  if (other === undefined) return { scale, field: one, end: undefined }
  return other.length > one.length ? { scale, field: one, end: other } : { scale, field: other, end: one }
}

/** A category's value as a key: dates are milliseconds. */
export function getCategoryKey(value: unknown): string {
  return value instanceof Date ? String(value.getTime()) : String(value)
}

/** Lays out the categories of some marks along a channel. */
export function layOutSlots(facts: Facts, marks: readonly DrawnMark[], channel: 'x' | 'y'): CategorySlots {
  return { ...layOut(facts, marks, channel), category: channel, value: channel === 'x' ? 'y' : 'x' }
}

function layOut(facts: Facts, marks: readonly DrawnMark[], channel: 'x' | 'y'): Laid {
  const [first] = marks
  const fields = first && categoryFields(first.encode, channel)
  const scale = fields && facts.scales.get(fields.scale)
  if (first && !fields && marks.every(({ type }) => type === 'rect')) return oneSlot(facts, channel)
  if (!scale) throw new NotPossible('its categories are not a field of the data')
  if (scale.type === 'band' || scale.type === 'point') return bandSlots(facts, scale, channel)
  const inTime = isTime(scale)
  const hasRoom = marks.some(({ type }) => type === 'rect')
  if (inTime) return hasRoom ? gridSlots(facts, scale, marks, channel) : dateSlots(facts, scale, marks, channel)
  return numberSlots(facts, scale, marks, channel)
}

/** A chart of one bar, or one stack, has one category without a name. */
function oneSlot({ frame }: Facts, channel: 'x' | 'y'): Laid {
  const step = channel === 'x' ? frame.width : frame.height
  return {
    kind: 'texts',
    scale: '',
    cells: [' '],
    format: 'General',
    rowOf: () => 0,
    centers: [step / 2],
    step,
    skip: 1,
  }
}

function rowsBy(channel: 'x' | 'y', rows: ReadonlyMap<string, number>): CategorySlots['rowOf'] {
  return (mark, item) => {
    const fields = categoryFields(mark.encode, channel)
    return fields && rows.get(getCategoryKey(getFieldValue(getDatum(item), fields.field)))
  }
}

/** The words of an axis' labels by the values that they stand for. */
function labelTexts(facts: Facts, scale: string, onlySeen: boolean): Map<string, string> {
  const labels = facts.axes.filter((axis) => axis.scale === scale).flatMap((axis) => axis.labels)
  const seen = onlySeen ? labels.filter(({ opacity }) => opacity !== 0) : labels
  return new Map(seen.map((item) => [getCategoryKey(getDatum(item).value), getItemText(item)]))
}

/** What the categories of a scale are called: as their labels say, else as a sheet says dates. */
export function categoryNames(facts: Facts, { name, domain }: FactScale): string[] {
  const texts = labelTexts(facts, name, false)
  const dates = domain.every((value) => value instanceof Date)
  const format = dates ? sheetDateFormat(domain.map(Number), facts.language) : 'General'
  return domain.map(
    (value) =>
      texts.get(getCategoryKey(value)) ||
      (value instanceof Date ? sayDate(value.getTime(), format) : String(value ?? '')),
  )
}

function bandSlots(facts: Facts, scale: FactScale, channel: 'x' | 'y'): Laid {
  const keys = scale.domain.map(getCategoryKey)
  const centers = scale.domain.map((value) => scale.place(value) + scale.bandwidth / 2)
  return {
    kind: 'texts',
    scale: scale.name,
    cells: categoryNames(facts, scale),
    format: 'General',
    rowOf: rowsBy(channel, new Map(keys.map((key, row) => [key, row]))),
    centers,
    step: getStep(centers, channel === 'x' ? facts.frame.width : facts.frame.height),
    skip: getSkip(keys, labelTexts(facts, scale.name, true)),
  }
}

function getStep(centers: readonly number[], whole: number): number {
  const [first, last] = [centers[0] ?? 0, centers.at(-1) ?? 0]
  return centers.length < 2 ? whole : Math.abs(last - first) / (centers.length - 1)
}

/** The number of categories between labels, from the first; undefined where irregular, and 1 without labels. */
function getSkip(keys: readonly string[], seen: ReadonlyMap<string, string>): number | undefined {
  const labelled = keys.flatMap((key, row) => (seen.has(key) ? [row] : []))
  if (seen.size === 0) return 1
  const [first, second = keys.length] = labelled
  if (labelled.length !== seen.size || first !== 0) return undefined
  // LibreOffice skips as it likes: of many categories with one label or two it would write all, letter below letter.
  if (labelled.length <= 2 && keys.length > 24) return undefined
  const isEven =
    labelled.every((row, index) => row === index * second) && labelled.length === Math.ceil(keys.length / second)
  return isEven ? second : undefined
}

function getPlaces(marks: readonly DrawnMark[], channel: 'x' | 'y', scale: string) {
  return marks.flatMap((mark) => {
    const fields = categoryFields(mark.encode, channel)
    if (!fields || fields.scale !== scale) throw new NotPossible('its layers have categories of different kinds')
    return mark.groups.flat().map((item) => {
      const datum = getDatum(item)
      const from = Number(getFieldValue(datum, fields.field))
      const to = fields.end === undefined ? from : Number(getFieldValue(datum, fields.end))
      return { from: Math.min(from, to), to: Math.max(from, to) }
    })
  })
}

type Placed = ReturnType<typeof getPlaces>[number]

function sortedStarts(places: readonly Placed[]): number[] {
  const starts = places.map(({ from }) => from).filter((value) => Number.isFinite(value))
  return [...new Set(starts)].sort((a, b) => a - b)
}

/** Bars in time: slots of equal periods from the first to the last, empty ones too. */
function gridSlots(facts: Facts, scale: FactScale, marks: readonly DrawnMark[], channel: 'x' | 'y'): Laid {
  const places = getPlaces(marks, channel, scale.name)
  const starts = sortedStarts(places)
  const dates = periodGrid(starts)
  const half = halfWidth(places, scale)
  const centers = dates.map((date) => scale.place(date) + half)
  const format = sheetDateFormat(dates, facts.language)
  const texts = labelTexts(facts, scale.name, true)
  // Labels that Vega hides still name their dates.
  const names = labelTexts(facts, scale.name, false)
  if (mostBetween([...texts.keys()].map(Number), dates) > 1)
    throw new NotPossible('its axis says dates at which it has no slot for a bar')
  const said = dateFormatSaying([...texts].map(([date, text]) => ({ date: Number(date), text })))
  // No date format says quarters and the like: slots without a label are named after their row's period or left empty.
  const saysDates = texts.size === 0 || said !== undefined
  const periods = new Map(saysDates ? [] : marks.flatMap((mark) => mark.groups.flat().flatMap(periodAt)))
  const isFine = dates.some((date) => date % oneDay !== 0)
  const all = dates.map(String)
  return {
    kind: 'texts',
    scale: scale.name,
    // Times of which some are said as hours and some as days are said one way in the sheet, and Vega's as words.
    cells: dates.map((date) =>
      isFine
        ? sayDate(date, said ?? format)
        : (names.get(String(date)) ?? periods.get(date) ?? (saysDates ? sayDate(date, format) : '')),
    ),
    format: 'General',
    // Dates are places by their value: `field` may hold a Date or its milliseconds.
    rowOf: rowsByNumber(channel, dates),
    centers,
    step: getStep(centers, facts.frame.width),
    skip: isFine && said === undefined ? undefined : getSkip(all, texts),
  }
}

/** The beginning of the period that a mark's row is of, and its label: of the figures of a report. */
function periodAt(item: SceneItem): [number, string][] {
  const { date, periodLabel } = getDatum(item)
  return typeof periodLabel === 'string' ? [[Number(date), periodLabel]] : []
}

/**
 * The days before and after bands that begin later than the chart, or end earlier: PowerPoint draws an area towards the
 * next category that
 * has none, which is to be as near as can be.
 */
function bandEdges(marks: readonly DrawnMark[], channel: 'x' | 'y', scale: string, dates: readonly number[]): number[] {
  const [first = 0, last = 0] = [dates[0], dates.at(-1)]
  return marks
    .filter(({ type, encode }) => type === 'area' && typeof getEntry(encode, 'y2')?.field === 'string')
    .flatMap((mark) => {
      const own = sortedStarts(getPlaces([mark], channel, scale))
      const [start = first, end = last] = [own[0], own.at(-1)]
      return [...(start > first ? [start - oneDay] : []), ...(end < last ? [end + oneDay] : [])]
    })
}

/** The most labels between two neighbouring slots; there can be several where slots lie far apart in time. */
function mostBetween(labels: readonly number[], dates: readonly number[]): number {
  const counts = dates.map((date, slot) => labels.filter((one) => one > date && one < (dates[slot + 1] ?? date)).length)
  return Math.max(...counts)
}

function rowsByNumber(channel: 'x' | 'y', values: readonly number[]): CategorySlots['rowOf'] {
  const rows = new Map(values.map((value, row) => [value, row]))
  return (mark, item) => {
    const fields = categoryFields(mark.encode, channel)
    if (!fields) return undefined
    const datum = getDatum(item)
    const ends = [fields.field, ...(fields.end === undefined ? [] : [fields.end])].map((name) =>
      Number(getFieldValue(datum, name)),
    )
    return rows.get(Math.min(...ends))
  }
}

/** Half of what a bar that reaches from one date to another takes of the axis; 0 for bars at a date. */
function halfWidth(places: readonly Placed[], scale: FactScale): number {
  const [first] = places
  return first ? (scale.place(first.to) - scale.place(first.from)) / 2 : 0
}

/**
 * Dates from first to last, by the largest step of months, days or parts that meets all.
 * Throws NotPossible where most slots would be empty.
 */
function periodGrid(dates: readonly number[]): number[] {
  const first = dates[0] ?? 0
  const [from, isMonthly] = [
    new Date(first),
    dates.every((date) => date % oneDay === 0 && new Date(date).getUTCDate() === 1),
  ]
  const length = dates.every((date) => date % oneDay === first % oneDay) ? oneDay : 1
  const unit = (date: number) =>
    isMonthly
      ? (new Date(date).getUTCFullYear() - from.getUTCFullYear()) * 12 +
        new Date(date).getUTCMonth() -
        from.getUTCMonth()
      : (date - first) / length
  const counts = dates.map(unit)
  const step = counts.reduce(greatestDivisor, 0) || 1
  const size = (counts.at(-1) ?? 0) / step + 1
  if (!Number.isInteger(step) || size > Math.max(60, dates.length * 4))
    throw new NotPossible('its marks stand at times that are no even periods')
  return Array.from({ length: size }, (_, index) =>
    isMonthly ? Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + index * step, 1) : first + index * step * length,
  )
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b)
}

/** Lines and areas in time, each date at its place; times finer than days in even slots. */
function dateSlots(facts: Facts, scale: FactScale, marks: readonly DrawnMark[], channel: 'x' | 'y'): Laid {
  const own = sortedStarts(getPlaces(marks, channel, scale.name))
  const dates = [...new Set([...own, ...bandEdges(marks, channel, scale.name, own)])].sort((a, b) => a - b)
  // Days are the least that an axis of dates in PowerPoint knows.
  if (dates.some((date) => date % oneDay !== 0) && dates.length > 1) return gridSlots(facts, scale, marks, channel)
  const [low = 0, high = 0] = [scale.domain[0], scale.domain.at(-1)].map((value) => toSerial(Number(value)))
  return {
    kind: 'dates',
    scale: scale.name,
    cells: dates.map(toSerial),
    format: sheetDateFormat(dates, facts.language),
    rowOf: rowsByNumber(channel, dates),
    centers: dates.map((date) => scale.place(date)),
    step: 0,
    skip: undefined,
    min: Math.min(Math.floor(low), Math.floor(high)),
    max: Math.max(Math.ceil(low), Math.ceil(high)),
  }
}

/** Numbers at even distances, or bins: `0–10`. */
function numberSlots(facts: Facts, scale: FactScale, marks: readonly DrawnMark[], channel: 'x' | 'y'): Laid {
  if (scale.type !== 'linear') throw new NotPossible(`PowerPoint has no ${scale.type} scale for categories`)
  const places = getPlaces(marks, channel, scale.name)
  const starts = sortedStarts(places)
  const width = Math.max(...places.map(({ from, to }) => to - from))
  const values = toEnds(evenly(starts, width > 0 ? width : smallestGap(starts)), scale.domain, width)
  const centers = values.map((value) => scale.place(value) + (scale.place(value + width) - scale.place(value)) / 2)
  const texts = labelTexts(facts, scale.name, true)
  return {
    kind: 'texts',
    scale: scale.name,
    cells: values.map((value) =>
      width > 0 ? `${plain(value)}–${plain(value + width)}` : (texts.get(String(value)) ?? plain(value)),
    ),
    format: 'General',
    rowOf: (mark, item) => {
      const fields = categoryFields(mark.encode, channel)
      const start = Number(fields && getFieldValue(getDatum(item), fields.field))
      const row = values.findIndex((value) => Math.abs(value - start) < 1e-9 + Math.abs(value) * 1e-9)
      return row < 0 ? undefined : row
    },
    centers,
    step: getStep(centers, facts.frame.width),
    skip:
      width > 0 && fits(facts, scale.name, values.length)
        ? 1
        : width > 0
          ? undefined
          : getSkip(values.map(String), texts),
  }
}

const plain = (value: number): string => String(Number(value.toPrecision(10)))

function smallestGap(values: readonly number[]): number {
  return Math.min(...values.slice(1).map((value, index) => value - (values[index] ?? 0)), Number.POSITIVE_INFINITY)
}

/** Extends bins, and numbers dense enough for a curve, to the ends of the scale, so that the plot keeps its width. */
function toEnds(values: readonly number[], domain: readonly unknown[], width: number): number[] {
  const [first = 0, second = first + width, last = 0] = [values[0], values[1], values.at(-1)]
  const step = width > 0 ? width : second - first
  const [low, high] = [Math.min(...domain.map(Number)), Math.max(...domain.map(Number)) - width]
  const isCurve = values.length >= 50 && (high - low) / step <= 400
  if (!isCurve && (width === 0 || (high - low) / step > values.length + 12)) return [...values]
  const at = (start: number, room: number, sign: 1 | -1) =>
    Array.from({ length: Math.max(0, Math.floor(room / step + 1e-6)) }, (_, index) =>
      Number((start + sign * (index + 1) * step).toPrecision(12)),
    )
  return [...at(first, first - low, -1).reverse(), ...values, ...at(last, high - last, 1)]
}

function evenly(values: readonly number[], step: number): number[] {
  const [first = 0, last = 0] = [values[0], values.at(-1)]
  const size = values.length < 2 ? 1 : Math.round((last - first) / step) + 1
  const even = Array.from({ length: size }, (_, index) => Number((first + index * step).toPrecision(12)))
  const isEven = values.every((value) => even.some((one) => Math.abs(one - value) < step * 1e-3))
  if (!isEven || size > Math.max(200, values.length * 2))
    throw new NotPossible('its numbers along the axis are not evenly spaced')
  // The data's own numbers, where there are some.
  return even.map((one) => values.find((value) => Math.abs(one - value) < step * 1e-3) ?? one)
}

/** Whether the names of bins find room under them. */
function fits(facts: Facts, scale: string, count: number): boolean {
  const { labels } = axisParts(facts, scale)
  const widest = Math.max(0, ...labels.map(({ bounds }) => (bounds ? bounds.x2 - bounds.x1 : 0)))
  return widest * 2.4 < facts.frame.width / count
}
