import { type Diagnostic, hasErrors, type Outcome } from '../diagnostic.ts'
import type { Block, ChartBlock, Document, Footnote, Heading, List } from '../document/types.ts'
import type { Fonts } from '../fonts.ts'
import type { Locale } from '../locale/types.ts'
import { paperSizes, type Theme } from '../theme.ts'
import { type Column, toPieces } from './block-pieces.ts'
import { noteGap } from './page-ends.ts'
import { type PageFill, paginate } from './paginate.ts'
import { besidePiece, indentPiece, joinPieces, type Piece, placeStack, stackHeight } from './pieces.ts'
import { plainText, toRuns } from './runs.ts'
import { breakText, placeText } from './set-text.ts'
import type { Setting } from './setting.ts'
import { pageStyles } from './styles.ts'
import { tableWidth } from './table-piece.ts'
import { textPiece } from './text-piece.ts'
import { twoColumnPieces } from './two-column-pieces.ts'
import type { Item, Page, Role, TextItem } from './types.ts'

/** Where text, side headings and full-width matter stand on a page; points. */
interface Grid {
  left: number
  top: number
  /** Of the whole text area. */
  width: number
  height: number
  /** From the area's left edge to running text. */
  offset: number
}

/** The briefing's pages, everything placed. An error names what fits nowhere, at its line of the template. */
export function layoutPages(document: Document, theme: Theme, fonts: Fonts, locale: Locale): Outcome<Page[]> {
  const diagnostics: Diagnostic[] = []
  let ids = 0
  const setting: Setting = {
    medium: 'page',
    theme,
    styles: pageStyles(theme),
    fonts,
    locale,
    nextId: () => `p${++ids}`,
    report: (diagnostic) => diagnostics.push(diagnostic),
  }
  const grid = gridOf(theme)
  const footnotes = toFootnotes(document.blocks, grid, setting)
  const fills = paginate(flowPieces(document, grid, setting), {
    height: grid.height,
    unit: theme.page.baseline / 2,
    footnote: (label) => footnotes.get(label) ?? [],
    report: setting.report,
  })
  const pages = fills.map((fill, index) => toPage(fill, index, fills.length, grid, document, setting))
  return { value: hasErrors(diagnostics) ? undefined : pages, diagnostics }
}

/** Six columns; running text stands on the right four, side headings on the left two. */
function gridOf({ page }: Theme): Grid {
  const paper = paperSizes[page.size]
  const width = paper.width - page.margin.left - page.margin.right
  const columnWidth = (width - page.gutter * (page.columns - 1)) / page.columns
  const sideColumns = Math.floor(page.columns / 3)
  return {
    left: page.margin.left,
    top: page.margin.top,
    width,
    height: paper.height - page.margin.top - page.margin.bottom,
    offset: sideColumns * (columnWidth + page.gutter),
  }
}

function columnOf(width: number, { theme, styles }: Setting): Column {
  return {
    width,
    size: theme.page.body,
    tableSize: styles.tableCell.size,
    keyFiguresPerRow: 3,
    chartHeight: (block, chartWidth) => chartWidth * aspectOf(block),
    tags: [],
  }
}

/** Height ÷ width of a chart on the page, where its spec says nothing. */
const defaultAspect = 0.42

function aspectOf({ chart: { spec } }: ChartBlock): number {
  const { width, height } = spec as { width?: unknown; height?: unknown }
  return typeof width === 'number' && typeof height === 'number' && width > 0 ? height / width : defaultAspect
}

/** The whole document as pieces, each already moved to its column. */
function flowPieces(document: Document, grid: Grid, setting: Setting): Piece[] {
  const full = columnOf(grid.width, setting)
  const text = columnOf(grid.width - grid.offset, setting)
  const blocks = document.blocks.filter((block) => block.type !== 'footnote')
  const pieces: Piece[] = []
  let side: Piece | undefined
  for (const group of groupBySpan(blocks, text, setting)) {
    if (group.kind === 'title') pieces.push(mastheadPiece(group.heading, document, grid, setting))
    else if (group.kind === 'side') side = sidePiece(group.heading, grid, setting)
    else if (group.kind === 'list') {
      pieces.push(...(side ? [side] : []), ...twoColumnPieces(group.list, full, setting))
    } else if (group.kind === 'full')
      pieces.push(...(side ? [side] : []), ...sectionRule(toPieces(group.blocks, full, setting), grid))
    else {
      const [first, ...rest] = toPieces(group.blocks, text, setting)
      if (first) pieces.push(side ? besidePiece(side, first, grid.offset) : indentPiece(first, grid.offset))
      pieces.push(...rest.map((piece) => indentPiece(piece, grid.offset)))
    }
    if (group.kind !== 'side') side = undefined
  }
  return foldBreaks([...pieces, ...(side ? [side] : [])])
}

