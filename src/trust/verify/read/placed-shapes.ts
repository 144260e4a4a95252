import type { OpenedPackage } from '../../../opc/open-package.ts'
import { mainPart } from '../../../opc/opened-deck.ts'
import { type EmuBox, readBox, shapeBox, throughGroup } from '../../../opc/shape-box.ts'
import { childElements, childNamed, descendants, type XmlElement } from '../../../opc/xml.ts'
import { shapeNames } from './drawing-text.ts'

/** A shape of a slide, by itself or in a group, and where it is seen. */
export interface PlacedShape {
  element: XmlElement
  name: string
  box: EmuBox
}

/** Whether a shape is a placeholder of a title, on a slide, its layout or master. */
export function isTitle(shape: XmlElement): boolean {
  return /^(?:ctrT|t)itle$/.test(descendants(shape, 'p:ph')[0]?.attributes.type ?? '')
}

/** How large the slides of a deck are, in EMU. */
export function slideSize(opened: OpenedPackage): { width: number; height: number } {
  const { cx = 9144000, cy = 6858000 } = childNamed(mainPart(opened)?.xml, 'p:sldSz')?.attributes ?? {}
  return { width: Number(cx), height: Number(cy) }
}

/** The shapes of a slide that have a place, their own or that of layout or master, in the order of drawing. */
export function placedShapes(opened: OpenedPackage, slide: string): PlacedShape[] {
  const [layout] = opened.related(slide, 'slideLayout')
  const [master] = opened.related(layout, 'slideMaster')
  const models = [layout, master].flatMap((part) => (part === undefined ? [] : (opened.xml(part) ?? [])))
  return walk(opened.xml(slide), (box) => box, models)
}

type Toward = (box: EmuBox) => EmuBox

function walk(element: XmlElement | undefined, toSlide: Toward, models: readonly XmlElement[]): PlacedShape[] {
  return childElements(element).flatMap((child) => {
    if (!shapeNames.has(child.name))
      return walk(child, child.name === 'p:grpSp' ? within(child, toSlide) : toSlide, models)
    const box = shapeBox(child) ?? inheritedBox(child, models)
    const [naming] = descendants(child, 'p:cNvPr')
    return box ? [{ element: child, name: naming?.attributes.name || child.name, box: toSlide(box) }] : []
  })
}

function within(group: XmlElement, toSlide: Toward): Toward {
  const frame = childNamed(childNamed(group, 'p:grpSpPr'), 'a:xfrm')
  const [outer, inner] = [readBox(frame, 'a:off', 'a:ext'), readBox(frame, 'a:chOff', 'a:chExt')]
  if (!outer || !inner || inner.width === 0 || inner.height === 0) return toSlide
  const toGroup = throughGroup(outer, inner)
  return (box) => toSlide(toGroup(box))
}

/** The box of the placeholder of the layout with its number, else of the master's of its type. */
function inheritedBox(shape: XmlElement, [layout, ...masters]: readonly XmlElement[]): EmuBox | undefined {
  const [own] = descendants(shape, 'p:ph')
  if (!own) return undefined
  const { idx = '0', type = 'body' } = own.attributes
  const find = (root: XmlElement | undefined, isIt: (of: XmlElement['attributes']) => boolean) =>
    descendants(root, 'p:sp').find((one) => descendants(one, 'p:ph').some((ph) => isIt(ph.attributes)))
  const kind = type === 'ctrTitle' ? 'title' : type === 'subTitle' || type === 'obj' ? 'body' : type
  const onLayout = find(layout, (one) => (one.idx ?? '0') === idx && (idx !== '0' || (one.type ?? 'body') === type))
  const known = onLayout?.children.length ? descendants(onLayout, 'p:ph')[0]?.attributes.type : undefined
  const model = [onLayout, ...masters.map((root) => find(root, (one) => (one.type ?? 'body') === (known ?? kind)))]
  return model.flatMap((one) => (one ? (shapeBox(one) ?? []) : []))[0]
}
