import { groupBy } from '../../../dataset/group-by.ts'
import { getShapes, type OpenedDeck, type OpenedShape, type OpenedSlide } from '../../../opc/opened-deck.ts'
import { relationTypes } from '../../../opc/package.ts'
import { type EmuBox, shapeBox } from '../../../opc/shape-box.ts'
import { childElements, childNamed, descendants, type XmlElement } from '../../../opc/xml.ts'
import { error, type LintFinding, warning } from './finding.ts'

/** Faults of the slides: what lets their readers down, with or without a screen reader. */
export function lintContent(deck: OpenedDeck): LintFinding[] {
  const perSlide = deck.slides.flatMap((slide) => slideRules.flatMap((rule) => rule(slide, deck)))
  return [...perSlide, ...repeatedTitles(deck)]
}

const slideRules: readonly ((slide: OpenedSlide, deck: OpenedDeck) => LintFinding[])[] = [
  missingTitle,
  missingAlternatives,
  emptyPlaceholders,
  repeatedNames,
  raggedTables,
  unmarkedHeaders,
  missingFallbacks,
  shapesOffSlide,
  readingOrder,
]

const isTitle = ({ placeholder }: OpenedShape): boolean => placeholder === 'title' || placeholder === 'ctrTitle'

function getTitle({ shapes }: OpenedSlide): string {
  return shapes.find(isTitle)?.text.trim() ?? ''
}

function missingTitle(slide: OpenedSlide): LintFinding[] {
  if (getTitle(slide) !== '') return []
  const what = slide.shapes.some(isTitle) ? 'its title is empty' : 'it has no title'
  return [{ ...warning(what, slide.number), hint: 'outlines and screen readers name it by its title' }]
}

function repeatedTitles({ slides }: OpenedDeck): LintFinding[] {
  const titled = slides.filter((slide) => getTitle(slide) !== '')
  const groups = groupBy(titled, (slide) => getTitle(slide).toLowerCase())
  return [...groups.values()].flatMap(([first, ...others]) =>
    others.map((slide) => warning(`slide ${first?.number} has the same title: ${getTitle(slide)}`, slide.number)),
  )
}

/** Pictures, frames and groups say what they show, or that they show nothing. */
function missingAlternatives({ number, shapes }: OpenedSlide): LintFinding[] {
  return shapes
    .filter(
      ({ element, alt, isDecorative }) =>
        /^p:(pic|graphicFrame|grpSp)$/.test(element.name) && !alt.trim() && !isDecorative,
    )
    .map(({ name }) => warning(`no alternative text: ${name}`, number))
}

/** An editor shows "Click to add text" there. */
function emptyPlaceholders({ number, shapes }: OpenedSlide): LintFinding[] {
  return shapes
    .filter(
      (shape) =>
        shape.element.name === 'p:sp' && shape.placeholder !== undefined && !isTitle(shape) && shape.text.trim() === '',
    )
    .map(({ name }) => warning(`an empty placeholder: ${name}`, number))
}

function repeatedNames({ number, shapes }: OpenedSlide): LintFinding[] {
  return [...groupBy(shapes, ({ name }) => name)]
    .filter(([, group]) => group.length > 1)
    .map(([name]) => warning(`shapes have one name: ${name}`, number))
}

function getTables({ shapes }: OpenedSlide): { name: string; table: XmlElement }[] {
  return shapes.flatMap(({ name, element }) => descendants(element, 'a:tbl').map((table) => ({ name, table })))
}

function raggedTables(slide: OpenedSlide): LintFinding[] {
  return getTables(slide).flatMap(({ name, table }) => {
    const columns = childElements(childNamed(table, 'a:tblGrid')).length
    const rows = childElements(table).filter((child) => child.name === 'a:tr')
    return rows.flatMap((row, index): LintFinding[] => {
      const cells = childElements(row).filter((child) => child.name === 'a:tc').length
      const message = `row ${index + 1} of a table of ${columns} columns has ${cells} cells: ${name}`
      return cells === columns ? [] : [error(message, slide.number)]
    })
  })
}

