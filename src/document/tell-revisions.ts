import type { Revisions } from '../dataset/revisions.ts'
import type { Dataset, Observation } from '../dataset/types.ts'
import { type RevisionWords, revisionWords } from '../locale/revision-words.ts'
import type { Locale } from '../locale/types.ts'
import { mapBlockLists, mapInlineLists } from './map-blocks.ts'
import { observationsIn } from './observations-in.ts'
import { sayFigure } from './say/say-figure.ts'
import { splitSlides } from './slides.ts'
import type { Block, Document, Inline, SourceLine, Table } from './types.ts'

/** What the steps below need to know. */
interface Telling {
  revisions: Revisions
  dataset: Dataset
  locale: Locale
  words: RevisionWords
  /** `the 52nd report`. */
  earlier: string
}

/** Where the blocks that no template asks for are said to stand. */
const place = { file: 'data/report.yaml', line: 1, column: 1 }

/**
 * The document with a mark after each revised figure, a line that explains it on each slide or below each chart and table,
 * and at its end a slide or section that says what changed.
 */
export function tellRevisions(document: Document, dataset: Dataset, locale: Locale, revisions: Revisions): Document {
  const words = revisionWords(locale.language)
  const edition = revisions.edition === undefined ? undefined : locale.edition(revisions.edition)
  const telling = { revisions, dataset, locale, words, earlier: words.earlier(edition) }
  const added = whatChanged(document, telling)
  const marked = mapBlockLists(document.blocks, (blocks) =>
    blocks.map((block) => mapInlineLists(block, (inlines) => inlines.flatMap((inline) => mark(inline, telling)))),
  )
  const explained =
    document.kind === 'deck'
      ? splitSlides(marked).flatMap((slide) => explainMarks(slide, telling))
      : mapBlockLists(marked, (blocks) => explainBelow(blocks, telling))
  return { ...document, blocks: insertLast(document, explained, added) }
}

function mark(inline: Inline, { revisions, words }: Telling): Inline[] {
  if (inline.type !== 'figure' || !revisions.revised.has(inline.observation.key)) return [inline]
  return [inline, { type: 'text', value: `\u00a0${words.mark}` }]
}

/** A slide's legend becomes part of its source line. */
function explainMarks(slide: readonly Block[], telling: Telling): Block[] {
  return showsRevised(slide, telling) ? [...slide, legend(slide, telling)] : [...slide]
}

/** A legend below each chart, table and group of key figures that shows a revised figure. */
function explainBelow(blocks: readonly Block[], telling: Telling): Block[] {
  return blocks.flatMap((block, index) => {
    const shows = block.type === 'chart' || block.type === 'table' || block.type === 'keyFigures'
    if (!shows || !showsRevised([block], telling)) return isTaken(blocks, index, telling) ? [] : [block]
    const own = blocks[index + 1]
    const line = legend([block], telling)
    // An author's own source line and the legend are one line.
    if (own?.type !== 'sourceLine') return [block, line]
    return [
      block,
      { ...own, children: [...own.children, { type: 'text', value: separator(telling) }, ...line.children] },
    ]
  })
}

/** Whether the block is a source line that the legend above it has taken in. */
function isTaken(blocks: readonly Block[], index: number, telling: Telling): boolean {
  const above = blocks[index - 1]
  const shows = above?.type === 'chart' || above?.type === 'table' || above?.type === 'keyFigures'
  return blocks[index]?.type === 'sourceLine' && shows && showsRevised([above], telling)
}

function separator({ locale }: Telling): string {
  return locale.word('semicolon')
}

function showsRevised(blocks: readonly Block[], { revisions }: Telling): boolean {
  return observationsIn(blocks).some(({ key }) => revisions.revised.has(key))
}

/** What the marks mean; where the revised figures are in charts only, which carry none, their names. */
function legend(blocks: readonly Block[], telling: Telling): SourceLine {
  const { words, revisions, dataset, locale } = telling
  const isMarked = showsRevised(withoutCharts(blocks), telling)
  const names = observationsIn(blocks)
    .filter(({ key }) => revisions.revised.has(key))
    .map((observation) => nameOf(observation, dataset, locale))
  const value = isMarked ? words.legend : words.charted(names.join(locale.word('semicolon')))
  return { type: 'sourceLine', children: [{ type: 'text', value }], place }
}

function withoutCharts(blocks: readonly Block[]): Block[] {
  return mapBlockLists(blocks, (list) => list.filter(({ type }) => type !== 'chart'))
}

/** The slide or section that says what changed. */
function whatChanged(document: Document, telling: Telling): Block[] {
  const { words, earlier } = telling
  const isDeck = document.kind === 'deck'
  const shown = new Set(observationsIn(document.blocks).map(({ key }) => key))
  const rows = [...telling.revisions.revised.values()].filter(
    ({ key, status }) => status !== 'derived' || shown.has(key),
  )
  const notes = remarks(telling, rows.length)
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
  const table = rows.length > 0 ? [revisedTable(rows, isDeck, telling)] : []
  const said = notes.map((value): Block => ({ type: 'paragraph', children: [{ type: 'text', value }], place }))
  if (!isDeck) return [title, ...said, ...table]
  const id = freeId('figures-revised', document.blocks)
  return [title, { type: 'slideOptions', place }, { ...subtitle, id }, ...table, ...said]
}

function remarks({ revisions, words, dataset, locale }: Telling, revised: number): string[] {
  const silent = revisions.silent.map(({ printed, implied }) =>
    words.implied(
      nameOf(printed, dataset, locale),
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
  { dataset, locale, words, earlier }: Telling,
): Table {
  const text = (value: string) => ({ children: [{ type: 'text', value } as const] })
  return {
    type: 'table',
    align: ['left', 'right', 'right'],
    header: [words.figure, words.before, words.now].map(text),
    rows: rows.map((then) => [
      text(nameOf(then, dataset, locale)),
      text(sayFigure(then, dataset, locale)),
      { children: figureNow(then, dataset, locale) },
    ]),
    ...(isDeck ? {} : { caption: [{ type: 'text', value: words.since(earlier) }], id: 'table-what-changed' }),
    place,
  }
}

function figureNow(then: Observation, dataset: Dataset, locale: Locale): Inline[] {
  const observation = dataset.observations.get(then.key)
  return observation ? [{ type: 'figure', text: sayFigure(observation, dataset, locale), observation }] : []
}

function nameOf({ indicator, measure, period }: Observation, { indicators }: Dataset, locale: Locale): string {
  const found = indicators.get(indicator)
  const comma = locale.word('comma')
  const level = `${locale.text(found?.label ?? {})}${comma}${locale.period(period, 'short')}`
  return measure === 'value' ? level : `${level}${comma}${locale.lower(locale.word(measure))}`
}

function freeId(wish: string, blocks: readonly Block[]): string {
  const taken = new Set(blocks.flatMap((block) => (block.type === 'heading' ? [block.id] : [])))
  const candidates = [wish, ...Array.from({ length: taken.size }, (_, index) => `${wish}-${index + 2}`)]
  return candidates.find((id) => !taken.has(id)) ?? wish
}

/** Before a deck's closing slide where it has one; else at the end. */
function insertLast(document: Document, blocks: readonly Block[], added: readonly Block[]): Block[] {
  if (document.kind === 'briefing') return [...blocks, ...added]
  const slides = splitSlides(blocks)
  const closes = slides.at(-1)?.some((block) => block.type === 'slideOptions' && block.layout === 'closing') ?? false
  return closes ? [...slides.slice(0, -1).flat(), ...added, ...(slides.at(-1) ?? [])] : [...blocks, ...added]
}