/** A page break is a property of the piece after it. */
function foldBreaks(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece, index) => {
    if (isBreak(piece) && index < pieces.length - 1) return []
    const before = pieces[index - 1]
    return [before && isBreak(before) ? { ...piece, breakBefore: true } : piece]
  })
}

function isBreak({ breakBefore, height }: Piece): boolean {
  return breakBefore && height === 0
}

type Group =
  | { kind: 'title'; heading: Heading }
  | { kind: 'side'; heading: Heading }
  | { kind: 'list'; list: List }
  | { kind: 'full' | 'text'; blocks: Block[] }

/** Neighbours that stand in the same column together: a chart stays with its source line. */
function groupBySpan(blocks: readonly Block[], text: Column, setting: Setting): Group[] {
  const groups: Group[] = []
  for (const block of blocks) {
    const last = groups.at(-1)
    if (block.type === 'heading' && block.depth === 1) groups.push({ kind: 'title', heading: block })
    else if (block.type === 'heading' && block.depth === 3) groups.push({ kind: 'side', heading: block })
    else if (block.type === 'sourceLine' && last && 'blocks' in last) last.blocks.push(block)
    else if (isLongList(block)) groups.push({ kind: 'list', list: block })
    else {
      const kind = isFull(block, text, setting) ? 'full' : 'text'
      if (last?.kind === kind) last.blocks.push(block)
      else groups.push({ kind, blocks: [block] })
    }
  }
  return groups
}

/** A list of many short items runs in two columns. */
function isLongList(block: Block): block is List {
  if (block.type !== 'list' || block.items.length < 8) return false
  const words = block.items
    .flat()
    .map((item) => (item.type === 'paragraph' ? plainText(toRuns(item.children)).length : 1e3))
  return words.reduce((sum, length) => sum + length, 0) / block.items.length < 160
}

/** A table narrow enough for the column of running text stands in it. */
function isFull(block: Block, text: Column, setting: Setting): boolean {
  if (block.type === 'table') return tableWidth(block, text.tableSize, setting) > text.width
  return (
    block.type === 'chart' ||
    block.type === 'keyFigures' ||
    block.type === 'columns' ||
    block.type === 'pageBreak' ||
    (block.type === 'heading' && block.depth === 2)
  )
}

/** Section headings under a rule of the page's width. */
function sectionRule(pieces: readonly Piece[], grid: Grid): Piece[] {
  return pieces.map((piece) => {
    if (piece.section === undefined) return piece
    const gap = 8
    return {
      ...piece,
      height: piece.height + gap,
      place: (x, y) => [rule('Section rule', x, y, grid.width, 1, 'ink'), ...piece.place(x, y + gap)],
    }
  })
}

function rule(
  name: string,
  x: number,
  y: number,
  width: number,
  height: number,
  fill: 'accent' | 'ink' | 'rule',
): Item {
  return { type: 'rect', name, role: 'artifact', box: { x, y, width, height }, fill }
}

function sidePiece(heading: Heading, grid: Grid, setting: Setting): Piece {
  const runs = toRuns(heading.children)
  const style = { ...setting.styles.subheading, leading: setting.styles.body.leading }
  return textPiece(
    {
      runs,
      style,
      width: grid.offset - setting.theme.page.gutter,
      source: heading.place,
      name: plainText(runs),
      tags: [{ type: 'H3', id: setting.nextId() }],
      spaceBefore: style.leading * 1.1,
      keepWithNext: true,
      anchor: heading.id,
      outline: { text: plainText(runs), depth: 3 },
    },
    setting,
  )
}

