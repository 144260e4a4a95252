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
