import type { Document, Heading } from '../../../document/types.ts'
import { joinPieces, type Piece } from '../../pieces/pieces.ts'
import { textPiece } from '../../pieces/text-piece.ts'
import { runText, toRuns } from '../../text/runs.ts'
import type { Setting } from '../../text/setting.ts'
import { type Grid, ruleItem } from '../page-grid.ts'

/** The head of the first page: publisher and edition, title, subtitle, and of its publication what the report says. */
export function mastheadPiece(heading: Heading, document: Document, grid: Grid, setting: Setting): Piece {
  const { styles } = setting
  const line = (runs: ReturnType<typeof toRuns>, style: typeof styles.title, given: object = {}): Piece =>
    textPiece(
      {
        runs,
        style,
        width: grid.width * 0.92,
        source: heading.place,
        tags: [{ type: 'P', id: setting.nextId() }],
        ...given,
      },
      setting,
    )
  const runs = toRuns(heading.children)
  const { publisher, edition, compiled, imprint = [] } = document
  // A date by itself takes no line of its own.
  const dates = imprint.length === 1 ? imprint : []
  const overline = [publisher, edition, compiled, ...dates].filter(Boolean).join('  |  ')
  const stack = joinPieces([
    line([{ text: overline }], { ...styles.running, color: 'accentText', weight: 'bold' }),
    line(runs, styles.title, {
      name: setting.locale.names.title,
      role: 'title',
      spaceBefore: 8,
      tags: [{ type: 'H1', id: setting.nextId() }],
      anchor: heading.id,
      outline: { text: runText(runs), depth: 1 },
    }),
    ...(document.subtitle ? [line([{ text: document.subtitle }], styles.subtitle, { spaceBefore: 6 })] : []),
    ...(imprint.length > 1 ? [line([{ text: imprint.join('  |  ') }], styles.running, { spaceBefore: 8 })] : []),
  ])
  const gap = 14
  return {
    ...stack,
    height: stack.height + gap,
    place: (x, y) => [ruleItem(setting.locale.names.accentRule, x, y, 48, 5, 'accent'), ...stack.place(x, y + gap)],
  }
}
