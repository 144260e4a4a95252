import { readDatasetFiles } from '../../dataset/read/read.ts'
import type { Dataset } from '../../dataset/types.ts'
import type { Outcome } from '../../diagnostic.ts'
import { type Format, formatsOf, type SlidesPerPage } from '../../document/formats.ts'
import type { Document } from '../../document/types.ts'
import { toContactSheet, writePng } from '../../graphics/png.ts'
import { type DrawnCharts, pictureRemarks, rasterizeCharts, toDrawings } from '../../layout/drawings.ts'
import { layoutHandout } from '../../layout/slides/handout.ts'
import type { Page } from '../../layout/types.ts'
import type { Locale } from '../../locale/types.ts'
import { element } from '../../opc/xml.ts'
import { drawPdfPages } from '../../render/draw-pages.ts'
import type { Attachment } from '../../render/pdf/file/attachments.ts'
import { type PdfOptions, renderPdf } from '../../render/pdf.ts'
import type { Carrier } from '../../render/pptx/parts/custom-xml-parts.ts'
import { renderPptx } from '../../render/pptx.ts'
import { hashFiles, toBaseElement } from '../base/carry-base.ts'
import { makeBase } from '../base/make-base.ts'
import { getBuildDate } from '../build-date.ts'
import { collectDiagnostics } from '../collect-diagnostics.ts'
import { inThemeOf } from '../compose.ts'
import type { BuiltFile, Composed, Drawn, DrawnReport, Material } from '../types.ts'
import { checkTemplateGround, drawTemplate, readableSlides } from './draw-template.ts'

/**
 * The documents as files in the requested formats.
 * A deck is checked as PowerPoint and its Accessibility Checker would; an error leaves no files.
 */
export async function renderDocuments(report: DrawnReport, formats: readonly Format[]): Promise<Outcome<BuiltFile[]>> {
  const { note, outcome } = collectDiagnostics()
  const ordered = report.documents.flatMap((document) =>
    formatsOf[document.kind].filter((format) => formats.includes(format)).map((format) => ({ document, format })),
  )
  // Side by side: while the thread draws the slides' pictures, the briefing is written.
  const files = await Promise.all(
    ordered.map(async ({ document, format }) => note(await renderDocument(document, format, report))),
  )
  return outcome(files.flatMap((file) => file ?? []))
}

async function renderDocument(drawn: Drawn, format: Format, report: DrawnReport): Promise<Outcome<BuiltFile[]>> {
  const { note, outcome } = collectDiagnostics()
  const { request, dataset, theme, fonts, reference } = inThemeOf(report, drawn.kind)
  const { kind, document, markdown, drawings, leftOut } = drawn
  const pages = reference ? readableSlides(drawn.pages, reference, theme) : drawn.pages
  const { name, stopwatch } = report
  const { time } = stopwatch
  const date = getBuildDate(dataset.report, request.date)
  // In a .pptx the template's own is PowerPoint's to draw.
  const whole = () =>
    reference ? { ...drawn, pages: note(drawTemplate(pages, reference, theme, fonts)) ?? pages } : drawn
  switch (format) {
    case 'pptx': {
      const drawing = rasterizeCharts(drawings, (one) => report.rasterizer.rasterize(one, 2))
      const pictures = toDrawings(await time('wait for pictures', () => drawing))
      const { memory, locale } = report
      const carrier = createDeckCarrier(drawn, dataset, locale)
      const linted = time('write deck', () =>
        renderPptx(pages, document, pictures, theme, { date, reference, memory, carrier }),
      )
      const bytes = note(await linted)
      if (reference) note({ value: undefined, diagnostics: checkTemplateGround(pages, reference, theme) })
      const remarks = [...pictureRemarks(drawings), ...leftOut]
      const count = { number: pages.length, of: 'slides' as const }
      return outcome(bytes && [{ format, name: `${name}.pptx`, bytes, count, remarks }])
    }
    case 'pdf':
    case 'one-page': {
      const options = { date, attachments: dataAttachments(request.folder), press: report.press }
      const find = toDrawings(drawings)
      const bytes = await time('write briefing', () => renderPdf(pages, document, find, theme, fonts, options))
      const count = { number: pages.length, of: 'pages' as const }
      const file = format === 'pdf' ? `${name}.pdf` : `${name}.${format}.pdf`
      return outcome([{ format, name: file, bytes, count, remarks: [...leftOut] }])
    }
    case 'deck.pdf':
    case 'handout':
    case 'notes': {
      const options = { date, attachments: dataAttachments(request.folder), press: report.press }
      const paper = { format, perPage: request.slidesPerPage ?? 3, name, options }
      const file = note(await time('write handout', () => renderSlides(whole(), paper, report)))
      return outcome(file && [file])
    }
    case 'png': {
      const paper = { format: 'deck.pdf' as const, perPage: 1 as const, name, options: { date } }
      const deck = note(await renderSlides(whole(), paper, report))
      return outcome(deck && (await time('draw slides', () => renderPictures(deck.bytes, name))))
    }
    case 'md':
      return outcome([{ format, name: `${name}.${kind}.md`, bytes: Buffer.from(markdown) }])
  }
}

