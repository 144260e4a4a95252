import { comparePeriods } from '../dataset/period.ts'
import type { Dataset, Measure } from '../dataset/types.ts'
import type { Locale } from '../locale/types.ts'
import { type DescribeWords, describeWords } from './describe-words.ts'
import type { ShownMark } from './shown.ts'
import type { ChartRow } from './types.ts'

export type ChartKind = 'line' | 'area' | 'column' | 'bar' | 'dot' | 'pie' | 'other'
export type Trend = 'rising' | 'up' | 'falling' | 'down' | 'flat'

/** Alternative text should be heard in one breath; assistive technology cuts or hurries what is longer. */
const longest = 350

/** What a chart shows, in the locale's language and the printed forms of its numbers: kind, subject, span, then ends and extremes, or items by rank. Empty where no bound number is drawn. */
export function describeChart(marks: readonly ShownMark[], dataset: Dataset, locale: Locale): string {
  const marksWithNumbers = marks.filter((mark) => mark.position && mark.rows.length > 0)
  const main = marksWithNumbers.find((mark) => mark.mark !== 'rule' && mark.mark !== 'text') ?? marksWithNumbers[0]
  if (!main?.position) return ''
  const { measure } = main.position
  const rows = distinctRows(marksWithNumbers).filter((row) => row[measure] !== null)
  const words = describeWords(locale.language)
  const telling: Telling = { words, locale, measure, subject: subjectOf(rows, measure, dataset, locale, words) }
  const series = groupByIndicator(rows)
  const body =
    series.some((points) => points.length > 2) || series.length === 1
      ? tellSeries(series, telling)
      : tellItems(series, telling)
  const opening = words.opening(words.kind(kindOf(main, marks)), telling.subject, spanOf(rows, locale, words))
  return fitting(opening, body, words)
}

interface Telling {
  words: DescribeWords
  locale: Locale
  measure: Measure
  subject: string
}

function kindOf({ mark, position }: ShownMark, marks: readonly ShownMark[]): ChartKind {
  if (mark === 'line' || mark === 'trail') return 'line'
  if (mark === 'area') return marks.some((other) => other.mark === 'line') ? 'line' : 'area'
  if (mark === 'bar') return position?.channel === 'x' ? 'bar' : 'column'
  if (mark === 'point' || mark === 'circle' || mark === 'square' || mark === 'tick') return 'dot'
  return mark === 'arc' ? 'pie' : 'other'
}

function distinctRows(marks: readonly ShownMark[]): ChartRow[] {
  return [...new Set(marks.flatMap((mark) => mark.rows))]
}

function groupByIndicator(rows: readonly ChartRow[]): ChartRow[][] {
  const ids = [...new Set(rows.map((row) => row.indicator))]
  return ids.map((id) =>
    rows.filter((row) => row.indicator === id).toSorted((one, other) => comparePeriods(one.period, other.period)),
  )
}

/** The indicator's own name where there is one; for several, what their numbers are shares of, where that is one thing. */
function subjectOf(
  rows: readonly ChartRow[],
  measure: Measure,
  dataset: Dataset,
  locale: Locale,
  words: DescribeWords,
): string {
  const indicators = [...new Set(rows.map((row) => row.indicator))].flatMap((id) => dataset.indicators.get(id) ?? [])
  const [first] = indicators
  if (indicators.length === 1 && first) return words.measure(measure, lowerFirst(locale.text(first.label)))
  const denominators = new Set(
    indicators.map((indicator) => (indicator.denominator ? locale.text(indicator.denominator) : '')),
  )
  const [denominator] = denominators
  return denominators.size === 1 && denominator && measure === 'value' ? words.shareOf(denominator) : ''
}

/** `Netizens` within a sentence is `netizens`; a name such as `IPv6` or `E-commerce` of which the second letter is not small stays. */
function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

function spanOf(rows: readonly ChartRow[], locale: Locale, words: DescribeWords): string {
  const periods = [...new Set(rows.map((row) => row.period))].toSorted(comparePeriods)
  const [first, last] = [periods[0], periods.at(-1)]
  return first === undefined || last === undefined
    ? ''
    : words.span(locale.period(first, 'long'), locale.period(last, 'long'))
}

function tellSeries(series: readonly ChartRow[][], telling: Telling): string[] {
  const { words } = telling
  return series.map((points) => {
    const text = tellCourse(points, telling)
    return series.length === 1 ? text : words.named(points[0]?.label ?? '', text)
  })
}

function tellCourse(points: readonly ChartRow[], { words, locale, measure }: Telling): string {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return ''
  if (points.length === 1) return printed(first, measure)
  const sorted = points.toSorted((one, other) => numberOf(one, measure) - numberOf(other, measure))
  const [low, high] = [sorted[0], sorted.at(-1)]
  const isEnd = (row: ChartRow) =>
    numberOf(row, measure) === numberOf(first, measure) || numberOf(row, measure) === numberOf(last, measure)
  return words.join([
    words.course(
      words.fromTo(printed(first, measure), printed(last, measure)),
      trendOf(points.map((row) => numberOf(row, measure))),
    ),
    ...(low && !isEnd(low) ? [words.lowest(printed(low, measure), locale.period(low.period, 'long'))] : []),
    ...(high && !isEnd(high) ? [words.highest(printed(high, measure), locale.period(high.period, 'long'))] : []),
  ])
}

/** Little changed: by less than a hundredth of where it began. */
function trendOf(values: readonly number[]): Trend {
  const [first = 0, last = 0] = [values[0], values.at(-1)]
  const steps = values.slice(1).map((value, index) => value - (values[index] ?? value))
  if (Math.abs(last - first) < Math.abs(first) * 0.01) return 'flat'
  if (last > first) return steps.every((step) => step >= 0) ? 'rising' : 'up'
  return steps.every((step) => step <= 0) ? 'falling' : 'down'
}

/** Items at one period, or at two (before and after): all where they are few, else the ends of the ranking. */
function tellItems(series: readonly ChartRow[][], { words, measure }: Telling): string[] {
  const latest = series.flatMap((points) => points.at(-1) ?? [])
  const ranked = latest.toSorted((one, other) => numberOf(other, measure) - numberOf(one, measure))
  if (series.length <= 6)
    return ranked.map((row) => {
      const before = series.find((points) => points.at(-1) === row)?.at(-2)
      const now = printed(row, measure)
      return before ? words.named(row.label, words.fromTo(printed(before, measure), now)) : words.item(row.label, now)
    })
  const [largest, smallest] = [ranked[0], ranked.at(-1)]
  if (!largest || !smallest) return []
  const item = (row: ChartRow) => words.item(row.label, printed(row, measure))
  return [words.ranking(ranked.length, item(largest), item(smallest))]
}

function numberOf(row: ChartRow, measure: Measure): number {
  return row[measure] ?? 0
}

function printed(row: ChartRow, measure: Measure): string {
  switch (measure) {
    case 'value':
      return row.valueText
    case 'change':
      return row.changeText
    case 'rate':
      return row.rateText
  }
}

/** As many parts as the length allows; what is left out is the last, the least. */
function fitting(opening: string, body: readonly string[], words: DescribeWords): string {
  for (let count = body.length; count > 0; count--) {
    const text = words.sentences([opening, words.join(body.slice(0, count))])
    if (text.length <= longest) return text
  }
  return words.sentences([opening])
}
