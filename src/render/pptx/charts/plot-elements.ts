import type { NativePlot } from '../../../chart/native/native-types.ts'
import { element, type XmlElement } from '../../../opc/xml.ts'
import { axisIds } from './axis-elements.ts'
import { type ChartContext, valueElement } from './paint-elements.ts'
import { seriesElement } from './series-elements.ts'

/** `<c:barChart>` and the like, with exactly two axes (pptxgenjs issue 1534: a third). `first` numbers its series. */
export function plotElement(plot: NativePlot, first: number, context: ChartContext): XmlElement {
  const series = plot.series.map((one, index) => seriesElement(one, first + index, plot.kind, context))
  const axes = [axisIds[plot.axes].category, axisIds[plot.axes].value].map((id) => valueElement('c:axId', id))
  // Without it a pie's legend names the series, not its slices.
  const varied = valueElement('c:varyColors', plot.kind === 'pie' || plot.kind === 'doughnut')
  const [before, after] = ownElements(plot)
  const isPie = plot.kind === 'pie' || plot.kind === 'doughnut'
  return element(`c:${plot.kind}Chart`, {}, [...before, varied, ...series, ...after, ...(isPie ? [] : axes)])
}

/** What a plot says of itself, before its series and after them. */
function ownElements(plot: NativePlot): [before: XmlElement[], after: XmlElement[]] {
  switch (plot.kind) {
    case 'bar':
      return [
        [
          valueElement('c:barDir', plot.direction === 'column' ? 'col' : 'bar'),
          valueElement('c:grouping', plot.grouping === 'standard' ? 'clustered' : plot.grouping),
        ],
        [valueElement('c:gapWidth', plot.gapWidth), valueElement('c:overlap', plot.overlap)],
      ]
    case 'line':
      return [[valueElement('c:grouping', plot.grouping)], [valueElement('c:marker', true)]]
    case 'area':
      return [[valueElement('c:grouping', plot.grouping)], []]
    case 'pie':
      return [[], [valueElement('c:firstSliceAng', plot.firstAngle)]]
    case 'doughnut':
      return [[], [valueElement('c:firstSliceAng', plot.firstAngle), valueElement('c:holeSize', plot.hole)]]
    case 'scatter':
      return [[valueElement('c:scatterStyle', 'lineMarker')], []]
    case 'bubble':
      return [
        [],
        [
          valueElement('c:bubble3D', false),
          valueElement('c:bubbleScale', plot.scale),
          valueElement('c:showNegBubbles', false),
          valueElement('c:sizeRepresents', 'area'),
        ],
      ]
  }
}