/** The head of the first page: publisher and edition, title, subtitle. */
function mastheadPiece(heading: Heading, document: Document, grid: Grid, setting: Setting): Piece {
  const { styles } = setting
  const line = (runs: ReturnType<typeof toRuns>, style: typeof styles.title, given: object = {}): Piece =>
    textPiece(
      {
        runs,
        style,
        width: grid.width * 0.92,
        source: heading.place,
        tags: [{ type: 'P', id: setting.nextId() }],
        ...given,
      },
      setting,
    )
  const runs = toRuns(heading.children)
  const overline = [document.publisher, document.edition].filter(Boolean).join('  |  ')
  const stack = joinPieces([
    line([{ text: overline }], { ...styles.running, color: 'accentText', weight: 'bold' }),
    line(runs, styles.title, {
      name: 'Title',
      role: 'title',
      spaceBefore: 8,
      tags: [{ type: 'H1', id: setting.nextId() }],
      anchor: heading.id,
      outline: { text: plainText(runs), depth: 1 },
    }),
    ...(document.subtitle ? [line([{ text: document.subtitle }], styles.subtitle, { spaceBefore: 6 })] : []),
  ])
  const gap = 14
  return {
    ...stack,
    height: stack.height + gap,
    place: (x, y) => [rule('Accent rule', x, y, 48, 5, 'accent'), ...stack.place(x, y + gap)],
  }
}

function toFootnotes(blocks: readonly Block[], grid: Grid, setting: Setting): Map<string, Piece[]> {
  const column = columnOf(grid.width - grid.offset, setting)
  const notes = blocks.filter((block): block is Footnote => block.type === 'footnote')
  return new Map(
    notes.map((note) => [
      note.label,
      toPieces([note], column, setting).map((piece) => indentPiece(piece, grid.offset)),
    ]),
  )
}

function toPage(fill: PageFill, index: number, total: number, grid: Grid, document: Document, setting: Setting): Page {
  const { theme } = setting
  const paper = paperSizes[theme.page.size]
  const body = fill.placed.flatMap(({ piece, y }) => piece.place(grid.left, grid.top + y))
  const items = [
    ...runningHead(fill, index, grid, document, setting),
    ...body,
    ...noteItems(fill, grid, setting),
    ...foot(index, total, grid, document, setting),
  ]
  return {
    number: index + 1,
    width: paper.width,
    height: paper.height,
    layout: 'page',
    title: fill.section ?? document.title,
    section: fill.section,
    items: items.map((item, order) => ({ ...item, name: `${item.name} ${order + 1}` })),
    notes: [],
    place: fill.placed[0]?.piece.source ?? { file: '', line: 1, column: 1 },
  }
}

/** The page's footnotes under a short rule, standing on the foot of the text area. */
function noteItems(fill: PageFill, grid: Grid, { theme }: Setting): Item[] {
  if (fill.notes.length === 0) return []
  const top = grid.top + grid.height - stackHeight(fill.notes)
  return [
    rule('Footnote rule', grid.left + grid.offset, top - noteGap / 2, theme.page.gutter * 5, 0.5, 'ink'),
    ...placeStack(fill.notes, grid.left, top),
  ]
}

function runningHead(fill: PageFill, index: number, grid: Grid, document: Document, setting: Setting): Item[] {
  if (index === 0) return []
  const y = setting.theme.page.margin.top * 0.45
  return [
    ...runningLine(document.title, fill.section ?? '', 'artifact', y, grid, setting),
    rule('Head rule', grid.left, y + setting.styles.running.leading + 3, grid.width, 0.5, 'rule'),
  ]
}

function foot(index: number, total: number, grid: Grid, document: Document, setting: Setting): Item[] {
  const { locale, theme } = setting
  const y = paperSizes[theme.page.size].height - theme.page.margin.bottom * 0.6
  const number = `${locale.word('page')}\u00a0${index + 1} ${locale.word('of')}\u00a0${total}`
  return [
    rule('Foot rule', grid.left, y - 4, grid.width, 0.5, 'rule'),
    ...runningLine([document.edition, document.asOf].filter(Boolean).join('  |  '), number, 'footer', y, grid, setting),
  ]
}

function runningLine(left: string, right: string, role: Role, y: number, grid: Grid, setting: Setting): TextItem[] {
  const { styles, fonts } = setting
  const side = (words: string, align: 'left' | 'right'): TextItem[] => {
    if (!words) return []
    const box = {
      x: grid.left + (align === 'right' ? grid.width / 2 : 0),
      y,
      width: grid.width / 2,
      height: styles.running.leading,
    }
    const text = breakText([{ text: words }], { ...styles.running, align }, box.width, fonts)
    return [
      {
        type: 'text',
        name: align === 'left' ? 'Running line' : 'Running line, right',
        role,
        box,
        verticalAlign: 'top',
        paragraphs: [placeText(text, box.x, y, fonts, { tags: [] })],
      },
    ]
  }
  return [...side(left, 'left'), ...side(right, 'right')]
}
