import { childElements, childNamed, descendants, getText, type XmlElement } from './xml.ts'

/** What a chart keeps of a row or column of its workbook: the names, values or sizes of a series. */
export interface ChartVector {
  /** The element that holds it: `c:cat`, `c:val`. */
  role: string
  /** By the index of the point; null where there is none. */
  values: readonly (string | null)[]
  cache: XmlElement
  /** The cells that they come from; none where they are in levels. */
  formula: XmlElement | undefined
}

/** The series that a chart's part draws. */
export function chartSeries(chart: XmlElement): XmlElement[] {
  return descendants(chart, 'c:plotArea').flatMap((area) => descendants(area, 'c:ser'))
}

export function getSeriesText(series: XmlElement): string {
  return descendants(childNamed(series, 'c:tx') ?? series, 'c:v').map(getText)[0] ?? ''
}

/** The point that a label or a format is of. */
export function pointIndex(element: XmlElement): number {
  return Number(childNamed(element, 'c:idx')?.attributes.val ?? 0)
}

/** A series element's cached cells; of categories in levels, as pptxgenjs writes them, the innermost words. */
export function readVector(holder: XmlElement): ChartVector | undefined {
  const [formula] = descendants(holder, 'c:f')
  const [cache] = ['c:numCache', 'c:strCache', 'c:numLit', 'c:strLit'].flatMap((name) => descendants(holder, name))
  if (cache) return { role: holder.name, values: getValues(cache, cache), cache, formula }
  const [levels] = descendants(holder, 'c:multiLvlStrCache')
  const [level, ...others] = childElements(levels).filter(({ name }) => name === 'c:lvl')
  if (!levels || !level) return undefined
  const values = getValues(level, levels)
  return { role: holder.name, values, cache: level, formula: others.length === 0 ? formula : undefined }
}

/** More than a chart can show. */
const mostPoints = 100_000

function getValues(cache: XmlElement, sized: XmlElement): (string | null)[] {
  const points = childElements(cache)
    .filter(({ name }) => name === 'c:pt')
    .map((point) => ({ index: Number(point.attributes.idx ?? 0), text: getText(childNamed(point, 'c:v') ?? point) }))
    .filter(({ index }) => index < mostPoints)
  const count = Number(childNamed(sized, 'c:ptCount')?.attributes.val ?? 0)
  const length = points.reduce((most, { index }) => Math.max(most, index + 1), Math.min(count, mostPoints))
  const values: (string | null)[] = Array.from({ length }, () => null)
  for (const { index, text } of points) values[index] = text
  return values
}
