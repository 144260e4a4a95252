import type { NativeChart } from '../../../chart/native/native-types.ts'
import { type Memory, noMemory } from '../../../memory/memory.ts'
import { createRelations, makePart, type Part, relationTypes } from '../../../opc/package.ts'
import type { Theme } from '../../../theme/theme.ts'
import { toRegionalLanguage } from '../parts/regional-language.ts'
import { chartSpace } from './chart-space.ts'
import { userShapes } from './user-shapes.ts'
import { writeWorkbook } from './workbook.ts'

/** The parts of a package that are one chart; the first is the chart itself. */
export type ChartParts = readonly [Part, ...Part[]]

/** Writes charts as parts of a package, numbered from 1 in their order, past the numbers of parts whose names are `taken`. */
export function writeNativeCharts(
  charts: readonly NativeChart[],
  theme: Theme,
  date: Date,
  taken: ReadonlySet<string> = new Set(),
  memory: Memory = noMemory,
): ChartParts[] {
  const numbers = freeNumbers(charts.length, taken)
  return charts.map((chart, index) => {
    const number = numbers[index] ?? index + 1
    return memory.remember('write chart', [chart, number, theme, date], () => chartParts(chart, number, theme, date))
  })
}

/** The parts of the chart of that number. */
const partNames = (number: number) => ({
  chart: `/ppt/charts/chart${number}.xml`,
  workbook: `/ppt/embeddings/Microsoft_Excel_Worksheet${number}.xlsx`,
  shapes: `/ppt/drawings/drawing${number}.xml`,
})

function freeNumbers(count: number, taken: ReadonlySet<string>): number[] {
  const numbers: number[] = []
  for (let number = 1; numbers.length < count; number++) {
    if (Object.values(partNames(number)).every((name) => !taken.has(name))) numbers.push(number)
  }
  return numbers
}

function chartParts(chart: NativeChart, number: number, theme: Theme, date: Date): ChartParts {
  const language = toRegionalLanguage(chart.language)
  const relations = createRelations()
  const names = partNames(number)
  const workbook = relations.add(relationTypes.package, names.workbook)
  const shapes = chart.shapes.length > 0 ? relations.add(relationTypes.chartShapes, names.shapes) : undefined
  return [
    makePart('chart', names.chart, chartSpace({ chart, theme, language }, workbook, shapes), relations.list()),
    makePart('workbook', names.workbook, writeWorkbook(chart.columns, date)),
    ...(shapes === undefined ? [] : [makePart('chartShapes', names.shapes, userShapes(chart, theme, language))]),
  ]
}
