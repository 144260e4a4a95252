import type { Revisions } from '../../dataset/revisions.ts'
import type { Dataset, Observation } from '../../dataset/types.ts'
import type { Locale } from '../../locale/types.ts'
import { sayEdition } from '../../locale/words/say-edition.ts'
import type { RevisionWords } from '../../locale/words/words.ts'
import { sayFigure } from '../say/figure.ts'
import { nameFigure } from '../say/name-figure.ts'
import { splitSlides } from '../slides.ts'
import type { Block, Document, Inline, Table } from '../types.ts'
import { observationsIn } from './observations-in.ts'

/** What the steps below need to know. */
interface RevisionContext {
  revisions: Revisions
  dataset: Dataset
  locale: Locale
  words: RevisionWords
  /** `the 52nd report`. */
  earlier: string
}

/** Where the blocks that no template asks for are said to stand. */
const place = { file: 'data/report.yaml', line: 1, column: 1 }

/** The document with a slide or section at its end that says what changed. */
export function listRevisions(document: Document, dataset: Dataset, locale: Locale, revisions: Revisions): Document {
  const words = locale.revisions
  const edition = revisions.edition === undefined ? undefined : sayEdition(revisions.edition, locale)
  const context = { revisions, dataset, locale, words, earlier: words.earlier(edition) }
  return { ...document, blocks: insertLast(document, whatChanged(document, context)) }
}

/** The slide or section that says what changed. */
function whatChanged(document: Document, context: RevisionContext): Block[] {
  const { words, earlier } = context
  const isDeck = document.kind === 'deck'
  const shown = new Set(observationsIn(document.blocks).map(({ key }) => key))
  const rows = [...context.revisions.revised.values()].filter(
    ({ key, status }) => status !== 'derived' || shown.has(key),
  )
  const notes = remarks(context, rows.length)
  const title: Block = {
    type: 'heading',
    depth: isDeck ? 1 : 2,
    id: freeId('what-changed', document.blocks),
    children: [{ type: 'text', value: words.title }],
    place,
  }
  const subtitle: Block = {
    type: 'heading',
    depth: 2,
    id: '',
    children: [{ type: 'text', value: words.since(earlier) }],
    place,
  }
  const table = rows.length > 0 ? [revisedTable(rows, isDeck, context)] : []
  const said = notes.map((value): Block => ({ type: 'paragraph', children: [{ type: 'text', value }], place }))
  if (!isDeck) return [title, ...said, ...table]
  const id = freeId('figures-revised', document.blocks)
  return [title, { type: 'slideOptions', place }, { ...subtitle, id }, ...table, ...said]
}

function remarks({ revisions, words, dataset, locale }: RevisionContext, revised: number): string[] {
  const silent = revisions.silent.map(({ printed, implied }) =>
    words.implied(
      nameFigure(printed, dataset, locale, 'brief'),
      sayFigure({ ...printed, quantity: implied }, dataset, locale),
      sayFigure(printed, dataset, locale),
    ),
  )
  const counts = [
    ...(revised === 0 ? [words.none] : []),
    ...(revisions.added > 0 ? [words.added(revisions.added)] : []),
    ...(revisions.dropped > 0 ? [words.dropped(revisions.dropped)] : []),
  ]
  return [...silent, ...(counts.length > 0 ? [counts.join(locale.word('sentenceEnd').replace(/^[.。]/, ''))] : [])]
}

function revisedTable(
  rows: readonly Observation[],
  isDeck: boolean,
  { dataset, locale, words, earlier }: RevisionContext,
): Table {
  const text = (value: string) => ({ children: [{ type: 'text', value } as const] })
  return {
    type: 'table',
    align: ['left', 'right', 'right'],
    header: [words.figure, words.before, words.now].map(text),
    rows: rows.map((then) => [
      text(nameFigure(then, dataset, locale, 'brief')),
      text(sayFigure(then, dataset, locale)),
      { children: figureNow(then, dataset, locale) },
    ]),
    ...(isDeck ? {} : { caption: [{ type: 'text', value: words.since(earlier) }], id: 'table-what-changed' }),
    place,
  }
}

function figureNow(then: Observation, dataset: Dataset, locale: Locale): Inline[] {
  const observation = dataset.observations.get(then.key)
  // All figures of the table were revised: a mark at each would say nothing.
  return observation ? [{ type: 'figure', text: sayFigure(observation, dataset, locale), observation, mark: null }] : []
}

function freeId(wish: string, blocks: readonly Block[]): string {
  const taken = new Set(blocks.flatMap((block) => (block.type === 'heading' ? [block.id] : [])))
  const candidates = [wish, ...Array.from({ length: taken.size }, (_, index) => `${wish}-${index + 2}`)]
  return candidates.find((id) => !taken.has(id)) ?? wish
}

/** Before a deck's closing slide where it has one; else at the end. */
function insertLast({ kind, blocks }: Document, added: readonly Block[]): Block[] {
  if (kind === 'briefing') return [...blocks, ...added]
  const slides = splitSlides(blocks)
  const closes = slides.at(-1)?.some((block) => block.type === 'slideOptions' && block.layout === 'closing') ?? false
  return closes ? [...slides.slice(0, -1).flat(), ...added, ...(slides.at(-1) ?? [])] : [...blocks, ...added]
}
