import { type Aside, onGrid, type Piece, stackHeight } from '../pieces/pieces.ts'

/** How far a page's side column is taken; points below the text area's top. */
export interface SideColumn {
  /** End of the last thing that holds its place: a heading, or what spans the page. */
  end: number
  /** What the notes below it need at least, with the space above each. */
  notes: number
}

/** A page's side column before anything stands in it. */
export const freeSide: SideColumn = { end: 0, notes: 0 }

/** Least white space between a note and what stands above or below it, points. */
export const asideGap = 14

/** Where the side column ends at least. */
export function sideEnd({ end, notes }: SideColumn): number {
  return end + notes
}

const none: readonly Piece[] = []

/** What stands in the side column level with a piece, or after it. */
export function getAsides({ asides }: Piece, kind: Aside['kind']): readonly Piece[] {
  return asides?.flatMap((aside) => (aside.kind === kind ? [aside.piece] : [])) ?? none
}

/** Whether the piece, or a heading beside it, needs the side column at its own height. */
export function takesSide(piece: Piece): boolean {
  return piece.column !== 'text' || getAsides(piece, 'lead').length > 0
}

/** The side column once a piece stands at `top`. */
export function takeSide(side: SideColumn, piece: Piece, top: number): SideColumn {
  const notes = getAsides(piece, 'note').reduce((sum, note) => sum + asideGap + note.height, 0)
  if (piece.column !== 'text') return { end: top + piece.height, notes }
  const leads = getAsides(piece, 'lead')
  return leads.length > 0 ? { end: top + stackHeight(leads), notes } : { end: side.end, notes: side.notes + notes }
}

/** Where a piece begins: on a grid of `unit` points, below `used` and below what it would meet in the side column. */
export function topBelow(
  before: Piece | undefined,
  used: number,
  side: SideColumn,
  piece: Piece,
  unit: number,
): number {
  if (!before) return 0
  const top = onGrid(used + Math.max(piece.spaceBefore, before.spaceAfter ?? 0), unit)
  const end = sideEnd(side)
  return end > used && takesSide(piece) ? Math.max(top, onGrid(end + Math.max(piece.spaceBefore, unit), unit)) : top
}

/** A note, and the height at which it would stand best: that of its text. */
export interface WishedNote {
  piece: Piece
  y: number
}

/** Tops of notes between two heights: each as near to its wish as the others let it, none over another. */
export function placeNotes(notes: readonly WishedNote[], from: number, to: number): number[] {
  const down: number[] = []
  let free = from
  for (const { piece, y } of notes) {
    down.push(Math.max(y, free))
    free = Math.max(y, free) + piece.height + asideGap
  }
  let limit = to
  return notes
    .map(({ piece }, index) => ({ piece, top: down[index] ?? from }))
    .reverse()
    .map(({ piece, top }) => {
      const y = Math.min(top, limit - piece.height)
      limit = y - asideGap
      return y
    })
    .reverse()
}
