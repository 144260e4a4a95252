import { formatMultiplier } from '../../chart/native/unit-multiplier.ts'
import { chartSeries, getSeriesText, pointIndex, readVector } from '../../opc/chart-part.ts'
import type { OpenedPackage } from '../../opc/open-package.ts'
import { childElements, childNamed, descendants, getText, type XmlElement } from '../../opc/xml.ts'
import { paragraphPieces, printsValue } from '../../trust/verify/read/drawing-text.ts'
import type {
  LivingChart,
  LivingDrawing,
  LivingLabel,
  LivingSeries,
  LivingSetting,
  LivingText,
  LivingVector,
  PartPlace,
} from './living-types.ts'
import { paragraphsIn } from './paragraphs.ts'

/** Finds in a chart's part its series, axes and words; and what is drawn on it (user shapes). */
export function readLivingChart(opened: OpenedPackage, at: PartPlace): LivingChart & { texts: LivingText[] } {
  const root = opened.xml(at.part)
  const area = descendants(root, 'c:plotArea')[0]
  const drawings = opened.related(at.part, 'chartUserShapes').flatMap((part) => {
    const drawing = opened.xml(part)
    return drawing
      ? descendants(drawing, 'cdr:relSizeAnchor').map((anchor) => readDrawing(anchor, { ...at, part }))
      : []
  })
  return {
    ...at,
    series: root ? chartSeries(root).map(readSeries) : [],
    settings: area ? readSettings(area) : [],
    drawings,
    texts: root ? getWords(root, at) : [],
  }
}

function readDrawing(element: XmlElement, at: PartPlace): LivingDrawing {
  const corners = ['cdr:from', 'cdr:to'].flatMap((name) => childElements(childNamed(element, name)).map(getText))
  return { element, box: corners.join(' '), texts: paragraphsIn(element, at, 'chart') }
}

/** The text of a drawing. */
export function drawnText({ texts }: Pick<LivingDrawing, 'texts'>): string {
  return texts.map(({ text }) => text).join('\n')
}

/** The titles of a chart and of its axes; labels at points belong to their series. */
function getWords(root: XmlElement, at: PartPlace): LivingText[] {
  return descendants(root, 'c:title').flatMap((title) => paragraphsIn(title, at, 'chart'))
}

const vectorNames = new Set(['c:tx', 'c:cat', 'c:val', 'c:xVal', 'c:yVal', 'c:bubbleSize'])

function readSeries(element: XmlElement): LivingSeries {
  const own = childElements(element).filter(({ name }) => vectorNames.has(name))
  const lengths = childElements(element)
    .filter(({ name }) => name === 'c:errBars')
    .flatMap((bars) => childElements(bars).filter(({ name }) => name === 'c:plus' || name === 'c:minus'))
  const labels = descendants(element, 'c:dLbl')
  return {
    element,
    vectors: withoutPadding([...own, ...lengths].flatMap(toVector)),
    labels: labels.flatMap(readLabel),
    valueLabels: labels.filter((label) => readLabel(label).length === 0).map(toPoint),
    points: childElements(element)
      .filter(({ name }) => name === 'c:dPt')
      .map(toPoint),
  }
}

/** A series' points, cut where its x values end: LibreOffice writes all series as long as the longest. */
function withoutPadding(vectors: LivingVector[]): LivingVector[] {
  const x = vectors.find(({ role }) => role === 'c:xVal')
  if (!x) return vectors
  const length = x.values.findLastIndex((value) => value !== null) + 1
  return vectors.map((vector) =>
    vector.role === 'c:tx' ? vector : { ...vector, values: vector.values.slice(0, length) },
  )
}

function toPoint(element: XmlElement) {
  return { index: pointIndex(element), element }
}

function toVector(holder: XmlElement): LivingVector[] {
  const vector = readVector(holder)
  if (!vector) return []
  const format = childNamed(vector.cache, 'c:formatCode')
  const unitMultiplier = format ? formatMultiplier(getText(format)) : 0
  return [{ ...vector, ...(unitMultiplier === 0 ? {} : { unitMultiplier }) }]
}

function readLabel(element: XmlElement): LivingLabel[] {
  const pieces = descendants(element, 'a:p').flatMap(paragraphPieces)
  const text = pieces.map((piece) => piece.text).join('')
  if (text.trim() === '' || printsValue(element)) return []
  return [{ index: pointIndex(element), text, element, pieces }]
}

/** Where the plot stands, the ends, steps and formats of the axes, and the formats of labels. */
function readSettings(area: XmlElement): LivingSetting[] {
  const layout = childElements(childNamed(childNamed(area, 'c:layout'), 'c:manualLayout'))
  const axes = childElements(area).filter(({ name }) => /^c:(val|cat|date)Ax$/.test(name))
  return [
    ...layout.flatMap((element) => toSetting('plot', element, 'val')),
    ...axes.flatMap((axis, index) =>
      [...childElements(childNamed(axis, 'c:scaling')), ...childElements(axis)].flatMap((element) =>
        settingNames.has(element.name)
          ? toSetting(`axis ${index}`, element, getAttribute(element)).map((one) => ({ ...one, axis }))
          : [],
      ),
    ),
    ...descendants(area, 'c:ser').flatMap(labelFormats),
  ]
}

const settingNames = new Set(['c:min', 'c:max', 'c:majorUnit', 'c:numFmt', 'c:tickLblPos'])

function getAttribute({ name }: XmlElement): string {
  return name === 'c:numFmt' ? 'formatCode' : 'val'
}

function labelFormats(series: XmlElement): LivingSetting[] {
  const name = getSeriesText(series)
  const labels = childNamed(series, 'c:dLbls')
  const whole = childNamed(labels, 'c:numFmt')
  return [
    ...(whole ? toSetting(`labels of ${name}`, whole, 'formatCode') : []),
    ...childElements(labels).flatMap((label) => {
      const format = label.name === 'c:dLbl' ? childNamed(label, 'c:numFmt') : undefined
      return format ? toSetting(`labels of ${name} ${pointIndex(label)}`, format, 'formatCode') : []
    }),
  ]
}

function toSetting(of: string, element: XmlElement, attribute: string): LivingSetting[] {
  const value = element.attributes[attribute]
  return value === undefined ? [] : [{ key: `${of} ${element.name}`, element, attribute, value }]
}
