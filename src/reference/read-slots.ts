import type { Box } from '../layout/types.ts'
import { getShapes, type OpenedShape } from '../opc/opened-deck.ts'
import { emu, shapeBox, toPoints } from '../opc/shape-box.ts'
import { childElements, childNamed, descendants, type XmlElement } from '../opc/xml.ts'
import { colorIn } from './template-shapes.ts'
import type { Slot, SlotLevel, TemplateDeck } from './types.ts'

/** What a master's theme says. */
type Design = Pick<TemplateDeck, 'colors' | 'fonts'>

/** The placeholders of a layout, in the order of reading, each with what it inherits from the master. */
export function readSlots(layout: XmlElement, master: XmlElement, design: Design): Slot[] {
  const masters = getShapes(master)
  const slots = getShapes(layout).flatMap((shape) => {
    const type = shape.placeholder
    const above = masters.find(({ placeholder }) => placeholder === masterType(type ?? ''))
    const box = shapeBox(shape.element) ?? (above && shapeBox(above.element))
    return type === undefined || !box ? [] : [toSlot(shape, type, toPoints(box), above, master, design)]
  })
  // LibreOffice writes two of one kind without the number that tells them apart.
  return slots.map((slot, index) => {
    const before = slots.slice(0, index).filter(({ id }) => id === slot.id).length
    return before > 0 ? { ...slot, id: `${slot.id} ${before + 1}` } : slot
  })
}

/** What kind of placeholder of a master one of a layout inherits from (ECMA-376, 19.3.1.36). */
function masterType(type: string): string {
  if (type === 'ctrTitle') return 'title'
  return ['title', 'ftr', 'sldNum', 'dt'].includes(type) ? type : 'body'
}

function toSlot(
  shape: OpenedShape,
  type: string,
  box: Box,
  above: OpenedShape | undefined,
  master: XmlElement,
  design: Design,
): Slot {
  const [ph] = descendants(shape.element, 'p:ph')
  const frames = [shape, above].flatMap((one) =>
    one ? (childNamed(childNamed(one.element, 'p:txBody'), 'a:bodyPr') ?? []) : [],
  )
  const frame = (key: string): string | undefined => frames.find(({ attributes }) => attributes[key])?.attributes[key]
  const inset = (key: string, standard: number): number => Number(frame(key) ?? standard) / emu
  const attributes = ph?.attributes ?? {}
  return {
    id: `${type} ${attributes.idx ?? '0'}`,
    name: shape.name,
    type,
    attributes: Object.fromEntries(Object.entries(attributes).filter(([key]) => key !== 'hasCustomPrompt')),
    box,
    inset: {
      left: inset('lIns', 91440),
      top: inset('tIns', 45720),
      right: inset('rIns', 91440),
      bottom: inset('bIns', 45720),
    },
    anchor: ({ ctr: 'middle', b: 'bottom' } as const)[frame('anchor') ?? ''] ?? 'top',
    fill: [shape, above].flatMap(
      (one) => colorIn(childNamed(childNamed(one?.element, 'p:spPr'), 'a:solidFill'), design.colors) ?? [],
    )[0],
    levels: readLevels(listStyles(shape, above, type, master), design),
  }
}

/** What says how its text is set, the nearest first: its own list style, the master's placeholder's, the master's. */
function listStyles(
  shape: OpenedShape,
  above: OpenedShape | undefined,
  type: string,
  master: XmlElement,
): XmlElement[] {
  const kinds: Readonly<Record<string, string>> = { title: 'p:titleStyle', body: 'p:bodyStyle' }
  const common = childNamed(childNamed(master, 'p:txStyles'), kinds[masterType(type)] ?? 'p:otherStyle')
  const own = [shape, above].map((one) => childNamed(childNamed(one?.element, 'p:txBody'), 'a:lstStyle'))
  return [...own, common].filter((style) => style !== undefined)
}

function readLevels(styles: readonly XmlElement[], { colors, fonts }: Design): SlotLevel[] {
  return [1, 2, 3, 4, 5].map((number) => {
    const levels = styles.flatMap((style) => childNamed(style, `a:lvl${number}pPr`) ?? [])
    const paragraph = (key: string): string | undefined =>
      levels.find(({ attributes }) => attributes[key])?.attributes[key]
    const characters = levels.flatMap((level) => childNamed(level, 'a:defRPr') ?? [])
    const character = (key: string): string | undefined =>
      characters.find(({ attributes }) => attributes[key])?.attributes[key]
    const size = Number(character('sz') ?? 1800) / 100
    const face = characters.flatMap((one) => childNamed(one, 'a:latin')?.attributes.typeface ?? [])[0]
    return {
      size,
      isSized: character('sz') !== undefined,
      weight: /^(1|true)$/.test(character('b') ?? '') ? 'bold' : 'regular',
      align: ({ ctr: 'center', r: 'right' } as const)[paragraph('algn') ?? ''] ?? 'left',
      leading: toSpace(firstSpacing(levels, 'a:lnSpc'), size, 100_000),
      left: Number(paragraph('marL') ?? 0) / emu,
      hanging: -Number(paragraph('indent') ?? 0) / emu,
      bullet: getBullet(levels),
      spaceBefore: toSpace(firstSpacing(levels, 'a:spcBef'), size, 0),
      color: characters.flatMap((one) => colorIn(childNamed(one, 'a:solidFill'), colors) ?? [])[0],
      font:
        face === '+mj-lt' || face === fonts.heading.latin
          ? 'heading'
          : face === '+mn-lt' || face === fonts.body.latin
            ? 'body'
            : undefined,
    } satisfies SlotLevel
  })
}

function firstSpacing(levels: readonly XmlElement[], name: string): XmlElement | undefined {
  return childElements(levels.map((level) => childNamed(level, name)).find((found) => found !== undefined))[0]
}

/** PowerPoint's single spacing: 1.2 times the size. */
const single = 1.2

function toSpace(spacing: XmlElement | undefined, size: number, standard: number): number {
  const value = Number(spacing?.attributes.val ?? standard)
  return spacing?.name === 'a:spcPts' ? value / 100 : (single * size * value) / 100000
}

function getBullet(levels: readonly XmlElement[]): string | undefined {
  for (const level of levels) {
    if (childNamed(level, 'a:buNone')) return undefined
    const bullet = childNamed(level, 'a:buChar')
    if (bullet) return bullet.attributes.char
    if (childNamed(level, 'a:buAutoNum') || childNamed(level, 'a:buBlip')) return ''
  }
  return undefined
}