/** The report's data files as PDF attachments, so that holders of the document can check its figures. */
function dataAttachments(folder: string): Attachment[] {
  return readDatasetFiles(folder).files.map(({ path, bytes }) => ({
    name: path.replace(/^data\//, '').replaceAll('/', '-'),
    bytes,
    type: path.endsWith('.csv') ? 'text/csv' : 'application/yaml',
    description: path,
    relationship: 'Data',
  }))
}

/** Makes a deck carry what its build knows of it, and a hash by which it is known to be as it was built. */
function createDeckCarrier(
  composed: Pick<Composed, 'pages' | 'markdown' | 'claims' | 'words'>,
  dataset: Dataset,
  locale: Locale,
): Carrier {
  return {
    make: (parts, roots) => toBaseElement(makeBase(composed, dataset, locale, parts, roots)),
    seal: ({ name, attributes, children }, files, carrier) =>
      element(name, { ...attributes, hash: hashFiles(files, carrier) }, children),
  }
}

/** Pixels across a slide's picture, and across a slide on the contact sheet. */
const widths = { slide: 1920, onSheet: 640 } as const

/** Pictures of a deck's slides, from the deck as a PDF: one each, and all of them on a sheet. */
async function renderPictures(deck: Uint8Array, name: string): Promise<BuiltFile[]> {
  const [slides = [], small = []] = await drawPdfPages(deck, [widths.slide, widths.onSheet])
  const digits = String(slides.length).length
  const pictures = slides.map((picture, index) => ({
    format: 'png' as const,
    name: `${name}-slide-${String(index + 1).padStart(Math.max(2, digits), '0')}.png`,
    bytes: writePng(picture),
  }))
  const sheet = writePng(toContactSheet(small, 3, 16))
  const count = { number: slides.length, of: 'slides' as const }
  return [...pictures, { format: 'png', name: `${name}-slides.png`, bytes: sheet, count }]
}

/** What the slides are printed as. */
interface Paper {
  format: 'deck.pdf' | 'handout' | 'notes'
  perPage: SlidesPerPage
  /** Of the report, from which the file is named. */
  name: string
  options: PdfOptions
}

/** A deck's slides as a PDF: each a page, several on a page of paper, or small beside the presenter's notes. */
async function renderSlides(
  { pages: slides, document, drawings }: { pages: readonly Page[]; document: Document; drawings: DrawnCharts },
  { format, perPage, name, options }: Paper,
  material: Material,
): Promise<Outcome<BuiltFile>> {
  const { value: pages, diagnostics }: Outcome<readonly Page[]> =
    format === 'deck.pdf'
      ? { value: slides, diagnostics: [] }
      : layoutHandout(slides, document, material, format === 'notes' ? format : perPage)
  if (!pages) return { value: undefined, diagnostics }
  const bytes = await renderPdf(pages, document, toDrawings(drawings), material.theme, material.fonts, options)
  const file = format === 'deck.pdf' ? `${name}.deck.pdf` : `${name}.${format}.pdf`
  return { value: { format, name: file, bytes, count: { number: pages.length, of: 'pages' } }, diagnostics }
}
