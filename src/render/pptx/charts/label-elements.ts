import type { NativeChart, NativeLabel, NativeSeries } from '../../../chart/native/native-types.ts'
import { element, type XmlElement } from '../../../opc/xml.ts'
import {
  type ChartContext,
  fontElement,
  layoutElement,
  paintElement,
  richText,
  textProperties,
  textRun,
  valueElement,
} from './paint-elements.ts'

/** `<c:dLbls>`: one rule if all labels are alike and say values, else one for each point; undefined for none. */
export function labelsElement(
  { labels }: NativeSeries,
  present: number,
  context: ChartContext,
): XmlElement | undefined {
  const [first] = labels
  if (!first) return undefined
  if (labels.length === present && !first.lines && labels.every((label) => isAlike(label, first)))
    return element('c:dLbls', {}, sharedLabel(first, context))
  return element('c:dLbls', {}, [
    ...labels.map((label) => labelElement(label, context)),
    ...showing(false, false),
    // A label that is moved gets no line to its point.
    extension([element('c15:showLeaderLines', { val: false })]),
  ])
}

function isAlike(one: NativeLabel, other: NativeLabel): boolean {
  const look = ({ format, showsName, position, offset, font }: NativeLabel) =>
    JSON.stringify([format, showsName, position, offset, font])
  return one.format !== undefined && one.offset === undefined && look(one) === look(other)
}

function sharedLabel(label: NativeLabel, context: ChartContext): (XmlElement | undefined)[] {
  return [
    numberFormat(label.format ?? 'General'),
    groundElement(context),
    textProperties(label.font, context.theme, context.language),
    label.position && valueElement('c:dLblPos', label.position),
    ...showing(true, label.showsName),
  ]
}

function labelElement(label: NativeLabel, context: ChartContext): XmlElement {
  const { index, format, offset, font, position, showsName, lines } = label
  const { theme, language, chart } = context
  const words = lines ? lineElements(lines, label, context) : [[textRun(label.text, font, theme, language)]]
  return element('c:dLbl', {}, [
    valueElement('c:idx', index),
    offset && layoutElement([], { x: offset.x / chart.size.width, y: offset.y / chart.size.height }),
    format === undefined || lines ? richText(words, font, 0, theme) : undefined,
    format === undefined ? undefined : numberFormat(format),
    groundElement(context),
    format === undefined || lines ? undefined : textProperties(font, theme, language),
    position && valueElement('c:dLblPos', position),
    ...showing(true, showsName),
    lines && format !== undefined
      ? extension([element('c15:dlblFieldTable'), element('c15:showDataLabelsRange', { val: false })])
      : undefined,
  ])
}

/** Lines of words, the last of which ends in the point's value, as a field that follows it. */
function lineElements({ words, value }: NonNullable<NativeLabel['lines']>, label: NativeLabel, context: ChartContext) {
  const { theme, language } = context
  return words.map((line, index) => {
    if (label.format === undefined || index < words.length - 1) return [textRun(line, label.font, theme, language)]
    const look = fontElement('a:rPr', label.font, theme, language)
    const field = { id: '{6F1D3C52-5B7E-4C2B-9C59-0D2B6C1E7A11}', type: 'VALUE' }
    return [
      textRun(line.slice(0, line.length - value.length), label.font, theme, language),
      element('a:fld', field, [look, element('a:pPr'), element('a:t', {}, [value])]),
    ]
  })
}

/** What labels have since PowerPoint 2013. */
function extension(content: XmlElement[]): XmlElement {
  const namespace = 'http://schemas.microsoft.com/office/drawing/2012/chart'
  return element('c:extLst', {}, [
    element('c:ext', { uri: '{CE6537A1-D6FC-4f65-9D91-7224C49458BB}', 'xmlns:c15': namespace }, content),
  ])
}

function numberFormat(formatCode: string): XmlElement {
  return element('c:numFmt', { formatCode, sourceLinked: false })
}

/** Labels stand on the paper's colour where lines of the grid or of data would strike them through. */
function groundElement({ chart, theme }: ChartContext): XmlElement {
  const fill = standsOnGrid(chart)
    ? paintElement({ color: theme.colors.paper, opacity: 1 }, theme)
    : element('a:noFill')
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
