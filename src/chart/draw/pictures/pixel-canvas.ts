import { createRequire } from 'node:module'
import type * as Resvg from '@resvg/resvg-js'
import { lengthScale } from '../../../graphics/canvas/affine.ts'
import { rectangle, type Segment } from '../../../graphics/canvas/canvas-path.ts'
import { parseCssFont, toFontStyle } from '../../../graphics/canvas/font-style.ts'
import { PathCanvas } from '../../../graphics/canvas/path-canvas.ts'
import { labelWidth } from '../../../graphics/canvas/write-label.ts'
import { parseCssColor } from '../../../graphics/css-color.ts'
import { writeClearPng } from '../../../graphics/png.ts'
import type { Paint } from '../../../graphics/types.ts'
import { escapeText } from '../../../opc/xml.ts'
import type { DrawOptions } from '../draw-options.ts'
import { fontOptions } from './rasterize.ts'

type Fonts = Pick<DrawOptions, 'theme' | 'fonts'>

let known: Fonts | undefined

/** The fonts of pixel canvases from now on: Vega makes those without asking. */
export function setCanvasFonts({ theme, fonts }: Fonts): void {
  known = { theme, fonts }
}

/** The pixel canvas that some Vega transforms need: `heatmap` paints on it, `label` and `wordcloud` look for room. */
export function createPixelCanvas(width = 0, height = 0): PixelCanvas {
  return new PixelCanvas(width, height)
}

interface ImageData {
  width: number
  height: number
  data: Uint8ClampedArray
}

/** Canvas and context in one. What is drawn is kept as SVG until somebody asks for its pixels. */
class PixelCanvas extends PathCanvas {
  width: number
  height: number
  #shapes: string[] = []
  #pixels: ImageData | undefined

  constructor(width: number, height: number) {
    super()
    this.width = width
    this.height = height
  }

  getContext(): this {
    return this
  }

  /** What is on it, as a PNG. */
  toPng(): Uint8Array {
    const { width, height } = this
    const { data } = this.getImageData(0, 0, width, height)
    return writeClearPng({ width, height, data: new Uint8Array(data.buffer) })
  }

  protected fillPath(path: readonly Segment[]): void {
    this.#addPath(path, `fill="${getColor(this.fillStyle)}"`)
  }

  stroke(): void {
    const width = this.lineWidth * lengthScale(this.matrix)
    this.#addPath(this.path, `fill="none" stroke="${getColor(this.strokeStyle)}" stroke-width="${width}"`)
  }

  /** What a clip would hide is taken all the same. */
  clip(): void {}
  protected endClips(): void {}

  fillText(text: string, x: number, y: number): void {
    this.#addText(text, x, y, `fill="${getColor(this.fillStyle)}"`)
  }

  strokeText(text: string, x: number, y: number): void {
    const stroke = `stroke="${getColor(this.strokeStyle)}" stroke-width="${this.lineWidth}"`
    this.#addText(text, x, y, `fill="none" ${stroke}`)
  }

  measureText(text: string): { width: number } {
    return { width: known ? labelWidth(text, this.font, known) : 0 }
  }

  /** Its place would be taken by the whole picture. */
  drawImage(_picture: unknown, x: number, y: number, width: number, height: number): void {
    this.#addPath(rectangle(this.matrix, x, y, width, height), 'fill="#000000"')
  }

  clearRect(): void {
    this.#shapes = []
    this.#pixels = undefined
  }

  getImageData(_x: number, _y: number, width: number, height: number): ImageData {
    if (this.#pixels) return this.#pixels
    const empty = { width, height, data: new Uint8ClampedArray(width * height * 4) }
    return this.#shapes.length === 0 ? empty : { ...empty, data: new Uint8ClampedArray(this.#render(width, height)) }
  }

  putImageData(image: ImageData): void {
    this.#pixels = image
  }

  #addPath(path: readonly Segment[], paint: string): void {
    this.#shapes.push(`<path d="${path.map(svgSegment).join('')}" ${paint}/>`)
  }

  #addText(text: string, x: number, y: number, paint: string): void {
    if (!known) return
    const css = parseCssFont(this.font)
    const { weight, italic, ...style } = toFontStyle(known.theme, css)
    const family = known.fonts.family({ weight, italic, ...style })
    const anchor = this.textAlign === 'center' ? 'middle' : /right|end/.test(this.textAlign) ? 'end' : 'start'
    const font = `font-family="${family}" font-size="${css.size}" font-weight="${weight}" font-style="${italic ? 'italic' : 'normal'}"`
    const place = `transform="matrix(${this.matrix.join(' ')})" x="${x}" y="${y}" text-anchor="${anchor}"`
    this.#shapes.push(`<text ${place} ${font} ${paint}>${escapeText(text)}</text>`)
  }

  #render(width: number, height: number): Uint8Array {
    const size = `width="${this.width}" height="${this.height}"`
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${width} ${height}">${this.#shapes.join('')}</svg>`
    const library: typeof Resvg = createRequire(import.meta.url)('@resvg/resvg-js')
    return new library.Resvg(svg, known ? { font: fontOptions(known.fonts, known.theme) } : {}).render().pixels
  }
}

/** Any visible paint becomes opaque: occupied is occupied, and resvg ends the process at a translucent mark outside. */
function getColor(paint: Paint): string {
  const color = typeof paint === 'string' ? parseCssColor(paint) : { color: '#000000', opacity: 1 }
  return !color || color.opacity === 0 ? 'none' : color.color
}

function svgSegment(segment: Segment): string {
  switch (segment.type) {
    case 'move':
      return `M${segment.x} ${segment.y}`
    case 'line':
      return `L${segment.x} ${segment.y}`
    case 'curve':
      return `C${segment.x1} ${segment.y1} ${segment.x2} ${segment.y2} ${segment.x} ${segment.y}`
    case 'close':
      return 'Z'
  }
}
