import type {
  NativeChart,
  NativeColumn,
  NativeErrorBars,
  NativeMarker,
  NativePlot,
  NativePoint,
  NativeSeries,
} from '../../../chart/native/native-types.ts'
import { columnName } from '../../../opc/cell-name.ts'
import { element, type XmlElement } from '../../../opc/xml.ts'
import type { Theme } from '../../../theme/theme.ts'
import { labelsElement } from './label-elements.ts'
import { type ChartContext, outlineElement, shapeProperties, valueElement } from './paint-elements.ts'

type Kind = NativePlot['kind']

/**
 * `<c:ser>`, with children in schema order.
 * pptxgenjs puts `marker` after `dLbls`, and `invertIfNegative` into lines and areas.
 */
export function seriesElement(series: NativeSeries, number: number, kind: Kind, context: ChartContext): XmlElement {
  const { theme, chart } = context
  const column = chart.columns[series.values]
  if (!column) throw new RangeError(`a series without its column: ${series.values}`)
  const present = column.cells.filter((cell) => cell !== null).length
  const isLine = kind === 'line' || kind === 'scatter'
  const isPie = kind === 'pie' || kind === 'doughnut'
  const hasRoom = kind === 'bar' || kind === 'bubble'
  return element('c:ser', {}, [
    valueElement('c:idx', number),
    valueElement('c:order', number),
    nameReference(series.values, column),
    isPie
      ? undefined
      : isLine
        ? element('c:spPr', {}, [outlineElement(series.line, theme)])
        : shapeProperties(series.fill, series.line, theme),
    hasRoom ? valueElement('c:invertIfNegative', false) : undefined,
    isLine ? markerElement(series.marker, theme) : undefined,
    ...series.points.map((point) => pointElement(point, series, kind, theme)),
    labelsElement(series, present, context),
    series.errorBars && errorBarsElement(series.errorBars, context),
    ...dataElements(series, kind, chart),
  ])
}

function errorBarsElement(
  { direction, lengths, line, hasCaps }: NativeErrorBars,
  { chart, theme }: ChartContext,
): XmlElement {
  const written = (side: string, type: string, ...values: (XmlElement | undefined)[]) =>
    element('c:errBars', {}, [
      valueElement('c:errDir', direction),
      valueElement('c:errBarType', side),
      valueElement('c:errValType', type),
      valueElement('c:noEndCap', !hasCaps),
      ...values,
      element('c:spPr', {}, [outlineElement(line, theme)]),
    ])
  switch (lengths.type) {
    case 'same':
      return written('both', 'fixedVal', valueElement('c:val', lengths.length))
    case 'toZero':
      return written('minus', 'percentage', valueElement('c:val', 100))
    case 'columns': {
      const { plus, minus } = lengths
      const side = plus === undefined ? 'minus' : minus === undefined ? 'plus' : 'both'
      return written(side, 'cust', cellsAt('c:plus', plus, chart), cellsAt('c:minus', minus, chart))
    }
  }
}

function markerElement(marker: NativeMarker | undefined, theme: Theme): XmlElement {
  if (!marker) return element('c:marker', {}, [valueElement('c:symbol', 'none')])
  return element('c:marker', {}, [
    valueElement('c:symbol', marker.shape),
    valueElement('c:size', marker.size),
    shapeProperties(marker.fill, marker.line, theme),
  ])
}

/** `<c:dPt>`: what is another colour or marker at one point. */
function pointElement(point: NativePoint, series: NativeSeries, kind: Kind, theme: Theme): XmlElement {
  const { fill, line } = { fill: series.fill, line: series.line, ...point }
  const isLine = kind === 'line' || kind === 'scatter'
  return element('c:dPt', {}, [
    valueElement('c:idx', point.index),
    kind === 'bar' || kind === 'bubble' ? valueElement('c:invertIfNegative', false) : undefined,
    isLine && 'marker' in point ? markerElement(point.marker, theme) : undefined,
    isLine || kind === 'bar' ? valueElement('c:bubble3D', false) : undefined,
    isLine ? element('c:spPr', {}, [outlineElement(line, theme)]) : shapeProperties(fill, line, theme),
  ])
}

function cellsAt(name: string, index: number | undefined, { columns }: NativeChart): XmlElement | undefined {
  const column = index === undefined ? undefined : columns[index]
  return index === undefined || !column ? undefined : cellsReference(name, index, column)
}

function dataElements(
  { categories, values, sizes, smooth }: NativeSeries,
  kind: Kind,
  chart: NativeChart,
): (XmlElement | undefined)[] {
  const isOfPoints = kind === 'scatter' || kind === 'bubble'
  const isOfLines = kind === 'line' || kind === 'scatter'
  return [
    cellsAt(isOfPoints ? 'c:xVal' : 'c:cat', categories, chart),
    cellsAt(isOfPoints ? 'c:yVal' : 'c:val', values, chart),
    kind === 'bubble' ? cellsAt('c:bubbleSize', sizes, chart) : undefined,
    kind === 'bubble' ? valueElement('c:bubble3D', false) : undefined,
    isOfLines ? valueElement('c:smooth', smooth) : undefined,
  ]
}

/** So many cells of a column, below its header. */
function getRange(column: number, count: number): string {
  const letters = columnName(column)
  return `Sheet1!$${letters}$2${count === 1 ? '' : `:$${letters}$${count + 1}`}`
}

/** `<c:tx>`: a series' name, the header of its column. */
function nameReference(column: number, { header }: NativeColumn): XmlElement {
  return element('c:tx', {}, [
    element('c:strRef', {}, [
      element('c:f', {}, [`Sheet1!$${columnName(column)}$1`]),
      element('c:strCache', {}, [valueElement('c:ptCount', 1), point(0, header)]),
    ]),
  ])
}

/**
 * A reference to cells with their values: numbers where every cell is one, else texts.
 * A missing value has no point at all (pptxgenjs writes an empty one for null and NaN).
 */
function cellsReference(name: string, index: number, { cells, format }: NativeColumn): XmlElement {
  const length = Math.max(1, cells.length)
  const isText = cells.some((cell) => typeof cell === 'string')
  const count = valueElement('c:ptCount', length)
  const points = cells.flatMap((cell, row) => (cell === null ? [] : [point(row, String(cell))]))
  const formula = element('c:f', {}, [getRange(index, length)])
  if (isText)
    return element(name, {}, [element('c:strRef', {}, [formula, element('c:strCache', {}, [count, ...points])])])
  const cache = element('c:numCache', {}, [element('c:formatCode', {}, [format]), count, ...points])
  return element(name, {}, [element('c:numRef', {}, [formula, cache])])
}

function point(idx: number, value: string): XmlElement {
  return element('c:pt', { idx }, [element('c:v', {}, [value])])
}
