import type { Size } from '../../graphics/types.ts'

/** A CSS colour, and an opacity from 0 to 1 beside its own. */
export interface NativePaint {
  color: string
  opacity: number
  /** In place of the one colour, colours that run across the box of what is painted. */
  gradient?: NativeGradient | undefined
}

export interface NativeGradient {
  /** Degrees clockwise in which the colours run; 0 is to the right. */
  angle: number
  /** At parts of the way, from 0 to 1. */
  stops: { at: number; color: string; opacity?: number }[]
}

export interface NativeLine {
  paint: NativePaint
  /** Points. */
  width: number
  dash: 'solid' | 'dash' | 'dot' | 'longDash'
}

export interface NativeFont {
  /** Points. */
  size: number
  bold: boolean
  italic: boolean
  paint: NativePaint
  family: 'heading' | 'body'
}

export type NativeCell = string | number | null

/** A column of the sheet behind a chart: its header names the series. */
export interface NativeColumn {
  header: string
  cells: NativeCell[]
  /** Excel's number format: `0.0%`, `mmm yyyy`; `General` for text. */
  format: string
}

export interface NativeMarker {
  shape: 'circle' | 'square' | 'diamond' | 'triangle' | 'x' | 'plus' | 'dash'
  /** Diameter in points. */
  size: number
  fill: NativePaint | undefined
  line: NativeLine | undefined
}

/** What differs at one point of a series. */
export interface NativePoint {
  index: number
  fill?: NativePaint | undefined
  line?: NativeLine | undefined
  marker?: NativeMarker | undefined
}

export type LabelPosition = 'outEnd' | 'inEnd' | 'ctr' | 'inBase' | 't' | 'b' | 'l' | 'r'

/** Words at one point of a series. */
export interface NativeLabel {
  index: number
  text: string
  /** The format by which the point's value prints the text (after a series name, if any); undefined for other words. */
  format: string | undefined
  showsName: boolean
  /** Undefined where PowerPoint has no choice (doughnuts). */
  position: LabelPosition | undefined
  /** Points from where PowerPoint would put it. */
  offset: { x: number; y: number } | undefined
  /** Its text where that stands in several lines, of which the last ends in the value where there is a format. */
  lines?: { words: readonly string[]; value: string }
  font: NativeFont
}

/**
 * Bars about the points of a series, along an axis. Their lengths to either side are columns of the sheet; or one
 * length to both sides for all;
 * or they reach from each point to zero. (LibreOffice overlooks columns along x, and ends every bar in caps.)
 */
export interface NativeErrorBars {
  direction: 'x' | 'y'
  lengths:
    | { type: 'columns'; minus: number | undefined; plus: number | undefined }
    | { type: 'same'; length: number }
    | { type: 'toZero' }
  line: NativeLine
  hasCaps: boolean
}

export interface NativeSeries {
  /** Columns by index. Categories are x values in scatter and bubble plots. */
  categories: number
  values: number
  sizes?: number | undefined
  fill: NativePaint | undefined
  line: NativeLine | undefined
  marker: NativeMarker | undefined
  smooth: boolean
  points: NativePoint[]
  labels: NativeLabel[]
  errorBars: NativeErrorBars | undefined
  /** Whether it is there for the others alone, and not to be seen: what floats stands on it, or is measured by it. */
  isUnseen: boolean
  /** Whether it stands in the legend. */
  inLegend: boolean
}

interface PlotBase {
  axes: 'primary' | 'secondary'
  series: NativeSeries[]
}

export type Grouping = 'standard' | 'stacked' | 'percentStacked'

export interface BarPlot extends PlotBase {
  kind: 'bar'
  direction: 'column' | 'bar'
  grouping: Grouping
  /** Percent of a bar's width between two categories. */
  gapWidth: number
  /** Percent of a bar's width that two bars of a category share; negative for a gap. */
  overlap: number
}

export interface LinePlot extends PlotBase {
  kind: 'line' | 'area'
  grouping: Grouping
}

export interface PiePlot extends PlotBase {
  kind: 'pie' | 'doughnut'
  /** Degrees from the top, clockwise. */
  firstAngle: number
  /** Percent of the diameter. */
  hole: number
  /** Whether its last slice is what the others leave of the circle, and not seen. */
  hasRest: boolean
}

export interface ScatterPlot extends PlotBase {
  kind: 'scatter'
}

