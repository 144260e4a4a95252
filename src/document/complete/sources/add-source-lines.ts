import { seriesIn } from '../../../dataset/figure/series.ts'
import { groupBy } from '../../../dataset/group-by.ts'
import type { Dataset, Observation } from '../../../dataset/types.ts'
import type { Locale } from '../../../locale/types.ts'
import { memberLabel } from '../../../locale/words/series-words.ts'
import { innerBlocks } from '../../inner-blocks.ts'
import { splitSlides } from '../../slides.ts'
import type { Block, ChartBlock, Document, Inline, SourceLine } from '../../types.ts'
import { mapBlockLists } from '../map-blocks.ts'
import { observationsIn } from '../observations-in.ts'
import { sourceWords } from './source-words.ts'

/**
 * Adds source lines for the observations shown: at the end of each slide,
 * or in a briefing under each chart, table and group of key figures.
 */
export function addSourceLines(document: Document, dataset: Dataset, locale: Locale): Document {
  const blocks =
    document.kind === 'deck'
      ? linkSources(splitSlides(document.blocks).flatMap((slide) => addToSlide(slide, dataset, locale)))
      : mapBlockLists(document.blocks, (list) => addBelow(list, dataset, locale))
  return { ...document, blocks }
}

/** The id of the slide that lists the sources: the one of that title, or that says `::slide{id="sources"}`. */
const sourcesId = 'sources'

/** Source lines lead to the slide of the sources, where there is one: their first word is the link. */
function linkSources(blocks: readonly Block[]): Block[] {
  const hasTarget = blocks.some((block) => block.type === 'heading' && block.id === sourcesId)
  return hasTarget ? blocks.map((block) => (block.type === 'sourceLine' ? linkLabel(block) : block)) : [...blocks]
}

function linkLabel(line: SourceLine): SourceLine {
  const [first, ...rest] = line.children
  const label = first?.type === 'text' ? /^[\p{Letter} ]+/u.exec(first.value)?.[0] : undefined
  if (first?.type !== 'text' || label === undefined) return line
  const link: Inline = { type: 'link', href: `#${sourcesId}`, children: [{ type: 'text', value: label }] }
  return { ...line, children: [link, { type: 'text', value: first.value.slice(label.length) }, ...rest] }
}

/** The author's own source lines of a slide become part of its one. */
function addToSlide(slide: readonly Block[], dataset: Dataset, locale: Locale): Block[] {
  const [first] = slide
  const others = slide.filter((block) => block.type !== 'sourceLine')
  const added = slide.flatMap((block) => (block.type === 'sourceLine' ? [block] : []))
  const said = sourceWords(dataset, locale, shownIn(slide), joinWords(added, locale))
  const children = explainSymbols(said, slide, dataset, locale)
  if (!first || children.length === 0) return others
  return [...others, { type: 'sourceLine', children, place: added[0]?.place ?? first.place }]
}

/**
 * Adds what symbols of absent figures in tables mean, `[c] suppressed to protect confidentiality`,
 * and what charts were to show but do not: `Cardiology: not stated`.
 */
function explainSymbols(words: Inline[], blocks: readonly Block[], dataset: Dataset, locale: Locale): Inline[] {
  const meanings = new Map(
    innerBlocks(blocks)
      .flatMap((block) => (block.type === 'table' ? block.rows.flat().flatMap(({ children }) => children) : []))
      .flatMap((inline) =>
        inline.type === 'text' && inline.absent ? [[inline.value, locale.absent[inline.absent]] as const] : [],
      ),
  )
  const symbols = [...meanings].map(([symbol, meaning]) => `${symbol}\u00a0${meaning}`)
  const charted = innerBlocks(blocks).flatMap((one) => (one.type === 'chart' ? nameAbsent(one, dataset, locale) : []))
  const said = [symbols.join(locale.word('comma')), ...new Set(charted)].filter((text) => text !== '')
  if (said.length === 0) return words
  const value = (words.length === 0 ? said : ['', ...said]).join(locale.word('sentenceEnd'))
  return [...words, { type: 'text', value }]
}

/** What a chart has no figures of, by reason. */
function nameAbsent({ absent = [], chart }: ChartBlock, dataset: Dataset, locale: Locale): string[] {
  const getPart = (key: string) => {
    const members = seriesIn(key, dataset)
    return 'message' in members ? [] : members
  }
  const missing = absent.flatMap(({ key }) => getPart(key))
  // A target is none of those beside which it is named.
  const alike = chart.rows.filter((row) => missing.some(({ indicator }) => row.indicator === indicator))
  const all = [...missing, ...alike.flatMap(({ series }) => getPart(series))]
  return [...groupBy(absent, ({ reason }) => reason)].map(([reason, found]) => {
    const names = found.flatMap(({ key }) => getPart(key)).map((one) => memberLabel(dataset, locale, one, all, 'short'))
    return locale.labelled(names.join(locale.word('comma')), locale.absent[reason])
  })
}

/** What blocks show, the course of key figures too. */
function shownIn(blocks: readonly Block[]): Observation[] {
  const cards = innerBlocks(blocks).flatMap((block) => (block.type === 'keyFigures' ? block.figures : []))
  return [...observationsIn(blocks), ...cards.flatMap(({ trend }) => trend?.observations ?? [])]
}

function joinWords(lines: readonly SourceLine[], locale: Locale): Inline[] {
  return lines.flatMap(({ children }, index) =>
    index === 0 ? children : [{ type: 'text', value: locale.word('semicolon') }, ...children],
  )
}

/** Adds a line below each block that shows figures on its own; the author's line after it becomes part of that. */
function addBelow(blocks: readonly Block[], dataset: Dataset, locale: Locale): Block[] {
  return blocks.flatMap((block, index): Block[] => {
    if (block.type === 'sourceLine') {
      const isTaken = showsFigures(blocks[index - 1])
      return isTaken ? [] : [{ ...block, children: sourceWords(dataset, locale, [], block.children) }]
    }
    if (!showsFigures(block)) return [block]
    const next = blocks[index + 1]
    const added = next?.type === 'sourceLine' ? next.children : []
    const children = explainSymbols(sourceWords(dataset, locale, shownIn([block]), added), [block], dataset, locale)
    return children.length === 0 ? [block] : [block, { type: 'sourceLine', children, place: block.place }]
  })
}

function showsFigures(block: Block | undefined): boolean {
  return block?.type === 'chart' || block?.type === 'table' || block?.type === 'keyFigures'
}
