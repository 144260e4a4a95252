import type { NativeChart, NativeLabel, NativeSeries } from '../../../chart/native/native-types.ts'
import { element, type XmlElement } from '../../../opc/xml.ts'
import {
  type ChartContext,
  fillElement,
  layoutElement,
  richText,
  textProperties,
  valueElement,
} from './paint-elements.ts'

/** `<c:dLbls>` of a series: one rule for all where its labels are alike and say its values, else a label for each point that has one; undefined for none. */
export function labelsElement(
  { labels }: NativeSeries,
  present: number,
  context: ChartContext,
): XmlElement | undefined {
  const [first] = labels
  if (!first) return undefined
  if (labels.length === present && labels.every((label) => isAlike(label, first))) {
    return element('c:dLbls', {}, sharedLabel(first, context))
  }
  return element('c:dLbls', {}, [
    ...labels.map((label) => labelElement(label, context)),
    ...showing(false, false),
    noLeaderLines(),
  ])
}

function isAlike(one: NativeLabel, other: NativeLabel): boolean {
  const look = ({ format, showsName, position, offset, font }: NativeLabel) =>
    JSON.stringify([format, showsName, position, offset, font])
  return one.format !== undefined && one.offset === undefined && look(one) === look(other)
}

function sharedLabel(label: NativeLabel, context: ChartContext): (XmlElement | undefined)[] {
  const { theme, language } = context
  return [
    numberFormat(label.format ?? 'General'),
    groundElement(context),
    textProperties(label.font, theme, language),
    label.position && valueElement('c:dLblPos', label.position),
    ...showing(true, label.showsName),
  ]
}

function labelElement(label: NativeLabel, context: ChartContext): XmlElement {
  const { index, format, offset, font, position, showsName } = label
  const { theme, language, chart } = context
  return element('c:dLbl', {}, [
    valueElement('c:idx', index),
    offset && layoutElement([], { x: offset.x / chart.size.width, y: offset.y / chart.size.height }),
    format === undefined ? richText(label.text, label.font, 0, context.theme, context.language) : undefined,
    format === undefined ? undefined : numberFormat(format),
    groundElement(context),
    format === undefined ? undefined : textProperties(font, theme, language),
    position && valueElement('c:dLblPos', position),
    ...showing(true, showsName),
  ])
}

/** A label that is moved gets no line to its point. */
function noLeaderLines(): XmlElement {
  const namespace = 'http://schemas.microsoft.com/office/drawing/2012/chart'
  return element('c:extLst', {}, [
    element('c:ext', { uri: '{CE6537A1-D6FC-4f65-9D91-7224C49458BB}', 'xmlns:c15': namespace }, [
      element('c15:showLeaderLines', { val: false }),
    ]),
  ])
}

function numberFormat(formatCode: string): XmlElement {
  return element('c:numFmt', { formatCode, sourceLinked: false })
}

/** Labels stand on the paper's colour where lines of the grid or of data would strike them through. */
function groundElement({ chart, theme }: ChartContext): XmlElement {
  const fill = standsOnGrid(chart) ? fillElement({ color: theme.colors.paper, opacity: 1 }, theme) : element('a:noFill')
  return element('c:spPr', {}, [fill, element('a:ln', {}, [element('a:noFill')])])
}

/** Whether a chart's labels may stand on lines of the grid or of data and on nothing else. */
function standsOnGrid({ plots, axes }: NativeChart): boolean {
  const isOfLines = plots.every(({ kind }) => kind === 'line')
  const lines = plots.reduce((sum, { series }) => sum + series.length, 0)
  return isOfLines && (lines > 1 || axes?.primary.value.grid !== undefined)
}

function showing(value: boolean, name: boolean): (XmlElement | undefined)[] {
  return [
    valueElement('c:showLegendKey', false),
    valueElement('c:showVal', value),
    valueElement('c:showCatName', false),
    valueElement('c:showSerName', name),
    valueElement('c:showPercent', false),
    valueElement('c:showBubbleSize', false),
    name ? element('c:separator', {}, [' ']) : undefined,
  ]
}
