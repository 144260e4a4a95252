import type { PolylineItem } from '../../../layout/types.ts'
import { element, type XmlElement } from '../../../opc/xml.ts'
import type { Theme } from '../../../theme/theme.ts'
import { fillElement } from '../color.ts'
import { toEmu } from '../emu.ts'
import { type ShapeNaming, shapeElement, transformElement } from './shape.ts'

/** A freeform, of which a person can edit the points: a line, and a dot on its end. */
export function polylineShape(item: PolylineItem, naming: ShapeNaming, theme: Theme): XmlElement {
  const { box, stroke, dot } = item
  return shapeElement(naming, [
    transformElement('a:xfrm', box),
    element('a:custGeom', {}, [
      ...['a:avLst', 'a:gdLst', 'a:ahLst', 'a:cxnLst'].map((name) => element(name)),
      element('a:rect', { l: 0, t: 0, r: 'r', b: 'b' }),
      element('a:pathLst', {}, [linePath(item), dotPath(item)]),
    ]),
    fillElement(dot.color, theme),
    element('a:ln', { w: toEmu(stroke.width), cap: 'rnd' }, [fillElement(stroke.color, theme), element('a:round')]),
  ])
}

function pathElement(
  { box }: PolylineItem,
  kind: { fill?: string; stroke?: boolean },
  steps: XmlElement[],
): XmlElement {
  return element('a:path', { w: toEmu(box.width), h: toEmu(box.height), ...kind }, steps)
}

function pointElement(x: number, y: number): XmlElement {
  return element('a:pt', { x: toEmu(x), y: toEmu(y) })
}

function linePath(item: PolylineItem): XmlElement {
  const { box, points } = item
  const steps = points.map(({ x, y }, index) =>
    element(index === 0 ? 'a:moveTo' : 'a:lnTo', {}, [pointElement(x - box.x, y - box.y)]),
  )
  return pathElement(item, { fill: 'none' }, steps)
}

/** A full turn, in sixtieths of a thousandth of a degree. */
const turn = 360 * 60_000

function dotPath(item: PolylineItem): XmlElement {
  const { box, points, dot } = item
  const end = points.at(-1) ?? { x: box.x, y: box.y }
  const radius = toEmu(dot.radius)
  return pathElement(item, { stroke: false }, [
    element('a:moveTo', {}, [pointElement(end.x - box.x - dot.radius, end.y - box.y)]),
    element('a:arcTo', { wR: radius, hR: radius, stAng: turn / 2, swAng: turn }),
    element('a:close'),
  ])
}
