import { short } from './write-path.ts'

/** Sets how lines are dashed; a canvas's lengths grow by `scale`. pdfkit throws at a zero length, which specs use (`[1, 0]` is a solid line); a thousandth of a point prints the same. */
export function setDash(doc: PDFKit.PDFDocument, dash: readonly number[], offset: number, scale: number): void {
  const isDashed =
    dash.some((length, index) => length > 0 && index % 2 === 1) ||
    (dash.length % 2 === 1 && dash.some((length) => length > 0))
  if (!isDashed || dash.some((length) => !(length >= 0))) return
  // Two of pdfkit's arguments: its types know the array form only as a number.
  const lengths: unknown = dash.map((length) => Math.max(0.001, short(length * scale)))
  Reflect.apply(doc.dash, doc, [lengths, { phase: short(offset * scale) }])
}

/** The ends of a line in pdfkit's terms. */
export function getCap(cap: string): 'butt' | 'round' | 'square' {
  return cap === 'round' || cap === 'square' ? cap : 'butt'
}

/** The corners of a line in pdfkit's terms. */
export function getJoin(join: string): 'miter' | 'round' | 'bevel' {
  return join === 'round' || join === 'bevel' ? join : 'miter'
}
