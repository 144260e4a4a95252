import type { Segment } from './canvas-path.ts'

/** Writes a path into the page's content, not yet painted. One piece of content for the whole: pdfkit makes a buffer of each. */
export function writePath(doc: PDFKit.PDFDocument, path: readonly Segment[]): void {
  let content = ''
  for (const segment of path) {
    switch (segment.type) {
      case 'move':
        content += `${short(segment.x)} ${short(segment.y)} m `
        break
      case 'line':
        content += `${short(segment.x)} ${short(segment.y)} l `
        break
      case 'curve': {
        const { x1, y1, x2, y2, x, y } = segment
        content += `${short(x1)} ${short(y1)} ${short(x2)} ${short(y2)} ${short(x)} ${short(y)} c `
        break
      }
      case 'close':
        content += 'h '
        break
    }
  }
  doc.addContent(content.trimEnd())
}

/** A length to a thousandth of a point, which is finer than any printer, and never so large that it would be written with an exponent, which PDF has not. */
export function short(length: number): number {
  return Math.round(Math.max(-furthest, Math.min(furthest, length)) * 1000) / 1000
}

/** Far beyond any page. */
const furthest = 1e7
