import type { FootnoteDefinition, FootnoteReference, Nodes, Root } from 'mdast'
import { parsePeriod } from '../../dataset/figure/period.ts'
import type { Dataset } from '../../dataset/types.ts'
import { type Diagnostic, failed, type Outcome, shortened, suggest } from '../../diagnostic.ts'
import type { Locale } from '../../locale/types.ts'
import { sayEditionName } from '../../locale/words/say-edition.ts'
import { type Memory, noMemory } from '../../memory/memory.ts'
import { observationsIn } from '../complete/observations-in.ts'
import { statedSources } from '../complete/sources/stated-sources.ts'
import { plainText } from '../plain-text.ts'
import { splitSlides } from '../slides.ts'
import type { Filled } from '../template/filled.ts'
import type { Block, Document, Heading, Inline, SlideOptions } from '../types.ts'
import { parseBlocks } from './blocks/blocks.ts'
import { isNotClosed } from './blocks/directives.ts'
import { deepBlock, deepNode, tooDeep } from './blocks/nesting.ts'
import { getPlace, type Parsing, report } from './parsing.ts'
import { type Passage, passagesIn } from './text/passages.ts'
import { readMarkdown } from './text/read-markdown.ts'
import { withoutEmptied } from './without-emptied.ts'

/** What may reach past a heading: definitions, which are used anywhere, fenced code and HTML. */
const reachesFar = /\]:|^[ >\t]*(?:```|~~~|<)/m

export interface ParseInput extends Pick<Parsing, 'kind' | 'dataset' | 'bindChart' | 'readPicture'> {
  locale: Locale
  /** Keeps what the parts of the text were read as. */
  memory?: Memory | undefined
}

/** A document, and its words as they are read, for what is to be held to figures. */
export interface ParsedDocument extends Document {
  passages: readonly Passage[]
  /** Its charts that show nothing, for all their figures are absent, and why: a line each. */
  leftOut: readonly string[]
}

/** Parses filled Markdown. What a document cannot hold is an error at its place in the template; all are reported. */
export function parseDocument(
  filled: Filled,
  { kind, dataset, locale, bindChart, readPicture, memory = noMemory }: ParseInput,
): Outcome<ParsedDocument> {
  const deep = deepBlock(filled.markdown)
  const parts = deep === undefined ? readParts(filled.markdown, memory) : []
  const tooDeepAt = deep ?? parts.map(({ tree, base }) => deepNode(tree, base)).find((offset) => offset !== undefined)
  if (tooDeepAt !== undefined) return failed(nestedTooDeep(filled, tooDeepAt))
  const parsing: Parsing = {
    filled,
    kind,
    dataset,
    bindChart,
    parseBlocks,
    readPicture,
    memory,
    base: 0,
    diagnostics: [],
    leftOut: [],
    goneCharts: [],
    ids: new Map(),
    above: { titled: new Set(), heading: '', charts: new Set() },
    links: [],
    definitions: definitionsIn({ type: 'root', children: parts.flatMap(({ tree }) => tree.children) }),
  }
  const read = parts.flatMap(({ tree, base }) => parseBlocks(tree.children, { ...parsing, base }))
  const open = parsing.diagnostics.findIndex(isNotClosed)
  if (open >= 0) return { value: undefined, diagnostics: parsing.diagnostics.slice(0, open + 1) }
  const kept = withoutEmptied(read, parsing.goneCharts)
  for (const id of kept.ids) parsing.ids.delete(id)
  const blocks = linkSlides(nameSlides(kept.blocks, parsing))
  checkLinks(parsing)
  for (const { tree, base } of parts) checkNotes(tree, { ...parsing, base })
  checkStructure(blocks, parsing)
  const all = parts.flatMap(({ tree, base }) => passagesIn(tree, { ...parsing, base }))
  const passages = all.filter(({ offsets }) => !kept.isGone(filled.placeOf(offsets[0] ?? 0)))
  const { diagnostics, leftOut } = parsing
  return { value: { ...toDocument(blocks, kind, dataset, locale), passages, leftOut }, diagnostics }
}

/** The trees of the parts of a text, and the offset from which each counts. */
function readParts(markdown: string, memory: Memory): { tree: Root; base: number }[] {
  return splitMarkdown(markdown).map(({ text, start }) => ({
    tree: memory.remember('read Markdown', [text], () => readMarkdown(text)),
    base: start,
  }))
}

function nestedTooDeep(filled: Filled, offset: number): Diagnostic {
  const place = filled.placeOf(offset)
  return { severity: 'error', message: tooDeep, place, excerpt: filled.lineAt(place), hint: 'set it out flat' }
}

function checkLinks(parsing: Parsing): void {
  for (const { id, place } of parsing.links) {
    const hint = suggest(id, parsing.ids.keys()) ?? shortened(`there are #${[...parsing.ids.keys()].join(', #')}`, 300)
    if (!parsing.ids.has(id)) report(parsing, `nothing in this document to link to: #${id}`, place, hint, 'lack')
  }
}

