import { parseCssColor } from '../css-color.ts'
import type { Gradient, Paint, Picture } from '../types.ts'
import { type Affine, apply, lengthScale } from './affine.ts'
import { isFlat, type Segment } from './canvas-path.ts'
import { PathCanvas } from './path-canvas.ts'
import { showPicture } from './show-picture.ts'
import { type LabelOptions, labelWidth, writeLabel } from './write-label.ts'

export interface PdfCanvasOptions extends LabelOptions {
  /** Where the canvas's origin stands on the page, in points from its top left corner. */
  x: number
  y: number
}

/**
 * A canvas that draws on the current page of a PDFKit document: vectors stay vectors, text is real text in the embedded
 * fonts. It writes no tags; what it
 * leaves behind is the document's graphics state as it was, and the document's x and y. PDF forbids a change of matrix
 * inside a path, and forgets a path
 * once it is painted; a canvas does neither: each path is written afresh, in a graphics state of its own, whenever it
 * is painted.
 */
export class PdfCanvas extends PathCanvas {
  readonly #doc: PDFKit.PDFDocument
  readonly #options: PdfCanvasOptions

  constructor(doc: PDFKit.PDFDocument, options: PdfCanvasOptions) {
    super()
    this.matrix = [1, 0, 0, 1, options.x, options.y]
    this.#doc = doc
    this.#options = options
  }

  /** Nothing to clear on paper. */
  clearRect(): void {}

  stroke(): void {
    const { dash, matrix } = this
    if (this.path.length === 0) return
    this.#inState(this.strokeStyle, 'stroke', () => {
      const scale = lengthScale(matrix)
      this.#doc.lineWidth(this.lineWidth * scale).miterLimit(this.miterLimit)
      const cap = this.lineCap === 'round' || this.lineCap === 'square' ? this.lineCap : 'butt'
      this.#doc.lineCap(cap).lineJoin(getJoin(this.lineJoin))
      setDash(this.#doc, dash, this.lineDashOffset, scale)
      writePath(this.#doc, this.path)
      this.#doc.stroke()
    })
  }

  clip(): void {
    this.#doc.save()
    writePath(this.#doc, this.path)
    this.#doc.clip('non-zero')
    this.clips++
  }

  fillText(text: string, x: number, y: number): void {
    this.#inState(this.fillStyle, 'fill', () => writeLabel(this.#doc, { text, x, y, use: 'fill' }, this, this.#options))
  }

  strokeText(text: string, x: number, y: number): void {
    this.#inState(this.strokeStyle, 'stroke', () => {
      this.#doc.lineWidth(this.lineWidth * lengthScale(this.matrix)).lineJoin(getJoin(this.lineJoin))
      writeLabel(this.#doc, { text, x, y, use: 'stroke' }, this, this.#options)
    })
  }

  measureText(text: string): { width: number } {
    return { width: labelWidth(text, this.font, this.#options) }
  }

  drawImage(picture: Picture, x: number, y: number, width: number, height: number): void {
    this.#inState('#000000', 'fill', () => {
      this.#doc.transform(...this.matrix)
      const scale = lengthScale(this.matrix)
      showPicture(this.#doc, picture, { x, y, width, height, scale }, this.imageSmoothingEnabled)
    })
  }

  protected endClips(count: number): void {
    for (let clip = 0; clip < count; clip++) this.#doc.restore()
  }

  protected fillPath(path: readonly Segment[]): void {
    if (isFlat(path)) return
    this.#inState(this.fillStyle, 'fill', () => {
      writePath(this.#doc, path)
      this.#doc.fill('non-zero')
    })
  }

  /** Draws with paint, opacity and blend mode in its own graphics state; nothing where the paint is transparent. */
  #inState(paint: Paint, use: 'fill' | 'stroke', draw: () => void): void {
    const doc = this.#doc
    const color = toPdfColor(doc, paint, this.matrix)
    const opacity = this.globalAlpha * (color?.opacity ?? 0)
    if (!color || opacity === 0) return
    doc.save()
    if (opacity !== 1) doc.opacity(opacity)
    setBlendMode(doc, this.globalCompositeOperation)
    // A PDF gradient in place of a name is not in pdfkit's types for strokes only by oversight.
    if (use === 'fill') doc.fillColor(color.color)
    else doc.strokeColor(color.color)
    draw()
    doc.restore()
  }
}

/**
 * Sets how lines are dashed; lengths grow by `scale`.
 * pdfkit throws at a zero length, which specs use (`[1, 0]` is solid): a thousandth of a point prints the same.
 */
function setDash(doc: PDFKit.PDFDocument, dash: readonly number[], offset: number, scale: number): void {
  const isDashed =
    dash.some((length, index) => length > 0 && index % 2 === 1) ||
    (dash.length % 2 === 1 && dash.some((length) => length > 0))
  if (!isDashed || dash.some((length) => !(length >= 0))) return
  // Two of pdfkit's arguments: its types know the array form only as a number.
  const lengths: unknown = dash.map((length) => Math.max(0.001, short(length * scale)))
  Reflect.apply(doc.dash, doc, [lengths, { phase: short(offset * scale) }])
}

/** The corners of a line in pdfkit's terms. */
function getJoin(join: string): 'miter' | 'round' | 'bevel' {
  return join === 'round' || join === 'bevel' ? join : 'miter'
}

/** A canvas's ways of mixing colours that PDF has too, by names such as ColorDodge. */
const blendModes =
  /^(?:multiply|screen|overlay|darken|lighten|color-dodge|color-burn|hard-light|soft-light|difference|exclusion|hue|saturation|color|luminosity)$/

/**
 * Sets a canvas's blend mode; none for `source-over`.
 * pdfkit cannot (ISO 32000-1, 11.3.5): an extended graphics state on the page for each mode.
 */
function setBlendMode(doc: PDFKit.PDFDocument, operation: string): void {
  if (!blendModes.test(operation)) return
  const mode = operation.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())
  const name = `Blend${mode}`
  const states: Record<string, unknown> = doc.page.ext_gstates
  if (states[name] === undefined) {
    const state = doc.ref({ Type: 'ExtGState', BM: mode })
    state.end(undefined)
    states[name] = state
  }
  doc.addContent(`/${name} gs`)
}

/** Writes a path, not painted, into the page's content, as one piece: pdfkit makes a buffer of each. */
function writePath(doc: PDFKit.PDFDocument, path: readonly Segment[]): void {
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

/** A length to a thousandth of a point, bounded so that it never has an exponent, which PDF does not allow. */
function short(length: number): number {
  return Math.round(Math.max(-furthest, Math.min(furthest, length)) * 1000) / 1000
}

/** Far beyond any page. */
const furthest = 1e7

/** A paint for pdfkit, with its opacity; undefined where it paints nothing. Gradient stops have their own opacity. */
function toPdfColor(
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
