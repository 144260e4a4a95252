import { isSingle } from '../../../chart/spec/is-single.ts'
import type { Block, ChartBlock, Columns, Inline, List, Note, Quote, Table } from '../../../document/types.ts'
import { isRightToLeft } from '../../../fonts/bidi.ts'
import { paperSizes } from '../../../theme/theme.ts'
import { keyFiguresPiece } from '../../pieces/key-figures-piece.ts'
import { picturePieces } from '../../pieces/picture-piece.ts'
import {
  createPiece,
  indentPiece,
  joinPieces,
  notesIn,
  type Piece,
  placeStack,
  stackHeight,
} from '../../pieces/pieces.ts'
import { tablePieces } from '../../pieces/table-piece.ts'
import { type ParagraphInput, textPiece } from '../../pieces/text-piece.ts'
import { rectItem } from '../../rect-item.ts'
import { runText, toRuns } from '../../text/runs.ts'
import type { Setting } from '../../text/setting.ts'
import { resized } from '../../text/styles.ts'
import type { Run, Tag, TextStyle } from '../../types.ts'

/** How blocks are set in one column of a slide or page. */
export interface Column extends Setting {
  /** Points. */
  width: number
  /** Size of body text, points. */
  size: number
  /** Size of table text, points. */
  tableSize: number
  keyFiguresPerRow: number
  /** Height of a chart set this wide, points. */
  chartHeight(block: ChartBlock, width: number): number
  /** The structure elements that the blocks stand in. */
  tags: Tag[]
}

/** A column as wide as this for text of some size, by default its medium's own. */
export function getColumn(width: number, setting: Setting, size: number = setting.theme[setting.medium].body): Column {
  const { theme, styles, medium, sect } = setting
  const usualAspect = medium === 'page' ? 0.42 : (theme.slide.height * 0.42) / theme.slide.width
  return {
    ...setting,
    width,
    size,
    tableSize: styles.tableCell.size,
    keyFiguresPerRow: 3,
    chartHeight: (block, chartWidth) => chartWidth * (getAspect(block) ?? usualAspect),
    tags: sect,
  }
}

/** A source line right below one of these is its own, and stays with it. */
const ownsSource: ReadonlySet<Block['type']> = new Set(['chart', 'keyFigures', 'columns'])

/** The pieces of blocks, in order; a chart or table keeps its caption and source line, a lead-in its list. */
export function toPieces(blocks: readonly Block[], column: Column): Piece[] {
  const pieces: Piece[] = []
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index]
    const next = blocks[index + 1]
    if (!block) continue
    if (block.type === 'table' && column.medium === 'page') {
      const [source] = next?.type === 'sourceLine' ? toPieces([next], column) : []
      const parts = tableParts(block, column)
      pieces.push(...parts.map((part, at) => tableBlock(part, at === parts.length - 1 ? source : undefined, column)))
      if (source) index++
    } else if (next?.type === 'sourceLine' && ownsSource.has(block.type)) {
      const [source] = toPieces([next], column)
      const [first, ...rest] = blockPieces(block, column)
      if (first && source)
        pieces.push(
          joinPieces([first, ...rest, source], {
            floats: block.type === 'chart',
            spaceBefore: first.spaceBefore,
            spaceAfter: column.styles.body.leading,
          }),
        )
      index++
    } else {
      const isLead = block.type === 'paragraph' && next?.type === 'list' && column.medium === 'page'
      const made = blockPieces(block, column)
      pieces.push(...(isLead ? made.map((piece) => ({ ...piece, keepWithNext: true })) : made))
    }
  }
  return pieces
}

function blockPieces(block: Block, column: Column): Piece[] {
  const { styles, theme, medium } = column
  switch (block.type) {
    case 'heading':
      return [headingPiece(block, column)]
    case 'paragraph':
      return [runningPiece(block.children, bodyStyle(column), block, paragraphSpace[medium], column)]
    case 'sourceLine':
      return [sourcePiece(block, column)]
    case 'list':
      return listPieces(block, column)
    case 'table':
      return tableParts(block, column).flatMap(({ caption, table }) => (caption ? [caption, table] : [table]))
    case 'chart':
      return [chartPiece(block, column)]
    case 'picture':
      return picturePieces(block, column)
    case 'keyFigures':
      return [
        {
          ...keyFiguresPiece(block, column.width, column.keyFiguresPerRow, column.size / styles.body.size, column),
          spaceBefore: theme[medium].gutter * 1.25,
        },
      ]
    case 'columns':
      return [columnsPiece(block, column)]
    case 'quote':
      return [quotePiece(block, column)]
    case 'note':
      return [notePiece(block, column)]
    case 'footnote':
      return footnotePieces(block, column, styles.small)
    case 'pageBreak':
      return [createPiece({ height: 0, source: block.place, breakBefore: true, place: () => [] })]
    case 'speakerNotes':
    case 'slideOptions':
    // Set by the page, which knows where things stand.
    case 'contents':
    case 'sourceList':
      return []
  }
}

