import type { NativePlot } from '../../../chart/native/native-types.ts'
import { element, type XmlElement } from '../../../opc/xml.ts'
import { axisIds } from './axis-elements.ts'
import { type ChartContext, valueElement } from './paint-elements.ts'
import { seriesElement } from './series-elements.ts'

/** `<c:barChart>` and its like, with exactly the two axes that it has (pptxgenjs issue 1534 names a third). `first` is the number of its first series. */
export function plotElement(plot: NativePlot, first: number, context: ChartContext): XmlElement {
  const series = plot.series.map((one, index) => seriesElement(one, first + index, plot.kind, context))
  const axes = [axisIds[plot.axes].category, axisIds[plot.axes].value].map((id) => valueElement('c:axId', id))
  // Without it a pie's legend names the series, not its slices.
  const varied = valueElement('c:varyColors', plot.kind === 'pie' || plot.kind === 'doughnut')
  switch (plot.kind) {
    case 'bar':
      return element('c:barChart', {}, [
        valueElement('c:barDir', plot.direction === 'column' ? 'col' : 'bar'),
        valueElement('c:grouping', plot.grouping === 'standard' ? 'clustered' : plot.grouping),
        varied,
        ...series,
        valueElement('c:gapWidth', plot.gapWidth),
        valueElement('c:overlap', plot.overlap),
        ...axes,
      ])
    case 'line':
      return element('c:lineChart', {}, [
        valueElement('c:grouping', plot.grouping),
        varied,
        ...series,
        valueElement('c:marker', true),
        ...axes,
      ])
    case 'area':
      return element('c:areaChart', {}, [valueElement('c:grouping', plot.grouping), varied, ...series, ...axes])
    case 'pie':
      return element('c:pieChart', {}, [varied, ...series, valueElement('c:firstSliceAng', plot.firstAngle)])
    case 'doughnut':
      return element('c:doughnutChart', {}, [
        varied,
        ...series,
        valueElement('c:firstSliceAng', plot.firstAngle),
        valueElement('c:holeSize', plot.hole),
      ])
    case 'scatter':
      return element('c:scatterChart', {}, [valueElement('c:scatterStyle', 'lineMarker'), varied, ...series, ...axes])
    case 'bubble':
      return element('c:bubbleChart', {}, [
        varied,
        ...series,
        valueElement('c:bubble3D', false),
        valueElement('c:bubbleScale', plot.scale),
        valueElement('c:showNegBubbles', false),
        valueElement('c:sizeRepresents', 'area'),
        ...axes,
      ])
  }
}
