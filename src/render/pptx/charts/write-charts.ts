import { type NativeChart, nativeCharts } from '../../../chart/native/native-types.ts'
import type { Size } from '../../../graphics/types.ts'
import type { Drawings } from '../../../layout/drawings.ts'
import type { Box, ChartItem } from '../../../layout/types.ts'
import { createRelations, makePart, type Part, relationTypes } from '../../../opc/package.ts'
import { element, type XmlElement } from '../../../opc/xml.ts'
import type { Theme } from '../../../theme/theme.ts'
import type { Deck } from '../deck.ts'
import { toRegionalLanguage } from '../parts/regional-language.ts'
import { axisElements, fromEdges, placeElement, titleElement } from './axis-elements.ts'
import { type ChartContext, layoutElement, shapeProperties, textProperties, valueElement } from './paint-elements.ts'
import { plotElement } from './plot-elements.ts'
import { userShapes } from './user-shapes.ts'
import { writeWorkbook } from './workbook.ts'

const namespaces = {
  'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
}

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

/** A chart's part, with square corners and no hidden cells; related to its workbook and its shapes. */
function chartSpace(context: ChartContext, workbook: string, shapes: string | undefined): XmlElement {
  return element('c:chartSpace', namespaces, [
    valueElement('c:date1904', false),
    valueElement('c:lang', context.language),
    valueElement('c:roundedCorners', false),
    chartElement(context),
    shapeProperties(context.chart.background, undefined, context.theme),
    wholeText(context),
    element('c:externalData', { 'r:id': workbook }, [valueElement('c:autoUpdate', false)]),
    shapes === undefined ? undefined : element('c:userShapes', { 'r:id': shapes }),
  ])
}

/** The look of words that an editor adds. */
function wholeText({ chart, theme, language }: ChartContext): XmlElement {
  const font = [chart.axes?.primary.category.font, chart.axes?.primary.value.font, chart.legend?.font].find(
    (one) => one,
  )
  const usual = {
    size: 12,
    bold: false,
    italic: false,
    paint: { color: theme.colors.ink, opacity: 1 },
    family: 'body',
  } as const
  return textProperties(font ?? usual, theme, language)
}

function chartElement(context: ChartContext): XmlElement {
  const { chart } = context
  return element('c:chart', {}, [
    chart.title && titleElement({ ...chart.title, angle: 0 }, context),
    valueElement('c:autoTitleDeleted', chart.title === undefined),
    plotArea(context),
    legendElement(context),
    valueElement('c:plotVisOnly', true),
    valueElement('c:dispBlanksAs', chart.blanks),
  ])
}

function plotArea(context: ChartContext): XmlElement {
  const { plots, axes, size, plotArea: box, plotFill } = context.chart
  const starts = plots.map((_, index) => plots.slice(0, index).reduce((sum, { series }) => sum + series.length, 0))
  return element('c:plotArea', {}, [
    boxElement(box, size),
    ...plots.map((plot, index) => plotElement(plot, starts[index] ?? 0, context)),
    ...(axes ? axisElements(axes.primary, 'primary', context) : []),
    ...(axes?.secondary ? axisElements(axes.secondary, 'secondary', context) : []),
    shapeProperties(plotFill, undefined, context.theme),
  ])
}

/** A box in parts of the chart: of the plot itself, without the labels about it. */
function boxElement(box: Box, { width, height }: Size): XmlElement {
  const within = (length: number, whole: number) => Math.max(0, Math.min(1, length / whole))
  return layoutElement([valueElement('c:layoutTarget', 'inner'), ...fromEdges], {
    x: within(box.x, width),
    y: within(box.y, height),
    w: within(box.width, width),
    h: within(box.height, height),
  })
}

function legendElement({ chart, theme, language }: ChartContext): XmlElement | undefined {
  const { legend, plots, size, columns } = chart
  if (!legend) return undefined
  const series = plots.flatMap((plot) => plot.series)
  const hidden = series.flatMap(({ inLegend }, idx) => (inLegend ? [] : [idx]))
  // A pie's entries are its slices.
  const [pie] = plots.flatMap((plot) => (plot.kind === 'pie' || plot.kind === 'doughnut' ? [plot] : []))
  const hiddenSlices = pie?.hasRest ? pie.series.map(({ values }) => (columns[values]?.cells.length ?? 0) - 1) : []
  return element('c:legend', {}, [
    valueElement('c:legendPos', legend.side.charAt(0)),
    ...(pie ? hiddenSlices : hidden).map((idx) =>
      element('c:legendEntry', {}, [valueElement('c:idx', idx), valueElement('c:delete', true)]),
    ),
    // No size: an office program sets a legend more widely than Vega, and leaves out what a given box does not hold.
    placeElement(legend.place, size),
    valueElement('c:overlay', true),
    textProperties(legend.font, theme, language, element('a:bodyPr')),
  ])
}
