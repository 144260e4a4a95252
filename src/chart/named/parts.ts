import { parsePeriod } from '../../dataset/figure/period.ts'
import { observationKey } from '../../dataset/figure/reference.ts'
import { seriesIn } from '../../dataset/figure/series.ts'
import { isPercentage } from '../../dataset/figure/unit/unit.ts'
import { escapePattern } from '../../files/escape-pattern.ts'
import { isResidual } from '../../locale/words/series-words.ts'
import { scaleOnce } from '../bind/rows/common-scale.ts'
import type { JsonObject } from '../spec/json/json.ts'
import type { PeriodKind } from '../types.ts'
import type { ChartRequest } from './types.ts'

/** A size that follows the type of the medium. */
export function labelSizes(count: number): JsonObject {
  return { expr: `labelSize * ${count}` }
}

/** The option that asks for a measure, and one that is on or off. */
export const measureOption = { type: 'word', words: ['value', 'change', 'rate'] } as const
export const switchOption = { type: 'word', words: ['yes', 'no'] } as const

/** Aggregates over all rows, or over those of each group, under their names: `{ most: ['max', 'value'] }`. */
export function aggregates(names: Readonly<Record<string, readonly [op: string, field?: string]>>, groupby?: string) {
  const joinaggregate = Object.entries(names).map(([as, [op, field]]) => ({ op, ...(field && { field }), as }))
  return { joinaggregate, ...(groupby && { groupby: [groupby] }) }
}

/** Whether a field of a row is one of some values, as an expression. */
export function isAmong(field: string, values: readonly string[]): string {
  return `indexof(${JSON.stringify(values)}, datum.${field}) >= 0`
}

/** Whether a row is of a period, as an expression; where none is asked for by another test. */
export function isAt(period: string | undefined, test = 'datum.current'): string {
  return period === undefined ? test : `datum.period === ${JSON.stringify(period)}`
}

/** From edge to edge of the plot. */
export const fullHeight = { y: { value: 0 }, y2: { value: { expr: 'height' } } }
export const fullWidth = { x: { value: 0 }, x2: { value: { expr: 'width' } } }

/** Where dates stand that no axis is made for. */
export const inTime = { field: 'date', type: 'temporal' }

export const accent = { expr: 'accent' }
export const context = { expr: 'context' }

/** Whether a row is of one of the series, as an expression. */
export function getIsOne(ids: readonly string[]): string {
  return ids.map((id) => `datum.series === ${JSON.stringify(id)}`).join(' || ')
}

/** The accent colour for the rows that a test picks, the context's for all others. */
export function accentWhere(test: string): JsonObject {
  return { condition: { test, value: accent }, value: context }
}

/** The colour of marks: accent and context; the accent for all where nothing is to be seen first. */
export function markColor({ accent: ids }: ChartRequest): JsonObject {
  return ids.length > 0 ? accentWhere(getIsOne(ids)) : { value: accent }
}

/** The same for words, dark enough to be read. */
export function wordColor({ accent: ids, series }: ChartRequest): JsonObject {
  const quiet = { value: { expr: 'muted' } }
  const loud = { value: { expr: 'accentText' } }
  if (series.length === 1) return loud
  return ids.length > 0 ? { condition: { test: getIsOne(ids), ...loud }, ...quiet } : { value: { expr: 'ink' } }
}

/** The colour of words on a mark that a scale of colours fills: of light and dark the one that stands out more. */
export function wordsOn(value: string): JsonObject {
  const [light, dark] = ['onAccent', 'ink'].map((color) => `contrast(scale('color', ${value}), ${color})`)
  return { condition: { test: `${light} > ${dark}`, value: { expr: 'onAccent' } }, value: { expr: 'ink' } }
}

/** The rows of one period: the one that is asked for, else the report's own. */
export function atPeriod({ options: { period }, measure }: ChartRequest): JsonObject {
  return { filter: `${isAt(period)} && isValid(datum.${measure})` }
}

/** All numbers of a chart in one scale, which is said with the unit. */
export const inOneScale = { usermeta: { briefwright: scaleOnce } }

/** A row's printed number as `said`, with scale and unit only where the test holds, so that they are said once. */
export function sayUnitWhere(test: string, { measure, saidUnit }: Saying): JsonObject {
  const name = saidUnit && escapePattern(saidUnit).replaceAll(/\s/g, '\\s')
  const whole = `datum.${measure}Text`
  const text = name === undefined ? whole : `replace(${whole}, /\\s*${name}/, '')`
  return { calculate: measure === 'rate' ? whole : `${test} ? ${text} : datum.${measure}Short`, as: 'said' }
}

/** What a number is said by: of a unit that stands above the chart, the scale alone. */
type Saying = Pick<ChartRequest, 'measure' | 'saidUnit'>

/** The same with the unit at the first row of an order alone, which has the `place` 1. */
export function sayUnitFirst(sort: readonly JsonObject[], request: Saying): JsonObject[] {
  return [{ window: [{ op: 'row_number', as: 'place' }], sort: [...sort] }, sayUnitWhere('datum.place === 1', request)]
}

/** The field that orders rows by the size of a number, and its transform; what is left over counts as least. */
export function bySize(field: string, { series, dataset, locale }: ChartRequest) {
  const isRest = (key: string) => {
    const members = seriesIn(key, dataset)
    return !('message' in members) && members.some((one) => isResidual(dataset, locale, one))
  }
  const rest = series.filter(isRest)
  if (rest.length === 0) return { field, transform: [] }
  return { field: 'size', transform: [{ calculate: `${getIsOne(rest)} ? -1e300 : datum.${field}`, as: 'size' }] }
}

