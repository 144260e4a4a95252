import type { Observation, Status } from '../dataset/types.ts'
import type { Locale } from '../locale/types.ts'
import { mapBlockLists, mapInlines } from './map-blocks.ts'
import { observationsIn } from './observations-in.ts'
import type { Block, Document, Inline, SourceLine } from './types.ts'

/** The mark of each status that has one: `{provisional: 'p'}`. */
export type StatusMarks = Readonly<Partial<Record<Exclude<Status, 'stated'>, string | undefined>>>

/**
 * The document with the marks of official statistics: a `[p]` after each provisional number, and what the marks mean in the source line
 * of the figure or table that shows them; at the document's end for those in its text.
 */
export function markStatuses(document: Document, marks: StatusMarks, locale: Locale): Document {
  const shown = observationsIn(document.blocks).filter((observation) => markOf(observation, marks))
  if (shown.length === 0) return document
  const blocks = mapBlockLists(document.blocks, (list) =>
    list.map((block, index) => {
      const marked = mapInlines(block, (inline) => markFigure(inline, marks))
      const above = list[index - 1]
      return marked.type === 'sourceLine' && above ? explain(marked, above, marks, locale) : marked
    }),
  )
  const last = document.blocks.at(-1)
  const legend: Block[] = last
    ? [{ type: 'sourceLine', children: [{ type: 'text', value: legendOf(shown, marks, locale) }], place: last.place }]
    : []
  return { ...document, blocks: [...blocks, ...legend] }
}

function markOf({ status }: Observation, marks: StatusMarks): string | undefined {
  return status === 'stated' ? undefined : marks[status]
}

function markFigure(inline: Inline, marks: StatusMarks): Inline {
  if (inline.type !== 'figure') return inline
  const mark = markOf(inline.observation, marks)
  return mark ? { ...inline, mark: `[${mark}]` } : inline
}

function explain(line: SourceLine, above: Block, marks: StatusMarks, locale: Locale): SourceLine {
  const shown = observationsIn([above]).filter((observation) => markOf(observation, marks))
  if (shown.length === 0) return line
  const words = `${locale.word('sentenceEnd')}${legendOf(shown, marks, locale)}`
  return { ...line, children: [...line.children, { type: 'text', value: words }] }
}

/** `Marks: [p] provisional, [r] revised`. */
function legendOf(shown: readonly Observation[], marks: StatusMarks, locale: Locale): string {
  const statuses = (['provisional', 'revised', 'estimated', 'derived'] as const).filter((status) =>
    shown.some((observation) => observation.status === status),
  )
  const said = statuses.map((status) => `[${marks[status]}]\u00a0${locale.word(status)}`)
  return locale.labelled(locale.word('marks'), said.join(locale.word('comma')))
}
