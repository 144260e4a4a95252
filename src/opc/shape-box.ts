import { childNamed, type XmlElement } from './xml.ts'

/** English Metric Units in a point. */
export const emu = 12_700

/** In English Metric Units, from the slide's top left corner. */
export interface EmuBox {
  x: number
  y: number
  width: number
  height: number
}

/** Where a shape says that it stands; undefined where its layout or master says it. */
export function shapeBox(shape: XmlElement): EmuBox | undefined {
  return readBox(childNamed(shape, 'p:xfrm') ?? childNamed(childNamed(shape, 'p:spPr'), 'a:xfrm'), 'a:off', 'a:ext')
}

/** The box that two elements of a transform say. */
export function readBox(transform: XmlElement | undefined, corner: string, extent: string): EmuBox | undefined {
  const [at, size] = [childNamed(transform, corner)?.attributes, childNamed(transform, extent)?.attributes]
  const box = { x: Number(at?.x), y: Number(at?.y), width: Number(size?.cx), height: Number(size?.cy) }
  return Object.values(box).every(Number.isFinite) ? box : undefined
}

export function toPoints({ x, y, width, height }: EmuBox): EmuBox {
  return { x: x / emu, y: y / emu, width: width / emu, height: height / emu }
}

/** Where a group that stands in `outer`, and counts its own places in `inner`, shows these (ECMA-376, 20.1.7.5). */
export function throughGroup(outer: EmuBox, inner: EmuBox): (box: EmuBox) => EmuBox {
  const [across, down] = [outer.width / (inner.width || 1), outer.height / (inner.height || 1)]
  return ({ x, y, width, height }) => ({
    x: outer.x + (x - inner.x) * across,
    y: outer.y + (y - inner.y) * down,
    width: width * across,
    height: height * down,
  })
}

/** The area that two boxes share. */
export function shared(a: EmuBox, b: EmuBox): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, across) * Math.max(0, down)
}
