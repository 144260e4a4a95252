import type { GridColumn } from '../pages/page-grid.ts'
import {
  asideGap,
  freeSide,
  getAsides,
  placeNotes,
  takeSide,
  takesSide,
  topBelow,
  type WishedNote,
} from '../pages/side-column.ts'
import type { Piece } from './pieces.ts'

/** A piece on a page, its top in points below the text area's. */
export interface PlacedPiece {
  piece: Piece
  y: number
  column: GridColumn
}

/** How a page is filled. */
export interface PageRoom {
  /** Where text and notes end at the latest. */
  depth: number
  /** Of the grid that pieces begin on. */
  unit: number
  /** White at its foot is meant: the author's break, or the end. */
  isFree: boolean
}

/**
 * The pieces of a page under each other, with what stands beside them, in reading order. On a full page a figure with
 * no more than a few
 * lines below it stands on the foot, and they go above it; one that is the last stands there too.
 */
export function stackPage(placed: readonly Piece[], room: PageRoom): PlacedPiece[] {
  const index = room.isFree ? undefined : footFigure(placed, room.unit)
  const atFoot = index === undefined ? undefined : withFigureAtFoot(placed, index, room)
  return (atFoot ?? stack(placed, room)).flat()
}

/** More white than so many units above a figure at the foot would be a hole. */
const mostWhite = 5

/** Text of so many units below a figure is little enough to go above it. */
const fewUnits = 12

/** The last figure or table of a page, where nothing but a few lines of its own passage follows. */
function footFigure(placed: readonly Piece[], unit: number): number | undefined {
  const index = placed.findLastIndex(({ floats }) => floats)
  const below = placed.slice(index + 1)
  const isAfterText = placed[index - 1]?.keepWithNext === false && placed.slice(0, index).some(({ floats }) => !floats)
  const isOwnText = below.every((piece) => piece.column === 'text' && getAsides(piece, 'lead').length === 0)
  const isLittle = below.reduce((sum, { height }) => sum + height, 0) <= fewUnits * unit
  return isAfterText && isOwnText && isLittle && !placed[index]?.asides ? index : undefined
}

function withFigureAtFoot(placed: readonly Piece[], index: number, room: PageRoom): PlacedPiece[][] | undefined {
  const { depth, unit } = room
  const stacked = stack([...placed.toSpliced(index, 1), ...placed.slice(index, index + 1)], room)
  const [figure] = stacked.at(-1) ?? []
  if (!figure) return undefined
  const white = Math.floor((depth - figure.y - figure.piece.height) / unit + 0.001)
  if (white < 0 || white > mostWhite) return undefined
  // Read where it stands in the document.
  return stacked.slice(0, -1).toSpliced(index, 0, [{ ...figure, y: figure.y + white * unit }])
}

/** By piece: itself, and what stands beside it. */
function stack(placed: readonly Piece[], { depth, unit }: PageRoom): PlacedPiece[][] {
  const stacked: PlacedPiece[][] = []
  let notes: (WishedNote & { row: PlacedPiece[] })[] = []
  let [used, side, from] = [0, freeSide, 0]
  const settle = (to: number): void => {
    const tops = placeNotes(notes, from, to)
    for (const [order, { piece, row }] of notes.entries()) row.push({ piece, y: tops[order] ?? 0, column: 'side' })
    notes = []
  }
  for (const [index, piece] of placed.entries()) {
    const y = topBelow(placed[index - 1], used, side, piece, unit)
    if (takesSide(piece)) settle(y - Math.max(unit, Math.min(asideGap, piece.spaceBefore)))
    const leads = getAsides(piece, 'lead').map((lead): PlacedPiece => ({ piece: lead, y, column: 'side' }))
    const row: PlacedPiece[] = [...leads, { piece, y, column: piece.column ?? 'page' }]
    stacked.push(row)
    notes.push(...getAsides(piece, 'note').map((note) => ({ piece: note, y, row })))
    used = y + piece.height
    side = takeSide(side, piece, y)
    // What spans the page has the text's own white below it.
    if (takesSide(piece)) from = side.end + (piece.column === 'text' ? asideGap : 0)
  }
  settle(depth)
  return stacked
}
