import { Buffer } from 'node:buffer'
import { deflateSync } from 'node:zlib'
import { coveredWidth, coverLine } from '../chart/cover-text.ts'
import { parseCssFont, toFontStyle } from '../chart/font-style.ts'
import { createGradient } from '../chart/scene.ts'
import type { Context2D, Gradient, Paint, Picture } from '../chart/types.ts'
import type { FontStyle, Fonts } from '../fonts.ts'
import type { Theme } from '../theme.ts'
import { type Affine, apply, compose, isUpright, lengthScale } from './affine.ts'
import { arc, curveTo, lineTo, moveTo, quadraticTo, rectangle, type Segment } from './canvas-path.ts'
import { parseCssColor } from './css-color.ts'
import { decodePng, isPlainPng, type Pixels } from './decode-png.ts'

export interface PdfCanvasOptions {
  /** Where the canvas's origin stands on the page, in points from its top left corner. */
  x: number
  y: number
  theme: Theme
  fonts: Fonts
  /** The key under which the document knows the font of a style. */
  fontName(style: FontStyle): string
  /** Writes a piece of a label at a baseline, fill colour and graphics state set; pdfkit's own way where it is not given. */
  showText?: ((text: string, style: FontStyle, size: number, x: number, y: number, isLast: boolean) => void) | undefined
}

/**
 * A 2D canvas context that draws on the current page of a PDFKit document: vectors stay vectors, text is real text in the embedded fonts.
 * It writes no tags; what it leaves behind is the document's graphics state as it was, and the document's x and y.
 */
export function createPdfCanvas(doc: PDFKit.PDFDocument, options: PdfCanvasOptions): Context2D {
  return new PdfCanvas(doc, options)
}

/** What a canvas saves and restores. */
interface State {
  matrix: Affine
  fillStyle: Paint
  strokeStyle: Paint
  globalAlpha: number
  globalCompositeOperation: string
  lineWidth: number
  lineCap: string
  lineJoin: string
  miterLimit: number
  lineDashOffset: number
  dash: readonly number[]
  font: string
  textAlign: string
  textBaseline: string
  /** PDF states that clips have opened since the last save. */
  clips: number
}

const initial: Omit<State, 'matrix'> = {
  fillStyle: '#000000',
  strokeStyle: '#000000',
  globalAlpha: 1,
  globalCompositeOperation: 'source-over',
  lineWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  miterLimit: 10,
  lineDashOffset: 0,
  dash: [],
  font: '10px sans-serif',
  textAlign: 'left',
  textBaseline: 'alphabetic',
  clips: 0,
}

/**
 * PDF forbids a change of matrix inside a path, and forgets a path once it is painted; a canvas does neither. So this class keeps the matrix itself,
 * records paths in page coordinates, and writes each afresh, in a graphics state of its own, whenever it is painted.
 */
