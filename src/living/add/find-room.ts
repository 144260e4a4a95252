import type { EmuBox } from '../../opc/shape-box.ts'

/** How far apart places are that are tried, as shares of the slide. */
const step = 1 / 24

/** Smaller than this, charts cannot be read. */
const scales = [1, 0.8, 0.6]

/** What stands on a slide: words, which are worse to cover than others, have a name. */
export interface Taken {
  box: EmuBox
  words: string
}

/** Where a shape of a size covers least of what stands on a slide, nearest to where it is wanted; smaller where it covers nothing then and may be scaled. */
export function findRoom(
  wanted: EmuBox,
  slide: { width: number; height: number },
  taken: readonly Taken[],
  mayScale: boolean,
): EmuBox {
  const found = (mayScale ? scales : [1]).map((scale) => bestPlace(wanted, scale, slide, taken))
  const least = found.reduce((best, one) => (one.covers < best.covers ? one : best))
  return (found.find(({ covers }) => covers === 0) ?? least).box
}

function bestPlace(
  wanted: EmuBox,
  scale: number,
  slide: { width: number; height: number },
  taken: readonly Taken[],
): { box: EmuBox; covers: number } {
  const [width, height] = [Math.round(wanted.width * scale), Math.round(wanted.height * scale)]
  const places = (length: number, whole: number, own: number) => {
    const [least, most] = [whole * step, whole * (1 - step) - length]
    const count = Math.max(0, Math.floor((most - least) / (whole * step)))
    return [own, ...Array.from({ length: count + 1 }, (_, index) => Math.round(least + index * whole * step))]
  }
  const boxes = places(width, slide.width, wanted.x).flatMap((x) =>
    places(height, slide.height, wanted.y).map((y) => ({ x, y, width, height })),
  )
  const rated = boxes.map((box) => ({
    box,
    covers: taken.reduce((sum, other) => sum + shared(box, other.box) * (other.words === '' ? 1 : 4), 0),
    far: Math.hypot(box.x - wanted.x, box.y - wanted.y),
  }))
  const [first] = rated
  const best = rated.reduce(
    (one, other) => ((other.covers - one.covers || other.far - one.far) < 0 ? other : one),
    first ?? { box: wanted, covers: 0, far: 0 },
  )
  return { box: best.box, covers: best.covers }
}

/** The area that two boxes share. */
export function shared(a: EmuBox, b: EmuBox): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, across) * Math.max(0, down)
}
