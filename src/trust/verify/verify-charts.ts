import { Decimal } from 'decimal.js'
import type { NativeCell } from '../../chart/native/native-types.ts'
import { groupBy } from '../../dataset/group-by.ts'
import { likest } from '../../dataset/likest.ts'
import type { Observation } from '../../dataset/types.ts'
import type { FigureIndex } from '../numbers/figure-index.ts'
import { readNumbers } from '../numbers/numbers-in-text.ts'
import { builtSeries, compareChart } from './compare-chart.ts'
import type { ExpectedText } from './expected-text.ts'
import { valueKey } from './mention-key.ts'
import type { FoundChart, FoundPoint } from './read/found-document.ts'
import type { Finding, Reworded } from './verification.ts'
import { similarity, wordBag } from './word-bag.ts'

/**
 * The numbers of native charts: how many are as the build draws them, or figures that the chart shows, and what is
 * wrong with the others. A chart and its
 * workbook must agree, or the next edit in PowerPoint brings the workbook's numbers back.
 */
export function verifyCharts(
  charts: readonly FoundChart[],
  expected: readonly ExpectedText[],
  pageOf: (page: number) => number | undefined,
  { figures, language }: { figures: () => FigureIndex; language: string },
): { proved: number; findings: Finding[]; reworded: Reworded[] } {
  const drawn = expected.filter(({ medium }) => medium === 'chart')
  const [named, placed] = [groupBy(drawn, ({ item }) => item), groupBy(drawn, ({ page }) => page)]
  const pairs = charts.map((chart) => {
    const there = placed.get(pageOf(chart.page) ?? Number.NaN) ?? []
    return { chart, built: builtChart(chart, named.get(chart.item) ?? [], there) }
  })
  const judged = pairs.flatMap(({ chart, built }) => {
    const shown = built?.chart?.chart.observations ?? [...new Set(figures().map(({ observation }) => observation))]
    const series = built?.native ? builtSeries(built.native) : []
    return chart.series.flatMap(({ name, points }, index) => {
      const drawn = series[index]?.name === name ? series[index] : series.find((one) => one.name === name)
      return points.map((point, row) =>
        judgePoint(point, {
          chart,
          series: name,
          shown,
          was: drawn?.values[row],
          label: drawn?.labels.get(row),
          language,
        }),
      )
    })
  })
  const compared = pairs.map(({ chart, built }) => compareChart(chart, built?.native))
  return {
    proved: judged.filter((findings) => findings.length === 0).length,
    findings: [...judged.flat(), ...compared.flatMap(({ findings }) => findings)],
    reworded: compared.flatMap(({ reworded }) => reworded),
  }
}

interface DrawnPoint {
  chart: FoundChart
  series: string
  /** The figures that the chart shows. */
  shown: readonly Observation[]
  /** What the build draws there. */
  was: NativeCell | undefined
  label: string | undefined
  language: string
}

function judgePoint(point: FoundPoint, { chart, series, shown, was, label, language }: DrawnPoint): Finding[] {
  const { cached, cell, inWorkbook } = point
  const at = { page: chart.page, item: chart.item, medium: 'chart' as const, context: series }
  const remark = `the workbook’s cell ${cell} says ${inWorkbook}`
  const disagrees = cached !== undefined && inWorkbook !== undefined && !isSame(cached, inWorkbook)
  const disagreement: Finding[] = disagrees ? [{ ...at, verdict: 'disagrees', printed: cached, remark }] : []
  const labels = labelFindings(point, label, at, language)
  const drawn = cached ?? inWorkbook
  const number = drawn === undefined ? undefined : toDecimal(drawn)
  if (!number || drawn === undefined) return [...disagreement, ...labels]
  const built = typeof was === 'number' ? new Decimal(was) : undefined
  if (built ? isNear(built, number) : shown.some((one) => getIsValue(number, one))) return [...disagreement, ...labels]
  const observation = built && shown.find((one) => getIsValue(built, one))
  const wrong: Finding = built
    ? { ...at, verdict: 'changed', printed: drawn, was: built.toString(), observation }
    : { ...at, verdict: 'unknown', printed: drawn, nearest: getNearest(number, shown) }
  return [...disagreement, ...labels, wrong]
}

