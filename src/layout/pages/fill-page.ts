import type { Diagnostic } from '../../diagnostic.ts'
import { type Piece, stackHeight } from '../pieces/pieces.ts'
import { freeSide, type SideColumn, sideEnd, takeSide, topBelow } from './side-column.ts'

/** What pages the pieces flow on. */
export interface Flow {
  /** Height of the text area, points. */
  height: number
  /** Tops of pieces stand on multiples of this many points: half a line of the baseline grid. */
  unit: number
  /** The pieces of a footnote by its label. */
  footnote(label: string): Piece[]
  report(diagnostic: Diagnostic): void
}

/** White space between the text and its footnotes, points. */
export const noteGap = 14

/** A page's last piece and those before it: a list that many ways to fill the page share. */
interface PlacedLast {
  piece: Piece
  before: PlacedLast | undefined
}

/** A page that is being filled. Figures have their natural height until it ends. */
export interface Fill {
  last: PlacedLast | undefined
  /** Where the last piece ends. */
  used: number
  /** How many points the page's figures can give and take, in units. */
  shrink: number
  stretch: number
  side: SideColumn
  /** White space within the text, where a piece had to stand below notes in the margin. */
  holes: number
  notes: Piece[]
  /** Figures that go to the next page. */
  waiting: Piece[]
}

/** A page with nothing on it. */
export const emptyFill: Fill = {
  last: undefined,
  used: 0,
  shrink: 0,
  stretch: 0,
  side: freeSide,
  holes: 0,
  notes: [],
  waiting: [],
}

/** The page with one more piece. */
export function addTo(fill: Fill, piece: Piece, { unit, footnote }: Flow): Fill {
  const before = fill.last?.piece
  const top = topBelow(before, fill.used, fill.side, piece, unit)
  return {
    ...fill,
    last: { piece, before: fill.last },
    shrink: fill.shrink + getGive(piece, 'shrink', unit),
    stretch: fill.stretch + getGive(piece, 'stretch', unit),
    used: top + piece.height,
    side: takeSide(fill.side, piece, top),
    holes: fill.holes + top - topBelow(before, fill.used, freeSide, piece, unit),
    notes: piece.notes.length > 0 ? [...fill.notes, ...piece.notes.flatMap((label) => footnote(label))] : fill.notes,
  }
}

/** Points that are left for a piece. */
export function roomFor(fill: Fill, piece: Piece, flow: Flow): number {
  const empty = addTo(fill, { ...piece, height: 0 }, flow)
  return getDepth(empty, flow) - empty.used
}

/** Height of the text area above the footnotes. */
export function getDepth({ notes }: Fill, { height }: Flow): number {
  return notes.length > 0 ? height - stackHeight(notes) - noteGap : height
}

/** Whether it all has room, figures as low as they can be. */
export function fits(fill: Fill, flow: Flow): boolean {
  return getEnd(fill) - fill.shrink <= getDepth(fill, flow) + 0.01
}

/** Where the page's text ends, and what stands beside it. */
export function getEnd({ used, side }: Fill): number {
  return Math.max(used, sideEnd(side))
}

/** How many points a piece's figure can give or take, in units. */
function getGive({ flex }: Piece, way: 'shrink' | 'stretch', unit: number): number {
  return flex ? Math.floor(flex[way] / unit) * unit : 0
}

/** The page's pieces from its top. */
export function getPieces(last: PlacedLast | undefined): Piece[] {
  const pieces: Piece[] = []
  for (let link = last; link; link = link.before) pieces.push(link.piece)
  return pieces.reverse()
}

/** How full it can be, from 0 to 1: figures as high as they can be. */
export function getFullness(fill: Fill, flow: Flow): number {
  return (fill.used + fill.stretch) / getDepth(fill, flow)
}

/** The page's figures higher or lower by so many points together, each in proportion to what it can give, in units. */
export function resizeFigures(
  placed: Piece[],
  by: number,
  most: number,
  way: 'shrink' | 'stretch',
  unit: number,
): Piece[] {
  if (by === 0 || most === 0) return placed
  // Lower takes the whole of the next unit, higher leaves it.
  let left = by < 0 ? Math.ceil(-by / unit - 0.001) : Math.floor(by / unit + 0.001)
  let room = Math.round(most / unit)
  return placed.map((piece) => {
    const own = piece.flex ? Math.floor(piece.flex[way] / unit) : 0
    if (!piece.resize || own === 0 || left === 0) return piece
    const share = Math.min(own, Math.round((left * own) / room))
    left -= share
    room -= own
    return share === 0 ? piece : piece.resize((by < 0 ? -share : share) * unit)
  })
}
