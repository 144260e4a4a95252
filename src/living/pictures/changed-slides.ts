import type { Box } from '../../layout/types.ts'
import type { OpenedPackage } from '../../opc/open-package.ts'
import { toPoints } from '../../opc/shape-box.ts'
import { elementXml, visit, type XmlElement } from '../../opc/xml.ts'
import { type PlacedShape, placedShapes } from '../../trust/verify/read/placed-shapes.ts'
import { getSlideParts } from '../../trust/verify/read/read-deck.ts'
import type { RefreshEntry } from '../refresh/types.ts'

/** A slide that a refresh has changed, or on which something is to be settled; places in points. */
export interface ChangedSlide {
  /** Its numbers in both decks; undefined before where it was put in. */
  before: number | undefined
  after: number
  places: readonly [before: ChangedPlace[], after: ChangedPlace[]]
}

/** Where a shape stands that has changed, and whether something is to be settled there. */
export interface ChangedPlace {
  box: Box
  isToSettle: boolean
}

/** The slides that look different after a refresh, with the shapes that do, including those to settle. */
export function findChangedSlides(
  before: OpenedPackage,
  after: OpenedPackage,
  entries: readonly RefreshEntry[],
): ChangedSlide[] {
  const former = getSlideParts(before).map(({ part }) => part)
  return getSlideParts(after).flatMap(({ part }, index): ChangedSlide[] => {
    const number = former.indexOf(part) + 1
    if (number === 0) return [{ before: undefined, after: index + 1, places: [[], []] }]
    const settled = new Set(
      entries.flatMap(({ kind, slide, item }) => (kind === 'settle' && slide === number ? [item] : [])),
    )
    const [was, is] = [placedShapes(before, part), placedShapes(after, part)]
    const print = (opened: OpenedPackage, shape: PlacedShape | undefined) => shape && looks(opened, part, shape.element)
    const isChanged = is.map((shape, at) => print(before, was[at]) !== print(after, shape))
    const mark = (shapes: readonly PlacedShape[], isToSettle: (shape: PlacedShape) => boolean): ChangedPlace[] =>
      shapes
        .filter((shape, at) => isChanged[at] || isToSettle(shape))
        .map((shape) => ({ box: toPoints(shape.box), isToSettle: isToSettle(shape) }))
    const places: ChangedSlide['places'] = [mark(was, () => false), mark(is, ({ name }) => settled.has(name))]
    return places[1].length === 0 ? [] : [{ before: number, after: index + 1, places }]
  })
}

/** All that makes a shape look as it does, parts that it refers to among it; what is only said of it is not. */
function looks(opened: OpenedPackage, slide: string, shape: XmlElement): string {
  const found = [elementXml(shape).replace(/\s(?:descr|title)="[^"]*"/g, '')]
  const add = (part: string, ids: ReadonlySet<string>) => {
    for (const { id, target, external } of opened.relations(part)) {
      if (external || !ids.has(id)) continue
      found.push(Buffer.from(opened.bytes(target) ?? []).toString('latin1'))
      for (const drawing of opened.related(target, 'chartUserShapes'))
        found.push(Buffer.from(opened.bytes(drawing) ?? []).toString('latin1'))
    }
  }
  const ids = new Set<string>()
  visit(shape, ({ attributes }) => {
    for (const [name, value] of Object.entries(attributes))
      if (/^r:(?:id|embed|dm)$/.test(name) && value) ids.add(value)
  })
  add(slide, ids)
  return found.join('\n')
}
