import { showPicture } from '../../graphics/canvas/show-picture.ts'
import { fontStyle } from '../../layout/text/run-style.ts'
import type {
  ChartItem,
  Item,
  PictureItem,
  PolylineItem,
  RectItem,
  SetParagraph,
  Tag,
  TextItem,
} from '../../layout/types.ts'
import { chartLinks, drawChartItem } from './draw-chart-item.ts'
import type { Element } from './file/structure-tree.ts'
import type { Artifact, PageCanvas, PagePainter } from './page-painter.ts'
import { paintTable } from './paint-table.ts'
import { type DrawnLink, paintParagraph } from './text/paint-paragraph.ts'

/** What can be reached on a page; `y` in points from its top. */
export interface Reachable {
  links: DrawnLink[]
  /** Targets of `#id` links. */
  anchors: { name: string; y: number }[]
  headings: { text: string; depth: number; y: number; element: Element | undefined }[]
}

const nothing: Reachable = { links: [], anchors: [], headings: [] }

/** Draws an item of a page, tagged; what can be reached in it. */
export function paintItem(item: Item, canvas: PageCanvas): Reachable {
  switch (item.type) {
    case 'text':
      return paintText(item, canvas)
    case 'chart':
      return paintChart(item, canvas)
    case 'table':
      return { ...nothing, links: paintTable(item, canvas) }
    case 'picture':
      return paintPicture(item, canvas)
    case 'rect':
      return paintRect(item, canvas)
    case 'polyline':
      return paintPolyline(item, canvas)
  }
}

/** What is reached in each, together. */
export function joinReachable(parts: readonly Reachable[]): Reachable {
  return {
    links: parts.flatMap((part) => part.links),
    anchors: parts.flatMap((part) => part.anchors),
    headings: parts.flatMap((part) => part.headings),
  }
}

function paintRect({ box, fill, stroke }: RectItem, { painter }: PageCanvas): Reachable {
  painter.mark('Layout')
  if (fill) painter.fill(box, fill)
  if (stroke) painter.stroke(box, stroke.color, stroke.width)
  return nothing
}

/** Marks what is drawn next as a figure with its alternative text; `language` where it is not the document's. */
function markFigure(
  { tags, box }: Pick<ChartItem, 'tags' | 'box'>,
  alt: string,
  { painter, tree }: PageCanvas,
  language?: string,
): Element {
  const { x, y, width, height } = box
  const figure = tree.element(tags)
  const boundingBox = [x, painter.height - y - height, x + width, painter.height - y] as const
  figure.attributes = { ...figure.attributes, alt, boundingBox, language }
  painter.mark(figure)
  return figure
}

function paintChart(item: ChartItem, canvas: PageCanvas): Reachable {
  if (item.alt.trim() === '') throw new Error(`a chart without alternative text: ${item.name}`)
  const { painter, tree, language } = canvas
  const own = item.chart.language
  const figure = markFigure(item, item.alt, canvas, own === language ? undefined : own)
  painter.draw(() => drawChartItem(item, canvas))
  const links = chartLinks(item, canvas).map(({ href, text, box }) => ({
    href,
    text,
    boxes: [box],
    element: tree.child(figure, 'Link'),
  }))
  return { ...nothing, links }
}

/** The part of a picture that its box shows. */
function paintPicture(item: PictureItem, canvas: PageCanvas): Reachable {
  const { painter, doc } = canvas
  const { box, whole, picture } = item
  if (item.alt === undefined) painter.mark('Layout')
  else markFigure(item, item.alt, canvas)
  painter.draw(() => {
    doc.rect(box.x, box.y, box.width, box.height).clip()
    showPicture(doc, picture, { ...whole, scale: 1 }, false)
  })
  return nothing
}

function paintPolyline(item: PolylineItem, canvas: PageCanvas): Reachable {
  const { painter } = canvas
  const { points, stroke, dot } = item
  markFigure(item, item.alt, canvas)
  painter.line(points, stroke.color, stroke.width)
  const end = points.at(-1)
  if (end) painter.dot(end, dot.radius, dot.color)
  return nothing
}

