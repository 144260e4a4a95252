import { createGradient } from '../chart/scene.ts'
import type { Context2D, Gradient, Paint, Picture } from '../chart/types.ts'
import { type Affine, compose, lengthScale } from './canvas/affine.ts'
import { arc, curveTo, isFlat, lineTo, moveTo, quadraticTo, rectangle, type Segment } from './canvas/canvas-path.ts'
import { type CanvasState, initialState, stateOf } from './canvas/canvas-state.ts'
import { capOf, joinOf, setDash } from './canvas/line-style.ts'
import { setBlendMode } from './canvas/set-blend-mode.ts'
import { showPicture } from './canvas/show-picture.ts'
import { toPdfColor } from './canvas/to-pdf-color.ts'
import { type LabelOptions, labelWidth, writeLabel } from './canvas/write-label.ts'
import { writePath } from './canvas/write-path.ts'

export interface PdfCanvasOptions extends LabelOptions {
  /** Where the canvas's origin stands on the page, in points from its top left corner. */
  x: number
  y: number
}

/**
 * A 2D canvas context that draws on the current page of a PDFKit document: vectors stay vectors, text is real text in the embedded fonts.
 * It writes no tags; what it leaves behind is the document's graphics state as it was, and the document's x and y.
 */
export function createPdfCanvas(doc: PDFKit.PDFDocument, options: PdfCanvasOptions): Context2D {
  return new PdfCanvas(doc, options)
}

/**
 * PDF forbids a change of matrix inside a path, and forgets a path once it is painted; a canvas does neither. So this class keeps the matrix itself,
 * records paths in page coordinates, and writes each afresh, in a graphics state of its own, whenever it is painted.
 */
class PdfCanvas implements Context2D {
  readonly pixelRatio = 1
  imageSmoothingEnabled = true
  fillStyle = initialState.fillStyle
  strokeStyle = initialState.strokeStyle
  globalAlpha = initialState.globalAlpha
  globalCompositeOperation = initialState.globalCompositeOperation
  lineWidth = initialState.lineWidth
  lineCap = initialState.lineCap
  lineJoin = initialState.lineJoin
  miterLimit = initialState.miterLimit
  lineDashOffset = initialState.lineDashOffset
  dash = initialState.dash
  font = initialState.font
  textAlign = initialState.textAlign
  textBaseline = initialState.textBaseline
  clips = initialState.clips
  matrix: Affine
  readonly #saved: CanvasState[] = []
  #path: Segment[] = []
  readonly #doc: PDFKit.PDFDocument
  readonly #options: PdfCanvasOptions

  constructor(doc: PDFKit.PDFDocument, options: PdfCanvasOptions) {
    this.#doc = doc
    this.#options = options
    this.matrix = [1, 0, 0, 1, options.x, options.y]
  }

  save(): void {
    this.#saved.push(stateOf(this))
    this.clips = 0
  }

  restore(): void {
    const state = this.#saved.pop()
    if (!state) return
    for (let clip = 0; clip < this.clips; clip++) this.#doc.restore()
    Object.assign(this, state)
  }

  scale(x: number, y: number): void {
    this.transform(x, 0, 0, y, 0, 0)
  }

  rotate(radians: number): void {
    const [cos, sin] = [Math.cos(radians), Math.sin(radians)]
    this.transform(cos, sin, -sin, cos, 0, 0)
  }

  translate(x: number, y: number): void {
    this.transform(1, 0, 0, 1, x, y)
  }

  transform(...change: Affine): void {
    this.matrix = compose(this.matrix, change)
  }

  beginPath(): void {
    this.#path = []
  }

