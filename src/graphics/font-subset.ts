import { Buffer } from 'node:buffer'
import type { GlyphPart } from '../fonts/fonts.ts'

/**
 * The embedded glyphs of a TrueType font: a class of fontkit 2.0.4 that holds its tables while writing them.
 * Used here and for the text of a PDF.
 */
export interface FontSubset {
  /** The number in the embedded font of a glyph, which is added where it is not in it. */
  includeGlyph(id: number): number
  /** By number in the embedded font: the glyph's in its font. */
  readonly glyphs: number[]
  readonly font: {
    getGlyph(id: number): { bbox: Record<'minX' | 'minY' | 'maxX' | 'maxY', number>; advanceWidth: number }
  }
  /** Writes a glyph into the tables. */
  _addGlyph(id: number): number
  readonly glyf: Uint8Array[]
  readonly loca: { offsets: number[] }
  readonly hmtx: { metrics: { advance: number; bearing: number }[] }
  offset: number
}

/** A glyph made of others of its font; `x` and `y` in the font's own units. */
interface Composition {
  id: number
  parts: readonly GlyphPart[]
}

/** Past every glyph of a TrueType font, which counts them in 16 bits. */
const firstComposed = 0x10000

/**
 * Adds glyphs made of a letter and its parts to a subset, each as one composite glyph (OpenType, glyf), so that it is
 * one character of the text; gives
 * its number in the embedded font. To be made once for a subset, which has them beside glyphs of its font: numbers past
 * the font's last.
 */
export function createComposer(subset: FontSubset): (composition: Composition) => number {
  const composed: Composition[] = []
  return (composition) => {
    if (composed.length === 0) extendSubset(subset, composed)
    composed.push(composition)
    return subset.glyphs.push(firstComposed + composed.length - 1) - 1
  }
}

/** fontkit's subsets hold glyphs of their font only: those of numbers past its last are written here. */
function extendSubset(subset: FontSubset, composed: readonly Composition[]): void {
  const addOwn = subset._addGlyph.bind(subset)
  Object.assign(subset, {
    _addGlyph: (id: number): number => {
      const composition = composed[id - firstComposed]
      return composition ? writeComposed(subset, composition) : addOwn(id)
    },
  })
}

function writeComposed(subset: FontSubset, { id, parts }: Composition): number {
  const { font, glyf, loca, hmtx } = subset
  const components = [{ id, x: 0, y: 0 }, ...parts]
  const boxes = components.map(({ id, x, y }) => {
    const { minX, minY, maxX, maxY } = font.getGlyph(id).bbox
    return { minX: minX + x, minY: minY + y, maxX: maxX + x, maxY: maxY + y }
  })
  const bytes = Buffer.alloc(10 + 8 * components.length)
  bytes.writeInt16BE(-1, 0)
  bytes.writeInt16BE(Math.min(...boxes.map(({ minX }) => minX)), 2)
  bytes.writeInt16BE(Math.min(...boxes.map(({ minY }) => minY)), 4)
  bytes.writeInt16BE(Math.max(...boxes.map(({ maxX }) => maxX)), 6)
  bytes.writeInt16BE(Math.max(...boxes.map(({ maxY }) => maxY)), 8)
  components.forEach((component, index) => {
    const at = 10 + 8 * index
    // Two words that are x and y; more components follow.
    bytes.writeUInt16BE(0x0003 | (index < components.length - 1 ? 0x0020 : 0), at)
    bytes.writeUInt16BE(subset.includeGlyph(component.id), at + 2)
    bytes.writeInt16BE(component.x, at + 4)
    bytes.writeInt16BE(component.y, at + 6)
  })
  glyf.push(bytes)
  loca.offsets.push(subset.offset)
  subset.offset += bytes.length
  hmtx.metrics.push({ advance: font.getGlyph(id).advanceWidth, bearing: bytes.readInt16BE(2) })
  return glyf.length - 1
}
