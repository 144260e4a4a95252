import PDFDocument from 'pdfkit'
import type { Document } from '../document/types.ts'
import { isLinkAddress } from '../files/link-address.ts'
import type { Fonts } from '../fonts/fonts.ts'
import type { PressProfile } from '../graphics/icc-profile.ts'
import {
  collectObjects,
  describeBy,
  getNameTrees,
  nameTree,
  type PdfkitDocument,
  type PdfReference,
  type PdfValue,
  pdfText,
} from '../graphics/pdfkit.ts'
import type { Drawings } from '../layout/drawings.ts'
import type { Box, Item, Page } from '../layout/types.ts'
import type { Theme } from '../theme/theme.ts'
import { type Attachment, writeAttachments } from './pdf/file/attachments.ts'
import { type Metadata, toMetadata } from './pdf/file/metadata.ts'
import { type Bookmark, writeOutline } from './pdf/file/outline.ts'
import { packObjects } from './pdf/file/pack-objects.ts'
import { createStructureTree, type Element, type StructureTree } from './pdf/file/structure-tree.ts'
import { writeStructureTree } from './pdf/file/write-structure-tree.ts'
import { xmpDescriptions } from './pdf/file/xmp.ts'
import { type Canvas, createPagePainter } from './pdf/page-painter.ts'
import { joinReachable, paintItem, type Reachable } from './pdf/paint-item.ts'
import { bleed, pressObjects } from './pdf/press/press-objects.ts'
import { createFontBook } from './pdf/text/font-book.ts'
import type { DrawnLink } from './pdf/text/paint-paragraph.ts'

export interface PdfOptions {
  /** When the file says that it was made. */
  date: Date
  /** Files that travel with it, such as its figures. */
  attachments?: readonly Attachment[] | undefined
  /** The press that it is printed on: its inks make the colours, and the sheet has bleed and cut marks. */
  press?: PressProfile | undefined
}

/**
 * The pages as a PDF that conforms to PDF/A-3a and PDF/UA-1 at once: tagged, in the order of the items, its fonts cut
 * down to the
 * glyphs used. Same inputs, same bytes. Throws where a font lacks a glyph or a link has no target, both of which layout
 * and parsing report.
 */
export async function renderPdf(
  pages: readonly Page[],
  document: Document,
  drawings: Drawings,
  theme: Theme,
  fonts: Fonts,
  { date, attachments = [], press }: PdfOptions,
): Promise<Uint8Array> {
  const doc = createDocument(toMetadata(document, date))
  const finish = collectObjects(doc)
  const tree = createStructureTree(pages.length)
  const canvas: Canvas = {
    ...{ doc, tree, theme, fonts, drawings, book: createFontBook(doc, fonts) },
    language: document.language,
    bleed: press ? bleed : 0,
  }
  const drawn = pages.map((page, index) => paintPage(press ? bleedPage(page, bleed) : page, index, canvas))
  const references = drawn.map(({ reference }) => reference)
  const elements = writeStructureTree(doc, tree, references)
  const bookmarks = drawn.flatMap((page) => toBookmarks(page, elements))
  writeOutline(doc, bookmarks)
  writeDestinations(doc, drawn)
  writeAttachments(doc, attachments, date)
  const { objects, ...ids } = finish()
  return packObjects(press ? pressObjects(objects, press) : objects, ids)
}

function createDocument(metadata: Metadata): PdfkitDocument {
  const { title, author, subject, keywords, creator, producer, date, language } = metadata
  const doc = new PDFDocument({
    // Level A needs tags and Unicode; pdfkit's PDF/UA subset writes a wrong CIDSet, so that part is added in XMP.
    subset: 'PDF/A-3a',
    pdfVersion: '1.7',
    tagged: true,
    lang: language,
    displayTitle: true,
    autoFirstPage: false,
    // Else it opens a standard font, which may not be embedded.
    font: '',
    info: {
      Title: title,
      Author: author,
      ...(subject ? { Subject: subject } : {}),
      ...(keywords ? { Keywords: keywords } : {}),
      Creator: creator,
      Producer: producer,
      CreationDate: date,
      ModDate: date,
    },
  }) as PdfkitDocument
  describeBy(doc, xmpDescriptions(metadata))
  return doc
}

interface DrawnPage extends Reachable {
  reference: PdfReference
  height: number
}

