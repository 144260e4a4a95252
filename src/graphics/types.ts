/** What is set on a canvas, which it saves and restores. */
export interface CanvasSettings {
  fillStyle: Paint
  strokeStyle: Paint
  globalAlpha: number
  globalCompositeOperation: string
  lineWidth: number
  lineCap: string
  lineJoin: string
  miterLimit: number
  lineDashOffset: number
  /** CSS: `italic bold 13px Arial`. */
  font: string
  textAlign: string
  textBaseline: string
}

/** The part of CanvasRenderingContext2D that Vega draws on. */
export interface Context2D extends CanvasSettings {
  imageSmoothingEnabled: boolean
  readonly pixelRatio: number
  save(): void
  restore(): void
  scale(x: number, y: number): void
  rotate(radians: number): void
  translate(x: number, y: number): void
  transform(a: number, b: number, c: number, d: number, e: number, f: number): void
  beginPath(): void
  closePath(): void
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void
  quadraticCurveTo(x1: number, y1: number, x: number, y: number): void
  arc(x: number, y: number, radius: number, from: number, to: number, anticlockwise?: boolean): void
  rect(x: number, y: number, width: number, height: number): void
  fill(): void
  stroke(): void
  clip(): void
  fillRect(x: number, y: number, width: number, height: number): void
  clearRect(x: number, y: number, width: number, height: number): void
  setLineDash(lengths: readonly number[]): void
  fillText(text: string, x: number, y: number): void
  strokeText(text: string, x: number, y: number): void
  measureText(text: string): { width: number }
  createLinearGradient(x1: number, y1: number, x2: number, y2: number): Gradient
  createRadialGradient(x1: number, y1: number, r1: number, x2: number, y2: number, r2: number): Gradient
  drawImage(picture: Picture, x: number, y: number, width: number, height: number): void
}

/** A colour that runs along a line (`linear`) or between two circles (`radial`), in the coordinates of the moment. */
export interface Gradient {
  kind: 'linear' | 'radial'
  x1: number
  y1: number
  /** Zero for a linear gradient. */
  r1: number
  x2: number
  y2: number
  /** Zero for a linear gradient. */
  r2: number
  stops: { offset: number; color: string }[]
  addColorStop(offset: number, color: string): void
}

/** A picture inside a chart, as bytes that a painter can embed. */
export interface Picture {
  bytes: Uint8Array
  width: number
  height: number
  /** The SVG that it was drawn from, for programs that draw it sharp. */
  svg?: string | undefined
}

export type Paint = string | Gradient

/** What keeps a file from being what it is to be, and what to do. */
export interface FileFault {
  message: string
  hint: string
}

/** A place, in the units and from the origin of what it is in. */
export interface Point {
  x: number
  y: number
}

/** Width and height in points. */
export interface Size {
  width: number
  height: number
}