/** White space above a paragraph, as a part of the leading; on a page half a line, which keeps to the grid. */
const paragraphSpace = { slide: 0.55, page: 0.5 } as const
const itemSpace = { slide: 0.35, page: 0.5 } as const

function bodyStyle({ styles, size }: Column): TextStyle {
  return resized(styles.body, size)
}

/** A paragraph as wide as its column, with what it has beside. */
function paragraphPiece(
  children: readonly Inline[],
  style: TextStyle,
  { place }: Block,
  column: Column,
  { type = 'P', ...given }: Partial<ParagraphInput> & { type?: Tag['type'] },
): Piece {
  const tags: Tag[] = [...column.tags, { type, id: column.nextId() }]
  return textPiece({ runs: toRuns(children), style, width: column.width, source: place, tags, ...given }, column)
}

/** Running text; `space` is the white space above, as a part of the leading. */
function runningPiece(
  children: readonly Inline[],
  style: TextStyle,
  block: Block,
  space: number,
  column: Column,
): Piece {
  return paragraphPiece(children, style, block, column, {
    spaceBefore: style.leading * space,
    isRunning: true,
  })
}

function headingPiece(block: Extract<Block, { type: 'heading' }>, column: Column): Piece {
  const text = runText(toRuns(block.children))
  const style = block.depth <= 2 ? column.styles.heading : column.styles.subheading
  return paragraphPiece(block.children, style, block, column, {
    type: `H${block.depth}`,
    name: text,
    spaceBefore: style.leading * (block.depth <= 2 ? 1.4 : 0.9),
    keepWithNext: true,
    anchor: block.id,
    outline: { text, depth: block.depth },
    section: block.depth === 2 ? text : undefined,
  })
}

function sourcePiece(block: Extract<Block, { type: 'sourceLine' }>, column: Column): Piece {
  const style = column.styles.small
  return paragraphPiece(block.children, style, block, column, {
    role: 'source',
    name: column.locale.names.source,
    spaceBefore: style.leading * 0.4,
  })
}

function listPieces(list: List, column: Column): Piece[] {
  const style = bodyStyle(column)
  const indent = style.size * (list.ordered ? 1.6 : 1.1)
  const listTags: Tag[] = [...column.tags, { type: 'L', id: column.nextId() }]
  return list.items.flatMap((blocks, index) => {
    const itemTags: Tag[] = [...listTags, { type: 'LI', id: column.nextId() }]
    const body: Tag[] = [...itemTags, { type: 'LBody', id: column.nextId() }]
    const [first, ...rest] = blocks
    const marker = { text: list.ordered ? `${list.start + index}.` : '•', ordered: list.ordered }
    const spaceBefore = style.leading * (index === 0 ? paragraphSpace : itemSpace)[column.medium]
    const item = { ...column, tags: body }
    const inner = { ...item, width: column.width - indent }
    // What an item that runs from right to left holds stands in from the right.
    const inset = isRightToLeft(first?.type === 'paragraph' ? runText(toRuns(first.children)) : '') ? 0 : indent
    if (first?.type !== 'paragraph') return toPieces(blocks, inner).map((piece) => indentPiece(piece, indent))
    const given = { indent, marker, spaceBefore, isRunning: true }
    const head = paragraphPiece(first.children, style, first, item, given)
    const parts = [head, ...toPieces(rest, inner).map((piece) => indentPiece(piece, inset))]
    return parts.map((piece, order) => (index === 0 && order === 0 ? piece : { ...piece, continues: true }))
  })
}

/** `Figure 2` or `Table 2` in the accent colour, then the caption's words. */
function captionPiece(
  block: ChartBlock | Table,
  word: 'figure' | 'table',
  column: Column,
  /** The figure's or table's own element; none: the caption is an artifact. */
  owner: Tag | undefined,
): Piece | undefined {
  if (!block.caption && block.number === undefined) return undefined
  const label: Run[] =
    block.number === undefined
      ? []
      : [{ text: column.locale.caption(column.locale.word(word), block.number), color: 'accentText' }, { text: ' ' }]
  const style = column.styles.caption
  return textPiece(
    {
      runs: [...label, ...toRuns(block.caption ?? [])],
      style,
      width: column.width,
      source: block.place,
      role: 'caption',
      name: column.locale.names.caption,
      tags: owner ? [...column.tags, owner, { type: 'Caption', id: column.nextId() }] : [],
      spaceBefore: style.leading,
      keepWithNext: true,
      anchor: block.id,
    },
    column,
  )
}