/** pptxgenjs issue 1299. */
function unmarkedHeaders(slide: OpenedSlide): LintFinding[] {
  return getTables(slide)
    .filter(({ table }) => childNamed(table, 'a:tblPr')?.attributes.firstRow !== '1')
    .map(({ name }) => warning(`a table without a header row: ${name}`, slide.number))
}

/** Beside each SVG stands a PNG, for programs that know no SVG. */
function missingFallbacks({ number, part, shapes }: OpenedSlide, { target }: OpenedDeck): LintFinding[] {
  return shapes
    .filter(({ element }) => element.name === 'p:pic')
    .filter(({ element }) => {
      const [blip] = descendants(element, 'a:blip')
      return !/\.(png|jpe?g|gif)$/.test(target(part, blip?.attributes['r:embed']) ?? '')
    })
    .map(({ name }) => error(`a picture without a PNG to fall back on: ${name}`, number))
}

/** How far a shape may stick out: half a point, in English Metric Units. */
const tolerance = 6350

function shapesOffSlide({ number, shapes }: OpenedSlide, { presentation }: OpenedDeck): LintFinding[] {
  const size = childNamed(presentation, 'p:sldSz')?.attributes
  const [width, height] = [Number(size?.cx), Number(size?.cy)]
  return shapes
    .filter(({ element }) => {
      const box = getBox(element)
      return (
        box &&
        (Math.min(box.x, box.y) < -tolerance ||
          box.x + box.width > width + tolerance ||
          box.y + box.height > height + tolerance)
      )
    })
    .map(({ name }) => warning(`a shape sticks out of the slide: ${name}`, number))
}

/** Screen readers follow the drawing order: what is above in a column comes first, a slide's foot at any place. */
function readingOrder({ number, part, shapes }: OpenedSlide, deck: OpenedDeck): LintFinding[] {
  const boxes = layoutBoxes(part, deck)
  const placed = shapes.flatMap((shape) => {
    const box = getBox(shape.element) ?? boxes.get(shape.place ?? '')
    const isRead = !shape.isDecorative && !/^(ftr|dt|sldNum)$/.test(shape.placeholder ?? '')
    return box && isRead ? [{ name: shape.name, box }] : []
  })
  return placed.flatMap(({ name, box }, index) => {
    const later = placed.slice(index + 1).find((other) => isAbove(other.box, box))
    return later ? [warning(`read before what stands above it: ${name}, before ${later.name}`, number)] : []
  })
}

/** Wholly above, and in the same column: each half covers the other's. */
function isAbove(upper: EmuBox, lower: EmuBox): boolean {
  const shared = Math.min(upper.x + upper.width, lower.x + lower.width) - Math.max(upper.x, lower.x)
  const isInColumn = shared > Math.min(upper.width, lower.width) / 2
  return isInColumn && upper.y + upper.height <= lower.y + tolerance
}

/** The boxes of the placeholders of a slide's layout, by type and index. */
function layoutBoxes(part: string, { relations, xml }: OpenedDeck): Map<string, EmuBox> {
  const layout = relations(part).find(({ type }) => type === relationTypes.slideLayout)
  const root = layout && xml(layout.target)
  const shapes = root ? getShapes(root) : []
  return new Map(
    shapes.flatMap(({ element, place }): [string, EmuBox][] => {
      const box = getBox(element)
      return box && place !== undefined ? [[place, box]] : []
    }),
  )
}

/** Undefined where the layout says it. A table is as high as its rows. */
function getBox(shape: XmlElement): EmuBox | undefined {
  const rows = descendants(shape, 'a:tr').reduce((sum, row) => sum + Number(row.attributes.h), 0)
  const box = shapeBox(shape)
  return box && { ...box, height: Math.max(box.height, rows) }
}
