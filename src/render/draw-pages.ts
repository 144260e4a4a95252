import type { PDFiumDocument } from '@hyzyla/pdfium'
import type { Pixels } from '../graphics/png.ts'

/**
 * Draws all or numbered pages (from 1) of a PDF with PDFium; a list for each width in pixels.
 * Loaded when first asked for: it is 5 MB of WebAssembly.
 */
export async function drawPdfPages(
  bytes: Uint8Array,
  widths: readonly number[],
  wanted?: ReadonlySet<number>,
): Promise<Pixels[][]> {
  const { PDFiumLibrary } = await import('@hyzyla/pdfium')
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(bytes)
    const drawn: Pixels[][] = []
    // Once through all pages for each width: a page that was drawn is closed.
    for (const width of widths) drawn.push(await drawAll(document, width, wanted))
    document.destroy()
    return drawn
  } finally {
    library.destroy()
  }
}

async function drawAll(document: PDFiumDocument, across: number, wanted?: ReadonlySet<number>): Promise<Pixels[]> {
  const pictures: Pixels[] = []
  for (const page of document.pages()) {
    if (wanted && !wanted.has(page.number + 1)) continue
    const { originalWidth } = page.getOriginalSize()
    const { width, height, data } = await page.render({ scale: across / originalWidth, render: 'bitmap' })
    pictures.push({ width, height, data: new Uint8Array(data) })
  }
  return pictures
}