function paintPage({ width, height, background, items }: Page, index: number, canvas: Canvas): DrawnPage {
  const { doc, tree } = canvas
  doc.addPage({ size: [width, height], margin: 0 })
  const { dictionary: reference } = doc.page
  reference.data.StructParents = index
  const sheet = { x: 0, y: 0, width, height }
  const painter = createPagePainter(canvas, index, sheet)
  // White is the paper's own.
  const ground = background ?? (canvas.theme.colors.paper.toLowerCase() === '#ffffff' ? undefined : 'paper')
  if (ground) {
    painter.mark('Background')
    const { bleed } = canvas
    painter.fill({ x: -bleed, y: -bleed, width: width + 2 * bleed, height: height + 2 * bleed }, ground)
  }
  const reachable = joinReachable(items.map((item) => paintItem(item, { ...canvas, painter })))
  painter.end()
  writeLinks(doc, tree, { index, height }, reachable.links)
  return { ...reachable, reference, height }
}

function toBookmarks(
  { headings, reference, height }: DrawnPage,
  elements: ReadonlyMap<Element, PdfReference>,
): Bookmark[] {
  return headings.map(({ text, depth, y, element }) => ({
    text,
    depth,
    page: reference,
    top: height - y,
    element: element && elements.get(element),
  }))
}

/** Names the places that links lead to. Throws for a link to a place that no page has. */
function writeDestinations(doc: PdfkitDocument, pages: readonly DrawnPage[]): void {
  const places = new Map(
    pages.flatMap(({ anchors, reference, height }) =>
      anchors.map(({ name, y }) => [name, [reference, 'XYZ', null, height - y, null]] as const),
    ),
  )
  const targets = pages.flatMap(({ links }) => links.map(({ href }) => href)).filter((href) => href.startsWith('#'))
  const lost = targets.find((href) => !places.has(href.slice(1)))
  if (lost) throw new Error(`a link to a place that no page has: ${lost}`)
  getNameTrees(doc).Dests = places.size > 0 ? nameTree(places) : undefined
}

/** A page whose panels and pictures that reach its edges are printed beyond them. */
export function bleedPage(page: Page, bleed: number): Page {
  return { ...page, items: page.items.map((item) => bleedItem(item, page, bleed)) }
}

function bleedItem(item: Item, page: Page, bleed: number): Item {
  if (item.type !== 'rect' && item.type !== 'picture') return item
  const box = beyondEdges(item.box, page, bleed)
  if (item.type === 'rect' || box === item.box) return { ...item, box }
  return { ...item, box, whole: covering(item.whole, box) }
}

/** A box with its sides on the page's edges moved outwards. */
function beyondEdges(box: Box, { width, height }: Page, bleed: number): Box {
  const isAt = (place: number, edge: number) => Math.abs(place - edge) < 0.5
  const left = isAt(box.x, 0) ? bleed : 0
  const top = isAt(box.y, 0) ? bleed : 0
  const right = isAt(box.x + box.width, width) ? bleed : 0
  const bottom = isAt(box.y + box.height, height) ? bleed : 0
  if (left + top + right + bottom === 0) return box
  return { x: box.x - left, y: box.y - top, width: box.width + left + right, height: box.height + top + bottom }
}

/** A picture about its own middle so large that it covers a box. */
function covering(whole: Box, box: Box): Box {
  const [cx, cy] = [whole.x + whole.width / 2, whole.y + whole.height / 2]
  const across = Math.max(cx - box.x, box.x + box.width - cx) / (whole.width / 2)
  const down = Math.max(cy - box.y, box.y + box.height - cy) / (whole.height / 2)
  const scale = Math.max(1, across, down)
  const [width, height] = [whole.width * scale, whole.height * scale]
  return { x: cx - width / 2, y: cy - height / 2, width, height }
}

/**
 * Makes a tagged annotation for each of a page's link boxes, described by its words.
 * pdfkit's own have an empty description, and no tags for places in the document.
 */
function writeLinks(
  doc: PdfkitDocument,
  tree: StructureTree,
  page: { index: number; height: number },
  links: readonly DrawnLink[],
): void {
  for (const link of links) {
    for (const { x, y, width, height } of link.boxes) {
      const annotation = doc.ref({
        Type: 'Annot',
        Subtype: 'Link',
        Rect: [x, page.height - y - height, x + width, page.height - y],
        Border: [0, 0, 0],
        // Printed with the page, as PDF/A wants of what is seen.
        F: 4,
        Contents: pdfText(link.text.trim()),
        ...destination(link.href),
      })
      annotation.data.StructParent = tree.addAnnotation(link.element, page.index, annotation)
      doc.page.annotations.push(annotation)
      annotation.end()
    }
  }
}

/** A place in this document by its name, or an address. Throws for an address that a document may not open. */
function destination(href: string): { [key: string]: PdfValue } {
  if (href.startsWith('#')) return { Dest: pdfText(href.slice(1)) }
  if (!isLinkAddress(href)) throw new Error(`not an address that a PDF may open: ${href}`)
  return { A: { S: 'URI', URI: pdfText(href.replaceAll(/[^!-~]+/g, encodeURIComponent)) } }
}
