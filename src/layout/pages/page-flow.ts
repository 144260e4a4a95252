import { errorAt } from '../../diagnostic.ts'
import type { Block, Contents, Document, Heading, List, Note, SourceList } from '../../document/types.ts'
import { layoutApart } from '../pieces/apart.ts'
import { tableWidth } from '../pieces/fit-table.ts'
import { addAside, inTextColumn, type Piece } from '../pieces/pieces.ts'
import { textPiece } from '../pieces/text-piece.ts'
import { runText, toRuns } from '../text/runs.ts'
import { baselineDrop } from '../text/set-text.ts'
import type { Setting } from '../text/setting.ts'
import type { Tag } from '../types.ts'
import { type Grid, ruleItem } from './page-grid.ts'
import type { PagePlaces } from './page-places.ts'
import { type Column, getColumn, toPieces } from './pieces/block-pieces.ts'
import { type ContentsInput, contentsPieces, marginContents } from './pieces/contents-pieces.ts'
import { mastheadPiece } from './pieces/masthead-piece.ts'
import { sideNotePiece } from './pieces/side-note-piece.ts'
import { sourceListPieces } from './pieces/source-list-pieces.ts'
import { twoColumnPieces } from './pieces/two-column-pieces.ts'

/** A part of the flow that says on which pages things stand: made anew when that is known. */
type LatePieces = (places: PagePlaces) => Piece[]

/** A document as pieces, each already moved to its column. */
export interface PageFlow {
  /** Whether some pieces say on which pages things stand. */
  isLate: boolean
  pieces(places: PagePlaces): Piece[]
}

/** The whole document as pieces; those that do not ask for pages are made once. */
export function toPageFlow(document: Document, grid: Grid, setting: Setting): PageFlow {
  const parts = flowParts(document, grid, setting)
  return {
    isLate: parts.some((part) => typeof part === 'function'),
    pieces: (places) => foldBreaks(parts.flatMap((part) => (typeof part === 'function' ? part(places) : part))),
  }
}

function flowParts(document: Document, grid: Grid, setting: Setting): (Piece | LatePieces)[] {
  const blocks = document.blocks.filter((block) => block.type !== 'footnote')
  const parts: (Piece | LatePieces)[] = []
  let tags: Tag[] = []
  // What waits for text to stand beside, at most one of each.
  const sides: Piece[] = []
  const margins: LatePieces[] = []
  const takeSide = (): Piece[] => sides.splice(0)
  const groups = groupBySpan(blocks, getColumn(grid.textWidth, setting), grid)
  for (const [index, group] of groups.entries()) {
    if (startsSection(group)) tags = [{ type: 'Sect', id: setting.nextId() }]
    const within = { ...setting, sect: tags }
    const full = getColumn(grid.width, within)
    const text = getColumn(grid.textWidth, within)
    const set = (kind: 'list' | 'full' | 'text', blocks: readonly Block[]): Piece[] => {
      const column = kind === 'text' ? text : full
      const make = kind === 'list' ? twoColumnPieces : toPieces
      return layoutApart(`g${index}`, [kind, blocks, column.width, tags], setting, (own) =>
        make(blocks, { ...column, ...own }),
      )
    }
    switch (group.kind) {
      case 'title':
        parts.push(mastheadPiece(group.heading, document, grid, setting))
        break
      case 'side':
        parts.push(...takeSide())
        sides.push(sidePiece(group.heading, tags, grid, setting))
        break
      case 'list':
        parts.push(...takeSide(), ...set('list', [group.list]))
        break
      case 'contents': {
        const part = contentsPart(group.contents, document, tags)
        if (group.contents.inMargin && grid.sideWidth > 0) {
          margins.splice(0, 1, (places) => [marginContents(part(places), grid, setting)])
        } else parts.push(...takeSide(), (places) => contentsPieces(part(places), grid, setting))
        break
      }
      case 'sources':
        parts.push(...takeSide(), (places) => sourceListPieces(group.sources, full, places))
        break
      case 'sideNote': {
        const note = sideNotePiece(group.note, text, grid)
        parts.push(noted(sides.length > 0 ? undefined : parts.pop(), note, grid, setting))
        break
      }
      case 'full':
        parts.push(...takeSide(), ...sectionRule(set('full', group.blocks), grid))
        break
      case 'text': {
        const [first, ...rest] = set('text', group.blocks).map(inTextColumn)
        const [contents] = margins.splice(0)
        if (!first) break
        if (contents) parts.push(...takeSide(), (places) => [beside(first, contents(places))])
        else parts.push(beside(first, takeSide()))
        parts.push(...rest)
      }
    }
  }
  return [...parts, ...sides, ...margins]
}

/** The piece with headings or contents at its side. */
function beside(piece: Piece, leads: readonly Piece[]): Piece {
  return leads.reduce((whole, lead) => addAside(whole, { kind: 'lead', piece: lead }), piece)
}

/** The last of the pieces with a note in the margin beside it. */
function noted(part: Piece | LatePieces | undefined, note: Piece, grid: Grid, setting: Setting): Piece | LatePieces {
  if (typeof part !== 'function') return withSideNote(part, note, grid, setting)
  return (places) => {
    const pieces = part(places)
    return [...pieces.slice(0, -1), withSideNote(pieces.at(-1), note, grid, setting)]
  }
}