/** A number typed beside a point in place of the one that the build writes there. */
function labelFindings(
  { label }: FoundPoint,
  was: string | undefined,
  at: Pick<Finding, 'page' | 'item' | 'medium' | 'context'>,
  language: string,
): Finding[] {
  if (label === undefined || was === undefined) return []
  const [before, after] = [readNumbers(was, language), readNumbers(label, language)]
  return after.flatMap((mention, index) => {
    const former = before[index]
    if (!former || mention.kind !== 'number' || valueKey(former) === valueKey(mention)) return []
    return [{ ...at, verdict: 'changed' as const, printed: mention.text, was: former.text, mention }]
  })
}

/** The built chart of a found one: by name and alternative text, else on its slide and with a number in common. */
function builtChart(
  chart: FoundChart,
  named: readonly ExpectedText[],
  there: readonly ExpectedText[],
): ExpectedText | undefined {
  // A panel's group has the alternative text.
  const untouched = named.filter((text) => ['', text.chart?.alt].includes(chart.alt))
  if (untouched.length === 1 && chart.alt !== '') return untouched[0]
  if (untouched.length > 0) return mostLike(chart, untouched, there)
  const bag = wordBag(chart.alt)
  const likely = (isLike: (text: ExpectedText) => boolean) => mostLike(chart, there.filter(isLike), [])
  return (
    likely(({ item }) => item === chart.item) ??
    likely((text) => similarity(bag, wordBag(text.chart?.alt ?? '')) > 0.6) ??
    likely(() => true)
  )
}

/**
 * The chart that draws most of the same, of charts of one name without alternative texts (LibreOffice drops them);
 * of several the one on its slide; a chart that draws none of it is another.
 */
function mostLike(
  { series }: FoundChart,
  charts: readonly ExpectedText[],
  there: readonly ExpectedText[],
): ExpectedText | undefined {
  const values = series.flatMap(({ points }) => points.map(({ cached }) => Number(cached)))
  const likeness = (text: ExpectedText) => {
    const drawn = text.native ? builtSeries(text.native).flatMap((one) => one.values) : []
    const shared = drawn.filter((value) => typeof value === 'number' && values.includes(value)).length
    return (2 * shared) / Math.max(1, drawn.length + values.length) + (there.includes(text) ? 0.5 : 0)
  }
  return likest(charts, likeness, Number.EPSILON)
}

/** A chart may count in millions, or per cent as hundredths. */
const scales = [0, -2, 2, -3, -4, -6, -8, -9, -12].map((power) => new Decimal(`1e${power}`))

function getIsValue(number: Decimal, { quantity }: Observation): boolean {
  return scales.some((scale) => isNear(quantity.value.times(scale), number))
}

/** Equal but for what binary floating point does to a decimal. */
function isNear(a: Decimal, b: Decimal): boolean {
  return a.minus(b).abs().lte(a.abs().times('1e-12'))
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [toDecimal(a), toDecimal(b)]
  return left && right ? isNear(left, right) : a === b
}

function toDecimal(text: string): Decimal | undefined {
  return /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i.test(text) ? new Decimal(text.trim()) : undefined
}

function getNearest(number: Decimal, shown: readonly Observation[]): Observation | undefined {
  const distance = ({ quantity }: Observation) =>
    Decimal.min(
      ...scales.map((scale) => quantity.value.times(scale).minus(number).abs().div(number.abs().plus('1e-9'))),
    )
  const [first, ...rest] = shown.filter(({ quantity }) => quantity.value.isFinite())
  if (!first) return undefined
  return rest.reduce((best, one) => (distance(one).lt(distance(best)) ? one : best), first)
}
