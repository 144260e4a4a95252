import { parseXml } from '../../opc/parse-xml.ts'
import { type EmuBox, emu, shapeBox, shared } from '../../opc/shape-box.ts'
import { childNamed, descendants, type XmlElement } from '../../opc/xml.ts'
import { isTitle, type PlacedShape, placedShapes } from '../../trust/verify/read/placed-shapes.ts'
import { textOf, wordsBox } from '../add/add-items.ts'
import { editTag, insert, setAttribute, source } from '../write/edit-elements.ts'
import type { PackageEditor } from '../write/edit-package.ts'
import { type RefreshEntry, type Refreshing, toSettle } from './types.ts'

/** Three points: words of other heights beside a shape may move it as far. */
const tolerance = 3 * emu

/**
 * Places what stands where a build put it as a build places it now: a title or a source line of one more line takes
 * room from what stands beside it. That is
 * what its layout places, and what has its edges as far from the present ones; what people have moved stays,
 * and is told where it is covered now. A title of people's own keeps the room that it has.
 */
export function followPlaces({ editor, built, slides, theirs }: Refreshing): RefreshEntry[] {
  const now = new Map([...slides.ours].map(([present, former]) => [former, present]))
  return theirs.slides.flatMap(({ part }, index) => {
    const present = built.deck.slides[(now.get(slides.theirs.get(index + 1) ?? 0) ?? 0) - 1]?.part
    if (present === undefined) return []
    const standing = placedShapes(editor, part)
    const pairs = pairByName(standing, placedShapes(built.opened, present))
    const isAsDrawn = ([{ element }, drawn]: (typeof pairs)[number]) =>
      plainText(parseXml(source(editor, element))) === plainText(drawn.element)
    // In a template without a place for it the source line has a box of its own, above the footer.
    const isPlaced = (pair: (typeof pairs)[number]) =>
      !shapeBox(pair[0].element) || (moves(pair[0].box, pair[1].box)[1] === 0 && isAsDrawn(pair))
    const placed = pairs.filter((pair) => isInColumn(pair[0].box, pair[1].box) && isPlaced(pair))
    const steps = [0, ...placed.flatMap(([{ box }, drawn]) => moves(box, drawn.box))]
    for (const [shape, drawn] of pairs) followInset(shape, drawn, editor)
    const losesRoom = (pair: (typeof pairs)[number]) =>
      isTitle(pair[0].element) && pair[1].box.height < pair[0].box.height && !isAsDrawn(pair)
    if (steps.every((step) => step === 0) || pairs.some(losesRoom)) return []
    const moved = pairs.filter(([{ box }, drawn]) => {
      const by = moves(box, drawn.box)
      const isStep = (move: number) => steps.some((one) => Math.abs(move - one) <= tolerance)
      return isInColumn(box, drawn.box) && by.some((move) => move !== 0) && by.every(isStep)
    })
    for (const [shape, drawn] of moved) place(shape, drawn.box, editor)
    const others = standing.filter((one) => !pairs.some(([shape, { box }]) => shape === one && isSameBox(one.box, box)))
    const left = others.filter((one) => !moved.some(([shape]) => shape === one))
    return moved.flatMap(([shape, { box }]) => left.flatMap((other) => covering(index + 1, shape, box, other)))
  })
}

/** The words of a shape, whatever its spaces and runs. */
const plainText = (element: XmlElement) => textOf(element).replaceAll(/\s/g, '')

/** What a person is to settle where a shape in its new box stands over another, over which it did not stand. */
function covering(slide: number, shape: PlacedShape, box: EmuBox, other: PlacedShape): RefreshEntry[] {
  const { name, element } = shape
  const isFull = wordsBox({ element, box }).height === box.height
  if (!isFull || shared(box, other.box) === 0 || shared(wordsBox(shape), other.box) > 0) return []
  return [toSettle({ slide, item: name }, `needs more room now, and stands over ${other.name}: move that`)]
}

/** Shapes that both slides have under one name. */
function pairByName(standing: readonly PlacedShape[], drawn: readonly PlacedShape[]): [PlacedShape, PlacedShape][] {
  const find = (shapes: readonly PlacedShape[], name: string) => {
    const [only, other] = shapes.filter((one) => one.name === name)
    return other ? undefined : only
  }
  return standing.flatMap((shape): [PlacedShape, PlacedShape][] => {
    const other = find(standing, shape.name) && find(drawn, shape.name)
    return other ? [[shape, other]] : []
  })
}

function isSameBox(a: EmuBox, b: EmuBox): boolean {
  return isInColumn(a, b) && moves(a, b).every((move) => move === 0)
}

function isInColumn(a: EmuBox, b: EmuBox): boolean {
  return a.x === b.x && a.width === b.width
}

/** How far the upper and the lower edge of a shape move down. */
function moves(from: EmuBox, to: EmuBox): [number, number] {
  return [to.y - from.y, to.y + to.height - from.y - from.height]
}

function place({ element }: PlacedShape, { x, y, width, height }: EmuBox, editor: PackageEditor): void {
  const properties = childNamed(element, 'p:spPr')
  const frame = childNamed(element, 'p:xfrm') ?? childNamed(properties, 'a:xfrm')
  const [at, size] = [childNamed(frame, 'a:off'), childNamed(frame, 'a:ext')]
  if (at && size) {
    setAttribute(editor, at, 'y', String(y))
    setAttribute(editor, size, 'cy', String(height))
  } else if (properties)
    insert(
      editor,
      properties,
      'contentStart',
      `<a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="${height}"/></a:xfrm>`,
    )
}

/** What a build keeps free at the right of a text, that its lines may be even, is of the text that it prints now. */
function followInset(shape: PlacedShape, drawn: PlacedShape, editor: PackageEditor): void {
  const [frame, now] = [shape, drawn].map(({ element }) => descendants(element, 'a:bodyPr')[0])
  const [was = '', is = ''] = [frame, now].map((one) => one?.attributes.rIns)
  if (!frame || was === is || Object.keys(frame.attributes).some((name) => name !== 'rIns')) return
  const written = is === '' ? '' : ` rIns="${is}"`
  editTag(editor, frame, (tag) => tag.replace(/(?:\srIns="[^"]*")?(?=\s*\/?>$)/, written))
}
