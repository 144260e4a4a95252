import type { Outcome } from '../../diagnostic.ts'
import type { SlidesPerPage } from '../../document/formats.ts'
import type { Document } from '../../document/types.ts'
import { type DrawnCharts, toDrawings } from '../../layout/drawings.ts'
import { type Handout, layoutHandout, layoutNotes } from '../../layout/slides/handout.ts'
import type { Page } from '../../layout/types.ts'
import { type PdfOptions, renderPdf } from '../../render/pdf.ts'
import type { BuiltFile, Material } from '../types.ts'

/** A deck's slides with what was drawn for them. */
interface DrawnSlides {
  pages: readonly Page[]
  document: Document
  drawings: DrawnCharts
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
export async function renderSlides(
  { pages: slides, document, drawings }: DrawnSlides,
  { format, perPage, name, options }: Paper,
  { theme, fonts, locale }: Material,
): Promise<Outcome<BuiltFile>> {
  const { value: handout, diagnostics } = layOut()
  if (!handout) return { value: undefined, diagnostics }
  const { pages, originals } = handout
  const find = toDrawings(drawings)
  const bytes = await renderPdf(pages, document, (item) => find(originals.get(item) ?? item), theme, fonts, options)
  const file = format === 'deck.pdf' ? `${name}.deck.pdf` : `${name}.${format}.pdf`
  return { value: { format, name: file, bytes, count: { number: pages.length, of: 'pages' } }, diagnostics }

  function layOut(): Outcome<Handout> {
    switch (format) {
      case 'deck.pdf':
        return { value: { pages: [...slides], originals: new Map() }, diagnostics: [] }
      case 'handout':
        return layoutHandout(slides, document, theme, fonts, locale, perPage)
      case 'notes':
        return layoutNotes(slides, document, theme, fonts, locale)
    }
  }
}