function paintText({ paragraphs, box, fill }: TextItem, canvas: PageCanvas): Reachable {
  if (fill) {
    canvas.painter.mark('Layout')
    canvas.painter.fill(box, fill)
  }
  return joinReachable(paragraphs.map((paragraph) => paintTagged(paragraph, paragraph.tags, canvas)))
}

/** A paragraph with its list marker, as content of the element that its tags name. */
function paintTagged(paragraph: SetParagraph, tags: readonly Tag[], canvas: PageCanvas): Reachable {
  const [line] = paragraph.lines
  const top = line ? line.baseline - paragraph.style.leading : 0
  const isArtifact = tags.length === 0
  if (paragraph.marker && line) paintMarker(paragraph, tags, canvas)
  const owner = isArtifact ? runningArtifact(top, canvas.painter) : canvas.tree.element(contentTags(tags))
  const { anchor, outline } = paragraph
  return {
    links: paintParagraph(paragraph, owner, canvas),
    anchors: anchor === undefined ? [] : [{ name: anchor, y: top }],
    headings: outline ? [{ ...outline, y: top, element: typeof owner === 'string' ? undefined : owner }] : [],
  }
}

/** Text without tags is a running head or foot. */
function runningArtifact(top: number, { height }: PagePainter): Artifact {
  return top < height / 2 ? 'Header' : 'Footer'
}

/** Elements that hold others, never text of their own (ISO 32000-1, 14.8.4.2). */
const grouping: ReadonlySet<Tag['type']> = new Set(['Sect', 'Div', 'BlockQuote', 'TOC', 'TOCI', 'Caption'])

/** The path of the element that takes the text: a paragraph in a mere group, a body in a list item. */
function contentTags(tags: readonly Tag[]): readonly Tag[] {
  const path = tags.flatMap((tag, index): Tag[] => {
    const next = tags[index + 1]?.type
    return tag.type === 'LI' && next !== 'LBody' && next !== 'Lbl'
      ? [tag, { type: 'LBody', id: `${tag.id}/LBody` }]
      : [tag]
  })
  const last = path.at(-1)
  return last && grouping.has(last.type) ? [...path, { type: 'P', id: `${last.id}/P` }] : path
}

/** Draws a list item's marker as its label. */
function paintMarker(
  { marker, lines, style, isRightToLeft }: SetParagraph,
  tags: readonly Tag[],
  canvas: PageCanvas,
): void {
  const { painter, tree, fonts } = canvas
  const [line] = lines
  if (!marker || !line) return
  const list = tags.findLastIndex((tag) => tag.type === 'L')
  const item = tags.findLastIndex((tag) => tag.type === 'LI')
  if (list >= 0) {
    const element = tree.element(tags.slice(0, list + 1))
    element.attributes = { ...element.attributes, listNumbering: marker.ordered ? 'Decimal' : 'Disc' }
  }
  const label: readonly Tag[] =
    item >= 0 ? [...tags.slice(0, item + 1), { type: 'Lbl', id: `${tags[item]?.id}/Lbl` }] : contentTags(tags)
  painter.mark(tags.length === 0 ? runningArtifact(line.baseline, painter) : tree.element(label))
  const face = fontStyle({ text: '' }, style)
  const place = { style: face, size: style.size, y: line.baseline }
  // The space parts the marker from the text where both are copied.
  if (!isRightToLeft) {
    painter.text({ ...place, text: `${marker.text} `, x: marker.x }, style.color)
    return
  }
  const [, number = '', end = ''] = /^(.*?)([.)]?)$/.exec(marker.text) ?? []
  const turned = { ...face, rightToLeft: true }
  painter.text({ ...place, text: number, x: marker.x + fonts.width(end, turned, style.size) }, style.color)
  painter.text(
    { ...place, text: `${end} `, style: turned, x: marker.x - fonts.width(' ', turned, style.size) },
    style.color,
  )
}
