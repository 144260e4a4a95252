import type { NativeChart } from '../../chart/native-types.ts'
import type { Theme } from '../../theme.ts'
import { contentTypes, createRelations, type Part, relationTypes } from '../package/package.ts'
import { toRegionalLanguage } from '../package/regional-language.ts'
import type { AskedChart } from './ask-pptxgen.ts'
import { chartSpace } from './chart-space.ts'
import { userShapes } from './user-shapes.ts'
import { writeWorkbook } from './workbook.ts'

/** The parts of a package that are one chart; the first is the chart itself. */
export type ChartParts = readonly [Part, ...Part[]]

/** Writes charts as parts of a package, numbered from 1 in their order. pptxgenjs is loaded when the first is asked for. */
export async function writeNativeCharts(
  charts: readonly NativeChart[],
  theme: Theme,
  date: Date,
): Promise<ChartParts[]> {
  if (charts.length === 0) return []
  const { askPptxgen } = await import('./ask-pptxgen.ts')
  const asked = await askPptxgen(charts)
  return charts.map((chart, index) => {
    const given = asked[index]
    if (!given) throw new RangeError(`pptxgenjs gave ${asked.length} charts for ${charts.length}`)
    return chartParts(chart, given, index + 1, theme, date)
  })
}

function chartParts(chart: NativeChart, given: AskedChart, number: number, theme: Theme, date: Date): ChartParts {
  const language = toRegionalLanguage(chart.language)
  const relations = createRelations()
  const workbookName = `/ppt/embeddings/Microsoft_Excel_Worksheet${number}.xlsx`
  const shapesName = `/ppt/drawings/drawing${number}.xml`
  const workbook = relations.add(relationTypes.package, workbookName)
  const shapes = chart.shapes.length > 0 ? relations.add(relationTypes.chartShapes, shapesName) : undefined
  return [
    {
      name: `/ppt/charts/chart${number}.xml`,
      contentType: contentTypes.chart,
      content: chartSpace(given.chart, chart, { theme, language, workbook, shapes }),
      relations: relations.list(),
    },
    {
      name: workbookName,
      contentType: contentTypes.workbook,
      content: writeWorkbook(given.workbook, chart.columns, date),
      relations: [],
    },
    ...(shapes === undefined
      ? []
      : [
          {
            name: shapesName,
            contentType: contentTypes.chartShapes,
            content: userShapes(chart, theme, language),
            relations: [],
          },
        ]),
  ]
}
