import type { Size } from '../../../graphics/types.ts'
import type { Box } from '../../../layout/types.ts'
import { element, type XmlElement } from '../../../opc/xml.ts'
import { axisElements, fromEdges, placeElement, titleElement } from './axis-elements.ts'
import { type ChartContext, layoutElement, shapeProperties, textProperties, valueElement } from './paint-elements.ts'
import { plotElement } from './plot-elements.ts'

/** A chart's part, with square corners and no hidden cells; related to its workbook and its shapes. */
export function chartSpace(context: ChartContext, workbook: string, shapes: string | undefined): XmlElement {
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

const namespaces = {
  'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
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
