import { scaleLink } from '../../chart/spec/links/links.ts'
import type { ChartLink } from '../../chart/types.ts'
import { PdfCanvas, type PdfCanvasOptions } from '../../graphics/canvas/pdf-canvas.ts'
import { showPicture } from '../../graphics/canvas/show-picture.ts'
import { writeAtOnce } from '../../graphics/pdfkit.ts'
import { tableRules } from '../../layout/table-rules.ts'
import { fontStyle } from '../../layout/text/run-style.ts'
import type {
  ChartItem,
  Item,
  PictureItem,
  PolylineItem,
  RectItem,
  SetParagraph,
  TableItem,
  Tag,
  TextItem,
} from '../../layout/types.ts'
import type { Element } from './file/structure-tree.ts'
import type { Artifact, Canvas, PageCanvas, PagePainter } from './page-painter.ts'
import { hexText } from './text/hex-text.ts'
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
  const { points, stroke, dot } = item
  markFigure(item, item.alt, canvas)
  canvas.painter.line(points, stroke.color, stroke.width)
  const end = points.at(-1)
  if (end) canvas.painter.dot(end, dot.radius, dot.color)
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

/** Draws a table, tagged by row; returns its links. A repeated header is an artifact, so as to be read aloud once. */
function paintTable(item: TableItem, canvas: PageCanvas): DrawnLink[] {
  paintFills(item, canvas)
  paintRules(item, canvas)
  const table = canvas.tree.element(item.tags)
  table.attributes = { ...table.attributes, summary: item.alt }
  return item.rows.flatMap(({ cells }) =>
    cells.flatMap(({ covered, repeated, paragraph }) => {
      if (covered) return []
      // An empty cell has its element too: each row has as many as the header.
      return paintParagraph(paragraph, repeated ? 'Repeated' : canvas.tree.element(paragraph.tags), canvas)
    }),
  )
}

function paintFills({ rows }: TableItem, { painter }: PageCanvas): void {
  for (const { box, fill } of rows.flatMap((row) => row.cells)) {
    if (!fill) continue
    painter.mark('Layout')
    painter.fill(box, fill)
  }
}

function paintRules(item: TableItem, { painter }: PageCanvas): void {
  painter.mark('Layout')
  for (const { x, y, width, stroke } of tableRules(item))
    painter.fill({ x, y: y - stroke.width / 2, width, height: stroke.width }, stroke.color)
}

/** Draws a chart's vectors in its item's box, its text in the document's own fonts, kerned as it was measured. */
function drawChartItem(item: ChartItem, { doc, theme, fonts, book, drawings }: Canvas): void {
  const { x, y } = item.box
  const showText: PdfCanvasOptions['showText'] = (text, style, size, left, baseline, isLast) => {
    // A space parts each label from the next where the figure is copied or read out.
    const label = { text: isLast ? `${text} ` : text, style, size, x: left, y: baseline }
    for (const { operators, actual } of book.showText(label)) {
      doc.addContent(
        actual === undefined ? operators : `/Span <</ActualText <${hexText(actual)}>>> BDC ${operators} EMC`,
      )
    }
  }
  const { drawing } = drawings(item)
  const scale = item.box.width / drawing.width
  const origin = { x, y }
  // On a handout a slide's drawing stands smaller.
  if (Math.abs(scale - 1) > 1e-6) {
    doc.translate(x, y).scale(scale)
    Object.assign(origin, { x: 0, y: 0 })
  }
  const canvas = new PdfCanvas(doc, { ...origin, theme, fonts, fontName: book.key, showText })
  writeAtOnce(doc, () => drawing.paint(canvas))
}

/** The marks of a chart that can be followed, in points of the page. */
function chartLinks(item: ChartItem, { drawings }: Canvas): ChartLink[] {
  const { box } = item
  const { drawing } = drawings(item)
  return (drawing.links ?? [])
    .map((link) => scaleLink(link, box.width / drawing.width))
    .map((link) => ({ ...link, box: { ...link.box, x: box.x + link.box.x, y: box.y + link.box.y } }))
}