export interface BubblePlot extends PlotBase {
  kind: 'bubble'
  /** Percent of the size that PowerPoint gives the largest. */
  scale: number
}

export type NativePlot = BarPlot | LinePlot | PiePlot | ScatterPlot | BubblePlot

export interface NativeAxis {
  kind: 'category' | 'date' | 'value'
  side: 'left' | 'right' | 'top' | 'bottom'
  /** Whether anything of it is seen. */
  shown: boolean
  labels: boolean
  reversed: boolean
  min?: number | undefined
  max?: number | undefined
  /** Whether PowerPoint sets the greatest value itself, so that a number that an editor adds has room. */
  mayGrow?: boolean | undefined
  step?: number | undefined
  /** Of a date axis' step. */
  stepUnit?: 'days' | 'months' | 'years' | undefined
  logBase?: number | undefined
  format: string
  /** Degrees clockwise. */
  angle: number
  /** How many categories lie from one label to the next. */
  skip: number
  font: NativeFont | undefined
  title?: NativeText | undefined
  grid?: NativeLine | undefined
  line?: NativeLine | undefined
  ticks: boolean
  /** Whether it stands at its side of the plot, not at zero. */
  atSide: boolean
  /** For a category or date axis: points lie on the edges of the plot, not in the middle of slots. */
  atEdges: boolean
}

export interface AxisPair {
  category: NativeAxis
  value: NativeAxis
}

export interface NativeText {
  type: 'text'
  text: string
  /** The box of its glyphs, in points from the chart's top left. */
  box: { x: number; y: number; width: number; height: number }
  align: 'left' | 'center' | 'right'
  /** Degrees clockwise, about the middle of the box. */
  angle: number
  font: NativeFont
}

export interface NativeRule {
  type: 'rule'
  from: [number, number]
  to: [number, number]
  line: NativeLine
}

/** A figure of a legend that PowerPoint cannot set itself. */
export interface NativeFigure {
  type: 'figure'
  shape: 'ellipse' | 'rect' | 'diamond' | 'triangle'
  /** In points from the chart's top left. */
  box: { x: number; y: number; width: number; height: number }
  fill: NativePaint | undefined
  line: NativeLine | undefined
}

/** What a chart holds beside its data: it stays at its place in the chart's box. */
export type NativeShape = NativeText | NativeRule | NativeFigure

export interface NativeLegend {
  side: 'left' | 'right' | 'top' | 'bottom'
  /** Its top left corner. */
  place: { x: number; y: number }
  font: NativeFont
}

/** A chart that PowerPoint can draw, as computed by Vega. Sizes in points, places from the box's top left. */
export interface NativeChart {
  type: 'native'
  size: Size
  plotArea: { x: number; y: number; width: number; height: number }
  /** Behind all, and behind the plot. */
  background: NativePaint | undefined
  plotFill: NativePaint | undefined
  columns: NativeColumn[]
  plots: NativePlot[]
  /** None for pies. */
  axes: { primary: AxisPair; secondary?: AxisPair | undefined } | undefined
  /** Whether lines run on where a category has no value, or break. */
  blanks: 'span' | 'gap'
  legend: NativeLegend | undefined
  title: NativeText | undefined
  shapes: NativeShape[]
  /** BCP 47. */
  language: string
}

/** A chart of several, with its place in the box of all. */
export interface NativePanel {
  box: { x: number; y: number; width: number; height: number }
  chart: NativeChart
}

/** Charts beside each other that are one to the reader: a group in PowerPoint. */
export interface NativePanels {
  type: 'panels'
  panels: NativePanel[]
}

/** What PowerPoint draws of a chart, or why it draws none. */
export type Native = NativeChart | NativePanels | NotNative

/** The charts that PowerPoint draws: one, or one a panel; none of a picture. */
export function nativeCharts(native: Native | undefined): NativeChart[] {
  if (native?.type === 'panels') return native.panels.map(({ chart }) => chart)
  return native?.type === 'native' ? [native] : []
}

/** What a panel is called among the shapes of a slide; `index` from 0. */
export function panelName(chart: string, index: number): string {
  return `${chart}, ${index + 1}`
}

/** Why a chart is a picture in PowerPoint, in plain words. */
export interface NotNative {
  type: 'picture'
  reason: string
  /** Whether the spec asked for it. */
  asked: boolean
}
