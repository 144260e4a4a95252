import { parseCssColor } from '../css-color.ts'
import type { Gradient, Paint } from '../types.ts'
import { type Affine, apply, lengthScale } from './affine.ts'

/** A paint in pdfkit's terms with its opacity; undefined where it paints nothing. The stops of a gradient carry their own opacity. */
export function toPdfColor(
  doc: PDFKit.PDFDocument,
  paint: Paint,
  matrix: Affine,
): { color: string | PDFKit.PDFGradient; opacity: number } | undefined {
  return typeof paint === 'string' ? parseCssColor(paint) : toPdfGradient(doc, paint, matrix)
}

function toPdfGradient(doc: PDFKit.PDFDocument, gradient: Gradient, matrix: Affine) {
  const stops = gradient.stops.toSorted((one, other) => one.offset - other.offset)
  const [first, last] = [stops[0], stops.at(-1)]
  if (!first || !last) return undefined
  const [x1, y1] = apply(matrix, gradient.x1, gradient.y1)
  const [x2, y2] = apply(matrix, gradient.x2, gradient.y2)
  const scale = lengthScale(matrix)
  const color =
    gradient.kind === 'linear'
      ? doc.linearGradient(x1, y1, x2, y2)
      : doc.radialGradient(x1, y1, gradient.r1 * scale, x2, y2, gradient.r2 * scale)
  // pdfkit takes its first stop to stand at 0 and wants at least two.
  for (const { offset, color: css } of [
    { ...first, offset: 0 },
    ...stops.filter(({ offset }) => offset > 0 && offset < 1),
    { ...last, offset: 1 },
  ]) {
    const stop = parseCssColor(css) ?? { color: '#ffffff', opacity: 0 }
    color.stop(offset, stop.color, stop.opacity)
  }
  return { color, opacity: 1 }
}
