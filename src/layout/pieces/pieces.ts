import type { Place } from '../../diagnostic.ts'
import type { Item } from '../types.ts'

/** A part of the flow: a paragraph, a figure with its caption, some rows of a table. Points. */
export interface Piece {
  height: number
  /** White space above; none at the top of a page or box. */
  spaceBefore: number
  /** Least white space below, where not 0: under a figure or table, that text does not run up to its source line. */
  spaceAfter?: number | undefined
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
  /** Which columns of a page it stands in: that of running text, or all of them where not given. */
  column?: 'text' | undefined
  /** What stands in a page's side column beside it. */
  asides?: readonly Aside[] | undefined
  /** A word of it is wider than its lines. */
  cutsWord?: boolean | undefined
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

/**
 * A `lead` (a heading, contents) stands level with the text beside it and is read first.
 * A `note` is read after it, and may stand a little higher or lower.
 */
export interface Aside {
  kind: 'lead' | 'note'
  piece: Piece
}

/** A piece with what most pieces have. */
export function createPiece(given: Pick<Piece, 'height' | 'source' | 'place'> & Partial<Piece>): Piece {
  return {
    spaceBefore: 0,
    keepWithNext: false,
    floats: false,
    breakBefore: false,
    notes: [],
    ...given,
  }
}

/** A split that makes each place's parts once, as cuts are retried. `countFor` says after how many lines or rows. */
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

/** Labels of the footnotes that pieces refer to. */
export function notesIn(pieces: readonly Piece[]): string[] {
  return pieces.flatMap(({ notes }) => notes)
}

/** The height of stacked pieces, points; each begins on a multiple of `unit` below the first, if it is given. */
export function stackHeight(pieces: readonly Piece[], unit?: number): number {
  return pieces.reduce((height, piece, index) => (index > 0 ? below(height, piece, unit) : 0) + piece.height, 0)
}

/** The items of pieces under each other, from x, y down. */
export function placeStack(pieces: readonly Piece[], x: number, y: number, unit?: number): Item[] {
  let used = 0
  return pieces.flatMap((piece, index) => {
    const top = index > 0 ? below(used, piece, unit) : 0
    used = top + piece.height
    return piece.place(x, y + top)
  })
}

function below(used: number, { spaceBefore }: Piece, unit: number | undefined): number {
  return unit === undefined ? used + spaceBefore : onGrid(used + spaceBefore, unit)
}

/** The next multiple of the unit. */
export function onGrid(y: number, unit: number): number {
  return Math.ceil(y / unit - 0.001) * unit
}

/** One piece of several, never parted. */
export function joinPieces(pieces: readonly [Piece, ...Piece[]], given: Partial<Piece> = {}): Piece {
  return createPiece({
    height: stackHeight(pieces),
    spaceBefore: pieces[0].spaceBefore,
    source: pieces[0].source,
    notes: notesIn(pieces),
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
  const indent = (part: Piece): Piece => indentPiece(part, by)
  return { ...withParts(piece, indent, indent), place: (x, y) => piece.place(x + by, y) }
}

/** The piece in a page's column of running text. */
export function inTextColumn(piece: Piece): Piece {
  return { ...withParts(piece, inTextColumn, inTextColumn), column: 'text' }
}

/** The piece with something in the side column beside its first lines. */
export function addAside(piece: Piece, aside: Aside): Piece {
  const isLead = aside.kind === 'lead'
  return {
    ...withParts(
      piece,
      (part) => addAside(part, aside),
      (rest) => rest,
    ),
    asides: [...(piece.asides ?? []), aside],
    notes: [...piece.notes, ...aside.piece.notes],
    breakBefore: piece.breakBefore || (isLead && aside.piece.breakBefore),
    spaceBefore: isLead ? Math.max(piece.spaceBefore, aside.piece.spaceBefore) : piece.spaceBefore,
  }
}

/** The piece, with one change of its first part and another of the rest at any cut; `first` also when resized. */
function withParts(piece: Piece, first: (part: Piece) => Piece, rest: (part: Piece) => Piece): Piece {
  const { resize, split } = piece
  const known = new Map<Piece, [Piece, Piece]>()
  return {
    ...piece,
    resize: resize && ((by) => first(resize(by))),
    split:
      split &&
      ((height) => {
        const parts = split(height)
        if (!parts) return undefined
        const changed = known.get(parts[0]) ?? [first(parts[0]), rest(parts[1])]
        known.set(parts[0], changed)
        return changed
      }),
  }
}