/**
 * Whether a report tells of a span: a year, or another period of which the dataset has more sums than levels at its
 * end. By all
 * its figures, not by those that one of its documents shows: documents of one report say the same.
 */
function isOverTime({ report, observations, indicators }: Dataset): boolean {
  if (!['half', 'quarter', 'month', 'day'].includes(parsePeriod(report.period)?.form ?? '')) return true
  const levels = [...observations.values()].filter((one) => one.period === report.period && one.measure === 'value')
  const count = (type: string) => levels.filter(({ indicator }) => indicators.get(indicator)?.type === type).length
  return count('flow') > count('stock')
}

/** What the head of a briefing says of its own publication, and the foot of where its publisher is. */
function toImprint(
  { released, compiled, nextRelease, contact, address }: Dataset['report'],
  locale: Locale,
): Pick<Document, 'imprint' | 'address'> {
  const dates = [
    locale.released(locale.date(released)),
    ...(nextRelease === undefined ? [] : [locale.nextRelease(locale.date(nextRelease))]),
  ]
  const hasImprint = compiled === undefined || nextRelease !== undefined || contact !== undefined
  return {
    ...(hasImprint && { imprint: [...dates, ...(contact ? [locale.text(contact)] : [])] }),
    ...(address && { address: locale.text(address) }),
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
    author: report.author ? locale.text(report.author) : publisher,
    publisher,
    subject: reportTitle,
    keywords: [...new Set([locale.text(report.geography), locale.period(report.period), ...labels])].slice(0, 10),
    date: report.released,
    asOf: locale.asOf(report.period, isOverTime(dataset) ? 'flow' : 'stock'),
    ...(report.compiled !== undefined && { compiled: locale.compiled(locale.date(report.compiled)) }),
    ...toImprint(report, locale),
    edition: report.edition === undefined ? '' : sayEditionName(report.edition, locale),
    blocks,
    sources: statedSources(dataset, observations),
  }
}

/** The addresses of link definitions (`[label]: address`) by Markdown's form of the label; the first of two counts. */
function definitionsIn(node: Nodes): ReadonlyMap<string, string> {
  return new Map(listDefinitions(node).reverse())
}

function listDefinitions(node: Nodes): [label: string, address: string][] {
  if (node.type === 'definition') return [[node.identifier, node.url]]
  return 'children' in node ? node.children.flatMap(listDefinitions) : []
}

/** The blocks with the titles of those slides renamed that name themselves: `::slide{id="sources"}`. */
function nameSlides(blocks: readonly Block[], parsing: Parsing): Block[] {
  return splitSlides(blocks).flatMap((slide) => {
    const options = slide.find((block): block is SlideOptions => block.type === 'slideOptions')
    const [title, ...rest] = slide
    if (title?.type !== 'heading' || options?.id === undefined || options.id === title.id) return slide
    if (!/^[\p{Letter}\p{Number}-]+$/u.test(options.id)) {
      report(
        parsing,
        `not an id: ${options.id}`,
        options.place,
        'an id is letters, digits and hyphens, such as sources',
      )
      return slide
    }
    if (parsing.ids.has(options.id)) {
      report(
        parsing,
        `an id that is taken: ${options.id}`,
        options.place,
        'a heading has it, of its own or by its words: choose another',
      )
      return slide
    }
    parsing.ids.delete(title.id)
    parsing.ids.set(options.id, 1)
    return [{ ...title, id: options.id }, ...rest]
  })
}

/** A deck's blocks with each `::contents` filled: a link to the start of each section, or to each slide without any. */
function linkSlides(blocks: readonly Block[]): Block[] {
  return blocks.map((block) => {
    if (block.type !== 'list' || !block.isContents) return block
    const { place } = block
    return { ...block, items: entries(blocks).map((link): Block[] => [{ type: 'paragraph', children: [link], place }]) }
  })
}

/** The slide that holds the contents is not listed, nor is the first, which is the cover. */
function entries(blocks: readonly Block[]): Inline[] {
  const slides = splitSlides(blocks).flatMap((slide) => {
    const [title] = slide
    if (title?.type !== 'heading') return []
    const options = slide.find((block): block is SlideOptions => block.type === 'slideOptions')
    const isContents = slide.some((block) => block.type === 'list' && block.isContents)
    return [{ title, section: options?.section, isContents }]
  })
  const [, ...later] = slides
  const others = later.filter(({ isContents }) => !isContents)
  // A section may begin with the contents, which show where we are then.
  const sections = later.flatMap(({ title, section }) =>
    section === undefined ? [] : [linkTo(title, [{ type: 'text', value: section }])],
  )
  return sections.length > 0 ? sections : others.map(({ title }) => linkTo(title, title.children))
}

