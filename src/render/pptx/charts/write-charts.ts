import { type NativeChart, nativeCharts } from '../../../chart/native/native-types.ts'
import type { Drawings } from '../../../layout/drawings.ts'
import type { ChartItem } from '../../../layout/types.ts'
import { createRelations, makePart, type Part, relationTypes } from '../../../opc/package.ts'
import type { Theme } from '../../../theme/theme.ts'
import type { Deck } from '../deck.ts'
import { toRegionalLanguage } from '../parts/regional-language.ts'
import { chartSpace } from './chart-space.ts'
import { userShapes } from './user-shapes.ts'
import { writeWorkbook } from './workbook.ts'

/** The parts of a package that are one chart; the first is the chart itself. */
export type ChartParts = readonly [Part, ...Part[]]

/** Parts of each chart item that PowerPoint draws itself: a chart's own first, or one for each panel. */
export type NativeCharts = ReadonlyMap<ChartItem, readonly ChartParts[]>

/** Writes the charts that PowerPoint can draw, numbered from 1 in order, past those of a template. */
export function writeNativeCharts(
  { pages, theme, reference, memory }: Pick<Deck, 'pages' | 'theme' | 'reference' | 'memory'>,
  drawings: Drawings,
  date: Date,
): NativeCharts {
  const numbers = freeNumbers(new Set(reference?.opened.names))
  const write = (chart: NativeChart): ChartParts => {
    const number = numbers.next().value
    return memory.remember('write chart', [chart, number, theme, date], () => chartParts(chart, number, theme, date))
  }
  const items = pages.flatMap((page) => page.items).filter((item) => item.type === 'chart')
  return new Map(
    items.flatMap((item): [ChartItem, ChartParts[]][] => {
      const charts = nativeCharts(drawings(item).drawing.native)
      return charts.length > 0 ? [[item, charts.map(write)]] : []
    }),
  )
}

/** What they are called. */
const partNames = (number: number) => ({
  chart: `/ppt/charts/chart${number}.xml`,
  workbook: `/ppt/embeddings/Microsoft_Excel_Worksheet${number}.xlsx`,
  shapes: `/ppt/drawings/drawing${number}.xml`,
})

function* freeNumbers(taken: ReadonlySet<string>): Generator<number, never> {
  for (let number = 1; ; number++) if (!Object.values(partNames(number)).some((name) => taken.has(name))) yield number
}

/** The parts of the chart of that number. */
export function chartParts(chart: NativeChart, number: number, theme: Theme, date: Date): ChartParts {
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
