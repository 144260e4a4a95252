import type { Dataset } from '../dataset/types.ts'
import { type Diagnostic, type Outcome, suggest } from '../diagnostic.ts'
import type { Locale } from '../locale/types.ts'
import type { Filled } from './filled.ts'
import { observationsIn } from './observations-in.ts'
import { parseBlocks } from './parse/blocks.ts'
import { checkNotes } from './parse/check-notes.ts'
import { checkStructure } from './parse/check-structure.ts'
import { definitionsIn } from './parse/definitions-in.ts'
import { linkSlides } from './parse/link-slides.ts'
import { nameSlides } from './parse/name-slides.ts'
import { deepBlock, deepNode, tooDeep } from './parse/nesting.ts'
import { type BindChart, type Parsing, report } from './parse/parsing.ts'
import { readMarkdown } from './parse/read-markdown.ts'
import { plainText } from './plain-text.ts'
import { statedSources } from './stated-sources.ts'
import type { Block, Document, Heading } from './types.ts'

export interface ParseInput {
  kind: Document['kind']
  dataset: Dataset
  locale: Locale
  /** Gives the chart at an address such as `charts/netizens.vl.json`; an unknown one is its error, at the place given. */
  bindChart: BindChart
}

/** Parses filled Markdown into a document. What the document has no place for is an error at its place in the template, and all errors are reported. */
export function parseDocument(filled: Filled, { kind, dataset, locale, bindChart }: ParseInput): Outcome<Document> {
  const deep = deepBlock(filled.markdown)
  const tree = deep === undefined ? readMarkdown(filled.markdown) : undefined
  const tooDeepAt = deep ?? (tree && deepNode(tree))
  if (!tree || tooDeepAt !== undefined)
    return { value: undefined, diagnostics: [nestedTooDeep(filled, tooDeepAt ?? 0)] }
  const parsing: Parsing = {
    filled,
    kind,
    dataset,
    bindChart,
    base: 0,
    diagnostics: [],
    ids: new Set(),
    links: [],
    definitions: definitionsIn(tree),
  }
  const blocks = linkSlides(nameSlides(parseBlocks(tree.children, parsing), parsing))
  checkLinks(parsing)
  checkNotes(tree, parsing)
  checkStructure(blocks, parsing)
  return { value: toDocument(blocks, kind, dataset, locale), diagnostics: parsing.diagnostics }
}

function nestedTooDeep(filled: Filled, offset: number): Diagnostic {
  const place = filled.placeOf(offset)
  return { severity: 'error', message: tooDeep, place, excerpt: filled.lineAt(place), hint: 'set it out flat' }
}

function checkLinks(parsing: Parsing): void {
  for (const { id, place } of parsing.links) {
    if (!parsing.ids.has(id))
      report(parsing, `nothing in this document to link to: #${id}`, place, suggest(id, parsing.ids))
  }
}

function toDocument(blocks: Block[], kind: Document['kind'], dataset: Dataset, locale: Locale): Document {
  const { report } = dataset
  const observations = observationsIn(blocks)
  const reportTitle = locale.text(report.title)
  const publisher = locale.text(report.publisher)
  const heading = blocks.find((block): block is Heading => block.type === 'heading' && block.depth === 1)
  const labels = observations.map(({ indicator }) => locale.text(dataset.indicators.get(indicator)?.label ?? {}))
  return {
    kind,
    language: locale.language,
    title: heading ? plainText(heading.children) : reportTitle,
    subtitle: report.subtitle && locale.text(report.subtitle),
    author: report.author ?? publisher,
    publisher,
    subject: reportTitle,
    keywords: [...new Set([locale.text(report.geography), locale.period(report.period), ...labels])].slice(0, 10),
    date: report.released,
    // A report on a year tells mostly of sums over it; one on a month or day, of levels at it.
    asOf: locale.asOf(report.period, /^\d{4}$/.test(report.period) ? 'flow' : 'stock'),
    edition: report.edition === undefined ? '' : locale.editionName(report.edition),
    blocks,
    sources: statedSources(dataset, observations),
    indicators: dataset.indicators,
  }
}
