import { comparePeriods } from '../../dataset/figure/period.ts'
import type { Dataset, Indicator, Measure, Period } from '../../dataset/types.ts'
import type { Locale } from '../../locale/types.ts'
import type { ChartKind, Course, DescribeWords } from '../../locale/words/describe-words.ts'
import type { ShownMark } from '../shown/to-shown-mark.ts'
import type { ChartRow } from '../types.ts'

/** Alternative text should be heard in one breath; assistive technology cuts or hurries what is longer. */
const longest = 350

/**
 * What a chart shows, in the locale's language and the printed forms of its numbers: kind, subject, span, then ends and
 * extremes, or items by rank. Numbers
 * that are drawn worked out (sums, quotients) are not said. Empty where no bound row is drawn.
 */
export function describeChart(
  marks: readonly ShownMark[],
  all: readonly ChartRow[],
  dataset: Dataset,
  locale: Locale,
): string {
  const numbered = marks.filter((mark) => mark.position)
  const main =
    numbered.find((mark) => mark.mark !== 'rule' && mark.mark !== 'text') ??
    numbered[0] ??
    marks.find((mark) => mark.rows.length > 0)
  if (!main) return ''
  const onAxis = main.position?.figures ?? []
  const { measure = 'value' } = onAxis[0] ?? {}
  const isWorkedOut = onAxis.length === 0 || onAxis.some((figure) => figure.isWorkedOut)
  const shown = numbered.length > 0 ? numbered.flatMap((mark) => positioned(mark, measure, isWorkedOut)) : main.rows
  const rows = [...new Set(shown)].flatMap((row) => all[row] ?? []).filter((row) => row[measure] !== null)
  const words = locale.descriptions
  const indicators = [...new Set(rows.map((row) => row.indicator))].flatMap((id) => dataset.indicators.get(id) ?? [])
  const opening = getOpening(words.kinds[getKind(main, marks)], indicators, measure, locale, words)
  const start = words.phrase([opening.text, saySpan(getSpan(rows), locale, words)])
  const series = groupByIndicator(rows)
  const isBreakdown = indicators.length === 1 && series.length > 1
  const getLabel = ({ indicator, category, label }: ChartRow) =>
    category === '' ? locale.text(dataset.indicators.get(indicator)?.label ?? {}) : label
  const tell = (names: 'label' | 'short', mostItems: number, saysExtremes = true): string => {
    const name = (row: ChartRow) => (isBreakdown ? row.category : names === 'short' ? row.label : getLabel(row))
    const wording: Wording = { words, locale, measure, name, span: getSpan(rows), saysExtremes }
    const isCourse = series.some((points) => points.length > 2) || series.length === 1
    const body = isCourse ? describeSeries(series, wording) : describeItems(series, wording, mostItems)
    return words.sentences([start, words.join(body)])
  }
  if (isWorkedOut) return words.sentences([start])
  // Full names say what is measured, unless the opening has said it or they make the text too long.
  return (
    [
      ...(isCrossed(series) ? [tell('short', mostCrossed)] : []),
      ...(opening.saysMeasure ? [] : [tell('label', mostRanked)]),
      tell('short', mostRanked),
      tell('short', mostRanked, false),
      words.sentences([start]),
    ].find((text) => text.length <= longest) ?? ''
  )
}

interface Wording {
  words: DescribeWords
  locale: Locale
  measure: Measure
  name(row: ChartRow): string
  /** The first and last period of the whole chart. */
  span: Span
  saysExtremes: boolean
}

type Span = readonly [first: Period, last: Period] | undefined

function getKind({ mark, position, names }: ShownMark, marks: readonly ShownMark[]): ChartKind {
  if (position?.channel === 'color') return 'other'
  // Lines between names down the side join the dots of one name.
  if (mark === 'line' || mark === 'trail') return position?.channel === 'x' && names !== undefined ? 'dot' : 'line'
  if (mark === 'area') return marks.some((other) => other.mark === 'line') ? 'line' : 'area'
  if (mark === 'bar') return position?.channel === 'x' ? 'bar' : 'column'
  if (mark === 'point' || mark === 'circle' || mark === 'square' || mark === 'tick') return 'dot'
  return mark === 'arc' ? 'pie' : 'other'
}

/** The rows whose number places a mark on its quantitative axis; `withInputs` adds those it is computed from. */
function positioned({ position }: ShownMark, measure: Measure, withInputs: boolean): number[] {
  const figures = position?.figures.filter((figure) => withInputs || !figure.isWorkedOut) ?? []
  return figures.flatMap((figure) => (figure.measure === measure ? [figure.row] : []))
}

function groupByIndicator(rows: readonly ChartRow[]): ChartRow[][] {
  const ids = [...new Set(rows.map((row) => row.series))]
  return ids.map((id) =>
    rows.filter((row) => row.series === id).toSorted((one, other) => comparePeriods(one.period, other.period)),
  )
}

