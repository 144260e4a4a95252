import type { LivingDeck, LivingText } from '../../../build/base/living-types.ts'
import type { EmuBox } from '../../../opc/shape-box.ts'
import { descendants, type XmlElement } from '../../../opc/xml.ts'
import type { PlacedShape } from '../../../trust/verify/read/placed-shapes.ts'

/** The texts that may label a lone number: those of the nearest shape, or of two that are equally near. */
export type LabelFinder = (text: LivingText) => readonly LivingText[]

/** Farther apart than this, in EMU (a third of an inch), shapes have nothing to do with each other. */
const farthest = 914_400 / 3

/** Finds labels by position: `shapes` are each slide's, with the elements that the deck was read from. */
export function createLabelFinder(deck: LivingDeck, shapes: readonly (readonly PlacedShape[])[]): LabelFinder {
  const boxes = new Map<XmlElement, { box: EmuBox; part: string }>()
  deck.slides.forEach(({ part }, index) => {
    for (const { element, box } of shapes[index] ?? [])
      for (const text of descendants(element, 'a:t')) boxes.set(text, { box, part })
  })
  const placed = deck.texts.flatMap((text) => {
    const found =
      text.kind === 'text' && text.carrier.type === 'runs'
        ? boxes.get(text.carrier.pieces.find(({ element }) => element)?.element ?? noElement)
        : undefined
    return found ? [{ text, ...found }] : []
  })
  return (text) => {
    const own = placed.find((one) => one.text === text)
    if (!own) return []
    const near = placed
      .filter((one) => one.part === own.part && one.box !== own.box)
      .map((one) => ({ ...one, gap: gapBetween(own.box, one.box) }))
      .filter(({ gap }) => gap <= farthest)
      .sort((a, b) => a.gap - b.gap)
    const least = near[0]?.gap ?? 0
    return near.filter(({ gap }) => gap <= Math.max(least * 1.5, least + 90_000)).map((one) => one.text)
  }
}

const noElement: XmlElement = { name: '', attributes: {}, children: [] }

/** How far apart two boxes stand that share a column or a row; infinite for others. */
function gapBetween(a: EmuBox, b: EmuBox): number {
  const across = overlap(a.x, a.width, b.x, b.width)
  const down = overlap(a.y, a.height, b.y, b.height)
  if (across >= 0.5) return Math.max(0, b.y - (a.y + a.height), a.y - (b.y + b.height))
  if (down >= 0.5) return Math.max(0, b.x - (a.x + a.width), a.x - (b.x + b.width))
  return Number.POSITIVE_INFINITY
}

/** Which part of the shorter of two stretches the other covers. */
function overlap(a: number, length: number, b: number, other: number): number {
  const shared = Math.min(a + length, b + other) - Math.max(a, b)
  return shared / Math.max(1, Math.min(length, other))
}
