import type { Note } from '../../../document/types.ts'
import { createPiece, notesIn, type Piece, placeStack, stackHeight } from '../../pieces/pieces.ts'
import { textPiece } from '../../pieces/text-piece.ts'
import { baselineDrop } from '../../text/set-text.ts'
import type { Setting } from '../../text/setting.ts'
import type { Tag } from '../../types.ts'
import { type Grid, ruleItem } from '../page-grid.ts'
import { type Column, toPieces } from './block-pieces.ts'

/** The rule above a note stands so many points above its first line's box. */
const ruleAbove = 3

/** A note in the side column: small, under a hairline, its first baseline level with that of the text beside it. */
export function sideNotePiece(note: Note, column: Column, grid: Grid, setting: Setting): Piece {
  const { body, note: style } = setting.styles
  const small: Setting = { ...setting, styles: { ...setting.styles, body: style } }
  const tags: Tag[] = [...column.tags, { type: 'Note', id: setting.nextId() }]
  const inner: Column = { ...column, width: grid.sideWidth, size: style.size, tableSize: style.size, tags }
  const content = toPieces(note.children, inner, small)
  const pieces = note.title === undefined ? content : [titlePiece(note.title, note, inner, small), ...closedUp(content)]
  const shift = baselineDrop(body, setting.fonts) - baselineDrop(style, setting.fonts)
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

function titlePiece(title: string, note: Note, { width, tags }: Column, setting: Setting): Piece {
  return textPiece(
    {
      runs: [{ text: title }],
      style: { ...setting.styles.body, weight: 'bold' },
      width,
      source: note.place,
      name: 'Side note title',
      tags: [...tags, { type: 'P', id: setting.nextId() }],
    },
    setting,
  )
}

/** Text right under its title. */
function closedUp([first, ...rest]: readonly Piece[]): Piece[] {
  return first ? [{ ...first, spaceBefore: 0 }, ...rest] : []
}
