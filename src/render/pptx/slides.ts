import type { Drawings } from '../../layout/drawings.ts'
import type { Item, Page, RectItem } from '../../layout/types.ts'
import { createRelations, makePart, type Part, relationTypes } from '../../opc/package.ts'
import { layoutName, notesName, slideName } from '../../opc/part-names.ts'
import type { XmlElement } from '../../opc/xml.ts'
import type { Theme } from '../../theme/theme.ts'
import type { NativeCharts } from './charts/write-charts.ts'
import { fillElement, lineElement } from './color.ts'
import type { Deck } from './deck.ts'
import { getLinks } from './links.ts'
import { createMedia, type Media } from './media.ts'
import { backgroundElement } from './parts/background.ts'
import { itemsBesideLayout, type LayoutToWrite, placeholderItems } from './parts/layouts.ts'
import type { AdoptedPlaceholder } from './parts/placeholder.ts'
import { type ChartFiles, chartShape, pictureFiles } from './shapes/chart-shape.ts'
import { getMedia, photoShape } from './shapes/photo-shape.ts'
import { polylineShape } from './shapes/polyline-shape.ts'
import { canTakeBox } from './shapes/room-below.ts'
import {
  isSameBox,
  placeholderElement,
  rectangleAt,
  type ShapeNaming,
  shapeElement,
  slideElement,
  slideTree,
} from './shapes/shape.ts'
import { tableShape } from './shapes/table-shape.ts'
import type { TableStyle } from './shapes/table-style.ts'
import type { TextContext } from './shapes/text-body.ts'
import { type FilledPlaceholder, textShape } from './shapes/text-shape.ts'

/** What a slide's shapes are made with. */
interface SlideContext extends ChartFiles {
  page: Page
  drawings: Drawings
  tableStyle: TableStyle
  text: TextContext
}

/** The slides, and the charts and pictures on them. */
export function slideParts(deck: Deck, tableStyle: TableStyle, drawings: Drawings, nativeCharts: NativeCharts): Part[] {
  const media = createMedia(new Set(deck.reference?.opened.names))
  const slides = deck.pages.map((page) => {
    const files = chartFiles(page, drawings, media, nativeCharts)
    const targets = linkTargets(page, deck)
    const inputs = [page, getLayout(page, deck), files, targets, tableStyle, deck.theme, deck.language]
    return deck.memory.remember('write slide', inputs, () =>
      slidePart(page, deck, { tableStyle, drawings, media, nativeCharts }),
    )
  })
  return [...slides, ...[...nativeCharts.values()].flat(2), ...media.list()]
}

/** The slides that a page's links lead to. */
function linkTargets({ items }: Page, { anchors }: Deck): (number | undefined)[] {
  const paragraphs = items.flatMap((item) => {
    if (item.type === 'text') return item.paragraphs
    return item.type === 'table' ? item.rows.flatMap(({ cells }) => cells.map(({ paragraph }) => paragraph)) : []
  })
  const links = paragraphs.flatMap(({ runs }) => runs.flatMap(({ href }) => href ?? []))
  return links.map((href) => (href.startsWith('#') ? anchors.get(href.slice(1)) : undefined))
}

/** The names of the files that the charts of a page are, those of pictures given now, page by page. */
function chartFiles(page: Page, drawings: Drawings, media: Media, nativeCharts: NativeCharts): string[] {
  return page.items.flatMap((item) => {
    if (item.type === 'picture') return getMedia(item.picture, media)
    if (item.type !== 'chart') return []
    const native = nativeCharts.get(item)
    return native ? native.map(([chart]) => chart.name) : pictureFiles(drawings(item), media)
  })
}

function slidePart(
  page: Page,
  deck: Deck,
  shared: Pick<SlideContext, 'tableStyle' | 'drawings' | 'media' | 'nativeCharts'>,
): Part {
  const { theme, language } = deck
  const { layout, number } = getLayout(page, deck)
  const relations = createRelations()
  relations.add(relationTypes.slideLayout, layout.part ?? layoutName(number))
  if (page.notes.length > 0) relations.add(relationTypes.notesSlide, notesName(page.number))
  const text: TextContext = { theme, language, link: getLinks(relations, deck.anchors) }
  const shapes = slideShapes(layout, { ...shared, page, text, relations })
  const background = page.background === layout.background ? undefined : (page.background ?? 'paper')
  const content = slideElement('p:sld', slideTree(shapes, backgroundElement(background, theme)))
  return makePart('slide', slideName(page.number), content, relations.list())
}

