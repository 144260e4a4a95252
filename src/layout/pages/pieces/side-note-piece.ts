import type { Note } from '../../../document/types.ts'
import { createPiece, notesIn, type Piece, placeStack, stackHeight } from '../../pieces/pieces.ts'
import { textPiece } from '../../pieces/text-piece.ts'
import { baselineDrop } from '../../text/set-text.ts'
import type { Tag } from '../../types.ts'
import { type Grid, ruleItem } from '../page-grid.ts'
import { type Column, toPieces } from './block-pieces.ts'

/** The rule above a note stands so many points above its first line's box. */
const ruleAbove = 3

/** A note in the side column: small, under a hairline, its first baseline level with that of the text beside it. */
export function sideNotePiece(note: Note, column: Column, grid: Grid): Piece {
  const { body, note: style } = column.styles
  const tags: Tag[] = [...column.tags, { type: 'Note', id: column.nextId() }]
  const styles = { ...column.styles, body: style }
  const inner: Column = { ...column, styles, width: grid.sideWidth, size: style.size, tableSize: style.size, tags }
  const content = toPieces(note.children, inner)
  const pieces = note.title === undefined ? content : [titlePiece(note.title, note, inner), ...closedUp(content)]
  const shift = baselineDrop(body, column.fonts) - baselineDrop(style, column.fonts)
  return createPiece({
    height: shift + stackHeight(pieces),
    source: note.place,
    notes: notesIn(pieces),
    place: (x, y) => [
      ruleItem('Side note rule', x, y - ruleAbove, grid.sideWidth, 0.5, 'rule'),
      ...placeStack(pieces, x, y + shift),
    ],
  })
}

function titlePiece(title: string, note: Note, column: Column): Piece {
  return textPiece(
    {
      runs: [{ text: title }],
      style: { ...column.styles.body, weight: 'bold' },
      width: column.width,
      source: note.place,
      name: 'Side note title',
      tags: [...column.tags, { type: 'P', id: column.nextId() }],
    },
    column,
  )
}

/** Text right under its title. */
function closedUp([first, ...rest]: readonly Piece[]): Piece[] {
  return first ? [{ ...first, spaceBefore: 0 }, ...rest] : []
}
