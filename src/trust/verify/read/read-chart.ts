import { columnName, columnNumber } from '../../../opc/cell-name.ts'
import { chartSeries, getSeriesText, pointIndex, readVector } from '../../../opc/chart-part.ts'
import type { OpenedPackage } from '../../../opc/open-package.ts'
import { childElements, childNamed, descendants, getText, type XmlElement } from '../../../opc/xml.ts'
import { paragraphTexts, printsValue } from './drawing-text.ts'
import type { FoundAxis, FoundChart, FoundSeries } from './found-document.ts'
import { workbookCells } from './read-workbook.ts'

/** What a chart part draws: its series, beside the workbook's cells that they name, and its titles and typed labels. */
export function readChart(
  opened: OpenedPackage,
  part: string,
): Omit<FoundChart, 'page' | 'item' | 'alt'> & { texts: string[] } {
  const chart = opened.xml(part)
  if (!chart)
    return { series: [], axes: [], groupings: [], formats: [], isFrom1904: false, hasLegend: false, texts: [] }
  const cells = workbookCells(opened, part)
  const plots = chartSeries(chart)
  const categories = plots.flatMap((series) => categoryTexts(series))
  const labels = descendants(chart, 'c15:dlblRangeCache').flatMap((cells) => descendants(cells, 'c:v').map(getText))
  // What stands on a chart beside its data is drawn in a part of its own.
  const typed = opened.related(part, 'chartUserShapes').flatMap((target) => {
    const drawing = opened.xml(target)
    return drawing ? paragraphTexts(drawing) : []
  })
  return {
    series: plots.map((series) => toSeries(series, cells)),
    axes: descendants(chart, 'c:plotArea')
      .flatMap(childElements)
      .filter(({ name }) => /^c:(?:cat|date|val)Ax$/.test(name))
      .map((axis, _, axes) => toAxis(axis, axes)),
    groupings: childElements(descendants(chart, 'c:plotArea')[0]).flatMap((plot) =>
      /^c:(?:pie|doughnut|ofPie)/.test(plot.name) ? 'shares' : (childNamed(plot, 'c:grouping')?.attributes.val ?? []),
    ),
    formats: descendants(chart, 'c:plotArea').flatMap(childElements).flatMap(getFormats),
    hasLegend: descendants(chart, 'c:legend').length > 0,
    isFrom1904: isOn(childNamed(chart, 'c:date1904')),
    texts: [...paragraphTexts(chart), ...typed, ...labels, ...new Set(categories)],
  }
}

/** Whether a switch is on; one without a value is. */
function isOn(element: XmlElement | undefined): boolean {
  return element !== undefined && !['0', 'false'].includes(element.attributes.val ?? '')
}

/** The number formats of a series' labels, or of a plot's. */
function getFormats(element: XmlElement): string[] {
  const labels = childNamed(element, 'c:dLbls')
  return descendants(labels, 'c:numFmt').map(({ attributes }) => attributes.formatCode ?? '')
}

function toAxis(axis: XmlElement, axes: readonly XmlElement[]): FoundAxis {
  const scaling = childNamed(axis, 'c:scaling')
  const units = childNamed(axis, 'c:dispUnits')
  const getId = (of: XmlElement, name: string) => childNamed(of, name)?.attributes.val
  const crossing = axes.find((other) => getId(other, 'c:crossAx') === getId(axis, 'c:axId'))
  const getValue = (name: string) => childNamed(scaling, name)?.attributes.val
  return {
    hasNames: !isOn(childNamed(axis, 'c:delete')) && childNamed(axis, 'c:tickLblPos')?.attributes.val !== 'none',
    isReversed: getValue('c:orientation') === 'maxMin',
    isLogarithmic: getValue('c:logBase') !== undefined,
    min: getNumber(childNamed(scaling, 'c:min')),
    max: getNumber(childNamed(scaling, 'c:max')),
    format: childNamed(axis, 'c:numFmt')?.attributes.formatCode,
    crossedAt: getNumber(childNamed(crossing, 'c:crossesAt')),
    dividedBy: units && (childNamed(units, 'c:builtInUnit') ?? childNamed(units, 'c:custUnit'))?.attributes.val,
  }
}