/** A table, or some of its columns, with the caption where it is the first part. */
interface TablePart {
  caption: Piece | undefined
  table: Piece
}

/** A table in parts that stand by themselves: one, or one for some of its columns each. */
function tableParts(block: Table, column: Column): TablePart[] {
  const owner: Tag = { type: 'Table', id: column.nextId() }
  const caption = captionPiece(block, 'table', column, owner)
  const tables = tablePieces(block, column, continuedCaption(block, column), owner)
  return tables.map((table, index) =>
    caption && index === 0
      ? { caption, table: { ...table, spaceBefore: 4 } }
      : { caption: undefined, table: { ...table, spaceBefore: column.size * 0.7 } },
  )
}

/** A table with caption and source line, whole or cut between rows; one that fits half a page moves on instead. */
function tableBlock({ caption, table }: TablePart, source: Piece | undefined, setting: Setting): Piece {
  const withCaption = (piece: Piece, ...rest: Piece[]): Piece =>
    caption ? joinPieces([caption, piece, ...rest]) : joinPieces([piece, ...rest])
  const head = caption ? stackHeight([caption, table]) - table.height : 0
  const whole = withCaption(table, ...(source ? [source] : []))
  return {
    ...whole,
    spaceAfter: setting.styles.body.leading,
    floats: whole.height <= paperSizes[setting.theme.page.size].height / 2,
    split: (height) => {
      const cut = table.split?.(height - head)
      if (!cut) return undefined
      return [withCaption(cut[0]), tableBlock({ caption: undefined, table: cut[1] }, source, setting)]
    },
  }
}

/** The caption of a table's further parts: for the eye, an artifact to a screen reader, for which the table is one. */
function continuedCaption(block: Table, column: Column): Piece | undefined {
  const word = { type: 'text', value: column.locale.aside('', column.locale.continued(1)) } as const
  const caption = captionPiece(
    { ...block, caption: [...(block.caption ?? []), word], id: undefined },
    'table',
    column,
    undefined,
  )
  return column.medium === 'page' && block.number !== undefined ? caption : undefined
}

/** Space between a caption and its chart. */
const captionGap = { slide: 6, page: 5 } as const

/** How much lower and higher than its own height a chart may be set to fill a page. */
const chartFlex = { shrink: 0.35, stretch: 0.35 } as const

/** Height ÷ width, where the spec gives both as numbers. */
function getAspect({ chart: { spec } }: ChartBlock): number | undefined {
  const { width, height } = spec as { width?: unknown; height?: unknown }
  return typeof width === 'number' && typeof height === 'number' && width > 0 ? height / width : undefined
}

function chartPiece(block: ChartBlock, column: Column): Piece {
  const natural = column.chartHeight(block, column.width)
  const { spec, parameters, observations } = block.chart
  const hasManyNames = Number(parameters.nameWidth) > 0 && new Set(observations.map(({ series }) => series)).size > 10
  // The type of several views shrinks with them, and many names down the side would lie on each other.
  const shrink = isSingle(spec) && !hasManyNames ? chartFlex.shrink : 0
  const figureTag: Tag = { type: 'Figure', id: column.nextId() }
  const caption = captionPiece(block, 'figure', column, figureTag)
  const spaceBefore = caption ? captionGap[column.medium] : column.styles.body.leading * 0.7
  const sized = (height: number): Piece => ({
    ...sizedChart(block, height, figureTag, column),
    spaceBefore,
  })
  const chart: Piece = {
    ...sized(natural),
    flex: { shrink: natural * shrink, stretch: natural * chartFlex.stretch },
    resize: (by) => sized(natural + by),
  }
  return caption ? joinPieces([caption, chart], { floats: true, spaceAfter: chart.spaceAfter }) : chart
}

function sizedChart(block: ChartBlock, height: number, tag: Tag, column: Column): Piece {
  const tags: Tag[] = [...column.tags, tag]
  return createPiece({
    height,
    spaceAfter: column.styles.body.leading,
    source: block.place,
    floats: true,
    place: (x, y) => [
      {
        type: 'chart',
        name: column.locale.labelled(column.locale.names.chart, baseName(block.chart.file)),
        role: 'chart',
        box: { x, y, width: column.width, height },
        chart: block.chart,
        alt: block.alt,
        tags,
      },
    ],
  })
}