/** Dates along x, those with a label as given. */
export function timeAxis(request: ChartRequest, values: JsonObject, axis: JsonObject = {}): JsonObject {
  return { ...inTime, axis: { values, formatType: 'period', format: periodKind(request), ...axis } }
}

/** What a time axis says of its dates. */
export function periodKind({ periods }: ChartRequest): PeriodKind {
  const forms = periods.map((period) => parsePeriod(period)?.form)
  if (forms.every((form) => form === 'year' || form === 'financial')) return 'year'
  if (forms.every((form) => form === 'half')) return 'half'
  return forms.every((form) => form === 'quarter') ? 'quarter' : 'month'
}

/** Numbers on an axis, in the words of their unit. */
export function numberAxis({ unit }: ChartRequest): JsonObject {
  const labelPadding = { expr: 'axisSize * 0.9' }
  return { grid: true, tickCount: 4, formatType: 'quantity', format: unit, labelPadding }
}

/** Dots stand on a scale of their own range: its axis says that it has no zero. */
export function dotAxis(request: ChartRequest, field: string): JsonObject {
  const scale = { zero: false, nice: false, padding: { expr: 'axisSize' } }
  // What is said in per cent is short.
  const room = isPercentage(request.unit) ? 4 : 8
  const tickCount = { expr: `max(2, min(4, floor(width / (axisSize * ${room}))))` }
  return { field, type: 'quantitative', scale, axis: { ...numberAxis(request), tickCount, orient: 'top' } }
}

/** A text beside the end of a lying bar: to its left where the number is below zero. */
export function besideBar(field: string, isInside = 'false'): JsonObject {
  const toLeft = `datum.${field} < 0 || ${isInside}`
  return {
    align: { expr: `${toLeft} ? 'right' : 'left'` },
    dx: { expr: `(${toLeft} ? -labelSize : labelSize) * 0.5` },
  }
}

/** The layers of what is said beside lying bars in rows, and of the line at zero where some lie below it. */
export function saidBeside(isBelowZero: boolean): JsonObject[] {
  const words = {
    mark: {
      type: 'text',
      ...besideBar('value'),
      fontSize: { expr: "clamp(bandwidth('yOffset'), axisSize * 0.85, axisSize)" },
    },
    encoding: { text: { field: 'said' } },
  }
  return [words, ...(isBelowZero ? [zeroLine] : [])]
}

/**
 * The scale of bars: with room for negative numbers beyond their ends, clear of the axis's names;
 * beside similar charts, up to their common end.
 */
export function barScale({ end }: ChartRequest, isBelowZero: boolean, sizes = 6): JsonObject {
  if (isBelowZero) return { scale: { padding: { expr: `min(labelSize * ${sizes}, width * 0.22)` }, nice: false } }
  return end === undefined ? {} : { scale: { domain: [0, end], nice: false } }
}

/** More rows than these stand closer than words of their usual size, on a slide. */
const mostRows = 12

/** The size of words in rows so many that they would lie on each other: what a row has room for; undefined of few. */
export function sizeInRows(rows: number, size: 'axisSize' | 'labelSize'): JsonObject | undefined {
  return rows > mostRows ? { expr: `min(${size}, height / ${rows} * 0.88)` } : undefined
}

/** How many of the series have a figure: of a breakdown that is stated for some categories, these. */
export function countStated({ series, measure, periods, dataset }: ChartRequest): number {
  const has = (id: string) => periods.some((period) => dataset.observations.has(observationKey(id, measure, period)))
  return series.filter(has).length
}

/** Height on a page by the number of rows, so that names can be read: in points, for a width of 480, at most a page. */
export function heightOnPage({ medium }: ChartRequest, rows: number, few = 6): JsonObject {
  if (medium !== 'page' || (rows > few && rows <= mostRows)) return {}
  return { width: 480, height: Math.min(560, (rows > few ? 13 : 30) * rows) }
}

/** As thick as there is room, and no thicker than four lines of type. */
export const barSize = { expr: "min(bandwidth('y'), labelSize * 4)" }

/** Larger than a point on a line: it is all that one sees of a figure. */
export const dot: JsonObject = { type: 'point', size: { expr: 'pointSize * 2' } }

/** A colour of the theme, lightened towards the paper. */
export function tint(color: string, strength: number): JsonObject {
  if (strength === 1) return { expr: color }
  const part = (channel: string) =>
    `round(rgb(${color}).${channel} * ${strength.toFixed(2)} + rgb(paper).${channel} * ${(1 - strength).toFixed(2)})`
  return { expr: `'rgb(' + ${part('r')} + ',' + ${part('g')} + ',' + ${part('b')} + ')'` }
}

/**
 * The scale of a line's numbers, with a padding in type sizes.
 * One that is to show zero ends there, on the other axis, where no number lies below.
 */
export function lineScale(
  { isFromZero, belowZero }: ChartRequest,
  padding: number,
): { scale: JsonObject; axis: JsonObject } {
  const scale = { nice: false, padding: labelSizes(padding) }
  if (!isFromZero) return { scale: { zero: false, ...scale }, axis: {} }
  return belowZero.length > 0 ? { scale, axis: {} } : { scale: {}, axis: { domain: true } }
}

/** Zero, where numbers lie above and below it; where lying bars to both sides of it begin. */
const zero = { mark: { type: 'rule', style: 'baseline' } }
export const zeroLevel = { ...zero, encoding: { y: { datum: 0 }, ...fullWidth } }
export const zeroLine = { ...zero, encoding: { x: { datum: 0 }, ...fullHeight } }

/** Bars that go both ways begin at a line of their own, not at their axis. */
export function withoutDomain(isBelowZero: boolean, axis?: JsonObject): JsonObject {
  return isBelowZero ? { axis: { ...axis, domain: false } } : axis ? { axis } : {}
}