/** Kind and subject: the indicator's name, or for several what their numbers are shares of, if that is one thing. */
function getOpening(
  kind: string,
  indicators: readonly Indicator[],
  measure: Measure,
  locale: Locale,
  words: DescribeWords,
) {
  const [first] = indicators
  if (indicators.length === 1 && first)
    return { text: words.of(kind, words.measure(measure, locale.lower(locale.text(first.label)))), saysMeasure: true }
  const denominators = new Set(
    indicators.map((indicator) => (indicator.denominator ? locale.text(indicator.denominator) : '')),
  )
  const [denominator] = denominators
  if (denominators.size === 1 && denominator && measure === 'value')
    return { text: words.phrase([kind, words.shareOf(locale.lower(denominator))]), saysMeasure: true }
  return { text: measure === 'value' ? kind : words.phrase([kind, words.measured[measure]]), saysMeasure: false }
}

function getSpan(rows: readonly ChartRow[]): Span {
  const periods = [...new Set(rows.map((row) => row.period))].toSorted(comparePeriods)
  const [first, last] = [periods[0], periods.at(-1)]
  return first === undefined || last === undefined ? undefined : [first, last]
}

function saySpan(span: Span, locale: Locale, words: DescribeWords): string {
  return span ? words.span(locale.period(span[0], 'long'), locale.period(span[1], 'long')) : ''
}

function describeSeries(series: readonly ChartRow[][], wording: Wording): string[] {
  const { words } = wording
  return series.map((points) => {
    const text = describeCourse(points, wording)
    return series.length === 1 ? text : points[0] ? words.named(wording.name(points[0]), text) : text
  })
}

function describeCourse(points: readonly ChartRow[], wording: Wording): string {
  const { words, measure, saysExtremes } = wording
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return ''
  if (points.length === 1) return printed(first, measure)
  const ends = words.fromTo(printedAt(first, wording, 0), printedAt(last, wording, 1))
  if (points.length === 2) return ends
  return words.join([
    words.course(ends, getTrend(points.map((row) => getNumber(row, measure)))),
    ...(saysExtremes ? extremes(points, wording) : []),
  ])
}

/** The lowest and the highest point, where they are neither end. */
function extremes(points: readonly ChartRow[], { words, locale, measure }: Wording): string[] {
  const sorted = points.toSorted((one, other) => getNumber(one, measure) - getNumber(other, measure))
  const ends = [points[0], points.at(-1)].map((row) => row && getNumber(row, measure))
  const say = (row: ChartRow | undefined, words: (value: string, period: string) => string) =>
    row && !ends.includes(getNumber(row, measure))
      ? [words(printed(row, measure), locale.period(row.period, 'long'))]
      : []
  return [...say(sorted[0], words.lowest), ...say(sorted.at(-1), words.highest)]
}

/** An end of a series, with its period where that is not the chart's own first (0) or last (1). */
function printedAt(row: ChartRow, { words, locale, measure, span }: Wording, end: 0 | 1): string {
  const value = printed(row, measure)
  return span && row.period !== span[end] ? words.at(value, locale.period(row.period, 'long')) : value
}

/** Which way numbers go. Little changed: by less than a hundredth of where they began. */
export function getTrend(values: readonly number[]): Course {
  const [first = 0, last = 0] = [values[0], values.at(-1)]
  const steps = values.slice(1).map((value, index) => value - (values[index] ?? value))
  if (Math.abs(last - first) < Math.abs(first) * 0.01) return 'flat'
  if (last > first) return steps.every((step) => step >= 0) ? 'rising' : 'up'
  return steps.every((step) => step <= 0) ? 'falling' : 'down'
}

/** So many items are all said; more by the ends of their ranking. */
const mostRanked = 6

/** So many parts of two dimensions are said where they fit, one category after the other. */
const mostCrossed = 16

/** Whether the parts of one thing differ in two dimensions: women and men in each region. */
function isCrossed(series: readonly ChartRow[][]): boolean {
  return series.length > 1 && series.every(([row]) => /\[[^\]]+,[^\]]+\]/.test(row?.series ?? ''))
}

/** Items at one period, or at two (before and after): all where they are few, else the ends of the ranking. */
function describeItems(
  series: readonly ChartRow[][],
  { words, measure, name }: Wording,
  most: number = mostRanked,
): string[] {
  const latest = series.flatMap((points) => points.at(-1) ?? [])
  const byName = latest.toSorted((one, other) => (name(one) < name(other) ? -1 : 1))
  const ranked = latest.toSorted((one, other) => getNumber(other, measure) - getNumber(one, measure))
  if (series.length <= most)
    return (isCrossed(series) ? byName : ranked).map((row) => {
      const before = series.find((points) => points.at(-1) === row)?.at(-2)
      const now = printed(row, measure)
      return before ? words.named(name(row), words.fromTo(printed(before, measure), now)) : words.named(name(row), now)
    })
  const [largest, smallest] = [ranked[0], ranked.at(-1)]
  if (!largest || !smallest) return []
  const item = (row: ChartRow) => words.named(name(row), printed(row, measure))
  return [words.ranking(ranked.length, item(largest), item(smallest))]
}

function getNumber(row: ChartRow, measure: Measure): number {
  return row[measure] ?? 0
}

function printed(row: ChartRow, measure: Measure): string {
  return row[`${measure}Text`]
}
