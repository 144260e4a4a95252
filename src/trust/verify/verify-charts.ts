import { Decimal } from 'decimal.js'
import type { Observation } from '../../dataset/types.ts'
import type { FigureIndex } from '../figure-index.ts'
import type { ExpectedText } from './expected-text.ts'
import type { FoundChart, FoundPoint } from './found-document.ts'
import type { Finding } from './verification.ts'
import { similarity, wordBag } from './word-bag.ts'

/** The numbers of native charts: how many are figures that the chart shows, and what is wrong with the others. A chart and its workbook must agree, or the next edit in PowerPoint brings the workbook's numbers back. */
export function verifyCharts(
  charts: readonly FoundChart[],
  expected: readonly ExpectedText[],
  pages: ReadonlyMap<number, number>,
  figures: FigureIndex,
): { proved: number; findings: Finding[] } {
  const judged = charts.flatMap((chart) => {
    const shown = shownFigures(chart, expected, pages)
    return chart.series.flatMap(({ name, points }) =>
      points.map((point) => judgePoint(point, chart, name, shown ?? allFigures(figures))),
    )
  })
  return {
    proved: judged.filter((findings) => findings.length === 0).length,
    findings: judged.flat(),
  }
}

function judgePoint(point: FoundPoint, chart: FoundChart, series: string, shown: readonly Observation[]): Finding[] {
  const { cached, cell, inWorkbook } = point
  const at = { page: chart.page, item: chart.item, medium: 'chart' as const, context: series }
  const disagreement: Finding[] =
    cached !== undefined && inWorkbook !== undefined && !isSame(cached, inWorkbook)
      ? [
          {
            ...at,
            verdict: 'disagrees',
            printed: cached,
            was: inWorkbook,
            remark: `the workbook’s cell ${cell} says ${inWorkbook}`,
          },
        ]
      : []
  const drawn = cached ?? inWorkbook
  const number = drawn === undefined ? undefined : toDecimal(drawn)
  if (!number || shown.some((observation) => isValueOf(number, observation))) return disagreement
  const unknown: Finding = { ...at, verdict: 'unknown', printed: drawn ?? '', nearest: nearestOf(number, shown) }
  return [...disagreement, unknown]
}

/** The figures of the built chart that this one is: of the same slide, by its name or its alternative text. */
function shownFigures(
  chart: FoundChart,
  expected: readonly ExpectedText[],
  pages: ReadonlyMap<number, number>,
): readonly Observation[] | undefined {
  const there = expected.filter(({ medium, page }) => medium === 'chart' && page === pages.get(chart.page))
  const named = there.find(({ item }) => item === chart.item)
  const bag = wordBag(chart.alt)
  const told = there.find((text) => text.chart && similarity(bag, wordBag(text.chart.alt)) > 0.6)
  const built = named ?? told ?? (there.length === 1 ? there[0] : undefined)
  return built?.chart?.chart.observations
}

function allFigures(figures: FigureIndex): Observation[] {
  return [...new Set(figures.map(({ observation }) => observation))]
}

/** A chart may count in millions, or per cent as hundredths. */
const scales = [0, -2, 2, -3, -4, -6, -8, -9, -12].map((power) => new Decimal(`1e${power}`))

function isValueOf(number: Decimal, { quantity }: Observation): boolean {
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

function nearestOf(number: Decimal, shown: readonly Observation[]): Observation | undefined {
  const distance = ({ quantity }: Observation) =>
    Decimal.min(
      ...scales.map((scale) => quantity.value.times(scale).minus(number).abs().div(number.abs().plus('1e-9'))),
    )
  const [first, ...rest] = shown.filter(({ quantity }) => quantity.value.isFinite())
  if (!first) return undefined
  return rest.reduce((best, one) => (distance(one).lt(distance(best)) ? one : best), first)
}
