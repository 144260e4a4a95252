import type { ListedSource, SourceList } from '../../../document/types.ts'
import { getRuns } from '../../../locale/words/runs.ts'
import { joinPieces, type Piece } from '../../pieces/pieces.ts'
import { textPiece } from '../../pieces/text-piece.ts'
import type { Setting } from '../../text/setting.ts'
import type { Run, Tag } from '../../types.ts'
import type { PagePlaces } from '../page-places.ts'
import type { Column } from './block-pieces.ts'
import { evenColumns } from './two-column-pieces.ts'

/** The sources in two columns: address for readers on paper, and links to the figures, tables and pages citing each. */
export function sourceListPieces({ entries, place }: SourceList, column: Column, places: PagePlaces): Piece[] {
  const { note, small } = column.styles
  const list: Tag[] = [...column.tags, { type: 'L', id: column.nextId() }]
  return evenColumns(column, (width) =>
    entries.map((entry) => {
      const item: Tag = { type: 'LI', id: column.nextId() }
      const body: Tag[] = [...list, item, { type: 'LBody', id: column.nextId() }]
      const text = (runs: Run[], isCite: boolean): Piece =>
        textPiece(
          {
            runs,
            style: isCite ? note : { ...small, leading: note.leading },
            width,
            source: place,
            name: isCite ? column.locale.names.source : 'Places',
            tags: [...body, { type: 'P', id: column.nextId() }],
            spaceBefore: isCite ? column.theme.page.baseline / 2 : 0,
            anchor: isCite ? `source-${entry.id}` : undefined,
          },
          column,
        )
      const cite: Run = { text: entry.cite, ...(entry.href ? { href: entry.href, color: 'accentText' as const } : {}) }
      const cited = placeRuns(entry, places, column)
      const address: Run[] = entry.href ? [{ text: plainAddress(entry.href), href: entry.href }] : []
      return joinPieces([
        text([cite], true),
        ...[cited, address].filter((runs) => runs.length > 0).map((runs) => text(runs, false)),
      ])
    }),
  )
}

/** As a person types it: `example.org/report.html`. */
function plainAddress(href: string): string {
  return href.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '')
}

/** `Figures 1, 2; Table 1; Pages 2–4, 6`. */
function placeRuns({ id, figures, tables }: ListedSource, places: PagePlaces, setting: Setting): Run[] {
  const pages = places.sources.get(id) ?? []
  const parts = [
    numberRuns('figure', figures, setting),
    numberRuns('table', tables, setting),
    numberRuns(
      'page',
      pages.map((number) => ({ id: `page-${number}`, number })),
      setting,
    ),
  ].filter((runs) => runs.length > 0)
  const separator = { text: setting.locale.word('semicolon') }
  return parts.flatMap((runs, index) => (index === 0 ? runs : [separator, ...runs]))
}

function numberRuns(
  kind: 'figure' | 'table' | 'page',
  targets: readonly { id: string; number: number }[],
  { locale }: Setting,
): Run[] {
  if (targets.length === 0) return []
  const { before, between, after } = locale.places(kind, targets.length)
  const link = (of: number): Run[] =>
    targets.flatMap(({ id, number }) =>
      number === of ? [{ text: String(number), href: `#${id}`, color: 'accentText' }] : [],
    )
  const numbers = getRuns(targets.map(({ number }) => number)).flatMap(({ first, last }, index): Run[] => [
    ...(index === 0 ? [] : [{ text: between }]),
    ...link(first),
    ...(last === first ? [] : [{ text: '–' }, ...link(last)]),
  ])
  return [{ text: before }, ...numbers, ...(after === '' ? [] : [{ text: after }])]
}
