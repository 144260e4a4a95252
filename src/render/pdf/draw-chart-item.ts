import { scaleLink } from '../../chart/spec/links/links.ts'
import type { ChartLink } from '../../chart/types.ts'
import { PdfCanvas, type PdfCanvasOptions } from '../../graphics/canvas/pdf-canvas.ts'
import { writeAtOnce } from '../../graphics/pdfkit.ts'
import type { ChartItem } from '../../layout/types.ts'
import type { Canvas } from './page-painter.ts'
import { hexText } from './text/hex-text.ts'

/** Draws a chart's vectors in its item's box, its text in the document's own fonts, kerned as it was measured. */
export function drawChartItem(item: ChartItem, { doc, theme, fonts, book, drawings }: Canvas): void {
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
export function chartLinks(item: ChartItem, { drawings }: Canvas): ChartLink[] {
  const { box } = item
  const { drawing } = drawings(item)
  return (drawing.links ?? [])
    .map((link) => scaleLink(link, box.width / drawing.width))
    .map((link) => ({ ...link, box: { ...link.box, x: box.x + link.box.x, y: box.y + link.box.y } }))
}
