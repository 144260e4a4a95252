import { type Memory, noMemory } from '../../../build/memory.ts'
import type { NativeChart } from '../../../chart/native/native-types.ts'
import { contentTypes, createRelations, type Part, relationTypes } from '../../../opc/package.ts'
import type { Theme } from '../../../theme/theme.ts'
import { toRegionalLanguage } from '../parts/regional-language.ts'
import type { AskedChart, PlotKinds } from './ask-pptxgen.ts'
import { chartSpace } from './chart-space.ts'
import { userShapes } from './user-shapes.ts'
import { writeWorkbook } from './workbook.ts'

/** The parts of a package that are one chart; the first is the chart itself. */
export type ChartParts = readonly [Part, ...Part[]]

/**
 * Writes charts as parts of a package, numbered from 1 in their order, past the numbers of parts whose names are `taken`.
 * pptxgenjs is loaded when the first is asked for.
 */
export async function writeNativeCharts(
  charts: readonly NativeChart[],
  theme: Theme,
  date: Date,
  taken: ReadonlySet<string> = new Set(),
  memory: Memory = noMemory,
): Promise<ChartParts[]> {
  const asked = await askedFor(charts)
  const numbers = freeNumbers(charts.length, taken)
  return charts.map((chart, index) => {
    const given = asked.get(kindsOf(chart).join(' '))
    if (!given) throw new RangeError(`pptxgenjs was not asked for a chart of ${kindsOf(chart).join(' ')}`)
    const number = numbers[index] ?? index + 1
    return memory.remember('write chart', [chart, number, theme, date], () =>
      chartParts(chart, given, number, theme, date),
    )
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

/** What pptxgenjs has written, by the kinds of plots: its answer depends on nothing else that is kept of it. */
const answers = new Map<string, AskedChart>()

async function askedFor(charts: readonly NativeChart[]): Promise<ReadonlyMap<string, AskedChart>> {
  const wanted = new Map(charts.map((chart) => [kindsOf(chart).join(' '), kindsOf(chart)]))
  const missing = [...wanted].filter(([key]) => !answers.has(key))
  if (missing.length === 0) return answers
  const { askPptxgen } = await import('./ask-pptxgen.ts')
  const asked = await askPptxgen(missing.map(([, kinds]) => kinds))
  missing.forEach(([key], index) => {
    const answer = asked[index]
    if (answer) answers.set(key, answer)
  })
  return answers
}

function kindsOf({ plots }: NativeChart): PlotKinds {
  return plots.map(({ kind }) => kind)
}

function chartParts(chart: NativeChart, given: AskedChart, number: number, theme: Theme, date: Date): ChartParts {
  const language = toRegionalLanguage(chart.language)
  const relations = createRelations()
  const names = partNames(number)
  const workbook = relations.add(relationTypes.package, names.workbook)
  const shapes = chart.shapes.length > 0 ? relations.add(relationTypes.chartShapes, names.shapes) : undefined
  return [
    {
      name: names.chart,
      contentType: contentTypes.chart,
      content: chartSpace(given.chart, chart, { theme, language, workbook, shapes }),
      relations: relations.list(),
    },
    {
      name: names.workbook,
      contentType: contentTypes.workbook,
      content: writeWorkbook(given.workbook, chart.columns, date),
      relations: [],
    },
    ...(shapes === undefined
      ? []
      : [
          {
            name: names.shapes,
            contentType: contentTypes.chartShapes,
            content: userShapes(chart, theme, language),
            relations: [],
          },
        ]),
  ]
}
