import type { AxisPair, NativeAxis, NativeText } from '../../../chart/native/native-types.ts'
import type { Size } from '../../../graphics/types.ts'
import { element, type XmlElement } from '../../../opc/xml.ts'
import {
  bodyProperties,
  type ChartContext,
  layoutElement,
  outlineElement,
  richText,
  textProperties,
  textRun,
  valueElement,
} from './paint-elements.ts'

/** The numbers by which plots and axes find each other: pptxgenjs's own. */
export const axisIds = {
  primary: { category: 2094734554, value: 2094734552 },
  secondary: { category: 2094734555, value: 2094734553 },
} as const

/** The two axes of a pair. */
export function axisElements(pair: AxisPair, which: 'primary' | 'secondary', context: ChartContext): XmlElement[] {
  const ids = axisIds[which]
  return [
    axisElement(pair.category, pair.value, ids.category, ids.value, which, context),
    axisElement(pair.value, pair.category, ids.value, ids.category, which, context),
  ]
}

function axisElement(
  axis: NativeAxis,
  other: NativeAxis,
  id: number,
  otherId: number,
  which: 'primary' | 'secondary',
  context: ChartContext,
): XmlElement {
  const { theme, language } = context
  const { kind, shown, grid, title, format, labels, font, line, ticks, angle } = axis
  return element(kind === 'category' ? 'c:catAx' : kind === 'date' ? 'c:dateAx' : 'c:valAx', {}, [
    valueElement('c:axId', id),
    scalingElement(axis),
    valueElement('c:delete', !shown),
    valueElement('c:axPos', axis.side.charAt(0)),
    grid && element('c:majorGridlines', {}, [element('c:spPr', {}, [outlineElement(grid, theme)])]),
    title && titleElement(title, context),
    element('c:numFmt', { formatCode: format, sourceLinked: false }),
    valueElement('c:majorTickMark', ticks ? 'out' : 'none'),
    valueElement('c:minorTickMark', 'none'),
    valueElement('c:tickLblPos', labels ? labelPlace(axis, other) : 'none'),
    element('c:spPr', {}, [element('a:noFill'), outlineElement(line, theme)]),
    font && textProperties(font, theme, language, bodyProperties(angle)),
    valueElement('c:crossAx', otherId),
    valueElement('c:crosses', crossing(axis, other, which)),
    ...ending(axis, other, context),
  ])
}

function scalingElement({ logBase, reversed, max, min, kind, mayGrow }: NativeAxis): XmlElement {
  const isOpen = kind === 'category' || min === undefined || max === undefined || min >= max
  return element('c:scaling', {}, [
    logBase === undefined ? undefined : valueElement('c:logBase', logBase),
    valueElement('c:orientation', reversed ? 'maxMin' : 'minMax'),
    isOpen || mayGrow ? undefined : valueElement('c:max', max),
    isOpen ? undefined : valueElement('c:min', min),
  ])
}

/** Labels stand at the plot's edge, as Vega's do, wherever the axes cross. */
function labelPlace({ side }: NativeAxis, { reversed }: NativeAxis): 'low' | 'high' {
  const isFar = side === 'right' || side === 'top'
  return isFar !== reversed ? 'high' : 'low'
}

/** Where an axis crosses the other: categories at zero, where bars start; values at their own side. */
function crossing(axis: NativeAxis, other: NativeAxis, which: 'primary' | 'secondary'): 'autoZero' | 'min' | 'max' {
  if (!axis.atSide) return 'autoZero'
  if (which === 'secondary' && !axis.shown) return 'max'
  const isFar = axis.side === 'right' || axis.side === 'top'
  return isFar !== other.reversed ? 'max' : 'min'
}

function ending(axis: NativeAxis, other: NativeAxis, { chart }: ChartContext): XmlElement[] {
  const isScatter = chart.plots.some(({ kind }) => kind === 'scatter' || kind === 'bubble')
  switch (axis.kind) {
    case 'category':
      return [
        valueElement('c:auto', false),
        valueElement('c:lblAlgn', 'ctr'),
        valueElement('c:lblOffset', 20),
        valueElement('c:tickLblSkip', axis.skip),
        valueElement('c:tickMarkSkip', axis.skip),
        valueElement('c:noMultiLvlLbl', true),
      ]
    case 'date':
      return [
        valueElement('c:auto', false),
        valueElement('c:lblOffset', 20),
        valueElement('c:baseTimeUnit', 'days'),
        ...(axis.step === undefined
          ? []
          : [valueElement('c:majorUnit', axis.step), valueElement('c:majorTimeUnit', axis.stepUnit ?? 'days')]),
      ]
    case 'value':
      return [
        valueElement('c:crossBetween', isScatter || other.atEdges ? 'midCat' : 'between'),
        ...(axis.step === undefined ? [] : [valueElement('c:majorUnit', axis.step)]),
      ]
  }
}

/** `<c:title>` at its place, turned along an axis that stands. The box of a title has insets about its words. */
export function titleElement({ text, font, angle, box }: NativeText, context: ChartContext): XmlElement {
  const { theme, language, chart } = context
  const [across, down] = Math.abs(angle) > 45 ? [1.5, 3] : [3, 1.5]
  return element('c:title', {}, [
    richText([[textRun(text, font, theme, language)]], font, angle, theme),
    placeElement({ ...box, x: box.x - across, y: box.y - down }, chart.size),
    valueElement('c:overlay', true),
  ])
}

/** Of a layout that counts from the chart's edges. */
export const fromEdges = ['c:xMode', 'c:yMode'].map((name) => valueElement(name, 'edge'))

/** A place in parts of the chart. */
export function placeElement({ x, y }: { x: number; y: number }, { width, height }: Size): XmlElement {
  return layoutElement(fromEdges, { x: Math.max(0, x / width), y: Math.max(0, y / height) })
}
