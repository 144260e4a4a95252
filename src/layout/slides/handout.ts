import { hasErrors, type Outcome } from '../../diagnostic.ts'
import { isFiguresShown } from '../../document/complete/complete-notes.ts'
import type { SlidesPerPage } from '../../document/formats.ts'
import type { Document } from '../../document/types.ts'
import { contrast } from '../../theme/check-contrast.ts'
import type { Theme } from '../../theme/theme.ts'
import { framedPage, frameItems, type PageFrame } from '../pages/page-frame.ts'
import { ruleItem, toPageGrid } from '../pages/page-grid.ts'
import { createPageSetting } from '../pages/page-setting.ts'
import { paginate } from '../pages/paginate.ts'
import { type Column, getColumn, toPieces } from '../pages/pieces/block-pieces.ts'
import { addAside, createPiece, inTextColumn, type Piece } from '../pieces/pieces.ts'
import { textPiece } from '../pieces/text-piece.ts'
import { recolor } from '../recolor.ts'
import { rectItem } from '../rect-item.ts'
import { scaleItem } from '../scale-item.ts'
import type { Look, Setting } from '../text/setting.ts'
import { resized } from '../text/styles.ts'
import type { Box, Item, Page, TextStyle } from '../types.ts'

/** What all pages of a handout are made with. */
interface Making extends PageFrame {
  slides: readonly Page[]
  /** A slide as large as fits the box, at its top and middle, in a hairline frame. */
  show(slide: Page, box: Box): Item[]
}

/**
 * The slides on the theme's paper, as vectors, several to a page, with the report's running head and foot.
 * Or the presenter's notes in large type, each beside a small picture of its slide.
 */
export function layoutHandout(
  slides: readonly Page[],
  document: Document,
  look: Look,
  form: SlidesPerPage | 'notes',
): Outcome<Page[]> {
  const { theme } = look
  // The slides bring ids of their own.
  const { setting, diagnosticsSoFar } = createPageSetting(document, look, 'h')
  const isDark = contrast(theme.colors.paper, '#ffffff') > contrast(theme.colors.paper, '#000000')
  const shown = new Set<Item>()
  const show = (slide: Page, box: Box): Item[] => {
    const background = slide.background ?? (isDark ? 'paper' : undefined)
    const items = showSlide({ ...slide, background }, box)
    for (const item of items) shown.add(item)
    return items
  }
  const grid = toPageGrid(wideTheme(theme), form === 4 || form === 9)
  const making: Making = { slides, document, setting, grid, show }
  const flowing = (toPieces: (slide: Page, index: number, making: Making) => Piece[]) =>
    flowPages(
      slides.flatMap((slide, index) => toPieces(slide, index, making)),
      making,
    )
  const pages = form === 'notes' ? flowing(getNotes) : form === 1 ? flowing(slideWithNotes) : cellPages(form, making)
  const diagnostics = diagnosticsSoFar()
  const light = isDark ? pages.map((page) => onLight(page, shown)) : pages
  return { value: hasErrors(diagnostics) ? undefined : light, diagnostics }
}

/** A page of a dark theme as it can be printed: light, what it says beside the slides dark. */
function onLight(page: Page, shown: ReadonlySet<Item>): Page {
  const turn = (item: Item): Item => {
    if (shown.has(item)) return item
    if (item.type === 'text') return recolor(item, () => 'paper')
    return item.type === 'rect' && item.fill ? { ...item, fill: 'context' } : item
  }
  return { ...page, background: 'ink', items: page.items.map(turn) }
}

/** Paper of slides has narrow margins at its sides, so that their type can be read. */
const sideMargin = 36

function wideTheme(theme: Theme): Theme {
  const { left, right, ...margin } = theme.page.margin
  const sides = { left: Math.min(left, sideMargin), right: Math.min(right, sideMargin) }
  return { ...theme, page: { ...theme.page, margin: { ...margin, ...sides } } }
}

function showSlide(slide: Page, box: Box): Item[] {
  const scale = Math.min(box.width / slide.width, box.height / slide.height)
  const width = slide.width * scale
  const x = box.x + (box.width - width) / 2
  const place: Box = { x, y: box.y, width, height: slide.height * scale }
  return [
    ...(slide.background ? [rectItem('Slide background', place, { fill: slide.background })] : []),
    ...slide.items.map((item) => scaleItem(item, { scale, x, y: box.y })),
    rectItem('Slide frame', place, { stroke: { color: 'rule', width: 0.5 } }),
  ]
}

/** White space between slides, points. */
const cellGap = 16

/** Columns and rows of slides. */
const cells: Record<Exclude<SlidesPerPage, 1>, readonly [columns: number, rows: number]> = {
  2: [1, 2],
  3: [1, 3],
  4: [2, 2],
  6: [2, 3],
  9: [3, 3],
}

/** Of three slides on a page, each takes so much of the width; the lines take the rest. */
const besideLines = 0.78

