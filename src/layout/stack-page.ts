import type { GridColumn } from './page-grid.ts'
import type { Piece } from './pieces.ts'
import {
  asideGap,
  asidesOf,
  freeSide,
  placeNotes,
  takeSide,
  takesSide,
  topBelow,
  type WishedNote,
} from './side-column.ts'

/** A piece on a page, its top in points below the text area's. */
export interface PlacedPiece {
  piece: Piece
  y: number
  column: GridColumn
}

/** The pieces of a page under each other on the grid, with what stands beside them, in reading order. `depth` is where notes end at the latest. */
export function stackPage(placed: readonly Piece[], depth: number, unit: number): PlacedPiece[] {
  const stacked: PlacedPiece[] = []
  let notes: (WishedNote & { index: number })[] = []
  let [used, side, from] = [0, freeSide, 0]
  const settle = (to: number): void => {
    const tops = placeNotes(notes, from, to)
    for (const [order, { piece, index }] of notes.entries()) {
      stacked[index] = { piece, y: tops[order] ?? 0, column: 'side' }
    }
    notes = []
  }
  for (const [index, piece] of placed.entries()) {
    const y = index === 0 ? 0 : topBelow(used, side, piece, unit)
    if (takesSide(piece)) settle(y - unit)
    for (const lead of asidesOf(piece, 'lead')) stacked.push({ piece: lead, y, column: 'side' })
    stacked.push({ piece, y, column: piece.column ?? 'page' })
    for (const note of asidesOf(piece, 'note')) {
      notes.push({ piece: note, y, index: stacked.length })
      stacked.push({ piece: note, y, column: 'side' })
    }
    used = y + piece.height
    side = takeSide(side, piece, y)
    // What spans the page has the text's own white below it.
    if (takesSide(piece)) from = side.end + (piece.column === 'text' ? asideGap : 0)
  }
  settle(depth)
  return stacked
}