function getLayout(page: Page, { layouts }: Deck): { layout: LayoutToWrite; number: number } {
  const index = layouts.findIndex(({ name }) => name === page.layout)
  const layout = layouts[index]
  if (!layout) throw new RangeError(`no layout: ${page.layout}`)
  return { layout, number: index + 1 }
}

/** The shapes in reading order, which is PowerPoint's order of drawing too. */
function slideShapes(layout: LayoutToWrite, context: SlideContext): XmlElement[] {
  const filled = filledPlaceholders(context.page, layout)
  return itemsBesideLayout(context.page, layout).map((item, index) =>
    itemShape(item, { id: index + 2, name: item.name }, filled.get(item), context),
  )
}

/** For each item that has a place on the layout, that place. */
function filledPlaceholders(page: Page, layout: LayoutToWrite): Map<Item, FilledPlaceholder> {
  if (layout.part !== undefined) return adoptedPlaceholders(page, layout)
  const filled = new Map<Item, FilledPlaceholder>()
  for (const { item, role, order } of placeholderItems(page)) {
    const placeholder = layout.placeholders.find((place) => place.role === role && place.order === order)
    if (!placeholder) continue
    const takesBox = canTakeBox(item, placeholder, page.items)
    filled.set(item, { placeholder, takesBox, element: placeholderElement(placeholder, layout.name) })
  }
  return filled
}

/** The places that a template's layout has for items, by what they name. */
function adoptedPlaceholders(page: Page, layout: LayoutToWrite): Map<Item, FilledPlaceholder> {
  const filled = new Map<Item, FilledPlaceholder>()
  for (const item of page.items) {
    const placeholder = layout.placeholders.find(({ adopted }) => adopted !== undefined && adopted.slot === item.slot)
    if (!placeholder?.adopted) continue
    filled.set(item, {
      placeholder,
      // Of two places that nothing tells apart a reader takes the first for both.
      takesBox: isSameBox(item.box, placeholder.box) && isAlone(placeholder.adopted, layout),
      element: placeholder.adopted.element,
    })
  }
  return filled
}

/** Whether no other place of a layout is named as one is. */
function isAlone({ element: { attributes } }: AdoptedPlaceholder, { placeholders }: LayoutToWrite): boolean {
  const alike = placeholders.filter(({ adopted }) => {
    const other = adopted?.element.attributes
    return other && (['type', 'idx'] as const).every((name) => other[name] === attributes[name])
  })
  return alike.length === 1
}

function itemShape(
  item: Item,
  naming: ShapeNaming,
  filled: FilledPlaceholder | undefined,
  context: SlideContext,
): XmlElement {
  const placed = { ...naming, placeholder: filled?.element }
  switch (item.type) {
    case 'text': {
      const named = item.role === 'artifact' ? { ...placed, isDecorative: true } : placed
      return textShape(item, named, filled, context.page.number, context.text)
    }
    case 'chart':
      return chartShape(item, context.drawings(item), { ...placed, alt: item.alt }, context)
    case 'table':
      return tableShape(item, { ...placed, alt: item.alt }, context.tableStyle, context.text)
    case 'picture':
      return photoShape(item, placed, context)
    case 'rect':
      return decorationShape(item, naming, context.text.theme)
    case 'polyline':
      return polylineShape(item, { ...naming, alt: item.alt }, context.text.theme)
  }
}

/** A rule or a panel, which screen readers pass over. */
export function decorationShape(item: RectItem, naming: ShapeNaming, theme: Theme): XmlElement {
  return shapeElement({ ...naming, isDecorative: true }, [
    ...rectangleAt(item.box),
    fillElement(item.fill, theme),
    lineElement(item.stroke, theme),
  ])
}
