import PDFDocument from 'pdfkit'
import type { Document } from '../document/types.ts'
import type { FontStyle, Fonts } from '../fonts.ts'
import type { Drawings } from '../layout/drawings.ts'
import type { Page } from '../layout/types.ts'
import type { Theme } from '../theme.ts'
import { type Attachment, writeAttachments } from './pdf/attachments.ts'
import { collectObjects } from './pdf/collect-objects.ts'
import { toMetadata } from './pdf/metadata.ts'
import { type Bookmark, writeOutline } from './pdf/outline.ts'
import { packObjects } from './pdf/pack-objects.ts'
import { type Canvas, createPagePainter, showWithFont } from './pdf/page-painter.ts'
import { joinReachable, paintItem, type Reachable } from './pdf/paint-item.ts'
import { nameTree, type PdfkitDocument, type PdfReference } from './pdf/pdfkit-document.ts'
import { createStructureTree, type Element } from './pdf/structure-tree.ts'
import { writeLinks } from './pdf/write-links.ts'
import { writeStructureTree } from './pdf/write-structure-tree.ts'
import { type Metadata, xmpDescriptions } from './pdf/xmp.ts'
import { createPdfCanvas } from './pdf-canvas.ts'

export interface PdfOptions {
  /** When the file says that it was made. */
  date: Date
  /** Files that travel with it, such as its figures. */
  attachments?: readonly Attachment[] | undefined
}

/**
 * The pages as a PDF that conforms to PDF/A-3a and PDF/UA-1 at once: tagged, in the order of the items, its fonts cut down to the
 * glyphs used. Same inputs, same bytes. Throws where a font lacks a glyph or a link has no target, both of which layout and parsing report.
 */
export async function renderPdf(
  pages: readonly Page[],
  document: Document,
  drawings: Drawings,
  theme: Theme,
  fonts: Fonts,
  { date, attachments = [] }: PdfOptions,
): Promise<Uint8Array> {
  const metadata = toMetadata(document, date)
  const doc = createDocument(metadata)
  const finish = collectObjects(doc)
  const canvas: Canvas = {
    doc,
    theme,
    fonts,
    tree: createStructureTree(pages.length),
    fontKey: registerFonts(doc, fonts),
  }
  const drawn = pages.map((page, index) => paintPage(page, index, document, drawings, canvas))
  const elements = writeStructureTree(
    doc,
    canvas.tree,
    drawn.map(({ reference }) => reference),
  )
  writeOutline(
    doc,
    drawn.flatMap((page) => toBookmarks(page, elements)),
  )
  writeDestinations(doc, drawn)
  writeAttachments(doc, attachments, date)
  copySpacesPlainly(doc)
  return packObjects(finish(), { root: doc._root.id, info: doc._info.id })
}

function createDocument(metadata: Metadata): PdfkitDocument {
  const { title, author, subject, keywords, creator, producer, date, language } = metadata
  const doc = new PDFDocument({
    // Level A asks for tags and Unicode; pdfkit's own PDF/UA subset would write a CIDSet that is wrong, so that part is added in XMP.
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
  return Object.assign(doc, { _addInfo: () => doc.appendXML(xmpDescriptions(metadata)) })
}

/** Lets pdfkit take each font from its opened file, by its path: under two keys it would open and set up the font again and again. */
function registerFonts(doc: PdfkitDocument, fonts: Fonts): (style: FontStyle) => string {
  const files = new Map<string, string>()
  return (style) => {
    const name = `${style.font} ${style.weight} ${style.italic}`
    let file = files.get(name)
    if (file === undefined) {
      file = fonts.file(style)
      files.set(name, file)
      // pdfkit takes an opened font too, which its types do not know.
      doc.registerFont(file, fonts.face(style) as unknown as Uint8Array)
    }
    return file
  }
}

interface DrawnPage extends Reachable {
  reference: PdfReference
  height: number
}

function paintPage(page: Page, index: number, document: Document, drawings: Drawings, canvas: Canvas): DrawnPage {
  const { doc, tree, theme, fonts, fontKey } = canvas
  const { width, height } = page
  doc.addPage({ size: [width, height], margin: 0 })
  const { dictionary: reference } = doc.page
  reference.data.StructParents = index
  const sheet = { x: 0, y: 0, width, height }
  const painter = createPagePainter(canvas, index, sheet)
  if (page.background) {
    painter.mark('Background')
    painter.fill(sheet, page.background)
  }
  const reachable = joinReachable(
    page.items.map((item) =>
      paintItem(item, {
        painter,
        tree,
        fonts,
        language: document.language,
        paintChart: (chart) => {
          const { x, y } = chart.box
          const showText = (text: string, style: FontStyle, size: number, left: number, baseline: number) => {
            for (const { operators } of showWithFont({ text, style, size, x: left, y: baseline }, canvas)) {
              doc.addContent(operators)
            }
          }
          drawings(chart).drawing.paint(createPdfCanvas(doc, { x, y, theme, fonts, fontName: fontKey, showText }))
        },
      }),
    ),
  )
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
  const lost = pages
    .flatMap(({ links }) => links)
    .find(({ href }) => href.startsWith('#') && !places.has(href.slice(1)))
  if (lost) throw new Error(`a link to a place that no page has: ${lost.href}`)
  const names = doc._root.data.Names as PdfReference
  names.data.Dests = places.size > 0 ? nameTree(places) : undefined
}

/** Charts' texts are set by pdfkit, which lets a no-break space copy as one. */
function copySpacesPlainly(doc: PdfkitDocument): void {
  for (const { unicode } of Object.values(doc._fontFamilies)) {
    unicode.forEach((characters, code) => {
      if (characters?.length === 1 && (characters[0] === 0xa0 || characters[0] === 0x202f)) unicode[code] = [0x20]
    })
  }
}