class PdfCanvas implements Context2D {
  readonly pixelRatio = 1
  imageSmoothingEnabled = true
  fillStyle = initial.fillStyle
  strokeStyle = initial.strokeStyle
  globalAlpha = initial.globalAlpha
  globalCompositeOperation = initial.globalCompositeOperation
  lineWidth = initial.lineWidth
  lineCap = initial.lineCap
  lineJoin = initial.lineJoin
  miterLimit = initial.miterLimit
  lineDashOffset = initial.lineDashOffset
  dash = initial.dash
  font = initial.font
  textAlign = initial.textAlign
  textBaseline = initial.textBaseline
  clips = initial.clips
  matrix: Affine
  readonly #saved: State[] = []
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
    this.#path.push(moveTo(this.matrix, x, y))
  }

  lineTo(x: number, y: number): void {
    this.#path.push(this.#path.length === 0 ? moveTo(this.matrix, x, y) : lineTo(this.matrix, x, y))
  }

  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    if (this.#path.length === 0) this.moveTo(x1, y1)
    this.#path.push(curveTo(this.matrix, [x1, y1, x2, y2, x, y]))
  }

  quadraticCurveTo(x1: number, y1: number, x: number, y: number): void {
    if (this.#path.length === 0) this.moveTo(x1, y1)
    const end = this.#path.findLast((segment) => segment.type !== 'close')
    if (end) this.#path.push(quadraticTo(this.matrix, end, [x1, y1, x, y]))
  }

  arc(x: number, y: number, radius: number, from: number, to: number, anticlockwise = false): void {
    this.#path.push(...arc(this.matrix, [x, y, radius], [from, to], anticlockwise, this.#path.length === 0))
  }

  rect(x: number, y: number, width: number, height: number): void {
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
    this.#inState(this.fillStyle, 'fill', () => this.#writeText(text, x, y, {}))
  }

  strokeText(text: string, x: number, y: number): void {
    this.#inState(this.strokeStyle, 'stroke', () => {
      this.#doc.lineWidth(this.lineWidth * lengthScale(this.matrix)).lineJoin(joinOf(this.lineJoin))
      this.#writeText(text, x, y, { stroke: true, fill: false })
    })
  }

  measureText(text: string): { width: number } {
    const { style, size } = this.#fontStyle()
    return { width: coveredWidth(text, style, size, this.#options.fonts) }
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
    if (path.length === 0) return
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

  #fontStyle(): { style: FontStyle; size: number } {
    const css = parseCssFont(this.font)
    return { style: toFontStyle(this.#options.theme, css), size: css.size }
  }

  #writeText(text: string, x: number, y: number, mode: { stroke?: boolean; fill?: boolean }): void {
    if (text === '') return
    const { fonts } = this.#options
    const { style, size } = this.#fontStyle()
    const left = x - this.measureText(text).width * alignShift(this.textAlign)
    const baseline = y + this.#baselineShift(style, size)
    const isTurned = !isUpright(this.matrix)
    if (isTurned) this.#doc.transform(...this.matrix)
    const scale = isTurned ? 1 : lengthScale(this.matrix)
    let at = left
    const pieces = coverLine(text, style, fonts)
    for (const [index, piece] of pieces.entries()) {
      const [pieceX, pieceY] = isTurned ? [at, baseline] : apply(this.matrix, at, baseline)
      const isLast = index === pieces.length - 1
      this.#showText(piece.text, piece.style, size * scale, pieceX, pieceY, { ...mode, isLast })
      at += fonts.width(piece.text, piece.style, size)
    }
  }

  #showText(
    text: string,
    style: FontStyle,
    size: number,
    x: number,
    y: number,
    { isLast, ...mode }: { stroke?: boolean; fill?: boolean; isLast: boolean },
  ): void {
    const { showText, fontName } = this.#options
    if (showText && !mode.stroke) {
      showText(text, style, size, x, y, isLast)
      return
    }
    const doc = this.#doc
    const before = { x: doc.x, y: doc.y }
    doc.font(fontName(style), size).text(text, x, y, { lineBreak: false, baseline: 'alphabetic', ...mode })
    doc.x = before.x
    doc.y = before.y
  }

  #baselineShift(style: FontStyle, size: number): number {
    const { fonts } = this.#options
    const [up, down] = [fonts.ascent(style, size), fonts.descent(style, size)]
    switch (this.textBaseline) {
      case 'top':
      case 'hanging':
        return up
      case 'middle':
        return (up - down) / 2
      case 'bottom':
      case 'ideographic':
        return -down
      default:
        return 0
    }
  }
}

interface Place {
  x: number
  y: number
  width: number
  height: number
}

/** pdfkit decodes pictures that are not opaque in its own time, after the document has ended: those are embedded here. */
function showPicture(doc: PDFKit.PDFDocument, bytes: Uint8Array, { x, y, width, height }: Place): void {
  const isPng = bytes[0] === 0x89
  if (!isPng || isPlainPng(bytes)) {
    doc.image(Buffer.from(bytes), x, y, { width, height })
    return
  }
  const name = embedPixels(doc, decodePng(bytes))
  // A picture fills the unit square, its first row on top (ISO 32000-1, 8.9.5).
  doc.save().transform(width, 0, 0, -height, x, y + height)
  doc.addContent(`/${name} Do`)
  doc.restore()
}

