import type { Diagnostic } from '../diagnostic.ts'
import { type Piece, stackHeight } from './pieces.ts'

/** Pieces on one page, with the top of each in points below the page's text area. */
export interface PageFill {
  placed: { piece: Piece; y: number }[]
  /** Footnotes at the page's foot, in the order of their references. */
  notes: Piece[]
  section?: string | undefined
}

interface Flow {
  /** Height of the text area of page n, from 0. */
  heightOf(page: number): number
  /** The pieces of a footnote by its label. */
  footnote(label: string): Piece[]
  report(diagnostic: Diagnostic): void
}

/** White space between the text and its footnotes, points. */
export const noteGap = 14

/**
 * Pieces over pages. A heading keeps with what follows; paragraphs and tables are cut where their rules allow; a figure that does not
 * fit goes to the top of the next page while the text after it fills this one, but not past the next section.
 */
export function paginate(pieces: readonly Piece[], flow: Flow): PageFill[] {
  const pages: PageFill[] = [{ placed: [], notes: [] }]
  const floats: Piece[] = []
  const queue = [...pieces]
  let section: string | undefined

  const page = (): PageFill => pages.at(-1) ?? { placed: [], notes: [] }
  const used = (): number => {
    const last = page().placed.at(-1)
    return last ? last.y + last.piece.height : 0
  }
  const notesOf = (piece: Piece): Piece[] => piece.notes.flatMap((label) => flow.footnote(label))
  const room = (piece: Piece): number => {
    const notes = [...page().notes, ...notesOf(piece)]
    const depth = notes.length > 0 ? stackHeight(notes) + noteGap : 0
    return flow.heightOf(pages.length - 1) - used() - spaceAbove(piece) - depth
  }
  const spaceAbove = (piece: Piece): number => (page().placed.length > 0 ? piece.spaceBefore : 0)
  const put = (piece: Piece): void => {
    page().placed.push({ piece, y: used() + spaceAbove(piece) })
    page().notes.push(...notesOf(piece))
    section = piece.section ?? section
    page().section ??= section
  }
  const turn = (): void => {
    pages.push({ placed: [], notes: [], section: undefined })
    for (const float of floats.splice(0)) {
      if (float.height <= room(float) + 0.01) put(float)
      else if (page().placed.length > 0) floats.push(float)
      else tooHigh(float)
    }
    page().section = section
  }
  const tooHigh = (piece: Piece): void => {
    flow.report({
      severity: 'error',
      message: `this is ${Math.ceil(piece.height - room(piece))} points too high for a page`,
      place: piece.source,
      hint: 'shorten it, or part it',
    })
    put(piece)
  }

  for (let piece = queue.shift(); piece; piece = queue.shift()) {
    const startsPage =
      (piece.breakBefore || (piece.section !== undefined && floats.length > 0)) && page().placed.length > 0
    if (startsPage) turn()
    if (piece.height + followers(piece, queue) <= room(piece) + 0.01) {
      put(piece)
      continue
    }
    const parts = piece.keepWithNext ? undefined : piece.split?.(room(piece))
    if (parts) {
      put(parts[0])
      queue.unshift(parts[1])
      turn()
    } else if (piece.floats && page().placed.length > 0) {
      floats.push(piece)
    } else if (page().placed.length > 0) {
      turn()
      queue.unshift({ ...piece, breakBefore: false })
    } else {
      tooHigh(piece)
    }
  }
  while (floats.length > 0) turn()
  return pages
}

/** The least height that must follow a piece on its page: what it keeps with, and so on. */
function followers(piece: Piece, queue: readonly Piece[]): number {
  let height = 0
  for (let index = 0, last = piece; last.keepWithNext; index++) {
    const next = queue[index]
    if (!next) break
    height += next.spaceBefore + (next.keepWithNext ? next.height : next.minimum)
    last = next
  }
  return height
}
