import type { Place } from '../diagnostic.ts'
import type { Item } from './types.ts'

/** A part of the flow: a paragraph, a figure with its caption, some rows of a table. Points. */
export interface Piece {
  height: number
  /** The least part of it that may begin a page's foot: two lines, a header and two rows; its height where it cannot be cut. */
  minimum: number
  /** White space above; none at the top of a page or box. */
  spaceBefore: number
  /** May not be the last on its page. */
  keepWithNext: boolean
  /** May move to the top of the next page while text fills this one. */
  floats: boolean
  /** Goes on with what the piece before began, as a list's item does: better not parted from it. */
  continues?: boolean | undefined
  /** Starts a new page. */
  breakBefore: boolean
  /** Where the template says it. */
  source: Place
  /** The words of a section's heading, for the running head. */
  section?: string | undefined
  /** Labels of the footnotes that it refers to; they stand at the foot of its page. */
  notes: string[]
  /** The items, with the piece's top left corner at x, y. */
  place(x: number, y: number): Item[]
  /** How much lower or higher its chart may be set, points. */
  flex?: { shrink: number; stretch: number } | undefined
  /** The piece with its chart so many points higher. */
  resize?: ((by: number) => Piece) | undefined
  /** Two pieces of which the first is at most `height` high; undefined where it cannot be cut there. */
  split?: ((height: number) => [Piece, Piece] | undefined) | undefined
}

/** A piece with what most pieces have. */
export function createPiece(given: Pick<Piece, 'height' | 'source' | 'place'> & Partial<Piece>): Piece {
  return {
    minimum: given.height,
    spaceBefore: 0,
    keepWithNext: false,
    floats: false,
    breakBefore: false,
    notes: [],
    ...given,
  }
}

/** A split that makes the parts of each place once: where a document may be cut is tried again and again. `countFor` says after how many lines or rows. */
export function cutOnce(
  countFor: (height: number) => number | undefined,
  cut: (count: number) => [Piece, Piece],
): NonNullable<Piece['split']> {
  const known = new Map<number, [Piece, Piece]>()
  return (height) => {
    const count = countFor(height)
    if (count === undefined) return undefined
    const parts = known.get(count) ?? cut(count)
    known.set(count, parts)
    return parts
  }
}

/** The height of pieces under each other, points. */
export function stackHeight(pieces: readonly Piece[]): number {
  return pieces.reduce((height, piece, index) => height + piece.height + (index > 0 ? piece.spaceBefore : 0), 0)
}

/** The items of pieces under each other, from x, y down. */
export function placeStack(pieces: readonly Piece[], x: number, y: number): Item[] {
  let top = y
  return pieces.flatMap((piece, index) => {
    if (index > 0) top += piece.spaceBefore
    const items = piece.place(x, top)
    top += piece.height
    return items
  })
}

/** One piece of several, never parted. */
export function joinPieces(pieces: readonly [Piece, ...Piece[]], given: Partial<Piece> = {}): Piece {
  return createPiece({
    height: stackHeight(pieces),
    spaceBefore: pieces[0].spaceBefore,
    source: pieces[0].source,
    notes: pieces.flatMap((piece) => piece.notes),
    place: (x, y) => placeStack(pieces, x, y),
    ...resizable(pieces, given),
    ...given,
  })
}

/** Joined pieces give and take what the one with a chart does. */
function resizable(pieces: readonly [Piece, ...Piece[]], given: Partial<Piece>): Partial<Piece> {
  const index = pieces.findIndex((piece) => piece.flex && piece.resize)
  const { flex, resize } = pieces[index] ?? {}
  if (!flex || !resize) return {}
  const replace = (by: number): [Piece, ...Piece[]] => {
    const [first, ...rest] = pieces
    return index === 0 ? [resize(by), ...rest] : [first, ...rest.with(index - 1, resize(by))]
  }
  return { flex, resize: (by) => joinPieces(replace(by), given) }
}

/** The piece moved to the right by some points. */
export function indentPiece(piece: Piece, by: number): Piece {
  const known = new Map<Piece, [Piece, Piece]>()
  return {
    ...piece,
    place: (x, y) => piece.place(x + by, y),
    resize: piece.resize && ((higher) => indentPiece(piece.resize?.(higher) ?? piece, by)),
    split:
      piece.split &&
      ((height) => {
        const parts = piece.split?.(height)
        if (!parts) return undefined
        const moved = known.get(parts[0]) ?? [indentPiece(parts[0], by), indentPiece(parts[1], by)]
        known.set(parts[0], moved)
        return moved
      }),
  }
}

/** The piece with another, such as a side heading, standing to its left at the same height. Kept whole where the side piece is the higher. */
export function besidePiece(side: Piece, piece: Piece, offset: number): Piece {
  const moved = indentPiece(piece, offset)
  return {
    ...moved,
    flex: undefined,
    resize: undefined,
    height: Math.max(side.height, piece.height),
    minimum: Math.max(side.height, piece.minimum),
    section: side.section,
    breakBefore: side.breakBefore,
    spaceBefore: Math.max(side.spaceBefore, piece.spaceBefore),
    place: (x, y) => [...side.place(x, y), ...moved.place(x, y)],
    split: (height) => {
      const parts = height >= side.height ? moved.split?.(height) : undefined
      return parts && parts[0].height >= side.height
        ? [{ ...parts[0], place: (x, y) => [...side.place(x, y), ...parts[0].place(x, y)] }, parts[1]]
        : undefined
    },
  }
}