/** Adds a picture with its soft mask to the page; its name there. */
function embedPixels(doc: PDFKit.PDFDocument, { width, height, rgb, alpha }: Pixels): string {
  const image = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height, BitsPerComponent: 8 }
  const embed = (bytes: Uint8Array, more: object) => {
    const reference = doc.ref({ ...image, ...more, Filter: 'FlateDecode' })
    Reflect.apply(reference.end, reference, [deflateSync(bytes)])
    return reference
  }
  const mask = embed(alpha, { ColorSpace: 'DeviceGray' })
  const picture = embed(rgb, { ColorSpace: 'DeviceRGB', SMask: mask })
  const pictures: Record<string, unknown> = Reflect.get(doc.page, 'xobjects')
  const name = `P${Object.keys(pictures).length}`
  pictures[name] = picture
  return name
}

function stateOf(canvas: PdfCanvas): State {
  const { matrix, fillStyle, strokeStyle, globalAlpha, globalCompositeOperation, lineWidth, lineCap, lineJoin } = canvas
  const { miterLimit, lineDashOffset, dash, font, textAlign, textBaseline, clips } = canvas
  return {
    ...{ matrix, fillStyle, strokeStyle, globalAlpha, globalCompositeOperation, lineWidth, lineCap, lineJoin },
    ...{ miterLimit, lineDashOffset, dash, font, textAlign, textBaseline, clips },
  }
}

/** One piece of content for the whole path: pdfkit makes a buffer of each. */
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

/** A thousandth of a point is finer than any printer. */
function short(length: number): number {
  return Math.round(length * 1000) / 1000
}

/** pdfkit throws at a zero length, which specs use (`[1, 0]` is a solid line); a thousandth of a point prints the same. */
function setDash(doc: PDFKit.PDFDocument, dash: readonly number[], offset: number, scale: number): void {
  const isDashed =
    dash.some((length, index) => length > 0 && index % 2 === 1) ||
    (dash.length % 2 === 1 && dash.some((length) => length > 0))
  if (!isDashed || dash.some((length) => !(length >= 0))) return
  // Two of pdfkit's arguments: its types know the array form only as a number.
  const lengths: unknown = dash.map((length) => Math.max(0.001, short(length * scale)))
  Reflect.apply(doc.dash, doc, [lengths, { phase: short(offset * scale) }])
}

function capOf(cap: string): 'butt' | 'round' | 'square' {
  return cap === 'round' || cap === 'square' ? cap : 'butt'
}

function joinOf(join: string): 'miter' | 'round' | 'bevel' {
  return join === 'round' || join === 'bevel' ? join : 'miter'
}

function alignShift(align: string): number {
  return align === 'center' ? 0.5 : align === 'right' || align === 'end' ? 1 : 0
}

/** A paint in pdfkit's terms with its opacity; undefined where it paints nothing. The stops of a gradient carry their own opacity. */
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

const blendModes: Record<string, string> = {
  multiply: 'Multiply',
  screen: 'Screen',
  overlay: 'Overlay',
  darken: 'Darken',
  lighten: 'Lighten',
  'color-dodge': 'ColorDodge',
  'color-burn': 'ColorBurn',
  'hard-light': 'HardLight',
  'soft-light': 'SoftLight',
  difference: 'Difference',
  exclusion: 'Exclusion',
  hue: 'Hue',
  saturation: 'Saturation',
  color: 'Color',
  luminosity: 'Luminosity',
}

/** pdfkit has no call for blend modes (ISO 32000-1, 11.3.5): an extended graphics state on the page, one a mode. */
function setBlendMode(doc: PDFKit.PDFDocument, operation: string): void {
  const mode = blendModes[operation]
  if (mode === undefined) return
  const name = `Blend${mode}`
  const states: Record<string, unknown> = doc.page.ext_gstates
  if (states[name] === undefined) {
    const state = doc.ref({ Type: 'ExtGState', BM: mode })
    state.end(undefined)
    states[name] = state
  }
  doc.addContent(`/${name} gs`)
}
