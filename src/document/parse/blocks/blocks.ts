import type { Blockquote, FootnoteDefinition, Heading, Image, List, Node, Paragraph, RootContent } from 'mdast'
import { chartAddress } from '../../../chart/named/call.ts'
import { observationsIn } from '../../complete/observations-in.ts'
import { plainText } from '../../plain-text.ts'
import { slug } from '../../slug.ts'
import type { Block } from '../../types.ts'
import { claimId, getOffset, getPlace, type Parsing, refuse, refuseHtml, reportLack } from '../parsing.ts'
import { isImage, parseInlines } from '../text/inlines.ts'
import { parseChart } from './chart.ts'
import { keepAllowed } from './containment.ts'
import { parseContainer, parseLeaf } from './directives.ts'
import { isPicture, parsePicture } from './picture.ts'
import { parseTable } from './table.ts'

type Parsers = {
  [T in RootContent['type']]?: (node: Extract<RootContent, { type: T }>, parsing: Parsing) => Block[]
}

/** What each kind of block node becomes; what the document has no place for is an error, never dropped in silence. */
const parsers: Parsers = {
  heading: parseHeading,
  paragraph: parseParagraph,
  list: parseList,
  table: (node, parsing) => parseTable(node, parsing),
  blockquote: parseQuote,
  containerDirective: parseContainer,
  leafDirective: parseLeaf,
  footnoteDefinition: parseFootnote,
  definition: () => [],
  code: (node, parsing) => misplaced(node, parsing, 'a block of code', 'write it as text'),
  html: (node, parsing) => refuseHtml(node, parsing, 'in a document', 'write Markdown; a comment is {{!-- … --}}'),
  thematicBreak: (node, parsing) =>
    misplaced(
      node,
      parsing,
      'a rule',
      'begin a slide with # Title, a page with ::page-break; to print the marks, escape the first',
    ),
}

/** Block nodes as the document's blocks. */
export function parseBlocks(nodes: readonly RootContent[], parsing: Parsing): Block[] {
  return nodes.flatMap((node) => {
    // Each entry takes just the nodes of its type.
    const parse = parsers[node.type] as ((node: RootContent, parsing: Parsing) => Block[]) | undefined
    return parse ? parse(node, parsing) : misplaced(node, parsing, node.type, 'write it as a paragraph')
  })
}

function misplaced(node: Node, parsing: Parsing, what: string, hint: string): Block[] {
  return refuse(node, parsing, `${what} has no place in a document`, hint)
}

function parseHeading(node: Heading, parsing: Parsing): Block[] {
  const { words: written, id } = withoutId(node.children)
  const children = parseInlines(written, parsing)
  const place = getPlace(node, parsing)
  const words = plainText(children)
  if (words.trim() === '') reportLack(node, parsing, 'a heading without words', 'give it words')
  const { depth } = node
  if (depth === 5 || depth === 6)
    return misplaced(node, parsing, `a heading of depth ${depth}`, 'the deepest is 4: ####')
  const heading: Block = { type: 'heading', depth, id: claimId(parsing, id ?? slug(words)), children, place }
  noteTitled(heading, words, depth, parsing)
  if (depth === 1 && parsing.kind === 'deck') noteCharts(getOffset(node, parsing), parsing)
  return [heading]
}

/** The words of a heading, and the id that it names for links: `## Method {#method}`. */
function withoutId(words: Heading['children']): { words: Heading['children']; id?: string | undefined } {
  const last = words.at(-1)
  const [written = '', id] = (last?.type === 'text' && /\s*\{#([\w-]+)\}$/.exec(last.value)) || []
  if (last?.type !== 'text' || !id) return { words }
  return { words: words.with(-1, { ...last, value: last.value.slice(0, -written.length) }), id }
}

/** What follows stands below this heading: on a slide, below its title and all that is said under it. */
function noteTitled(heading: Block, words: string, depth: number, { kind, above }: Parsing): void {
  if (depth === 1 || kind === 'briefing') above.titled.clear()
  for (const observation of observationsIn([heading])) above.titled.add(observation)
  above.heading = words
}

/** The charts of the slide that begins at an offset. */
function noteCharts(offset: number, { filled: { markdown }, above: { charts } }: Parsing): void {
  const end = markdown.indexOf('\n# ', offset)
  const slide = markdown.slice(offset, end < 0 ? undefined : end).replaceAll('\u00a0', ' ')
  charts.clear()
  for (const [address] of slide.matchAll(chartAddress)) charts.add(address)
}

/** A paragraph of text, or a chart where an image is all that it holds. */
function parseParagraph(node: Paragraph, parsing: Parsing): Block[] {
  const [only] = node.children
  if (only && isImage(only) && node.children.length === 1)
    return isPicture(only as Image) ? parsePicture(only as Image, parsing) : parseChart(only as Image, parsing)
  return [{ type: 'paragraph', children: parseInlines(node.children, parsing), place: getPlace(node, parsing) }]
}

function parseList(node: List, parsing: Parsing): Block[] {
  const items = node.children.map((item) => keepAllowed('list', parseBlocks(item.children, parsing), parsing))
  return [
    { type: 'list', ordered: node.ordered ?? false, start: node.start ?? 1, items, place: getPlace(node, parsing) },
  ]
}

function parseQuote(node: Blockquote, parsing: Parsing): Block[] {
  const children = keepAllowed('quote', parseBlocks(node.children, parsing), parsing)
  return [{ type: 'quote', children, place: getPlace(node, parsing) }]
}

function parseFootnote(node: FootnoteDefinition, parsing: Parsing): Block[] {
  const children = keepAllowed('footnote', parseBlocks(node.children, parsing), parsing)
  return [{ type: 'footnote', label: node.identifier, children, place: getPlace(node, parsing) }]
}