/** Slides in rows, left to right; of three, each has lines at its right. */
function cellPages(perPage: Exclude<SlidesPerPage, 1>, making: Making): Page[] {
  const { slides, grid } = making
  const [columns, rows] = cells[perPage]
  const width = perPage === 3 ? grid.width * besideLines : (grid.width - cellGap * (columns - 1)) / columns
  const height = (grid.height - cellGap * (rows - 1)) / rows
  const total = Math.ceil(slides.length / perPage)
  return Array.from({ length: total }, (_, page) => {
    const number = page + 1
    const shown = slides.slice(page * perPage, number * perPage)
    const items = shown.flatMap((slide, index) => {
      const column = index % columns
      const row = Math.floor(index / columns)
      const box = {
        x: grid.left(number) + column * (width + cellGap),
        y: grid.top + row * (height + cellGap),
        width,
        height,
      }
      const lines =
        perPage === 3 ? writingLines({ ...box, x: box.x + width + cellGap, width: grid.width - width - cellGap }) : []
      return [...making.show(slide, box), ...lines]
    })
    return framedPage(items, number, total, { title: shown[0]?.title, place: shown[0]?.place }, making)
  })
}

/** Lines to write on. */
function writingLines({ x, y, width, height }: Box): Item[] {
  const distance = 22
  const count = Math.floor(height / distance)
  return Array.from({ length: count }, (_, index) =>
    ruleItem('Writing line', x, y + (index + 1) * distance, width, 0.5, 'rule'),
  )
}

/** Size of notes below a slide, as a part of body text's. */
const besideSlide = 0.85

/** A slide across the page, on a page of its own, and its notes below. */
function slideWithNotes(slide: Page, index: number, { grid, setting, show }: Making): Piece[] {
  const height = (grid.width * slide.height) / slide.width
  const { body } = setting.styles
  const notes = toPieces(slide.notes, columnOf(grid.width, resized(body, body.size * besideSlide), 0.75, setting))
  return [
    createPiece({
      height,
      breakBefore: index > 0,
      section: slide.title,
      source: slide.place,
      place: (x, y) => show(slide, { x, y, width: grid.width, height }),
    }),
    ...notes.map((piece, order) => (order === 0 ? { ...piece, spaceBefore: setting.theme.page.baseline } : piece)),
  ]
}

/** Size of text that is read while speaking, as a part of body text's. */
const spoken = 1.2

function getNotes(slide: Page, _: number, { grid, setting, show }: Making): Piece[] {
  const { styles, theme } = setting
  const column = columnOf(grid.textWidth, resized(styles.body, styles.body.size * spoken), 1.25, setting)
  const title = textPiece(
    {
      runs: [{ text: `${slide.number}  ${slide.title}` }],
      style: styles.subheading,
      width: grid.textWidth,
      source: slide.place,
      tags: [{ type: 'P', id: setting.nextId() }],
      spaceBefore: theme.page.baseline * 2,
      keepWithNext: true,
    },
    setting,
  )
  // Where the figures come from is looked up, not read out: small.
  const start = slide.notes.findIndex((block) => isFiguresShown(block, setting.locale))
  const said = start < 0 ? slide.notes : slide.notes.slice(0, start)
  const provenance =
    start < 0 ? [] : toPieces(slide.notes.slice(start), columnOf(grid.textWidth, styles.small, 0.75, setting))
  const notes = [...toPieces(said, column), ...provenance]
  const [first, ...rest] = [{ ...title, section: slide.title }, ...notes].map(inTextColumn)
  const picture = getPicture(slide, grid.sideWidth || grid.textWidth / 2, { title, show })
  if (!first) return []
  return grid.sideWidth > 0 ? [addAside(first, { kind: 'lead', piece: picture }), ...rest] : [picture, first, ...rest]
}

/** A column of running text in a style, its leading so much of the grid's line. */
function columnOf(width: number, style: TextStyle, line: number, setting: Setting): Column {
  const body = { ...style, leading: setting.theme.page.baseline * line }
  return getColumn(width, { ...setting, styles: { ...setting.styles, body } }, body.size)
}

/** A small picture of a slide. */
function getPicture(slide: Page, width: number, { title, show }: { title: Piece } & Pick<Making, 'show'>): Piece {
  const height = (width * slide.height) / slide.width
  return createPiece({
    height,
    keepWithNext: true,
    spaceBefore: title.spaceBefore,
    source: slide.place,
    place: (x, y) => show(slide, { x, y, width, height }),
  })
}

function flowPages(pieces: readonly Piece[], making: Making): Page[] {
  const { grid, setting } = making
  const fills = paginate(pieces, {
    height: grid.height,
    unit: setting.theme.page.baseline / 2,
    footnote: () => [],
    report: setting.report,
  })
  return fills.map((fill, index) => {
    const number = index + 1
    const about = { title: fill.section ?? '', place: making.document.blocks[0]?.place }
    return framedPage(frameItems(fill, number, grid), number, fills.length, about, making)
  })
}