/** `netizens` of `templates/charts/netizens.vl.json`. */
function baseName(file: string): string {
  const [, named] = /^chart:(\S+)/.exec(file) ?? []
  return named ?? file.replace(/^.*\//, '').replace(/\.vl\.json$/, '')
}

function columnsPiece(block: Columns, column: Column): Piece {
  const { medium, theme } = column
  const gap = theme[medium].gutter * 2
  const unit = medium === 'page' ? theme.page.baseline / 2 : undefined
  const width = (column.width - gap * (block.columns.length - 1)) / block.columns.length
  const stacks = block.columns.map((blocks) => toPieces(blocks, { ...column, width, keyFiguresPerRow: 1 }))
  return createPiece({
    height: Math.max(0, ...stacks.map((stack) => stackHeight(stack, unit))),
    spaceBefore: column.styles.body.leading * 0.7,
    spaceAfter: column.styles.body.leading,
    source: block.place,
    notes: stacks.flatMap(notesIn),
    place: (x, y) => stacks.flatMap((stack, index) => placeStack(stack, x + index * (width + gap), y, unit)),
  })
}

function quotePiece(block: Quote, column: Column): Piece {
  const { styles } = column
  const inset = styles.quote.size
  const tags: Tag[] = [...column.tags, { type: 'BlockQuote', id: column.nextId() }]
  const inner: Column = { ...column, width: column.width - inset, tags, size: styles.quote.size }
  const quoted = toPieces(block.children, { ...inner, styles: { ...styles, body: styles.quote } })
  const attribution = block.attribution ? [runningPiece(block.attribution, styles.small, block, 0.4, inner)] : []
  const pieces = [...quoted, ...attribution]
  const height = stackHeight(pieces)
  const width = column.medium === 'slide' ? 3 : 1.5
  const [first] = block.children
  const turns = first?.type === 'paragraph' && isRightToLeft(runText(toRuns(first.children)))
  return createPiece({
    height,
    spaceBefore: styles.body.leading,
    spaceAfter: styles.body.leading,
    source: block.place,
    notes: notesIn(pieces),
    place: (x, y) => [
      rectItem(
        column.locale.names.quoteRule,
        { x: turns ? x + column.width - width : x, y, width, height },
        { fill: 'accent' },
      ),
      ...placeStack(pieces, turns ? x : x + inset, y),
    ],
  })
}

function notePiece(block: Note, column: Column): Piece {
  const { styles, medium } = column
  const inset = medium === 'slide' ? 14 : 9
  // A Note of the standard is a footnote.
  const tags: Tag[] = [...column.tags, { type: 'Div', id: column.nextId() }]
  const size = medium === 'slide' ? column.size * 0.85 : column.size * 0.95
  const inner: Column = { ...column, width: column.width - 2 * inset, size, tags }
  const words: Inline[] = [{ type: 'strong', children: [{ type: 'text', value: block.title ?? '' }] }]
  const title = block.title ? [runningPiece(words, bodyStyle(inner), block, 0, inner)] : []
  const pieces = [...title, ...toPieces(block.children, inner)]
  const height = stackHeight(pieces) + 2 * inset
  return createPiece({
    height,
    spaceBefore: styles.body.leading * 0.9,
    spaceAfter: styles.body.leading,
    source: block.place,
    notes: notesIn(pieces),
    place: (x, y) => [
      rectItem('Note panel', { x, y, width: column.width, height }, { fill: 'panel' }),
      ...placeStack(pieces, x + inset, y + inset),
    ],
  })
}

function footnotePieces(block: Extract<Block, { type: 'footnote' }>, column: Column, style: TextStyle): Piece[] {
  const indent = style.size * 1.6
  const tags: Tag[] = [...column.tags, { type: 'Note', id: column.nextId() }]
  return block.children.map((child, index) =>
    child.type === 'paragraph'
      ? paragraphPiece(
          child.children,
          style,
          block,
          { ...column, tags },
          {
            indent,
            marker: index === 0 ? { text: `${block.label}.`, ordered: true } : undefined,
            spaceBefore: style.leading * 0.3,
            anchor: index === 0 ? `note-${block.label}` : undefined,
          },
        )
      : getJoin(toPieces([child], { ...column, tags, size: style.size }), block),
  )
}

function getJoin(pieces: readonly Piece[], block: Block): Piece {
  const [first, ...rest] = pieces
  return first ? joinPieces([first, ...rest]) : createPiece({ height: 0, source: block.place, place: () => [] })
}