  closePath(): void {
    if (this.#path.length > 0) this.#path.push({ type: 'close' })
  }

  moveTo(x: number, y: number): void {
    if (!areFinite(x, y)) return
    this.#path.push(moveTo(this.matrix, x, y))
  }

  lineTo(x: number, y: number): void {
    if (!areFinite(x, y)) return
    this.#path.push(this.#path.length === 0 ? moveTo(this.matrix, x, y) : lineTo(this.matrix, x, y))
  }

  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    if (!areFinite(x1, y1, x2, y2, x, y)) return
    if (this.#path.length === 0) this.moveTo(x1, y1)
    this.#path.push(curveTo(this.matrix, [x1, y1, x2, y2, x, y]))
  }

  quadraticCurveTo(x1: number, y1: number, x: number, y: number): void {
    if (!areFinite(x1, y1, x, y)) return
    if (this.#path.length === 0) this.moveTo(x1, y1)
    const end = this.#path.findLast((segment) => segment.type !== 'close')
    if (end) this.#path.push(quadraticTo(this.matrix, end, [x1, y1, x, y]))
  }

  arc(x: number, y: number, radius: number, from: number, to: number, anticlockwise = false): void {
    if (!areFinite(x, y, radius, from, to)) return
    this.#path.push(...arc(this.matrix, [x, y, radius], [from, to], anticlockwise, this.#path.length === 0))
  }

  rect(x: number, y: number, width: number, height: number): void {
    if (!areFinite(x, y, width, height)) return
    this.#path.push(...rectangle(this.matrix, x, y, width, height))
  }

  fill(): void {
    this.#paintPath(this.#path)
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.#paintPath(rectangle(this.matrix, x, y, width, height))
  }

  /** Nothing to clear on paper. */
  clearRect(): void {}

  stroke(): void {
    const { dash, matrix } = this
    if (this.#path.length === 0) return
    this.#inState(this.strokeStyle, 'stroke', () => {
      const scale = lengthScale(matrix)
      this.#doc.lineWidth(this.lineWidth * scale).miterLimit(this.miterLimit)
      this.#doc.lineCap(capOf(this.lineCap)).lineJoin(joinOf(this.lineJoin))
      setDash(this.#doc, dash, this.lineDashOffset, scale)
      writePath(this.#doc, this.#path)
      this.#doc.stroke()
    })
  }

  clip(): void {
    this.#doc.save()
    writePath(this.#doc, this.#path)
    this.#doc.clip('non-zero')
    this.clips++
  }

  setLineDash(lengths: readonly number[]): void {
    this.dash = lengths
  }

  fillText(text: string, x: number, y: number): void {
    this.#inState(this.fillStyle, 'fill', () => this.#writeLabel(text, x, y, 'fill'))
  }

  strokeText(text: string, x: number, y: number): void {
    this.#inState(this.strokeStyle, 'stroke', () => {
      this.#doc.lineWidth(this.lineWidth * lengthScale(this.matrix)).lineJoin(joinOf(this.lineJoin))
      this.#writeLabel(text, x, y, 'stroke')
    })
  }

  measureText(text: string): { width: number } {
    return { width: labelWidth(text, this.font, this.#options) }
  }

  createLinearGradient(x1: number, y1: number, x2: number, y2: number): Gradient {
    return createGradient('linear', { x1, y1, r1: 0, x2, y2, r2: 0 })
  }

  createRadialGradient(x1: number, y1: number, r1: number, x2: number, y2: number, r2: number): Gradient {
    return createGradient('radial', { x1, y1, r1, x2, y2, r2 })
  }

  drawImage({ bytes }: Picture, x: number, y: number, width: number, height: number): void {
    this.#inState('#000000', 'fill', () => {
      this.#doc.transform(...this.matrix)
      showPicture(this.#doc, bytes, { x, y, width, height })
    })
  }

  #paintPath(path: readonly Segment[]): void {
    if (isFlat(path)) return
    this.#inState(this.fillStyle, 'fill', () => {
      writePath(this.#doc, path)
      this.#doc.fill('non-zero')
    })
  }

  /** Draws with a paint, opacity and blend mode, in a graphics state of its own; nothing where the paint is transparent. */
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

  #writeLabel(text: string, x: number, y: number, use: 'fill' | 'stroke'): void {
    const { font, textAlign, textBaseline, matrix } = this
    writeLabel(this.#doc, { text, x, y, font, textAlign, textBaseline, matrix, use }, this.#options)
  }
}

/** A canvas ignores what has no place; in a PDF the word `NaN` would spoil the page. */
function areFinite(...numbers: readonly number[]): boolean {
  return numbers.every(Number.isFinite)
}