function withSideNote(piece: Piece | undefined, note: Piece, { height }: Grid, { report }: Setting): Piece {
  const error = (message: string, hint: string) =>
    report(errorAt(note.source, message, { hint: `${hint}, or leave place="margin" out` }))
  if (piece?.column !== 'text') error('a note in the margin has no text beside it', 'put it after a paragraph')
  else if (note.height > height) error('this note is higher than a page', 'shorten it')
  else return addAside(piece, { kind: 'note', piece: note })
  return piece ?? note
}

function contentsPart(contents: Contents, { blocks }: Document, tags: Tag[]): (places: PagePlaces) => ContentsInput {
  const title = ownTitle(contents, blocks)
  const headings = blocks.filter(
    (block): block is Heading =>
      block.type === 'heading' && block.depth > 1 && block.depth <= contents.depth && block !== title,
  )
  return (places) => ({ contents, headings, places, tags, isTitled: title !== undefined })
}

/** The heading of a section that holds the contents alone: it titles them, and they need not list it. */
function ownTitle(contents: Contents, blocks: readonly Block[]): Block | undefined {
  const at = blocks.indexOf(contents)
  const [before, after] = [blocks[at - 1], blocks[at + 1]]
  const isAlone = after === undefined || after.type === 'heading' || after.type === 'pageBreak'
  return !contents.inMargin && before?.type === 'heading' && before.depth > 1 && isAlone ? before : undefined
}

/** A page break is a property of the piece after it; at the end it is none, for it would leave a blank page. */
function foldBreaks(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece, index) => {
    if (isBreak(piece)) return []
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
  | { kind: 'contents'; contents: Contents }
  | { kind: 'sources'; sources: SourceList }
  | { kind: 'sideNote'; note: Note }
  | { kind: 'full' | 'text'; blocks: Block[] }

function startsSection(group: Group): boolean {
  if (!('blocks' in group)) return false
  const [first] = group.blocks
  return first?.type === 'heading' && first.depth === 2
}

/** Groups neighbours that share a column, such as a chart and its source line. A section's heading begins a group. */
function groupBySpan(blocks: readonly Block[], text: Column, grid: Grid): Group[] {
  const hasSide = grid.sideWidth > 0
  const groups: Group[] = []
  for (const block of blocks) {
    const last = groups.at(-1)
    if (block.type === 'heading' && block.depth === 1) groups.push({ kind: 'title', heading: block })
    else if (block.type === 'heading' && block.depth === 2) groups.push({ kind: 'full', blocks: [block] })
    else if (hasSide && block.type === 'heading' && block.depth === 3) groups.push({ kind: 'side', heading: block })
    else if (hasSide && block.type === 'note' && block.inMargin) groups.push({ kind: 'sideNote', note: block })
    else if (block.type === 'contents') groups.push({ kind: 'contents', contents: block })
    else if (block.type === 'sourceList') groups.push({ kind: 'sources', sources: block })
    else if (block.type === 'sourceLine' && last && 'blocks' in last) last.blocks.push(block)
    else if (isLongList(block)) groups.push({ kind: 'list', list: block })
    else {
      const kind = isFull(block, text) ? 'full' : 'text'
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
    .map((item) => (item.type === 'paragraph' ? runText(toRuns(item.children)).length : 1e3))
  return words.reduce((sum, length) => sum + length, 0) / block.items.length < 160
}

/** A table narrow enough for the column of running text stands in it. */
function isFull(block: Block, text: Column): boolean {
  if (block.type === 'table') return tableWidth(block, text.tableSize, text) > text.width
  return block.type === 'chart' || block.type === 'keyFigures' || block.type === 'columns' || block.type === 'pageBreak'
}

/** Section headings under a rule of the page's width. */
function sectionRule(pieces: readonly Piece[], grid: Grid): Piece[] {
  return pieces.map((piece) => {
    if (piece.section === undefined) return piece
    const gap = 8
    return {
      ...piece,
      height: piece.height + gap,
      place: (x, y) => [ruleItem('Section rule', x, y, grid.width, 1, 'ink'), ...piece.place(x, y + gap)],
    }
  })
}

function sidePiece(heading: Heading, tags: readonly Tag[], grid: Grid, setting: Setting): Piece {
  const runs = toRuns(heading.children)
  const { subheading, body } = setting.styles
  const style = { ...subheading, leading: body.leading }
  const text = textPiece(
    {
      runs,
      style,
      width: grid.sideWidth,
      source: heading.place,
      name: runText(runs),
      tags: [...tags, { type: 'H3', id: setting.nextId() }],
      spaceBefore: style.leading * 1.1,
      keepWithNext: true,
      anchor: heading.id,
      outline: { text: runText(runs), depth: 3 },
    },
    setting,
  )
  // Larger type of the same leading has its baseline lower.
  const rise = baselineDrop(style, setting.fonts) - baselineDrop(body, setting.fonts)
  return { ...text, place: (x, y) => text.place(x, y - rise) }
}