function getNumber(element: XmlElement | undefined): number | undefined {
  const value = element?.attributes.val
  return value === undefined ? undefined : Number(value)
}

function toSeries(series: XmlElement, cells: ReadonlyMap<string, string> | undefined): FoundSeries {
  const measured = ['c:val', 'c:yVal', 'c:bubbleSize'].flatMap((tag) => childNamed(series, tag) ?? [])
  return {
    name: getSeriesText(series),
    categories: getCategories(series),
    formats: getFormats(series),
    hasTrend: childNamed(series, 'c:trendline') !== undefined,
    hasRanges: childNamed(series, 'c:errBars') !== undefined,
    points: measured.flatMap((values) => toPoints(values, cells, getLabels(series))),
  }
}

/** What the points are called, as the chart keeps it: words, or dates as numbers. */
function getCategories(series: XmlElement): ReadonlyMap<number, string> {
  const holders = ['c:cat', 'c:xVal'].flatMap((tag) => childNamed(series, tag) ?? [])
  const points = holders.flatMap((holder) => [...(readVector(holder)?.values.entries() ?? [])])
  return new Map(points.flatMap(([index, text]) => (text === null ? [] : [[index, text] as const])))
}

type PointLabel = Pick<FoundSeries['points'][number], 'label' | 'format'>

/** Words typed at points, by index, and the formats of their own labels; labels made of the value have no words. */
function getLabels(series: XmlElement): ReadonlyMap<number, PointLabel> {
  const toLabel = (label: XmlElement): PointLabel => ({
    label: printsValue(label) ? '' : paragraphTexts(label).join('\n'),
    format: childNamed(label, 'c:numFmt')?.attributes.formatCode,
  })
  return new Map(descendants(series, 'c:dLbl').map((label) => [pointIndex(label), toLabel(label)]))
}

function toPoints(
  values: XmlElement,
  cells: ReadonlyMap<string, string> | undefined,
  labels: ReadonlyMap<number, PointLabel>,
): FoundSeries['points'] {
  const formula = descendants(values, 'c:f').map(getText)[0]
  const addresses = formula === undefined ? [] : getAddresses(formula)
  const cached = readVector(values)?.values ?? []
  return Array.from({ length: Math.max(addresses.length, cached.length) }, (_, index) => {
    const cell = addresses[index]
    return {
      cached: cached[index] ?? undefined,
      cell,
      inWorkbook: cell === undefined ? undefined : cells?.get(cell),
      label: labels.get(index)?.label,
      format: labels.get(index)?.format,
    }
  })
}

/** The cells of `Sheet1!$B$2:$B$4`, row by row: `Sheet1!B2`, `Sheet1!B3`, `Sheet1!B4`; of a list in parentheses all. */
export function getAddresses(formula: string): string[] {
  const inner = formula.replace(/^\((.*)\)$/, '$1')
  return inner.split(/,(?=(?:[^']*'[^']*')*[^']*$)/).flatMap((range) => {
    const match = /^(?:'((?:[^']|'')*)'|([^!']+))!\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/.exec(range.trim())
    if (!match) return []
    const [, quoted, plain, column = '', row = '', lastColumn = column, lastRow = row] = match
    const sheet = quoted?.replaceAll("''", "'") ?? plain ?? ''
    const [left, right] = [columnNumber(column), columnNumber(lastColumn)]
    const [top, bottom] = [Number(row), Number(lastRow)]
    if ((bottom - top + 1) * (right - left + 1) > 100_000) return []
    return between(top, bottom).flatMap((line) =>
      between(left, right).map((across) => `${sheet}!${columnName(across)}${line}`),
    )
  })
}

function between(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}

function categoryTexts(series: XmlElement): string[] {
  const named = childNamed(series, 'c:cat')
  const strings = childElements(named).flatMap((reference) => descendants(reference, 'c:strCache'))
  const titles = descendants(childNamed(series, 'c:tx'), 'c:v')
  return [...titles, ...strings.flatMap((cache) => descendants(cache, 'c:v'))]
    .map(getText)
    .filter((text) => text.trim() !== '')
}