function linkTo({ id }: Heading, children: Inline[]): Inline {
  return { type: 'link', href: `#${id}`, children }
}

/**
 * Markdown in parts that mean the same by themselves as in the whole, so that only those that changed are read again:
 * each begins with a
 * heading or paragraph after a blank line, outside of containers; what may go on with a list stays with it.
 */
export function splitMarkdown(text: string): { text: string; start: number }[] {
  if (reachesFar.test(text)) return [{ text, start: 0 }]
  const starts = [0]
  let offset = 0
  let isAfterBlank = false
  // As many colons as end the container that is open.
  let open = 0
  for (const line of text.split('\n')) {
    const [, colons = '', rest = ''] = /^\s*(:{3,})(.*)$/.exec(line) ?? []
    if (open === 0 && rest.trim() !== '') open = colons.length
    else if (open > 0 && rest.trim() === '' && colons.length >= open && /^ {0,3}:/.test(line)) open = 0
    if (open === 0 && isAfterBlank && /^[^\s>:\-+*\d]/.test(line)) starts.push(offset)
    isAfterBlank = line.trim() === ''
    offset += line.length + 1
  }
  return starts.map((start, index) => ({ text: text.slice(start, starts[index + 1]), start }))
}

/** Reports wrong block order: a deck is slides, each begun by its title; a briefing has one title, at its top. */
function checkStructure(blocks: readonly Block[], parsing: Parsing): void {
  const titles = blocks.filter((block): block is Heading => block.type === 'heading' && block.depth === 1)
  const [first] = blocks
  if (titles.length === 0) {
    const place = parsing.filled.placeOf(0)
    report(parsing, `a ${parsing.kind} without a title`, place, 'begin with # Title')
  } else if (first && first !== titles[0]) {
    report(parsing, `a ${parsing.kind} begins with its title`, first.place, 'put # Title before it')
  }
  if (parsing.kind === 'briefing') checkTitles(titles, parsing)
  if (parsing.kind === 'deck') checkSlideOptions(blocks, parsing)
}

function checkTitles(titles: readonly Heading[], parsing: Parsing): void {
  for (const { place } of titles.slice(1))
    report(parsing, 'a briefing has one title', place, 'a section begins with two signs: ## Section')
}

function checkSlideOptions(blocks: readonly Block[], parsing: Parsing): void {
  let seen = false
  for (const block of blocks) {
    if (block.type === 'heading' && block.depth === 1) seen = false
    if (block.type !== 'slideOptions') continue
    if (seen) report(parsing, 'a second ::slide on this slide', block.place, 'write both attributes in one')
    seen = true
  }
}

/** Reports footnotes that would be lost or circular: unreferenced, of a name already taken, or with references. */
function checkNotes(root: Root, parsing: Parsing): void {
  const definitions = collect(root, isDefinition)
  const inNotes = new Set(definitions.flatMap((definition) => collect(definition, isReference)))
  const seen = new Set<string>()
  for (const reference of inNotes) {
    const message = `a footnote that refers to a footnote: [^${reference.label ?? reference.identifier}]`
    report(parsing, message, getPlace(reference, parsing), 'say it in its own words')
  }
  const referred = new Set(collect(root, isReference).map(({ identifier }) => identifier))
  for (const definition of definitions) {
    const { identifier, label } = definition
    const name = `[^${label ?? identifier}]`
    const place = getPlace(definition, parsing)
    if (seen.has(identifier)) report(parsing, `a second footnote of this name: ${name}`, place, 'give it another name')
    else if (!referred.has(identifier))
      report(
        parsing,
        `a footnote that nothing refers to: ${name}`,
        place,
        `write ${name} where it belongs, or delete it`,
      )
    seen.add(identifier)
  }
}

function collect<T extends Nodes>(node: Nodes, isWanted: (node: Nodes) => node is T): T[] {
  const own = isWanted(node) ? [node] : []
  return 'children' in node ? [...own, ...node.children.flatMap((child) => collect(child, isWanted))] : own
}

function isDefinition(node: Nodes): node is FootnoteDefinition {
  return node.type === 'footnoteDefinition'
}

function isReference(node: Nodes): node is FootnoteReference {
  return node.type === 'footnoteReference'
}
